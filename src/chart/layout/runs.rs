//! What lies in each lane of a chart of bars, columns or dots, before anyone knows where: for each category its runs, each with its
//! pieces in the unit of the values, how far it reaches, and the text at its end.

use super::lanes::{CAP, CHEVRON, Piece, Shape};
use super::{Ink, dots};
use crate::chart::channels::{Channels, Datum, Paint, sums};
use crate::chart::extent::{Extent, number};
use crate::chart::measure::Weight;
use crate::chart::scale::stack::{Offset, Order, stack};
use crate::locale::Style;
use crate::model::{Mark, Stack, ValueLabels};
use crate::quantity::{Amount, Decimal};
use std::borrow::Cow;

/// A category with its runs.
pub struct Row<'c> {
    pub label: &'c str,
    pub weight: Weight,
    pub category: usize,
    pub runs: Vec<Run<'c>>,
}

/// What lies in one lane.
#[derive(Clone)]
pub struct Run<'c> {
    pub pieces: Vec<(Paint, Piece)>,
    /// The lowest and the highest value that is drawn, where it begins included.
    pub low: f64,
    pub high: f64,
    /// True where its outer end is the low one.
    pub falls: bool,
    /// What its own marks take beyond the outer end and beyond the other one, in user units.
    pub outer: f64,
    pub inner: f64,
    /// What is written beyond the outer end and beyond the other one; empty where nothing is.
    pub text: Cow<'c, str>,
    pub inner_text: Cow<'c, str>,
    pub weight: Weight,
    pub ink: Ink,
    pub inner_ink: Ink,
    /// Its parts whose share is written upon them.
    pub shares: Vec<Share<'c>>,
    /// Its rows by their places, and the value at which each is pointed at.
    pub rows: Vec<(usize, f64)>,
    /// The number that the next run begins at, where runs go on from each other.
    pub level: Option<f64>,
}

/// A part of a run with the share that it has in it.
#[derive(Clone)]
pub struct Share<'c> {
    /// Where the part begins and ends, in the unit of the axis.
    pub ends: [f64; 2],
    pub text: &'c str,
    pub weight: Weight,
}

impl Run<'_> {
    /// The value at which its text stands.
    pub fn end(&self) -> f64 {
        if self.falls { self.low } else { self.high }
    }
}

/// The rows of each small chart in order.
pub fn rows<'c>(channels: &'c Channels) -> Vec<Vec<Row<'c>>> {
    (0..channels.facets.len()).map(|facet| of_facet(channels, facet)).collect()
}

fn of_facet<'c>(channels: &'c Channels, facet: usize) -> Vec<Row<'c>> {
    let data: Vec<&Datum> = channels.of_facet(facet).collect();
    let runs: Vec<Vec<Run>> = match channels.spec.mark {
        Mark::Waterfall => steps(channels, &data),
        mark if mark.stacks() => stacks(channels, &data),
        mark if mark.has_dots() => dots::runs(channels, &data),
        _ => grouped(channels, &data),
    };
    let categories = data.chunk_by(|a, b| a.category == b.category);
    let rows = categories.zip(runs).map(|(data, runs)| Row {
        label: &data[0].label,
        weight: weight(data.iter().all(|datum| datum.highlighted)),
        category: data[0].category,
        runs,
    });
    rows.collect()
}

/// The lowest and the highest value that the chart draws in any of its small charts, with zero where axes start there.
pub fn reach(channels: &Channels, rows: &[Vec<Row>]) -> (f64, f64) {
    if channels.shows_shares() {
        // Sums of shares are off the whole by a hair.
        return (0.0, 1.0);
    }
    let runs = rows.iter().flatten().flat_map(|row| &row.runs);
    let widen = |(low, high): (f64, f64), run: &Run| (run.low.min(low), run.high.max(high));
    if channels.spec.mark.starts_at_zero() {
        return runs.fold((0.0, 0.0), widen);
    }
    let (low, high) = runs.filter(|run| !run.pieces.is_empty()).fold((f64::INFINITY, f64::NEG_INFINITY), widen);
    if low <= high { (low, high) } else { (0.0, 1.0) }
}

pub fn weight(is_highlighted: bool) -> Weight {
    if is_highlighted { Weight::Bold } else { Weight::Regular }
}

/// One run for each series; a series that the category lacks leaves its lane empty.
fn grouped<'c>(channels: &Channels, data: &[&'c Datum]) -> Vec<Vec<Run<'c>>> {
    let lanes = channels.series.len();
    let category = |data: &[&'c Datum]| {
        // Rows of one name are an error, but are drawn.
        let extra = data.len().saturating_sub(lanes.min(data.len())).min(data.len());
        let mut runs: Vec<Run> = vec![empty(); if lanes > 1 { lanes } else { 1 + extra }];
        for (at, datum) in data.iter().enumerate() {
            runs[if lanes > 1 { datum.series } else { at }] = single(channels, datum);
        }
        runs
    };
    data.chunk_by(|a, b| a.category == b.category).map(category).collect()
}

pub fn empty<'c>() -> Run<'c> {
    Run {
        pieces: vec![],
        low: 0.0,
        high: 0.0,
        falls: false,
        outer: 0.0,
        inner: 0.0,
        text: Cow::Borrowed(""),
        inner_text: Cow::Borrowed(""),
        weight: Weight::Regular,
        ink: Ink::Plain,
        inner_ink: Ink::Plain,
        shares: vec![],
        rows: vec![],
        level: None,
    }
}

/// The bar of one row.
fn single<'c>(channels: &Channels, datum: &'c Datum) -> Run<'c> {
    let text = if is_labelled(channels, datum) || datum.extent.is_none() { datum.text.as_str() } else { "" };
    let Some(extent) = datum.extent else {
        let rows = vec![(datum.index, 0.0)];
        return Run { text: text.into(), weight: weight(datum.highlighted), ink: Ink::Muted, rows, ..empty() };
    };
    let (low, high) = extent.reach();
    Run {
        pieces: vec![(datum.paint, Piece::Bar(Shape::new(extent, datum.provisional)))],
        low,
        high,
        falls: extent.is_leftward(),
        outer: tail(extent),
        inner: if matches!(extent, Extent::Across { .. }) { CAP } else { 0.0 },
        text: text.into(),
        weight: weight(datum.highlighted),
        rows: vec![(datum.index, if extent.is_leftward() { low } else { high })],
        ..empty()
    }
}

/// Whether the author wants a row's value written beside its mark.
pub fn is_labelled(channels: &Channels, datum: &Datum) -> bool {
    match channels.spec.labels.value.unwrap_or(ValueLabels::Always) {
        ValueLabels::Always => true,
        ValueLabels::Highlighted => datum.highlighted,
        ValueLabels::Last => datum.category + 1 == channels.categories.len(),
        ValueLabels::None => false,
    }
}

/// What a bar's own marks take beyond its end.
fn tail(extent: Extent) -> f64 {
    match extent {
        Extent::Exact(_) | Extent::Within(_) => 0.0,
        Extent::Beyond { .. } => CHEVRON,
        Extent::About(_) | Extent::Between { .. } | Extent::Across { .. } => CAP,
    }
}

/// How the parts of a stack add up: as the author says, and around zero where some are below it.
pub fn offset(channels: &Channels) -> Offset {
    let is_below = |datum: &Datum| datum.row.value.is_some_and(|value| value.amount.low().is_sign_negative());
    match channels.spec.value_channel().and_then(|channel| channel.stack) {
        Some(Stack::Normalize) => Offset::Normalize,
        Some(Stack::Diverging) => Offset::Diverging,
        Some(Stack::Zero) | None if channels.data.iter().any(is_below) => Offset::Diverging,
        Some(Stack::Zero) | None => Offset::Zero,
    }
}

/// One run for each category: its series upon each other, and what is known of their sum at the end.
fn stacks<'c>(channels: &Channels, data: &[&'c Datum<'c>]) -> Vec<Vec<Run<'c>>> {
    let offset = offset(channels);
    let categories: Vec<&[&Datum]> = data.chunk_by(|a, b| a.category == b.category).collect();
    let mut values = vec![vec![None; categories.len()]; channels.series.len()];
    for (at, data) in categories.iter().enumerate() {
        for datum in *data {
            values[datum.series][at] = datum.row.value.map(|value| number(value.amount.low()));
        }
    }
    let parts = stack(&values, Order::Given, offset);
    let run = |(at, data): (usize, &&[&'c Datum])| {
        let mut run = empty();
        for datum in *data {
            let Some([from, to]) = parts[datum.series][at] else { continue };
            // Below zero, d3 gives the end first.
            let (from, to) = if offset == Offset::Diverging && from < 0.0 { (to, from) } else { (from, to) };
            let is_limit = datum.row.value.is_some_and(|value| value.amount.is_upper_bound());
            let extent = if is_limit { Extent::Within(to) } else { Extent::Exact(to) };
            let shape = Shape { from, extent, provisional: datum.provisional, apart: from != 0.0 };
            run.pieces.push((datum.paint, Piece::Bar(shape)));
            run.low = run.low.min(to);
            run.high = run.high.max(to);
            run.rows.push((datum.index, f64::midpoint(from, to)));
            // A hatch would strike through the letters.
            if datum.share.is_some() && !datum.provisional && is_labelled(channels, datum) {
                run.shares.push(Share { ends: [from, to], text: &datum.text, weight: weight(datum.highlighted) });
            }
        }
        whole(&mut run, data, offset, channels);
        vec![run]
    };
    categories.iter().enumerate().map(run).collect()
}

/// Adds to a stack what is known of its sum, and the sum as its text. Stacks of shares, and those around zero, have no end to
/// say it at.
fn whole(run: &mut Run, data: &[&Datum], offset: Offset, channels: &Channels) {
    let Some(total) = sums::total(data.iter().map(|datum| datum.row.value)) else {
        if run.pieces.is_empty() {
            run.text = data[0].text.clone().into();
            run.ink = Ink::Muted;
        }
        return;
    };
    if offset != Offset::Zero {
        return;
    }
    let end = run.end();
    let piece = match total.amount {
        Amount::Range(low, high) => Some(Piece::Whisker { low: number(low), high: number(high) }),
        Amount::MoreThan(_) | Amount::AtLeast(_) => Some(Piece::Open { end, rising: true }),
        Amount::LessThan(_) | Amount::AtMost(_) => Some(Piece::Open { end, rising: false }),
        Amount::Exact(_) | Amount::About(_) => None,
    };
    if let Some(piece) = piece {
        run.pieces.push((Paint::Ink, piece));
        match piece {
            Piece::Whisker { low, high } => {
                (run.low, run.high, run.outer) = (run.low.min(low), run.high.max(high), CAP);
            }
            _ => run.outer = CHEVRON,
        }
    }
    let wants = data.iter().any(|datum| is_labelled(channels, datum));
    let is_whole = data.iter().all(|datum| datum.row.value.is_some());
    if wants && is_whole {
        run.text = channels.words.formats.value(&total, Style::Label).into();
    }
}

/// One run for each step, beginning where the one before it ends; the first one and the last one stand on zero.
fn steps<'c>(channels: &'c Channels, data: &[&'c Datum]) -> Vec<Vec<Run<'c>>> {
    let mut level = 0.0;
    let last = data.len().saturating_sub(1);
    let step = |(at, datum): (usize, &&'c Datum)| {
        let mut run = single(channels, datum);
        let (Some(value), Some(extent)) = (datum.row.value, datum.extent) else {
            run.level = Some(level);
            return vec![run];
        };
        if at > 0 && at < last {
            let extent = extent.moved(level);
            let shape = Shape { from: level, extent, provisional: datum.provisional, apart: false };
            run.pieces = vec![(datum.paint, Piece::Bar(shape))];
            let is_gain = matches!(value.amount, Amount::Exact(n) if n > Decimal::ZERO);
            if is_gain && !run.text.is_empty() && !run.text.starts_with('+') {
                run.text = ["+", &run.text].concat().into();
            }
            let (low, high) = extent.ends();
            (run.low, run.high) = (low.min(level), high.max(level));
            level += number(value.amount.low());
        } else {
            level = number(value.amount.low());
        }
        run.level = Some(level);
        run.rows = vec![(datum.index, run.end())];
        vec![run]
    };
    data.iter().enumerate().map(step).collect()
}
