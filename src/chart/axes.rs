//! Axes: light lines behind the marks, a dark one at zero, and the names of ticks.

use super::marks::{lines, text};
use crate::chart::layout::plot::Plot;
use crate::chart::layout::point_axis::PointTick;
use crate::chart::layout::value_axis::ValueTick;
use crate::chart::layout::{Line, Rect, clear};
use crate::chart::svg::{Element, Path};

/// Draws an upright axis of values: its lines, from the drawing's left edge to the plot's right one and clear of the boxes of `words`,
/// then its numbers.
pub fn values(svg: &mut Element, plot: &Plot, ticks: &[ValueTick], has_grid: bool, words: &[Rect]) {
    let across = |tick: &ValueTick| clear(Line { from: [0.0, tick.y], to: [plot.right, tick.y] }, words);
    let (zero, grid): (Vec<&ValueTick>, Vec<&ValueTick>) = ticks.iter().partition(|tick| tick.is_zero);
    if has_grid {
        lines(svg, &grid.into_iter().flat_map(across).collect::<Vec<_>>(), "grid");
    }
    lines(svg, &zero.into_iter().flat_map(across).collect::<Vec<_>>(), "zero");
    if ticks.iter().all(|tick| tick.label.is_none()) {
        return;
    }
    let mut axis = svg.child("g");
    axis.attr("class", "axis");
    for label in ticks.iter().filter_map(|tick| tick.label.as_ref()) {
        text(&mut axis, label);
    }
}

/// Draws the ticks and the names of points along x.
pub fn points(svg: &mut Element, ticks: &[PointTick]) {
    let strokes = ticks.iter().fold(Path::default(), |path, PointTick { x, stroke: [from, to], .. }| {
        path.move_to(*x, *from).vertical_to(*to)
    });
    if !strokes.is_empty() {
        svg.child("path").attr("class", "muted").path(&strokes).attr("stroke", "currentColor");
    }
    let mut axis = svg.child("g");
    axis.attr("class", "axis");
    for tick in ticks.iter().filter(|tick| !tick.label.lines.is_empty()) {
        text(&mut axis, &tick.label);
    }
}
