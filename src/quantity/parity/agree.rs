//! Whether two readings say the same.
//!
//! Owns the comparison of one reading with another: values are compared in common units (half is 50 %, 25 basis points are
//! a quarter of a point, 1,200 MW are 1.2 GW), then the kinds of bound, then the directions.

use super::FindingKind;
use crate::quantity::Decimal;
use crate::quantity::prose::{Content, Direction, Kind, Measure, Qualifier, Reading, Role, When, WhenPart};

/// How closely two kinds of bound must agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// "more than" is not "at least".
    Strict,
    /// Lower bounds agree with each other, and so do upper bounds.
    Lenient,
}

/// Whether two readings say the same: unit, value, kind of bound and direction.
///
/// A reading marked as approximate agrees with a more precise one that rounds to it.
pub fn agrees(a: &Reading, b: &Reading, strictness: Strictness) -> bool {
    difference(a, b, strictness).is_none_or(|difference| difference.is_empty())
}

/// What two comparable readings differ in; empty where they agree, nothing where they are not comparable.
pub(super) fn difference(a: &Reading, b: &Reading, strictness: Strictness) -> Option<Vec<FindingKind>> {
    match (&a.content, &b.content) {
        (Content::Time(x), Content::Time(y)) => times(*x, *y),
        (Content::Ticker(x), Content::Ticker(y)) => {
            Some(if x == y { Vec::new() } else { vec![FindingKind::WrongTicker] })
        }
        (Content::Number { .. }, Content::Number { .. }) if (a.kind == Kind::Ordinal) == (b.kind == Kind::Ordinal) => {
            numbers(a, b, strictness)
        }
        _ => None,
    }
}

fn times(a: When, b: When) -> Option<Vec<FindingKind>> {
    if a.kind() != b.kind() {
        return None;
    }
    let years = matches!((a.year, b.year), (Some(x), Some(y)) if x != y);
    let difference = match (a.part == b.part, years, a.part) {
        (true, false, _) => return Some(Vec::new()),
        (_, _, WhenPart::Quarter(_) | WhenPart::Half(_)) => FindingKind::WrongQuarter,
        (true, true, _) => FindingKind::WrongYear,
        (false, ..) => FindingKind::WrongDate,
    };
    Some(vec![difference])
}

/// A number in a common unit, without its sign.
#[derive(Clone, Copy, Debug)]
struct Size {
    low: Decimal,
    high: Decimal,
    unit: Measure,
    movement: Option<(Direction, Role)>,
    /// Written with a minus sign.
    negative: bool,
}

fn size(reading: &Reading) -> Option<Size> {
    let Content::Number { low, high, unit } = reading.content else { return None };
    let (factor, unit) = common(unit);
    let negative = high.is_sign_negative() && !high.is_zero();
    let movement = if negative { Some((Direction::Down, Role::Change)) } else { reading.movement };
    let (low, high) = if negative { (-high, -low) } else { (low, high) };
    let times = |n: Decimal| n.checked_mul(factor).unwrap_or(n).normalize();
    Some(Size { low: times(low), high: times(high), unit, movement, negative })
}

/// A unit's factor to the unit that its family is compared in.
fn common(unit: Measure) -> (Decimal, Measure) {
    let thousands = |exponent: i64, base| {
        (Decimal::from(1000_i64.pow(u32::try_from(exponent).unwrap_or(0))), Measure::Symbol(base))
    };
    match unit {
        Measure::Fraction => (Decimal::ONE_HUNDRED, Measure::Percent),
        Measure::BasisPoint => (Decimal::new(1, 2), Measure::PercentagePoint),
        Measure::Symbol(symbol) => match symbol {
            "kW" => thousands(1, "W"),
            "MW" => thousands(2, "W"),
            "GW" => thousands(3, "W"),
            "TW" => thousands(4, "W"),
            "kWh" => thousands(1, "Wh"),
            "MWh" => thousands(2, "Wh"),
            "GWh" => thousands(3, "Wh"),
            "TWh" => thousands(4, "Wh"),
            "kB" => thousands(1, "B"),
            "MB" => thousands(2, "B"),
            "GB" => thousands(3, "B"),
            "TB" => thousands(4, "B"),
            "PB" => thousands(5, "B"),
            "kHz" => thousands(1, "Hz"),
            "MHz" => thousands(2, "Hz"),
            "GHz" => thousands(3, "Hz"),
            "kg" => thousands(1, "g"),
            "t" => thousands(2, "g"),
            "kt" => thousands(3, "g"),
            "Mt" => thousands(4, "g"),
            "km" => thousands(1, "m"),
            "cm" => (Decimal::new(1, 2), Measure::Symbol("m")),
            "mm" => (Decimal::new(1, 3), Measure::Symbol("m")),
            "hl" => (Decimal::ONE_HUNDRED, Measure::Symbol("l")),
            "m3" => thousands(1, "l"),
            "mg" => (Decimal::new(1, 3), Measure::Symbol("g")),
            "ha" => (Decimal::from(10_000), Measure::Symbol("m2")),
            "km2" => (Decimal::from(1_000_000), Measure::Symbol("m2")),
            _ => (Decimal::ONE, unit),
        },
        _ => (Decimal::ONE, unit),
    }
}

fn numbers(a: &Reading, b: &Reading, strictness: Strictness) -> Option<Vec<FindingKind>> {
    let (x, y) = (size(a)?, size(b)?);
    let mut found = Vec::new();
    let same = same_numbers(a, &x, b, &y);
    match unit_difference(&x, &y) {
        None if a.kind == b.kind && same_words(a, b) && !same && !as_times(&x, &y) => {
            found.push(FindingKind::WrongUnit);
        }
        // A part and a factor are one sort of figure: "divided by four" and "a third" differ in their number.
        Some(_) if a.kind == Kind::Ratio && b.kind == Kind::Ratio => found.push(FindingKind::WrongNumber),
        Some(kind)
            if same || matches!((x.unit, y.unit), (Measure::Money(_), Measure::Money(_))) || a.kind == b.kind =>
        {
            found.push(kind);
        }
        Some(_) => return None,
        None if !same && !as_times(&x, &y) => {
            if a.kind != b.kind && x.unit != y.unit {
                return None;
            }
            found.push(if is_scaled(&x, &y) { FindingKind::WrongScale } else { FindingKind::WrongNumber });
        }
        None => {}
    }
    if found.is_empty() && a.kind != Kind::Ordinal {
        found.extend(qualifier_difference(a, &x, b, &y, strictness));
    }
    if opposed(&x, &y) {
        found.push(FindingKind::Direction);
    }
    Some(found)
}

/// Whether both move, in opposite directions: changes with changes, levels with levels. A sign that only one text writes
/// is a direction too.
fn opposed(x: &Size, y: &Size) -> bool {
    match (x.movement, y.movement) {
        (Some((a, r)), Some((b, s))) => a != b && (r == Role::Level) == (s == Role::Level),
        (Some(_), None) => x.negative,
        (None, Some(_)) => y.negative,
        (None, None) => false,
    }
}

/// Whether two readings have the same number before units are made common, in different units: 25 bp and 25 pp.
fn same_words(a: &Reading, b: &Reading) -> bool {
    match (&a.content, &b.content) {
        (Content::Number { low, high, unit }, Content::Number { low: l, high: h, unit: u }) => {
            low == l && high == h && unit != u
        }
        _ => false,
    }
}

fn unit_difference(x: &Size, y: &Size) -> Option<FindingKind> {
    match (x.unit, y.unit) {
        (a, b) if a == b => None,
        (Measure::Money(_), Measure::Money(_)) => Some(FindingKind::WrongCurrency),
        // A currency left out, a unit that one language puts into a noun, "3 fois" for "3 times" are no difference.
        (Measure::None, Measure::Money(_) | Measure::Symbol(_) | Measure::Times)
        | (Measure::Money(_) | Measure::Symbol(_) | Measure::Times, Measure::None) => None,
        (Measure::Percent, Measure::Times) | (Measure::Times, Measure::Percent) if as_times(x, y) => None,
        _ => Some(FindingKind::WrongUnit),
    }
}

/// Whether a percentage and a factor say the same: halved and 50 %, doubled and 100 % more or 200 %.
fn as_times(x: &Size, y: &Size) -> bool {
    let (percent, times) = match (x.unit, y.unit) {
        (Measure::Percent, Measure::Times) => (x.low, y.low),
        (Measure::Times, Measure::Percent) => (y.low, x.low),
        _ => return false,
    };
    let hundredfold = times * Decimal::ONE_HUNDRED;
    let close = |p: Decimal, q: Decimal| p == q || thirds(p, q);
    close(percent, hundredfold) || close(percent, (hundredfold - Decimal::ONE_HUNDRED).abs())
}

fn same_numbers(a: &Reading, x: &Size, b: &Reading, y: &Size) -> bool {
    let close = |p: Decimal, q: Decimal| p == q || thirds(p, q);
    let collective = |p: Decimal, q: Decimal| {
        // "des dizaines" and "dozens": both count by tens or so.
        p == Decimal::TEN && q == Decimal::from(12)
    };
    if close(x.low, y.low) && close(x.high, y.high) {
        return true;
    }
    if a.qualifier == Qualifier::AtLeast && b.qualifier == Qualifier::AtLeast {
        return collective(x.low, y.low) || collective(y.low, x.low);
    }
    let about = |r: &Reading| r.qualifier == Qualifier::About;
    about(a) && rounds_to(y.low, x.low) || about(b) && rounds_to(x.low, y.low)
}

/// Whether two numbers are the same but for endless decimals: 1/3 read twice, and 33.3 for a third of 100, which no digits
/// can tell.
fn thirds(p: Decimal, q: Decimal) -> bool {
    let rounded = |endless: Decimal, short: Decimal| {
        endless.scale() > 12 && short.scale() <= 12 && endless.round_dp(short.scale()) == short && short.scale() < 3
    };
    (p - q).abs() < Decimal::new(1, 12) && p.scale() > 12 || rounded(p, q) || rounded(q, p)
}

/// Whether `precise` rounds to `rounded` at the digits that `rounded` shows, and lies within a twentieth of it.
fn rounds_to(precise: Decimal, rounded: Decimal) -> bool {
    if rounded.is_zero() || precise == rounded {
        return false;
    }
    let distance = (precise - rounded).abs();
    distance * Decimal::TWO <= last_digit(rounded) && distance * Decimal::from(20) <= rounded.abs()
}

/// Whether a bound in prose holds of an exact number and is the nearest that its digits tell: "plus de 40 millions" of 43
/// million, "moins de 50 millions" of 47, but not "plus de 10 millions" of 43, which is true and says too little.
pub(super) fn bounds_closely(bound: &Reading, exact: &Reading) -> bool {
    let (Some(x), Some(y)) = (size(bound), size(exact)) else { return false };
    let holds = match bound.qualifier {
        Qualifier::MoreThan | Qualifier::AtLeast => y.low > x.low,
        Qualifier::LessThan | Qualifier::AtMost => y.low < x.low,
        _ => false,
    };
    let distance = (y.low - x.low).abs();
    holds
        && exact.qualifier == Qualifier::Exact
        && distance < last_digit(x.low)
        && distance * Decimal::from(5) <= x.low.abs()
}

/// The unit of the last digit that a number shows: 10 million of 40 million.
fn last_digit(number: Decimal) -> Decimal {
    let mut step = Decimal::ONE;
    let mut shown = number.normalize();
    while shown.scale() > 0 {
        step /= Decimal::TEN;
        shown = (shown * Decimal::TEN).normalize();
    }
    while !shown.is_zero() && (shown % Decimal::TEN).is_zero() {
        step *= Decimal::TEN;
        shown /= Decimal::TEN;
    }
    step
}

/// Whether the numbers differ by a power of a thousand; or of ten, where both are counted in thousands.
fn is_scaled(x: &Size, y: &Size) -> bool {
    let (small, large) = if x.high < y.high { (x, y) } else { (y, x) };
    let thousands = small.low >= Decimal::from(1000);
    let mut factor = Decimal::ONE;
    for zeros in 1..=15 {
        factor *= Decimal::TEN;
        let scaled = |n: Decimal| n.checked_mul(factor);
        let same = scaled(small.low) == Some(large.low) && scaled(small.high) == Some(large.high);
        if same && (zeros % 3 == 0 || thousands) && !large.high.is_zero() {
            return true;
        }
    }
    false
}

fn qualifier_difference(a: &Reading, x: &Size, b: &Reading, y: &Size, strictness: Strictness) -> Option<FindingKind> {
    let (p, q) = (a.qualifier, b.qualifier);
    let rounded = x.low != y.low && (p == Qualifier::About || q == Qualifier::About);
    if p == q || rounded {
        return None;
    }
    let lower = |q| matches!(q, Qualifier::AtLeast | Qualifier::MoreThan);
    let upper = |q| matches!(q, Qualifier::AtMost | Qualifier::LessThan);
    if strictness == Strictness::Lenient && (lower(p) && lower(q) || upper(p) && upper(q)) {
        return None;
    }
    if p == Qualifier::Exact || q == Qualifier::Exact {
        // "une douzaine" is about twelve, "a dozen" is twelve: each is the other's translation.
        let dozen = x.low == Decimal::from(12) && (p == Qualifier::About || q == Qualifier::About);
        return (!dozen).then_some(FindingKind::DroppedQualifier);
    }
    Some(FindingKind::ChangedQualifier)
}
