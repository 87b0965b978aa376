//! Axes: light lines behind the marks, a dark one at zero, and the names of ticks.

use super::marks::{lines, text};
use crate::chart::layout::plot::Plot;
use crate::chart::layout::point_axis::PointTick;
use crate::chart::layout::value_axis::ValueTick;
use crate::chart::layout::{Line, Rect, clear};
use crate::chart::svg::{Element, Path};

/// How long the stroke of a tick under the plot is.
const TICK: f64 = 4.0;

/// Draws an upright axis of values: its lines, from the drawing's left edge to the plot's right one and clear of the boxes of `words`,
/// then its numbers.
pub fn values(svg: &mut Element, plot: &Plot, ticks: &[ValueTick], has_grid: bool, words: &[Rect]) {
    let across = |tick: &ValueTick| clear(Line { from: [0.0, tick.y], to: [plot.right, tick.y] }, words);
    let (zero, grid): (Vec<&ValueTick>, Vec<&ValueTick>) = ticks.iter().partition(|tick| tick.is_zero);
    if has_grid {
        lines(svg, &grid.into_iter().flat_map(across).collect::<Vec<_>>(), "grid");
    }
    lines(svg, &zero.into_iter().flat_map(across).collect::<Vec<_>>(), "zero");
    let mut axis = svg.child("g");
    axis.attr("class", "axis");
    for label in ticks.iter().filter_map(|tick| tick.label.as_ref()) {
        text(&mut axis, label);
    }
}

/// Draws the ticks and names under a plot.
pub fn points(svg: &mut Element, plot: &Plot, ticks: &[PointTick]) {
    let strokes = ticks
        .iter()
        .fold(Path::default(), |path, tick| path.move_to(tick.x, plot.bottom).vertical_to(plot.bottom + TICK));
    if !strokes.is_empty() {
        svg.child("path").attr("class", "muted").path(&strokes).attr("stroke", "currentColor");
    }
    let mut axis = svg.child("g");
    axis.attr("class", "axis");
    for tick in ticks {
        text(&mut axis, &tick.label);
    }
}
