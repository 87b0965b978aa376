//! A chart as a picture of its own: title, subtitle, key, notes and source drawn around a third call of the same layout, every
//! colour written out, so that it reads the same without the page and its style sheets.
//!
//! Owns what stands around the plot and how a drawing is freed of its page; the plot itself is `marks`', pixels are `raster`'s.

use super::channels::Channels;
use super::layout::{Frame, LINE, NARROW, WIDE};
use super::marks::{self, Ids};
use super::measure::{Weight, balance, width, wrap};
use super::palette::{Palette, Theme};
use super::svg::{Element, push_number};
use super::words::Words;
use super::{Drawing, KeyEntry};
use crate::locale::{Formats, Strings};
use crate::model::{Brief, ChartSpec, Site};
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// How a picture is made.
#[derive(Clone, Copy, Debug)]
pub struct PictureOptions<'o> {
    /// The width of the plot in CSS pixels; the picture has [`MARGIN`] more on each side.
    pub width: f64,
    pub theme: Theme,
    /// What stands below the notes: the sources, who made the chart.
    pub credits: &'o [String],
}

/// A picture and its size in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    pub svg: String,
    pub width: f64,
    pub height: f64,
    /// The height of the plot alone.
    pub plot: f64,
}

/// Around everything.
pub const MARGIN: f64 = 16.0;

/// Families by name, as programs that open a picture know them; what was measured is [`super::measure`]'s.
const FAMILIES: &str = "'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
/// The widest of narrow pictures: they have smaller titles.
const NARROW_LIMIT: f64 = 520.0;
/// Between one part and the next.
const GAP: f64 = 12.0;
/// The stroke over the title, as charts on pages have it.
const BRAND: f64 = 3.0;
const SUBTITLE: f64 = 14.0;
const SMALL: f64 = 12.0;
/// A swatch of the key, what follows it, and the distance to the next.
const AFTER_SWATCH: f64 = 8.0;
const BETWEEN: f64 = 16.0;

/// Draws the picture of a chart that `drawing` is the page's form of.
pub fn picture(
    site: &Site,
    brief: &Brief,
    spec: &ChartSpec,
    (formats, strings): (&Formats, &Strings),
    drawing: &Drawing,
    options: PictureOptions<'_>,
) -> Picture {
    let channels = Channels::of(site, brief, spec, Words { formats, strings });
    let model = if options.width < NARROW_LIMIT { NARROW } else { WIDE };
    let frame = Frame { width: options.width, ..model };
    let drawn = marks::draw(&channels, &frame, Ids { drawing: "plot", title: "title", description: "desc" });
    let mut stack = Stack { palette: options.theme.palette(), width: options.width, y: MARGIN, inside: String::new() };
    stack.brand();
    let title = if options.width < NARROW_LIMIT { 18.0 } else { 20.0 };
    stack.text(&drawing.title, Face { size: title, weight: Weight::Bold, colour: stack.palette.ink });
    stack.text(&drawing.subtitle, Face { size: SUBTITLE, weight: Weight::Regular, colour: stack.palette.ink_muted });
    let plot = stack.plot(&drawn.svg);
    stack.key(&drawing.key);
    // What the page's wide drawing has room for may have none in this one.
    let left_over = drawn.left_over.iter().map(|index| &channels.remarks[*index].text);
    let left_over = left_over.filter(|text| !drawing.notes.contains(text));
    for text in drawing.notes.iter().chain(left_over).chain(options.credits) {
        stack.text(text, Face { size: SMALL, weight: Weight::Regular, colour: stack.palette.ink_muted });
    }
    stack.finish(drawing, formats.locale().tag(), plot)
}

/// How a text is set.
#[derive(Clone, Copy)]
struct Face {
    size: f64,
    weight: Weight,
    colour: &'static str,
}

/// The parts of a picture from top to bottom.
struct Stack {
    palette: &'static Palette,
    width: f64,
    /// Where the next part begins.
    y: f64,
    inside: String,
}

impl Stack {
    fn brand(&mut self) {
        let mut rect = Element::new(&mut self.inside, "rect");
        rect.number("x", MARGIN).number("y", self.y).number("width", self.width).number("height", BRAND);
        rect.attr("fill", self.palette.accent);
        self.y += BRAND + GAP - 2.0;
    }

    /// A text broken to the width; an empty one takes no room.
    fn text(&mut self, text: &str, face: Face) {
        let lines = match face.weight {
            Weight::Bold => balance(text, self.width, face.size, face.weight),
            Weight::Regular => wrap(text, self.width, face.size, face.weight),
        };
        for line in &lines {
            self.y += face.size * LINE;
            // A descender takes a quarter of the size or less.
            let mut element = Element::new(&mut self.inside, "text");
            element.number("x", MARGIN).number("y", self.y - face.size * 0.3).number("font-size", face.size);
            if face.weight == Weight::Bold {
                element.attr("font-weight", "700");
            }
            element.attr("fill", face.colour).text(line);
        }
        self.y += if lines.is_empty() { 0.0 } else { 2.0 };
    }

    fn plot(&mut self, svg: &str) -> f64 {
        self.y += GAP;
        let height = freed(svg, self.palette, [MARGIN, self.y], &mut self.inside);
        self.y += height + GAP;
        height
    }

    /// The forms and their meanings, side by side as far as they fit.
    fn key(&mut self, entries: &[KeyEntry]) {
        let mut x = 0.0;
        for (index, entry) in entries.iter().enumerate() {
            let [swatch, high] = size(&entry.swatch);
            let used = swatch + AFTER_SWATCH + width(&entry.label, SMALL, Weight::Regular);
            if x > 0.0 && x + used > self.width {
                x = 0.0;
                self.y += SMALL * 1.6;
            }
            freed(&entry.swatch, self.palette, [MARGIN + x, self.y], &mut self.inside);
            let room = self.width - x - swatch - AFTER_SWATCH;
            let lines = wrap(&entry.label, room, SMALL, Weight::Regular);
            for (line, text) in lines.iter().enumerate() {
                let mut element = Element::new(&mut self.inside, "text");
                element.number("x", MARGIN + x + swatch + AFTER_SWATCH);
                element.number("y", self.y + high / 2.0 + SMALL * 0.35 + line as f64 * SMALL * LINE);
                element.number("font-size", SMALL).attr("fill", self.palette.ink).text(text);
            }
            self.y += lines.len().saturating_sub(1) as f64 * SMALL * LINE;
            x = if lines.len() > 1 { self.width } else { x + used + BETWEEN };
            if index + 1 == entries.len() {
                self.y += high + GAP * 0.75;
            }
        }
    }

    fn finish(self, drawing: &Drawing, lang: &str, plot: f64) -> Picture {
        let (width, height) = (self.width + 2.0 * MARGIN, (self.y + MARGIN).ceil());
        let mut view_box = String::from("0 0 ");
        push_number(&mut view_box, width);
        view_box.push(' ');
        push_number(&mut view_box, height);
        let mut svg = String::with_capacity(self.inside.len() + 1024);
        {
            let mut root = Element::new(&mut svg, "svg");
            root.attr("xmlns", "http://www.w3.org/2000/svg").attr("xml:lang", lang);
            root.number("width", width).number("height", height).attr("viewBox", &view_box);
            root.attr("font-family", FAMILIES).attr("role", "img");
            root.attr("aria-labelledby", "title").attr("aria-describedby", "desc");
            root.child("title").attr("id", "title").text(&drawing.name);
            root.child("desc").attr("id", "desc").text(&drawing.description);
            let mut paper = root.child("rect");
            paper.number("width", width).number("height", height).attr("fill", self.palette.paper);
            drop(paper);
            root.drawn(&self.inside);
        }
        svg.push('\n');
        Picture { svg, width, height, plot }
    }
}

/// Writes a drawing of ours at `place`, with colours in the place of classes and of `currentColor`, and without what refers to its
/// page. Returns its height.
fn freed(svg: &str, palette: &Palette, place: [f64; 2], out: &mut String) -> f64 {
    let mut reader = quick_xml::Reader::from_str(svg);
    let mut paints = vec![Paint { current: palette.slate, inherited: false }];
    let mut height = 0.0;
    loop {
        match reader.read_event().expect("a drawing is well-formed") {
            Event::Start(element) => {
                if paints.len() == 1 {
                    height = number(&element, "height");
                }
                let outer = *paints.last().expect("the root's paint stays");
                paints.push(open(&element, outer, palette, (paints.len() == 1).then_some(place), out));
                out.push('>');
            }
            Event::Empty(element) => {
                let outer = *paints.last().expect("the root's paint stays");
                open(&element, outer, palette, (paints.len() == 1).then_some(place), out);
                out.push_str("/>");
            }
            Event::End(element) => {
                paints.pop();
                out.push_str("</");
                out.push_str(element.name().as_ref());
                out.push('>');
            }
            Event::Text(text) => out.push_str(&text),
            Event::GeneralRef(name) => {
                out.push('&');
                out.push_str(&name);
                out.push(';');
            }
            Event::Eof => return height,
            _ => {}
        }
    }
}

/// What an element's children inherit.
#[derive(Clone, Copy)]
struct Paint {
    current: &'static str,
    /// Whether the fill that they inherit is `currentColor`.
    inherited: bool,
}

fn open(element: &BytesStart<'_>, outer: Paint, palette: &Palette, place: Option<[f64; 2]>, out: &mut String) -> Paint {
    let classes = value(element, "class").unwrap_or_default();
    let current = palette.current(&classes).unwrap_or(outer.current);
    let name = element.name();
    out.push('<');
    out.push_str(name.as_ref());
    let mut write = |name: &str, value: &str| {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        out.push_str(value);
        out.push('"');
    };
    if let Some([x, y]) = place {
        for (name, number) in [("x", x), ("y", y)] {
            let mut text = String::new();
            push_number(&mut text, number);
            write(name, &text);
        }
        write("overflow", "visible");
    }
    let mut fill = None;
    for attribute in element.attributes().map(|attribute| attribute.expect("a drawing is well-formed")) {
        let name = attribute.key.as_ref();
        if name == "class" || name == "role" || name.starts_with("aria-") || name.starts_with("data-") {
            continue;
        }
        // The value is escaped already.
        let value = attribute.value.as_ref();
        let mut value = if value == "currentColor" { current } else { value };
        if name == "fill" {
            fill = Some(attribute.value.as_ref() == "currentColor");
            value = palette.fill(&classes).unwrap_or(value);
        }
        write(name, value);
    }
    if name.as_ref() == "text" && fill.is_none() {
        write("fill", palette.text(&classes, current));
    } else if fill.is_none() && outer.inherited && current != outer.current {
        write("fill", current);
    }
    Paint { current, inherited: fill.unwrap_or(outer.inherited) }
}

/// The width and the height of a drawing of ours.
fn size(svg: &str) -> [f64; 2] {
    match quick_xml::Reader::from_str(svg).read_event() {
        Ok(Event::Start(root) | Event::Empty(root)) => ["width", "height"].map(|name| number(&root, name)),
        _ => [0.0; 2],
    }
}

/// An attribute as it is written: classes and numbers have no escapes.
fn value<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    Some(element.try_get_attribute(name).expect("a drawing is well-formed")?.value)
}

fn number(element: &BytesStart<'_>, name: &str) -> f64 {
    value(element, name).and_then(|text| text.parse().ok()).expect("a drawing says its size")
}
