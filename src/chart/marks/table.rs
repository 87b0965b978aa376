//! A table: rows and columns of text, a gauge beside each value.

use super::Ids;
use crate::chart::cells::{Cell, Cells, aside, cells};
use crate::chart::channels::{Channels, Datum};
use crate::chart::layout::gauge::Gauges;
use crate::chart::layout::table::shown;
use crate::chart::layout::{NARROW, WIDE};
use crate::chart::markup;
use crate::chart::svg::Element;

/// The table of a page. A column that has no room in a narrow container, or in a wide one, has a class that says so; what it says then
/// stands under the name of the row.
pub fn html(channels: &Channels, caption: &str, ids: Ids<'_>) -> String {
    let cells = cells(channels);
    let gauges = Gauges::of(channels);
    let [(narrow, narrow_gauged), (wide, wide_gauged)] = [NARROW, WIDE].map(|frame| shown(&cells, gauges, &frame));
    let page = Page { cells: &cells, gauges, shown: [narrow, wide], ids };
    markup::root(channels, gauges, ids, |root| {
        let mut table = root.child("table");
        let classes =
            [("gauged-narrow", narrow_gauged), ("gauged-wide", wide_gauged), ("alone", page.shown[0].len() == 1)];
        let classes = classes.iter().filter(|(_, has)| *has).map(|(class, _)| *class);
        table.attr("class", &["cells"].into_iter().chain(classes).collect::<Vec<_>>().join(" "));
        markup::words(&mut table, "caption", "visually-hidden", caption);
        page.head(&mut table.child("thead"));
        let mut body = table.child("tbody");
        for (row, datum) in cells.rows.iter().zip(&channels.data) {
            let mut line = markup::row(&mut body, "tr", datum);
            page.name_cell(&mut line, row);
            for (at, cell) in row.iter().enumerate().skip(1) {
                page.value_cell(&mut line, (at, cell), datum);
            }
        }
    })
}

/// What all cells of a table share.
struct Page<'t> {
    cells: &'t Cells,
    gauges: Option<Gauges>,
    /// The columns that are there in a narrow container, and in a wide one.
    shown: [Vec<usize>; 2],
    ids: Ids<'t>,
}

impl Page<'_> {
    /// The classes of a column.
    fn class(&self, at: usize) -> String {
        let head = &self.cells.heads[at];
        let [narrow, wide] = &self.shown;
        let classes = [
            ("value", head.is_of_values),
            ("shown", head.is_shown),
            ("not-narrow", !narrow.contains(&at)),
            ("not-wide", !wide.contains(&at)),
        ];
        classes.iter().filter(|(_, has)| *has).map(|(class, _)| *class).collect::<Vec<_>>().join(" ")
    }

    fn head(&self, parent: &mut Element) {
        let mut row = parent.child("tr");
        for (at, head) in self.cells.heads.iter().enumerate() {
            let mut cell = row.child("th");
            cell.attr("scope", "col").attr("class", &self.class(at));
            cell.text(&head.title);
            if !head.unit.is_empty() {
                cell.text(" ");
                markup::words(&mut cell, "small", "unit", &head.unit);
            }
        }
    }

    fn name_cell(&self, line: &mut Element, row: &[Cell]) {
        let mut cell = line.child("th");
        cell.attr("scope", "row");
        cell.text(row.first().map_or("", |cell| &cell.text));
        for (shown, class) in self.shown.iter().zip(["row-note in-narrow", "row-note in-wide"]) {
            let said = aside(row, shown);
            if !said.is_empty() {
                // Without style sheets the columns themselves say it.
                let mut aside = cell.child("small");
                aside.attr("class", class).attr("hidden", "");
                aside.text(&said);
            }
        }
    }

    fn value_cell(&self, line: &mut Element, (at, cell): (usize, &Cell), datum: &Datum) {
        let mut element = line.child("td");
        element.attr("class", &self.class(at));
        let class = classes_of_number(cell);
        if class.is_empty() {
            element.text(&cell.text);
        } else {
            markup::words(&mut element, "span", &class, &cell.text);
        }
        if self.cells.heads[at].is_shown {
            markup::gauge(&mut element, self.gauges, datum, self.ids);
        }
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
