//! `typography`: something was typed that the typography of the language would not mend.
//!
//! Why: the program sets spaces, quotation marks and apostrophes as the language wants them, but a slip of the hand shows through.
//!
//! Example: two spaces between words; straight quotation marks beside « » or “ ” in one paragraph; in English, a space before `;`, `:`,
//! `!` or `?`.

use super::{Lint, Subject};
use crate::diag::Diagnostic;
use crate::locale::Lang;
use crate::locale::typography::{SlipKind, slips};
use crate::model::{Brief, Edition, Level, Passage};
use rayon::prelude::*;
use std::ops::Range;

pub const LINT: Lint = Lint {
    name: "typography",
    level: Level::Warn,
    summary: "something was typed that the typography of the language would not mend",
    run,
};

fn run(subject: &Subject) -> Vec<Diagnostic> {
    let site = subject.site;
    let briefs =
        site.briefs.values().flat_map(|brief| brief.editions.iter().map(move |edition| (Some(brief), edition)));
    let pages = site.pages.values().flat_map(|page| page.editions.iter().map(|edition| (None, edition)));
    let editions: Vec<_> = briefs.chain(pages).collect();
    let found: Vec<_> =
        editions.par_iter().map(|(brief, (lang, edition))| slips_of(subject, *brief, *lang, edition)).collect();
    found.into_iter().flatten().collect()
}

fn slips_of(subject: &Subject, brief: Option<&Brief>, lang: Lang, edition: &Edition) -> Vec<Diagnostic> {
    let locale = subject.site.config.locale(lang);
    let mut found = Vec::new();
    for passage in subject.texts(edition, lang, brief).all() {
        let mut told = Vec::new();
        for slip in slips(locale, &passage.text, None) {
            // The first of its kind speaks for a paragraph.
            if !told.contains(&slip.kind) {
                told.push(slip.kind);
                found.extend(finding(passage, slip.kind, slip.at));
            }
        }
    }
    found
}

fn finding(passage: &Passage, kind: SlipKind, mut at: Range<usize>) -> Option<Diagnostic> {
    let message = match kind {
        SlipKind::DoubleSpace => "two spaces between words",
        SlipKind::MixedQuotes => "a straight quotation mark beside those of a language",
        SlipKind::SpacedMark => {
            at.end += 1;
            "a space before this mark is French"
        }
    };
    let span = passage.span(at.clone())?;
    // What is not in the file in one piece (a comment or a mark stands between) was not typed so.
    (span.end - span.start == u32::try_from(at.len()).ok()?)
        .then(|| LINT.finding(span, message).hint("`depeche fmt --write` mends this"))
}
