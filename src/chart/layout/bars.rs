//! Horizontal bars: names beside them where they fit, else over them; values at their ends where those fit, else over them
//! too. Bars begin at zero, and the longest, with what stands at its end, fills the width.

use super::{Frame, Ink, LINE, Stand, Text};
use crate::chart::channels::{Channels, Datum};
use crate::chart::extent::Extent;
use crate::chart::measure::{Weight, balance, longest_word, width};
use crate::chart::scale::{Band, Linear};
use crate::model::Anchor;
use std::borrow::Cow;

/// Between the names and what begins beside them.
const NAME_GAP: f64 = 10.0;
/// Between a bar's end and its value.
const VALUE_GAP: f64 = 6.0;
/// What a chevron takes beyond the end of its bar, and what the cap of a range takes.
pub const CHEVRON: f64 = 10.0;
const CAP: f64 = 1.0;
/// Kept free at the drawing's sides, where letters lean out of their boxes.
const SIDE: f64 = 0.6;
/// Between a name over a bar and the bar.
const OVER_GAP: f64 = 3.0;
/// The part of a line that lies below its baseline, in multiples of the size.
const DESCENT: f64 = 0.3;
/// The share of the width that the bars get where names stand beside them on one line.
const GOOD_ROOM: f64 = 0.4;
/// Bars with less than this share of the width are not worth drawing: texts then go over them.
const LEAST_ROOM: f64 = 0.3;

/// A bar chart in its places.
pub struct Bars<'c> {
    pub width: f64,
    pub height: f64,
    pub thickness: f64,
    pub scale: Linear,
    /// True where one line of zero runs through all rows; false where names stand over the bars and it would cross them.
    pub one_zero_line: bool,
    pub rows: Vec<Place<'c>>,
}

/// A row in its place.
pub struct Place<'c> {
    pub bar: &'c Datum<'c>,
    /// The upper edge of the bar.
    pub top: f64,
    pub texts: Vec<Text<'c>>,
}

/// Lays out the rows in a frame.
pub fn lay_out<'c>(channels: &'c Channels, frame: &Frame) -> Bars<'c> {
    let bars = &channels.data;
    let one_line = (frame.width, 1, GOOD_ROOM);
    let broken = (frame.width * frame.label_share, frame.label_lines, LEAST_ROOM);
    for (limit, most_lines, room) in [one_line, broken] {
        if let Some((names, column)) = names_beside(bars, frame, limit, most_lines)
            && let Some(scale) = fit(bars, frame, SIDE + column + NAME_GAP, true, room)
        {
            return beside(bars, frame, names, scale);
        }
    }
    let at_ends = fit(bars, frame, SIDE, true, LEAST_ROOM);
    let scale = at_ends.or_else(|| fit(bars, frame, SIDE, false, LEAST_ROOM));
    over(bars, frame, scale.expect("bars without texts fit any frame"), at_ends.is_some())
}

/// The names broken to a column beside the bars, and its width; `None` where one needs more lines than `most_lines` within
/// `limit`.
fn names_beside<'c>(
    bars: &'c [Datum],
    frame: &Frame,
    limit: f64,
    most_lines: usize,
) -> Option<(Vec<Vec<&'c str>>, f64)> {
    let mut column = 0_f64;
    let mut names = Vec::with_capacity(bars.len());
    for bar in bars {
        if longest_word(&bar.label, frame.font, weight(bar)) > limit {
            return None;
        }
        let lines = balance(&bar.label, limit, frame.font, weight(bar));
        if lines.len() > most_lines {
            return None;
        }
        column = lines.iter().map(|line| width(line, frame.font, weight(bar))).fold(column, f64::max);
        names.push(lines);
    }
    Some((names, column))
}

fn beside<'c>(bars: &'c [Datum], frame: &Frame, names: Vec<Vec<&'c str>>, scale: Linear) -> Bars<'c> {
    let most_lines = names.iter().map(Vec::len).max().unwrap_or(1);
    let step = (frame.bar + frame.gap).max(lines_height(most_lines, frame) + frame.gap / 2.0);
    let height = step * count(bars.len());
    let inner = 1.0 - frame.bar / step;
    let band = Band::new(bars.len(), [0.0, height], inner, inner / 2.0);
    let rows = bars.iter().zip(names).enumerate().map(|(index, (bar, lines))| {
        let top = band.position(index);
        let y = top + band.bandwidth / 2.0;
        let lines = lines.into_iter().map(Cow::Borrowed).collect();
        let name = Text { lines, weight: weight(bar), ..Text::line(SIDE, y, "") };
        Place { bar, top, texts: vec![name, value_at_end(bar, &scale, y)] }
    });
    let rows = rows.collect();
    Bars { width: frame.width, height, thickness: band.bandwidth, scale, one_zero_line: true, rows }
}

fn over<'c>(bars: &'c [Datum], frame: &Frame, scale: Linear, values_at_ends: bool) -> Bars<'c> {
    let mut rows = Vec::with_capacity(bars.len());
    let mut bottom = 0.0;
    for bar in bars {
        let broken = |text: &'c str| balance(text, frame.width - 2.0 * SIDE, frame.font, weight(bar));
        let mut lines = broken(&bar.label);
        if !values_at_ends {
            lines.extend(broken(&bar.text));
        }
        let top = bottom + lines_height(lines.len(), frame) + OVER_GAP;
        let y = top - OVER_GAP - DESCENT * frame.font;
        let lines = lines.into_iter().map(Cow::Borrowed).collect();
        let name = Text { stand: Stand::Upon, lines, weight: weight(bar), ..Text::line(SIDE, y, "") };
        let mut texts = vec![name];
        if values_at_ends {
            texts.push(value_at_end(bar, &scale, top + frame.bar / 2.0));
        }
        rows.push(Place { bar, top, texts });
        bottom = top + frame.bar + frame.gap;
    }
    let height = (bottom - frame.gap + CAP * 2.0).max(0.0);
    Bars { width: frame.width, height, thickness: frame.bar, scale, one_zero_line: false, rows }
}

/// The value at the outer end of its bar; of a row without a bar, at zero.
fn value_at_end<'c>(bar: &'c Datum, scale: &Linear, y: f64) -> Text<'c> {
    let (low, high) = bar.extent.map_or((0.0, 0.0), Extent::reach);
    let leftward = bar.extent.is_some_and(Extent::is_leftward);
    let distance = tail(bar.extent) + VALUE_GAP;
    let x = if leftward { scale.map(low) - distance } else { scale.map(high) + distance };
    let anchor = if leftward { Anchor::End } else { Anchor::Start };
    let ink = if bar.extent.is_none() { Ink::Muted } else { Ink::Plain };
    Text { anchor, weight: weight(bar), ink, ..Text::line(x, y, bar.text.as_str()) }
}

/// The scale that makes the bars as long as `left` and the frame's width allow with what stands at their ends; `None`
/// where that leaves them less than `least` of the width.
fn fit(bars: &[Datum], frame: &Frame, left: f64, values_at_ends: bool, least: f64) -> Option<Linear> {
    let room = frame.width - left - SIDE;
    let ends: Vec<[End; 2]> = bars.iter().map(|bar| ends(bar, frame, values_at_ends)).collect();
    let low = bars.iter().filter_map(|bar| Some(bar.extent?.reach().0)).fold(0.0, f64::min);
    let high = bars.iter().filter_map(|bar| Some(bar.extent?.reach().1)).fold(0.0, f64::max);
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
        return Some(Linear { domain: [0.0, 1.0], range: [zero, frame.width - SIDE] });
    }
    if unit * (high - low) < frame.width * least {
        return None;
    }
    let zero = left + ends.iter().map(|[end, _]| end.length * unit + end.text).fold(0.0, f64::max);
    Some(Linear { domain: [low, high], range: [zero + low * unit, zero + high * unit] })
}

/// One end of a row: its distance from zero in the unit of the values, and what stands beyond in user units.
struct End {
    length: f64,
    text: f64,
}

/// The left and the right end of a row.
fn ends(bar: &Datum, frame: &Frame, values_at_ends: bool) -> [End; 2] {
    let (low, high) = bar.extent.map_or((0.0, 0.0), Extent::reach);
    let mut text = tail(bar.extent);
    if values_at_ends {
        text += VALUE_GAP + width(&bar.text, frame.font, weight(bar));
    }
    let across = if matches!(bar.extent, Some(Extent::Across { .. })) { CAP } else { 0.0 };
    if bar.extent.is_some_and(Extent::is_leftward) {
        [End { length: -low, text }, End { length: high, text: 0.0 }]
    } else {
        [End { length: -low, text: across }, End { length: high, text }]
    }
}

/// What a bar's own marks take beyond its end.
fn tail(extent: Option<Extent>) -> f64 {
    match extent {
        None | Some(Extent::Exact(_) | Extent::Within(_)) => 0.0,
        Some(Extent::Beyond { .. }) => CHEVRON,
        Some(Extent::About(_) | Extent::Between { .. } | Extent::Across { .. }) => CAP,
    }
}

fn lines_height(lines: usize, frame: &Frame) -> f64 {
    count(lines) * LINE * frame.font
}

fn weight(bar: &Datum) -> Weight {
    if bar.highlighted { Weight::Bold } else { Weight::Regular }
}

fn count(n: usize) -> f64 {
    n as f64
}
