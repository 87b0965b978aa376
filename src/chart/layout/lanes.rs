//! Bars, columns and dots in their places: lanes, what lies in them, and the lines and texts around. The layouts of `bars` and
//! `columns` make one form, so that both are drawn by the same code.

use super::dots::Dot;
use super::remarks::{self, Plane, Remarks};
use super::runs::{Run, Share};
use super::{Frame, Ink, Line, Rect, Text, clear};
use crate::chart::channels::{Channels, Paint, Place as At};
use crate::chart::extent::Extent;
use crate::chart::measure::width;
use crate::chart::scale::ValueScale;
use crate::model::Anchor;

/// What a chevron takes beyond the end of its bar, and what the cap of a range takes.
pub const CHEVRON: f64 = 10.0;
pub const CAP: f64 = 1.0;
/// Between the sides of a part and the share upon it.
const INSIDE: f64 = 3.0;
/// How far caps and the line of zero stand out of a lane.
pub const OUT: f64 = 2.0;

/// A chart of bars, columns or dots.
#[derive(Default)]
pub struct Lanes<'c> {
    pub height: f64,
    /// Light lines behind the bars.
    pub grid: Vec<Line>,
    /// Light lines that lead from names to dots.
    pub guides: Vec<Line>,
    /// Dark lines over them.
    pub zero: Vec<Line>,
    /// Thin lines that lead from bar to bar.
    pub links: Vec<Line>,
    /// From where to where each category reaches, across the values.
    pub spans: Vec<(usize, [f64; 2])>,
    pub remarks: Remarks<'c>,
    /// The level that the last bar ends at, and where its lane ends.
    pub level: Option<(f64, f64)>,
    pub places: Vec<Place<'c>>,
    /// The numbers of the axis of values.
    pub ticks: Vec<Text<'c>>,
    /// Texts that belong to no single bar.
    pub texts: Vec<Text<'c>>,
}

impl<'c> Lanes<'c> {
    /// Adds the chart's annotations, once everything else has its place; `area` is the room of the bars.
    pub fn annotate(&mut self, channels: &'c Channels, scale: ValueScale, area: Rect, upright: bool, frame: &Frame) {
        if channels.remarks.is_empty() {
            return;
        }
        let texts = self.places.iter().flat_map(|place| &place.texts).chain(&self.ticks).chain(&self.texts);
        let texts: Vec<Rect> = texts.map(|text| text.bounds(frame.font)).collect();
        let bars = self.places.iter().flat_map(|place| place.pieces.iter().map(|(_, piece)| piece.bounds(&place.lane)));
        let bars: Vec<Rect> = bars.collect();
        let spans = &self.spans;
        let across = |at: &At| {
            let named = spans.iter().find(|(category, _)| Some(*category) == at.category);
            named.map(|(_, span)| *span).or_else(|| {
                // A longer period is that of all categories within it.
                let (first, last) = at.days?;
                let days = |category| channels.data.iter().find(|datum| datum.category == category)?.days;
                let within = spans
                    .iter()
                    .filter(|(category, _)| days(*category).is_some_and(|(start, end)| start >= first && end <= last));
                within.map(|(_, span)| *span).reduce(|a, b| [a[0].min(b[0]), a[1].max(b[1])])
            })
        };
        let along = |value: f64| scale.map(value);
        let plane = Plane { area, upright, along: &along, across: &across };
        self.remarks = remarks::place(channels, &plane, frame, [&texts, &bars]);
        let words: Vec<Rect> = self.remarks.texts.iter().map(|text| text.bounds(frame.font)).collect();
        for lines in [&mut self.grid, &mut self.guides, &mut self.zero, &mut self.links] {
            *lines = lines.iter().flat_map(|line| clear(*line, &words)).collect();
        }
    }

    /// Leads from the level that the bar before ended at to `lane`, whose bar ends at `level`.
    pub fn link(&mut self, lane: &Lane, level: Option<f64>) {
        if let Some((before, end)) = self.level
            && level.is_some()
        {
            let at = lane.at(before);
            self.links.push(Line { from: lane.point(at, end), to: lane.point(at, lane.start) });
        }
        self.level = level.map(|level| (level, lane.start + lane.thickness));
    }
}

/// What stands in one lane, with the texts that belong to it.
pub struct Place<'c> {
    pub lane: Lane,
    pub pieces: Vec<(Paint, Piece)>,
    pub texts: Vec<Text<'c>>,
    /// The rows that lie in it, and the value at which each is pointed at.
    pub rows: Vec<(usize, f64)>,
}

/// The strip in which a bar lies or a column stands.
#[derive(Clone, Copy)]
pub struct Lane {
    /// Its smaller coordinate across the values.
    pub start: f64,
    pub thickness: f64,
    pub scale: ValueScale,
    /// True where values run upwards, so that `start` is an x.
    pub upright: bool,
}

impl Lane {
    pub fn at(&self, value: f64) -> f64 {
        self.scale.map(value)
    }

    /// The sign of coordinates in the direction of rising values.
    pub fn rising(&self) -> f64 {
        if self.upright { -1.0 } else { 1.0 }
    }

    /// The shares of a run that have room upon their parts.
    pub fn shares<'c>(&self, run: &Run<'c>, frame: &Frame) -> Vec<Text<'c>> {
        let text = |share: &Share<'c>| {
            let [from, to] = share.ends.map(|end| self.at(end));
            let (wide, high) = (width(share.text, frame.font, share.weight) + 2.0 * INSIDE, frame.line());
            let (length, thickness) = ((to - from).abs(), self.thickness);
            let fits = if self.upright {
                wide <= thickness && high <= length
            } else {
                wide <= length && frame.font <= thickness
            };
            let [x, y] = self.point(f64::midpoint(from, to), self.middle());
            let (anchor, ink) = (Anchor::Middle, Ink::Paper);
            fits.then(|| Text { anchor, ink, weight: share.weight, ..Text::line(x, y, share.text) })
        };
        run.shares.iter().filter_map(text).collect()
    }

    pub fn middle(&self) -> f64 {
        self.start + self.thickness / 2.0
    }

    /// The point at a coordinate along the values and one across them.
    pub fn point(&self, along: f64, across: f64) -> [f64; 2] {
        if self.upright { [across, along] } else { [along, across] }
    }
}

/// One thing in a lane, in the unit of the values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Piece {
    Bar(Shape),
    /// A line between two values, with a cap at each.
    Whisker {
        low: f64,
        high: f64,
    },
    /// An open arrowhead past an end whose limit is not known; `rising` where it points to higher values.
    Open {
        end: f64,
        rising: bool,
    },
    Dot(Dot),
    /// The line between two dots; dashed where one of them is provisional.
    Link {
        from: f64,
        to: f64,
        dashed: bool,
    },
}

/// A bar: where it begins, what it shows, and whether it is provisional, which is one degree less firm throughout, in dashed
/// outlines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    pub from: f64,
    pub extent: Extent,
    pub provisional: bool,
    /// True where a hair's breadth keeps it apart from the bar that ends where it begins.
    pub apart: bool,
}

impl Shape {
    /// A bar from zero.
    pub fn new(extent: Extent, provisional: bool) -> Self {
        Self { from: 0.0, extent, provisional, apart: false }
    }

    /// True where drawing it takes a hatch.
    pub fn has_hatch(self) -> bool {
        let is_uncertain = !matches!(self.extent, Extent::Exact(_) | Extent::Beyond { .. } | Extent::About(_));
        self.provisional || is_uncertain
    }
}

impl Piece {
    /// The box that it takes in its lane.
    pub fn bounds(self, lane: &Lane) -> Rect {
        let ((low, high), [before, beyond]) = match self {
            Self::Bar(shape) => {
                let (low, high) = shape.extent.ends();
                let open = if matches!(shape.extent, Extent::Beyond { .. }) { CHEVRON } else { OUT };
                ((low.min(shape.from), high.max(shape.from)), [open, open])
            }
            Self::Whisker { low, high } => ((low, high), [OUT, OUT]),
            Self::Open { end, .. } => ((end, end), [CHEVRON, CHEVRON]),
            Self::Dot(dot) => ((dot.low, dot.high), dot.overhang()),
            Self::Link { from, to, .. } => ((from, to), [0.0, 0.0]),
        };
        let (from, to) = (lane.at(low), lane.at(high));
        let [left, top] = lane.point(from.min(to) - before, lane.start - OUT);
        let [right, bottom] = lane.point(from.max(to) + beyond, lane.start + lane.thickness + OUT);
        [left, top, right, bottom]
    }

    pub fn has_hatch(self) -> bool {
        matches!(self, Self::Bar(shape) if shape.has_hatch())
    }
}
