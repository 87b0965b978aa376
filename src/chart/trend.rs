//! How a series goes over time, in words: where it begins and ends, whether it rises or falls, and where it is highest and lowest
//! between. Each is said only where the bounds of the values prove it.

use super::channels::{Channels, Datum, sums};
use super::proof::exceeds;
use super::words::Words;
use crate::locale::Style;
use crate::model::Mark;
use crate::quantity::{Amount, Value};
use jiff::civil::Date;

/// One value of a series, and what its period is called.
struct Moment<'m> {
    days: Option<(Date, Date)>,
    label: &'m str,
    value: Value,
}

/// The way of a series whose rows are all disclosed, and have periods.
pub fn of_rows(name: &str, rows: &[&Datum], words: Words<'_>) -> String {
    let moment = |row: &Datum| Some((row.days, row.shown()?.clone()));
    let moments = rows.iter().filter_map(|row| {
        let (days, value) = moment(row)?;
        Some(Moment { days, label: &row.label, value })
    });
    way(name, moments.collect(), words)
}

/// The way of the sums of areas upon each other, of each small chart.
pub fn of_sums(channels: &Channels, words: Words<'_>) -> Vec<String> {
    if channels.spec.mark != Mark::StackedArea || channels.shows_shares() || channels.series.len() < 2 {
        return vec![];
    }
    let total = |data: &[Datum<'_>]| {
        let is_whole = data.iter().all(|datum| datum.row.value.is_some());
        sums::total(data.iter().map(|datum| datum.row.value)).filter(|_| is_whole)
    };
    let facets = channels.data.chunk_by(|a, b| a.facet == b.facet);
    let of_facet = |data: &[Datum<'_>]| {
        let stacks = data.chunk_by(|a, b| a.category == b.category);
        let moments =
            stacks.filter_map(|data| Some(Moment { days: data[0].days, label: &data[0].label, value: total(data)? }));
        let moments: Vec<Moment> = moments.collect();
        let facet = channels.facets[data[0].facet].label.as_str();
        let names = [facet, words.get("chart-says-total")];
        let name = names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ");
        (!moments.is_empty()).then(|| way(&name, moments, words))
    };
    facets.filter_map(of_facet).collect()
}

/// The first value and the last one, what lies between them, and what is the highest and the lowest on the way.
fn way(name: &str, mut moments: Vec<Moment>, words: Words<'_>) -> String {
    moments.sort_by_key(|moment| moment.days);
    let (first, last) = (&moments[0], &moments[moments.len() - 1]);
    let speech = |moment: &Moment| words.formats.value(&moment.value, Style::Speech);
    let (from, to) = (speech(first), speech(last));
    let args = [("label", name), ("first", first.label), ("last", last.label), ("from", &from), ("to", &to)];
    let mut said = words.fill(
        match (moments.len(), name) {
            (1, _) => "chart-says-point",
            (_, "") => "chart-says-series",
            _ => "chart-says-way",
        },
        &args,
    );
    if moments.len() > 1 {
        said += &change(first.value.amount, last.value.amount).map_or_else(String::new, |key| words.fill(key, &[]));
    }
    let between = &moments[1..moments.len().saturating_sub(1).max(1)];
    for (key, highest) in [("chart-says-high", true), ("chart-says-low", false)] {
        let is_beyond = |one: &&Moment| {
            moments.iter().filter(|other| !std::ptr::eq(*other, *one)).all(|other| {
                let (high, low) = if highest { (one, &other) } else { (&other, one) };
                exceeds(high.value.amount, low.value.amount)
            })
        };
        if let Some(extreme) = between.iter().find(is_beyond) {
            said += &words.fill(key, &[("label", extreme.label), ("value", &speech(extreme))]);
        }
    }
    said + "."
}

/// The string that names what happens from one amount to another; `None` where the bounds leave it open.
fn change(from: Amount, to: Amount) -> Option<&'static str> {
    match (from, to) {
        (Amount::Exact(a), Amount::Exact(b)) if a == b => Some("chart-says-level"),
        _ if exceeds(to, from) => Some("chart-says-rise"),
        _ if exceeds(from, to) => Some("chart-says-fall"),
        _ => None,
    }
}
