//! A table as a picture: its columns side by side where they have room, numbers flush on their decimal signs; else, and on a phone, the
//! columns that stay, with the others under the name of the row.

use super::gauge::{self, Gauges};
use super::lanes::Lanes;
use super::tiles::gauge_in;
use super::{Frame, Ink, Line, Stand, Text};
use crate::chart::cells::{Cell, Cells, aside, cells};
use crate::chart::channels::{Channels, Datum, Paint};
use crate::chart::measure::{Weight, balance, longest_word, width, wrap};
use crate::model::Anchor;
use std::borrow::Cow;

/// Between columns, and over and under the texts of a row.
const GAP: f64 = 16.0;
const PAD: f64 = 6.0;
/// Between a number and its gauge.
const GAUGE_GAP: f64 = 10.0;
/// The least share of the width that the names of the rows get beside their numbers.
const LEAST_NAMES: f64 = 0.25;

pub fn lay_out<'c>(channels: &Channels, frame: &Frame) -> Lanes<'c> {
    let cells = cells(channels);
    let grid = Grid::of(&cells, Gauges::of(channels), frame);
    let mut lanes = Lanes::default();
    let mut top = grid.head(&mut lanes);
    for (row, datum) in cells.rows.iter().zip(&channels.data) {
        top = grid.row(row, datum, top, &mut lanes);
    }
    lanes.height = top;
    lanes
}

/// What has room in a frame: the columns, and whether gauges do.
pub fn shown(cells: &Cells, gauges: Option<Gauges>, frame: &Frame) -> (Vec<usize>, bool) {
    let grid = Grid::of(cells, gauges, frame);
    (grid.columns.iter().map(|(at, _)| *at).collect(), grid.gauges.is_some())
}

/// The columns of a picture, and where they are.
struct Grid<'t> {
    cells: &'t Cells,
    frame: &'t Frame,
    gauges: Option<Gauges>,
    /// The shown columns, each with its left and its right edge.
    columns: Vec<(usize, [f64; 2])>,
}

impl<'t> Grid<'t> {
    /// As many columns as have room, with gauges where those have room too.
    fn of(cells: &'t Cells, gauges: Option<Gauges>, frame: &'t Frame) -> Self {
        let grid = |shown: Vec<usize>| {
            [gauges, None].into_iter().find_map(|gauges| {
                let grid = Self { cells, frame, gauges, columns: vec![] };
                grid.fit(&shown).map(|columns| Self { columns, ..grid })
            })
        };
        let alone = || Self { cells, frame, gauges: None, columns: vec![(0, [0.0, frame.width])] };
        cells.choices(frame.is_narrow()).into_iter().find_map(grid).unwrap_or_else(alone)
    }

    /// The least width of a column, or with `width` as the measure the one that it would like.
    fn width_of(&self, at: usize, measure: fn(&str, f64, Weight) -> f64) -> f64 {
        let (frame, head) = (self.frame, &self.cells.heads[at]);
        let weight = if head.is_of_values { Weight::Bold } else { Weight::Regular };
        let of_head = [&head.title, &head.unit].map(|text| longest_word(text, frame.font, Weight::Regular));
        let texts =
            self.cells.rows.iter().map(|row| measure(&row[at].text, frame.font, weight) + self.lacking(&row[at]));
        texts.chain(of_head).fold(0.0, f64::max).ceil() + 1.0
    }

    /// Shares the width among columns: numbers get what they take, words the rest; `None` where that is not enough.
    fn fit(&self, shown: &[usize]) -> Option<Vec<(usize, [f64; 2])>> {
        let (cells, frame) = (self.cells, self.frame);
        let least = |at: usize| {
            let measure = if cells.heads[at].is_of_values { width } else { longest_word };
            let under = if self.has_gauges(at) && frame.is_narrow() { gauge::WIDTH } else { 0.0 };
            self.width_of(at, measure).max(under) + self.gauge_room(at)
        };
        let gaps = GAP * (shown.len() as f64 - 1.0);
        let least: Vec<f64> = shown.iter().map(|&at| least(at)).collect();
        let mut spare = frame.width - gaps - least.iter().sum::<f64>();
        if spare < 0.0 || spare + least[0] < LEAST_NAMES * frame.width {
            return None;
        }
        let mut columns = Vec::with_capacity(shown.len());
        let mut sizes = least;
        // Words get what they would take on one line, as far as there is room; the names of the rows get what is left.
        for (size, &at) in sizes.iter_mut().zip(shown).skip(1).filter(|(_, at)| !cells.heads[**at].is_of_values) {
            let wanted = (self.width_of(at, width) - *size).clamp(0.0, spare / 2.0);
            *size += wanted;
            spare -= wanted;
        }
        sizes[0] += spare;
        let mut left = 0.0;
        for (&at, size) in shown.iter().zip(sizes) {
            columns.push((at, [left, left + size]));
            left += size + GAP;
        }
        Some(columns)
    }

    fn has_gauges(&self, at: usize) -> bool {
        self.gauges.is_some() && self.cells.heads[at].is_shown
    }

    /// What gauges take of their column beside the numbers; on a phone they are under them.
    fn gauge_room(&self, at: usize) -> f64 {
        if self.has_gauges(at) && !self.frame.is_narrow() { GAUGE_GAP + gauge::WIDTH } else { 0.0 }
    }

    /// The head over a dark line, and where it ends.
    fn head(&self, lanes: &mut Lanes<'_>) -> f64 {
        let frame = self.frame;
        let heads = self.columns.iter().map(|&(at, edges)| {
            let head = &self.cells.heads[at];
            let edges = [edges[0], edges[1] - self.gauge_room(at)];
            let room = edges[1] - edges[0];
            let lines = [&head.title, &head.unit].map(|text| wrap(text, room, frame.font, Weight::Regular));
            (head, edges, lines.concat())
        });
        let heads: Vec<_> = heads.collect();
        let most = heads.iter().map(|(_, _, lines)| lines.len()).max().unwrap_or(0) as f64;
        let bottom = most * frame.line() + PAD;
        for (head, edges, lines) in heads {
            let (x, anchor) = if head.is_of_values { (edges[1], Anchor::End) } else { (edges[0], Anchor::Start) };
            for (below, line) in lines.iter().rev().enumerate() {
                let y = bottom - PAD - 0.3 * frame.font - below as f64 * frame.line();
                let line = Text::line(x, y, (*line).to_owned());
                lanes.texts.push(Text { stand: Stand::Upon, anchor, ink: Ink::Muted, ..line });
            }
        }
        lanes.links.push(Line { from: [0.0, bottom], to: [frame.width, bottom] });
        bottom
    }

    /// One row with the hairline under it, and where that is.
    fn row(&self, row: &[Cell], datum: &Datum, top: f64, lanes: &mut Lanes<'_>) -> f64 {
        let (frame, line) = (self.frame, self.frame.line());
        let start = top + PAD;
        let mut bottom = start;
        let shown: Vec<usize> = self.columns.iter().map(|(at, _)| *at).collect();
        let aside = aside(row, &shown);
        for &(at, [left, right]) in &self.columns {
            let (head, cell) = (&self.cells.heads[at], &row[at]);
            let right = right - self.gauge_room(at);
            let is_name = at == self.columns[0].0;
            let is_bold = head.is_of_values || is_name && datum.paint == Paint::Accent;
            let weight = if is_bold { Weight::Bold } else { Weight::Regular };
            let lines = balance(&cell.text, right - left, frame.font, weight);
            let lines: Vec<Cow<str>> = lines.into_iter().map(|line| Cow::Owned(line.to_owned())).collect();
            let mut end = start + lines.len() as f64 * line;
            let ink = match datum.paint {
                _ if cell.is_absent => Ink::Muted,
                Paint::Accent if head.is_of_values || is_name => Ink::Of(Paint::Accent),
                _ => Ink::Plain,
            };
            let (x, anchor) =
                if head.is_of_values { (right - self.lacking(cell), Anchor::End) } else { (left, Anchor::Start) };
            lanes.texts.push(Text { anchor, weight, ink, ..Text::under(x, start, lines) });
            if is_name && !aside.is_empty() {
                let aside = wrap(&aside, right - left, frame.font, Weight::Regular);
                let aside: Vec<Cow<str>> = aside.into_iter().map(|line| Cow::Owned(line.to_owned())).collect();
                let lines = aside.len() as f64;
                let ink = if shown.len() > 1 { Ink::Muted } else { Ink::Plain };
                lanes.texts.push(Text { ink, ..Text::under(left, end, aside) });
                end += lines * line;
            }
            if let Some(gauges) = self.gauges.filter(|_| head.is_shown) {
                let point = if frame.is_narrow() {
                    end += gauge::HEIGHT;
                    [right - gauge::WIDTH, end - gauge::HEIGHT]
                } else {
                    [right + GAUGE_GAP, start + (line - gauge::HEIGHT) / 2.0]
                };
                gauge_in(lanes, gauges, datum, point);
            }
            bottom = bottom.max(end);
        }
        bottom += PAD;
        lanes.grid.push(Line { from: [0.0, bottom], to: [frame.width, bottom] });
        bottom
    }

    /// The room for the decimals that a number has not and others of its column have.
    fn lacking(&self, cell: &Cell) -> f64 {
        let digits = "0".repeat(cell.lacks);
        let missing = if cell.is_whole { format!(",{digits}") } else { digits };
        width(&missing, self.frame.font, Weight::Bold)
    }
}
