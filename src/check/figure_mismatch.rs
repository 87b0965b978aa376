//! `figure-mismatch`: the words of a link to a figure say something else than the figure.
//!
//! Why: the text and the data must tell one number: value, unit, scale, bound and direction.
//!
//! Example: `[100 milliards de dollars](figure:amazon-capex-2025)` where the data say `"> 100 billion USD"`: « plus de » is missing. Leave
//! the words out, `[](figure:amazon-capex-2025)`, and the program finds them.

use super::parity::difference_in_words;
use super::subject::linking;
use super::{Lint, Subject};
use crate::diag::Diagnostic;
use crate::model::{Brief, Figure, FigureLink, Level, Passage};
use crate::quantity::parity::{Datum, FindingKind};
use crate::quantity::prose::{Content, Reading};
use rayon::prelude::*;

pub const LINT: Lint = Lint {
    name: "figure-mismatch",
    level: Level::Deny,
    summary: "the words of a link to a figure say something else than the figure",
    run,
};

fn run(subject: &Subject) -> Vec<Diagnostic> {
    let briefs: Vec<&Brief> = subject.site.briefs.values().collect();
    let found: Vec<_> = briefs.par_iter().map(|brief| mismatches(subject, brief)).collect();
    found.into_iter().flatten().collect()
}

fn mismatches(subject: &Subject, brief: &Brief) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for lang in subject.site.config.languages.iter().copied() {
        let mut reader = subject.reader(lang);
        let linking = linking(brief, lang).filter(|prose| prose.links_to_figures());
        for passage in linking.flat_map(|prose| subject.passages(prose, lang, Some(brief))) {
            if !passage.figures.iter().any(|link| link.is_written) {
                continue;
            }
            // The whole passage is read: a verb before the link tells the direction, a number before it the unit.
            let readings = reader.read(&passage.text);
            for link in passage.figures.iter().filter(|link| link.is_written) {
                if let Some(figure) = brief.figures.get(&link.id) {
                    found.extend(mismatch(&passage, link, figure, &readings));
                }
            }
        }
    }
    found
}

fn mismatch(passage: &Passage, link: &FigureLink, figure: &Figure, readings: &[Reading]) -> Option<Diagnostic> {
    let words = passage.text[link.words.clone()].trim();
    let within = |reading: &&Reading| reading.span.start < link.words.end && link.words.start < reading.span.end;
    let numbers = readings.iter().filter(within).filter(|r| matches!(r.content, Content::Number { .. }));
    let data = figure.value.as_ref().map_or_else(|| "n/a".to_owned(), ToString::to_string);
    let finding = |message: String| {
        LINT.finding(link.span, message)
            .related(figure.value_span, format!("`{}` is `{data}` here", link.id))
            .hint(format!("mend the words or the data, or write `[](figure:{})`", link.id))
    };
    let Some(value) = &figure.value else {
        return numbers.clone().next().map(|_| finding(format!("`{words}` tells a number that the data do not have")));
    };
    let datum = Datum::from(value);
    let differences = numbers.map(|reading| datum.difference(reading));
    // What cannot be compared differs in kind.
    let nearest = differences.map(|found| found.unwrap_or_else(|| vec![FindingKind::WrongUnit])).min_by_key(Vec::len);
    match nearest.as_deref() {
        None => Some(finding(format!("`{words}` tells no number to compare with the figure"))),
        Some([]) => None,
        Some([kind, ..]) => {
            Some(finding(format!("`{words}` does not say what the data say: {}", difference_in_words(*kind))))
        }
    }
}
