//! Times of day and scores: "de 9 h à 18 h 30", "9.30am", "2-1", "3 sets à 2".
//!
//! Owns pairs and single numbers that tell an hour or a result. A rule answers with the token after the trap.

use super::grammar::Paragraph;
use super::term::{Digits, Sign, Term};

/// What is counted in a match.
const POINTS_OF_PLAY: &[&str] = &["sets", "set", "buts", "but", "manches", "goals", "games", "essais", "tries"];

/// Words that tell of a match.
const PLAY: &[&str] = &[
    "won",
    "win",
    "wins",
    "beat",
    "beaten",
    "beating",
    "lost",
    "defeat",
    "defeated",
    "victory",
    "drew",
    "draw",
    "score",
    "imposée",
    "imposé",
    "impose",
    "emporté",
    "emporte",
    "battu",
    "bat",
    "battue",
    "gagné",
    "victoire",
    "défaite",
    "incliné",
    "inclinée",
    "nul",
];

impl Paragraph<'_> {
    /// "10 h 30", "à 18 heures", "de 9 h à 18 h", "5 p.m.", "9.30am".
    pub fn clock(&self, at: usize, digits: Digits) -> Option<usize> {
        let hour = digits.places == 0 && (digits.plain(0, 24).is_some() || digits.zero_led && digits.mantissa < 10);
        let minutes = digits.places == 2 && digits.mantissa < 2400 && digits.mantissa % 100 < 60;
        if !hour && !minutes {
            return None;
        }
        let word = self.word(at + 1);
        if matches!(word, "a.m." | "p.m." | "am" | "pm" | "AM" | "PM" | "o'clock" | "a.m" | "p.m" | "o’clock") {
            return Some(at + 2);
        }
        if self.is_hour_of_beginning(at, digits) {
            return Some(at + 1);
        }
        if !hour || !self.french() || !is_hour(word) {
            return None;
        }
        if matches!(self.term(at + 2), Term::Digits(_)) && word == "h" {
            return Some(at + 3);
        }
        let before = self.word_before(at, 1);
        let told = matches!(self.before(at, 1), Term::To) || matches!(before, "vers" | "dès" | "avant" | "après");
        let until = before.starts_with("jusqu") && !self.is_amount_of_time(at + 2);
        (told || until || self.has_other_end(at)).then_some(at + 2)
    }

    /// "ends at 11", "starts at 9": an hour, where nothing is counted and no price told.
    fn is_hour_of_beginning(&self, at: usize, digits: Digits) -> bool {
        const VERBS: &[&str] = &["end", "ends", "ending", "begin", "begins", "began", "beginning", "resume", "resumes"];
        let before = self.word_before(at, 1);
        let begins =
            matches!(before, "starts at" | "starting at") || before == "at" && VERBS.contains(&self.word_before(at, 2));
        begins && digits.plain(1, 12).is_some() && !digits.zero_led && !self.measures(at) && !self.counts(at + 1)
    }

    /// "jusqu'à 20 heures par semaine": a length of time.
    fn is_amount_of_time(&self, at: usize) -> bool {
        matches!(self.term(at), Term::Of | Term::OfThe | Term::By | Term::Function)
    }

    /// Whether another hour is tied to the one at `at`: "de 9 h à 18 h", "entre 8 heures et 10 heures".
    fn has_other_end(&self, at: usize) -> bool {
        let tie = |at: usize| matches!(self.term(at), Term::To | Term::And | Term::Sign(Sign::Dash | Sign::Hyphen));
        let later = tie(at + 2) && matches!(self.term(at + 3), Term::Digits(_)) && is_hour(self.word(at + 4));
        let earlier =
            at >= 3 && tie(at - 1) && is_hour(self.word(at - 2)) && matches!(self.term(at - 3), Term::Digits(_));
        (later || earlier) && !matches!(self.before(at, 1), Term::Passage) && !self.is_amount_of_time(at + 2)
    }

    /// "4-3-3", « le 4-4-2 »: how a team lines up.
    fn formation(&self, at: usize) -> Option<usize> {
        let line = |at: usize| matches!(self.term(at), Term::Digits(n) if n.plain(1, 9).is_some());
        let tied = |at: usize| self.sign(at, Sign::Hyphen) && self.glued(at) && self.glued(at + 1) && line(at + 1);
        let mut next = at + 1;
        while tied(next) {
            next += 2;
        }
        (line(at) && next >= at + 5).then_some(next)
    }

    /// "24/7", "3-2", "3 sets à 2", "won 3 to 1".
    pub fn score(&self, at: usize) -> Option<usize> {
        if let Some(next) = self.formation(at) {
            return Some(next);
        }
        let Term::Digits(first) = self.term(at) else { return None };
        let first = first.plain(0, 199)?;
        let noun = usize::from(POINTS_OF_PLAY.contains(&self.word(at + 1)));
        let tie = at + 1 + noun;
        let Term::Digits(second) = self.term(tie + 1) else { return None };
        let second = second.plain(0, 199)?;
        let hyphen = matches!(self.term(tie), Term::Sign(Sign::Hyphen | Sign::Dash));
        if !hyphen && !self.sign(tie, Sign::Slash) && !matches!(self.term(tie), Term::To) {
            return None;
        }
        let glued = self.glued(tie) && self.glued(tie + 1);
        let ends = matches!(self.term(tie + 2), Term::End | Term::Stop | Term::Sign(_) | Term::Weekday | Term::And)
            || matches!(self.term(tie + 2), Term::Preposition | Term::Function | Term::Determiner | Term::To);
        let played = noun > 0 || (1..5).any(|back| PLAY.contains(&self.word_before(at, back)));
        let result = played && (glued || matches!(self.term(tie), Term::To)) && ends;
        let slash = self.sign(tie, Sign::Slash) && first >= second && !self.sign(tie + 2, Sign::Slash);
        let dash = self.sign(tie, Sign::Hyphen) && first >= second && self.unit_after(tie + 2).is_none();
        (result || glued && first < 100 && (slash || dash)).then_some(tie + 2)
    }
}

fn is_hour(word: &str) -> bool {
    matches!(word, "h" | "heures" | "heure")
}
