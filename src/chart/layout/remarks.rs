//! Annotations in their places: lines and shades across a plot, and words where they meet nothing. Words that have no such place are
//! left over, for the notes.

use super::{DESCENT, Frame, Line, Rect, Stand, Text, clear, meets};
use crate::chart::channels::{Channels, Place, Remark};
use crate::chart::extent::number;
use crate::chart::measure::{Weight, balance};
use crate::model::{Anchor, AnnotationKind, Narrow};
use std::borrow::Cow;

/// Words are broken at this share of the plot's width.
const SHARE: f64 = 0.45;
/// Between words and what they belong to.
const GAP: f64 = 4.0;
/// How closely places along a line are tried, in user units.
const STEP: f64 = 8.0;

/// Where a plot's values and names stand.
pub struct Plane<'p> {
    pub area: Rect,
    /// True where values run upwards.
    pub upright: bool,
    /// The coordinate of a value.
    pub along: &'p dyn Fn(f64) -> f64,
    /// From where to where a name or a period reaches.
    pub across: &'p dyn Fn(&Place) -> Option<[f64; 2]>,
}

/// The annotations of a plot.
#[derive(Default)]
pub struct Remarks<'c> {
    pub shades: Vec<Rect>,
    pub lines: Vec<Line>,
    pub texts: Vec<Text<'c>>,
    /// Those whose words found no place, by their number.
    pub left_over: Vec<usize>,
}

/// Places a chart's annotations in a plot, whose `texts` and `marks` have these boxes. Lines run over marks; words meet neither.
pub fn place<'c>(channels: &'c Channels, plane: &Plane, frame: &Frame, [others, marks]: [&[Rect]; 2]) -> Remarks<'c> {
    let mut remarks = Remarks::default();
    let mut taken: Vec<Rect> = others.iter().chain(marks).copied().collect();
    let mut shown = Vec::new();
    for (index, remark) in channels.remarks.iter().enumerate() {
        if frame.is_narrow() && remark.narrow == Narrow::Hide {
            continue;
        }
        let Some(spot) = spot(remark, plane) else { continue };
        match spot {
            Spot::Line(line) => {
                // Words keep off lines as well.
                let [a, b] = line.from;
                let [c, d] = line.to;
                taken.push([a - 1.0, b - 1.0, c + 1.0, d + 1.0]);
                remarks.lines.push(line);
            }
            Spot::Shade(shade) => remarks.shades.push(shade),
            Spot::Point(_) => {}
        }
        shown.push((index, remark, spot));
    }
    for (index, remark, spot) in shown.into_iter().filter(|(_, remark, _)| !remark.text.is_empty()) {
        if frame.is_narrow() && remark.narrow == Narrow::Note {
            remarks.left_over.push(index);
            continue;
        }
        let limit = (plane.area[2] - plane.area[0]) * SHARE;
        let lines = balance(&remark.text, limit.max(80.0), frame.font, Weight::Regular);
        let lines: Vec<Cow<str>> = lines.into_iter().map(Cow::Borrowed).collect();
        let free = |text: &Text| {
            let bounds = text.bounds(frame.font);
            let [left, top, right, bottom] = plane.area;
            let inside = bounds[0] >= left && bounds[1] >= top && bounds[2] <= right && bounds[3] <= bottom;
            inside && taken.iter().all(|other| !meets(bounds, *other))
        };
        let found = candidates(spot, remark.anchor, plane.area, frame)
            .into_iter()
            .map(|(x, y, anchor, stand)| Text { stand, anchor, lines: lines.clone(), ..Text::line(x, y, "") })
            .find(free);
        match found {
            Some(text) => {
                taken.push(text.bounds(frame.font));
                remarks.texts.push(text);
            }
            None => remarks.left_over.push(index),
        }
    }
    remarks.lines = remarks.lines.iter().flat_map(|line| clear(*line, others)).collect();
    remarks
}

/// What an annotation covers.
#[derive(Clone, Copy)]
enum Spot {
    Line(Line),
    Shade(Rect),
    Point([f64; 2]),
}

/// `None` where it lies off the axes.
fn spot(remark: &Remark, plane: &Plane) -> Option<Spot> {
    let [left, top, right, bottom] = plane.area;
    let along = |place: &Option<Place>| Some((plane.along)(number(place.as_ref()?.value?)));
    let across = |place: &Option<Place>| (plane.across)(place.as_ref()?);
    let (value, value2, name, name2) = if plane.upright {
        (along(&remark.y), along(&remark.y2), across(&remark.x), across(&remark.x2))
    } else {
        (along(&remark.x), along(&remark.x2), across(&remark.y), across(&remark.y2))
    };
    let middle = |[from, to]: [f64; 2]| f64::midpoint(from, to);
    // Along the values first, as `Lane` has it.
    let point = |along: f64, across: f64| if plane.upright { [across, along] } else { [along, across] };
    Some(match remark.kind {
        AnnotationKind::Text => Spot::Point(point(value?, middle(name?))),
        AnnotationKind::Line => {
            // A value's line is level where values run upwards; a name's line is upright there.
            let is_level = value.is_some() == plane.upright;
            let at = value.or_else(|| name.map(middle))?;
            Spot::Line(if is_level {
                Line { from: [left, at], to: [right, at] }
            } else {
                Line { from: [at, top], to: [at, bottom] }
            })
        }
        AnnotationKind::Range => {
            let is_level = value.is_some() == plane.upright;
            let [from, to] = match (value.zip(value2), name.zip(name2)) {
                (Some((from, to)), _) => [from.min(to), from.max(to)],
                (None, Some((from, to))) => [from[0].min(to[0]), from[1].max(to[1])],
                (None, None) => return None,
            };
            Spot::Shade(if is_level {
                [left, from.max(top), right, to.min(bottom)]
            } else {
                [from.max(left), top, to.min(right), bottom]
            })
        }
    })
}

type Candidate = (f64, f64, Anchor, Stand);

/// Where words may stand, the best first.
fn candidates(spot: Spot, anchor: Anchor, area: Rect, frame: &Frame) -> Vec<Candidate> {
    let [left, top, right, bottom] = area;
    let over = |y: f64| (y - GAP / 2.0 - DESCENT * frame.font, Stand::Upon);
    let under = |y: f64| (y + GAP / 2.0, Stand::Under);
    match spot {
        Spot::Line(line) if line.from[1] == line.to[1] => {
            let sides = [over(line.from[1]), under(line.from[1])];
            level(anchor, left, right).flat_map(|(x, anchor)| sides.map(|(y, stand)| (x, y, anchor, stand))).collect()
        }
        Spot::Line(line) => {
            let x = line.from[0];
            let sides = [(x + GAP, Anchor::Start), (x - GAP, Anchor::End)];
            let sides = if anchor == Anchor::End { [sides[1], sides[0]] } else { sides };
            down(top, bottom).flat_map(|y| sides.map(|(x, anchor)| (x, y, anchor, Stand::Under))).collect()
        }
        Spot::Shade([from, upper, to, lower]) => {
            let inside = level(anchor, from + GAP, to - GAP);
            let inside: Vec<(f64, Anchor)> =
                inside.chain([(to + GAP, Anchor::Start), (from - GAP, Anchor::End)]).collect();
            down(upper + GAP / 2.0, lower.max(upper + GAP))
                .flat_map(|y| inside.iter().map(move |(x, anchor)| (*x, y, *anchor, Stand::Under)).collect::<Vec<_>>())
                .collect()
        }
        Spot::Point([x, y]) => {
            let near = |distance: f64| {
                let ((up, upon), (low, hung)) = (over(y - distance), under(y + distance));
                let beside = Stand::Centred;
                [
                    (x, up, anchor, upon),
                    (x, low, anchor, hung),
                    (x + GAP + distance, y, Anchor::Start, beside),
                    (x - GAP - distance, y, Anchor::End, beside),
                    (x, up, Anchor::End, upon),
                    (x, up, Anchor::Start, upon),
                    (x, low, Anchor::End, hung),
                    (x, low, Anchor::Start, hung),
                ]
            };
            (0..4).flat_map(|n| near(f64::from(n) * STEP)).collect()
        }
    }
}

/// Places along a level line: where the author wants the words, then ever further from there.
fn level(anchor: Anchor, left: f64, right: f64) -> impl Iterator<Item = (f64, Anchor)> {
    let middle = f64::midpoint(left, right);
    steps(right - left).enumerate().map(move |(n, off)| match anchor {
        Anchor::Start => (left + off, anchor),
        Anchor::End => (right - off, anchor),
        Anchor::Middle if n % 2 == 0 => (middle + off / 2.0, anchor),
        Anchor::Middle => (middle - off / 2.0, anchor),
    })
}

fn down(top: f64, bottom: f64) -> impl Iterator<Item = f64> {
    steps(bottom - top).map(move |off| top + off)
}

/// Distances from nothing up to a length.
fn steps(length: f64) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(0.0), |off| Some(off + STEP)).take_while(move |off| *off <= length)
}
