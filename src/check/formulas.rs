//! `formula-cycle` and `invalid-formula`: a figure's formula that gives no result.
//!
//! Why: a figure without a value of its own has none then. Example: two figures that are calculated from each other.

use crate::diag::Diagnostic;
use crate::model::{Brief, FormulaOrder, Site, WrittenFormula};
use crate::quantity::{QuantityError, Value};

/// Finds formulas that give no result.
pub fn run(site: &Site) -> Vec<Diagnostic> {
    site.briefs.values().flat_map(of_brief).collect()
}

fn of_brief(brief: &Brief) -> Vec<Diagnostic> {
    let order = FormulaOrder::new(&brief.figures);
    let mut found: Vec<Diagnostic> = order.cycles.iter().map(|cycle| in_circle(brief, cycle)).collect();
    found.extend(results(brief, &order).filter_map(|(_, written, result)| Some(invalid(written, result.err()?))));
    found
}

/// Each formula of a brief that has all it needs, with the id of its figure and what it gives.
pub(super) fn results<'b>(
    brief: &'b Brief,
    order: &'b FormulaOrder,
) -> impl Iterator<Item = (&'b str, &'b WrittenFormula, Result<Value, QuantityError>)> {
    order.ordered.iter().filter_map(|id| {
        let written = brief.figures[id].formula.as_ref()?;
        let complete = !written.formula.names().iter().any(|(name, _)| is_reported(brief, name));
        let value = |name: &str| brief.figures.get(name)?.value.clone();
        complete.then(|| (id.as_str(), written, written.formula.evaluate(&value)))
    })
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
