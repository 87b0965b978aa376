//! Reads `depeche.yaml`.

use super::fields::{Fields, Reading};
use super::yaml::Node;
use crate::diag::{Diagnostic, Spanned, suggestion};
use crate::locale::{Lang, Locale};
use crate::model::{Base, Charts, Config, Download, Level, LocalText, PerLang, Publisher};

const KEYS: &[&str] = &[
    "title",
    "description",
    "url",
    "languages",
    "locales",
    "time_zone",
    "publisher",
    "allow_html",
    "page_size",
    "charts",
    "lints",
];

/// The languages of a site, which every other reader needs first; none where one of them is unknown.
pub fn languages(node: &Node, reading: &mut Reading) -> Vec<Lang> {
    let mut languages = Vec::new();
    let Some(fields) = Fields::open(node, KEYS, &mut Reading::new(reading.languages, reading.nouns)) else {
        return languages;
    };
    let Some(list) = fields.require("languages", reading) else { return languages };
    let texts = reading.texts(list);
    if texts.is_empty() {
        reading.expected(list, "at least one language", "write `languages: [fr, en]`");
    }
    let faults = reading.diagnostics.len();
    for text in texts {
        match text.value.parse() {
            Ok(lang) if !languages.contains(&lang) => languages.push(lang),
            Ok(_) => {}
            Err(_) => {
                let known: Vec<&str> = Lang::ALL.iter().map(|l| l.tag()).collect();
                let message = format!("`{}` is no language that the program writes", text.value);
                let mut error = Diagnostic::error("unknown-language", text.span, message);
                error.hint = suggestion(&text.value, known);
                reading.diagnostics.push(error);
            }
        }
    }
    // What is written in a language that is misspelt here would be reported everywhere.
    if reading.diagnostics.len() > faults { Vec::new() } else { languages }
}

/// Reads the settings; `None` where they are too broken to go on.
pub fn read(node: &Node, reading: &mut Reading) -> Option<Config> {
    let fields = Fields::open(node, KEYS, reading)?;
    let title = fields.require("title", reading).and_then(|n| reading.local_text(n));
    let description = fields.get("description").and_then(|n| reading.local_text(n));
    let base = fields.require("url", reading).and_then(|n| base(n, reading));
    let time_zone = match fields.get("time_zone") {
        Some(node) => time_zone(node, reading)?,
        None => jiff::tz::TimeZone::UTC,
    };
    let publisher = fields.get("publisher").and_then(|n| publisher(n, reading));
    let locales = fields.get("locales").map_or_else(PerLang::default, |n| locales(n, reading));
    let title = title?;
    Some(Config {
        publisher: publisher
            .unwrap_or_else(|| Publisher { name: title.get(reading.languages[0]).to_owned(), url: None }),
        title,
        description: description.unwrap_or_else(|| LocalText::Same(String::new())),
        base: base?,
        languages: reading.languages.to_vec(),
        locales,
        time_zone,
        allow_html: fields.get("allow_html").and_then(|n| reading.boolean(n)).unwrap_or(false),
        page_size: fields.get("page_size").and_then(|n| reading.integer(n, 1..=500)).unwrap_or(20),
        charts: fields.get("charts").and_then(|n| charts(n, reading)).unwrap_or_default(),
        lints: fields.get("lints").map(|n| lints(n, reading)).unwrap_or_default(),
    })
}

fn charts(node: &Node, reading: &mut Reading) -> Option<Charts> {
    let fields = Fields::open(node, &["download", "gallery"], reading)?;
    Some(Charts {
        download: fields.get("download").map(|n| downloads(n, reading)).unwrap_or_default(),
        gallery: fields.get("gallery").and_then(|n| reading.boolean(n)).unwrap_or(false),
    })
}

/// A list of forms; in the order of [`Download::ALL`], each once.
fn downloads(node: &Node, reading: &mut Reading) -> Vec<Download> {
    let known = Download::ALL.map(|form| (form.word(), form));
    let mut forms: Vec<Download> = reading.list(node).iter().filter_map(|n| reading.choice(n, &known)).collect();
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// `{parity: deny, typography: allow}`; whether there is such a lint is for the checks to say.
fn lints(node: &Node, reading: &mut Reading) -> Vec<(Spanned<String>, Level)> {
    let choices = Level::ALL.map(|level| (level.word(), level));
    let entries = reading.map(node).unwrap_or_default();
    entries.iter().filter_map(|(name, node)| Some((name.clone(), reading.choice(node, &choices)?))).collect()
}

fn base(node: &Node, reading: &mut Reading) -> Option<Base> {
    let text = reading.text(node)?;
    match Base::parse(&text.value) {
        Ok(base) => Some(base),
        Err(message) => {
            reading.diagnostics.push(
                Diagnostic::error("invalid-url", text.span, message)
                    .hint("write the address of the home page: `https://example.org/briefs/`"),
            );
            None
        }
    }
}

fn time_zone(node: &Node, reading: &mut Reading) -> Option<jiff::tz::TimeZone> {
    let text = reading.text(node)?;
    let zone = jiff::tz::TimeZone::get(&text.value).ok();
    if zone.is_none() {
        let message = format!("`{}` is no time zone", text.value);
        let hint = "write a name of the IANA database, such as `Europe/Paris`";
        reading.diagnostics.push(Diagnostic::error("unknown-word", text.span, message).hint(hint));
    }
    zone
}

fn publisher(node: &Node, reading: &mut Reading) -> Option<Publisher> {
    let fields = Fields::open(node, &["name", "url"], reading)?;
    let name = fields.require("name", reading).and_then(|n| reading.text(n))?;
    let url = fields.get("url").and_then(|n| reading.web_address(n));
    Some(Publisher { name: name.value, url })
}

fn locales(node: &Node, reading: &mut Reading) -> PerLang<Locale> {
    let mut locales = PerLang::default();
    // Each is judged beside its language; `per_lang` reports languages that are missing or unknown.
    let texts = reading.per_lang(node, Reading::text).unwrap_or_default();
    for (lang, text) in texts.iter() {
        let known = Locale::ALL.into_iter().filter(|locale| locale.lang() == lang);
        if let Some(locale) = known.clone().find(|locale| locale.tag() == text.value) {
            locales.insert(lang, locale);
            continue;
        }
        let known: Vec<String> = known.map(|locale| format!("`{}`", locale.tag())).collect();
        let message = format!("`{}` is no locale of the language `{lang}`", text.value);
        let hint = format!("known: {}", known.join(", "));
        reading.diagnostics.push(Diagnostic::error("unknown-word", text.span, message).hint(hint));
    }
    locales
}
