//! The cells of a chart that is a table: numbers in the unit that their column's head says, so that they stand digit under digit.
//! What a page sets and what a picture draws are both made of these.

use super::channels::{Channels, Datum};
use super::table::{Column, columns};
use crate::quantity::{Amount, Decimal, Unit};
use std::collections::BTreeSet;

/// Numbers with more decimals than this are not compared at a glance; each then has a unit of its own.
const MOST_DECIMALS: u32 = 3;
/// As many columns of numbers stand side by side on a phone.
const MOST_ON_PHONES: usize = 2;

pub struct Cells {
    pub heads: Vec<Head>,
    pub rows: Vec<Row>,
}

pub struct Head {
    pub title: String,
    /// What the numbers of the column count; empty where each says it, and for words.
    pub unit: String,
    pub is_of_values: bool,
    /// True where the column stands on a phone too; what the others say then goes under the name of the row.
    pub stays: bool,
    /// True where bars stand beside the values.
    pub is_shown: bool,
}

pub struct Row {
    pub cells: Vec<Cell>,
    /// What the columns say that do not stay on a phone.
    pub aside: String,
}

pub struct Cell {
    pub text: String,
    /// Of a number with its decimals aligned: how many digits its column has behind the sign and it has not, and whether it lacks
    /// the sign as well.
    pub lacks: usize,
    pub is_whole: bool,
    /// True for what is not disclosed.
    pub is_absent: bool,
}

pub fn cells(channels: &Channels) -> Cells {
    let columns = columns(channels, channels.words);
    let of_values: Vec<bool> = columns.iter().map(|column| column.is_of_values(channels)).collect();
    let numbers = (1..columns.len()).filter(|&at| of_values[at]).take(MOST_ON_PHONES);
    let mut stay: BTreeSet<usize> = numbers.chain([0]).collect();
    if stay.len() == 1 {
        stay.insert(1);
    }
    let set: Vec<(String, Vec<Cell>)> = columns.iter().map(|column| column_cells(column, channels)).collect();
    let heads = columns.iter().zip(&set).enumerate().map(|(at, (column, (unit, _)))| Head {
        title: column.title.clone(),
        unit: unit.clone(),
        is_of_values: of_values[at],
        stays: stay.contains(&at),
        is_shown: column.is_shown_value(),
    });
    let heads: Vec<Head> = heads.collect();
    let asides: Vec<String> = channels.data.iter().map(|datum| aside(&columns, &heads, datum, channels)).collect();
    let mut set: Vec<std::vec::IntoIter<Cell>> = set.into_iter().map(|(_, cells)| cells.into_iter()).collect();
    let row = |aside| Row { cells: set.iter_mut().filter_map(Iterator::next).collect(), aside };
    Cells { heads, rows: asides.into_iter().map(row).collect() }
}

/// The columns that do not stay, in one line; numbers among them with their names.
fn aside(columns: &[Column], heads: &[Head], datum: &Datum, channels: &Channels) -> String {
    let parts = columns.iter().zip(heads).filter(|(_, head)| !head.stays).map(|(column, head)| {
        let text = column.text(datum, channels);
        if !head.is_of_values {
            return text;
        }
        channels.words.say("chart-says-pair", &[("label", &head.title), ("value", &text)])
    });
    parts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What the head says of the unit, and the cells.
fn column_cells(column: &Column, channels: &Channels) -> (String, Vec<Cell>) {
    let (words, formats) = (channels.words, channels.words.formats);
    let scale = scale(column, channels);
    let text = |datum: &Datum| match (column.value(datum), &scale) {
        (Some(None), _) => words.get("chart-not-disclosed-short").to_owned(),
        (Some(Some(value)), Some((_, exponent))) => formats.amount(&value.amount, *exponent),
        _ => column.text(datum, channels),
    };
    let sign = formats.number(Decimal::new(15, 1)).chars().nth(1).expect("1.5 has a decimal sign");
    let decimals = |text: &str| {
        let behind = text.rsplit_once(sign).map(|(_, behind)| behind);
        behind.filter(|behind| behind.chars().all(|c| c.is_ascii_digit())).map_or(0, str::len)
    };
    let texts: Vec<String> = channels.data.iter().map(text).collect();
    let most = if scale.is_some() { texts.iter().map(|text| decimals(text)).max().unwrap_or(0) } else { 0 };
    let cells = texts.into_iter().zip(&channels.data).map(|(text, datum)| {
        let is_absent = column.value(datum) == Some(None);
        let own = if most > 0 { decimals(&text) } else { 0 };
        let is_number = most > 0 && !is_absent;
        let lacks = if is_number { most - own } else { 0 };
        Cell { lacks, is_whole: is_number && own == 0, is_absent, text }
    });
    let cells = cells.collect();
    let unit = scale.map_or_else(String::new, |(unit, exponent)| formats.unit_label(&unit, exponent));
    (unit, cells)
}

/// The unit that all numbers of a column have, and the power of ten in which each is written shortly; `None` where there is no such.
fn scale(column: &Column, channels: &Channels) -> Option<(Unit, u32)> {
    let values = || channels.data.iter().filter_map(|datum| column.value(datum)?);
    let unit = &values().next()?.unit;
    if values().any(|value| value.unit != *unit) {
        return None;
    }
    let numbers = || values().flat_map(|value| ends(value.amount));
    let exponent = channels.words.formats.exponent(numbers().map(|n| n.abs()).max()?, unit);
    let power = Decimal::from(10_i64.pow(exponent));
    // A number with too many digits to be divided keeps its own unit.
    let is_short = |n: Decimal| (n / power).normalize().scale() <= MOST_DECIMALS && n / power * power == n;
    numbers().all(is_short).then(|| (unit.clone(), exponent))
}

fn ends(amount: Amount) -> [Decimal; 2] {
    [amount.low(), amount.high()]
}
