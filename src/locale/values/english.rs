//! Values in English: the currency's sign before the number, the scale after it.
//!
//! Letters are bn, m and tn without a space, as the Economist and the FT print them in either country (CLDR has B, M and
//! T in the United States).

use super::{Shown, Style, Writer, numbers, unit_name};
use crate::locale::{Formats, Locale, PluralCategory, currency_names, symbol_names};
use crate::quantity::{Decimal, Unit};

/// The scale words of prose by their exponent.
fn scale_word(exponent: u32) -> &'static str {
    match exponent {
        12 => "trillion",
        9 => "billion",
        _ => "million",
    }
}

fn scale_letters(exponent: u32) -> &'static str {
    match exponent {
        12 => "tn",
        9 => "bn",
        _ => "m",
    }
}

impl Writer<'_> {
    pub(super) fn english(&self, shown: Shown, out: &mut String) {
        self.english_number(shown, out);
        let has_forms = shown.exponent == 0 && !matches!(self.unit, Unit::Number | Unit::Percent);
        let one = has_forms && self.formats.plural(shown.number) == PluralCategory::One;
        self.english_unit(shown, one, out);
    }

    /// Money and percentages say their unit with each number ("$60 billion to $65 billion", "4% to 5%"), except in
    /// labels ("$60–65bn") and to the ear; other units come once, after the second.
    pub(super) fn english_range(&self, low: Shown, high: Shown, out: &mut String) {
        let is_label = self.style == Style::Label && !numbers::is_negative(low.number);
        let repeats = matches!(self.unit, Unit::Money(_) | Unit::Percent) && self.style != Style::Speech && !is_label;
        let whole = repeats || low.exponent != high.exponent;
        self.english_number(low, out);
        if whole {
            // A zero takes the scale of the other end to be comparable; it is said without it.
            let low = if low.number.is_zero() { Shown { exponent: 0, ..low } } else { low };
            self.english_unit(low, false, out);
        }
        out.push_str(if is_label { "–" } else { " to " });
        if is_label && !whole && matches!(self.unit, Unit::Money(_)) {
            self.formats.numbers.write_unsigned(high.number, out);
        } else {
            self.english_number(high, out);
        }
        self.english_unit(high, false, out);
    }

    fn english_number(&self, shown: Shown, out: &mut String) {
        self.sign(shown.number, out);
        if let (Unit::Money(currency), true) = (self.unit, self.style != Style::Speech) {
            let sign = currency_names::sign(*currency, self.formats.locale());
            out.push_str(sign);
            if currency_names::is_code(sign) {
                out.push('\u{a0}');
            }
        }
        self.formats.numbers.write_unsigned(shown.number, out);
    }

    fn english_unit(&self, shown: Shown, one: bool, out: &mut String) {
        let is_scaled = shown.exponent > 0;
        if is_scaled {
            if self.style.is_words() {
                out.push(self.space());
                out.push_str(scale_word(shown.exponent));
            } else {
                out.push_str(scale_letters(shown.exponent));
            }
        }
        let letters = !self.style.is_words();
        match self.unit {
            Unit::Number => (),
            Unit::Money(_) if self.style != Style::Speech => (),
            Unit::Percent if self.style == Style::Speech => out.push_str(spoken_percent(self.formats.locale())),
            Unit::Percent => out.push('%'),
            Unit::PercentagePoint if letters => out.push_str("pp"),
            Unit::BasisPoint if letters => out.push_str("bp"),
            Unit::Times if letters => out.push('x'),
            Unit::Symbol(symbol) if self.style != Style::Speech && !(is_scaled && self.style == Style::Prose) => {
                out.push('\u{a0}');
                out.push_str(symbol_names::sign(symbol, self.formats.lang()));
            }
            _ => {
                // After a scale word the figure is held together already; the noun may start a line.
                out.push(if is_scaled { ' ' } else { self.space() });
                out.push_str(self.name(one).expect("numbers and percentages are written above"));
            }
        }
    }
}

fn spoken_percent(locale: Locale) -> &'static str {
    if locale == Locale::EnGb { " per cent" } else { " percent" }
}

/// The unit as the FT prints it over a chart: "$bn", "€m", "%", "percentage points", "million chips".
pub(super) fn unit_label(formats: &Formats, unit: &Unit, exponent: u32) -> String {
    let scale = match exponent {
        0 => String::new(),
        3 => "thousand".to_owned(),
        6 | 9 | 12 => scale_word(exponent).to_owned(),
        other => formats.number(Decimal::from(10_i128.pow(other))),
    };
    let name = match unit {
        Unit::Money(currency) => {
            let sign = currency_names::sign(*currency, formats.locale());
            let glued = matches!(exponent, 0 | 6 | 9 | 12) && !currency_names::is_code(sign);
            let scale = if matches!(exponent, 6 | 9 | 12) { scale_letters(exponent) } else { &scale };
            let space = if glued || exponent == 0 { "" } else { "\u{a0}" };
            return format!("{sign}{space}{scale}");
        }
        Unit::Percent => "%",
        Unit::Symbol(symbol) if exponent == 0 => symbol_names::sign(symbol, formats.lang()),
        _ => unit_name(formats, unit, false).unwrap_or_default(),
    };
    match (exponent, name) {
        (0, name) => name.to_owned(),
        // A bare count: "millions".
        (3 | 6 | 9 | 12, "") => format!("{scale}s"),
        (_, "") => scale,
        (_, name) => format!("{scale}\u{a0}{name}"),
    }
}
