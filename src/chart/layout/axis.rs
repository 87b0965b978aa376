//! The axis of values: its scale, its ticks and what is written at them.

use super::Frame;
use crate::chart::channels::Channels;
use crate::chart::extent::number;
use crate::chart::measure::{Weight, width};
use crate::chart::scale::Linear;
use crate::chart::scale::labels::NumberLabels;
use crate::model::{AxisSpec, Channel, NumberForm};
use crate::quantity::Decimal;
use rust_decimal::prelude::FromPrimitive;

/// How many ticks are asked for, the best number first; an axis has 3 to 6 where round numbers allow.
const COUNTS: [u32; 5] = [5, 4, 6, 3, 2];

/// A scale with its ticks.
#[derive(Clone, Debug)]
pub struct Axis {
    pub scale: Linear,
    pub ticks: Vec<Tick>,
    /// True where lines behind the marks carry the ticks on.
    pub grid: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub value: f64,
    pub text: String,
}

/// The axis of values that reach from `low` to `high`, on a range in user units, as the author sets it. `fits` says whether the ticks have room; fewer are
/// tried until they do. Without room for two, and where the author wants no axis, there are none.
pub fn values(
    channels: &Channels,
    frame: &Frame,
    ((low, high), range): ((f64, f64), [f64; 2]),
    fits: impl Fn(&Axis) -> bool,
) -> Axis {
    let channel = channels.spec.value_channel();
    let default = AxisSpec::default();
    let spec = channel.map_or(&default, |channel| &channel.axis);
    let grid = spec.grid.unwrap_or(true);
    let set = channel.and_then(set_domain);
    let nice = set.is_none() && channel.and_then(|channel| channel.scale.nice).unwrap_or(true);
    // Values that are all zero still have an axis.
    let domain = set.unwrap_or(if low == high { [low, low + 1.0] } else { [low, high] });
    let scale = Linear { domain, range };
    let nicened = |count| if nice { scale.nice(count) } else { scale };
    if spec.hidden {
        return Axis { scale: nicened(COUNTS[0]), ticks: vec![], grid: false };
    }
    if !spec.values.is_empty() {
        let values = spec.values.iter().filter_map(|at| Some(number(at.value.as_ref()?.amount.low()))).collect();
        let ticks = ticks(channels, values, None, frame);
        return Axis { scale: nicened(COUNTS[0]), ticks, grid };
    }
    let counts = spec.ticks.into_iter().chain(COUNTS);
    let mut axes = counts.map(|count| {
        let scale = nicened(count);
        let ticks = ticks(channels, scale.ticks(count), Some((scale, count)), frame);
        Axis { scale, ticks, grid }
    });
    let has_few = |axis: &Axis| (2..=6).contains(&axis.ticks.len()) || spec.ticks.is_some();
    let found = axes.find(|axis| has_few(axis) && fits(axis));
    found.unwrap_or_else(|| Axis { scale: nicened(COUNTS[0]), ticks: vec![], grid: false })
}

/// The author's domain, in the order of rising values.
fn set_domain(channel: &Channel) -> Option<[f64; 2]> {
    let [from, to] = channel.scale.domain.as_ref()?;
    let (from, to) = (number(from.value.as_ref()?.amount.low()), number(to.value.as_ref()?.amount.low()));
    Some([from.min(to), from.max(to)])
}

/// Names the ticks; the last one has the unit, unless that is wider than the drawing. `scale` and the number of ticks asked for say how many decimals they need.
fn ticks(channels: &Channels, values: Vec<f64>, scale: Option<(Linear, u32)>, frame: &Frame) -> Vec<Tick> {
    let formats = channels.words.formats;
    let (unit, factor) = channels.shown_unit();
    let largest = values.iter().fold(0.0, |most: f64, value| most.max(value.abs())) * factor;
    let exponent = formats.exponent(Decimal::from_f64(largest).unwrap_or_default(), unit);
    let decimals = scale.map(|(scale, count)| {
        Linear { domain: scale.domain.map(|end| end * factor), ..scale }.decimals(count, exponent)
    });
    let labels = NumberLabels { exponent, decimals };
    let form = channels.spec.value_channel().and_then(|channel| channel.axis.format).unwrap_or(NumberForm::Value);
    let last = values.len().saturating_sub(1);
    let tick = |(index, value): (usize, f64)| {
        let shown = value * factor;
        let with_unit = labels.with_unit(shown, unit, formats);
        let has_room = width(&with_unit, frame.font, Weight::Regular) < frame.width;
        let text = if index == last && form != NumberForm::Number && has_room {
            with_unit
        } else {
            labels.number(shown, formats)
        };
        let text = if form == NumberForm::Signed && value > 0.0 { ["+", &text].concat() } else { text };
        Tick { value, text }
    };
    values.into_iter().enumerate().map(tick).collect()
}
