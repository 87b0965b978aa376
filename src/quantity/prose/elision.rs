//! Units that the words leave out because an earlier figure told them: "contre 24,1 milliards un an plus tôt".
//!
//! Owns inheritance between the figures of one sentence.

use super::grammar::{Figure, Paragraph};
use super::term::Term;
use super::{Content, Kind, Measure, topics};
use crate::quantity::Decimal;

/// Gives every open number ("24,1 milliards" with nothing counted) the currency of the money before it in its sentence.
pub(super) fn inherit(paragraph: &Paragraph<'_>, figures: &mut [Figure]) {
    let mut currency = None;
    let mut at = 0;
    for index in 0..figures.len() {
        compare(paragraph, figures, index);
        while at < figures[index].first {
            if matches!(paragraph.term(at), Term::Stop) {
                currency = None;
            }
            at += 1;
        }
        if figures[index].open && currency.is_none() {
            currency = following(paragraph, &figures[index..]);
        }
        let figure = &mut figures[index];
        if let Content::Number { unit, .. } = &mut figure.content {
            match *unit {
                Measure::Money(known) => currency = Some(known),
                Measure::None if figure.open && currency.is_some() && !paragraph.is_of_people(figure.first) => {
                    *unit = Measure::Money(currency.expect("just seen"));
                    figure.kind = Kind::Money;
                }
                _ => {}
            }
        }
    }
}

/// How many tokens behind a figure another may take its unit.
const FAR: usize = 12;

/// "26,3 milliards d'euros, contre 24,1 un an plus tôt": a bare number behind a word of comparison has the unit, and
/// where it is small the scale, of the figure before it.
fn compare(paragraph: &Paragraph<'_>, figures: &mut [Figure], index: usize) {
    let (before, rest) = figures.split_at_mut(index);
    let (Some(model), Some(figure)) = (before.last(), rest.first_mut()) else { return };
    let (Content::Number { unit: told, .. }, Content::Number { unit: Measure::None, .. }) =
        (&model.content, &figure.content)
    else {
        return;
    };
    if matches!(told, Measure::None | Measure::Times | Measure::Fraction) || figure.first > model.next + FAR {
        return;
    }
    // « 1 million d'euros, dont 400 000 avec sursis ».
    let names_part = matches!(paragraph.word_before(figure.first, 1), "dont" | "which" | "including");
    let part = names_part && figure.first <= model.next + 3 && is_money(model);
    // « 60 milliards de dollars, dont 35 milliards de puces », « 200 milliards, dont 150 dans ses usines ».
    let scaled = part
        && (figure.scale >= 6
            || model.scale >= 6 && matches!(paragraph.term(figure.next), Term::Function | Term::Preposition));
    // « il en valait 12 000 ».
    let priced = paragraph.word_before(figure.first, 2) == "en"
        && ["val", "vau", "coût"].iter().any(|verb| paragraph.word_before(figure.first, 1).starts_with(verb))
        && is_money(model);
    // « n'en produit plus que 35 000 ».
    let replaced = paragraph.french()
        && !paragraph.counts(figure.next)
        && (2..6).any(|back| {
            let pronoun = paragraph.word_before(figure.first, back) == "en";
            let word = paragraph.word_before(figure.first, back - 1);
            let verb = word.starts_with(char::is_lowercase) && !word.ends_with("ant");
            let not = matches!(paragraph.word_before(figure.first, back + 1), "n'" | "n’");
            pronoun && verb && not
        });
    // "4.5% this year, 3.5 next", « 88 milliards promis, à peine 31 ont été versés ».
    let left_out = matches!(paragraph.term(figure.core), Term::Digits(digits) if digits.places > 0)
        && figure.next == figure.core + 1
        && !matches!(paragraph.term(figure.next), Term::Point)
        && !is_grouped(figure)
        || model.scale > 0 && !is_grouped(figure) && is_passive(paragraph.word(figure.next));
    let compared = matches!(paragraph.before(figure.first, 1), Term::Against)
        || part && is_grouped(figure)
        || scaled
        || priced
        || replaced
        || left_out;
    let near = figure.first <= model.next + if priced || replaced || left_out { FAR } else { 6 }
        && !(model.next..figure.first).any(|at| matches!(paragraph.term(at), Term::Stop));
    if !compared
        || !near
        || !scaled && (figure.core + 1..=figure.next).any(|at| paragraph.counts(at) && !leaves_unit_out(paragraph, at))
    {
        return;
    }
    let Content::Number { low, high, unit } = &mut figure.content else { return };
    if figure.scale == 0 && model.scale > 0 && *high < Decimal::from(1000) {
        let factor = Decimal::from(10_i64.pow(u32::from(model.scale.min(15))));
        (*low, *high) = ((*low * factor).normalize(), (*high * factor).normalize());
    }
    *unit = *told;
    figure.kind = model.kind;
}

impl Paragraph<'_> {
    /// "its customer base doubled to 6.2 million": the subject of the verb before a figure is people or things, not money.
    fn is_of_people(&self, first: usize) -> bool {
        let verb = (1..4).find(|back| matches!(self.before(first, *back), Term::Move(..) | Term::Multiply(_)));
        let subject = verb.and_then(|back| first.checked_sub(back + 1));
        subject.is_some_and(|at| matches!(self.term(at), Term::Counted) || topics::is_crowd(self.word(at)))
    }

    /// « environ 7 milliards chacun », "2.5 billion each": no noun that is counted.
    pub fn is_each(&self, at: usize) -> bool {
        matches!(self.word(at), "chacun" | "chacune" | "each" | "apiece" | "chaque")
    }
}

/// Auxiliaries of a passive, whose subject the number is.
fn is_passive(word: &str) -> bool {
    matches!(word, "ont" | "sont" | "seront" | "étaient" | "was" | "were" | "has" | "have")
}

/// "contre 6,2 prévus", "3.5 next": behind a number whose unit is left out.
fn leaves_unit_out(paragraph: &Paragraph<'_>, at: usize) -> bool {
    paragraph.is_expected(at) || matches!(paragraph.word(at), "next" | "last")
}

fn is_money(figure: &Figure) -> bool {
    figure.kind == Kind::Money
}

/// Whether a number is as large as amounts are.
fn is_grouped(figure: &Figure) -> bool {
    matches!(figure.content, Content::Number { low, .. } if low >= Decimal::from(1000))
}

/// The currency of the next money figure of the sentence: "from 24.1 billion to $26.3 billion".
fn following(paragraph: &Paragraph<'_>, figures: &[Figure]) -> Option<crate::quantity::Currency> {
    let (open, later) = figures.split_first()?;
    later.iter().take(4).find_map(|next| match next.content {
        Content::Number { unit: Measure::Money(currency), .. } => {
            (!(open.next..next.first).any(|at| matches!(paragraph.term(at), Term::Stop))).then_some(currency)
        }
        _ => None,
    })
}
