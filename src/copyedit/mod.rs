//! Copy-editing: the typography of a language, written into the source of an edition.
//!
//! Owns which bytes of a Markdown file may change: those of its prose. Front matter beside the texts, code, HTML, addresses, labels
//! and every mark of Markdown stay as they are, and a change that would make other Markdown of a text is not made. Which typography
//! there is belongs to `crate::locale`; files are the caller's.

mod prose;
#[cfg(test)]
mod tests;

use crate::locale::Locale;
use crate::locale::typography::{self, Slip};
use crate::parse::{self, SourceText};
use prose::Prose;
use std::ops::Range;

/// How a site writes the language of an edition.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    pub locale: Locale,
    /// Whether HTML in Markdown is HTML; otherwise it is shown as text.
    pub allow_html: bool,
}

/// A piece of a text that is written otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    at: Range<usize>,
    with: String,
}

/// What is done to a text, one after the other: setting it expects that its slips are mended.
#[derive(Clone, Copy, Debug)]
enum Step {
    Mend,
    Set,
}

impl Step {
    fn changes(self, locale: Locale, text: &str, before: Option<char>) -> Vec<Change> {
        let mended = |Slip { kind, at }: Slip| Some(Change { at, with: kind.mended()?.to_owned() });
        match self {
            Self::Mend => typography::slips(locale, text, before).into_iter().filter_map(mended).collect(),
            Self::Set => {
                let edits = typography::edits(locale, text, before).into_iter();
                edits.map(|edit| Change { at: edit.at, with: edit.with.to_owned() }).collect()
            }
        }
    }
}

/// The text of a Markdown file with the typography of its language; `None` where its front matter cannot be read. What was written so
/// comes back as it is.
pub fn edition(file: &str, manner: Manner) -> Option<String> {
    step(&step(file, Step::Mend, manner)?, Step::Set, manner)
}

fn step(file: &str, step: Step, manner: Manner) -> Option<String> {
    let texts = parse::texts(file)?;
    let changes: Vec<Vec<Change>> = texts.iter().map(|text| changes(file, text, step, manner)).collect();
    let in_file = |(text, changes): (&SourceText, &Vec<Change>)| {
        let place = |change: &Change| Change { at: text.in_file(change.at.clone()), with: change.with.clone() };
        changes.iter().map(place).collect::<Vec<_>>()
    };
    let edited = apply(file, &texts.iter().zip(&changes).flat_map(in_file).collect::<Vec<_>>());
    let intended = texts.iter().zip(&changes).map(|(text, changes)| apply(&text.text, changes));
    let read = parse::texts(&edited);
    let is_intended = read.is_some_and(|read| read.into_iter().map(|text| text.text).eq(intended));
    if is_intended {
        return Some(edited);
    }
    // YAML that would say something else stays as it was: then the body alone is edited.
    Some(apply(file, &in_file((texts.last()?, changes.last()?))))
}

/// The changes of one text, in its bytes.
fn changes(file: &str, text: &SourceText, step: Step, manner: Manner) -> Vec<Change> {
    let is_on_a_line = |change: &Change| !file[text.in_file(change.at.clone())].contains('\n');
    if text.is_markdown {
        Prose::read(&text.text, step, manner).changes(&is_on_a_line)
    } else {
        step.changes(manner.locale, &text.text, None).into_iter().filter(is_on_a_line).collect()
    }
}

/// The text with changes made, which stand in order.
fn apply(text: &str, changes: &[Change]) -> String {
    let mut out = String::with_capacity(text.len() + 3 * changes.len());
    let mut done = 0;
    for change in changes {
        out.push_str(&text[done..change.at.start]);
        out.push_str(&change.with);
        done = change.at.end;
    }
    out.push_str(&text[done..]);
    out
}
