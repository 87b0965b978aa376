//! Columns: values upright, names and periods below. Where every value has room at its column's end it stands there instead of
//! an axis; else an axis stands at the left, its numbers upon their lines. Names that have no room side by side are laid
//! out as bars.

use super::axis::{self, Axis};
use super::lanes::{Lane, Lanes, Place};
use super::runs::{self, Row, Run};
use super::{DESCENT, Frame, Ink, Line, Rect, Stand, Text, bars, below, clear, meets};
use crate::chart::channels::Channels;
use crate::chart::measure::{Weight, width};
use crate::chart::scale::{Band, Linear, ValueScale};
use crate::model::{Anchor, Channel, ValueLabels};

/// Width divided by height of the plot, where the author wants nothing else: on a page, and on a phone.
const ASPECT: [f64; 2] = [1.8, 1.3];
/// The share of a step that stays empty between columns, and between the columns of one name.
const BETWEEN: f64 = 0.3;
const WITHIN: f64 = 0.08;
/// A column is at most this wide.
const WIDEST: f64 = 64.0;
/// Between a line and the number upon it, between the numbers and the columns, between a column and its text.
const TICK_GAP: f64 = 0.5;
const AXIS_GAP: f64 = 8.0;
const VALUE_GAP: f64 = 1.0;
/// Between two texts beside each other.
const TEXT_GAP: f64 = 4.0;
/// Between the plot and the names below it.
const NAME_GAP: f64 = 6.0;

/// Lays out one small chart.
pub fn lay_out<'c>(channels: &'c Channels, facet: usize, frame: &Frame) -> Lanes<'c> {
    let all = runs::rows(channels);
    let rows = &all[facet];
    let labelled = has_room_for_values(channels, &all, frame);
    let height = frame.plot_height(channels.spec, ASPECT);
    // Steps of ticks are at least two lines of text high, so that numbers upon lines stay apart.
    let fits = |axis: &Axis| {
        let ends = axis.scale.range();
        let room = (ends[0] - ends[1]).abs() / (axis.ticks.len().saturating_sub(1).max(1)) as f64;
        room >= 2.0 * frame.line()
    };
    let reach = runs::reach(channels, &all);
    let mut axis = if labelled {
        // Without numbers to be round for, the tallest column takes the whole height.
        let domain = if reach.0 < reach.1 { [reach.0, reach.1] } else { [0.0, 1.0] };
        Axis { scale: ValueScale::Linear(Linear { domain, range: [height, 0.0] }), ticks: vec![], grid: false }
    } else {
        axis::values(channels, frame, reach, |_| [height, 0.0], fits)
    };
    let [top, bottom] = strips(&all, &axis, frame);
    axis.scale = axis.scale.on([top + height, top]);
    let gutter = gutter(&axis, frame);
    let band = Band::new(rows.len(), [gutter, frame.width], BETWEEN, BETWEEN / 2.0);
    let Some(names) = below::names(channels, rows, &band, frame, top + height + bottom + NAME_GAP) else {
        return bars::lay_out(channels, facet, frame);
    };
    let sums = channels.spec.mark.stacks() && is_wide_enough(rows, frame, band.step);
    let asked = channels.spec.labels.value.is_some();
    let columns = Columns { frame, band, axis, labelled, sums, asked };
    let mut lanes = Lanes { height: names.bottom, texts: names.texts, ..Lanes::default() };
    columns.place(rows, &mut lanes);
    columns.axis(&mut lanes);
    lanes.spans = rows.iter().enumerate().map(|(index, row)| (row.category, columns.span(index))).collect();
    let area = [gutter, 0.0, frame.width, top + height + bottom];
    lanes.annotate(channels, columns.axis.scale, area, true, frame);
    lanes
}

/// The room for the numbers left of the columns. The last one, which has the unit, stands over the columns instead: its line is
/// above them all.
fn gutter(axis: &Axis, frame: &Frame) -> f64 {
    let Some((_, below)) = axis.ticks.split_last() else { return 0.0 };
    below.iter().map(|tick| width(&tick.text, frame.font, Weight::Regular)).fold(0.0, f64::max) + AXIS_GAP
}

/// What the columns of one small chart share.
struct Columns<'f> {
    frame: &'f Frame,
    band: Band,
    axis: Axis,
    /// True where every value stands at the end of its column.
    labelled: bool,
    /// True where every sum has room, though an axis stands beside it.
    sums: bool,
    /// True where the author says which values are written.
    asked: bool,
}

impl Columns<'_> {
    fn place<'c>(&self, rows: &[Row<'c>], lanes: &mut Lanes<'c>) {
        let mut boxes = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            for lane in self.lanes(index, row.runs.len()).zip(&row.runs) {
                boxes.push(column(lane.0, lane.1));
            }
        }
        let mut taken: Vec<Rect> = self.ticks().map(|tick| tick.bounds(self.frame.font)).collect();
        for (index, row) in rows.iter().enumerate() {
            for (lane, run) in self.lanes(index, row.runs.len()).zip(&row.runs) {
                let text = self.value(lane, run).filter(|text| {
                    let bounds = text.bounds(self.frame.font);
                    let is_free = || boxes.iter().chain(&taken).all(|other| !meets(bounds, *other));
                    self.labelled || (self.keeps(run) && is_free())
                });
                taken.extend(text.iter().map(|text| text.bounds(self.frame.font)));
                lanes.link(&lane, run.level);
                let texts = text.into_iter().chain(lane.shares(run, self.frame)).collect();
                lanes.places.push(Place { lane, pieces: run.pieces.clone(), texts, rows: run.rows.clone() });
            }
        }
    }

    /// Whether a value is written beside an axis: those of sums where all have room, those that the author asks for, the
    /// highlighted ones, and what is not disclosed. Some of the others would look like a choice.
    fn keeps(&self, run: &Run) -> bool {
        self.sums || self.asked || run.weight == Weight::Bold || run.ink == Ink::Muted
    }

    /// From the middle of the space before a name to that of the space after it.
    fn span(&self, index: usize) -> [f64; 2] {
        let middle = self.band.position(index) + self.band.bandwidth / 2.0;
        [middle - self.band.step / 2.0, middle + self.band.step / 2.0]
    }

    /// The lanes of the columns of one name.
    fn lanes(&self, index: usize, count: usize) -> impl Iterator<Item = Lane> + use<> {
        let most = WIDEST * count as f64;
        let room = self.band.bandwidth.min(most);
        let start = self.band.position(index) + (self.band.bandwidth - room) / 2.0;
        let inner = Band::new(count, [start, start + room], if count > 1 { WITHIN } else { 0.0 }, 0.0);
        let scale = self.axis.scale;
        (0..count).map(move |lane| Lane {
            start: inner.position(lane),
            thickness: inner.bandwidth,
            scale,
            upright: true,
        })
    }

    /// The text over the end of a column, or under it where the column hangs.
    fn value<'c>(&self, lane: Lane, run: &Run<'c>) -> Option<Text<'c>> {
        let half = width(&run.text, self.frame.font, run.weight) / 2.0;
        if run.text.is_empty() || half * 2.0 > self.frame.width {
            return None;
        }
        let distance = run.outer + VALUE_GAP;
        let end = lane.at(run.end());
        let (y, stand) = if run.falls {
            (end + distance, Stand::Under)
        } else {
            (end - distance - DESCENT * self.frame.font, Stand::Upon)
        };
        let x = lane.middle().min(self.frame.width - half).max(half);
        let text = Text::line(x, y, run.text.clone());
        Some(Text { stand, anchor: Anchor::Middle, weight: run.weight, ink: run.ink, ..text })
    }

    /// The numbers of the axis, upon their lines.
    fn ticks<'c>(&self) -> impl Iterator<Item = Text<'c>> {
        self.axis.ticks.iter().map(|tick| {
            let y = self.axis.scale.map(tick.value) - TICK_GAP - DESCENT * self.frame.font;
            Text { stand: Stand::Upon, ink: Ink::Muted, ..Text::line(0.0, y, tick.text.clone()) }
        })
    }

    /// The lines of the axis with their numbers, and the line of zero.
    fn axis(&self, lanes: &mut Lanes) {
        let texts: Vec<Rect> =
            lanes.places.iter().flat_map(|place| &place.texts).map(|t| t.bounds(self.frame.font)).collect();
        let across = |value: f64| {
            let y = self.axis.scale.map(value);
            Line { from: [0.0, y], to: [self.frame.width, y] }
        };
        for tick in &self.axis.ticks {
            if self.axis.grid && tick.value != 0.0 {
                lanes.grid.extend(clear(across(tick.value), &texts));
            }
        }
        lanes.ticks.extend(self.ticks());
        lanes.zero.extend(clear(across(0.0), &texts));
    }
}

/// The box of a column with its own marks.
fn column(lane: Lane, run: &Run) -> Rect {
    let (upper, lower) = if run.falls { (run.inner, run.outer) } else { (run.outer, run.inner) };
    let right = lane.start + lane.thickness;
    [lane.start, lane.at(run.high) - upper, right, lane.at(run.low) + lower]
}

/// Room for texts and marks beyond the ends of the tallest column and of the deepest one; above, the number upon the last line
/// takes a line too.
fn strips(rows: &[Vec<Row>], axis: &Axis, frame: &Frame) -> [f64; 2] {
    let [floor, ceiling] = axis.scale.range();
    let mut strips = [frame.line() + TICK_GAP, 0.0_f64];
    for run in rows.iter().flatten().flat_map(|row| &row.runs) {
        let text = if run.text.is_empty() { 0.0 } else { frame.line() + VALUE_GAP };
        let end = axis.scale.map(run.end());
        let (side, within) = if run.falls { (1, floor - end) } else { (0, end - ceiling) };
        strips[side] = strips[side].max(run.outer + text - within);
    }
    strips
}

/// Whether each value of the chart has room over its column, so that no axis is needed. Stacks need one for their parts.
fn has_room_for_values(channels: &Channels, rows: &[Vec<Row>], frame: &Frame) -> bool {
    let is_set = channels.spec.value_channel().is_some_and(Channel::sets_axis);
    if is_set || channels.spec.mark.stacks() || !matches!(channels.spec.labels.value, None | Some(ValueLabels::Always))
    {
        return false;
    }
    rows.iter()
        .all(|rows| is_wide_enough(rows, frame, Band::new(rows.len(), [0.0, frame.width], BETWEEN, BETWEEN / 2.0).step))
}

/// Whether the texts of rows at a step have room beside each other.
fn is_wide_enough(rows: &[Row], frame: &Frame, step: f64) -> bool {
    rows.iter().all(|row| {
        // The texts of neighbouring names may reach into the space between them.
        let room = if row.runs.len() > 1 { step * (1.0 - BETWEEN) / row.runs.len() as f64 } else { step };
        row.runs.iter().all(|run| width(&run.text, frame.font, run.weight) + TEXT_GAP <= room)
    })
}
