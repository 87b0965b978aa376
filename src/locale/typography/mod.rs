//! The typography of running text: spaces before marks, quotation marks, apostrophes, dashes, figures.
//!
//! Follows the Imprimerie nationale's rules for France and the Office québécois de la langue française's for Canada; in
//! English, curly quotes and the country's dash. One pass over the bytes; the text is borrowed until something changes,
//! and what is set right stays as it is, so that setting twice changes nothing. Addresses and times are left alone; code
//! is the caller's to keep away.

mod figures;
mod marks;
mod quotes;
mod slips;
#[cfg(test)]
mod tests;

pub use slips::{Slip, SlipKind, slips};

use super::{Lang, Locale};
use std::borrow::Cow;
use std::ops::Range;

const NO_BREAK: &str = "\u{a0}";
const NARROW_NO_BREAK: &str = "\u{202f}";

/// A piece of text that the typography writes otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit<'t> {
    /// In bytes of the text; empty where something is put in.
    pub at: Range<usize>,
    pub with: &'t str,
}

/// What [`Formats::typeset`](super::Formats::typeset) changes in a text, in order.
pub fn edits(locale: Locale, text: &str, before: Option<char>) -> Vec<Edit<'_>> {
    let mut edits = set(locale, text, before);
    edits.retain(|edit| &text[edit.at.clone()] != edit.with);
    edits
}

/// See [`Formats::typeset`](super::Formats::typeset).
pub(super) fn typeset(locale: Locale, text: &str, before: Option<char>) -> Cow<'_, str> {
    apply(text, &set(locale, text, before))
}

/// The text with edits made, which stand in order.
pub fn apply<'t>(text: &'t str, edits: &[Edit]) -> Cow<'t, str> {
    if edits.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut done = 0;
    for edit in edits {
        out.push_str(&text[done..edit.at.start]);
        out.push_str(edit.with);
        done = edit.at.end;
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

fn set(locale: Locale, text: &str, before: Option<char>) -> Vec<Edit<'_>> {
    let mut setter = Setter::new(locale, text, before);
    let interesting = &INTERESTING[locale.lang().index()];
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = next_of(interesting, &bytes[at..]) {
        at += found;
        at = match setter.address_end(at) {
            Some(end) => end,
            None => setter.set(at),
        };
    }
    setter.draft.edits
}

/// The bytes at which something may have to change, by `Lang::index`.
const INTERESTING: [[bool; 256]; 2] = [table(b"'\".-0123456789;!?:\xc2"), table(b"'\".-0123456789")];

const fn table(bytes: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut i = 0;
    while i < bytes.len() {
        table[bytes[i] as usize] = true;
        i += 1;
    }
    table
}

/// The first byte of a text that is in a table.
fn next_of(table: &[bool; 256], text: &[u8]) -> Option<usize> {
    let mut at = 0;
    while let Some(eight) = text[at..].first_chunk() {
        let marks = marks_among(u64::from_le_bytes(*eight));
        if marks == 0 {
            at += 8;
            continue;
        }
        at += marks.trailing_zeros() as usize / 8;
        if table[usize::from(text[at])] {
            return Some(at);
        }
        at += 1;
    }
    text[at..].iter().position(|byte| table[usize::from(*byte)]).map(|found| at + found)
}

/// Of eight bytes at once those that may be in [`INTERESTING`], by their highest bits: the marks and digits of ASCII from `!` to `?`,
/// and the first byte of « and ».
fn marks_among(eight: u64) -> u64 {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const EACH: u64 = 0x0101_0101_0101_0101;
    let low = eight & !HIGH;
    let from = low + EACH * u64::from(0x80 - b'!');
    let beyond = low + EACH * u64::from(0x7F - b'?');
    let other = eight ^ (EACH * 0xC2);
    let is_other = ((other & !HIGH) + !HIGH) | other;
    (from & !beyond & !eight | !is_other) & HIGH
}

/// The state of one pass.
struct Setter<'t> {
    locale: Locale,
    text: &'t str,
    /// The character before the text.
    before: Option<char>,
    draft: Draft<'t>,
    /// How many quotation marks of the first and of the second level have opened and not closed.
    quotes: [u32; 2],
    /// Where the last word ends that was looked at, and whether it was an address.
    word: (usize, bool),
}

impl<'t> Setter<'t> {
    fn new(locale: Locale, text: &'t str, before: Option<char>) -> Self {
        let draft = Draft { text, done: 0, edits: Vec::new() };
        Self { locale, text, before, draft, quotes: [0; 2], word: (0, false) }
    }

    /// Sets what stands at an interesting byte; gives where to go on.
    fn set(&mut self, at: usize) -> usize {
        let french = self.locale.lang() == Lang::Fr;
        match self.text.as_bytes()[at] {
            b'\'' => self.set_apostrophe(at),
            b'"' => self.set_quote(at),
            b'.' => self.set_dots(at),
            b'-' => self.set_dashes(at),
            b'0'..=b'9' => self.set_figure(at),
            mark @ (b';' | b'!' | b'?' | b':') => self.set_mark(at, mark),
            _ if french && self.text[at..].starts_with('«') => self.set_opening(at),
            _ if french && self.text[at..].starts_with('»') => self.set_closing(at),
            _ => at + 1,
        }
    }

    /// The end of the word around `at`, where the word is a URL or an e-mail address.
    fn address_end(&mut self, at: usize) -> Option<usize> {
        if at >= self.word.0 {
            let is_space = |byte: &u8| byte.is_ascii_whitespace();
            let bytes = self.text.as_bytes();
            let start = bytes[..at].iter().rposition(is_space).map_or(0, |space| space + 1);
            let end = bytes[at..].iter().position(is_space).map_or(bytes.len(), |space| at + space);
            self.word = (end, is_address(&bytes[start..end]));
        }
        self.word.1.then_some(self.word.0)
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back().or(self.before)
    }

    fn char_after(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    /// Where the spaces that end at `at` start; line breaks are no spaces.
    fn spaces_before(&self, at: usize) -> usize {
        self.text[..at].trim_end_matches(is_space).len()
    }

    /// Where the spaces that start at `at` end.
    fn spaces_after(&self, at: usize) -> usize {
        self.text.len() - self.text[at..].trim_start_matches(is_space).len()
    }
}

/// A space within a line.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// A character that ends what stands before it: the end of the text, white space, a closing mark.
fn closes(next: Option<char>) -> bool {
    next.is_none_or(|c| c.is_whitespace() || ",.;:!?)]}»”…".contains(c))
}

fn is_address(word: &[u8]) -> bool {
    let starts = |at: usize, with: &[u8]| word[at..].starts_with(with);
    let joins = |at: usize| {
        let beside = |i: Option<usize>| i.and_then(|i| word.get(i)).is_some_and(u8::is_ascii_alphanumeric);
        beside(at.checked_sub(1)) && beside(Some(at + 1))
    };
    (0..word.len()).any(|at| match word[at] {
        b':' => starts(at, b"://"),
        b'@' => joins(at),
        b'w' => starts(at, b"www."),
        b'm' => starts(at, b"mailto:"),
        _ => false,
    })
}

/// The text as set so far: nothing until the first change.
struct Draft<'t> {
    text: &'t str,
    /// Up to where the text has been copied or replaced.
    done: usize,
    edits: Vec<Edit<'t>>,
}

impl<'t> Draft<'t> {
    /// Replaces the bytes from `start` to `end`, which come after all that was replaced before.
    fn replace(&mut self, start: usize, end: usize, with: &'t str) {
        debug_assert!(self.done <= start && start <= end);
        if self.edits.is_empty() && &self.text[start..end] == with {
            return;
        }
        self.edits.push(Edit { at: start..end, with });
        self.done = end;
    }

    /// Whether the space at `at` has been set already, with what stands before it.
    fn has_space_at(&self, at: usize) -> bool {
        at <= self.done && !self.edits.is_empty() && self.last_set().is_some_and(is_space)
    }

    /// The last character of what is set.
    fn last_set(&self) -> Option<char> {
        let mut end = self.done;
        for edit in self.edits.iter().rev() {
            if edit.at.end < end {
                break;
            }
            if let Some(last) = edit.with.chars().next_back() {
                return Some(last);
            }
            end = edit.at.start;
        }
        self.text[..end].chars().next_back()
    }
}
