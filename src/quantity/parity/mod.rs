//! Whether two texts tell the same figures, and whether figures meet the data.
//!
//! Owns agreement between readings, the pairing of the figures of a French and an English text, and what a divergence is
//! called. Reading the texts is [`super::prose`]'s; showing a finding is the caller's.

mod agree;
mod anchor;
mod concepts;
mod data;
mod ellipsis;
mod pair;
mod swap;
mod text;

#[cfg(test)]
mod tests;

pub use agree::{Strictness, agrees};
pub use data::Datum;

use super::Currency;
use super::prose::{Options, ProseLang};
use std::ops::Range;
use text::Text;

/// What two texts, or a text and the data, differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    WrongNumber,
    /// The same digits at another power of a thousand.
    WrongScale,
    WrongUnit,
    WrongCurrency,
    WrongDate,
    WrongYear,
    WrongQuarter,
    WrongTicker,
    /// A figure that the other text does not have.
    MissingFigure,
    /// One text limits the number, the other states it flatly.
    DroppedQualifier,
    ChangedQualifier,
    /// One rises, the other falls.
    Direction,
    /// Two figures have changed places.
    Swapped,
    /// Neither text has what the data say.
    DataMismatch,
}

impl FindingKind {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::WrongNumber => "wrong_number",
            Self::WrongScale => "wrong_scale",
            Self::WrongUnit => "wrong_unit",
            Self::WrongCurrency => "wrong_currency",
            Self::WrongDate => "wrong_date",
            Self::WrongYear => "wrong_year",
            Self::WrongQuarter => "wrong_quarter",
            Self::WrongTicker => "wrong_ticker",
            Self::MissingFigure => "missing_figure",
            Self::DroppedQualifier => "dropped_qualifier",
            Self::ChangedQualifier => "changed_qualifier",
            Self::Direction => "direction",
            Self::Swapped => "swapped",
            Self::DataMismatch => "data_mismatch",
        }
    }
}

/// A divergence with its places, in bytes of each text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: FindingKind,
    pub french: Option<Range<usize>>,
    pub english: Option<Range<usize>>,
    /// The item of the data that is not met.
    pub datum: Option<usize>,
}

/// Two texts that should tell the same, and the data that both should meet.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a> {
    pub french: &'a str,
    pub english: &'a str,
    pub data: &'a [Datum],
    /// The currency of a bare `$`, of "dollars", in the French and in the English text.
    pub dollars: [Currency; 2],
}

/// Every divergence, in the order of the French text, then of the English one.
pub fn compare(comparison: &Comparison<'_>) -> Vec<Finding> {
    let options = |language, dollar| Options { dollar, ..Options::new(language) };
    let french = Text::new(comparison.french, options(ProseLang::French, comparison.dollars[0]));
    let english = Text::new(comparison.english, options(ProseLang::English, comparison.dollars[1]));
    let mut findings = Vec::new();
    for (left, right) in text::blocks(&french, &english) {
        pair::diverging(&french, &left, &english, &right, &mut findings);
    }
    let quarrels = !findings.is_empty();
    data::unmet(comparison.data, &french, &english, quarrels, &mut findings);
    findings.sort_by_key(|finding| {
        let place = |span: &Option<Range<usize>>| span.as_ref().map_or(usize::MAX, |span| span.start);
        (place(&finding.french), place(&finding.english), finding.kind)
    });
    findings
}
