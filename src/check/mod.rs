//! Judges a site that was read: one lint a file, each read-only over the whole [`Site`].

mod calculators;
mod editions;
mod formulas;
mod references;
mod slugs;

use crate::diag::Diagnostic;
use crate::model::Site;

/// A rule about a site.
pub struct Lint {
    /// The names of the findings it makes.
    pub names: &'static [&'static str],
    pub run: fn(&Site) -> Vec<Diagnostic>,
}

/// Every lint, in the order of its file's name.
pub const LINTS: &[Lint] = &[calculators::LINT, editions::LINT, formulas::LINT, references::LINT, slugs::LINT];

/// Runs every lint.
pub fn check(site: &Site) -> Vec<Diagnostic> {
    LINTS.iter().flat_map(|lint| (lint.run)(site)).collect()
}
