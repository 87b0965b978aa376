//! What the reader of prose found: a figure's kind, numbers or time, bound, direction and place.
//!
//! Owns the type and its conversions to [`Value`] and [`Period`]; not how it is found.

use crate::quantity::{Amount, Currency, Decimal, Period, Unit, Value};
use jiff::civil::Date;
use std::fmt;
use std::ops::Range;

/// The sort of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Money,
    /// Percent, percentage points and basis points.
    Percent,
    Number,
    /// Times and fractions.
    Ratio,
    /// A day, or a month.
    Date,
    /// A quarter, or a half-year.
    Quarter,
    Year,
    Ticker,
    Ordinal,
}

impl Kind {
    /// The name in JSON and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Number => "number",
            Self::Ratio => "ratio",
            Self::Date => "date",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Ticker => "ticker",
            Self::Ordinal => "ordinal",
        }
    }
}

/// How the words limit the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualifier {
    Exact,
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
    About,
    Range,
}

impl Qualifier {
    /// The name in JSON and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::MoreThan => "more_than",
            Self::LessThan => "less_than",
            Self::About => "about",
            Self::Range => "range",
        }
    }
}

/// The sign of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    Up,
    Down,
}

impl Direction {
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
        }
    }
}

/// The unit of a reading: what a [`Unit`] says, and fractions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    None,
    Money(Currency),
    Percent,
    PercentagePoint,
    BasisPoint,
    Times,
    /// A part of a whole: "a third" is one third of `Fraction`.
    Fraction,
    /// A unit symbol as [`Unit::Symbol`] has it.
    Symbol(&'static str),
}

impl Measure {
    /// The unit as the JSON of `extract` writes it; nothing for a bare number.
    pub fn symbol(self) -> Option<&'static str> {
        Some(match self {
            Self::None => return None,
            Self::Money(currency) => currency.code(),
            Self::Percent => "%",
            Self::PercentagePoint => "pp",
            Self::BasisPoint => "bp",
            Self::Times => "x",
            Self::Fraction => "frac",
            Self::Symbol(symbol) => symbol,
        })
    }
}

/// A time, as far as the words tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct When {
    pub year: Option<i16>,
    pub part: WhenPart,
    /// Whether the year is a company's, not the calendar's.
    pub fiscal: bool,
}

/// The part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhenPart {
    Year,
    Half(i8),
    Quarter(i8),
    Month(i8),
    /// Month and day of the month.
    Day(i8, i8),
}

impl When {
    /// The period, where the year is told.
    pub fn period(self) -> Option<Period> {
        let year = self.year?;
        Some(match self.part {
            WhenPart::Year if self.fiscal => Period::FiscalYear(year),
            WhenPart::Year => Period::Year(year),
            WhenPart::Half(half) => Period::Half(year, half),
            WhenPart::Quarter(quarter) => Period::Quarter(year, quarter),
            WhenPart::Month(month) => Period::Month(year, month),
            WhenPart::Day(month, day) => Period::Day(Date::new(year, month, day).ok()?),
        })
    }

    /// The kind of figure that a time is.
    pub fn kind(self) -> Kind {
        match self.part {
            WhenPart::Year => Kind::Year,
            WhenPart::Half(_) | WhenPart::Quarter(_) => Kind::Quarter,
            WhenPart::Month(_) | WhenPart::Day(..) => Kind::Date,
        }
    }
}

impl fmt::Display for When {
    /// Writes `2025-02-06`, `2025-02`, `2024-Q4`, `2025-H1` or `2025`, with `XXXX` for an unknown year.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("XXXX")?,
        }
        match self.part {
            WhenPart::Year => Ok(()),
            WhenPart::Half(half) => write!(f, "-H{half}"),
            WhenPart::Quarter(quarter) => write!(f, "-Q{quarter}"),
            WhenPart::Month(month) => write!(f, "-{month:02}"),
            WhenPart::Day(month, day) => write!(f, "-{month:02}-{day:02}"),
        }
    }
}

/// What the figure says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Content {
    /// A number in base units; `low` and `high` differ in a range only.
    Number {
        low: Decimal,
        high: Decimal,
        unit: Measure,
    },
    Time(When),
    Ticker(Box<str>),
}

/// What part a number plays in a movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The size of a change: "rose 4%".
    Change,
    /// Money that is lost or given up, the verb's object: "lost 5 billion". Data may state it without its sign.
    Outright,
    /// A level that something moved to, or stands at: "rose to 5 billion", "a loss of 5 billion".
    Level,
}

/// One figure in a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reading {
    pub kind: Kind,
    pub content: Content,
    pub qualifier: Qualifier,
    /// The direction of a change, or of the movement to a level, with the part the number plays in it.
    pub movement: Option<(Direction, Role)>,
    /// Bytes of the text, end exclusive, from the first qualifying word to the unit.
    pub span: Range<usize>,
    /// The sentence of the text, counted from 0.
    pub sentence: usize,
}

impl Reading {
    /// The direction of a change; nothing for a level.
    pub fn direction(&self) -> Option<Direction> {
        match self.movement {
            Some((direction, Role::Change | Role::Outright)) => Some(direction),
            _ => None,
        }
    }

    /// The time, where the figure is one.
    pub fn when(&self) -> Option<When> {
        match self.content {
            Content::Time(when) => Some(when),
            _ => None,
        }
    }

    /// The unit of a number.
    pub fn measure(&self) -> Option<Measure> {
        match self.content {
            Content::Number { unit, .. } => Some(unit),
            _ => None,
        }
    }

    /// The number as a figure's data hold it: a fall is negative, a fraction is a percentage. Nothing for times,
    /// tickers and ordinals.
    pub fn value(&self) -> Option<Value> {
        let Content::Number { low, high, unit } = self.content else { return None };
        if self.kind == Kind::Ordinal {
            return None;
        }
        let (factor, unit) = match unit {
            Measure::None => (Decimal::ONE, Unit::Number),
            Measure::Money(currency) => (Decimal::ONE, Unit::Money(currency)),
            Measure::Percent => (Decimal::ONE, Unit::Percent),
            Measure::PercentagePoint => (Decimal::ONE, Unit::PercentagePoint),
            Measure::BasisPoint => (Decimal::ONE, Unit::BasisPoint),
            Measure::Times => (Decimal::ONE, Unit::Times),
            Measure::Fraction => (Decimal::ONE_HUNDRED, Unit::Percent),
            Measure::Symbol(symbol) => (Decimal::ONE, Unit::Symbol(symbol)),
        };
        let amount = amount(self.qualifier, low, high).map(|n| n * factor);
        Some(Value { amount: if self.direction() == Some(Direction::Down) { negated(amount) } else { amount }, unit })
    }
}

fn amount(qualifier: Qualifier, low: Decimal, high: Decimal) -> Amount {
    match qualifier {
        Qualifier::Exact => Amount::Exact(low),
        Qualifier::AtLeast => Amount::AtLeast(low),
        Qualifier::AtMost => Amount::AtMost(low),
        Qualifier::MoreThan => Amount::MoreThan(low),
        Qualifier::LessThan => Amount::LessThan(low),
        Qualifier::About => Amount::About(low),
        Qualifier::Range => Amount::Range(low, high),
    }
}

/// The amount on the other side of zero: "fell more than 4%" is less than -4 %.
fn negated(amount: Amount) -> Amount {
    match amount {
        Amount::Exact(n) => Amount::Exact(-n),
        Amount::About(n) => Amount::About(-n),
        Amount::MoreThan(n) => Amount::LessThan(-n),
        Amount::AtLeast(n) => Amount::AtMost(-n),
        Amount::LessThan(n) => Amount::MoreThan(-n),
        Amount::AtMost(n) => Amount::AtLeast(-n),
        Amount::Range(low, high) => Amount::Range(-high, -low),
    }
}
