//! The passage from one level to another, told from a range: "est passé de 45 à 48", "raised its target from $52 to $58".
//!
//! Owns the verbs and nouns that make "de … à" and "from … to" two figures.

use super::grammar::Paragraph;
use super::term::{Speech, Term};

/// How French verbs begin whose object goes from one level to another.
const FRENCH_CHANGES: &[&str] = &[
    "relèv", "relev", "abaiss", "rehauss", "porté", "porter", "portant", "ramen", "ramèn", "révis", "revoi", "revu",
    "réduit", "passer", "passé", "passant", "ajust",
];

/// How French verbs begin that lead from one level to another, whatever they change.
const RETURNS: &[&str] =
    &["remont", "redescend", "retomb", "repass", "revien", "revenu", "grimp", "bondi", "chut", "tomb"];

/// How English verbs begin that change a level, beside those that tell a direction.
const ENGLISH_CHANGES: &[&str] =
    &["revis", "upgrad", "downgrad", "chang", "adjust", "nudg", "bump", "cut", "rais", "lower", "lift", "trim"];

/// French nouns of levels: a change of them by "de … à" is a passage, where "ses ventes ont crû de 5 à 6 %" is a range.
const LEVELS: &[&str] = &[
    "objectif",
    "objectifs",
    "prévision",
    "prévisions",
    "cible",
    "cibles",
    "estimation",
    "estimations",
    "taux",
    "cours",
    "note",
    "dividende",
    "plafond",
    "seuil",
    "recommandation",
    "tarif",
    "tarifs",
    "prix",
    "loyer",
    "loyers",
    "perspective",
    "perspectives",
    "capacité",
    "participation",
    "part",
    "effectif",
    "effectifs",
    "âge",
    "durée",
    "budget",
];

impl Paragraph<'_> {
    /// Whether a verb of passage or of change governs "from … to" before the number at `first`: two levels, not a range.
    pub fn is_passage(&self, first: usize) -> bool {
        if matches!(self.before(first, 1), Term::Passage) {
            return true;
        }
        if !self.leads_from(first) {
            return false;
        }
        let clause =
            (2..9).take_while(|back| !matches!(self.before(first, *back), Term::Sign(_) | Term::Stop | Term::End));
        let changes = |back: usize| {
            let word = self.word_before(first, back).to_lowercase();
            let stems = if self.french() { FRENCH_CHANGES } else { ENGLISH_CHANGES };
            stems.iter().any(|stem| word.starts_with(stem))
        };
        if self.french() {
            // « remonte de 87 à 90 »: a change of pure numbers is told with what changes, a level without.
            let back = matches!(self.before(first, 2), Term::Move(_, Speech::Verb)) && self.is_pure(first);
            if back && RETURNS.iter().any(|stem| self.word_before(first, 2).starts_with(stem)) {
                return true;
            }
            // « relève de 61 à 68 milliards sa prévision ».
            let ahead = (first..first + 14).take_while(|at| !matches!(self.term(*at), Term::Stop | Term::End));
            if changes(2) && ahead.into_iter().any(|at| LEVELS.contains(&self.word(at))) {
                return true;
            }
            let mut level = false;
            return clause.into_iter().any(|back| {
                level |= LEVELS.contains(&self.word_before(first, back));
                level && changes(back)
            });
        }
        let moves = |back: usize| {
            let term = self.before(first, back);
            back < 7 && matches!(term, Term::Move(_, Speech::Verb | Speech::Noun | Speech::Adverb))
        };
        clause.into_iter().any(|back| moves(back) || changes(back))
    }

    /// Whether a number has neither scale nor unit behind it.
    fn is_pure(&self, first: usize) -> bool {
        matches!(self.term(first), Term::Digits(_)) && matches!(self.term(first + 1), Term::To)
    }

    /// Whether "from", or French "de", stands before the number at `first`.
    pub fn leads_from(&self, first: usize) -> bool {
        matches!(self.before(first, 1), Term::From) || self.french() && matches!(self.before(first, 1), Term::Of)
    }
}
