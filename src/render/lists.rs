//! Briefs as lines of lists, and figures set large.

use super::views::{DateView, KeyFigureView, LineView};
use super::{Renderer, SitePath};
use crate::locale::{DateStyle, Lang, Style};
use crate::model::{Brief, Edition, Figure, Status};
use jiff::civil::Date;

impl<'s> Renderer<'s> {
    pub(super) fn date(&self, date: Date, lang: Lang) -> DateView {
        let formats = self.formats(lang);
        DateView {
            iso: date.to_string(),
            long: formats.date(date, DateStyle::Long),
            medium: formats.date(date, DateStyle::Medium),
            short: formats.date(date, DateStyle::Short),
        }
    }

    pub(super) fn topics(&self, brief: &Brief, lang: Lang) -> Vec<String> {
        let topics = brief.topics.iter().filter_map(|id| self.site.topics.get(&id.value));
        topics.map(|topic| self.typeset(lang, topic.name.get(lang))).collect()
    }

    pub(super) fn line(&self, brief: &'s Brief, edition: &'s Edition, lang: Lang) -> LineView {
        let figure = brief.key_figure.as_ref().and_then(|id| brief.figures.get(&id.value));
        LineView {
            href: self.urls.href(&SitePath::edition(lang, &edition.slug.value)),
            headline: self.typeset(lang, &edition.title.value),
            date: self.date(brief.date, lang),
            topics: self.topics(brief, lang),
            figure: figure.map(|figure| self.key_figure(brief, edition, figure, lang)),
        }
    }

    pub(super) fn key_figure(&self, brief: &'s Brief, edition: &Edition, figure: &Figure, lang: Lang) -> KeyFigureView {
        let formats = self.formats(lang);
        let value = |style| match &figure.value {
            Some(value) => formats.value(value, style),
            None => self.word(lang, "not-disclosed"),
        };
        let status = if figure.status == Status::Actual { String::new() } else { self.status(figure.status, lang) };
        KeyFigureView {
            label: value(Style::Label),
            speech: value(Style::Speech),
            machine: figure.value.as_ref().map(ToString::to_string).unwrap_or_default(),
            company: figure.company.as_ref().map(|c| self.company(&c.value, lang)),
            metric: self.metric(&figure.metric.value, lang),
            // A line does not break inside a date.
            period: formats.period(&figure.period.value, Style::Label).replace(' ', "\u{a0}"),
            status,
            source: self
                .source(brief, &figure.source.value, 0, lang)
                .publisher
                .unwrap_or_else(|| self.source(brief, &figure.source.value, 0, lang).title),
            source_number: None,
            href: self.urls.href(&SitePath::edition(lang, &edition.slug.value)),
        }
    }
}
