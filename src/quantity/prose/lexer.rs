//! Cuts a text into tokens, a paragraph at a time, and gives every word its meaning.
//!
//! Owns signs, sentence ends and what prose passes over (URLs, code, link destinations, tags); words are `words`', numbers
//! in digits `digits`'. Every byte is looked at once, but for the bounded searches of [`Lexer::skip_to`].

use super::ProseLang;
use super::Qualifier::{About, AtLeast, AtMost, LessThan, MoreThan};
use super::currency_names::{DOLLARS, SIGNS};
use super::digits;
use super::lexicon::{Lexicon, UNKNOWN};
use super::term::{Coin, Shape, Sign, Term, Token};
use super::{english, french, words};

/// How far the end of a tag, a link destination or a code span is looked for, in bytes.
const REACH: usize = 1000;

/// A paragraph with more tokens than this is cut at the next end of a sentence, so that memory stays small.
const MOST_TOKENS: usize = 4096;

pub(super) struct Lexer<'a> {
    pub text: &'a str,
    pub bytes: &'a [u8],
    pub at: usize,
    pub language: ProseLang,
    pub lexicon: &'static Lexicon,
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
            if out.len() > MOST_TOKENS && out.last().is_some_and(|last| matches!(last.term, Term::Stop)) {
                break;
            }
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
                b'a'..=b'z' | b'A'..=b'Z' => self.words(out),
                0..=0x7F => self.ascii_sign(byte, out),
                _ => self.beyond_ascii(out),
            }
        }
        words::join_phrases(self.lexicon, out);
        !out.is_empty() || self.at < self.bytes.len()
    }

    #[inline]
    pub fn byte(&self, offset: usize) -> Option<u8> {
        self.bytes.get(self.at + offset).copied()
    }

    /// The character at a byte offset from here.
    pub fn char(&self, offset: usize) -> Option<char> {
        self.text.get(self.at + offset..)?.chars().next()
    }

    #[inline]
    pub fn push(&mut self, out: &mut Vec<Token>, token: Token) {
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
            b'<' if matches!(next, Some(b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'!')) && !self.is_money(1) => {
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

    /// Whether a currency's letters stand at an offset: "<US$5", "<CHF 5".
    fn is_money(&self, offset: usize) -> bool {
        let rest = &self.bytes[self.at + offset..];
        let letters = rest.iter().take_while(|b| b.is_ascii_uppercase()).count();
        rest.get(letters) == Some(&b'$') || letters == 3 && rest[3..].starts_with("\u{a0}".as_bytes())
    }

    fn comparison(&mut self, byte: u8, out: &mut Vec<Token>) {
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
            Term::Month(_) => letters.chars().count() <= 5 && !is_whole_month(letters),
            Term::Weekday => letters.chars().count() <= 5,
            Term::Label | Term::Register => letters.chars().count() <= 3 && !letters.eq_ignore_ascii_case("bus"),
            Term::Unknown | Term::Article => letters.chars().count() == 1 && token.shape == Shape::Capital,
            _ => false,
        }
    }

    fn beyond_ascii(&mut self, out: &mut Vec<Token>) {
        if self.letter(0) > 0 {
            return self.words(out);
        }
        let c = self.char(0).expect("the lexer stands on a character");
        let width = c.len_utf8();
        if c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}' {
            self.at += width;
            self.spaced = true;
            return;
        }
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

    /// A URL or the rest of an e-mail address, up to white space or a closing sign.
    pub fn address(&mut self, out: &mut Vec<Token>) {
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

/// Months whose names are as short as abbreviations: a point behind them ends a sentence.
fn is_whole_month(letters: &str) -> bool {
    const MONTHS: [&str; 9] = ["mars", "avril", "mai", "juin", "août", "march", "april", "june", "july"];
    letters.eq_ignore_ascii_case("may") || MONTHS.iter().any(|month| letters.eq_ignore_ascii_case(month))
}
