//! HTML comments in Markdown: readers never see them, and some of them speak to the checks.
//!
//! Owns the form `<!-- depeche-allow: parity, unsourced-figure | reason -->`; which lints there are is `crate::check`'s to know.

use crate::diag::{Span, Spanned};
use crate::model::Waiver;
use std::ops::Range;

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";
const WORD: &str = "depeche-allow:";

/// The comments in a piece of HTML, marks included, and the HTML without them. A comment that is never closed goes on to the
/// end.
pub fn split(html: &str) -> (Vec<Range<usize>>, String) {
    let mut comments = Vec::new();
    let mut rest = String::new();
    let mut at = 0;
    while let Some(found) = html[at..].find(OPEN) {
        let start = at + found;
        rest.push_str(&html[at..start]);
        let end = html[start + OPEN.len()..].find(CLOSE).map_or(html.len(), |i| start + OPEN.len() + i + CLOSE.len());
        comments.push(start..end);
        at = end;
    }
    rest.push_str(&html[at..]);
    (comments, rest)
}

/// The waivers that a comment holds, one for each lint it names; none where it is an ordinary comment. `place` gives the place
/// of a range of the comment.
pub fn waivers(comment: &str, place: impl Fn(Range<usize>) -> Span, covers: Option<Span>) -> Vec<Waiver> {
    let inner = comment.strip_prefix(OPEN).unwrap_or(comment);
    let inner = inner.strip_suffix(CLOSE).unwrap_or(inner);
    let Some(body) = inner.trim_start().strip_prefix(WORD) else { return Vec::new() };
    let (names, reason) = body.split_once('|').unwrap_or((body, ""));
    let mut at = comment.find(WORD).unwrap_or_default() + WORD.len();
    let mut found = Vec::new();
    for piece in names.split(',') {
        let name = piece.trim();
        let first = at + (piece.len() - piece.trim_start().len());
        at += piece.len() + 1;
        found.push(Waiver {
            span: place(0..comment.len()),
            lint: Spanned::new(name.to_owned(), place(first..first + name.len())),
            reason: reason.split_whitespace().collect::<Vec<_>>().join(" "),
            covers,
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::FileId;

    fn read(comment: &str) -> Vec<(String, String)> {
        let found = waivers(comment, |range| Span::new(FileId(0), range.start, range.end), None);
        for waiver in &found {
            let span = waiver.lint.span;
            assert_eq!(&comment[span.start as usize..span.end as usize], waiver.lint.value);
        }
        found.into_iter().map(|waiver| (waiver.lint.value, waiver.reason)).collect()
    }

    #[test]
    fn a_waiver_names_lints_and_says_why() {
        let pair = |lint: &str, reason: &str| (lint.to_owned(), reason.to_owned());
        assert_eq!(read("<!-- depeche-allow: parity | a\n  joke -->"), [pair("parity", "a joke")]);
        assert_eq!(read("<!--depeche-allow:parity,typography|é-->"), [pair("parity", "é"), pair("typography", "é")]);
        assert_eq!(read("<!-- depeche-allow: parity -->"), [pair("parity", "")]);
        assert_eq!(read("<!-- depeche-allow: -->"), [pair("", "")]);
        assert_eq!(read("<!-- to do -->"), []);
    }

    #[test]
    fn comments_are_taken_out() {
        let check = |html: &str, comment: Range<usize>, rest: &str| {
            let (comments, left) = split(html);
            assert_eq!((comments.as_slice(), left.as_str()), (std::slice::from_ref(&comment), rest));
        };
        check("<p><!-- a -->b", 3..13, "<p>b");
        check("<!-- a\n\nb", 0..9, "");
    }
}
