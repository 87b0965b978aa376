//! The data that a text should meet: values, periods and tickers as the data files write them.
//!
//! Owns their reading and the search for what meets them; the data files themselves are read elsewhere.

use super::agree;
use super::ellipsis::completed;
use super::text::Text;
use super::{Finding, FindingKind, Strictness};
use crate::quantity::prose::{Content, Direction, Kind, Measure, Qualifier, Reading, Role, When, WhenPart};
use crate::quantity::{Amount, Decimal, Period, Unit, Value};

/// An item of data, as the readings that a text must hold to meet it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Datum(Vec<Reading>);

impl Datum {
    /// Reads `26.3 billion USD`, `2024-Q4`, `2025-02-06`, `FY2025` or a ticker such as `AMZN`.
    ///
    /// # Errors
    /// Names the item, and says why it is no value.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if let Ok(period) = text.parse::<Period>()
            && !matches!(period, Period::Year(year) if !(1900..=2100).contains(&year))
        {
            return Ok(Self::from(period));
        }
        match text.parse::<Value>() {
            Ok(value) => Ok(Self::from(&value)),
            Err(_) if is_ticker(text) => Ok(Self(vec![reading(Kind::Ticker, Content::Ticker(text.into()))])),
            Err(error) => {
                let hint = error.hint.as_deref().map_or(String::new(), |hint| format!("; {hint}"));
                Err(format!("`{text}` is no value, period or ticker: {error}{hint}"))
            }
        }
    }
}

impl From<Period> for Datum {
    fn from(period: Period) -> Self {
        let when = |year, part, fiscal| When { year: Some(year), part, fiscal };
        let day = |date: jiff::civil::Date| when(date.year(), WhenPart::Day(date.month(), date.day()), false);
        let times = match period {
            Period::Year(year) => vec![when(year, WhenPart::Year, false)],
            Period::FiscalYear(year) => vec![when(year, WhenPart::Year, true)],
            Period::Half(year, half) => vec![when(year, WhenPart::Half(half), false)],
            Period::Quarter(year, quarter) => vec![when(year, WhenPart::Quarter(quarter), false)],
            Period::Month(year, month) => vec![when(year, WhenPart::Month(month), false)],
            Period::Day(date) => vec![day(date)],
            Period::Days(first, last) => vec![day(first), day(last)],
        };
        Self(times.into_iter().map(|when| reading(when.kind(), Content::Time(when))).collect())
    }
}

impl From<&Value> for Datum {
    fn from(value: &Value) -> Self {
        let (kind, unit) = match value.unit {
            Unit::Money(currency) => (Kind::Money, Measure::Money(currency)),
            Unit::Percent => (Kind::Percent, Measure::Percent),
            Unit::PercentagePoint => (Kind::Percent, Measure::PercentagePoint),
            Unit::BasisPoint => (Kind::Percent, Measure::BasisPoint),
            Unit::Times => (Kind::Ratio, Measure::Times),
            Unit::Symbol(symbol) => (Kind::Number, Measure::Symbol(symbol)),
            Unit::Number | Unit::Noun(_) => (Kind::Number, Measure::None),
        };
        let qualifier = match value.amount {
            Amount::Exact(_) => Qualifier::Exact,
            Amount::MoreThan(_) => Qualifier::MoreThan,
            Amount::AtLeast(_) => Qualifier::AtLeast,
            Amount::LessThan(_) => Qualifier::LessThan,
            Amount::AtMost(_) => Qualifier::AtMost,
            Amount::About(_) => Qualifier::About,
            Amount::Range(..) => Qualifier::Range,
        };
        let (low, high) = (value.amount.low(), value.amount.high());
        let falls = high.is_sign_negative() && !high.is_zero();
        let direction = if falls { Direction::Down } else { Direction::Up };
        let mut reading = reading(kind, Content::Number { low, high, unit });
        reading.qualifier = if falls { mirrored(qualifier) } else { qualifier };
        // Things counted have no sign: 300 jobs cut are 300.
        let unsigned = !falls && kind == Kind::Number;
        reading.movement = (!unsigned).then_some((direction, Role::Change));
        Self(vec![reading])
    }
}

impl Datum {
    /// What a reading of prose and this item differ in; empty where the reading meets it, nothing where they are not
    /// comparable.
    pub fn difference(&self, reading: &Reading) -> Option<Vec<FindingKind>> {
        let found = self.0.iter().filter_map(|wanted| difference(wanted, reading));
        found.min_by_key(Vec::len)
    }
}

/// What a reading of prose and a wanted one differ in: nothing where the prose bounds an exact value as near as its digits
/// tell, or rounds it.
fn difference(wanted: &Reading, reading: &Reading) -> Option<Vec<FindingKind>> {
    let mut found = agree::difference(wanted, reading, Strictness::Strict)?;
    if reading.qualifier == Qualifier::About && wanted.qualifier == Qualifier::Exact {
        found.retain(|kind| *kind != FindingKind::DroppedQualifier);
    }
    // The size of a loss, and of a change in money, may stand in the data without its sign: the verb carries it.
    let carried = matches!(reading.movement, Some((_, Role::Outright))) || reading.kind == Kind::Money;
    if carried && matches!(wanted.movement, Some((Direction::Up, _))) {
        found.retain(|kind| *kind != FindingKind::Direction);
    }
    let only_value = found == [FindingKind::WrongNumber];
    Some(if only_value && agree::bounds_closely(reading, wanted) { Vec::new() } else { found })
}

/// A bound seen from the other side of zero: `< -4 %` is a fall of more than 4 %.
fn mirrored(qualifier: Qualifier) -> Qualifier {
    match qualifier {
        Qualifier::MoreThan => Qualifier::LessThan,
        Qualifier::LessThan => Qualifier::MoreThan,
        Qualifier::AtLeast => Qualifier::AtMost,
        Qualifier::AtMost => Qualifier::AtLeast,
        other => other,
    }
}

fn reading(kind: Kind, content: Content) -> Reading {
    Reading { kind, content, qualifier: Qualifier::Exact, movement: None, span: 0..0, sentence: 0 }
}

fn is_ticker(text: &str) -> bool {
    (1..=7).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '.' | '-'))
}

/// Adds a finding for every datum that a text does not meet, at the figure that comes nearest to it. Where the languages
/// already quarrel, only what neither of them meets is told.
pub(super) fn unmet(
    data: &[Datum],
    french: &Text<'_>,
    english: &Text<'_>,
    quarrels: bool,
    findings: &mut Vec<Finding>,
) {
    for (index, datum) in data.iter().enumerate() {
        for wanted in &datum.0 {
            let [left, right] = [french, english].map(|text| best(wanted, text, data));
            let met = |best: &Option<(bool, usize)>| matches!(best, Some((true, _)));
            if met(&left) && met(&right) || quarrels && (met(&left) || met(&right)) {
                continue;
            }
            let place =
                |best: Option<(bool, usize)>, text: &Text<'_>| best.map(|(_, at)| text.readings[at].span.clone());
            findings.push(Finding {
                kind: FindingKind::DataMismatch,
                french: place(left, french),
                english: place(right, english),
                datum: Some(index),
            });
        }
    }
}

/// The reading that meets a datum, or the nearest that meets no other one; with whether it does.
fn best(wanted: &Reading, text: &Text<'_>, data: &[Datum]) -> Option<(bool, usize)> {
    let meets = |wanted: &Reading, reading: &Reading| {
        difference(wanted, reading).is_some_and(|difference| difference.is_empty()) || is_early_year(wanted, reading)
    };
    let whole = |at: &usize| completed(text, *at).iter().any(|reading| meets(wanted, reading));
    let found = text.readings.iter().position(|reading| meets(wanted, reading));
    if let Some(found) = found.or_else(|| (0..text.readings.len()).find(whole)) {
        return Some((true, found));
    }
    let taken = |reading: &Reading| data.iter().any(|datum| datum.0.iter().any(|other| meets(other, reading)));
    let nearest =
        text.readings.iter().enumerate().filter(|(_, reading)| !taken(reading)).filter_map(|(at, reading)| {
            let rank = match difference(wanted, reading) {
                Some(difference) => difference.len(),
                None if wanted.kind == reading.kind => 5,
                None => return None,
            };
            Some((rank, at))
        });
    nearest.min().map(|(_, at)| (false, at))
}

/// Whether a datum such as `1867`, which may be a number, is the year of a reading.
fn is_early_year(wanted: &Reading, reading: &Reading) -> bool {
    match (&wanted.content, &reading.content) {
        (
            Content::Number { low, high, unit: Measure::None },
            Content::Time(When { year: Some(year), part: WhenPart::Year, fiscal: false }),
        ) => low == high && *low == Decimal::from(*year) && wanted.qualifier == Qualifier::Exact,
        _ => false,
    }
}
