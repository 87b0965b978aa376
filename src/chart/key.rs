//! The key: what the forms in a chart mean, for those that it really has.

use super::channels::{Channels, Datum, Paint};
use super::extent::Extent;
use super::line_key;
use super::marks::bar::{Lane, Shape};
use super::marks::lines::Sign;
use super::marks::{group, hatch, hatch_id};
use super::scale::Linear;
use super::svg::Element;
use super::words::Words;
use crate::model::Status;
use serde::Serialize;

/// One form and its meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyEntry {
    /// A small drawing, hidden from screen readers: the meaning says it all.
    pub swatch: String,
    pub label: String,
}

/// A swatch is this wide and high in user units, and shows values from 0 to 1.
const WIDTH: f64 = 30.0;
const HEIGHT: f64 = 14.0;
const SCALE: Linear = Linear { domain: [0.0, 1.0], range: [1.0, WIDTH - 2.0] };

/// The key of a chart, `prefix` beginning its ids.
pub fn key(channels: &Channels, words: Words<'_>, prefix: &str) -> Vec<KeyEntry> {
    if channels.spec.mark.joins() {
        let signs = line_key::signs(channels, words).into_iter();
        return signs.map(|(paint, sign, meaning)| sign_entry(paint, sign, words.typeset(&meaning))).collect();
    }
    let bars = &channels.data;
    let shows = |is: fn(Extent) -> bool| bars.iter().filter_map(|bar| bar.extent).any(is);
    let mut forms = Vec::new();
    if bars.iter().any(|bar| bar.provisional) {
        forms.push((Shape { extent: Extent::Exact(1.0), provisional: false }, words.get("actual").to_owned()));
        forms.push((Shape { extent: Extent::Exact(1.0), provisional: true }, provisional_names(bars, words)));
    }
    let mut add = |shown: bool, extent: Extent, name| {
        if shown {
            forms.push((Shape { extent, provisional: false }, words.get(name).to_owned()));
        }
    };
    add(
        shows(|e| matches!(e, Extent::Beyond { .. })),
        Extent::Beyond { end: 0.6, rightward: true },
        "chart-key-beyond",
    );
    let is_range = |extent| matches!(extent, Extent::Between { .. } | Extent::Across { .. });
    add(shows(is_range), Extent::Between { near: 0.45, far: 1.0 }, "chart-key-range");
    add(shows(|e| matches!(e, Extent::Within(_))), Extent::Within(1.0), "chart-key-within");
    add(shows(|e| matches!(e, Extent::About(_))), Extent::About(0.9), "chart-key-about");
    let entries = forms.into_iter().enumerate();
    entries
        .map(|(index, (shape, label))| entry(shape, words.typeset(&label), &format!("{prefix}-key-{index}")))
        .collect()
}

/// "company guidance and estimate": the statuses that share the provisional form.
pub(super) fn provisional_names(bars: &[Datum], words: Words<'_>) -> String {
    let has = |status: Status| bars.iter().any(|bar| bar.provisional && bar.row.status == status);
    let present = Status::ALL.into_iter().filter(|&status| has(status));
    let names: Vec<&str> = present.map(|status| words.get(status.word())).collect();
    words.formats.list(&names)
}

fn sign_entry(paint: Paint, sign: Sign, label: String) -> KeyEntry {
    let mut swatch = String::with_capacity(256);
    {
        let mut svg = Element::new(&mut swatch, "svg");
        begin(&mut svg);
        sign.draw(&mut group(&mut svg, paint), [WIDTH, HEIGHT]);
    }
    KeyEntry { swatch, label }
}

/// Writes what every swatch's root says.
fn begin(svg: &mut Element) {
    svg.attr("class", "chart-swatch").attr("viewBox", "0 0 30 14");
    svg.number("width", WIDTH).number("height", HEIGHT);
    svg.attr("fill", "currentColor").attr("aria-hidden", "true");
}

fn entry(shape: Shape, label: String, id: &str) -> KeyEntry {
    let mut swatch = String::with_capacity(512);
    {
        let mut svg = Element::new(&mut swatch, "svg");
        begin(&mut svg);
        if shape.has_hatch() {
            hatch(&mut svg, &hatch_id(id, Paint::Plain), Paint::Plain);
        }
        let lane = Lane { top: 2.0, thickness: HEIGHT - 4.0, scale: &SCALE };
        shape.draw(&mut svg, lane, &["url(#", &hatch_id(id, Paint::Plain), ")"].concat());
    }
    KeyEntry { swatch, label }
}
