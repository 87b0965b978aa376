//! Days and months: "6 février 2025", "1er mars", "February 6, 2025", "2025-02-06", "06/02/2025", "du 6 au 8 mars".
//!
//! Owns dates within a year; quarters, half-years and years are `date`'s.

use super::grammar::{Figure, Paragraph};
use super::term::{Digits, Shape, Sign, Term};
use super::{Content, When, WhenPart};

impl Paragraph<'_> {
    /// A date that begins with digits.
    pub fn day(&self, at: usize, digits: Digits, out: &mut Vec<Figure>) -> Option<usize> {
        self.numeric_day(at, digits, out).or_else(|| self.day_then_month(at, out))
    }

    /// `2025-02-06`, and days with slashes in the order of the text's country.
    fn numeric_day(&self, at: usize, digits: Digits, out: &mut Vec<Figure>) -> Option<usize> {
        let [separator, second, again, third] =
            [self.term(at + 1), self.term(at + 2), self.term(at + 3), self.term(at + 4)];
        let (Term::Digits(second), Term::Digits(third)) = (second, third) else { return None };
        let joined = separator == again && (at + 1..at + 5).all(|at| self.glued(at));
        if !joined {
            return None;
        }
        let (year, month, day) = match separator {
            Term::Sign(Sign::Hyphen) if digits.width == 4 => (digits, second, third),
            Term::Sign(Sign::Slash) if third.width == 4 => {
                let us = !self.options.day_first && digits.mantissa <= 12 || second.mantissa > 12;
                if us { (third, digits, second) } else { (third, second, digits) }
            }
            _ => return None,
        };
        let part = WhenPart::Day(small(month, 12)?, small(day, 31)?);
        let year = i16::try_from(year.mantissa).ok().filter(|year| (1000..=2200).contains(year))?;
        out.push(Figure::time(When { year: Some(year), part, fiscal: false }, at, at + 5));
        Some(at + 5)
    }

    /// `21.03.2025`, as Switzerland and Germany write days; a version has other parts or its label.
    pub fn dotted_day(&self, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
        let mut parts = self.word(at).split('.');
        let (day_digits, month_digits, year_digits) = (parts.next()?, parts.next()?, parts.next()?);
        let fits = parts.next().is_none() && day_digits.len() <= 2 && month_digits.len() <= 2 && year_digits.len() == 4;
        let named = matches!(self.before(at, 1), Term::Label | Term::Register);
        let year = year_digits.parse().ok().filter(|year| (1900..=2100).contains(year) && fits && !named)?;
        let month = month_digits.parse().ok().filter(|month| (1..=12).contains(month))?;
        let number = day_digits.parse().ok().filter(|day| (1..=31).contains(day))?;
        out.push(Figure::time(day(Some(year), month, number), at, at + 1));
        Some(at + 1)
    }

    /// "6 février 2025", "the 6th of February", and a first day before it: "du 6 au 8 mars", "6-8 March", "3 et 5 mai".
    fn day_then_month(&self, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
        let (first, after) = self.day_of_month(at)?;
        if let Some((month, next)) = self.month_after(after) {
            let (year, next) = self.year_of(next);
            out.push(Figure::time(day(year, month, first), at, next));
            return Some(next);
        }
        let tied = matches!(self.term(after), Term::And | Term::To | Term::Or | Term::Sign(Sign::Hyphen | Sign::Dash));
        let (second, after_second) = self.day_of_month(after + 1).filter(|_| tied)?;
        let (month, next) = self.month_after(after_second)?;
        let (year, next) = self.year_of(next);
        out.push(Figure::time(day(year, month, first), at, after));
        out.push(Figure::time(day(year, month, second), after + 1, next));
        Some(next)
    }

    /// "du 1er mars au 6 avril 2025": the first of two days has the year of the second.
    pub fn share_year(&self, out: &mut [Figure]) {
        let [.., before, last] = out else { return };
        let tie = before.next;
        let tied = matches!(self.term(tie), Term::To | Term::Sign(Sign::Dash | Sign::Hyphen)) && tie + 1 == last.first;
        if let (Content::Time(first), Content::Time(second)) = (&mut before.content, &last.content)
            && let (WhenPart::Day(..), WhenPart::Day(..)) = (first.part, second.part)
            && tied
            && first.year.is_none()
        {
            // A first day later in the year belongs to the year before.
            let earlier = i16::from(first.part > second.part);
            first.year = second.year.map(|year| year - earlier);
        }
    }

    /// A day's number, with its suffix.
    fn day_of_month(&self, at: usize) -> Option<(i8, usize)> {
        let Term::Digits(digits) = self.term(at) else { return None };
        if digits.grouped || digits.places > 0 {
            return None;
        }
        let number = small(digits, 31)?;
        Some((number, at + 1 + usize::from(self.is_ordinal_suffix(at + 1))))
    }

    /// "février", "of February".
    fn month_after(&self, at: usize) -> Option<(i8, usize)> {
        let at = at + usize::from(matches!(self.term(at), Term::Of) && !self.french());
        let at = self.past_hyphen(at);
        Some((self.month_name(at)?, at + 1))
    }

    /// A month's name; English ones have a capital, which tells "May" from "may".
    fn month_name(&self, at: usize) -> Option<i8> {
        match self.term(at) {
            Term::Month(month) if self.french() || self.shape(at) != Shape::Lower => Some(month.cast_signed()),
            _ => None,
        }
    }

    /// A year directly behind a day or a month, with a comma or "of" before it.
    fn year_of(&self, at: usize) -> (Option<i16>, usize) {
        let comma = usize::from(self.sign(at, Sign::Comma) || matches!(self.term(at), Term::Of));
        for start in [at, at + comma] {
            if let Some(year) = self.dated_year(start) {
                return (Some(year), start + 1);
            }
        }
        (None, at)
    }

    /// A date that begins with a month's name, or a month.
    pub fn month(&self, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
        let month = self.month_name(at)?;
        let next = at + 1;
        if let Some(year) = self.dated_year(next) {
            let when = When { year: Some(year), part: WhenPart::Month(month), fiscal: false };
            out.push(Figure::time(when, at, next + 1));
            return Some(next + 1);
        }
        if !self.french()
            && let Some(next) = self.month_then_day(at, month, out)
        {
            return Some(next);
        }
        let (year, end) = self.year_of(next);
        let told = year.is_some()
            || matches!(self.before(at, 1), Term::Preposition | Term::Of | Term::From | Term::Elapsed | Term::By);
        if !told || self.french() && self.shape(at) == Shape::Capital && !self.opens_sentence(at) {
            return None;
        }
        out.push(Figure::time(When { year, part: WhenPart::Month(month), fiscal: false }, at, end));
        Some(end)
    }

    /// "February 6, 2025", "Feb. 6-8".
    fn month_then_day(&self, at: usize, month: i8, out: &mut Vec<Figure>) -> Option<usize> {
        let (first, after) = self.day_of_month(at + 1)?;
        if self.unit_after(after).is_some() || matches!(self.term(after), Term::Scale(_)) {
            return None;
        }
        let tied = matches!(self.term(after), Term::And | Term::To | Term::Sign(Sign::Hyphen | Sign::Dash));
        if tied && let Some((second, after_second)) = self.day_of_month(after + 1) {
            let counted = self.unit_after(after_second).is_some()
                || matches!(self.term(after_second), Term::Scale(_) | Term::Month(_));
            if !counted {
                let (year, next) = self.year_of(after_second);
                out.push(Figure::time(day(year, month, first), at, after));
                out.push(Figure::time(day(year, month, second), after + 1, next));
                return Some(next);
            }
        }
        let (year, next) = self.year_of(after);
        out.push(Figure::time(day(year, month, first), at, next));
        Some(next)
    }
}

fn day(year: Option<i16>, month: i8, day: i8) -> When {
    When { year, part: WhenPart::Day(month, day), fiscal: false }
}

/// A number from 1 to `most`.
fn small(digits: Digits, most: u64) -> Option<i8> {
    let fits = digits.places == 0 && (1..=most).contains(&digits.mantissa) && digits.width <= 2;
    fits.then(|| i8::try_from(digits.mantissa).expect("a small number"))
}
