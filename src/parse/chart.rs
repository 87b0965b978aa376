//! Reads one entry of `charts:`. The names are Vega-Lite's and Observable Plot's where they have one.

use super::fields::{Fields, Reading};
use super::yaml::{Kind, Node};
use crate::diag::{Diagnostic, Span};
use crate::model::{Axis, ChartSpec, Field, Highlight, InlineRow, Mark, RowSource, Sort};
use crate::quantity::Unit;

const KEYS: &[&str] = &["mark", "title", "subtitle", "notes", "figures", "data", "encoding", "highlight", "download"];

pub fn read(node: &Node, reading: &mut Reading, span: Span) -> Option<ChartSpec> {
    let fields = Fields::open(node, KEYS, reading)?;
    let mark = fields.require("mark", reading).and_then(|n| reading.choice(n, &Mark::ALL.map(|m| (m.word(), m))));
    let title = fields.require("title", reading).and_then(|n| reading.local_text(n));
    let rows = match (fields.get("figures"), fields.get("data")) {
        (Some(figures), None) => Some(RowSource::Figures(reading.texts(figures))),
        (None, Some(data)) => inline(data, reading),
        (both, _) => {
            let message =
                if both.is_some() { "a chart takes `figures` or `data`, not both" } else { "this chart has no rows" };
            reading.diagnostics.push(
                Diagnostic::error("chart-rows", span, message)
                    .hint("add `figures: [id, id]` with ids of this brief's figures"),
            );
            None
        }
    };
    let y = fields
        .get("encoding")
        .map_or_else(|| Some(default_axis(rows.as_ref())), |n| encoding(n, rows.as_ref(), reading));
    Some(ChartSpec {
        mark: mark?,
        title: title?,
        subtitle: fields.get("subtitle").and_then(|n| reading.local_text(n)),
        notes: fields.get("notes").and_then(|n| reading.local_text(n)),
        rows: rows?,
        y: y?,
        highlight: fields.get("highlight").map_or(Highlight::None, |n| highlight(n, reading)),
        download: fields.get("download").and_then(|n| reading.boolean(n)).unwrap_or(true),
        span,
    })
}

/// Figures are sorted by value unless the author says otherwise; inline rows stay as they are written.
fn default_axis(rows: Option<&RowSource>) -> Axis {
    let sort = if let Some(RowSource::Inline { .. }) = rows { Sort::AsWritten } else { Sort::Descending };
    Axis { field: None, sort }
}

fn inline(node: &Node, reading: &mut Reading) -> Option<RowSource> {
    let fields = Fields::open(node, &["unit", "source", "rows"], reading)?;
    let unit = fields.get("unit").map_or(Some(Unit::Number), |n| reading.unit(n));
    let source = fields.require("source", reading).and_then(|n| reading.text(n));
    let list = fields.require("rows", reading).map(|n| reading.list(n)).unwrap_or_default();
    let rows = list.iter().filter_map(|node| {
        let fields = Fields::open(node, &["label", "value"], reading)?;
        let label = fields.require("label", reading).and_then(|n| reading.local_text(n));
        let value = fields.require("value", reading).and_then(|n| reading.value(n, unit.as_ref()));
        Some(InlineRow { label: label?, value: value?, span: node.span })
    });
    let rows = rows.collect();
    Some(RowSource::Inline { unit: unit?, source: source?, rows })
}

fn encoding(node: &Node, rows: Option<&RowSource>, reading: &mut Reading) -> Option<Axis> {
    let fields = Fields::open(node, &["x", "y"], reading)?;
    if let Some(x) = fields.get("x") {
        let x = Fields::open(x, &["field"], reading)?;
        x.require("field", reading).and_then(|n| reading.choice(n, &[("value", ())]))?;
    }
    let mut axis = default_axis(rows);
    let Some(y) = fields.get("y") else { return Some(axis) };
    let entries = reading.map(y)?;
    let as_written = entries.iter().any(|(key, node)| key.value == "sort" && node.is_null());
    let y = Fields::open(y, &["field", "sort"], reading)?;
    if let Some(field) = y.get("field") {
        axis.field = Some(reading.choice(field, &Field::ALL.map(|f| (f.word(), f)))?);
    }
    if let Some(sort) = y.get("sort") {
        axis.sort = reading.choice(sort, &[("x", Sort::Ascending), ("-x", Sort::Descending)])?;
    } else if as_written {
        axis.sort = Sort::AsWritten;
    }
    Some(axis)
}

fn highlight(node: &Node, reading: &mut Reading) -> Highlight {
    if !matches!(node.kind, Kind::Map(_)) {
        return Highlight::Names(reading.texts(node));
    }
    let Some(fields) = Fields::open(node, &["last", "max"], reading) else { return Highlight::None };
    let mut count = |key: &str| fields.get(key).and_then(|n| reading.integer(n, 1..=100));
    match (count("last"), count("max")) {
        (Some(n), _) => Highlight::Last(n),
        (None, Some(n)) => Highlight::Max(n),
        (None, None) => Highlight::None,
    }
}
