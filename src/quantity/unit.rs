//! What a number counts.

use super::Currency;
use super::value::is_scale;
use std::fmt;

/// Unit symbols that are the same in every language (SI, the energy trade's, and the square foot of property news).
const SYMBOLS: &[&str] = &[
    "B", "EB", "GB", "GHz", "GW", "GWh", "Hz", "MB", "MHz", "MW", "MWh", "Mt", "PB", "TB", "TW", "TWh", "W", "Wh",
    "bbl", "cm", "ft2", "g", "h", "ha", "hl", "kB", "kHz", "kV", "kW", "kWh", "kg", "km", "km/h", "km2", "kt", "l",
    "m", "m2", "m3", "mg", "mm", "nm", "t", "°C",
];

/// The unit of a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A bare number.
    Number,
    /// An amount of money in the main unit of its currency.
    Money(Currency),
    /// `%`: parts per hundred; the value 4 % is the number 4.
    Percent,
    /// `pp`: percentage points.
    PercentagePoint,
    /// `bp`: basis points, a hundredth of a percentage point.
    BasisPoint,
    /// `x`: times.
    Times,
    /// A symbol that every language writes alike: `GW`, `km`.
    Symbol(&'static str),
    /// A thing counted, by the identifier under which the site gives its names: `units`, `chips`.
    Noun(Box<str>),
}

impl Unit {
    /// The unit that a data file writes as `text`; `is_noun` tells which count nouns the site knows.
    pub fn parse(text: &str, is_noun: &dyn Fn(&str) -> bool) -> Option<Self> {
        Some(match text {
            "" => Self::Number,
            "%" => Self::Percent,
            "pp" => Self::PercentagePoint,
            "bp" => Self::BasisPoint,
            "x" => Self::Times,
            _ => {
                if let Some(currency) = Currency::from_code(text) {
                    Self::Money(currency)
                } else if let Some(symbol) = SYMBOLS.iter().find(|s| **s == text) {
                    Self::Symbol(symbol)
                } else if is_noun(text) && !is_scale(text) {
                    Self::Noun(text.into())
                } else {
                    return None;
                }
            }
        })
    }

    /// Every unit that needs no declaration, as data files write it: for hints.
    pub fn known() -> impl Iterator<Item = &'static str> {
        ["%", "pp", "bp", "x"].into_iter().chain(Currency::codes().iter().copied()).chain(SYMBOLS.iter().copied())
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number => Ok(()),
            Self::Money(currency) => currency.fmt(f),
            Self::Percent => f.write_str("%"),
            Self::PercentagePoint => f.write_str("pp"),
            Self::BasisPoint => f.write_str("bp"),
            Self::Times => f.write_str("x"),
            Self::Symbol(symbol) => f.write_str(symbol),
            Self::Noun(noun) => f.write_str(noun),
        }
    }
}
