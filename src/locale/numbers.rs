//! Numbers as CLDR writes them, their plural categories, and the change to thousands, millions or billions.

use super::Locale;
use crate::quantity::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_decimal::{DecimalFormatter, input};
use icu_plurals::{PluralCategory, PluralRules};
use std::fmt::Write;

/// U+2212: newsrooms set the true minus; CLDR has the hyphen U+002D for French and English.
pub(super) const MINUS: char = '−';

/// CLDR's writing of numbers in one locale.
#[derive(Debug)]
pub(super) struct Numbers {
    decimals: DecimalFormatter,
    plurals: PluralRules,
}

impl Numbers {
    pub(super) fn new(locale: Locale) -> Self {
        let decimals = DecimalFormatter::try_new(locale.cldr().into(), DecimalFormatterOptions::default());
        let plurals = PluralRules::try_new_cardinal(locale.cldr().into());
        Self {
            decimals: decimals.expect("number data for every locale is compiled in"),
            plurals: plurals.expect("plural rules for every locale are compiled in"),
        }
    }

    /// Appends the number without its sign, every decimal place kept.
    pub(super) fn write_unsigned(&self, number: Decimal, out: &mut String) {
        let number = fixed(number.abs());
        write!(out, "{}", self.decimals.format(&number)).expect("writing to a string never fails");
    }

    /// Appends the number with its sign, every decimal place kept.
    pub(super) fn write(&self, number: Decimal, out: &mut String) {
        if is_negative(number) {
            out.push(MINUS);
        }
        self.write_unsigned(number, out);
    }

    pub(super) fn plural(&self, number: Decimal) -> PluralCategory {
        self.plurals.category_for(&fixed(number.abs()))
    }
}

/// True below zero; a zero with a sign is zero.
pub(super) fn is_negative(number: Decimal) -> bool {
    number.is_sign_negative() && !number.is_zero()
}

/// The number in units of 10^`exponent`, without trailing zeros. Exact as long as the result has at most 28 decimals.
pub(super) fn scaled(number: Decimal, exponent: u32) -> Decimal {
    let number = number.normalize();
    let shifted = Decimal::try_from_i128_with_scale(number.mantissa(), number.scale() + exponent);
    shifted.unwrap_or(number / Decimal::from(10_i128.pow(exponent))).normalize()
}

fn fixed(number: Decimal) -> input::Decimal {
    let mut fixed = input::Decimal::from(number.mantissa());
    fixed.multiply_pow10(-i16::try_from(number.scale()).expect("a decimal has at most 28 places"));
    fixed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(locale: Locale, number: &str) -> String {
        let mut out = String::new();
        Numbers::new(locale).write(number.parse().unwrap(), &mut out);
        out
    }

    #[test]
    fn groups_and_decimals_are_cldrs() {
        for (number, fr_fr, fr_ca, en) in [
            ("0", "0", "0", "0"),
            ("999.99", "999,99", "999,99", "999.99"),
            ("1000", "1\u{202f}000", "1\u{a0}000", "1,000"),
            ("-1234567.50", "−1\u{202f}234\u{202f}567,50", "−1\u{a0}234\u{a0}567,50", "−1,234,567.50"),
            ("0.000000001", "0,000000001", "0,000000001", "0.000000001"),
            (
                "1000000000000000000",
                "1 000 000 000 000 000 000",
                "1 000 000 000 000 000 000",
                "1,000,000,000,000,000,000",
            ),
        ] {
            assert_eq!(written(Locale::FrFr, number), fr_fr.replace(' ', "\u{202f}"));
            assert_eq!(written(Locale::FrCa, number), fr_ca.replace(' ', "\u{a0}"));
            assert_eq!(written(Locale::EnUs, number), en);
            assert_eq!(written(Locale::EnGb, number), en);
        }
    }

    #[test]
    fn french_counts_one_below_two() {
        let category = |locale, number: &str| Numbers::new(locale).plural(number.parse().unwrap());
        for (number, fr, en) in [
            ("0", PluralCategory::One, PluralCategory::Other),
            ("1", PluralCategory::One, PluralCategory::One),
            ("1.0", PluralCategory::One, PluralCategory::Other),
            ("-1.9", PluralCategory::One, PluralCategory::Other),
            ("2", PluralCategory::Other, PluralCategory::Other),
            ("1000000", PluralCategory::Many, PluralCategory::Other),
        ] {
            assert_eq!(category(Locale::FrFr, number), fr, "{number}");
            assert_eq!(category(Locale::FrCa, number), fr, "{number}");
            assert_eq!(category(Locale::EnUs, number), en, "{number}");
            assert_eq!(category(Locale::EnGb, number), en, "{number}");
        }
    }

    #[test]
    fn scaling_is_exact() {
        let n = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(scaled(n("26300000000"), 9).to_string(), "26.3");
        assert_eq!(scaled(n("1"), 12).to_string(), "0.000000000001");
        assert_eq!(scaled(n("-0.00"), 0).to_string(), "0");
    }
}
