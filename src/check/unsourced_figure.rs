//! `unsourced-figure`: a number in prose that no figure carries.
//!
//! Why: every number that a reader sees leads to its source, which a bare one does not.
//!
//! Example: `Amazon spent $26.3 billion` in a brief. Write `Amazon spent [$26.3 billion](figure:amazon-capex-q4-2024)`. A title takes no
//! links: its numbers must be those of figures. Dates, years, ranks, tickers and numbers up to twelve in words need no source, nor do
//! standing pages.

use super::subject::linking;
use super::{Lint, Subject};
use crate::diag::Diagnostic;
use crate::model::{Brief, Level, Passage};
use crate::quantity::Decimal;
use crate::quantity::parity::Datum;
use crate::quantity::prose::{Content, Kind, Measure, Reading};
use rayon::prelude::*;

pub const LINT: Lint =
    Lint { name: "unsourced-figure", level: Level::Warn, summary: "a number in prose that no figure carries", run };

fn run(subject: &Subject) -> Vec<Diagnostic> {
    let briefs: Vec<&Brief> = subject.site.briefs.values().collect();
    let found: Vec<_> = briefs.par_iter().map(|brief| unsourced(subject, brief)).collect();
    found.into_iter().flatten().collect()
}

fn unsourced(subject: &Subject, brief: &Brief) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (lang, edition) in brief.editions.iter() {
        let mut reader = subject.reader(lang);
        let title = Passage::of(&edition.title.value, edition.title.span);
        for reading in reader.read(&title.text).iter().filter(|reading| needs_source(reading, &title.text)) {
            if !is_told(brief, reading) {
                let hint = "add the figure to `data.yaml`, or leave the number out of the title";
                found.extend(finding(&title, reading, hint));
            }
        }
        for passage in linking(brief, lang).flat_map(|prose| subject.passages(prose, lang, Some(brief))) {
            let linked = |reading: &Reading| {
                passage
                    .figures
                    .iter()
                    .any(|link| reading.span.start < link.words.end && link.words.start < reading.span.end)
            };
            let readings = reader.read(&passage.text);
            let bare = readings.iter().filter(|reading| needs_source(reading, &passage.text) && !linked(reading));
            let hint = "add it to `figures:` in `data.yaml` and write `[words](figure:id)`";
            found.extend(bare.filter_map(|reading| finding(&passage, reading, hint)));
        }
    }
    found
}

fn finding(passage: &Passage, reading: &Reading, hint: &str) -> Option<Diagnostic> {
    let words = passage.text[reading.span.clone()].trim();
    let message = format!("no figure carries `{words}`");
    Some(LINT.finding(passage.span(reading.span.clone())?, message).hint(hint))
}

/// Numbers up to twelve in words count rather than measure.
fn needs_source(reading: &Reading, text: &str) -> bool {
    match (reading.kind, &reading.content) {
        (Kind::Ordinal, _) | (_, Content::Time(_) | Content::Ticker(_)) => false,
        (_, Content::Number { high, unit: Measure::None, .. }) => {
            let has_digits = text[reading.span.clone()].bytes().any(|byte| byte.is_ascii_digit());
            has_digits || *high > Decimal::from(12)
        }
        (_, Content::Number { .. }) => true,
    }
}

/// Whether a figure of the brief says the same.
fn is_told(brief: &Brief, reading: &Reading) -> bool {
    let values = brief.figures.values().filter_map(|figure| figure.value.as_ref());
    values.map(Datum::from).any(|datum| datum.difference(reading).is_some_and(|difference| difference.is_empty()))
}
