//! Names and periods below upright marks: broken into lines where they have room, periods also named within their year, and
//! only every other one where there are many.

use super::runs::Row;
use super::{Frame, Stand, Text};
use crate::chart::channels::Channels;
use crate::chart::measure::{Weight, balance, longest_word, width};
use crate::chart::scale::Band;
use crate::chart::scale::labels::{Grain, Moment, moments};
use crate::chart::scale::time::midnight;
use crate::locale::Style;
use crate::model::Anchor;
use crate::quantity::Period;
use std::borrow::Cow;

/// Between two names beside each other.
const GAP: f64 = 6.0;
const MOST_LINES: usize = 3;

/// Names in their places, and where they end.
pub struct Names<'c> {
    pub texts: Vec<Text<'c>>,
    pub bottom: f64,
}

/// The names of rows below their bands, from `top` down; `None` where names, which unlike periods must all be there, have no
/// room.
pub fn names<'c>(channels: &Channels, rows: &[Row<'c>], band: &Band, frame: &Frame, top: f64) -> Option<Names<'c>> {
    let periods: Option<Vec<Period>> = rows.iter().map(|row| period(channels, row)).collect();
    let Some(periods) = periods.filter(|periods| !periods.is_empty()) else {
        return broken(rows, band, frame, top, 1);
    };
    let grain = Grain::of(periods[0]);
    if grain < Grain::Years && periods.iter().all(|period| Grain::of(*period) == grain) {
        let unit = channels.spec.category_channel().and_then(|channel| channel.time_unit);
        let told = unit.map_or(grain, Grain::from).max(grain);
        let starts = starts(&periods, told);
        let within = |stride: &usize| {
            let kept: Vec<usize> = starts.iter().step_by(*stride).copied().collect();
            within_years(channels, rows, (&periods, told), (band, &kept), frame, top)
        };
        let within = strides(told).iter().filter(|_| told < Grain::Years).find_map(within);
        return within.or_else(|| years(channels, &periods, band, frame, top));
    }
    (1..=rows.len()).find_map(|stride| broken(rows, band, frame, top, stride))
}

fn period(channels: &Channels, row: &Row) -> Option<Period> {
    let mut data = channels.data.iter();
    data.find(|datum| datum.category == row.category)?.row.period_of(&channels.fields.category)
}

/// Every name at a stride, broken into lines.
fn broken<'c>(rows: &[Row<'c>], band: &Band, frame: &Frame, top: f64, stride: usize) -> Option<Names<'c>> {
    let room = band.step * stride as f64 - GAP;
    let mut texts = Vec::with_capacity(rows.len());
    let mut most = 1;
    for (index, row) in rows.iter().enumerate().step_by(stride) {
        if longest_word(row.label, frame.font, row.weight) > room {
            return None;
        }
        let lines = balance(row.label, room, frame.font, row.weight);
        if lines.len() > MOST_LINES {
            return None;
        }
        most = most.max(lines.len());
        let x = inside(band, index, lines.iter().map(|line| width(line, frame.font, row.weight)), frame);
        let lines = lines.into_iter().map(Cow::Borrowed).collect();
        texts.push(Text { lines, weight: row.weight, ..name(x, top) });
    }
    Some(Names { texts, bottom: top + most as f64 * frame.line() })
}

/// The first period of each day, month, quarter and so on.
fn starts(periods: &[Period], grain: Grain) -> Vec<usize> {
    let months = match grain {
        Grain::Days => 0,
        Grain::Months => 1,
        Grain::Quarters => 3,
        Grain::Halves => 6,
        Grain::Years | Grain::FiscalYears => 12,
    };
    let part = |index: usize| {
        let day = periods[index].days(12).0;
        // Days are told apart by themselves.
        if months == 0 { (day.year(), day.month(), day.day()) } else { (day.year(), (day.month() - 1) / months, 0) }
    };
    (0..periods.len()).filter(|&index| index == 0 || part(index) != part(index - 1)).collect()
}

/// Every which period may be named so that names come at the same place of each year.
fn strides(grain: Grain) -> &'static [usize] {
    match grain {
        Grain::Days => &[1, 2, 7, 14],
        Grain::Months => &[1, 2, 3, 6],
        Grain::Quarters => &[1, 2],
        Grain::Halves | Grain::Years | Grain::FiscalYears => &[1],
    }
}

/// The years alone, each below its first period; as many as have room.
fn years<'c>(channels: &Channels, periods: &[Period], band: &Band, frame: &Frame, top: f64) -> Option<Names<'c>> {
    let year = |index: usize| periods[index].days(12).0.year();
    let starts = starts(periods, Grain::Years);
    (1..=starts.len()).find_map(|stride| {
        let mut texts = Vec::new();
        let mut end = f64::NEG_INFINITY;
        for &index in starts.iter().step_by(stride) {
            let text = channels.words.formats.period(&Period::Year(year(index)), Style::Label);
            let wide = width(&text, frame.font, Weight::Regular);
            let x = inside(band, index, [wide].into_iter(), frame);
            if x - wide / 2.0 < end + GAP {
                return None;
            }
            end = x + wide / 2.0;
            texts.push(Text { lines: vec![text.into()], ..name(x, top) });
        }
        Some(Names { texts, bottom: top + frame.line() })
    })
}

/// The periods at some places: their names within the year, and below the year where it begins.
fn within_years<'c>(
    channels: &Channels,
    rows: &[Row<'c>],
    (periods, grain): (&[Period], Grain),
    (band, kept): (&Band, &[usize]),
    frame: &Frame,
    top: f64,
) -> Option<Names<'c>> {
    let days: Vec<i64> = kept.iter().map(|&index| midnight(periods[index].days(12).0)).collect();
    let nearest = kept.windows(2).map(|pair| pair[1] - pair[0]).min().unwrap_or(rows.len());
    let room = band.step * nearest as f64 - GAP;
    let mut texts = Vec::new();
    let mut year_ends = f64::NEG_INFINITY;
    for (&index, Moment { text, year }) in kept.iter().zip(moments(&days, grain, channels.words.formats)) {
        let weight = rows[index].weight;
        let wide = width(&text, frame.font, weight);
        if wide > room {
            return None;
        }
        let x = inside(band, index, [wide].into_iter(), frame);
        texts.push(Text { weight, ..Text { lines: vec![text.into()], ..name(x, top) } });
        let Some(year) = year else { continue };
        let wide = width(&year, frame.font, Weight::Regular);
        let x = inside(band, index, [wide].into_iter(), frame);
        if x - wide / 2.0 < year_ends + GAP {
            return None;
        }
        year_ends = x + wide / 2.0;
        texts.push(Text { lines: vec![year.into()], ink: super::Ink::Muted, ..name(x, top + frame.line()) });
    }
    Some(Names { texts, bottom: top + 2.0 * frame.line() })
}

fn name<'c>(x: f64, top: f64) -> Text<'c> {
    Text { stand: Stand::Under, anchor: Anchor::Middle, ..Text::line(x, top, "") }
}

/// The middle of a band, moved as far as it takes to keep a text of these widths within the frame.
fn inside(band: &Band, index: usize, widths: impl Iterator<Item = f64>, frame: &Frame) -> f64 {
    let half = widths.fold(0.0, f64::max) / 2.0;
    (band.position(index) + band.bandwidth / 2.0).min(frame.width - half).max(half)
}
