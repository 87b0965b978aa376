//! Reads one entry of `charts:`. The names are Vega-Lite's and Observable Plot's where they have one.
//!
//! Owns the chart's own keys; `encoding` reads the channels, `rows` the rows, `table` the CSV files that hold them,
//! `extras` what is added to the marks.

mod encoding;
mod extras;
mod rows;
mod table;

use super::fields::{Fields, Reading};
use super::yaml::{Kind, Node};
use crate::diag::{Diagnostic, FileId, Files, Span, suggestion};
use crate::model::{ChartSpec, Curve, Encoding, Highlight, Labels, Mark, Proportions, RowSource};
use std::collections::BTreeMap;

const KEYS: &[&str] = &[
    "file",
    "mark",
    "title",
    "subtitle",
    "notes",
    "figures",
    "data",
    "encoding",
    "highlight",
    "labels",
    "annotations",
    "curve",
    "columns",
    "layout",
    "download",
];

/// The files that a chart may name.
pub struct Beside<'s> {
    pub files: &'s Files,
    /// The CSV files beside the chart, by name.
    pub tables: &'s BTreeMap<String, FileId>,
    pub shared: &'s Shared<'s>,
}

/// The charts of `content/charts/`, by file name, and the CSV files beside them.
pub struct Shared<'s> {
    pub charts: BTreeMap<&'s str, Node>,
    pub tables: &'s BTreeMap<String, FileId>,
}

/// Reads a chart, or the shared one that stands for it: `{file: plans.yaml}`.
pub fn read(node: &Node, reading: &mut Reading, span: Span, beside: &Beside) -> Option<ChartSpec> {
    let fields = Fields::open(node, KEYS, reading)?;
    let Some(file) = fields.get("file") else { return own(&fields, reading, span, beside) };
    if let Kind::Map(entries) = &node.kind
        && let Some((other, _)) = entries.iter().find(|(key, _)| key.value != "file")
    {
        let message = format!("`{}` cannot stand beside `file`", other.value);
        let hint = "the file says all there is to say; write the chart out to change it here";
        reading.diagnostics.push(Diagnostic::error("chart-file", other.span, message).hint(hint));
    }
    let name = reading.text(file)?;
    let Some(shared) = beside.shared.charts.get(name.value.as_str()) else {
        let message = format!("there is no chart `{}` in `content/charts/`", name.value);
        let mut error = Diagnostic::error("chart-file", name.span, message);
        error.hint = suggestion(&name.value, beside.shared.charts.keys().copied());
        reading.diagnostics.push(error);
        return None;
    };
    let kept = reading.diagnostics.len();
    let spec = self::shared(shared, reading, beside.files, beside.shared);
    // What is wrong with it is reported once, whatever the number of its users.
    reading.diagnostics.truncate(kept);
    spec.map(|spec| ChartSpec { span, ..spec })
}

/// Reads a file of `content/charts/`.
pub fn shared(node: &Node, reading: &mut Reading, files: &Files, shared: &Shared) -> Option<ChartSpec> {
    let beside = Beside { files, tables: shared.tables, shared };
    let fields = Fields::open(node, KEYS, reading)?;
    if let Some(file) = fields.get("file") {
        let message = "a chart of `content/charts/` cannot stand for another one";
        let hint = "name that one in the brief's `charts`";
        reading.diagnostics.push(Diagnostic::error("chart-file", file.span, message).hint(hint));
        return None;
    }
    own(&fields, reading, node.span, &beside)
}

fn own(fields: &Fields, reading: &mut Reading, span: Span, beside: &Beside) -> Option<ChartSpec> {
    let mark = fields.require("mark", reading).and_then(|n| reading.choice(n, &Mark::ALL.map(|m| (m.word(), m))));
    let title = fields.require("title", reading).and_then(|n| reading.local_text(n));
    let encoding = match fields.get("encoding") {
        Some(node) => encoding::read(node, mark, reading),
        None => Some(Encoding::default()),
    };
    let columns = fields.get("columns").map(|n| encoding::columns(n, reading)).unwrap_or_default();
    if let Some(mark) = mark {
        foreign_keys(fields, mark, reading);
    }
    let rows = match (fields.get("figures"), fields.get("data")) {
        (Some(figures), None) => Some(RowSource::Figures(reading.texts(figures))),
        (None, Some(data)) => {
            let roles = rows::Roles::of(mark, encoding.as_ref(), &columns);
            rows::read(data, &roles, reading, beside).map(RowSource::Data)
        }
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
    let annotations = fields.get("annotations").map(|n| extras::annotations(n, reading)).unwrap_or_default();
    Some(ChartSpec {
        mark: mark?,
        title: title?,
        subtitle: fields.get("subtitle").and_then(|n| reading.local_text(n)),
        notes: fields.get("notes").and_then(|n| reading.local_text(n)),
        rows: rows?,
        encoding: encoding?,
        highlight: fields.get("highlight").map_or(Highlight::None, |n| extras::highlight(n, reading)),
        labels: fields.get("labels").map_or(Labels::default(), |n| extras::labels(n, reading)),
        annotations,
        curve: fields.get("curve").and_then(|n| reading.choice(n, &Curve::ALL)).unwrap_or_default(),
        columns,
        layout: fields.get("layout").map_or(Proportions::default(), |n| extras::proportions(n, reading)),
        download: fields.get("download").and_then(|n| reading.boolean(n)).unwrap_or(true),
        span,
    })
}

/// Keys that charts of the mark have no use for.
fn foreign_keys(fields: &Fields, mark: Mark, reading: &mut Reading) {
    let of_plots = ["labels", "annotations", "curve", "layout"].map(|key| (key, mark.is_text()));
    let keys = of_plots.into_iter().chain([("columns", mark != Mark::Table)]);
    for (key, _) in keys.filter(|(_, is_foreign)| *is_foreign) {
        let Some(node) = fields.get(key) else { continue };
        let message = format!("a chart of the mark `{}` has no `{key}`", mark.word());
        let hint = match key {
            "columns" => "a `table` has them; leave `columns` out".to_owned(),
            _ => format!("its rows are text, without a plot; leave `{key}` out"),
        };
        reading.diagnostics.push(Diagnostic::error("chart-key", node.span, message).hint(hint));
    }
}
