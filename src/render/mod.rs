//! One artifact to its bytes: pure, so that any number can be made at once.
//!
//! Owns the templates' environment ([`Theme`]), the URLs, and the views that templates get. Which artifacts there are is
//! `crate::plan`'s.

mod calculator;
mod charts;
mod citations;
mod embeds;
mod faults;
mod feed;
mod lists;
mod pages;
mod prose;
mod related;
mod run;
mod sitemap;
mod theme;
mod urls;
mod views;
mod worked;

pub use charts::{PlacedChart, pixels};
pub use sitemap::Listed;
pub use theme::Theme;
pub use urls::{ChartFile, SitePath, Urls};

use crate::diag::{Diagnostic, Files};
use crate::locale::{Formats, Lang, Strings};
use crate::model::{Brief, Edition, PerLang, Site};
use rayon::prelude::*;
use std::sync::Arc;

/// What every page of a language has around it.
struct Surroundings {
    /// The [`views::SiteView`] as templates take it.
    site: tera::Value,
    title: String,
    description: String,
}

/// Everything that rendering needs; shared by all threads, changed by none.
pub struct Renderer<'s> {
    pub site: &'s Site,
    pub files: &'s Files,
    pub theme: Theme,
    pub urls: Arc<Urls>,
    strings: Arc<PerLang<Strings>>,
    formats: Arc<PerLang<Formats>>,
    related: related::Related<'s>,
    charts: PerLang<Vec<PlacedChart<'s>>>,
    surroundings: PerLang<Surroundings>,
}

impl<'s> Renderer<'s> {
    pub fn new(
        site: &'s Site,
        sources: &'s crate::model::Sources,
        urls: Urls,
        strings: PerLang<Strings>,
    ) -> Result<Self, Diagnostic> {
        let urls = Arc::new(urls);
        let strings = Arc::new(strings);
        let mut formats = PerLang::default();
        for lang in site.config.languages.iter().copied() {
            formats.insert(lang, Formats::new(site.config.locale(lang), &site.nouns));
            if strings.get(lang).is_none() {
                let message = format!("there are no interface strings in `{lang}`");
                let hint = format!("add `templates/strings/{lang}.yaml`");
                return Err(Diagnostic::error("interface-string", None, message).hint(hint));
            }
        }
        let formats = Arc::new(formats);
        let theme = Theme::load(sources, &urls, &strings, &formats)?;
        let related = related::Related::new(site);
        let (mut charts, surroundings) = (PerLang::default(), PerLang::default());
        for lang in site.config.languages.iter().copied() {
            let editions: Vec<_> =
                site.briefs.values().filter_map(|brief| Some((brief, brief.edition(lang)?))).collect();
            let placed =
                editions.into_par_iter().flat_map_iter(|(brief, edition)| charts::placed(brief, edition, lang));
            charts.insert(lang, placed.collect());
        }
        let files = &sources.files;
        let mut renderer = Self { site, files, theme, urls, strings, formats, related, charts, surroundings };
        for lang in site.config.languages.iter().copied() {
            let view = renderer.site_view(lang);
            let site = tera::Value::from_serializable(&view);
            renderer.surroundings.insert(lang, Surroundings { site, title: view.title, description: view.description });
        }
        Ok(renderer)
    }

    fn formats(&self, lang: Lang) -> &Formats {
        self.formats.get(lang).expect("every language of the site has its formats")
    }

    fn strings(&self, lang: Lang) -> &Strings {
        self.strings.get(lang).expect("every language of the site has its strings")
    }

    /// An interface string that takes no arguments; the key itself where the site's own strings lack it.
    fn word(&self, lang: Lang, key: &str) -> String {
        let text = self.strings(lang).get(key).unwrap_or(key);
        self.formats(lang).typeset(text, None).into_owned()
    }

    /// Text of an author, in the typography of the language.
    fn typeset(&self, lang: Lang, text: &str) -> String {
        self.formats(lang).typeset(text, None).into_owned()
    }

    /// The briefs that have an edition in a language, newest first.
    pub fn briefs(&self, lang: Lang) -> impl Iterator<Item = (&'s Brief, &'s Edition)> + use<'s> {
        self.site.briefs.values().filter_map(move |brief| Some((brief, brief.edition(lang)?)))
    }
}
