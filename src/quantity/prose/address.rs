//! Numbers of houses and towns: "12, rue de Rivoli", "75008 Paris", "22 Bishopsgate".
//!
//! Owns what streets are called. A rule answers with the token after the number.

use super::grammar::Paragraph;
use super::term::{Digits, Shape, Sign, Term};

impl Paragraph<'_> {
    /// What an English address calls a street.
    pub fn is_street(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "Street"
                | "Avenue"
                | "Road"
                | "Boulevard"
                | "Square"
                | "Lane"
                | "Ave"
                | "Blvd"
                | "St"
                | "Parkway"
                | "Terrace"
                | "Place"
                | "Drive"
                | "Crescent"
                | "Gardens"
                | "Court"
                | "Row"
                | "Wharf"
                | "Quay"
                | "Plaza"
                | "Way"
                | "Broadway"
                | "Yards"
                | "Mews"
                | "Circus"
        )
    }

    /// "75008 Paris", "12, rue de Rivoli".
    pub fn address_number(&self, at: usize, digits: Digits) -> Option<usize> {
        // "75008 Paris"; the four digits of Belgium and Switzerland only behind a street or "à".
        let placed = self.sign(at.wrapping_sub(1), Sign::Comma) || matches!(self.before(at, 1), Term::To);
        let postcode = (digits.width == 5 || placed && self.year_digits(at).is_none() && digits.width == 4)
            && !digits.grouped
            && digits.places == 0
            && matches!(self.term(at + 1), Term::Unknown)
            && matches!(self.shape(at + 1), Shape::Capital);
        let street = at + 1 + usize::from(self.sign(at + 1, Sign::Comma));
        let street = matches!(self.word(street), "rue" | "avenue" | "boulevard" | "place" | "quai" | "allée" | "bis");
        let named = |at: usize| {
            self.shape(at) == Shape::Capital || self.is_ordinal_suffix(at + 1) || self.is_ordinal_suffix(at)
        };
        let words = |at: usize| (at + 1..at + 5).take_while(|at| named(*at));
        // « rue du 4-Septembre ».
        let day = matches!(self.before(at, 1), Term::OfThe)
            && matches!(self.word_before(at, 2), "rue" | "place" | "avenue" | "boulevard" | "pont" | "quai" | "stade");
        let street =
            street || day || self.shape(at + 1) == Shape::Capital && words(at).skip(1).any(|at| self.is_street(at));
        if self.is_house(at) {
            return Some(at + 2);
        }
        let tied = |at: usize| 2 * usize::from(day && self.sign(at, Sign::Hyphen) && self.glued(at));
        let month = at + 1 + tied(at + 1);
        (postcode || street).then_some(month + tied(month))
    }

    /// "the tower at 22 Bishopsgate": a street of one word, with nothing counted behind it.
    fn is_house(&self, at: usize) -> bool {
        let name = self.shape(at + 1) == Shape::Capital && matches!(self.term(at + 1), Term::Unknown);
        let plural = self.word(at + 1).ends_with('s') || self.counts(at + 2);
        self.word_before(at, 1) == "at" && name && !plural && self.closes(at + 2) && !self.glued(at + 1)
    }
}
