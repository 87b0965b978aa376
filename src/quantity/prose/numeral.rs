//! Numbers with their scale: digits, number words, and both together ("26,3 milliards", "two and a half million").
//!
//! Owns the number alone; what it counts is `unit`'s, and whether it is a figure at all `count`'s. French counts by
//! twenties between 60 and 99 and knows the Swiss and Belgian tens; the hyphens of 1990 are read like spaces.

use super::Qualifier;
use super::grammar::Paragraph;
use super::term::{Digits, Shape, Sign, Term};
use crate::quantity::Decimal;

/// A number without its unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    pub value: Decimal,
    /// The exponent of its last scale word, 0 for none.
    pub scale: u8,
    pub next: usize,
    /// Digits with neither grouping nor decimals nor scale.
    pub bare: Option<Digits>,
    pub style: Style,
}

/// How the number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Digits,
    Words,
    /// "one" or "a" and nothing more: a number only before a unit.
    One,
    /// "une dizaine", "hundreds": the qualifier that the words imply.
    Vague(Qualifier),
}

/// `mantissa / 10^places * 10^exponent`.
fn decimal(digits: Digits, exponent: u8) -> Option<Decimal> {
    let mantissa = i128::from(digits.mantissa);
    let value = if exponent >= digits.places {
        Decimal::try_from_i128_with_scale(
            mantissa.checked_mul(10_i128.checked_pow((exponent - digits.places).into())?)?,
            0,
        )
    } else {
        Decimal::try_from_i128_with_scale(mantissa, u32::from(digits.places - exponent)).map(|n| n.normalize())
    };
    value.ok()
}

/// Numbers from here on are not read: the sums and products of the rest stay exact. 10^21, in words of 32 bits.
const LARGEST: Decimal = Decimal::from_parts(0xDEA0_0000, 0x35C9_ADC5, 0x36, false, 0);

fn power(exponent: u8) -> Decimal {
    Decimal::from(10_i64.pow(u32::from(exponent.min(18))))
}

impl Paragraph<'_> {
    /// The number that begins at `at`. `money` tells that a currency stands before it; `between`, that "and" parts the
    /// two ends of a range.
    pub fn numeral(&self, at: usize, money: bool, between: bool) -> Option<Numeral> {
        self.any_numeral(at, money, between).filter(|numeral| numeral.value < LARGEST)
    }

    fn any_numeral(&self, at: usize, money: bool, between: bool) -> Option<Numeral> {
        match self.term(at) {
            Term::Digits(digits) => self.digits(at, digits, money),
            Term::Cardinal(_) | Term::One | Term::Hundred | Term::Scale(_) => {
                self.one_of(at).or_else(|| self.words(at, between)).map(|n| self.and_half_scale(n))
            }
            Term::Article => self.one_of(at).or_else(|| {
                let scale = matches!(self.term(at + 1), Term::Hundred | Term::Scale(_));
                if scale {
                    let words = self.words(at + 1, between)?;
                    return Some(self.and_half(words));
                }
                Some(Numeral { value: Decimal::ONE, scale: 0, next: at + 1, bare: None, style: Style::One })
            }),
            Term::Half => self.half(at, at + 1),
            // « la vingtaine de salariés », "the dozen or so shops".
            Term::Collective(n) if matches!(self.before(at, 1), Term::Determiner) => {
                let style = if self.french() { Style::Vague(Qualifier::About) } else { Style::Words };
                Some(self.of_scales(Decimal::from(n), at + 1, style))
            }
            Term::OfThe | Term::Several | Term::Plural(_) => self.vague(at),
            _ => None,
        }
    }

    fn digits(&self, at: usize, digits: Digits, money: bool) -> Option<Numeral> {
        if digits.zero_led {
            return None;
        }
        let (exponent, next) = self.scales(at + 1, money, digits);
        let value = decimal(digits, exponent)?;
        let plain = exponent == 0 && digits.places == 0 && !digits.grouped;
        let bare = plain.then_some(digits);
        let numeral = Numeral { value, scale: exponent, next, bare, style: Style::Digits };
        Some(self.and_half_scale(numeral))
    }

    /// "two and a half million", "2 milliards et demi".
    fn and_half_scale(&self, numeral: Numeral) -> Numeral {
        let Some((scale, next)) = self.half_scale(numeral.next).filter(|_| numeral.scale == 0) else {
            return self.and_half(numeral);
        };
        let value = (numeral.value + Decimal::new(5, 1)) * power(scale);
        let style = if numeral.style == Style::One { Style::Words } else { numeral.style };
        Numeral { value: value.normalize(), scale, next, bare: None, style }
    }

    /// "and a half million", after a number in front of it: the scale and the next token.
    fn half_scale(&self, and: usize) -> Option<(u8, usize)> {
        let half = and + 1 + usize::from(matches!(self.term(and + 1), Term::Article));
        if !matches!(self.term(and), Term::And) || !matches!(self.term(half), Term::Half) {
            return None;
        }
        match self.term(half + 1) {
            Term::Scale(scale) => Some((scale, half + 2)),
            _ => None,
        }
    }

    /// The scale words after a number: "mille milliards", "bn", "M" before a currency.
    fn scales(&self, at: usize, money: bool, digits: Digits) -> (u8, usize) {
        let mut exponent = 0;
        let mut next = at;
        while let Term::Scale(scale) = self.term(self.past_hyphen(next)) {
            if exponent + scale > 24 {
                break;
            }
            exponent += scale;
            next = self.past_hyphen(next) + 1;
        }
        if next == at
            && let Some(scale) = self.abbreviated_scale(at, money, digits)
        {
            return (scale, at + 1);
        }
        (exponent, next)
    }

    /// The scale of an abbreviation. "M", "k" and "m" alone are read where money or a thing counted is told, so that
    /// "5 m" stays five metres and "4K" a name.
    fn abbreviated_scale(&self, at: usize, money: bool, digits: Digits) -> Option<u8> {
        let word = self.word(at);
        if word.is_empty() || word.len() > 4 {
            return None;
        }
        match word {
            "bn" | "Bn" | "BN" | "bln" | "Md" | "Mds" | "md" | "mds" | "Mrd" | "Mrds" | "mrd" | "MM"
                if word != "MM" || money =>
            {
                return Some(9);
            }
            "cr" | "Cr" if money => return Some(7),
            "tn" | "trn" | "Tn" => return Some(12),
            "mn" | "mln" | "Mn" | "mio" | "Mio" | "mios" => return Some(6),
            _ => {}
        }
        let scale = match word {
            "k" | "K" => 3,
            "M" | "m" => 6,
            "G" if self.french() => 9,
            "B" | "b" if !self.french() => 9,
            "T" | "t" if !self.french() => 12,
            _ => return None,
        };
        // "1,3 M", "1,3 M GW": held to its number, as letters of a table are.
        let held = self.french() && word == "M" && self.held(at);
        let coin = held
            || matches!(self.term(at + 1), Term::Coin(_))
            || matches!(self.term(at + 1), Term::Of) && matches!(self.term(at + 2), Term::Coin(_))
            || self.currency_code(at + 1).is_some();
        let counted = self.glued(at)
            && !self.french()
            && word != "t"
            && (digits.places > 0 || word != "K")
            && matches!(self.term(at + 1), Term::Unknown | Term::Counted)
            && self.shape(at + 1) == Shape::Lower;
        let length =
            matches!(self.word(at + 1), "long" | "wide" | "tall" | "deep" | "high" | "away" | "above" | "below");
        let counted = (counted || word == "m" && self.glued(at) && !self.french()) && !length;
        (money && (self.glued(at) || word != "m") || coin || counted).then_some(scale)
    }

    /// "et demi", "and a half" behind a scale word.
    fn and_half(&self, numeral: Numeral) -> Numeral {
        let next = numeral.next;
        if !matches!(self.term(next), Term::And) {
            return numeral;
        }
        let half = next + 1 + usize::from(matches!(self.term(next + 1), Term::Article));
        if !matches!(self.term(half), Term::Half) {
            return numeral;
        }
        // "two and a half seasons", "2 and a half times".
        if numeral.scale == 0 {
            let counted = half > next + 1 && (self.counts(half + 1) || matches!(self.term(half + 1), Term::Times));
            let value = numeral.value + Decimal::new(5, 1);
            return if counted { Numeral { value, next: half + 1, bare: None, ..numeral } } else { numeral };
        }
        if matches!(self.term(half + 1), Term::Of | Term::Determiner) && !self.french() {
            return numeral;
        }
        let value = numeral.value + Decimal::new(5, 1) * power(numeral.scale);
        Numeral { value: value.normalize(), next: half + 1, ..numeral }
    }

    /// "a half million", "un demi-milliard", "half a billion", "half a percentage point".
    fn half(&self, at: usize, after: usize) -> Option<Numeral> {
        let after = self.past_hyphen(after);
        let after = after + usize::from(matches!(self.term(after), Term::Article) && !self.french());
        let half = Decimal::new(5, 1);
        let (value, scale, next) = match self.term(after) {
            Term::Scale(scale) => (half * power(scale), scale, after + 1),
            Term::Collective(n) => (half * Decimal::from(n), 0, after + 1),
            Term::PercentagePoint | Term::Point | Term::Percent => (half, 0, after),
            _ => return None,
        };
        debug_assert!(next > at, "a half is followed by what it halves");
        Some(Numeral { value: value.normalize(), scale, next, bare: None, style: Style::Words })
    }

    /// "une dizaine (de milliards)", "a dozen", "un demi-milliard", "a few hundred".
    fn one_of(&self, at: usize) -> Option<Numeral> {
        let count = match self.term(at) {
            Term::One | Term::Article => 1,
            Term::Cardinal(n) => n,
            _ => return None,
        };
        let noun = at + 1;
        match self.term(noun) {
            Term::Half if count == 1 => self.half(at, noun + 1),
            Term::Collective(n) => {
                let style = if count == 1 { Style::Vague(Qualifier::About) } else { Style::Words };
                let dozen = count == 1 && !self.french();
                let style = if dozen { Style::Words } else { style };
                Some(self.of_scales(Decimal::from(u32::from(n) * u32::from(count)), noun + 1, style))
            }
            Term::Plural(n) if count > 1 => {
                Some(self.of_scales(Decimal::from(n) * Decimal::from(count), noun + 1, Style::Words))
            }
            _ => None,
        }
    }

    /// "des centaines de milliers", "tens of millions", "several hundred million": at least one of each.
    fn vague(&self, at: usize) -> Option<Numeral> {
        let many = matches!(self.term(at), Term::OfThe | Term::Several);
        if many && !self.french() && matches!(self.term(at), Term::OfThe) || self.word(at).eq_ignore_ascii_case("du") {
            return None;
        }
        let noun = at + usize::from(many);
        let vague = Style::Vague(Qualifier::AtLeast);
        match self.term(noun) {
            Term::Plural(n) => Some(self.of_scales(Decimal::from(n), noun + 1, vague)),
            Term::Scale(scale) if many && self.shape(noun) != Shape::Capital => {
                let (more, next) = self.more_scales(noun + 1);
                let product = power(scale) * power(more);
                Some(Numeral { value: product, scale: scale + more, next, bare: None, style: vague })
            }
            Term::Hundred if many => {
                let (scale, next) = self.more_scales(noun + 1);
                Some(Numeral { value: Decimal::ONE_HUNDRED * power(scale), scale, next, bare: None, style: vague })
            }
            _ => None,
        }
    }

    /// The scales that follow directly: "hundred million".
    fn more_scales(&self, mut at: usize) -> (u8, usize) {
        let mut exponent = 0;
        while let Term::Scale(scale) = self.term(at) {
            if exponent + scale > 12 {
                break;
            }
            exponent += scale;
            at += 1;
        }
        (exponent, at)
    }

    /// Multiplies by the scales joined with "of": "centaines de milliers", "une dizaine de milliards".
    fn of_scales(&self, mut value: Decimal, mut next: usize, style: Style) -> Numeral {
        let mut scale = 0;
        loop {
            let after = next + usize::from(matches!(self.term(next), Term::Of));
            let factor = match self.term(after) {
                Term::Plural(n) if after > next => Decimal::from(n),
                Term::Scale(exponent) => {
                    scale = exponent;
                    power(exponent)
                }
                _ => Decimal::ZERO,
            };
            let Some(product) = value.checked_mul(factor).filter(|product| !product.is_zero() && *product < LARGEST)
            else {
                return Numeral { value, scale, next, bare: None, style };
            };
            value = product;
            next = after + 1;
        }
    }

    /// A number in words, as far as the words make one number.
    fn words(&self, at: usize, between: bool) -> Option<Numeral> {
        let mut total: i64 = 0;
        let mut current: i64 = 0;
        let mut last_scale = 0;
        let mut next = at;
        let mut taken = 0;
        loop {
            let joined = if taken == 0 { next } else { self.joint(next, current, between) };
            match self.term(joined) {
                Term::Cardinal(n) if fits(current, n.into(), self.french()) => {
                    let n = i64::from(n);
                    current = if n == 20 && current % 100 == 4 && self.french() { current + 76 } else { current + n };
                }
                Term::One if current == 0 && taken == 0 || (20..90).contains(&(current % 100)) && joined > next => {
                    current += 1;
                }
                Term::One if !self.french() && current > 0 && (current % 10 == 0) && joined >= next && taken > 0 => {
                    current += 1;
                }
                Term::Hundred if self.counts_hundreds(current) && (taken == 0 || current > 0 || total > 0) => {
                    current = current.max(1) * 100;
                }
                Term::Scale(scale) if scale <= 15 && (taken > 0 || scale == 3 && self.french()) => {
                    if current == 0 && total == 0 && taken > 0 {
                        break;
                    }
                    let factor = 10_i64.pow(scale.into());
                    if scale == 3 {
                        total = total.checked_add(current.max(1).checked_mul(factor)?)?;
                    } else {
                        total = total.checked_add(current)?.checked_mul(factor)?;
                    }
                    current = 0;
                    last_scale = scale;
                }
                Term::Scale(scale) if taken == 0 => {
                    total = 10_i64.checked_pow(scale.into())?;
                    last_scale = scale;
                }
                _ => break,
            }
            taken += 1;
            next = joined + 1;
        }
        if taken == 0 {
            return None;
        }
        let value = Decimal::from(total.checked_add(current)?);
        let style = if taken == 1 && matches!(self.term(at), Term::One) { Style::One } else { Style::Words };
        Some(Numeral { value, scale: if current == 0 { last_scale } else { 0 }, next, bare: None, style })
    }

    /// Whether hundreds are counted by this number: "twelve hundred", « quinze cents », where « dix cents » are coins.
    fn counts_hundreds(&self, number: i64) -> bool {
        if self.french() { number < 20 && number != 10 } else { number < 100 }
    }

    /// The token after a hyphen, or after an "and" that joins the parts of one number.
    fn joint(&self, at: usize, current: i64, between: bool) -> usize {
        if self.sign(at, Sign::Hyphen) && self.glued(at) {
            let and = matches!(self.term(at + 1), Term::And) && self.sign(at + 2, Sign::Hyphen);
            return at + 1 + 2 * usize::from(and);
        }
        if !matches!(self.term(at), Term::And) || between && !self.french() {
            return at;
        }
        let joins = if self.french() {
            (20..80).contains(&current)
                && current % 10 == 0
                && matches!(self.term(at + 1), Term::One | Term::Cardinal(11))
        } else {
            current >= 100
                && current % 100 == 0
                && matches!(self.term(at + 1), Term::Cardinal(_) | Term::One)
                && !matches!(self.term(at + 2), Term::Hundred | Term::Scale(_))
        };
        at + usize::from(joins)
    }
}

/// Whether a number word continues a number: "vingt" takes "deux", "soixante" takes "quinze", "deux" takes nothing.
fn fits(current: i64, n: i64, french: bool) -> bool {
    let rest = current % 100;
    if current == 0 || rest == 0 {
        return n > 0 || current == 0;
    }
    if french && (n == 20 && rest == 4) {
        return true;
    }
    if french && (rest == 60 || rest == 80) {
        return n < 20 && n > 0;
    }
    if french && matches!(rest, 10 | 70 | 90) && (7..10).contains(&n) {
        return true;
    }
    rest >= 20 && rest % 10 == 0 && n < 10 && n > 0
}
