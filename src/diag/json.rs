//! Diagnostics as JSON for other programs, in the form of `docs/diagnostics.schema.json`.
//!
//! Lines and columns count from 1, columns in characters (Unicode code points), as in the other forms; `offset` counts bytes from 0.
//! The end of a range is the place after its last character.

use super::{Diagnostic, Files, Severity, Span, count};
use serde::Serialize;

/// The version of the form: it rises when a program that reads it would have to change.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'d> {
    version: u32,
    errors: usize,
    warnings: usize,
    diagnostics: Vec<Entry<'d>>,
}

#[derive(Serialize)]
struct Entry<'d> {
    name: &'static str,
    severity: &'static str,
    message: &'d str,
    hint: Option<&'d str>,
    place: Option<Range<'d>>,
    related: Vec<Related<'d>>,
}

#[derive(Serialize)]
struct Related<'d> {
    label: &'d str,
    place: Range<'d>,
}

#[derive(Serialize)]
struct Range<'d> {
    path: &'d str,
    start: Point,
    end: Point,
    /// What stands there; empty for a place between two characters.
    text: &'d str,
}

#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
    offset: u32,
}

/// Writes findings as one JSON object with a line end.
pub fn print(diagnostics: &[Diagnostic], files: &Files) -> String {
    let report = Report {
        version: VERSION,
        errors: count(diagnostics, Severity::Error),
        warnings: count(diagnostics, Severity::Warning),
        diagnostics: diagnostics.iter().map(|diagnostic| entry(diagnostic, files)).collect(),
    };
    let mut out = serde_json::to_string_pretty(&report).expect("a report has only text and whole numbers");
    out.push('\n');
    out
}

fn entry<'d>(diagnostic: &'d Diagnostic, files: &'d Files) -> Entry<'d> {
    let related = diagnostic.related.iter().map(|(span, label)| Related { label, place: range(*span, files) });
    Entry {
        name: diagnostic.name,
        severity: diagnostic.severity.word(),
        message: &diagnostic.message,
        hint: diagnostic.hint.as_deref(),
        place: diagnostic.span.map(|span| range(span, files)),
        related: related.collect(),
    }
}

fn range(span: Span, files: &Files) -> Range<'_> {
    let span = files.within(span);
    let point = |at: u32| {
        let place = files.place(Span { start: at, end: at, ..span });
        Point { line: place.line, column: place.column, offset: at }
    };
    Range {
        path: files.path(span.file),
        start: point(span.start),
        end: point(span.end),
        text: &files.text(span.file)[span.start as usize..span.end as usize],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};
    use std::collections::BTreeSet;

    fn sample() -> Value {
        let mut files = Files::default();
        let id = files.add("content/é.yaml", "a: 1\né: é2\n");
        let finding = Diagnostic::error("unknown-key", Span::new(id, 5, 7), "unknown key `é`")
            .related(Span::new(id, 0, 1), "near this one")
            .hint("did you mean `a`?");
        let nowhere = Diagnostic::warning("missing-file", None, "no file");
        serde_json::from_str(&print(&[finding, nowhere], &files)).unwrap()
    }

    #[test]
    fn every_part_of_a_finding_is_there() {
        let expected = json!({
            "version": 1, "errors": 1, "warnings": 1,
            "diagnostics": [{
                "name": "unknown-key", "severity": "error", "message": "unknown key `é`", "hint": "did you mean `a`?",
                "place": {
                    "path": "content/é.yaml", "text": "é",
                    "start": {"line": 2, "column": 1, "offset": 5}, "end": {"line": 2, "column": 2, "offset": 7},
                },
                "related": [{"label": "near this one", "place": {
                    "path": "content/é.yaml", "text": "a",
                    "start": {"line": 1, "column": 1, "offset": 0}, "end": {"line": 1, "column": 2, "offset": 1},
                }}],
            }, {
                "name": "missing-file", "severity": "warning", "message": "no file", "hint": null, "place": null,
                "related": [],
            }],
        });
        assert_eq!(sample(), expected);
    }

    /// Checks the names of the properties, all of which the schema requires; types are checked in `tests/browser`.
    fn check_names(schema: &Value, root: &Value, value: &Value) {
        let schema = match schema.get("$ref").and_then(Value::as_str) {
            Some(name) => &root["definitions"][name.trim_start_matches("#/definitions/")],
            None => schema,
        };
        if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
            let fits = |choice: &&Value| choice["type"] != "null" && !value.is_null();
            return choices.iter().filter(fits).for_each(|choice| check_names(choice, root, value));
        }
        if let Some(object) = value.as_object() {
            let names: BTreeSet<&str> = object.keys().map(String::as_str).collect();
            let required: BTreeSet<&str> =
                schema["required"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
            let described: BTreeSet<&str> =
                schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!((&names, &names), (&required, &described));
            object.iter().for_each(|(name, value)| check_names(&schema["properties"][name], root, value));
        }
        for item in value.as_array().into_iter().flatten() {
            check_names(&schema["items"], root, item);
        }
    }

    #[test]
    fn the_published_schema_names_what_is_printed() {
        let schema: Value = serde_json::from_str(include_str!("../../docs/diagnostics.schema.json")).unwrap();
        assert_eq!(schema["properties"]["version"]["const"], json!(VERSION));
        check_names(&schema, &schema, &sample());
    }
}
