//! A timeline: a rail from top to bottom, and on it, in even steps, what happened when. Dates stand beside what happened on a page, and
//! over it on a phone.

use super::{Frame, LINE, Line, Text};
use crate::chart::capitalised;
use crate::chart::channels::{Channels, Datum, Paint};
use crate::chart::measure::{Weight, width, wrap};
use crate::chart::table::columns;
use crate::locale::Style;
use crate::model::{Sort, Status};
use crate::quantity::Timing;
use std::borrow::Cow;

/// The box of the sign that stands on the rail.
pub const SIGN: f64 = 14.0;
/// Between the rail's signs and the dates, and between those and what happened.
const SIGN_GAP: f64 = 12.0;
const DATE_GAP: f64 = 16.0;
/// Between two rows.
const ROW_GAP: f64 = 10.0;
/// The share of the width that dates may take beside what happened.
const DATE_SHARE: f64 = 0.36;

/// A row in words.
pub struct Event {
    pub when: String,
    pub what: String,
    pub timing: Option<Timing>,
    pub sign: Sign,
}

/// What stands on the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    pub form: Form,
    /// True for what is not actual.
    pub hollow: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Point,
    Span,
    About,
    /// An arrow down the rail, and up.
    Down,
    Up,
}

pub fn events(channels: &Channels) -> Vec<Event> {
    let columns = columns(channels, channels.words);
    let words = channels.words;
    let sort = channels.spec.category_channel().and_then(|channel| channel.sort.as_ref());
    let falls = matches!(sort, Some(Sort::Descending));
    let event = |datum: &Datum| {
        let row = &datum.row;
        let timing = row.timing_of(&channels.fields.category);
        let besides = columns.iter().skip(1).filter(|column| !column.is_shown_value() && !column.is_status());
        let parts: Vec<String> =
            besides.map(|column| column.text(datum, channels)).filter(|text| !text.is_empty()).collect();
        let mut what = parts.join(", ");
        if channels.has_values() {
            let said = channels.said(datum);
            what = if what.is_empty() {
                said
            } else {
                words.say("chart-says-pair", &[("label", &what), ("value", &said)])
            };
        }
        let hollow = datum.row.status != Status::Actual;
        if hollow && channels.shared_status().is_none() {
            what = format!("{what} ({})", words.get(row.status.word()));
        }
        let when = timing.map(|timing| words.formats.timing(&timing, Style::Prose)).unwrap_or_default();
        let sign = Sign { form: form(timing, falls), hollow };
        Event { when: capitalised(&words.typeset(&when)), what: capitalised(&words.typeset(&what)), timing, sign }
    };
    channels.data.iter().map(event).collect()
}

/// Later is down, unless the latest comes first.
fn form(timing: Option<Timing>, falls: bool) -> Form {
    let (later, earlier) = if falls { (Form::Up, Form::Down) } else { (Form::Down, Form::Up) };
    match timing {
        None | Some(Timing::In(_)) => Form::Point,
        Some(Timing::Between(..)) => Form::Span,
        Some(Timing::About(_)) => Form::About,
        Some(Timing::After(_) | Timing::Since(_)) => later,
        Some(Timing::Before(_) | Timing::By(_)) => earlier,
    }
}

/// A timeline in its places.
pub struct Rail<'c> {
    pub height: f64,
    pub line: Line,
    /// Each sign with the middle of its box.
    pub signs: Vec<(Paint, Sign, [f64; 2])>,
    pub texts: Vec<Text<'c>>,
}

pub fn lay_out<'c>(channels: &Channels, frame: &Frame) -> Rail<'c> {
    let events = events(channels);
    let dates_width = events.iter().map(|event| width(&event.when, frame.font, Weight::Bold)).fold(0.0, f64::max);
    let beside = !frame.is_narrow();
    let left = SIGN + SIGN_GAP;
    let date_room = if beside { dates_width.min(frame.width * DATE_SHARE) } else { frame.width - left };
    let what_left = if beside { left + date_room + DATE_GAP } else { left };
    let line = frame.line();
    let mut rail = Rail { height: 0.0, line: Line { from: [0.0; 2], to: [0.0; 2] }, signs: vec![], texts: vec![] };
    let mut top = 0.0;
    for (event, datum) in events.iter().zip(&channels.data) {
        let owned = |lines: Vec<&str>| lines.into_iter().map(|line| Cow::Owned(line.to_owned())).collect::<Vec<_>>();
        let when = owned(wrap(&event.when, date_room, frame.font, Weight::Bold));
        let what = owned(wrap(&event.what, frame.width - what_left, frame.font, Weight::Regular));
        let what_top = if beside { top } else { top + when.len() as f64 * line };
        let bottom = (top + when.len() as f64 * line).max(what_top + what.len() as f64 * line);
        rail.signs.push((datum.paint, event.sign, [SIGN / 2.0, top + LINE * frame.font / 2.0]));
        rail.texts.push(Text { weight: Weight::Bold, ..Text::under(left, top, when) });
        rail.texts.push(Text::under(what_left, what_top, what));
        top = bottom + ROW_GAP;
    }
    rail.height = (top - ROW_GAP).max(0.0);
    rail.line = Line { from: [SIGN / 2.0, 0.0], to: [SIGN / 2.0, rail.height] };
    rail
}
