//! The cells of a chart that is a table: numbers in the unit that their column's head says, so that they stand digit under digit.
//! What a page sets and what a picture draws are both made of these.

use super::channels::{Channels, Datum, plus};
use super::table::{Column, columns};
use crate::quantity::{Amount, Decimal, Unit};

/// Numbers with more decimals than this are not compared at a glance; each then has a unit of its own.
const MOST_DECIMALS: u32 = 3;
/// As many columns of numbers stand side by side on a phone.
const MOST_ON_PHONES: usize = 2;

pub struct Cells {
    pub heads: Vec<Head>,
    pub rows: Vec<Vec<Cell>>,
}

pub struct Head {
    pub title: String,
    /// What the numbers of the column count; empty where each says it, and for words.
    pub unit: String,
    pub is_of_values: bool,
    /// True for the column of what the chart shows, beside which bars stand.
    pub is_shown: bool,
}

pub struct Cell {
    pub text: String,
    /// The same where the column is not there: with its unit, and with the column's name where it needs one.
    pub said: String,
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
    let many = of_values.iter().filter(|is_of_values| **is_of_values).count() > 1;
    let mut heads = Vec::with_capacity(columns.len());
    let mut rows: Vec<Vec<Cell>> = channels.data.iter().map(|_| Vec::with_capacity(columns.len())).collect();
    for (column, is_of_values) in columns.into_iter().zip(of_values) {
        let named = column.is_own() || many && is_of_values;
        let (unit, cells) = column_cells(&column, named, channels);
        rows.iter_mut().zip(cells).for_each(|(row, cell)| row.push(cell));
        heads.push(Head { unit, is_of_values, is_shown: column.is_shown_value(), title: column.title });
    }
    Cells { heads, rows }
}

impl Cells {
    /// Which columns a layout may show, the most first: all of them on a page; else the names of the rows with columns of numbers,
    /// and the names alone.
    pub fn choices(&self, is_narrow: bool) -> Vec<Vec<usize>> {
        let all: Vec<usize> = (0..self.heads.len()).collect();
        let mut numbers: Vec<usize> = all.iter().copied().skip(1).filter(|&at| self.heads[at].is_of_values).collect();
        if numbers.is_empty() {
            numbers.extend(all.get(1));
        }
        if is_narrow {
            numbers.truncate(MOST_ON_PHONES);
        }
        let few = (0..=numbers.len()).rev().map(|n| [&[0], &numbers[..n]].concat());
        let all = (!is_narrow || all.len() <= 2).then_some(all);
        all.into_iter().chain(few).collect()
    }
}

/// What the columns say of a row that are not among those shown, in one line.
pub fn aside(row: &[Cell], shown: &[usize]) -> String {
    let hidden = row.iter().enumerate().filter(|(at, cell)| !shown.contains(at) && !cell.said.is_empty());
    hidden.map(|(_, cell)| cell.said.as_str()).collect::<Vec<_>>().join(" · ")
}

/// What the head says of the unit, and the cells.
fn column_cells(column: &Column, named: bool, channels: &Channels) -> (String, Vec<Cell>) {
    let (words, formats) = (channels.words, channels.words.formats);
    let scale = scale(column, channels);
    let text = |datum: &Datum| match (column.value(datum), &scale) {
        (Some(None), _) => words.get("chart-not-disclosed-short").to_owned(),
        (Some(Some(value)), Some((_, exponent))) => {
            let plus = if column.is_shown_value() { plus(channels.spec, value) } else { "" };
            [plus, &formats.amount(&value.amount, *exponent)].concat()
        }
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
        let mut said = column.text(datum, channels);
        if named && !said.is_empty() {
            said = words.say("chart-says-pair", &[("label", &column.title), ("value", &said)]);
        }
        Cell { said, lacks, is_whole: is_number && own == 0, is_absent, text }
    });
    let cells = cells.collect();
    // A head may break between its words.
    let unit = scale.map(|(unit, exponent)| formats.unit_label(&unit, exponent).replace('\u{a0}', " "));
    let unit = unit.unwrap_or_default();
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
