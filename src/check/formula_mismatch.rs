//! `formula-mismatch`: a figure's value is not what its formula gives.
//!
//! Why: a number that is calculated must follow from the numbers beside it. An approximate value (`~ 105 billion USD`) agrees with
//! what it is the rounding of.
//!
//! Example: `value: 105 billion USD` with `formula: amazon-capex-q4-2024 * 4`, where the quarter was 26.3 billion.

use super::formulas::results;
use super::{Lint, Subject};
use crate::diag::Diagnostic;
use crate::model::{Figure, FormulaOrder, Level, WrittenFormula};
use crate::quantity::{Amount, Decimal, Value};

pub const LINT: Lint = Lint {
    name: "formula-mismatch",
    level: Level::Deny,
    summary: "a figure's value is not what its formula gives",
    run,
};

fn run(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for brief in subject.site.briefs.values() {
        let order = FormulaOrder::new(&brief.figures);
        for (id, written, result) in results(brief, &order) {
            let figure = &brief.figures[id];
            // A figure without a value of its own has its formula's.
            if let (false, Ok(result)) = (figure.calculated, &result) {
                found.extend(mismatch(id, figure, written, result));
            }
        }
    }
    found
}

fn mismatch(id: &str, figure: &Figure, written: &WrittenFormula, result: &Value) -> Option<Diagnostic> {
    let message = match &figure.value {
        Some(value) if agrees(value, result) => return None,
        Some(value) => format!("`{id}` is {value}, but its formula gives {result}"),
        None => format!("`{id}` is not disclosed, but its formula gives {result}"),
    };
    let hint = match &figure.value {
        Some(Value { amount: Amount::Exact(number), unit })
            if is_rounding(*number, &result.amount) && *unit == result.unit =>
        {
            "round the formula, as in `round(…, 0.1)`, or mark the value as approximate with `~`"
        }
        _ => "correct one of the two, or leave `value` out",
    };
    Some(LINT.finding(figure.value_span, message).related(written.span, "by this formula").hint(hint))
}

fn agrees(value: &Value, result: &Value) -> bool {
    let same = match value.amount {
        Amount::About(number) => value.amount == result.amount || is_rounding(number, &result.amount),
        amount => amount == result.amount,
    };
    same && value.unit == result.unit
}

/// Whether a single number, rounded to the last digit that `number` shows, is that number.
fn is_rounding(number: Decimal, result: &Amount) -> bool {
    let (Amount::Exact(exact) | Amount::About(exact)) = *result else { return false };
    let number = number.normalize();
    let mut step = Decimal::new(1, number.scale());
    while number.scale() == 0 && !number.is_zero() && (number % (step * Decimal::TEN)).is_zero() {
        step *= Decimal::TEN;
    }
    (exact - number).abs() * Decimal::TWO <= step
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, result: &str, expect: bool) {
        let parse = |text: &str| text.parse::<Value>().unwrap();
        assert_eq!(agrees(&parse(value), &parse(result)), expect, "{value} and {result}");
    }

    #[test]
    fn a_value_agrees_with_what_it_says_of_the_result() {
        check("105.2 billion USD", "105.2 billion USD", true);
        check("105 billion USD", "105.2 billion USD", false);
        check("105.2 billion EUR", "105.2 billion USD", false);
        check("~ 105 billion USD", "105.2 billion USD", true);
        check("~ 100 billion USD", "105.2 billion USD", true);
        check("~ 110 billion USD", "105.2 billion USD", true);
        check("~ 106 billion USD", "105.2 billion USD", false);
        check("> 315 billion USD", "> 315 billion USD", true);
        check(">= 315 billion USD", "> 315 billion USD", false);
        check("60..65 %", "60..65 %", true);
        check("~ 60 %", "60..65 %", false);
        check("~ 0 %", "0.4 %", true);
    }
}
