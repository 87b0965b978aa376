//! Reads formulas, and gives each figure that has only a formula its value.
//!
//! What a formula gets wrong beyond its spelling (unknown names, cycles, units) is `crate::check`'s to say.

use super::fields::{Reading, inside};
use super::yaml::Node;
use crate::diag::Diagnostic;
use crate::model::{Figure, FormulaOrder, IndexMap, WrittenFormula};
use crate::quantity::Formula;

pub fn formula(node: &Node, reading: &mut Reading) -> Option<WrittenFormula> {
    let text = reading.text(node)?;
    match Formula::parse(&text.value, &|word| reading.nouns.contains_key(word)) {
        Ok(formula) => Some(WrittenFormula { formula, span: inside(node, 0..text.value.len()) }),
        Err(error) => {
            let mut diagnostic = Diagnostic::error("invalid-formula", inside(node, error.range), error.message);
            diagnostic.hint = error.hint;
            reading.diagnostics.push(diagnostic);
            None
        }
    }
}

/// Calculates the values that figures leave to their formulas, in the order in which they follow from each other.
pub fn resolve(figures: &mut IndexMap<String, Figure>) {
    for id in FormulaOrder::new(figures).ordered {
        let figure = &figures[&id];
        let Some(written) = figure.formula.as_ref().filter(|_| figure.calculated) else { continue };
        let value = |name: &str| figures.get(name)?.value.clone();
        let result = written.formula.evaluate(&value).ok();
        figures[&id].value = result;
    }
}
