//! Two figures that have changed places.
//!
//! Owns the verdict on figures whose order differs between the texts: languages may order a sentence as they like, so a
//! change of order is a swap only where what the figures belong to (names, years, "contre", "from") has not moved along.

use super::FindingKind;
use super::anchor::{self, Anchor};
use super::pair::Pair;
use super::text::Text;
use crate::quantity::prose::{Content, Kind, Measure, Reading, Role};
use std::ops::Range;

/// Figures more sentences apart than this have not changed places: each stays among its own.
const FAR: usize = 2;

/// How many figures behind another are weighed against it.
const MOST: usize = 64;

/// Pairs of pairs that have changed places, each pair at most once. The pairs are in the order of the left text.
pub(super) fn find(left: &Text<'_>, right: &Text<'_>, pairs: &[Pair]) -> Vec<(usize, usize)> {
    let mut swapped = Vec::new();
    let mut used = vec![false; pairs.len()];
    for i in 0..pairs.len() {
        let last = left.readings[pairs[i].left].sentence + FAR;
        for j in (i + 1..pairs.len()).take(MOST) {
            if left.readings[pairs[j].left].sentence > last {
                break;
            }
            if used[i] || used[j] || !are_alike(left, right, &pairs[i], &pairs[j]) {
                continue;
            }
            let crossed = pairs[i].right > pairs[j].right;
            if crossed && is_swap(left, right, pairs, i, j) || !crossed && moved_apart(left, right, pairs, i, j) {
                used[i] = true;
                used[j] = true;
                swapped.push((i, j));
            }
        }
    }
    swapped
}

/// Whether two figures could be taken for each other: one kind, one unit, one sort of bound, different numbers. Who exchanges
/// the numbers of two figures leaves their bounds where they were.
fn are_alike(left: &Text<'_>, right: &Text<'_>, p: &Pair, q: &Pair) -> bool {
    let [a, b] = [p, q].map(|pair| &left.readings[pair.left]);
    let [c, d] = [p, q].map(|pair| &right.readings[pair.right]);
    a.kind == b.kind
        && c.kind == d.kind
        && a.kind != Kind::Ordinal
        && unit(a) == unit(b)
        && a.content != b.content
        && a.qualifier == b.qualifier
        && (p.difference.is_empty() && q.difference.is_empty() || have_exchanged_directions(left, right, p, q))
}

/// "X gained 1.2% and Y lost 0.8%" against "X gained 0.8% and Y lost 1.2%": each number differs in its direction only,
/// and has that of the other.
fn have_exchanged_directions(left: &Text<'_>, right: &Text<'_>, p: &Pair, q: &Pair) -> bool {
    let [a, b] = [p, q].map(|pair| left.readings[pair.left].direction());
    let [c, d] = [p, q].map(|pair| right.readings[pair.right].direction());
    let flipped = |pair: &Pair| pair.difference == [FindingKind::Direction];
    flipped(p) && flipped(q) && a.is_some() && a == d && b == c
}

fn unit(reading: &Reading) -> Option<Measure> {
    match reading.content {
        Content::Number { unit, .. } => Some(unit),
        _ => None,
    }
}

fn is_swap(left: &Text<'_>, right: &Text<'_>, pairs: &[Pair], i: usize, j: usize) -> bool {
    let roles = anchor::role_balance(left, right, &pairs[i], &pairs[j]);
    if roles != 0 {
        return roles < 0;
    }
    let times = anchor::time_balance(left, right, pairs, i, j);
    if times != 0 {
        return times < 0;
    }
    let anchors = anchor::shared(left, right, pairs, i, j);
    let context = context(left, right, &anchors, &pairs[i], &pairs[j]);
    let told = context.evidence > LITTLE;
    if told && context.balance > CLEARLY {
        return false;
    }
    let changes = change_balance(left, right, &pairs[i], &pairs[j]);
    if changes != 0 || told {
        return changes < 0 || changes == 0 && context.balance < -CLEARLY;
    }
    // Nothing tells: figures keep their order in translation where both sentences are built alike.
    let [a, b] = [i, j].map(|pair| left.readings[pairs[pair].left].sentence);
    a != b || are_built_alike(left, right, &pairs[i], &pairs[j])
}

/// Whether a change and a level, "widened by 12 to 80", are the same figures in both texts (positive) or exchanged
/// (negative); zero where both are one or the other.
fn change_balance(left: &Text<'_>, right: &Text<'_>, p: &Pair, q: &Pair) -> i32 {
    let is_change = |text: &Text<'_>, at: usize| matches!(text.readings[at].movement, Some((_, Role::Change)));
    let [a, b] = [p, q].map(|pair| is_change(left, pair.left));
    let [c, d] = [p, q].map(|pair| is_change(right, pair.right));
    if a == b || c == d {
        0
    } else if a == c {
        1
    } else {
        -1
    }
}

/// Whether the clauses around two figures have the same shape in both texts: as many commas before the first, as many
/// between the two and behind the second, as many words of joining, and about as many words.
fn are_built_alike(left: &Text<'_>, right: &Text<'_>, p: &Pair, q: &Pair) -> bool {
    let shapes = |text: &Text<'_>, a: usize, b: usize| {
        let [x, y] = [a.min(b), a.max(b)].map(|at| text.readings[at].span.clone());
        let ends = ['.', '!', '?', '\n'];
        let start = text.source.floor_char_boundary(x.start.saturating_sub(REACH));
        let end = text.source.floor_char_boundary(y.end + REACH);
        let [lead, tail] = [&text.source[start..x.start], &text.source[y.end..end]];
        let lead = lead.rsplit(ends).next().unwrap_or(lead);
        let tail = tail.split(ends).next().unwrap_or(tail);
        [lead, &text.source[x.end..y.start], tail].map(Shape::new)
    };
    let same = shapes(left, p.left, q.left).into_iter().zip(shapes(right, p.right, q.right));
    same.into_iter().enumerate().all(|(at, (a, b))| {
        a.commas == b.commas && a.joined == b.joined && (at == 2 || a.words.abs_diff(b.words) <= 1 + a.words / 2)
    })
}

/// How far around two figures their sentence is looked at, in bytes.
const REACH: usize = 400;

/// A stretch of a sentence, as far as translations keep it.
struct Shape {
    commas: usize,
    joined: usize,
    words: usize,
}

impl Shape {
    fn new(text: &str) -> Self {
        let words = || text.split_whitespace();
        Self {
            commas: text.matches([',', ';']).count(),
            joined: words().filter(|word| matches!(*word, "et" | "and" | "mais" | "but" | "puis" | "then")).count(),
            words: words().count(),
        }
    }
}

/// Whether two figures have kept their order while both of what they belong to have changed places.
fn moved_apart(left: &Text<'_>, right: &Text<'_>, pairs: &[Pair], i: usize, j: usize) -> bool {
    if anchor::role_balance(left, right, &pairs[i], &pairs[j]) < 0 {
        return true;
    }
    let (p, q) = (&pairs[i], &pairs[j]);
    let anchors = anchor::shared(left, right, pairs, i, j);
    let [before, after] = [true, false].map(|side| balance(left, right, &anchors, p, q, side));
    let exchanged = after == -2 && before <= 0 || before == -2 && after < 0 || {
        // Names that stand right before both figures.
        let is_name = |anchor: &&Anchor| left.source[anchor.left..].starts_with(char::is_uppercase);
        let names: Vec<Anchor> = anchors.iter().filter(is_name).copied().collect();
        after <= 0 && before < 0 && balance(left, right, &names, p, q, true) == -2
    };
    exchanged && context(left, right, &anchors, p, q).balance <= 0
}

/// How often the same anchor stands next to the same figure in both texts, on one side of the figures, less how often
/// next to the other figure.
fn balance(left: &Text<'_>, right: &Text<'_>, anchors: &[Anchor], p: &Pair, q: &Pair, before: bool) -> i32 {
    let [a, b] = [p, q].map(|pair| left.readings[pair.left].span.start);
    let [c, d] = [p, q].map(|pair| right.readings[pair.right].span.start);
    let near = |place: usize, side: fn(&Anchor) -> usize| {
        let beyond = anchors.iter().enumerate().filter(|(_, anchor)| (side(anchor) < place) == before);
        beyond.min_by_key(|(_, anchor)| side(anchor).abs_diff(place)).map(|(index, _)| index)
    };
    let [x, y] = [a, b].map(|place| near(place, |anchor| anchor.left));
    let [z, w] = [c, d].map(|place| near(place, |anchor| anchor.right));
    if x == y && z == w {
        return 0;
    }
    let same = |m: Option<usize>, n: Option<usize>| i32::from(m.is_some() && m == n);
    same(x, z) + same(y, w) - same(x, w) - same(y, z)
}

/// Less evidence than this, in millionths, tells nothing.
const LITTLE: i64 = 80_000;
/// A balance beyond this, in either direction, is a verdict.
const CLEARLY: i64 = 60;

/// What the words around two figures tell.
struct Context {
    /// From 100, where each figure stands in both texts among the same words, to -100, where it stands among those of the other.
    balance: i64,
    /// How much there is to go by, in millionths.
    evidence: i64,
}

fn context(left: &Text<'_>, right: &Text<'_>, anchors: &[Anchor], p: &Pair, q: &Pair) -> Context {
    let [a, b] = [p, q].map(|pair| left.readings[pair.left].span.clone());
    let [c, d] = [p, q].map(|pair| right.readings[pair.right].span.clone());
    let (mut sum, mut evidence) = (0, 0);
    for anchor in anchors {
        let french = closeness(left, &a, anchor.left) - closeness(left, &b, anchor.left);
        let english = closeness(right, &c, anchor.right) - closeness(right, &d, anchor.right);
        sum += french * english;
        evidence += (french * english).abs();
    }
    Context { balance: if evidence > 0 { 100 * sum / evidence } else { 0 }, evidence }
}

/// Places farther from a figure than this, in bytes, tell nothing of it.
const FAR_AWAY: usize = 240;

/// How near a place is to a figure: 1000 beside it, half of it 24 bytes away, and much less in another clause or sentence.
fn closeness(text: &Text<'_>, figure: &Range<usize>, place: usize) -> i64 {
    const HALF: usize = 24;
    let between = if place < figure.start { place..figure.start } else { figure.end.min(place)..place };
    if between.len() > FAR_AWAY {
        return 0;
    }
    i64::try_from(1000 * HALF / (parting(&text.source[between.clone()]) * (HALF + between.len()))).unwrap_or(0)
}

/// How much words part what stands before them from what stands behind: the ends of sentences most, then those of clauses.
fn parting(words: &str) -> usize {
    const JOINTS: [&str; 5] = [" et ", " and ", " while ", " mais ", " but "];
    let sign = |byte| match byte {
        b'.' | b'!' | b'?' | b'\n' => 3,
        b',' | b';' | b':' | b'(' => 1,
        _ => 0,
    };
    1 + words.bytes().map(sign).sum::<usize>() + JOINTS.iter().filter(|joint| words.contains(*joint)).count()
}
