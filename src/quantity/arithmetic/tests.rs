//! Results that a reader can check by hand, and properties: what holds for the numbers holds for the intervals.

use super::*;
use crate::quantity::{Relation, Value};
use proptest::prelude::*;

fn interval(text: &str) -> Interval {
    text.parse::<Value>().unwrap().amount.into()
}

fn written(result: Result<Interval, ArithmeticError>) -> Result<String, ArithmeticError> {
    let amount = Amount::try_from(result?)?;
    Ok(Value { amount, unit: crate::quantity::Unit::Number }.to_string())
}

fn check(left: &str, operator: char, right: &str, expect: &str) {
    let (a, b) = (interval(left), interval(right));
    let result = match operator {
        '+' => a.plus(b),
        '-' => a.minus(b),
        '*' => a.times(b),
        _ => a.over(b),
    };
    assert_eq!(written(result).as_deref(), Ok(expect), "{left} {operator} {right}");
}

#[test]
fn bounds_and_ranges_propagate() {
    check("26.3 billion", '*', "4", "105.2 billion");
    check("105.2 billion", '/', "26.3 billion", "4");
    check("> 100", '+', "60..65", "> 160");
    check("> 100", '-', "60..65", "> 35");
    check("60..65", '-', ">= 100", "<= -35");
    check("60..65", '-', "60..65", "-5..5");
    check("> 100", '*', "-2", "< -200");
    check("> 100", '*', "0", "0");
    check("> 100", '*', "0..1", ">= 0");
    check("> 100", '*', "> 0", "> 0");
    check("-2..3", '*', "-5..7", "-15..21");
    check("1", '/', "> 100", "0..0.01");
    check("-1", '/', "> 0", "< 0");
    check("1..2", '/', "< 0", "< 0");
    check("> 6", '/', "2..3", "> 2");
    check(">= 6", '/', ">= 3", "> 0");
    check("~ 40", '*', "2", "~ 80");
    check("0.1", '+', "0.2", "0.3");
    check("1", '/', "3", "0.3333333333333333333333333333");
}

#[test]
fn what_has_no_result_says_why() {
    let fails = |result: Result<Interval, ArithmeticError>, expect| assert_eq!(written(result), Err(expect));
    fails(interval("1").over(interval("0")), ArithmeticError::DivisionByZero);
    fails(interval("1").over(interval("-1..1")), ArithmeticError::DivisionByZero);
    fails(interval("1").over(interval(">= 0")), ArithmeticError::DivisionByZero);
    fails(interval("> 1").minus(interval("> 1")), ArithmeticError::NoBound);
    fails(interval("~ 1").plus(interval("1..2")), ArithmeticError::Approximate);
    fails(Interval::from(Amount::Exact(Decimal::MAX)).times(interval("2")), ArithmeticError::TooLarge);
}

#[test]
fn rounding_keeps_bounds_true() {
    let check = |text: &str, step: &str, expect: &str| {
        assert_eq!(written(interval(text).rounded(step.parse().unwrap())).as_deref(), Ok(expect), "{text} by {step}");
    };
    check("35.25", "0.1", "35.3");
    check("-35.25", "0.1", "-35.3");
    check("35.24", "0.1", "35.2");
    check("> 35.29", "0.1", "> 35.2");
    check("< 35.21", "0.1", "< 35.3");
    check("-1.21..1.21", "0.1", "-1.3..1.3");
    check("~ 1234", "100", "~ 1200");
    check("0.3", "0.1", "0.3");
}

/// A number with few digits, so that results are exact.
fn number() -> impl Strategy<Value = Decimal> {
    (-10_000_i64..10_000, 0_u32..3).prop_map(|(n, places)| Decimal::new(n, places))
}

/// An amount of any kind, and a number that it may stand for.
fn amount() -> impl Strategy<Value = (Amount, Decimal)> {
    (0..6, number(), 0_i64..1000, 0_i64..=100).prop_map(|(kind, n, span, share)| {
        let far = Decimal::from(span + 1);
        match kind {
            0 => (Amount::Exact(n), n),
            1 => (Amount::MoreThan(n), n + far),
            2 => (Amount::AtLeast(n), n + Decimal::from(span / 10)),
            3 => (Amount::LessThan(n), n - far),
            4 => (Amount::AtMost(n), n - Decimal::from(span / 10)),
            _ => (Amount::Range(n, n + far), n + far * Decimal::new(share, 2)),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn sums_and_products_hold_every_point((a, x) in amount(), (b, y) in amount()) {
        let (a, b) = (Interval::from(a), Interval::from(b));
        prop_assert!(a.plus(b).unwrap().holds(x + y));
        prop_assert!(a.minus(b).unwrap().holds(x - y));
        prop_assert!(a.times(b).unwrap().holds(x * y));
    }

    #[test]
    fn quotients_hold_every_point((a, x) in amount(), (b, y) in amount()) {
        let (a, b) = (Interval::from(a), Interval::from(b));
        match a.over(b) {
            Err(ArithmeticError::DivisionByZero) => prop_assert!(b.holds(Decimal::ZERO)),
            Err(error) => prop_assert!(false, "{error:?}"),
            Ok(result) => {
                // A quotient that does not end is rounded, and so may be an end that rounds to it.
                let quotient = x / y;
                let slack = Decimal::new(1, 20);
                let near = |q| result.holds(q);
                prop_assert!(near(quotient) || near(quotient + slack) || near(quotient - slack), "{x} / {y} in {result:?}");
            }
        }
    }

    #[test]
    fn order_of_operands_does_not_matter((a, _) in amount(), (b, _) in amount()) {
        let (a, b) = (Interval::from(a), Interval::from(b));
        prop_assert_eq!(a.plus(b), b.plus(a));
        prop_assert_eq!(a.times(b), b.times(a));
        prop_assert_eq!(a.minus(b).unwrap(), b.minus(a).unwrap().negated());
    }

    #[test]
    fn neutral_numbers_change_nothing((a, _) in amount()) {
        let one = Interval::from(Amount::Exact(Decimal::ONE));
        let zero = Interval::from(Amount::Exact(Decimal::ZERO));
        let a = Interval::from(a);
        prop_assert_eq!(a.times(one), Ok(a));
        prop_assert_eq!(a.over(one), Ok(a));
        prop_assert_eq!(a.plus(zero), Ok(a));
    }

    #[test]
    fn an_amount_is_its_interval((a, x) in amount()) {
        let interval = Interval::from(a);
        prop_assert_eq!(Amount::try_from(interval), Ok(a.map(|n| n.normalize())));
        prop_assert!(interval.holds(x));
    }

    #[test]
    fn a_relation_is_true_of_every_point((a, x) in amount(), (b, y) in amount()) {
        match Relation::new(a, b) {
            Relation::More => prop_assert!(x > y),
            Relation::Less => prop_assert!(x < y),
            Relation::Same => prop_assert!(x == y),
            Relation::OverMinimum => prop_assert!(b.is_lower_bound() && x > b.low()),
            Relation::UnderMaximum => prop_assert!(b.is_upper_bound() && x < b.low()),
            Relation::Within => prop_assert!(b.low() <= x && x <= b.high()),
            Relation::Unknown => {}
        }
    }

    #[test]
    fn rounding_moves_less_than_a_step((a, x) in amount(), places in 0_u32..3) {
        let step = Decimal::new(1, places);
        let rounded = Interval::from(a).rounded(step).unwrap();
        if let Amount::Exact(n) = a {
            prop_assert!((Amount::try_from(rounded).unwrap().low() - n).abs() * Decimal::TWO <= step);
        } else {
            prop_assert!(rounded.holds(x));
        }
    }
}
