//! Digits that dial or refer: telephone numbers, the numbers of laws, cases and files.
//!
//! Owns numbers that only identify. A rule answers with the token after the trap.

use super::grammar::Paragraph;
use super::term::{Digits, Shape, Sign, Term};

/// The most groups of digits that a telephone number is looked for in.
const MOST_GROUPS: usize = 8;

/// Countries as they stand before a number for their tax.
const COUNTRIES: &str = "FR DE GB BE IT ES NL LU IE PT AT CH DK SE FI PL";

/// Groups of digits in a row.
struct Groups {
    widths: [usize; MOST_GROUPS],
    count: usize,
    /// Whether a hyphen or a point stands before the last group.
    tied: bool,
    next: usize,
}

impl Groups {
    fn widths(&self) -> &[usize] {
        &self.widths[..self.count]
    }
}

/// Verbs that tell a number to dial.
const DIALS: &[&str] =
    &["appelez", "appeler", "composez", "composer", "joignez", "call", "dial", "phone", "ring", "text"];

impl Paragraph<'_> {
    /// Groups of digits that dial: "01 42 68 53 00", "+33 1 42 68 53 00", "514-555-0199", "418 555-0147", "555-0142".
    pub fn phone(&self, at: usize) -> Option<usize> {
        if let Some(next) = self.dialled(at) {
            return Some(next);
        }
        let plus = at > 0 && self.sign(at - 1, Sign::Plus) && self.glued(at);
        let open = at > 0 && self.sign(at - 1, Sign::Open);
        let alone = !matches!(self.term(at + 1), Term::Digits(_) | Term::Sign(_));
        if alone && matches!(self.term(at), Term::Digits(digits) if !digits.grouped) {
            return None;
        }
        let groups = self.groups(at, plus);
        if groups.count < 2 {
            return None;
        }
        let total: usize = groups.widths().iter().sum();
        let zero = self.word(at).starts_with('0');
        // A last group with a hyphen, or groups that no number is written in.
        let american = match groups.widths() {
            [3, 3, 4] | [1, 3, 3, 4] => groups.tied || !matches!(self.term(at), Term::Digits(n) if n.grouped),
            [3, 4] => groups.tied && self.word(groups.next - 1).starts_with('0'),
            _ => false,
        };
        let dials = plus && total >= 9 || zero && total >= 8 || american || open && total == 10;
        dials.then_some(groups.next)
    }

    /// "Composez le 3949", "dial 311 or 0800 123 456": what a verb of calling tells to dial.
    fn dialled(&self, at: usize) -> Option<usize> {
        let verb = |back: usize| {
            let word = self.word_before(at, back);
            DIALS.iter().any(|dials| word.eq_ignore_ascii_case(dials))
        };
        let article = matches!(self.before(at, 1), Term::Determiner | Term::To);
        let again = matches!(self.before(at, 1 + usize::from(article)), Term::Or)
            && (3..6).any(|back| verb(back + usize::from(article)));
        if !(verb(1) || article && verb(2) || again) {
            return None;
        }
        let Term::Digits(digits) = self.term(at) else { return None };
        let groups = self.groups(at, false);
        let last = groups.next.checked_sub(1)?;
        let counted = self.measures(last) || self.counts(groups.next) || digits.places > 0;
        (!counted).then_some(groups.next)
    }

    /// "SIREN 732 829 320", "RCS Nanterre 403 170 701", "VAT number GB 123 4567 89": groups behind the name of a register.
    pub fn registered(&self, at: usize) -> Option<usize> {
        let between = |back: usize| {
            matches!(
                self.before(at, back),
                Term::Unknown | Term::Label | Term::Code | Term::Determiner | Term::Function | Term::Abbreviation
            ) || matches!(self.before(at, back), Term::Sign(Sign::Colon | Sign::Point | Sign::Hash | Sign::Other))
        };
        // "FR 40 303 265 045": the country before a number for its tax.
        let long = matches!(self.term(at), Term::Digits(n) if n.mantissa >= 100_000_000);
        let country = |word: &str| COUNTRIES.split(' ').any(|country| country == word);
        if long && country(self.word_before(at, 1)) && !self.measures(at) {
            return Some(at + 1);
        }
        let back =
            (1..6).find(|back| !between(*back)).filter(|back| matches!(self.before(at, *back), Term::Register))?;
        let mut next = at + 1;
        while matches!(self.term(next), Term::Digits(_) | Term::Code)
            || matches!(self.term(next), Term::Sign(Sign::Hyphen | Sign::Point | Sign::Slash))
                && self.glued(next)
                && self.glued(next + 1)
        {
            next += 1;
        }
        // "la TVA 2024" is a year's; a word between tells a number only in groups: "l'ISIN compte 12 lettres".
        let alone = next == at + 1;
        let year = alone && self.year_digits(at).is_some();
        let grouped = !alone || matches!(self.term(at), Term::Digits(n) if n.grouped || n.zero_led || n.width > 4);
        let told = back == 1 || grouped;
        let counted = self.is_plural(next) || matches!(self.term(next), Term::Counted);
        (told && !year && !self.measures(next - 1) && !counted).then_some(next)
    }

    /// An account number in groups, wherever it stands: "FR76 3000 6000 0112", "GB29 NWBK 6016 1331" (ISO 13616).
    pub fn account(&self, at: usize) -> Option<usize> {
        let country = self.word(at).as_bytes();
        let [a, b, c, d] = country else { return None };
        if !(a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_digit() && d.is_ascii_digit()) {
            return None;
        }
        let group = |at: usize| match self.term(at) {
            Term::Digits(digits) => digits.places == 0 && self.word(at).len() <= 4,
            Term::Code => self.word(at).len() <= 4,
            _ => self.shape(at) == Shape::Caps && self.word(at).len() <= 4,
        };
        let mut next = at + 1;
        while group(next) {
            next += 1;
        }
        // The last group may be glued letters, or thousands in form: "7890 189".
        next += usize::from(next > at + 1 && self.glued(next) && self.shape(next) != Shape::None);
        (next > at + 2 && self.word(at + 1).len() == 4).then_some(next)
    }

    /// The groups of digits from `at` on; what looks like thousands is several of them.
    fn groups(&self, at: usize, plus: bool) -> Groups {
        let mut groups = Groups { widths: [0; MOST_GROUPS], count: 0, tied: false, next: at };
        let mut next = at;
        while let Term::Digits(_) = self.term(next) {
            for run in self.word(next).split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()) {
                if groups.count == MOST_GROUPS {
                    return groups;
                }
                groups.widths[groups.count] = run.len();
                groups.count += 1;
            }
            groups.tied = next > at && matches!(self.before(next, 1), Term::Sign(Sign::Hyphen | Sign::Point));
            next += 1;
            groups.next = next;
            // Parentheses enclose the code of a region: "(514) 555-0100", "+33 (0)1 42".
            for _ in 0..2 {
                let region = groups.count == 1 || plus && groups.count == 2;
                let joins = match self.term(next) {
                    Term::Sign(Sign::Hyphen | Sign::Point) => true,
                    Term::Sign(Sign::Close) => region,
                    Term::Sign(Sign::Open) => plus && region,
                    _ => false,
                };
                next += usize::from(joins);
            }
        }
        groups
    }

    /// Three groups or more with hyphens that are no date: "978-2-07-036822-8".
    fn hyphened(&self, at: usize, digits: Digits) -> Option<usize> {
        let joined = |at: usize| {
            self.sign(at, Sign::Hyphen)
                && self.glued(at)
                && self.glued(at + 1)
                && matches!(self.term(at + 1), Term::Digits(n) if n.places == 0 && !n.grouped)
        };
        let mut next = at + 1;
        while joined(next) {
            next += 2;
        }
        let date = next == at + 5 && (digits.width == 4 || digits.width <= 2 && self.word(at + 4).len() != 3);
        (next >= at + 5 && !date).then_some(next)
    }

    /// The number of a law, a case or a file: "(UE) 2016/679", "2014/65/UE", "1234/56", "C-123/22".
    pub fn reference(&self, at: usize, digits: Digits) -> Option<usize> {
        let slash = |at: usize| self.sign(at, Sign::Slash) && self.glued(at) && self.glued(at + 1);
        if at >= 2 && slash(at - 1) && matches!(self.term(at - 2), Term::Code) {
            return Some(self.tail(at + 1));
        }
        let Term::Digits(second) = self.term(at + 2) else { return None };
        if let Some(next) = self.hyphened(at, digits) {
            return Some(next);
        }
        let plain = |digits: Digits| digits.places == 0 && !digits.grouped;
        if !slash(at + 1) || !plain(digits) || !plain(second) {
            return None;
        }
        let body = slash(at + 3) && self.shape(at + 4) == Shape::Caps;
        let date = slash(at + 3) && matches!(self.term(at + 4), Term::Digits(_));
        let long = (digits.width > 2 || second.width > 2) && !self.measures(at + 2);
        let years = self.year_digits(at).is_some_and(|year| self.second_year(at + 1, year).is_some());
        (body || long && !date && !years).then(|| self.tail(at + 3))
    }
}
