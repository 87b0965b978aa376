//! Key figures in columns: a hairline, the number set large with its bound over it, a gauge, what it is the number of.
//!
//! How many columns there are is found here for pages too, where the browser then places them.

use super::gauge::{self, Gauges};
use super::lanes::{Lanes, Place};
use super::{Frame, Ink, LINE, Line, Text};
use crate::chart::channels::{Channels, Datum, Paint};
use crate::chart::measure::{Weight, balance, longest_word, width, wrap};
use crate::chart::table::{Column, columns};
use crate::quantity::Amount;
use std::borrow::Cow;

/// Between columns, and around what stands between two hairlines.
const GAP: f64 = 24.0;
const PAD: f64 = 10.0;
/// Between the parts of a tile.
const PART_GAP: f64 = 4.0;
/// No column is narrower.
const LEAST_WIDTH: f64 = 112.0;
/// At most so many columns on a phone, and on a page.
const MOST_COLUMNS: [usize; 2] = [2, 4];
/// The sizes that numbers may have on a phone and on a page, the better one first.
const NUMBER: [[f64; 2]; 2] = [[28.0, 22.0], [32.0, 26.0]];

/// A key figure in words.
pub struct Tile {
    /// "more than", or nothing.
    pub bound: String,
    pub number: String,
    pub label: String,
    /// What else tells it from others, and how firm it is.
    pub more: String,
    /// True where nothing is disclosed.
    pub is_absent: bool,
}

pub fn tiles(channels: &Channels) -> Vec<Tile> {
    let columns = columns(channels, channels.words);
    channels.data.iter().map(|datum| tile(channels, &columns, datum)).collect()
}

fn tile(channels: &Channels, columns: &[Column], datum: &Datum) -> Tile {
    let amount = datum.row.value.map(|value| value.amount);
    // A range is set as beside a mark, which is shorter: "$60–65bn".
    let said = if matches!(amount, Some(Amount::Range(..))) { datum.text.clone() } else { channels.said(datum) };
    let bound = amount.map(|amount| channels.words.formats.bound_words(&amount)).unwrap_or_default();
    let (bound, number) = match said.strip_prefix(bound.as_str()) {
        Some(number) => (bound.trim().to_owned(), number.trim_start().to_owned()),
        None => (String::new(), said),
    };
    // The first column is the label, the value stands over it; an actual value needs no word for that.
    let besides = columns.iter().skip(1).filter(|column| !column.is_shown_value());
    let besides = besides.filter(|column| !column.is_status() || datum.provisional);
    let more: Vec<String> =
        besides.map(|column| column.text(datum, channels)).filter(|text| !text.is_empty()).collect();
    let is_absent = datum.row.value.is_none();
    Tile { bound, number, label: datum.label.clone(), more: more.join(" · "), is_absent }
}

/// How tiles stand in a frame.
pub struct Arrangement {
    pub columns: usize,
    /// True where numbers have the smaller size, which takes fewer rows.
    pub is_small: bool,
    /// Of the numbers.
    size: f64,
}

/// As many tiles side by side as have room, and then as few as take no more rows.
pub fn arrange(tiles: &[Tile], frame: &Frame) -> Arrangement {
    let of_page = usize::from(!frame.is_narrow());
    let columns = |size: f64| {
        let room = |tile: &Tile| {
            let bound = width(&tile.bound, frame.font, Weight::Regular);
            let label = longest_word(&tile.label, frame.font, Weight::Bold);
            width(&tile.number, size, Weight::Bold).max(bound).max(label)
        };
        let widest = tiles.iter().map(room).fold(LEAST_WIDTH, f64::max);
        let most = (1..=MOST_COLUMNS[of_page]).rev().find(|&n| column_width(frame, n) >= widest).unwrap_or(1);
        tiles.len().div_ceil(tiles.len().div_ceil(most).max(1)).max(1)
    };
    let [large, small] = NUMBER[of_page];
    let rows = |columns: usize| tiles.len().div_ceil(columns);
    let is_small = rows(columns(small)) < rows(columns(large));
    let size = if is_small { small } else { large };
    Arrangement { columns: columns(size), is_small, size }
}

fn column_width(frame: &Frame, columns: usize) -> f64 {
    let n = columns as f64;
    (frame.width - GAP * (n - 1.0)) / n
}

pub fn lay_out<'c>(channels: &'c Channels, frame: &Frame) -> Lanes<'c> {
    let tiles = tiles(channels);
    let Arrangement { columns, size, .. } = arrange(&tiles, frame);
    let page = Page { frame, gauges: Gauges::of(channels), width: column_width(frame, columns), size };
    let mut lanes = Lanes::default();
    let mut top = 0.5;
    for (tiles, data) in tiles.chunks(columns).zip(channels.data.chunks(columns)) {
        top = page.row(tiles, data, top, &mut lanes);
    }
    lanes.height = top;
    lanes
}

/// What all tiles of a picture share.
struct Page<'f> {
    frame: &'f Frame,
    gauges: Option<Gauges>,
    width: f64,
    /// Of the numbers.
    size: f64,
}

impl Page<'_> {
    /// Places the tiles of one row, and says where it ends.
    fn row(&self, tiles: &[Tile], data: &[Datum], top: f64, lanes: &mut Lanes<'_>) -> f64 {
        let (frame, line, size) = (self.frame, self.frame.line(), self.size);
        let number_top = top + PAD + if tiles.iter().any(|tile| !tile.bound.is_empty()) { line } else { 0.0 };
        let gauge_top = number_top + size * LINE;
        let label_top = gauge_top + PART_GAP + self.gauges.map_or(0.0, |_| gauge::HEIGHT + PART_GAP);
        let mut bottom = label_top;
        for (column, (tile, datum)) in tiles.iter().zip(data).enumerate() {
            let x = column as f64 * (self.width + GAP);
            lanes.grid.push(Line { from: [x, top], to: [x + self.width, top] });
            let mut add = |y: f64, lines: Vec<&str>, weight, ink, scale| {
                let lines: Vec<Cow<str>> = lines.into_iter().map(|line| Cow::Owned(line.to_owned())).collect();
                if !lines.is_empty() {
                    lanes.texts.push(Text { weight, ink, scale, ..Text::under(x, y, lines) });
                }
            };
            if !tile.bound.is_empty() {
                add(top + PAD, vec![&tile.bound], Weight::Regular, Ink::Muted, 1.0);
            }
            let ink = match datum.paint {
                _ if tile.is_absent => Ink::Muted,
                Paint::Plain => Ink::Plain,
                paint => Ink::Of(paint),
            };
            // A number that is wider than the page is set smaller.
            let shrunk = (self.width / width(&tile.number, size, Weight::Bold)).min(1.0);
            add(number_top, vec![&tile.number], Weight::Bold, ink, size / frame.font * shrunk);
            let label = balance(&tile.label, self.width, frame.font, Weight::Bold);
            let more_top = label_top + label.len() as f64 * line;
            let more = wrap(&tile.more, self.width, frame.font, Weight::Regular);
            bottom = bottom.max(more_top + more.len() as f64 * line);
            add(label_top, label, Weight::Bold, Ink::Plain, 1.0);
            add(more_top, more, Weight::Regular, Ink::Muted, 1.0);
            if let Some(gauges) = self.gauges {
                gauge_in(lanes, gauges, datum, [x, gauge_top + PART_GAP / 2.0]);
            }
        }
        bottom + PAD
    }
}

/// Adds the gauge of a row in the box that begins at a point.
pub fn gauge_in(lanes: &mut Lanes<'_>, gauges: Gauges, datum: &Datum, point: [f64; 2]) {
    let Some(piece) = gauge::piece(datum) else { return };
    let lane = gauges.lane(point);
    if gauges.has_losses() {
        let zero = lane.at(0.0);
        lanes.zero.push(Line { from: [zero, point[1]], to: [zero, point[1] + gauge::HEIGHT] });
    }
    lanes.places.push(Place { lane, pieces: vec![(datum.paint, piece)], texts: vec![], rows: vec![] });
}
