//! The rows of a chart as CSV (RFC 4180), in the order in which they are drawn: once for programs, once for the spreadsheets of
//! a language.
//!
//! Both say what is known of a value and no more: its number where there is one, its limits where there are some, and by
//! which word it is bounded.

use super::channels::{Channels, Datum, Row};
use super::table;
use super::words::Words;
use crate::locale::{Formats, Lang, Strings};
use crate::model::{Brief, ChartSpec, Site};
use crate::quantity::{Amount, Decimal, Unit, Value};
use ::csv::{QuoteStyle, Terminator, Writer, WriterBuilder};
use std::borrow::Cow;

/// For whom the rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Commas, decimal points, ISO 8601 days, numbers in base units, ids of the data files, columns of one name in all languages.
    Machine,
    /// The columns of the chart's table, then numbers with the language's decimal sign; with the byte order mark and the separator
    /// by which spreadsheets know the file.
    Spreadsheet,
}

const COLUMNS: [&str; 17] = [
    "label",
    "series",
    "facet",
    "company",
    "metric",
    "period",
    "start",
    "end",
    "value",
    "low",
    "high",
    "qualifier",
    "unit",
    "status",
    "source",
    "source_url",
    "note",
];

/// The rows of a chart in the language of `formats`. A text that a spreadsheet would run as a formula is defused.
pub fn csv(site: &Site, brief: &Brief, spec: &ChartSpec, formats: &Formats, strings: &Strings, form: Form) -> Vec<u8> {
    let words = Words { formats, strings };
    let channels = Channels::of(site, brief, spec, words);
    let sheet = Sheet { site, brief, words };
    match form {
        Form::Machine => sheet.machine(&channels),
        Form::Spreadsheet => sheet.spreadsheet(&channels),
    }
}

struct Sheet<'s> {
    site: &'s Site,
    brief: &'s Brief,
    words: Words<'s>,
}

impl Sheet<'_> {
    fn machine(&self, channels: &Channels) -> Vec<u8> {
        let lines = channels.data.iter().map(|bar| {
            let row = &bar.row;
            let source = self.site.source(self.brief, row.source);
            let days = row.timing.map_or([None; 2], |timing| timing.limits(self.fiscal_year_end(row)));
            let text = |text: Option<&str>| safe(text.unwrap_or_default()).into_owned();
            let names = [&bar.label, &channels.series[bar.series].label, &channels.facets[bar.facet].label];
            let mut cells: Vec<String> = names.map(|name| text(Some(name))).to_vec();
            cells.extend([text(row.company), text(row.metric)]);
            cells.push(row.timing.map(|timing| timing.to_string()).unwrap_or_default());
            cells.extend(days.map(written));
            cells.extend(amount_cells(row.value));
            cells.push(row.value.map(|value| value.unit.to_string()).unwrap_or_default());
            cells.push(row.status.word().to_owned());
            cells.push(safe(&channels.source_name(row)).into_owned());
            cells.push(text(source.and_then(|source| source.url.as_deref())));
            cells.push(text(row.note.map(|note| note.get(self.words.formats.lang()))));
            cells
        });
        written_lines(b',', std::iter::once(COLUMNS.map(str::to_owned).to_vec()).chain(lines), Vec::new())
    }

    fn spreadsheet(&self, channels: &Channels) -> Vec<u8> {
        let table = table::table(channels, "", self.words);
        let more = ["chart-number", "chart-low", "chart-high", "chart-unit", "source"];
        let head = table.head.iter().cloned().chain(more.map(|key| self.words.typeset(self.words.get(key))));
        let head = head.map(|name| safe(&name).into_owned()).collect();
        let number = |number: Option<Decimal>, exponent: u32| {
            let shown = number.map(|number| (number / Decimal::from(10_i64.pow(exponent))).normalize());
            match self.words.formats.lang() {
                Lang::Fr => written(shown).replace('.', ","),
                Lang::En => written(shown),
            }
        };
        let lines = table.rows.into_iter().zip(&channels.data).map(|(cells, bar)| {
            let texts = std::iter::once(cells.head).chain(cells.cells);
            let mut line: Vec<String> = texts.map(|text| safe(&text).into_owned()).collect();
            // Rows without a value have the unit of the others.
            let unit = bar.row.value.map(|value| &value.unit).or(channels.unit()).unwrap_or(&Unit::Number);
            let (unit, exponent) = self.scale(unit, &channels.data);
            line.extend(numbers(bar.row.value.map(|value| value.amount)).map(|it| number(it, exponent)));
            line.push(safe(&unit).into_owned());
            line.push(safe(&channels.source_name(&bar.row)).into_owned());
            line
        });
        let separator = if self.words.formats.lang() == Lang::Fr { b';' } else { b',' };
        written_lines(separator, std::iter::once(head).chain(lines), "\u{feff}".as_bytes().to_vec())
    }

    /// What the numbers of all rows in a unit count, in words, and the power of ten that is part of it.
    fn scale(&self, unit: &Unit, bars: &[Datum]) -> (String, u32) {
        let formats = self.words.formats;
        let values = bars.iter().filter_map(|bar| bar.row.value).filter(|value| value.unit == *unit);
        let largest = values.map(|value| value.amount.low().abs().max(value.amount.high().abs())).max();
        let exponent = formats.exponent(largest.unwrap_or_default(), unit);
        (formats.unit_label(unit, exponent), exponent)
    }

    fn fiscal_year_end(&self, row: &Row) -> i8 {
        row.company.and_then(|id| self.site.companies.get(id)).map_or(12, |company| company.fiscal_year_end)
    }
}

/// An amount's numbers and its qualifier.
fn amount_cells(value: Option<&Value>) -> impl Iterator<Item = String> {
    let amount = value.map(|value| value.amount);
    numbers(amount).map(written).into_iter().chain([qualifier(amount).to_owned()])
}

/// The number that is stated as such, the least that the amount may be, and the most.
fn numbers(amount: Option<Amount>) -> [Option<Decimal>; 3] {
    match amount {
        Some(Amount::Exact(n)) => [Some(n), Some(n), Some(n)],
        Some(Amount::About(n)) => [Some(n), None, None],
        Some(Amount::MoreThan(n) | Amount::AtLeast(n)) => [None, Some(n), None],
        Some(Amount::LessThan(n) | Amount::AtMost(n)) => [None, None, Some(n)],
        Some(Amount::Range(low, high)) => [None, Some(low), Some(high)],
        None => [None, None, None],
    }
}

fn qualifier(amount: Option<Amount>) -> &'static str {
    match amount {
        Some(Amount::Exact(_)) => "exact",
        Some(Amount::About(_)) => "about",
        Some(Amount::MoreThan(_)) => "more-than",
        Some(Amount::AtLeast(_)) => "at-least",
        Some(Amount::LessThan(_)) => "less-than",
        Some(Amount::AtMost(_)) => "at-most",
        Some(Amount::Range(..)) => "range",
        None => "not-disclosed",
    }
}

/// A text that no spreadsheet takes for a formula: with an apostrophe before the characters that begin one (OWASP, "CSV
/// Injection"). Numbers are not passed: their minus is no formula.
fn safe(text: &str) -> Cow<'_, str> {
    let begins_formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    if text.starts_with(begins_formula) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

fn written(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The lines behind what `out` holds, each ended as RFC 4180 has it.
fn written_lines(separator: u8, lines: impl Iterator<Item = Vec<String>>, out: Vec<u8>) -> Vec<u8> {
    let mut builder = WriterBuilder::new();
    builder.delimiter(separator).terminator(Terminator::CRLF).quote_style(QuoteStyle::Necessary);
    let mut writer: Writer<Vec<u8>> = builder.from_writer(out);
    for line in lines {
        writer.write_record(&line).expect("every line has the columns of the head");
    }
    writer.into_inner().expect("writing to memory does not fail")
}
