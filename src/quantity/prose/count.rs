//! Numbers, money and percentages: a numeral with its sign, unit, range and bounds made one figure, or two.
//!
//! Owns the joining; the parts are `numeral`'s, `unit`'s and `bound`'s, what is a step and no range `step`'s.

use super::grammar::{Figure, Paragraph};
use super::numeral::{Numeral, Style};
use super::term::{Shape, Sign, Term};
use super::unit::Counted;
use super::{Content, Kind, Measure, Qualifier, topics};
use crate::quantity::{Currency, Decimal};

/// One end of a range, or a number alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Operand {
    pub first: usize,
    pub next: usize,
    pub numeral: Numeral,
    /// The number with its sign and the factor of its unit.
    pub value: Decimal,
    pub unit: Option<Measure>,
    pub coin_first: bool,
}

impl Paragraph<'_> {
    /// A quantity that begins at `at`, or two of them with one unit.
    pub fn count(&self, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
        let between = self.between(at);
        let mut low = self.operand(at, None, between)?;
        if low.numeral.bare.is_some() && low.unit.is_none() && self.is_glued_to_word(low.next) {
            return None;
        }
        if low.numeral.style == Style::One && self.is_article(at, low.unit) {
            return None;
        }
        let to = matches!(self.term(low.next), Term::To);
        if let Some((mut high, range)) = self.second(&mut low, between) {
            if !range || high.value <= low.value {
                self.push(low, None, out);
                high.unit = high.unit.or(low.unit);
                self.push(high, None, out);
                let next = high.next;
                let levels = out.len() - 2;
                let passage = self.is_passage(low.first) || to && self.leads_from(low.first);
                out[levels..].iter_mut().for_each(|figure| figure.level |= passage);
                return Some(next);
            }
            self.push(low, Some(high), out);
            return Some(out.last().expect("just pushed").next);
        }
        if low.unit.is_none() && !self.stands_alone(&low) {
            return None;
        }
        // « deux ans et demi ».
        let half = self.french()
            && low.unit.is_none()
            && matches!(self.term(low.next), Term::TimeWord)
            && matches!(self.term(low.next + 1), Term::And)
            && matches!(self.term(low.next + 2), Term::Half);
        if half {
            low.value += Decimal::new(5, 1);
            low.next += 3;
        }
        self.push(low, None, out);
        Some(out.last().expect("just pushed").next)
    }

    /// Whether "a" or "one" before a unit counts nothing: "a dollar", "une fois".
    fn is_article(&self, at: usize, unit: Option<Measure>) -> bool {
        match unit {
            // "moins d'un euro" is an amount, "17 pesos pour un dollar" a rate.
            Some(Measure::Money(_)) => {
                let article = matches!(self.term(at), Term::Article) || self.french();
                // "over a $5 fee": the sign belongs to the number behind it.
                let of_next = matches!((self.term(at + 1), self.term(at + 2)), (Term::Coin(_), Term::Digits(_)));
                article && (of_next || self.bound(at, at + 1).is_none())
            }
            Some(Measure::PercentagePoint) => matches!(self.term(at + 1), Term::Point),
            unit => matches!(unit, Some(Measure::Times | Measure::Symbol(_))),
        }
    }

    /// Whether "entre" or "between" stands before the number.
    pub fn between(&self, at: usize) -> bool {
        let back = 1 + usize::from(matches!(self.before(at, 1), Term::Determiner));
        matches!(self.before(at, back), Term::Between)
    }

    /// Digits with letters behind them that are no unit: a name such as "4K".
    fn is_glued_to_word(&self, next: usize) -> bool {
        self.glued(next) && self.shape(next) != Shape::None
    }

    fn operand(&self, at: usize, coin: Option<Currency>, between: bool) -> Option<Operand> {
        // "-2% to +2%".
        let plus = usize::from(self.sign(at, Sign::Plus) && self.glued(at + 1));
        let (minus, start) = self.minus(at + plus);
        let (currency, start, coin_first) = match self.coin_before(start) {
            Some((currency, next)) => (Some(currency), next, true),
            None => (coin, start, false),
        };
        let (negative, start) = if coin_first { self.minus(start) } else { (false, start) };
        let numeral = self.numeral(start, currency.is_some(), between)?;
        let mut operand = Operand {
            first: at,
            next: numeral.next,
            numeral,
            value: if minus || negative { -numeral.value } else { numeral.value },
            unit: currency.filter(|_| coin_first).map(Measure::Money),
            coin_first,
        };
        let point = matches!(self.term(numeral.next), Term::Point) && self.word(numeral.next).starts_with("point");
        let index = point && numeral.value.abs() >= Decimal::ONE_HUNDRED;
        if !index && let Some(counted) = self.unit_after(numeral.next) {
            self.count_in(&mut operand, counted);
        }
        Some(operand)
    }

    /// Gives the number its unit; a currency told before it keeps only what the words behind it repeat.
    fn count_in(&self, operand: &mut Operand, counted: Counted) {
        if operand.coin_first {
            let Measure::Money(currency) = counted.unit else { return };
            let dollar = operand.unit == Some(Measure::Money(self.options.dollar));
            if dollar || operand.unit == Some(counted.unit) {
                operand.unit = Some(Measure::Money(currency));
                operand.next = counted.next;
            }
            return;
        }
        operand.unit = Some(counted.unit);
        operand.value = (operand.value * counted.factor).normalize();
        operand.next = counted.next;
    }

    /// Whether a sign makes the number behind it negative; years and names are never.
    pub fn is_minus(&self, at: usize) -> bool {
        self.minus(at).0 && (self.year_digits(at + 1).is_none() || self.unit_after(at + 2).is_some())
    }

    /// A minus sign before a number: tells whether there is one, and where the number begins.
    fn minus(&self, at: usize) -> (bool, usize) {
        let word = matches!(self.term(at), Term::Minus);
        let sign = matches!(self.term(at), Term::Sign(Sign::Hyphen | Sign::Minus | Sign::Dash)) && self.glued(at + 1);
        let alone = !self.glued(at)
            || matches!(self.before(at, 1), Term::Sign(Sign::Open | Sign::Quote) | Term::Before(..) | Term::End);
        if word || sign && alone { (true, at + 1) } else { (false, at) }
    }

    /// The second number that a connector ties to the first, and whether the two are the ends of a range.
    fn second(&self, low: &mut Operand, between: bool) -> Option<(Operand, bool)> {
        let (start, tie) = self.tie(low.next, between)?;
        let coin = match low.unit {
            Some(Measure::Money(currency)) if low.coin_first => Some(currency),
            _ => None,
        };
        let mut high = self.operand(start, coin, false)?;
        if high.unit.is_none() && self.is_glued_to_word(high.next) {
            return None;
        }
        if tie == Tie::Dash && high.first == high.next || high.numeral.style == Style::One && high.unit.is_none() {
            return None;
        }
        if tie == Tie::To && !between && self.is_one_at(low, &high) || tie != Tie::Dash && self.is_recipient(low, &high)
        {
            return None;
        }
        let years = low.numeral.bare.is_some_and(|n| n.plain(1900, 2100).is_some()) && high.numeral.bare.is_some();
        if years && high.unit.is_none() && low.unit.is_none() && !self.counts(high.next) {
            return None;
        }
        if tie == Tie::And && !(low.unit.is_none() && (high.unit.is_some() || high.numeral.scale > 0)) {
            return None;
        }
        if tie == Tie::And && low.numeral.scale > 0 {
            return None;
        }
        if !self.share(low, &mut high) {
            return None;
        }
        let range = match tie {
            Tie::And => false,
            Tie::Between | Tie::Dash | Tie::Or => true,
            Tie::To => !self.is_passage(low.first) && !self.is_step(low, &high),
        };
        Some((high, range))
    }

    /// « deux contrats, une à 900 millions »: one of them at a price, where « un à deux millions » is a range. Millions are
    /// masculine, and no range leads from one to dozens.
    fn is_one_at(&self, low: &Operand, high: &Operand) -> bool {
        let feminine = self.word_before(low.numeral.next, 1).eq_ignore_ascii_case("une") && high.numeral.scale >= 6;
        low.numeral.style == Style::One
            && !self.leads_from(low.first)
            && (feminine || unscaled(high) >= Decimal::from(20))
    }

    /// "$12m to 40 families", "€500 to 2 million customers": an amount, and those that it goes to.
    fn is_recipient(&self, low: &Operand, high: &Operand) -> bool {
        if !low.coin_first || high.coin_first || high.unit.is_some() {
            return false;
        }
        let noun = match self.term(high.next) {
            Term::Unknown if self.shape(high.next + 1) == Shape::Lower && !self.is_plural(high.next) => high.next + 1,
            _ => high.next,
        };
        let plural = matches!(self.term(noun), Term::Counted | Term::TimeWord) || self.is_plural(noun);
        let rescaled = low.numeral.scale > 0 && high.numeral.scale == 0;
        let falls = if low.numeral.scale > 0 { high.value <= low.value } else { unscaled(high) <= low.value };
        let people = matches!(self.term(noun), Term::Counted);
        people || rescaled && self.counts(high.next) || plural && (falls || low.numeral.scale > 0)
    }

    /// Whether a small word of no meaning to the grammar looks like a noun in the plural.
    pub fn is_plural(&self, at: usize) -> bool {
        let word = self.word(at);
        let ends =
            if self.french() { word.ends_with(['s', 'x']) } else { word.ends_with('s') && !word.ends_with("ss") };
        ends && matches!(self.term(at), Term::Unknown) && self.shape(at) == Shape::Lower
    }

    /// Gives both numbers the unit and the scale that only one of them tells; false where they differ.
    fn share(&self, low: &mut Operand, high: &mut Operand) -> bool {
        match (low.unit, high.unit) {
            (Some(a), Some(b)) if a != b => return false,
            (Some(Measure::Money(currency)), None) if low.coin_first => high.unit = Some(Measure::Money(currency)),
            (Some(unit), None) if self.is_passage(low.first) && !self.counts(high.next) => high.unit = Some(unit),
            (Some(_), None) => return false,
            (None, Some(unit)) => low.unit = Some(unit),
            _ => {}
        }
        // "five to six hundred", « cinq à six cents ».
        let words = low.numeral.style == Style::Words && high.numeral.style == Style::Words;
        let hundreds = high.value / Decimal::ONE_HUNDRED;
        if words && hundreds.is_integer() && hundreds <= Decimal::from(20) && low.value < hundreds {
            low.value *= Decimal::ONE_HUNDRED;
        }
        let scale = high.numeral.scale;
        // "1 500 à 2 000 milliards", but "950 000 à 1,2 million".
        let most = unscaled(high).max(Decimal::from(999));
        let whole = low.next > low.numeral.next && !low.coin_first;
        let small = low.value <= most && low.numeral.scale == 0 && !whole;
        if scale > 0 && small && !(low.coin_first && low.next != low.numeral.next) {
            low.value = (low.value * Decimal::from(10_i64.pow(u32::from(scale.min(18))))).normalize();
            low.numeral.scale = scale;
        }
        true
    }

    /// The connector of two numbers and the start of the second.
    fn tie(&self, at: usize, between: bool) -> Option<(usize, Tie)> {
        let tie = match self.term(at) {
            Term::And if between => Tie::Between,
            Term::And => Tie::And,
            Term::Or => Tie::Or,
            Term::To if !self.french() || self.word(at) == "à" => Tie::To,
            Term::Sign(Sign::Hyphen | Sign::Dash) if self.glued(at) == self.glued(at + 1) => Tie::Dash,
            Term::Sign(Sign::Comma) if between => return None,
            _ => return None,
        };
        let next = at + 1;
        let article = usize::from(self.french() && tie == Tie::And && matches!(self.term(next), Term::Of));
        Some((next + article, tie))
    }

    /// Whether a thing counted follows.
    pub fn counts(&self, at: usize) -> bool {
        match self.term(at) {
            Term::Counted | Term::TimeWord | Term::Elapsed => true,
            Term::Unknown => self.shape(at) == Shape::Lower,
            Term::Of => {
                let link = matches!(self.term(at + 1), Term::Determiner | Term::Preposition | Term::Function);
                self.shape(at + 1) == Shape::Lower && !link
            }
            _ => false,
        }
    }

    /// Whether a number with no unit is a figure: digits always, words where they are no article or figure of speech.
    fn stands_alone(&self, low: &Operand) -> bool {
        match low.numeral.style {
            Style::Digits | Style::Vague(_) => true,
            Style::One => false,
            Style::Words => self.words_stand_alone(low.first, low.next, low.value),
        }
    }

    fn push(&self, low: Operand, high: Option<Operand>, out: &mut Vec<Figure>) {
        let next = high.map_or(low.next, |high| high.next);
        let unit = low.unit.unwrap_or(Measure::None);
        let kind = match unit {
            Measure::Money(_) => Kind::Money,
            Measure::Percent | Measure::PercentagePoint | Measure::BasisPoint => Kind::Percent,
            Measure::Times | Measure::Fraction => Kind::Ratio,
            Measure::None | Measure::Symbol(_) => Kind::Number,
        };
        let mut figure = Figure::number(kind, low.value, unit, low.first, next);
        figure.scale = low.numeral.scale;
        // What French counts in millions stands behind "de": « 175 millions tirés de la billetterie ».
        let counted = self.counts(next) && !(self.french() && matches!(self.term(next), Term::Unknown));
        figure.open = unit == Measure::None
            && low.numeral.scale >= 6
            && (!counted || self.is_in_money(next) || self.is_each(next) || self.is_expected(next));
        match (high, low.numeral.style) {
            (Some(high), _) => {
                figure.content = Content::Number { low: low.value, high: high.value, unit };
                figure.qualifier = Qualifier::Range;
                figure.first = self.range_start(low.first);
                figure.open = unit == Measure::None && high.numeral.scale >= 6 && !self.counts(next);
            }
            (None, Style::Vague(implied)) => {
                figure.qualifier = implied;
                figure =
                    figure.bounded(self.bound(low.first, next).filter(|bound| bound.qualifier != Qualifier::About));
            }
            (None, _) => figure = figure.bounded(self.bound(low.first, next)),
        }
        if let Some(last) = out.last()
            && figure.first < last.next
        {
            figure.first = figure.core;
        }
        out.push(figure);
    }

    /// « 2,2 milliards de revenus »: what is counted is money, whatever the currency.
    fn is_in_money(&self, next: usize) -> bool {
        self.french() && matches!(self.term(next), Term::Of) && topics::is_told_in_money(self.word(next + 1))
    }

    /// The first token of a range, with "entre" or "de".
    pub fn range_start(&self, first: usize) -> usize {
        let tells = match self.before(first, 1) {
            Term::Between | Term::From => true,
            Term::Of => self.french() && !matches!(self.before(first, 2), Term::Move(..)),
            _ => false,
        };
        first - usize::from(tells)
    }
}

/// A number as its digits have it, without its scale word.
fn unscaled(operand: &Operand) -> Decimal {
    let scale = Decimal::from(10_i64.pow(u32::from(operand.numeral.scale.min(18))));
    operand.value.abs() / scale
}

/// How two numbers are tied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tie {
    Between,
    And,
    Or,
    To,
    Dash,
}
