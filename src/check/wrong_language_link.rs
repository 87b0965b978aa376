//! `wrong-language-link`: a link leads to an edition in another language, though the own language has one.
//!
//! Why: a reader of English who follows a link should not land in French without need.
//!
//! Example: `[our method](../../pages/about/fr.md)` in `en.md`, or the full address of the French page. Write `[our method](page:about)`,
//! which finds the edition of the reader's language.

use super::{Lint, Subject};
use crate::diag::Diagnostic;
use crate::locale::Lang;
use crate::model::{Brief, Edition, Level, Part, PerLang, Prose, ReferenceKind, Site};
use pulldown_cmark::{Event, Tag};

pub const LINT: Lint = Lint {
    name: "wrong-language-link",
    level: Level::Warn,
    summary: "a link leads to an edition in another language, though the own language has one",
    run,
};

fn run(subject: &Subject) -> Vec<Diagnostic> {
    let site = subject.site;
    let pages = site.pages.values().flat_map(|page| page.editions.iter());
    let pages = pages.flat_map(|(lang, edition)| edition.proses().map(move |prose| (lang, prose)));
    let mut found = Vec::new();
    for (lang, prose) in site.briefs.values().flat_map(Brief::proses).chain(pages) {
        links(site, prose, lang, &mut found);
    }
    found
}

fn links(site: &Site, prose: &Prose, lang: Lang, found: &mut Vec<Diagnostic>) {
    for (part, span) in &prose.parts {
        let target = match part {
            Part::Open(reference) => reference
                .written_for
                .filter(|other| *other != lang && has_edition(site, reference.kind, &reference.id, lang))
                .map(|other| (other, reference.kind, reference.id.clone())),
            Part::Markdown(Event::Start(Tag::Link { dest_url, .. })) => own_address(site, dest_url, lang),
            _ => None,
        };
        if let Some((other, kind, id)) = target {
            let scheme = if kind == ReferenceKind::Page { "page" } else { "brief" };
            let message = format!("this link of the edition in `{lang}` leads to the one in `{other}`");
            found.push(LINT.finding(*span, message).hint(format!("write `{scheme}:{id}`")));
        }
    }
}

fn has_edition(site: &Site, kind: ReferenceKind, id: &str, lang: Lang) -> bool {
    let editions = match kind {
        ReferenceKind::Brief => site.briefs.get(id).map(|brief| &brief.editions),
        ReferenceKind::Page => site.pages.get(id).map(|page| &page.editions),
        _ => None,
    };
    editions.is_some_and(|editions| editions.get(lang).is_some())
}

/// What a full address of this site leads to, where that is an edition in another language than `lang` and one in `lang` exists.
fn own_address(site: &Site, url: &str, lang: Lang) -> Option<(Lang, ReferenceKind, String)> {
    let base = &site.config.base;
    let path = url.strip_prefix(&base.origin)?.strip_prefix(&base.path)?;
    let mut parts = path.split(['/', '#', '?']);
    let other: Lang = parts.next()?.parse().ok().filter(|other| *other != lang)?;
    let slug = parts.next()?;
    let is_it = |editions: &PerLang<Edition>| {
        editions.get(other).is_some_and(|edition| edition.slug.value == slug) && editions.get(lang).is_some()
    };
    let brief = site.briefs.values().find(|brief| is_it(&brief.editions));
    let page = || site.pages.values().find(|page| is_it(&page.editions));
    let brief = brief.map(|brief| (other, ReferenceKind::Brief, brief.id.clone()));
    brief.or_else(|| page().map(|page| (other, ReferenceKind::Page, page.id.clone())))
}
