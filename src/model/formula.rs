//! Formulas with their place, and the order in which figures follow from each other.

use super::{Figure, IndexMap};
use crate::diag::Span;
use crate::quantity::Formula;
use std::collections::BTreeMap;
use std::ops::Range;

/// A formula as it stands in a data file.
#[derive(Clone, Debug)]
pub struct WrittenFormula {
    pub formula: Formula,
    pub span: Span,
}

impl WrittenFormula {
    /// The place of a range of the formula's text; the whole formula where YAML's escapes or line breaks shift it.
    pub fn place(&self, range: Range<usize>) -> Span {
        let verbatim = (self.span.end - self.span.start) as usize == self.formula.text().len();
        if verbatim { self.span.part(range.start, range.end) } else { self.span }
    }
}

/// The formulas of a brief's figures, by what each needs.
pub struct FormulaOrder {
    /// Ids of figures with a formula, each after those it is calculated from.
    pub ordered: Vec<String>,
    /// Ids that are calculated from each other, each from the next and the last from the first.
    pub cycles: Vec<Vec<String>>,
}

impl FormulaOrder {
    /// Orders the formulas of `figures`. Names of figures that are not there count as known.
    pub fn new(figures: &IndexMap<String, Figure>) -> Self {
        let formula = |id: &str| figures.get(id).and_then(|figure| figure.formula.as_ref());
        let mut waiting: BTreeMap<&str, usize> = BTreeMap::new();
        let mut users: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (id, figure) in figures {
            let names = figure.formula.iter().flat_map(|written| written.formula.names());
            let needed: Vec<&str> = names.map(|(name, _)| name).filter(|name| formula(name).is_some()).collect();
            for name in &needed {
                users.entry(*name).or_default().push(id);
            }
            waiting.insert(id, needed.len());
        }
        let mut ready: Vec<&str> =
            figures.keys().map(String::as_str).filter(|id| formula(id).is_some() && waiting[id] == 0).collect();
        let mut ordered = Vec::new();
        while let Some(id) = ready.pop() {
            ordered.push(id.to_owned());
            for user in users.get(id).into_iter().flatten() {
                let count = waiting.get_mut(user).expect("every figure is counted");
                *count -= 1;
                if *count == 0 {
                    ready.push(user);
                }
            }
        }
        waiting.retain(|_, count| *count > 0);
        Self { ordered, cycles: cycles(&waiting, figures) }
    }
}

/// The cycles among figures that wait for each other, each once.
fn cycles(waiting: &BTreeMap<&str, usize>, figures: &IndexMap<String, Figure>) -> Vec<Vec<String>> {
    // Every figure that waits needs one that waits, so following the first such name leads into a cycle.
    let next = |id: &str| {
        let names = figures[id].formula.iter().flat_map(|written| written.formula.names());
        names.map(|(name, _)| name).find(|name| waiting.contains_key(name)).expect("a figure waits for another one")
    };
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut cycles = Vec::new();
    for start in waiting.keys() {
        let mut id = *start;
        while !seen.contains_key(id) {
            seen.insert(id, start);
            id = next(id);
        }
        if seen[id] == *start {
            let mut cycle = vec![id.to_owned()];
            let mut following = next(id);
            while following != id {
                cycle.push(following.to_owned());
                following = next(following);
            }
            cycles.push(cycle);
        }
    }
    cycles
}
