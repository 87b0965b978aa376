//! `formula-mismatch`, `formula-cycle` and `invalid-formula`: what a figure's formula gives, against what its value says.
//!
//! Why: a number that is calculated must follow from the numbers beside it. Example: `value: 105 billion USD` with
//! `formula: amazon-capex-q4-2024 * 4`, where the quarter was 26.3 billion. An approximate value (`~ 105 billion USD`) agrees with what
//! it is the rounding of.

use super::Lint;
use crate::diag::Diagnostic;
use crate::model::{Brief, Figure, FormulaOrder, Site, WrittenFormula};
use crate::quantity::{Amount, Decimal, QuantityError, Value};

pub const LINT: Lint = Lint { names: &["formula-mismatch", "formula-cycle", "invalid-formula"], run };

fn run(site: &Site) -> Vec<Diagnostic> {
    site.briefs.values().flat_map(of_brief).collect()
}

fn of_brief(brief: &Brief) -> Vec<Diagnostic> {
    let order = FormulaOrder::new(&brief.figures);
    let mut found: Vec<Diagnostic> = order.cycles.iter().map(|cycle| in_circle(brief, cycle)).collect();
    for id in &order.ordered {
        let figure = &brief.figures[id];
        let Some(written) = &figure.formula else { continue };
        if written.formula.names().iter().any(|(name, _)| is_reported(brief, name)) {
            continue;
        }
        let value = |name: &str| brief.figures.get(name)?.value.clone();
        match written.formula.evaluate(&value) {
            Err(error) => found.push(invalid(written, error)),
            Ok(result) if figure.calculated => debug_assert!(figure.value == Some(result)),
            Ok(result) => found.extend(mismatch(id, figure, written, &result)),
        }
    }
    found
}

/// Whether the figure of this name is missing or has a formula without result, which is reported in its own place.
fn is_reported(brief: &Brief, name: &str) -> bool {
    brief.figures.get(name).is_none_or(|figure| figure.calculated && figure.value.is_none())
}

/// What is wrong with a formula, at its place.
pub(super) fn invalid(written: &WrittenFormula, error: QuantityError) -> Diagnostic {
    let mut diagnostic = Diagnostic::error("invalid-formula", written.place(error.range), error.message);
    diagnostic.hint = error.hint;
    diagnostic
}

fn in_circle(brief: &Brief, cycle: &[String]) -> Diagnostic {
    let path: Vec<String> = cycle.iter().chain(cycle.first()).map(|id| format!("`{id}`")).collect();
    let mut formulas = cycle.iter().filter_map(|id| Some((id, brief.figures[id].formula.as_ref()?)));
    let first = formulas.next().map(|(_, written)| written.span);
    let message = format!("{} is calculated from itself: {}", path[0], path.join(" from "));
    let error = Diagnostic::error("formula-cycle", first, message).hint("give one of them a `value` and no `formula`");
    formulas.fold(error, |error, (id, written)| error.related(written.span, format!("`{id}` is calculated here")))
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
    Some(
        Diagnostic::error("formula-mismatch", figure.value_span, message)
            .related(written.span, "by this formula")
            .hint(hint),
    )
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
