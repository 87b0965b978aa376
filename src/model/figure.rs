//! A number that a brief tells, kept in one place.

use super::{LocalText, WrittenFormula};
use crate::diag::{Span, Spanned};
use crate::quantity::{Period, Value};

/// One entry of a brief's `figures:`.
pub struct Figure {
    pub company: Option<Spanned<String>>,
    pub metric: Spanned<String>,
    pub period: Spanned<Period>,
    pub status: Status,
    /// What the data states, or else what the formula gives; `None` where the data says `n/a`: not disclosed.
    pub value: Option<Value>,
    /// The place of the value, or else of the formula.
    pub value_span: Span,
    pub formula: Option<WrittenFormula>,
    /// Whether the value is the formula's.
    pub calculated: bool,
    /// Where the formula is all there is to cite: [`Source::CALCULATION`](super::Source::CALCULATION).
    pub source: Spanned<String>,
    /// What a reader must know to read the number right.
    pub note: Option<LocalText>,
    pub span: Span,
}

/// How firm a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    Actual,
    /// What the company itself says it will be.
    Guidance,
    Estimate,
    /// The average of analysts' estimates.
    Consensus,
}

impl Status {
    pub const ALL: [Self; 4] = [Self::Actual, Self::Guidance, Self::Estimate, Self::Consensus];

    /// The word in data files, which is also the key of its name among the interface strings.
    pub fn word(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Guidance => "guidance",
            Self::Estimate => "estimate",
            Self::Consensus => "consensus",
        }
    }
}
