//! `typography`: something was typed that the typography of the language would not mend.
//!
//! Why: the program sets spaces, quotation marks and apostrophes as the language wants them, but a slip of the hand shows through.
//!
//! Example: two spaces between words; straight quotation marks beside « » or “ ” in one paragraph; in English, a space before `;`, `:`,
//! `!` or `?`.

use super::{Lint, Subject};
use crate::diag::Diagnostic;
use crate::locale::Lang;
use crate::model::{Level, Passage};
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
    let mut found = Vec::new();
    for (brief, (lang, edition)) in briefs.chain(pages) {
        for passage in subject.texts(edition, lang, brief).all() {
            found.extend(slips(&passage.text, lang).iter().filter_map(|slip| finding(passage, slip)));
        }
    }
    found
}

struct Slip {
    at: Range<usize>,
    message: &'static str,
    hint: &'static str,
}

fn finding(passage: &Passage, slip: &Slip) -> Option<Diagnostic> {
    let span = passage.span(slip.at.clone())?;
    // What is not in the file in one piece (a comment or a mark stands between) was not typed so.
    (span.end - span.start == u32::try_from(slip.at.len()).ok()?)
        .then(|| LINT.finding(span, slip.message).hint(slip.hint))
}

fn slips(text: &str, lang: Lang) -> Vec<Slip> {
    [double_space(text), mixed_quotes(text), spaced_mark(text, lang)].into_iter().flatten().collect()
}

/// Two spaces between words. Line breaks are one space here.
fn double_space(text: &str) -> Option<Slip> {
    let at = text.find("  ")?;
    let end = at + text[at..].len() - text[at..].trim_start_matches(' ').len();
    let is_between = !text[..at].trim().is_empty() && !text[end..].trim().is_empty();
    is_between.then_some(Slip { at: at..end, message: "two spaces between words", hint: "keep one" })
}

/// A straight quotation mark where the author also typed those of a language. After a digit it is a sign for inches.
fn mixed_quotes(text: &str) -> Option<Slip> {
    let at =
        text.match_indices('"').map(|(at, _)| at).find(|at| !text[..*at].ends_with(|c: char| c.is_ascii_digit()))?;
    text.find(['«', '»', '“', '”'])?;
    let message = "a straight quotation mark beside those of a language";
    Some(Slip { at: at..at + 1, message, hint: "use one kind in a paragraph" })
}

/// The French space before a mark, in English. A smiley or a mark of its own is none.
fn spaced_mark(text: &str, lang: Lang) -> Option<Slip> {
    if lang != Lang::En {
        return None;
    }
    let bytes = text.as_bytes();
    let is_slip = |at: usize| {
        let follows = bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace);
        let word = text[..at].trim_end_matches([' ', '\u{a0}', '\u{202f}']);
        follows && word.len() < at && word.ends_with(char::is_alphanumeric)
    };
    let mut marks = bytes.iter().enumerate().filter(|(_, byte)| matches!(byte, b';' | b':' | b'!' | b'?'));
    let (at, _) = marks.find(|(at, _)| is_slip(*at))?;
    let start = text[..at].trim_end_matches([' ', '\u{a0}', '\u{202f}']).len();
    Some(Slip { at: start..at + 1, message: "a space before this mark is French", hint: "leave the space out" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, lang: Lang, expect: &[&str]) {
        let found: Vec<&str> = slips(text, lang).into_iter().map(|slip| &text[slip.at]).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn slips_of_the_hand() {
        check("One  two.", Lang::En, &["  "]);
        check("« Un \"deux\" »", Lang::Fr, &["\""]);
        check("Really ? Yes ; no.", Lang::En, &[" ?"]);
        check("Never\u{a0}!", Lang::En, &["\u{a0}!"]);
    }

    #[test]
    fn what_is_right_or_is_mended_is_left_alone() {
        check("Un ? Deux ; trois : « quatre » !", Lang::Fr, &[]);
        check("He said \"no\": never. ", Lang::En, &[]);
        check("A “27\" screen” :) at 10:30", Lang::En, &[]);
    }
}
