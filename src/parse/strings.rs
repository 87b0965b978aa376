//! Reads the interface strings of `templates/strings/`: a message a key, plain or by CLDR plural category.

use super::fields::Reading;
use super::yaml::{self, Kind, Node};
use crate::diag::{Diagnostic, FileId, suggestion};
use crate::locale::{Lang, Message, PluralCategory, Strings};
use crate::model::{PerLang, Sources};

const CATEGORIES: &[(&str, PluralCategory)] = &[
    ("zero", PluralCategory::Zero),
    ("one", PluralCategory::One),
    ("two", PluralCategory::Two),
    ("few", PluralCategory::Few),
    ("many", PluralCategory::Many),
    ("other", PluralCategory::Other),
];

/// The strings of every language that the program writes.
pub fn read(sources: &Sources) -> (PerLang<Strings>, Vec<Diagnostic>) {
    let mut all = PerLang::default();
    let mut reading = Reading { diagnostics: vec![], languages: &Lang::ALL, nouns: &|_| false };
    for (language, file) in &sources.strings {
        let Ok(lang) = language.parse::<Lang>() else {
            let span = crate::diag::Span::new(*file, 0, 0);
            let mut error = Diagnostic::error(
                "unknown-language",
                span,
                format!("`{language}` is no language that the program writes"),
            );
            error.hint = suggestion(language, Lang::ALL.map(Lang::tag));
            reading.diagnostics.push(error);
            continue;
        };
        if let Some(strings) = language_strings(lang, *file, sources.files.text(*file), &mut reading) {
            all.insert(lang, strings);
        }
    }
    (all, reading.diagnostics)
}

fn language_strings(lang: Lang, file: FileId, text: &str, reading: &mut Reading) -> Option<Strings> {
    let node = yaml::read(text, file, 0).map_err(|e| reading.diagnostics.push(e)).ok()?;
    let entries = reading.map(&node)?;
    let messages: Vec<_> =
        entries.iter().filter_map(|(key, node)| Some((key.value.clone(), message(node, reading)?))).collect();
    match Strings::parse(lang, &messages) {
        Ok(strings) => Some(strings),
        Err(errors) => {
            for error in errors {
                let span = entries.iter().find(|(key, _)| key.value == error.key).map(|(key, _)| key.span);
                reading.diagnostics.push(
                    Diagnostic::error("interface-string", span, error.message)
                        .hint("placeholders are written `{name}`"),
                );
            }
            None
        }
    }
}

fn message(node: &Node, reading: &mut Reading) -> Option<Message> {
    match &node.kind {
        Kind::Scalar { .. } => reading.text(node).map(|text| Message::Plain(text.value)),
        _ => {
            let mut forms = Vec::new();
            for (key, node) in reading.map(node)? {
                let Some((_, category)) = CATEGORIES.iter().find(|(word, _)| *word == key.value) else {
                    let mut error =
                        Diagnostic::error("unknown-key", key.span, format!("`{}` is no plural category", key.value));
                    error.hint = suggestion(&key.value, CATEGORIES.iter().map(|(word, _)| *word));
                    reading.diagnostics.push(error);
                    continue;
                };
                forms.push((*category, reading.text(node)?.value));
            }
            Some(Message::Plural(forms))
        }
    }
}
