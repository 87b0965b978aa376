//! Horizontal bars and dots: names beside them where they fit, else over them; values at their ends where those fit, else over them
//! too. Bars begin at zero, and the longest, with what stands at its end, fills the width. Where values are not written at
//! the ends, in stacks and of dots, an axis stands above.

use super::axis::{self, Axis, Tick};
use super::lanes::{CAP, Lane, Lanes, OUT, Piece, Place};
use super::runs::{self, Row, Run};
use super::{DESCENT, Frame, Ink, Line, Rect, Stand, Text, clear};
use crate::chart::channels::Channels;
use crate::chart::measure::{Weight, balance, longest_word, width};
use crate::chart::scale::{Linear, ValueScale};
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
    let all = runs::rows(channels);
    let rows = &all[facet];
    let bars = Bars { channels, frame, all: &all };
    let one_line = (frame.width, 1, GOOD_ROOM);
    let broken = (frame.width * frame.label_share, frame.label_lines, LEAST_ROOM);
    for (limit, most_lines, room) in [one_line, broken] {
        let names = all.iter().map(|rows| names_beside(rows, frame, limit, most_lines));
        let Some(mut names) = names.collect::<Option<Vec<_>>>() else { continue };
        let column = names.iter().map(|(_, column)| *column).fold(0.0, f64::max);
        if let Some(axis) = bars.fit(SIDE + column + NAME_GAP, true, room) {
            return bars.beside(rows, names.swap_remove(facet).0, &axis);
        }
    }
    let at_ends = bars.fit(SIDE, true, LEAST_ROOM);
    let axis = at_ends.clone().or_else(|| bars.fit(SIDE, false, LEAST_ROOM));
    bars.over(rows, &axis.expect("bars without texts fit any frame"), at_ends.is_some())
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
    /// The rows of each small chart.
    all: &'f [Vec<Row<'c>>],
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
        self.grid(axis, start, &mut lanes);
        let texts = self.texts(&lanes);
        let zero = self.zero(axis).map(|zero| Line { from: [zero, start], to: [zero, top] });
        lanes.zero = zero.into_iter().flat_map(|line| clear(line, &texts)).collect();
        lanes.annotate(self.channels, axis.scale, [axis.scale.range()[0], start, frame.width, top], false, frame);
        lanes
    }

    fn over(&self, rows: &[Row<'c>], axis: &Axis, values_at_ends: bool) -> Lanes<'c> {
        let frame = self.frame;
        let mut lanes = Lanes::default();
        let start = self.numbers(axis, &mut lanes);
        let zero = self.zero(axis);
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
                    lines.extend([&run.inner_text, &run.text].into_iter().flat_map(|text| broken(text, row.weight)));
                }
            }
            let top = bottom + lines_height(lines.len(), frame) + OVER_GAP;
            let y = top - OVER_GAP - DESCENT * frame.font;
            let name = Text { stand: Stand::Upon, lines, weight: row.weight, ..Text::line(SIDE, y, "") };
            self.place(row, top, axis.scale, (Some(name), values_at_ends), &mut lanes);
            let group = self.group(row);
            zeros.extend(zero.map(|zero| Line { from: [zero, top - OUT], to: [zero, top + group + OUT] }));
            lanes.spans.push((row.category, [top, top + group]));
            bottom = top + group + frame.gap;
        }
        lanes.height = (bottom - frame.gap + CAP * 2.0).max(0.0);
        let texts = self.texts(&lanes);
        lanes.zero = zeros.into_iter().flat_map(|line| clear(line, &texts)).collect();
        self.grid(axis, start, &mut lanes);
        lanes.annotate(self.channels, axis.scale, [0.0, start, frame.width, lanes.height], false, frame);
        lanes
    }

    /// The bars of a row from `top` down. The name belongs to the first of them.
    fn place(
        &self,
        row: &Row<'c>,
        top: f64,
        scale: ValueScale,
        texts: (Option<Text<'c>>, bool),
        lanes: &mut Lanes<'c>,
    ) {
        let (mut name, values) = texts;
        let step = self.lane(row);
        for (index, run) in row.runs.iter().enumerate() {
            let thickness = if row.runs.len() > 1 { step - 1.0 } else { step };
            let lane = Lane { start: top + index as f64 * step, thickness, scale, upright: false };
            let mut texts: Vec<Text> = name.take().into_iter().collect();
            if values {
                texts.extend(values_at_ends(run, &lane, self.start(scale)));
            }
            lanes.guides.extend(self.guide(run, &lane));
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

    /// The line that leads from the axis to the dots of a lane. Where it begins at zero, it ends at the first dot; elsewhere it goes
    /// through, so that nobody takes it for a length (Cleveland, "The Elements of Graphing Data").
    fn guide(&self, run: &Run, lane: &Lane) -> Option<Line> {
        if !self.channels.spec.mark.has_dots() {
            return None;
        }
        let first = run.pieces.iter().map(|(_, piece)| piece.bounds(lane)[0]).reduce(f64::min)?;
        let [start, end] = lane.scale.range();
        let is_length = lane.scale.domain()[0] == 0.0;
        let y = lane.middle();
        Some(Line { from: [start, y], to: [if is_length { first.max(start) } else { end }, y] })
    }

    /// Where marks begin: bars at zero, dots where the axis does.
    fn start(&self, scale: ValueScale) -> f64 {
        if self.channels.spec.mark.has_dots() { scale.range()[0] } else { scale.map(0.0) }
    }

    /// Where the dark line of zero stands: marks begin there, or lie on both of its sides.
    fn zero(&self, axis: &Axis) -> Option<f64> {
        let is_inside = axis.scale.domain()[0] < 0.0;
        axis.scale.zero().filter(|_| is_inside || self.channels.spec.mark.starts_at_zero())
    }

    /// The lines behind the marks, which keep off texts.
    fn grid(&self, axis: &Axis, top: f64, lanes: &mut Lanes<'c>) {
        let texts = self.texts(lanes);
        for lines in [&mut lanes.links, &mut lanes.guides] {
            *lines = lines.iter().flat_map(|line| clear(*line, &texts)).collect();
        }
        if !axis.grid {
            return;
        }
        let zero = self.zero(axis);
        for x in axis.ticks.iter().map(|tick| axis.scale.map(tick.value)).filter(|x| Some(*x) != zero) {
            lanes.grid.extend(clear(Line { from: [x, top - AXIS_GAP], to: [x, lanes.height] }, &texts));
        }
    }

    /// The axis that makes the bars as long as `left` and the frame's width allow with what stands at their ends; `None`
    /// where that leaves them less than `least` of the width. It has ticks only where values are not all at the ends.
    fn fit(&self, left: f64, values_at_ends: bool, least: f64) -> Option<Axis> {
        let (low, high) = runs::reach(self.channels, self.all);
        if self.needs_axis() {
            let ends: Vec<[End; 2]> = self.ends(values_at_ends).collect();
            let range = |scale: ValueScale| self.widest(left, scale, &ends);
            let apart = |axis: &Axis| self.spread(axis).windows(2).all(|pair| pair[1][0] - pair[0][1] >= TICK_GAP);
            let axis = axis::values(self.channels, self.frame, (low, high), range, apart);
            let [from, to] = axis.scale.range();
            return (to - from >= self.frame.width * least).then_some(axis);
        }
        let scale = self.stretch(left, (low, high), values_at_ends, least)?;
        Some(Axis { scale: ValueScale::Linear(scale), ticks: vec![], grid: false })
    }

    /// Parts of stacks, dots and bars without values need an axis, and so does what an author sets one for.
    fn needs_axis(&self) -> bool {
        let is_set = self.channels.spec.value_channel().is_some_and(Channel::sets_axis);
        let all_labelled = matches!(self.channels.spec.labels.value, None | Some(ValueLabels::Always));
        let mark = self.channels.spec.mark;
        mark.stacks() || mark.has_dots() || is_set || !all_labelled
    }

    fn ends(&self, values_at_ends: bool) -> impl Iterator<Item = [End; 2]> {
        let has_dots = self.channels.spec.mark.has_dots();
        let runs =
            self.all.iter().flatten().flat_map(|row| &row.runs).filter(move |run| !has_dots || !run.pieces.is_empty());
        runs.map(move |run| ends(run, self.frame, values_at_ends))
    }

    /// The widest range of a scale between `left` and the frame's edge that leaves room for what stands at the ends of the runs.
    fn widest(&self, left: f64, scale: ValueScale, ends: &[[End; 2]]) -> [f64; 2] {
        let room = self.frame.width - left - SIDE;
        // Each end as a share of the range and what stands beyond it; the axis itself has ends with nothing beyond.
        let unit = scale.on([0.0, 1.0]);
        let lows = || ends.iter().map(|[low, _]| (unit.map(-low.length), low.text)).chain([(0.0, 0.0)]);
        let highs = || ends.iter().map(|[_, high]| (unit.map(high.length), high.text)).chain([(1.0, 0.0)]);
        let mut wide = room;
        for (from, before) in lows() {
            for (to, beyond) in highs() {
                let (share, room) = (to - from, room - before - beyond);
                if share > 0.0 {
                    wide = wide.min(room / share);
                } else if room < 0.0 {
                    wide = 0.0;
                }
            }
        }
        let start = lows().map(|(from, before)| left + before - from * wide).fold(left, f64::max);
        [start, start + wide]
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

/// What is written at the two ends of a run; of one without marks, at `start`.
fn values_at_ends<'c>(run: &Run<'c>, lane: &Lane, start: f64) -> impl Iterator<Item = Text<'c>> {
    let [low, high] = if run.pieces.iter().any(|(_, piece)| matches!(piece, Piece::Dot(_))) {
        let bounds = || run.pieces.iter().map(|(_, piece)| piece.bounds(lane));
        [bounds().map(|b| b[0]).fold(f64::INFINITY, f64::min), bounds().map(|b| b[2]).fold(f64::NEG_INFINITY, f64::max)]
    } else {
        let at = |value: f64| if run.pieces.is_empty() { start } else { lane.at(value) };
        let (left, right) = if run.falls { (run.outer, run.inner) } else { (run.inner, run.outer) };
        [at(run.low) - left, at(run.high) + right]
    };
    let text = |text: &Cow<'c, str>, ink, is_left: bool| {
        let (x, anchor) = if is_left { (low - VALUE_GAP, Anchor::End) } else { (high + VALUE_GAP, Anchor::Start) };
        Text { anchor, weight: run.weight, ink, ..Text::line(x, lane.middle(), text.clone()) }
    };
    let texts = [text(&run.text, run.ink, run.falls), text(&run.inner_text, run.inner_ink, !run.falls)];
    texts.into_iter().filter(|text| !text.lines[0].is_empty())
}

/// One end of a row: its distance from zero in the unit of the values, and what stands beyond in user units.
struct End {
    length: f64,
    text: f64,
}

/// The left and the right end of a run.
fn ends(run: &Run, frame: &Frame, values_at_ends: bool) -> [End; 2] {
    let room = |text: &str| {
        let has_text = values_at_ends && !text.is_empty();
        if has_text { VALUE_GAP + width(text, frame.font, run.weight) } else { 0.0 }
    };
    let (outer, inner) = (run.outer + room(&run.text), run.inner + room(&run.inner_text));
    let (left, right) = if run.falls { (outer, inner) } else { (inner, outer) };
    [End { length: -run.low, text: left }, End { length: run.high, text: right }]
}

fn lines_height(lines: usize, frame: &Frame) -> f64 {
    lines as f64 * frame.line()
}
