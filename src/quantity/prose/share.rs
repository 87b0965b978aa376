//! Parts of a whole told by their place in the sentence: "a third will close", "one French worker in five".
//!
//! Owns what tells a share from a rank ("a third plant"), from a quarter of the year and from somebody else (« un tiers »).

use super::Measure;
use super::grammar::Paragraph;
use super::term::{Shape, Sign, Term};
use crate::quantity::Decimal;

/// How verbs begin that bring something down to a part of it.
const REDUCES: &[&str] = &["rédui", "ramen", "limit", "passé", "tomb", "descend", "divis", "estim", "évalu", "coup"];

/// Verbs of a subject in the plural, which a rank never is.
const PLURAL_VERBS: &[&str] = &[
    "are", "were", "have", "do", "remain", "stand", "lie", "sit", "come", "belong", "live", "earn", "say", "own",
    "face", "depend", "rely", "operate", "lack", "want", "go", "expect", "make", "sell", "buy", "pay", "serve",
    "export", "fail", "stay", "leave", "sont", "ont", "étaient", "avaient", "seront",
];

/// Verbs of a subject in either number.
const VERBS: &[&str] = &[
    "will", "would", "could", "may", "might", "can", "should", "must", "shall", "did", "had", "said", "went", "came",
    "made", "sold", "left", "chose", "found", "stood", "kept", "got", "took", "paid", "never", "already", "still",
    "now",
];

/// Verbs of having and of loss, whose object may be a share.
const HOLDS: &[&str] = &[
    "own",
    "owns",
    "owned",
    "hold",
    "holds",
    "held",
    "holding",
    "sell",
    "sells",
    "sold",
    "selling",
    "buy",
    "buys",
    "bought",
    "lose",
    "loses",
    "lost",
    "losing",
    "take",
    "takes",
    "took",
    "taken",
    "close",
    "closed",
    "closing",
    "shut",
    "cut",
    "shed",
    "keep",
    "keeps",
    "kept",
    "make",
    "makes",
    "made",
    "represent",
    "represents",
    "represented",
    "employ",
    "employs",
    "employed",
    "supply",
    "supplies",
    "supplied",
    "scrap",
    "scrapped",
    "axed",
    "dismissed",
    "spent",
];

/// Words that a clause begins with.
const OPENERS: &[&str] =
    &["while", "but", "that", "because", "although", "though", "when", "where", "as", "so", "yet", "if", "since"];

/// What is counted in several places: "one shop in ten countries" is no share.
const PLACES: &[&str] =
    &["countries", "states", "cities", "markets", "regions", "provinces", "towns", "places", "sites"];

impl Paragraph<'_> {
    /// Whether "a third", "a quarter" between these words is a share: "a third of", "by a quarter", "nearly a fifth".
    pub fn is_share(&self, at: usize, next: usize) -> bool {
        let before = self.before(at, 1);
        matches!(self.term(next), Term::Of | Term::OfThe)
            || matches!(before, Term::By | Term::From | Term::Against | Term::Before(..) | Term::Move(..))
            || self.french() && before == Term::Of
            || matches!(self.term(next), Term::Move(..) | Term::Before(..))
    }

    /// "One third are empty", "a third will close", "were cut to a third", "it owns a fifth": no noun follows that would
    /// make it a rank.
    pub fn is_subject_or_object(&self, at: usize, next: usize) -> bool {
        if self.glued(next) && self.sign(next, Sign::Hyphen) {
            return false;
        }
        // « un troisième fermera » is one more: a share is « un tiers ».
        if self.french() && matches!(self.term(next - 1), Term::Ordinal(3 | 4)) {
            return false;
        }
        let clause = self.begins_clause(at);
        if clause && PLURAL_VERBS.contains(&self.word(next)) {
            return true;
        }
        let ranked = self.follows_lower_ranks(at, next - 1);
        if clause && !ranked && self.is_verb(next) {
            return true;
        }
        // "with a third going to AI".
        if self.word_before(at, 1) == "with" && self.word(next).ends_with("ing") {
            return true;
        }
        let counted =
            matches!(self.shape(next), Shape::Lower) && matches!(self.term(next), Term::Unknown | Term::Counted);
        if counted {
            return false;
        }
        let before = self.word_before(at, 1);
        let reduced = matches!(self.before(at, 1), Term::To);
        let part = matches!(before, "which" | "whom" | "including" | "dont" | "soit" | "only" | "just" | "another");
        let one = matches!(self.term(at), Term::One) && !matches!(self.term(next), Term::Elapsed | Term::TimeWord);
        let past = matches!(self.word(next), "was" | "is" | "has" | "est" | "a");
        let quarter = matches!(self.term(next - 1), Term::QuarterWord);
        let object = !ranked && HOLDS.contains(&before) && self.closes(next);
        reduced || part || object || one && past && clause && !quarter
    }

    /// "Another third are empty", "the remaining quarter will close": a part of the same whole as one before it.
    pub fn is_other_part(&self, at: usize) -> bool {
        let before = self.word_before(at, 1);
        let other = ["another", "other", "remaining", "further"].iter().any(|word| before.eq_ignore_ascii_case(word));
        let verb = PLURAL_VERBS.contains(&self.word(at + 1)) || self.is_verb(at + 1);
        other && verb && !self.french()
    }

    /// "60% goes to Europe, a quarter to the Gulf": a part in a list of parts.
    pub fn is_one_of_parts(&self, at: usize, next: usize) -> bool {
        let listed = matches!(self.before(at, 1), Term::Sign(Sign::Comma | Sign::Colon) | Term::And);
        let part = |term| matches!(term, Term::Percent | Term::Denominator(_) | Term::Moiety | Term::Half);
        let earlier =
            (2..30).map(|back| self.before(at, back)).take_while(|term| !matches!(term, Term::Stop | Term::End));
        let whither = matches!(self.term(next), Term::To | Term::From) || matches!(self.word(next), "in" | "on" | "at");
        listed && whither && !self.french() && earlier.into_iter().any(part)
    }

    fn begins_clause(&self, at: usize) -> bool {
        matches!(self.before(at, 1), Term::Stop | Term::End | Term::And | Term::Or | Term::Sign(_))
            || OPENERS.contains(&self.word_before(at, 1))
    }

    /// A modal, an irregular past, or a regular one with no noun behind it: "a third closed in May".
    fn is_verb(&self, at: usize) -> bool {
        let word = self.word(at);
        if self.french() {
            return matches!(self.term(at), Term::Unknown)
                && ["era", "ira", "dra", "ront"].iter().any(|end| word.ends_with(end));
        }
        let past = matches!(self.term(at), Term::Unknown) && word.ends_with("ed");
        VERBS.contains(&word) || past && (self.closes(at + 1) || matches!(self.term(at + 1), Term::Determiner))
    }

    /// "Two plants are open and a third will follow": the number below stands before it in the sentence.
    fn follows_lower_ranks(&self, at: usize, noun: usize) -> bool {
        let Term::Ordinal(rank) = self.term(noun) else { return false };
        let below = rank - 1;
        (1..20).take_while(|back| !matches!(self.before(at, *back), Term::Stop | Term::End)).any(|back| {
            let both = rank == 3 && self.word_before(at, back).eq_ignore_ascii_case("both");
            both || match self.before(at, back) {
                Term::Cardinal(n) | Term::Ordinal(n) => n == below,
                Term::Digits(digits) => digits.plain(0, 99) == Some(below.into()),
                _ => false,
            }
        })
    }

    /// Whether what stands before `at` ends its phrase.
    pub fn closes(&self, at: usize) -> bool {
        matches!(
            self.term(at),
            Term::End
                | Term::Stop
                | Term::Sign(_)
                | Term::And
                | Term::Or
                | Term::Preposition
                | Term::Function
                | Term::To
                | Term::From
                | Term::Between
        )
    }

    /// "confié à un tiers": somebody else, no share.
    pub fn is_third_party(&self, at: usize, next: usize) -> bool {
        let person = match self.before(at, 1) {
            Term::To => !(2..5).any(|back| REDUCES.iter().any(|stem| self.word_before(at, back).starts_with(stem))),
            Term::By => true,
            Term::Function => matches!(self.word_before(at, 1), "avec" | "chez" | "sans" | "sur" | "selon"),
            _ => false,
        };
        self.french()
            && self.term(next - 1) == Term::Denominator(3)
            && person
            && !matches!(self.term(next), Term::Of | Term::OfThe)
    }

    /// "un salarié sur cinq", "three in four", "two out of five", "one in every four dollars", "one French worker in five".
    pub fn out_of(&self, at: usize) -> Option<(Decimal, Measure, usize)> {
        let small = |at: usize| match self.term(at) {
            Term::One => Some((1, at + 1)),
            Term::Digits(digits) => Some((digits.plain(1, 100)?, at + 1)),
            Term::Cardinal(_) | Term::Hundred => {
                let numeral = self.numeral(at, false, false)?;
                Some((u64::try_from(numeral.value).ok().filter(|n| *n <= 200)?, numeral.next))
            }
            _ => None,
        };
        let (top, whole) = small(at)?;
        // The thing may be named between: "un salarié sur dix", "one job in ten".
        let link = (whole..whole + 5).find(|at| !self.names_the_whole(*at))?;
        let out = !self.french() && self.word(link) == "out" && matches!(self.term(link + 1), Term::Of);
        if !out && self.word(link) != (if self.french() { "sur" } else { "in" }) {
            return None;
        }
        let last = link + 1 + usize::from(out);
        let every = !self.french() && self.word(last) == "every";
        let last = last + usize::from(every);
        let (bottom, next) = small(last).filter(|(bottom, _)| top < *bottom)?;
        let counted = !every && self.counts_other_things(next, link > whole, top == 1);
        (!counted).then(|| (Decimal::from(top) / Decimal::from(bottom), Measure::Fraction, next))
    }

    /// A word of the thing that a share is taken of.
    fn names_the_whole(&self, at: usize) -> bool {
        let word = self.word(at);
        let noun = matches!(
            self.term(at),
            Term::Unknown | Term::Counted | Term::Institution | Term::Label | Term::Symbol(_) | Term::Coin(_)
        ) || self.french()
            && matches!(self.term(at), Term::Of | Term::OfThe | Term::TimeWord | Term::YearWord | Term::Denominator(_));
        // « un logement neuf sur trois ».
        let new = self.french() && word == "neuf" && matches!(self.before(at, 1), Term::Unknown);
        (noun || new) && self.shape(at) != Shape::None && !matches!(word, "sur" | "in" | "out")
    }

    /// "deux usines sur trois sites", "two in ten years": what follows is counted, no whole. A verb in the singular ends
    /// like a noun in the plural: "one worker in ten earns".
    fn counts_other_things(&self, at: usize, named: bool, singular: bool) -> bool {
        if matches!(self.term(at), Term::TimeWord | Term::Coin(_) | Term::Scale(_) | Term::Percent) {
            return true;
        }
        let plural = |at: usize| self.is_plural(at) || matches!(self.term(at), Term::Counted);
        if self.french() || !singular {
            let later = matches!(self.term(at), Term::Unknown) && !self.french() && plural(at + 1);
            return named && (plural(at) && !(self.french() && is_participle(self.word(at))) || later);
        }
        named && (matches!(self.term(at), Term::Counted) || (at..at + 2).any(|at| PLACES.contains(&self.word(at))))
    }
}

/// Whether a French word in the plural is likely a participle: « quatre autobus sur cinq sortis de l'usine ».
fn is_participle(word: &str) -> bool {
    ["és", "ées", "is", "ies", "us", "ues"].iter().any(|end| word.ends_with(end))
        && !matches!(word, "colis" | "avis" | "devis" | "permis" | "tapis" | "salariés" | "employés" | "sociétés")
}
