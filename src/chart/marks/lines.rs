//! Lines, areas and slopes: what is known of each value shows in the form of its point, and what is not actual in dashes.

use super::dots::{Fill, circle};
use super::{Ids, Plot, group, layers, remarks, shades, text};
use crate::chart::axes;
use crate::chart::channels::{Channels, Paint};
use crate::chart::layout::ends::PlacedEnd;
use crate::chart::layout::lines::{Lines, Series};
use crate::chart::layout::strand::{Form, Joint, Run, Spot};
use crate::chart::layout::{self, Frame, slope};
use crate::chart::scale::{Curve, Point};
use crate::chart::svg::{Element, Path};
use crate::model::Mark;
use std::collections::BTreeSet;

/// The breadth of lines, and the strokes and gaps of dashed ones.
const WIDTH: &str = "2.5";
pub const DASHES: &str = "5 3";
/// The radius of a point, and that of a hollow one with its outline.
const RADIUS: f64 = 3.5;
const HOLLOW: f64 = 4.5;
/// How high the triangle of a bound is, and half its breadth.
const TRIANGLE: f64 = 8.0;
const HALF: f64 = 4.5;
/// Half the breadth of a whisker's caps.
const CAP: f64 = 4.0;

/// Lays out lines, areas or slopes.
pub fn plot<'c>(channels: &'c Channels, facet: usize, frame: &Frame) -> Box<dyn Plot + 'c> {
    let is_slope = channels.spec.mark == Mark::Slope;
    Box::new(if is_slope {
        slope::lay_out(channels, facet, frame)
    } else {
        layout::lines::lay_out(channels, facet, frame)
    })
}

impl Plot for Lines<'_> {
    fn height(&self) -> f64 {
        self.height
    }

    fn hatched(&self) -> BTreeSet<Paint> {
        BTreeSet::new()
    }

    /// Draws the lines; of areas with what lies under them.
    fn draw(&self, svg: &mut Element, _: Ids<'_>) {
        let spec = self.channels.spec;
        let curve = Curve::from(spec.curve);
        let base = (spec.mark == Mark::Area).then_some(self.base);
        let all = spec.mark == Mark::Slope;
        around(svg, self, |svg| self.series.iter().for_each(|series| line(svg, series, base, curve, all)));
    }

    fn left_over(&self) -> &[usize] {
        &self.remarks.left_over
    }

    fn rows(&self) -> Vec<(usize, Point)> {
        let spots = self.series.iter().flat_map(|series| &series.runs).flat_map(|run| &run.spots);
        spots.map(|spot| (spot.datum.index, [spot.x, f64::midpoint(spot.low, spot.high)])).collect()
    }
}

/// Draws what stands around the marks of `lines`, and the marks between.
pub fn around(svg: &mut Element, lines: &Lines, marks: impl FnOnce(&mut Element)) {
    shades(svg, &lines.remarks);
    axes::values(svg, &lines.plot, &lines.values, lines.has_grid, &lines.words);
    axes::points(svg, &lines.points);
    marks(svg);
    lines.labels.iter().for_each(|label| text(svg, label));
    lines.ends.iter().for_each(|end| named_end(svg, end));
    remarks(svg, &lines.remarks);
}

/// One series: its line with its points, over the area from `base` where it has one.
fn line(svg: &mut Element, series: &Series, base: Option<f64>, curve: Curve, all: bool) {
    let mut outer = group(svg, series.paint);
    for run in &series.runs {
        if let Some(base) = base {
            fill(&mut outer, run, base, curve);
        }
        join(&mut outer, run, curve);
        run.whiskers().for_each(|spot| whisker(&mut outer, spot.x, [spot.low, spot.high]));
    }
    spots(&mut outer, series, all);
}

/// The area from the line down to the base: of a range up to its low end, and paler where values are not actual.
fn fill(parent: &mut Element, run: &Run, base: f64, curve: Curve) {
    for (joint, spots) in run.stretches() {
        // The end of a range that is nearer to the base is what is certain.
        let certain = |spot: &Spot| {
            let [near, far] = if (spot.low - base).abs() < (spot.high - base).abs() {
                [spot.low, spot.high]
            } else {
                [spot.high, spot.low]
            };
            [spot.x, if joint == Joint::Dashed && near != far { spot.y } else { near }]
        };
        let top: Vec<Point> = spots.iter().map(certain).collect();
        let bottom: Vec<Point> = spots.iter().map(|spot| [spot.x, base]).collect();
        let mut path = parent.child("path");
        path.path(&Path::along(&curve.area(&top, &bottom)));
        path.attr("fill-opacity", if joint == Joint::Dashed { "0.12" } else { "0.25" });
    }
}

/// The lines between the points of a run, and its bands.
fn join(parent: &mut Element, run: &Run, curve: Curve) {
    for (joint, spots) in run.stretches() {
        match joint {
            Joint::Band => {
                let edge = |y: fn(&Spot) -> f64| spots.iter().map(|spot| [spot.x, y(spot)]).collect();
                band(parent, &[edge(|spot| spot.low), edge(|spot| spot.high)], curve);
            }
            Joint::Solid | Joint::Dashed => {
                let points: Vec<Point> = spots.iter().map(Spot::point).collect();
                let mut path = stroked(parent, &Path::along(&curve.line(&points)), WIDTH);
                path.attr("stroke-linejoin", "round");
                if joint == Joint::Dashed {
                    path.attr("stroke-dasharray", DASHES);
                }
            }
        }
    }
}

/// A band of ranges between its two edges.
fn band(parent: &mut Element, edges: &[Vec<Point>; 2], curve: Curve) {
    let [low, high] = edges;
    parent.child("path").path(&Path::along(&curve.area(high, low))).attr("fill-opacity", "0.3");
    for edge in edges {
        stroked(parent, &Path::along(&curve.line(edge)), "1.5");
    }
}

/// A range that stands alone, with a cap at each end.
pub fn whisker(parent: &mut Element, x: f64, [low, high]: [f64; 2]) {
    let cap = |path: Path, y| path.move_to(x - CAP, y).horizontal_to(x + CAP);
    let stroke = cap(cap(Path::default().move_to(x, low).vertical_to(high), low), high);
    stroked(parent, &stroke, WIDTH);
}

/// The points that a line does not show by itself: bounds, approximations, points without neighbours, highlighted ones, and the
/// last one; with `all` each exact value.
fn spots(parent: &mut Element, series: &Series, all: bool) {
    let last = series.runs.last().and_then(|run| run.spots.last()).map(|spot| spot.x);
    for run in &series.runs {
        for spot in &run.spots {
            let is_picked = spot.datum.highlighted && !series.highlighted;
            let shown = all || is_picked || run.spots.len() == 1 || Some(spot.x) == last;
            let point = |parent: &mut Element| match spot.form {
                Form::Exact if shown => circle(parent, spot.point(), RADIUS, Fill::Solid),
                form => bound(parent, form, spot.point()),
            };
            // Among colours of series the accent would be one more.
            let is_accented = is_picked && series.paint == Paint::Plain;
            if is_accented { point(&mut group(parent, Paint::Accent)) } else { point(parent) }
        }
    }
}

/// The sign of what is known of a value or of a sum, at its point.
pub fn bound(parent: &mut Element, form: Form, point: Point) {
    match form {
        Form::About => circle(parent, point, HOLLOW, Fill::Hollow),
        Form::AtLeast => triangle(parent, point, -1.0),
        Form::AtMost => triangle(parent, point, 1.0),
        Form::Exact | Form::Range => {}
    }
}

/// A triangle that points to where the value may also be: up with `direction` −1, down with 1.
fn triangle(parent: &mut Element, [x, y]: Point, direction: f64) {
    let outline =
        Path::default().move_to(x - HALF, y).line_to(x + HALF, y).line_to(x, y + direction * TRIANGLE).close();
    parent.child("path").path(&outline);
}

/// A line of its own colour.
pub fn stroked<'p>(parent: &'p mut Element, line: &Path, width: &str) -> Element<'p> {
    let mut path = parent.child("path");
    path.path(line).attr("fill", "none").attr("stroke", "currentColor").attr("stroke-width", width);
    path
}

/// What the key of lines explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Line,
    Dashes,
    /// An area of those upon each other, and one that is not actual.
    Layer,
    PaleLayer,
    AtLeast,
    AtMost,
    About,
    /// A point that is about there and on no line.
    Hollow,
    Band,
    Whisker,
}

impl Sign {
    /// Draws the sign into a swatch of this size.
    pub fn draw(self, svg: &mut Element, [width, height]: [f64; 2]) {
        let [x, y] = [width / 2.0, height / 2.0];
        let level = Path::default().move_to(1.0, y).horizontal_to(width - 1.0);
        match self {
            Self::Line => drop(stroked(svg, &level, WIDTH)),
            Self::Dashes => drop(stroked(svg, &level, WIDTH).attr("stroke-dasharray", DASHES)),
            Self::Layer => layers::swatch(svg, [width, height], Joint::Solid),
            Self::PaleLayer => layers::swatch(svg, [width, height], Joint::Dashed),
            Self::AtLeast => triangle(svg, [x, y + TRIANGLE / 2.0], -1.0),
            Self::AtMost => triangle(svg, [x, y - TRIANGLE / 2.0], 1.0),
            Self::About => {
                stroked(svg, &level, WIDTH);
                circle(svg, [x, y], HOLLOW, Fill::Hollow);
            }
            Self::Hollow => circle(svg, [x, y], HOLLOW, Fill::Hollow),
            Self::Band => {
                let (top, bottom) =
                    ([[1.0, y - 2.0], [width - 1.0, 1.0]], [[1.0, y + 2.0], [width - 1.0, height - 1.0]]);
                band(svg, &[bottom.to_vec(), top.to_vec()], Curve::Linear);
            }
            Self::Whisker => whisker(svg, x, [1.5, height - 1.5]),
        }
    }
}

/// The name at the end of a series, with a stroke to it where others have pushed it away.
fn named_end(svg: &mut Element, end: &PlacedEnd) {
    let [from, to] = [end.from, end.to];
    if end.joined && !end.texts.is_empty() {
        let mut group = group(svg, end.paint);
        let start = from[0] + RADIUS.copysign(to[0] - from[0]);
        stroked(&mut group, &Path::default().move_to(start, from[1]).line_to(to[0], to[1]), "1");
    }
    end.texts.iter().for_each(|place| text(svg, place));
}
