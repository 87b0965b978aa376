//! Reads one entry of `calculators:`.

use super::fields::{Fields, Reading};
use super::formulas::formula;
use super::registries::entries;
use super::yaml::Node;
use crate::diag::{Diagnostic, Span, Spanned};
use crate::model::{Calculator, CalculatorInput, CalculatorOutput, Comparison, IndexMap, Start};
use crate::quantity::Value;

pub fn read(node: &Node, reading: &mut Reading, span: Span) -> Option<Calculator> {
    let fields = Fields::open(node, &["title", "inputs", "outputs"], reading)?;
    let title = fields.require("title", reading).and_then(|n| reading.local_text(n));
    let inputs: Option<IndexMap<_, _>> = fields.require("inputs", reading).map(|n| entries(n, reading, input));
    let outputs: Option<IndexMap<_, _>> = fields.require("outputs", reading).map(|n| entries(n, reading, output));
    Some(Calculator { title: title?, inputs: inputs?, outputs: outputs?, span })
}

fn input(node: &Node, reading: &mut Reading, span: Span) -> Option<CalculatorInput> {
    let fields = Fields::open(node, &["label", "figure", "value", "min", "max", "step"], reading)?;
    let label = fields.require("label", reading).and_then(|n| reading.local_text(n));
    let start = match (fields.get("figure"), fields.get("value")) {
        (Some(figure), None) => reading.text(figure).map(Start::Figure),
        (None, Some(value)) => number(value, reading).map(Start::Value),
        (both, _) => {
            let message = if both.is_some() {
                "an input takes `figure` or `value`, not both"
            } else {
                "this input has no number to start from"
            };
            let hint = "add `figure: …` with the id of a figure, or `value: 4`";
            reading.diagnostics.push(Diagnostic::error("invalid-calculator", span, message).hint(hint));
            None
        }
    };
    let mut limit = |key: &str| fields.require(key, reading).and_then(|n| number(n, reading));
    let (min, max, step) = (limit("min"), limit("max"), limit("step"));
    Some(CalculatorInput { label: label?, start: start?, min: min?, max: max?, step: step?, span })
}

fn output(node: &Node, reading: &mut Reading, _: Span) -> Option<CalculatorOutput> {
    let fields = Fields::open(node, &["label", "formula", "compare"], reading)?;
    let label = fields.require("label", reading).and_then(|n| reading.local_text(n));
    let formula = fields.require("formula", reading).and_then(|n| formula(n, reading));
    let compare = fields.get("compare").and_then(|n| comparison(n, reading));
    Some(CalculatorOutput { label: label?, formula: formula?, compare })
}

fn comparison(node: &Node, reading: &mut Reading) -> Option<Comparison> {
    let fields = Fields::open(node, &["with", "label"], reading)?;
    let with = fields.require("with", reading).and_then(|n| reading.text(n));
    let label = fields.require("label", reading).and_then(|n| reading.local_text(n));
    Some(Comparison { with: with?, label: label? })
}

fn number(node: &Node, reading: &mut Reading) -> Option<Spanned<Value>> {
    let value = reading.value(node, None)?;
    if value.is_none() {
        reading.expected(node, "a number", "write it as figures have it, such as `26.3 billion USD`");
    }
    value.map(|value| Spanned::new(value, node.span))
}
