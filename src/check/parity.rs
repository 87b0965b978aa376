//! `parity`: two editions of one text tell different numbers or dates.
//!
//! Why: readers of either language must learn the same: every number with its unit, scale, bound and direction, in its place.
//!
//! Example: « 26,3 milliards de dollars » in `fr.md` and "$23.6 billion" in `en.md`; "more than" in one language only; two numbers that
//! have changed places; a link to a figure that the other edition does not have.

use super::{Lint, Subject};
use crate::diag::{Diagnostic, Span};
use crate::locale::Lang;
use crate::model::{Brief, Edition, FigureLink, Level, LocalText, Passage, PerLang};
use crate::quantity::Currency;
use crate::quantity::parity::{Comparison, Finding, FindingKind, compare};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;

pub const LINT: Lint = Lint {
    name: "parity",
    level: Level::Deny,
    summary: "two editions of one text tell different numbers or dates",
    run,
};

fn run(subject: &Subject) -> Vec<Diagnostic> {
    let site = subject.site;
    let pages = site.pages.values().map(|page| (None, &page.editions));
    let briefs = site.briefs.values().map(|brief| (Some(brief), &brief.editions));
    let texts: Vec<(Option<&Brief>, &PerLang<Edition>)> = briefs.chain(pages).collect();
    let found: Vec<_> = texts
        .par_iter()
        .map(|(brief, editions)| {
            let mut found = Vec::new();
            compare_editions(subject, *brief, editions, &mut found);
            if let Some(brief) = brief {
                compare_data(subject, brief, &mut found);
            }
            found
        })
        .collect();
    let mut found: Vec<Diagnostic> = found.into_iter().flatten().collect();
    for source in site.sources.values() {
        compare_labels(subject, &source.title, source.span, &mut found);
    }
    found
}

/// What is said of a difference, after a colon.
pub fn difference_in_words(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::WrongNumber | FindingKind::DataMismatch => "the numbers differ",
        FindingKind::WrongScale => "the scales differ (thousands, millions, billions)",
        FindingKind::WrongUnit => "the units differ",
        FindingKind::WrongCurrency => "the currencies differ",
        FindingKind::WrongDate => "the dates differ",
        FindingKind::WrongYear => "the years differ",
        FindingKind::WrongQuarter => "the quarters differ",
        FindingKind::WrongTicker => "the tickers differ",
        FindingKind::MissingFigure => "one of them does not have it",
        FindingKind::DroppedQualifier => "only one of them has a bound (more than, at least, about)",
        FindingKind::ChangedQualifier => "the bounds differ (more than, at least, about)",
        FindingKind::Direction => "one rises, the other falls",
        FindingKind::Swapped => "two numbers have changed places",
    }
}

fn compare_editions(
    subject: &Subject,
    brief: Option<&Brief>,
    editions: &PerLang<Edition>,
    found: &mut Vec<Diagnostic>,
) {
    let texts = |lang| Some(subject.texts(editions.get(lang)?, lang, brief));
    let (Some(french), Some(english)) = (texts(Lang::Fr), texts(Lang::En)) else { return };
    for (french, english) in french.paired(&english) {
        compare_sections(subject, brief, french, english, found);
    }
}

/// The texts of `data.yaml`: events have places of their own; notes and captions that of their entry.
fn compare_data(subject: &Subject, brief: &Brief, found: &mut Vec<Diagnostic>) {
    for event in &brief.events {
        let passages = |lang| Some(subject.passages(event.text.get(lang)?, lang, Some(brief)));
        if let (Some(french), Some(english)) = (passages(Lang::Fr), passages(Lang::En)) {
            compare_sections(subject, Some(brief), &french, &english, found);
        }
    }
    let figures = brief.figures.values().filter_map(|figure| Some((figure.note.as_ref()?, figure.span)));
    let quotes = brief.quotes.values().map(|quote| (&quote.text, quote.span));
    let sources = brief.sources.values().map(|source| (&source.title, source.span));
    let charts = brief.charts.values().flat_map(|chart| {
        let labels = [Some(&chart.title), chart.subtitle.as_ref(), chart.notes.as_ref()];
        labels.into_iter().flatten().map(|label| (label, chart.span))
    });
    for (label, span) in figures.chain(quotes).chain(sources).chain(charts) {
        compare_labels(subject, label, span, found);
    }
}

fn compare_labels(subject: &Subject, label: &LocalText, span: Span, found: &mut Vec<Diagnostic>) {
    if let LocalText::PerLang(texts) = label
        && let (Some(french), Some(english)) = (texts.get(Lang::Fr), texts.get(Lang::En))
    {
        compare_sections(subject, None, &[Passage::of(french, span)], &[Passage::of(english, span)], found);
    }
}

/// Compares two sections. A link to a figure that is not there is reported as such, and what it would have told is not missed.
fn compare_sections(
    subject: &Subject,
    brief: Option<&Brief>,
    french: &[Passage],
    english: &[Passage],
    found: &mut Vec<Diagnostic>,
) {
    let is_lost = |link: &FigureLink| brief.is_none_or(|brief| !brief.figures.contains_key(&link.id));
    let links = || french.iter().chain(english).flat_map(|passage| &passage.figures);
    if links().any(|link| is_lost(link) && !link.is_written) {
        return;
    }
    let pair = Pair { french: Side::new(french), english: Side::new(english) };
    let dollars = [Lang::Fr, Lang::En].map(|lang| subject.site.config.locale(lang).dollar());
    let findings = pair.compare(dollars);
    if findings.is_empty() && !links().any(is_lost) {
        pair.links(found);
    }
    found.extend(findings.iter().filter_map(|finding| pair.diagnostic(finding)));
}

/// A section in both languages.
struct Pair<'p> {
    french: Side<'p>,
    english: Side<'p>,
}

/// A section in one language: its passages joined into one text, with a blank line between them.
struct Side<'p> {
    passages: &'p [Passage],
    text: String,
    /// Where each passage begins in the text.
    starts: Vec<usize>,
}

impl<'p> Side<'p> {
    fn new(passages: &'p [Passage]) -> Self {
        let mut text = String::new();
        let mut starts = Vec::with_capacity(passages.len());
        for passage in passages {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            starts.push(text.len());
            text.push_str(&passage.text);
        }
        Self { passages, text, starts }
    }

    fn place(&self, range: &Range<usize>) -> Option<Span> {
        let index = self.index(range.start)?;
        let start = self.starts[index];
        self.passages[index].span(range.start - start..range.end - start)
    }

    /// Which passage a byte of the text lies in.
    fn index(&self, at: usize) -> Option<usize> {
        self.starts.partition_point(|start| *start <= at).checked_sub(1)
    }

    /// The counterpart of the other side's passage of this index, where both have as many; otherwise the whole section.
    fn counterpart(&self, index: Option<usize>, other: &Side) -> Option<Span> {
        if self.passages.len() == other.passages.len() {
            return self.passages.get(index?)?.whole();
        }
        let (first, last) = (self.passages.first()?.whole()?, self.passages.last()?.whole()?);
        Some(if first.file == last.file { Span { end: last.end.max(first.start), ..first } } else { first })
    }

    fn ids(&self) -> BTreeSet<&str> {
        self.passages.iter().flat_map(|passage| &passage.figures).map(|link| link.id.as_str()).collect()
    }
}

impl Pair<'_> {
    fn compare(&self, dollars: [Currency; 2]) -> Vec<Finding> {
        let (french, english) = (self.french.text.as_str(), self.english.text.as_str());
        compare(&Comparison { french, english, data: &[], dollars })
    }

    fn diagnostic(&self, finding: &Finding) -> Option<Diagnostic> {
        let words = |side: &Side, range: &Range<usize>| side.text[range.clone()].trim().to_owned();
        let hint = "mend one of them, or put `<!-- depeche-allow: parity | why -->` before the paragraph";
        let diagnostic = match (&finding.french, &finding.english) {
            (Some(fr), Some(en)) => {
                let (left, right) = (words(&self.french, fr), words(&self.english, en));
                let message = format!("`{left}` is not `{right}`: {}", difference_in_words(finding.kind));
                LINT.finding(self.french.place(fr)?, message).related(self.english.place(en)?, "in English")
            }
            (Some(fr), None) => Self::missing(&self.french, fr, &self.english, "English")?,
            (None, Some(en)) => Self::missing(&self.english, en, &self.french, "French")?,
            (None, None) => return None,
        };
        Some(diagnostic.hint(hint))
    }

    /// A number of `side` that the other does not have.
    fn missing(side: &Side, range: &Range<usize>, other: &Side, language: &str) -> Option<Diagnostic> {
        let message = format!("`{}` is not in the {language} text", side.text[range.clone()].trim());
        let finding = LINT.finding(side.place(range)?, message);
        Some(with_place(finding, other.counterpart(side.index(range.start), side)))
    }

    /// Reports figures that only one language links to.
    fn links(&self, found: &mut Vec<Diagnostic>) {
        let (french, english) = (self.french.ids(), self.english.ids());
        let sides = [
            (&self.french, french.difference(&english), &self.english, "English"),
            (&self.english, english.difference(&french), &self.french, "French"),
        ];
        for (side, ids, other, language) in sides {
            for id in ids {
                let mut links =
                    side.passages.iter().enumerate().flat_map(|(i, p)| p.figures.iter().map(move |l| (i, l)));
                let Some((index, link)) = links.find(|(_, link)| link.id == **id) else { continue };
                let message = format!("the {language} text has no link to the figure `{id}`");
                let finding = with_place(LINT.finding(link.span, message), other.counterpart(Some(index), side));
                found.push(finding.hint("link to the same figures in both languages"));
            }
        }
    }
}

fn with_place(finding: Diagnostic, place: Option<Span>) -> Diagnostic {
    match place {
        Some(span) => finding.related(span, "in this text"),
        None => finding,
    }
}
