//! A number that keeps what is known of it: exact, bounded on one side, approximate, or a range.

use super::Decimal;
use std::cmp::Ordering;

/// An exact number or a bound on one, in base units (26.3 billion is `26300000000`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Amount {
    Exact(Decimal),
    /// `> n`: strictly more.
    MoreThan(Decimal),
    /// `>= n`: n or more.
    AtLeast(Decimal),
    /// `< n`: strictly less.
    LessThan(Decimal),
    /// `<= n`: n or less.
    AtMost(Decimal),
    /// `~ n`: about n.
    About(Decimal),
    /// `low..high`, both included; low is never above high.
    Range(Decimal, Decimal),
}

impl Amount {
    /// The number that the data states, or the low end of a range: what sorting and scales start from.
    pub fn low(&self) -> Decimal {
        match *self {
            Self::Exact(n)
            | Self::MoreThan(n)
            | Self::AtLeast(n)
            | Self::LessThan(n)
            | Self::AtMost(n)
            | Self::About(n)
            | Self::Range(n, _) => n,
        }
    }

    /// The number that the data states, or the high end of a range.
    pub fn high(&self) -> Decimal {
        match *self {
            Self::Range(_, high) => high,
            _ => self.low(),
        }
    }

    /// True where the true number may lie above any limit (`>` and `>=`).
    pub fn is_lower_bound(&self) -> bool {
        matches!(self, Self::MoreThan(_) | Self::AtLeast(_))
    }

    /// True for `<` and `<=`.
    pub fn is_upper_bound(&self) -> bool {
        matches!(self, Self::LessThan(_) | Self::AtMost(_))
    }

    /// Applies an order-preserving function to each number (a change of scale by a positive factor).
    #[must_use]
    pub fn map(self, f: impl Fn(Decimal) -> Decimal) -> Self {
        match self {
            Self::Exact(n) => Self::Exact(f(n)),
            Self::MoreThan(n) => Self::MoreThan(f(n)),
            Self::AtLeast(n) => Self::AtLeast(f(n)),
            Self::LessThan(n) => Self::LessThan(f(n)),
            Self::AtMost(n) => Self::AtMost(f(n)),
            Self::About(n) => Self::About(f(n)),
            Self::Range(a, b) => Self::Range(f(a), f(b)),
        }
    }

    /// The sign in front of the number in the data files: `>`, `>=`, `<`, `<=`, `~` or nothing.
    pub fn sign(&self) -> &'static str {
        match self {
            Self::Exact(_) | Self::Range(..) => "",
            Self::MoreThan(_) => ">",
            Self::AtLeast(_) => ">=",
            Self::LessThan(_) => "<",
            Self::AtMost(_) => "<=",
            Self::About(_) => "~",
        }
    }

    /// Sorting order for charts and tables: by the low end, then by the high end.
    pub fn cmp_for_sorting(&self, other: &Self) -> Ordering {
        self.low().cmp(&other.low()).then(self.high().cmp(&other.high()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_by_low_end_then_high_end() {
        let n = Decimal::from;
        let mut amounts =
            vec![Amount::Range(n(60), n(65)), Amount::MoreThan(n(100)), Amount::Exact(n(60)), Amount::Exact(n(75))];
        amounts.sort_by(Amount::cmp_for_sorting);
        assert_eq!(
            amounts,
            [Amount::Exact(n(60)), Amount::Range(n(60), n(65)), Amount::Exact(n(75)), Amount::MoreThan(n(100))]
        );
    }
}
