//! A table: rows and columns of text, a gauge beside each value.

use super::{Ids, markup};
use crate::chart::cells::{Cell, Head, Row, cells};
use crate::chart::channels::{Channels, Datum};
use crate::chart::layout::gauge::Gauges;
use crate::chart::svg::Element;

/// The table of a page. Columns of the class `aside` give way in a narrow container, where the name of the row says what they say.
pub fn html(channels: &Channels, caption: &str, ids: Ids<'_>) -> String {
    let cells = cells(channels);
    let gauges = Gauges::of(channels);
    markup::root(channels, gauges, ids, |root| {
        let mut table = root.child("table");
        let has_gauges = gauges.is_some() && cells.heads.iter().any(|head| head.is_shown);
        table.attr("class", if has_gauges { "cells gauged" } else { "cells" });
        markup::words(&mut table, "caption", "visually-hidden", caption);
        {
            let mut head = table.child("thead");
            let mut row = head.child("tr");
            cells.heads.iter().for_each(|head| head_cell(&mut row, head));
        }
        let mut body = table.child("tbody");
        for (row, datum) in cells.rows.iter().zip(&channels.data) {
            let mut line = markup::row(&mut body, "tr", datum);
            name_cell(&mut line, row);
            for (head, cell) in cells.heads.iter().zip(&row.cells).skip(1) {
                value_cell(&mut line, (head, cell), gauges, datum, ids);
            }
        }
    })
}

/// The classes of a column.
fn class(head: &Head) -> String {
    let classes = [("value", head.is_of_values), ("shown", head.is_shown), ("aside", !head.stays)];
    classes.iter().filter(|(_, has)| *has).map(|(class, _)| *class).collect::<Vec<_>>().join(" ")
}

fn head_cell(row: &mut Element, head: &Head) {
    let mut cell = row.child("th");
    cell.attr("scope", "col").attr("class", &class(head));
    cell.text(&head.title);
    if !head.unit.is_empty() {
        cell.text(" ");
        markup::words(&mut cell, "small", "unit", &head.unit);
    }
}

fn name_cell(line: &mut Element, row: &Row) {
    let mut cell = line.child("th");
    cell.attr("scope", "row");
    cell.text(row.cells.first().map_or("", |cell| &cell.text));
    if !row.aside.is_empty() {
        // Without style sheets, and in a wide container, the columns themselves say it.
        let mut aside = cell.child("small");
        aside.attr("class", "row-note").attr("hidden", "");
        aside.text(&row.aside);
    }
}

fn value_cell(line: &mut Element, (head, cell): (&Head, &Cell), gauges: Option<Gauges>, datum: &Datum, ids: Ids<'_>) {
    let mut element = line.child("td");
    element.attr("class", &class(head));
    let class = classes_of_number(cell);
    if class.is_empty() {
        element.text(&cell.text);
    } else {
        markup::words(&mut element, "span", &class, &cell.text);
    }
    if head.is_shown {
        markup::gauge(&mut element, gauges, datum, ids);
    }
}

/// What keeps the decimal signs of a column under one another.
fn classes_of_number(cell: &Cell) -> String {
    let mut classes = String::new();
    if cell.lacks > 0 {
        classes = format!("lacks-{}", cell.lacks);
    }
    if cell.is_whole {
        classes += " whole";
    }
    if cell.is_absent { "absent".to_owned() } else { classes }
}
