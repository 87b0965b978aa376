//! Values in words and in letters: what is common to the languages. Each language's order of words is in its own file.
//!
//! Every digit of a value is written; to round is the caller's decision. Money below a million with cents shows both of
//! them (« 12,50 euros »).

mod english;
mod forms;
mod french;
#[cfg(test)]
mod tests;

pub use forms::{ScaleForms, ValueForms};

use super::numbers::{self, scaled};
use super::{Formats, Lang, NounForms, currency_names, symbol_names};
use crate::quantity::{Amount, Decimal, Unit, Value};

/// Where a value is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// Running text: « plus de 100 milliards de dollars », "more than $100 billion".
    Prose,
    /// Beside a mark of a chart: « > 100 Md$ », ">$100bn".
    Label,
    /// A table's cell: « plus de 100 Md$ », "more than $100bn".
    Cell,
    /// Text for the ear, without signs: "more than 100 billion dollars", « moins 4 pour cent ».
    Speech,
}

impl Style {
    fn is_words(self) -> bool {
        matches!(self, Self::Prose | Self::Speech)
    }
}

/// The words and signs of the bounds in the order of [`bound_index`], by `Lang::index`.
const BOUND_WORDS: [[&str; 5]; 2] = [
    ["plus de", "au moins", "moins de", "au plus", "environ"],
    ["more than", "at least", "less than", "at most", "about"],
];
/// The same for numbers below zero to the ear: « moins de moins 9 pour cent » is heard as a slip.
const BOUNDS_BELOW_ZERO: [[&str; 5]; 2] = [
    ["au-dessus de", "au moins", "au-dessous de", "au plus", "environ"],
    ["above", "at least", "below", "at most", "about"],
];
const BOUND_SIGNS: [char; 5] = ['>', '≥', '<', '≤', '≈'];

/// A number as it stands beside a scale word: `number` times 10^`exponent`.
#[derive(Clone, Copy)]
struct Shown {
    number: Decimal,
    exponent: u32,
}

pub(super) fn write(formats: &Formats, value: &Value, style: Style) -> String {
    let mut out = String::with_capacity(48);
    let shown = |number| Shown::new(number, &value.unit, formats.lang());
    let mut low = shown(value.amount.low());
    let mut high = low;
    if matches!(value.amount, Amount::Range(..)) {
        high = shown(value.amount.high());
        if low.number.is_zero() {
            low.exponent = high.exponent;
        }
        (low, high) = in_one_scale(low, high, &value.unit, formats.lang());
    }
    write_bound(&value.amount, formats.lang(), style, &mut out);
    let writer = Writer { formats, unit: &value.unit, style };
    match (value.amount, formats.lang()) {
        (Amount::Range(..), Lang::Fr) => writer.french_range(low, high, &mut out),
        (Amount::Range(..), Lang::En) => writer.english_range(low, high, &mut out),
        (_, Lang::Fr) => writer.french(low, &mut out),
        (_, Lang::En) => writer.english(low, &mut out),
    }
    out
}

/// The ends of a range of bare numbers or of things counted in the smaller scale of the two: "24 to 1.3 million" could be
/// 24 million.
fn in_one_scale(low: Shown, high: Shown, unit: &Unit, lang: Lang) -> (Shown, Shown) {
    let counted = matches!(unit, Unit::Noun(_) | Unit::Symbol("h"));
    // "$24 to $1.3 million" could be $24 million too.
    let money = matches!(unit, Unit::Money(_)) && lang == Lang::En && low.exponent == 0 && !low.number.is_zero();
    if low.exponent == high.exponent || !counted && !money && *unit != Unit::Number {
        return (low, high);
    }
    let exponent = low.exponent.min(high.exponent);
    let rescaled = |shown: Shown| {
        let number = (shown.number * Decimal::from(10_i64.pow(shown.exponent - exponent))).normalize();
        Shown { number, exponent }
    };
    (rescaled(low), rescaled(high))
}

pub(super) fn write_amount(formats: &Formats, amount: &Amount, exponent: u32) -> String {
    let mut out = String::with_capacity(24);
    write_bound(amount, formats.lang(), Style::Cell, &mut out);
    let amount = amount.map(|number| scaled(number, exponent));
    formats.numbers.write(amount.low(), &mut out);
    if let Amount::Range(_, high) = amount {
        out.push_str(match formats.lang() {
            Lang::Fr => "\u{a0}à\u{a0}",
            Lang::En => " to ",
        });
        formats.numbers.write(high, &mut out);
    }
    out
}

/// A number of units of 10^`exponent` with scale and unit in letters, every decimal place kept.
pub(super) fn write_with_unit(formats: &Formats, number: Decimal, exponent: u32, unit: &Unit) -> String {
    let mut out = String::with_capacity(24);
    let writer = Writer { formats, unit, style: Style::Label };
    match formats.lang() {
        Lang::Fr => writer.french(Shown { number, exponent }, &mut out),
        Lang::En => writer.english(Shown { number, exponent }, &mut out),
    }
    out
}

pub(super) fn unit_label(formats: &Formats, unit: &Unit, exponent: u32) -> String {
    match formats.lang() {
        Lang::Fr => french::unit_label(formats, unit, exponent),
        Lang::En => english::unit_label(formats, unit, exponent),
    }
}

/// 0 or the exponent of the largest scale word that the number reaches. French stops at milliard: its billion is a
/// million millions, which newsrooms avoid (« 1 200 milliards »).
pub(super) fn exponent_by_size(number: Decimal, unit: &Unit, lang: Lang) -> u32 {
    exponents(unit, lang).iter().copied().find(|exponent| reaches(number, *exponent)).unwrap_or(0)
}

fn exponents(unit: &Unit, lang: Lang) -> &'static [u32] {
    match (unit, lang) {
        (Unit::Percent | Unit::PercentagePoint | Unit::BasisPoint | Unit::Times, _) => &[],
        (_, Lang::Fr) => &[9, 6],
        (_, Lang::En) => &[12, 9, 6],
    }
}

fn reaches(number: Decimal, exponent: u32) -> bool {
    number.abs() >= Decimal::from(10_i64.pow(exponent))
}

impl Shown {
    /// The most decimals a number keeps beside a scale word. One that needs more steps down a scale (« 1 234,567
    /// millions »), in the end to its plain digits: 1 234 567 is clearer than 1,234567 million.
    const MOST_PLACES: u32 = 3;

    fn new(number: Decimal, unit: &Unit, lang: Lang) -> Self {
        let fitting =
            exponents(unit, lang).iter().filter(|exponent| reaches(number, **exponent)).find_map(|&exponent| {
                let number = scaled(number, exponent);
                (number.scale() <= Self::MOST_PLACES).then_some(Self { number, exponent })
            });
        fitting.unwrap_or_else(|| {
            let mut number = number.normalize();
            if matches!(unit, Unit::Money(_)) && number.scale() == 1 {
                number.rescale(2);
            }
            Self { number, exponent: 0 }
        })
    }
}

/// Appends the bound: words and a space, or the sign, which French sets off by a no-break space.
fn write_bound(amount: &Amount, lang: Lang, style: Style, out: &mut String) {
    let Some(index) = bound_index(amount) else { return };
    if style == Style::Label {
        out.push(BOUND_SIGNS[index]);
    } else if style == Style::Speech && numbers::is_negative(amount.low()) {
        out.push_str(BOUNDS_BELOW_ZERO[lang.index()][index]);
    } else {
        out.push_str(BOUND_WORDS[lang.index()][index]);
    }
    match (lang, style) {
        (Lang::En, Style::Label) => (),
        (Lang::Fr, Style::Prose | Style::Label | Style::Cell) => out.push('\u{a0}'),
        (Lang::En, _) | (_, Style::Speech) => out.push(' '),
    }
}

fn bound_index(amount: &Amount) -> Option<usize> {
    match amount {
        Amount::Exact(_) | Amount::Range(..) => None,
        Amount::MoreThan(_) => Some(0),
        Amount::AtLeast(_) => Some(1),
        Amount::LessThan(_) => Some(2),
        Amount::AtMost(_) => Some(3),
        Amount::About(_) => Some(4),
    }
}

/// What stays the same while the ends of one value are written; the languages add their methods to it.
struct Writer<'a> {
    formats: &'a Formats,
    unit: &'a Unit,
    style: Style,
}

impl Writer<'_> {
    /// The space inside a figure, which must not be broken over two lines; plain where it is only heard.
    fn space(&self) -> char {
        if self.style == Style::Speech { ' ' } else { '\u{a0}' }
    }

    /// Appends the sign: U+2212, or a word to the ear.
    fn sign(&self, number: Decimal, out: &mut String) {
        if !numbers::is_negative(number) {
            return;
        }
        match (self.style, self.formats.lang()) {
            (Style::Speech, Lang::Fr) => out.push_str("moins "),
            (Style::Speech, Lang::En) => out.push_str("minus "),
            _ => out.push(numbers::MINUS),
        }
    }

    /// The unit in words, for one or more; none for a bare number and for a percentage, which has a sign.
    fn name(&self, one: bool) -> Option<&str> {
        unit_name(self.formats, self.unit, one)
    }
}

fn unit_name<'a>(formats: &'a Formats, unit: &'a Unit, one: bool) -> Option<&'a str> {
    let pick = |[first, second]: [&'static str; 2]| Some(if one { first } else { second });
    match (unit, formats.lang()) {
        (Unit::Number | Unit::Percent, _) => None,
        (Unit::Money(currency), _) => Some(currency_names::name(*currency, formats.locale(), one)),
        (Unit::PercentagePoint, Lang::Fr) => pick(["point de pourcentage", "points de pourcentage"]),
        (Unit::PercentagePoint, Lang::En) => pick(["percentage point", "percentage points"]),
        (Unit::BasisPoint, Lang::Fr) => pick(["point de base", "points de base"]),
        (Unit::BasisPoint, Lang::En) => pick(["basis point", "basis points"]),
        (Unit::Times, Lang::Fr) => Some("fois"),
        (Unit::Times, Lang::En) => pick(["time", "times"]),
        (Unit::Symbol(symbol), _) => Some(symbol_names::name(symbol, formats.locale(), one)),
        (Unit::Noun(noun), lang) => Some(formats.nouns.get(&**noun).map_or(noun, |by_lang| {
            let NounForms { one: first, other } = &by_lang[lang.index()];
            if one { first } else { other }
        })),
    }
}
