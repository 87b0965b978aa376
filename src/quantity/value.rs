//! A value as a data file writes it: `> 100 billion USD`, `60..65 billion USD`, `-4 %`.

use super::{Amount, Decimal, QuantityError, Unit};
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// Scale words of the data files: the English short scale.
pub(super) const SCALES: &[(&str, u32)] = &[("trillion", 12), ("billion", 9), ("million", 6), ("thousand", 3)];

/// Numbers beyond this are refused, so that sums and products of figures stay exact.
pub(super) const LARGEST: i64 = 1_000_000_000_000_000_000;

/// An amount in its unit. Equality is by number: `1200 million USD` equals `1.2 billion USD`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Value {
    pub amount: Amount,
    pub unit: Unit,
}

impl Value {
    /// Reads a value.
    ///
    /// Takes `[> | >= | < | <= | ~] number [scale] [unit]` or `number [scale]..number [scale] [unit]`; a number has a
    /// point for its decimals and no grouping. `is_noun` tells which count nouns the site knows. The error says
    /// which bytes of `text` are wrong.
    pub fn parse(text: &str, is_noun: &dyn Fn(&str) -> bool) -> Result<Self, QuantityError> {
        let mut rest = Cursor { text, at: 0 };
        let (sign, sign_range) = rest.sign();
        let first = rest.number()?;
        let mut scale = rest.scale();
        let second = if rest.take("..") {
            if !sign.is_empty() {
                return Err(QuantityError::new(sign_range, "a range takes no bound")
                    .hint("write `60..65 billion USD`, or a single bound such as `>= 60 billion USD`"));
            }
            let second = rest.number()?;
            let second_scale = rest.scale();
            scale = scale.or(second_scale);
            Some((second, second_scale.or(scale)))
        } else {
            None
        };
        let unit = rest.unit(is_noun)?;
        let low = scaled(first, scale);
        let amount = match (sign, second) {
            (_, Some((second, second_scale))) => {
                let high = scaled(second, second_scale);
                if high < low {
                    return Err(QuantityError::new(0..text.len(), "the range ends below its start")
                        .hint("write the smaller number first"));
                }
                if high == low { Amount::Exact(low) } else { Amount::Range(low, high) }
            }
            (">", None) => Amount::MoreThan(low),
            (">=" | "≥", None) => Amount::AtLeast(low),
            ("<", None) => Amount::LessThan(low),
            ("<=" | "≤", None) => Amount::AtMost(low),
            ("~" | "≈", None) => Amount::About(low),
            (_, None) => Amount::Exact(low),
        };
        if amount.low().abs() > Decimal::from(LARGEST) || amount.high().abs() > Decimal::from(LARGEST) {
            return Err(QuantityError::new(0..text.len(), "the number is larger than 10^18")
                .hint("check the scale word: a billion is 10^9, a trillion 10^12"));
        }
        Ok(Self { amount, unit })
    }
}

/// True for a scale word of the data files, which can be no unit: `3 million million` says nothing.
pub(super) fn is_scale(word: &str) -> bool {
    SCALES.iter().any(|(scale, _)| *scale == word)
}

pub(super) fn scaled(number: Decimal, scale: Option<u32>) -> Decimal {
    // A number that overflows is caught by the size check: `number` bounds its digits.
    number.checked_mul(Decimal::from(10_i64.pow(scale.unwrap_or(0)))).unwrap_or(Decimal::MAX).normalize()
}

impl FromStr for Value {
    type Err = QuantityError;

    /// Reads a value whose unit needs no declaration; every single word counts as a noun.
    fn from_str(text: &str) -> Result<Self, QuantityError> {
        Self::parse(text, &|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
    }
}

impl fmt::Display for Value {
    /// Writes the form that [`Value::parse`] reads, with the largest scale word that keeps the number short.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let divided = |n: Decimal, exponent: u32| (n / Decimal::from(10_i64.pow(exponent))).normalize();
        // The low end of a range may be too small for the high end's scale word to keep all its digits.
        let is_exact = |exponent: u32| {
            [self.amount.low(), self.amount.high()].iter().all(|n| scaled(divided(*n, exponent), Some(exponent)) == *n)
        };
        let exponent = SCALES
            .iter()
            .map(|(_, exponent)| *exponent)
            .find(|e| self.amount.high().abs() >= Decimal::from(10_i64.pow(*e)))
            .filter(|e| *e > 3 && is_exact(*e))
            .unwrap_or(0);
        let shown = self.amount.map(|n| divided(n, exponent));
        let sign = shown.sign();
        if !sign.is_empty() {
            write!(f, "{sign} ")?;
        }
        match shown {
            Amount::Range(low, high) => write!(f, "{low}..{high}")?,
            _ => write!(f, "{}", shown.low())?,
        }
        if let Some((word, _)) = SCALES.iter().find(|(_, e)| *e == exponent) {
            write!(f, " {word}")?;
        }
        if self.unit != Unit::Number {
            write!(f, " {}", self.unit)?;
        }
        Ok(())
    }
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&mut self) -> &'a str {
        let rest = &self.text[self.at..];
        let trimmed = rest.trim_start();
        self.at += rest.len() - trimmed.len();
        trimmed
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }

    fn sign(&mut self) -> (&'static str, Range<usize>) {
        let sign = [">=", "<=", ">", "<", "~", "≥", "≤", "≈"].into_iter().find(|s| self.take(s)).unwrap_or("");
        (sign, self.at - sign.len()..self.at)
    }

    fn number(&mut self) -> Result<Decimal, QuantityError> {
        let rest = self.rest();
        let start = self.at;
        let minus = usize::from(rest.starts_with('-'));
        let body = &rest[minus..];
        let mut end = minus + body.find(|c: char| !c.is_ascii_digit()).unwrap_or(body.len());
        let digits_end = end;
        if rest[end..].starts_with('.') && rest[end + 1..].starts_with(|c: char| c.is_ascii_digit()) {
            end += 1;
            end += rest[end..].find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len() - end);
        }
        self.at += end;
        if digits_end == minus {
            let width = rest.chars().next().map_or(0, char::len_utf8);
            return Err(QuantityError::new(start..start + width, "a number is expected here").hint(
                "write a value as `26.3 billion USD`, `> 100 billion USD`, `~ 40 %`, `60..65 billion USD` or `-4 %`",
            ));
        }
        let next = self.text[self.at..].chars().next();
        if let Some(separator) = next.filter(|c| matches!(c, ',' | '\u{a0}' | '\u{202f}' | '\'' | '_')) {
            return Err(QuantityError::new(
                start..self.at + separator.len_utf8(),
                "a number in data has no grouping and no decimal comma",
            )
            .hint("write `26.3` or `1200`: the page shows it as each language writes it"));
        }
        Decimal::from_str_exact(&rest[..end]).map_err(|_| {
            QuantityError::new(start..start + end, "the number has too many digits")
                .hint("write it with a scale word, or to fewer decimals: values stay exact to 28 digits")
        })
    }

    fn scale(&mut self) -> Option<u32> {
        let rest = self.rest();
        let (word, exponent) = SCALES.iter().find(|(word, _)| {
            rest.strip_prefix(word).is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
        })?;
        self.at += word.len();
        Some(*exponent)
    }

    fn unit(&mut self, is_noun: &dyn Fn(&str) -> bool) -> Result<Unit, QuantityError> {
        let rest = self.rest();
        let word = rest.trim_end();
        let range: Range<usize> = self.at..self.at + word.len();
        Unit::parse(word, is_noun).ok_or_else(|| {
            let error = QuantityError::new(range, format!("unknown unit `{word}`"));
            error.hint(unit_hint(word))
        })
    }
}

/// The mend for the usual slips; the caller, who knows the site's nouns, may suggest one of them instead.
fn unit_hint(word: &str) -> String {
    let upper = word.to_uppercase();
    if word.starts_with(['$', '€', '£']) || matches!(word, "dollars" | "euros" | "dollar" | "euro") {
        return "write the currency's ISO 4217 code, such as `USD` or `EUR`".to_owned();
    }
    if word.contains(' ') || is_scale(word) {
        return "the scale words of data files are `thousand`, `million`, `billion` and `trillion`, and a unit is one word"
            .to_owned();
    }
    if Unit::known().any(|known| known == upper) {
        return format!("did you mean `{upper}`?");
    }
    "a unit is an ISO 4217 code, `%`, `pp`, `bp`, `x`, a symbol such as `GW`, or a noun under `units:` in \
     `content/metrics.yaml`"
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expect: &str) {
        let value: Value = text.parse().unwrap_or_else(|e: QuantityError| panic!("{text}: {e}"));
        assert_eq!(value.to_string(), expect);
    }

    fn fails(text: &str, at: &str, message: &str) {
        let error = Value::parse(text, &|_| false).unwrap_err();
        assert_eq!((&text[error.range.clone()], error.message.as_str()), (at, message), "{text}");
        assert!(error.hint.is_some(), "{text}: no hint");
    }

    #[test]
    fn reads_every_form_and_writes_it_again() {
        check("26.3 billion USD", "26.3 billion USD");
        check(">100 billion USD", "> 100 billion USD");
        check(">= 5 %", ">= 5 %");
        check("< 3 million units", "< 3 million units");
        check("≤ 3", "<= 3");
        check("~ 40 %", "~ 40 %");
        check("60..65 billion USD", "60..65 billion USD");
        check("60 billion..65 billion USD", "60..65 billion USD");
        check("900 million..1.1 billion USD", "0.9..1.1 billion USD");
        check("2.5 pp", "2.5 pp");
        check("-4 %", "-4 %");
        check("1200 million USD", "1.2 billion USD");
        check("0.000000001", "0.000000001");
        check("12.50 EUR", "12.5 EUR");
        check("5..5 %", "5 %");
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        fails("26,3 billion USD", "26,", "a number in data has no grouping and no decimal comma");
        fails("100 billion USB", "USB", "unknown unit `USB`");
        fails("100 billion usd", "usd", "unknown unit `usd`");
        fails("much", "m", "a number is expected here");
        fails("", "", "a number is expected here");
        fails("65..60 %", "65..60 %", "the range ends below its start");
        fails("> 60..65 %", ">", "a range takes no bound");
        fails("3 chips", "chips", "unknown unit `chips`");
        fails("99999999999 billion USD", "99999999999 billion USD", "the number is larger than 10^18");
        fails("-", "-", "a number is expected here");
        fails("3 million million", "million", "unknown unit `million`");
        fails("2\u{a0}000 USD", "2\u{a0}", "a number in data has no grouping and no decimal comma");
        fails("\u{3000}>= 60..65 %", ">=", "a range takes no bound");
        fails("3 milliards USD", "milliards USD", "unknown unit `milliards USD`");
        let long = "0.12345678901234567890123456789";
        fails(&format!("{long} %"), long, "the number has too many digits");
    }

    proptest! {
        #[test]
        fn display_and_parse_are_inverse(
            low in -1_000_000_000_000_i64..1_000_000_000_000, more in 1_i64..1_000_000, places in 0_u32..4,
            kind in 0..7, unit in 0..6,
        ) {
            let n = |i: i64| Decimal::new(i, places).normalize();
            let amount = match kind {
                0 => Amount::Exact(n(low)), 1 => Amount::MoreThan(n(low)), 2 => Amount::AtLeast(n(low)),
                3 => Amount::LessThan(n(low)), 4 => Amount::AtMost(n(low)), 5 => Amount::About(n(low)),
                _ => Amount::Range(n(low), n(low + more)),
            };
            let unit = match unit {
                0 => Unit::Number, 1 => Unit::Money(crate::quantity::Currency::EUR), 2 => Unit::Percent,
                3 => Unit::PercentagePoint, 4 => Unit::Symbol("GW"), _ => Unit::Noun("chips".into()),
            };
            let value = Value { amount, unit };
            prop_assert_eq!(value.to_string().parse::<Value>(), Ok(value));
        }

        #[test]
        fn any_text_is_a_value_that_is_written_back_or_an_error_with_its_place(
            text in prop_oneof![
                "\\PC{0,40}",
                "[ \u{a0}\u{3000}]?(>=|≥|~|<)?[ ]?-?[0-9]{1,20}([.,'\u{202f}][0-9]{1,28})?[ \u{2009}]?(-|million|thousand|x)?\
                 ([.]{2}[0-9]{1,9})?[ \u{2003}]?(million|thousand|-|%)?[ ]?(million|billion|USD|pp|chips|million-)?[ \u{85}]?",
            ],
        ) {
            match text.parse::<Value>() {
                Ok(value) => prop_assert_eq!(value.to_string().parse::<Value>(), Ok(value)),
                Err(error) => prop_assert!(text.get(error.range.clone()).is_some(), "{:?} in {:?}", error.range, text),
            }
        }
    }
}
