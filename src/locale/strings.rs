//! Interface strings: the words of the templates, by key, in one language.
//!
//! Owns their plurals and placeholders. Where they are kept and how they are read is the caller's.

use super::{Formats, Lang, PluralCategory};
use crate::quantity::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// One interface string as its file has it. `{name}` stands for an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    Plain(String),
    /// A form per CLDR cardinal category; `other` is required. `{n}` stands for the number.
    Plural(Vec<(PluralCategory, String)>),
}

/// The interface strings of one language.
#[derive(Clone, Debug)]
pub struct Strings {
    lang: Lang,
    messages: BTreeMap<String, Message>,
}

/// What is wrong with the string of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StringsError {
    pub key: String,
    pub message: String,
}

impl Strings {
    /// Takes the entries of a strings file in its order; a later file may be laid over with [`Strings::overlay`].
    ///
    /// # Errors
    /// All that is wrong: a key twice, a plural without `other` or with a category twice, a brace without its other, a
    /// placeholder that is no name.
    pub fn parse(lang: Lang, entries: &[(String, Message)]) -> Result<Self, Vec<StringsError>> {
        let mut messages = BTreeMap::new();
        let mut errors = Vec::new();
        for (key, message) in entries {
            let mut report = |message: String| errors.push(StringsError { key: key.clone(), message });
            match message {
                Message::Plain(text) => check_placeholders(text, &mut report),
                Message::Plural(forms) => check_plural(forms, &mut report),
            }
            if messages.insert(key.clone(), message.clone()).is_some() {
                report(format!("the string `{key}` is written twice"));
            }
        }
        if errors.is_empty() { Ok(Self { lang, messages }) } else { Err(errors) }
    }

    /// These strings with those of a site in their place where it has its own.
    #[must_use]
    pub fn overlay(mut self, site: Self) -> Self {
        self.messages.extend(site.messages);
        self
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The keys, in alphabetical order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }

    /// The placeholders of a key's string, in alphabetical order, each once; of a plural, those of all its forms.
    pub fn placeholders(&self, key: &str) -> Vec<&str> {
        let texts: Vec<&String> = match self.messages.get(key) {
            None => return Vec::new(),
            Some(Message::Plain(text)) => vec![text],
            Some(Message::Plural(forms)) => forms.iter().map(|(_, text)| text).collect(),
        };
        let names = texts.iter().flat_map(|text| text.split('{').skip(1).filter_map(|from| from.split('}').next()));
        names.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The string of a key as written; of a plural, its form for `other`.
    pub fn get(&self, key: &str) -> Option<&str> {
        Some(match self.messages.get(key)? {
            Message::Plain(text) => text,
            Message::Plural(forms) => form(forms, PluralCategory::Other),
        })
    }

    /// The string of a key with its placeholders filled in. A placeholder without an argument stays as it is.
    pub fn format(&self, key: &str, args: &[(&str, &str)]) -> Option<String> {
        self.get(key).map(|text| fill(text, args))
    }

    /// The form of a key for a number, `{n}` written by `formats`, with its other placeholders filled in. A string
    /// without plural forms serves every number.
    pub fn plural(&self, formats: &Formats, key: &str, n: Decimal, args: &[(&str, &str)]) -> Option<String> {
        let text = match self.messages.get(key)? {
            Message::Plain(text) => text,
            Message::Plural(forms) => form(forms, formats.plural(n)),
        };
        let number = formats.number(n);
        let mut all = vec![("n", number.as_str())];
        all.extend_from_slice(args);
        Some(fill(text, &all))
    }
}

impl fmt::Display for StringsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for StringsError {}

fn form(forms: &[(PluralCategory, String)], category: PluralCategory) -> &str {
    let find = |wanted| forms.iter().find(|(category, _)| *category == wanted);
    let found = find(category).or_else(|| find(PluralCategory::Other));
    found.map(|(_, text)| text.as_str()).expect("`parse` refuses a plural without `other`")
}

/// Replaces placeholders in one pass: what an argument contains is not read again.
fn fill(text: &str, args: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('{') {
        let (name, after) = from.split_once('}').expect("`parse` refuses a brace without its other");
        out.push_str(before);
        match args.iter().find(|(known, _)| *known == name) {
            Some((_, argument)) => out.push_str(argument),
            None => out.extend(["{", name, "}"]),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

fn check_plural(forms: &[(PluralCategory, String)], report: &mut impl FnMut(String)) {
    for (i, (category, text)) in forms.iter().enumerate() {
        check_placeholders(text, report);
        if forms[..i].iter().any(|(earlier, _)| earlier == category) {
            report("a plural category is written twice".to_owned());
        }
    }
    if !forms.iter().any(|(category, _)| *category == PluralCategory::Other) {
        report("a plural needs a form for `other`".to_owned());
    }
}

fn check_placeholders(text: &str, report: &mut impl FnMut(String)) {
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        if rest[at..].starts_with('}') {
            return report(format!("`}}` without `{{` in `{text}`"));
        }
        let Some((name, after)) = rest[at + 1..].split_once('}') else {
            return report(format!("`{{` without `}}` in `{text}`"));
        };
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b == b'_') {
            return report(format!("`{{{name}}}` is no placeholder: write a name in lower case, such as `{{n}}`"));
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests;
