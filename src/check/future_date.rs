//! `future-date`: something is told as past that the brief cannot know yet.
//!
//! Why: a result for a period that is not over is a forecast; called a result, it misleads.
//!
//! Example: `period: 2025` with `status: actual` in a brief of 6 February 2025. Say `guidance`, `estimate` or `consensus`, or mend the
//! period. Events may lie ahead.

use super::{Lint, Subject};
use crate::diag::{Diagnostic, Span};
use crate::model::{Brief, Figure, Level, Site, Status};
use jiff::civil::Date;

pub const LINT: Lint = Lint {
    name: "future-date",
    level: Level::Warn,
    summary: "something is told as past that the brief cannot know yet",
    run,
};

fn run(subject: &Subject) -> Vec<Diagnostic> {
    subject.site.briefs.values().flat_map(|brief| future(subject.site, brief)).collect()
}

fn future(site: &Site, brief: &Brief) -> Vec<Diagnostic> {
    let known = brief.last_change();
    let figures = brief.figures.iter().filter(|(_, figure)| figure.status == Status::Actual && figure.value.is_some());
    let figures = figures.filter(|(_, figure)| last_day(site, figure) > known).map(|(id, figure)| {
        let message = format!("`{id}` is `actual`, but its period ends after the brief of {known}");
        LINT.finding(figure.period.span, message).hint("say `status: guidance` or `estimate`, or mend the period")
    });
    let dated = |what: &'static str, id: &str, date: Option<Date>, span: Span| {
        let date = date.filter(|date| *date > known)?;
        let message = format!("the {what} `{id}` is of {date}, after the brief of {known}");
        Some(LINT.finding(span, message).hint("mend the date, or set `updated` in the brief"))
    };
    let quotes = brief.quotes.iter().filter_map(|(id, quote)| dated("quotation", id, quote.date, quote.span));
    let sources = brief.sources.iter().filter_map(|(id, source)| dated("source", id, source.date, source.span));
    figures.chain(quotes).chain(sources).collect()
}

fn last_day(site: &Site, figure: &Figure) -> Date {
    let company = figure.company.as_ref().and_then(|id| site.companies.get(&id.value));
    figure.period.value.days(company.map_or(12, |company| company.fiscal_year_end)).1
}
