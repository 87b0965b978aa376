//! Layout: where the parts of a chart stand, in user units of its drawing. One file a family of marks.
//!
//! Every text is placed for the largest size it is shown at; the page then only ever makes it smaller in user units (see
//! `static/chart.css`), so what does not collide here never does.

pub mod apart;
pub mod bars;
pub mod ends;
pub mod lines;
pub mod plot;
pub mod point_axis;
pub mod strand;
pub mod value_axis;

use super::channels::Paint;
use super::measure::Weight;
use crate::model::Anchor;
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
}

impl<'c> Text<'c> {
    /// One line of plain text that begins at `x` with its middle at `y`.
    pub fn line(x: f64, y: f64, line: impl Into<Cow<'c, str>>) -> Self {
        let lines = vec![line.into()];
        Self { x, y, stand: Stand::Centred, anchor: Anchor::Start, lines, weight: Weight::Regular, ink: Ink::Plain }
    }
}

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
}
