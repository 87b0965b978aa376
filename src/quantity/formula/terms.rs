//! Units of a formula: which go together, what comes out, and the operations on bare numbers that remain.

use super::{Expression, Kind, Operator};
use crate::quantity::arithmetic::ArithmeticError;
use crate::quantity::{Amount, Decimal, QuantityError, Unit};
use std::ops::Range;

/// A formula without units: what is left to calculate, here or in a reader's browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    Number(Amount),
    /// A name, and its place in the formula.
    Name(String, Range<usize>),
    Operation(Operation, Box<Term>, Box<Term>, Range<usize>),
    /// To a multiple of the step, which is above zero.
    Round(Box<Term>, Decimal, Range<usize>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    Plus,
    Minus,
    Times,
    Over,
    /// A quotient by the value that a change starts from, which is above zero.
    OverBase,
}

type Compiled = Result<(Term, Unit), QuantityError>;

pub fn compile(part: &Expression, unit: &dyn Fn(&str) -> Option<Unit>) -> Compiled {
    let range = part.range.clone();
    match &part.kind {
        Kind::Literal(value) => Ok((Term::Number(value.amount), value.unit.clone())),
        Kind::Name(name) => match unit(name) {
            Some(unit) => Ok((Term::Name(name.clone(), range), unit)),
            None => Err(without_value(name, range)),
        },
        Kind::Negative(part) => {
            let (term, unit) = compile(part, unit)?;
            Ok((operation(Operation::Minus, constant(0), term, range), unit))
        }
        Kind::Binary(operator, left, right) => {
            let (a, b) = (compile(left, unit)?, compile(right, unit)?);
            binary(*operator, a, b, range)
        }
        Kind::Change(from, to) => {
            let (a, b) = (compile(from, unit)?, compile(to, unit)?);
            change(a, b, &from.range, range)
        }
        Kind::Points(from, to) => {
            let ((a, from), (b, to)) = (compile(from, unit)?, compile(to, unit)?);
            if from != Unit::Percent || to != Unit::Percent {
                let message = "`points` compares two percentages";
                return Err(
                    QuantityError::new(range, message).hint("write `change(a, b)` for the change of another value")
                );
            }
            Ok((operation(Operation::Minus, b, a, range), Unit::PercentagePoint))
        }
        Kind::Round(part, step) => {
            let (term, unit) = compile(part, unit)?;
            if step.unit != Unit::Number && step.unit != unit {
                return Err(disagree("rounded to a step in", &unit, &step.unit, range));
            }
            Ok((Term::Round(Box::new(term), step.amount.low(), range), unit))
        }
    }
}

fn binary(operator: Operator, (a, left): (Term, Unit), (b, right): (Term, Unit), range: Range<usize>) -> Compiled {
    match operator {
        Operator::Add | Operator::Subtract => {
            let unit = match (left, right) {
                (left, right) if left == right => left,
                (Unit::Percent, Unit::PercentagePoint) => Unit::Percent,
                (left, right) => {
                    let verb = if operator == Operator::Add { "added to" } else { "set against" };
                    return Err(disagree(verb, &left, &right, range));
                }
            };
            let sign = if operator == Operator::Add { Operation::Plus } else { Operation::Minus };
            Ok((operation(sign, a, b, range), unit))
        }
        Operator::Multiply => match product(left, right) {
            Ok(unit) => Ok((operation(Operation::Times, a, b, range), unit)),
            Err((left, right)) => Err(disagree("multiplied by", &left, &right, range)),
        },
        Operator::Divide => match quotient(left, right) {
            Ok(unit) => Ok((operation(Operation::Over, a, b, range), unit)),
            Err((left, right)) => Err(disagree("divided by", &left, &right, range)),
        },
        Operator::Of if left == Unit::Percent => {
            let share = operation(Operation::Times, a, b, range.clone());
            Ok((operation(Operation::Over, share, constant(100), range), right))
        }
        Operator::Of => {
            let message = format!("`of` follows a percentage, not {}", said(&left));
            Err(QuantityError::new(range, message).hint("write `40 % of a`, or `a * b`"))
        }
    }
}

/// The change from a to b as b / a − 1: each name counts once, so that no bound gets looser than it is.
fn change((a, left): (Term, Unit), (b, right): (Term, Unit), from: &Range<usize>, range: Range<usize>) -> Compiled {
    if left != right {
        return Err(disagree("compared with", &left, &right, range));
    }
    let ratio = operation(Operation::OverBase, b, a, from.clone());
    let change = operation(Operation::Minus, ratio, constant(1), range.clone());
    Ok((operation(Operation::Times, change, constant(100), range), Unit::Percent))
}

/// The unit of a product. Bare numbers, `x` and counted things multiply other units; two other units make one that no reader knows.
fn product(left: Unit, right: Unit) -> Result<Unit, (Unit, Unit)> {
    let weight = |unit: &Unit| match unit {
        Unit::Number => 0,
        Unit::Times => 1,
        Unit::Noun(_) => 2,
        _ => 3,
    };
    match (weight(&left), weight(&right)) {
        (2, 2) | (3, 3) => Err((left, right)),
        (a, b) => Ok(if a > b { left } else { right }),
    }
}

/// The unit of a quotient: of two alike, a number; of money and a count, money for each.
fn quotient(left: Unit, right: Unit) -> Result<Unit, (Unit, Unit)> {
    match (left, right) {
        (left, right) if left == right => Ok(Unit::Number),
        (unit, Unit::Number | Unit::Times) => Ok(unit),
        (left @ (Unit::Number | Unit::Times | Unit::Noun(_)), right) => Err((left, right)),
        (unit, Unit::Noun(_)) => Ok(unit),
        units => Err(units),
    }
}

fn operation(operation: Operation, left: Term, right: Term, range: Range<usize>) -> Term {
    Term::Operation(operation, Box::new(left), Box::new(right), range)
}

fn constant(number: i64) -> Term {
    Term::Number(Amount::Exact(Decimal::from(number)))
}

fn disagree(verb: &str, left: &Unit, right: &Unit, range: Range<usize>) -> QuantityError {
    let hint = match (left, right) {
        (Unit::Percent, _) | (_, Unit::Percent) if verb == "multiplied by" => "a share is written `40 % of a`",
        (Unit::Percent, Unit::Percent) => "write `points(a, b)` for a difference in percentage points",
        (Unit::Money(_), Unit::Money(_)) if left != right => {
            "currencies are not converted: give the rate a figure of its own, without a unit"
        }
        _ => {
            "both sides of `+` and `-` have one unit; `*` takes a number on one side, `/` a number or the same unit below"
        }
    };
    QuantityError::new(range, format!("{} cannot be {verb} {}", said(left), said(right))).hint(hint)
}

fn said(unit: &Unit) -> String {
    if *unit == Unit::Number { "a bare number".to_owned() } else { format!("`{unit}`") }
}

pub fn without_value(name: &str, range: Range<usize>) -> QuantityError {
    QuantityError::new(range, format!("`{name}` has no value to calculate with"))
        .hint("name a figure that has a `value` or a `formula`")
}

/// An arithmetic error at its place.
pub fn explained(error: ArithmeticError, range: Range<usize>) -> QuantityError {
    let (message, hint) = match error {
        ArithmeticError::DivisionByZero => {
            ("the divisor may be zero", "divide by a figure whose bounds leave out zero")
        }
        ArithmeticError::TooLarge => ("the result has too many digits", "numbers go up to 10^18"),
        ArithmeticError::NoBound => {
            ("the bounds allow any result", "two bounds of one kind have no difference: say less, or state a `value`")
        }
        ArithmeticError::Approximate => (
            "an approximate number and a bound or a range have no exact result",
            "give the result a `value` of its own, with its source",
        ),
    };
    QuantityError::new(range, message).hint(hint)
}

pub fn without_base(range: Range<usize>) -> QuantityError {
    QuantityError::new(range, "a change in percent starts from a value above zero")
        .hint("say the change in the unit of the values: `b - a`")
}
