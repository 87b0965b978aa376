//! Where the rows of a chart come from, and the columns that they have.

use crate::diag::{Span, Spanned};
use crate::model::{IndexMap, LocalText, Status};
use crate::quantity::{Timing, Unit, Value};
use std::fmt;

/// Where a chart's rows come from.
#[derive(Clone)]
pub enum RowSource {
    /// Ids of the brief's figures.
    Figures(Vec<Spanned<String>>),
    /// Rows written in the chart itself or in a CSV file beside it.
    Data(DataRows),
}

#[derive(Clone)]
pub struct DataRows {
    /// The unit of values that name none.
    pub unit: Unit,
    /// The source of rows that name none.
    pub source: Option<Spanned<String>>,
    pub rows: Vec<DataRow>,
}

impl DataRows {
    /// Every source that is named, with its place.
    pub fn sources(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.source.iter().chain(self.rows.iter().filter_map(|row| row.source.as_ref()))
    }
}

/// A row with the columns that figures have too, and with columns of its own.
#[derive(Clone)]
pub struct DataRow {
    pub company: Option<Spanned<String>>,
    pub metric: Option<Spanned<String>>,
    pub period: Option<Spanned<Timing>>,
    pub status: Status,
    pub source: Option<Spanned<String>>,
    pub note: Option<LocalText>,
    /// `None` where the row says `n/a`, and where it has its numbers in other columns.
    pub value: Option<Value>,
    pub columns: IndexMap<String, Cell>,
    pub span: Span,
}

/// What a row has in a column of the chart's own.
#[derive(Clone)]
pub enum Cell {
    Text(LocalText),
    Period(Timing),
    /// `None`: `n/a`.
    Value(Option<Value>),
}

/// A column of rows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Company,
    Metric,
    Period,
    Value,
    Status,
    Source,
    /// A column of the chart's own rows, by its name.
    Column(String),
    /// Which of its two values a row shows, where it has two: no column, but what tells the two marks apart.
    End,
}

impl Field {
    /// The columns that figures have.
    pub const OF_FIGURES: [Self; 6] =
        [Self::Company, Self::Metric, Self::Period, Self::Value, Self::Status, Self::Source];

    /// The column of this name.
    pub fn named(name: &str) -> Self {
        let own = || Self::Column(name.to_owned());
        Self::OF_FIGURES.into_iter().find(|field| field.word() == name).unwrap_or_else(own)
    }

    pub fn word(&self) -> &str {
        match self {
            Self::Company => "company",
            Self::Metric => "metric",
            Self::Period => "period",
            Self::Value => "value",
            Self::Status => "status",
            Self::Source => "source",
            Self::Column(name) => name,
            Self::End => "end",
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
