//! What the script of a calculator reads: formulas as small trees, and the words of the language, so that it has none itself.
//!
//! Numbers are texts of exact decimals in base units with their bound (`26300000000`, `>100000000000`, `60..65`), an input is its
//! index, a number in a formula without a bound begins with `=`, an operation `["*", a, b]`, a rounding `["round", a, step]`.

use super::sheet::Sheet;
use crate::locale::{ScaleForms, ValueForms};
use crate::model::CalculatorOutput;
use crate::quantity::formula::{Operation, Term};
use crate::quantity::{Amount, Decimal, Relation, Unit};
use crate::render::worked::Piece;
use serde_json::{Map, Value as Json, json};

/// The data of a calculator.
pub fn of(sheet: &Sheet) -> Json {
    let inputs = sheet.calculator.inputs.values().filter_map(|input| {
        let (field, value) = (sheet.field(input)?, input.value(sheet.brief)?);
        Some(json!({ "bound": value.amount.sign(), "zeros": field.exponent, "form": form(sheet, &value.unit, matches!(value.amount, Amount::About(_))) }))
    });
    let one = Decimal::ONE;
    let bounds = [
        ("=", Amount::Exact(one)),
        (">", Amount::MoreThan(one)),
        (">=", Amount::AtLeast(one)),
        ("<", Amount::LessThan(one)),
        ("<=", Amount::AtMost(one)),
    ];
    let bounds: Map<String, Json> =
        bounds.map(|(sign, amount)| (sign.to_owned(), sheet.formats.bound_words(&amount).into())).into_iter().collect();
    json!({
        "locale": sheet.formats.locale().tag(),
        "bounds": bounds,
        "inputs": inputs.collect::<Json>(),
        "outputs": sheet.calculator.outputs.values().map(|output| of_output(sheet, output)).collect::<Json>(),
        "nothing": sheet.nothing(),
    })
}

fn of_output(sheet: &Sheet, output: &CalculatorOutput) -> Json {
    let unit = |name: &str| sheet.calculator.value(sheet.brief, name).map(|value| value.unit);
    let formula = output.formula.formula.terms(&unit).map_or(Json::Null, |(term, _)| tree(sheet, &term));
    let worked = sheet.worked(output).into_iter().map(|piece| match piece {
        Piece::Text(text) => Json::from(text),
        Piece::Name(name) => index(sheet, name).unwrap_or_else(|| {
            let value = sheet.calculator.value(sheet.brief, name);
            value.map(|value| sheet.formats.value(&value, crate::locale::Style::Prose)).into()
        }),
    });
    let reference = sheet.reference(output).map(|value| value.amount);
    // An approximate result is compared in no other way.
    let cases = reference.filter(|_| !sheet.is_approximate(output)).into_iter().flat_map(Relation::cases);
    let cases = cases.map(|(range, relation)| json!([written(&range), sheet.ending(output, Some(relation))]));
    json!({
        "formula": formula,
        "form": form(sheet, &sheet.unit(output), sheet.is_approximate(output)),
        "worked": worked.collect::<Json>(),
        "cases": cases.collect::<Json>(),
        "otherwise": sheet.ending(output, Some(Relation::Unknown)),
    })
}

fn tree(sheet: &Sheet, term: &Term) -> Json {
    match term {
        Term::Number(amount) => literal(amount),
        Term::Name(name, _) => index(sheet, name).unwrap_or_else(|| {
            let value = sheet.calculator.value(sheet.brief, name);
            value.map(|value| literal(&value.amount)).into()
        }),
        Term::Operation(operation, left, right, _) => {
            let sign = match operation {
                Operation::Plus => "+",
                Operation::Minus => "-",
                Operation::Times => "*",
                Operation::Over | Operation::OverBase => "/",
            };
            json!([sign, tree(sheet, left), tree(sheet, right)])
        }
        Term::Round(part, step, _) => json!(["round", tree(sheet, part), format!("={}", step.normalize())]),
    }
}

/// The place of an input among the inputs.
fn index(sheet: &Sheet, name: &str) -> Option<Json> {
    sheet.calculator.inputs.get_index_of(name).map(Json::from)
}

/// A number in a formula; one without a bound has a sign of its own, lest it be taken for an input.
fn literal(amount: &Amount) -> Json {
    let sign = if matches!(amount, Amount::Exact(_)) { "=" } else { "" };
    format!("{sign}{}", written(amount)).into()
}

fn written(amount: &Amount) -> String {
    let (low, high) = (amount.low().normalize(), amount.high().normalize());
    match amount {
        Amount::Range(..) => format!("{low}..{high}"),
        _ => format!("{}{low}", amount.sign()),
    }
}

/// The forms of values in a unit; those of approximate ones say so themselves.
fn form(sheet: &Sheet, unit: &Unit, approximate: bool) -> Json {
    let about = if approximate { sheet.formats.bound_words(&Amount::About(Decimal::ONE)) } else { String::new() };
    let ValueForms { scales, zero, joint } = sheet.formats.value_forms(unit);
    let scale = |ScaleForms { exponent, one, other, first, cents }: ScaleForms| json!({ "zeros": exponent, "one": one, "other": other, "first": first, "cents": cents });
    json!({ "about": about, "scales": scales.into_iter().map(scale).collect::<Json>(), "zero": zero, "joint": joint })
}
