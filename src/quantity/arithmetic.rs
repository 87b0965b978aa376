//! Exact arithmetic with bounds: every [`Amount`] is an interval, and a result holds every value that its operands allow.
//!
//! Owns intervals, their `+ - × ÷` and rounding; units are `super::formula`'s. Sums, differences and products are
//! exact as long as they have at most 28 digits; what has more, and a quotient that does not end, is rounded to the nearest number of
//! 28 digits with at most 28 decimals. Interval arithmetic after IEEE 1788, with open ends as well.

use super::{Amount, Decimal};
use std::cmp::Ordering;

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// Below (as the low end) or above (as the high end) every number.
    Unbounded,
    At {
        number: Decimal,
        /// Whether the number itself belongs to the interval.
        closed: bool,
    },
}

/// The numbers between two ends; never empty. An approximate one is a single number of which only the size is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    low: End,
    high: End,
    approximate: bool,
}

/// Why an operation has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArithmeticError {
    /// The divisor may be zero.
    DivisionByZero,
    /// A number has more digits before its point than fit.
    TooLarge,
    /// Nothing is known of the result: it may be any number.
    NoBound,
    /// An approximate number met a bound or a range: nothing exact can be said of the result.
    Approximate,
}

impl From<Amount> for Interval {
    fn from(amount: Amount) -> Self {
        let at = |number, closed| End::At { number, closed };
        let (low, high) = match amount {
            Amount::Exact(n) | Amount::About(n) => (at(n, true), at(n, true)),
            Amount::MoreThan(n) => (at(n, false), End::Unbounded),
            Amount::AtLeast(n) => (at(n, true), End::Unbounded),
            Amount::LessThan(n) => (End::Unbounded, at(n, false)),
            Amount::AtMost(n) => (End::Unbounded, at(n, true)),
            Amount::Range(low, high) => (at(low, true), at(high, true)),
        };
        Self { low, high, approximate: matches!(amount, Amount::About(_)) }
    }
}

impl TryFrom<Interval> for Amount {
    type Error = ArithmeticError;

    /// A range that leaves out one of its ends becomes one that holds it: data files know no open ranges.
    fn try_from(interval: Interval) -> Result<Self, ArithmeticError> {
        let amount = match (interval.low, interval.high) {
            (End::At { number: low, .. }, End::At { number: high, .. }) if low == high => Self::Exact(low.normalize()),
            (End::At { number: low, .. }, End::At { number: high, .. }) => {
                Self::Range(low.normalize(), high.normalize())
            }
            (End::At { number, closed }, End::Unbounded) if closed => Self::AtLeast(number.normalize()),
            (End::At { number, .. }, End::Unbounded) => Self::MoreThan(number.normalize()),
            (End::Unbounded, End::At { number, closed }) if closed => Self::AtMost(number.normalize()),
            (End::Unbounded, End::At { number, .. }) => Self::LessThan(number.normalize()),
            (End::Unbounded, End::Unbounded) => return Err(ArithmeticError::NoBound),
        };
        match (interval.approximate, amount) {
            (false, amount) => Ok(amount),
            (true, Self::Exact(number)) => Ok(Self::About(number)),
            (true, _) => Err(ArithmeticError::Approximate),
        }
    }
}

impl Interval {
    pub fn plus(self, other: Self) -> Result<Self, ArithmeticError> {
        Ok(Self { low: sum(self.low, other.low)?, high: sum(self.high, other.high)?, ..self.with(other) })
    }

    pub fn minus(self, other: Self) -> Result<Self, ArithmeticError> {
        self.plus(other.negated())
    }

    pub fn times(self, other: Self) -> Result<Self, ArithmeticError> {
        self.corners(other, Point::times)
    }

    /// The quotient; an error where the divisor may be zero.
    pub fn over(self, divisor: Self) -> Result<Self, ArithmeticError> {
        if divisor.holds(Decimal::ZERO) {
            return Err(ArithmeticError::DivisionByZero);
        }
        let side = if divisor.is_above(Decimal::ZERO) { Ordering::Greater } else { Ordering::Less };
        self.corners(divisor, |a, b| a.over(b, side))
    }

    /// To a multiple of `step`, which is above zero: a single number to the nearest (a half away from zero), low ends down and high
    /// ends up, so that a bound stays true.
    pub fn rounded(self, step: Decimal) -> Result<Self, ArithmeticError> {
        let single = self.low == self.high;
        let round = |end, mode| match end {
            End::Unbounded => Ok(End::Unbounded),
            End::At { number, closed } => multiple(number, step, mode).map(|number| End::At { number, closed }),
        };
        let (down, up) = if single { (Mode::Nearest, Mode::Nearest) } else { (Mode::Down, Mode::Up) };
        Ok(Self { low: round(self.low, down)?, high: round(self.high, up)?, ..self })
    }

    /// Whether a number lies in the interval.
    pub fn holds(self, number: Decimal) -> bool {
        let above = match self.low {
            End::Unbounded => true,
            End::At { number: low, closed } => number > low || (closed && number == low),
        };
        let below = match self.high {
            End::Unbounded => true,
            End::At { number: high, closed } => number < high || (closed && number == high),
        };
        above && below
    }

    /// Whether every number of this interval lies in another one; of an approximate number that cannot be said.
    pub(super) fn is_inside(self, other: Self) -> bool {
        let low = match (self.low, other.low) {
            (_, End::Unbounded) => true,
            (End::Unbounded, _) => false,
            (End::At { number, closed }, End::At { number: least, closed: reached }) => {
                number > least || (number == least && (reached || !closed))
            }
        };
        let high = match (self.high, other.high) {
            (_, End::Unbounded) => true,
            (End::Unbounded, _) => false,
            (End::At { number, closed }, End::At { number: most, closed: reached }) => {
                number < most || (number == most && (reached || !closed))
            }
        };
        low && high && !self.approximate
    }

    /// True where every number of the interval is larger than `number`.
    pub(super) fn is_above(self, number: Decimal) -> bool {
        match self.low {
            End::Unbounded => false,
            End::At { number: low, closed } => low > number || (!closed && low == number),
        }
    }

    fn negated(self) -> Self {
        let flip = |end| match end {
            End::Unbounded => End::Unbounded,
            End::At { number, closed } => End::At { number: -number, closed },
        };
        Self { low: flip(self.high), high: flip(self.low), ..self }
    }

    /// Takes over that a result is approximate as soon as one operand is.
    fn with(self, other: Self) -> Self {
        Self { approximate: self.approximate || other.approximate, ..self }
    }

    /// The interval between the smallest and the largest of what `apply` makes of the ends.
    fn corners(
        self,
        other: Self,
        apply: impl Fn(Point, Point) -> Result<Point, ArithmeticError>,
    ) -> Result<Self, ArithmeticError> {
        let (a, b) = (self.points(), other.points());
        let mut low = apply(a[0], b[0])?;
        let mut high = low;
        for (p, q) in [(a[0], b[1]), (a[1], b[0]), (a[1], b[1])] {
            let point = apply(p, q)?;
            low = if point.precedes(low) { point } else { low };
            high = if point.follows(high) { point } else { high };
        }
        Ok(Self { low: low.end(), high: high.end(), ..self.with(other) })
    }

    fn points(self) -> [Point; 2] {
        let point = |end, beyond| match end {
            End::Unbounded => Point { place: beyond, closed: false },
            End::At { number, closed } => Point { place: Limit::Finite(number), closed },
        };
        [point(self.low, Limit::Below), point(self.high, Limit::Above)]
    }
}

/// A number, or what lies beyond all numbers. The order of the variants is theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Limit {
    Below,
    Finite(Decimal),
    Above,
}

impl Limit {
    fn sign(self) -> Ordering {
        match self {
            Self::Below => Ordering::Less,
            Self::Finite(number) => number.cmp(&Decimal::ZERO),
            Self::Above => Ordering::Greater,
        }
    }

    /// The infinity with the sign of a product of two signs, neither of which is zero.
    fn infinity(a: Ordering, b: Ordering) -> Self {
        if a == b { Self::Above } else { Self::Below }
    }
}

/// A limit, and whether the interval that it ends reaches it.
#[derive(Clone, Copy)]
struct Point {
    place: Limit,
    closed: bool,
}

impl Point {
    fn is_zero(self) -> bool {
        self.place == Limit::Finite(Decimal::ZERO)
    }

    /// Zero times whatever is zero: an end that reaches zero reaches it with any factor.
    fn times(self, other: Self) -> Result<Self, ArithmeticError> {
        if self.is_zero() || other.is_zero() {
            let closed = (self.is_zero() && self.closed) || (other.is_zero() && other.closed);
            return Ok(Self { place: Limit::Finite(Decimal::ZERO), closed });
        }
        let place = match (self.place, other.place) {
            (Limit::Finite(a), Limit::Finite(b)) => {
                Limit::Finite(a.checked_mul(b).ok_or(ArithmeticError::TooLarge)?.normalize())
            }
            (a, b) => Limit::infinity(a.sign(), b.sign()),
        };
        Ok(Self { place, closed: self.closed && other.closed })
    }

    /// The quotient by an end of an interval that lies on one `side` of zero, though it may come up to it.
    fn over(self, other: Self, side: Ordering) -> Result<Self, ArithmeticError> {
        let zero = Limit::Finite(Decimal::ZERO);
        let closed = self.closed && (other.closed || self.is_zero());
        let place = match (self.place, other.place) {
            _ if self.is_zero() => zero,
            (_, Limit::Finite(b)) if b.is_zero() => Limit::infinity(self.place.sign(), side),
            (Limit::Finite(a), Limit::Finite(b)) => {
                Limit::Finite(a.checked_div(b).ok_or(ArithmeticError::TooLarge)?.normalize())
            }
            (_, Limit::Finite(_)) => Limit::infinity(self.place.sign(), side),
            // The other corners say how large a quotient by an unlimited divisor may be.
            (_, Limit::Below | Limit::Above) => zero,
        };
        Ok(Self { place, closed })
    }

    fn precedes(self, other: Self) -> bool {
        self.place < other.place || (self.place == other.place && self.closed && !other.closed)
    }

    fn follows(self, other: Self) -> bool {
        self.place > other.place || (self.place == other.place && self.closed && !other.closed)
    }

    fn end(self) -> End {
        match self.place {
            Limit::Finite(number) => End::At { number, closed: self.closed },
            Limit::Below | Limit::Above => End::Unbounded,
        }
    }
}

fn sum(a: End, b: End) -> Result<End, ArithmeticError> {
    let (End::At { number: a, closed: c }, End::At { number: b, closed: d }) = (a, b) else {
        return Ok(End::Unbounded);
    };
    let number = a.checked_add(b).ok_or(ArithmeticError::TooLarge)?.normalize();
    Ok(End::At { number, closed: c && d })
}

#[derive(Clone, Copy)]
enum Mode {
    Down,
    Up,
    Nearest,
}

fn multiple(number: Decimal, step: Decimal, mode: Mode) -> Result<Decimal, ArithmeticError> {
    let rest = number.checked_rem(step).ok_or(ArithmeticError::TooLarge)?;
    let inward = number.checked_sub(rest).ok_or(ArithmeticError::TooLarge)?;
    let outward = match mode {
        Mode::Down => rest < Decimal::ZERO,
        Mode::Up => rest > Decimal::ZERO,
        Mode::Nearest => rest.abs() >= step - rest.abs(),
    };
    let step = if rest.is_sign_negative() { -step } else { step };
    let result = if outward { inward.checked_add(step).ok_or(ArithmeticError::TooLarge)? } else { inward };
    Ok(result.normalize())
}

#[cfg(test)]
mod tests;
