//! Formulas as authors write them: their values, and what is said of those that have none.

use super::*;
use proptest::prelude::*;

/// The figures that the tests calculate with.
fn figure(name: &str) -> Option<Value> {
    let text = match name {
        "q4" => "26.3 billion USD",
        "plan" => "> 100 billion USD",
        "meta" => "60..65 billion USD",
        "microsoft-fy25" => "80 billion USD",
        "euros" => "5 billion EUR",
        "debt" => "-5 billion USD",
        "zero" => "0 USD",
        "share" => "40 %",
        "margin" => "37.5 %",
        "chips" => ">= 100 thousand chips",
        "price" => "300 USD",
        "guess" => "~ 2 billion USD",
        "quarters" => "4 quarters",
        "factor" => "22 x",
        "power" => "3 GW",
        _ => return None,
    };
    Some(text.parse().unwrap())
}

fn parse(text: &str) -> Result<Formula, QuantityError> {
    Formula::parse(text, &|word| matches!(word, "chips" | "quarters"))
}

fn check(text: &str, expect: &str) {
    let value = parse(text).and_then(|formula| formula.evaluate(&figure));
    assert_eq!(value.map(|v| v.to_string()).as_deref(), Ok(expect), "{text}");
}

fn fails(text: &str, at: &str, message: &str) {
    let error = parse(text).and_then(|formula| formula.evaluate(&figure)).expect_err(text);
    assert_eq!((&text[error.range.clone()], error.message.as_str()), (at, message), "{text}");
    assert!(error.hint.is_some() || message.contains("10^18"), "{text}: no hint");
}

#[test]
fn values_follow_from_figures() {
    check("q4 * 4", "105.2 billion USD");
    check("q4 × quarters", "105.2 billion USD");
    check("plan + microsoft-fy25 + meta", "> 240 billion USD");
    check("plan - meta", "> 35 billion USD");
    check("plan − microsoft-fy25", "> 20 billion USD");
    check("plan / q4", "> 3.8022813688212927756653992395");
    check("q4 - 300 million USD", "26 billion USD");
    check("q4 / 4", "6.575 billion USD");
    check("meta / microsoft-fy25", "0.75..0.8125");
    check("2 * (q4 + 1 billion USD)", "54.6 billion USD");
    check("2 * q4 + 1 billion USD", "53.6 billion USD");
    check("q4 - 1 billion USD - 1 billion USD", "24.3 billion USD");
    check("-q4 + plan", "> 73.7 billion USD");
    check("share of q4", "10.52 billion USD");
    check("40 % of q4 + 1 billion USD", "11.52 billion USD");
    check("share + margin", "77.5 %");
    check("share + 1.5 pp", "41.5 %");
    check("points(margin, share)", "2.5 pp");
    check("change(q4, 32.875 billion USD)", "25 %");
    check("change(microsoft-fy25, meta)", "-25..-18.75 %");
    check("change(microsoft-fy25, plan)", "> 25 %");
    check("round(change(q4, plan), 1)", "> 280 %");
    check("round(q4, 1 billion)", "26 billion USD");
    check("round(q4 / 7, 10 million USD)", "3.76 billion USD");
    check("chips * price", ">= 30 million USD");
    check("q4 / chips", "0..263000 USD");
    check("guess * 3", "~ 6 billion USD");
    check("factor * q4", "578.6 billion USD");
    check("factor * 2", "44 x");
    check("2 * factor", "44 x");
    check("power * 2", "6 GW");
    check("4", "4");
}

#[test]
fn units_must_go_together() {
    fails("q4 + euros", "q4 + euros", "`USD` cannot be added to `EUR`");
    fails("2 + q4", "2 + q4", "a bare number cannot be added to `USD`");
    fails("q4 * meta", "q4 * meta", "`USD` cannot be multiplied by `USD`");
    fails("1 + 2 * (q4 * share)", "(q4 * share)", "`USD` cannot be multiplied by `%`");
    fails("4 / q4", "4 / q4", "a bare number cannot be divided by `USD`");
    fails("q4 / euros", "q4 / euros", "`USD` cannot be divided by `EUR`");
    fails("q4 of meta", "q4 of meta", "`of` follows a percentage, not `USD`");
    fails("points(q4, meta)", "points(q4, meta)", "`points` compares two percentages");
    fails("change(q4, euros)", "change(q4, euros)", "`USD` cannot be compared with `EUR`");
    fails("round(q4, 1 billion EUR)", "round(q4, 1 billion EUR)", "`USD` cannot be rounded to a step in `EUR`");
}

#[test]
fn results_that_say_nothing_are_refused() {
    fails("1 + q4 / (debt + 5 billion USD)", "q4 / (debt + 5 billion USD)", "the divisor may be zero");
    fails("plan - plan", "plan - plan", "the bounds allow any result");
    fails("guess + meta", "guess + meta", "an approximate number and a bound or a range have no exact result");
    fails("change(debt, q4)", "debt", "a change in percent starts from a value above zero");
    fails("change(zero, q4)", "zero", "a change in percent starts from a value above zero");
    fails("q4 * 1 billion", "q4 * 1 billion", "the result is larger than 10^18");
    fails("q4 * capex", "capex", "`capex` has no value to calculate with");
}

#[test]
fn mistakes_are_found_at_their_bytes() {
    fails("", "", "a number or a name is expected here");
    fails("q4 *", "", "a number or a name is expected here");
    fails("q4 * * 2", "*", "a number or a name is expected here, not `*`");
    fails("(q4 + 2", "(", "this parenthesis is not closed");
    fails("q4 + 2)", ")", "`)` without `(`");
    fails("q4 plan", "plan", "an operator is expected before `plan`");
    fails("4 plan", "plan", "unknown unit `plan`");
    fails("q4 * 26,3", "26", "a number in data has no grouping and no decimal comma");
    fails("q4 + 3 , 2", ",", "a comma stands only between the values of a function");
    fails("é * $5", "$", "`$` has no meaning in a formula");
    fails("> 5 billion USD", ">", "`>` has no meaning in a formula");
    fails("total(q4, 2)", "total", "unknown function `total`");
    fails("change(q4)", ")", "`change` takes two values");
    fails("round(q4, plan)", "plan", "a step is a number above zero");
    fails("round(q4, 0)", "0", "a step is a number above zero");
    fails("2 * 99999999999 billion", "99999999999 billion", "the number is larger than 10^18");
    fails(&format!("{}1", "(".repeat(33)), "(", "the formula is nested too deeply");
    let long = vec!["1"; 300].join("+");
    fails(&long, &long, "the formula is too long");
}

#[test]
fn names_are_told_with_their_places() {
    let formula = parse("change(q4-2024, plan) + round(q4-2024, 2)").unwrap();
    let names: Vec<_> = formula.names().into_iter().map(|(name, range)| (name, range.start)).collect();
    assert_eq!(names, [("q4-2024", 7), ("plan", 16), ("q4-2024", 30)]);
    assert!(formula.is_rounded());
    assert!(!parse("a-b - 2").unwrap().is_rounded());
    assert_eq!(parse("a-b -2").unwrap().names().len(), 1);
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,60}") {
        let _ = parse(&text).and_then(|formula| formula.evaluate(&figure));
    }

    #[test]
    fn no_formula_panics(parts in proptest::collection::vec(0..16_usize, 0..40)) {
        const WORDS: [&str; 16] =
            ["q4", "plan", "share", "4", "2.5", "%", "billion", "USD", "+", "-", "*", "/", "(", ")", "of", "change("];
        let text: Vec<&str> = parts.into_iter().map(|part| WORDS[part]).collect();
        let text = text.join(" ");
        if let Err(error) = parse(&text).and_then(|formula| formula.evaluate(&figure)) {
            prop_assert!(text.get(error.range).is_some());
        }
    }
}
