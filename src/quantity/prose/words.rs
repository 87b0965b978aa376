//! The words of a text: where they end, what the lexicon makes of them, and phrases of several words.
//!
//! Owns the cut of words (apostrophes, initials, letters mixed with digits); what is no word is `lexer`'s.

use super::ProseLang;
use super::currency_names::PREFIXES;
use super::glance::glance;
use super::lexer::Lexer;
use super::lexicon::{Lexicon, UNKNOWN};
use super::term::{Shape, Sign, Term, Token};

impl Lexer<'_> {
    /// A word: letters, with an apostrophe inside (English) or behind (French); and the words that follow it with a space
    /// between.
    pub fn words(&mut self, out: &mut Vec<Token>) {
        loop {
            if self.glanced_word(out).is_none() {
                self.any_word(out);
            }
            let [b' ', next, ..] = self.bytes[self.at..] else { return };
            self.at += 1;
            self.spaced = true;
            if !next.is_ascii_alphabetic() {
                return;
            }
        }
    }

    /// A short word that nothing follows which takes a closer look.
    #[inline]
    fn glanced_word(&mut self, out: &mut Vec<Token>) -> Option<()> {
        let rest = &self.bytes[self.at..];
        let mut glance = glance(rest)?;
        match rest[glance.length..] {
            [b'0'..=b'9' | b':', ..] => return None,
            [b'.', ..] if matches!(glance.length, 1 | 3) => return None,
            [b'-', ..] if glance.shape != Shape::Lower => return None,
            [b'\'', ..] | [0xE2, 0x80, 0x99, ..] => {
                let width = self.apostrophe(glance.length);
                if self.letter(glance.length + width) > 0 {
                    if self.language == ProseLang::English {
                        return None;
                    }
                    glance.folded |= u128::from(b'\'') << (8 * glance.length);
                    glance.length += width;
                }
            }
            // A no-break space or a quotation mark; other signs may belong to the word.
            [0xC2, 0xA0 | 0xAB | 0xBB, ..] | [0..=0x7F | 0xE2, ..] => {}
            _ => return None,
        }
        let entry = self.lexicon.look_up_folded(glance.folded);
        let (start, end, shape) = (self.at, self.at + glance.length, glance.shape);
        self.push(out, Token { start, end, term: entry.term, word: entry.word, shape, spaced: self.spaced });
        Some(())
    }

    fn any_word(&mut self, out: &mut Vec<Token>) {
        let mut length = self.letters(0);
        let apostrophe = self.apostrophe(length);
        if apostrophe > 0 && self.letter(length + apostrophe) > 0 {
            length += apostrophe;
            if self.language == ProseLang::English {
                length = self.letters(length);
            }
        }
        if length == 1 {
            length = self.initials(length);
        }
        let follower = self.byte(length);
        if follower == Some(b':') && self.bytes[self.at..].starts_with(b"http")
            || follower == Some(b'.') && self.bytes[self.at..self.at + length].eq_ignore_ascii_case(b"www")
        {
            return self.address(out);
        }
        let bytes = &self.bytes[self.at..self.at + length];
        let entry = self.lexicon.look_up(bytes);
        // "A-18" after "F/": a letter alone is no word there.
        let capital_then_hyphen = follower == Some(b'-')
            && (length == 1 || matches!(entry.term, Term::Unknown | Term::Index | Term::Institution | Term::Label))
            && (!bytes[0].is_ascii_lowercase() || bytes.iter().any(u8::is_ascii_uppercase))
            && self.byte(length + 1).is_some_and(|b| b.is_ascii_digit());
        if capital_then_hyphen || follower.is_some_and(|b| b.is_ascii_digit()) && !is_currency(bytes) {
            return self.mixed(length, out);
        }
        let (start, end) = (self.at, self.at + length);
        let shape = shape(&self.text[start..end]);
        self.push(out, Token { start, end, term: entry.term, word: entry.word, shape, spaced: self.spaced });
    }

    /// The end of the run of letters from an offset.
    #[inline]
    fn letters(&self, mut length: usize) -> usize {
        loop {
            match self.letter(length) {
                0 => return length,
                width => length += width,
            }
        }
    }

    /// The length of the word character at an offset, 0 for none.
    #[inline]
    pub fn letter(&self, offset: usize) -> usize {
        match self.byte(offset) {
            Some(b'a'..=b'z' | b'A'..=b'Z') => 1,
            // Signs, and the spaces and punctuation beyond ASCII.
            Some(0..=0x7F | 0xE2) | None => 0,
            // The Latin letters of French, but for the signs of multiplication and division among them.
            Some(0xC3) => 2 * usize::from(!matches!(self.byte(offset + 1), Some(0x97 | 0xB7))),
            Some(0xC2) => 2 * usize::from(matches!(self.byte(offset + 1), Some(0xB0 | 0xB2 | 0xB3)) && offset > 0),
            Some(_) => self.char(offset).filter(|c| c.is_alphabetic()).map_or(0, char::len_utf8),
        }
    }

    /// The length of the apostrophe at an offset, 0 for none.
    #[inline]
    fn apostrophe(&self, offset: usize) -> usize {
        match self.byte(offset) {
            Some(b'\'') => 1,
            Some(0xE2) if self.bytes[self.at + offset..].starts_with("’".as_bytes()) => 3,
            _ => 0,
        }
    }

    /// The end of initials such as "U.S." from their first letter; the length of the letter where there are none.
    fn initials(&self, first: usize) -> usize {
        let mut length = first;
        while self.byte(length) == Some(b'.')
            && self.byte(length + 1).is_some_and(|b| b.is_ascii_alphabetic())
            && self.byte(length + 2) == Some(b'.')
        {
            length += 2;
        }
        if length > first { length + 1 } else { first }
    }

    /// Letters and digits mixed: the code of a period, or a name that is no figure.
    fn mixed(&mut self, letters: usize, out: &mut Vec<Token>) {
        let mut end = letters;
        while let Some(byte) = self.byte(end) {
            let next = self.byte(end + 1);
            let inside = byte.is_ascii_alphanumeric()
                || matches!(byte, b'-' | b'_' | b'.')
                    && next.is_some_and(|b| b.is_ascii_alphanumeric())
                    && (byte != b'.' || next.is_some_and(|b| b.is_ascii_digit()));
            if !inside && self.letter(end) == 0 {
                break;
            }
            end += if byte.is_ascii() { 1 } else { self.letter(end).max(1) };
        }
        let code = &self.text[self.at..self.at + end];
        let term = period_code(code, self.language).unwrap_or(Term::Code);
        let (start, end) = (self.at, self.at + end);
        let token = Token { start, end, term, word: UNKNOWN, shape: Shape::Caps, spaced: self.spaced };
        self.push(out, token);
    }
}

/// `Q4`, `H1`, `FY25` in English; `T4`, `S1` too in French.
fn period_code(code: &str, language: ProseLang) -> Option<Term> {
    let (letters, digits) = code.split_at(code.find(|c: char| c.is_ascii_digit())?);
    let number: u16 = digits.parse().ok()?;
    let small = u8::try_from(number).unwrap_or(0);
    let french = language == ProseLang::French;
    match (letters, digits.len()) {
        ("FY", 2) => Some(Term::FiscalCode(2000 + number)),
        ("FY", 4) => Some(Term::FiscalCode(number)),
        ("Q", 1) if (1..=4).contains(&small) => Some(Term::QuarterCode(small)),
        ("T", 1) if french && (1..=4).contains(&small) => Some(Term::QuarterCode(small)),
        ("H", 1) if (1..=2).contains(&small) => Some(Term::HalfCode(small)),
        ("S", 1) if french && (1..=2).contains(&small) => Some(Term::HalfCode(small)),
        _ => None,
    }
}

/// Codes and letters that stand right before a number; others would split names such as "COP30".
fn is_currency(letters: &[u8]) -> bool {
    const GLUED: [&[u8]; 12] =
        [b"USD", b"EUR", b"GBP", b"CAD", b"CHF", b"JPY", b"CNY", b"AUD", b"SEK", b"NOK", b"DKK", b"INR"];
    GLUED.contains(&letters) || PREFIXES.iter().any(|(prefix, _)| prefix.as_bytes() == letters)
}

#[inline]
fn shape(word: &str) -> Shape {
    if is_small(word.as_bytes()) {
        return Shape::Lower;
    }
    let mut chars = word.chars().filter(|c| c.is_alphabetic());
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if !first.is_uppercase() => {
            // "iPhone" and "iOS" are names, "kW" is none.
            if second.is_uppercase() && chars.next().is_some() { Shape::Capital } else { Shape::Lower }
        }
        (Some(first), None) if !first.is_uppercase() => Shape::Lower,
        (Some(_), Some(second)) if second.is_uppercase() && chars.all(|c| !c.is_lowercase()) => Shape::Caps,
        _ => Shape::Capital,
    }
}

/// Whether a word has small letters of French or English only, and apostrophes.
#[inline]
fn is_small(word: &[u8]) -> bool {
    let mut bytes = word.iter();
    while let Some(byte) = bytes.next() {
        let small = match byte {
            b'a'..=b'z' | b'\'' => true,
            0xC3 => bytes.next().is_some_and(|second| *second >= 0xA0),
            // The curly apostrophe: no letter begins with this byte.
            0xE2 => bytes.nth(1).is_some(),
            _ => false,
        };
        if !small {
            return false;
        }
    }
    true
}

/// Replaces the tokens of every phrase of the lexicon by one token, the longest phrase first.
pub(super) fn join_phrases(lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    let (mut kept, mut at) = (0, 0);
    while let Some((start, term, end)) = next_phrase(lexicon, tokens, at) {
        tokens.copy_within(at..start, kept);
        kept += start - at;
        tokens[kept] = Token { term, end: tokens[end - 1].end, ..tokens[start] };
        kept += 1;
        at = end;
    }
    tokens.drain(kept..at);
}

/// The first phrase that begins at a token or behind it: its first token, its meaning and the token after it.
fn next_phrase(lexicon: &Lexicon, tokens: &[Token], from: usize) -> Option<(usize, Term, usize)> {
    tokens[from..].iter().zip(from..).find_map(|(token, start)| {
        let (term, end) = phrase(lexicon, tokens, start, lexicon.first(token.word)?)?;
        Some((start, term, end))
    })
}

/// The meaning of the longest phrase that begins at a token, whose node in the tree is `first`, and the token after it.
fn phrase(lexicon: &Lexicon, tokens: &[Token], start: usize, first: u16) -> Option<(Term, usize)> {
    let mut node = first;
    let mut longest = None;
    for (token, at) in tokens[start + 1..].iter().zip(start + 1..) {
        if token.word == UNKNOWN {
            if matches!(token.term, Term::Sign(Sign::Hyphen)) && !token.spaced {
                continue;
            }
            break;
        }
        let Some(next) = lexicon.next(node, token.word) else { break };
        node = next;
        if let Some(term) = lexicon.meaning(node) {
            longest = Some((term, at + 1));
        }
    }
    longest.filter(|(term, end)| !matches!(term, Term::After(_)) || !begins_a_bound(lexicon, tokens, end - 1))
}

/// Whether the last word of "and more", « ou plus » is the first of a bound before the next number: "four years and more
/// than $300 million", "or over 5%", « quatre ans et plus de 300 millions ».
fn begins_a_bound(lexicon: &Lexicon, tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return false };
    let bounds = matches!(tokens[at].term, Term::Before(..));
    let number = matches!(next.term, Term::Digits(_) | Term::Cardinal(_) | Term::Hundred | Term::Coin(_));
    let phrase = lexicon.first(tokens[at].word).and_then(|first| phrase(lexicon, tokens, at, first));
    bounds && number || matches!(phrase, Some((Term::Before(..), _)))
}
