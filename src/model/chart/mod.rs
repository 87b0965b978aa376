//! What a chart shows: the specification as an author writes it.
//!
//! Owns the chart as a whole; its rows are `rows`', what stands on which axis `encoding`'s.

mod encoding;
mod rows;

pub use encoding::{
    AxisSpec, Channel, Coordinate, Encoding, FieldType, NumberForm, Orient, ScaleSpec, ScaleType, Sort, Stack, TimeUnit,
};
pub use rows::{Cell, DataRow, DataRows, Field, RowSource};

use super::LocalText;
use crate::diag::{Span, Spanned};
use crate::quantity::Decimal;

/// One entry of a brief's `charts:`.
#[derive(Clone)]
pub struct ChartSpec {
    pub mark: Mark,
    pub title: LocalText,
    pub subtitle: Option<LocalText>,
    pub notes: Option<LocalText>,
    pub rows: RowSource,
    pub encoding: Encoding,
    pub highlight: Highlight,
    pub labels: Labels,
    pub annotations: Vec<Annotation>,
    pub curve: Curve,
    /// The columns of a table, in their order, each with its field; empty: all that tell something.
    pub columns: Vec<Channel>,
    pub layout: Proportions,
    /// False where readers are not offered the data and the picture as files.
    pub download: bool,
    pub span: Span,
}

impl ChartSpec {
    /// The channel of the values: along x where bars lie, along y where they stand.
    pub fn value_channel(&self) -> Option<&Channel> {
        if self.mark.is_horizontal() { self.encoding.x.as_ref() } else { self.encoding.y.as_ref() }
    }

    /// The channel of a row's second value: the other end of a range, of a dumbbell.
    pub fn second_channel(&self) -> Option<&Channel> {
        if self.mark.is_horizontal() { self.encoding.x2.as_ref() } else { self.encoding.y2.as_ref() }
    }

    /// The channel of names or periods, across the values.
    pub fn category_channel(&self) -> Option<&Channel> {
        if self.mark.is_horizontal() { self.encoding.y.as_ref() } else { self.encoding.x.as_ref() }
    }

    /// Where a row's number stands.
    pub fn value_field(&self) -> &Field {
        self.value_channel().and_then(|channel| channel.field.as_ref()).map_or(&Field::Value, |field| &field.value)
    }
}

/// The kinds of chart that are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Horizontal bars.
    Bar,
    /// Upright ones.
    Column,
    /// Bars of several series side by side.
    GroupedBar,
    GroupedColumn,
    /// Bars of several series end to end.
    StackedBar,
    StackedColumn,
    Line,
    /// A line with the area under it.
    Area,
    /// Areas of several series upon each other.
    StackedArea,
    /// Lines between a few points in time, named at both ends.
    Slope,
    /// Steps from one total to another.
    Waterfall,
    /// Dots along a level line, one or several a name.
    Dot,
    /// Intervals along a level line.
    Range,
    /// Two dots a name, and the distance between them.
    Dumbbell,
    /// Key figures, set large.
    Tiles,
    /// Rows and columns of text, with a bar beside each value.
    Table,
    /// What happened when, from top to bottom.
    Timeline,
}

impl Mark {
    pub const ALL: [Self; 17] = [
        Self::Bar,
        Self::Column,
        Self::GroupedBar,
        Self::GroupedColumn,
        Self::StackedBar,
        Self::StackedColumn,
        Self::Line,
        Self::Area,
        Self::StackedArea,
        Self::Slope,
        Self::Waterfall,
        Self::Dot,
        Self::Range,
        Self::Dumbbell,
        Self::Tiles,
        Self::Table,
        Self::Timeline,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Bar => "bar",
            Self::Column => "column",
            Self::GroupedBar => "grouped-bar",
            Self::GroupedColumn => "grouped-column",
            Self::StackedBar => "stacked-bar",
            Self::StackedColumn => "stacked-column",
            Self::Line => "line",
            Self::Area => "area",
            Self::StackedArea => "stacked-area",
            Self::Slope => "slope",
            Self::Waterfall => "waterfall",
            Self::Dot => "dot",
            Self::Range => "range",
            Self::Dumbbell => "dumbbell",
            Self::Tiles => "tiles",
            Self::Table => "table",
            Self::Timeline => "timeline",
        }
    }

    /// True where values run along x and names stand along y.
    pub fn is_horizontal(self) -> bool {
        matches!(self, Self::Bar | Self::GroupedBar | Self::StackedBar) || self.has_dots() || self.is_text()
    }

    /// True where rows are set as text, each in its place: there is no plot, and so no axis that they share.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Tiles | Self::Table | Self::Timeline)
    }

    /// True where rows that share a name are told apart by colour.
    pub fn has_series(self) -> bool {
        matches!(self, Self::GroupedBar | Self::GroupedColumn | Self::Dot | Self::Dumbbell)
            || self.stacks()
            || self.joins()
    }

    /// True where the rows of a series are joined, so that a reader follows the line and not each row.
    pub fn joins(self) -> bool {
        matches!(self, Self::Line | Self::Area | Self::StackedArea | Self::Slope)
    }

    /// True where ranges that follow each other in a series make a band, and not each an interval.
    pub fn has_bands(self) -> bool {
        self.joins() && self != Self::Slope
    }

    /// True where the series of a category add up.
    pub fn stacks(self) -> bool {
        matches!(self, Self::StackedBar | Self::StackedColumn | Self::StackedArea)
    }

    /// True where a value is told by its place alone: by a dot, or by an interval.
    pub fn has_dots(self) -> bool {
        matches!(self, Self::Dot | Self::Range | Self::Dumbbell)
    }

    /// True where a row may have a second value, in `x2` or `y2`.
    pub fn has_second(self) -> bool {
        matches!(self, Self::Range | Self::Dumbbell)
    }

    /// True where a mark's length is its value, so that the axis must start at zero.
    pub fn starts_at_zero(self) -> bool {
        !(self.has_dots() || matches!(self, Self::Line | Self::Slope))
    }

    /// True where rows must stay in the order in which they are written.
    pub fn keeps_order(self) -> bool {
        self == Self::Waterfall
    }
}

/// Which rows carry the accent colour.
#[derive(Clone)]
pub enum Highlight {
    None,
    /// By the id of what names the row or its series (a company, a metric, a period) or by the text of a column.
    Names(Vec<Spanned<String>>),
    /// The last n rows as written.
    Last(usize),
    /// The n largest values.
    Max(usize),
}

/// What is written beside the marks; `None`: as the mark does by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    pub value: Option<ValueLabels>,
    pub series: Option<SeriesLabels>,
}

/// Which marks have their value written beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueLabels {
    Always,
    Highlighted,
    Last,
    None,
}

impl ValueLabels {
    pub const ALL: [(&'static str, Self); 4] =
        [("always", Self::Always), ("highlighted", Self::Highlighted), ("last", Self::Last), ("none", Self::None)];
}

/// Where series are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeriesLabels {
    /// At the end of each series, in its colour.
    End,
    /// In the key over the drawing.
    Key,
    None,
}

impl SeriesLabels {
    pub const ALL: [(&'static str, Self); 3] = [("end", Self::End), ("key", Self::Key), ("none", Self::None)];
}

/// What an author adds to the plot.
#[derive(Clone)]
pub struct Annotation {
    pub kind: AnnotationKind,
    pub x: Option<Coordinate>,
    pub x2: Option<Coordinate>,
    pub y: Option<Coordinate>,
    pub y2: Option<Coordinate>,
    pub text: Option<LocalText>,
    pub anchor: Anchor,
    pub narrow: Narrow,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnnotationKind {
    /// Across the plot at one value or one period.
    Line,
    /// A band between two.
    Range,
    /// Words at a point.
    Text,
}

impl AnnotationKind {
    pub const ALL: [(&'static str, Self); 3] = [("line", Self::Line), ("range", Self::Range), ("text", Self::Text)];
}

/// On which side of its point a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    pub const ALL: [(&'static str, Self); 3] = [("start", Self::Start), ("middle", Self::Middle), ("end", Self::End)];
}

/// What becomes of an annotation in the layout for phones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Narrow {
    Keep,
    /// A number in the plot, and the words among the notes.
    Note,
    Hide,
}

impl Narrow {
    pub const ALL: [(&'static str, Self); 3] = [("keep", Self::Keep), ("note", Self::Note), ("hide", Self::Hide)];
}

/// How points are joined, by d3's definitions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Curve {
    #[default]
    Linear,
    Monotone,
    Step,
}

impl Curve {
    pub const ALL: [(&'static str, Self); 3] =
        [("linear", Self::Linear), ("monotone", Self::Monotone), ("step", Self::Step)];
}

/// Width divided by height of the plot, where the author wants another than the mark's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proportions {
    pub aspect: Option<Decimal>,
    /// In the layout for phones.
    pub narrow: Option<Decimal>,
}
