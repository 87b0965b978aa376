//! Diagnostics as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines.
//!
//! Columns count Unicode code points (`columnKind`); the end of a region is the column after its last character (§3.30.8).

use super::{Diagnostic, Files, Place, Span};
use serde_json::{Value, json};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What a kind of finding is about.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub name: &'static str,
    pub summary: &'static str,
}

/// Writes findings as one SARIF log with a line end. `folder` leads from the root of the repository to the site's folder: empty, or
/// with a slash at its end. `rules` describes kinds of findings; a finding of another kind goes without description.
pub fn print(diagnostics: &[Diagnostic], files: &Files, folder: &str, rules: &[Rule]) -> String {
    let descriptors = rules.iter().map(|rule| json!({"id": rule.name, "shortDescription": {"text": rule.summary}}));
    let driver = json!({
        "name": "Dépêche",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": descriptors.collect::<Vec<_>>(),
    });
    let results: Vec<Value> = diagnostics.iter().map(|d| result(d, files, folder, rules)).collect();
    let run = json!({"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results});
    let log = json!({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]});
    let mut out = serde_json::to_string_pretty(&log).expect("a log has only text and whole numbers");
    out.push('\n');
    out
}

fn result(diagnostic: &Diagnostic, files: &Files, folder: &str, rules: &[Rule]) -> Value {
    let text = match &diagnostic.hint {
        Some(hint) => format!("{}\n{hint}", diagnostic.message),
        None => diagnostic.message.clone(),
    };
    let level = diagnostic.severity.word();
    let mut result = json!({"ruleId": diagnostic.name, "level": level, "message": {"text": text}});
    if let Some(index) = rules.iter().position(|rule| rule.name == diagnostic.name) {
        result["ruleIndex"] = json!(index);
    }
    if let Some(span) = diagnostic.span {
        result["locations"] = json!([{"physicalLocation": location(span, files, folder)}]);
    }
    if !diagnostic.related.is_empty() {
        let related = diagnostic.related.iter().enumerate().map(|(id, (span, label))| {
            json!({"id": id, "physicalLocation": location(*span, files, folder), "message": {"text": label}})
        });
        result["relatedLocations"] = related.collect();
    }
    result
}

fn location(span: Span, files: &Files, folder: &str) -> Value {
    let span = files.within(span);
    let (start, end): (Place, Place) = (files.place(span), files.place(Span { start: span.end, ..span }));
    let mut region = json!({
        "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
    });
    if span.start < span.end {
        region["snippet"] = json!({"text": &files.text(span.file)[span.start as usize..span.end as usize]});
    }
    let uri = encoded(&format!("{folder}{}", files.path(span.file)));
    json!({"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}, "region": region})
}

/// A relative path as a URI reference (RFC 3986): what no path segment may hold is percent-encoded, byte by byte.
fn encoded(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_code_points_and_end_after_the_last_one() {
        let mut files = Files::default();
        let id = files.add("content/é b.yaml", "a: 1\n🙂é: 2\n");
        let finding = Diagnostic::error("unknown-key", Span::new(id, 9, 11), "unknown key `é`")
            .related(Span::new(id, 0, 9), "all this")
            .hint("write `a`");
        let rules = [Rule { name: "x", summary: "y" }, Rule { name: "unknown-key", summary: "z" }];
        let log: Value = serde_json::from_str(&print(&[finding], &files, "site/", &rules)).unwrap();
        let run = &log["runs"][0];
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        let result = &run["results"][0];
        assert_eq!(result["ruleIndex"], 1);
        assert_eq!(result["message"]["text"], "unknown key `é`\nwrite `a`");
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "site/content/%C3%A9%20b.yaml");
        assert_eq!(
            place["region"],
            json!({"startLine": 2, "startColumn": 2, "endLine": 2, "endColumn": 3, "snippet": {"text": "é"}})
        );
        let related = &result["relatedLocations"][0]["physicalLocation"]["region"];
        assert_eq!((&related["endLine"], &related["endColumn"]), (&json!(2), &json!(2)));
    }

    #[test]
    fn a_finding_without_a_place_has_none() {
        let log: Value =
            serde_json::from_str(&print(&[Diagnostic::warning("a", None, "b")], &Files::default(), "", &[])).unwrap();
        let result = &log["runs"][0]["results"][0];
        assert_eq!(result, &json!({"ruleId": "a", "level": "warning", "message": {"text": "b"}}));
    }
}
