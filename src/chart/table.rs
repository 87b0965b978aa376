//! The table behind a chart: the same rows, in words. Which columns it has, what each is called, and what stands in them.

use super::channels::{Channels, Datum, Row, words_besides};
use super::words::Words;
use crate::locale::Style;
use crate::model::{Cell, Channel, Field, Mark};
use crate::quantity::Value;
use serde::Serialize;

/// What a page needs for a `<table>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    pub caption: String,
    pub head: Vec<String>,
    /// The places of the columns of values, counted from 1.
    pub values: Vec<usize>,
    pub rows: Vec<TableRow>,
}

/// A row: its head cell and the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableRow {
    pub head: String,
    pub cells: Vec<String>,
}

/// The table of a chart.
pub fn table(channels: &Channels, caption: &str, words: Words<'_>) -> Table {
    let columns = columns(channels, words);
    let row = |datum: &Datum| {
        let mut cells = columns.iter().map(|column| column.text(datum, channels));
        TableRow { head: cells.next().unwrap_or_default(), cells: cells.collect() }
    };
    Table {
        caption: caption.to_owned(),
        values: (1..).zip(&columns).filter(|(_, column)| column.is_of_values(channels)).map(|(at, _)| at).collect(),
        rows: channels.data.iter().map(row).collect(),
        head: columns.into_iter().map(|column| column.title).collect(),
    }
}

/// A column, with what readers call it.
pub struct Column {
    what: What,
    pub title: String,
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    Category,
    Series,
    Facet,
    /// The value that the chart shows.
    Value,
    /// Its share of its stack.
    Share,
    Field(Field),
}

/// The columns: the author's; else names, of series and small charts too, then values; periods and statuses where rows differ in
/// them and nothing else says them. The first one names the rows.
pub fn columns(channels: &Channels, words: Words<'_>) -> Vec<Column> {
    let (spec, fields) = (channels.spec, &channels.fields);
    let titled = |what: What, field: &Field, channel: Option<&Channel>| Column {
        what,
        title: name(field, channel, spec.mark, words),
    };
    let own = spec.columns.iter().filter_map(|channel| {
        let field = &channel.field.as_ref()?.value;
        let what = if field == spec.value_field() { What::Value } else { What::Field(field.clone()) };
        Some(titled(what, field, Some(channel)))
    });
    let own: Vec<Column> = own.collect();
    if !own.is_empty() {
        return own;
    }
    let encoding = &spec.encoding;
    let mut columns = vec![titled(What::Category, &fields.category, spec.category_channel())];
    columns.extend(fields.series.as_ref().map(|field| titled(What::Series, field, encoding.color.as_ref())));
    columns.extend(fields.facet.as_ref().map(|field| titled(What::Facet, field, encoding.facet.as_ref())));
    let rows: Vec<&Row> = channels.data.iter().map(|datum| &datum.row).collect();
    if spec.mark.is_text() {
        let besides = words_besides(&fields.category, &rows);
        columns.extend(besides.into_iter().map(|field| titled(What::Field(field.clone()), &field, None)));
    }
    if !spec.mark.is_text() || channels.has_values() {
        columns.push(titled(What::Value, &Field::Value, None));
    }
    if channels.shows_shares() {
        columns.push(Column { what: What::Share, title: words.typeset(words.get("chart-head-share")) });
    }
    let names = [Some(&fields.category), fields.series.as_ref(), fields.facet.as_ref()];
    let differ = |same: fn(&Row, &Row) -> bool| rows.windows(2).any(|pair| !same(pair[0], pair[1]));
    let says = |field: &Field| names.contains(&Some(field));
    if !says(&Field::Period) && differ(|a, b| a.period == b.period) {
        columns.push(titled(What::Field(Field::Period), &Field::Period, None));
    }
    if !says(&Field::Status) && differ(|a, b| a.status == b.status) {
        columns.push(titled(What::Field(Field::Status), &Field::Status, None));
    }
    columns
}

impl Column {
    /// What the column says of a row.
    pub fn text(&self, datum: &Datum, channels: &Channels) -> String {
        let (row, words) = (&datum.row, channels.words);
        let value = |value: Option<&Value>| match value {
            Some(value) => words.formats.value(value, Style::Cell),
            None => words.get("chart-not-disclosed").to_owned(),
        };
        match &self.what {
            What::Category => datum.label.clone(),
            What::Series => channels.series[datum.series].label.clone(),
            What::Facet => channels.facets[datum.facet].label.clone(),
            What::Value | What::Field(Field::Value) => value(row.value),
            What::Share => datum.share.as_ref().map_or_else(String::new, |share| value(Some(&share.value))),
            What::Field(Field::Status) => words.get(row.status.word()).to_owned(),
            What::Field(Field::Source) => channels.source_name(row),
            What::Field(Field::Period) => {
                row.timing.map_or_else(String::new, |timing| words.formats.timing(&timing, Style::Cell))
            }
            What::Field(field @ Field::Column(name)) => match row.columns.and_then(|columns| columns.get(name)) {
                Some(Cell::Value(number)) => value(number.as_ref()),
                _ => row.name(field, channels.site, words.formats),
            },
            What::Field(field) => row.name(field, channels.site, words.formats),
        }
    }

    /// The value that the column has of a row; the inner `None`: not disclosed. `None` where it is a column of words.
    pub fn value<'d>(&self, datum: &'d Datum<'_>) -> Option<Option<&'d Value>> {
        match &self.what {
            What::Value | What::Field(Field::Value) => Some(datum.row.value),
            What::Field(Field::Column(name)) => match datum.row.columns?.get(name)? {
                Cell::Value(value) => Some(value.as_ref()),
                Cell::Text(_) | Cell::Period(_) => None,
            },
            _ => None,
        }
    }

    /// True for the column of what the chart shows.
    pub fn is_shown_value(&self) -> bool {
        self.what == What::Value
    }

    pub fn is_of_values(&self, channels: &Channels) -> bool {
        channels.data.first().is_some_and(|datum| self.value(datum).is_some())
    }

    /// True for a column of the chart's own, whose name only its author knows.
    pub fn is_own(&self) -> bool {
        matches!(self.what, What::Field(Field::Column(_)))
    }

    /// True where the column says nothing but how firm the rows are.
    pub fn is_status(&self) -> bool {
        self.what == What::Field(Field::Status)
    }
}

/// What readers call a field: the channel's title, or else the program's name for it.
fn name(field: &Field, channel: Option<&Channel>, mark: Mark, words: Words<'_>) -> String {
    if let Some(title) = channel.and_then(|channel| channel.title.as_ref()) {
        return words.typeset(title.get(words.formats.lang()));
    }
    words.typeset(words.get(match field {
        Field::Company => "chart-company",
        Field::Metric | Field::End => "chart-metric",
        Field::Period => "chart-head-period",
        Field::Status => "chart-head-status",
        Field::Value => "chart-head-value",
        Field::Column(_) if mark == Mark::Timeline => "chart-event",
        Field::Source if mark == Mark::Table => "chart-head-source",
        Field::Source | Field::Column(_) => "chart-label",
    }))
}
