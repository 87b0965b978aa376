//! `stale-translation`: a paragraph has changed since it was translated.
//!
//! Why: the translation still says what the original no longer does.
//!
//! Example: `en.md` holds `translated_from: {fr: […]}`, written by `depeche translate --mark fr en`, and the second paragraph of `fr.md`
//! was edited since. Mend the translation and run the command again. The marks are made from the words alone: a new
//! copy of the files, longer lines or other typography change nothing.

use super::{Lint, Subject};
use crate::diag::{Diagnostic, Span};
use crate::locale::Lang;
use crate::model::{Brief, Edition, Level, Passage, SourceMark};
use std::collections::BTreeMap;
use std::fmt;

pub const LINT: Lint = Lint {
    name: "stale-translation",
    level: Level::Warn,
    summary: "a paragraph has changed since it was translated",
    run,
};

/// The marks of an edition's paragraphs: title, summary, takeaways, body.
pub fn marks(subject: &Subject, edition: &Edition, lang: Lang, brief: Option<&Brief>) -> Vec<String> {
    paragraphs(subject, edition, lang, brief).into_iter().map(|paragraph| paragraph.mark).collect()
}

fn run(subject: &Subject) -> Vec<Diagnostic> {
    let site = subject.site;
    let briefs = site.briefs.values().map(|brief| (Some(brief), &brief.editions));
    let pages = site.pages.values().map(|page| (None, &page.editions));
    let mut found = Vec::new();
    for (brief, editions) in briefs.chain(pages) {
        for (lang, edition) in editions.iter() {
            let Some(mark) = &edition.translated_from else { continue };
            let Some(source) = editions.get(mark.lang).filter(|_| mark.lang != lang) else { continue };
            let source = paragraphs(subject, source, mark.lang, brief);
            let translation = paragraphs(subject, edition, lang, brief);
            found.extend(stale(mark, &source, &translation));
        }
    }
    found
}

/// A paragraph of an edition, as it is now.
struct Paragraph {
    name: Name,
    mark: String,
    span: Option<Span>,
}

#[derive(Clone, Copy)]
enum Name {
    Title,
    Summary,
    Takeaway(usize),
    Body(usize),
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title => f.write_str("the title"),
            Self::Summary => f.write_str("the summary"),
            Self::Takeaway(n) => write!(f, "takeaway {n}"),
            Self::Body(n) => write!(f, "paragraph {n}"),
        }
    }
}

fn paragraphs(subject: &Subject, edition: &Edition, lang: Lang, brief: Option<&Brief>) -> Vec<Paragraph> {
    let texts = subject.texts(edition, lang, brief);
    let paragraph = |name, passage: &Passage| Paragraph { name, mark: mark(passage), span: passage.whole() };
    let mut found = vec![paragraph(Name::Title, &texts.title)];
    found.extend(texts.summary.iter().map(|passage| paragraph(Name::Summary, passage)));
    found.extend(texts.takeaways.iter().zip(1..).map(|(passage, n)| paragraph(Name::Takeaway(n), passage)));
    found.extend(texts.body.iter().zip(1..).map(|(passage, n)| paragraph(Name::Body(n), passage)));
    found
}

/// Thirty-two bits of the BLAKE3 hash of a passage's words, as eight letters from a to p: no YAML reader takes them for a number.
fn mark(passage: &Passage) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut at = 0;
    // Words that the program finds change with the data, which both editions share: the figure's name stands for them.
    for link in passage.figures.iter().filter(|link| !link.is_written) {
        update(&mut hasher, &passage.text[at..link.words.start]);
        update(&mut hasher, &link.id);
        at = link.words.end;
    }
    update(&mut hasher, &passage.text[at..]);
    let nibbles =
        hasher.finalize().as_bytes().iter().take(4).flat_map(|byte| [byte >> 4, byte & 15]).collect::<Vec<_>>();
    nibbles.into_iter().map(|nibble| char::from(b'a' + nibble)).collect()
}

/// Takes the text without its spaces and with plain marks: what typography changes is no change of the text.
fn update(hasher: &mut blake3::Hasher, text: &str) {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '«' | '»' | '“' | '”' => plain.push('"'),
            '‘' | '’' => plain.push('\''),
            '–' | '—' => plain.push_str("--"),
            '…' => plain.push_str("..."),
            _ => plain.push(c),
        }
    }
    hasher.update(plain.as_bytes());
    hasher.update(b" ");
}

/// Compares what was translated with what there is to translate now.
fn stale(mark: &SourceMark, source: &[Paragraph], translation: &[Paragraph]) -> Vec<Diagnostic> {
    let old = &mark.paragraphs;
    let same = |a: &String, b: &Paragraph| *a == b.mark;
    let head = old.iter().zip(source).take_while(|(a, b)| same(a, b)).count();
    let tail = old[head..].iter().rev().zip(source[head..].iter().rev()).take_while(|(a, b)| same(a, b)).count();
    let (before, now) = (&old[head..old.len() - tail], &source[head..source.len() - tail]);
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for mark in before {
        *known.entry(mark).or_default() += 1;
    }
    let mut is_known = |mark: &str| known.get_mut(mark).filter(|n| **n > 0).map(|n| *n -= 1).is_some();
    let changed: Vec<&Paragraph> = now.iter().filter(|paragraph| !is_known(&paragraph.mark)).collect();
    let gone: Vec<usize> = (head..old.len() - tail)
        .filter(|at| known.get_mut(old[*at].as_str()).filter(|n| **n > 0).map(|n| *n -= 1).is_some())
        .collect();
    // The translation has as many paragraphs as its source had: then each has its place.
    let place = |at: usize| translation.get(at).filter(|_| translation.len() == old.len()).and_then(|p| p.span);
    let hint = format!("mend the translation, then run `depeche translate --mark {} …`", mark.lang);
    let finding = |at: Option<usize>, message: String| {
        let span = at.and_then(place).unwrap_or(mark.span);
        LINT.finding(span, message).hint(hint.clone())
    };
    let mut found = Vec::new();
    for (i, paragraph) in changed.iter().enumerate() {
        let (verb, at) = if i < gone.len() { ("has changed", gone.get(i)) } else { ("is new", None) };
        let message = format!("{} of the edition in `{}` {verb} since this was translated", paragraph.name, mark.lang);
        let finding = finding(at.copied(), message);
        found.push(match paragraph.span {
            Some(span) => finding.related(span, "as it is now"),
            None => finding,
        });
    }
    let after = source.get(head).or(source.last()).and_then(|paragraph| paragraph.span);
    for at in gone.into_iter().skip(changed.len()) {
        let message = format!("what this was translated from is gone from the edition in `{}`", mark.lang);
        let finding = finding(Some(at), message);
        found.extend(Some(match after {
            Some(span) => finding.related(span, "it stood near here"),
            None => finding,
        }));
    }
    if found.is_empty()
        && let Some(first) = now.first().and_then(|paragraph| paragraph.span)
    {
        let message = format!("the paragraphs of the edition in `{}` stand in another order now", mark.lang);
        found.push(finding(Some(head), message).related(first, "from here on"));
    }
    found
}
