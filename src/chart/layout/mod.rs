//! Layout: where the parts of a chart stand, in user units of its drawing. One file a family of marks.
//!
//! Every text is placed for the largest size it is shown at; the page then only ever makes it smaller in user units (see
//! `static/chart.css`), so what does not collide here never does.

pub mod apart;
pub mod axis;
pub mod bars;
pub mod below;
pub mod columns;
pub mod dots;
pub mod ends;
pub mod facets;
pub mod gauge;
pub mod lanes;
pub mod layers;
pub mod lines;
pub mod plot;
pub mod point_axis;
pub mod point_values;
pub mod remarks;
pub mod runs;
pub mod slope;
pub mod strand;
pub mod table;
pub mod tiles;
pub mod timeline;
pub mod value_axis;

use super::channels::Paint;
use super::measure::{Weight, width};
use crate::model::{Anchor, ChartSpec};
use rust_decimal::prelude::ToPrimitive;
use std::borrow::Cow;

/// The height of a line of text in multiples of its size.
pub const LINE: f64 = 1.25;

/// The room a chart is designed for.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// The width of the drawing in user units: of CSS pixels, at the narrowest container it is shown in.
    pub width: f64,
    /// The size of text at that width.
    pub font: f64,
    /// The thickness of a bar, and the least distance to the next one.
    pub bar: f64,
    pub gap: f64,
    /// The share of the width that labels beside the bars may take, and in how many lines.
    pub label_share: f64,
    pub label_lines: usize,
}

/// For containers from 288 to 520 CSS pixels: a phone held upright.
pub const NARROW: Frame = Frame { width: 288.0, font: 13.0, bar: 16.0, gap: 10.0, label_share: 0.42, label_lines: 2 };

/// For containers from 520 CSS pixels on.
pub const WIDE: Frame = Frame { width: 520.0, font: 14.0, bar: 18.0, gap: 10.0, label_share: 0.36, label_lines: 3 };

impl Frame {
    /// True for the layout for phones.
    pub fn is_narrow(&self) -> bool {
        self.label_lines == NARROW.label_lines
    }

    /// The height of a line of text.
    pub fn line(&self) -> f64 {
        LINE * self.font
    }

    /// The height of a plot that fills the width: by the author's proportions, or else by those of the mark on a page and on a
    /// phone.
    pub fn plot_height(&self, spec: &ChartSpec, aspects: [f64; 2]) -> f64 {
        let set = if self.is_narrow() { spec.layout.narrow } else { spec.layout.aspect };
        // A small chart has the proportions of a phone.
        let own = aspects[usize::from(self.is_narrow() || self.width < NARROW.width)];
        let aspect = set.and_then(|aspect| aspect.to_f64()).unwrap_or(own);
        (self.width / aspect).max(LEAST_HEIGHT)
    }
}

/// A plot is at least this high.
const LEAST_HEIGHT: f64 = 96.0;

/// A straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    pub from: [f64; 2],
    pub to: [f64; 2],
}

/// A box: left, top, right, bottom.
pub type Rect = [f64; 4];

/// True where two boxes have more than an edge in common.
pub fn meets(a: Rect, b: Rect) -> bool {
    a[0].max(b[0]) < a[2].min(b[2]) && a[1].max(b[1]) < a[3].min(b[3])
}

/// The parts of a level or an upright line that keep clear of boxes.
pub fn clear(line: Line, boxes: &[Rect]) -> Vec<Line> {
    let upright = line.from[0] == line.to[0];
    // Along the line: 1 where it stands, 0 where it lies.
    let (along, across) = if upright { (1, 0) } else { (0, 1) };
    let at = line.from[across];
    let mut gaps: Vec<[f64; 2]> = boxes
        .iter()
        .filter(|bounds| bounds[across] - CLEARANCE < at && at < bounds[across + 2] + CLEARANCE)
        .map(|bounds| [bounds[along] - CLEARANCE, bounds[along + 2] + CLEARANCE])
        .collect();
    gaps.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let mut parts = Vec::new();
    let mut start = line.from[along];
    let end = line.to[along];
    let point = |along: f64| if upright { [at, along] } else { [along, at] };
    for [from, to] in gaps.into_iter().chain([[end, end]]) {
        if from.min(end) > start {
            parts.push(Line { from: point(start), to: point(from.min(end)) });
        }
        start = start.max(to);
    }
    parts
}

/// Lines stay away from letters by this.
const CLEARANCE: f64 = 2.0;

/// A text in its place.
#[derive(Clone, Debug)]
pub struct Text<'c> {
    pub x: f64,
    pub y: f64,
    pub stand: Stand,
    /// Which part of its lines stands at `x`.
    pub anchor: Anchor,
    pub lines: Vec<Cow<'c, str>>,
    pub weight: Weight,
    pub ink: Ink,
    /// Its size in multiples of the drawing's.
    pub scale: f64,
}

impl<'c> Text<'c> {
    /// One line of plain text that begins at `x` with its middle at `y`.
    pub fn line(x: f64, y: f64, line: impl Into<Cow<'c, str>>) -> Self {
        let lines = vec![line.into()];
        Self {
            x,
            y,
            stand: Stand::Centred,
            anchor: Anchor::Start,
            lines,
            weight: Weight::Regular,
            ink: Ink::Plain,
            scale: 1.0,
        }
    }

    /// Lines that begin at `x`, the first one's top at `y`.
    pub fn under(x: f64, y: f64, lines: Vec<Cow<'c, str>>) -> Self {
        Self { stand: Stand::Under, lines, ..Self::line(x, y, "") }
    }

    /// The box that its lines take at a size.
    pub fn bounds(&self, font: f64) -> Rect {
        let font = font * self.scale;
        let wide = self.lines.iter().map(|line| width(line, font, self.weight)).fold(0.0, f64::max);
        let height = self.lines.len() as f64 * LINE * font;
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - wide / 2.0,
            Anchor::End => self.x - wide,
        };
        let top = match self.stand {
            Stand::Centred => self.y - height / 2.0,
            Stand::Upon => self.y + DESCENT * font - height,
            Stand::Under => self.y,
        };
        [left, top, left + wide, top + height]
    }
}

/// The part of a line that lies below its baseline, in multiples of the size.
const DESCENT: f64 = 0.3;

/// What the `y` of a text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// The middle of its lines.
    Centred,
    /// The baseline of its last line.
    Upon,
    /// The top of its first line.
    Under,
}

/// The colour of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Plain,
    Muted,
    /// That of the marks it names.
    Of(Paint),
    /// That of the paper, upon a mark.
    Paper,
}
