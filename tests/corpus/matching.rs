//! Pairs the quantities that a sentence should hold with those that were read.
//!
//! Owns when two are the same: kind, value (to one billionth, and to half a hundredth for thirds), unit and an overlap.

use crate::cases::{Quantity, Sentence};
use depeche::quantity::Decimal;
use depeche::quantity::prose::{Content, Direction, Kind, Reading};

/// What became of the quantities of a sentence.
pub struct Matched<'a, 'r> {
    /// What was read as expected, and whether its qualifier was too.
    pub right: Vec<(&'a Quantity, bool)>,
    pub missed: Vec<&'a Quantity>,
    pub spurious: Vec<&'r Reading>,
}

/// Pairs one to one, needed quantities before optional ones.
pub fn pair<'a, 'r>(sentence: &'a Sentence, readings: &'r [Reading]) -> Matched<'a, 'r> {
    let mut matched = Matched { right: Vec::new(), missed: Vec::new(), spurious: readings.iter().collect() };
    for optional in [false, true] {
        for quantity in sentence.quantities.iter().filter(|quantity| quantity.optional == optional) {
            let start = sentence.text.find(&quantity.part).unwrap_or_else(|| panic!("{}: no such part", sentence.id));
            let end = start + quantity.part.len();
            let overlaps = |reading: &Reading| reading.span.start < end && start < reading.span.end;
            let found = matched.spurious.iter().position(|reading| overlaps(reading) && is_same(quantity, reading));
            let found = found.or_else(|| matched.spurious.iter().position(|reading| optional && overlaps(reading)));
            match found {
                Some(at) => {
                    let reading = matched.spurious.remove(at);
                    if !optional {
                        let qualified = quantity.qualifiers.iter().any(|name| name == reading.qualifier.name());
                        matched.right.push((quantity, qualified));
                    }
                }
                None if optional => {}
                None => matched.missed.push(quantity),
            }
        }
    }
    matched
}

fn is_same(quantity: &Quantity, reading: &Reading) -> bool {
    if reading.kind.name() != quantity.kind {
        return false;
    }
    match &reading.content {
        Content::Time(when) => {
            let unit = if when.fiscal { "FY" } else { "-" };
            when.to_string() == quantity.value && (reading.kind != Kind::Year || has_unit(quantity, unit))
        }
        Content::Ticker(symbol) => **symbol == *quantity.value,
        Content::Number { low, high, unit } => {
            let unit = unit.symbol().unwrap_or("-");
            let falls = quantity.falls || reading.direction() == Some(Direction::Down);
            (reading.kind == Kind::Ordinal || has_unit(quantity, unit))
                && have_one_value(&quantity.value, *low, *high, falls)
        }
    }
}

fn has_unit(quantity: &Quantity, unit: &str) -> bool {
    quantity.units.iter().any(|known| known == unit)
}

/// A fall may be told by its sign or by its direction.
fn have_one_value(expected: &str, low: Decimal, high: Decimal, falls: bool) -> bool {
    let close = |expected: &str, found: Decimal| {
        let (top, bottom) = expected.split_once('/').unwrap_or((expected, "1"));
        let [top, bottom] = [top, bottom].map(|n| n.parse::<Decimal>().expect("the corpus has decimals"));
        let tolerance = if (bottom % Decimal::from(3)).is_zero() { Decimal::new(5, 3) } else { Decimal::new(1, 9) };
        let value = top / bottom;
        let near = |found: Decimal| (value - found).abs() <= value.abs() * tolerance;
        near(found) || falls && near(-found)
    };
    match expected.split_once("..") {
        Some((from, to)) => close(from, low) && close(to, high),
        None => low == high && close(expected, low),
    }
}
