//! Charts apart from the text of their brief: what readers take away, the pages that other sites show, the page of all charts.
//!
//! Owns what a chart offers and where that lies; how it is drawn is `crate::chart`'s.

use super::embeds::Setting;
use super::prose::{Place, Writer, escaped};
use super::views::{ChartPageView, DownloadView, EmbedView, ExhibitView, GalleryView, Link, PageView, SourceView};
use super::{ChartFile, Renderer, SitePath};
use crate::chart::{self, Drawing, Form, Picture, PictureOptions, Theme};
use crate::diag::Diagnostic;
use crate::locale::Lang;
use crate::model::{Brief, ChartSpec, Download, Edition, EmbedKind, Part};
use crate::quantity::Decimal;

/// The plot of a picture to take away, in CSS pixels; with its margins the picture is 640 wide.
const PICTURE: f64 = 608.0;
/// The layouts by which the height of an `<iframe>` is worked out, each with the width up to which it grows: a phone's, and that of
/// a column of text. A frame has one height, so the taller wins.
const EMBEDS: [[f64; 2]; 2] = [[288.0, 430.0], [520.0, 640.0]];
/// What an embedded page has more than the picture: its data to open, the way to the brief, and two more lines where the reader's
/// fonts run wider than those of pictures.
const BELOW: f64 = 136.0;

/// Rows of text do not grow with their container, but pages set them larger than pictures, in more lines.
const TEXT: f64 = 1.25;

/// A chart where an edition shows it.
#[derive(Clone, Copy)]
pub struct PlacedChart<'s> {
    pub brief: &'s Brief,
    pub edition: &'s Edition,
    pub lang: Lang,
    pub id: &'s str,
    pub spec: &'s ChartSpec,
    /// The author's text alternative.
    pub alt: &'s str,
}

/// The charts that a reader of an edition sees, each once: those of its text in their order, then that of the home page. A chart that
/// is only in the data is not published.
pub fn placed<'s>(brief: &'s Brief, edition: &'s Edition, lang: Lang) -> Vec<PlacedChart<'s>> {
    let mut charts: Vec<PlacedChart<'s>> = Vec::new();
    let mut place = |id: &str, alt: &'s str| {
        if let Some((id, spec)) = brief.charts.get_key_value(id).filter(|_| charts.iter().all(|chart| chart.id != id)) {
            charts.push(PlacedChart { brief, edition, lang, id, spec, alt });
        }
    };
    for (part, _) in &edition.body.parts {
        match part {
            Part::Embed(embed) if embed.kind == EmbedKind::Chart => place(&embed.id.value, &embed.alt),
            _ => {}
        }
    }
    if let Some(id) = &brief.key_chart {
        place(&id.value, &edition.title.value);
    }
    charts
}

impl PlacedChart<'_> {
    pub fn path(&self, file: ChartFile) -> SitePath {
        SitePath::chart(self.lang, &self.edition.slug.value, self.id, file)
    }
}

/// The files of a form.
fn files(form: Download) -> &'static [(&'static str, ChartFile)] {
    match form {
        Download::Csv => &[("csv", ChartFile::Csv(Form::Machine)), ("sheet", ChartFile::Csv(Form::Spreadsheet))],
        Download::Svg => &[("svg", ChartFile::Svg(Theme::Light)), ("svg-dark", ChartFile::Svg(Theme::Dark))],
        Download::Png => &[("png", ChartFile::Png)],
        Download::Embed => &[("page", ChartFile::Page)],
    }
}

impl<'s> Renderer<'s> {
    /// The charts of a language, those of the newest brief first.
    pub fn charts(&self, lang: Lang) -> &[PlacedChart<'s>] {
        self.charts.get(lang).map_or(&[], Vec::as_slice)
    }

    /// What readers may take away of a chart.
    fn offered(&self, spec: &ChartSpec) -> &[Download] {
        if spec.download { &self.site.config.charts.download } else { &[] }
    }

    /// The files of a chart that the site holds.
    pub fn chart_files(&self, spec: &ChartSpec) -> impl Iterator<Item = ChartFile> {
        self.offered(spec).iter().flat_map(|form| files(*form)).map(|(_, file)| *file)
    }

    pub(super) fn downloads(&self, chart: &PlacedChart<'s>) -> Vec<DownloadView> {
        let forms = self.offered(chart.spec).iter().filter(|form| **form != Download::Embed);
        let view =
            |(kind, file): &(&'static str, ChartFile)| DownloadView { kind, href: self.urls.href(&chart.path(*file)) };
        forms.flat_map(|form| files(*form)).map(view).collect()
    }

    /// How another site shows a chart; `None` where it may not.
    pub(super) fn embed_of(&self, chart: &PlacedChart<'s>, drawing: &Drawing) -> Option<EmbedView> {
        if !self.offered(chart.spec).contains(&Download::Embed) {
            return None;
        }
        let heights = EMBEDS.map(|[layout, width]| {
            let picture = self.framed(chart, drawing, layout, Theme::Light);
            let growth = if chart.spec.mark.is_text() { TEXT } else { width / layout };
            picture.height + picture.plot * (growth - 1.0)
        });
        let height = (heights.into_iter().fold(0.0, f64::max) + BELOW).ceil();
        let path = chart.path(ChartFile::Page);
        let (url, title) = (escaped(&self.urls.absolute(&path)), escaped(&drawing.name));
        let snippet = format!(
            "<iframe src=\"{url}\" title=\"{title}\" width=\"100%\" height=\"{height}\" style=\"border:0\" \
             loading=\"lazy\"></iframe>"
        );
        Some(EmbedView { href: self.urls.href(&path), snippet })
    }

    pub(super) fn drawing(&self, chart: &PlacedChart<'s>, id: &str) -> Drawing {
        let (formats, strings) = (self.formats(chart.lang), self.strings(chart.lang));
        chart::draw(self.site, chart.brief, chart.spec, formats, strings, chart::Context { id, alt: chart.alt })
    }

    /// The picture of a chart with its sources and who made it; `width` is the plot's, in CSS pixels.
    pub fn picture(&self, chart: &PlacedChart<'s>, width: f64, theme: Theme) -> Picture {
        self.framed(chart, &self.drawing(chart, "chart"), width, theme)
    }

    fn framed(&self, chart: &PlacedChart<'s>, drawing: &Drawing, width: f64, theme: Theme) -> Picture {
        let lang = chart.lang;
        let (formats, strings) = (self.formats(lang), self.strings(lang));
        let name = |source: SourceView| source.publisher.unwrap_or(source.title);
        let mut sources: Vec<String> =
            drawing.sources.iter().map(|id| name(self.source(chart.brief, id, 0, lang))).collect();
        sources.dedup();
        let label = strings.plural(formats, "chart-source", Decimal::from(sources.len()), &[]).unwrap_or_default();
        let mut credit = format!("{} {}", self.typeset(lang, &label), sources.join(", "));
        if !self.surroundings(lang).title.is_empty() {
            let name = [("name", self.surroundings(lang).title.as_str())];
            let made = strings.format("chart-credit", &name).unwrap_or_default();
            // It stays on one line.
            credit = format!("{credit} · {}", self.typeset(lang, &made).replace(' ', "\u{a0}"));
        }
        let options = PictureOptions { width, theme, credits: &[credit] };
        chart::picture(self.site, chart.brief, chart.spec, (formats, strings), drawing, options)
    }

    /// A file of a chart.
    pub fn chart_file(&self, chart: &PlacedChart<'s>, file: ChartFile) -> Result<Vec<u8>, Diagnostic> {
        let (formats, strings) = (self.formats(chart.lang), self.strings(chart.lang));
        let picture = |theme| self.picture(chart, PICTURE, theme);
        match file {
            ChartFile::Page => self.chart_page(chart, None),
            ChartFile::Csv(form) => Ok(chart::csv(self.site, chart.brief, chart.spec, formats, strings, form)),
            ChartFile::Svg(theme) => Ok(picture(theme).svg.into_bytes()),
            ChartFile::Png => pixels(chart, &picture(Theme::Light)),
        }
    }

    /// A chart alone on its page. With `styles` the page is a document of its own, which needs no site around it.
    pub fn chart_page(&self, chart: &PlacedChart<'s>, styles: Option<String>) -> Result<Vec<u8>, Diagnostic> {
        let lang = chart.lang;
        let setting = if styles.is_some() { Setting::Document } else { Setting::Embed };
        let html = Writer::new(self, Some(chart.brief), lang, Place::Label).chart(chart, setting)?;
        let title = self.typeset(lang, chart.spec.title.get(lang));
        let brief = SitePath::edition(lang, &chart.edition.slug.value);
        let page = PageView {
            // Search engines lead to the brief, where the chart is explained.
            canonical: styles.is_none().then(|| self.urls.absolute(&brief)),
            here: self.urls.href(&chart.path(ChartFile::Page)),
            ..self.page("chart", lang, Some(&title), &title)
        };
        let brief = styles.is_none().then(|| self.chart_link(chart));
        self.theme.page("chart.html", &ChartPageView { page, chart: html, brief, styles }, self.files)
    }

    /// How many pages a language's charts fill; none where the site has no such page, or the language no chart.
    pub fn gallery_pages(&self, lang: Lang) -> usize {
        if self.site.config.charts.gallery { self.charts(lang).len().div_ceil(self.site.config.page_size) } else { 0 }
    }

    /// A language's page of all charts (`number` 1), or a later page of it.
    pub fn gallery(&self, lang: Lang, number: usize) -> Result<Vec<u8>, Diagnostic> {
        let size = self.site.config.page_size;
        let exhibit = |chart: &PlacedChart<'s>| {
            Ok(ExhibitView {
                chart: Writer::new(self, Some(chart.brief), lang, Place::Label).chart(chart, Setting::Gallery)?,
                brief: self.chart_link(chart),
                date: self.date(chart.brief.date, lang),
            })
        };
        let charts = self.charts(lang).iter().skip((number - 1) * size).take(size).map(exhibit);
        let charts = charts.collect::<Result<_, Diagnostic>>()?;
        let path = |lang: Lang| (number <= self.gallery_pages(lang)).then(|| SitePath::gallery(lang, number));
        let mut title = self.word(lang, "charts");
        if number > 1 {
            let of = self.strings(lang).format("page-title", &[("n", &number.to_string())]).unwrap_or_default();
            title = format!("{title} – {}", self.typeset(lang, &of));
        }
        let page = PageView {
            canonical: path(lang).map(|path| self.urls.absolute(&path)),
            here: path(lang).map(|path| self.urls.href(&path)).unwrap_or_default(),
            alternates: self.alternates(Some(lang), path),
            ..self.page("charts", lang, Some(&title), &self.word(lang, "charts-description"))
        };
        let pager = self.pager(number, self.gallery_pages(lang), |number| SitePath::gallery(lang, number));
        self.theme.page("charts.html", &GalleryView { page, charts, pager }, self.files)
    }

    /// The list of sources of a chart's brief.
    pub(super) fn sources_of(&self, chart: &PlacedChart<'s>) -> String {
        format!("{}#sources", self.link(chart.edition, chart.lang).href)
    }

    /// The brief, at the place of one of its charts.
    fn chart_link(&self, chart: &PlacedChart<'s>) -> Link {
        let link = self.link(chart.edition, chart.lang);
        // The chart of the home page may not stand in the text.
        let in_text = chart.edition.body.parts.iter().any(|(part, _)| {
            matches!(part, Part::Embed(embed) if embed.kind == EmbedKind::Chart && embed.id.value == chart.id)
        });
        if in_text { Link { href: format!("{}#chart-{}", link.href, chart.id), ..link } } else { link }
    }
}

/// The picture as PNG, two device pixels to the CSS pixel.
pub fn pixels(chart: &PlacedChart, picture: &Picture) -> Result<Vec<u8>, Diagnostic> {
    chart::png(&picture.svg).ok_or_else(|| {
        Diagnostic::error("chart-too-large", chart.spec.span, "the picture of the chart is larger than 8192 pixels")
            .hint("shorten its notes, or leave `png` out of its downloads")
    })
}
