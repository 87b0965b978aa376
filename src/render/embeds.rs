//! The blocks that are made from a brief's data, each through its template: charts, quotations, the timeline, the figures.

use super::charts::PlacedChart;
use super::prose::{Place, Writer};
use super::views::{ChartView, EventView, FigureRow, FiguresView, QuoteView, SourceView, TimelineView};
use super::worked::{Piece, pieces};
use crate::diag::Diagnostic;
use crate::locale::{Lang, Style};
use crate::model::{Brief, Embed, EmbedKind, Event, Figure, Part, Quote, ReferenceKind, Source, Status};
use crate::quantity::Formula;

/// The script of pages with charts, below `static/`.
const CHART_SCRIPT: &str = "chart.js";

/// Where a chart stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// In the text of its brief.
    Brief,
    /// Beside the lead of a home page.
    Lead,
    /// Among all charts.
    Gallery,
    /// On a page for other sites.
    Embed,
    /// In a document of its own.
    Document,
}

impl Setting {
    /// The word that templates know it by.
    fn word(self) -> &'static str {
        match self {
            Self::Brief => "brief",
            Self::Lead => "lead",
            Self::Gallery => "gallery",
            Self::Embed | Self::Document => "embed",
        }
    }

    /// The level of the chart's heading on its page.
    fn heading(self) -> u8 {
        match self {
            Self::Brief | Self::Lead => 3,
            Self::Gallery => 2,
            Self::Embed | Self::Document => 1,
        }
    }
}

impl<'s> Writer<'_, 's> {
    /// The HTML of a block.
    pub fn embed(&mut self, embed: &'s Embed) -> Result<String, Diagnostic> {
        let Some(brief) = self.brief else { return Ok(String::new()) };
        match embed.kind {
            EmbedKind::Calculator => match brief.calculators.get_key_value(&embed.id.value) {
                Some((id, calculator)) => self.calculator(brief, id, calculator),
                None => Ok(String::new()),
            },
            EmbedKind::Chart => {
                let chart = brief.charts.get_key_value(&embed.id.value).zip(brief.edition(self.lang));
                let Some(((id, spec), edition)) = chart else { return Ok(String::new()) };
                let chart = PlacedChart { brief, edition, lang: self.lang, id, spec, alt: &embed.alt };
                self.chart(&chart, Setting::Brief)
            }
            EmbedKind::Quote => match brief.quotes.get(&embed.id.value) {
                Some(quote) => self.quote(brief, quote),
                None => Ok(String::new()),
            },
            EmbedKind::Timeline => self.timeline(brief),
            EmbedKind::Figures => self.figures(brief),
        }
    }

    /// A chart where it stands.
    pub fn chart(&mut self, chart: &PlacedChart<'s>, setting: Setting) -> Result<String, Diagnostic> {
        let renderer = self.renderer;
        let id = match setting {
            // The charts of many briefs stand on one page.
            Setting::Gallery => format!("chart-{}-{}", chart.brief.id, chart.id),
            _ => format!("chart-{}", chart.id),
        };
        let drawing = renderer.drawing(chart, &id);
        let sources = drawing.sources.iter().map(|id| self.source(chart.brief, id)).collect();
        let feed = self.place == Place::Feed;
        let is_offered = !feed && setting == Setting::Brief;
        if is_offered {
            self.scripts.insert(CHART_SCRIPT);
        }
        let view = ChartView {
            lang: self.lang.tag(),
            sources,
            brief: (setting != Setting::Document).then(|| renderer.sources_of(chart)),
            feed,
            place: setting.word(),
            heading: setting.heading(),
            downloads: if is_offered { renderer.downloads(chart) } else { Vec::new() },
            embed: if is_offered { renderer.embed_of(chart, &drawing) } else { None },
            chart: &drawing,
        };
        renderer.theme.render("embeds/chart.html", &view, renderer.files)
    }

    /// A source with its number on this page.
    pub fn source(&mut self, brief: &Brief, id: &str) -> SourceView {
        let number = self.citations.cite(id);
        self.renderer.source(brief, id, number, self.lang)
    }

    fn quote(&mut self, brief: &'s Brief, quote: &'s Quote) -> Result<String, Diagnostic> {
        let renderer = self.renderer;
        let source = (self.place == Place::Page).then(|| self.source(brief, &quote.source.value));
        let speaker = renderer.site.people.get(&quote.speaker.value);
        let view = QuoteView {
            lang: self.lang.tag(),
            text: renderer.typeset(self.lang, quote.text.get(self.lang)),
            open: renderer.formats(self.lang).quotation_marks().0,
            close: renderer.formats(self.lang).quotation_marks().1,
            speaker: speaker.map(|p| renderer.typeset(self.lang, p.name.get(self.lang))).unwrap_or_default(),
            role: renderer.role(&quote.speaker.value, self.lang),
            translation: translation(self, quote),
            date: quote.date.map(|date| renderer.date(date, self.lang)),
            source,
            feed: self.place == Place::Feed,
        };
        renderer.theme.render("embeds/quote.html", &view, renderer.files)
    }

    fn timeline(&mut self, brief: &'s Brief) -> Result<String, Diagnostic> {
        let mut events: Vec<_> = brief.events.iter().collect();
        events.sort_by_key(|event| event.date.value.days(12));
        let mut views = Vec::with_capacity(events.len());
        for event in events {
            let text = match event.text.get(self.lang) {
                Some(text) => self.html(text)?,
                None => String::new(),
            };
            // A figure of the event may have led to its source already.
            let source = event.source.as_ref().filter(|id| self.place == Place::Page && !self.cites(event, &id.value));
            views.push(EventView {
                iso: event.date.value.datetime().unwrap_or_default(),
                date: self.renderer.formats(self.lang).period(&event.date.value, Style::Prose),
                text,
                source: source.map(|id| self.citations.cite(&id.value)),
            });
        }
        let view = TimelineView { lang: self.lang.tag(), events: views, feed: self.place == Place::Feed };
        self.renderer.theme.render("embeds/timeline.html", &view, self.renderer.files)
    }

    /// Whether a figure in the event's text comes from a source.
    fn cites(&self, event: &Event, source: &str) -> bool {
        let parts = event.text.get(self.lang).map(|text| text.parts.iter()).into_iter().flatten();
        parts
            .filter_map(|(part, _)| match part {
                Part::Open(reference) if reference.kind == ReferenceKind::Figure => self.figure(&reference.id),
                _ => None,
            })
            .any(|figure| figure.source.value == source)
    }

    fn figures(&mut self, brief: &'s Brief) -> Result<String, Diagnostic> {
        let rows = brief.figures.iter().map(|(id, figure)| self.figure_row(brief, id, figure)).collect();
        let view = FiguresView { lang: self.lang.tag(), rows, feed: self.place == Place::Feed };
        self.renderer.theme.render("embeds/figures.html", &view, self.renderer.files)
    }

    fn figure_row(&mut self, brief: &'s Brief, id: &str, figure: &'s Figure) -> FigureRow {
        let lang = self.lang;
        FigureRow {
            id: id.to_owned(),
            company: figure.company.as_ref().map(|c| self.renderer.company(&c.value, lang)),
            metric: self.renderer.metric(&figure.metric.value, lang),
            period: self.renderer.formats(lang).period(&figure.period.value, Style::Cell),
            status: self.renderer.status(figure.status, lang),
            value: self.value(figure, Style::Cell),
            machine: figure.value.as_ref().map(ToString::to_string).unwrap_or_default(),
            worked: figure.formula.as_ref().map(|written| self.worked(brief, &written.formula)),
            note: figure.note.as_ref().map(|note| self.renderer.typeset(lang, note.get(lang))),
            source: self.source(brief, &figure.source.value),
        }
    }
}

impl Writer<'_, '_> {
    /// A figure's formula with the values of its figures: « Calcul : 26,3 Md$ × 4 ».
    fn worked(&self, brief: &Brief, formula: &Formula) -> String {
        let (formats, strings) = (self.renderer.formats(self.lang), self.renderer.strings(self.lang));
        let pieces = pieces(formula, formats, strings, Style::Cell).into_iter().map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::Name(name) => brief.figures.get(name).map(|f| self.value(f, Style::Cell)).unwrap_or_default(),
        });
        let text = strings.format("calculation-shown", &[("formula", &pieces.collect::<String>())]);
        self.renderer.typeset(self.lang, &text.unwrap_or_default())
    }
}

/// How the words shown relate to the words said: nothing, a translation, or a translation of a translation.
fn translation(writer: &Writer, quote: &Quote) -> String {
    let key = match (writer.lang == quote.language, quote.known_through) {
        (true, None) => return String::new(),
        (true, Some(Lang::Fr)) => "translated-back-fr",
        (true, Some(Lang::En)) => "translated-back-en",
        (false, _) => match quote.language {
            Lang::Fr => "translated-from-fr",
            Lang::En => "translated-from-en",
        },
    };
    writer.renderer.word(writer.lang, key)
}

impl super::Renderer<'_> {
    /// A company's name, typeset.
    pub(super) fn company(&self, id: &str, lang: Lang) -> String {
        self.site.companies.get(id).map(|c| self.typeset(lang, c.name.get(lang))).unwrap_or_default()
    }

    pub(super) fn metric(&self, id: &str, lang: Lang) -> String {
        self.site.metrics.get(id).map(|m| self.typeset(lang, m.name.get(lang))).unwrap_or_default()
    }

    pub(super) fn status(&self, status: Status, lang: Lang) -> String {
        self.word(lang, status.word())
    }

    /// Name and role: « Andy Jassy, PDG d’Amazon ».
    pub(super) fn person(&self, id: &str, lang: Lang) -> String {
        let Some(person) = self.site.people.get(id) else { return String::new() };
        let role = self.role(id, lang);
        let name = self.typeset(lang, person.name.get(lang));
        if role.is_empty() { name } else { format!("{name}, {role}") }
    }

    /// The role alone: « PDG d’Amazon »; empty where the person has none.
    pub(super) fn role(&self, id: &str, lang: Lang) -> String {
        let Some((person, role)) = self.site.people.get(id).and_then(|p| Some((p, p.role.as_ref()?))) else {
            return String::new();
        };
        let role = self.typeset(lang, role.get(lang));
        match &person.company {
            Some(company) => format!("{role} {}", self.formats(lang).of(&self.company(&company.value, lang))),
            None => role,
        }
    }

    pub(super) fn source(&self, brief: &Brief, id: &str, number: usize, lang: Lang) -> SourceView {
        let source = self.site.source(brief, id);
        let publisher = source.and_then(|s| s.publisher.as_ref());
        if source.is_none() && id == Source::CALCULATION {
            return SourceView {
                id: id.to_owned(),
                number,
                anchored: false,
                title: self.word(lang, "calculation"),
                publisher: Some(self.typeset(lang, &self.site.config.publisher.name)),
                date: None,
                url: None,
            };
        }
        SourceView {
            id: id.to_owned(),
            number,
            anchored: false,
            title: source.map(|s| self.typeset(lang, s.title.get(lang))).unwrap_or_default(),
            publisher: publisher.map(|p| self.typeset(lang, p.get(lang))),
            date: source.and_then(|s| s.date).map(|date| self.date(date, lang)),
            url: source.and_then(|s| s.url.clone()),
        }
    }
}
