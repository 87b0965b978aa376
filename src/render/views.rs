//! What templates get: plain data that serialises, in the words of one language. HTML is HTML, the rest is text.

use serde::Serialize;

/// What every page has.
#[derive(Serialize)]
pub struct PageView {
    /// `fr`: what the page's `lang` says and `t` speaks.
    pub lang: &'static str,
    /// `fr-FR`.
    pub locale: &'static str,
    /// `root`, `home`, `brief`, `page`, `charts`, `chart` or `not-found`.
    pub kind: &'static str,
    /// The document's title.
    pub title: String,
    /// The document's description, as plain text.
    pub description: String,
    /// The page's address in full; the 404 page has none.
    pub canonical: Option<String>,
    /// The page's address from the host's root; empty where it has none.
    pub here: String,
    /// Every language's edition of this page, this one too.
    pub alternates: Vec<Alternate>,
    /// Where a reader of any other language may go.
    pub x_default: Option<String>,
    /// Static files that the page runs.
    pub scripts: Vec<&'static str>,
    /// A [`SiteView`], converted once for all pages.
    pub site: tera::Value,
}

#[derive(Serialize)]
pub struct Alternate {
    pub lang: &'static str,
    pub hreflang: &'static str,
    /// In full, for search engines.
    pub url: String,
    /// From the host's root, for readers.
    pub href: String,
    pub current: bool,
    /// The language's name in itself.
    pub name: &'static str,
}

/// The site around a page, in the page's language.
#[derive(Clone, Serialize)]
pub struct SiteView {
    pub title: String,
    pub description: String,
    pub publisher: String,
    pub root: String,
    pub home: String,
    pub feed: String,
    /// The page of all charts, where the site has one.
    pub charts: Option<String>,
    pub languages: Vec<LanguageView>,
    /// Standing pages.
    pub pages: Vec<Link>,
    /// The newest day of any brief, as the masthead's date.
    pub date: Option<DateView>,
}

#[derive(Clone, Serialize)]
pub struct LanguageView {
    pub lang: &'static str,
    pub name: &'static str,
    pub home: String,
    pub feed: String,
    pub description: String,
    pub title: String,
}

#[derive(Clone, Serialize)]
pub struct Link {
    pub href: String,
    pub title: String,
}

#[derive(Clone, Serialize)]
pub struct DateView {
    /// ISO 8601.
    pub iso: String,
    pub long: String,
    pub medium: String,
    pub short: String,
}

/// A brief or a standing page in one language.
#[derive(Serialize)]
pub struct EditionView {
    #[serde(flatten)]
    pub page: PageView,
    pub headline: String,
    /// HTML.
    pub summary: String,
    /// HTML, one a point.
    pub takeaways: Vec<String>,
    /// HTML.
    pub body: String,
    pub topics: Vec<String>,
    pub key_figure: Option<KeyFigureView>,
    pub authors: Vec<String>,
    /// The authors as a list of the language: « A, B et C ».
    pub authors_list: String,
    pub date: Option<DateView>,
    pub updated: Option<DateView>,
    /// From which language and by whom it was translated, as a line.
    pub translation: Option<String>,
    pub sources: Vec<SourceView>,
    pub notes: Vec<NoteView>,
    pub corrections: Vec<CorrectionView>,
    pub related: Vec<Link>,
}

/// A footnote.
#[derive(Serialize)]
pub struct NoteView {
    pub mark: String,
    /// HTML.
    pub html: String,
}

#[derive(Clone, Serialize)]
pub struct SourceView {
    pub id: String,
    pub number: usize,
    /// Whether the text has a mark of it to lead back to.
    pub anchored: bool,
    pub title: String,
    pub publisher: Option<String>,
    pub date: Option<DateView>,
    pub url: Option<String>,
}

#[derive(Serialize)]
pub struct CorrectionView {
    pub date: DateView,
    pub text: String,
}

/// A brief as one line of a list.
#[derive(Serialize)]
pub struct LineView {
    pub href: String,
    pub headline: String,
    pub date: DateView,
    pub topics: Vec<String>,
    pub figure: Option<KeyFigureView>,
}

/// A figure set large, with what it measures.
#[derive(Clone, Serialize)]
pub struct KeyFigureView {
    /// As a label: « > 100 Md$ ».
    pub label: String,
    /// In words, for those who hear the page.
    pub speech: String,
    /// As data has it: `> 100 billion USD`.
    pub machine: String,
    pub company: Option<String>,
    pub metric: String,
    pub period: String,
    /// `guidance`, `estimate`…; empty for an actual figure.
    pub status: String,
    pub source: String,
    /// The source's number on the brief's own page.
    pub source_number: Option<usize>,
    /// The brief that tells it.
    pub href: String,
}

/// A language's home page, or a later page of its list.
#[derive(Serialize)]
pub struct HomeView {
    #[serde(flatten)]
    pub page: PageView,
    pub lead: Option<LeadView>,
    pub lines: Vec<LineView>,
    pub latest: Vec<KeyFigureView>,
    pub pager: Option<PagerView>,
}

#[derive(Serialize)]
pub struct LeadView {
    #[serde(flatten)]
    pub line: LineView,
    /// HTML without links.
    pub summary: String,
    /// HTML: the brief's chart.
    pub chart: Option<String>,
}

#[derive(Serialize)]
pub struct PagerView {
    pub number: usize,
    pub total: usize,
    pub newer: Option<String>,
    pub older: Option<String>,
}

/// The root page, or the 404 page: every language side by side.
#[derive(Serialize)]
pub struct BilingualView {
    #[serde(flatten)]
    pub page: PageView,
    pub columns: Vec<ColumnView>,
}

#[derive(Serialize)]
pub struct ColumnView {
    pub lang: &'static str,
    pub name: &'static str,
    /// A [`SiteView`].
    pub site: tera::Value,
    pub lines: Vec<LineView>,
}

/// A quotation.
#[derive(Serialize)]
pub struct QuoteView {
    pub lang: &'static str,
    pub text: String,
    /// The quotation marks of the language, with their spaces.
    pub open: &'static str,
    pub close: &'static str,
    pub speaker: String,
    pub role: String,
    /// « traduction de l’anglais »; empty where the words are the speaker's own.
    pub translation: String,
    pub date: Option<DateView>,
    pub source: Option<SourceView>,
    pub feed: bool,
}

#[derive(Serialize)]
pub struct TimelineView {
    pub lang: &'static str,
    pub events: Vec<EventView>,
    pub feed: bool,
}

#[derive(Serialize)]
pub struct EventView {
    /// ISO 8601 where HTML knows a form for the period; empty for others.
    pub iso: String,
    pub date: String,
    /// HTML.
    pub text: String,
    pub source: Option<usize>,
}

/// The table of every figure of a brief.
#[derive(Serialize)]
pub struct FiguresView {
    pub lang: &'static str,
    pub rows: Vec<FigureRow>,
    pub feed: bool,
}

#[derive(Serialize)]
pub struct FigureRow {
    pub id: String,
    pub company: Option<String>,
    pub metric: String,
    pub period: String,
    pub status: String,
    pub value: String,
    /// As data has it: `> 100 billion USD`.
    pub machine: String,
    pub note: Option<String>,
    /// « Calcul : 26,3 Md$ × 4 ».
    pub worked: Option<String>,
    pub source: SourceView,
}

/// A worked calculation.
#[derive(Serialize)]
pub struct CalculatorView {
    pub lang: &'static str,
    pub id: String,
    pub title: String,
    /// JSON for the script.
    pub data: String,
    pub inputs: Vec<CalculatorInputView>,
    pub outputs: Vec<CalculatorOutputView>,
    pub sources: Vec<SourceView>,
    pub feed: bool,
}

/// A number that a reader may change. The numbers have a decimal point, as HTML wants them.
#[derive(Serialize)]
pub struct CalculatorInputView {
    pub id: String,
    pub label: String,
    /// What stands before the number: a bound, a currency's sign.
    pub before: String,
    /// What stands behind it: scale and unit.
    pub after: String,
    pub value: String,
    pub min: String,
    pub max: String,
    pub step: String,
    /// The limits in words.
    pub limits: String,
}

#[derive(Serialize)]
pub struct CalculatorOutputView {
    pub id: String,
    pub label: String,
    /// The sum, its result, and how that compares.
    pub sentence: String,
}

/// A chart: what the chart module drew, and where it stands.
#[derive(Serialize)]
pub struct ChartView<'d> {
    pub lang: &'static str,
    pub chart: &'d crate::chart::Drawing,
    pub sources: Vec<SourceView>,
    /// The sources on the page of the brief; a chart without a site has no such page.
    pub brief: Option<String>,
    pub feed: bool,
    /// `brief`, `lead` (beside the lead of a home page), `gallery` or `embed`.
    pub place: &'static str,
    /// The level of its heading, 1 to 6.
    pub heading: u8,
    /// What a reader may take away.
    pub downloads: Vec<DownloadView>,
    pub embed: Option<EmbedView>,
}

/// A file of a chart.
#[derive(Serialize)]
pub struct DownloadView {
    /// `csv`, `sheet`, `svg`, `svg-dark` or `png`.
    pub kind: &'static str,
    pub href: String,
}

/// How another site shows a chart.
#[derive(Serialize)]
pub struct EmbedView {
    /// The page for its `<iframe>`.
    pub href: String,
    /// The HTML to copy, as text.
    pub snippet: String,
}

/// The page that other sites show in an `<iframe>`, or a chart as a document of its own.
#[derive(Serialize)]
pub struct ChartPageView {
    #[serde(flatten)]
    pub page: PageView,
    /// HTML: the chart.
    pub chart: String,
    /// The brief that it stands in; a chart without a site has none.
    pub brief: Option<Link>,
    /// The text of all style sheets, where the document is one file.
    pub styles: Option<String>,
}

/// A language's page of all charts, or a later page of it.
#[derive(Serialize)]
pub struct GalleryView {
    #[serde(flatten)]
    pub page: PageView,
    pub charts: Vec<ExhibitView>,
    pub pager: Option<PagerView>,
}

/// A chart among all charts.
#[derive(Serialize)]
pub struct ExhibitView {
    /// HTML: the chart.
    pub chart: String,
    /// The brief, at the place of the chart.
    pub brief: Link,
    pub date: DateView,
}
