//! The table behind a chart: the same rows, in words.

use super::channels::{Channels, Row};
use super::words::Words;
use crate::locale::Style;
use crate::model::Field;
use serde::Serialize;

/// What a page needs for a `<table>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    pub caption: String,
    pub head: Vec<String>,
    pub rows: Vec<TableRow>,
}

/// A row: its head cell and the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableRow {
    pub head: String,
    pub cells: Vec<String>,
}

/// The table of a chart: names and values, and periods and statuses where rows differ in them.
pub fn table(channels: &Channels, caption: &str, words: Words<'_>) -> Table {
    let bars = &channels.data;
    let differ = |same: fn(&Row, &Row) -> bool| bars.windows(2).any(|pair| !same(&pair[0].row, &pair[1].row));
    let with_period = channels.fields.category != Field::Period && differ(|a, b| a.period == b.period);
    let with_status = differ(|a, b| a.status == b.status);
    let name = match channels.fields.category {
        Field::Company => "chart-company",
        Field::Metric => "chart-metric",
        Field::Period => "chart-head-period",
        Field::Status => "chart-head-status",
        Field::Value => "chart-head-value",
        Field::Source | Field::Column(_) => "chart-label",
    };
    let mut head = vec![words.get(name), words.get("chart-head-value")];
    if with_period {
        head.push(words.get("chart-head-period"));
    }
    if with_status {
        head.push(words.get("chart-head-status"));
    }
    let rows = bars.iter().map(|bar| {
        let mut cells = vec![cell(&bar.row, words)];
        if with_period {
            cells.push(bar.row.period.map_or_else(String::new, |period| words.formats.period(&period, Style::Cell)));
        }
        if with_status {
            cells.push(words.get(bar.row.status.word()).to_owned());
        }
        TableRow { head: bar.label.clone(), cells }
    });
    Table {
        caption: caption.to_owned(),
        head: head.into_iter().map(|name| words.typeset(name)).collect(),
        rows: rows.collect(),
    }
}

fn cell(row: &Row, words: Words<'_>) -> String {
    match row.value {
        Some(value) => words.formats.value(value, Style::Cell),
        None => words.get("chart-not-disclosed").to_owned(),
    }
}
