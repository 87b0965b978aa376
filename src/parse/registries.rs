//! Reads what briefs share: companies, people, topics, metrics and units, sources.

use super::fields::{Fields, Reading};
use super::yaml::Node;
use crate::diag::{Diagnostic, Span};
use crate::locale::{Lang, NounForms, Nouns};
use crate::model::{Company, IndexMap, LocalText, Metric, Person, Source, Topic};

/// Reads a map from identifiers to entries.
pub fn entries<T>(
    node: &Node,
    reading: &mut Reading,
    mut read: impl FnMut(&Node, &mut Reading, Span) -> Option<T>,
) -> IndexMap<String, T> {
    let mut map = IndexMap::new();
    for (key, value) in reading.map(node).unwrap_or_default() {
        if !is_identifier(&key.value) {
            let message = format!("`{}` is no identifier", key.value);
            let hint = "an identifier is made of small letters a to z, digits and hyphens";
            reading.diagnostics.push(Diagnostic::error("invalid-identifier", key.span, message).hint(hint));
        }
        if let Some(entry) = read(value, reading, key.span) {
            map.insert(key.value.clone(), entry);
        } else {
            reading.left_out.insert(key.value.clone());
        }
    }
    map
}

/// Small ASCII letters, digits and hyphens, as URLs and fragments carry them.
pub fn is_identifier(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The text that readers know an entry by; empty where it is wrong, so that the entry's users are not reported as well.
fn name(fields: &Fields, key: &str, reading: &mut Reading) -> LocalText {
    let text = fields.require(key, reading).and_then(|n| reading.local_text(n));
    text.unwrap_or_else(|| LocalText::Same(String::new()))
}

pub fn company(node: &Node, reading: &mut Reading, span: Span) -> Option<Company> {
    let fields = Fields::open(node, &["name", "ticker", "fiscal_year_end"], reading)?;
    Some(Company {
        name: name(&fields, "name", reading),
        ticker: fields.get("ticker").and_then(|n| reading.text(n)).map(|t| t.value),
        fiscal_year_end: fields.get("fiscal_year_end").and_then(|n| reading.integer(n, 1..=12)).unwrap_or(12),
        span,
    })
}

pub fn person(node: &Node, reading: &mut Reading, span: Span) -> Option<Person> {
    let fields = Fields::open(node, &["name", "role", "company"], reading)?;
    Some(Person {
        name: name(&fields, "name", reading),
        role: fields.get("role").and_then(|n| reading.local_text(n)),
        company: fields.get("company").and_then(|n| reading.text(n)),
        span,
    })
}

pub fn topic(node: &Node, reading: &mut Reading, span: Span) -> Option<Topic> {
    let fields = Fields::open(node, &["name"], reading)?;
    Some(Topic { name: name(&fields, "name", reading), span })
}

pub fn source(node: &Node, reading: &mut Reading, span: Span) -> Option<Source> {
    let fields = Fields::open(node, &["title", "publisher", "date", "url"], reading)?;
    Some(Source {
        title: name(&fields, "title", reading),
        publisher: fields.get("publisher").and_then(|n| reading.local_text(n)),
        date: fields.get("date").and_then(|n| reading.date(n)),
        url: fields.get("url").and_then(|n| reading.web_address(n)),
        span,
    })
}

/// Reads `metrics.yaml`: what figures measure, and the nouns that values count.
pub fn metrics(node: &Node, reading: &mut Reading) -> IndexMap<String, Metric> {
    let Some(fields) = Fields::open(node, &["metrics", "units"], reading) else { return IndexMap::new() };
    let Some(node) = fields.get("metrics") else { return IndexMap::new() };
    entries(node, reading, metric)
}

pub fn metric(node: &Node, reading: &mut Reading, span: Span) -> Option<Metric> {
    let fields = Fields::open(node, &["name"], reading)?;
    Some(Metric { name: name(&fields, "name", reading), span })
}

/// The nouns of `metrics.yaml`, which must be known before any value is read.
pub fn nouns(node: &Node, reading: &mut Reading) -> Nouns {
    let mut nouns = Nouns::new();
    let Some((_, units)) = reading.map(node).unwrap_or_default().iter().find(|(key, _)| key.value == "units") else {
        return nouns;
    };
    let forms = entries(units, reading, |node, reading, _| {
        reading.per_lang(node, |reading, node| {
            let fields = Fields::open(node, &["one", "other"], reading)?;
            let one = fields.require("one", reading).and_then(|n| reading.text(n))?.value;
            let other = fields.require("other", reading).and_then(|n| reading.text(n))?.value;
            Some(NounForms { one, other })
        })
    });
    for (id, forms) in forms {
        let form =
            |lang: Lang| forms.get(lang).cloned().unwrap_or_else(|| NounForms { one: id.clone(), other: id.clone() });
        nouns.insert(id.clone(), Lang::ALL.map(form));
    }
    nouns
}
