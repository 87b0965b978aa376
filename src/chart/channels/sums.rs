//! Sums of a chart's values, with what their bounds make of them.

use crate::quantity::{Amount, Interval, Value};

/// The sum of what is disclosed; `None` where nothing is, or where nothing can be said of the sum.
pub fn total<'v>(values: impl Iterator<Item = Option<&'v Value>>) -> Option<Value> {
    let mut values = values.flatten();
    let first = values.next()?;
    let sum = values.try_fold(Interval::from(first.amount), |sum, value| sum.plus(Interval::from(value.amount)));
    let amount = sum.and_then(Amount::try_from).ok()?;
    Some(Value { amount, unit: first.unit.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[&str], expect: Option<&str>) {
        let values: Vec<Value> = values.iter().map(|text| text.parse().unwrap()).collect();
        assert_eq!(total(values.iter().map(Some)), expect.map(|text| text.parse().unwrap()));
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
