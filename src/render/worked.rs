//! Formulas as a reader sees them: « 26,3 milliards de dollars × 4 ».

use crate::locale::{Formats, Strings, Style};
use crate::quantity::Formula;
use crate::quantity::formula::{Expression, Kind, Operator};

/// A part of a formula in words.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'f> {
    Text(String),
    /// Where the value of a name stands.
    Name(&'f str),
}

/// The parts of a formula from left to right, numbers in `style`.
pub fn pieces<'f>(formula: &'f Formula, formats: &Formats, strings: &Strings, style: Style) -> Vec<Piece<'f>> {
    let mut words = Words { formats, strings, style, pieces: Vec::new() };
    words.part(formula.root(), 0);
    words.pieces
}

/// How tightly a part holds together: a sum, a product, a single value.
const SUM: u8 = 1;
const PRODUCT: u8 = 2;
const SINGLE: u8 = 3;

struct Words<'f, 'a> {
    formats: &'a Formats,
    strings: &'a Strings,
    style: Style,
    pieces: Vec<Piece<'f>>,
}

impl<'f> Words<'f, '_> {
    /// Adds a part; in parentheses where it holds less tightly than `least`.
    fn part(&mut self, part: &'f Expression, least: u8) {
        let strength = strength(part);
        if strength < least {
            self.text("(");
            self.bare(part);
            self.text(")");
        } else {
            self.bare(part);
        }
    }

    fn bare(&mut self, part: &'f Expression) {
        match &part.kind {
            Kind::Literal(value) => {
                let text = self.formats.value(value, self.style);
                self.text(&text);
            }
            Kind::Name(name) => self.pieces.push(Piece::Name(name)),
            Kind::Negative(part) => {
                self.text("−");
                self.part(part, SINGLE);
            }
            Kind::Binary(operator, left, right) => self.binary(*operator, left, right),
            Kind::Change(from, to) => self.phrase("calculation-change", from, to),
            Kind::Points(from, to) => self.phrase("calculation-points", from, to),
            // The result says that it is rounded.
            Kind::Round(part, _) => self.bare(part),
        }
    }

    fn binary(&mut self, operator: Operator, left: &'f Expression, right: &'f Expression) {
        let sign = match operator {
            Operator::Add => "+",
            Operator::Subtract => "−",
            Operator::Multiply => "×",
            Operator::Divide => "÷",
            Operator::Of => return self.phrase("calculation-of", left, right),
        };
        let strength = if operator.is_product() { PRODUCT } else { SUM };
        self.part(left, strength);
        // A line may end before an operator, not after it.
        self.text(&format!(" {sign}\u{a0}"));
        self.part(right, strength + 1);
    }

    /// An interface string with the parts in the place of `{a}` and `{b}`.
    fn phrase(&mut self, key: &str, a: &'f Expression, b: &'f Expression) {
        let text = self.formats.typeset(self.strings.get(key).unwrap_or("{a} → {b}"), None).into_owned();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            self.text(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            self.part(if name == "a" { a } else { b }, SINGLE);
            rest = after;
        }
        self.text(rest);
    }

    fn text(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Text(last)) => last.push_str(text),
            _ if text.is_empty() => {}
            _ => self.pieces.push(Piece::Text(text.to_owned())),
        }
    }
}

fn strength(part: &Expression) -> u8 {
    match &part.kind {
        Kind::Literal(_) | Kind::Name(_) => SINGLE,
        Kind::Binary(Operator::Of, ..) | Kind::Negative(_) | Kind::Change(..) | Kind::Points(..) => SUM,
        Kind::Binary(operator, ..) => {
            if operator.is_product() {
                PRODUCT
            } else {
                SUM
            }
        }
        Kind::Round(part, _) => strength(part),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Lang, Locale, Message, Nouns};

    fn check(text: &str, expect: &str) {
        let entries = [("calculation-of", "{a} of {b}"), ("calculation-change", "change from {a} to {b}")];
        let entries = entries.map(|(key, text)| (key.to_owned(), Message::Plain(text.to_owned())));
        let strings = Strings::parse(Lang::En, &entries).unwrap();
        let formats = Formats::new(Locale::EnUs, &Nouns::new());
        let formula = Formula::parse(text, &|_| false).unwrap();
        let words: Vec<&str> = pieces(&formula, &formats, &strings, Style::Prose)
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone().leak() as &str,
                Piece::Name(name) => name,
            })
            .collect();
        assert_eq!(words.concat().replace('\u{a0}', " "), expect, "{text}");
    }

    #[test]
    fn formulas_keep_the_parentheses_that_they_need() {
        check("a * 4", "a × 4");
        check("a - (b - c)", "a − (b − c)");
        check("(a - b) - c", "a − b − c");
        check("(a + b) * c / d", "(a + b) × c ÷ d");
        check("a / (b * c)", "a ÷ (b × c)");
        check("a * (b * c)", "a × (b × c)");
        check("-(a + b) * 2", "(−(a + b)) × 2");
        check("40 % of a + 5 billion USD", "40% of a + $5 billion");
        check("round(change(a, a + b), 0.1)", "change from a to (a + b)");
        check("2 * change(a, b)", "2 × (change from a to b)");
    }
}
