//! What the HTML of all text marks has: the element that carries name and description, the hatches of its gauges, the gauges.

use super::marks::{Ids, class, group, hatch, hatch_id, lines};
use crate::chart::channels::{Channels, Datum, Paint};
use crate::chart::key::swatch;
use crate::chart::layout::gauge::{self, Gauges};
use crate::chart::layout::lanes::Piece;
use crate::chart::layout::{Line, gauge::piece};
use crate::chart::svg::Element;
use std::collections::BTreeSet;

/// Writes the element around a chart's rows. It is a group: what is in it is read as it stands.
pub fn root(channels: &Channels, gauges: Option<Gauges>, ids: Ids<'_>, content: impl FnOnce(&mut Element)) -> String {
    let mut out = String::with_capacity(4096);
    {
        let mut root = Element::new(&mut out, "div");
        root.attr("role", "group").attr("aria-labelledby", ids.title).attr("aria-describedby", ids.description);
        let has_hatch = |datum: &&Datum| piece(datum).is_some_and(Piece::has_hatch);
        let hatched = channels.data.iter().filter(has_hatch).map(|datum| datum.paint);
        let hatched: BTreeSet<Paint> = hatched.filter(|_| gauges.is_some()).collect();
        if !hatched.is_empty() {
            let mut defs = root.child("svg");
            defs.attr("class", "chart-swatch").attr("width", "0").attr("height", "0").attr("aria-hidden", "true");
            for paint in hatched {
                hatch(&mut defs, &hatch_id(ids.drawing, paint), paint);
            }
        }
        content(&mut root);
    }
    out
}

/// Writes the gauge of a row, hidden from screen readers: the text beside it says it all.
pub fn gauge(parent: &mut Element, gauges: Option<Gauges>, datum: &Datum, ids: Ids<'_>) {
    let Some((gauges, piece)) = gauges.zip(piece(datum)) else { return };
    let lane = gauges.lane([0.0, 0.0]);
    let mut svg = parent.child("svg");
    swatch(&mut svg, gauge::WIDTH);
    if gauges.has_losses() {
        let zero = lane.at(0.0);
        lines(&mut svg, &[Line { from: [zero, 0.0], to: [zero, gauge::HEIGHT] }], "zero");
    }
    let paint = ["url(#", &hatch_id(ids.drawing, datum.paint), ")"].concat();
    piece.draw(&mut group(&mut svg, datum.paint), lane, &paint);
}

/// Begins the element of a row, in the row's paint.
pub fn row<'p>(parent: &'p mut Element, name: &'static str, datum: &Datum) -> Element<'p> {
    let mut row = parent.child(name);
    if let Some(class) = class(datum.paint) {
        row.attr("class", &class);
    }
    row
}

/// Writes an element that holds a text, unless that is empty.
pub fn words(parent: &mut Element, name: &'static str, class: &str, text: &str) {
    if !text.is_empty() {
        let mut element = parent.child(name);
        element.attr("class", class);
        element.text(text);
    }
}
