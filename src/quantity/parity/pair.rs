//! Pairs the figures of two texts and names what the pairs differ in.
//!
//! Owns the alignment: first what agrees, then what agrees but for its bound or direction, then what looks most alike;
//! in its own sentence first, then anywhere in the block. What is left over is missing from the other text. In a long block
//! a partner is looked for near the same place only, so that the work grows with the texts and not with their square.

use super::agree::difference;
use super::ellipsis::completed;
use super::swap;
use super::text::{Block, Text};
use super::{Finding, FindingKind, Strictness};
use crate::quantity::Decimal;
use crate::quantity::prose::{Content, Kind, Measure, Qualifier, Reading, When, WhenPart};
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

/// Two readings of one figure, by their place in each text, with what they differ in.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub left: usize,
    pub right: usize,
    pub difference: Vec<FindingKind>,
}

/// Adds the divergences of two blocks that belong together.
pub(super) fn diverging(left: &Text<'_>, a: &Block, right: &Text<'_>, b: &Block, findings: &mut Vec<Finding>) {
    let mut alignment = Alignment::new(left, a, right, b);
    alignment.take(Likeness::Same, Reach::Sentence);
    alignment.take(Likeness::Same, Reach::Block);
    alignment.unfold();
    alignment.take(Likeness::SameNumber, Reach::Sentence);
    alignment.take(Likeness::SameNumber, Reach::Block);
    alignment.take(Likeness::Alike, Reach::Sentence);
    alignment.take(Likeness::Alike, Reach::Block);
    alignment.pairs.sort_by_key(|pair| pair.left);
    let swapped = swap::find(left, right, &alignment.pairs);
    let told: BTreeSet<usize> = swapped.iter().flat_map(|(pair, other)| [*pair, *other]).collect();
    for (index, pair) in alignment.pairs.iter().enumerate() {
        // Two figures that differ in their directions have changed places: that is told once.
        if told.contains(&index) {
            continue;
        }
        for kind in &pair.difference {
            findings.push(at(*kind, Some(&left.readings[pair.left]), Some(&right.readings[pair.right])));
        }
    }
    for (pair, other) in swapped {
        let (p, q) = (&alignment.pairs[pair], &alignment.pairs[other]);
        for (l, r) in [(p.left, q.right), (q.left, p.right)] {
            findings.push(at(FindingKind::Swapped, Some(&left.readings[l]), Some(&right.readings[r])));
        }
    }
    for missing in alignment.left_over_left() {
        findings.push(at(FindingKind::MissingFigure, Some(&left.readings[missing]), None));
    }
    for missing in alignment.left_over_right() {
        findings.push(at(FindingKind::MissingFigure, None, Some(&right.readings[missing])));
    }
}

fn at(kind: FindingKind, french: Option<&Reading>, english: Option<&Reading>) -> Finding {
    let span = |reading: Option<&Reading>| reading.map(|reading| reading.span.clone());
    Finding { kind, french: span(french), english: span(english), datum: None }
}

/// How many figures on either side of its place a figure's partner is looked for among.
const NEAR: usize = 128;

/// In a block that is not looked through as a whole, how many partners of a figure are weighed against each other.
const CHOICE: usize = 8;

/// How alike two readings must be to be paired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Likeness {
    Same,
    /// The same number in the same unit; the bound or the direction may differ.
    SameNumber,
    /// Of one kind, or with one number.
    Alike,
}

/// Where the other reading may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Sentence,
    Block,
}

struct Alignment<'a> {
    left: &'a Text<'a>,
    right: &'a Text<'a>,
    free_left: BTreeSet<usize>,
    free_right: BTreeSet<usize>,
    a: Block,
    b: Block,
    pairs: Vec<Pair>,
}

impl<'a> Alignment<'a> {
    fn new(left: &'a Text<'a>, a: &Block, right: &'a Text<'a>, b: &Block) -> Self {
        Self {
            left,
            right,
            free_left: a.readings.clone().collect(),
            free_right: b.readings.clone().collect(),
            a: a.clone(),
            b: b.clone(),
            pairs: Vec::new(),
        }
    }

    /// Pairs what is alike enough, the likest and nearest first.
    fn take(&mut self, likeness: Likeness, reach: Reach) {
        let key = |(cost, distance, l, r, _): &(u32, usize, usize, usize, _)| (*cost, *distance, *l, *r);
        let mut candidates = Vec::new();
        for &l in &self.free_left {
            let first = candidates.len();
            let window = window(l, &self.a, &self.b);
            for &r in self.free_right.range(window.clone()) {
                let near = reach == Reach::Block || self.sentence_left(l) == self.sentence_right(r);
                if near && let Some((cost, difference)) = self.cost(l, r, likeness) {
                    candidates.push((cost, self.distance(l, r), l, r, difference));
                }
            }
            if window != self.b.readings {
                candidates[first..].sort_by_key(key);
                candidates.truncate(first + CHOICE);
            }
        }
        candidates.sort_by_key(key);
        for (_, _, l, r, difference) in candidates {
            if self.free_left.contains(&l) && self.free_right.remove(&r) {
                self.free_left.remove(&l);
                self.pairs.push(Pair { left: l, right: r, difference });
            }
        }
    }

    /// Takes out a range that the other text tells as two figures: "de 3 à 9" may be either, and both say the same.
    fn unfold(&mut self) {
        for l in self.free_left.clone() {
            let near = window(l, &self.a, &self.b);
            if let Some(ends) = ends_apart(&self.left.readings[l], self.right, &self.free_right, &near) {
                self.free_left.remove(&l);
                for at in ends {
                    self.free_right.remove(&at);
                }
            }
        }
        for r in self.free_right.clone() {
            let near = window(r, &self.b, &self.a);
            if let Some(ends) = ends_apart(&self.right.readings[r], self.left, &self.free_left, &near) {
                self.free_right.remove(&r);
                for at in ends {
                    self.free_left.remove(&at);
                }
            }
        }
    }

    /// The sentence of a reading; one and the same for all where the blocks are cut differently.
    fn sentence_left(&self, l: usize) -> usize {
        if self.a.sentences == self.b.sentences { self.left.readings[l].sentence - self.a.sentence } else { 0 }
    }

    fn sentence_right(&self, r: usize) -> usize {
        if self.a.sentences == self.b.sentences { self.right.readings[r].sentence - self.b.sentence } else { 0 }
    }

    /// How far apart two readings stand in the order of their blocks, in millionths of a block.
    fn distance(&self, l: usize, r: usize) -> usize {
        let place =
            |index: usize, block: &Block| (index - block.readings.start) * 1_000_000 / block.readings.len().max(1);
        place(l, &self.a).abs_diff(place(r, &self.b))
    }

    fn cost(&self, l: usize, r: usize, likeness: Likeness) -> Option<(u32, Vec<FindingKind>)> {
        let (a, b) = (&self.left.readings[l], &self.right.readings[r]);
        let mut difference = difference(a, b, Strictness::Lenient);
        if difference.as_ref().is_none_or(|difference| !difference.is_empty()) && self.is_left_out(l, r) {
            difference = Some(Vec::new());
        }
        let difference = difference?;
        let number_differs = difference.iter().any(|kind| {
            !matches!(kind, FindingKind::DroppedQualifier | FindingKind::ChangedQualifier | FindingKind::Direction)
        });
        let cost =
            match likeness {
                Likeness::Same if difference.is_empty() => u32::from(a.qualifier != b.qualifier),
                Likeness::SameNumber if !number_differs => u32::try_from(difference.len()).unwrap_or(u32::MAX),
                Likeness::Alike => match difference.first()? {
                    FindingKind::WrongScale | FindingKind::WrongCurrency | FindingKind::WrongUnit => {
                        if same_digits(a, b) { 1 } else { 3 }
                    }
                    _ => 2,
                },
                _ => return None,
            };
        Some((cost, difference))
    }

    /// Whether two readings say the same where one takes from the figures before it what it leaves out.
    fn is_left_out(&self, l: usize, r: usize) -> bool {
        let (a, b) = (&self.left.readings[l], &self.right.readings[r]);
        let one =
            |a: &Reading, b: &Reading| difference(a, b, Strictness::Lenient).is_some_and(|kinds| kinds.is_empty());
        completed(self.left, l).iter().any(|whole| one(whole, b))
            || completed(self.right, r).iter().any(|whole| one(a, whole))
    }

    fn left_over_left(&self) -> Vec<usize> {
        left_over(&self.free_left, self.left, &self.a, self.right, &self.b)
    }

    fn left_over_right(&self) -> Vec<usize> {
        left_over(&self.free_right, self.right, &self.b, self.left, &self.a)
    }
}

/// The readings of `other` among which the partner of the reading `at` of `own` is looked for: all of a short block.
fn window(at: usize, own: &Block, other: &Block) -> Range<usize> {
    let length = other.readings.len();
    if length <= 2 * NEAR {
        return other.readings.clone();
    }
    let place = (at - own.readings.start) * length / own.readings.len().max(1);
    let start = place.saturating_sub(NEAR).min(length - 2 * NEAR);
    other.readings.start + start..other.readings.start + start + 2 * NEAR
}

/// The readings of `text` in `free` that are `near` and the two ends of a range.
fn ends_apart(range: &Reading, text: &Text<'_>, free: &BTreeSet<usize>, near: &Range<usize>) -> Option<[usize; 2]> {
    let Content::Number { low, high, unit } = range.content else { return None };
    let end = |number: Decimal| {
        free.range(near.clone()).copied().find(|at| {
            let other = &text.readings[*at];
            let Content::Number { low, high, unit: counted } = other.content else { return false };
            low == number && high == number && counted == unit && other.kind == range.kind
        })
    };
    if low == high { None } else { Some([end(low)?, end(high)?]) }
}

/// The readings without a partner that are worth telling.
fn left_over(free: &BTreeSet<usize>, text: &Text<'_>, own: &Block, other: &Text<'_>, block: &Block) -> Vec<usize> {
    if free.is_empty() {
        return Vec::new();
    }
    let contents: HashSet<&Content> = other.readings[block.readings.clone()].iter().map(|r| &r.content).collect();
    let is_told = |at: &usize| {
        let again = contents.contains(&text.readings[*at].content);
        !again && is_missed(text, *at, other, window(*at, own, block))
    };
    free.iter().copied().filter(is_told).collect()
}

fn same_digits(a: &Reading, b: &Reading) -> bool {
    match (&a.content, &b.content) {
        (Content::Number { low, .. }, Content::Number { low: other, .. }) => {
            let digits = |n: &Decimal| {
                let mut mantissa = n.normalize().mantissa().abs();
                while mantissa != 0 && mantissa % 10 == 0 {
                    mantissa /= 10;
                }
                mantissa
            };
            digits(low) == digits(other)
        }
        _ => false,
    }
}

/// Whether the other text tells a length of time in words of its own: « dix ans » and "a decade", "the first six months" and
/// « le premier semestre », « un quart d'heure » and "15 minutes".
fn is_in_other_words(text: &Text<'_>, at: usize, other: &Text<'_>, near: &Range<usize>) -> bool {
    let reading = &text.readings[at];
    let behind = text.source[reading.span.end..].trim_start();
    let counts = |units: &[&str]| units.iter().any(|unit| behind.starts_with(unit));
    let says = |words: &[&str]| words.iter().any(|word| other.has_word(word));
    let tells = |told: fn(&Reading) -> bool| other.readings[near.clone()].iter().any(told);
    match reading.content {
        Content::Number { low, unit: Measure::None, .. } => match u32::try_from(low) {
            Ok(10) if counts(&["ans", "years"]) => says(&["decennie", "decade"]),
            Ok(15) if counts(&["minute"]) => says(&["quart", "quarter"]),
            Ok(30) if counts(&["minute"]) => says(&["demi", "half"]),
            Ok(6) if counts(&["mois", "month", "premiers mois", "derniers mois"]) => tells(is_half),
            _ => false,
        },
        Content::Time(When { part: WhenPart::Half(_), .. }) => {
            let six = |o: &Reading| matches!(o.content, Content::Number { low, .. } if low == Decimal::from(6));
            says(&["mois", "months"]) && tells(six)
        }
        _ => false,
    }
}

/// Whether the other text has a word for a part or a multiple, where it was read as none: "nearly double its price".
fn is_share_elsewhere(reading: &Reading, other: &Text<'_>) -> bool {
    const WORDS: &[(i64, i64, &[&str])] = &[
        (1, 2, &["moitie", "demi", "demie", "half", "halve", "halved"]),
        (1, 3, &["tiers", "third"]),
        (1, 4, &["quart", "quarter"]),
        (1, 5, &["cinquieme", "fifth"]),
        (1, 10, &["dixieme", "tenth"]),
        (2, 3, &["tiers", "thirds"]),
        (3, 4, &["quarts", "quarters"]),
        (2, 1, &["double", "doubler", "doublement", "doubled", "doubling", "twice"]),
        (3, 1, &["triple", "tripler", "triplement", "tripled", "tripling", "treble"]),
    ];
    let Content::Number { low, unit: Measure::Times | Measure::Fraction, .. } = reading.content else { return false };
    let told = |top: i64, bottom: i64| (low * Decimal::from(bottom) - Decimal::from(top)).abs() < Decimal::new(1, 9);
    WORDS.iter().any(|(top, bottom, words)| told(*top, *bottom) && words.iter().any(|word| other.has_word(word)))
}

/// Whether the other text has the word for a small number, where it was read as none: "the four that it chose".
fn is_spelled_elsewhere(reading: &Reading, other: &Text<'_>) -> bool {
    const WORDS: [[&str; 2]; 11] = [
        ["deux", "two"],
        ["trois", "three"],
        ["quatre", "four"],
        ["cinq", "five"],
        ["six", "six"],
        ["sept", "seven"],
        ["huit", "eight"],
        ["neuf", "nine"],
        ["dix", "ten"],
        ["onze", "eleven"],
        ["douze", "twelve"],
    ];
    let Content::Number { low, unit: Measure::None, .. } = reading.content else { return false };
    let Some(words) = usize::try_from(low).ok().and_then(|n| WORDS.get(n.checked_sub(2)?)) else { return false };
    low.is_integer() && words.iter().any(|word| other.has_word(word))
}

fn is_half(reading: &Reading) -> bool {
    matches!(reading.content, Content::Time(When { part: WhenPart::Half(_), .. }))
}

/// Whether a reading with no partner is worth telling: not where the other text says the same again elsewhere, not for
/// ranks, small numbers in words, the one of a rate of exchange and months, which each language may put into other words.
fn is_missed(text: &Text<'_>, at: usize, other: &Text<'_>, near: Range<usize>) -> bool {
    let reading = &text.readings[at];
    let words = text.words(at);
    let spelled = !words.bytes().any(|b| b.is_ascii_digit());
    let rate = |currency| {
        let foreign = |o: &Reading| matches!(o.measure(), Some(Measure::Money(other)) if other != currency);
        other.readings[near.clone()].iter().any(foreign)
    };
    let small = match reading.content {
        // "17 pesos pour 1 dollar", "17 pesos to the dollar"; "one dollar" and "un dollar", which is no figure.
        Content::Number { high, unit: Measure::Money(currency), .. } if high == Decimal::ONE => {
            reading.qualifier == Qualifier::Exact && (spelled || rate(currency))
        }
        Content::Number { high, unit: Measure::None, .. } => {
            spelled && high <= Decimal::from(3) || high == Decimal::ONE
        }
        Content::Time(when) => matches!(when.part, WhenPart::Month(_)) && when.year.is_none(),
        _ => false,
    };
    if small || reading.kind == Kind::Ordinal {
        return false;
    }
    let again = other.readings[near.clone()].iter().any(|o| {
        let coarser = matches!((reading.when(), o.when()), (Some(x), Some(y)) if x.year == y.year && (x.kind() == Kind::Year || y.kind() == Kind::Year));
        coarser || difference(reading, o, Strictness::Lenient).is_some_and(|difference| difference.is_empty())
    });
    let elsewhere = is_spelled_elsewhere(reading, other) || is_share_elsewhere(reading, other);
    if elsewhere || is_in_other_words(text, at, other, &near) {
        return false;
    }
    // The digits of a figure may stand in the other text all the same, in words that were read as a name: "the under-55s".
    let digits = words.trim_matches(|c: char| !c.is_ascii_digit());
    let bare = matches!(reading.content, Content::Number { low, unit: Measure::None, .. } if digits.parse() == Ok(low));
    let plain = digits.len() > 1 && (bare || digits == words) && digits.bytes().all(|b| b.is_ascii_digit());
    !(again || plain && other.has_digits(digits))
}
