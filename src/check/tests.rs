//! Sites in a few lines, and what each lint says of them.

mod calculations;

use super::check;
use crate::diag::{Files, has_errors};
use crate::model::Sources;
use crate::parse;
use std::collections::BTreeMap;

const CONFIG: &str = "title: T\nurl: https://example.org/s/\nlanguages: [fr, en]\n";
const DATA: &str = "\
date: 2025-02-06
sources:
  call: {title: Call}
figures:
  spending: {metric: capex, period: 2024, value: 26.3 billion USD, source: call}
  plan: {metric: capex, period: 2025, status: guidance, value: \"> 100 billion USD\", source: call}
";
const FR: &str =
    "Amazon a dépensé [26,3 milliards de dollars](figure:spending).\n\nIl prévoit [](figure:plan) en 2025.";
const EN: &str =
    "Amazon spent [$26.3 billion](figure:spending).\n\nIt plans [more than $100 billion](figure:plan) in 2025.";

/// The files of a small site in order: nothing is wrong with it.
fn sound() -> BTreeMap<String, String> {
    let edition = |title: &str, body: &str| format!("---\ntitle: {title}\nsummary: S\n---\n\n{body}\n");
    [
        ("depeche.yaml", CONFIG.to_owned()),
        ("content/metrics.yaml", "metrics: {capex: {name: Capex}}\n".to_owned()),
        ("content/briefs/a/data.yaml", DATA.to_owned()),
        ("content/briefs/a/fr.md", edition("Un", FR)),
        ("content/briefs/a/en.md", edition("One", EN)),
        ("content/pages/about/fr.md", edition("Pages", "Rien.")),
        ("content/pages/about/en.md", edition("About", "Nothing.")),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text))
    .collect()
}

/// The sound site with `from` replaced by `to` in one file; an empty `from` stands for the end of the file.
fn with(path: &str, from: &str, to: &str) -> BTreeMap<String, String> {
    changed(sound(), path, from, to)
}

fn changed(mut site: BTreeMap<String, String>, path: &str, from: &str, to: &str) -> BTreeMap<String, String> {
    let path =
        if path.contains('/') || path == "depeche.yaml" { path.to_owned() } else { format!("content/briefs/a/{path}") };
    let text = site.entry(path).or_default();
    assert!(text.contains(from), "`{from}` is not in:\n{text}");
    *text = if from.is_empty() { format!("{text}{to}") } else { text.replacen(from, to, 1) };
    site
}

fn sources(site: &BTreeMap<String, String>) -> Sources {
    let mut sources = Sources {
        root: "/".into(),
        files: Files::default(),
        config: None,
        registries: BTreeMap::new(),
        briefs: vec![],
        pages: vec![],
        charts: BTreeMap::new(),
        chart_tables: BTreeMap::new(),
        templates: BTreeMap::new(),
        strings: BTreeMap::new(),
        statics: BTreeMap::new(),
        unread: std::collections::BTreeSet::new(),
    };
    for (path, text) in site {
        sources.place(path, text);
    }
    sources
}

/// Every finding as `severity name path «words» path «words»…`: its own place, then the related ones.
fn findings(site: &BTreeMap<String, String>) -> Vec<String> {
    let sources = sources(site);
    let (site, faults) = parse::parse(&sources);
    assert!(!has_errors(&faults), "{faults:?}");
    let mut found = check(&site.unwrap());
    crate::diag::sort(&mut found);
    let say = |finding: &crate::diag::Diagnostic| {
        let mut line = format!("{} {}", finding.severity.word(), finding.name);
        for span in finding.span.iter().chain(finding.related.iter().map(|(span, _)| span)) {
            let path = sources.files.path(span.file);
            let words = &sources.files.text(span.file)[span.start as usize..span.end as usize];
            line.push_str(&format!(" {} «{words}»", path.rsplit('/').next().unwrap()));
        }
        line
    };
    found.iter().map(say).collect()
}

fn check_site(site: &BTreeMap<String, String>, expect: &[&str]) {
    assert_eq!(findings(site), expect);
}

impl Sources {
    fn place(&mut self, path: &str, text: &str) {
        let id = self.files.add(path, text);
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            [_] => self.config = Some(id),
            [_, name] => drop(self.registries.insert(name.to_owned(), id)),
            [_, kind, folder, name] => {
                let folders = if kind == "briefs" { &mut self.briefs } else { &mut self.pages };
                if folders.last().is_none_or(|last| last.id != folder) {
                    folders.push(crate::model::Folder {
                        id: folder.to_owned(),
                        path: format!("content/{kind}/{folder}"),
                        data: None,
                        editions: vec![],
                        assets: BTreeMap::new(),
                        tables: BTreeMap::new(),
                    });
                }
                let last = folders.last_mut().unwrap();
                match name.strip_suffix(".md") {
                    Some(lang) => last.editions.push((lang.to_owned(), id)),
                    None => last.data = Some(id),
                }
            }
            _ => panic!("{path}"),
        }
    }
}

#[test]
fn each_language_has_its_own_dollar() {
    let site = with("depeche.yaml", "languages: [fr, en]\n", "languages: [fr, en]\nlocales: {fr: fr-CA, en: en-US}\n");
    let site = changed(site, "fr.md", "26,3 milliards de dollars", "26,3 milliards de dollars américains");
    check_site(&site, &[]);
}

#[test]
fn a_sound_site_has_no_finding() {
    check_site(&sound(), &[]);
}

#[test]
fn levels_are_the_sites_to_choose() {
    let late = |level: &str| changed(with("data.yaml", "period: 2024", "period: 2025"), "depeche.yaml", "", level);
    let line = "future-date data.yaml «2025»";
    check_site(&late(""), &[&format!("warning {line}")]);
    check_site(&late("lints: {future-date: deny}\n"), &[&format!("error {line}")]);
    check_site(&late("lints: {future-date: allow}\n"), &[]);
    check_site(&with("depeche.yaml", "", "lints: {paritee: deny}\n"), &["error unknown-lint depeche.yaml «paritee»"]);
}

#[test]
fn future_date() {
    check_site(&with("data.yaml", "source: call}\n  plan", "source: call, status: guidance}\n  plan"), &[]);
    let late = with("data.yaml", "{title: Call}", "{title: Call, date: 2025-02-07}");
    check_site(&late, &["warning future-date data.yaml «call»"]);
    check_site(&changed(late, "data.yaml", "figures:", "updated: 2025-02-07\nfigures:"), &[]);
}

#[test]
fn missing_translation() {
    let mut site = sound();
    site.remove("content/briefs/a/en.md");
    check_site(&site, &["error missing-translation fr.md «Un»"]);
}

#[test]
fn figure_mismatch() {
    let fr = |words: &str| with("fr.md", "[26,3 milliards de dollars](figure:spending)", words);
    let allowed = |site| changed(site, "depeche.yaml", "", "lints: {parity: allow, unsourced-figure: allow}\n");
    let data = "data.yaml «26.3 billion USD»";
    for words in [
        "26,2 milliards de dollars",
        "26,3 millions de dollars",
        "26,3 milliards d’euros",
        "plus de 26,3 milliards de dollars",
        "beaucoup",
    ] {
        let link = format!("[{words}](figure:spending)");
        check_site(&allowed(fr(&link)), &[&format!("error figure-mismatch fr.md «{link}» {data}")]);
    }
    for words in ["26 300 millions de dollars", "26,3 Md$"] {
        check_site(&allowed(fr(&format!("[{words}](figure:spending)"))), &[]);
    }
    let bound = with("en.md", "[more than $100 billion]", "[$100 billion]");
    check_site(
        &allowed(bound),
        &["error figure-mismatch en.md «[$100 billion](figure:plan)» data.yaml «\"> 100 billion USD\"»"],
    );
    // Words before the link belong to the number.
    check_site(&with("en.md", "[more than $100 billion]", "more than [$100 billion]"), &[]);
    let not_disclosed = with("data.yaml", "26.3 billion USD", "n/a");
    assert_eq!(findings(&allowed(not_disclosed)).len(), 2);
}

#[test]
fn parity() {
    let numbers = with("en.md", "Amazon spent [$26.3 billion](figure:spending)", "Amazon spent $23.6 billion");
    let numbers = changed(numbers, "depeche.yaml", "", "lints: {unsourced-figure: allow}\n");
    check_site(&numbers, &["error parity fr.md «26,3 milliards de dollars» en.md «$23.6 billion»"]);
    check_site(&with("en.md", "in 2025", "in 2026"), &["error parity fr.md «2025» en.md «2026»"]);
    let dropped = with("en.md", " in 2025", "");
    check_site(&dropped, &["error parity fr.md «2025» en.md «It plans [more than $100 billion](figure:plan).»"]);
    let title = with("fr.md", "title: Un", "title: Deux milliards");
    let title = changed(title, "en.md", "title: One", "title: Three billion");
    let title = changed(title, "depeche.yaml", "", "lints: {unsourced-figure: allow}\n");
    check_site(&title, &["error parity fr.md «Deux milliards» en.md «Three billion»"]);
}

#[test]
fn parity_of_links() {
    let data = with(
        "data.yaml",
        "  plan:",
        "  other: {metric: capex, period: 2024, value: 26.3 billion USD, source: call}\n  plan:",
    );
    let site = changed(data, "en.md", "(figure:spending)", "(figure:other)");
    let (fr, en) = ("[26,3 milliards de dollars](figure:spending)", "[$26.3 billion](figure:other)");
    check_site(
        &site,
        &[
            &format!("error parity en.md «{en}» fr.md «Amazon a dépensé {fr}.»"),
            &format!("error parity fr.md «{fr}» en.md «Amazon spent {en}.»"),
        ],
    );
}

#[test]
fn a_misspelt_figure_is_reported_once() {
    let written = with("en.md", "(figure:spending)", "(figure:spendng)");
    check_site(&written, &["error unknown-figure en.md «[$26.3 billion](figure:spendng)»"]);
    let unwritten = with("fr.md", "(figure:plan)", "(figure:plans)");
    check_site(&unwritten, &["error unknown-figure fr.md «[](figure:plans)»"]);
}

#[test]
fn unsourced_figure() {
    let bare = |fr: &str, en: &str| changed(with("fr.md", "", &format!("\n{fr}\n")), "en.md", "", &format!("\n{en}\n"));
    check_site(
        &bare("Le budget était de 40 %.", "The budget was 40%."),
        &["warning unsourced-figure en.md «40%»", "warning unsourced-figure fr.md «40 %»"],
    );
    check_site(&bare("Le 6 février 2025, trois firmes (AMZN).", "On February 6, 2025, three firms (AMZN)."), &[]);
    let title = changed(
        with("fr.md", "title: Un", "title: 26,3 milliards de dollars"),
        "en.md",
        "title: One",
        "title: $26.3 billion",
    );
    check_site(&title, &[]);
}

#[test]
fn unused_figure_and_source() {
    let figure = "  lost: {metric: capex, period: 2023, value: 5 %, source: lost}\n";
    let site = with("data.yaml", "", figure);
    let site = changed(site, "data.yaml", "{title: Call}\n", "{title: Call}\n  lost: {title: Lost}\n");
    check_site(&site, &["warning unused-figure data.yaml «lost»"]);
    check_site(&changed(site.clone(), "fr.md", "", "\n![Chiffres](figures:)\n"), &[]);
    check_site(&changed(site, "data.yaml", figure, ""), &["warning unused-source data.yaml «lost»"]);
    let shared = with("content/metrics.yaml", "", "");
    let shared = changed(shared, "content/sources.yaml", "", "call: {title: Shared}\n");
    check_site(&shared, &["warning unused-source sources.yaml «call»"]);
}

#[test]
fn untranslated_quote() {
    let people = |text: &str| {
        let quote = format!("quotes:\n  said: {{text: {text}, speaker: someone, language: en, source: call}}\n");
        let site = with("data.yaml", "", &quote);
        changed(site, "content/people.yaml", "", "someone: {name: Someone}\n")
    };
    let found = "warning untranslated-quote data.yaml «said»";
    check_site(&people("We are all learning"), &[found]);
    check_site(&people("{fr: We are all learning, en: We are all learning}"), &[found]);
    check_site(&people("{fr: Nous apprenons tous, en: We are all learning}"), &[]);
}

#[test]
fn wrong_language_link() {
    let link = |to: &str| with("en.md", "", &format!("\n[About]({to})\n"));
    let found = |to: &str| format!("warning wrong-language-link en.md «[About]({to})»");
    for to in ["../../pages/about/fr.md", "https://example.org/s/fr/pages/"] {
        check_site(&link(to), &[&found(to)]);
    }
    for to in [
        "../../pages/about/en.md",
        "page:about",
        "https://example.org/s/en/about/",
        "https://elsewhere.example/fr/pages/",
    ] {
        check_site(&link(to), &[]);
    }
}

#[test]
fn typography() {
    check_site(&with("content/pages/about/en.md", "Nothing.", "Nothing  much."), &["warning typography en.md «  »"]);
    check_site(&with("content/pages/about/en.md", "Nothing.", "`No  thing`."), &[]);
}

#[test]
fn waivers() {
    let wrong = with(
        "en.md",
        "It plans [more than $100 billion](figure:plan) in 2025.",
        "It plans [more than $100 billion](figure:plan) in 2026.",
    );
    let waived = |comment: &str| changed(wrong.clone(), "en.md", "It plans", &format!("{comment}\n\nIt plans"));
    let parity = "error parity fr.md «2025» en.md «2026»";
    check_site(&waived("<!-- depeche-allow: parity | a pun -->"), &[]);
    let bare = "<!-- depeche-allow: parity -->";
    check_site(&waived(bare), &[&format!("warning waiver en.md «{bare}»"), parity]);
    check_site(&waived("<!-- depeche-allow: paritee | a pun -->"), &["warning waiver en.md «paritee»", parity]);
    let other = "<!-- depeche-allow: typography | a pun -->";
    check_site(&waived(other), &[&format!("warning waiver en.md «{other}»"), parity]);
    let quiet = changed(waived(other), "depeche.yaml", "", "lints: {waiver: allow}\n");
    check_site(&quiet, &[parity]);
    let inside = changed(wrong.clone(), "en.md", "It plans", "It <!-- depeche-allow: parity | a pun --> plans");
    check_site(&inside, &["warning waiver en.md «<!-- depeche-allow: parity | a pun -->»", parity]);
    // The waiver of another paragraph covers nothing here.
    let above = changed(wrong.clone(), "en.md", "Amazon spent", "<!-- depeche-allow: parity | a pun -->\nAmazon spent");
    check_site(&above, &["warning waiver en.md «<!-- depeche-allow: parity | a pun -->»", parity]);
}

/// The sound site with its English edition marked as a translation of the French one.
fn marked() -> BTreeMap<String, String> {
    let site = sound();
    let sources = sources(&site);
    let parsed = parse::parse(&sources).0.unwrap();
    let brief = &parsed.briefs["a"];
    let french = brief.edition(crate::locale::Lang::Fr).unwrap();
    let marks = super::marks(&super::Subject::new(&parsed), french, crate::locale::Lang::Fr, Some(brief));
    assert_eq!(marks.len(), 4, "title, summary, two paragraphs");
    let path = "content/briefs/a/en.md";
    let text = parse::record_source(&site[path], crate::locale::Lang::Fr, &marks).unwrap();
    site.into_iter().map(|(p, t)| if p == path { (p, text.clone()) } else { (p, t) }).collect()
}

#[test]
fn stale_translation() {
    let en = "en.md «Amazon spent [$26.3 billion](figure:spending).»";
    let stale = |from: &str, to: &str, expect: &[&str]| check_site(&changed(marked(), "fr.md", from, to), expect);
    check_site(&marked(), &[]);
    stale("Amazon a dépensé", "Amazon\u{a0}a\ndépensé", &[]);
    let fr = "fr.md «Amazon a donc dépensé [26,3 milliards de dollars](figure:spending).»";
    stale("a dépensé", "a donc dépensé", &[&format!("warning stale-translation {en} {fr}")]);
    stale("title: Un", "title: Une", &["warning stale-translation en.md «One» fr.md «Une»"]);
    let key = findings(&changed(marked(), "fr.md", "Amazon a", "Nouveau.\n\nAmazon a"));
    assert_eq!(key.len(), 1, "{key:?}");
    assert!(
        key[0].starts_with("warning stale-translation en.md «fr» fr.md") && key[0].ends_with("«Nouveau.»"),
        "{key:?}"
    );
}

#[test]
fn stale_translation_of_what_is_gone_or_moved() {
    let fr = "Amazon a dépensé [26,3 milliards de dollars](figure:spending).";
    let gone = changed(marked(), "fr.md", &format!("{fr}\n\n"), "");
    let gone = changed(gone, "depeche.yaml", "", "lints: {parity: allow}\n");
    check_site(
        &gone,
        &[
            "warning stale-translation en.md «Amazon spent [$26.3 billion](figure:spending).» fr.md «Il prévoit [](figure:plan) en 2025.»",
        ],
    );
    let moved = changed(changed(marked(), "fr.md", &format!("{fr}\n\n"), ""), "fr.md", "", &format!("\n{fr}\n"));
    let moved = changed(moved, "depeche.yaml", "", "lints: {parity: allow}\n");
    let found = findings(&moved);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("fr.md «Il prévoit"), "{found:?}");
}
