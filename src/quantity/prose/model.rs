//! Names that carry a number: aircraft, engines, forms, and events or products of a year ("Tokyo 2020", "Windows 2000").
//!
//! Owns what tells such a name from a quantity or a date. A rule answers with the token after the name.

use super::grammar::Paragraph;
use super::term::{Digits, Shape, Sign, Term};
use super::topics;

/// Makers whose models are written like quarters and halves.
const MAKERS: &[&str] = &["Audi", "Infiniti", "Volkswagen", "VW", "Hummer", "Haval", "Leica", "Fiat"];

/// Words that begin a clause before a year and are no names.
const OPENERS: &[&str] = &[
    "compared",
    "unlike",
    "come",
    "only",
    "both",
    "neither",
    "even",
    "roughly",
    "circa",
    "versus",
    "pre",
    "post",
    "mid",
    "end",
    "full",
    "now",
    "again",
    "every",
    "courant",
    "comparé",
    "comparée",
    "contrairement",
    "jusque",
    "seul",
    "seule",
    "face",
    "horizon",
    "copyright",
    "année",
    "an",
    "via",
    "pendant",
    "contre",
    "per",
    "ère",
];

/// What a company does, written like a noun in the plural.
const SAYS: &[&str] = &[
    "says", "plans", "expects", "posts", "cuts", "sells", "makes", "agrees", "faces", "wants", "pays", "shares",
    "reports", "bonds", "is", "has",
];

/// What an engine is called.
const ENGINES: &[&str] =
    &["moteur", "moteurs", "motorisation", "motorisations", "bloc", "engine", "engines", "powertrain"];

impl Paragraph<'_> {
    /// A model, a form or an engine that begins with the digits at `at`.
    pub fn model(&self, at: usize, digits: Digits) -> Option<usize> {
        let named = self.variant(at, digits).or_else(|| self.form(at, digits)).or_else(|| self.designation(at, digits));
        let named = named.or_else(|| self.in_the_singular(at, digits));
        named.or_else(|| self.brand(at, digits)).or_else(|| self.title(at, digits)).or_else(|| {
            let engine = |at: usize| ENGINES.contains(&self.word(at));
            let named = matches!(self.shape(at + 1), Shape::Caps | Shape::Capital)
                && matches!(self.term(at + 1), Term::Unknown);
            let near = (1..3).any(|back| at >= back && engine(at - back)) || named && engine(at + 2);
            let size = digits.places == 1 && digits.width == 1;
            (size && near && !self.measures(at)).then_some(at + 1 + usize::from(named))
        })
    }

    /// "767-300ER", "737-800", "787-9", "737 MAX".
    fn variant(&self, at: usize, digits: Digits) -> Option<usize> {
        if is_airliner(digits) && matches!(self.word(at + 1), "MAX" | "Max") {
            return Some(at + 2);
        }
        let hyphen = self.sign(at + 1, Sign::Hyphen) && self.glued(at + 1) && self.glued(at + 2);
        let Term::Digits(series) = self.term(at + 2) else { return None };
        if !hyphen || digits.plain(100, 999).is_none() || series.plain(1, 9999).is_none() {
            return None;
        }
        let letters = self.glued(at + 3) && matches!(self.shape(at + 3), Shape::Caps | Shape::Capital);
        let series = series.width == 3 || series.mantissa <= 10;
        let airliner = is_airliner(digits) && series && self.unit_after(at + 3).is_none();
        (letters || airliner).then_some(at + 3 + usize::from(letters))
    }

    /// "6-K", "20-F", "10-Q/A".
    fn form(&self, at: usize, digits: Digits) -> Option<usize> {
        let hyphen = self.sign(at + 1, Sign::Hyphen) && self.glued(at + 1) && self.glued(at + 2);
        let letter = self.shape(at + 2) == Shape::Capital && self.word(at + 2).len() == 1;
        (hyphen && letter && digits.plain(1, 99).is_some()).then(|| self.tail(at + 3))
    }

    /// "7-Eleven", "1-800-Flowers", and "3M" where no one counts millions of things.
    fn brand(&self, at: usize, digits: Digits) -> Option<usize> {
        let joined = |at: usize| self.sign(at, Sign::Hyphen) && self.glued(at) && self.glued(at + 1);
        digits.plain(1, 999)?;
        let mut next = at + 1;
        while joined(next) && matches!(self.term(next + 1), Term::Digits(_)) {
            next += 2;
        }
        let word = next + 1;
        let name = self.shape(word) == Shape::Capital && matches!(self.term(word), Term::Unknown | Term::Cardinal(_));
        if joined(next) && name && self.word(word).len() > 1 && self.unit_after(word).is_none() {
            return Some(self.tail(word + 1));
        }
        let company = digits.mantissa == 3 && self.glued(at + 1) && self.word(at + 1) == "M";
        let counted = matches!(self.term(at + 2), Term::Counted)
            || self.unit_after(at + 2).is_some()
            || self.is_plural(at + 2) && !SAYS.contains(&self.word(at + 2));
        (company && !counted).then_some(at + 2)
    }

    /// « 20 Minutes », "60 Minutes", « 60 Millions de consommateurs »: a newspaper's or a programme's title has a capital
    /// that a word of time or a scale has nowhere else, but in English headlines.
    fn title(&self, at: usize, digits: Digits) -> Option<usize> {
        digits.plain(1, 999)?;
        let capital = self.shape(at + 1) == Shape::Capital && !self.glued(at + 1);
        let told = match self.term(at + 1) {
            Term::TimeWord => true,
            Term::Scale(_) => self.french() && self.unit_after(at + 2).is_none(),
            _ => false,
        };
        (capital && told && !self.is_in_headline(at)).then_some(at + 2)
    }

    /// Whether words around the digits at `at` and the word behind them have capitals without need.
    fn is_in_headline(&self, at: usize) -> bool {
        let capital = |at: usize| self.shape(at) == Shape::Capital && !self.opens_sentence(at);
        !self.french() && ((1..3).any(|back| at >= back && capital(at - back)) || (at + 2..at + 4).any(capital))
    }

    /// "the 787 Dreamliner": an article in the singular, and a name that is no nationality behind the number.
    fn designation(&self, at: usize, digits: Digits) -> Option<usize> {
        digits.plain(100, 999)?;
        let article = matches!(
            self.word_before(at, 1).to_lowercase().as_str(),
            "the" | "this" | "its" | "a" | "le" | "un" | "ce" | "son" | "du" | "au" | "of"
        );
        let name = self.word(at + 1);
        let nationality = ["s", "an", "ish", "ese", "ch", "i"].iter().any(|end| name.ends_with(end));
        let named =
            self.shape(at + 1) == Shape::Capital && matches!(self.term(at + 1), Term::Unknown) && !self.glued(at + 1);
        let counted = self.shape(at + 2) == Shape::Lower && self.word(at + 2).ends_with('s') && !is_airliner(digits);
        (article && named && !nationality && !counted).then_some(at + 1)
    }

    /// « le 3008 », « la 911 », « le 115 »: French numbers are plural, so that an article in the singular names a model, a
    /// telephone or a price to come.
    fn in_the_singular(&self, at: usize, digits: Digits) -> Option<usize> {
        // An article of the constitution, known by its number alone.
        let told = matches!(
            self.before(at, 1),
            Term::Determiner | Term::Of | Term::OfThe | Term::One | Term::To | Term::Label
        );
        if self.french() && told && self.word(at) == "49.3" && !self.measures(at) {
            return Some(at + 1);
        }
        let article =
            self.french() && matches!(self.word_before(at, 1), "le" | "la" | "Le" | "La" | "du" | "Du" | "au");
        // « le 7 Up », « la 2 CV », « l'enseigne Les 3 Brasseurs ».
        let titled = self.word_before(at, 1) == "Les" && !self.opens_sentence(at - 1);
        let title = (article || titled)
            && matches!(self.shape(at + 1), Shape::Capital | Shape::Caps)
            && matches!(self.term(at + 1), Term::Unknown)
            && digits.plain(2, 99).is_some()
            && !self.glued(at + 1)
            && !self.measures(at);
        if title {
            return Some(at + 2);
        }
        let number = digits.plain(100, 9999).is_some() && self.year_digits(at).is_none();
        let counted = self.counts(at + 1) && self.word(at + 1).ends_with(['s', 'x']);
        let alone = !self.measures(at) && !counted && !self.is_ordinal_suffix(at + 1);
        let date = matches!(self.term(at + 1), Term::Month(_) | Term::Sign(Sign::Slash | Sign::Hyphen));
        // "assembly of the 787".
        let airliner = self.word_before(at, 1) == "the" && is_airliner(digits) && self.closes(at + 1);
        ((article || airliner) && number && alone && !date).then_some(at + 1)
    }

    /// Whether the code of a quarter or half-year is a car's: "Audi Q3".
    pub fn is_car(&self, at: usize) -> bool {
        let maker = self.word_before(at, 1);
        let maker = maker.rsplit(['\'', '’']).next().unwrap_or(maker);
        MAKERS.contains(&maker) || matches!(self.word(at + 1), "Sportback" | "Avant")
    }

    /// Whether the capitalised word `name` directly before a year makes one name with it: "Tokyo 2020", but "Sales 2024",
    /// "Spring 2024" and "In Paris 2024 was a good year".
    pub fn names_a_year(&self, name: usize, at: usize) -> bool {
        let whole = self.word(name);
        let possessive = whole.ends_with("'s") || whole.ends_with("’s");
        let word = whole.rsplit(['\'', '’']).next().unwrap_or(whole);
        let time = matches!(
            self.term(at + 1),
            Term::Fiscal | Term::QuarterWord | Term::QuarterCode(_) | Term::HalfWord | Term::Ordinal(_)
        );
        let known = topics::is_topic(word) || topics::is_abbreviation(word) || OPENERS.contains(&&*word.to_lowercase());
        // "Apple 2024 revenue".
        let measured = self.shape(at + 1) == Shape::Lower && topics::is_topic(self.word(at + 1));
        if time || known || possessive || measured || self.glued(at) || self.second_year_ahead(at) {
            return false;
        }
        if self.opens_sentence(name) {
            let listed = matches!(self.shape(at + 2), Shape::Capital) && matches!(self.term(at + 2), Term::Unknown);
            return (!self.sign(at + 1, Sign::Comma) || listed) && !self.is_no_name(name, at);
        }
        // "In Paris 2024 was …": the place has a preposition of its own, the year a verb.
        let place = matches!(self.word_before(name, 1), "In" | "At" | "À");
        !(place && matches!(self.term(at + 1), Term::Function | Term::Move(..)))
    }

    /// Whether another year is tied to the one at `at`.
    fn second_year_ahead(&self, at: usize) -> bool {
        self.year_digits(at).is_some_and(|year| self.second_year(at + 1, year).is_some_and(|last| last == year + 1))
    }
}

/// Whether a number is an airliner's of Boeing or Airbus: 7-7 and 3-0.
fn is_airliner(digits: Digits) -> bool {
    matches!((digits.mantissa / 100, digits.mantissa % 10), (7, 7) | (3, 0)) && digits.width == 3
}
