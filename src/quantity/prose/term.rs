//! The tokens of prose and what a word can mean to the grammar.
//!
//! Owns the alphabet of the grammar; which words have which meaning stands in `french` and `english`.

use super::{Direction, Qualifier};
use crate::quantity::Currency;

/// A word, a number or a sign of the text, or a phrase of several words with one meaning.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub start: usize,
    pub end: usize,
    pub term: Term,
    /// The word in the lexicon, for joining phrases.
    pub word: u16,
    pub shape: Shape,
    /// Whether white space stands before it.
    pub spaced: bool,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// No word.
    None,
    Lower,
    /// A capital first.
    Capital,
    /// Capitals only, at least two.
    Caps,
}

/// A number in digits: `mantissa / 10^places`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    pub mantissa: u64,
    pub places: u8,
    /// Digits before the decimal sign.
    pub width: u8,
    pub grouped: bool,
    /// Written with a zero in front, as in `06`.
    pub zero_led: bool,
}

impl Digits {
    /// The number, if it has neither grouping nor decimals and lies in the range.
    pub fn plain(self, low: u64, high: u64) -> Option<u64> {
        (self.places == 0 && !self.grouped && (low..=high).contains(&self.mantissa)).then_some(self.mantissa)
    }
}

/// A currency as words name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coin {
    Known(Currency),
    /// `$` or "dollar", of the text's country.
    Dollar,
    /// A hundredth of the text's dollar, or of the euro after amounts in euros.
    Cent,
    /// A hundredth of a known currency: pence, centimes.
    Hundredth(Currency),
}

/// The part of speech of a movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speech {
    /// "rose", "a chuté": before its number.
    Verb,
    /// "a drop", "une hausse": before or after its number.
    Noun,
    /// "up", "lower", "de plus": next to its number.
    Adverb,
    /// "a loss", "un bénéfice": makes a level positive or negative, moves nothing.
    State,
}

/// Which words a bound may be parted from its number by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// It stands next to the number.
    Next,
    /// A verb: an article, or "the mark of", may come between.
    Verb,
    /// A preposition that also tells a length of time: "over five years" is no bound.
    Time,
}

/// What a word or sign means to the grammar. Words with no meaning to it are `Unknown`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// Before the first and after the last token.
    End,
    Unknown,
    /// Letters and digits mixed, a URL, code: never a figure.
    Code,
    Digits(Digits),
    /// "un", "une", "one": a number before a scale or a unit only.
    One,
    /// "a", "an".
    Article,
    Cardinal(u8),
    Hundred,
    /// The exponent of "thousand", "milliard"…
    Scale(u8),
    /// "dizaine", "dozen": about so many.
    Collective(u16),
    /// "dizaines", "hundreds", "thousands".
    Plural(u32),
    /// "several", "quelques".
    Several,
    /// "half", "demi".
    Half,
    /// "la moitié".
    Moiety,
    /// A word for a fraction's denominator that is no ordinal: "tiers", "quart", "thirds".
    Denominator(u8),
    Ordinal(u8),
    Coin(Coin),
    Percent,
    PercentagePoint,
    BasisPoint,
    Point,
    Symbol(&'static &'static str),
    /// "fois", "times", "x".
    Times,
    /// "fold".
    Fold,
    /// "twice", "doublé": the factor in tenths is not needed, all are whole.
    Multiply(u8),
    /// "double": an adjective in some places.
    Double(u8),
    /// "halved".
    Divide(u8),
    /// "divisé par", "divided by".
    DividedBy,
    /// "multiplié par".
    MultipliedBy,
    Before(Qualifier, Reach),
    After(Qualifier),
    /// "mark", "barre", "seuil".
    Threshold,
    Between,
    From,
    To,
    And,
    Or,
    By,
    /// "de", "of".
    Of,
    /// "des", "du": "de" with an article.
    OfThe,
    /// "the", "les", "ses".
    Determiner,
    /// "last", "derniers": time words between a determiner and a number.
    Elapsed,
    Move(Direction, Speech),
    /// "passé de", "went from": two levels follow.
    Passage,
    /// "contre", "against", "versus".
    Against,
    Month(u8),
    Weekday,
    QuarterWord,
    HalfWord,
    /// "exercice", "fiscal year", "fiscal".
    Fiscal,
    /// "année", "an", "year".
    YearWord,
    /// `Q4`, `T4`, `H1`, `S1` and `FY25`, with the number behind the letters.
    QuarterCode(u8),
    HalfCode(u8),
    FiscalCode(u16),
    /// "mois", "days": what time is counted in.
    TimeWord,
    /// "salariés", "employees": what is counted even by a number that looks like a year.
    Counted,
    /// "in", "en", "since": before times.
    Preposition,
    /// "article", "page", "version": a number after it is a label.
    Label,
    /// "IBAN", "SIREN", "VAT number": the groups of digits after it identify.
    Register,
    /// Abbreviations that end in a point.
    Abbreviation,
    /// "ways", "chiffres": with a small number word in front, a figure of speech.
    Idiom,
    /// "minus", "moins".
    Minus,
    /// Words that begin sentences and are no names, and words of more than one use.
    Function,
    /// "Bank", "Commission": an institution, whose abbreviation is no ticker.
    Institution,
    /// "indice", "CAC", "Nasdaq": counted in points of their own.
    Index,
    Sign(Sign),
    /// The end of a sentence.
    Stop,
}

/// Punctuation that the grammar looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Hyphen,
    /// En dash and em dash.
    Dash,
    /// The mathematical minus.
    Minus,
    Plus,
    Slash,
    Comma,
    /// Semicolon, colon.
    Colon,
    Point,
    Open,
    Close,
    Quote,
    Hash,
    Other,
}

/// Tokens are copied for every word of a text: a larger payload belongs behind a reference.
const _: () = assert!(size_of::<Term>() <= 16 && size_of::<Token>() <= 40);
