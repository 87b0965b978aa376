//! The pages: from the model to views, and through their templates.

use super::charts::PlacedChart;
use super::embeds::Setting;
use super::prose::{Place, Writer};
use super::views::{
    Alternate, BilingualView, ColumnView, CorrectionView, EditionView, HomeView, KeyFigureView, LanguageView, LeadView,
    LineView, Link, PageView, PagerView, SiteView, SourceView,
};
use super::{Renderer, SitePath, Surroundings};
use crate::diag::Diagnostic;
use crate::locale::Lang;
use crate::model::{Brief, Edition, Page, PerLang};

/// Headlines a language on the root page.
const ROOT_LINES: usize = 6;
/// Headlines a language on the 404 page.
const NOT_FOUND_LINES: usize = 3;
/// Figures in a home page's strip.
const STRIP: usize = 6;
/// Characters of a number in the strip: what half of a phone's width holds in large type.
const STRIP_LABEL: usize = 12;
/// Briefs under "related".
const RELATED: usize = 4;

impl<'s> Renderer<'s> {
    /// The page at the base: every language side by side.
    pub fn root(&self) -> Result<Vec<u8>, Diagnostic> {
        let lang = self.site.config.languages[0];
        let page = PageView {
            canonical: Some(self.urls.absolute(&SitePath::root())),
            here: self.urls.href(&SitePath::root()),
            alternates: self.alternates(None, |lang| Some(SitePath::home(lang, 1))),
            x_default: Some(self.urls.absolute(&SitePath::root())),
            ..self.page("root", lang, None, &self.surroundings(lang).description)
        };
        let view = BilingualView { page, columns: self.columns(ROOT_LINES) };
        self.theme.page("root.html", &view, self.files)
    }

    /// The page for addresses that lead nowhere.
    pub fn not_found(&self) -> Result<Vec<u8>, Diagnostic> {
        let lang = self.site.config.languages[0];
        let title = self.word(lang, "not-found-title");
        let page = self.page("not-found", lang, Some(&title), &title);
        let view = BilingualView { page, columns: self.columns(NOT_FOUND_LINES) };
        self.theme.page("404.html", &view, self.files)
    }

    fn columns(&self, lines: usize) -> Vec<ColumnView> {
        let column = |lang: Lang| {
            let lines = self.briefs(lang).take(lines).map(|(brief, edition)| self.line(brief, edition, lang));
            ColumnView {
                lang: lang.tag(),
                name: lang.own_name(),
                site: self.surroundings(lang).site.clone(),
                lines: lines.collect(),
            }
        };
        self.site.config.languages.iter().map(|lang| column(*lang)).collect()
    }

    /// How many pages a language's list of briefs fills; at least one.
    pub fn home_pages(&self, lang: Lang) -> usize {
        self.briefs(lang).count().div_ceil(self.site.config.page_size).max(1)
    }

    /// A language's home page (`number` 1) or a later page of its list.
    pub fn home(&self, lang: Lang, number: usize) -> Result<Vec<u8>, Diagnostic> {
        let size = self.site.config.page_size;
        let briefs: Vec<(&Brief, &Edition)> = self.briefs(lang).skip((number - 1) * size).take(size).collect();
        let total = self.home_pages(lang);
        let mut lines: Vec<LineView> = briefs.iter().map(|(brief, edition)| self.line(brief, edition, lang)).collect();
        let lead = match briefs.first().filter(|_| number == 1) {
            Some((brief, edition)) => Some(self.lead(brief, edition, lines.remove(0), lang)?),
            None => None,
        };
        let latest = if number == 1 { self.latest(lang) } else { Vec::new() };
        let title = (number > 1).then(|| {
            let text = self.strings(lang).format("page-title", &[("n", &number.to_string())]);
            self.typeset(lang, &text.unwrap_or_default())
        });
        let path = SitePath::home(lang, number);
        let page = PageView {
            canonical: Some(self.urls.absolute(&path)),
            here: self.urls.href(&path),
            x_default: (number == 1).then(|| self.urls.absolute(&SitePath::root())),
            alternates: self
                .alternates(Some(lang), |lang| (number <= self.home_pages(lang)).then(|| SitePath::home(lang, number))),
            ..self.page("home", lang, title.as_deref(), &self.surroundings(lang).description)
        };
        let pager = self.pager(number, total, |number| SitePath::home(lang, number));
        self.theme.page("home.html", &HomeView { page, lead, lines, latest, pager }, self.files)
    }

    /// The ways from one page of a list to its neighbours; none where one page holds all.
    pub(super) fn pager(&self, number: usize, total: usize, path: impl Fn(usize) -> SitePath) -> Option<PagerView> {
        let href = |number| self.urls.href(&path(number));
        (total > 1).then(|| PagerView {
            number,
            total,
            newer: (number > 1).then(|| href(number - 1)),
            older: (number < total).then(|| href(number + 1)),
        })
    }

    fn lead(&self, brief: &'s Brief, edition: &'s Edition, line: LineView, lang: Lang) -> Result<LeadView, Diagnostic> {
        let mut writer = Writer::new(self, Some(brief), lang, Place::Label);
        let chart = match brief.key_chart.as_ref().and_then(|id| brief.charts.get_key_value(&id.value)) {
            Some((id, spec)) => {
                let chart = PlacedChart { brief, edition, lang, id, spec, alt: &edition.title.value };
                Some(writer.chart(&chart, Setting::Lead)?)
            }
            None => None,
        };
        Ok(LeadView { line, summary: writer.html(&edition.summary)?, chart })
    }

    /// The newest figures, without those that stand beside their brief on the page already.
    fn latest(&self, lang: Lang) -> Vec<KeyFigureView> {
        let mut seen = Vec::new();
        let mut strip = Vec::new();
        for (brief, edition) in self.briefs(lang).take(STRIP) {
            for (id, figure) in &brief.figures {
                let what = (figure.company.as_ref().map(|c| &c.value), &figure.metric.value, figure.period.value);
                let is_key = brief.key_figure.as_ref().is_some_and(|key| key.value == *id);
                if is_key {
                    seen.push(what);
                } else if strip.len() < STRIP && !seen.contains(&what) {
                    seen.push(what);
                    let view = self.key_figure(brief, edition, figure, lang);
                    strip.extend(Some(view).filter(|view| view.label.chars().count() <= STRIP_LABEL));
                }
            }
        }
        strip
    }

    /// A brief in one language.
    pub fn brief(&self, brief: &'s Brief, edition: &'s Edition, lang: Lang) -> Result<Vec<u8>, Diagnostic> {
        let mut view = self.edition("brief", Some(brief), edition, &brief.editions, lang)?;
        view.topics = self.topics(brief, lang);
        view.authors = brief.authors.iter().map(|id| self.person(&id.value, lang)).collect();
        let authors: Vec<&str> = view.authors.iter().map(String::as_str).collect();
        view.authors_list = self.formats(lang).list(&authors);
        view.date = Some(self.date(brief.date, lang));
        view.updated = brief.updated.map(|day| self.date(day, lang));
        view.corrections = brief
            .corrections
            .iter()
            .map(|c| CorrectionView { date: self.date(c.date, lang), text: self.typeset(lang, c.text.get(lang)) })
            .collect();
        let key = brief.key_figure.as_ref().and_then(|id| brief.figures.get(&id.value));
        view.key_figure = key.map(|figure| KeyFigureView {
            source_number: view.sources.iter().position(|s| s.id == figure.source.value).map(|i| i + 1),
            ..self.key_figure(brief, edition, figure, lang)
        });
        view.related = self.related(brief, lang);
        self.theme.page("brief.html", &view, self.files)
    }

    /// A standing page in one language.
    pub fn standing(&self, page: &'s Page, edition: &'s Edition, lang: Lang) -> Result<Vec<u8>, Diagnostic> {
        let view = self.edition("page", None, edition, &page.editions, lang)?;
        self.theme.page("page.html", &view, self.files)
    }

    fn edition(
        &self,
        kind: &'static str,
        brief: Option<&'s Brief>,
        edition: &'s Edition,
        editions: &PerLang<Edition>,
        lang: Lang,
    ) -> Result<EditionView, Diagnostic> {
        let summary = Writer::new(self, brief, lang, Place::Label).html(&edition.summary)?;
        let mut writer = Writer::new(self, brief, lang, Place::Page);
        let takeaways = edition.takeaways.iter().map(|point| writer.html(point)).collect::<Result<_, _>>()?;
        writer.citations.begin_body();
        let body = writer.html(&edition.body)?;
        let description = writer.plain(&edition.summary);
        let sources = brief.map(|brief| {
            let source = |(number, id)| SourceView {
                anchored: writer.citations.is_anchored(number),
                ..self.source(brief, id, number, lang)
            };
            writer.citations.sources().map(source).collect()
        });
        let headline = self.typeset(lang, &edition.title.value);
        let path = |lang: Lang| editions.get(lang).map(|e| SitePath::edition(lang, &e.slug.value));
        let page = PageView {
            canonical: path(lang).map(|path| self.urls.absolute(&path)),
            here: path(lang).map(|path| self.urls.href(&path)).unwrap_or_default(),
            alternates: self.alternates(Some(lang), path),
            scripts: writer.scripts.into_iter().collect(),
            ..self.page(kind, lang, Some(&headline), &description)
        };
        Ok(EditionView {
            page,
            headline,
            summary,
            takeaways,
            body,
            topics: Vec::new(),
            key_figure: None,
            authors: Vec::new(),
            authors_list: String::new(),
            date: None,
            updated: None,
            translation: self.translation(edition, lang),
            sources: sources.unwrap_or_default(),
            notes: writer.notes,
            corrections: Vec::new(),
            related: Vec::new(),
        })
    }

    /// « Traduit de l’anglais par Ann Lee »: what is known of an edition's translation, if it is one.
    fn translation(&self, edition: &Edition, lang: Lang) -> Option<String> {
        let from = edition.translation_of.or(edition.translated_from.as_ref().map(|mark| mark.lang));
        let key = match (from.filter(|from| *from != lang), &edition.translated_by) {
            (Some(Lang::Fr), Some(_)) => "translation-from-fr-by",
            (Some(Lang::En), Some(_)) => "translation-from-en-by",
            (Some(Lang::Fr), None) => "translation-from-fr",
            (Some(Lang::En), None) => "translation-from-en",
            (None, Some(_)) => "translation-by",
            (None, None) => return None,
        };
        let name = edition.translated_by.as_deref().unwrap_or_default();
        let line = self.strings(lang).format(key, &[("name", name)]);
        Some(self.typeset(lang, &line.unwrap_or_default()))
    }

    /// Other briefs that share companies or topics.
    fn related(&self, brief: &'s Brief, lang: Lang) -> Vec<Link> {
        let places = self.related.of(self.site, brief, RELATED).into_iter();
        let editions = places.filter_map(|place| self.site.briefs[place].edition(lang));
        editions.map(|edition| self.link(edition, lang)).collect()
    }

    pub(super) fn link(&self, edition: &Edition, lang: Lang) -> Link {
        Link {
            href: self.urls.href(&SitePath::edition(lang, &edition.slug.value)),
            title: self.typeset(lang, &edition.title.value),
        }
    }

    pub(super) fn page(&self, kind: &'static str, lang: Lang, title: Option<&str>, description: &str) -> PageView {
        let around = self.surroundings(lang);
        PageView {
            lang: lang.tag(),
            locale: self.site.config.locale(lang).tag(),
            kind,
            title: match title {
                Some(title) if around.title.is_empty() => title.to_owned(),
                Some(title) => format!("{title} – {}", around.title),
                None => around.title.clone(),
            },
            description: description.to_owned(),
            canonical: None,
            here: String::new(),
            alternates: Vec::new(),
            x_default: None,
            scripts: Vec::new(),
            site: around.site.clone(),
        }
    }

    /// The editions of a page; `current` is the page's own language.
    pub(super) fn alternates(&self, current: Option<Lang>, path: impl Fn(Lang) -> Option<SitePath>) -> Vec<Alternate> {
        let alternate = |lang: Lang| {
            let path = path(lang)?;
            Some(Alternate {
                lang: lang.tag(),
                hreflang: lang.tag(),
                url: self.urls.absolute(&path),
                href: self.urls.href(&path),
                current: current == Some(lang),
                name: lang.own_name(),
            })
        };
        self.site.config.languages.iter().filter_map(|lang| alternate(*lang)).collect()
    }

    fn site_text(&self, lang: Lang) -> (String, String) {
        let config = &self.site.config;
        (self.typeset(lang, config.title.get(lang)), self.typeset(lang, config.description.get(lang)))
    }

    pub(super) fn surroundings(&self, lang: Lang) -> &Surroundings {
        self.surroundings.get(lang).expect("every language of the site has its surroundings")
    }

    /// What surrounds every page of a language; made once.
    pub(super) fn site_view(&self, lang: Lang) -> SiteView {
        let (title, description) = self.site_text(lang);
        let languages = self.site.config.languages.iter().map(|l| LanguageView {
            lang: l.tag(),
            name: l.own_name(),
            home: self.urls.href(&SitePath::home(*l, 1)),
            feed: self.urls.href(&SitePath::feed(*l)),
            title: self.site_text(*l).0,
            description: self.site_text(*l).1,
        });
        let pages = self.site.pages.values().filter_map(|page| page.editions.get(lang));
        let newest = self.site.briefs.values().map(Brief::last_change).max();
        SiteView {
            title,
            description,
            publisher: self.site.config.publisher.name.clone(),
            root: self.urls.href(&SitePath::root()),
            home: self.urls.href(&SitePath::home(lang, 1)),
            feed: self.urls.href(&SitePath::feed(lang)),
            charts: (self.gallery_pages(lang) > 0).then(|| self.urls.href(&SitePath::gallery(lang, 1))),
            languages: languages.collect(),
            pages: pages.map(|edition| self.link(edition, lang)).collect(),
            date: newest.map(|day| self.date(day, lang)),
        }
    }
}
