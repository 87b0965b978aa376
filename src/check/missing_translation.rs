//! `missing-translation`: a brief or a page lacks one of the site's languages.
//!
//! Why: a reader who changes language must land on the same brief.
//!
//! Example: a folder with `fr.md` and no `en.md` on a site with `languages: [fr, en]`.

use super::{Lint, Subject};
use crate::diag::{Diagnostic, Span};
use crate::model::{Brief, Edition, Level, PerLang, Site};

pub const LINT: Lint = Lint {
    name: "missing-translation",
    level: Level::Deny,
    summary: "a brief or a page lacks one of the site's languages",
    run,
};

fn run(subject: &Subject) -> Vec<Diagnostic> {
    let site = subject.site;
    let data = |brief: &Brief| Some(Span::new(brief.data, 0, 0));
    let briefs = site.briefs.values().map(|brief| ("briefs", &brief.id, &brief.editions, data(brief)));
    let pages = site.pages.values().map(|page| ("pages", &page.id, &page.editions, None));
    briefs.chain(pages).flat_map(|(kind, id, editions, span)| missing(site, kind, id, editions, span)).collect()
}

fn missing(site: &Site, kind: &str, id: &str, editions: &PerLang<Edition>, span: Option<Span>) -> Vec<Diagnostic> {
    let present = editions.iter().next().map(|(_, edition)| edition.title.span);
    let is_unread = |lang| site.unread.contains(&format!("content/{kind}/{id}/{lang}.md"));
    let missing = site.config.languages.iter().filter(|lang| editions.get(**lang).is_none() && !is_unread(**lang));
    missing
        .map(|lang| {
            LINT.finding(present.or(span), format!("`{id}` has no edition in `{lang}`"))
                .hint(format!("add `{lang}.md` to its folder"))
        })
        .collect()
}
