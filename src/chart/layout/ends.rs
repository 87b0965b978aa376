//! Names at the ends of lines, areas and slopes: each as near to its end as the others let it.

use super::apart::{Wish, apart};
use super::{Frame, Ink, LINE, Stand, Text};
use crate::chart::channels::{Datum, Paint};
use crate::chart::extent::number;
use crate::chart::measure::{Weight, balance, longest_word, width};
use crate::chart::scale::{Point, ValueScale};
use crate::model::Anchor;
use std::borrow::Cow;

/// Between the end of a line and its name.
pub const GAP: f64 = 8.0;
/// The share of the width that the names may take.
const SHARE: f64 = 0.36;
/// The most lines of a name.
const MOST_LINES: usize = 3;
/// Between two names, in multiples of the size.
const BETWEEN: f64 = 0.3;

/// What stands at the end of one series.
pub struct End<'c> {
    /// Empty where the chart has one series.
    pub name: &'c str,
    /// The last value; empty where it is not written.
    pub value: &'c str,
    pub paint: Paint,
    pub weight: Weight,
    /// The last value as a number: of a range its middle.
    pub at: f64,
}

impl<'c> End<'c> {
    /// The end of a series at a row.
    pub fn of(datum: &'c Datum, at: f64, name: &'c str, with_value: bool) -> Self {
        let value = if with_value { datum.text.as_str() } else { "" };
        let weight = if datum.highlighted { Weight::Bold } else { Weight::Regular };
        Self { name, value, paint: datum.paint, weight, at }
    }
}

/// The number at which a row stands, of a range its middle; `None` where it is not disclosed.
pub fn middle(datum: &Datum) -> Option<f64> {
    let amount = datum.row.value?.amount;
    Some(f64::midpoint(number(amount.low()), number(amount.high())))
}

/// On which side of the plot ends stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
}

/// The ends of a chart, their texts broken into lines.
#[derive(Default)]
pub struct Ends<'c> {
    ends: Vec<(End<'c>, Vec<&'c str>, Vec<&'c str>)>,
    /// What they take of the width, with the gap before them.
    pub column: f64,
}

/// The texts of one end in their place, none where nothing is to be said.
pub struct PlacedEnd<'c> {
    /// Where the series ends, and where its texts begin.
    pub from: Point,
    pub to: Point,
    /// True where others have pushed the texts off the height of their point, so that a stroke joins them.
    pub joined: bool,
    pub paint: Paint,
    pub texts: Vec<Text<'c>>,
}

impl<'c> Ends<'c> {
    /// Breaks the texts; `None` where one is too long to stand beside a plot.
    pub fn new(ends: Vec<End<'c>>, frame: &Frame) -> Option<Self> {
        let limit = frame.width * SHARE;
        let mut column = 0.0_f64;
        let mut broken = Vec::with_capacity(ends.len());
        for end in ends {
            let lines = |text: &'c str, weight| {
                let lines = balance(text, limit, frame.font, weight);
                let fits = longest_word(text, frame.font, weight) <= limit && lines.len() <= MOST_LINES;
                fits.then_some(lines)
            };
            let (name, value) = (lines(end.name, end.weight)?, lines(end.value, Weight::Regular)?);
            let widths = name.iter().map(|line| width(line, frame.font, end.weight));
            let widths = widths.chain(value.iter().map(|line| width(line, frame.font, Weight::Regular)));
            column = widths.fold(column, f64::max);
            broken.push((end, name, value));
        }
        Some(Self { ends: broken, column: if column > 0.0 { GAP + column } else { 0.0 } })
    }

    /// The height that all of them take together.
    pub fn height(&self, frame: &Frame) -> f64 {
        self.ends.iter().map(|(_, name, value)| height(name.len() + value.len(), frame)).sum()
    }

    /// Places the texts beside a plot that ends at `edge`, as high as their points if the others let them. There is `room`
    /// of [`height`](Self::height) at least.
    pub fn place(self, side: Side, scale: &ValueScale, edge: f64, room: [f64; 2], frame: &Frame) -> Vec<PlacedEnd<'c>> {
        let wish = |(end, name, value): &(End, Vec<&str>, Vec<&str>)| Wish {
            middle: scale.map(end.at),
            size: height(name.len() + value.len(), frame),
        };
        let wishes: Vec<Wish> = self.ends.iter().map(wish).collect();
        let (x, anchor, joint) = match side {
            Side::Left => (edge - GAP, Anchor::End, edge - GAP + 2.0),
            Side::Right => (edge + GAP, Anchor::Start, edge + GAP - 2.0),
        };
        let middles = apart(&wishes, room).expect("the plot is as high as what stands at its ends");
        let place = |((end, name, value), y): ((End<'c>, Vec<&'c str>, Vec<&'c str>), f64)| {
            let line = LINE * frame.font;
            let top = y - (name.len() + value.len()) as f64 * line / 2.0;
            let under = top + name.len() as f64 * line;
            let text = |lines: Vec<&'c str>, y, weight, ink| Text {
                stand: Stand::Under,
                anchor,
                lines: lines.into_iter().map(Cow::Borrowed).collect(),
                weight,
                ink,
                ..Text::line(x, y, "")
            };
            // Without a name the value alone says by its colour whose it is.
            let is_own = name.is_empty() && matches!(end.paint, Paint::Series(_));
            let ink = if is_own { Ink::Of(end.paint) } else { Ink::Plain };
            let texts = [text(name, top, end.weight, Ink::Of(end.paint)), text(value, under, Weight::Regular, ink)];
            let joined = (y - scale.map(end.at)).abs() > (y - top).max(LINE * frame.font / 2.0);
            let texts = texts.into_iter().filter(|text| !text.lines.is_empty()).collect();
            PlacedEnd { from: [edge, scale.map(end.at)], to: [joint, y], joined, paint: end.paint, texts }
        };
        self.ends.into_iter().zip(middles).map(place).collect()
    }
}

fn height(lines: usize, frame: &Frame) -> f64 {
    if lines == 0 { 0.0 } else { (lines as f64 * LINE + BETWEEN) * frame.font }
}
