//! What stands where in a chart. The names are Vega-Lite's and Observable Plot's where they have one.

use super::Field;
use crate::diag::{Span, Spanned};
use crate::model::LocalText;
use crate::quantity::{Period, Value};

/// The channels that an author has set; the others follow from mark and rows.
#[derive(Clone, Default)]
pub struct Encoding {
    pub x: Option<Channel>,
    pub y: Option<Channel>,
    pub x2: Option<Channel>,
    pub y2: Option<Channel>,
    /// What tells series apart.
    pub color: Option<Channel>,
    /// One small chart for each value.
    pub facet: Option<Channel>,
    /// In which order rows are taken.
    pub order: Option<Channel>,
}

impl Encoding {
    /// The channels that are set, with their names.
    pub fn channels(&self) -> impl Iterator<Item = (&'static str, &Channel)> {
        let named = [
            ("x", &self.x),
            ("y", &self.y),
            ("x2", &self.x2),
            ("y2", &self.y2),
            ("color", &self.color),
            ("facet", &self.facet),
            ("order", &self.order),
        ];
        named.into_iter().filter_map(|(name, channel)| Some((name, channel.as_ref()?)))
    }
}

/// One channel; what is `None` follows from mark and rows.
#[derive(Clone)]
pub struct Channel {
    pub field: Option<Spanned<Field>>,
    pub kind: Option<FieldType>,
    pub time_unit: Option<TimeUnit>,
    /// What readers call the field.
    pub title: Option<LocalText>,
    pub sort: Option<Sort>,
    pub format: Option<NumberForm>,
    pub stack: Option<Stack>,
    pub scale: ScaleSpec,
    pub axis: AxisSpec,
    pub span: Span,
}

impl Channel {
    /// A channel that says nothing yet.
    pub fn new(span: Span) -> Self {
        Self {
            field: None,
            kind: None,
            time_unit: None,
            title: None,
            sort: None,
            format: None,
            stack: None,
            scale: ScaleSpec::default(),
            axis: AxisSpec::default(),
            span,
        }
    }

    /// True where the author wants an axis that marks with their values beside them would do without.
    pub fn sets_axis(&self) -> bool {
        let Self { scale, axis, .. } = self;
        scale.domain.is_some()
            || axis.ticks.is_some()
            || !axis.values.is_empty()
            || axis.grid == Some(true)
            || axis.orient.is_some()
            || axis.format.is_some()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    Quantitative,
    Temporal,
    Ordinal,
    Nominal,
}

impl FieldType {
    pub const ALL: [(&'static str, Self); 4] = [
        ("quantitative", Self::Quantitative),
        ("temporal", Self::Temporal),
        ("ordinal", Self::Ordinal),
        ("nominal", Self::Nominal),
    ];
}

/// How finely an axis of time is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeUnit {
    Year,
    Quarter,
    Month,
    Day,
}

impl TimeUnit {
    pub const ALL: [(&'static str, Self); 4] =
        [("year", Self::Year), ("quarter", Self::Quarter), ("month", Self::Month), ("day", Self::Day)];
}

#[derive(Clone, Debug)]
pub enum Sort {
    /// `null`: as the rows are written.
    AsWritten,
    /// `x`, `y`: smallest value first.
    Smallest,
    /// `-x`, `-y`: largest value first.
    Largest,
    /// By the field itself: earliest first, or from A to Z.
    Ascending,
    Descending,
    /// These first, in this order.
    Names(Vec<Spanned<String>>),
}

/// How the numbers of an axis or beside the marks are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberForm {
    /// With the unit: « 26,3 Md$ ».
    Value,
    /// Without it: « 26,3 »; the subtitle has the unit.
    Number,
    /// With the unit, and with a plus sign where it is above zero.
    Signed,
}

impl NumberForm {
    pub const ALL: [(&'static str, Self); 3] =
        [("value", Self::Value), ("number", Self::Number), ("signed", Self::Signed)];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stack {
    Zero,
    /// As shares of the whole.
    Normalize,
    /// What is below zero hangs from the axis.
    Diverging,
}

impl Stack {
    pub const ALL: [(&'static str, Self); 3] =
        [("zero", Self::Zero), ("normalize", Self::Normalize), ("diverging", Self::Diverging)];
}

#[derive(Clone, Default)]
pub struct ScaleSpec {
    pub kind: Option<Spanned<ScaleType>>,
    /// The first and the last coordinate.
    pub domain: Option<[Coordinate; 2]>,
    pub zero: Option<Spanned<bool>>,
    pub nice: Option<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleType {
    Linear,
    Log,
    Time,
    Band,
}

impl ScaleType {
    pub const ALL: [(&'static str, Self); 4] =
        [("linear", Self::Linear), ("log", Self::Log), ("time", Self::Time), ("band", Self::Band)];
}

#[derive(Clone, Default)]
pub struct AxisSpec {
    /// `axis: null`.
    pub hidden: bool,
    /// About how many ticks.
    pub ticks: Option<u32>,
    /// Exactly these ticks.
    pub values: Vec<Coordinate>,
    pub grid: Option<bool>,
    pub orient: Option<Orient>,
    pub format: Option<NumberForm>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orient {
    Top,
    Bottom,
    Left,
    Right,
}

impl Orient {
    pub const ALL: [(&'static str, Self); 4] =
        [("top", Self::Top), ("bottom", Self::Bottom), ("left", Self::Left), ("right", Self::Right)];
}

/// A place on an axis as an author writes it, in every way that the axis may take it.
#[derive(Clone, Debug)]
pub struct Coordinate {
    /// On an axis of names.
    pub text: String,
    pub value: Option<Value>,
    pub period: Option<Period>,
    pub span: Span,
}
