//! Curves: how a line runs from point to point, as d3-shape has it (d3 7.9): `curveLinear`, `curveMonotoneX`, `curveStep`,
//! `curveStepBefore` and `curveStepAfter`.

use crate::model;

/// A point in user units.
pub type Point = [f64; 2];

/// How a line runs between two points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Curve {
    Linear,
    /// Smooth, and never beyond the values of two neighbouring points.
    MonotoneX,
    /// The step half way between two points.
    Step,
    /// The step at the first point: the line holds the value that is to come.
    StepBefore,
    /// The step at the second point: the line holds the value that was.
    StepAfter,
}

/// One piece of an outline, in absolute user units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    Move(Point),
    Line(Point),
    /// A cubic Bézier curve: two control points, then where it ends.
    Cubic(Point, Point, Point),
    Close,
}

impl Curve {
    /// The line through `points`, which lie in the order of their x. One point alone is a line without length.
    pub fn line(self, points: &[Point]) -> Vec<Segment> {
        let Some(&first) = points.first() else { return vec![] };
        let mut segments = vec![Segment::Move(first)];
        self.follow(points, &mut segments);
        if points.len() == 1 {
            segments.push(Segment::Close);
        }
        segments
    }

    /// The area from the line through `top` back along the line through `bottom`; both have the same x.
    pub fn area(self, top: &[Point], bottom: &[Point]) -> Vec<Segment> {
        let (Some(&first), Some(&corner)) = (top.first(), bottom.last()) else { return vec![] };
        let mut segments = vec![Segment::Move(first)];
        self.follow(top, &mut segments);
        segments.push(Segment::Line(corner));
        let back: Vec<Point> = bottom.iter().rev().copied().collect();
        self.reversed().follow(&back, &mut segments);
        segments.push(Segment::Close);
        segments
    }

    /// Points along the line through `points`, close enough to each other to stand for it.
    pub fn samples(self, points: &[Point]) -> Vec<Point> {
        let mut samples: Vec<Point> = points.first().copied().into_iter().collect();
        for segment in self.line(points) {
            let from = samples.last().copied().unwrap_or_default();
            let third = |a: Point, b: Point| [0, 1].map(|axis| a[axis] + (b[axis] - a[axis]) / 3.0);
            let (a, b, to) = match segment {
                Segment::Line(to) => (third(from, to), third(to, from), to),
                Segment::Cubic(a, b, to) => (a, b, to),
                Segment::Move(_) | Segment::Close => continue,
            };
            let at = |t: f64| [0, 1].map(|axis| bezier([from[axis], a[axis], b[axis], to[axis]], t));
            samples.extend((1..=SAMPLES).map(|part| at(f64::from(part) / f64::from(SAMPLES))));
        }
        samples
    }

    /// The curve that has the same outline in the other direction.
    fn reversed(self) -> Self {
        match self {
            Self::StepBefore => Self::StepAfter,
            Self::StepAfter => Self::StepBefore,
            other => other,
        }
    }

    /// Appends the way from the first point, where the outline already is, to the last one.
    fn follow(self, points: &[Point], segments: &mut Vec<Segment>) {
        match self {
            Self::MonotoneX => monotone(points, segments),
            Self::Linear => segments.extend(points.iter().skip(1).map(|&point| Segment::Line(point))),
            Self::Step => {
                for pair in points.windows(2) {
                    let [[x0, y0], [x1, y1]] = [pair[0], pair[1]];
                    let x = x0 * 0.5 + x1 * 0.5;
                    segments.extend([Segment::Line([x, y0]), Segment::Line([x, y1])]);
                }
                // A step half way leaves the last half to be drawn.
                segments.extend(points.last().filter(|_| points.len() > 1).map(|&last| Segment::Line(last)));
            }
            Self::StepBefore | Self::StepAfter => {
                for pair in points.windows(2) {
                    let [[x0, y0], [x1, y1]] = [pair[0], pair[1]];
                    let corner = if self == Self::StepBefore { [x0, y1] } else { [x1, y0] };
                    segments.extend([Segment::Line(corner), Segment::Line([x1, y1])]);
                }
            }
        }
    }
}

/// How many samples each piece of a curve has.
const SAMPLES: u32 = 8;

/// The coordinate at `t`, from 0 to 1, on a cubic Bézier curve.
fn bezier([a, b, c, d]: [f64; 4], t: f64) -> f64 {
    let u = 1.0 - t;
    u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
}

/// The curve that an author's word means.
impl From<model::Curve> for Curve {
    fn from(curve: model::Curve) -> Self {
        match curve {
            model::Curve::Linear => Self::Linear,
            model::Curve::Monotone => Self::MonotoneX,
            model::Curve::Step => Self::Step,
        }
    }
}

/// Appends cubic curves whose slopes keep every piece within its two points (Steffen, "A simple method for monotonic
/// interpolation in one dimension", Astronomy and Astrophysics 239, 1990).
fn monotone(points: &[Point], segments: &mut Vec<Segment>) {
    let mut points = points.to_vec();
    points.dedup();
    if let [_, last] = points[..] {
        return segments.push(Segment::Line(last));
    }
    let inner: Vec<f64> = points.windows(3).map(slope).collect();
    let (Some(&first), Some(&last)) = (inner.first(), inner.last()) else { return };
    let pieces = points.len() - 1;
    for (index, pair) in points.windows(2).enumerate() {
        let start = if index == 0 { end_slope(pair, first) } else { inner[index - 1] };
        let end = if index + 1 == pieces { end_slope(pair, last) } else { inner[index] };
        let [[x0, y0], [x1, y1]] = [pair[0], pair[1]];
        let third = (x1 - x0) / 3.0;
        segments.push(Segment::Cubic([x0 + third, y0 + third * start], [x1 - third, y1 - third * end], [x1, y1]));
    }
}

/// The slope at the middle one of three points: flat at a peak or a trough, else gentle enough not to overshoot.
fn slope(points: &[Point]) -> f64 {
    let [[x0, y0], [x1, y1], [x2, y2]] = [points[0], points[1], points[2]];
    let (before, after) = (x1 - x0, x2 - x1);
    let (s0, s1) = (secant(y1 - y0, before, after < 0.0), secant(y2 - y1, after, before < 0.0));
    let parabola = (s0 * after + s1 * before) / (before + after);
    let least = s0.abs().min(s1.abs()).min(0.5 * parabola.abs());
    let slope = (sign(s0) + sign(s1)) * least;
    if slope.is_nan() || parabola.is_nan() { 0.0 } else { slope }
}

/// The slope of a chord; of a vertical one the infinity on the side to which the line runs.
fn secant(rise: f64, run: f64, leftward: bool) -> f64 {
    rise / if run == 0.0 && leftward {
        -0.0
    } else if run == 0.0 {
        0.0
    } else {
        run
    }
}

/// The slope at an end of the line whose other end has the slope `inner`.
fn end_slope(pair: &[Point], inner: f64) -> f64 {
    let [[x0, y0], [x1, y1]] = [pair[0], pair[1]];
    let run = x1 - x0;
    if run == 0.0 { inner } else { (3.0 * (y1 - y0) / run - inner) / 2.0 }
}

/// Down or up; a level line counts as up, which is without effect: its slope is 0.
fn sign(slope: f64) -> f64 {
    if slope < 0.0 { -1.0 } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::Segment::{Close, Cubic, Line, Move};
    use super::*;

    const POINTS: [Point; 3] = [[0.0, 0.0], [10.0, 10.0], [20.0, 0.0]];

    #[test]
    fn lines_run_straight_or_in_steps() {
        let check = |curve: Curve, expect: &[Point]| {
            let mut segments = curve.line(&POINTS).into_iter();
            assert_eq!(segments.next(), Some(Move(POINTS[0])));
            assert_eq!(segments.collect::<Vec<_>>(), expect.iter().map(|p| Line(*p)).collect::<Vec<_>>(), "{curve:?}");
        };
        check(Curve::Linear, &[[10.0, 10.0], [20.0, 0.0]]);
        check(Curve::Step, &[[5.0, 0.0], [5.0, 10.0], [15.0, 10.0], [15.0, 0.0], [20.0, 0.0]]);
        check(Curve::StepBefore, &[[0.0, 10.0], [10.0, 10.0], [10.0, 0.0], [20.0, 0.0]]);
        check(Curve::StepAfter, &[[10.0, 0.0], [10.0, 10.0], [20.0, 10.0], [20.0, 0.0]]);
    }

    #[test]
    fn a_smooth_line_is_flat_at_its_peak() {
        let segments = Curve::MonotoneX.line(&POINTS);
        let third = 10.0 / 3.0;
        let close = |a: Point, b: Point| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9);
        let [Move(start), Cubic(a, b, peak), Cubic(c, d, end)] = segments[..] else { panic!("{segments:?}") };
        assert_eq!([start, peak, end], POINTS);
        assert!(close(a, [third, 5.0]) && close(b, [10.0 - third, 10.0]), "{segments:?}");
        assert!(close(c, [10.0 + third, 10.0]) && close(d, [20.0 - third, 5.0]), "{segments:?}");
    }

    #[test]
    fn few_points_make_short_lines() {
        for curve in [Curve::Linear, Curve::MonotoneX, Curve::Step, Curve::StepBefore, Curve::StepAfter] {
            assert_eq!(curve.line(&[]), []);
            assert_eq!(curve.line(&POINTS[..1]), [Move(POINTS[0]), Close]);
            assert_eq!(curve.area(&[], &[]), []);
        }
        assert_eq!(Curve::MonotoneX.line(&POINTS[..2]), [Move(POINTS[0]), Line(POINTS[1])]);
    }

    #[test]
    fn an_area_goes_back_the_same_way() {
        let bottom = [[0.0, 20.0], [10.0, 20.0]];
        assert_eq!(
            Curve::StepAfter.area(&POINTS[..2], &bottom),
            [
                Move([0.0, 0.0]),
                Line([10.0, 0.0]),
                Line([10.0, 10.0]),
                Line([10.0, 20.0]),
                Line([10.0, 20.0]),
                Line([0.0, 20.0]),
                Close
            ]
        );
    }
}
