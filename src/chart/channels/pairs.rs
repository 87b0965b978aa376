//! The two values of a name in a chart of two ends: the interval from one to the other, and how far apart they are.

use super::Datum;
use crate::model::Mark;
use crate::quantity::{Amount, Decimal, Unit, Value};

/// The interval from the first value to the second one, of a mark that shows it; `None` where they are not both exact and in
/// order, which checks report.
pub fn interval(mark: Mark, data: &[&Datum]) -> Option<Value> {
    let [(low, unit), (high, _)] = exact(data)?;
    let amount = if low == high { Amount::Exact(low) } else { Amount::Range(low, high) };
    (mark == Mark::Range && low <= high).then(|| Value { amount, unit: unit.clone() })
}

/// The distance between the two values, of percentages in points; `None` where they are not both exact.
pub fn gap(data: &[&Datum]) -> Option<Value> {
    let [(a, unit), (b, _)] = exact(data)?;
    let unit = if *unit == Unit::Percent { Unit::PercentagePoint } else { unit.clone() };
    Some(Value { amount: Amount::Exact(a.checked_sub(b)?.abs()), unit })
}

fn exact<'d>(data: &[&'d Datum]) -> Option<[(Decimal, &'d Unit); 2]> {
    let number = |datum: &'d Datum| {
        let value = datum.row.value?;
        matches!(value.amount, Amount::Exact(_)).then(|| (value.amount.low(), &value.unit))
    };
    let [a, b] = data else { return None };
    Some([number(a)?, number(b)?])
}
