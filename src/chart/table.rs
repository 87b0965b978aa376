//! The table behind a chart: the same rows, in words.

use super::channels::{Channels, Datum, Row};
use super::words::Words;
use crate::locale::Style;
use crate::model::{Channel, Field};
use crate::quantity::Value;
use serde::Serialize;

/// What a page needs for a `<table>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    pub caption: String,
    pub head: Vec<String>,
    /// The place of the column of values, counted from 1.
    pub value: usize,
    pub rows: Vec<TableRow>,
}

/// A row: its head cell and the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableRow {
    pub head: String,
    pub cells: Vec<String>,
}

/// The table of a chart: names, of series and small charts too, then values; periods and statuses where rows differ in them
/// and nothing else says them.
pub fn table(channels: &Channels, caption: &str, words: Words<'_>) -> Table {
    let fields = &channels.fields;
    let names = [Some(&fields.category), fields.series.as_ref(), fields.facet.as_ref()];
    let differ = |same: fn(&Row, &Row) -> bool| channels.data.windows(2).any(|pair| !same(&pair[0].row, &pair[1].row));
    let says = |field: &Field| names.contains(&Some(field));
    let with_period = !says(&Field::Period) && differ(|a, b| a.period == b.period);
    let with_status = !says(&Field::Status) && differ(|a, b| a.status == b.status);
    let encoding = &channels.spec.encoding;
    let named = [channels.spec.category_channel(), encoding.color.as_ref(), encoding.facet.as_ref()];
    let heads = names.iter().zip(named).filter_map(|(field, channel)| Some(name((*field)?, channel, words)));
    let mut head: Vec<String> = heads.collect();
    head.push(words.typeset(words.get("chart-head-value")));
    let value = head.len();
    let with_share = channels.shows_shares();
    if with_share {
        head.push(words.typeset(words.get("chart-head-share")));
    }
    if with_period {
        head.push(words.typeset(words.get("chart-head-period")));
    }
    if with_status {
        head.push(words.typeset(words.get("chart-head-status")));
    }
    let row = |datum: &Datum| {
        let mut cells = Vec::with_capacity(head.len());
        cells.extend(fields.series.as_ref().map(|_| channels.series[datum.series].label.clone()));
        cells.extend(fields.facet.as_ref().map(|_| channels.facets[datum.facet].label.clone()));
        cells.push(cell(datum.row.value, words));
        if with_share {
            cells.push(datum.share.as_ref().map_or_else(String::new, |share| cell(Some(&share.value), words)));
        }
        if with_period {
            cells.push(datum.row.period.map_or_else(String::new, |period| words.formats.period(&period, Style::Cell)));
        }
        if with_status {
            cells.push(words.get(datum.row.status.word()).to_owned());
        }
        TableRow { head: datum.label.clone(), cells }
    };
    let rows = channels.data.iter().map(row).collect();
    Table { caption: caption.to_owned(), head, value, rows }
}

/// What readers call a field: the channel's title, or else the program's name for it.
fn name(field: &Field, channel: Option<&Channel>, words: Words<'_>) -> String {
    if let Some(title) = channel.and_then(|channel| channel.title.as_ref()) {
        return words.typeset(title.get(words.formats.lang()));
    }
    words.typeset(words.get(match field {
        Field::Company => "chart-company",
        Field::Metric | Field::End => "chart-metric",
        Field::Period => "chart-head-period",
        Field::Status => "chart-head-status",
        Field::Value => "chart-head-value",
        Field::Source | Field::Column(_) => "chart-label",
    }))
}

fn cell(value: Option<&Value>, words: Words<'_>) -> String {
    match value {
        Some(value) => words.formats.value(value, Style::Cell),
        None => words.get("chart-not-disclosed").to_owned(),
    }
}
