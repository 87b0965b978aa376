//! Joins the tokens of a paragraph into figures, from left to right.
//!
//! Owns the order in which the rules are tried and the figures found so far; each rule has a file of its own and answers
//! with the token after what it has taken.

use super::bound::Bound;
use super::lexer::Lexer;
use super::term::{Shape, Sign, Term, Token};
use super::{Content, Kind, Measure, Options, ProseLang, Qualifier, Reading, When, elision, trend};
use crate::quantity::Decimal;

/// Reads every quantity of a text, in the order of the text. Offsets are in bytes.
pub fn read(text: &str, options: &Options) -> Vec<Reading> {
    let mut readings = Vec::new();
    Reader::new(*options).read(text, &mut readings);
    readings
}

/// A reader that keeps its buffers from text to text.
pub struct Reader {
    options: Options,
    tokens: Vec<Token>,
    figures: Vec<Figure>,
}

impl Reader {
    /// A reader with empty buffers.
    pub fn new(options: Options) -> Self {
        Self { options, tokens: Vec::new(), figures: Vec::new() }
    }

    /// Appends the quantities of `text` to `readings`.
    pub fn read(&mut self, text: &str, readings: &mut Vec<Reading>) {
        let mut lexer = Lexer::new(text, self.options.language);
        let mut sentence = 0;
        while lexer.paragraph(&mut self.tokens) {
            let paragraph = Paragraph { text, tokens: &self.tokens, options: &self.options };
            self.figures.clear();
            paragraph.figures(&mut self.figures);
            elision::inherit(&paragraph, &mut self.figures);
            trend::direct(&paragraph, &mut self.figures);
            sentence = paragraph.finish(&mut self.figures, sentence, readings);
        }
    }
}

/// A figure with the tokens that it was read from.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    pub kind: Kind,
    pub content: Content,
    pub qualifier: Qualifier,
    pub movement: Option<(super::Direction, super::Role)>,
    /// The first token and the one after the last, qualifiers included.
    pub first: usize,
    pub next: usize,
    /// The first token without qualifiers.
    pub core: usize,
    /// The exponent of the scale word, 0 for none.
    pub scale: u8,
    /// Whether the words leave the unit open: a scale with nothing counted after it.
    pub open: bool,
    /// The figure is the end of a passage from one level to another, or the level itself.
    pub level: bool,
}

impl Figure {
    pub fn number(kind: Kind, value: Decimal, unit: Measure, first: usize, next: usize) -> Self {
        let content = Content::Number { low: value, high: value, unit };
        Self::new(kind, content, first, next)
    }

    pub fn time(when: When, first: usize, next: usize) -> Self {
        Self::new(when.kind(), Content::Time(when), first, next)
    }

    pub fn new(kind: Kind, content: Content, first: usize, next: usize) -> Self {
        Self {
            kind,
            content,
            qualifier: Qualifier::Exact,
            movement: None,
            first,
            next,
            core: first,
            scale: 0,
            open: false,
            level: false,
        }
    }

    pub fn bounded(mut self, bound: Option<Bound>) -> Self {
        if let Some(bound) = bound {
            self.first = self.first.min(bound.first);
            self.next = self.next.max(bound.next);
            if self.qualifier != Qualifier::Range {
                self.qualifier = bound.qualifier;
            }
        }
        self
    }
}

/// The tokens of a paragraph and the text they stand in.
pub(super) struct Paragraph<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub options: &'a Options,
}

impl<'a> Paragraph<'a> {
    #[inline]
    pub fn term(&self, at: usize) -> Term {
        self.tokens.get(at).map_or(Term::End, |token| token.term)
    }

    /// The meaning `back` tokens before `at`.
    #[inline]
    pub fn before(&self, at: usize, back: usize) -> Term {
        at.checked_sub(back).map_or(Term::End, |at| self.term(at))
    }

    #[inline]
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| &self.text[token.start..token.end])
    }

    /// The word `back` tokens before `at`.
    pub fn word_before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    #[inline]
    pub fn shape(&self, at: usize) -> Shape {
        self.tokens.get(at).map_or(Shape::None, |token| token.shape)
    }

    /// Whether nothing stands between a token and the one before it.
    #[inline]
    pub fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    #[inline]
    pub fn sign(&self, at: usize, sign: Sign) -> bool {
        matches!(self.term(at), Term::Sign(found) if found == sign)
    }

    /// The token after an optional hyphen that joins two words.
    #[inline]
    pub fn past_hyphen(&self, at: usize) -> usize {
        at + usize::from(self.sign(at, Sign::Hyphen) && self.glued(at) && self.glued(at + 1))
    }

    #[inline]
    pub fn french(&self) -> bool {
        self.options.language == ProseLang::French
    }

    /// Whether a token begins a sentence.
    pub fn opens_sentence(&self, at: usize) -> bool {
        let mut at = at;
        while at > 0 && matches!(self.term(at - 1), Term::Sign(Sign::Quote | Sign::Other | Sign::Hash | Sign::Open)) {
            at -= 1;
        }
        matches!(self.before(at, 1), Term::End | Term::Stop | Term::Sign(Sign::Colon))
    }

    fn figures(&self, out: &mut Vec<Figure>) {
        let mut at = 0;
        while at < self.tokens.len() {
            at = self.figure(at, out).unwrap_or(at + 1);
        }
    }

    /// Tries the rules for the meaning of the token at `at`; the token after what was taken.
    fn figure(&self, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
        match self.term(at) {
            Term::Unknown if self.shape(at) == Shape::Capital && matches!(self.term(at + 1), Term::Digits(_)) => {
                self.count(at, out)
            }
            Term::Unknown if self.shape(at) == Shape::Caps => self.count(at, out),
            Term::Unknown | Term::Function | Term::Of | Term::Preposition => None,
            Term::Determiner if self.shape(at) != Shape::Caps => None,
            Term::Minus | Term::Sign(Sign::Hyphen | Sign::Minus | Sign::Dash) if self.is_minus(at) => {
                self.count(at, out)
            }
            Term::Digits(_) if self.is_measured(at) => self.ratio(at, out).or_else(|| self.count(at, out)),
            Term::Digits(_) => self
                .trap(at, out)
                .or_else(|| self.time(at, out))
                .or_else(|| self.ordinal(at, out))
                .or_else(|| self.ratio(at, out))
                .or_else(|| self.count(at, out)),
            Term::Month(_)
            | Term::QuarterCode(_)
            | Term::HalfCode(_)
            | Term::FiscalCode(_)
            | Term::Fiscal
            | Term::HalfWord => self.time(at, out),
            Term::QuarterWord => self.time(at, out).or_else(|| self.ratio(at, out)),
            Term::Ordinal(_) => self.time(at, out).or_else(|| self.ratio(at, out)).or_else(|| self.ordinal(at, out)),
            Term::Sign(Sign::Open) => self.ticker(at, out),
            Term::Code => self.account(at).or_else(|| self.dotted_day(at, out)),
            Term::Abbreviation if self.word(at) == "Rs" => self.count(at, out),
            // What is left of a number too large to be read, or of a title.
            Term::Scale(_) if matches!(self.before(at, 1), Term::Digits(_) | Term::Scale(_) | Term::Cardinal(_)) => {
                None
            }
            Term::Coin(_) | Term::Hundred | Term::Scale(_) | Term::Plural(_) | Term::Several | Term::Cardinal(_) => {
                self.time(at, out).or_else(|| self.ratio(at, out)).or_else(|| self.count(at, out))
            }
            Term::Collective(_) if matches!(self.before(at, 1), Term::Determiner) => self.count(at, out),
            Term::One | Term::Article | Term::Half | Term::OfThe => self.ratio(at, out).or_else(|| self.count(at, out)),
            Term::Moiety
            | Term::Denominator(_)
            | Term::Multiply(_)
            | Term::Double(_)
            | Term::Divide(_)
            | Term::DividedBy
            | Term::MultipliedBy => self.ratio(at, out),
            _ if self.shape(at) == Shape::Caps => self.count(at, out),
            _ => None,
        }
    }

    /// Whether a unit or a scale in small letters follows digits that touch nothing: no name, label or date, as most are.
    fn is_measured(&self, at: usize) -> bool {
        let free = !self.glued(at) && !matches!(self.before(at, 1), Term::Sign(_));
        free && match self.term(at + 1) {
            Term::Percent | Term::Coin(_) => self.shape(at + 1) != Shape::Capital,
            Term::Scale(_) => self.shape(at + 1) == Shape::Lower,
            _ => false,
        }
    }

    /// Where a figure's words begin: the "de" of "de plus de" belongs to the words before it.
    fn start_of(&self, first: usize) -> usize {
        let start = self.tokens[first].start;
        let linked = matches!(self.term(first), Term::Before(..)) && self.word(first).starts_with("de ");
        if linked && !self.word(first).starts_with("de l") { start + "de ".len() } else { start }
    }

    /// Turns figures into readings; the number of the first sentence after the paragraph.
    fn finish(&self, figures: &mut Vec<Figure>, mut sentence: usize, readings: &mut Vec<Reading>) -> usize {
        let mut at = 0;
        for figure in figures.drain(..) {
            while at < figure.first {
                sentence += usize::from(matches!(self.term(at), Term::Stop));
                at += 1;
            }
            readings.push(Reading {
                kind: figure.kind,
                content: figure.content,
                qualifier: figure.qualifier,
                movement: figure.movement,
                span: self.start_of(figure.first)..self.tokens[figure.next - 1].end,
                sentence,
            });
        }
        let stops = self.tokens[at..].iter().filter(|token| matches!(token.term, Term::Stop)).count();
        let closed = self.tokens.last().is_none_or(|token| matches!(token.term, Term::Stop));
        sentence + stops + usize::from(!closed)
    }
}
