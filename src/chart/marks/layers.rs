//! Areas upon each other: full where values are actual, pale under a dashed edge where they are not, and over them what is known of
//! their sums.

use super::lines::{DASHES, around, bound, stroked, whisker};
use super::{Ids, Plot, group};
use crate::chart::channels::{Channels, Paint};
use crate::chart::layout::lines::Lines;
use crate::chart::layout::strand::{Form, Joint, Run};
use crate::chart::layout::{self, Frame};
use crate::chart::scale::{Curve, Point};
use crate::chart::svg::{Element, Path};
use std::collections::BTreeSet;

/// What keeps an area apart from the one under it.
const APART: f64 = 1.0;
/// How much of its colour an area has that is not actual.
const PALE: &str = "0.4";
/// Half the breadth of a stack that stands alone between two gaps.
const HALF: f64 = 4.0;

/// Areas upon each other, with everything around them in its place.
struct Layers<'c>(Lines<'c>);

/// Lays out areas upon each other.
pub fn plot<'c>(channels: &'c Channels, facet: usize, frame: &Frame) -> Box<dyn Plot + 'c> {
    Box::new(Layers(layout::lines::lay_out(channels, facet, frame)))
}

impl Plot for Layers<'_> {
    fn height(&self) -> f64 {
        self.0.height
    }

    fn hatched(&self) -> BTreeSet<Paint> {
        BTreeSet::new()
    }

    fn draw(&self, svg: &mut Element, _: Ids<'_>) {
        let curve = Curve::from(self.0.channels.spec.curve);
        around(svg, &self.0, |svg| layers(svg, &self.0, curve));
    }

    fn left_over(&self) -> &[usize] {
        &self.0.remarks.left_over
    }

    fn rows(&self) -> Vec<(usize, Point)> {
        self.0.rows()
    }
}

/// The areas, the lowest first, then the signs of their sums.
fn layers(svg: &mut Element, lines: &Lines, curve: Curve) {
    for (index, series) in lines.series.iter().enumerate() {
        let mut group = group(svg, series.paint);
        let apart = if index == 0 { 0.0 } else { APART };
        series.runs.iter().for_each(|run| layer(&mut group, run, apart, curve));
    }
    if lines.sums.is_empty() {
        return;
    }
    let mut group = group(svg, Paint::Ink);
    for sum in &lines.sums {
        match sum.form {
            Form::Range => whisker(&mut group, sum.x, [sum.low, sum.high]),
            form => bound(&mut group, form, sum.point()),
        }
    }
}

/// One area of a series between two gaps. A period alone has no breadth, so it stands as a narrow column.
fn layer(parent: &mut Element, run: &Run, apart: f64, curve: Curve) {
    // A thin area keeps half of itself.
    let lower = |low: f64, high: f64| low - apart.min((low - high) / 2.0);
    if let [spot] = run.spots.as_slice() {
        let edge = |y: f64| vec![[spot.x - HALF, y], [spot.x + HALF, y]];
        let joint = if spot.provisional { Joint::Dashed } else { Joint::Solid };
        area(parent, &edge(spot.high), &edge(lower(spot.low, spot.high)), joint, Curve::Linear);
    }
    for (joint, spots) in run.stretches() {
        let top: Vec<Point> = spots.iter().map(|spot| [spot.x, spot.high]).collect();
        let bottom: Vec<Point> = spots.iter().map(|spot| [spot.x, lower(spot.low, spot.high)]).collect();
        area(parent, &top, &bottom, joint, curve);
    }
}

fn area(parent: &mut Element, top: &[Point], bottom: &[Point], joint: Joint, curve: Curve) {
    let outline = Path::along(&curve.area(top, bottom));
    let mut path = parent.child("path");
    path.path(&outline);
    if joint == Joint::Dashed {
        path.attr("fill-opacity", PALE);
        drop(path);
        let edge: Vec<Point> = top.iter().map(|[x, y]| [*x, y + APART]).collect();
        stroked(parent, &Path::along(&curve.line(&edge)), "2").attr("stroke-dasharray", DASHES);
    }
}

/// An area as the key shows it.
pub fn swatch(svg: &mut Element, [width, height]: [f64; 2], joint: Joint) {
    let edge = |y: f64| vec![[1.0, y], [width - 1.0, y]];
    area(svg, &edge(1.0), &edge(height - 1.0), joint, Curve::Linear);
}
