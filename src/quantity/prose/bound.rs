//! The words that limit a number: before it ("plus de", "topped the … mark") and behind it ("or more", "au moins").
//!
//! Owns where a qualifier may stand; which words are qualifiers is the vocabularies'.

use super::Qualifier;
use super::grammar::Paragraph;
use super::term::{Reach, Shape, Sign, Speech, Term};

/// A qualifier and the tokens from its first word to the number, or from the number to its last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bound {
    pub qualifier: Qualifier,
    pub first: usize,
    pub next: usize,
}

/// Qualifiers that may stand behind their number.
const LAST: &[&str] = &[
    "au moins",
    "au plus",
    "tout au plus",
    "au maximum",
    "au minimum",
    "au bas mot",
    "à tout le moins",
    "environ",
    "à peu près",
    "approximativement",
    "grosso modo",
    "at least",
    "at the very least",
    "at most",
    "at the most",
    "at a minimum",
    "at the minimum",
    "at a maximum",
    "at the maximum",
    "approximately",
    "at best",
    "au mieux",
];

impl Paragraph<'_> {
    /// The qualifier of the number in the tokens `at..next`.
    pub fn bound(&self, at: usize, next: usize) -> Option<Bound> {
        self.bound_before(at, next).or_else(|| self.bound_after(at, next))
    }

    fn bound_before(&self, at: usize, next: usize) -> Option<Bound> {
        let found = |qualifier, back: usize| Some(Bound { qualifier, first: at - back, next });
        if self.term_is_multiple(at) && self.word_before(at, 1) == "que" && self.word_before(at, 2) == "plus" {
            return found(Qualifier::MoreThan, 2);
        }
        if let Some(bound) = self.passed(at, next).or_else(|| self.capped(at, next)) {
            return Some(bound);
        }
        if self.french() && self.word_before(at, 1) == "vers" && self.is_amount(at, next) {
            return found(Qualifier::About, 1);
        }
        for back in 1..=4 {
            match self.before(at, back) {
                Term::Before(_, Reach::Next) if back == 1 && self.moves_up_to(at) => return None,
                Term::Before(..) if self.is_no_limit(at - back, at, next) => return None,
                // "the top five banks".
                Term::Before(..)
                    if back == 1
                        && self.word_before(at, 1) == "top"
                        && matches!(self.before(at, 2), Term::Determiner) =>
                {
                    return None;
                }
                Term::Before(qualifier, Reach::Next) => {
                    let direct = back == 1
                        || back == 2 && matches!(self.before(at, 1), Term::Of | Term::OfThe | Term::To | Term::Article)
                        || back == 2 && self.sign(at - 1, Sign::Comma) && self.opens_with_limit(at - 2)
                        || back == 2 && self.is_share_with_article(at);
                    return if direct { found(self.sharpened(qualifier, at - back), back) } else { None };
                }
                Term::Before(_, Reach::Time) if back > 1 || self.is_spread(at) => return None,
                Term::Before(Qualifier::MoreThan, Reach::Time) if self.is_duration(next) && !self.is_passed(at) => {
                    return None;
                }
                Term::Before(_, Reach::Verb) if self.is_duration(next) && self.tells_when(at - back) => return None,
                // "above the $5.92 expected", « dépassant les 4 milliards attendus »: what is passed is told exactly.
                Term::Before(_, Reach::Verb) if self.is_expected(next) && self.has_article(at, back) => return None,
                Term::Before(qualifier, _) => return found(qualifier, back),
                Term::Determiner | Term::Threshold | Term::Weekday => {}
                _ if is_by_now(self.word_before(at, back)) => {}
                // "le cap des 100 millions", but "dépasser de 10 %" tells by how much.
                Term::Of | Term::OfThe if matches!(self.before(at, back + 1), Term::Threshold) => {}
                Term::Sign(Sign::Quote) => {}
                Term::Sign(Sign::Comma) if back == 1 && at > 1 && self.opens_with_limit(at - 2) => {}
                // "au minimum de 25 euros", « au minimum à 70 % », "no more than a 5% margin".
                Term::Of | Term::To | Term::Article
                    if back == 1 && matches!(self.before(at, 2), Term::Before(_, Reach::Next)) => {}
                // "a passé le cap des 9 000": one phrase.
                Term::Of | Term::OfThe
                    if back == 1
                        && ["cap", "barre", "seuil", "plafond"]
                            .iter()
                            .any(|end| self.word_before(at, 2).ends_with(end)) => {}
                _ => return None,
            }
        }
        None
    }

    /// "passed $9,000", "past 9,000", "a passé les 9 000 dollars": passing means more only where an amount is passed, not
    /// in "passed 12 bills".
    fn passed(&self, at: usize, next: usize) -> Option<Bound> {
        const ENGLISH: &[&str] = &[
            "passed", "passes", "passing", "pass", "past", "cleared", "clears", "broke", "breaks", "breached",
            "crested",
        ];
        const FRENCH: &[&str] = &["passé", "passe", "passer", "passent", "passant", "passera", "passeront", "passait"];
        let article = matches!(self.before(at, 1), Term::Determiner);
        let back = 1 + usize::from(article);
        let verb = self.word_before(at, back);
        let known = if self.french() { article && FRENCH.contains(&verb) } else { ENGLISH.contains(&verb) };
        if !known {
            return None;
        }
        self.is_amount(at, next).then(|| Bound { qualifier: Qualifier::MoreThan, first: at - back, next })
    }

    /// Whether a number is money, in percent, scaled or in thousands, which is no simple count.
    fn is_amount(&self, at: usize, next: usize) -> bool {
        (at..next).any(|at| match self.term(at) {
            Term::Coin(_) | Term::Percent | Term::Scale(_) | Term::Symbol(_) => true,
            Term::Digits(digits) => digits.grouped || next == at + 2 && self.shape(at + 1) != Shape::None,
            _ => false,
        })
    }

    /// "plafonne les frais à 20 euros", "caps the fee at €20": the verb of a limit and its object.
    fn capped(&self, at: usize, next: usize) -> Option<Bound> {
        if self.word_before(at, 1) != if self.french() { "à" } else { "at" } {
            return None;
        }
        let verb = |word: &str| {
            if self.french() {
                word.starts_with("plafonn")
            } else {
                matches!(word, "cap" | "caps" | "capped" | "capping")
            }
        };
        let object = |back: usize| {
            matches!(
                self.before(at, back),
                Term::Determiner | Term::Unknown | Term::Of | Term::Counted | Term::Move(..)
            )
        };
        let back = (2..7).find(|back| verb(self.word_before(at, *back)))?;
        (2..back).all(object).then_some(Bound { qualifier: Qualifier::AtMost, first: at, next })
    }

    /// "spread over eight buildings".
    fn is_spread(&self, at: usize) -> bool {
        let verb = self.word_before(at, 2);
        ["spread", "split", "scattered", "distributed", "divided", "stretched"]
            .iter()
            .any(|spread| verb.eq_ignore_ascii_case(spread))
    }

    /// "was topped two days later", « payable sous 30 jours »: before a length of time, no limit.
    fn tells_when(&self, at: usize) -> bool {
        let passive = matches!(self.word_before(at, 1), "was" | "were" | "been" | "being");
        self.word(at) == "sous" || self.word(at).ends_with("ed") && passive
    }

    /// Whether an article stands between a limit `back` tokens before a number and the number.
    fn has_article(&self, at: usize, back: usize) -> bool {
        back > 1 || self.word(at - back).ends_with(" des")
    }

    /// "spent over twenty years", "for over five": a length of time that is passed, where "over five years" is one.
    fn is_passed(&self, at: usize) -> bool {
        const WORDS: &[&str] = &[
            "spent", "spend", "spends", "spending", "lasted", "lasts", "last", "took", "takes", "take", "taken",
            "waited", "worked", "served", "for", "within", "in", "age", "aged",
        ];
        WORDS.contains(&self.word_before(at, 2))
    }

    /// Whether the words behind a number tell that somebody expected it.
    pub fn is_expected(&self, next: usize) -> bool {
        matches!(
            self.word(next),
            "anticipés"
                | "attendus"
                | "prévus"
                | "escomptés"
                | "espérés"
                | "estimés"
                | "annoncés"
                | "promis"
                | "planned"
                | "expected"
                | "forecast"
                | "predicted"
                | "analysts"
        )
    }

    /// "four times as many as ten years ago", « la baisse s'est limitée à 1,2 % », "will cross two deserts": what limits
    /// elsewhere, at `limit`, and not here.
    fn is_no_limit(&self, limit: usize, at: usize, next: usize) -> bool {
        let crosses = self.word(limit).starts_with("cross") && !self.is_amount(at, next);
        self.compares(limit) || self.comes_to(limit) || crosses
    }

    /// "as many as" behind "four times": a comparison, no limit.
    fn compares(&self, at: usize) -> bool {
        self.word(at).starts_with("as ") && matches!(self.before(at, 1), Term::Times | Term::Fold | Term::Multiply(_))
    }

    /// « s'est limitée à », « se serait limité à »: what something came to, where « est limité à » is a rule.
    fn comes_to(&self, at: usize) -> bool {
        let reflexive = |back: usize| {
            let word = self.word_before(at, back);
            matches!(word, "se" | "Se") || word.starts_with("s'") || word.starts_with("s’")
        };
        self.word(at).starts_with("limité") && (1..4).any(reflexive)
    }

    /// "edged up to 7.4%": the level that a movement ends at, no bound.
    fn moves_up_to(&self, at: usize) -> bool {
        const MOVES: &[&str] = &[
            "edged", "edges", "edging", "go", "goes", "going", "went", "gone", "crept", "ticked", "inched", "moved",
            "moves", "moving", "pushed", "pushing", "bumped", "back", "brought", "brings", "bringing", "took", "takes",
            "taking", "nudged", "climbed", "jumped", "rose", "picked", "came", "comes", "shot", "soared", "surged",
            "driven", "drove",
        ];
        const PUSHES: &[&str] = &["push", "pushes", "pushed", "pushing", "send", "sends", "sent", "drives", "driving"];
        let buys =
            matches!(self.word_before(at, 3), "buy" | "buys" | "buying" | "bought" | "give" | "gives" | "giving");
        // "pushes the fund's debt up to 5.4 times".
        let pushed = (3..8).any(|back| PUSHES.contains(&self.word_before(at, back)));
        self.word_before(at, 1) == "up to" && (MOVES.contains(&self.word_before(at, 2)) && !buys || pushed)
    }

    /// "plus que doublé": elsewhere "plus que" is "no more than", "only".
    fn term_is_multiple(&self, at: usize) -> bool {
        at >= 2 && matches!(self.term(at), Term::Multiply(_) | Term::Double(_))
    }

    /// "plus de la moitié", "près du tiers", « au moins les deux tiers », « au moins le double ».
    fn is_share_with_article(&self, at: usize) -> bool {
        let share = matches!(self.term(at), Term::Moiety | Term::Denominator(_) | Term::Double(_))
            || matches!((self.term(at), self.term(at + 1)), (Term::Cardinal(_), Term::Denominator(_)));
        share && matches!(self.before(at, 1), Term::Determiner)
    }

    /// "à peine plus de" keeps its meaning; "not" before a bound that is no phrase changes none.
    fn sharpened(&self, qualifier: Qualifier, at: usize) -> Qualifier {
        match (qualifier, self.before(at, 1)) {
            // "près de plus de": the outer word only softens.
            (Qualifier::About, Term::Before(outer, Reach::Next)) => outer,
            _ => qualifier,
        }
    }

    /// Whether the words at `next` make the number before them a length of time.
    fn is_duration(&self, next: usize) -> bool {
        let next = self.past_hyphen(next);
        let noun = next + usize::from(matches!(self.term(next), Term::Elapsed));
        matches!(self.term(noun), Term::TimeWord | Term::QuarterWord | Term::YearWord | Term::HalfWord)
    }

    fn bound_after(&self, at: usize, next: usize) -> Option<Bound> {
        let found = |qualifier, taken: usize| Some(Bound { qualifier, first: at, next: next + taken });
        match self.term(next) {
            Term::After(qualifier) => found(qualifier, 1),
            Term::Before(qualifier @ (Qualifier::AtLeast | Qualifier::AtMost | Qualifier::About), Reach::Next)
                if self.is_last_word(next) =>
            {
                found(qualifier, 1)
            }
            Term::Sign(Sign::Plus) if self.glued(next) && !self.glued(next + 1) => found(Qualifier::AtLeast, 1),
            Term::Sign(Sign::Hyphen) if self.glued(next) && self.word(next + 1) == "plus" => {
                found(Qualifier::AtLeast, 2)
            }
            _ => self.bound_behind_noun(at, next),
        }
    }

    /// "three years at most", « deux salariés ou plus », "300, at least": behind the noun that is counted, or a comma, and
    /// at the end of the phrase.
    fn bound_behind_noun(&self, at: usize, next: usize) -> Option<Bound> {
        let noun = (next..next + 5).find(|at| !self.names_what_is_counted(*at))?;
        let comma = usize::from(self.sign(noun, Sign::Comma));
        let word = noun + comma;
        if word == next {
            return None;
        }
        let qualifier = match self.term(word) {
            Term::After(qualifier) if self.closes(word + 1) || self.word(word).contains(' ') => qualifier,
            _ if !self.closes(word + 1) => return None,
            Term::Before(qualifier @ (Qualifier::AtLeast | Qualifier::AtMost | Qualifier::About), Reach::Next)
                if self.may_follow(word) =>
            {
                qualifier
            }
            _ => return None,
        };
        Some(Bound { qualifier, first: at, next: word + 1 })
    }

    fn names_what_is_counted(&self, at: usize) -> bool {
        let noun = |at: usize| {
            self.shape(at) == Shape::Lower
                && matches!(
                    self.term(at),
                    Term::Unknown
                        | Term::Counted
                        | Term::TimeWord
                        | Term::Elapsed
                        | Term::Institution
                        | Term::Move(_, Speech::Noun)
                )
        };
        let year = |at: usize| matches!(self.term(at), Term::YearWord | Term::QuarterWord);
        match self.term(at) {
            Term::Of | Term::OfThe | Term::By | Term::Article => {
                noun(at + 1) || year(at + 1) || matches!(self.term(at + 1), Term::Determiner)
            }
            Term::Determiner => matches!(self.before(at, 1), Term::Of),
            Term::YearWord | Term::QuarterWord => matches!(self.before(at, 1), Term::By | Term::Article),
            Term::Function => self.word(at) == "per",
            _ => noun(at),
        }
    }

    /// "At least, 300 jobs", « Au minimum, 8 000 tonnes »: a limit set before the whole sentence.
    fn opens_with_limit(&self, at: usize) -> bool {
        self.opens_sentence(at) && self.may_follow(at)
    }

    /// Whether a qualifier may stand behind its number.
    fn may_follow(&self, at: usize) -> bool {
        let word = self.word(at);
        LAST.iter().any(|last| word.eq_ignore_ascii_case(last))
    }

    /// Whether a qualifier closes its phrase, so that it belongs to the number before it: not « au plus tard ».
    fn is_last_word(&self, at: usize) -> bool {
        let extreme = matches!(self.word(at + 1), "tard" | "tôt" | "haut" | "bas" | "vite" | "près" | "fort");
        self.may_follow(at)
            && !extreme
            && matches!(
                self.term(at + 1),
                Term::End
                    | Term::Stop
                    | Term::Sign(_)
                    | Term::Preposition
                    | Term::Function
                    | Term::Unknown
                    | Term::And
                    | Term::Of
                    | Term::Determiner
                    | Term::OfThe
                    | Term::To
                    | Term::By
            )
    }
}

/// "frôle désormais", "exceeds now": an adverb between a verb and its number.
fn is_by_now(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "désormais",
        "déjà",
        "ainsi",
        "encore",
        "maintenant",
        "toujours",
        "now",
        "already",
        "parfois",
        "souvent",
        "même",
        "aujourd'hui",
        "aujourd’hui",
        "pour la première fois",
        "for the first time",
    ];
    WORDS.contains(&word)
}
