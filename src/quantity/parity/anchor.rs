//! What figures belong to, as far as both languages write it alike: names, cognates, years, and the words of comparison.
//!
//! Owns the search for such anchors around two figures; the verdict is `swap`'s.

use super::concepts::translations;
use super::pair::Pair;
use super::text::Text;
use crate::quantity::prose::{Kind, Reading};

/// A place that both texts share, in bytes of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Anchor {
    pub left: usize,
    pub right: usize,
}

/// How far around the figures anchors are looked for, in bytes.
const REACH: usize = 160;

/// How many pairs before and behind two others may be anchors.
const PAIRS: usize = 64;

/// The anchors around the figures of two pairs: other pairs of figures, and words that both texts have.
pub(super) fn shared(left: &Text<'_>, right: &Text<'_>, pairs: &[Pair], i: usize, j: usize) -> Vec<Anchor> {
    let mut anchors: Vec<Anchor> = pairs
        .iter()
        .enumerate()
        .take(i.max(j) + PAIRS)
        .skip(i.min(j).saturating_sub(PAIRS))
        .filter(|(at, pair)| *at != i && *at != j && pair.difference.is_empty())
        .map(|(_, pair)| Anchor {
            left: left.readings[pair.left].span.start,
            right: right.readings[pair.right].span.start,
        })
        .collect();
    let french = near(left, pairs[i].left, pairs[j].left);
    let english = near(right, pairs[i].right, pairs[j].right);
    let mut taken = vec![false; english.len()];
    for (place, word) in french {
        let known: Vec<&str> = translations(word).collect();
        let found = english.iter().enumerate().position(|(at, (_, other))| !taken[at] && are_one(word, other, &known));
        if let Some(at) = found {
            taken[at] = true;
            anchors.push(Anchor { left: *place, right: english[at].0 });
        }
    }
    anchors
}

/// The words around two figures and between them.
fn near<'t>(text: &'t Text<'_>, a: usize, b: usize) -> &'t [(usize, String)] {
    let (first, last) = (&text.readings[a.min(b)].span, &text.readings[a.max(b)].span);
    text.words_between(first.start.saturating_sub(REACH), last.end + REACH)
}

/// The words of a text that are no figures, folded to plain lower-case letters, with their places.
pub(super) fn words(text: &Text<'_>) -> Vec<(usize, String)> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in text.source.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let place = at;
        at += word.len();
        let folded: String = word.chars().filter(|c| c.is_alphabetic()).map(plain).collect();
        if folded.len() >= 3 && !text.is_in_figure(place) {
            words.push((place, folded));
        }
    }
    words
}

/// A letter without its accent, in lower case.
fn plain(c: char) -> char {
    match c.to_lowercase().next().unwrap_or(c) {
        'à' | 'â' | 'ä' | 'á' | 'ã' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        c => c,
    }
}

/// Whether a French and an English word are one name, cognates, or a translation that is `known`.
fn are_one(french: &str, english: &str, known: &[&str]) -> bool {
    if french == english {
        return french.len() > 3 || french.chars().count() == 3;
    }
    let common = french.bytes().zip(english.bytes()).take_while(|(a, b)| a == b).count();
    let shorter = french.len().min(english.len());
    if common >= 4 && common * 5 >= shorter * 3 || common >= 5 && common * 5 >= shorter * 2 {
        return true;
    }
    if common >= 3 && shorter <= 6 && common * 2 >= french.len().max(english.len()) {
        return true;
    }
    known.iter().any(|translation| english.starts_with(translation))
}

/// What the words next to a figure make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// The level compared with: "contre", "from".
    Base,
    /// A part of the other figure: "dont", "including".
    Part,
    /// The level reached: "à", "to".
    Target,
    /// What was forecast.
    Expected,
    /// What is added to the other figure: "deux autres", "two more".
    Added,
}

/// Whether the words of comparison give both figures the same standing in both texts (positive), or exchange them
/// (negative); zero where they tell nothing.
pub(super) fn role_balance(left: &Text<'_>, right: &Text<'_>, p: &Pair, q: &Pair) -> i32 {
    let [a, b] = [p, q].map(|pair| standing(left, pair.left, FRENCH));
    let [c, d] = [p, q].map(|pair| standing(right, pair.right, ENGLISH));
    for role in [Standing::Expected, Standing::Base, Standing::Part, Standing::Target, Standing::Added] {
        // Which of the two has the role, where only one has it.
        let bearer = |x: Option<Standing>, y: Option<Standing>| match (x == Some(role), y == Some(role)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        };
        if let (Some(left), Some(right)) = (bearer(a, b), bearer(c, d)) {
            return if left == right { 1 } else { -1 };
        }
    }
    0
}

/// Whether both figures have the same times in both texts (positive), or exchange them (negative); zero where the words
/// tie no time, or the same one, to both.
pub(super) fn time_balance(left: &Text<'_>, right: &Text<'_>, pairs: &[Pair], i: usize, j: usize) -> i32 {
    let first = i.min(j).saturating_sub(PAIRS);
    let near = &pairs[first..pairs.len().min(i.max(j) + PAIRS)];
    let side = |text: &Text<'_>, of: fn(&Pair) -> usize| {
        let tied = |pair: &Pair| {
            if text.readings[of(pair)].when().is_some() {
                return near.iter().position(|other| time_of(text, of(other)) == Some(of(pair)));
            }
            let time = time_of(text, of(pair))?;
            near.iter().position(|other| of(other) == time)
        };
        (tied(&pairs[i]), tied(&pairs[j]))
    };
    match (side(left, |pair| pair.left), side(right, |pair| pair.right)) {
        ((a, b), (c, d)) if a != b && (a, b) == (c, d) => 1,
        ((a, b), (c, d)) if a != b && (a, b) == (d, c) => -1,
        _ => 0,
    }
}

/// The time that a figure is tied to: behind it ("25 sites in 2019"), or at the head of its sentence.
fn time_of(text: &Text<'_>, at: usize) -> Option<usize> {
    let reading = &text.readings[at];
    let is_time = |other: &Reading| other.when().is_some() && other.sentence == reading.sentence;
    if reading.when().is_some() {
        return None;
    }
    if let Some(next) = text.readings.get(at + 1).filter(|next| is_time(next)) {
        let between = &text.source[reading.span.end..next.span.start];
        let words = || between.split_whitespace();
        let linked =
            words().last().is_some_and(|word| matches!(word, "en" | "in" | "for" | "pour" | "de" | "of" | "au"));
        let parted = words().any(|word| matches!(word, "et" | "and" | "contre" | "against" | "from"));
        if linked && !parted && words().count() <= 4 && !between.contains([',', ';']) {
            return Some(at + 1);
        }
    }
    let before = text.readings[..at].iter().rev().take(PAIRS).take_while(|other| other.sentence == reading.sentence);
    let first = at - before.count();
    (first < at && is_time(&text.readings[first])).then_some(first)
}

const FRENCH: &[(&str, Standing)] = &[
    ("contre", Standing::Base),
    ("après", Standing::Base),
    ("dont", Standing::Part),
    ("parmi", Standing::Part),
    ("à", Standing::Target),
];
const ENGLISH: &[(&str, Standing)] = &[
    ("from", Standing::Base),
    ("against", Standing::Base),
    ("with", Standing::Base),
    ("versus", Standing::Base),
    ("after", Standing::Base),
    ("including", Standing::Part),
    ("which", Standing::Part),
    ("to", Standing::Target),
];

/// How far from a figure the words of its clause are looked at, in bytes.
const CLAUSE: usize = 60;

/// How words begin that tell of a forecast.
const FORECASTS: &[&str] =
    &["prévi", "prévo", "tabl", "attend", "anticip", "escompt", "consensus", "forecast", "expect", "predict", "pencil"];

/// Whether a forecast is told right before or behind a figure.
fn is_expected(text: &Text<'_>, start: usize, end: usize) -> bool {
    let told = |word: &str| FORECASTS.iter().any(|stem| word.starts_with(stem));
    let ends = |c: char| matches!(c, ',' | ';' | '.' | ':');
    let first = text.source.ceil_char_boundary(start.saturating_sub(CLAUSE));
    let last = text.source.floor_char_boundary((end + CLAUSE).min(text.source.len()));
    let before = text.source[first..start].rsplit(ends).next().unwrap_or_default();
    let after = text.source[end..last].split(ends).next().unwrap_or_default();
    before.split_whitespace().rev().take(4).any(told) || after.split_whitespace().take(2).any(told)
}

fn standing(text: &Text<'_>, reading: usize, words: &[(&str, Standing)]) -> Option<Standing> {
    let span = &text.readings[reading].span;
    let after = text.source[span.end..].trim_start();
    let parts = [
        "of them",
        "of which",
        "of whom",
        "of the",
        "of its",
        "of their",
        "des ",
        "de ses ",
        "de leurs ",
        "d'entre",
        "d’entre",
    ];
    if text.readings[reading].kind == Kind::Number && parts.iter().any(|part| after.starts_with(part)) {
        return Some(Standing::Part);
    }
    let before = text.source[..span.start].trim_end();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next()?;
    // « porté sa prévision de 4 à 6 », "lifted its forecast to 6 from 4": the forecast is what moves.
    let moves = matches!(word, "to" | "from" | "à") || ["à ", "to "].iter().any(|to| after.starts_with(to));
    if !moves && is_expected(text, span.start, span.end) {
        return Some(Standing::Expected);
    }
    if ADDED.iter().any(|word| after.starts_with(word)) {
        return Some(Standing::Added);
    }
    let known = words.iter().find(|(known, _)| *known == word).map(|(_, standing)| *standing);
    known.or_else(|| is_imperfect(word).then_some(Standing::Base))
}

/// How what stands behind a figure begins that is added to another.
const ADDED: &[&str] = &["autres ", "supplémentaires", "de plus ", "more ", "additional ", "others "];

/// Whether a word is a French verb in the imperfect, which tells what was before: « fabriquait ».
fn is_imperfect(word: &str) -> bool {
    word.len() > 5 && (word.ends_with("ait") || word.ends_with("aient")) && !word.ends_with("rait")
}
