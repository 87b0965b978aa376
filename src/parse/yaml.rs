//! YAML text to a tree of nodes that know their place.
//!
//! Scalars stay text: what `26.3` or `2025` means is decided by whoever expects it, so no number ever passes through a float.
//! Size and depth are bounded and aliases are refused, since content may come from strangers.

use super::fields::{control, control_error};
use crate::diag::{Diagnostic, FileId, Span, Spanned};
use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, ScanError, Span as YamlSpan};
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

const MAX_DEPTH: usize = 32;
const MAX_NODES: usize = 200_000;
/// Maps of fewer keys than this are searched, which is faster than hashing.
const SMALL: usize = 12;
/// Texts of more characters than this are not repeated in messages.
const LONG: usize = 40;

/// A YAML value with its place.
#[derive(Debug)]
pub struct Node {
    pub span: Span,
    pub kind: Kind,
}

#[derive(Debug)]
pub enum Kind {
    Scalar { text: String, style: Style },
    List(Vec<Node>),
    Map(Vec<(Spanned<String>, Node)>),
}

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Plain,
    Quoted,
    /// `|` or `>`, at this place: a text of several lines.
    Block(Span),
}

impl Node {
    /// What the node is, in an author's words.
    pub fn describe(&self) -> Cow<'static, str> {
        match &self.kind {
            Kind::Scalar { text, .. } if self.is_null() || text.is_empty() => "nothing".into(),
            Kind::Scalar { text, .. } if text.contains('\n') || text.chars().count() > LONG => "a text".into(),
            Kind::Scalar { text, .. } => format!("`{text}`").into(),
            Kind::List(items) if items.is_empty() => "an empty list".into(),
            Kind::List(_) => "a list".into(),
            Kind::Map(_) => "a map".into(),
        }
    }

    /// True for an empty or `null` plain scalar.
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, style: Style::Plain } if matches!(text.as_str(), "" | "~" | "null"))
    }
}

/// Reads one YAML document out of `file`, where it begins at byte `base`. An empty document is an empty map.
pub fn read(text: &str, file: FileId, base: usize) -> Result<Node, Diagnostic> {
    let mut reader = Reader { parser: Parser::new_from_str(text), text, file, base, nodes: 0 };
    let node = reader.document()?;
    Ok(node.unwrap_or(Node { span: Span::new(file, base, base), kind: Kind::Map(Vec::new()) }))
}

struct Reader<'t, I: serde_yaml::granit_parser::BorrowedInput<'t>> {
    parser: Parser<'t, I>,
    text: &'t str,
    file: FileId,
    base: usize,
    nodes: usize,
}

impl<'t, I: serde_yaml::granit_parser::BorrowedInput<'t>> Reader<'t, I> {
    fn document(&mut self) -> Result<Option<Node>, Diagnostic> {
        let mut root = None;
        while let Some(event) = self.parser.next_event() {
            let (event, span) = event.map_err(|e| self.syntax(&e))?;
            match event {
                Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
                Event::DocumentStart(..) if root.is_none() => {}
                Event::DocumentStart(..) => {
                    return Err(Self::refuse(self.span(span), "a second YAML document", "keep one document in a file"));
                }
                event => root = Some(self.node(event, span, 0)?),
            }
        }
        Ok(root.filter(|node| !node.is_null()))
    }

    fn next(&mut self) -> Result<(Event<'t>, YamlSpan), Diagnostic> {
        match self.parser.next_event() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => Err(self.syntax(&error)),
            None => Err(Diagnostic::error(
                "yaml-syntax",
                Span::new(self.file, self.base + self.text.len(), self.base + self.text.len()),
                "the YAML ends in the middle of a value",
            )
            .hint("close what is open: brackets, braces, quotation marks")),
        }
    }

    fn node(&mut self, event: Event<'t>, at: YamlSpan, depth: usize) -> Result<Node, Diagnostic> {
        let span = self.span(at);
        self.nodes += 1;
        if depth > MAX_DEPTH || self.nodes > MAX_NODES {
            let what = if depth > MAX_DEPTH { "YAML nested this deeply" } else { "a YAML file of this many values" };
            return Err(Self::refuse(span, what, "split the file or flatten it"));
        }
        let (kind, last) = match event {
            Event::Scalar(text, style, ..) => {
                if let Some((_, c)) = control(&text) {
                    return Err(control_error(c, span));
                }
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
                    ScalarStyle::Literal | ScalarStyle::Folded => Style::Block(self.block_mark(span)),
                };
                (Kind::Scalar { text: text.into_owned(), style }, span)
            }
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, at) => break (Kind::List(items), self.span(at)),
                        (event, at) => items.push(self.node(event, at, depth + 1)?),
                    }
                }
            }
            Event::MappingStart(..) => self.mapping(depth)?,
            _ => {
                let hint = "write the value out: anchors and aliases are not read";
                return Err(Self::refuse(span, "a YAML alias", hint));
            }
        };
        Ok(Node { span: self.trimmed(span.start, last.end), kind })
    }

    /// The entries of a map, and the place of its end.
    fn mapping(&mut self, depth: usize) -> Result<(Kind, Span), Diagnostic> {
        let mut entries: Vec<(Spanned<String>, Node)> = Vec::new();
        let mut keys = HashSet::new();
        loop {
            let (event, at) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                return Ok((Kind::Map(entries), self.span(at)));
            }
            let key = self.node(event, at, depth + 1)?;
            let Kind::Scalar { text, .. } = key.kind else {
                return Err(Self::refuse(key.span, "a list or a map as a key", "a key is a word"));
            };
            if entries.len() == SMALL {
                keys.extend(entries.iter().map(|(key, _)| key.value.clone()));
            }
            let is_known = match entries.len() {
                ..SMALL => entries.iter().any(|(key, _)| key.value == text),
                _ => !keys.insert(text.clone()),
            };
            if is_known {
                let mut error = Diagnostic::error("duplicate-key", key.span, format!("`{text}` is there twice"))
                    .hint("keep one of the two");
                if let Some((first, _)) = entries.iter().find(|(k, _)| k.value == text) {
                    error = error.related(first.span, "first here");
                }
                return Err(error);
            }
            let (event, at) = self.next()?;
            let value = self.node(event, at, depth + 1)?;
            entries.push((Spanned::new(text, key.span), value));
        }
    }

    fn span(&self, span: YamlSpan) -> Span {
        let start = span.start.byte_offset().unwrap_or(0);
        let end = span.end.byte_offset().unwrap_or(start).max(start);
        Span::new(self.file, self.base + start, self.base + end)
    }

    /// The mark of a block, and what stands behind it, before the text of the block.
    fn block_mark(&self, text: Span) -> Span {
        let end = text.start as usize - self.base;
        let start = self.text[..end].rfind(['>', '|']).unwrap_or(end);
        let line = self.text[start..end].lines().next().unwrap_or_default().trim_end();
        Span::new(self.file, self.base + start, self.base + start + line.len())
    }

    /// From a place to another without the white space at the end: a block ends where the next one begins.
    fn trimmed(&self, start: u32, end: u32) -> Span {
        let start = start as usize - self.base;
        let text = self.text[start..(end as usize - self.base).max(start)].trim_end();
        Span::new(self.file, self.base + start, self.base + start + text.len())
    }

    fn refuse(span: Span, what: &str, hint: &str) -> Diagnostic {
        Diagnostic::error("yaml-unsupported", span, format!("{what} is not read")).hint(hint)
    }

    fn syntax(&self, error: &ScanError) -> Diagnostic {
        let at = error.marker().byte_offset().unwrap_or(self.text.len()).min(self.text.len());
        // The scanner often notices a fault only on the next line; the trap of `>` is on the line before.
        let (start, line) = self.line_before(at);
        if let Some(trap) = bound_trap(line) {
            let value = line[trap.clone()].trim_end();
            let start = self.base + start + trap.start;
            let span = Span::new(self.file, start, start + value.len());
            return Diagnostic::error("yaml-bound", span, "YAML reads `>` as the start of a text of several lines")
                .hint(format!("put the value in quotes: `\"{value}\"`"));
        }
        let span = Span::new(self.file, self.base + at, self.base + at + 1);
        Diagnostic::error("yaml-syntax", span, format!("YAML: {}", error.info())).hint(syntax_hint(&error.info()))
    }

    /// The line that holds byte `at`, or the last one before it that is not blank.
    fn line_before(&self, at: usize) -> (usize, &'t str) {
        let mut end = self.text[at..].find('\n').map_or(self.text.len(), |i| at + i);
        loop {
            let start = self.text[..end].rfind('\n').map_or(0, |i| i + 1);
            let line = &self.text[start..end];
            if start == 0 || bound_trap(line).is_some() || self.text[start..at.max(start)].trim() != "" {
                return (start, line);
            }
            end = start - 1;
        }
    }
}

/// Where in a line an unquoted value stands that begins with `>` and goes on with a number (`value: >100`,
/// `{value: > 5 %, source: call}`).
fn bound_trap(line: &str) -> Option<Range<usize>> {
    line.match_indices(": ").find_map(|(i, _)| {
        let value = line[i + 2..].trim_start();
        let number = value.strip_prefix('>')?.trim_start_matches([' ', '=']).trim_start_matches(['-', '.']);
        let start = line.len() - value.len();
        // A value holds none of the marks that end it in a flow map.
        let length = value.find([',', '}', ']']).unwrap_or(value.len());
        number.starts_with(|c: char| c.is_ascii_digit()).then_some(start..start + length)
    })
}

/// How to mend what the scanner complains of.
fn syntax_hint(complaint: &str) -> &'static str {
    if complaint.contains("tab") {
        "indent with spaces"
    } else if complaint.contains("unclosed") {
        "close it; text that begins with a bracket or a quotation mark goes in quotes as a whole"
    } else if complaint.contains("simple key") {
        "a space stands between a key's colon and its value, and each line of a map has its key"
    } else {
        "text with `: ` or ` #` in it, or that begins with one of `> | [ { * & ! % @ - ? `, goes in quotes"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fails(text: &str) -> (String, &'static str) {
        let error = read(text, FileId(0), 0).unwrap_err();
        let span = error.span.unwrap();
        (text[span.start as usize..(span.end as usize).min(text.len())].to_owned(), error.name)
    }

    #[test]
    fn scalars_keep_their_text_and_place() {
        let text = "a: 26.30\nb: ['é', \"c: d\"]\n";
        let Kind::Map(entries) = read(text, FileId(0), 0).unwrap().kind else { panic!("no map") };
        let (key, value) = &entries[0];
        assert_eq!((key.value.as_str(), key.span.start), ("a", 0));
        assert!(matches!(&value.kind, Kind::Scalar { text, style: Style::Plain } if text == "26.30"));
        assert_eq!(&text[value.span.start as usize..value.span.end as usize], "26.30");
        let Kind::List(items) = &entries[1].1.kind else { panic!("no list") };
        assert_eq!(&text[items[1].span.start as usize..items[1].span.end as usize], "\"c: d\"");
    }

    #[test]
    fn the_trap_of_an_unquoted_bound_is_named() {
        assert_eq!(fails("f:\n  value: >100\n"), (">100".into(), "yaml-bound"));
        assert_eq!(fails("f:\n  value: > 100 billion USD\n  source: x\n"), ("> 100 billion USD".into(), "yaml-bound"));
        assert_eq!(fails("f:\n  value: >= 5 %\n"), (">= 5 %".into(), "yaml-bound"));
        assert_eq!(fails("f:\n  value: >-.5 %\n"), (">-.5 %".into(), "yaml-bound"));
        assert_eq!(fails("{value: > 5 %, source: x}\n"), ("> 5 %".into(), "yaml-bound"));
    }

    #[test]
    fn strange_documents_are_refused() {
        assert_eq!(fails("a: 1\na: 2\n"), ("a".into(), "duplicate-key"));
        assert_eq!(fails("a: &x 1\nb: *x\n").1, "yaml-unsupported");
        assert_eq!(fails("a: 1\n---\nb: 2\n").1, "yaml-unsupported");
        assert_eq!(fails("a: b\nc: \"d\\0\"\n"), ("\"d\\0\"".into(), "control-character"));
        assert_eq!(fails("a: [1, 2\n").1, "yaml-syntax");
        assert_eq!(fails(&format!("{}{}", "[".repeat(100), "]".repeat(100))).1, "yaml-unsupported");
    }

    #[test]
    fn an_empty_document_is_an_empty_map() {
        assert!(matches!(read("# nothing\n", FileId(0), 0).unwrap().kind, Kind::Map(entries) if entries.is_empty()));
    }
}
