//! Bars and columns, which show what is known of a value: solid as far as it is certain, hatched where it may reach, open where
//! no limit is known.

use super::{Ids, Plot, dots, group, hatch_id, lines, remarks, shades, stroke, text};
use crate::chart::channels::{Channels, Paint};
use crate::chart::extent::Extent;
use crate::chart::layout::lanes::{CHEVRON, Lane, Lanes, OUT, Piece, Shape};
use crate::chart::layout::{Frame, bars, columns};
use crate::chart::scale::Point;
use crate::chart::svg::{Element, Path};
use std::collections::BTreeSet;

/// Lays out bars or columns, as the mark wants.
pub fn plot<'c>(channels: &'c Channels, facet: usize, frame: &Frame) -> Box<dyn Plot + 'c> {
    Box::new(if channels.spec.mark.is_horizontal() {
        bars::lay_out(channels, facet, frame)
    } else {
        columns::lay_out(channels, facet, frame)
    })
}

impl Plot for Lanes<'_> {
    fn height(&self) -> f64 {
        self.height
    }

    fn hatched(&self) -> BTreeSet<Paint> {
        let pieces = self.places.iter().flat_map(|place| &place.pieces);
        pieces.filter(|(_, piece)| piece.has_hatch()).map(|(paint, _)| *paint).collect()
    }

    fn draw(&self, parent: &mut Element, ids: Ids<'_>) {
        shades(parent, &self.remarks);
        lines(parent, &self.grid, "grid");
        lines(parent, &self.guides, "leader");
        lines(parent, &self.links, "link");
        for place in &self.places {
            let paint = place.pieces.first().map_or(Paint::Plain, |(paint, _)| *paint);
            let mut outer = group(parent, paint);
            for (own, piece) in &place.pieces {
                let hatch = || ["url(#", &hatch_id(ids.drawing, *own), ")"].concat();
                if *own == paint {
                    piece.draw(&mut outer, place.lane, &hatch());
                } else {
                    piece.draw(&mut group(&mut outer, *own), place.lane, &hatch());
                }
            }
            for place in &place.texts {
                text(&mut outer, place);
            }
        }
        lines(parent, &self.zero, "zero");
        if !self.ticks.is_empty() {
            let mut axis = parent.child("g");
            axis.attr("class", "axis");
            self.ticks.iter().for_each(|tick| text(&mut axis, tick));
        }
        for place in &self.texts {
            text(parent, place);
        }
        remarks(parent, &self.remarks);
    }

    fn left_over(&self) -> &[usize] {
        &self.remarks.left_over
    }

    fn rows(&self) -> Vec<(usize, Point)> {
        let rows = self.places.iter().flat_map(|place| place.rows.iter().map(|row| (place.lane, *row)));
        // What has no value is told where the axis begins.
        let on_axis = |lane: Lane, value: f64| {
            let [low, high] = lane.scale.domain();
            lane.at(value.clamp(low.min(high), low.max(high)))
        };
        rows.map(|(lane, (row, value))| (row, lane.point(on_axis(lane, value), lane.middle()))).collect()
    }
}

impl Piece {
    /// Draws what lies in a lane; `hatch` is the paint of hatched parts.
    pub fn draw(self, parent: &mut Element, lane: Lane, hatch: &str) {
        match self {
            Self::Bar(shape) => shape.draw(parent, lane, hatch),
            Self::Dot(dot) => dot.draw(parent, lane),
            Self::Link { from, to, dashed } => dots::link(parent, lane, [from, to], dashed),
            Self::Open { end, rising } => chevron(parent, lane, lane.at(end), rising),
            Self::Whisker { low, high } => {
                let (from, to) = (lane.at(low), lane.at(high));
                let line = path(lane, &[[from, lane.middle()], [to, lane.middle()]]);
                stroke(parent, &line).attr("stroke-width", "2");
                let half = (lane.thickness / 4.0).max(3.0);
                for at in [from, to] {
                    let cap = path(lane, &[[at, lane.middle() - half], [at, lane.middle() + half]]);
                    stroke(parent, &cap).attr("stroke-width", "2");
                }
            }
        }
    }
}

impl Shape {
    fn draw(self, parent: &mut Element, lane: Lane, hatch: &str) {
        let start = lane.at(self.from);
        let end = |value: f64| visible(start, lane.at(value), value - self.from, lane);
        match self.extent {
            Extent::Exact(to) => self.certain(parent, lane, (start, end(to)), hatch),
            Extent::Beyond { end: to, rightward } => {
                self.certain(parent, lane, (start, end(to)), hatch);
                chevron(parent, lane, lane.at(to), rightward);
            }
            Extent::Within(to) => self.uncertain(parent, lane, (start, end(to)), hatch),
            Extent::About(to) => self.about(parent, lane, (start, lane.at(to)), to < self.from, hatch),
            Extent::Between { near, far } => {
                if near != self.from {
                    self.certain(parent, lane, (start, lane.at(near)), hatch);
                }
                self.uncertain(parent, lane, (lane.at(near), lane.at(far)), hatch);
                cap(parent, lane, lane.at(far));
            }
            Extent::Across { low, high } => {
                self.uncertain(parent, lane, (lane.at(low), lane.at(high)), hatch);
                cap(parent, lane, lane.at(low));
                cap(parent, lane, lane.at(high));
            }
        }
    }

    /// A bar that stops short of the value, where a dashed edge stands.
    fn about(self, parent: &mut Element, lane: Lane, (start, end): (f64, f64), falls: bool, hatch: &str) {
        let outward = if falls { -lane.rising() } else { lane.rising() };
        let edge = end - outward;
        let stop = edge - outward * 2.5;
        if (stop - start) * outward > 0.0 {
            self.certain(parent, lane, (start, stop), hatch);
        }
        let line = path(lane, &[[edge, lane.start], [edge, lane.start + lane.thickness]]);
        stroke(parent, &line).attr("stroke-width", "2").attr("stroke-dasharray", "3 2");
    }

    /// The part of the bar that the value surely has.
    fn certain(self, parent: &mut Element, lane: Lane, (from, to): (f64, f64), hatch: &str) {
        let from = if self.apart && (to - from).abs() > 2.0 { from + (to - from).signum() } else { from };
        if self.provisional {
            outlined(parent, lane, (from, to), hatch, true);
        } else {
            rect(parent, lane, (from, to), 0.0);
        }
    }

    /// The part that it may have.
    fn uncertain(self, parent: &mut Element, lane: Lane, from_to: (f64, f64), hatch: &str) {
        let fill = if self.provisional { "none" } else { hatch };
        outlined(parent, lane, from_to, fill, self.provisional);
    }
}

/// A rectangle across a lane, drawn in by `inset` on each side.
fn rect<'p>(parent: &'p mut Element, lane: Lane, (from, to): (f64, f64), inset: f64) -> Element<'p> {
    let [x, y] = lane.point(from.min(to) + inset, lane.start + inset);
    let size = ((to - from).abs() - 2.0 * inset).max(0.0);
    let thickness = (lane.thickness - 2.0 * inset).max(0.0);
    let [width, height] = lane.point(size, thickness);
    let mut rect = parent.child("rect");
    rect.number("x", x).number("y", y).number("width", width).number("height", height);
    rect
}

/// A rectangle whose outline, one unit wide, lies inside it.
fn outlined(parent: &mut Element, lane: Lane, from_to: (f64, f64), fill: &str, dashed: bool) {
    let mut rect = rect(parent, lane, from_to, 0.5);
    rect.attr("fill", fill).attr("stroke", "currentColor");
    if dashed {
        rect.attr("stroke-dasharray", "3 2");
    }
}

/// The open arrowhead past the end of a bar whose limit is not known.
fn chevron(parent: &mut Element, lane: Lane, end: f64, rising: bool) {
    let direction = if rising { lane.rising() } else { -lane.rising() };
    let half = (lane.thickness / 2.0 - 1.0).clamp(1.0, 7.0);
    let (back, tip) = (end + direction * (CHEVRON - 6.0), end + direction * (CHEVRON - 1.0));
    let middle = lane.middle();
    let line = path(lane, &[[back, middle - half], [tip, middle], [back, middle + half]]);
    stroke(parent, &line).attr("fill", "none").attr("stroke-width", "2");
}

/// The stroke at an end of a range.
fn cap(parent: &mut Element, lane: Lane, at: f64) {
    let line = path(lane, &[[at, lane.start - OUT], [at, lane.start + lane.thickness + OUT]]);
    stroke(parent, &line).attr("stroke-width", "2");
}

/// A path through points, each along the values and across them.
fn path(lane: Lane, points: &[[f64; 2]]) -> Path {
    points.iter().enumerate().fold(Path::default(), |path, (index, [along, across])| {
        let [x, y] = lane.point(*along, *across);
        if index == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    })
}

/// The end of a bar, at least a unit away from its start unless the value is zero: what is not nothing is seen.
fn visible(start: f64, end: f64, value: f64, lane: Lane) -> f64 {
    if value == 0.0 || (end - start).abs() >= 1.0 { end } else { start + value.signum() * lane.rising() }
}
