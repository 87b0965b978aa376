//! Which files the site consists of, and how each is made.
//!
//! A new kind of page or feed is one more [`Artifact`]; no stage before or after changes.

mod assets;

pub use assets::fixed;

use crate::diag::Diagnostic;
use crate::locale::Lang;
use crate::model::{Brief, Edition, Page, Site, Sources};
use crate::render::{ChartFile, Listed, PlacedChart, Renderer, SitePath};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// How an output file is made.
pub enum Artifact<'s> {
    Root,
    NotFound,
    Home {
        lang: Lang,
        number: usize,
    },
    Brief {
        brief: &'s Brief,
        edition: &'s Edition,
        lang: Lang,
    },
    Page {
        page: &'s Page,
        edition: &'s Edition,
        lang: Lang,
    },
    /// All charts of a language, or a later page of them.
    Gallery {
        lang: Lang,
        number: usize,
    },
    /// A chart apart from its brief: for an `<iframe>`, as data, as a picture.
    Chart {
        chart: PlacedChart<'s>,
        file: ChartFile,
    },
    Feed(Lang),
    Sitemap(Vec<Listed>),
    Robots,
    /// A static file, ready.
    Fixed(Cow<'s, [u8]>),
    /// A file that is copied as it is.
    Copy(PathBuf),
}

/// What an output file holds.
pub enum Content<'p> {
    Bytes(Cow<'p, [u8]>),
    /// The content of this file.
    File(&'p PathBuf),
}

/// Every output file, in the order of its path.
pub struct Plan<'s> {
    pub artifacts: BTreeMap<SitePath, Artifact<'s>>,
}

impl<'s> Plan<'s> {
    /// Names every file of the site. `fixed` are the static files at their final places.
    pub fn new(
        site: &'s Site,
        sources: &'s Sources,
        renderer: &Renderer<'s>,
        fixed: BTreeMap<SitePath, Cow<'s, [u8]>>,
    ) -> Self {
        let mut artifacts = BTreeMap::new();
        artifacts.insert(SitePath::root(), Artifact::Root);
        artifacts.insert(SitePath::not_found(), Artifact::NotFound);
        artifacts.insert(SitePath::robots(), Artifact::Robots);
        for lang in site.config.languages.iter().copied() {
            artifacts.insert(SitePath::feed(lang), Artifact::Feed(lang));
            for number in 1..=renderer.home_pages(lang) {
                artifacts.insert(SitePath::home(lang, number), Artifact::Home { lang, number });
            }
            for number in 1..=renderer.gallery_pages(lang) {
                artifacts.insert(SitePath::gallery(lang, number), Artifact::Gallery { lang, number });
            }
            for chart in renderer.charts(lang).iter().copied() {
                for file in renderer.chart_files(chart.spec) {
                    artifacts.insert(chart.path(file), Artifact::Chart { chart, file });
                }
            }
            for (brief, edition) in renderer.briefs(lang) {
                let path = SitePath::edition(lang, &edition.slug.value);
                artifacts.insert(path, Artifact::Brief { brief, edition, lang });
            }
            for (page, edition) in site.pages.values().filter_map(|p| Some((p, p.editions.get(lang)?))) {
                let path = SitePath::edition(lang, &edition.slug.value);
                artifacts.insert(path, Artifact::Page { page, edition, lang });
            }
        }
        for brief in site.briefs.values() {
            for asset in &brief.assets {
                let path = SitePath::asset(&brief.id, &asset.name);
                artifacts.insert(path, Artifact::Copy(sources.root.join(&asset.path)));
            }
        }
        artifacts.extend(fixed.into_iter().map(|(path, bytes)| (path, Artifact::Fixed(bytes))));
        artifacts.insert(SitePath::sitemap(), Artifact::Sitemap(listed(site, renderer)));
        Self { artifacts }
    }

    /// How many pages a reader can open.
    pub fn pages(&self) -> usize {
        self.artifacts.values().filter(|a| a.is_page()).count()
    }
}

impl Artifact<'_> {
    /// Makes the file.
    pub fn content<'p>(&'p self, renderer: &Renderer<'p>) -> Result<Content<'p>, Diagnostic> {
        let bytes = match self {
            Self::Root => renderer.root()?,
            Self::NotFound => renderer.not_found()?,
            Self::Home { lang, number } => renderer.home(*lang, *number)?,
            Self::Brief { brief, edition, lang } => renderer.brief(brief, edition, *lang)?,
            Self::Page { page, edition, lang } => renderer.standing(page, edition, *lang)?,
            Self::Gallery { lang, number } => renderer.gallery(*lang, *number)?,
            Self::Chart { chart, file } => renderer.chart_file(chart, *file)?,
            Self::Feed(lang) => renderer.feed(*lang)?,
            Self::Sitemap(pages) => renderer.sitemap(pages),
            Self::Robots => renderer.robots(),
            Self::Fixed(bytes) => return Ok(Content::Bytes(Cow::Borrowed(bytes))),
            Self::Copy(path) => return Ok(Content::File(path)),
        };
        Ok(Content::Bytes(Cow::Owned(bytes)))
    }

    fn is_page(&self) -> bool {
        match self {
            Self::Root
            | Self::NotFound
            | Self::Home { .. }
            | Self::Gallery { .. }
            | Self::Brief { .. }
            | Self::Page { .. } => true,
            Self::Chart { file, .. } => *file == ChartFile::Page,
            Self::Feed(_) | Self::Sitemap(_) | Self::Robots | Self::Fixed(_) | Self::Copy(_) => false,
        }
    }
}

/// The pages for search engines: the home pages with the root as their default, those of all charts, the briefs, the standing pages.
/// A page for other sites' frames is none of them: its brief stands for it.
fn listed(site: &Site, renderer: &Renderer) -> Vec<Listed> {
    let languages = || site.config.languages.iter().copied();
    let homes = languages().map(|lang| (lang, SitePath::home(lang, 1))).collect();
    let newest = site.briefs.values().map(Brief::last_change).max();
    let mut pages = vec![Listed { editions: homes, default: Some(SitePath::root()), changed: newest }];
    let with_gallery = languages().filter(|lang| renderer.gallery_pages(*lang) > 0);
    let galleries: Vec<_> = with_gallery.map(|lang| (lang, SitePath::gallery(lang, 1))).collect();
    if !galleries.is_empty() {
        pages.push(Listed { editions: galleries, default: None, changed: newest });
    }
    let briefs = site.briefs.values().map(|brief| (&brief.editions, Some(brief.last_change())));
    let standing = site.pages.values().map(|page| (&page.editions, None));
    for (editions, changed) in briefs.chain(standing) {
        let editions = languages()
            .filter_map(|lang| Some((lang, SitePath::edition(lang, &editions.get(lang)?.slug.value))))
            .collect();
        pages.push(Listed { editions, default: None, changed });
    }
    pages
}
