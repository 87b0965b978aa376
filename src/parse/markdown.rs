//! Markdown to prose: CommonMark with tables, footnotes and strikethrough, and links of our schemes as references.
//!
//! Every fault of a text is found here once; rendering later takes the prose as it is. HTML becomes text unless the site allows it.

use super::comments;
use super::fields::{Reading, control, control_error, inside};
use super::links::{self, Destination};
use super::yaml::{Kind, Node};
use crate::diag::{Diagnostic, FileId, Span, Spanned};
use crate::model::{Embed, EmbedKind, Part, Prose, Reference, ReferenceKind, Waiver};
use pulldown_cmark::{BrokenLink, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::ops::Range;

/// What is read beside CommonMark.
pub const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES).union(Options::ENABLE_STRIKETHROUGH);

/// The most characters that the label of a footnote is looked for in (CommonMark: 999 between the brackets).
const LONGEST_LABEL: usize = 1001;

/// What a text needs to know of where it stands.
pub struct Context<'c> {
    /// The folder of its file, below the site's folder.
    pub folder: &'c str,
    pub allow_html: bool,
}

/// Reads the body of a file, which begins at byte `base` of `file`.
pub fn document(text: &str, file: FileId, base: usize, context: &Context, reading: &mut Reading) -> Prose {
    read(text, &|range| Span::new(file, base + range.start, base + range.end), context, reading)
}

/// Reads a YAML scalar as one paragraph of Markdown, without the paragraph around it.
pub fn scalar(node: &Node, context: &Context, reading: &mut Reading) -> Option<Prose> {
    let source = reading.text(node)?;
    let mut prose = read(&source.value, &|range| inside(node, range), context, reading);
    let is_paragraph = |part: &Part, event: &Event| matches!(part, Part::Markdown(e) if e == event);
    let first = prose.parts.first().is_some_and(|(p, _)| is_paragraph(p, &Event::Start(Tag::Paragraph)));
    let last = prose.parts.last().is_some_and(|(p, _)| is_paragraph(p, &Event::End(TagEnd::Paragraph)));
    let paragraphs = prose.parts.iter().filter(|(p, _)| is_paragraph(p, &Event::Start(Tag::Paragraph))).count();
    if !(first && last && paragraphs == 1) {
        reading.diagnostics.push(
            Diagnostic::error("one-paragraph", node.span, "one paragraph is expected here")
                .hint("leave out lists, headings and blank lines"),
        );
        return matches!(node.kind, Kind::Scalar { .. }).then_some(prose);
    }
    prose.parts.pop();
    prose.parts.remove(0);
    Some(prose)
}

fn read(text: &str, place: &dyn Fn(Range<usize>) -> Span, context: &Context, reading: &mut Reading) -> Prose {
    let mut broken = Vec::new();
    let mut on_broken = |link: BrokenLink<'_>| {
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            broken.push(link.span.clone());
        }
        None::<(CowStr<'_>, CowStr<'_>)>
    };
    let parser = Parser::new_with_broken_link_callback(text, OPTIONS, Some(&mut on_broken));
    // About as many as prose has, so that the list seldom grows.
    let mut events = Vec::with_capacity(text.len() / 12 + 8);
    events.extend(parser.into_offset_iter());
    if let Some((range, c)) = control_in(text, &events) {
        reading.diagnostics.push(control_error(c, place(range)));
    }
    let mut undefined = |range: Range<usize>, what: &str, hint: &str| {
        let message = format!("this {what} is defined nowhere in the text");
        reading.diagnostics.push(Diagnostic::error("broken-link", place(range), message).hint(hint));
    };
    for range in broken {
        undefined(range, "link", "add a line `[name]: https://…`");
    }
    // A footnote mark without its note stays text, in as many pieces as the parser likes.
    for (event, range) in &events {
        if matches!(event, Event::Text(_)) && text[range.start..].starts_with("[^") {
            let mut near = text[range.start..].char_indices().take(LONGEST_LABEL);
            let length = near.find(|(_, c)| *c == ']').map_or(range.len(), |(end, _)| end + 1);
            let mark = range.start..range.start + length;
            undefined(mark.clone(), "footnote", &format!("add a line `{}: …`", &text[mark]));
        }
    }
    let (parts, waivers, ids) = (Vec::with_capacity(events.len()), Vec::new(), BTreeMap::new());
    let mut reader = Reader { events: &events, place, context, reading, parts, waivers, ids, covered: None };
    reader.run();
    Prose { parts: reader.parts, waivers: reader.waivers }
}

/// The first control character of a text, as it stands there or written as `&#1;`.
fn control_in(text: &str, events: &[(Event<'_>, Range<usize>)]) -> Option<(Range<usize>, char)> {
    if let Some((at, c)) = control(text) {
        return Some((at..at + c.len_utf8(), c));
    }
    // Written out, it is an entity.
    if !text.contains('&') {
        return None;
    }
    let found = |(event, range): &(Event<'_>, Range<usize>)| {
        let written = match event {
            Event::Text(text) => control(text),
            Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => {
                control(dest_url).or_else(|| control(title))
            }
            _ => None,
        };
        written.map(|(_, c)| (range.clone(), c))
    };
    events.iter().find_map(found)
}

struct Reader<'r, 'e, 's> {
    events: &'r [(Event<'e>, Range<usize>)],
    place: &'r dyn Fn(Range<usize>) -> Span,
    context: &'r Context<'r>,
    reading: &'r mut Reading<'s>,
    parts: Vec<(Part, Span)>,
    waivers: Vec<Waiver>,
    /// Heading ids that are taken, each with the last number that was put behind it.
    ids: BTreeMap<String, usize>,
    /// The block after a run of HTML blocks: the events of the run, and the block's place.
    covered: Option<(Range<usize>, Option<Range<usize>>)>,
}

impl Reader<'_, '_, '_> {
    fn run(&mut self) {
        let mut at = 0;
        let mut open: Vec<Reference> = Vec::new();
        while let Some((event, range)) = self.events.get(at) {
            let span = (self.place)(range.clone());
            if let Some(length) = self.embed(at, span) {
                at += length;
                continue;
            }
            match event {
                Event::Start(Tag::Link { dest_url, .. }) => match self.link(dest_url, at, span) {
                    Some(reference) => {
                        open.push(reference.clone());
                        self.parts.push((Part::Open(reference), span));
                    }
                    None => self.push(event, span),
                },
                Event::End(TagEnd::Link) if self.closes_reference(at) => {
                    let reference = open.pop().expect("links do not nest, and each end has its start");
                    self.parts.push((Part::Close(reference), span));
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    self.image(dest_url, at, span);
                    at = self.end_of(at);
                }
                Event::Start(Tag::Heading { level, .. }) => self.heading(*level, event, at, span),
                Event::InlineHtml(html) => self.inline_html(event, html, span),
                Event::Start(Tag::HtmlBlock) => {
                    self.html_block(at, span);
                    at = self.end_of(at);
                }
                _ => self.push(event, span),
            }
            at += 1;
        }
    }

    fn push(&mut self, event: &Event<'_>, span: Span) {
        self.parts.push((Part::Markdown(event.clone().into_static()), span));
    }

    fn error(&mut self, name: &'static str, span: Span, message: impl Into<String>, hint: &str) {
        self.reading.diagnostics.push(Diagnostic::error(name, span, message).hint(hint));
    }

    /// A block of the data at `at`: how many events it takes.
    fn embed(&mut self, at: usize, span: Span) -> Option<usize> {
        let event = |i: usize| self.events.get(at + i).map(|(event, _)| event);
        let (kind, id, last) = match (event(0)?, event(1)?) {
            (Event::Start(Tag::Paragraph), Event::Start(Tag::Image { dest_url, .. })) => {
                let (kind, id) = self.embed_id(dest_url, span)?;
                (kind, id, self.end_of(at + 1) + 1)
            }
            (Event::Start(Tag::BlockQuote(_)), Event::Start(Tag::Paragraph)) => {
                let Event::Start(Tag::Link { dest_url, .. }) = event(2)? else { return None };
                let (kind, id) = self.embed_id(dest_url, span).filter(|(kind, _)| *kind == EmbedKind::Quote)?;
                (kind, id, self.end_of(at + 2) + 2)
            }
            _ => return None,
        };
        if last != self.end_of(at) {
            return None;
        }
        let alt = self.plain(at, last);
        self.parts.push((Part::Embed(Embed { kind, id: Spanned::new(id, span), alt }), span));
        Some(last - at + 1)
    }

    fn embed_id(&self, url: &str, span: Span) -> Option<(EmbedKind, String)> {
        match links::read(url, self.context.folder, span) {
            Ok(Destination::Embed(kind, id)) => Some((kind, id)),
            _ => None,
        }
    }

    fn link(&mut self, url: &str, at: usize, span: Span) -> Option<Reference> {
        match links::read(url, self.context.folder, span) {
            Ok(Destination::Plain) => None,
            Ok(Destination::Reference(kind, id, written_for)) => {
                Some(Reference { kind, id, words: self.plain(at, self.end_of(at)), written_for })
            }
            Ok(Destination::Embed(kind, _)) => {
                let hint = if kind == EmbedKind::Quote {
                    format!("write `> []({url})` as a paragraph of its own")
                } else {
                    format!("write it as an image, `![What it shows]({url})`, in a paragraph of its own")
                };
                self.error("misplaced-embed", span, "this makes a block and cannot stand in a line of text", &hint);
                None
            }
            Err(error) => {
                self.reading.diagnostics.push(error);
                None
            }
        }
    }

    /// True where the link that ends at `at` began as a reference of ours.
    fn closes_reference(&self, at: usize) -> bool {
        let range = &self.events[at].1;
        let start =
            self.events[..at].iter().rev().find(|(e, r)| matches!(e, Event::Start(Tag::Link { .. })) && r == range);
        start.is_some_and(|(event, range)| match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                let place = (self.place)(range.clone());
                matches!(links::read(dest_url, self.context.folder, place), Ok(Destination::Reference(..)))
            }
            _ => false,
        })
    }

    fn image(&mut self, url: &str, at: usize, span: Span) {
        let words = self.plain(at, self.end_of(at));
        match links::read(url, self.context.folder, span) {
            Ok(Destination::Reference(ReferenceKind::Asset, id, _)) => {
                if words.is_empty() {
                    self.error(
                        "missing-alt",
                        span,
                        "this picture has no text alternative",
                        "describe it between the brackets",
                    );
                }
                let reference = Reference { kind: ReferenceKind::Asset, id, words, written_for: None };
                self.parts.push((Part::Picture(reference), span));
            }
            Ok(Destination::Reference(..)) => {
                self.error("misplaced-embed", span, "this is a link, not a picture", "leave out the `!`");
            }
            Ok(Destination::Embed(..)) => {
                let hint = "put it in a paragraph of its own";
                self.error("misplaced-embed", span, "this makes a block and cannot stand in a line of text", hint);
            }
            Ok(Destination::Plain) => {
                let hint = "put the picture into the brief's folder: pages ask no other site for anything";
                self.error("external-image", span, "this picture lies on another site", hint);
            }
            Err(error) => self.reading.diagnostics.push(error),
        }
    }

    fn heading(&mut self, level: HeadingLevel, event: &Event<'_>, at: usize, span: Span) {
        if level == HeadingLevel::H1 {
            self.error("heading-level", span, "the title is the only heading of this level", "begin with `##`");
        }
        let slug = slug::slugify(self.plain(at, self.end_of(at)));
        // A prefix of ours keeps headings apart from the page's own ids.
        let base = if slug.is_empty() { "section".to_owned() } else { format!("h-{slug}") };
        let mut n = self.ids.get(&base).copied().unwrap_or(0);
        let mut id = if n == 0 { base.clone() } else { format!("{base}-{}", n + 1) };
        while n > 0 && self.ids.contains_key(&id) {
            n += 1;
            id = format!("{base}-{}", n + 1);
        }
        self.ids.insert(base, n + 1);
        self.ids.entry(id.clone()).or_insert(1);
        if let Event::Start(Tag::Heading { level, classes, attrs, .. }) = event {
            let tag =
                Tag::Heading { level: *level, id: Some(id.into()), classes: classes.clone(), attrs: attrs.clone() };
            self.push(&Event::Start(tag), span);
        }
    }

    fn inline_html(&mut self, event: &Event<'_>, html: &str, span: Span) {
        if html.starts_with("<!--") {
            self.waivers.extend(comments::waivers(html, |_| span, None));
        } else if self.context.allow_html {
            self.push(event, span);
        } else {
            self.push(&Event::Text(html.to_owned().into()), span);
        }
    }

    /// A block of HTML that begins at `at`: its comments speak to the checks of the block after it.
    fn html_block(&mut self, at: usize, span: Span) {
        let end = self.end_of(at);
        let lines = self.events[at..end].iter().filter_map(|(event, _)| match event {
            Event::Html(line) => Some(line.as_ref()),
            _ => None,
        });
        let html: String = lines.collect();
        let (found, rest) = comments::split(&html);
        let covers = self.next_block(end + 1).map(|range| (self.place)(range));
        // Lines inside a quotation or a list lose their marks, and with them their exact place.
        let is_verbatim = html.len() == self.events[at].1.len();
        for comment in found {
            let offset = comment.start;
            let place = |range: Range<usize>| {
                if is_verbatim { span.part(offset + range.start, offset + range.end) } else { span }
            };
            self.waivers.extend(comments::waivers(&html[comment], place, covers));
        }
        if rest.trim().is_empty() {
            return;
        }
        let (start, inside, end) = if self.context.allow_html {
            (Event::Start(Tag::HtmlBlock), Event::Html(rest.into()), Event::End(TagEnd::HtmlBlock))
        } else {
            let text = rest.trim().replace('\n', " ");
            (Event::Start(Tag::Paragraph), Event::Text(text.into()), Event::End(TagEnd::Paragraph))
        };
        for event in [start, inside, end] {
            self.push(&event, span);
        }
    }

    /// The block that begins at `at` or after further HTML, if one does before its surroundings end.
    fn next_block(&mut self, start: usize) -> Option<Range<usize>> {
        if let Some((run, block)) = &self.covered
            && run.contains(&start)
        {
            return block.clone();
        }
        let mut at = start;
        while let Some((Event::Start(Tag::HtmlBlock), _)) = self.events.get(at) {
            at = self.end_of(at) + 1;
        }
        let block = match self.events.get(at) {
            Some((Event::Start(_) | Event::Rule, range)) => Some(range.clone()),
            _ => None,
        };
        self.covered = Some((start..at + 1, block.clone()));
        block
    }

    /// The index of the event that ends what starts at `at`.
    fn end_of(&self, at: usize) -> usize {
        let mut depth = 0_usize;
        for (i, (event, _)) in self.events[at..].iter().enumerate() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return at + i;
            }
        }
        self.events.len() - 1
    }

    /// The plain text of the events from `at` to `end`.
    fn plain(&self, at: usize, end: usize) -> String {
        let mut out = String::new();
        for (event, _) in &self.events[at..=end] {
            match event {
                Event::Text(text) | Event::Code(text) => out.push_str(text),
                Event::SoftBreak | Event::HardBreak => out.push(' '),
                _ => {}
            }
        }
        out
    }
}

#[cfg(test)]
mod tests;
