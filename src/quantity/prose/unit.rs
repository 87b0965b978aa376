//! What a number counts: currencies before and after it, percent, points, times and unit symbols.
//!
//! Owns the unit's words around one number; the names of currencies stand in `currency_names`.

use super::Measure;
use super::currency_names::{DOLLARS, PREFIXES};
use super::grammar::Paragraph;
use super::term::{Coin, Shape, Sign, Term};
use crate::quantity::{Currency, Decimal, Unit};

/// A unit with what it does to the number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    pub unit: Measure,
    /// The number's factor: a hundredth for cents, a million for "MEUR".
    pub factor: Decimal,
    pub next: usize,
}

/// Codes of ISO 4217 that are capitals of common words as well.
const WORDS_LIKE_CODES: [&str; 4] = ["ALL", "TOP", "CUP", "TRY"];

/// No symbol that stands in no lexicon is longer: `MtCO2eq`.
const LONGEST: usize = 7;

impl Paragraph<'_> {
    /// The currency of an ISO 4217 code in the text.
    pub fn currency_code(&self, at: usize) -> Option<Currency> {
        let word = self.word(at);
        let code = self.shape(at) == Shape::Caps && word.len() == 3;
        let code = code
            && (!WORDS_LIKE_CODES.contains(&word) || self.held(at) || self.held(at + 1) || self.follows_number(at));
        // « le Ryzen 9 d'AMD », but « 9 millions d'AMD ».
        let maker = word == "AMD" && matches!((self.before(at, 1), self.before(at, 2)), (Term::Of, Term::Digits(_)));
        (code && !maker).then(|| Currency::from_code(word))?
    }

    /// Whether digits or a scale word stand before a token.
    fn follows_number(&self, at: usize) -> bool {
        let back = 1 + usize::from(matches!(self.before(at, 1), Term::Of));
        matches!(self.before(at, back), Term::Digits(_) | Term::Scale(_))
    }

    /// Whether a no-break space holds a token to the one before it, as units are held to their numbers.
    pub fn held(&self, at: usize) -> bool {
        let before = self.tokens.get(at).map_or("", |token| &self.text[..token.start]);
        before.ends_with(['\u{a0}', '\u{202f}'])
    }

    /// A currency's sign or code that stands before its number, and the token after it.
    pub fn coin_before(&self, at: usize) -> Option<(Currency, usize)> {
        let letters = matches!(self.shape(at), Shape::Capital | Shape::Caps);
        if letters && let Some((_, currency)) = PREFIXES.iter().find(|(letters, _)| *letters == self.word(at)) {
            return Some((*currency, at + 1));
        }
        let next = at + 1 + usize::from(self.sign(at + 1, Sign::Hyphen) && self.glued(at + 2) && self.glued(at + 1));
        match self.term(at) {
            Term::Coin(_) if self.shape(at) != Shape::None => None,
            Term::Coin(Coin::Known(currency)) => Some((currency, next)),
            Term::Coin(Coin::Dollar) => Some((self.options.dollar, next)),
            _ => Some((self.currency_code(at)?, at + 1)),
        }
    }

    /// The unit behind a number whose currency is not told before it.
    pub fn unit_after(&self, at: usize) -> Option<Counted> {
        let hyphen = self.past_hyphen(at);
        let sign = matches!(self.term(hyphen), Term::Coin(_)) && self.shape(hyphen) == Shape::None;
        let hyphen = if sign { at } else { hyphen };
        if let Some(counted) = self.unit_word(hyphen) {
            return Some(counted);
        }
        let of = at + usize::from(matches!(self.term(at), Term::Of));
        if of > at
            && let Some(counted) = self.unit_word(of)
            && matches!(counted.unit, Measure::Money(_) | Measure::Symbol(_))
        {
            return Some(counted);
        }
        None
    }

    fn unit_word(&self, at: usize) -> Option<Counted> {
        // Most of what stands behind a number is small words, punctuation and long words.
        let small = matches!(
            self.term(at),
            Term::Of
                | Term::OfThe
                | Term::Preposition
                | Term::Determiner
                | Term::And
                | Term::Stop
                | Term::End
                | Term::Sign(Sign::Comma | Sign::Colon | Sign::Point | Sign::Open | Sign::Close)
        );
        if small && self.shape(at) != Shape::Caps
            || matches!(self.term(at), Term::Unknown) && self.word(at).len() > LONGEST
        {
            return None;
        }
        let one = |unit| Some(Counted { unit, factor: Decimal::ONE, next: at + 1 });
        match self.term(at) {
            Term::Percent => one(Measure::Percent),
            Term::PercentagePoint => one(Measure::PercentagePoint),
            Term::Point if !self.names_an_index(at) => one(Measure::PercentagePoint),
            Term::BasisPoint => one(Measure::BasisPoint),
            // "one in eight euro-zone banks".
            Term::Coin(_)
                if self.sign(at + 1, Sign::Hyphen) && matches!(self.word(at + 2), "zone" | "area" | "denominated") =>
            {
                None
            }
            Term::Coin(coin) => Some(self.coin_after(at, coin)),
            // "85 cents": after digits, French for the coin.
            Term::Hundred if self.word(at) == "cents" && matches!(self.before(at, 1), Term::Digits(_)) => {
                Some(self.coin_after(at, Coin::Cent))
            }
            Term::Times | Term::Fold => one(Measure::Times),
            Term::Symbol(symbol) if !self.is_other_word(at) => one(Measure::Symbol(symbol)),
            _ if self.word(at) == "x" && self.glued(at) => one(Measure::Times),
            _ if self.word(at) == "time"
                && matches!(self.before(at, 1), Term::Digits(n) if n.plain(1, 1).is_some()) =>
            {
                one(Measure::Times)
            }
            _ if self.word(at) == "p" && self.glued(at) && !self.french() => {
                Some(self.coin_after(at, Coin::Hundredth(Currency::GBP)))
            }
            // "8 p. 100", as Quebec writes it.
            _ if self.word(at) == "p" && matches!(self.term(at + 1), Term::Digits(n) if n.mantissa == 100) => {
                Some(Counted { unit: Measure::Percent, factor: Decimal::ONE, next: at + 2 })
            }
            _ if matches!(self.word(at), "c" | "¢") && self.glued(at) && !self.french() => {
                Some(self.coin_after(at, Coin::Cent))
            }
            _ => self
                .symbol(at)
                .or_else(|| self.carbon(at))
                .or_else(|| self.squared(at))
                .or_else(|| self.joined_code(at)),
        }
    }

    /// `MtCO2`, `tCO₂e`: a mass of carbon dioxide, or of what warms as much, in one word.
    fn carbon(&self, at: usize) -> Option<Counted> {
        let word = self.word(at);
        let raised = word.ends_with("CO") && self.word(at + 1) == "₂" && self.glued(at + 1);
        let equivalent = raised && self.glued(at + 2) && matches!(self.word(at + 2), "e" | "eq");
        let endings = if raised { &["CO"][..] } else { &["CO2", "CO2e", "CO2eq"] };
        let mass = match endings.iter().find_map(|ending| word.strip_suffix(ending))? {
            "Mt" => "Mt",
            "kt" => "kt",
            "t" => "t",
            "kg" => "kg",
            "g" => "g",
            _ => return None,
        };
        let next = at + 1 + usize::from(raised) + usize::from(equivalent);
        Some(Counted { unit: Measure::Symbol(mass), factor: Decimal::ONE, next })
    }

    /// "sq. ft", "sq. m": the abbreviation with its point.
    fn squared(&self, at: usize) -> Option<Counted> {
        if self.word(at) != "sq" || !self.sign(at + 1, Sign::Point) {
            return None;
        }
        let symbol = match self.word(at + 2) {
            "ft" => "ft2",
            "m" => "m2",
            "km" => "km2",
            _ => return None,
        };
        Some(Counted { unit: Measure::Symbol(symbol), factor: Decimal::ONE, next: at + 3 })
    }

    /// Whether an index is named before, which has points of its own.
    fn names_an_index(&self, at: usize) -> bool {
        (at.saturating_sub(40)..at).any(|at| matches!(self.term(at), Term::Index))
    }

    /// Short symbols in capitals of their own ("Go", "To") are only read as written.
    fn is_other_word(&self, at: usize) -> bool {
        self.word(at).len() == 2 && self.shape(at) != Shape::Capital
    }

    fn coin_after(&self, at: usize, coin: Coin) -> Counted {
        let mut next = at + 1;
        let mut factor = Decimal::ONE;
        let mut currency = match coin {
            Coin::Known(currency) => currency,
            Coin::Dollar => self.options.dollar,
            Coin::Cent => {
                factor = Decimal::new(1, 2);
                // "35 cents on the euro".
                let whole = next + 1 + usize::from(matches!(self.term(next + 1), Term::Determiner));
                match self.term(whole) {
                    Term::Coin(Coin::Known(known)) if matches!(self.word(next), "on" | "per" | "in") => known,
                    _ => self.options.dollar,
                }
            }
            Coin::Hundredth(currency) => {
                factor = Decimal::new(1, 2);
                currency
            }
        };
        let sign = coin == Coin::Dollar && self.word(at) == "$";
        if sign && let Some((known, after)) = self.country_after(next) {
            currency = known;
            next = after;
        }
        Counted { unit: Measure::Money(currency), factor, next }
    }

    /// The country of a dollar, written behind the sign: "5 M$ US", "5 $CA".
    pub fn country_after(&self, at: usize) -> Option<(Currency, usize)> {
        let word = self.word(at);
        if let Some(code) = self.currency_code(at) {
            return Some((code, at + 1));
        }
        if !matches!(word, "US" | "CA" | "CAN" | "AU" | "NZ" | "HK" | "SG" | "U.S.") {
            return None;
        }
        DOLLARS.iter().find(|(letters, _)| *letters == word).map(|(_, currency)| (*currency, at + 1))
    }

    /// A unit symbol that every language writes alike; single letters only where nothing can be confused.
    fn symbol(&self, at: usize) -> Option<Counted> {
        let word = self.word(at);
        if word == "°" && self.word(at + 1) == "C" {
            return Some(Counted { unit: Measure::Symbol("°C"), factor: Decimal::ONE, next: at + 2 });
        }
        let known = !matches!(self.term(at), Term::Unknown | Term::Abbreviation | Term::Symbol(_) | Term::Code);
        // A single letter may be a name or a scale.
        let letter = matches!(word, "B" | "W" | "o") && !self.held(at);
        if let Some(currency) = self.currency_code(at) {
            return Some(Counted { unit: Measure::Money(currency), factor: Decimal::ONE, next: at + 1 });
        }
        if word.is_empty() || word.len() > 4 || known || letter {
            return None;
        }
        let plain = match word {
            "m²" => "m2",
            "m³" => "m3",
            "km²" => "km2",
            "ft²" => "ft2",
            "Go" if self.french() => "GB",
            "ko" if self.french() => "kB",
            "o" if self.french() => "B",
            // The peak output of solar plants.
            "MWc" | "MWp" => "MW",
            "GWc" | "GWp" => "GW",
            "kWc" | "kWp" => "kW",
            _ => word,
        };
        if word.len() == 1 && self.sign(at + 1, Sign::Point) {
            return None;
        }
        if word == "km" && self.sign(at + 1, Sign::Slash) && self.word(at + 2) == "h" {
            return Some(Counted { unit: Measure::Symbol("km/h"), factor: Decimal::ONE, next: at + 3 });
        }
        match Unit::parse(plain, &|_| false) {
            Some(Unit::Symbol(symbol)) => {
                Some(Counted { unit: Measure::Symbol(symbol), factor: Decimal::ONE, next: at + 1 })
            }
            _ => None,
        }
    }

    /// A scale and a code in one word: "MEUR", "kEUR", "MUSD".
    fn joined_code(&self, at: usize) -> Option<Counted> {
        let word = self.word(at);
        let split = word.len().checked_sub(3).filter(|n| (1..=3).contains(n) && word.is_char_boundary(*n))?;
        let (scale, code) = word.split_at(split);
        let exponent = match scale {
            "k" | "K" => 3,
            "M" => 6,
            "Md" | "Mds" | "MD" => 9,
            _ => return None,
        };
        let currency = Currency::from_code(code)?;
        Some(Counted { unit: Measure::Money(currency), factor: Decimal::from(10_i64.pow(exponent)), next: at + 1 })
    }
}
