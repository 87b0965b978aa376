//! The running text of prose, paragraph by paragraph, each byte with its place in the input.
//!
//! Owns what counts as a text of its own (a paragraph, a heading, an item of a list, a row of a table) and the way back from a
//! byte of it to the file. What the words mean is read elsewhere.

use super::{Part, Prose, Reference, ReferenceKind};
use crate::diag::Span;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

/// A paragraph, a heading, an item or a row as plain text.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    pub text: String,
    /// The links to figures in it, in their order.
    pub figures: Vec<FigureLink>,
    pub is_heading: bool,
    /// Where each piece of the text was read from, by the byte at which it begins.
    pieces: Vec<(usize, Span)>,
}

/// A link of the scheme `figure:` in a passage.
#[derive(Clone, Debug)]
pub struct FigureLink {
    pub id: String,
    /// Its words, in bytes of the passage; empty where the program finds the words.
    pub words: Range<usize>,
    /// True where the words are the author's.
    pub is_written: bool,
    /// The whole link in its file.
    pub span: Span,
}

/// Parts one cell of a table from the next: the reader of quantities takes it as the end of a sentence.
const CELL: &str = "\n| ";
/// Stands for what is no prose: code, a picture.
const OBJECT: &str = "\u{fffc}";

impl Passage {
    /// A passage of text that stands in a file as it is: a title.
    pub fn of(text: &str, span: Span) -> Self {
        Self { text: text.to_owned(), pieces: vec![(0, span)], ..Self::default() }
    }

    /// The place of a range of bytes; `None` in an empty passage.
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        let (first, last) = (self.piece(range.start)?, self.piece(range.end.saturating_sub(1).max(range.start))?);
        let (start, end) = (self.place(first, range.start).0, self.place(last, range.end).1);
        Some(Span { file: first.1.file, start, end: end.max(start) })
    }

    /// The place of the whole passage.
    pub fn whole(&self) -> Option<Span> {
        self.span(0..self.text.len())
    }

    fn piece(&self, at: usize) -> Option<(usize, Span)> {
        let after = self.pieces.partition_point(|(start, _)| *start <= at);
        self.pieces.get(after.saturating_sub(1)).copied()
    }

    /// A byte of the text as the start and as the end of a place. Text that was not written byte for byte (an entity, an
    /// escape in YAML) has the place of its whole piece.
    fn place(&self, (start, span): (usize, Span), at: usize) -> (u32, u32) {
        let next = self.pieces.iter().map(|(other, _)| *other).find(|other| *other > start).unwrap_or(self.text.len());
        let length = (span.end - span.start) as usize;
        if next - start != length {
            return (span.start, span.end);
        }
        let offset = u32::try_from(at.saturating_sub(start).min(length)).unwrap_or(0);
        (span.start + offset, span.start + offset)
    }
}

impl Prose {
    /// Every passage with text, in order. `phrase` gives the words of a reference that the author left empty.
    pub fn passages(&self, phrase: &mut dyn FnMut(&Reference) -> Option<String>) -> Vec<Passage> {
        let mut cutter = Cutter { phrase, done: Vec::new(), open: Passage::default(), verbatim: false };
        for (part, span) in &self.parts {
            cutter.part(part, *span);
        }
        cutter.cut(false);
        cutter.done
    }
}

struct Cutter<'p> {
    phrase: &'p mut dyn FnMut(&Reference) -> Option<String>,
    done: Vec<Passage>,
    open: Passage,
    /// In a code block.
    verbatim: bool,
}

impl Cutter<'_> {
    fn part(&mut self, part: &Part, span: Span) {
        match part {
            Part::Markdown(event) => self.markdown(event, span),
            Part::Open(reference) => self.open(reference, span),
            Part::Close(reference) if reference.kind == ReferenceKind::Figure => self.close(),
            Part::Close(_) => {}
            Part::Picture(_) => self.push(OBJECT, span),
            Part::Embed(_) => self.cut(false),
        }
    }

    fn markdown(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Text(text) if !self.verbatim => self.push(text, span),
            Event::Code(_) => self.push(OBJECT, span),
            Event::SoftBreak | Event::HardBreak => self.push(" ", span),
            Event::Start(Tag::CodeBlock(_)) => {
                self.cut(false);
                self.verbatim = true;
            }
            Event::End(TagEnd::CodeBlock) => self.verbatim = false,
            Event::End(TagEnd::Heading(_)) => self.cut(true),
            Event::End(TagEnd::TableCell) => self.push(CELL, span),
            Event::Start(
                Tag::Paragraph | Tag::Heading { .. } | Tag::List(_) | Tag::Item | Tag::TableHead | Tag::TableRow,
            )
            | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableHead | TagEnd::TableRow)
            | Event::Rule => self.cut(false),
            _ => {}
        }
    }

    fn open(&mut self, reference: &Reference, span: Span) {
        if reference.kind == ReferenceKind::Figure {
            let at = self.open.text.len();
            let is_written = !reference.words.is_empty();
            self.open.figures.push(FigureLink { id: reference.id.clone(), words: at..at, is_written, span });
        }
        if reference.words.is_empty()
            && let Some(words) = (self.phrase)(reference)
        {
            self.push(&words, span);
        }
    }

    fn close(&mut self) {
        let end = self.open.text.len();
        if let Some(link) = self.open.figures.last_mut() {
            link.words.end = end;
        }
    }

    fn push(&mut self, text: &str, span: Span) {
        if self.open.pieces.is_empty() {
            // What most paragraphs take, so that they grow once.
            self.open.pieces.reserve(8);
            self.open.text.reserve(256);
        }
        self.open.pieces.push((self.open.text.len(), span));
        self.open.text.push_str(text);
    }

    fn cut(&mut self, is_heading: bool) {
        let passage = std::mem::take(&mut self.open);
        if !passage.text.trim().is_empty() {
            self.done.push(Passage { is_heading, ..passage });
        }
    }
}
