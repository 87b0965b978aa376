//! Numbers written in digits: grouping and decimals as each language writes them.
//!
//! Owns the notation of one number; years, dates and units are the grammar's. French groups by any space, by an
//! apostrophe (Switzerland) or a point and has a decimal comma; English groups by a comma or any space and has a
//! decimal point.

use super::ProseLang;
use super::lexer::Lexer;
use super::lexicon::UNKNOWN;
use super::term::{Digits, Shape, Term, Token};

/// More digits than this make a code, not a number.
const MOST_DIGITS: u8 = 18;

/// The token of the digits at the lexer's place: a number, or a code where they form none (a time, a version).
pub(super) fn number(lexer: &Lexer<'_>) -> Token {
    let mut reader = Reading { bytes: &lexer.bytes[lexer.at..], at: 0, mantissa: 0, width: 0 };
    reader.run();
    let zero_led = reader.width > 1 && reader.bytes[0] == b'0';
    let grouped = !zero_led && reader.width <= 3 && reader.groups(lexer.language);
    let width = reader.width;
    reader.decimals(lexer.language);
    let places = reader.width.saturating_sub(width);
    let code = reader.code_tail(places > 0 || grouped) || reader.width > MOST_DIGITS;
    let digits = Digits { mantissa: reader.mantissa, places, width, grouped, zero_led };
    Token {
        start: lexer.at,
        end: lexer.at + reader.at,
        term: if code { Term::Code } else { Term::Digits(digits) },
        word: UNKNOWN,
        shape: Shape::None,
        spaced: lexer.spaced,
    }
}

struct Reading<'a> {
    bytes: &'a [u8],
    at: usize,
    mantissa: u64,
    width: u8,
}

impl Reading<'_> {
    fn digit(&self, offset: usize) -> bool {
        self.bytes.get(self.at + offset).is_some_and(u8::is_ascii_digit)
    }

    /// Takes digits as far as they go.
    fn run(&mut self) {
        while self.digit(0) {
            self.mantissa = self.mantissa.saturating_mul(10).saturating_add(u64::from(self.bytes[self.at] - b'0'));
            self.width = self.width.saturating_add(1);
            self.at += 1;
        }
    }

    /// Takes groups of three digits after one and the same sort of separator; tells whether there was one.
    fn groups(&mut self, language: ProseLang) -> bool {
        let first = self.separator(language);
        let Some((sort, _)) = first else { return false };
        let mut grouped = false;
        while let Some((same, width)) = self.separator(language) {
            let three = (0..3).all(|i| self.digit(width + i)) && !self.digit(width + 3);
            if same != sort || !three {
                break;
            }
            self.at += width;
            self.run();
            grouped = true;
        }
        grouped
    }

    /// The sort and the length of the grouping separator here.
    fn separator(&self, language: ProseLang) -> Option<(u8, usize)> {
        let rest = self.bytes.get(self.at..)?;
        let french = language == ProseLang::French;
        match rest {
            [b' ', ..] => Some((b' ', 1)),
            [0xC2, 0xA0, ..] => Some((b' ', 2)),
            [0xE2, 0x80, 0x80..=0x8A | 0xAF, ..] => Some((b' ', 3)),
            [b'.', ..] if french => Some((b'.', 1)),
            [b',', ..] if !french => Some((b',', 1)),
            [b'\'', ..] => Some((b'\'', 1)),
            [0xE2, 0x80, 0x99, ..] => Some((b'\'', 3)),
            _ => None,
        }
    }

    /// Takes a half or a quarter written as one character: "6½%".
    fn vulgar_fraction(&mut self) {
        let hundredths = match self.bytes.get(self.at..self.at + 2) {
            Some([0xC2, 0xBC]) => 25,
            Some([0xC2, 0xBD]) => 50,
            Some([0xC2, 0xBE]) => 75,
            _ => return,
        };
        self.mantissa = self.mantissa.saturating_mul(100).saturating_add(hundredths);
        self.width = self.width.saturating_add(2);
        self.at += 2;
    }

    /// Takes the decimals. The other language's sign is understood where it cannot be grouping.
    fn decimals(&mut self, language: ProseLang) {
        let own = match language {
            ProseLang::French => b',',
            ProseLang::English => b'.',
        };
        let Some(sign @ (b',' | b'.')) = self.bytes.get(self.at).copied() else { return self.vulgar_fraction() };
        let places = self.bytes[self.at + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
        if places > 0 && (sign == own || places < 3) {
            self.at += 1;
            self.run();
        }
    }

    /// Takes what makes the digits a code: a second point, the minutes of a time. Tells whether there is any.
    fn code_tail(&mut self, part: bool) -> bool {
        let start = self.at;
        loop {
            match self.bytes.get(self.at) {
                Some(b'.') if self.digit(1) && part => {}
                Some(b':') if self.digit(1) && self.digit(2) && !self.digit(3) => {}
                _ => return self.at > start,
            }
            self.at += 1;
            while self.digit(0) {
                self.at += 1;
            }
        }
    }
}
