//! Horizontal bars: names beside them where they fit, else over them; values at their ends where those fit, else over them
//! too. Bars begin at zero, and the longest, with what stands at its end, fills the width. Where values are not written at
//! the ends, and in stacks, an axis stands above.

use super::axis::{self, Axis, Tick};
use super::lanes::{CAP, Lane, Lanes, OUT, Place};
use super::runs::{self, Row, Run};
use super::{DESCENT, Frame, Ink, Line, Rect, Stand, Text, clear};
use crate::chart::channels::Channels;
use crate::chart::measure::{Weight, balance, longest_word, width};
use crate::chart::scale::Linear;
use crate::model::{Anchor, Channel, ValueLabels};
use std::borrow::Cow;

/// Between the names and what begins beside them.
const NAME_GAP: f64 = 10.0;
/// Between a bar's end and its value.
const VALUE_GAP: f64 = 6.0;
/// Kept free at the drawing's sides, where letters lean out of their boxes.
const SIDE: f64 = 0.6;
/// Between a name over a bar and the bar.
const OVER_GAP: f64 = 3.0;
/// The share of the width that the bars get where names stand beside them on one line.
const GOOD_ROOM: f64 = 0.4;
/// Bars with less than this share of the width are not worth drawing: texts then go over them.
const LEAST_ROOM: f64 = 0.3;
/// Between the numbers of an axis above and the bars, and between two numbers.
const AXIS_GAP: f64 = 6.0;
const TICK_GAP: f64 = 8.0;

/// Lays out one small chart. All small charts of a chart have one scale.
pub fn lay_out<'c>(channels: &'c Channels, facet: usize, frame: &Frame) -> Lanes<'c> {
    let rows = runs::rows(channels, facet);
    let all: Vec<Row> = (0..channels.facets.len()).flat_map(|facet| runs::rows(channels, facet)).collect();
    let bars = Bars { channels, frame, all: &all };
    let one_line = (frame.width, 1, GOOD_ROOM);
    let broken = (frame.width * frame.label_share, frame.label_lines, LEAST_ROOM);
    for (limit, most_lines, room) in [one_line, broken] {
        if let Some((_, column)) = names_beside(&all, frame, limit, most_lines)
            && let Some((names, _)) = names_beside(&rows, frame, limit, most_lines)
            && let Some(axis) = bars.fit(SIDE + column + NAME_GAP, true, room)
        {
            return bars.beside(&rows, names, &axis);
        }
    }
    let at_ends = bars.fit(SIDE, true, LEAST_ROOM);
    let axis = at_ends.clone().or_else(|| bars.fit(SIDE, false, LEAST_ROOM));
    bars.over(&rows, &axis.expect("bars without texts fit any frame"), at_ends.is_some())
}

/// The names broken to a column beside the bars, and its width; `None` where one needs more lines than `most_lines` within
/// `limit`.
fn names_beside<'c>(
    rows: &[Row<'c>],
    frame: &Frame,
    limit: f64,
    most_lines: usize,
) -> Option<(Vec<Vec<&'c str>>, f64)> {
    let mut column = 0_f64;
    let mut names = Vec::with_capacity(rows.len());
    for row in rows {
        if longest_word(row.label, frame.font, row.weight) > limit {
            return None;
        }
        let lines = balance(row.label, limit, frame.font, row.weight);
        if lines.len() > most_lines {
            return None;
        }
        column = lines.iter().map(|line| width(line, frame.font, row.weight)).fold(column, f64::max);
        names.push(lines);
    }
    Some((names, column))
}

/// What the bars of one small chart share.
struct Bars<'c, 'f> {
    channels: &'c Channels<'c>,
    frame: &'f Frame,
    /// The rows of all small charts.
    all: &'f [Row<'c>],
}

impl<'c> Bars<'c, '_> {
    fn beside(&self, rows: &[Row<'c>], names: Vec<Vec<&'c str>>, axis: &Axis) -> Lanes<'c> {
        let frame = self.frame;
        let most_lines = names.iter().map(Vec::len).max().unwrap_or(1);
        let mut lanes = Lanes::default();
        let start = self.numbers(axis, &mut lanes);
        let mut top = start;
        for (row, lines) in rows.iter().zip(names) {
            let group = self.group(row);
            let step = (group + frame.gap).max(lines_height(most_lines, frame) + frame.gap / 2.0);
            let middle = top + step / 2.0;
            let lines = lines.into_iter().map(Cow::Borrowed).collect();
            let name = Text { lines, weight: row.weight, ..Text::line(SIDE, middle, "") };
            self.place(row, middle - group / 2.0, axis.scale, (Some(name), true), &mut lanes);
            lanes.spans.push((row.category, [top, top + step]));
            top += step;
        }
        lanes.height = top;
        let zero = axis.scale.map(0.0);
        self.grid(axis, start, &mut lanes);
        let texts = self.texts(&lanes);
        lanes.zero.extend(clear(Line { from: [zero, start], to: [zero, top] }, &texts));
        lanes.annotate(self.channels, axis.scale, [axis.scale.range[0], start, frame.width, top], false, frame);
        lanes
    }

    fn over(&self, rows: &[Row<'c>], axis: &Axis, values_at_ends: bool) -> Lanes<'c> {
        let frame = self.frame;
        let mut lanes = Lanes::default();
        let start = self.numbers(axis, &mut lanes);
        let zero = axis.scale.map(0.0);
        let mut bottom = start;
        let mut zeros = Vec::with_capacity(rows.len());
        for row in rows {
            let broken = |text: &str, weight| -> Vec<Cow<'c, str>> {
                let lines = balance(text, frame.width - 2.0 * SIDE, frame.font, weight);
                lines.into_iter().map(|line| Cow::Owned(line.to_owned())).collect()
            };
            let mut lines = broken(row.label, row.weight);
            if !values_at_ends {
                for run in &row.runs {
                    lines.extend(broken(&run.text, row.weight));
                }
            }
            let top = bottom + lines_height(lines.len(), frame) + OVER_GAP;
            let y = top - OVER_GAP - DESCENT * frame.font;
            let name = Text { stand: Stand::Upon, lines, weight: row.weight, ..Text::line(SIDE, y, "") };
            self.place(row, top, axis.scale, (Some(name), values_at_ends), &mut lanes);
            let group = self.group(row);
            zeros.push(Line { from: [zero, top - OUT], to: [zero, top + group + OUT] });
            lanes.spans.push((row.category, [top, top + group]));
            bottom = top + group + frame.gap;
        }
        lanes.height = (bottom - frame.gap + CAP * 2.0).max(0.0);
        let texts = self.texts(&lanes);
        lanes.zero = zeros.into_iter().flat_map(|line| clear(line, &texts)).collect();
        lanes.links = lanes.links.iter().flat_map(|line| clear(*line, &texts)).collect();
        self.grid(axis, start, &mut lanes);
        lanes.annotate(self.channels, axis.scale, [0.0, start, frame.width, lanes.height], false, frame);
        lanes
    }

    /// The bars of a row from `top` down. The name belongs to the first of them.
    fn place(&self, row: &Row<'c>, top: f64, scale: Linear, texts: (Option<Text<'c>>, bool), lanes: &mut Lanes<'c>) {
        let (mut name, values) = texts;
        let step = self.lane(row);
        for (index, run) in row.runs.iter().enumerate() {
            let thickness = if row.runs.len() > 1 { step - 1.0 } else { step };
            let lane = Lane { start: top + index as f64 * step, thickness, scale, upright: false };
            let mut texts: Vec<Text> = name.take().into_iter().collect();
            if values && !run.text.is_empty() {
                texts.push(value_at_end(run, &lane));
            }
            texts.extend(lane.shares(run, self.frame));
            lanes.link(&lane, run.level);
            lanes.places.push(Place { lane, pieces: run.pieces.clone(), texts, rows: run.rows.clone() });
        }
    }

    /// The height of a row's bars together, and that of one of several with what separates it from the next.
    fn group(&self, row: &Row) -> f64 {
        self.lane(row) * row.runs.len() as f64
    }

    fn lane(&self, row: &Row) -> f64 {
        if row.runs.len() > 1 { self.frame.line().max(self.frame.bar) } else { self.frame.bar }
    }

    /// The numbers of an axis above the bars, and where the bars begin.
    fn numbers(&self, axis: &Axis, lanes: &mut Lanes<'c>) -> f64 {
        if axis.ticks.is_empty() {
            return 0.0;
        }
        for (tick, [left, _]) in axis.ticks.iter().zip(self.spread(axis)) {
            let text = Text { stand: Stand::Under, ink: Ink::Muted, ..Text::line(left, 0.0, tick.text.clone()) };
            lanes.ticks.push(text);
        }
        self.frame.line() + AXIS_GAP
    }

    /// From where to where each number of an axis reaches: around its place, and within the frame.
    fn spread(&self, axis: &Axis) -> Vec<[f64; 2]> {
        let place = |tick: &Tick| {
            let wide = width(&tick.text, self.frame.font, Weight::Regular);
            let left = (axis.scale.map(tick.value) - wide / 2.0).min(self.frame.width - SIDE - wide).max(SIDE);
            [left, left + wide]
        };
        axis.ticks.iter().map(place).collect()
    }

    /// The boxes of names and values.
    fn texts(&self, lanes: &Lanes) -> Vec<Rect> {
        lanes.places.iter().flat_map(|place| &place.texts).map(|text| text.bounds(self.frame.font)).collect()
    }

    fn grid(&self, axis: &Axis, top: f64, lanes: &mut Lanes<'c>) {
        if !axis.grid {
            return;
        }
        let texts = self.texts(lanes);
        for tick in axis.ticks.iter().filter(|tick| tick.value != 0.0) {
            let x = axis.scale.map(tick.value);
            lanes.grid.extend(clear(Line { from: [x, top - AXIS_GAP], to: [x, lanes.height] }, &texts));
        }
    }

    /// The axis that makes the bars as long as `left` and the frame's width allow with what stands at their ends; `None`
    /// where that leaves them less than `least` of the width. It has ticks only where values are not all at the ends.
    fn fit(&self, left: f64, values_at_ends: bool, least: f64) -> Option<Axis> {
        let (low, high) = runs::reach(self.channels);
        if self.needs_axis() {
            let room = |end: usize| self.ends(values_at_ends).map(|ends| ends[end].text).fold(0.0, f64::max);
            let range = [left + room(0), self.frame.width - SIDE - room(1)];
            if range[1] - range[0] < self.frame.width * least {
                return None;
            }
            let apart = |axis: &Axis| self.spread(axis).windows(2).all(|pair| pair[1][0] - pair[0][1] >= TICK_GAP);
            return Some(axis::values(self.channels, self.frame, ((low, high), range), apart));
        }
        let scale = self.stretch(left, (low, high), values_at_ends, least)?;
        Some(Axis { scale, ticks: vec![], grid: false })
    }

    /// Parts of stacks and bars without values need an axis, and so does what an author sets one for.
    fn needs_axis(&self) -> bool {
        let is_set = self.channels.spec.value_channel().is_some_and(Channel::sets_axis);
        let all_labelled = matches!(self.channels.spec.labels.value, None | Some(ValueLabels::Always));
        self.channels.spec.mark.stacks() || is_set || !all_labelled
    }

    fn ends(&self, values_at_ends: bool) -> impl Iterator<Item = [End; 2]> {
        let runs = self.all.iter().flat_map(|row| &row.runs);
        runs.map(move |run| ends(run, self.frame, values_at_ends))
    }

    fn stretch(&self, left: f64, (low, high): (f64, f64), values_at_ends: bool, least: f64) -> Option<Linear> {
        let room = self.frame.width - left - SIDE;
        let ends: Vec<[End; 2]> = self.ends(values_at_ends).collect();
        // The unit may be so long that no pair of a left and a right end, each with its text, is wider than the room.
        let mut unit = f64::INFINITY;
        for [a, _] in &ends {
            for [_, b] in &ends {
                let (length, texts) = (a.length + b.length, a.text + b.text);
                if texts > room {
                    return None;
                }
                if length > 0.0 {
                    unit = unit.min((room - texts) / length);
                }
            }
        }
        if unit.is_infinite() {
            // All values are zero or not disclosed: zero alone has a place.
            let zero = left + ends.iter().map(|[end, _]| end.text).fold(0.0, f64::max);
            return Some(Linear { domain: [0.0, 1.0], range: [zero, self.frame.width - SIDE] });
        }
        if unit * (high - low) < self.frame.width * least {
            return None;
        }
        let zero = left + ends.iter().map(|[end, _]| end.length * unit + end.text).fold(0.0, f64::max);
        Some(Linear { domain: [low, high], range: [zero + low * unit, zero + high * unit] })
    }
}

/// The value at the outer end of its bar; of a row without a bar, at zero.
fn value_at_end<'c>(run: &Run<'c>, lane: &Lane) -> Text<'c> {
    let distance = run.outer + VALUE_GAP;
    let end = lane.at(run.end());
    let x = if run.falls { end - distance } else { end + distance };
    let anchor = if run.falls { Anchor::End } else { Anchor::Start };
    Text { anchor, weight: run.weight, ink: run.ink, ..Text::line(x, lane.middle(), run.text.clone()) }
}

/// One end of a row: its distance from zero in the unit of the values, and what stands beyond in user units.
struct End {
    length: f64,
    text: f64,
}

/// The left and the right end of a run.
fn ends(run: &Run, frame: &Frame, values_at_ends: bool) -> [End; 2] {
    let mut text = run.outer;
    if values_at_ends && !run.text.is_empty() {
        text += VALUE_GAP + width(&run.text, frame.font, run.weight);
    }
    let (low, high) = (-run.low, run.high);
    if run.falls {
        [End { length: low, text }, End { length: high, text: run.inner }]
    } else {
        [End { length: low, text: run.inner }, End { length: high, text }]
    }
}

fn lines_height(lines: usize, frame: &Frame) -> f64 {
    lines as f64 * frame.line()
}
