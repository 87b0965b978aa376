//! Small numbers in words: when they count, and when they only point ("les deux"), decide ("in two ways") or are no number
//! at all ("neuf" for new).
//!
//! Owns the neighbours that make a number word a figure.

use super::grammar::Paragraph;
use super::term::{Reach, Shape, Sign, Term};
use crate::quantity::Decimal;

/// Verbs whose object may be a number with its noun left out: "closed five", "sold four".
const TRANSITIVE: &[&str] = &[
    "sold",
    "bought",
    "built",
    "lost",
    "won",
    "cut",
    "kept",
    "left",
    "made",
    "took",
    "shut",
    "has",
    "have",
    "had",
    "hired",
    "chose",
    "sent",
    "paid",
    "only",
    "about",
    "another",
    "including",
    "dont",
];

impl Paragraph<'_> {
    /// Whether the number word in the tokens `first..next` is a figure of its own.
    pub fn words_stand_alone(&self, first: usize, next: usize, value: Decimal) -> bool {
        let large = value.abs() > Decimal::TEN;
        let noun = self.past_hyphen(next);
        if self.term(noun) == Term::Idiom {
            return false;
        }
        if large {
            return true;
        }
        let elapsed = self.term(noun) == Term::Elapsed || self.before(first, 1) == Term::Elapsed;
        let timed = elapsed || matches!(self.term(noun), Term::TimeWord | Term::YearWord | Term::Counted);
        if matches!(self.before(first, 1), Term::Determiner | Term::OfThe | Term::To | Term::Article)
            && !self.bounded(first)
        {
            // "les deux groupes", "the two companies" point at things already told; "à vingt-cinq navires" counts.
            let points =
                matches!(self.before(first, 1), Term::Determiner | Term::OfThe) || self.word_before(first, 1) == "aux";
            if points && !timed {
                return false;
            }
        }
        let noun = if self.french() { self.has_plural_noun(noun) } else { self.is_noun(noun) };
        timed || noun || self.leaves_noun_out(first, next)
    }

    /// "en a fermé cinq", "trois ont renoncé", "and closed five", "seven votes to two": the noun stands elsewhere.
    fn leaves_noun_out(&self, first: usize, next: usize) -> bool {
        let ends = matches!(self.term(next), Term::End | Term::Stop | Term::Sign(_) | Term::And | Term::Or)
            || matches!(self.term(next), Term::Preposition | Term::Function | Term::Determiner | Term::Elapsed);
        let before = self.word_before(first, 1);
        if !ends || self.glued(next) && self.sign(next, Sign::Hyphen) {
            return false;
        }
        if self.before(first, 1) == Term::Against || self.is_vote(first) {
            return true;
        }
        if self.french() {
            let pronoun = (2..=4).any(|back| self.word_before(first, back).eq_ignore_ascii_case("en"));
            let verb = matches!(self.before(first, 1), Term::Unknown | Term::Function | Term::Move(..));
            let subject = matches!(self.word(next), "ont" | "sont" | "avaient" | "étaient");
            let opens = matches!(self.before(first, 1), Term::Sign(Sign::Comma) | Term::Stop | Term::End | Term::And);
            return pronoun && verb || subject && opens || before == "dont";
        }
        let participle =
            before.ends_with("ed") && !matches!(before, "aged" | "rated" | "used" | "based" | "Red" | "red");
        participle || TRANSITIVE.contains(&before)
    }

    /// "sept voix contre deux", "seven votes to two".
    fn is_vote(&self, first: usize) -> bool {
        self.before(first, 1) == Term::To && matches!(self.word_before(first, 2), "votes" | "vote" | "voix")
    }

    fn bounded(&self, first: usize) -> bool {
        matches!(self.before(first, 1), Term::Before(_, Reach::Next | Reach::Verb))
    }

    /// French nouns show their plural, which tells "neuf usines" from "un véhicule neuf".
    fn has_plural_noun(&self, at: usize) -> bool {
        if matches!(self.term(at), Term::Of | Term::OfThe) {
            return true;
        }
        (at..at + 4)
            .take_while(|at| self.shape(*at) == Shape::Lower || self.sign(*at, Sign::Hyphen))
            .any(|at| self.word(at).ends_with(['s', 'x']) && self.term(at) != Term::Function)
    }

    fn is_noun(&self, at: usize) -> bool {
        self.shape(at) != Shape::None
            && matches!(
                self.term(at),
                Term::Unknown
                    | Term::Of
                    | Term::QuarterWord
                    | Term::Institution
                    | Term::Label
                    | Term::Move(..)
                    | Term::Index
                    | Term::Determiner
            )
            && self.term(at) != Term::Determiner
    }
}
