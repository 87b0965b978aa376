//! Slips of the hand that setting a text does not mend by itself, and what would.

use super::{closes, edits, is_space};
use crate::locale::{Lang, Locale};
use std::ops::Range;

/// Something that was mistyped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    pub kind: SlipKind,
    /// The spaces, or the straight quotation mark, in bytes of the text.
    pub at: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipKind {
    /// Two plain spaces or more after a word.
    DoubleSpace,
    /// The French space before `;`, `:`, `!` or `?`, in English. A smiley or a mark of its own is none.
    SpacedMark,
    /// A straight quotation mark where the author also typed those of a language. One that stays (a sign for inches) is none.
    MixedQuotes,
}

impl SlipKind {
    /// What belongs in the place of the slip; `None` where setting the text does it.
    pub fn mended(self) -> Option<&'static str> {
        match self {
            Self::DoubleSpace => Some(" "),
            Self::SpacedMark => Some(""),
            Self::MixedQuotes => None,
        }
    }
}

/// Every slip of a text, in order. `before` is the character just before it in the same paragraph.
pub fn slips(locale: Locale, text: &str, before: Option<char>) -> Vec<Slip> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(end) = odd_space(&text.as_bytes()[at..]).map(|found| at + found) {
        let start = at + text[at..end].trim_end_matches(is_space).len();
        at = text.len() - text[end..].trim_start_matches(is_space).len();
        found.extend(slip_between(locale.lang(), text, start..at, before));
    }
    if text.contains('"') && text.contains(['«', '»', '“', '”']) {
        let straight = edits(locale, text, before).into_iter().filter(|edit| &text[edit.at.clone()] == "\"");
        found.extend(straight.map(|edit| Slip { kind: SlipKind::MixedQuotes, at: edit.at }));
        found.sort_by_key(|slip| slip.at.start);
    }
    found
}

/// Where the first space ends that stands before another or before a mark. A letter may be taken for a space.
fn odd_space(text: &[u8]) -> Option<usize> {
    // By the last byte of a space.
    let is_space = |byte: u8| matches!(byte, b' ' | 0xa0 | 0xaf | 0x89);
    let comes_late = |byte: u8| matches!(byte, b' ' | b';' | b':' | b'!' | b'?');
    let is_odd = |(a, b): (&u8, &u8)| is_space(*a) & comes_late(*b);
    // Most texts have none, which all their pairs together tell faster than each.
    let pairs = || text.iter().zip(text.get(1..).unwrap_or_default());
    let any = pairs().fold(false, |any, pair| any | is_odd(pair));
    any.then(|| pairs().position(is_odd)).flatten().map(|at| at + 1)
}

/// What is wrong with the spaces at `gap`.
fn slip_between(lang: Lang, text: &str, gap: Range<usize>, before: Option<char>) -> Option<Slip> {
    let previous = text[..gap.start].chars().next_back().or(before).filter(|c| !c.is_whitespace())?;
    let mut next = text[gap.end..].chars();
    let is_mark = next.next().is_some_and(|c| matches!(c, ';' | ':' | '!' | '?'));
    if lang == Lang::En && is_mark && next.next().is_none_or(char::is_whitespace) && previous.is_alphanumeric() {
        return Some(Slip { kind: SlipKind::SpacedMark, at: gap });
    }
    // In French a mark takes all spaces before it and gets its own.
    if lang == Lang::Fr && is_mark && closes(text[gap.end + 1..].chars().next()) {
        return None;
    }
    let start = gap.start + text[gap.clone()].find("  ")?;
    let end = text.len() - text[start..].trim_start_matches(' ').len();
    Some(Slip { kind: SlipKind::DoubleSpace, at: start..end })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(locale: Locale, text: &str, expect: &[(SlipKind, &str)]) {
        let found: Vec<_> = slips(locale, text, None).into_iter().map(|slip| (slip.kind, &text[slip.at])).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn slips_of_the_hand() {
        use SlipKind::{DoubleSpace, MixedQuotes, SpacedMark};
        check(Locale::EnUs, "One  two   three.", &[(DoubleSpace, "  "), (DoubleSpace, "   ")]);
        check(Locale::FrFr, "« Un \"deux\" »", &[(MixedQuotes, "\""), (MixedQuotes, "\"")]);
        check(Locale::EnGb, "Really ? Yes  ; no.", &[(SpacedMark, " "), (SpacedMark, "  ")]);
        check(Locale::EnUs, "Never\u{a0}!", &[(SpacedMark, "\u{a0}")]);
        assert_eq!(slips(Locale::EnUs, " !", Some('e')), [Slip { kind: SpacedMark, at: 0..1 }]);
    }

    #[test]
    fn what_is_right_or_is_mended_is_left_alone() {
        check(Locale::FrFr, "Un  ? Deux ; trois : « quatre » !", &[]);
        check(Locale::EnUs, "He said \"no\": never. ", &[]);
        check(Locale::EnUs, "A “27\" screen” :) at 10:30", &[]);
        check(Locale::EnUs, "  “See https://example.org/?a=\"b\"”", &[]);
    }
}
