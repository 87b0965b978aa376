//! The texts of an edition as their author typed them, each with the way back to the bytes of its file.
//!
//! Owns which texts there are (title, summary, takeaways, body) and how YAML wrote them; what becomes of them is the caller's.

use super::edition::split;
use super::yaml::{self, Kind, Node, Style};
use crate::diag::FileId;
use std::ops::Range;

/// A text of a Markdown file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    pub text: String,
    /// False for a title, which is plain text.
    pub is_markdown: bool,
    /// The text as the file has it.
    pub place: Range<usize>,
    /// Where each byte of the text, and its end, stands in the file; `None` where the file has it byte for byte.
    bytes: Option<Vec<usize>>,
}

impl SourceText {
    /// Where a range of the text stands in the file. A character that YAML escapes is there with its escape.
    pub fn in_file(&self, range: Range<usize>) -> Range<usize> {
        match &self.bytes {
            None => self.place.start + range.start..self.place.start + range.end,
            Some(bytes) => bytes[range.start]..bytes[range.end],
        }
    }
}

/// The texts of a Markdown file in their order, the body last; `None` where its front matter cannot be read. A text in an escape or a
/// form that has no way back is left out.
pub fn texts(file: &str) -> Option<Vec<SourceText>> {
    let (front, body) = split(file)?;
    // No finding leaves here, so the number of the file is of no matter.
    let Kind::Map(entries) = yaml::read(&file[front.clone()], FileId(0), front.start).ok()?.kind else { return None };
    let mut found = Vec::new();
    for (key, node) in &entries {
        match (key.value.as_str(), &node.kind) {
            ("title", _) => found.extend(scalar(file, node, false)),
            ("summary", _) => found.extend(scalar(file, node, true)),
            ("takeaways", Kind::List(points)) => {
                found.extend(points.iter().filter_map(|point| scalar(file, point, true)));
            }
            _ => {}
        }
    }
    found.push(SourceText { text: file[body.clone()].to_owned(), is_markdown: true, place: body, bytes: None });
    Some(found)
}

fn scalar(file: &str, node: &Node, is_markdown: bool) -> Option<SourceText> {
    let Kind::Scalar { text, style } = &node.kind else { return None };
    let quotes = usize::from(*style == Style::Quoted);
    let (start, end) = (node.span.start as usize, node.span.end as usize);
    let place = start + quotes..end.checked_sub(quotes)?;
    let is_double = quotes > 0 && file[start..].starts_with('"');
    let escapes: &[(&str, char)] = match (style, is_double) {
        (Style::Quoted, true) => &[("\\\"", '"'), ("\\\\", '\\'), ("\\/", '/')],
        (Style::Quoted, false) => &[("''", '\'')],
        _ => &[],
    };
    let bytes = aligned(text, file.get(place.clone())?, escapes)?;
    let bytes = bytes.into_iter().map(|at| place.start + at).collect();
    Some(SourceText { text: text.clone(), is_markdown, place, bytes: Some(bytes) })
}

/// Where each byte of a scalar's text, and its end, stands in what YAML read it from: white space with a line break in it is folded, and
/// some characters are escaped. `None` where the two cannot be matched so.
fn aligned(text: &str, source: &str, escapes: &[(&str, char)]) -> Option<Vec<usize>> {
    let is_blank = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
    let blanks = |of: &str| of.len() - of.trim_start_matches(is_blank).len();
    let mut bytes = Vec::with_capacity(text.len() + 1);
    let mut at = 0;
    while let Some(c) = text[bytes.len()..].chars().next() {
        let rest = &source[at..];
        let length = blanks(rest);
        if is_blank(c) && (rest[..length].contains('\n') || rest.is_empty()) {
            bytes.push(at);
            at += length;
            bytes.resize(bytes.len() - 1 + blanks(&text[bytes.len() - 1..]), at);
            continue;
        }
        let written = escapes.iter().find(|(escape, _)| rest.starts_with(escape));
        let (read, length) = match written {
            Some((escape, read)) => (*read, escape.len()),
            None => (rest.chars().next()?, c.len_utf8()),
        };
        if read != c || written.is_none() && escapes.iter().any(|(escape, _)| rest.starts_with(&escape[..1])) {
            return None;
        }
        bytes.resize(bytes.len() + c.len_utf8(), at);
        at += length;
    }
    bytes.push(at);
    source[at..].trim().is_empty().then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each text with the places of its words.
    fn read(front: &str) -> Vec<(String, Vec<String>)> {
        let file = format!("---\n{front}---\nBody\n");
        let mut texts = texts(&file).unwrap();
        let body = texts.pop().unwrap();
        assert_eq!(&file[body.in_file(0..4)], "Body");
        let words = |text: &SourceText| {
            let word = |word: &str| {
                let at = text.text.find(word).unwrap();
                file[text.in_file(at..at + word.len())].to_owned()
            };
            text.text.split_whitespace().map(word).collect()
        };
        texts.iter().map(|text| (text.text.clone(), words(text))).collect()
    }

    #[track_caller]
    fn check(front: &str, text: &str, words: &[&str]) {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        assert_eq!(read(front), [(text.to_owned(), words)], "{front}");
    }

    #[test]
    fn scalars_are_matched_with_their_source() {
        check("title: L'été, enfin # été\n", "L'été, enfin", &["L'été,", "enfin"]);
        check("title: 'L''été \"là\"'\n", "L'été \"là\"", &["L''été", "\"là\""]);
        check("title: \"L'été \\\"là\\\"\"\n", "L'été \"là\"", &["L'été", "\\\"là\\\""]);
        check("summary: un\n  deux\n\n  trois\n", "un deux\ntrois", &["un", "deux", "trois"]);
        check("summary: >-\n  un\n  deux\n", "un deux", &["un", "deux"]);
        check("summary: |\n  un\n  deux\n", "un\ndeux\n", &["un", "deux"]);
        check("takeaways:\n  - 'un'\nslug: a\n", "un", &["un"]);
    }

    #[test]
    fn what_has_no_way_back_is_left_out() {
        assert_eq!(read("title: \"un\\u00a0deux\"\nslug: a\n"), []);
        assert_eq!(read("title: \"un \\\n  deux\"\n"), []);
        assert_eq!(read("title: [a]\n"), []);
        assert!(texts("title: A\n").is_none() && texts("---\ntitle: [\n---\n").is_none());
    }
}
