//! Digits that dial or refer: telephone numbers, the numbers of laws, cases and files.
//!
//! Owns numbers that only identify. A rule answers with the token after the trap.

use super::grammar::Paragraph;
use super::term::{Digits, Shape, Sign, Term};

/// The most groups of digits that a telephone number is looked for in.
const MOST_GROUPS: usize = 8;

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

impl Paragraph<'_> {
    /// Groups of digits that dial: "01 42 68 53 00", "+33 1 42 68 53 00", "514-555-0199", "418 555-0147", "555-0142".
    pub fn phone(&self, at: usize) -> Option<usize> {
        let plus = at > 0 && self.sign(at - 1, Sign::Plus) && self.glued(at);
        let open = at > 0 && self.sign(at - 1, Sign::Open);
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

    /// The number of a law, a case or a file: "(UE) 2016/679", "2014/65/UE", "1234/56", "C-123/22".
    pub fn reference(&self, at: usize, digits: Digits) -> Option<usize> {
        let slash = |at: usize| self.sign(at, Sign::Slash) && self.glued(at) && self.glued(at + 1);
        if at >= 2 && slash(at - 1) && self.term(at - 2) == Term::Code {
            return Some(self.tail(at + 1));
        }
        let Term::Digits(second) = self.term(at + 2) else { return None };
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
