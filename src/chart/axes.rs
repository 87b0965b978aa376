//! Axes: light lines behind the marks, a dark one at zero, and the names of ticks.

use super::marks::text;
use crate::chart::layout::plot::Plot;
use crate::chart::layout::point_axis::PointTick;
use crate::chart::layout::value_axis::ValueTick;
use crate::chart::svg::{Element, Path};

/// Draws an upright axis of values: its lines, from the drawing's left edge to the plot's right one, then its numbers.
pub fn values(svg: &mut Element, plot: &Plot, ticks: &[ValueTick], has_grid: bool) {
    let line = |path: Path, tick: &ValueTick| path.move_to(0.0, tick.y).horizontal_to(plot.right);
    if has_grid {
        let path = ticks.iter().filter(|tick| !tick.is_zero).fold(Path::default(), line);
        svg.child("path").attr("class", "grid").path(&path).attr("stroke", "currentColor");
    }
    let zero = ticks.iter().filter(|tick| tick.is_zero).fold(Path::default(), line);
    if !zero.is_empty() {
        svg.child("path").attr("class", "zero").path(&zero).attr("stroke", "currentColor");
    }
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
