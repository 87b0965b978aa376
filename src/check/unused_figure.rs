//! `unused-figure`: a figure of a brief that nothing shows.
//!
//! Why: a number that no reader sees is checked by nobody, and often one whose link was lost.
//!
//! Example: `amazon-capex-q4-2024` under `figures:`, while no text, chart, formula or `key_figure` names it and the brief has no
//! table of all figures (`![Figures](figures:)`).

use super::{Lint, Subject};
use crate::diag::Diagnostic;
use crate::model::{Brief, EmbedKind, Level, Part, ReferenceKind, RowSource, Start};
use std::collections::BTreeSet;

pub const LINT: Lint =
    Lint { name: "unused-figure", level: Level::Warn, summary: "a figure of a brief that nothing shows", run };

fn run(subject: &Subject) -> Vec<Diagnostic> {
    subject.site.briefs.values().flat_map(unused).collect()
}

fn unused(brief: &Brief) -> Vec<Diagnostic> {
    let Some(used) = used(brief) else { return Vec::new() };
    let unused = brief.figures.iter().filter(|(id, _)| !used.contains(id.as_str()));
    unused
        .map(|(id, figure)| {
            LINT.finding(figure.span, format!("nothing shows the figure `{id}`"))
                .hint(format!("link to it with `[words](figure:{id})`, or take it out"))
        })
        .collect()
}

/// The ids of the figures that something shows; `None` where a table shows all of them.
fn used(brief: &Brief) -> Option<BTreeSet<&str>> {
    let mut used: BTreeSet<&str> = brief.key_figure.iter().map(|id| id.value.as_str()).collect();
    for chart in brief.charts.values() {
        if let RowSource::Figures(ids) = &chart.rows {
            used.extend(ids.iter().map(|id| id.value.as_str()));
        }
    }
    used.extend(calculated_with(brief));
    for (part, _) in brief.proses().flat_map(|(_, prose)| &prose.parts) {
        match part {
            Part::Open(reference) if reference.kind == ReferenceKind::Figure => {
                used.insert(&reference.id);
            }
            Part::Embed(embed) if embed.kind == EmbedKind::Figures => return None,
            _ => {}
        }
    }
    Some(used)
}

/// The ids that formulas of figures and calculators name; what a calculator shows, it shows where it stands.
fn calculated_with(brief: &Brief) -> impl Iterator<Item = &str> {
    let figures = brief.figures.values().filter_map(|figure| figure.formula.as_ref());
    let outputs = || brief.calculators.values().flat_map(|calculator| calculator.outputs.values());
    let inputs = brief.calculators.values().flat_map(|calculator| calculator.inputs.values());
    let started = inputs.filter_map(|input| match &input.start {
        Start::Figure(id) => Some(id.value.as_str()),
        Start::Value(_) => None,
    });
    let compared = outputs().filter_map(|output| Some(output.compare.as_ref()?.with.value.as_str()));
    let formulas = figures.chain(outputs().map(|output| &output.formula));
    let named = formulas.flat_map(|written| written.formula.names()).map(|(name, _)| name);
    named.chain(started).chain(compared)
}
