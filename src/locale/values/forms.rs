//! The parts from which a script in a page writes values as its prose does.
//!
//! Each part is cut out of what the writer itself writes, so that a page and its script cannot differ.

use super::{Style, exponents, write};
use crate::locale::{Formats, Lang};
use crate::quantity::{Amount, Decimal, Unit, Value};

/// How values of one unit are written in prose. `#` stands for a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueForms {
    /// From the largest scale to plain digits.
    pub scales: Vec<ScaleForms>,
    /// A range's low end where that is zero, up to the high end: « 0 à ».
    pub zero: String,
    /// What stands between the ends of a range where each has its own scale.
    pub joint: &'static str,
}

/// Numbers in units of 10^`exponent`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaleForms {
    pub exponent: u32,
    /// For a number of CLDR's category `one`: « # milliard de dollars ».
    pub one: String,
    pub other: String,
    /// The low end of a range whose high end has the same scale: « # à ».
    pub first: String,
    /// Whether a single decimal is shown with a zero behind it: « 12,50 euros ».
    pub cents: bool,
}

impl Formats {
    /// The forms of values in a unit.
    pub fn value_forms(&self, unit: &Unit) -> ValueForms {
        let say = |amount| write(self, &Value { amount, unit: unit.clone() }, Style::Prose);
        let scales: Vec<_> = exponents(unit, self.lang()).iter().copied().chain([0]).collect();
        let form = |exponent: u32| {
            let times = |n: i64| Decimal::from(n) * Decimal::from(10_i64.pow(exponent));
            let (one, other) = (say(Amount::Exact(times(1))), say(Amount::Exact(times(2))));
            let range = say(Amount::Range(times(2), times(3)));
            let last = say(Amount::Exact(times(3)));
            let first = range.strip_suffix(&last).expect("a range ends with its high end in full");
            let slot = |text: &str, digit: char| text.replacen(digit, "#", 1);
            ScaleForms {
                exponent,
                one: slot(&one, '1'),
                other: slot(&other, '2'),
                first: slot(first, '2'),
                cents: exponent == 0 && matches!(unit, Unit::Money(_)),
            }
        };
        let high = Decimal::from(10_i64.pow(scales[0])) * Decimal::TWO;
        let zero = say(Amount::Range(Decimal::ZERO, high));
        let zero = zero.strip_suffix(&say(Amount::Exact(high))).expect("a range ends with its high end in full");
        ValueForms {
            scales: scales.into_iter().map(form).collect(),
            zero: zero.to_owned(),
            joint: match self.lang() {
                Lang::Fr => " à\u{a0}",
                Lang::En => " to ",
            },
        }
    }

    /// The words before a value that say its bound: « plus de »; empty for an exact one.
    pub fn bound_words(&self, amount: &Amount) -> String {
        let mut out = String::new();
        super::write_bound(amount, self.lang(), Style::Prose, &mut out);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Locale, Nouns};
    use crate::quantity::Currency;

    #[test]
    fn parts_are_those_of_the_writer() {
        let forms = |locale, unit| Formats::new(locale, &Nouns::new()).value_forms(&unit);
        let dollars = forms(Locale::FrFr, Unit::Money(Currency::USD));
        let exponents: Vec<u32> = dollars.scales.iter().map(|scale| scale.exponent).collect();
        assert_eq!(exponents, [9, 6, 0]);
        assert_eq!(dollars.scales[0].one, "#\u{a0}milliard\u{a0}de\u{a0}dollars");
        assert_eq!(dollars.scales[0].other, "#\u{a0}milliards\u{a0}de\u{a0}dollars");
        assert_eq!(dollars.scales[0].first, "#\u{a0}à\u{a0}");
        assert_eq!(dollars.scales[2].one, "#\u{a0}dollar");
        assert_eq!((dollars.zero.as_str(), dollars.scales[2].cents), ("0\u{a0}à\u{a0}", true));
        let dollars = forms(Locale::EnUs, Unit::Money(Currency::USD));
        assert_eq!(dollars.scales[1].other, "$#\u{a0}billion");
        assert_eq!(dollars.scales[1].first, "$#\u{a0}billion to ");
        assert_eq!(dollars.zero, "$0 to ");
        let percent = forms(Locale::FrFr, Unit::Percent);
        assert_eq!((percent.scales.len(), percent.scales[0].other.as_str()), (1, "#\u{a0}%"));
    }

    #[test]
    fn every_unit_and_locale_has_its_forms() {
        let units = Unit::known().map(|word| Unit::parse(word, &|_| false).unwrap());
        for unit in units.chain([Unit::Number, Unit::Noun("m2-digits-3".into())]) {
            for locale in Locale::ALL {
                let forms = Formats::new(locale, &Nouns::new()).value_forms(&unit);
                for scale in forms.scales {
                    for text in [scale.one, scale.other, scale.first] {
                        assert_eq!(text.matches('#').count(), 1, "{text}");
                    }
                }
            }
        }
    }
}
