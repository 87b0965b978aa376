//! Charts: a specification, its figures and a language become a drawing, a table and a description.
//!
//! A straight line of pure stages: [`channels`] (rows, names, order; exact values) → [`scale`] (numbers to positions) →
//! [`layout`] (where everything stands) → [`marks`] (what is drawn there) → [`svg`] (how that is written). `key`,
//! `table` and `describe` come from the same rows, so that they cannot say anything else. Marks that are set as
//! text become HTML instead, in [`marks`] as well, and are drawn for pictures only. Owns nothing of the page
//! around a chart: templates get a [`Drawing`]; how it follows the page's width and colours is in `static/chart.css`.

mod axes;
mod cells;
pub mod channels;
mod csv;
mod describe;
pub mod extent;
mod key;
pub mod layout;
mod line_key;
pub mod marks;
mod markup;
pub mod measure;
mod palette;
mod picture;
mod proof;
mod raster;
pub mod scale;
pub mod svg;
mod table;
mod trend;
mod validate;
mod words;

pub use csv::{Form, csv};
pub use key::KeyEntry;
pub use palette::Theme;
pub use picture::{MARGIN, Picture, PictureOptions, picture};
pub use raster::png;
pub use table::{Table, TableRow};
pub use validate::check;
pub use words::KEYS;

use crate::locale::{Formats, Strings, Style};
use crate::model::{Brief, ChartSpec, Mark, Site, Status};
use channels::Channels;
use layout::{Frame, NARROW, WIDE};
use marks::Ids;
use serde::Serialize;
use words::Words;

/// Where a drawing stands.
#[derive(Clone, Copy, Debug)]
pub struct Context<'c> {
    /// Begins every id that the drawing gives; no other drawing of the page has it.
    pub id: &'c str,
    /// What the author says that the chart shows; may be empty.
    pub alt: &'c str,
}

/// A chart in one language, ready for a template. Every text is in the language's typography; the drawings are SVG, all
/// else is plain text that the template escapes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Drawing {
    pub id: String,
    /// The ids that the page must give to its elements with [`Drawing::name`] or [`Drawing::title`], and with
    /// [`Drawing::description`]: the drawings refer to them.
    pub title_id: String,
    pub description_id: String,
    pub title: String,
    /// The author's, or else what the rows have in common; empty where that is nothing.
    pub subtitle: String,
    /// The author's text alternative; empty where there is none.
    pub alt: String,
    /// The kind of chart and its title.
    pub name: String,
    /// The author's text alternative, then the finding with its numbers.
    pub description: String,
    /// The word of the mark.
    pub mark: &'static str,
    pub body: Body,
    pub key: Vec<KeyEntry>,
    pub notes: Vec<String>,
    /// The ids of the sources, in the order of the rows.
    pub sources: Vec<String>,
    pub table: Table,
}

/// What stands between a chart's title and its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Body {
    Plot(Drawings),
    Text(Markup),
}

/// A plot in two layouts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Drawings {
    /// For containers from 520 CSS pixels on, and for narrower ones.
    pub wide_svg: String,
    pub narrow_svg: String,
    /// What the narrow drawing lacks the room to say.
    pub narrow_notes: Vec<String>,
}

/// Rows of text, which follow the width of their container by themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Markup {
    pub html: String,
}

/// Draws a chart in the language of `formats`.
///
/// Draws what it can of any data; [`check`] says beforehand what is wrong with it. `strings` has the keys [`KEYS`].
pub fn draw(
    site: &Site,
    brief: &Brief,
    spec: &ChartSpec,
    formats: &Formats,
    strings: &Strings,
    context: Context<'_>,
) -> Drawing {
    let words = Words { formats, strings };
    let channels = Channels::of(site, brief, spec, words);
    let title = words.typeset(spec.title.get(formats.lang()));
    let subtitle = subtitle(site, spec, &channels, words);
    let alt = words.typeset(context.alt);
    let description = [finished(&alt), finished(&subtitle), describe::describe(&channels, words)];
    let description = description.iter().filter(|part| !part.is_empty()).map(String::as_str);
    let (title_id, description_id) = (format!("{}-title", context.id), format!("{}-description", context.id));
    let (body, left_over) =
        body(&channels, &title, Ids { drawing: context.id, title: &title_id, description: &description_id });
    let mut notes = notes(spec, &channels, words);
    notes.extend(left_over);
    Drawing {
        mark: spec.mark.word(),
        body,
        id: context.id.to_owned(),
        name: words.say(marks::name_key(spec.mark), &[("title", &title)]),
        description: description.collect::<Vec<_>>().join(" "),
        key: key::key(&channels, words, context.id),
        notes,
        sources: sources(&channels),
        table: table::table(&channels, &title, words),
        title,
        subtitle,
        alt,
        title_id,
        description_id,
    }
}

/// The rows of a chart in the form that pages show, and what its drawing lacks the room to say in any layout.
fn body(channels: &Channels, title: &str, ids: Ids<'_>) -> (Body, Vec<String>) {
    if let Some(html) = marks::html(channels, title, ids) {
        return (Body::Text(Markup { html }), vec![]);
    }
    let svg = |frame: &Frame, layout: &str| {
        let drawing = format!("{}-{layout}", ids.drawing);
        marks::draw(channels, frame, Ids { drawing: &drawing, ..ids })
    };
    let (wide, narrow) = (svg(&WIDE, "wide"), svg(&NARROW, "narrow"));
    let words_of = |index: &usize| channels.remarks[*index].text.clone();
    let narrow_notes = narrow.left_over.difference(&wide.left_over).map(words_of).collect();
    let left_over = wide.left_over.iter().map(words_of).collect();
    (Body::Plot(Drawings { wide_svg: wide.svg, narrow_svg: narrow.svg, narrow_notes }), left_over)
}

/// The author's subtitle; without one, the metric, the period and the status that all rows share.
fn subtitle(site: &Site, spec: &ChartSpec, channels: &Channels, words: Words<'_>) -> String {
    let lang = words.formats.lang();
    if let Some(subtitle) = &spec.subtitle {
        return words.typeset(subtitle.get(lang));
    }
    let Some(first) = channels.data.first().map(|bar| &bar.row) else { return String::new() };
    let all = |same: &dyn Fn(&channels::Row) -> bool| channels.data.iter().all(|bar| same(&bar.row));
    let mut parts = Vec::new();
    if let Some(metric) = first.metric.filter(|_| all(&|row| row.metric == first.metric)) {
        parts.push(site.metrics.get(metric).map_or(metric, |metric| metric.name.get(lang)).to_owned());
    }
    if let Some(period) = first.period.filter(|_| all(&|row| row.period == first.period)) {
        parts.push(words.formats.period(&period, Style::Label));
    }
    match channels.shared_status() {
        Some(Status::Guidance) => parts.push(words.get("chart-all-guidance").to_owned()),
        Some(Status::Estimate) => parts.push(words.get("chart-all-estimate").to_owned()),
        Some(Status::Consensus) => parts.push(words.get("chart-all-consensus").to_owned()),
        Some(Status::Actual) | None => {}
    }
    words.typeset(&capitalised(&parts.join(", ")))
}

/// The author's notes, or else those of the figures; and what a short form in the chart stands for.
fn notes(spec: &ChartSpec, channels: &Channels, words: Words<'_>) -> Vec<String> {
    let lang = words.formats.lang();
    let mut notes: Vec<String> = spec.notes.iter().map(|note| words.typeset(note.get(lang))).collect();
    if notes.is_empty() {
        let of_figures = channels.data.iter().filter_map(|bar| Some((bar.label.as_str(), bar.row.note?.get(lang))));
        notes
            .extend(of_figures.map(|(label, note)| words.say("chart-says-pair", &[("label", label), ("value", note)])));
    }
    let is_rounded = |datum: &channels::Datum| datum.share.as_ref().is_some_and(|share| share.rounded);
    if channels.data.iter().any(is_rounded) {
        notes.push(words.typeset(words.get("chart-note-rounded")));
    }
    let has_gap = channels.data.iter().any(|bar| bar.extent.is_none());
    if channels.spec.mark.joins() {
        notes.extend(has_gap.then(|| words.typeset(words.get("chart-note-gap"))));
        return notes;
    }
    let (short, full) = (words.get("chart-not-disclosed-short"), words.get("chart-not-disclosed"));
    let is_short = match spec.mark {
        Mark::Table => cells::cells(channels).rows.iter().flatten().any(|cell| cell.is_absent),
        _ => channels.has_values() && has_gap,
    };
    if short != full && is_short {
        notes.push(words.say("chart-says-pair", &[("label", short), ("value", full)]));
    }
    notes
}

/// Each source once, in the order of the rows.
fn sources(channels: &Channels) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for bar in &channels.data {
        if !sources.iter().any(|source| source == bar.row.source) {
            sources.push(bar.row.source.to_owned());
        }
    }
    sources
}

/// The text with its first letter in upper case.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text as a whole sentence: with a full stop where nothing ends it.
fn finished(text: &str) -> String {
    let mut text = text.trim_end().to_owned();
    if !text.is_empty() && !text.ends_with(['.', '!', '?', '…', ':']) {
        text.push('.');
    }
    text
}

#[cfg(test)]
mod tests;
