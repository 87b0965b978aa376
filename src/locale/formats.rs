//! [`Formats`]: everything that writes numbers, values, dates, periods and lists in one locale, made once per build.

use super::dates::Calendar;
use super::numbers::Numbers;
use super::{DateStyle, Lang, Locale, Nouns, Style, currency_names, nouns, periods, typography, values};
use crate::quantity::{Amount, Currency, Decimal, Period, Unit, Value};
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_plurals::PluralCategory;
use jiff::civil::Date;
use std::borrow::Cow;

/// The formatters of one locale. Reading only; one is shared by all threads.
#[derive(Debug)]
pub struct Formats {
    locale: Locale,
    pub(super) numbers: Numbers,
    calendar: Calendar,
    conjunction: ListFormatter,
    pub(super) nouns: Nouns,
}

impl Formats {
    /// Loads CLDR's data for a locale. `nouns` are the names of the site's counted things.
    pub fn new(locale: Locale, nouns: &Nouns) -> Self {
        let conjunction = ListFormatter::try_new_and(locale.cldr().into(), ListFormatterOptions::default());
        Self {
            locale,
            numbers: Numbers::new(locale),
            calendar: Calendar::new(locale),
            conjunction: conjunction.expect("list data for every locale is compiled in"),
            nouns: nouns.clone(),
        }
    }

    pub fn locale(&self) -> Locale {
        self.locale
    }

    pub fn lang(&self) -> Lang {
        self.locale.lang()
    }

    /// A bare number with CLDR's grouping and decimal sign and the true minus: « 1 200,5 », "1,200.5". Every decimal
    /// place of `number` is kept, trailing zeros too.
    pub fn number(&self, number: Decimal) -> String {
        let mut out = String::new();
        self.numbers.write(number, &mut out);
        out
    }

    /// A value with its bound and unit; the scale (millions, billions) follows its size. Never rounded.
    pub fn value(&self, value: &Value, style: Style) -> String {
        values::write(self, value, style)
    }

    /// An amount in units of 10^`exponent`, with its bound in words and without a unit: « plus de 100 », "60 to 65".
    /// For table cells and axis ticks whose unit stands elsewhere.
    pub fn amount(&self, amount: &Amount, exponent: u32) -> String {
        values::write_amount(self, amount, exponent)
    }

    /// A number of units of 10^`exponent` with its unit in letters, every decimal place kept: « 1,0 Md$ », "$1.0bn". For
    /// the one tick of an axis that says what all of them count.
    pub fn with_unit(&self, number: Decimal, exponent: u32, unit: &Unit) -> String {
        values::write_with_unit(self, number, exponent, unit)
    }

    /// The exponent to give to [`Formats::amount`] and [`Formats::unit_label`] for numbers of a unit whose largest is
    /// `largest`: 0, 6, 9, or in English 12. Percentages and their like are never scaled.
    pub fn exponent(&self, largest: Decimal, unit: &Unit) -> u32 {
        values::exponent_by_size(largest, unit, self.lang())
    }

    /// What an axis or a column of numbers in units of 10^`exponent` counts: « milliards de dollars », "$bn". Empty for
    /// a bare number. Subtitles put it after a comma or « en ».
    pub fn unit_label(&self, unit: &Unit, exponent: u32) -> String {
        values::unit_label(self, unit, exponent)
    }

    /// The sign of a currency, for an axis or a key: `$`, `€`, « $ US »; the ISO code where there is none.
    pub fn currency_sign(&self, currency: Currency) -> &'static str {
        currency_names::sign(currency, self.locale)
    }

    /// A day. French writes the first of a month « 1er », which CLDR does not.
    pub fn date(&self, date: Date, style: DateStyle) -> String {
        let mut out = String::new();
        self.calendar.write(date, style, &mut out);
        out
    }

    /// A period: in words for [`Style::Prose`] and [`Style::Speech`] (« quatrième trimestre 2024 »), in letters for
    /// [`Style::Label`] and [`Style::Cell`] (« T4 2024 »).
    pub fn period(&self, period: &Period, style: Style) -> String {
        let mut out = String::new();
        periods::write(*period, &self.calendar, self.lang(), style, &mut out);
        out
    }

    /// A part of a year in letters and without the year, which stands elsewhere on the axis: « févr. », « T4 », "Feb 6".
    pub fn within_year(&self, period: &Period) -> String {
        let mut out = String::new();
        periods::write_within_year(*period, &self.calendar, self.lang(), &mut out);
        out
    }

    /// The items joined by "and": « a, b et c », "a, b, and c" (en-US), "a, b and c" (en-GB).
    pub fn list(&self, items: &[&str]) -> String {
        self.conjunction.format(items.iter()).to_string()
    }

    /// A name with the preposition that makes it a complement: « d’Amazon », « de Meta », "of Amazon".
    pub fn of(&self, name: &str) -> String {
        match self.lang() {
            Lang::Fr if nouns::name_elides(name) => format!("d’{name}"),
            Lang::Fr => format!("de {name}"),
            Lang::En => format!("of {name}"),
        }
    }

    /// The marks around a quotation of its own, with the spaces that belong to them.
    pub fn quotation_marks(&self) -> (&'static str, &'static str) {
        match self.lang() {
            Lang::Fr => ("«\u{a0}", "\u{a0}»"),
            Lang::En => ("“", "”"),
        }
    }

    /// CLDR's cardinal category of a number, decimals counted as written (English has "1 chip" but "1.0 chips").
    pub fn plural(&self, number: Decimal) -> PluralCategory {
        self.numbers.plural(number)
    }

    /// Running text in the locale's typography. `before` is the character just before this run in the same paragraph,
    /// which says whether a quotation mark opens. Code, URLs in code and raw HTML must not be passed.
    pub fn typeset<'t>(&self, text: &'t str, before: Option<char>) -> Cow<'t, str> {
        typography::typeset(self.locale, text, before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_set_serves_every_thread() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(&Formats::new(Locale::FrCa, &Nouns::new()));
    }

    #[test]
    fn lists_are_cldrs() {
        let list = |locale, items: &[&str]| Formats::new(locale, &Nouns::new()).list(items);
        assert_eq!(list(Locale::FrFr, &["Amazon", "Meta", "Alphabet"]), "Amazon, Meta et Alphabet");
        assert_eq!(list(Locale::FrCa, &["Amazon", "Meta"]), "Amazon et Meta");
        assert_eq!(list(Locale::EnUs, &["Amazon", "Meta", "Alphabet"]), "Amazon, Meta, and Alphabet");
        assert_eq!(list(Locale::EnGb, &["Amazon", "Meta", "Alphabet"]), "Amazon, Meta and Alphabet");
        assert_eq!(list(Locale::EnGb, &["Amazon"]), "Amazon");
        assert_eq!(list(Locale::EnGb, &[]), "");
    }

    #[test]
    fn a_name_is_elided_where_french_says_it_so() {
        let of = |locale, name: &str| Formats::new(locale, &Nouns::new()).of(name);
        for name in ["Amazon", "Alphabet", "EDF", "Hermès", "Uber", "eBay", "Édouard"] {
            assert_eq!(of(Locale::FrFr, name), format!("d’{name}"));
        }
        for name in ["Meta", "Honda", "Huawei", "HSBC", "YouTube", "3M", "LVMH"] {
            assert_eq!(of(Locale::FrCa, name), format!("de {name}"));
        }
        assert_eq!(of(Locale::EnGb, "Amazon"), "of Amazon");
    }

    #[test]
    fn a_number_keeps_its_places() {
        let formats = Formats::new(Locale::FrFr, &Nouns::new());
        assert_eq!(formats.number("1200.50".parse().unwrap()), "1\u{202f}200,50");
        assert_eq!(formats.number("-0.0".parse().unwrap()), "0,0");
    }
}
