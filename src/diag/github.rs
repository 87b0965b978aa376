//! Diagnostics as workflow commands, which GitHub Actions shows beside the lines of a change.
//!
//! The form is `::error file=…,line=…::message`; a message escapes `%` and line ends, a property `:` and `,` as well.

use super::{Diagnostic, Files, Span};

/// Writes findings, one command a line. `folder` leads from the root of the repository to the site's folder: empty, or with a slash
/// at its end.
pub fn print(diagnostics: &[Diagnostic], files: &Files, folder: &str) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        let command = diagnostic.severity.word();
        let place = diagnostic.span.map(|span| place(span, files, folder)).unwrap_or_default();
        let title = property(diagnostic.name);
        out.push_str(&format!("::{command} {place}title={title}::{}\n", data(&message(diagnostic, files, folder))));
    }
    out
}

/// `file=…,line=…,col=…,endLine=…,endColumn=…,`. Columns are only shown for a place on one line.
fn place(span: Span, files: &Files, folder: &str) -> String {
    let span = files.within(span);
    let path = property(&format!("{folder}{}", files.path(span.file)));
    let (start, end) = (files.place(span), files.place(Span { start: span.end, ..span }));
    if start.line == end.line {
        return format!("file={path},line={},col={},endColumn={},", start.line, start.column, end.column);
    }
    format!("file={path},line={},endLine={},", start.line, end.line)
}

/// The message with the other places and the hint, a line each.
fn message(diagnostic: &Diagnostic, files: &Files, folder: &str) -> String {
    let mut out = diagnostic.message.clone();
    for (span, label) in &diagnostic.related {
        let place = files.place(*span);
        out.push_str(&format!("\n{folder}{}:{}:{}: {label}", files.path(span.file), place.line, place.column));
    }
    if let Some(hint) = &diagnostic.hint {
        out.push_str(&format!("\nhelp: {hint}"));
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_part_is_escaped() {
        let mut files = Files::default();
        let id = files.add("a:b,c%.md", "é 4 %\nb\n");
        let finding = Diagnostic::error("parity", Span::new(id, 3, 6), "`4 %`: not, in English")
            .related(Span::new(id, 7, 8), "the other\r")
            .hint("mend it");
        assert_eq!(
            print(&[finding], &files, "site/"),
            "::error file=site/a%3Ab%2Cc%25.md,line=1,col=3,endColumn=6,title=parity::`4 %25`: not, in English%0A\
             site/a:b,c%25.md:2:1: the other%0D%0Ahelp: mend it\n"
        );
    }

    #[test]
    fn several_lines_have_no_columns_and_no_place_has_no_file() {
        let mut files = Files::default();
        let id = files.add("a.md", "a\nb\n");
        let findings = [Diagnostic::warning("x", Span::new(id, 0, 3), "m"), Diagnostic::warning("y", None, "n")];
        assert_eq!(
            print(&findings, &files, ""),
            "::warning file=a.md,line=1,endLine=2,title=x::m\n::warning title=y::n\n"
        );
    }
}
