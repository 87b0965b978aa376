//! Tickers in parentheses: "(AMZN)", "(NASDAQ: AMZN)", "(Euronext : MC)".
//!
//! Owns the difference between a ticker and an abbreviation: an institution's initials, or a common one, are no ticker.

use super::grammar::{Figure, Paragraph};
use super::term::{Shape, Sign, Term};
use super::{Content, Kind, topics};

/// Small words that a name of an institution carries and its initials leave out.
const SMALL_WORDS: &[&str] =
    &["of", "and", "the", "for", "de", "des", "du", "la", "le", "les", "et", "l'", "d'", "l’", "d’"];

impl Paragraph<'_> {
    /// A ticker behind an opening parenthesis.
    pub fn ticker(&self, open: usize, out: &mut Vec<Figure>) -> Option<usize> {
        let first = open + 1;
        let exchange = self.shape(first) != Shape::None
            && (1..4).any(|i| self.sign(first + i, Sign::Colon))
            && !self.sign(first + 1, Sign::Close);
        let start = if exchange {
            (first..first + 4).find(|at| self.sign(*at, Sign::Colon)).expect("a colon was seen") + 1
        } else {
            first
        };
        let (symbol, next) = self.symbol_letters(start)?;
        let closes = self.sign(next, Sign::Close)
            || exchange && matches!(self.term(next), Term::Sign(Sign::Comma | Sign::Colon));
        if !closes || !exchange && !self.names_a_company(open, symbol) {
            return None;
        }
        out.push(Figure::new(Kind::Ticker, Content::Ticker(symbol.into()), start, next));
        Some(next)
    }

    /// One to five capitals, with the class of the share behind a point ("BRK.B").
    fn symbol_letters(&self, at: usize) -> Option<(&str, usize)> {
        let token = self.tokens.get(at)?;
        let class =
            self.sign(at + 1, Sign::Point) && self.glued(at + 1) && self.glued(at + 2) && self.word(at + 2).len() <= 2;
        let next = if class { at + 3 } else { at + 1 };
        let symbol = &self.text[token.start..self.tokens[next - 1].end];
        let letters = symbol.chars().filter(char::is_ascii_alphabetic).count();
        let fits = symbol.len() <= 7
            && letters > 0
            && symbol.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '.' | '-'));
        fits.then_some((symbol, next))
    }

    /// Whether the words before the parenthesis are a company's name rather than what the letters abbreviate.
    fn names_a_company(&self, open: usize, symbol: &str) -> bool {
        let Some(last) = open.checked_sub(1) else { return false };
        let site = self.word(last).starts_with(char::is_uppercase)
            || self.word(last) == "com" && self.glued(last) && self.sign(last.saturating_sub(1), Sign::Point);
        let capital = self.shape(last) == Shape::Capital
            || self.shape(last) == Shape::Caps
            || site
            || self.sign(last, Sign::Quote);
        // "BP (BP)".
        let own = self.word(last) == symbol && symbol.len() > 1;
        // "Target (TGT)".
        let shortened = capital && symbol.len() > 2 && is_shortened(self.word(last), symbol);
        let topic = topics::is_topic(self.word(last)) && !shortened;
        let name = own || capital && !topic && !topics::is_abbreviation(self.word(last));
        let known = topics::is_abbreviation(symbol);
        let abbreviates =
            known && !own && !(name && topics::is_symbol_too(symbol) && self.initials(open, symbol).is_none());
        let long = symbol.len() > 5 && !symbol.contains(['.', '-']);
        (name || self.is_kind_of_company(open)) && !abbreviates && !long && !self.is_initials(open, symbol)
    }

    /// "Le brasseur (HEIA)", "le constructeur allemand (VOW3)": a company told by its trade.
    fn is_kind_of_company(&self, open: usize) -> bool {
        let lower = |back: usize| self.shape(open - back) == Shape::Lower;
        (1..=open.min(5)).take_while(|back| lower(*back)).any(|back| topics::is_kind_of_company(self.word(open - back)))
    }

    /// Whether the letters are the initials of an institution named before them.
    fn is_initials(&self, open: usize, symbol: &str) -> bool {
        symbol.len() > 1 && self.initials(open, symbol) == Some(true)
    }

    /// Where the letters are the initials of the words before them: whether these are an institution's or a common noun's.
    fn initials(&self, open: usize, symbol: &str) -> Option<bool> {
        let mut at = open;
        let mut institution = false;
        let mut lower = false;
        for letter in symbol.chars().rev() {
            loop {
                at = at.checked_sub(1)?;
                if !SMALL_WORDS.contains(&self.word(at)) {
                    break;
                }
                lower = true;
            }
            if !self.word(at).chars().next().is_some_and(|c| c.to_uppercase().eq([letter])) {
                return None;
            }
            institution |= matches!(self.term(at), Term::Institution);
            lower |= self.shape(at) == Shape::Lower;
        }
        Some(institution || lower)
    }
}

/// Whether letters stand in a word in their order, the first at its beginning.
fn is_shortened(word: &str, letters: &str) -> bool {
    let mut rest = word.bytes();
    word.starts_with(&letters[..1]) && letters.bytes().all(|letter| rest.any(|byte| byte.eq_ignore_ascii_case(&letter)))
}
