//! Sums of a chart's values, with what their bounds make of them, and shares of a sum.

use crate::quantity::{Amount, Decimal, Interval, Unit, Value};
use rust_decimal::RoundingStrategy;

/// The sum of what is disclosed; `None` where nothing is, or where nothing can be said of the sum.
pub fn total<'v>(values: impl Iterator<Item = Option<&'v Value>>) -> Option<Value> {
    let mut values = values.flatten();
    let first = values.next()?;
    let sum = values.try_fold(Interval::from(first.amount), |sum, value| sum.plus(Interval::from(value.amount)));
    let amount = sum.and_then(Amount::try_from).ok()?;
    Some(Value { amount, unit: first.unit.clone() })
}

/// A part of a whole, in whole percents.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    pub value: Value,
    /// True where the percents are not the very share.
    pub rounded: bool,
}

/// The share that `part` has in `whole`, both exact; `None` where that is nothing.
pub fn share(part: &Value, whole: &Value) -> Option<Share> {
    let share = part.amount.low().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole.amount.low())?;
    let percents = share.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).normalize();
    // What is not nothing is not shown as nothing.
    let is_hidden = percents.is_zero() && !share.is_zero();
    let amount = if is_hidden { Amount::LessThan(Decimal::ONE) } else { Amount::Exact(percents) };
    Some(Share { value: Value { amount, unit: Unit::Percent }, rounded: share != percents })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[&str], expect: Option<&str>) {
        let values: Vec<Value> = values.iter().map(|text| text.parse().unwrap()).collect();
        assert_eq!(total(values.iter().map(Some)), expect.map(|text| text.parse().unwrap()));
    }

    #[test]
    fn a_share_is_told_in_whole_percents() {
        let check = |part: &str, expect: &str, rounded: bool| {
            let [part, whole] = [part, "200 USD"].map(|text| text.parse::<Value>().unwrap());
            assert_eq!(share(&part, &whole), Some(Share { value: expect.parse().unwrap(), rounded }), "{part}");
        };
        check("50 USD", "25 %", false);
        check("33 USD", "17 %", true);
        check("0 USD", "0 %", false);
        check("0.2 USD", "< 1 %", true);
        assert_eq!(share(&"1 USD".parse().unwrap(), &"0 USD".parse().unwrap()), None);
    }

    #[test]
    fn a_sum_has_the_bounds_of_its_parts() {
        check(&[], None);
        check(&["1 USD", "2 USD"], Some("3 USD"));
        check(&["1 USD", "> 2 USD"], Some("> 3 USD"));
        check(&["60..65 USD", "> 100 USD"], Some("> 160 USD"));
        check(&["60..65 USD", "< 2 USD"], Some("< 67 USD"));
        check(&["~ 1 USD", "2 USD"], Some("~ 3 USD"));
        check(&["> 1 USD", "< 2 USD"], None);
    }
}
