//! Messages, their faults, and the strings that the program ships.

use super::*;
use crate::locale::{Locale, Nouns};

fn plain(key: &str, text: &str) -> (String, Message) {
    (key.to_owned(), Message::Plain(text.to_owned()))
}

fn plural(key: &str, forms: &[(PluralCategory, &str)]) -> (String, Message) {
    (key.to_owned(), Message::Plural(forms.iter().map(|(category, text)| (*category, (*text).to_owned())).collect()))
}

#[test]
fn fills_placeholders_once() {
    let strings = Strings::parse(Lang::En, &[plain("page-of", "Page {n} of {total}")]).unwrap();
    let format = |args| strings.format("page-of", args).unwrap();
    assert_eq!(format(&[("n", "{total}"), ("total", "3")]), "Page {total} of 3");
    assert_eq!(format(&[("n", "2")]), "Page 2 of {total}");
    assert_eq!(strings.format("home", &[]), None);
}

#[test]
fn a_plural_follows_its_number() {
    let forms = [(PluralCategory::One, "{n} puce de {who}"), (PluralCategory::Other, "{n} puces de {who}")];
    let strings = Strings::parse(Lang::Fr, &[plural("chips", &forms), plain("all", "les {n}")]).unwrap();
    let formats = Formats::new(Locale::FrFr, &Nouns::new());
    let say = |key, n: &str| strings.plural(&formats, key, n.parse().unwrap(), &[("who", "Nvidia")]).unwrap();
    assert_eq!(say("chips", "0"), "0 puce de Nvidia");
    assert_eq!(say("chips", "1.5"), "1,5 puce de Nvidia");
    assert_eq!(say("chips", "1200"), "1\u{202f}200 puces de Nvidia");
    assert_eq!(say("chips", "1000000"), "1\u{202f}000\u{202f}000 puces de Nvidia");
    assert_eq!(say("all", "3"), "les 3");
    assert_eq!(strings.get("chips"), Some("{n} puces de {who}"));
}

#[test]
fn every_fault_is_told_by_key() {
    let faults = |entries: &[(String, Message)]| -> Vec<String> {
        let errors = Strings::parse(Lang::Fr, entries).unwrap_err();
        errors.iter().map(|error| format!("{}: {error}", error.key)).collect()
    };
    assert_eq!(
        faults(&[plain("a", "{n"), plain("b", "n}"), plain("c", "{N}"), plain("d", "ok"), plain("d", "ok")]),
        [
            "a: `{` without `}` in `{n`",
            "b: `}` without `{` in `n}`",
            "c: `{N}` is no placeholder: write a name in lower case, such as `{n}`",
            "d: the string `d` is written twice",
        ]
    );
    let one = PluralCategory::One;
    assert_eq!(
        faults(&[plural("a", &[(one, "x"), (one, "y")])]),
        ["a: a plural category is written twice", "a: a plural needs a form for `other`"]
    );
}

#[test]
fn a_sites_own_string_wins() {
    let parse = |entries: &[_]| Strings::parse(Lang::En, entries).unwrap();
    let strings =
        parse(&[plain("home", "Home"), plain("about", "About")]).overlay(parse(&[plain("home", "Front page")]));
    assert_eq!(strings.get("home"), Some("Front page"));
    assert_eq!(strings.keys().collect::<Vec<_>>(), ["about", "home"]);
}

/// A strings file as the tests read it; the program's own reader is `crate::parse`'s.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Entry {
    Plain(String),
    Plural(BTreeMap<String, String>),
}

fn shipped(lang: Lang, yaml: &str) -> Strings {
    let entries: BTreeMap<String, Entry> = serde_yaml::from_str(yaml).unwrap();
    let category = |name: &str| PluralCategory::get_for_cldr_string(name).unwrap();
    let messages: Vec<_> = entries
        .into_iter()
        .map(|(key, entry)| match entry {
            Entry::Plain(text) => (key, Message::Plain(text)),
            Entry::Plural(forms) => {
                (key, Message::Plural(forms.into_iter().map(|(name, text)| (category(&name), text)).collect()))
            }
        })
        .collect();
    Strings::parse(lang, &messages).unwrap()
}

#[test]
fn the_shipped_strings_match_between_languages() {
    let french = shipped(Lang::Fr, include_str!("../../../templates/strings/fr.yaml"));
    let english = shipped(Lang::En, include_str!("../../../templates/strings/en.yaml"));
    assert_eq!(french.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>());
    for (strings, locales) in [(&french, [Locale::FrFr, Locale::FrCa]), (&english, [Locale::EnUs, Locale::EnGb])] {
        for locale in locales {
            let formats = Formats::new(locale, &Nouns::new());
            for key in strings.keys() {
                let text = strings.get(key).unwrap();
                assert!(!text.is_empty(), "`{key}`");
                assert!(!formats.typeset(text, None).contains(['\'', '"']), "{locale} `{key}` has a straight quote");
            }
        }
    }
    for key in french.keys() {
        assert_eq!(french.placeholders(key), english.placeholders(key), "`{key}`");
    }
}
