//! A calculation that a reader can repeat with other numbers.

use super::{Brief, IndexMap, LocalText, WrittenFormula};
use crate::diag::{Span, Spanned};
use crate::quantity::Value;

/// One entry of a brief's `calculators:`.
pub struct Calculator {
    pub title: LocalText,
    /// By the name that formulas give them.
    pub inputs: IndexMap<String, CalculatorInput>,
    pub outputs: IndexMap<String, CalculatorOutput>,
    pub span: Span,
}

/// A number that the reader may change.
pub struct CalculatorInput {
    pub label: LocalText,
    pub start: Start,
    /// The limits and the step of the arrows: exact, in the unit of the start or without one.
    pub min: Spanned<Value>,
    pub max: Spanned<Value>,
    pub step: Spanned<Value>,
    pub span: Span,
}

/// What an input holds at first.
pub enum Start {
    /// The value of a figure of the brief.
    Figure(Spanned<String>),
    Value(Spanned<Value>),
}

/// A result.
pub struct CalculatorOutput {
    pub label: LocalText,
    /// Over inputs and the brief's figures.
    pub formula: WrittenFormula,
    pub compare: Option<Comparison>,
}

/// What a result is set against.
pub struct Comparison {
    /// A figure of the brief.
    pub with: Spanned<String>,
    /// The figure as it stands in a sentence, with its article: « la prévision d’Amazon pour 2025 ».
    pub label: LocalText,
}

impl CalculatorInput {
    /// The value that the input holds at first; `None` where its figure is missing or not disclosed.
    pub fn value<'b>(&'b self, brief: &'b Brief) -> Option<&'b Value> {
        match &self.start {
            Start::Value(value) => Some(&value.value),
            Start::Figure(id) => brief.figures.get(&id.value)?.value.as_ref(),
        }
    }
}

impl Calculator {
    /// What a name in a formula stands for at first: an input, or else a figure of the brief.
    pub fn value(&self, brief: &Brief, name: &str) -> Option<Value> {
        match self.inputs.get(name) {
            Some(input) => input.value(brief).cloned(),
            None => brief.figures.get(name)?.value.clone(),
        }
    }
}
