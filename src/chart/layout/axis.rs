//! The axis of values: its scale, its ticks and what is written at them.

use super::{Frame, value_axis};
use crate::chart::channels::Channels;
use crate::chart::extent::number;
use crate::chart::measure::{Weight, width};
use crate::chart::scale::labels::NumberLabels;
use crate::chart::scale::{Linear, ValueScale};
use crate::model::NumberForm;
use crate::quantity::Decimal;
use rust_decimal::prelude::FromPrimitive;

/// How many ticks are asked for, the best number first; an axis has 3 to 6 where round numbers allow.
const COUNTS: [u32; 5] = [5, 4, 6, 3, 2];

/// A scale with its ticks.
#[derive(Clone, Debug)]
pub struct Axis {
    pub scale: ValueScale,
    pub ticks: Vec<Tick>,
    /// True where lines behind the marks carry the ticks on.
    pub grid: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub value: f64,
    pub text: String,
}

/// The axis of values that reach from `low` to `high`, as the author sets it. `range` gives a scale its place in user units, and
/// `fits` says whether the ticks have room; fewer are tried until they do. Without room for two, and where the author wants no
/// axis, there are none.
pub fn values(
    channels: &Channels,
    frame: &Frame,
    (low, high): (f64, f64),
    range: impl Fn(ValueScale) -> [f64; 2],
    fits: impl Fn(&Axis) -> bool,
) -> Axis {
    let channel = channels.spec.value_channel();
    let (scale_spec, spec) = channel.map(|channel| (&channel.scale, &channel.axis)).unzip();
    let (scale_spec, spec) = (scale_spec.cloned().unwrap_or_default(), spec.cloned().unwrap_or_default());
    let grid = spec.grid.unwrap_or(true);
    let nice = scale_spec.nice.unwrap_or(scale_spec.domain.is_none());
    let zero = channels.spec.mark.starts_at_zero() || value_axis::is_near_zero([low, high], 0.25);
    let plain = value_axis::scale(&scale_spec, [low, high], zero);
    let placed = |count| {
        let scale = if nice { plain.nice(count) } else { plain };
        scale.on(range(scale))
    };
    if spec.hidden {
        return Axis { scale: placed(COUNTS[0]), ticks: vec![], grid: false };
    }
    if !spec.values.is_empty() {
        let values = spec.values.iter().filter_map(|at| Some(number(at.value.as_ref()?.amount.low()))).collect();
        let scale = placed(COUNTS[0]);
        let ticks = ticks(channels, values, scale, None, frame);
        return Axis { scale, ticks, grid };
    }
    let counts = spec.ticks.into_iter().chain(COUNTS);
    let mut axes = counts.map(|count| {
        let scale = placed(count);
        let ticks = ticks(channels, scale.ticks(count), scale, Some(count), frame);
        Axis { scale, ticks, grid }
    });
    let has_few = |axis: &Axis| (2..=6).contains(&axis.ticks.len()) || spec.ticks.is_some();
    let found = axes.find(|axis| has_few(axis) && fits(axis));
    // Powers of ten cannot be fewer by round steps: every second one may do, or every third.
    let thinned = |every: usize| {
        let scale = placed(COUNTS[0]);
        let values = scale.ticks(COUNTS[0]).into_iter().step_by(every).collect();
        Axis { scale, ticks: ticks(channels, values, scale, Some(COUNTS[0]), frame), grid }
    };
    let found = found.or_else(|| (2..=4).map(thinned).find(|axis| (2..=6).contains(&axis.ticks.len()) && fits(axis)));
    found.unwrap_or_else(|| Axis { scale: placed(COUNTS[0]), ticks: vec![], grid: false })
}

/// Names the ticks; the last one has the unit, unless that is wider than the drawing. The number of ticks asked for says how many
/// decimals they need.
fn ticks(channels: &Channels, values: Vec<f64>, scale: ValueScale, count: Option<u32>, frame: &Frame) -> Vec<Tick> {
    let formats = channels.words.formats;
    let (unit, factor) = channels.shown_unit();
    let largest = values.iter().fold(0.0, |most: f64, value| most.max(value.abs())) * factor;
    let exponent = formats.exponent(Decimal::from_f64(largest).unwrap_or_default(), unit);
    let decimals = count.and_then(|count| match scale {
        ValueScale::Linear(scale) => {
            let shown = Linear { domain: scale.domain.map(|end| end * factor), ..scale };
            Some(shown.decimals(count, exponent))
        }
        ValueScale::Log(_) => None,
    });
    let labels = NumberLabels { exponent, decimals };
    let form = channels.spec.value_channel().and_then(|channel| channel.axis.format).unwrap_or(NumberForm::Value);
    let last = values.len().saturating_sub(1);
    let tick = |(index, value): (usize, f64)| {
        let shown = value * factor;
        let with_unit = labels.with_unit(shown, unit, formats);
        let has_room = width(&with_unit, frame.font, Weight::Regular) < frame.width;
        let text = if matches!(scale, ValueScale::Log(_)) {
            // Powers of ten are of different scales, so each says its own.
            value_axis::whole(value, unit, formats)
        } else if index == last && form != NumberForm::Number && has_room {
            with_unit
        } else {
            labels.number(shown, formats)
        };
        let text = if form == NumberForm::Signed && value > 0.0 { ["+", &text].concat() } else { text };
        Tick { value, text }
    };
    values.into_iter().enumerate().map(tick).collect()
}
