//! The bar, which shows what is known of its value: solid as far as it is certain, hatched where it may reach, open where
//! no limit is known.

use super::{Ids, drawing, group, hatch_id, text};
use crate::chart::channels::{Datum, Paint};
use crate::chart::extent::Extent;
use crate::chart::layout::Frame;
use crate::chart::layout::bars::{Bars, CHEVRON};
use crate::chart::scale::Linear;
use crate::chart::svg::{Element, Path};
use std::collections::BTreeSet;

/// How far the caps of ranges and the line of zero stand out.
const OUT: f64 = 2.0;

/// Draws a bar chart.
pub fn draw(bars: &Bars, frame: &Frame, ids: Ids<'_>) -> String {
    let hatched = bars.rows.iter().filter(|row| shape(row.bar).is_some_and(Shape::has_hatch)).map(|row| row.bar.paint);
    let hatched: BTreeSet<Paint> = hatched.collect();
    let hatched: Vec<Paint> = hatched.into_iter().collect();
    drawing(frame, bars.height, ids, &hatched, |svg| {
        for row in &bars.rows {
            let mut group = group(svg, row.bar.paint);
            if let Some(shape) = shape(row.bar) {
                let lane = Lane { top: row.top, thickness: bars.thickness, scale: &bars.scale };
                shape.draw(&mut group, lane, &["url(#", &hatch_id(ids.drawing, row.bar.paint), ")"].concat());
            }
            for place in &row.texts {
                text(&mut group, place);
            }
        }
        zero(svg, bars);
    })
}

/// The line of zero, or a piece of it at each bar where names stand between them.
fn zero(svg: &mut Element, bars: &Bars) {
    let x = bars.scale.map(0.0);
    let line = if bars.one_zero_line {
        Path::default().move_to(x, 0.0).vertical_to(bars.height)
    } else {
        bars.rows.iter().fold(Path::default(), |path, row| {
            path.move_to(x, row.top - OUT).vertical_to(row.top + bars.thickness + OUT)
        })
    };
    svg.child("path").attr("class", "zero").path(&line).attr("stroke", "currentColor");
}

fn shape(bar: &Datum) -> Option<Shape> {
    Some(Shape { extent: bar.extent?, provisional: bar.provisional })
}

/// A bar's extent, and whether it is drawn as provisional: one degree less firm throughout, in dashed outlines.
#[derive(Clone, Copy)]
pub struct Shape {
    pub extent: Extent,
    pub provisional: bool,
}

/// The strip in which one bar lies.
#[derive(Clone, Copy)]
pub struct Lane<'s> {
    pub top: f64,
    pub thickness: f64,
    pub scale: &'s Linear,
}

impl Shape {
    /// True where drawing it takes a hatch.
    pub fn has_hatch(self) -> bool {
        let is_uncertain = !matches!(self.extent, Extent::Exact(_) | Extent::Beyond { .. } | Extent::About(_));
        self.provisional || is_uncertain
    }

    /// Draws the bar; `hatch` is the paint of hatched parts.
    pub fn draw(self, parent: &mut Element, lane: Lane, hatch: &str) {
        let zero = lane.scale.map(0.0);
        let x = |value: f64| lane.scale.map(value);
        match self.extent {
            Extent::Exact(end) => self.certain(parent, lane, (zero, visible(zero, x(end), end)), hatch),
            Extent::Beyond { end, rightward } => {
                self.certain(parent, lane, (zero, visible(zero, x(end), end)), hatch);
                chevron(parent, lane, x(end), if rightward { 1.0 } else { -1.0 });
            }
            Extent::Within(end) => self.uncertain(parent, lane, (zero, visible(zero, x(end), end)), hatch),
            Extent::About(end) => self.about(parent, lane, (zero, x(end)), end < 0.0, hatch),
            Extent::Between { near, far } => {
                if near != 0.0 {
                    self.certain(parent, lane, (zero, x(near)), hatch);
                }
                self.uncertain(parent, lane, (x(near), x(far)), hatch);
                cap(parent, lane, x(far));
            }
            Extent::Across { low, high } => {
                self.uncertain(parent, lane, (x(low), x(high)), hatch);
                cap(parent, lane, x(low));
                cap(parent, lane, x(high));
            }
        }
    }

    /// A bar that stops short of the value, where a dashed edge stands.
    fn about(self, parent: &mut Element, lane: Lane, (zero, end): (f64, f64), leftward: bool, hatch: &str) {
        let outward = if leftward { -1.0 } else { 1.0 };
        let edge = end - outward;
        let stop = edge - outward * 2.5;
        if (stop - zero) * outward > 0.0 {
            self.certain(parent, lane, (zero, stop), hatch);
        }
        let stroke = Path::default().move_to(edge, lane.top).vertical_to(lane.top + lane.thickness);
        let mut path = parent.child("path");
        path.path(&stroke).attr("stroke", "currentColor").attr("stroke-width", "2").attr("stroke-dasharray", "3 2");
    }

    /// The part of the bar that the value surely has.
    fn certain(self, parent: &mut Element, lane: Lane, from_to: (f64, f64), hatch: &str) {
        if self.provisional {
            outlined(parent, lane, from_to, hatch, true);
        } else {
            let (left, right) = ordered(from_to);
            let mut rect = parent.child("rect");
            rect.number("x", left).number("y", lane.top).number("width", right - left);
            rect.number("height", lane.thickness);
        }
    }

    /// The part that it may have.
    fn uncertain(self, parent: &mut Element, lane: Lane, from_to: (f64, f64), hatch: &str) {
        let fill = if self.provisional { "none" } else { hatch };
        outlined(parent, lane, from_to, fill, self.provisional);
    }
}

/// A rectangle whose outline, one unit wide, lies inside it.
fn outlined(parent: &mut Element, lane: Lane, from_to: (f64, f64), fill: &str, dashed: bool) {
    let (left, right) = ordered(from_to);
    let mut rect = parent.child("rect");
    rect.number("x", left + 0.5).number("y", lane.top + 0.5);
    rect.number("width", (right - left - 1.0).max(0.0)).number("height", lane.thickness - 1.0);
    rect.attr("fill", fill).attr("stroke", "currentColor");
    if dashed {
        rect.attr("stroke-dasharray", "3 2");
    }
}

/// The open arrowhead past the end of a bar whose limit is not known.
fn chevron(parent: &mut Element, lane: Lane, end: f64, direction: f64) {
    let middle = lane.top + lane.thickness / 2.0;
    let half = (lane.thickness / 2.0 - 1.0).min(7.0);
    let (back, tip) = (end + direction * (CHEVRON - 6.0), end + direction * (CHEVRON - 1.0));
    let stroke = Path::default().move_to(back, middle - half).line_to(tip, middle).line_to(back, middle + half);
    let mut path = parent.child("path");
    path.path(&stroke).attr("fill", "none").attr("stroke", "currentColor").attr("stroke-width", "2");
}

/// The stroke at an end of a range.
fn cap(parent: &mut Element, lane: Lane, x: f64) {
    let stroke = Path::default().move_to(x, lane.top - OUT).vertical_to(lane.top + lane.thickness + OUT);
    parent.child("path").path(&stroke).attr("stroke", "currentColor").attr("stroke-width", "2");
}

/// The end of a bar, at least a unit away from zero unless the value is zero: what is not nothing is seen.
fn visible(zero: f64, end: f64, value: f64) -> f64 {
    if value == 0.0 || (end - zero).abs() >= 1.0 { end } else { zero + value.signum() }
}

fn ordered((a, b): (f64, f64)) -> (f64, f64) {
    (a.min(b), a.max(b))
}
