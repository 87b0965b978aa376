//! Reads a brief's `data.yaml`: what is the same in every language.

use super::fields::{Fields, Reading};
use super::formulas::{formula, resolve};
use super::markdown::{self, Context};
use super::registries::{entries, source};
use super::yaml::Node;
use super::{calculators, chart};
use crate::diag::{Diagnostic, FileId, Span, Spanned};
use crate::locale::Lang;
use crate::model::{Asset, Brief, Correction, Event, Figure, IndexMap, PerLang, Quote, Source, Status};
use crate::quantity::Period;

pub const KEYS: &[&str] = &[
    "date",
    "updated",
    "publish_at",
    "draft",
    "authors",
    "topics",
    "companies",
    "key_figure",
    "key_chart",
    "sources",
    "figures",
    "charts",
    "calculators",
    "quotes",
    "events",
    "corrections",
];

const FIGURE_KEYS: &[&str] = &["company", "metric", "period", "status", "value", "formula", "source", "note"];

/// Reads the data of the brief in folder `id`. The editions are added by the caller.
pub fn read(
    node: &Node,
    id: &str,
    data: FileId,
    assets: Vec<Asset>,
    context: &Context,
    beside: &chart::Beside,
    reading: &mut Reading,
) -> Option<Brief> {
    let fields = Fields::open(node, KEYS, reading)?;
    let date = fields.require("date", reading).and_then(|n| reading.date(n));
    let updated = fields.get("updated").and_then(|n| Some((reading.date(n)?, n.span)));
    if let (Some(date), Some((updated, span))) = (date, updated)
        && updated < date
    {
        let message = format!("the brief is of {date}, but was updated before that");
        reading
            .diagnostics
            .push(Diagnostic::error("invalid-date", span, message).hint("`updated` is on or after `date`"));
    }
    let mut figures = map(&fields, "figures", reading, figure);
    resolve(&mut figures);
    Some(Brief {
        id: id.to_owned(),
        data,
        date: date?,
        updated: updated.map(|(day, _)| day),
        publish_at: fields.get("publish_at").and_then(|n| reading.date(n)),
        draft: fields.get("draft").and_then(|n| reading.boolean(n)).unwrap_or(false),
        authors: ids(&fields, "authors", reading),
        topics: ids(&fields, "topics", reading),
        companies: ids(&fields, "companies", reading),
        key_figure: fields.get("key_figure").and_then(|n| reading.text(n)),
        key_chart: fields.get("key_chart").and_then(|n| reading.text(n)),
        sources: map(&fields, "sources", reading, source),
        figures,
        charts: map(&fields, "charts", reading, |node, reading, span| chart::read(node, reading, span, beside)),
        calculators: map(&fields, "calculators", reading, calculators::read),
        quotes: map(&fields, "quotes", reading, quote),
        events: list(&fields, "events", reading, |node, reading| event(node, context, reading)),
        corrections: list(&fields, "corrections", reading, correction),
        editions: PerLang::default(),
        assets,
        // The last field: every map has been read.
        left_out: std::mem::take(&mut reading.left_out),
    })
}

fn ids(fields: &Fields, key: &str, reading: &mut Reading) -> Vec<Spanned<String>> {
    fields.get(key).map(|n| reading.texts(n)).unwrap_or_default()
}

fn map<T>(
    fields: &Fields,
    key: &str,
    reading: &mut Reading,
    read: impl FnMut(&Node, &mut Reading, Span) -> Option<T>,
) -> IndexMap<String, T> {
    fields.get(key).map(|n| entries(n, reading, read)).unwrap_or_default()
}

fn list<T>(
    fields: &Fields,
    key: &str,
    reading: &mut Reading,
    mut read: impl FnMut(&Node, &mut Reading) -> Option<T>,
) -> Vec<T> {
    let Some(node) = fields.get(key) else { return Vec::new() };
    reading.list(node).iter().filter_map(|item| read(item, reading)).collect()
}

pub fn figure(node: &Node, reading: &mut Reading, span: Span) -> Option<Figure> {
    let fields = Fields::open(node, FIGURE_KEYS, reading)?;
    let metric = fields.require("metric", reading).and_then(|n| reading.text(n));
    let period = fields.require("period", reading).and_then(|n| reading.period(n));
    let formula_node = fields.get("formula");
    let formula = formula_node.and_then(|n| formula(n, reading));
    let value_node = if formula_node.is_some() { fields.get("value") } else { fields.require("value", reading) };
    let value = value_node.and_then(|n| reading.value(n, None));
    let source = fields
        .get("source")
        .and_then(|n| reading.text(n))
        // A formula that cannot be read was reported; it needs no source.
        .or_else(|| {
            let calculation = formula.as_ref().map_or("", |_| Source::CALCULATION);
            formula_node.map(|n| Spanned::new(calculation.to_owned(), n.span))
        });
    if source.is_none() {
        reading.diagnostics.push(
            Diagnostic::error("missing-source", span, "this figure has no source")
                .hint("add `source: …` with the id of an entry under `sources:`, or a `formula` over other figures"),
        );
    }
    let nowhere = || Spanned::new(String::new(), span);
    // A figure that is wrong stays in the map, so that its users are not reported as well.
    Some(Figure {
        company: fields.get("company").and_then(|n| reading.text(n)),
        metric: metric.unwrap_or_else(nowhere),
        period: period.unwrap_or(Spanned::new(Period::Year(0), span)),
        status: fields.get("status").and_then(|n| status(n, reading)).unwrap_or(Status::Actual),
        value: value.flatten(),
        value_span: value_node.or(formula_node).map_or(span, |n| n.span),
        calculated: value_node.is_none() && formula_node.is_some(),
        formula,
        source: source.unwrap_or_else(nowhere),
        note: fields.get("note").and_then(|n| reading.local_text(n)),
        span,
    })
}

fn status(node: &Node, reading: &mut Reading) -> Option<Status> {
    reading.choice(node, &Status::ALL.map(|status| (status.word(), status)))
}

fn quote(node: &Node, reading: &mut Reading, span: Span) -> Option<Quote> {
    let keys = &["text", "speaker", "language", "known_through", "date", "source"];
    let fields = Fields::open(node, keys, reading)?;
    let text = fields.require("text", reading).and_then(|n| reading.local_text(n));
    let speaker = fields.require("speaker", reading).and_then(|n| reading.text(n));
    let language = fields.require("language", reading).and_then(|n| language(n, reading));
    let source = fields.require("source", reading).and_then(|n| reading.text(n));
    Some(Quote {
        text: text?,
        speaker: speaker?,
        language: language?,
        known_through: fields.get("known_through").and_then(|n| self::language(n, reading)),
        date: fields.get("date").and_then(|n| reading.date(n)),
        source: source?,
        span,
    })
}

/// A language that the program writes.
pub fn language(node: &Node, reading: &mut Reading) -> Option<Lang> {
    reading.choice(node, &Lang::ALL.map(|lang| (lang.tag(), lang)))
}

fn event(node: &Node, context: &Context, reading: &mut Reading) -> Option<Event> {
    let fields = Fields::open(node, &["date", "text", "source"], reading)?;
    let date = fields.require("date", reading).and_then(|n| reading.period(n));
    let text = fields
        .require("text", reading)
        .and_then(|node| reading.per_lang(node, |reading, node| markdown::scalar(node, context, reading)));
    Some(Event { date: date?, text: text?, source: fields.get("source").and_then(|n| reading.text(n)) })
}

fn correction(node: &Node, reading: &mut Reading) -> Option<Correction> {
    let fields = Fields::open(node, &["date", "text"], reading)?;
    let date = fields.require("date", reading).and_then(|n| reading.date(n));
    let text = fields.require("text", reading).and_then(|n| reading.local_text(n));
    Some(Correction { date: date?, text: text? })
}
