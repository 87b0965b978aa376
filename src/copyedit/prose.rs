//! What changes in a Markdown text, and that its Markdown stays.

use super::{Change, Manner, Step, apply};
use crate::parse::MARKDOWN;
use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};
use std::ops::Range;

/// How often a text is read again in search of the block whose Markdown would change.
const MAX_READINGS: usize = 64;

/// A Markdown text and what is to change in it.
pub struct Prose<'t> {
    text: &'t str,
    events: Vec<(Event<'t>, Range<usize>)>,
    /// The changes of each block of the first level that has any.
    blocks: Vec<Vec<Change>>,
}

impl<'t> Prose<'t> {
    pub fn read(text: &'t str, step: Step, manner: Manner) -> Self {
        let events: Vec<_> = Parser::new_ext(text, MARKDOWN).into_offset_iter().collect();
        let mut walk = Walk { text, step, manner, before: None, outside: vec![], sealed: vec![], last_text: 0 };
        let mut blocks = Vec::new();
        let mut block = Vec::new();
        let mut depth = 0_usize;
        for (event, range) in &events {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            walk.event(event, range, &mut block);
            if depth == 0 && !block.is_empty() {
                blocks.push(std::mem::take(&mut block));
            }
        }
        Self { text, events, blocks }
    }

    /// The changes that `may` happen, without those of blocks whose Markdown they would change.
    pub fn changes(mut self, may: &dyn Fn(&Change) -> bool) -> Vec<Change> {
        for block in &mut self.blocks {
            block.retain(may);
        }
        let mut readings = 0;
        self.settled(&self.blocks, &mut readings).unwrap_or_default()
    }

    /// The changes of these blocks that leave the Markdown what it is; `None` where that takes too many readings.
    fn settled(&self, blocks: &[Vec<Change>], readings: &mut usize) -> Option<Vec<Change>> {
        let all = blocks.concat();
        *readings += 1;
        match blocks.len() {
            _ if all.is_empty() || self.stays_with(&all) => Some(all),
            1 => Some(Vec::new()),
            _ if *readings > MAX_READINGS => None,
            count => {
                let (first, last) = blocks.split_at(count / 2);
                let both = [self.settled(first, readings)?, self.settled(last, readings)?].concat();
                self.stays_with(&both).then_some(both)
            }
        }
    }

    /// Whether the text with these changes is the same Markdown with other words.
    fn stays_with(&self, changes: &[Change]) -> bool {
        let edited = apply(self.text, changes);
        let mut left = changes;
        let intended = self.events.iter().map(|(event, range)| match event {
            Event::Text(text) if text.as_ref() == &self.text[range.clone()] => {
                let mine = left.iter().take_while(|change| change.at.end <= range.end).count();
                let (mine, rest) = left.split_at(mine);
                left = rest;
                // A change may take the backslash before the text away.
                let within = |change: &Change| {
                    let at = change.at.start.saturating_sub(range.start)..change.at.end.saturating_sub(range.start);
                    Change { at, with: change.with.clone() }
                };
                Event::Text(apply(text, &mine.iter().map(within).collect::<Vec<_>>()).into())
            }
            event => event.clone(),
        });
        joined(intended) == joined(Parser::new_ext(&edited, MARKDOWN))
    }
}

/// Events with neighbouring texts as one: where a text is cut is the parser's affair.
fn joined<'e>(events: impl Iterator<Item = Event<'e>>) -> Vec<Event<'e>> {
    let mut out: Vec<Event> = Vec::new();
    for event in events {
        match (out.last_mut(), event) {
            (Some(Event::Text(last)), Event::Text(text)) => *last = format!("{last}{text}").into(),
            (_, event) => out.push(event),
        }
    }
    out
}

/// Goes through the events as the page does: what stands before a text decides how it is set.
struct Walk<'t> {
    text: &'t str,
    step: Step,
    manner: Manner,
    /// The character before the next text of the same paragraph, as it is set.
    before: Option<char>,
    /// What stood before each picture that is open: its words are a text of their own.
    outside: Vec<Option<char>>,
    /// For each code block, link or picture that is open, whether its text is code, an address or a label.
    sealed: Vec<bool>,
    /// Where the last text ended.
    last_text: usize,
}

impl Walk<'_> {
    fn event(&mut self, event: &Event, range: &Range<usize>, block: &mut Vec<Change>) {
        match event {
            Event::Text(text) => self.words(text, range, block),
            Event::Code(_) => self.before = Some('x'),
            Event::SoftBreak | Event::HardBreak => self.before = Some(' '),
            Event::InlineHtml(html) if !self.manner.allow_html && !html.starts_with("<!--") => self.before = Some('>'),
            Event::Start(tag) => self.start(tag),
            Event::End(TagEnd::Link | TagEnd::CodeBlock) => drop(self.sealed.pop()),
            Event::End(TagEnd::Image) => {
                self.sealed.pop();
                self.before = self.outside.pop().flatten();
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::CodeBlock(_) => self.sealed.push(true),
            Tag::Link { link_type, .. } => self.sealed.push(is_sealed(*link_type)),
            Tag::Image { link_type, .. } => {
                self.sealed.push(is_sealed(*link_type));
                self.outside.push(self.before.take());
            }
            Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::TableCell | Tag::FootnoteDefinition(_) => {
                self.before = None;
            }
            _ => {}
        }
    }

    fn words(&mut self, text: &str, range: &Range<usize>, block: &mut Vec<Change>) {
        let is_verbatim = text == &self.text[range.clone()];
        let is_escaped = range.start > self.last_text && self.text[..range.start].ends_with('\\');
        self.last_text = range.end;
        if !is_verbatim || self.sealed.contains(&true) {
            self.before = text.chars().next_back().or(self.before);
            return;
        }
        let changes = self.step.changes(self.manner.locale, text, self.before);
        self.before = apply(text, &changes).chars().next_back().or(self.before);
        block.extend(changes.into_iter().map(|Change { at, with }| {
            // An escaped character takes its backslash along; what is put before it stands before the backslash.
            let escape = usize::from(is_escaped && at.start == 0);
            let end = if at.is_empty() { range.start + at.end - escape } else { range.start + at.end };
            Change { at: range.start + at.start - escape..end, with }
        }));
    }
}

/// Whether the words of a link are its address or the label of its definition.
fn is_sealed(link: LinkType) -> bool {
    !matches!(link, LinkType::Inline | LinkType::Reference)
}
