//! Small numbers in words: when they count, and when they only point ("les deux"), decide ("in two ways") or are no number
//! at all ("neuf" for new).
//!
//! Owns the neighbours that make a number word a figure.

use super::grammar::Paragraph;
use super::term::{Shape, Sign, Term};
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
        // "the Magnificent Seven", « les Vingt-Sept ».
        let named = self.shape(first) == Shape::Capital
            && !self.opens_sentence(first)
            && (self.french() || self.shape(noun) != Shape::Capital || self.is_place(first, noun));
        // « les Mille-Îles ».
        let compound = noun > next && self.shape(first) == Shape::Capital && matches!(self.shape(noun), Shape::Capital);
        if matches!(self.term(noun), Term::Idiom) || named || compound {
            return false;
        }
        if (!large || self.opens_sentence(first)) && self.begins_name(first, noun) {
            return false;
        }
        if large {
            return true;
        }
        let elapsed = matches!(self.term(noun), Term::Elapsed) || matches!(self.before(first, 1), Term::Elapsed);
        let timed = elapsed || matches!(self.term(noun), Term::TimeWord | Term::YearWord | Term::Counted);
        // "les deux groupes", "the two groups" point at things already told; « à vingt-cinq navires » counts.
        let determined = matches!(self.before(first, 1), Term::Determiner | Term::OfThe)
            || self.word_before(first, 1).eq_ignore_ascii_case("aux");
        if determined && !timed {
            return value >= self.least_counted(first) && self.has_noun_of_its_own(first, noun);
        }
        let noun = if self.french() { self.has_plural_noun(first, noun) } else { self.is_noun(noun) };
        timed || noun || self.leaves_noun_out(first, next)
    }

    /// "from Thousand Oaks are": capitals amid small letters, where a headline has more of them.
    fn is_place(&self, first: usize, noun: usize) -> bool {
        let small = |at: usize| self.shape(at) == Shape::Lower;
        first > 0 && small(first - 1) && small(noun + 1) && matches!(self.term(noun), Term::Unknown)
    }

    /// From which number on a determiner before it lets it count: "its two plants", "the six banks", « des six banques »,
    /// where "the two groups" only points, and "tous trois", "all three" at any number.
    fn least_counted(&self, first: usize) -> Decimal {
        let word = self.word_before(first, 1);
        let is = |words: &[&str]| words.iter().any(|known| word.eq_ignore_ascii_case(known));
        if is(&["ses", "nos", "vos", "leurs", "its", "their", "our", "his", "her", "your", "my"]) {
            Decimal::TWO
        } else if is(&["les", "des", "ces", "aux", "the", "these", "those"]) {
            Decimal::from(3)
        } else {
            Decimal::MAX
        }
    }

    /// Whether a noun in the plural follows directly, or behind adjectives.
    fn has_noun_of_its_own(&self, first: usize, noun: usize) -> bool {
        if self.french() {
            return !matches!(self.term(noun), Term::Of | Term::OfThe | Term::Month(_))
                && self.has_plural_noun(first, noun);
        }
        let glued = self.sign(noun.wrapping_sub(1), Sign::Hyphen);
        // "the nine rate-setters".
        let words = (noun..noun + 3).take_while(|at| {
            matches!(self.shape(*at), Shape::Lower | Shape::Capital | Shape::Caps)
                && matches!(self.term(*at), Term::Unknown | Term::Institution | Term::Index | Term::Label)
                || *at > noun && self.sign(*at, Sign::Hyphen) && self.glued(*at)
        });
        !glued && words.into_iter().any(|at| self.is_plural(at) || is_plural_of_people(self.word(at)))
    }

    /// "the Six Nations", "Four Seasons", « les Trois Suisses »: a number word with a capital that a name begins with.
    fn begins_name(&self, first: usize, noun: usize) -> bool {
        if self.shape(first) != Shape::Capital
            || self.shape(noun) != Shape::Capital
            || !matches!(self.term(noun), Term::Unknown)
        {
            return false;
        }
        // "Three Chinese banks", "Six Americans", "Two Goldman Sachs bankers": where the sentence begins, nationalities and
        // people of a company are counted.
        let nationality = ["an", "ish", "ese", "ch", "i", "ans", "is"].iter().any(|end| self.word(noun).ends_with(end));
        let end = (noun..noun + 4).find(|at| self.shape(*at) != Shape::Capital).unwrap_or(noun + 1);
        !self.opens_sentence(first) || !self.french() && !nationality && !self.is_plural(end)
    }

    /// "en a fermé cinq", "trois ont renoncé", "and closed five", "seven votes to two": the noun stands elsewhere.
    fn leaves_noun_out(&self, first: usize, next: usize) -> bool {
        let ends = matches!(self.term(next), Term::End | Term::Stop | Term::Sign(_) | Term::And | Term::Or)
            || matches!(self.term(next), Term::Preposition | Term::Function | Term::Determiner | Term::Elapsed);
        let before = self.word_before(first, 1);
        let opens = matches!(self.before(first, 1), Term::Sign(Sign::Comma) | Term::Stop | Term::End | Term::And);
        // « Sur les 27 projets, neuf seulement aboutissent », « neuf ont voté pour, trois contre ».
        let few = self.word(next) == "seulement" || matches!(self.term(next), Term::Against) && self.closes(next + 1);
        if self.french() && opens && few {
            return true;
        }
        // « dix-huit mois, dont six ferme ».
        if before == "dont" && matches!(self.term(next), Term::Unknown) && self.closes(next + 1) {
            return true;
        }
        // « rejointes par deux autres », "to join its existing three".
        let others = self.word(next) == "autres" && matches!(self.before(first, 1), Term::By | Term::And | Term::To);
        let owned = matches!(before, "existing" | "current" | "original" | "remaining" | "present")
            && matches!(self.before(first, 2), Term::Determiner);
        if others || owned && ends {
            return true;
        }
        // « cinq ont voté la baisse, quatre le statu quo », "two to cut"; "from six years to five".
        let joined = matches!(self.before(first, 1), Term::Sign(Sign::Comma) | Term::And);
        let voted = joined && matches!(self.term(next), Term::To | Term::Determiner | Term::Preposition);
        let earlier = |back: usize| self.word_before(first, back);
        let told = (2..16).take_while(|back| !matches!(self.before(first, *back), Term::Stop | Term::End));
        let passed = matches!(self.before(first, 1), Term::To) && self.is_length(first, 2) && ends;
        if passed || voted && told.into_iter().any(|back| matches!(earlier(back), "voted" | "voté" | "votent" | "vote"))
        {
            return true;
        }
        let ends = ends || self.french() && matches!(self.term(next), Term::To);
        if !ends || self.glued(next) && self.sign(next, Sign::Hyphen) {
            return false;
        }
        if matches!(self.before(first, 1), Term::Against) || self.is_vote(first) {
            return true;
        }
        if self.french() {
            let pronoun = (2..=4).any(|back| self.word_before(first, back).eq_ignore_ascii_case("en"));
            let verb = matches!(self.before(first, 1), Term::Unknown | Term::Function | Term::Move(..));
            let subject = matches!(self.word(next), "ont" | "sont" | "avaient" | "étaient");
            return pronoun && verb || subject && opens || before == "dont";
        }
        let participle =
            before.ends_with("ed") && !matches!(before, "aged" | "rated" | "used" | "based" | "Red" | "red");
        participle || TRANSITIVE.contains(&before)
    }

    /// "from six years", « de six ans », `back` tokens before `at`.
    fn is_length(&self, at: usize, back: usize) -> bool {
        matches!(self.before(at, back), Term::TimeWord | Term::YearWord)
            && matches!(self.before(at, back + 1), Term::Cardinal(_) | Term::Digits(_))
            && matches!(self.before(at, back + 2), Term::From | Term::Of)
    }

    /// "sept voix contre deux", "seven votes to two".
    fn is_vote(&self, first: usize) -> bool {
        matches!(self.before(first, 1), Term::To) && matches!(self.word_before(first, 2), "votes" | "vote" | "voix")
    }

    /// French nouns show their plural, which tells "neuf usines" from "un véhicule neuf".
    fn has_plural_noun(&self, first: usize, at: usize) -> bool {
        if matches!(self.term(at), Term::Of | Term::OfThe) || self.counts_a_name(first, at) {
            return true;
        }
        (at..at + 4)
            .take_while(|at| self.shape(*at) == Shape::Lower || self.sign(*at, Sign::Hyphen))
            .any(|at| self.word(at).ends_with(['s', 'x']) && !matches!(self.term(at), Term::Function))
    }

    /// « six PME », « deux Airbus »: names and initials show no plural. « Un camion neuf MAN » is a new one.
    fn counts_a_name(&self, first: usize, at: usize) -> bool {
        let name = matches!(self.shape(at), Shape::Caps | Shape::Capital)
            && matches!(self.term(at), Term::Unknown | Term::Institution);
        let new = self.word(first) == "neuf" && matches!(self.before(first, 1), Term::Unknown);
        name && !new
    }

    fn is_noun(&self, at: usize) -> bool {
        // "seven mid-sized firms".
        let compound = self.shape(at) == Shape::Lower && self.sign(at + 1, Sign::Hyphen) && self.glued(at + 1);
        compound
            || self.shape(at) != Shape::None
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
                && !matches!(self.term(at), Term::Determiner)
    }
}

/// Plurals without an s.
fn is_plural_of_people(word: &str) -> bool {
    matches!(word, "women" | "men" | "children" | "people" | "businessmen" | "businesswomen")
}
