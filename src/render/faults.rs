//! Errors of templates as diagnostics: their place in the template, their words in ours, how to mend them.
//!
//! Tera gives most errors a place. Where it writes the place into the message, or gives only a template's name, it is found here.

use crate::diag::{Diagnostic, FileId, Files, Span, nearest, suggestion};
use std::collections::BTreeMap;
use std::ops::Range;
use tera::{Error, ErrorKind};

/// The templates of a site, by name.
pub type Templates = BTreeMap<String, FileId>;

const TAGS: &str = "known: `block`, `extends`, `filter`, `for`, `if`, `include`, `raw`, `set`";
const FUNCTIONS: [&str; 4] = ["asset", "range", "t", "throw"];

/// An error that our own functions give to a template: a message, and a hint where there is one.
pub fn function_error(message: impl Into<String>, hint: Option<String>) -> Error {
    let mut text = message.into();
    if let Some(hint) = hint {
        // Tera carries one text: the hint is its second line.
        text.extend(["\n", &hint]);
    }
    Error::message(text)
}

/// An error of Tera's, at its place in the template.
pub fn diagnostic(error: &Error, templates: &Templates, files: &Files) -> Diagnostic {
    let at = |template: &str, range: Range<usize>| {
        let file = *templates.get(template)?;
        let length = files.text(file).len();
        Some(Span::new(file, range.start.min(length), range.end.min(length)))
    };
    // Where a word stands in a template; its start where it does not.
    let word = |template: &str, word: &str| {
        let start = templates.get(template).and_then(|file| files.text(*file).find(word));
        at(template, start.map_or(0..0, |start| start..start + word.len()))
    };
    let (message, span) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (report.message().to_owned(), at(report.filename(), report.span().range.clone()))
        }
        ErrorKind::MissingParent { current, parent } => {
            (format!("there is no template `{parent}`"), word(current, parent))
        }
        ErrorKind::CircularExtend { tpl, .. } => ("the template extends itself".to_owned(), word(tpl, "extends")),
        ErrorKind::CircularInclude { tpl, .. } => ("the template includes itself".to_owned(), word(tpl, "include")),
        _ => match written(&error.to_string(), templates, files) {
            Some((message, template, range)) => (message, at(&template, range)),
            None => (error.to_string(), None),
        },
    };
    let text = span.map_or("", |span| &files.text(span.file)[span.start as usize..span.end as usize]);
    let (message, hint) = in_our_words(&message, text, templates);
    Diagnostic::error("template", span, message).hint(hint)
}

/// Reads a report of Tera's back: the message, the template and the range in it.
fn written(report: &str, templates: &Templates, files: &Files) -> Option<(String, String, Range<usize>)> {
    let mut lines = report.strip_prefix("error: ")?.lines();
    let message = lines.next()?;
    let mut place = lines.next()?.split_once("--> ")?.1.rsplitn(3, ':');
    let column: usize = place.next()?.parse().ok()?;
    let line: usize = place.next()?.parse().ok()?;
    let template = place.next()?;
    let width = lines.nth(2)?.matches('^').count();
    let text = files.text(*templates.get(template)?);
    let line_start = text.split_inclusive('\n').take(line - 1).map(str::len).sum::<usize>();
    let offset =
        |chars: usize| text[line_start..].char_indices().nth(chars).map_or(text.len(), |(i, _)| line_start + i);
    Some((message.to_owned(), template.to_owned(), offset(column - 1)..offset(column - 1 + width)))
}

/// Message and hint. `text` is what stands in the template.
fn in_our_words(message: &str, text: &str, templates: &Templates) -> (String, String) {
    let mut lines = message.lines();
    let first = lines.next().unwrap_or_default().trim_end_matches('.');
    let (first, available) = first.split_once(". Available ").unwrap_or((first, ""));
    let wrong = first.split('`').nth(1).unwrap_or_default();
    let known = available.split_once(": ").map(|(_, names)| names.split(", "));
    let hint = if let Some(hint) = lines.next() {
        hint.to_owned()
    } else if let Some(known) = known {
        let list = || known.clone().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        nearest(wrong, known.clone())
            .map_or_else(|| format!("known: {}", list()), |near| format!("did you mean `{near}`?"))
    } else if first == "Unknown tag" {
        return (
            format!("unknown tag `{text}`"),
            if text.starts_with("end") { "close what is open before it" } else { TAGS }.to_owned(),
        );
    } else if first.contains("emplate `") {
        suggestion(wrong, templates.keys().map(String::as_str))
            .unwrap_or_else(|| "write its path below `templates/`".to_owned())
    } else if first.starts_with("Unknown function") {
        suggestion(wrong, FUNCTIONS).unwrap_or_default()
    } else if first.ends_with(" itself") {
        "name another template".to_owned()
    } else {
        "templates are written in Tera 2: check the name, the closing mark and the arguments".to_owned()
    };
    (lower_case(first), hint)
}

/// A sentence of Tera's as ours begin.
fn lower_case(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}
