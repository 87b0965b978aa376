//! Quarters, half-years and years, of the calendar and of companies: "T4 2024", "premier semestre 2025", "FY25".
//!
//! Owns periods from a quarter up; days and months are `day`'s.

use super::grammar::{Figure, Paragraph};
use super::term::{Digits, Shape, Sign, Term};
use super::{Kind, Qualifier, When, WhenPart};
use crate::quantity::prose::Content;

/// How words begin that tell when something came into being.
const MADE: &[&str] = &[
    "fond",
    "cré",
    "né",
    "dat",
    "constru",
    "bâti",
    "ouvert",
    "inaugur",
    "établi",
    "lanc",
    "found",
    "creat",
    "born",
    "built",
    "build",
    "open",
    "establish",
    "launch",
    "circa",
    "incorporat",
];

impl Paragraph<'_> {
    /// A time that begins at `at`.
    pub fn time(&self, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
        let next = self.any_time(at, out)?;
        self.share_year(out);
        Some(next)
    }

    fn any_time(&self, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
        match self.term(at) {
            Term::Digits(digits) => self
                .day(at, digits, out)
                .or_else(|| self.numbered_period(at, out))
                .or_else(|| self.year(at, digits, out)),
            Term::Month(_) => self.month(at, out),
            Term::Ordinal(n) => self.part_of_year(at, n, at + 1, out),
            Term::QuarterCode(_) | Term::HalfCode(_) if self.is_car(at) => None,
            Term::QuarterCode(n) => Some(self.period(at, WhenPart::Quarter(n.cast_signed()), at + 1, out)),
            Term::HalfCode(n) => Some(self.period(at, WhenPart::Half(n.cast_signed()), at + 1, out)),
            Term::FiscalCode(year) => fiscal_code(at, year, out),
            Term::Fiscal => self.fiscal(at, out),
            _ => None,
        }
    }

    /// A year in four digits.
    pub fn year_digits(&self, at: usize) -> Option<i16> {
        match self.term(at) {
            Term::Digits(digits) if digits.width == 4 => i16::try_from(digits.plain(1900, 2100)?).ok(),
            _ => None,
        }
    }

    /// A year in four digits where a day or a month stands before it, or words that only times follow: those of earlier
    /// centuries too.
    pub fn dated_year(&self, at: usize) -> Option<i16> {
        self.year_digits(at).or_else(|| self.earlier_year(at).filter(|_| !self.counts_plainly(at)))
    }

    /// Four digits that tell a year before 1900.
    fn earlier_year(&self, at: usize) -> Option<i16> {
        match self.term(at) {
            Term::Digits(digits) if digits.width == 4 => i16::try_from(digits.plain(1000, 1899)?).ok(),
            _ => None,
        }
    }

    /// "founded in 1867", "depuis 1789", "(born 1743)": a year before 1900, which only its neighbours tell from a count.
    fn historic_year(&self, at: usize) -> Option<i16> {
        let year = self.earlier_year(at)?;
        let word = self.word_before(at, 1).to_lowercase();
        let made = |word: &str| MADE.iter().any(|stem| word.to_lowercase().starts_with(stem));
        let time = matches!(
            word.as_str(),
            "en" | "depuis"
                | "dès"
                | "vers"
                | "avant"
                | "après"
                | "in"
                | "since"
                | "until"
                | "before"
                | "after"
                | "early"
        );
        let dating = matches!(word.as_str(), "de" | "from") && made(self.word_before(at, 2));
        let year_word = matches!(self.before(at, 1), Term::YearWord);
        let closed = matches!(self.term(at + 1), Term::Sign(_) | Term::Stop | Term::End);
        let told = time || dating || year_word || made(&word) && closed;
        (told && !self.counts_plainly(at)).then_some(year)
    }

    /// Whether a unit, a scale or a noun in the plural follows digits.
    fn counts_plainly(&self, at: usize) -> bool {
        let next = at + 1;
        let plural = matches!(self.term(next), Term::Unknown) && self.word(next).ends_with(['s', 'x']);
        let counted = matches!(self.term(next), Term::Scale(_) | Term::Counted | Term::TimeWord);
        counted || plural || self.unit_after(next).is_some()
    }

    /// "3e trimestre", "4Q24", "1H 2025".
    fn numbered_period(&self, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
        let Term::Digits(digits) = self.term(at) else { return None };
        let number = u8::try_from(digits.plain(1, 4)?).ok()?;
        if self.is_ordinal_suffix(at + 1) {
            return self.part_of_year(at, number, at + 2, out);
        }
        if !self.glued(at + 1) {
            return None;
        }
        let (letter, year) = self.word(at + 1).split_at_checked(1)?;
        let part = match letter {
            "Q" => WhenPart::Quarter(number.cast_signed()),
            "T" if self.french() => WhenPart::Quarter(number.cast_signed()),
            "H" if number <= 2 => WhenPart::Half(number.cast_signed()),
            "S" if self.french() && number <= 2 => WhenPart::Half(number.cast_signed()),
            _ => return None,
        };
        if year.is_empty() {
            return Some(self.period(at, part, at + 2, out));
        }
        let year = year.parse::<i16>().ok().filter(|_| year.len() == 2).map(|year| 2000 + year)?;
        out.push(Figure::time(When { year: Some(year), part, fiscal: false }, at, at + 2));
        Some(at + 2)
    }

    /// "fourth quarter of 2024", "premier et deuxième trimestres", "first half".
    fn part_of_year(&self, at: usize, number: u8, next: usize, out: &mut Vec<Figure>) -> Option<usize> {
        let next = self.past_hyphen(next);
        let fiscal = usize::from(matches!(self.term(next), Term::Fiscal) && !self.french());
        let noun = next + fiscal;
        let part = |number: u8, noun: usize| match self.term(noun) {
            Term::QuarterWord if number <= 4 => Some(WhenPart::Quarter(number.cast_signed())),
            Term::HalfWord | Term::Half
                if number <= 2 && (!self.french() || matches!(self.term(noun), Term::HalfWord)) =>
            {
                Some(WhenPart::Half(number.cast_signed()))
            }
            _ => None,
        };
        if let Some(part) = part(number, noun) {
            let next = self.period(at, part, noun + 1, out);
            year_before(at, out);
            return Some(next);
        }
        let (Term::And | Term::Or, Term::Ordinal(second)) = (self.term(next), self.term(next + 1)) else { return None };
        let noun = self.past_hyphen(next + 2);
        let first = part(number, noun)?;
        let second = part(second, noun)?;
        let slot = out.len();
        let end = self.period(next + 1, second, noun + 1, out);
        let mut earlier = out[slot].clone();
        if let Content::Time(when) = &mut earlier.content {
            when.part = first;
        }
        (earlier.first, earlier.core, earlier.next) = (at, at, next);
        out.insert(slot, earlier);
        Some(end)
    }

    /// Adds a quarter or a half-year with the year behind it; the token after it.
    fn period(&self, first: usize, part: WhenPart, next: usize, out: &mut Vec<Figure>) -> usize {
        let (year, fiscal, next) = self.year_behind(next);
        out.push(Figure::time(When { year, part, fiscal }, first, next));
        next
    }

    /// The year that a period belongs to, whether it is a company's, and the token after it.
    fn year_behind(&self, at: usize) -> (Option<i16>, bool, usize) {
        let mut start = at;
        for _ in 0..3 {
            let linking = matches!(
                self.term(start),
                Term::Of | Term::OfThe | Term::Determiner | Term::YearWord | Term::Sign(Sign::Hyphen | Sign::Slash)
            ) || start == at && self.sign(at, Sign::Comma);
            start += usize::from(linking);
        }
        match self.term(start) {
            Term::Digits(_) => match self.year_digits(start) {
                Some(year) if self.unit_after(start + 1).is_none() && !self.sign(at, Sign::Comma) => {
                    let fiscal = usize::from(matches!(self.term(start + 1), Term::Fiscal));
                    return (Some(year), fiscal > 0, start + 1 + fiscal);
                }
                _ => {}
            },
            Term::FiscalCode(year) => return (i16::try_from(year).ok(), true, start + 1),
            Term::Fiscal => {
                if let Some((year, next)) = self.fiscal_year(start) {
                    return (Some(year), true, next);
                }
            }
            Term::Sign(Sign::Quote) if self.glued(start + 1) => {
                if let Term::Digits(Digits { mantissa, width: 2, places: 0, .. }) = self.term(start + 1) {
                    return (i16::try_from(2000 + mantissa).ok(), false, start + 2);
                }
            }
            _ => {}
        }
        (None, false, at)
    }

    /// "exercice 2025", "fiscal year 2025", "exercice 2024-2025".
    fn fiscal(&self, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
        let (year, next) = self.fiscal_year(at)?;
        out.push(Figure::time(When { year: Some(year), part: WhenPart::Year, fiscal: true }, at, next));
        Some(next)
    }

    /// The year behind "exercice" or "fiscal", by the calendar year in which it ends.
    fn fiscal_year(&self, at: usize) -> Option<(i16, usize)> {
        let start = at + 1 + usize::from(matches!(self.term(at + 1), Term::YearWord));
        let year = match self.term(start) {
            Term::Digits(Digits { mantissa, width: 2, places: 0, .. }) if !self.french() => {
                return Some((i16::try_from(2000 + mantissa).ok()?, start + 1));
            }
            _ => self.year_digits(start)?,
        };
        match self.second_year(start + 1, year) {
            Some(last) => Some((last, start + 3)),
            None => Some((year, start + 1)),
        }
    }

    /// The year behind a hyphen or slash: "2024-2025", "2024/25".
    pub fn second_year(&self, at: usize, first: i16) -> Option<i16> {
        let tied = matches!(self.term(at), Term::Sign(Sign::Hyphen | Sign::Dash | Sign::Slash))
            && self.glued(at)
            && self.glued(at + 1);
        let Term::Digits(digits) = self.term(at + 1) else { return None };
        let year = match digits.width {
            4 => self.year_digits(at + 1)?,
            // "2024/25" is a season; "2014/65" numbers a directive.
            2 if self.sign(at, Sign::Slash) && i64::try_from(digits.mantissa) != Ok(i64::from((first + 1) % 100)) => {
                return None;
            }
            2 if digits.places == 0 => first - first % 100 + i16::try_from(digits.mantissa).ok()?,
            _ => return None,
        };
        (tied && year > first).then_some(year)
    }

    /// A year alone, or two of them with a hyphen.
    fn year(&self, at: usize, digits: Digits, out: &mut Vec<Figure>) -> Option<usize> {
        let year = match self.year_digits(at) {
            Some(_) if self.counts_things(at, digits) => return None,
            Some(year) => year,
            None => self.historic_year(at)?,
        };
        let calendar = |year, first, next| {
            Figure::time(When { year: Some(year), part: WhenPart::Year, fiscal: false }, first, next)
        };
        let fiscal = |year, first, next| {
            Figure::time(When { year: Some(year), part: WhenPart::Year, fiscal: true }, first, next)
        };
        if matches!(self.term(at + 1), Term::Fiscal) && !self.french() {
            out.push(fiscal(year, at, at + 2));
            return Some(at + 2);
        }
        // "ex. 2025", but "p. ex. 2025".
        if self.french() && self.word_before(at, 1) == "ex" && !matches!(self.word_before(at, 2), "p" | "par") {
            out.push(Figure { first: at - 1, ..fiscal(year, at, at + 1) });
            return Some(at + 1);
        }
        if let Some(last) = self.second_year(at + 1, year) {
            out.push(calendar(year, at, at + 1));
            out.push(calendar(last, at + 2, at + 3));
            return Some(at + 3);
        }
        out.push(calendar(year, at, at + 1));
        Some(at + 1)
    }

    /// Whether a number that looks like a year counts something: "plus de 2000 salariés", "2000 employees", "2000 MW".
    fn counts_things(&self, at: usize, digits: Digits) -> bool {
        let next = self.term(at + 1);
        let unit = self.unit_after(at + 1).is_some() && !matches!(next, Term::Of);
        let scale = matches!(next, Term::Scale(_) | Term::Counted | Term::TimeWord);
        let money = !matches!(self.before(at, 1), Term::End)
            && matches!(self.before(at, 1), Term::Coin(_) | Term::Sign(Sign::Plus));
        let money = money || at > 0 && self.currency_code(at - 1).is_some();
        let noun = next == Term::Unknown && self.shape(at + 1) == Shape::Lower;
        let limit = matches!(
            self.before(at, 1),
            Term::Before(Qualifier::MoreThan | Qualifier::LessThan | Qualifier::AtLeast | Qualifier::About, _)
        );
        let plural = self.french() && self.word_before(at, 1).eq_ignore_ascii_case("les");
        let glued = self.glued(at + 1) && self.shape(at + 1) != Shape::None;
        debug_assert!(digits.width == 4, "a year has four digits");
        unit || scale || money || glued || noun && (limit || plural && self.word(at + 1).ends_with('s'))
    }
}

/// "the 2024 fourth quarter": the year is the figure just read.
fn year_before(at: usize, out: &mut Vec<Figure>) {
    let [.., year, quarter] = &mut out[..] else { return };
    let adjacent = year.next == at && year.kind == Kind::Year;
    if let (Content::Time(before), Content::Time(when)) = (&year.content, &mut quarter.content)
        && adjacent
        && when.year.is_none()
    {
        (when.year, when.fiscal) = (before.year, before.fiscal);
        (quarter.first, quarter.core) = (year.first, year.first);
        let last = out.len() - 2;
        out.remove(last);
    }
}

/// "FY25".
fn fiscal_code(at: usize, year: u16, out: &mut Vec<Figure>) -> Option<usize> {
    let when = When { year: Some(i16::try_from(year).ok()?), part: WhenPart::Year, fiscal: true };
    out.push(Figure::time(when, at, at + 1));
    Some(at + 1)
}
