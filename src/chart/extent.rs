//! What a bar shows of an amount along an axis that starts at zero.
//!
//! An amount's bound says on which side the truth may lie; on a bar that reads differently left and right of zero: "more
//! than 100" reaches beyond its end, "more than −4" ends before it.

use crate::quantity::{Amount, Decimal};
use rust_decimal::prelude::ToPrimitive;

/// The parts of a bar, in the unit of the values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// From zero to the value.
    Exact(f64),
    /// At least as long as this, and open beyond.
    Beyond { end: f64, rightward: bool },
    /// At most as long as this.
    Within(f64),
    /// About this long.
    About(f64),
    /// Surely as long as `near`, at most as long as `far`; both on one side of zero.
    Between { near: f64, far: f64 },
    /// From below zero to above it.
    Across { low: f64, high: f64 },
}

impl Extent {
    pub fn of(amount: &Amount) -> Self {
        let value = number(amount.low());
        match *amount {
            Amount::Exact(_) => Self::Exact(value),
            Amount::About(_) => Self::About(value),
            Amount::MoreThan(_) | Amount::AtLeast(_) if value < 0.0 => Self::Within(value),
            Amount::MoreThan(_) | Amount::AtLeast(_) => Self::Beyond { end: value, rightward: true },
            Amount::LessThan(_) | Amount::AtMost(_) if value > 0.0 => Self::Within(value),
            Amount::LessThan(_) | Amount::AtMost(_) => Self::Beyond { end: value, rightward: false },
            Amount::Range(low, high) => {
                let (low, high) = (number(low), number(high));
                if low >= 0.0 {
                    Self::Between { near: low, far: high }
                } else if high <= 0.0 {
                    Self::Between { near: high, far: low }
                } else {
                    Self::Across { low, high }
                }
            }
        }
    }

    /// The lowest and the highest number that is drawn, zero included.
    pub fn reach(self) -> (f64, f64) {
        let (low, high) = match self {
            Self::Exact(n) | Self::Beyond { end: n, .. } | Self::Within(n) | Self::About(n) => (n, n),
            Self::Between { near, far } => (near.min(far), near.max(far)),
            Self::Across { low, high } => (low, high),
        };
        (low.min(0.0), high.max(0.0))
    }

    /// True where the bar lies left of zero, so that its value stands at its left end.
    pub fn is_leftward(self) -> bool {
        match self {
            Self::Exact(n) | Self::Within(n) | Self::About(n) | Self::Between { far: n, .. } => n < 0.0,
            Self::Beyond { rightward, .. } => !rightward,
            Self::Across { .. } => false,
        }
    }
}

/// The nearest number to a decimal: where exact values end.
pub fn number(decimal: Decimal) -> f64 {
    decimal.to_f64().expect("every decimal has a nearest number")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Extent, reach: (f64, f64), leftward: bool) {
        let value: crate::quantity::Value = text.parse().unwrap();
        let extent = Extent::of(&value.amount);
        assert_eq!(extent, expect, "{text}");
        assert_eq!(extent.reach(), reach, "{text}");
        assert_eq!(extent.is_leftward(), leftward, "{text}");
    }

    #[test]
    fn a_bound_reads_by_its_side_of_zero() {
        check("80", Extent::Exact(80.0), (0.0, 80.0), false);
        check("-4", Extent::Exact(-4.0), (-4.0, 0.0), true);
        check("0", Extent::Exact(0.0), (0.0, 0.0), false);
        check("~ 80", Extent::About(80.0), (0.0, 80.0), false);
        check("> 100", Extent::Beyond { end: 100.0, rightward: true }, (0.0, 100.0), false);
        check(">= -4", Extent::Within(-4.0), (-4.0, 0.0), true);
        check("< 3", Extent::Within(3.0), (0.0, 3.0), false);
        check("< -4", Extent::Beyond { end: -4.0, rightward: false }, (-4.0, 0.0), true);
        check("<= 0", Extent::Beyond { end: 0.0, rightward: false }, (0.0, 0.0), true);
        check("60..65", Extent::Between { near: 60.0, far: 65.0 }, (0.0, 65.0), false);
        check("-6..-4", Extent::Between { near: -4.0, far: -6.0 }, (-6.0, 0.0), true);
        check("-2..3", Extent::Across { low: -2.0, high: 3.0 }, (-2.0, 3.0), false);
    }
}
