//! A change and the level it led to, told from a range: "fell by 20 to 140", « a progressé de 5 % à 7 % ».
//!
//! Owns the verbs and links that make two figures of "by … to" and "de … à".

use super::Measure;
use super::count::Operand;
use super::grammar::Paragraph;
use super::term::{Sign, Speech, Term};
use crate::quantity::Decimal;

impl Paragraph<'_> {
    /// "a progressé de 5 % à 7 %", "fell by 20 to 140", "rose $3 to $45": a change that was, and the level it led to (in
    /// French two levels), each number with its own unit or neither with any.
    pub fn is_step(&self, low: &Operand, high: &Operand) -> bool {
        let told = |operand: &Operand| operand.next > operand.numeral.next || operand.coin_first;
        let own = told(low) == told(high) && (told(low) || low.numeral.scale == high.numeral.scale);
        let of = usize::from(matches!(self.before(low.first, 1), Term::Of | Term::By));
        let far = high.value >= low.value * Decimal::from(3);
        let percent = low.unit == Some(Measure::Percent);
        let Term::Move(_, speech @ (Speech::Verb | Speech::Adverb)) = self.moved_by(low.first, of) else {
            return false;
        };
        if !own || !told(low) && (of == 0 || self.is_to_come(low.first)) {
            return false;
        }
        if self.french() {
            // « progresseront de 20 % à 25 % » is a forecast.
            let grows =
                ["progress", "croît", "avanc"].iter().any(|stem| self.word_before(low.first, 2).starts_with(stem));
            return of == 1 && (told(low) || far) && !(percent && grows && self.is_to_come(low.first));
        }
        let by = of == 1 && !percent && !self.is_to_come(low.first);
        // "will rise by 1% to 5%" is a forecast.
        let forecast = of == 1 && percent && self.is_to_come(low.first);
        by || far && (speech == Speech::Verb || !percent) && !forecast
    }

    /// What moves the number at `first`, past "by" or "de" and, in English, the object of the verb.
    fn moved_by(&self, first: usize, of: usize) -> Term {
        let reach = if of == 1 && !self.french() { 6 } else { 1 };
        let words = (1 + of..=reach + of).map(|back| self.before(first, back));
        words
            .take_while(|term| !matches!(term, Term::Stop | Term::End | Term::Sign(Sign::Comma | Sign::Colon)))
            .map(|term| match term {
                // "cut by 20 to 140": a noun as well.
                Term::Move(direction, Speech::Noun) if of == 1 && !self.french() => Term::Move(direction, Speech::Verb),
                term => term,
            })
            .find(|term| matches!(term, Term::Move(_, Speech::Verb | Speech::Adverb)))
            .unwrap_or(Term::End)
    }

    /// Whether the change before the number at `first` is expected or general: "will rise by 3 to 5", "augmenteront de".
    fn is_to_come(&self, first: usize) -> bool {
        (1..8).take_while(|back| !matches!(self.before(first, *back), Term::Stop | Term::End)).any(|back| {
            let word = self.word_before(first, back);
            let future =
                self.french() && ["era", "eront", "erait", "eraient", "er"].iter().any(|end| word.ends_with(end));
            future
                || matches!(
                    word,
                    "to" | "will"
                        | "would"
                        | "could"
                        | "should"
                        | "may"
                        | "might"
                        | "can"
                        | "must"
                        | "shall"
                        | "typically"
                )
        })
    }
}
