//! Marks: what is drawn at the places that the layout found. One file a kind of mark; here which file draws which mark,
//! and what all of them share: the drawing's root, its hatches and its texts.
//!
//! Colours are the page's: a mark takes `currentColor`, which `static/chart.css` sets to the accent inside `.highlight`, to the
//! series' inside `.series-1` to `.series-6`, and to the slate elsewhere. The attributes alone make a drawing that reads without any style sheet.

pub mod bar;
pub mod dots;
pub mod layers;
pub mod lines;
mod table;
mod tiles;
mod timeline;

use super::channels::{Channels, Paint};
use super::layout::remarks::Remarks;
use super::layout::{self, Frame, Ink, LINE, Line, Stand, Text};
use super::measure::Weight;
use super::scale::Point;
use super::svg::{Element, Path};
use crate::model::{Anchor, Mark};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The names that a drawing and the page around it know each other by.
#[derive(Clone, Copy)]
pub struct Ids<'i> {
    /// Begins every id inside the drawing.
    pub drawing: &'i str,
    /// Of the elements that name and describe the drawing.
    pub title: &'i str,
    pub description: &'i str,
}

/// A chart, or one of its small charts, in its places.
pub trait Plot {
    /// In user units.
    fn height(&self) -> f64;
    /// The paints in which something is hatched.
    fn hatched(&self) -> BTreeSet<Paint>;
    fn draw(&self, parent: &mut Element, ids: Ids<'_>);
    /// The annotations whose words have no place in it, by their number.
    fn left_over(&self) -> &[usize];
    /// The rows that are drawn, by their places, and the point of each at which a reader is told of it.
    fn rows(&self) -> Vec<(usize, Point)>;
}

/// A drawing, and the annotations whose words have no place in it.
pub struct Drawn {
    pub svg: String,
    pub left_over: BTreeSet<usize>,
}

/// Lays out the small chart at `facet` (0 where there is one chart).
fn plot<'c>(channels: &'c Channels, facet: usize, frame: &Frame) -> Box<dyn Plot + 'c> {
    match channels.spec.mark {
        Mark::Bar
        | Mark::Column
        | Mark::GroupedBar
        | Mark::GroupedColumn
        | Mark::StackedBar
        | Mark::StackedColumn
        | Mark::Waterfall => bar::plot(channels, facet, frame),
        Mark::Dot | Mark::Range | Mark::Dumbbell => dots::plot(channels, facet, frame),
        Mark::Line | Mark::Area | Mark::Slope => lines::plot(channels, facet, frame),
        Mark::StackedArea => layers::plot(channels, facet, frame),
        Mark::Tiles => Box::new(layout::tiles::lay_out(channels, frame)),
        Mark::Table => Box::new(layout::table::lay_out(channels, frame)),
        Mark::Timeline => Box::new(layout::timeline::lay_out(channels, frame)),
    }
}

/// The HTML of a chart whose rows are text, which pages set themselves; `None` for plots. `caption` is that of a table.
pub fn html(channels: &Channels, caption: &str, ids: Ids<'_>) -> Option<String> {
    match channels.spec.mark {
        Mark::Tiles => Some(tiles::html(channels, ids)),
        Mark::Table => Some(table::html(channels, caption, ids)),
        Mark::Timeline => Some(timeline::html(channels, ids)),
        _ => None,
    }
}

/// Draws a chart in one frame: its plot, or its small charts with their names.
pub fn draw(channels: &Channels, frame: &Frame, ids: Ids<'_>) -> Drawn {
    let laid_out = layout::facets::lay_out(channels, frame, |facet, frame| {
        let plot = plot(channels, facet, frame);
        let height = plot.height();
        (plot, height)
    });
    let hatched: BTreeSet<Paint> = laid_out.cells.iter().flat_map(|cell| cell.plot.hatched()).collect();
    let left_over = laid_out.cells.iter().flat_map(|cell| cell.plot.left_over()).copied().collect();
    let rows = laid_out
        .cells
        .iter()
        .flat_map(|cell| cell.plot.rows().into_iter().map(|(row, [x, y])| (row, [x + cell.x, y + cell.y])));
    let root = Root { height: laid_out.height, hatched: &hatched, rows: rows.collect() };
    let svg = drawing(frame, &root, ids, |svg| {
        for cell in &laid_out.cells {
            let Some(name) = &cell.name else {
                cell.plot.draw(svg, ids);
                continue;
            };
            text(svg, name);
            let mut moved = svg.child("g");
            let mut transform = String::from("translate(");
            super::svg::push_number(&mut transform, cell.x);
            transform.push(' ');
            super::svg::push_number(&mut transform, cell.y);
            transform.push(')');
            moved.attr("transform", &transform);
            cell.plot.draw(&mut moved, ids);
        }
    });
    Drawn { svg, left_over }
}

/// The string that names a chart of a mark.
pub fn name_key(mark: Mark) -> &'static str {
    match mark {
        Mark::Bar => "chart-name-bar",
        Mark::Column => "chart-name-column",
        Mark::GroupedBar => "chart-name-grouped-bar",
        Mark::GroupedColumn => "chart-name-grouped-column",
        Mark::StackedBar => "chart-name-stacked-bar",
        Mark::StackedColumn => "chart-name-stacked-column",
        Mark::Waterfall => "chart-name-waterfall",
        Mark::Line => "chart-name-line",
        Mark::Area => "chart-name-area",
        Mark::StackedArea => "chart-name-stacked-area",
        Mark::Slope => "chart-name-slope",
        Mark::Dot => "chart-name-dot",
        Mark::Range => "chart-name-range",
        Mark::Dumbbell => "chart-name-dumbbell",
        Mark::Tiles => "chart-name-tiles",
        Mark::Table => "chart-name-table",
        Mark::Timeline => "chart-name-timeline",
    }
}

/// What the root of a drawing says of it.
struct Root<'r> {
    height: f64,
    /// The paints in which something is hatched.
    hatched: &'r BTreeSet<Paint>,
    rows: BTreeMap<usize, Point>,
}

/// Writes a whole drawing: the root that the page scales to its container, the hatches, then what `content` draws. The root names
/// the point of each row (row, x, y) for `static/chart.js`.
fn drawing(frame: &Frame, root: &Root<'_>, ids: Ids<'_>, content: impl FnOnce(&mut Element)) -> String {
    let mut out = String::with_capacity(4096);
    {
        let mut svg = Element::new(&mut out, "svg");
        let mut view_box = String::from("0 0 ");
        super::svg::push_number(&mut view_box, frame.width);
        view_box.push(' ');
        super::svg::push_number(&mut view_box, root.height);
        svg.attr("class", "chart-svg").attr("viewBox", &view_box);
        svg.number("width", frame.width).number("height", root.height).number("font-size", frame.font);
        svg.attr("fill", "currentColor").attr("role", "img");
        svg.attr("aria-labelledby", ids.title).attr("aria-describedby", ids.description);
        let points: Vec<f64> = root.rows.iter().flat_map(|(row, [x, y])| [*row as f64, x.round(), y.round()]).collect();
        svg.numbers("data-rows", &points);
        for &paint in root.hatched {
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
        Paint::Ink => Some("ink".into()),
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

/// Begins a line in the colour of its group.
fn stroke<'p>(parent: &'p mut Element, line: &Path) -> Element<'p> {
    let mut path = parent.child("path");
    path.path(line).attr("stroke", "currentColor");
    path
}

/// Writes lines of one kind as one path: `grid` and `leader` behind marks, `zero` over them, `link` between them.
pub fn lines(parent: &mut Element, lines: &[Line], class: &'static str) {
    if lines.is_empty() {
        return;
    }
    let path = lines.iter().fold(Path::default(), |path, Line { from: [x, y], to: [x2, y2] }| {
        let path = path.move_to(*x, *y);
        if y == y2 { path.horizontal_to(*x2) } else { path.line_to(*x2, *y2) }
    });
    parent.child("path").attr("class", class).path(&path).attr("stroke", "currentColor");
}

/// Writes what of annotations lies behind the marks.
pub fn shades(parent: &mut Element, remarks: &Remarks) {
    if remarks.shades.is_empty() {
        return;
    }
    let path = remarks.shades.iter().fold(Path::default(), |path, [left, top, right, bottom]| {
        path.move_to(*left, *top).line_to(*right, *top).line_to(*right, *bottom).line_to(*left, *bottom)
    });
    parent.child("path").attr("class", "shade").path(&path);
}

/// Writes what of annotations lies over the marks.
pub fn remarks(parent: &mut Element, remarks: &Remarks) {
    lines(parent, &remarks.lines, "zero");
    remarks.texts.iter().for_each(|words| text(parent, words));
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
        Ink::Paper => {
            element.attr("class", "reversed").attr("fill", "#fff");
        }
        Ink::Of(paint) => {
            let class = class(paint).unwrap_or_default();
            element.attr("class", ["own ", &class].concat().trim_end());
        }
    }
    if text.scale != 1.0 {
        element.ems("font-size", text.scale);
    }
    match text.lines.as_slice() {
        [line] => element.text(line),
        lines => {
            for (index, line) in lines.iter().enumerate() {
                let mut span = element.child("tspan");
                if index == 0 {
                    span.text(line);
                    continue;
                }
                // The space keeps the words of two lines apart where the text is copied or read out. It has a place of its
                // own: as the end or the beginning of a line it would push the letters aside.
                span.numbers("x", &[text.x, text.x]).ems("dy", LINE);
                span.text(&[" ", line].concat());
            }
        }
    }
}
