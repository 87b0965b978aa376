//! Texts to typed values: `Sources` become a [`Site`].
//!
//! Reports every problem at once; a value that is wrong is left out or replaced, so that what refers to it is not reported as
//! well. Whether references lead somewhere is `crate::check`'s.

mod brief;
mod calculators;
mod chart;
mod chart_file;
mod comments;
mod config;
mod edition;
mod fields;
mod formulas;
mod links;
mod markdown;
mod registries;
mod strings;
mod texts;
mod yaml;

pub use chart_file::chart_file;
pub use edition::{body_start, record_source};
pub use markdown::OPTIONS as MARKDOWN;
pub use strings::read as strings;
pub use texts::{SourceText, texts};

use crate::diag::{Diagnostic, FileId, Span, suggestion};
use crate::locale::{Lang, NounForms, Nouns};
use crate::model::{Asset, Brief, Config, Folder, IndexMap, Page, PerLang, Site, Sources};
use chart::{Beside, Shared};
use fields::Reading;
use markdown::Context;
use rayon::prelude::*;
use std::collections::BTreeMap;
use yaml::Node;

/// The registries of `content/`.
const REGISTRIES: &[&str] = &["companies.yaml", "metrics.yaml", "people.yaml", "sources.yaml", "topics.yaml"];

/// Reads the whole site; `None` where its settings are too broken to go on.
pub fn parse(sources: &Sources) -> (Option<Site>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let Some((config, nouns)) = settings(sources, &mut diagnostics) else { return (None, diagnostics) };
    let mut reading =
        Reading { diagnostics, unread: sources.unread.clone(), ..Reading::new(&config.languages, &nouns) };
    let companies = registry(sources, "companies.yaml", &mut reading, registries::company);
    let people = registry(sources, "people.yaml", &mut reading, registries::person);
    let topics = registry(sources, "topics.yaml", &mut reading, registries::topic);
    let shared_sources = registry(sources, "sources.yaml", &mut reading, registries::source);
    let metrics = root(sources, "metrics.yaml", &mut reading).map(|n| registries::metrics(&n, &mut reading));
    unknown_registries(sources, &mut reading);
    let shared = shared_charts(sources, &mut reading);

    let parse_folder = |folder: &Folder| {
        let mut reading = Reading::new(&config.languages, &nouns);
        let brief = read_brief(folder, sources, &config, &shared, &mut reading);
        (brief, reading.diagnostics)
    };
    let parsed: Vec<_> = sources.briefs.par_iter().map(parse_folder).collect();
    let mut briefs = Vec::with_capacity(parsed.len());
    for (brief, found) in parsed {
        briefs.extend(brief);
        reading.diagnostics.extend(found);
    }
    briefs.sort_by(|a, b| (b.date, &a.id).cmp(&(a.date, &b.id)));
    let pages = sources.pages.iter().map(|folder| {
        let editions = editions(folder, sources, &config, &mut reading);
        (folder.id.clone(), Page { id: folder.id.clone(), editions })
    });
    let pages: IndexMap<String, Page> = pages.collect();
    let briefs: IndexMap<String, Brief> = briefs.into_iter().map(|brief| (brief.id.clone(), brief)).collect();
    reading
        .unread
        .extend(sources.briefs.iter().flat_map(|f| unread_files(f, sources, briefs.get(&f.id).map(|b| &b.editions))));
    reading
        .unread
        .extend(sources.pages.iter().flat_map(|f| unread_files(f, sources, pages.get(&f.id).map(|p| &p.editions))));
    let Reading { diagnostics, unread, .. } = reading;
    let site = Site {
        companies,
        people,
        topics,
        metrics: metrics.unwrap_or_default(),
        sources: shared_sources,
        nouns,
        briefs,
        withheld: IndexMap::new(),
        pages,
        unread,
        config,
    };
    (Some(site), diagnostics)
}

/// The settings, and the nouns without which no value can be read.
fn settings(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Option<(Config, Nouns)> {
    let Some(file) = sources.config else {
        if sources.unread.contains("depeche.yaml") {
            return None;
        }
        diagnostics.push(
            Diagnostic::error("missing-file", None, "there is no `depeche.yaml` in the site's folder")
                .hint("run `depeche` in the site's folder, or name the folder with `--root`"),
        );
        return None;
    };
    let node = yaml::read(sources.files.text(file), file, 0).map_err(|e| diagnostics.push(e)).ok()?;
    let none = Nouns::new();
    let mut reading = Reading { diagnostics: std::mem::take(diagnostics), ..Reading::new(&[], &none) };
    let languages = config::languages(&node, &mut reading);
    if languages.is_empty() {
        *diagnostics = reading.diagnostics;
        return None;
    }
    let mut reading = Reading { languages: &languages, ..reading };
    let config = config::read(&node, &mut reading);
    let mut nouns =
        root(sources, "metrics.yaml", &mut reading).map(|n| registries::nouns(&n, &mut reading)).unwrap_or_default();
    count_units(&mut nouns);
    *diagnostics = reading.diagnostics;
    Some((config?, nouns))
}

/// The noun that every site has.
fn count_units(nouns: &mut Nouns) {
    nouns.entry("units".to_owned()).or_insert_with(|| {
        Lang::ALL.map(|lang| match lang {
            Lang::Fr => NounForms { one: "unité".into(), other: "unités".into() },
            Lang::En => NounForms { one: "unit".into(), other: "units".into() },
        })
    });
}

/// The tree of one of the registries, if the site has it.
fn root(sources: &Sources, name: &str, reading: &mut Reading) -> Option<Node> {
    let file = *sources.registries.get(name)?;
    let error = match yaml::read(sources.files.text(file), file, 0) {
        Ok(node) => return Some(node),
        Err(error) => error,
    };
    reading.unread.insert(sources.files.path(file).to_owned());
    // `metrics.yaml` is read twice: its syntax is reported once.
    if reading.diagnostics.iter().all(|d| d.span != error.span) {
        reading.diagnostics.push(error);
    }
    None
}

fn registry<T>(
    sources: &Sources,
    name: &str,

    reading: &mut Reading,
    read: impl FnMut(&Node, &mut Reading, Span) -> Option<T>,
) -> IndexMap<String, T> {
    root(sources, name, reading).map(|node| registries::entries(&node, reading, read)).unwrap_or_default()
}

fn unknown_registries(sources: &Sources, reading: &mut Reading) {
    for (name, file) in sources.registries.iter().filter(|(name, _)| !REGISTRIES.contains(&name.as_str())) {
        let mut error = Diagnostic::error("unknown-file", Span::new(*file, 0, 0), format!("`{name}` is no registry"));
        error.hint = suggestion(name, REGISTRIES.iter().copied());
        reading.diagnostics.push(error);
    }
}

/// The charts of `content/charts/`. What is wrong with one is reported here, not where a brief shows it.
fn shared_charts<'s>(sources: &'s Sources, reading: &mut Reading) -> Shared<'s> {
    let mut shared = Shared { charts: BTreeMap::new(), tables: &sources.chart_tables };
    for (name, file) in &sources.charts {
        match yaml::read(sources.files.text(*file), *file, 0) {
            Ok(node) => {
                shared.charts.insert(name, node);
            }
            Err(error) => reading.diagnostics.push(error),
        }
    }
    for node in shared.charts.values() {
        chart::shared(node, reading, &sources.files, &shared);
    }
    shared
}

fn read_brief(
    folder: &Folder,
    sources: &Sources,
    config: &Config,
    shared: &Shared,
    reading: &mut Reading,
) -> Option<Brief> {
    let editions = editions(folder, sources, config, reading);
    let Some(data) = folder.data else {
        let span = folder.editions.first().map(|(_, file)| Span::new(*file, 0, 0));
        reading.diagnostics.push(
            Diagnostic::error("missing-file", span, format!("the brief `{}` has no `data.yaml`", folder.id))
                .hint("add `data.yaml` with at least `date: 2025-02-06`"),
        );
        return None;
    };
    let node = match yaml::read(sources.files.text(data), data, 0) {
        Ok(node) => node,
        Err(error) => {
            reading.diagnostics.push(error);
            return None;
        }
    };
    let assets = folder.assets.iter().map(|(name, size)| Asset {
        name: name.clone(),
        path: format!("{}/{name}", folder.path),
        size: *size,
    });
    let context = Context { folder: &folder.path, allow_html: config.allow_html };
    let beside = Beside { files: &sources.files, tables: &folder.tables, shared };
    let mut brief = brief::read(&node, &folder.id, data, assets.collect(), &context, &beside, reading)?;
    brief.editions = editions;
    Some(brief)
}

fn editions(
    folder: &Folder,
    sources: &Sources,
    config: &Config,
    reading: &mut Reading,
) -> PerLang<crate::model::Edition> {
    let context = Context { folder: &folder.path, allow_html: config.allow_html };
    let mut editions = PerLang::default();
    for (language, file) in &folder.editions {
        match language.parse::<Lang>() {
            Ok(lang) if config.languages.contains(&lang) => {
                if let Some(edition) = edition::read(sources.files.text(*file), *file, &context, reading) {
                    editions.insert(lang, edition);
                }
            }
            _ => unknown_edition(language, *file, config, reading),
        }
    }
    editions
}

/// The files of a folder of which nothing is among what was read.
fn unread_files(folder: &Folder, sources: &Sources, read: Option<&PerLang<crate::model::Edition>>) -> Vec<String> {
    let is_read = |language: &str| language.parse().is_ok_and(|lang| read.is_some_and(|r| r.get(lang).is_some()));
    let editions = folder.editions.iter().filter(|(language, _)| !is_read(language));
    let editions = editions.map(|(_, file)| sources.files.path(*file).to_owned());
    // Without its data a brief is not read at all, whether they are missing or faulty.
    editions.chain(read.is_none().then(|| format!("{}/data.yaml", folder.path))).collect()
}

fn unknown_edition(language: &str, file: FileId, config: &Config, reading: &mut Reading) {
    let known: Vec<String> = config.languages.iter().map(|l| format!("`{l}.md`")).collect();
    reading.diagnostics.push(
        Diagnostic::error(
            "unknown-language",
            Span::new(file, 0, 0),
            format!("`{language}` is no language of this site"),
        )
        .hint(format!("the site's editions: {}", known.join(", "))),
    );
}
