//! Reads the interface strings of `templates/strings/`: a message a key, plain or by CLDR plural category.

use super::fields::Reading;
use super::yaml::{self, Kind, Node};
use crate::diag::{Diagnostic, FileId, Spanned, suggestion};
use crate::locale::{Lang, Message, Nouns, PluralCategory, Strings};
use crate::model::{PerLang, Sources};

const CATEGORIES: &[(&str, PluralCategory)] = &[
    ("zero", PluralCategory::Zero),
    ("one", PluralCategory::One),
    ("two", PluralCategory::Two),
    ("few", PluralCategory::Few),
    ("many", PluralCategory::Many),
    ("other", PluralCategory::Other),
];

/// The strings of every language that the program writes. A site's file is laid over the built-in one of its language, so that it
/// holds only what it says in other words, and strings of the site's own templates.
pub fn read(sources: &Sources) -> (PerLang<Strings>, Vec<Diagnostic>) {
    let mut all = PerLang::default();
    let nouns = Nouns::new();
    let mut reading = Reading::new(&Lang::ALL, &nouns);
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
        // Built-in files are the first of their path.
        let builtin = sources.files.find(sources.files.path(*file)).filter(|builtin| builtin != file);
        let builtin = builtin.and_then(|file| language_strings(lang, file, sources, None, &mut reading));
        let own = language_strings(lang, *file, sources, builtin.as_ref(), &mut reading);
        let strings = match (builtin, own) {
            (Some(builtin), Some(own)) => Some(builtin.overlay(own)),
            (builtin, own) => own.or(builtin),
        };
        if let Some(strings) = strings {
            all.insert(lang, strings);
        }
    }
    (all, reading.diagnostics)
}

fn language_strings(
    lang: Lang,
    file: FileId,
    sources: &Sources,
    builtin: Option<&Strings>,
    reading: &mut Reading,
) -> Option<Strings> {
    let node = yaml::read(sources.files.text(file), file, 0).map_err(|e| reading.diagnostics.push(e)).ok()?;
    let entries = reading.map(&node)?;
    let messages: Vec<_> =
        entries.iter().filter_map(|(key, node)| Some((key.value.clone(), message(node, reading)?))).collect();
    match Strings::parse(lang, &messages) {
        Ok(strings) => {
            let keys = entries.iter().map(|(key, _)| key);
            keys.for_each(|key| unfilled(key, &strings, builtin, reading));
            Some(strings)
        }
        Err(errors) => {
            for error in errors {
                let span = entries.iter().find(|(key, _)| key.value == error.key).map(|(key, _)| key.span);
                let hint = if error.message.contains("plural") {
                    "write `{one: …, other: …}`, with the plural categories of the language"
                } else {
                    "placeholders are written `{name}`"
                };
                reading.diagnostics.push(Diagnostic::error("interface-string", span, error.message).hint(hint));
            }
            None
        }
    }
}

/// Reports placeholders that pages do not fill, since those of the built-in string are all they know.
fn unfilled(key: &Spanned<String>, own: &Strings, builtin: Option<&Strings>, reading: &mut Reading) {
    let Some(builtin) = builtin.filter(|builtin| builtin.get(&key.value).is_some()) else { return };
    let known = builtin.placeholders(&key.value);
    // A page that shows a plural passes its number.
    for name in own.placeholders(&key.value).into_iter().filter(|name| !known.contains(name) && *name != "n") {
        let message = format!("pages do not fill the placeholder `{{{name}}}` of this string");
        let hint = suggestion(name, known.iter().copied()).unwrap_or_else(|| "this string takes none".to_owned());
        reading.diagnostics.push(Diagnostic::error("interface-string", key.span, message).hint(hint));
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
