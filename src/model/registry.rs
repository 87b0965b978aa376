//! What all briefs share: companies, people, topics, metrics, sources.

use super::LocalText;
use crate::diag::{Span, Spanned};
use jiff::civil::Date;

pub struct Company {
    pub name: LocalText,
    /// Exchange symbol: `AMZN`.
    pub ticker: Option<String>,
    /// The month (1 to 12) in which the fiscal year ends.
    pub fiscal_year_end: i8,
    pub span: Span,
}

pub struct Person {
    pub name: LocalText,
    pub role: Option<LocalText>,
    pub company: Option<Spanned<String>>,
    pub span: Span,
}

pub struct Topic {
    pub name: LocalText,
    pub span: Span,
}

/// What a figure measures.
pub struct Metric {
    pub name: LocalText,
    pub span: Span,
}

/// Where a figure or a quotation comes from.
pub struct Source {
    pub title: LocalText,
    pub publisher: Option<LocalText>,
    pub date: Option<Date>,
    pub url: Option<String>,
    pub span: Span,
}

impl Source {
    /// The id that stands for the newsroom's own arithmetic: the source of a figure with a formula and no `source`. A site may
    /// describe it among its sources; otherwise the interface strings name it.
    pub const CALCULATION: &str = "calculation";
}
