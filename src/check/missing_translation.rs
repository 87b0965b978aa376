//! `missing-translation`: a brief or a page lacks one of the site's languages.
//!
//! Why: a reader who changes language must land on the same brief.
//!
//! Example: a folder with `fr.md` and no `en.md` on a site with `languages: [fr, en]`.

use super::{Lint, Subject};
use crate::diag::{Diagnostic, Span};
use crate::model::{Edition, Level, PerLang, Site};

pub const LINT: Lint = Lint {
    name: "missing-translation",
    level: Level::Deny,
    summary: "a brief or a page lacks one of the site's languages",
    run,
};

fn run(subject: &Subject) -> Vec<Diagnostic> {
    let site = subject.site;
    let briefs = site.briefs.values().map(|brief| (&brief.id, &brief.editions, Some(Span::new(brief.data, 0, 0))));
    let pages = site.pages.values().map(|page| (&page.id, &page.editions, None));
    briefs.chain(pages).flat_map(|(id, editions, span)| missing(site, id, editions, span)).collect()
}

fn missing(site: &Site, id: &str, editions: &PerLang<Edition>, span: Option<Span>) -> Vec<Diagnostic> {
    let present = editions.iter().next().map(|(_, edition)| edition.title.span);
    let missing = site.config.languages.iter().filter(|lang| editions.get(**lang).is_none());
    missing
        .map(|lang| {
            LINT.finding(present.or(span), format!("`{id}` has no edition in `{lang}`"))
                .hint(format!("add `{lang}.md` to its folder"))
        })
        .collect()
}
