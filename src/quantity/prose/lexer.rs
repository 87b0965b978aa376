//! Cuts a text into tokens, a paragraph at a time, and gives every word its meaning.
//!
//! Owns words, signs, sentence ends and what prose passes over (URLs, code, link destinations, tags); numbers in digits
//! are `digits`'. Every byte is looked at once, but for the bounded searches of [`Lexer::skip_to`].

use super::ProseLang;
use super::currency_names::{DOLLARS, SIGNS};
use super::digits;
use super::lexicon::{Lexicon, UNKNOWN};
use super::term::{Coin, Shape, Sign, Term, Token};
use super::{english, french};

/// How far the end of a tag, a link destination or a code span is looked for, in bytes.
const REACH: usize = 1000;

pub(super) struct Lexer<'a> {
    pub text: &'a str,
    pub bytes: &'a [u8],
    pub at: usize,
    pub language: ProseLang,
    lexicon: &'static Lexicon,
    /// Whether white space stands before `at`.
    pub spaced: bool,
}

impl<'a> Lexer<'a> {
    pub fn new(text: &'a str, language: ProseLang) -> Self {
        let lexicon = match language {
            ProseLang::French => &*french::LEXICON,
            ProseLang::English => &*english::LEXICON,
        };
        Self { text, bytes: text.as_bytes(), at: 0, language, lexicon, spaced: true }
    }

    /// Puts the tokens of the next paragraph into `out`; false at the end of the text.
    pub fn paragraph(&mut self, out: &mut Vec<Token>) -> bool {
        out.clear();
        self.spaced = true;
        while let Some(byte) = self.byte(0) {
            match byte {
                b' ' | b'\t' | b'\r' => {
                    self.at += 1;
                    self.spaced = true;
                }
                b'\n' => {
                    if self.newline(out) {
                        break;
                    }
                }
                b'0'..=b'9' => {
                    let token = digits::number(self);
                    self.push(out, token);
                }
                b'a'..=b'z' | b'A'..=b'Z' => self.word(out),
                0..=0x7F => self.ascii_sign(byte, out),
                _ => self.beyond_ascii(out),
            }
        }
        join_phrases(self.lexicon, out);
        !out.is_empty() || self.at < self.bytes.len()
    }

    pub fn byte(&self, offset: usize) -> Option<u8> {
        self.bytes.get(self.at + offset).copied()
    }

    /// The character at a byte offset from here.
    fn char(&self, offset: usize) -> Option<char> {
        self.text.get(self.at + offset..)?.chars().next()
    }

    fn push(&mut self, out: &mut Vec<Token>, token: Token) {
        self.at = token.end;
        self.spaced = false;
        out.push(token);
    }

    fn sign(&mut self, sign: Term, width: usize, out: &mut Vec<Token>) {
        let (start, end) = (self.at, self.at + width);
        let token = Token { start, end, term: sign, word: UNKNOWN, shape: Shape::None, spaced: self.spaced };
        self.push(out, token);
    }

    /// Passes over line ends; true where a blank line ends the paragraph.
    fn newline(&mut self, out: &mut Vec<Token>) -> bool {
        let mut lines = 0;
        while let Some(byte @ (b'\n' | b'\r' | b' ' | b'\t')) = self.byte(0) {
            lines += usize::from(byte == b'\n');
            self.at += 1;
        }
        self.spaced = true;
        let marker = matches!(self.byte(0), Some(b'#' | b'|' | b'>' | b'-' | b'*' | b'+'))
            || (self.bytes[self.at..].starts_with(b"```"));
        if marker && lines == 1 && !out.is_empty() {
            self.stop(out);
        }
        lines > 1 && !out.is_empty()
    }

    fn stop(&mut self, out: &mut Vec<Token>) {
        let token =
            Token { start: self.at, end: self.at, term: Term::Stop, word: UNKNOWN, shape: Shape::None, spaced: true };
        out.push(token);
    }

    fn ascii_sign(&mut self, byte: u8, out: &mut Vec<Token>) {
        let next = self.byte(1);
        let sign = match byte {
            b'*' | b'_' | b'\\' => return self.at += 1,
            b'`' => return self.code(out),
            b'<' if matches!(next, Some(b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'!')) => {
                let close: &[u8] = if self.bytes[self.at..].starts_with(b"<!--") { b"-->" } else { b">" };
                return self.skip_to(close, 1);
            }
            b']' if next == Some(b'(') => return self.skip_to(b")", 2),
            b'[' if next == Some(b'^') => return self.skip_to(b"]", 2),
            b'@' => return self.address(out),
            b'.' | b'!' | b'?' => return self.point(byte, out),
            b'-' => Sign::Hyphen,
            b'+' => Sign::Plus,
            b'/' => Sign::Slash,
            b',' => Sign::Comma,
            b':' | b';' => Sign::Colon,
            b'(' => Sign::Open,
            b')' => Sign::Close,
            b'"' | b'\'' => Sign::Quote,
            b'#' => Sign::Hash,
            b'%' => return self.sign(Term::Percent, 1, out),
            b'$' => return self.dollar(out),
            b'<' | b'>' | b'~' => return self.comparison(byte, out),
            _ => Sign::Other,
        };
        self.sign(Term::Sign(sign), 1, out);
    }

    fn comparison(&mut self, byte: u8, out: &mut Vec<Token>) {
        use super::Qualifier::{About, AtLeast, AtMost, LessThan, MoreThan};
        let equal = self.byte(1) == Some(b'=');
        let qualifier = match (byte, equal) {
            (b'>', true) => AtLeast,
            (b'>', false) => MoreThan,
            (b'<', true) => AtMost,
            (b'<', false) => LessThan,
            _ => About,
        };
        self.sign(Term::Before(qualifier, super::term::Reach::Next), 1 + usize::from(equal), out);
    }

    /// A `$`, joined with the letters before it that say whose dollar it is.
    fn dollar(&mut self, out: &mut Vec<Token>) {
        let country = out.last().filter(|_| !self.spaced).filter(|last| last.shape != Shape::None);
        let letters = country.map(|last| &self.text[last.start..last.end]);
        let known = letters.and_then(|letters| DOLLARS.iter().find(|(name, _)| *name == letters));
        match known {
            Some((_, currency)) => {
                let last = out.last_mut().expect("the letters are the last token");
                last.end = self.at + 1;
                last.term = Term::Coin(Coin::Known(*currency));
                last.shape = Shape::None;
                last.word = UNKNOWN;
                self.at += 1;
            }
            None => self.sign(Term::Coin(Coin::Dollar), 1, out),
        }
    }

    /// A point, an exclamation or a question mark: the end of a sentence where white space and a capital follow.
    fn point(&mut self, byte: u8, out: &mut Vec<Token>) {
        let after =
            self.text[self.at + 1..].trim_start_matches(['"', '”', '»', '\'', '’', ')', '\u{a0}', '\u{202f}', '*']);
        let ends = after.is_empty()
            || (after.starts_with(char::is_whitespace)
                && after.trim_start().chars().next().is_none_or(|c| !c.is_lowercase()));
        if !ends {
            return self.sign(Term::Sign(Sign::Point), 1, out);
        }
        if byte == b'.'
            && !self.spaced
            && out.last().is_some_and(|last| self.is_abbreviation(*last))
            && !after.is_empty()
        {
            return self.at += 1;
        }
        self.sign(Term::Stop, 1, out);
    }

    fn is_abbreviation(&self, token: Token) -> bool {
        let letters = &self.text[token.start..token.end];
        match token.term {
            Term::Abbreviation => true,
            Term::Month(_) | Term::Label | Term::Weekday => letters.chars().count() <= 5,
            Term::Unknown | Term::Article => letters.chars().count() == 1 && token.shape == Shape::Capital,
            _ => false,
        }
    }

    fn beyond_ascii(&mut self, out: &mut Vec<Token>) {
        if self.letter(0) > 0 {
            return self.word(out);
        }
        let c = self.char(0).expect("the lexer stands on a character");
        let width = c.len_utf8();
        if c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}' {
            self.at += width;
            self.spaced = true;
            return;
        }
        use super::Qualifier::{About, AtLeast, AtMost};
        let before = |qualifier| Term::Before(qualifier, super::term::Reach::Next);
        let term = match c {
            '–' | '—' | '‒' => Term::Sign(Sign::Dash),
            '‑' | '‐' => Term::Sign(Sign::Hyphen),
            '−' => Term::Sign(Sign::Minus),
            '≈' | '∼' => before(About),
            '≥' | '⩾' => before(AtLeast),
            '≤' | '⩽' => before(AtMost),
            '«' | '»' | '“' | '”' | '‘' | '’' | '„' | '‹' | '›' => Term::Sign(Sign::Quote),
            '…' => Term::Stop,
            '½' | '¼' | '¾' => Term::Code,
            '⁄' => Term::Sign(Sign::Slash),
            '×' => Term::Times,
            _ => match SIGNS.iter().find(|(sign, _)| *sign == c) {
                Some((_, currency)) => Term::Coin(Coin::Known(*currency)),
                None => Term::Sign(Sign::Other),
            },
        };
        self.sign(term, width, out);
    }

    /// The length of the word character at an offset, 0 for none.
    fn letter(&self, offset: usize) -> usize {
        match self.byte(offset) {
            Some(b'a'..=b'z' | b'A'..=b'Z') => 1,
            Some(0..=0x7F) | None => 0,
            // The Latin letters of French, but for the signs of multiplication and division among them.
            Some(0xC3) => 2 * usize::from(!matches!(self.byte(offset + 1), Some(0x97 | 0xB7))),
            // Spaces and punctuation.
            Some(0xE2) => 0,
            Some(0xC2) => 2 * usize::from(matches!(self.byte(offset + 1), Some(0xB0 | 0xB2 | 0xB3)) && offset > 0),
            Some(_) => self.char(offset).filter(|c| c.is_alphabetic()).map_or(0, char::len_utf8),
        }
    }

    /// The length of the apostrophe at an offset, 0 for none.
    fn apostrophe(&self, offset: usize) -> usize {
        match self.byte(offset) {
            Some(b'\'') => 1,
            Some(0xE2) if self.bytes[self.at + offset..].starts_with("’".as_bytes()) => 3,
            _ => 0,
        }
    }

    /// A word: letters, with an apostrophe inside (English) or behind (French).
    fn word(&mut self, out: &mut Vec<Token>) {
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
        let capital_then_hyphen = follower == Some(b'-')
            && matches!(entry.term, Term::Unknown | Term::Index | Term::Institution | Term::Label)
            && !bytes[0].is_ascii_lowercase()
            && self.byte(length + 1).is_some_and(|b| b.is_ascii_digit());
        if capital_then_hyphen || follower.is_some_and(|b| b.is_ascii_digit()) && !is_currency_code(bytes) {
            return self.mixed(length, out);
        }
        let (start, end) = (self.at, self.at + length);
        let token = Token {
            start,
            end,
            term: entry.term,
            word: entry.word,
            shape: shape(&self.text[start..end]),
            spaced: self.spaced,
        };
        self.push(out, token);
    }

    /// The end of the run of letters from an offset.
    fn letters(&self, mut length: usize) -> usize {
        loop {
            while self.byte(length).is_some_and(|b| b.is_ascii_alphabetic()) {
                length += 1;
            }
            match self.letter(length) {
                0 => return length,
                width => length += width,
            }
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
                || matches!(byte, b'-' | b'.')
                    && next.is_some_and(|b| b.is_ascii_alphanumeric())
                    && (byte == b'-' || next.is_some_and(|b| b.is_ascii_digit()));
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

    /// A URL or the rest of an e-mail address, up to white space or a closing sign.
    fn address(&mut self, out: &mut Vec<Token>) {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|b| b" \t\r\n\"<>)]".contains(b) || *b >= 0x80).unwrap_or(rest.len());
        let point = usize::from(length > 1 && matches!(rest[length - 1], b'.' | b','));
        if !self.spaced
            && let Some(last) = out.last_mut()
        {
            last.term = Term::Code;
        }
        self.sign(Term::Code, (length - point).max(1), out);
    }

    /// A code span or a fenced block: from a run of backticks to the next run of the same length.
    fn code(&mut self, out: &mut Vec<Token>) {
        let run = self.bytes[self.at..].iter().take_while(|b| **b == b'`').count();
        let body = &self.bytes[self.at + run..];
        // A fence may enclose a file; a span ends in its paragraph.
        let body = if run >= 3 { body } else { &body[..body.len().min(REACH)] };
        let mut at = 0;
        while let Some(found) = body[at..].iter().position(|b| *b == b'`') {
            let ticks = body[at + found..].iter().take_while(|b| **b == b'`').count();
            at += found + ticks;
            if ticks == run {
                return self.sign(Term::Code, run + at, out);
            }
        }
        let width = if run >= 3 { run + body.len() } else { run };
        self.sign(Term::Code, width, out);
    }

    /// Passes over everything up to and with `close`, or over `width` bytes where it is not near.
    fn skip_to(&mut self, close: &[u8], width: usize) {
        let rest = &self.bytes[self.at..];
        let rest = &rest[..rest.len().min(REACH)];
        self.at += rest.windows(close.len()).position(|w| w == close).map_or(width, |found| found + close.len());
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

/// Codes that stand right before a number; others would split names such as "COP30".
fn is_currency_code(letters: &[u8]) -> bool {
    const GLUED: [&[u8]; 12] =
        [b"USD", b"EUR", b"GBP", b"CAD", b"CHF", b"JPY", b"CNY", b"AUD", b"SEK", b"NOK", b"DKK", b"INR"];
    GLUED.contains(&letters)
}

fn shape(word: &str) -> Shape {
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Shape::Lower;
    }
    let mut chars = word.chars().filter(|c| c.is_alphabetic());
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if !first.is_uppercase() => {
            // "iPhone" is a name.
            if second.is_uppercase() && chars.any(char::is_lowercase) { Shape::Capital } else { Shape::Lower }
        }
        (Some(first), None) if !first.is_uppercase() => Shape::Lower,
        (Some(_), Some(second)) if second.is_uppercase() && chars.all(|c| !c.is_lowercase()) => Shape::Caps,
        _ => Shape::Capital,
    }
}

/// Replaces the tokens of every phrase of the lexicon by one token, the longest phrase first.
fn join_phrases(lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    let mut kept = 0;
    let mut at = 0;
    while at < tokens.len() {
        let mut token = tokens[at];
        let mut next = at + 1;
        if let Some((term, end)) = phrase(lexicon, tokens, at) {
            token.term = term;
            token.end = tokens[end - 1].end;
            next = end;
        }
        tokens[kept] = token;
        kept += 1;
        at = next;
    }
    tokens.truncate(kept);
}

/// The meaning of the longest phrase that begins at a token, and the token after it.
fn phrase(lexicon: &Lexicon, tokens: &[Token], start: usize) -> Option<(Term, usize)> {
    let word = tokens[start].word;
    if word == UNKNOWN {
        return None;
    }
    let mut node = lexicon.first(word)?;
    let mut longest = None;
    let mut at = start + 1;
    while let Some(token) = tokens.get(at) {
        if token.term == Term::Sign(Sign::Hyphen) && !token.spaced {
            at += 1;
            continue;
        }
        let Some(next) = lexicon.next(node, token.word).filter(|_| token.word != UNKNOWN) else { break };
        node = next;
        at += 1;
        if let Some(term) = lexicon.meaning(node) {
            longest = Some((term, at));
        }
    }
    longest
}
