//! Figures from formulas, and calculators: what is said of those that do not work.

use super::{changed, check_site, findings, sound, with};
use std::collections::BTreeMap;

type Site = BTreeMap<String, String>;

/// The sound site with one more figure, which has this after its metric and period.
fn figure(fields: &str) -> Site {
    with("data.yaml", "", &format!("  rate: {{metric: capex, period: 2024, {fields}}}\n"))
}

/// … that the texts show, so that nothing but its formula can be wrong.
fn shown(fields: &str) -> Site {
    let site = changed(figure(fields), "fr.md", "en 2025.", "en 2025, soit [](figure:rate).");
    changed(site, "en.md", "in 2025.", "in 2025, which is [](figure:rate).")
}

#[test]
fn a_figure_may_have_a_formula_for_its_value_and_source() {
    check_site(&shown("formula: spending * 4"), &[]);
    check_site(&shown("formula: spending * 4, value: 105.2 billion USD"), &[]);
    check_site(&shown("formula: spending * 4, value: 105.2 billion USD, source: call"), &[]);
    check_site(&shown("formula: plan - spending, value: \"> 73.7 billion USD\""), &[]);
    check_site(&shown("formula: spending * 4, value: ~ 105 billion USD"), &[]);
    check_site(&shown("formula: \"round(spending * 4, 1 billion)\", value: 105 billion USD"), &[]);
}

#[test]
fn formula_mismatch() {
    for value in ["105 billion USD", "\"> 105.2 billion USD\"", "105.2 billion EUR", "n/a"] {
        let line = format!("error formula-mismatch data.yaml «{value}» data.yaml «spending * 4»");
        let found = findings(&figure(&format!("formula: spending * 4, value: {value}")));
        assert!(found.contains(&line), "{line} is not in {found:?}");
    }
    let allowed = changed(
        shown("formula: spending * 4, value: 105 billion USD"),
        "depeche.yaml",
        "",
        "lints: {formula-mismatch: allow}\n",
    );
    check_site(&allowed, &[]);
}

#[test]
fn a_formula_is_checked_to_the_byte() {
    let fails = |formula: &str, expect: &str| {
        let found = findings(&figure(&format!("formula: {formula}")));
        let errors: Vec<&String> = found.iter().filter(|line| line.starts_with("error")).collect();
        assert_eq!(errors, [expect], "{formula}");
    };
    fails("spending * capital", "error unknown-figure data.yaml «capital»");
    fails("\"2 * spending-plan\"", "error unknown-figure data.yaml «spending-plan»");
    fails("4 + spending", "error invalid-formula data.yaml «4 + spending»");
    fails("2 * (plan - plan)", "error invalid-formula data.yaml «2 * (plan - plan)»");
    fails("4 + 3 / (2 - 2)", "error invalid-formula data.yaml «3 / (2 - 2)»");
    fails("rate + spending", "error formula-cycle data.yaml «rate + spending»");
}

#[test]
fn figures_in_a_circle_are_named_once_each() {
    let data = "  a: {metric: capex, period: 2024, formula: b * 2}
  b: {metric: capex, period: 2024, formula: c + spending}
  c: {metric: capex, period: 2024, formula: a / 2, value: 1 USD}
  d: {metric: capex, period: 2024, formula: a + c}
";
    let found = findings(&with("data.yaml", "", data));
    let errors: Vec<&String> = found.iter().filter(|line| line.starts_with("error")).collect();
    assert_eq!(
        errors,
        ["error formula-cycle data.yaml «b * 2» data.yaml «c + spending» data.yaml «a / 2»"],
        "the figure behind the circle is not reported as well"
    );
}

/// The sound site with a calculator that the texts show.
fn calculator(input: &str, output: &str) -> Site {
    let data = format!(
        "calculators:\n  sum:\n    title: Sum\n    inputs:\n      x: {{label: X, {input}}}\n    outputs:\n      y: {{label: Y, {output}}}\n"
    );
    let site = with("data.yaml", "", &data);
    changed(changed(site, "fr.md", "", "\n![x](calculator:sum)\n"), "en.md", "", "\n![x](calculator:sum)\n")
}

const LIMITS: &str = "min: 1, max: 40 billion, step: 1";

#[test]
fn a_calculator_that_works_has_no_finding() {
    let figure = format!("figure: spending, {LIMITS}");
    check_site(&calculator(&figure, "formula: x * 4"), &[]);
    check_site(&calculator(&figure, "formula: x * 4, compare: {with: plan, label: the plan}"), &[]);
    check_site(&calculator("value: 4, min: 1, max: 8, step: 1", "formula: spending * x"), &[]);
}

#[test]
fn calculators_that_do_not_work_are_found() {
    let fails = |input: &str, output: &str, expect: &str| check_site(&calculator(input, output), &[expect]);
    let four = "value: 4, min: 1, max: 8, step: 1";
    fails("value: 9, min: 1, max: 8, step: 1", "formula: x", "error invalid-calculator data.yaml «9» data.yaml «x»");
    fails("value: 4, min: 8, max: 1, step: 1", "formula: x", "error invalid-calculator data.yaml «1»");
    fails("value: 4, min: 1, max: 8, step: 0", "formula: x", "error invalid-calculator data.yaml «0»");
    fails("value: 4, min: 1, max: 8, step: 2", "formula: x", "error invalid-calculator data.yaml «4» data.yaml «2»");
    fails("value: 4, min: 1 USD, max: 8, step: 1", "formula: x", "error invalid-calculator data.yaml «1 USD»");
    fails("value: 4, min: 1, max: \"> 8\", step: 1", "formula: x", "error invalid-calculator data.yaml «\"> 8\"»");
    fails("value: 4..5, min: 1, max: 8, step: 1", "formula: x", "error invalid-calculator data.yaml «4..5»");
    fails(&format!("figure: spendings, {LIMITS}"), "formula: x", "error unknown-figure data.yaml «spendings»");
    fails(four, "formula: x * z", "error unknown-figure data.yaml «z»");
    fails(four, "formula: x + spending", "error invalid-formula data.yaml «x + spending»");
    fails(four, "formula: x, compare: {with: plan, label: P}", "error invalid-calculator data.yaml «plan»");
    fails(four, "formula: x, compare: {with: plans, label: P}", "error unknown-figure data.yaml «plans»");
}

#[test]
fn a_calculator_is_named_by_its_id() {
    let found = findings(&changed(sound(), "fr.md", "", "\n![x](calculator:som)\n"));
    let line = "error unknown-calculator fr.md «![x](calculator:som)";
    assert!(found.len() == 1 && found[0].starts_with(line), "{found:?}");
}
