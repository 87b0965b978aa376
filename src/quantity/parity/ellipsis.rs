//! What a figure leaves to the one before it: « il en fallait 60 » of per cent, « dont 60 pour ses armes » of billions,
//! "clothing down 6% and footwear 2.5%".
//!
//! Owns the readings that such a figure may stand for; a translation may tell in full what the other text leaves out.

use super::text::Text;
use crate::quantity::Decimal;
use crate::quantity::prose::{Content, Kind, Measure, Qualifier, Reading};

/// How many figures before another may lend it their unit.
const REACH: usize = 3;

/// The readings that a figure in digits may stand for, nearest first; none for words, which mostly count.
pub(super) fn completed(text: &Text<'_>, at: usize) -> Vec<Reading> {
    let reading = &text.readings[at];
    if !text.words(at).contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let before = text.readings[at.saturating_sub(REACH)..at].iter().rev();
    let near = before.filter(|earlier| reading.sentence - earlier.sentence <= 1);
    near.flat_map(|earlier| {
        [moving(reading, earlier), counted(reading, earlier, false), counted(reading, earlier, true)]
    })
    .chain([allowed(text, reading)])
    .chain(loosely_bounded(text, at))
    .flatten()
    .collect()
}

/// « peut atteindre 4 % », "can run to 4%": as much as may be, which is another's "up to 4%".
fn allowed(text: &Text<'_>, reading: &Reading) -> Option<Reading> {
    const MODALS: &[&str] =
        &["peut", "peuvent", "pouvait", "pourra", "pourront", "pouvant", "can", "may", "could", "might"];
    const VERBS: &[&str] = &["atteindre", "reach", "hit", "to"];
    let mut words = text.source[..reading.span.start].split_whitespace().rev();
    let verb = words.next().is_some_and(|word| VERBS.contains(&word));
    let may = words.take(2).any(|word| MODALS.contains(&word));
    (verb && may && reading.qualifier == Qualifier::Exact)
        .then(|| Reading { qualifier: Qualifier::AtMost, ..reading.clone() })
}

/// The reading with the limits that stand near it, too far for the grammar to tie: « a franchi en mai la barre des 1 000 ».
fn loosely_bounded(text: &Text<'_>, at: usize) -> Vec<Option<Reading>> {
    // Whole words, and the beginnings of longer ones.
    const LIMITS: &[(Qualifier, &[&str], &[&str])] = &[
        (Qualifier::MoreThan, &["barre", "cap", "mark", "crossed", "crosses", "beyond", "above", "past"], &["franchi"]),
        (Qualifier::MoreThan, &["seuil", "topped", "tops"], &["dépass", "exceed", "excéd", "excèd"]),
        (Qualifier::LessThan, &["sous", "below", "under"], &["inférieur"]),
        (Qualifier::AtLeast, &["least", "plancher", "floor"], &["minim"]),
        (Qualifier::AtMost, &["cap", "caps", "capped", "ceiling"], &["maxim", "plafon"]),
        (Qualifier::About, &["environ", "about", "around", "roughly", "près", "nearly"], &["approximat"]),
    ];
    let reading = &text.readings[at];
    if reading.qualifier != Qualifier::Exact {
        return Vec::new();
    }
    let [before, after] = beside(text, at);
    let near: Vec<&str> =
        before.split_whitespace().rev().take(NEAR).chain(after.split_whitespace().take(NEAR / 2)).collect();
    let told = |words: &[&str], stems: &[&str]| {
        near.iter().any(|word| words.contains(word) || stems.iter().any(|stem| word.starts_with(stem)))
    };
    let limits = LIMITS.iter().filter(|(_, words, stems)| told(words, stems));
    limits.map(|(qualifier, ..)| Some(Reading { qualifier: *qualifier, ..reading.clone() })).collect()
}

/// How many words before a figure a limit of it may stand; half as many behind it.
const NEAR: usize = 6;

/// The text of a figure's sentence between it and the figures around it.
fn beside<'t>(text: &'t Text<'_>, at: usize) -> [&'t str; 2] {
    let ends = ['.', '!', '?', ';', '\n'];
    let span = &text.readings[at].span;
    let first = at.checked_sub(1).map_or(0, |before| text.readings[before].span.end.min(span.start));
    let last = text.readings.get(at + 1).map_or(text.source.len(), |next| next.span.start.max(span.end));
    let before = text.source[first..span.start].rsplit(ends).next().unwrap_or_default();
    let after = text.source[span.end..last].split(ends).next().unwrap_or_default();
    [before, after]
}

/// The reading with the movement of an earlier figure of its sentence.
fn moving(reading: &Reading, earlier: &Reading) -> Option<Reading> {
    let alike = earlier.kind == reading.kind && earlier.sentence == reading.sentence && reading.kind == Kind::Percent;
    let lent = alike && reading.movement.is_none() && earlier.movement.is_some();
    lent.then(|| Reading { movement: earlier.movement, ..reading.clone() })
}

/// A bare number in the unit of an earlier figure and, where `scaled`, by its thousands, millions or billions.
fn counted(reading: &Reading, earlier: &Reading, scaled: bool) -> Option<Reading> {
    let Content::Number { low, high, unit: Measure::None } = reading.content else { return None };
    let Content::Number { low: model, unit, .. } = earlier.content else { return None };
    if reading.kind != Kind::Number || matches!(unit, Measure::None | Measure::Times | Measure::Fraction) {
        return None;
    }
    let factor = if scaled { scale(model, high)? } else { Decimal::ONE };
    let content = Content::Number { low: low.checked_mul(factor)?, high: high.checked_mul(factor)?, unit };
    Some(Reading { kind: earlier.kind, content, ..reading.clone() })
}

/// The thousands that a number is told in and another leaves out.
fn scale(model: Decimal, bare: Decimal) -> Option<Decimal> {
    let thousand = Decimal::from(1000);
    let mut factor = Decimal::ONE;
    while model.abs() >= factor.checked_mul(thousand)? {
        factor = factor.checked_mul(thousand)?;
    }
    (bare.abs() < thousand && factor > Decimal::ONE).then_some(factor)
}
