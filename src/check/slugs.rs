//! `duplicate-slug`: two briefs or pages of a language would be written to the same address.
//!
//! Why: one would overwrite the other. Example: two French editions with `slug: resultats`.

use crate::diag::Diagnostic;
use crate::model::{Edition, Site};
use std::collections::BTreeMap;

/// Finds editions of one language that have the same slug.
pub fn run(site: &Site) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for lang in site.config.languages.iter().copied() {
        let mut taken: BTreeMap<&str, &Edition> = BTreeMap::new();
        let briefs = site.briefs.values().filter_map(|brief| brief.editions.get(lang));
        let pages = site.pages.values().filter_map(|page| page.editions.get(lang));
        for edition in briefs.chain(pages) {
            let slug = &edition.slug;
            if slug.value.is_empty() {
                // A title that gives no slug was reported.
                continue;
            }
            if let Some(first) = taken.insert(&slug.value, edition) {
                found.push(
                    Diagnostic::error(
                        "duplicate-slug",
                        slug.span,
                        format!("the slug `{}` is taken in `{lang}`", slug.value),
                    )
                    .related(first.slug.span, "by this edition")
                    .hint("give one of them another `slug`"),
                );
            }
        }
    }
    found
}
