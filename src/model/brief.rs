//! A brief, its editions, and what is the same in every language.

use super::{Calculator, ChartSpec, Figure, IndexMap, LocalText, PerLang, Prose, Source};
use crate::diag::{FileId, Span, Spanned};
use crate::locale::Lang;
use crate::quantity::Period;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// One folder of `content/briefs/`.
pub struct Brief {
    /// The folder's name: `2025-02-06-amazon-capex`.
    pub id: String,
    /// The file `data.yaml`.
    pub data: FileId,
    pub date: Date,
    pub updated: Option<Date>,
    /// The brief is left out of builds before this day (an embargo).
    pub publish_at: Option<Date>,
    pub draft: bool,
    pub authors: Vec<Spanned<String>>,
    pub topics: Vec<Spanned<String>>,
    pub companies: Vec<Spanned<String>>,
    /// The figure that stands for the brief on the home page.
    pub key_figure: Option<Spanned<String>>,
    /// The chart that stands for the brief on the home page.
    pub key_chart: Option<Spanned<String>>,
    pub sources: IndexMap<String, Source>,
    pub figures: IndexMap<String, Figure>,
    pub charts: IndexMap<String, ChartSpec>,
    pub calculators: IndexMap<String, Calculator>,
    pub quotes: IndexMap<String, Quote>,
    pub events: Vec<Event>,
    pub corrections: Vec<Correction>,
    pub editions: PerLang<Edition>,
    pub assets: Vec<Asset>,
    /// Ids of figures, charts, quotations and sources that are wrong and left out: what names one is not reported as well.
    pub left_out: BTreeSet<String>,
}

impl Brief {
    pub fn edition(&self, lang: Lang) -> Option<&Edition> {
        self.editions.get(lang)
    }

    /// Every Markdown text of the brief with its language: the editions', then the events'.
    pub fn proses(&self) -> impl Iterator<Item = (Lang, &Prose)> {
        let editions = self.editions.iter().flat_map(|(lang, e)| e.proses().map(move |prose| (lang, prose)));
        editions.chain(self.events.iter().flat_map(|event| event.text.iter()))
    }

    /// The day that a reader should know: of the last update, or else of publication.
    pub fn last_change(&self) -> Date {
        self.updated.unwrap_or(self.date)
    }
}

/// A brief or a page in one language.
pub struct Edition {
    pub file: FileId,
    pub title: Spanned<String>,
    pub slug: Spanned<String>,
    /// One or two sentences.
    pub summary: Prose,
    /// The points of the box at the top.
    pub takeaways: Vec<Prose>,
    /// The language that this edition was translated from.
    pub translation_of: Option<Lang>,
    pub translated_by: Option<String>,
    /// The state of another edition that this one is known to say the same as.
    pub translated_from: Option<SourceMark>,
    pub body: Prose,
}

impl Edition {
    /// Its texts in Markdown, in the order of reading.
    pub fn proses(&self) -> impl Iterator<Item = &Prose> {
        [&self.summary].into_iter().chain(&self.takeaways).chain([&self.body])
    }
}

/// The marks of another edition's paragraphs, as they were when somebody last translated them.
pub struct SourceMark {
    pub lang: Lang,
    /// One a paragraph: title, summary, takeaways, body.
    pub paragraphs: Vec<String>,
    /// The key in the front matter.
    pub span: Span,
}

/// A standing page: one folder of `content/pages/`.
pub struct Page {
    pub id: String,
    pub editions: PerLang<Edition>,
}

/// What somebody said.
pub struct Quote {
    pub text: LocalText,
    pub speaker: Spanned<String>,
    /// The language it was said in.
    pub language: Lang,
    /// Where the words are known through a translation only: the language of that translation.
    pub known_through: Option<Lang>,
    pub date: Option<Date>,
    pub source: Spanned<String>,
    pub span: Span,
}

/// One entry of a brief's timeline.
pub struct Event {
    pub date: Spanned<Period>,
    pub text: PerLang<Prose>,
    pub source: Option<Spanned<String>>,
}

/// What was wrong, and when it was put right.
pub struct Correction {
    pub date: Date,
    pub text: LocalText,
}

/// A file that belongs to a brief (a picture, a data file) and is published beside it.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its name in the brief's folder.
    pub name: String,
    /// Its path below the site's folder.
    pub path: String,
    /// Width and height in pixels, for a picture.
    pub size: Option<(u32, u32)>,
}
