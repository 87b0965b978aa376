//! What a chart shows: the specification as an author writes it.

use super::LocalText;
use crate::diag::{Span, Spanned};
use crate::quantity::{Unit, Value};

/// One entry of a brief's `charts:`.
pub struct ChartSpec {
    pub mark: Mark,
    pub title: LocalText,
    pub subtitle: Option<LocalText>,
    pub notes: Option<LocalText>,
    pub rows: RowSource,
    /// What names a bar.
    pub y: Axis,
    pub highlight: Highlight,
    /// Whether readers may take the chart away, in the forms that the site offers.
    pub download: bool,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Horizontal bars.
    Bar,
}

impl Mark {
    pub const ALL: [Self; 1] = [Self::Bar];

    pub fn word(self) -> &'static str {
        match self {
            Self::Bar => "bar",
        }
    }
}

/// Where a chart's rows come from.
pub enum RowSource {
    /// Ids of the brief's figures.
    Figures(Vec<Spanned<String>>),
    /// Rows written in the chart itself, all in one unit.
    Inline { unit: Unit, source: Spanned<String>, rows: Vec<InlineRow> },
}

pub struct InlineRow {
    pub label: LocalText,
    /// `None` where the data says `n/a`.
    pub value: Option<Value>,
    pub span: Span,
}

/// A positional encoding of a chart of categories.
pub struct Axis {
    /// `None`: chosen from the rows (companies where they differ, otherwise periods, otherwise metrics).
    pub field: Option<Field>,
    pub sort: Sort,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Company,
    Period,
    Metric,
    /// The label of an inline row.
    Label,
}

impl Field {
    pub const ALL: [Self; 4] = [Self::Company, Self::Period, Self::Metric, Self::Label];

    pub fn word(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Period => "period",
            Self::Metric => "metric",
            Self::Label => "label",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// `null`: as the rows are written.
    AsWritten,
    /// `x`: smallest value first.
    Ascending,
    /// `-x`: largest value first.
    Descending,
}

/// Which bars carry the accent colour.
pub enum Highlight {
    None,
    /// By the id of what names the bar (a company, a metric, a period) or by an inline row's label.
    Names(Vec<Spanned<String>>),
    /// The last n rows as written.
    Last(usize),
    /// The n largest values.
    Max(usize),
}
