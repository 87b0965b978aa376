//! Quantities in French and English business prose.
//!
//! Owns the way from a text to [`Reading`]s: `lexer` cuts it into tokens and looks every word up in the `lexicon` of its
//! language, `grammar` joins tokens into figures in one pass from left to right, and `trend` and `elision` look at the
//! neighbours of a figure for what it leaves unsaid. Words of the languages live in `french` and `english`, nowhere else.
//! Does not own what readings mean to each other: that is [`super::parity`].

mod address;
mod bound;
mod clock;
mod count;
mod currency_names;
mod date;
mod day;
mod digits;
mod elision;
mod english;
mod french;
mod glance;
mod grammar;
mod idioms;
mod lexer;
mod lexicon;
mod model;
mod moves;
mod negations;
mod numeral;
mod ordinals;
mod passage;
mod ratio;
mod reading;
mod reference;
mod share;
mod spelled;
mod step;
mod term;
mod ticker;
mod topics;
mod trap;
mod trend;
mod unit;
mod words;

#[cfg(test)]
mod tests;

pub use grammar::{Reader, read};
pub use reading::{Content, Direction, Kind, Measure, Qualifier, Reading, Role, When, WhenPart};

use super::Currency;

/// The languages that the reader knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProseLang {
    French,
    English,
}

/// What the text itself does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Options {
    pub language: ProseLang,
    /// The currency of a bare `$`, of "dollars" and of "cents".
    pub dollar: Currency,
    /// Whether `6/2/2025` is a day of February (true outside the United States).
    pub day_first: bool,
}

impl Options {
    /// The reading of a language with nothing else known: United States dollars, dates as French or Americans write them.
    pub fn new(language: ProseLang) -> Self {
        Self { language, dollar: Currency::USD, day_first: language == ProseLang::French }
    }
}
