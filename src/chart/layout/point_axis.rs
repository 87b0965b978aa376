//! The axis under lines, on which each period or name is a point: of time few round moments, of names as many as there is
//! room for.

use super::plot::Plot;
use super::{Frame, Ink, LINE, Stand, Text};
use crate::chart::channels::{Channels, Datum, Place};
use crate::chart::measure::{Weight, balance, longest_word, width};
use crate::chart::scale::labels::{Grain, Moment, moments};
use crate::chart::scale::time::{DAY, midnight};
use crate::chart::scale::{Linear, Time};
use crate::model::{Anchor, AxisSpec, ScaleType};
use crate::quantity::Period;
use std::borrow::Cow;

/// How long the stroke of a tick under the plot is.
const TICK: f64 = 4.0;
/// Between the plot and the names under it.
const UNDER_GAP: f64 = 5.0;
/// Between two names.
const NAME_GAP: f64 = 8.0;
/// The most ticks that an axis has.
const MOST: u32 = 8;
/// The most lines of a name.
const MOST_LINES: usize = 3;

/// Where every category stands along x.
pub struct PointAxis<'c> {
    places: Places<'c>,
    spec: AxisSpec,
}

enum Places<'c> {
    Time(Moments),
    Names(Vec<&'c str>),
}

/// Categories that are periods.
struct Moments {
    /// Of each category.
    of: Vec<i64>,
    domain: [i64; 2],
    grain: Grain,
}

/// A tick in its place.
pub struct PointTick<'c> {
    pub x: f64,
    /// From where to where its stroke goes.
    pub stroke: [f64; 2],
    pub label: Text<'c>,
}

impl<'c> PointAxis<'c> {
    /// The axis of a chart: of time where every category is a period, if the author does not want them as names.
    pub fn new(channels: &'c Channels) -> Self {
        let channel = channels.spec.category_channel();
        let is_band = channel.and_then(|c| c.scale.kind.as_ref()).is_some_and(|kind| kind.value == ScaleType::Band);
        let moments = if is_band { None } else { Moments::of(channels) };
        let names = || Places::Names(channels.categories.iter().map(|name| name.label.as_str()).collect());
        Self {
            places: moments.map_or_else(names, Places::Time),
            spec: channel.map(|channel| channel.axis.clone()).unwrap_or_default(),
        }
    }

    /// The x of a category in a plot.
    pub fn x(&self, category: usize, plot: &Plot) -> f64 {
        match &self.places {
            Places::Time(moments) => moments.scale(plot).map(moments.of[category]),
            Places::Names(names) => step(names.len(), plot).map(category as f64),
        }
    }

    /// From where to where a name or a period reaches; `None` for a name that is not there and a period off the axis.
    pub fn span(&self, at: &Place, plot: &Plot) -> Option<[f64; 2]> {
        match (&self.places, at.category, at.days) {
            (_, Some(category), _) => Some([self.x(category, plot); 2]),
            (Places::Time(moments), None, Some((first, last))) => {
                let scale = moments.scale(plot);
                let ends = [first, last].map(|day| scale.map(midnight(day)));
                let inside = |x: f64| (plot.left - 1.0..=plot.right + 1.0).contains(&x);
                ends.iter().any(|x| inside(*x)).then(|| ends.map(|x| x.clamp(plot.left, plot.right)))
            }
            _ => None,
        }
    }

    /// The ticks under a plot, none of whose names touch.
    pub fn ticks(&self, plot: &Plot, frame: &Frame, channels: &Channels) -> Vec<PointTick<'c>> {
        if self.spec.hidden {
            return vec![];
        }
        let labels: Vec<(f64, Vec<Cow<'c, str>>)> = match &self.places {
            Places::Time(moments) => moments.ticks(&self.spec, plot, frame, channels),
            Places::Names(names) => named(names, plot, frame),
        };
        let stroke = [plot.bottom, plot.bottom + TICK];
        let tick = |(x, lines)| PointTick { x, stroke, label: under(x, lines, plot, frame) };
        labels.into_iter().map(tick).collect()
    }
}

/// The height of the names under a plot.
pub fn height(ticks: &[PointTick], frame: &Frame) -> f64 {
    let lines = ticks.iter().map(|tick| tick.label.lines.len()).max().unwrap_or(0);
    if lines == 0 { 0.0 } else { UNDER_GAP + lines as f64 * LINE * frame.font }
}

impl Moments {
    /// The moments of a chart's categories; `None` where one is no period.
    fn of(channels: &Channels) -> Option<Self> {
        let field = &channels.fields.category;
        let rows = channels.data.iter().map(|datum| Some((datum, datum.row.period_of(field)?)));
        let rows: Vec<(&Datum, Period)> = rows.collect::<Option<_>>()?;
        let grains = || rows.iter().map(|(_, period)| Grain::of(*period));
        let finest = grains().min()?;
        let is_even = grains().all(|grain| grain == finest);
        let mut of = vec![0; channels.categories.len()];
        for (datum, period) in &rows {
            of[datum.category] = if is_even { start(*period) } else { middle(datum, *period) };
        }
        let channel = channels.spec.category_channel();
        let chosen = channel.and_then(|channel| channel.scale.domain.as_ref());
        let chosen = chosen.and_then(|[from, to]| Some([start(from.period?), start(to.period?)]));
        let [first, last] = chosen.unwrap_or([*of.iter().min()?, *of.iter().max()?]);
        // A moment alone stands at the right, beside its name.
        let domain = [first - i64::from(first == last), last];
        let unit = channel.and_then(|channel| channel.time_unit);
        Some(Self { of, domain, grain: unit.map_or(finest, Grain::from) })
    }

    fn scale(&self, plot: &Plot) -> Time {
        Time { domain: self.domain, range: [plot.left, plot.right] }
    }

    /// The ticks that the author wants, or as many round moments as there is room for; where there is room for none, the first
    /// and the last moment.
    fn ticks<'t>(
        &self,
        spec: &AxisSpec,
        plot: &Plot,
        frame: &Frame,
        channels: &Channels,
    ) -> Vec<(f64, Vec<Cow<'t, str>>)> {
        let scale = self.scale(plot);
        let named = |ticks: &[i64], grain: Grain| -> Vec<(f64, Vec<Cow<'t, str>>)> {
            let names = moments(ticks, grain, channels.words.formats);
            let lines = |Moment { text, year }| [Some(text), year].into_iter().flatten().map(Cow::Owned).collect();
            ticks.iter().zip(names).map(|(tick, name)| (scale.map(*tick), lines(name))).collect()
        };
        if !spec.values.is_empty() {
            let ticks: Vec<i64> = spec.values.iter().filter_map(|at| Some(start(at.period?))).collect();
            return named(&ticks, self.grain);
        }
        for count in (1..=spec.ticks.unwrap_or(MOST)).rev() {
            let interval = scale.interval(count).max(self.grain.interval());
            let ticks = scale.ticks(interval);
            let labels = named(&ticks, self.grain.at(interval));
            if (2..=MOST as usize).contains(&ticks.len()) && fits(&labels, frame) {
                return labels;
            }
        }
        let mut ends: Vec<i64> = self.domain.into_iter().filter(|end| self.of.contains(end)).collect();
        ends.dedup();
        let labels = named(&ends, self.grain);
        if fits(&labels, frame) { labels } else { labels.into_iter().take(1).collect() }
    }
}

/// As many names as there is room for, each at its place: all, or every second, third and so on.
fn named<'c>(names: &[&'c str], plot: &Plot, frame: &Frame) -> Vec<(f64, Vec<Cow<'c, str>>)> {
    let steps = step(names.len(), plot);
    let mut labels = Vec::new();
    for every in 1..=names.len() {
        let limit = (steps.map(every as f64) - steps.map(0.0) - NAME_GAP).max(0.0);
        let label = |index: usize| {
            let lines = balance(names[index], limit, frame.font, Weight::Regular);
            (steps.map(index as f64), lines.into_iter().map(Cow::Borrowed).collect())
        };
        labels = (0..names.len()).step_by(every).map(label).collect();
        let longest = names.iter().step_by(every).map(|name| longest_word(name, frame.font, Weight::Regular));
        let is_short = labels.iter().all(|(_, lines): &(f64, Vec<_>)| lines.len() <= MOST_LINES);
        let is_narrow = longest.fold(0.0, f64::max) <= limit;
        if labels.len() <= MOST as usize && is_short && is_narrow && fits(&labels, frame) {
            break;
        }
    }
    labels
}

/// Names at equal steps from one side of the plot to the other; one alone stands at the right.
fn step(count: usize, plot: &Plot) -> Linear {
    let domain = if count == 1 { [-1.0, 0.0] } else { [0.0, count.saturating_sub(1) as f64] };
    Linear { domain, range: [plot.left, plot.right] }
}

/// A name under the plot.
fn under<'c>(x: f64, lines: Vec<Cow<'c, str>>, plot: &Plot, frame: &Frame) -> Text<'c> {
    Text { stand: Stand::Under, ink: Ink::Muted, ..within(x, plot.bottom + UNDER_GAP, lines, frame) }
}

/// A name as near to its `x` as the drawing's sides let it.
pub fn within<'c>(x: f64, y: f64, lines: Vec<Cow<'c, str>>, frame: &Frame) -> Text<'c> {
    let half = breadth(&lines, frame) / 2.0;
    let (x, anchor) = if x - half < 0.0 {
        (0.0, Anchor::Start)
    } else if x + half > frame.width {
        (frame.width, Anchor::End)
    } else {
        (x, Anchor::Middle)
    };
    Text { anchor, lines, ..Text::line(x, y, "") }
}

/// True where no two names touch once they are within the drawing's sides.
fn fits(labels: &[(f64, Vec<Cow<str>>)], frame: &Frame) -> bool {
    let mut reached = f64::NEG_INFINITY;
    labels.iter().all(|(x, lines)| {
        let breadth = breadth(lines, frame);
        let left = (x - breadth / 2.0).min(frame.width - breadth).max(0.0);
        let is_free = left >= reached;
        reached = left + breadth + NAME_GAP;
        is_free
    })
}

fn breadth(lines: &[Cow<str>], frame: &Frame) -> f64 {
    lines.iter().map(|line| width(line, frame.font, Weight::Regular)).fold(0.0, f64::max)
}

/// Where a period begins; a fiscal year as if it were the calendar's, so that the years of all companies share their ticks.
fn start(period: Period) -> i64 {
    midnight(period.days(12).0)
}

/// The middle of a period, for periods of different lengths on one axis.
fn middle(datum: &Datum, period: Period) -> i64 {
    let (first, last) = datum.days.unwrap_or_else(|| period.days(12));
    i64::midpoint(midnight(first), midnight(last) + DAY)
}
