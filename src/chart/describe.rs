//! What a chart says, in words: the finding with its numbers, for readers who do not see it.
//!
//! A ranking is claimed only where the bounds prove it: "more than 100" beats 80, but 60 to 65 does not beat 62.

use super::channels::{Channels, Datum, by_value};
use super::words::Words;
use crate::locale::Style;
use crate::model::Field;
use crate::quantity::{Amount, Decimal};
use std::cmp::Ordering;

/// Charts of more rows than this are summed up by their first ones and the last.
const MOST_LISTED: usize = 6;

/// One to three sentences.
pub fn describe(channels: &Channels, words: Words<'_>) -> String {
    let (mut disclosed, hidden): (Vec<&Datum>, Vec<&Datum>) =
        channels.data.iter().partition(|bar| bar.row.value.is_some());
    let mut sentences = Vec::new();
    if channels.fields.category == Field::Period && disclosed.len() > 1 {
        sentences =
            if channels.series.len() > 1 { each_series(channels, &disclosed, words) } else { series(disclosed, words) };
    } else {
        disclosed.sort_by(|a, b| by_value(a.row.value, b.row.value, true));
        if !disclosed.is_empty() {
            sentences.push(ranking(&disclosed, words));
        }
    }
    if !hidden.is_empty() {
        let named = |bar: &&Datum| match &channels.series[..] {
            [_] => bar.label.clone(),
            several => format!("{} ({})", several[bar.series].label, bar.label),
        };
        let labels: Vec<String> = hidden.iter().map(named).collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        sentences.push(words.say("chart-says-not-disclosed", &[("labels", &words.formats.list(&labels))]));
    }
    sentences.join(" ")
}

/// The way of each series, from its first period to its last.
fn each_series(channels: &Channels, bars: &[&Datum], words: Words<'_>) -> Vec<String> {
    let ways = channels.series.iter().enumerate().filter_map(|(index, name)| {
        let mut own: Vec<&Datum> = bars.iter().copied().filter(|bar| bar.series == index).collect();
        own.sort_by_key(|bar| bar.row.period.map(|period| period.days(12)));
        let (first, last) = (own.first()?, own.last()?);
        let (from, to) = (speech(first, words), speech(last, words));
        let args = [("label", name.label.as_str()), ("from", &from), ("first", &first.label)];
        Some(match own.len() {
            1 => words.say("chart-says-point", &args),
            _ => words.say("chart-says-way", &[&args[..], &[("to", &to), ("last", &last.label)]].concat()),
        })
    });
    ways.collect()
}

/// The way from the first period to the last, and the highest point where it lies between.
fn series(mut bars: Vec<&Datum>, words: Words<'_>) -> Vec<String> {
    // Fiscal years are ordered as if they were calendar years: one company's all shift alike.
    bars.sort_by_key(|bar| bar.row.period.map(|period| period.days(12)));
    let (first, last) = (bars[0], bars[bars.len() - 1]);
    let args = [
        ("first", first.label.as_str()),
        ("last", &last.label),
        ("from", &speech(first, words)),
        ("to", &speech(last, words)),
    ];
    let mut sentences = vec![words.say("chart-says-series", &args)];
    let peak = bars.iter().copied().find(|bar| surely_above(bar, bars.iter().copied()));
    if let Some(peak) = peak.filter(|peak| !std::ptr::eq(*peak, first) && !std::ptr::eq(*peak, last)) {
        let args = [("label", peak.label.as_str()), ("value", &speech(peak, words))];
        sentences.push(words.say("chart-says-peak", &args));
    }
    sentences
}

/// Who comes first and ahead of whom; where nobody surely does, the values as they are. `bars` falls.
fn ranking(bars: &[&Datum], words: Words<'_>) -> String {
    let (first, others) = bars.split_first().expect("called with a row");
    let value = speech(first, words);
    if others.is_empty() {
        return words.say("chart-says-pair", &[("label", &first.label), ("value", &value)]) + ".";
    }
    let is_exact = |bar: &&Datum| matches!(bar.row.value.map(|value| value.amount), Some(Amount::Exact(_)));
    let is_equal = |bar: &&Datum| bar.row.value == first.row.value;
    if bars.iter().all(|bar| is_exact(bar) && is_equal(bar)) && bars.len() <= MOST_LISTED {
        let labels: Vec<&str> = bars.iter().map(|bar| bar.label.as_str()).collect();
        return words.say("chart-says-equal", &[("labels", &words.formats.list(&labels)), ("value", &value)]);
    }
    // What does not fit is summed up by its number and its last row; that it is the least is not claimed.
    let listed = if bars.len() > MOST_LISTED { 2 } else { others.len() };
    let last = others.last().filter(|_| listed < others.len());
    let mut said = if surely_above(first, bars.iter().copied()) {
        let named = |bar: &&Datum| format!("{} ({})", bar.label, speech(bar, words));
        let others: Vec<String> = others[..listed].iter().map(named).collect();
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        words.say("chart-says-first", &[("label", &first.label), ("value", &value)])
            + &words.say("chart-says-ahead", &[("others", &words.formats.list(&others))])
    } else {
        let pair =
            |bar: &&Datum| words.say("chart-says-pair", &[("label", &bar.label), ("value", &speech(bar, words))]);
        let pairs: Vec<String> = bars[..=listed].iter().map(pair).collect();
        words.typeset(&pairs.join("; "))
    };
    if let Some(last) = last {
        let more = words.formats.number(Decimal::from(others.len() - listed));
        let args = [("n", more.as_str()), ("label", &last.label), ("value", &speech(last, words))];
        said += &words.say("chart-says-last", &args);
    }
    said + "."
}

fn speech(bar: &Datum, words: Words<'_>) -> String {
    bar.row.value.map_or_else(String::new, |value| words.formats.value(value, Style::Speech))
}

/// True where a row's least possible value is above every other row's greatest possible one.
fn surely_above<'b>(bar: &'b Datum, mut all: impl Iterator<Item = &'b Datum<'b>>) -> bool {
    let amount = |bar: &Datum| bar.row.value.map(|value| value.amount);
    let Some(least) = amount(bar).and_then(least) else { return false };
    all.all(|other| {
        if std::ptr::eq(other, bar) {
            return true;
        }
        let Some(other) = amount(other) else { return true };
        greatest(other).is_some_and(|greatest| match least.cmp(&greatest) {
            Ordering::Greater => true,
            // More than 100 is above 100 itself.
            Ordering::Equal => matches!(amount(bar), Some(Amount::MoreThan(_))) || matches!(other, Amount::LessThan(_)),
            Ordering::Less => false,
        })
    })
}

/// The least number that an amount may be; `None` where it has no lower bound. "About" is taken as a twentieth either way.
fn least(amount: Amount) -> Option<Decimal> {
    match amount {
        Amount::Exact(n) | Amount::MoreThan(n) | Amount::AtLeast(n) | Amount::Range(n, _) => Some(n),
        Amount::About(n) => Some(n - n.abs() / Decimal::from(20)),
        Amount::LessThan(_) | Amount::AtMost(_) => None,
    }
}

/// The greatest number that an amount may be.
fn greatest(amount: Amount) -> Option<Decimal> {
    match amount {
        Amount::Exact(n) | Amount::LessThan(n) | Amount::AtMost(n) | Amount::Range(_, n) => Some(n),
        Amount::About(n) => Some(n + n.abs() / Decimal::from(20)),
        Amount::MoreThan(_) | Amount::AtLeast(_) => None,
    }
}
