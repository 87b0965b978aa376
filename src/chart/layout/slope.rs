//! Slopes: a few points in time as upright axes, and each series a line between them, with its name and its value at both
//! ends as far as they have room.

use super::ends::{End, Ends, Side, middle};
use super::lines::{self, DOT, Lines};
use super::plot::Plot;
use super::point_axis::{PointAxis, PointTick, within};
use super::{Frame, Ink, LINE, Rect, Stand, Text, meets, value_axis};
use crate::chart::channels::{Channels, Datum, Name};
use crate::chart::scale::Curve;
use crate::model::ValueLabels;
use std::borrow::Cow;

/// The width of the plot divided by its height where the author says nothing: on a page, and on a phone.
const ASPECT: [f64; 2] = [1.5, 1.0];
/// Kept free over the highest point and under the lowest one, for the marks of bounds.
const PAD: f64 = 10.0;
/// Between an upright axis and the name over it, and between two names.
const HEAD_GAP: f64 = 6.0;
const BETWEEN: f64 = 6.0;
/// The share of the width that the lines keep where names stand at both ends.
const GOOD_ROOM: f64 = 0.4;

/// Lays out one small chart.
pub fn lay_out<'c>(channels: &'c Channels, facet: usize, frame: &Frame) -> Lines<'c> {
    let [left, right] = ends(channels, facet, frame, lines::named_at_ends(channels));
    let top = LINE * frame.font + HEAD_GAP;
    let height = frame.plot_height(channels.spec, ASPECT).max(left.height(frame)).max(right.height(frame));
    let (first, last) = (left.column.max(DOT), frame.width - right.column.max(DOT));
    let plot = Plot { left: first, right: last, top, bottom: top + height };
    let spec = channels.spec.value_channel().map(|channel| channel.scale.clone()).unwrap_or_default();
    let scale = value_axis::scale(&spec, lines::reach(channels), false).on([plot.bottom - PAD, plot.top + PAD]);
    let across = PointAxis::new(channels);
    let points = heads(channels, &across, &plot, frame);
    let series = lines::lines(channels, facet, |category| across.x(category, &plot), &scale);
    let texts: Vec<Rect> = points.iter().map(|tick| tick.label.bounds(frame.font)).collect();
    let marks: Vec<Rect> = series.iter().flat_map(|series| series.boxes(Curve::Linear)).collect();
    let remarks = lines::annotations(channels, &plot, (&scale, &across), frame, [&texts, &marks]);
    let room = [plot.top, plot.bottom];
    let mut ends = left.place(Side::Left, &scale, plot.left, room, frame);
    ends.extend(right.place(Side::Right, &scale, plot.right, room, frame));
    Lines {
        channels,
        remarks,
        height: plot.bottom + 1.0,
        has_grid: false,
        base: plot.bottom,
        ends,
        values: vec![],
        points,
        series,
        sums: vec![],
        labels: vec![],
        words: vec![],
        plot,
    }
}

/// What stands left of the first axis and right of the last one: values and names; where names at both would leave the lines no
/// room, at the left only those of series that do not reach to the right.
fn ends<'c>(channels: &'c Channels, facet: usize, frame: &Frame, named: bool) -> [Ends<'c>; 2] {
    let of = |side, named: &dyn Fn(usize) -> bool| Ends::new(texts(channels, facet, side, named), frame);
    let right = of(Side::Right, &|_| named).unwrap_or_default();
    let both =
        of(Side::Left, &|_| named).filter(|left| frame.width - left.column - right.column >= GOOD_ROOM * frame.width);
    let lacks = |series| at(channels, facet, series, Side::Right).is_none();
    let left = both.or_else(|| of(Side::Left, &|series| named && lacks(series)));
    [left.unwrap_or_default(), right]
}

/// The texts of a side; `named` says which series have their name there.
fn texts<'c>(channels: &'c Channels, facet: usize, side: Side, named: &dyn Fn(usize) -> bool) -> Vec<End<'c>> {
    let end = |(series, name): (usize, &'c Name)| {
        let datum = at(channels, facet, series, side)?;
        let with_value = match channels.spec.labels.value {
            None | Some(ValueLabels::Always) => true,
            Some(ValueLabels::Last) => side == Side::Right,
            Some(ValueLabels::Highlighted) => datum.highlighted,
            Some(ValueLabels::None) => false,
        };
        Some(End::of(datum, middle(datum)?, if named(series) { &name.label } else { "" }, with_value))
    };
    channels.series.iter().enumerate().filter_map(end).collect()
}

/// The row of a series at the first point or at the last one, if its value is disclosed.
fn at<'c>(channels: &'c Channels, facet: usize, series: usize, side: Side) -> Option<&'c Datum<'c>> {
    let category = match side {
        Side::Left => 0,
        Side::Right => channels.categories.len() - 1,
    };
    let mut rows = channels.of_facet(facet);
    rows.find(|datum| datum.series == series && datum.category == category && datum.row.value.is_some())
}

/// The axes, each under its name; names that would run into each other are left out, the last one never.
fn heads<'c>(channels: &'c Channels, across: &PointAxis, plot: &Plot, frame: &Frame) -> Vec<PointTick<'c>> {
    let stroke = [plot.top, plot.bottom];
    let head = |(category, name): (usize, &'c Name)| {
        let x = across.x(category, plot);
        let lines = vec![Cow::Borrowed(name.label.as_str())];
        let label = within(x, 0.0, lines, frame);
        PointTick { x, stroke, label: Text { stand: Stand::Under, ink: Ink::Muted, ..label } }
    };
    let mut heads: Vec<PointTick> = channels.categories.iter().enumerate().map(head).collect();
    let mut taken: Vec<Rect> = Vec::new();
    let last = heads.len().saturating_sub(1);
    let mut order: Vec<usize> = (0..heads.len()).collect();
    order.sort_by_key(|&at| if at == last { 0 } else { at + 1 });
    for at in order {
        let [a, b, c, d] = heads[at].label.bounds(frame.font);
        if taken.iter().any(|other| meets([a - BETWEEN, b, c, d], *other) || meets([a, b, c + BETWEEN, d], *other)) {
            heads[at].label.lines.clear();
        } else {
            taken.push([a, b, c, d]);
        }
    }
    heads
}
