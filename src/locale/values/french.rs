//! Values in French: number, scale, unit, held together by no-break spaces.
//!
//! Scale words are nouns and take « de »: « 1,2 milliard d’euros » (CLDR leaves it out). Letters are Md and M in every
//! country (CLDR has G in Canada), glued to a currency's sign: « 4,5 M€ », « 100 Md$ ».

use super::{Shown, Style, Writer, numbers, unit_name};
use crate::locale::nouns::elides;
use crate::locale::{Formats, PluralCategory, currency_names, symbol_names};
use crate::quantity::{Decimal, Unit};

impl Writer<'_> {
    pub(super) fn french(&self, shown: Shown, out: &mut String) {
        self.french_number(shown, out);
        self.french_unit(shown, out);
    }

    /// The scale and the unit are said once, after the second number, unless the two have different scales.
    pub(super) fn french_range(&self, low: Shown, high: Shown, out: &mut String) {
        let shares_unit = low.exponent == high.exponent;
        if shares_unit {
            self.french_number(low, out);
        } else {
            self.french(low, out);
        }
        if self.style == Style::Label && !numbers::is_negative(low.number) {
            out.push('–');
        } else {
            // Two whole figures may stand on two lines.
            out.push(if shares_unit { self.space() } else { ' ' });
            out.push('à');
            out.push(self.space());
        }
        self.french(high, out);
    }

    fn french_number(&self, shown: Shown, out: &mut String) {
        self.sign(shown.number, out);
        self.formats.numbers.write_unsigned(shown.number, out);
    }

    fn french_unit(&self, shown: Shown, out: &mut String) {
        let one = || self.formats.plural(shown.number) == PluralCategory::One;
        let is_scaled = shown.exponent > 0;
        if is_scaled {
            out.push(self.space());
            out.push_str(match (shown.exponent, self.style.is_words()) {
                (9, false) => "Md",
                (9, true) if one() => "milliard",
                (9, true) => "milliards",
                (_, false) => "M",
                (_, true) if one() => "million",
                (_, true) => "millions",
            });
        }
        match self.unit {
            Unit::Number => (),
            Unit::Percent if self.style == Style::Speech => out.push_str(" pour cent"),
            Unit::Percent => self.french_sign("%", out),
            Unit::Symbol(symbol) if self.style != Style::Speech && !(is_scaled && self.style == Style::Prose) => {
                self.french_sign(symbol_names::sign(symbol, self.formats.lang()), out);
            }
            Unit::Money(currency) if !self.style.is_words() => {
                let sign = currency_names::sign(*currency, self.formats.locale());
                // « Md R$ »: letters would run together.
                if is_scaled && !sign.starts_with(char::is_alphabetic) {
                    out.push_str(sign);
                } else {
                    self.french_sign(sign, out);
                }
            }
            Unit::PercentagePoint if !self.style.is_words() => self.french_sign(if one() { "pt" } else { "pts" }, out),
            Unit::BasisPoint if !self.style.is_words() => self.french_sign("pb", out),
            _ => {
                let name = self.name(!is_scaled && one()).expect("numbers and percentages are written above");
                out.push(self.space());
                if is_scaled {
                    push_of(name, self.space(), out);
                }
                out.push_str(name);
            }
        }
    }

    fn french_sign(&self, sign: &str, out: &mut String) {
        out.push(self.space());
        out.push_str(sign);
    }
}

/// « de » and a space, or « d’ », as the next word wants it.
fn push_of(word: &str, space: char, out: &mut String) {
    if elides(word) {
        out.push_str("d’");
    } else {
        out.push_str("de");
        out.push(space);
    }
}

/// The unit as Le Monde prints it over a chart, after « en »: « milliards de dollars », « % », « points de
/// pourcentage », « millions de puces ».
pub(super) fn unit_label(formats: &Formats, unit: &Unit, exponent: u32) -> String {
    let name = match unit {
        Unit::Percent => Some("%"),
        Unit::Symbol(symbol) if exponent == 0 => Some(symbol_names::sign(symbol, formats.lang())),
        _ => unit_name(formats, unit, false),
    };
    let scale = match exponent {
        0 => return name.unwrap_or_default().to_owned(),
        3 => "milliers",
        6 => "millions",
        9 => "milliards",
        12 => "milliers\u{a0}de\u{a0}milliards",
        other => {
            let number = formats.number(Decimal::from(10_i128.pow(other)));
            return name.map_or(number.clone(), |name| format!("{number}\u{a0}{name}"));
        }
    };
    let mut out = scale.to_owned();
    let Some(name) = name else { return out };
    out.push('\u{a0}');
    push_of(name, '\u{a0}', &mut out);
    out.push_str(name);
    out
}
