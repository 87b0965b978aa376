//! Times and fractions, and ordinals: "un tiers", "doubled", "22x", "divisé par deux", "3e".
//!
//! Owns the words of proportion. A fraction is a part of one ("a third" is 1/3), a multiple a factor ("halved" is 0.5).

use super::grammar::{Figure, Paragraph};
use super::term::{Shape, Sign, Term};
use super::{Content, Kind, Measure, Qualifier};
use crate::quantity::Decimal;

/// Behind "three times": a third.
const LESS: &[&str] = &[
    "less", "fewer", "lower", "smaller", "cheaper", "slower", "lighter", "shorter", "weaker", "narrower", "thinner",
    "rarer", "poorer", "quieter", "cooler", "younger", "below",
];

/// Behind "trois fois plus", without their endings.
const SMALL: &[&str] = &[
    "petit", "faibl", "bas", "bass", "léger", "légèr", "court", "lent", "étroit", "minc", "rar", "pauvr", "fin",
    "jeun", "ba",
];

impl Paragraph<'_> {
    /// A ratio that begins at `at`.
    pub fn ratio(&self, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
        let found = self.out_of(at).or_else(|| self.fraction(at)).or_else(|| self.multiple(at))?;
        let (value, mut unit, mut next) = found;
        let mut kind = Kind::Ratio;
        if unit == Measure::Fraction
            && let Some(after) = self.of_a_point(next)
        {
            (kind, unit, next) = (Kind::Percent, Measure::PercentagePoint, after);
        }
        if unit == Measure::Times
            && let Some((high, after)) = self.second_multiple(at, next).filter(|(high, _)| *high > value)
        {
            let content = Content::Number { low: value, high, unit };
            let figure = Figure { core: at, ..Figure::new(kind, content, self.range_start(at), after) };
            out.push(Figure { qualifier: Qualifier::Range, ..figure });
            return Some(after);
        }
        let figure = Figure::number(kind, value, unit, at, next).bounded(self.bound(at, next));
        let next = figure.next;
        out.push(figure);
        Some(next)
    }

    fn fraction(&self, at: usize) -> Option<(Decimal, Measure, usize)> {
        let part = |top: u64, bottom: u64, next| {
            let value = Decimal::from(top) / Decimal::from(bottom);
            Some((value, Measure::Fraction, next))
        };
        match self.term(at) {
            Term::Moiety => part(1, 2, at + 1),
            Term::Half if self.halves(at) => part(1, 2, at + 1),
            Term::Digits(top) => {
                let Term::Digits(bottom) = self.term(at + 2) else {
                    return self.many_parts(at, top.plain(2, 9)?);
                };
                let slash = self.sign(at + 1, Sign::Slash) && self.glued(at + 1) && self.glued(at + 2);
                let ends = !matches!(self.term(at + 3), Term::Sign(Sign::Slash));
                let (top, bottom) = (top.plain(1, 9)?, bottom.plain(2, 10)?);
                if slash && ends && top < bottom { part(top, bottom, at + 3) } else { None }
            }
            Term::One | Term::Article => {
                let noun = self.past_hyphen(at + 1);
                let bottom = self.denominator(noun)?;
                let quarter = matches!(self.term(noun), Term::QuarterWord);
                let ordinal = matches!(self.term(noun), Term::Ordinal(_));
                let told = !ordinal && !quarter
                    || noun > at + 1
                    || self.is_share(at, noun + 1)
                    || self.is_subject_or_object(at, noun + 1)
                    || self.is_one_of_parts(at, noun + 1);
                if told && !self.is_third_party(at, noun + 1) { part(1, bottom, noun + 1) } else { None }
            }
            Term::Cardinal(top) => self.many_parts(at, top.into()),
            // « le dixième de ce qu'elle espérait ».
            Term::Ordinal(bottom) if bottom > 4 && self.french() && self.is_part_of(at) => {
                part(1, bottom.into(), at + 1)
            }
            // "Another third are empty".
            Term::Ordinal(_) | Term::QuarterWord if self.is_other_part(at) => part(1, self.denominator(at)?, at + 1),
            Term::Denominator(bottom) if self.is_the_part(at) => part(1, bottom.into(), at + 1),
            _ => None,
        }
    }

    /// « le tiers de », « plus du quart de », « dont le tiers ».
    fn is_the_part(&self, at: usize) -> bool {
        let article = matches!(self.before(at, 1), Term::Determiner | Term::OfThe | Term::To | Term::Before(..));
        let of = matches!(self.term(at + 1), Term::Of | Term::OfThe) || self.word_before(at, 2) == "dont";
        matches!(self.word(at), "tiers" | "quart") && article && of
    }

    /// Whether an ordinal behind "le" or "au" divides what follows, rather than ranks in it.
    fn is_part_of(&self, at: usize) -> bool {
        const WHOLES: &[&str] = &[
            "ce",
            "capital",
            "chiffre",
            "total",
            "prix",
            "coût",
            "budget",
            "montant",
            "marché",
            "population",
            "production",
        ];
        let article = matches!(self.before(at, 1), Term::Determiner | Term::To) && self.shape(at) == Shape::Lower;
        let whole = at + 2 + usize::from(matches!(self.term(at + 2), Term::Determiner) && self.word(at + 2) != "ce");
        article && matches!(self.term(at + 1), Term::Of | Term::OfThe) && WHOLES.contains(&self.word(whole))
    }

    /// "two-thirds", "trois quarts", but "three quarters of decline".
    fn many_parts(&self, at: usize, top: u64) -> Option<(Decimal, Measure, usize)> {
        let noun = self.past_hyphen(at + 1);
        if noun == at + 1
            && matches!(self.term(noun), Term::QuarterWord)
            && matches!(self.term(noun + 2), Term::Move(..))
        {
            return None;
        }
        let bottom = self.denominator(noun)?;
        let quarters = matches!(self.term(noun), Term::QuarterWord);
        let clause = matches!(self.before(at, 1), Term::Stop | Term::End | Term::And | Term::Sign(_));
        let subject = clause && matches!(self.word(noun + 1), "are" | "were" | "have");
        let told = !quarters || noun > at + 1 || matches!(self.term(noun + 1), Term::Of) || subject;
        let fits = top < bottom && told && !matches!(self.term(noun), Term::Ordinal(_));
        fits.then(|| (Decimal::from(top) / Decimal::from(bottom), Measure::Fraction, noun + 1))
    }

    fn denominator(&self, at: usize) -> Option<u64> {
        match self.term(at) {
            Term::Denominator(n) => Some(n.into()),
            Term::Ordinal(n) if n > 2 => Some(n.into()),
            Term::QuarterWord if !self.french() => Some(4),
            _ => None,
        }
    }

    /// Whether "half" is a share: "half of", "half the", "by half", "more than half".
    fn halves(&self, at: usize) -> bool {
        if self.french() {
            return false;
        }
        let qualified = matches!(self.before(at, 1), Term::By | Term::Preposition | Term::Before(..));
        let hyphen = self.sign(at + 1, Sign::Hyphen) && self.glued(at + 1);
        !hyphen
            && (matches!(self.term(at + 1), Term::Of | Term::Determiner)
                || qualified && !matches!(self.term(at + 1), Term::Article | Term::Scale(_) | Term::TimeWord)
                || matches!(self.word(at + 1), "as" | "are" | "were" | "have" | "as many as" | "as much as")
                || matches!(self.before(at, 1), Term::Against | Term::From)
                    && matches!(self.term(at + 1), Term::Preposition | Term::Sign(_) | Term::TimeWord)
                || self.word(at).contains(' ')
                || matches!(self.term(at + 1), Term::Stop) && !matches!(self.before(at, 1), Term::Article))
    }

    fn multiple(&self, at: usize) -> Option<(Decimal, Measure, usize)> {
        let times = |value: Decimal, next| Some((value, Measure::Times, next));
        match self.term(at) {
            Term::Multiply(n) => {
                let more = self.more_or_as(at + 1);
                times(Decimal::from(n), if self.word(at).eq_ignore_ascii_case("twice") { more } else { at + 1 })
            }
            Term::Divide(n) => times(Decimal::ONE / Decimal::from(n), at + 1),
            Term::Double(n) if self.doubles(at) => times(Decimal::from(n), at + 1),
            Term::MultipliedBy => {
                let numeral = self.numeral(at + 1, false, false)?;
                times(numeral.value, numeral.next)
            }
            Term::DividedBy => {
                let numeral = self.numeral(at + 1, false, false)?;
                let value = Decimal::ONE.checked_div(numeral.value)?;
                times(value.normalize(), numeral.next)
            }
            Term::Digits(_) | Term::Cardinal(_) | Term::Hundred => self.times(at),
            _ => None,
        }
    }

    /// "trois fois plus", "three times", "22-fold", "22x".
    fn times(&self, at: usize) -> Option<(Decimal, Measure, usize)> {
        let numeral = self.numeral(at, false, false)?;
        let unit = self.past_hyphen(numeral.next);
        let told = matches!(self.term(unit), Term::Times | Term::Fold) || self.word(unit) == "x" && self.glued(unit);
        if !told {
            return None;
        }
        // « deux fois et demie », "two and a half times" is `numeral`'s.
        let half =
            self.french() && matches!(self.term(unit + 1), Term::And) && matches!(self.term(unit + 2), Term::Half);
        let number = if half { numeral.value + Decimal::new(5, 1) } else { numeral.value };
        // "deux fois moins" and "two times cheaper" are half.
        let (less, next) = self.compared(unit + 1 + 2 * usize::from(half));
        let value = if less { Decimal::ONE.checked_div(number)?.normalize() } else { number };
        Some((value, Measure::Times, next))
    }

    /// The upper end of "1.5x to 2.0x", "between 1.5 times and twice", and the token after it; nothing where a level passes
    /// to another.
    fn second_multiple(&self, at: usize, tie: usize) -> Option<(Decimal, usize)> {
        let tied = match self.term(tie) {
            Term::To | Term::Sign(Sign::Dash | Sign::Hyphen) => !self.is_passage(at),
            Term::And => self.between(at),
            _ => false,
        };
        let (high, _, next) = self.times(tie + 1).filter(|_| tied)?;
        Some((high, next))
    }

    /// The words of comparison behind "times": whether they make less of it, and the token after them.
    fn compared(&self, at: usize) -> (bool, usize) {
        let word = self.word(at);
        if !self.french() {
            // "smaller than" may be one phrase.
            let less = LESS.contains(&word.split(' ').next().unwrap_or(word));
            return (less, at + usize::from(less));
        }
        if word.starts_with("moins") {
            return (true, self.more_or_as(at));
        }
        if word.starts_with("inférieur") || word.starts_with("moindre") {
            return (true, at);
        }
        let small = word == "plus" && SMALL.contains(&self.word(at + 1).trim_end_matches(['s', 'e']));
        (small, self.more_or_as(at) + usize::from(small))
    }

    /// "plus" or "moins" behind "fois" belongs to the ratio.
    fn more_or_as(&self, at: usize) -> usize {
        at + usize::from(self.french() && matches!(self.word(at), "plus" | "moins"))
    }

    /// Whether "double" is a verb or "the double of": not in "double imposition", "a double blow".
    fn doubles(&self, at: usize) -> bool {
        if self.sign(at + 1, Sign::Hyphen) && self.glued(at + 1) {
            return false;
        }
        if self.french() {
            let before = self.word_before(at, 1);
            let noun = before.eq_ignore_ascii_case("le")
                || matches!(self.before(at, 1), Term::OfThe)
                || matches!(self.before(at, 1), Term::Before(..)) && before.ends_with(" du");
            // « un doublement des prix », but « doublement satisfait ».
            if self.word(at).ends_with("ment") {
                return matches!(self.before(at, 1), Term::One | Term::Determiner | Term::OfThe | Term::To | Term::Of);
            }
            let object = matches!(self.term(at + 1), Term::Determiner);
            return noun && !matches!(self.term(at + 1), Term::Unknown) || object;
        }
        let verb = matches!(self.before(at, 1), Term::To | Term::Function | Term::Before(..))
            && !matches!(self.word_before(at, 1), "with" | "at" | "per");
        // "double last year's", "double what was due", "double Corvex's".
        let owned = (at + 1..at + 3).any(|at| self.word(at).ends_with("'s") || self.word(at).ends_with("’s"));
        let object = matches!(self.term(at + 1), Term::Determiner) || self.word(at + 1) == "what" || owned;
        let noun = matches!(self.before(at, 1), Term::Article | Term::Determiner);
        verb || object && !noun
    }

    /// "un quart de point", "a quarter of a percentage point", "quarter-point": the token after the points.
    fn of_a_point(&self, at: usize) -> Option<usize> {
        let mut at = self.past_hyphen(at);
        at += usize::from(matches!(self.term(at), Term::Of));
        at += usize::from(matches!(self.term(at), Term::Article));
        matches!(self.term(at), Term::Point | Term::PercentagePoint).then_some(at + 1)
    }

    /// Whether letters behind digits make an ordinal: "3e", "21st".
    pub fn is_ordinal_suffix(&self, at: usize) -> bool {
        if !self.glued(at) {
            return false;
        }
        let word = self.word(at);
        if self.french() {
            matches!(word, "e" | "er" | "re" | "ère" | "ème" | "eme" | "è" | "nd" | "nde" | "ième" | "ers")
        } else {
            matches!(word, "st" | "nd" | "rd" | "th")
        }
    }

    /// "3e", "21st", "troisième", "first": in words only before a noun.
    pub fn ordinal(&self, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
        let (value, next) = match self.term(at) {
            Term::Digits(digits) if self.is_ordinal_suffix(at + 1) && digits.places == 0 => (digits.mantissa, at + 2),
            Term::Ordinal(n) if self.is_rank(at) => (n.into(), at + 1),
            _ => return None,
        };
        // "Fifth Avenue", "57th Street", "First Solar".
        if self.is_street(next) || self.is_ranked_name(at, next) {
            return Some(next + 1);
        }
        out.push(Figure::number(Kind::Ordinal, Decimal::from(value), Measure::None, at, next));
        Some(next)
    }

    /// "First Solar", "20th Century Fox": an ordinal that begins a name.
    fn is_ranked_name(&self, at: usize, next: usize) -> bool {
        let name = |at: usize| {
            self.shape(at) == Shape::Capital
                && matches!(self.term(at), Term::Unknown | Term::Ordinal(_) | Term::Institution | Term::Point)
        };
        let digits = matches!(self.term(at), Term::Digits(_));
        if digits {
            self.word(next) == "Century" && name(next + 1)
        } else {
            self.shape(at) == Shape::Capital && name(next)
        }
    }

    /// Whether an ordinal word ranks something, rather than opens a list ("First, …"), stands before a number or counts time.
    fn is_rank(&self, at: usize) -> bool {
        let next = self.term(at + 1);
        let counted = matches!(next, Term::Digits(_) | Term::Cardinal(_) | Term::Sign(Sign::Comma | Sign::Colon));
        // "a 30-second commercial".
        let length = self.word(at) == "second"
            && self.glued(at)
            && matches!(self.before(at, 1), Term::Sign(Sign::Hyphen))
            && matches!(self.before(at, 2), Term::Digits(_) | Term::Cardinal(_));
        !counted && !length
    }
}
