//! A table as a picture: its columns side by side where they have room, numbers flush on their decimal signs; else, and on a phone, the
//! columns that stay, with the others under the name of the row.

use super::gauge::{self, Gauges};
use super::lanes::Lanes;
use super::tiles::gauge_in;
use super::{Frame, Ink, Line, Stand, Text};
use crate::chart::cells::{Cell, Cells, Head, Row, cells};
use crate::chart::channels::{Channels, Datum, Paint};
use crate::chart::measure::{Weight, longest_word, width, wrap};
use crate::model::Anchor;
use std::borrow::Cow;

/// Between columns, and over and under the texts of a row.
const GAP: f64 = 16.0;
const PAD: f64 = 6.0;
/// Between a number and its gauge.
const GAUGE_GAP: f64 = 10.0;
/// The least share of the width that the names of the rows get beside their numbers.
const LEAST_NAMES: f64 = 0.3;

pub fn lay_out<'c>(channels: &Channels, frame: &Frame) -> Lanes<'c> {
    let cells = cells(channels);
    let gauges = Gauges::of(channels);
    let all: Vec<usize> = (0..cells.heads.len()).collect();
    let staying = all.iter().copied().filter(|&at| cells.heads[at].stays).collect();
    let wide = if frame.is_narrow() { None } else { Grid::fit(&cells, all, gauges, frame, true) };
    let grid = wide.or_else(|| Grid::fit(&cells, staying, gauges, frame, false));
    let grid = grid.unwrap_or_else(|| Grid::stacked(&cells, frame));
    let mut lanes = Lanes::default();
    let mut top = grid.head(&mut lanes);
    for (row, datum) in cells.rows.iter().zip(&channels.data) {
        top = grid.row(row, datum, top, &mut lanes);
    }
    lanes.height = top;
    lanes
}

/// The columns of a picture, and where they are.
struct Grid<'t> {
    cells: &'t Cells,
    frame: &'t Frame,
    gauges: Option<Gauges>,
    /// True where gauges stand beside their numbers, else under them.
    is_wide: bool,
    /// The shown columns, each with its left and its right edge.
    columns: Vec<(usize, [f64; 2])>,
}

impl<'t> Grid<'t> {
    /// Shares the width among columns: numbers get what they take, words the rest; `None` where that is not enough.
    fn fit(
        cells: &'t Cells,
        shown: Vec<usize>,
        gauges: Option<Gauges>,
        frame: &'t Frame,
        is_wide: bool,
    ) -> Option<Self> {
        let column = |at: usize| cells.rows.iter().map(move |row| &row.cells[at]);
        let widths = |at: usize, measure: fn(&str, f64, Weight) -> f64| {
            let head = &cells.heads[at];
            let of_head = longest_word(&head.title, frame.font, Weight::Regular).max(if head.is_of_values {
                longest_word(&head.unit, frame.font, Weight::Regular)
            } else {
                0.0
            });
            column(at).map(|cell| measure(&cell.text, frame.font, Weight::Bold)).fold(of_head, f64::max)
        };
        let gauge = |at: usize| match gauges {
            Some(_) if cells.heads[at].is_shown && is_wide => GAUGE_GAP + gauge::WIDTH,
            _ => 0.0,
        };
        let least = |at: usize| {
            let measure = if cells.heads[at].is_of_values { width } else { longest_word };
            let under = if gauges.is_some() && cells.heads[at].is_shown { gauge::WIDTH } else { 0.0 };
            widths(at, measure).max(if is_wide { 0.0 } else { under }) + gauge(at)
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
        for (size, &at) in sizes.iter_mut().zip(&shown).skip(1).filter(|(_, at)| !cells.heads[**at].is_of_values) {
            let wanted = (widths(at, width) - *size).clamp(0.0, spare / 2.0);
            *size += wanted;
            spare -= wanted;
        }
        sizes[0] += spare;
        let mut left = 0.0;
        for (at, size) in shown.into_iter().zip(sizes) {
            columns.push((at, [left, left + size]));
            left += size + GAP;
        }
        Some(Self { cells, frame, gauges, is_wide, columns })
    }

    /// Every row as a block of lines.
    fn stacked(cells: &'t Cells, frame: &'t Frame) -> Self {
        let shown = (0..cells.heads.len()).filter(|&at| cells.heads[at].stays);
        let columns = shown.map(|at| (at, [0.0, frame.width])).collect();
        Self { cells, frame, gauges: None, is_wide: false, columns }
    }

    fn is_stacked(&self) -> bool {
        self.columns.len() > 1 && self.columns[1].1[0] == 0.0
    }

    /// The head over a dark line, and where it ends.
    fn head(&self, lanes: &mut Lanes<'_>) -> f64 {
        let frame = self.frame;
        let shown = if self.is_stacked() { &self.columns[..0] } else { &self.columns[..] };
        let heads = shown.iter().map(|&(at, edges)| {
            let head = &self.cells.heads[at];
            let edges = [edges[0], edges[1] - self.gauge_room(head)];
            let room = edges[1] - edges[0];
            let lines = [&head.title, &head.unit].map(|text| wrap(text, room, frame.font, Weight::Regular));
            let lines: Vec<Cow<str>> = lines.concat().into_iter().map(|line| Cow::Owned(line.to_owned())).collect();
            (head, edges, lines)
        });
        let heads: Vec<_> = heads.collect();
        let most = heads.iter().map(|(_, _, lines)| lines.len()).max().unwrap_or(0) as f64;
        let bottom = if most > 0.0 { most * frame.line() + PAD } else { 0.5 };
        for (head, edges, lines) in heads {
            let (x, anchor) = if head.is_of_values { (edges[1], Anchor::End) } else { (edges[0], Anchor::Start) };
            let y = bottom - PAD - 0.3 * frame.font;
            lanes.texts.push(Text { stand: Stand::Upon, anchor, ink: Ink::Muted, lines, ..Text::line(x, y, "") });
        }
        lanes.links.push(Line { from: [0.0, bottom], to: [frame.width, bottom] });
        bottom
    }

    /// What a gauge takes of its column beside the numbers.
    fn gauge_room(&self, head: &Head) -> f64 {
        if self.gauges.is_some() && head.is_shown && self.is_wide { GAUGE_GAP + gauge::WIDTH } else { 0.0 }
    }

    /// One row with the hairline under it, and where that is.
    fn row(&self, row: &Row, datum: &Datum, top: f64, lanes: &mut Lanes<'_>) -> f64 {
        let (frame, line) = (self.frame, self.frame.line());
        let start = top + PAD;
        let mut bottom = start;
        for &(at, [left, right]) in &self.columns {
            let (head, cell) = (&self.cells.heads[at], &row.cells[at]);
            let right = right - self.gauge_room(head);
            let is_name = at == self.columns[0].0;
            let is_bold = head.is_of_values || is_name && datum.paint == Paint::Accent;
            let weight = if is_bold { Weight::Bold } else { Weight::Regular };
            let y = if self.is_stacked() { bottom } else { start };
            let lines = wrap(&cell.text, right - left, frame.font, weight);
            let lines: Vec<Cow<str>> = lines.into_iter().map(|line| Cow::Owned(line.to_owned())).collect();
            let mut end = y + lines.len() as f64 * line;
            let ink = match datum.paint {
                _ if cell.is_absent => Ink::Muted,
                Paint::Accent if head.is_of_values || is_name => Ink::Of(Paint::Accent),
                _ => Ink::Plain,
            };
            let flush = head.is_of_values && !self.is_stacked();
            let (x, anchor) = if flush { (right - self.lacking(cell), Anchor::End) } else { (left, Anchor::Start) };
            lanes.texts.push(Text { weight, ink, anchor, ..Text::under(x, y, lines) });
            if is_name && !self.is_wide && !row.aside.is_empty() {
                let aside = wrap(&row.aside, right - left, frame.font, Weight::Regular);
                let aside: Vec<Cow<str>> = aside.into_iter().map(|line| Cow::Owned(line.to_owned())).collect();
                let lines = aside.len() as f64;
                lanes.texts.push(Text { ink: Ink::Muted, ..Text::under(left, end, aside) });
                end += lines * line;
            }
            if let Some(gauges) = self.gauges.filter(|_| head.is_shown) {
                let point = if self.is_wide {
                    [right + GAUGE_GAP, start + (line - gauge::HEIGHT) / 2.0]
                } else {
                    end += gauge::HEIGHT;
                    [right - gauge::WIDTH, end - gauge::HEIGHT]
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
