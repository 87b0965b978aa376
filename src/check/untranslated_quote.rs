//! `untranslated-quote`: a quotation stands in the words of its original under another language.
//!
//! Why: the page says that a quotation in another language than its original is a translation; the words must be one.
//!
//! Example: a quotation with `language: en` whose `text` is one English string on a site in French and English, or whose `fr` text
//! repeats the `en` one. Give its translation under `fr:`.

use super::{Lint, Subject};
use crate::diag::Diagnostic;
use crate::model::{Level, LocalText, Quote};

pub const LINT: Lint = Lint {
    name: "untranslated-quote",
    level: Level::Warn,
    summary: "a quotation stands in the words of its original under another language",
    run,
};

fn run(subject: &Subject) -> Vec<Diagnostic> {
    let languages = &subject.site.config.languages;
    let quotes = subject.site.briefs.values().flat_map(|brief| &brief.quotes);
    let untranslated = |quote: &Quote| {
        let original = quote.text.get(quote.language);
        let other = languages.iter().copied().filter(|lang| *lang != quote.language);
        // What is said in one number or name is the same in every language.
        let has_words = original.split_whitespace().count() > 2;
        let is_same = |lang| matches!(quote.text, LocalText::Same(_)) || quote.text.get(lang) == original;
        let mut same = other.filter(|lang| has_words && !original.is_empty() && is_same(*lang));
        same.next()
    };
    quotes
        .filter_map(|(id, quote)| {
            let lang = untranslated(quote)?;
            let message = format!("readers of `{lang}` get the words of `{id}` in `{}`", quote.language);
            Some(
                LINT.finding(quote.span, message)
                    .hint(format!("write `text` as a map, with a translation under `{lang}:`")),
            )
        })
        .collect()
}
