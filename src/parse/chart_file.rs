//! Reads charts and what they show out of one file, outside any site.
//!
//! It is a brief's data without the brief: what the file does not name (companies, metrics, sources) goes by its id, and keys that
//! only a brief needs are passed over, so that a brief's own `data.yaml` can be given as well.

use super::brief::{self, figure, language};
use super::chart::{self, Beside, Shared};
use super::count_units;
use super::fields::{Fields, Reading};
use super::formulas::resolve;
use super::registries::{company, entries, metric, nouns, source};
use super::yaml::{self, Kind, Node};
use crate::diag::{Diagnostic, FileId, Files, Span};
use crate::locale::{Lang, Nouns};
use crate::model::{
    Base, Brief, Charts, Company, Config, Edition, IndexMap, LocalText, Metric, PerLang, Prose, Publisher, RowSource,
    Site, Source,
};
use std::collections::{BTreeMap, BTreeSet};

const KEYS: &[&str] = &["languages", "companies", "metrics", "units", "sources", "figures", "charts"];

/// Where the site of a file would stand: its documents name no address.
const NOWHERE: &str = "http://localhost/";

/// Reads a file, with the CSV files beside it that it may name, as a site without a name that has one brief, with an edition in each language of the file. `None` where there is no
/// chart to be had from it.
pub fn chart_file(files: &Files, file: FileId, tables: &BTreeMap<String, FileId>) -> (Option<Site>, Vec<Diagnostic>) {
    let mut node = match yaml::read(files.text(file), file, 0) {
        Ok(node) => node,
        Err(error) => return (None, vec![error]),
    };
    leave_to_briefs(&mut node);
    let none = Nouns::new();
    let mut reading = Reading::new(&Lang::ALL, &none);
    let Some(fields) = Fields::open(&node, KEYS, &mut reading) else { return (None, reading.diagnostics) };
    let languages = match fields.get("languages") {
        Some(node) => reading.list(node).iter().filter_map(|n| language(n, &mut reading)).collect(),
        None => Lang::ALL.to_vec(),
    };
    if languages.is_empty() {
        return (None, reading.diagnostics);
    }
    let mut reading = Reading { languages: &languages, ..reading };
    let mut nouns = nouns(&node, &mut reading);
    count_units(&mut nouns);
    let mut reading = Reading { nouns: &nouns, ..reading };
    let shared = Shared { charts: BTreeMap::new(), tables };
    let brief = brief(&fields, file, &Beside { files, tables, shared: &shared }, &mut reading);
    let companies = fields.get("companies").map(|n| entries(n, &mut reading, company)).unwrap_or_default();
    let metrics = fields.get("metrics").map(|n| entries(n, &mut reading, metric)).unwrap_or_default();
    let diagnostics = reading.diagnostics;
    let site = brief.map(|brief| site(brief, companies, metrics, (languages, nouns)));
    (site, diagnostics)
}

/// Takes out what only a brief needs, and a brief's list of companies.
fn leave_to_briefs(node: &mut Node) {
    if let Kind::Map(entries) = &mut node.kind {
        entries.retain(|(key, node)| match key.value.as_str() {
            "companies" => matches!(node.kind, Kind::Map(_)),
            key => KEYS.contains(&key) || !brief::KEYS.contains(&key),
        });
    }
}

fn brief(fields: &Fields, file: FileId, beside: &Beside, reading: &mut Reading) -> Option<Brief> {
    let mut figures = fields.get("figures").map(|n| entries(n, reading, figure)).unwrap_or_default();
    resolve(&mut figures);
    let mut editions = PerLang::default();
    for lang in reading.languages {
        let nothing = || crate::diag::Spanned::new(String::new(), Span::new(file, 0, 0));
        let edition = Edition {
            file,
            title: nothing(),
            slug: nothing(),
            summary: Prose::default(),
            takeaways: Vec::new(),
            translation_of: None,
            translated_by: None,
            translated_from: None,
            body: Prose::default(),
        };
        editions.insert(*lang, edition);
    }
    Some(Brief {
        id: "charts".to_owned(),
        data: file,
        date: jiff::civil::Date::ZERO,
        updated: None,
        publish_at: None,
        draft: false,
        authors: Vec::new(),
        topics: Vec::new(),
        companies: Vec::new(),
        key_figure: None,
        key_chart: None,
        sources: fields.get("sources").map(|n| entries(n, reading, source)).unwrap_or_default(),
        figures,
        charts: entries(fields.require("charts", reading)?, reading, |node, reading, span| {
            chart::read(node, reading, span, beside)
        }),
        calculators: IndexMap::new(),
        quotes: IndexMap::new(),
        events: Vec::new(),
        corrections: Vec::new(),
        editions,
        assets: Vec::new(),
        left_out: std::mem::take(&mut reading.left_out),
    })
}

/// The site around the brief: whatever the brief names and nobody describes goes by its id.
fn site(
    mut brief: Brief,
    mut companies: IndexMap<String, Company>,
    mut metrics: IndexMap<String, Metric>,
    (languages, nouns): (Vec<Lang>, Nouns),
) -> Site {
    let span = Span::new(brief.data, 0, 0);
    let named = |id: &str| LocalText::Same(id.to_owned());
    let rows = || {
        brief.charts.values().flat_map(|chart| match &chart.rows {
            RowSource::Data(data) => data.rows.as_slice(),
            RowSource::Figures(_) => &[],
        })
    };
    let of_figures = brief.figures.values().filter_map(|figure| figure.company.as_ref());
    for id in of_figures.chain(rows().filter_map(|row| row.company.as_ref())) {
        let unnamed = || Company { name: named(&id.value), ticker: None, fiscal_year_end: 12, span };
        companies.entry(id.value.clone()).or_insert_with(unnamed);
    }
    let of_figures = brief.figures.values().map(|figure| &figure.metric);
    for id in of_figures.chain(rows().filter_map(|row| row.metric.as_ref())) {
        metrics.entry(id.value.clone()).or_insert_with(|| Metric { name: named(&id.value), span });
    }
    let of_charts = brief.charts.values().flat_map(|chart| match &chart.rows {
        RowSource::Data(data) => data.sources().map(|source| &source.value).collect(),
        RowSource::Figures(_) => Vec::new(),
    });
    let cited = brief.figures.values().map(|figure| &figure.source.value).chain(of_charts);
    for id in cited.filter(|id| *id != Source::CALCULATION) {
        let unnamed = || Source { title: named(id), publisher: None, date: None, url: None, span };
        brief.sources.entry(id.clone()).or_insert_with(unnamed);
    }
    Site {
        config: config(languages),
        companies,
        people: IndexMap::new(),
        topics: IndexMap::new(),
        metrics,
        sources: IndexMap::new(),
        nouns,
        briefs: IndexMap::from([(brief.id.clone(), brief)]),
        withheld: IndexMap::new(),
        pages: IndexMap::new(),
        unread: BTreeSet::new(),
    }
}

/// The settings of no site.
fn config(languages: Vec<Lang>) -> Config {
    Config {
        title: LocalText::Same(String::new()),
        description: LocalText::Same(String::new()),
        base: Base::parse(NOWHERE).expect("the address is one"),
        languages,
        locales: PerLang::default(),
        time_zone: jiff::tz::TimeZone::UTC,
        publisher: Publisher { name: String::new(), url: None },
        allow_html: false,
        page_size: 1,
        charts: Charts::default(),
        lints: Vec::new(),
    }
}
