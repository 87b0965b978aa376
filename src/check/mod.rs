//! Judges a site that was read: one lint a file, each read-only over the whole site.
//!
//! Owns the list of lints, how seriously each is taken, and what authors may let pass. `calculators`, `formulas`, `references` and `slugs`
//! find faults of structure, which no setting allows. How numbers are read is `crate::quantity`'s. Beside the lints stands the JSON of
//! `extract` and `compare`, the same findings for texts outside a site.

mod calculators;
mod figure_mismatch;
mod formula_mismatch;
mod formulas;
mod future_date;
mod missing_translation;
mod parity;
pub mod reading_json;
mod references;
mod slugs;
mod stale_translation;
mod subject;
#[cfg(test)]
mod tests;
mod typography;
mod unsourced_figure;
mod untranslated_quote;
mod unused_figure;
mod unused_source;
mod waiver;
mod wrong_language_link;

pub use reading_json::Extractor;
pub use references::run as references;
pub use stale_translation::marks;
pub use subject::Subject;

use crate::diag::{Diagnostic, Severity, Span, suggestion};
use crate::model::{Level, Site};
use rayon::prelude::*;

/// A rule about a site that its authors may take more or less seriously.
pub struct Lint {
    /// Kebab-case and stable; the file has the same name.
    pub name: &'static str,
    /// The level where `depeche.yaml` says nothing.
    pub level: Level,
    /// What it finds, in a clause.
    pub summary: &'static str,
    /// The severity of its findings is overwritten by the level.
    pub run: fn(&Subject) -> Vec<Diagnostic>,
}

impl Lint {
    /// A finding of this lint.
    fn finding(&self, span: impl Into<Option<Span>>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::warning(self.name, span, message)
    }
}

/// Every lint, by name.
pub const LINTS: &[Lint] = &[
    figure_mismatch::LINT,
    formula_mismatch::LINT,
    future_date::LINT,
    missing_translation::LINT,
    parity::LINT,
    stale_translation::LINT,
    typography::LINT,
    unsourced_figure::LINT,
    untranslated_quote::LINT,
    unused_figure::LINT,
    unused_source::LINT,
    waiver::LINT,
    wrong_language_link::LINT,
];

/// Faults of structure: always errors.
const STRUCTURE: &[fn(&Site) -> Vec<Diagnostic>] = &[calculators::run, formulas::run, references::run, slugs::run];

/// Runs every lint that the site does not allow.
pub fn check(site: &Site) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = STRUCTURE.par_iter().flat_map_iter(|run| run(site)).collect();
    found.extend(unknown_lints(site));
    let subject = Subject::new(site);
    let run = LINTS.par_iter().filter(|lint| level(site, lint) > Level::Allow);
    let findings = run.flat_map_iter(|lint| levelled(site, lint, (lint.run)(&subject))).collect();
    let (kept, idle) = waiver::apply(site, findings);
    found.extend(kept);
    if level(site, &waiver::LINT) > Level::Allow {
        found.extend(levelled(site, &waiver::LINT, idle));
    }
    found
}

/// How seriously a site takes a lint.
pub fn level(site: &Site, lint: &Lint) -> Level {
    let chosen = site.config.lints.iter().find(|(name, _)| name.value == lint.name);
    chosen.map_or(lint.level, |(_, level)| *level)
}

fn levelled(site: &Site, lint: &Lint, mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let severity = if level(site, lint) == Level::Deny { Severity::Error } else { Severity::Warning };
    for finding in &mut findings {
        finding.severity = severity;
    }
    findings
}

/// Entries of `lints:` in `depeche.yaml` that name no lint.
fn unknown_lints(site: &Site) -> impl Iterator<Item = Diagnostic> {
    let unknown = site.config.lints.iter().filter(|(name, _)| !LINTS.iter().any(|lint| lint.name == name.value));
    unknown.map(|(name, _)| {
        let mut error = Diagnostic::error("unknown-lint", name.span, format!("there is no lint `{}`", name.value));
        error.hint = suggestion(&name.value, LINTS.iter().map(|lint| lint.name))
            .or_else(|| Some("`depeche check --list` names them all".to_owned()));
        error
    })
}
