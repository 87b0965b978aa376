//! Marks: what is drawn at the places that the layout found. One file a kind of mark; here which file draws which mark,
//! and what all of them share: the drawing's root, its hatches and its texts.
//!
//! Colours are the page's: a mark takes `currentColor`, which `static/chart.css` sets to the accent inside `.highlight`, to the
//! series' inside `.series-1` to `.series-6`, and to the slate elsewhere. The attributes alone make a drawing that reads without any style sheet.

pub mod axes;
pub mod bar;
pub mod lines;

use super::channels::{Channels, Paint};
use super::layout::{self, Frame, Ink, LINE, Stand, Text};
use super::measure::Weight;
use super::svg::{Element, Path};
use crate::model::{Anchor, Mark};
use std::borrow::Cow;

/// The names that a drawing and the page around it know each other by.
#[derive(Clone, Copy)]
pub struct Ids<'i> {
    /// Begins every id inside the drawing.
    pub drawing: &'i str,
    /// Of the elements that name and describe the drawing.
    pub title: &'i str,
    pub description: &'i str,
}

/// Draws a chart in one frame.
pub fn draw(channels: &Channels, frame: &Frame, ids: Ids<'_>) -> String {
    match channels.spec.mark {
        Mark::Bar => bar::draw(&layout::bars::lay_out(channels, frame), frame, ids),
        Mark::Line | Mark::Area => lines::draw(&layout::lines::lay_out(channels, frame), channels, frame, ids),
    }
}

/// The string that names a chart of a mark.
pub fn name_key(mark: Mark) -> &'static str {
    match mark {
        Mark::Bar => "chart-name-bar",
        Mark::Line => "chart-name-line",
        Mark::Area => "chart-name-area",
    }
}

/// Writes a whole drawing: the root that the page scales to its container, the hatches in the paints of `hatched`, then
/// what `content` draws.
pub fn drawing(
    frame: &Frame,
    height: f64,
    ids: Ids<'_>,
    hatched: &[Paint],
    content: impl FnOnce(&mut Element),
) -> String {
    let mut out = String::with_capacity(4096);
    {
        let mut svg = Element::new(&mut out, "svg");
        let mut view_box = String::from("0 0 ");
        super::svg::push_number(&mut view_box, frame.width);
        view_box.push(' ');
        super::svg::push_number(&mut view_box, height);
        svg.attr("class", "chart-svg").attr("viewBox", &view_box);
        svg.number("width", frame.width).number("height", height).number("font-size", frame.font);
        svg.attr("fill", "currentColor").attr("role", "img");
        svg.attr("aria-labelledby", ids.title).attr("aria-describedby", ids.description);
        for &paint in hatched {
            hatch(&mut svg, &hatch_id(ids.drawing, paint), paint);
        }
        content(&mut svg);
    }
    out
}

/// The class of what has a paint; the plain one needs none.
pub fn class(paint: Paint) -> Option<Cow<'static, str>> {
    match paint {
        Paint::Plain => None,
        Paint::Accent => Some("highlight".into()),
        Paint::Series(index) => Some(format!("series-{}", index + 1).into()),
    }
}

/// The id of the hatch in a paint.
pub fn hatch_id(drawing: &str, paint: Paint) -> String {
    match class(paint) {
        None => [drawing, "-hatch"].concat(),
        Some(class) => [drawing, "-hatch-", &class].concat(),
    }
}

/// Begins a group of marks in a paint.
pub fn group<'g>(parent: &'g mut Element, paint: Paint) -> Element<'g> {
    let mut group = parent.child("g");
    if let Some(class) = class(paint) {
        group.attr("class", &class);
    }
    group
}

/// Writes a pattern of slanted lines. It stands outside the groups, so it says its colour itself.
pub fn hatch(parent: &mut Element, id: &str, paint: Paint) {
    let mut pattern = parent.child("pattern");
    pattern.attr("id", id);
    if let Some(class) = class(paint) {
        pattern.attr("class", &class);
    }
    pattern.attr("width", "4").attr("height", "4").attr("patternUnits", "userSpaceOnUse");
    pattern.attr("patternTransform", "rotate(45)");
    let line = Path::default().move_to(1.0, 0.0).vertical_to(4.0);
    pattern.child("path").path(&line).attr("stroke", "currentColor").attr("stroke-width", "1.5");
}

/// Writes a text in its lines. Distances between lines are multiples of the font size, which the page may change.
pub fn text(parent: &mut Element, text: &Text) {
    let above = text.lines.len().saturating_sub(1) as f64 * LINE;
    let first = match text.stand {
        // A capital is about 0.7 of the size high, so its middle is 0.35 above the baseline.
        Stand::Centred => 0.35 - above / 2.0,
        Stand::Upon => -above,
        // An accented capital reaches to the top of the line.
        Stand::Under => 0.95,
    };
    let mut element = parent.child("text");
    element.number("x", text.x).number("y", text.y);
    if first != 0.0 {
        element.ems("dy", first);
    }
    let anchor = match text.anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    };
    if let Some(anchor) = anchor {
        element.attr("text-anchor", anchor);
    }
    if text.weight == Weight::Bold {
        element.attr("font-weight", "700");
    }
    match text.ink {
        Ink::Plain => {}
        Ink::Muted => {
            element.attr("class", "muted");
        }
        Ink::Of(paint) => {
            let class = class(paint).unwrap_or_default();
            element.attr("class", ["own ", &class].concat().trim_end());
        }
    }
    match text.lines.as_slice() {
        [line] => element.text(line),
        lines => {
            for (index, line) in lines.iter().enumerate() {
                let mut span = element.child("tspan");
                if index > 0 {
                    span.number("x", text.x).ems("dy", LINE);
                }
                span.text(line);
                // The space keeps the words of two lines apart where the text is copied or read out.
                drop(span);
                if index + 1 < lines.len() {
                    element.text(" ");
                }
            }
        }
    }
}
