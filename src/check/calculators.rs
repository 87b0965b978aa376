//! `invalid-calculator`: a calculator that starts outside its limits, or compares what cannot be compared.
//!
//! Why: a reader who opens it must find a sum that holds. Example: an input of 26.3 billion with `max: 20 billion`. Formulas of outputs
//! are reported as `invalid-formula`.

use super::formulas;
use crate::diag::{Diagnostic, Span, Spanned};
use crate::model::{Brief, Calculator, CalculatorInput, CalculatorOutput, Site, Start};
use crate::quantity::{Amount, Decimal, Unit, Value};

/// Finds calculators that do not hold.
pub fn run(site: &Site) -> Vec<Diagnostic> {
    let calculators = site.briefs.values().flat_map(|brief| brief.calculators.values().map(move |c| (brief, c)));
    calculators.flat_map(|(brief, calculator)| of_calculator(brief, calculator)).collect()
}

fn of_calculator(brief: &Brief, calculator: &Calculator) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (name, input) in &calculator.inputs {
        if let Some(figure) = brief.figures.get(name) {
            let error = invalid(
                input.span,
                format!("`{name}` is an input and a figure as well"),
                "give the input another name",
            );
            found.push(error.related(figure.span, "this figure"));
        }
        found.extend(of_input(brief, input));
    }
    found.extend(calculator.outputs.values().filter_map(|output| of_output(brief, calculator, output)));
    found
}

fn invalid(span: Span, message: impl Into<String>, hint: &str) -> Diagnostic {
    Diagnostic::error("invalid-calculator", span, message).hint(hint)
}

fn of_input(brief: &Brief, input: &CalculatorInput) -> Vec<Diagnostic> {
    let place = match &input.start {
        Start::Figure(id) if !brief.figures.contains_key(&id.value) => return Vec::new(),
        Start::Figure(id) => id.span,
        Start::Value(value) => value.span,
    };
    let Some(start) = input.value(brief) else {
        return vec![invalid(place, "this figure is not disclosed", "start from another figure, or from a `value`")];
    };
    if let Amount::Range(low, _) = start.amount {
        let hint = format!("write `value: …`, or name the figure in the formula; this one begins at {low}");
        return vec![invalid(place, "an input starts from a single number, not from a range", &hint)];
    }
    let limits = [&input.min, &input.max, &input.step];
    let mut found: Vec<Diagnostic> = limits.into_iter().filter_map(|limit| of_limit(limit, &start.unit)).collect();
    let [min, max, step] = limits.map(|limit| limit.value.amount.low());
    if step <= Decimal::ZERO {
        found.push(invalid(input.step.span, "a step is above zero", "write what one press of an arrow adds"));
    }
    if found.is_empty() && !((start.amount.low() - min) % step).is_zero() {
        let message = format!("{start} is no number of steps above `min`");
        found.push(
            invalid(place, message, "make the step smaller: a browser refuses numbers between the steps")
                .related(input.step.span, "the step"),
        );
    }
    if min >= max {
        found.push(invalid(input.max.span, "`max` is not above `min`", "write the larger number as `max`"));
    } else if start.amount.low() < min || start.amount.low() > max {
        let message = format!("the input starts from {start}, outside its limits");
        found.push(invalid(place, message, "widen `min` and `max`").related(input.span, "the limits of this input"));
    }
    found
}

fn of_limit(limit: &Spanned<Value>, unit: &Unit) -> Option<Diagnostic> {
    if !matches!(limit.value.amount, Amount::Exact(_)) {
        return Some(invalid(limit.span, "a limit is an exact number", "leave the bound out"));
    }
    let same = limit.value.unit == *unit || limit.value.unit == Unit::Number;
    (!same).then(|| {
        let message = format!("this limit is {}, but the input {}", named(&limit.value.unit), named(unit));
        invalid(limit.span, message, "write the limits in the unit of the input")
    })
}

fn named(unit: &Unit) -> String {
    if *unit == Unit::Number { "a bare number".to_owned() } else { format!("in `{unit}`") }
}

fn of_output(brief: &Brief, calculator: &Calculator, output: &CalculatorOutput) -> Option<Diagnostic> {
    let written = &output.formula;
    let value = |name: &str| calculator.value(brief, name);
    // What has no value for another reason than that it is not disclosed is reported where it stands.
    let disclosed =
        |name: &str| brief.figures.get(name).is_none_or(|figure| figure.calculated || figure.value.is_some());
    let input = |name: &str| calculator.inputs.contains_key(name);
    if written.formula.names().iter().any(|(name, _)| value(name).is_none() && (input(name) || disclosed(name))) {
        return None;
    }
    let result = match written.formula.evaluate(&value) {
        Ok(result) => result,
        Err(error) => return Some(formulas::invalid(written, error)),
    };
    let compare = output.compare.as_ref()?;
    let figure = brief.figures.get(&compare.with.value)?;
    match &figure.value {
        None if figure.calculated => None,
        None => {
            Some(invalid(compare.with.span, "this figure is not disclosed", "compare with a figure that has a value"))
        }
        Some(with) if with.unit != result.unit => {
            let message = format!("the result is {}, but this figure {}", named(&result.unit), named(&with.unit));
            Some(invalid(compare.with.span, message, "compare with a figure in the unit of the result"))
        }
        Some(_) => None,
    }
}
