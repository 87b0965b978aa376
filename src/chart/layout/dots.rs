//! What lies in the lane of a name in a chart of dots: its values as dots and intervals, the line that joins two of them,
//! and what is written beside the outermost ones. Where lanes stand is `bars`' business.

use super::lanes::Piece;
use super::runs::{Run, empty, is_labelled, weight};
use super::strand::Form;
use super::{Ink, ends};
use crate::chart::channels::{Channels, Datum, Paint, pairs};
use crate::chart::extent::number;
use crate::locale::Style;
use crate::model::Mark;
use crate::quantity::Amount;

/// The radius of a dot, its outline included.
pub const RADIUS: f64 = 5.5;
/// How far an arrow reaches from the value it belongs to.
pub const ARROW: f64 = 18.0;
/// Half the thickness of the caps of intervals and of the stop that an arrow starts from.
pub const HALF_CAP: f64 = 1.0;

/// A value at its place; only of a range are its two ends not the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    pub low: f64,
    pub high: f64,
    pub form: Form,
    pub provisional: bool,
}

impl Dot {
    pub fn new(amount: &Amount, provisional: bool) -> Self {
        let [low, high] = [amount.low(), amount.high()].map(number);
        Self { low, high, form: Form::of(amount), provisional }
    }

    /// What it takes before its low end and beyond its high one, in user units.
    pub fn overhang(self) -> [f64; 2] {
        match self.form {
            Form::Exact | Form::About => [RADIUS, RADIUS],
            Form::AtLeast => [RADIUS, ARROW],
            Form::AtMost => [ARROW, HALF_CAP],
            Form::Range => [HALF_CAP, HALF_CAP],
        }
    }
}

/// The one run of each category.
pub fn runs<'c>(channels: &Channels, data: &[&'c Datum]) -> Vec<Vec<Run<'c>>> {
    let categories = data.chunk_by(|a, b| a.category == b.category);
    categories.map(|data| vec![interval(channels, data).unwrap_or_else(|| run(channels, data))]).collect()
}

/// The dots of a category.
fn run<'c>(channels: &Channels, data: &[&'c Datum]) -> Run<'c> {
    let mut known: Vec<(&Datum, Dot)> =
        data.iter().filter_map(|datum| Some((*datum, Dot::new(&datum.row.value?.amount, datum.provisional)))).collect();
    let mut run = Run { weight: weight(data.iter().all(|datum| datum.highlighted)), ..empty() };
    run.pieces = known.iter().map(|(datum, dot)| (datum.paint, Piece::Dot(*dot))).collect();
    known.sort_by(|(_, a), (_, b)| (a.low + a.high).total_cmp(&(b.low + b.high)));
    let Some(((first, lowest), (last, highest))) = known.first().zip(known.last()) else {
        let rows = data.iter().map(|datum| (datum.index, run.low)).collect();
        return Run { text: data[0].text.as_str().into(), ink: Ink::Muted, rows, ..run };
    };
    (run.low, run.high) =
        known.iter().fold((lowest.low, highest.high), |(low, high), (_, dot)| (dot.low.min(low), dot.high.max(high)));
    // What is not disclosed is told where the others begin.
    let middle = |datum: &Datum| ends::middle(datum).unwrap_or(lowest.low);
    run.rows = data.iter().map(|datum| (datum.index, middle(datum))).collect();
    let overhang = |end: usize| known.iter().map(|(_, dot)| dot.overhang()[end]).fold(0.0, f64::max);
    (run.inner, run.outer) = (overhang(0), overhang(1));
    if channels.spec.mark == Mark::Dumbbell {
        let dashed = known.iter().any(|(_, dot)| dot.provisional);
        if lowest.high < highest.low {
            run.pieces.insert(0, (Paint::Plain, Piece::Link { from: lowest.high, to: highest.low, dashed }));
        }
    }
    let written = |datum: &Datum| is_labelled(channels, datum);
    if written(last) {
        run.text = last.text.as_str().into();
    }
    if known.len() > 1 {
        if written(first) {
            run.inner_text = first.text.as_str().into();
        }
    } else if let Some(hidden) = data.iter().find(|datum| datum.row.value.is_none() && data.len() == 2) {
        // Of two ends the one that is not disclosed is told on its own side.
        (run.inner_text, run.inner_ink) = (hidden.text.as_str().into(), Ink::Muted);
        if hidden.series > last.series {
            std::mem::swap(&mut run.text, &mut run.inner_text);
            std::mem::swap(&mut run.ink, &mut run.inner_ink);
        }
    }
    run
}

/// The interval between the two values of a row of ranges.
fn interval<'c>(channels: &Channels, data: &[&'c Datum]) -> Option<Run<'c>> {
    let value = pairs::interval(channels.spec.mark, data)?;
    let datum = data[0];
    let dot = Dot::new(&value.amount, datum.provisional);
    let [inner, outer] = dot.overhang();
    let text =
        if is_labelled(channels, datum) { channels.words.formats.value(&value, Style::Label) } else { String::new() };
    Some(Run {
        pieces: vec![(datum.paint, Piece::Dot(dot))],
        low: dot.low,
        high: dot.high,
        outer,
        inner,
        text: text.into(),
        weight: weight(datum.highlighted),
        rows: data.iter().map(|datum| (datum.index, f64::midpoint(dot.low, dot.high))).collect(),
        ..empty()
    })
}
