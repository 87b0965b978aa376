//! The upright axis of values: three to six round ticks, each with a line across the plot and its number upon that line; the
//! top one says the unit.

use super::plot::Plot;
use super::{Frame, Ink, Stand, Text};
use crate::chart::channels::Channels;
use crate::chart::extent::number;
use crate::chart::measure::{Weight, width};
use crate::chart::scale::labels::NumberLabels;
use crate::chart::scale::{Linear, Log, ValueScale};
use crate::locale::{Formats, Style};
use crate::model::{AxisSpec, NumberForm, ScaleSpec, ScaleType};
use crate::quantity::{Amount, Decimal, Unit, Value};
use rust_decimal::prelude::FromPrimitive;

/// Between the numbers and the marks.
const GAP: f64 = 8.0;
/// The baseline of a number lies this far over its line, in multiples of the size: as far as letters reach below it.
const ABOVE: f64 = 0.34;
/// Kept free at the drawing's sides, where letters lean out of their boxes.
const SIDE: f64 = 0.6;
/// How many ticks are asked for, the best first; what gives three to six is taken.
const COUNTS: [u32; 4] = [5, 4, 6, 3];

/// The axis before it has its place.
pub struct ValueAxis {
    pub scale: ValueScale,
    pub has_grid: bool,
    ticks: Vec<f64>,
    /// Of each tick; empty where the axis is hidden.
    names: Vec<String>,
}

/// A tick in its place.
pub struct ValueTick {
    pub y: f64,
    pub is_zero: bool,
    pub label: Option<Text<'static>>,
}

impl ValueAxis {
    /// The axis of values from `low` to `high`. `zero` says whether zero must be on it, if the author does not.
    pub fn new(channels: &Channels, [low, high]: [f64; 2], zero: bool) -> Self {
        let channel = channels.spec.value_channel();
        let (scale_spec, axis_spec) = channel.map(|c| (c.scale.clone(), c.axis.clone())).unwrap_or_default();
        let (scale, ticks, count) = scale_and_ticks(&scale_spec, &axis_spec, [low, high], zero);
        let mut axis =
            Self { scale, has_grid: !axis_spec.hidden && axis_spec.grid != Some(false), ticks, names: vec![] };
        if !axis_spec.hidden {
            axis.names = axis.names(channels, count, axis_spec.format);
        }
        axis
    }

    /// The width of the numbers and of what keeps the marks away from them. The top one may reach over the plot where no mark
    /// is above its line.
    pub fn column(&self, frame: &Frame) -> f64 {
        let is_end = self.ticks.last().is_some_and(|&tick| tick >= self.scale.domain()[1]);
        let below_top = self.names.len().saturating_sub(usize::from(is_end));
        let widths = self.names[..below_top].iter().map(|name| width(name, frame.font, Weight::Regular));
        if self.names.is_empty() { SIDE } else { SIDE + widths.fold(0.0, f64::max) + GAP }
    }

    /// The height of the number upon the top line.
    pub fn over(&self, frame: &Frame) -> f64 {
        if self.names.is_empty() { 0.0 } else { (1.0 + ABOVE) * frame.font }
    }

    /// Puts the axis beside a plot.
    pub fn place(&mut self, plot: &Plot, frame: &Frame) -> Vec<ValueTick> {
        self.scale = self.scale.on([plot.bottom, plot.top]);
        let place = |(index, &tick): (usize, &f64)| {
            let y = self.scale.map(tick);
            let text = |name: &String| Text {
                stand: Stand::Upon,
                ink: Ink::Muted,
                ..Text::line(SIDE, y - ABOVE * frame.font, name.clone())
            };
            ValueTick { y, is_zero: tick == 0.0, label: self.names.get(index).map(text) }
        };
        self.ticks.iter().enumerate().map(place).collect()
    }

    /// The numbers of the ticks, the last one with the unit.
    fn names(&self, channels: &Channels, count: Option<u32>, form: Option<NumberForm>) -> Vec<String> {
        let formats = channels.words.formats;
        let (unit, factor) = channels.shown_unit();
        let largest = self.ticks.iter().fold(0.0_f64, |largest, tick| largest.max(tick.abs())) * factor;
        let exponent = formats.exponent(Decimal::from_f64(largest).unwrap_or_default(), unit);
        let labels = NumberLabels {
            exponent,
            decimals: count.and_then(|count| self.scale.times(factor).decimals(count, exponent)),
        };
        let last = self.ticks.len().saturating_sub(1);
        let name = |(index, tick): (usize, f64)| {
            let is_log = matches!(self.scale, ValueScale::Log(_));
            let name = match tick {
                // Powers of ten are of different scales, so each says its own.
                _ if is_log => whole(tick, unit, formats),
                _ if index == last && form != Some(NumberForm::Number) => labels.with_unit(tick, unit, formats),
                0.0 => formats.number(Decimal::ZERO),
                _ => labels.number(tick, formats),
            };
            if form == Some(NumberForm::Signed) && tick > 0.0 { format!("+{name}") } else { name }
        };
        self.ticks.iter().map(|tick| tick * factor).enumerate().map(name).collect()
    }
}

/// A tick as a value, with its own scale and unit.
pub fn whole(tick: f64, unit: &Unit, formats: &Formats) -> String {
    let amount = Amount::Exact(Decimal::from_f64(tick).unwrap_or_default());
    formats.value(&Value { amount, unit: unit.clone() }, Style::Label)
}

/// The author's scale and ticks, or those that suit the values; ticks from the lowest to the highest. The number is that of
/// the ticks that were asked for; `None` where they are the author's own.
fn scale_and_ticks(
    spec: &ScaleSpec,
    axis: &AxisSpec,
    reach: [f64; 2],
    zero: bool,
) -> (ValueScale, Vec<f64>, Option<u32>) {
    let plain = scale(spec, reach, zero);
    let is_nice = spec.nice.unwrap_or(spec.domain.is_none());
    let made = |count: u32| {
        let scale = if is_nice { plain.nice(count) } else { plain };
        (scale, scale.ticks(count), Some(count))
    };
    if !axis.values.is_empty() {
        let mut ticks: Vec<f64> =
            axis.values.iter().filter_map(|at| Some(number(at.value.as_ref()?.amount.low()))).collect();
        ticks.sort_by(f64::total_cmp);
        return (made(COUNTS[0]).0, ticks, None);
    }
    if let Some(count) = axis.ticks {
        return made(count);
    }
    let counts = COUNTS.into_iter().map(made);
    counts.min_by_key(|(_, ticks, _)| !(3..=6).contains(&ticks.len())).expect("there are counts to choose from")
}

/// The author's scale, or the one that holds the values, with zero if it must be on it and the author says nothing; it ends at the
/// values themselves, and its range is any.
pub fn scale(spec: &ScaleSpec, reach: [f64; 2], zero: bool) -> ValueScale {
    let chosen = spec.domain.as_ref().and_then(|[from, to]| Some([from.value.as_ref()?, to.value.as_ref()?]));
    let is_log = spec.kind.as_ref().is_some_and(|kind| kind.value == ScaleType::Log);
    let with_zero = spec.zero.as_ref().map_or(zero, |zero| zero.value) && !is_log;
    let domain = chosen.map_or_else(
        || room(reach, with_zero, is_log),
        |ends| {
            let [a, b] = ends.map(|value| number(value.amount.low()));
            [a.min(b), a.max(b)]
        },
    );
    let range = [1.0, 0.0];
    if is_log { ValueScale::Log(Log { domain, range }) } else { ValueScale::Linear(Linear { domain, range }) }
}

/// True where zero is on the way between these values, or takes at most this share of an axis that holds it too.
pub fn is_near_zero([low, high]: [f64; 2], share: f64) -> bool {
    if low >= 0.0 { low <= high * share } else { high >= low * share }
}

/// The domain that holds the values, and that has an extent.
fn room([low, high]: [f64; 2], with_zero: bool, is_log: bool) -> [f64; 2] {
    let flat = low == high;
    if is_log {
        return if flat { [low / 2.0, high * 2.0] } else { [low, high] };
    }
    if with_zero || flat {
        let (low, high) = (low.min(0.0), high.max(0.0));
        return if low == high { [0.0, 1.0] } else { [low, high] };
    }
    [low, high]
}
