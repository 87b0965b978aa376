//! Digits that are no figures: model names, article numbers, addresses, list marks, notes.
//!
//! Owns the order of the traps, and names and labels; addresses stand in `address`, telephone numbers and references in
//! `reference`, times of day and scores in `clock`. A rule answers with the token after the trap.

use super::grammar::{Figure, Paragraph};
use super::term::{Digits, Shape, Sign, Term};
use super::topics;

/// Names that are never without their number: "Fortune 500 companies", "Windows 10 users".
const SERIES: &[&str] =
    &["Fortune", "Windows", "iPhone", "Galaxy", "Pixel", "PlayStation", "Xbox", "Russell", "Android"];

impl Paragraph<'_> {
    /// The token after a trap that begins with the digits at `at`.
    pub fn trap(&self, at: usize, out: &[Figure]) -> Option<usize> {
        let Term::Digits(digits) = self.term(at) else { return None };
        if self.is_list_mark(at, digits) || self.is_note(at) {
            return Some(at + 1);
        }
        self.quoted_title(at)
            .or_else(|| self.phone(at))
            .or_else(|| self.registered(at))
            .or_else(|| self.reference(at, digits))
            .or_else(|| self.model(at, digits))
            .or_else(|| self.tied(at, digits))
            .or_else(|| self.coded(at, digits))
            .or_else(|| self.called(at, digits))
            .or_else(|| self.clock(at, digits))
            .or_else(|| self.label(at))
            .or_else(|| self.name(at, digits, out))
            .or_else(|| self.address_number(at, digits))
            .or_else(|| self.score(at))
            .or_else(|| self.told_apart(at, digits, out))
    }

    /// "1. First point", "2) …" at the start of a line.
    fn is_list_mark(&self, at: usize, digits: Digits) -> bool {
        let starts = matches!(self.before(at, 1), Term::End | Term::Stop) && digits.plain(0, 99).is_some();
        starts
            && self.glued(at + 1)
            && (self.sign(at + 1, Sign::Close) || matches!(self.term(at + 1), Term::Stop))
            && self.tokens.len() > at + 2
    }

    /// « Les 400 Coups », "99 Luftballons", « 2001, l'Odyssée de l'espace »: the title of a work, from its first words to
    /// the end of a short quotation.
    fn quoted_title(&self, at: usize) -> Option<usize> {
        let article = usize::from(matches!(self.before(at, 1), Term::Determiner));
        if self.before(at, 1 + article) != Term::Sign(Sign::Quote) {
            return None;
        }
        let comma = usize::from(self.sign(at + 1, Sign::Comma));
        let name = (at + 1 + comma..at + 3 + comma).find(|at| self.shape(*at) != Shape::Lower)?;
        let named = name <= at + 1 + 2 * comma
            && matches!(self.shape(name), Shape::Capital | Shape::Caps)
            && matches!(self.term(name), Term::Unknown | Term::Function | Term::Institution);
        let word = |at: usize| !matches!(self.term(at), Term::Stop | Term::End | Term::Sign(Sign::Comma | Sign::Colon));
        let end = (name..name + 6).find(|at| self.sign(*at, Sign::Quote) || !word(*at))?;
        (named && self.sign(end, Sign::Quote)).then_some(end)
    }

    /// `[3]`.
    fn is_note(&self, at: usize) -> bool {
        at > 0 && self.word(at - 1) == "[" && self.word(at + 1) == "]"
    }

    /// "article 5", "n° 12", "page 3", "L. 121-1", "#4".
    fn label(&self, at: usize) -> Option<usize> {
        let mut back = 1;
        if matches!(self.before(at, back), Term::Sign(Sign::Point)) {
            back += 1;
        }
        if self.continues_label(at) {
            return Some(self.tail(at + 1));
        }
        // "companies number 14,044": labels have no thousands.
        let grouped = !self.french() && matches!(self.term(at), Term::Digits(digits) if digits.grouped);
        let label = match self.before(at, back) {
            Term::Label if grouped => false,
            Term::Label | Term::Sign(Sign::Hash) => true,
            _ if matches!(self.word_before(at, back), "Gen" | "Mk" | "Vol" | "Ver") => true,
            Term::Unknown | Term::Abbreviation => {
                self.word(at - back).chars().count() == 1 && self.shape(at - back) == Shape::Capital
            }
            _ => false,
        };
        if !label || self.measures(at) {
            return None;
        }
        Some(self.tail(at + 1))
    }

    /// "pages 12 à 15", "chapters 3 and 4": the second number of a label.
    fn continues_label(&self, at: usize) -> bool {
        let tied = matches!(self.before(at, 1), Term::And | Term::To | Term::Or | Term::Sign(Sign::Dash));
        let label = matches!(self.before(at, 2), Term::Digits(_)) && matches!(self.before(at, 3), Term::Label);
        tied && label && !self.measures(at) && !self.counts(at + 1)
    }

    /// Whether a unit or a scale makes the digits a quantity after all.
    pub fn measures(&self, at: usize) -> bool {
        let next = self.past_hyphen(at + 1);
        matches!(self.term(next), Term::Scale(_))
            || self.unit_after(at + 1).is_some()
            || matches!(self.term(next), Term::Counted)
    }

    /// "omega-3", "catch-22", "carbone 14" with a hyphen: small letters tied to a short number, where "mid-2025" is a time
    /// and "sub-5%" a limit.
    fn tied(&self, at: usize, digits: Digits) -> Option<usize> {
        let word = at.checked_sub(2)?;
        // "max_retries=5".
        if self.word(at - 1) == "=" && self.glued(at - 1) && self.glued(at) && self.shape(word) != Shape::None {
            return Some(at + 1);
        }
        let hyphen = self.sign(at - 1, Sign::Hyphen) && self.glued(at - 1) && self.glued(at);
        let name = matches!(self.term(word), Term::Unknown | Term::Label)
            && self.shape(word) == Shape::Lower
            && !matches!(self.word(word), "pre" | "post" | "pré" | "sub" | "under" | "plus" | "non" | "pro" | "ex");
        // « la Peugeot e-2008 ».
        let most = if self.word(word).len() == 1 { 9999 } else { 999 };
        (hyphen && name && digits.plain(1, most).is_some() && !self.measures(at)).then(|| self.tail(at + 1))
    }

    /// "HTTP/2", "ID.3", "P5+1", "401(k)", "24-cv-01187": a sign between letters and digits that touch it.
    fn coded(&self, at: usize, digits: Digits) -> Option<usize> {
        // "1&1".
        if self.word(at + 1) == "&" && self.glued(at + 1) && self.glued(at + 2) {
            return Some(at + 3);
        }
        // "401(k)", "501(c)(3)".
        let enclosed = |at: usize| {
            self.sign(at, Sign::Open)
                && self.sign(at + 2, Sign::Close)
                && (at..at + 3).all(|at| self.glued(at))
                && self.word(at + 1).len() == 1
        };
        if enclosed(at + 1) && self.shape(at + 2) == Shape::Lower {
            return Some(at + 4 + 3 * usize::from(enclosed(at + 4)));
        }
        let joined = |at: usize| self.sign(at, Sign::Hyphen) && self.glued(at) && self.glued(at + 1);
        let file = joined(at + 1) && joined(at + 3) && matches!(self.term(at + 2), Term::Unknown);
        if file && matches!(self.term(at + 4), Term::Digits(number) if number.width > 2) {
            return Some(at + 5);
        }
        let word = at.checked_sub(2)?;
        digits.plain(0, 999)?;
        let touching = self.glued(at - 1) && self.glued(at) && self.currency_code(word).is_none();
        let name = matches!(self.term(word), Term::Unknown) && matches!(self.shape(word), Shape::Capital | Shape::Caps);
        let coded = match self.term(at - 1) {
            Term::Sign(Sign::Slash | Sign::Point) => name,
            Term::Sign(Sign::Plus) => matches!(self.term(word), Term::Code),
            _ => false,
        };
        (touching && coded && !self.measures(at)).then_some(at + 1)
    }

    /// "a 404 error", "the 38 bus", "50 Cent", "98.5 FM", "the Top 40", « le 20 heures », « l'enseigne 3 Suisses », « 8 à
    /// Huit »: what a noun in the singular beside a number calls.
    fn called(&self, at: usize, digits: Digits) -> Option<usize> {
        if self.word(at + 1) == "FM" {
            return Some(at + 2);
        }
        digits.plain(2, 999)?;
        // "the Top 40".
        if self.word_before(at, 1) == "Top" && matches!(self.before(at, 2), Term::Determiner) && !self.is_plural(at + 1)
        {
            return Some(at + 1);
        }
        let capital = self.shape(at + 1) == Shape::Capital && matches!(self.term(at + 1), Term::Unknown);
        let called = if self.french() {
            let before = self.word_before(at, 1);
            let news = self.word(at + 1) == "heures"
                && digits.mantissa <= 24
                && (matches!(before, "le" | "du" | "au") || before == "de" && self.word_before(at, 2) == "journal");
            let road =
                matches!(before, "nationale" | "départementale") && matches!(self.before(at, 2), Term::Determiner);
            let shop = matches!(self.term(at + 1), Term::To)
                && self.shape(at + 2) == Shape::Capital
                && matches!(self.term(at + 2), Term::Cardinal(_));
            let named = capital && !before.ends_with('s') && topics::is_kind_of_company(before);
            return match (news || shop, road, named) {
                (true, ..) => Some(at + 2 + usize::from(shop)),
                (_, true, _) => Some(at + 1),
                (.., true) => Some(at + 2),
                _ => None,
            };
        } else {
            let line = matches!(self.word(at + 1), "bus" | "tram" | "train" | "ferry")
                && matches!(self.before(at, 1), Term::Determiner);
            line || self.word(at + 1) == "Cent" || self.word(at + 1) == "error" && digits.mantissa >= 100
        };
        called.then_some(at + 2)
    }

    /// « son jean 501 », « la marque 1083 tisse »: a French noun in the singular, with its article, has a number of its own
    /// behind it, unless the sentence leaves out a noun that it counted before.
    fn told_apart(&self, at: usize, digits: Digits, out: &[Figure]) -> Option<usize> {
        const ARTICLES: &[&str] =
            &["le", "la", "l'", "l’", "un", "une", "son", "sa", "ce", "cet", "cette", "notre", "leur"];
        const QUANTITIES: &[&str] = &["autre", "total", "nombre", "minimum", "maximum", "reste", "record"];
        let noun = self.word_before(at, 1);
        let singular = matches!(self.before(at, 1), Term::Unknown)
            && matches!(self.before(at, 2), Term::Determiner | Term::One)
            && !noun.ends_with(['s', 'x', 'z']);
        if !self.french() || !singular || digits.plain(2, 9999).is_none() || self.year_digits(at).is_some() {
            return None;
        }
        let article = ARTICLES.iter().any(|article| self.word_before(at, 2).eq_ignore_ascii_case(article));
        if !article || self.shape(at - 1) != Shape::Lower || QUANTITIES.contains(&noun) {
            return None;
        }
        let ends = self.closes(at + 1)
            || matches!(self.term(at + 1), Term::Of | Term::OfThe | Term::By)
            || topics::is_kind_of_company(noun) && !self.is_plural(at + 1);
        let counted = out.last().is_some_and(|figure| {
            figure.kind == super::Kind::Number && !(figure.next..at).any(|at| matches!(self.term(at), Term::Stop))
        });
        (ends && !self.sign(at + 1, Sign::Slash) && !counted && !self.measures(at)).then_some(at + 1)
    }

    /// The token after what continues a label: "-1", "/2019", "b-5"; "et suivants" stays outside.
    pub fn tail(&self, mut at: usize) -> usize {
        let joined = |at: usize| self.sign(at, Sign::Hyphen) && self.glued(at) && self.glued(at + 1);
        at +=
            usize::from(self.glued(at) && self.word(at).len() == 1 && self.shape(at) == Shape::Lower && joined(at + 1));
        while matches!(self.term(at), Term::Sign(Sign::Hyphen | Sign::Slash | Sign::Dash | Sign::Point | Sign::Colon))
            && self.glued(at)
            && self.glued(at + 1)
            && matches!(self.term(at + 1), Term::Digits(_) | Term::Code | Term::Unknown)
        {
            at += 2;
        }
        at
    }

    /// A capitalised name with a number behind it: "iPhone 17", "Boeing 737", "CAC 40".
    fn name(&self, at: usize, digits: Digits, out: &[Figure]) -> Option<usize> {
        let last = at.checked_sub(1)?;
        let named = matches!(self.shape(last), Shape::Capital | Shape::Caps)
            && (matches!(
                self.term(last),
                Term::Unknown | Term::Index | Term::Code | Term::Institution | Term::Coin(_)
            ) || matches!(self.term(last), Term::Threshold | Term::Counted | Term::Fold)
                && !self.opens_sentence(last)
                || self.is_standard(last, at))
            && self.currency_code(last).is_none();
        let year = digits.plain(1900, 2100).is_some() && digits.width == 4;
        if !named
            || digits.grouped
            || year && !matches!(self.term(last), Term::Index) && !self.names_a_year(last, at)
            || self.measures(at) && !SERIES.contains(&self.word(last))
            || self.is_length_of_time(at + 1)
            || self.is_ordinal_suffix(at + 1) && !self.word(last).starts_with(char::is_lowercase)
        {
            return None;
        }
        if matches!(self.term(at + 1), Term::Month(_)) || self.glued(at + 1) && self.shape(at + 1) != Shape::None {
            // « l'iPhone 16e » is no rank.
            return self.is_ordinal_suffix(at + 1).then_some(at + 2);
        }
        if self.opens_sentence(last) && self.is_no_name(last, at) || self.repeats_a_count(last, at, out) {
            return None;
        }
        Some(self.tail(at + 1))
    }

    /// "the Confederation's 10-year bond": no name.
    fn is_length_of_time(&self, next: usize) -> bool {
        let noun = self.past_hyphen(next);
        noun > next && matches!(self.term(noun), Term::YearWord | Term::TimeWord)
    }

    /// "EN 13485" in French: capitals that are a small word elsewhere.
    fn is_standard(&self, word: usize, at: usize) -> bool {
        self.shape(word) == Shape::Caps
            && self.shape(at + 1) != Shape::Caps
            && matches!(
                self.term(word),
                Term::Preposition | Term::Function | Term::Determiner | Term::Of | Term::Before(..)
            )
    }

    /// Whether a capitalised word at the start of a sentence is likely a participle or an adverb.
    pub fn is_no_name(&self, word: usize, at: usize) -> bool {
        let word = self.word(word);
        let endings: &[&str] =
            if self.french() { &["ant", "é", "és", "ées", "er", "ir", "ment"] } else { &["ing", "ed", "ly"] };
        endings.iter().any(|ending| word.ends_with(ending)) && self.shape(at + 1) == Shape::Lower
    }

    /// "Lyon comptait 1 400 agents et Lille 950": the name takes over the noun of a count before it.
    fn repeats_a_count(&self, name: usize, at: usize, out: &[Figure]) -> bool {
        let joined =
            matches!(self.before(name, 1), Term::And | Term::Sign(Sign::Comma)) || self.word_before(name, 1) == "to";
        // « celui de Brno 240 ».
        let other = matches!(self.word_before(name, 2), "celui" | "celle" | "ceux" | "celles");
        let joined = joined || other && matches!(self.before(name, 1), Term::Of);
        let ends = matches!(self.term(at + 1), Term::Stop | Term::End | Term::Sign(Sign::Comma) | Term::And);
        let is_time = |figure: &&Figure| matches!(figure.content, super::Content::Time(_));
        let counted = out.iter().rev().find(|figure| !is_time(figure)).is_some_and(|figure| {
            figure.kind == super::Kind::Number && !(figure.next..at).any(|at| matches!(self.term(at), Term::Stop))
        });
        joined && ends && counted
    }
}
