//! Diagnostics as a terminal shows them: name, message, `path:line:column`, the line itself, the hint.

use super::files::floor_char_boundary;
use super::{Diagnostic, Files, Severity, Span};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::collections::BTreeMap;

/// Prints findings, one paragraph each. `colour` asks for ANSI colours.
pub fn print(diagnostics: &[Diagnostic], files: &Files, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&renderer.render(&[report(diagnostic, files)]));
        out.push_str("\n\n");
    }
    out
}

fn report<'a>(diagnostic: &'a Diagnostic, files: &'a Files) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(diagnostic.message.as_str()).id(diagnostic.name));
    for snippet in snippets(diagnostic, files) {
        group = group.element(snippet);
    }
    if let Some(hint) = &diagnostic.hint {
        group = group.element(Level::HELP.message(hint.as_str()));
    }
    group
}

/// One snippet a file: the primary file first.
fn snippets<'a>(
    diagnostic: &'a Diagnostic,
    files: &'a Files,
) -> impl Iterator<Item = Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let mut related: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (span, label) in &diagnostic.related {
        related.entry(span.file).or_default().push((*span, label.as_str()));
    }
    let primary = diagnostic.span.map(|span| {
        let mut snippet = snippet(files, span).annotation(AnnotationKind::Primary.span(range(files, span)));
        for (span, label) in related.remove(&span.file).unwrap_or_default() {
            snippet = snippet.annotation(AnnotationKind::Context.span(range(files, span)).label(label));
        }
        snippet
    });
    let others = related.into_iter().map(|(file, places)| {
        let whole = Span::new(file, 0, 0);
        places.into_iter().fold(snippet(files, whole), |snippet, (span, label)| {
            snippet.annotation(AnnotationKind::Context.span(range(files, span)).label(label))
        })
    });
    primary.into_iter().chain(others)
}

fn snippet(files: &Files, span: Span) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    Snippet::source(files.text(span.file)).path(files.path(span.file))
}

/// The bytes of a span on character boundaries, cut at the end of its first line so that a finding shows one line.
fn range(files: &Files, span: Span) -> std::ops::Range<usize> {
    let text = files.text(span.file);
    let start = floor_char_boundary(text, span.start as usize);
    let end = floor_char_boundary(text, span.end as usize).max(start);
    let line_end = text[start..end].find('\n').map_or(end, |i| start + i);
    start..line_end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_place_line_and_hint() {
        let mut files = Files::default();
        let id = files.add("content/data.yaml", "date: 2025-02-06\nfigurs: {}\n");
        let finding = Diagnostic::error("unknown-key", Span::new(id, 17, 23), "unknown key `figurs`")
            .hint("did you mean `figures`?");
        let shown = print(&[finding], &files, false);
        for part in [
            "error[unknown-key]: unknown key `figurs`",
            "content/data.yaml:2:1",
            "figurs: {}",
            "did you mean `figures`?",
        ] {
            assert!(shown.contains(part), "{part} is not in:\n{shown}");
        }
    }

    #[test]
    fn a_place_past_the_end_does_not_panic() {
        let mut files = Files::default();
        let id = files.add("é", "é");
        let shown = print(&[Diagnostic::warning("x", Span::new(id, 1, 9), "m")], &files, true);
        assert!(shown.contains('m'));
    }
}
