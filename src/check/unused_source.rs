//! `unused-source`: a source that nothing cites.
//!
//! Why: a list of sources is evidence; what nothing rests on does not belong in it.
//!
//! Example: `meta-plan` in `content/sources.yaml`, after the last figure that cited it was taken out.

use super::{Lint, Subject};
use crate::diag::Diagnostic;
use crate::model::{Brief, DataRows, Level, RowSource, Source};
use std::collections::BTreeSet;

pub const LINT: Lint = Lint { name: "unused-source", level: Level::Warn, summary: "a source that nothing cites", run };

fn run(subject: &Subject) -> Vec<Diagnostic> {
    let site = subject.site;
    let mut found = Vec::new();
    let mut shared = BTreeSet::new();
    for brief in site.briefs.values().chain(site.withheld.values()) {
        let used: BTreeSet<&str> = used(brief).collect();
        let own = brief.sources.iter().filter(|(id, _)| !used.contains(id.as_str()));
        if site.briefs.contains_key(&brief.id) {
            found.extend(own.map(|(id, source)| finding(id, source)));
        }
        shared.extend(used.into_iter().filter(|id| !brief.sources.contains_key(*id)));
    }
    let unused = site.sources.iter().filter(|(id, _)| !shared.contains(id.as_str()));
    found.extend(unused.map(|(id, source)| finding(id, source)));
    found
}

fn finding(id: &str, source: &Source) -> Diagnostic {
    LINT.finding(source.span, format!("nothing cites the source `{id}`"))
        .hint("name it as the `source` of a figure, a quotation or an event, or take it out")
}

fn used(brief: &Brief) -> impl Iterator<Item = &str> {
    let figures = brief.figures.values().map(|figure| &figure.source);
    let quotes = brief.quotes.values().map(|quote| &quote.source);
    let events = brief.events.iter().filter_map(|event| event.source.as_ref());
    let data = brief.charts.values().filter_map(|chart| match &chart.rows {
        RowSource::Data(data) => Some(data),
        RowSource::Figures(_) => None,
    });
    let charts = data.flat_map(DataRows::sources);
    figures.chain(quotes).chain(events).chain(charts).map(|id| id.value.as_str())
}
