//! Formulas of the data files: `amazon-capex-q4-2024 * 4`, `change(a, b)`, `40 % of total`.
//!
//! Owns their text ([`Formula::parse`]), their units ([`Formula::terms`]) and their value ([`Formula::evaluate`]); numbers with bounds
//! are `super::arithmetic`'s. What a name stands for is the caller's to say.

mod lexer;
mod parser;
mod terms;
#[cfg(test)]
mod tests;

pub use terms::{Operation, Term};

use super::arithmetic::Interval;
use super::value::LARGEST;
use super::{Amount, Decimal, QuantityError, Unit, Value};
use std::fmt;
use std::ops::Range;

/// Arithmetic over named values, as an author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    text: String,
    root: Expression,
}

/// A part of a formula with its place in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    pub kind: Kind,
    pub range: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A number with or without a unit: `4`, `5 billion USD`, `40 %`.
    Literal(Value),
    /// The id of a figure, or of a calculator's input.
    Name(String),
    Negative(Box<Expression>),
    Binary(Operator, Box<Expression>, Box<Expression>),
    /// `change(a, b)`: the change from a to b, in percent of a.
    Change(Box<Expression>, Box<Expression>),
    /// `points(a, b)`: the change from one percentage to another, in percentage points.
    Points(Box<Expression>, Box<Expression>),
    /// `round(a, step)`: to a multiple of the step.
    Round(Box<Expression>, Value),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    /// `40 % of total`.
    Of,
}

impl Operator {
    /// Whether it binds as a product does.
    pub fn is_product(self) -> bool {
        !matches!(self, Self::Add | Self::Subtract)
    }
}

impl Formula {
    /// Reads a formula. `is_noun` tells which count nouns the site knows. The error says which bytes of `text` are wrong.
    ///
    /// Takes numbers as values have them (`5 billion USD`), names, `+ - * /` (or `−`, `×`, `÷`), `of` after a percentage, parentheses,
    /// and the functions `change`, `points` and `round`. A minus inside a name needs no spaces, a minus between names does.
    pub fn parse(text: &str, is_noun: &dyn Fn(&str) -> bool) -> Result<Self, QuantityError> {
        Ok(Self { text: text.to_owned(), root: parser::parse(text, is_noun)? })
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn root(&self) -> &Expression {
        &self.root
    }

    /// Every name with its place, in the order of the text; a name may come twice.
    pub fn names(&self) -> Vec<(&str, Range<usize>)> {
        let mut names = Vec::new();
        self.root.visit(&mut |part| {
            if let Kind::Name(name) = &part.kind {
                names.push((name.as_str(), part.range.clone()));
            }
        });
        names
    }

    /// Whether the result is rounded anywhere.
    pub fn is_rounded(&self) -> bool {
        let mut rounded = false;
        self.root.visit(&mut |part| rounded |= matches!(part.kind, Kind::Round(..)));
        rounded
    }

    /// The formula as operations on bare numbers, and the unit of its result.
    ///
    /// # Errors
    /// Units that do not go together, and names for which `unit` knows none.
    pub fn terms(&self, unit: &dyn Fn(&str) -> Option<Unit>) -> Result<(Term, Unit), QuantityError> {
        terms::compile(&self.root, unit)
    }

    /// The value, with the bounds that the bounds of the named values allow. Exact or rounded as `super::arithmetic` says.
    ///
    /// # Errors
    /// Names without a value, units that do not go together, a divisor that may be zero, a result without any bound or above 10^18.
    pub fn evaluate(&self, value: &dyn Fn(&str) -> Option<Value>) -> Result<Value, QuantityError> {
        let (term, unit) = self.terms(&|name| value(name).map(|value| value.unit))?;
        let interval = term.run(&|name| value(name).map(|value| value.amount))?;
        let all = self.root.range.clone();
        let amount = Amount::try_from(interval).map_err(|error| terms::explained(error, all.clone()))?;
        let limit = Decimal::from(LARGEST);
        if amount.low().abs() > limit || amount.high().abs() > limit {
            return Err(QuantityError::new(all, "the result is larger than 10^18")
                .hint("check the scale words: a billion is 10^9, a trillion 10^12"));
        }
        Ok(Value { amount, unit })
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Expression {
    /// Calls `see` with this part and each part of it, from left to right.
    fn visit<'e>(&'e self, see: &mut impl FnMut(&'e Self)) {
        see(self);
        match &self.kind {
            Kind::Literal(_) | Kind::Name(_) => {}
            Kind::Negative(part) | Kind::Round(part, _) => part.visit(see),
            Kind::Binary(_, a, b) | Kind::Change(a, b) | Kind::Points(a, b) => {
                a.visit(see);
                b.visit(see);
            }
        }
    }
}

impl Term {
    /// The result for the amounts that names stand for.
    pub fn run(&self, amount: &dyn Fn(&str) -> Option<Amount>) -> Result<Interval, QuantityError> {
        match self {
            Self::Number(amount) => Ok((*amount).into()),
            Self::Name(name, range) => {
                amount(name).map(Interval::from).ok_or_else(|| terms::without_value(name, range.clone()))
            }
            Self::Operation(operation, left, right, range) => {
                let (left, right) = (left.run(amount)?, right.run(amount)?);
                if *operation == Operation::OverBase && !right.is_above(Decimal::ZERO) {
                    return Err(terms::without_base(range.clone()));
                }
                let result = match operation {
                    Operation::Plus => left.plus(right),
                    Operation::Minus => left.minus(right),
                    Operation::Times => left.times(right),
                    Operation::Over | Operation::OverBase => left.over(right),
                };
                result.map_err(|error| terms::explained(error, range.clone()))
            }
            Self::Round(part, step, range) => {
                part.run(amount)?.rounded(*step).map_err(|error| terms::explained(error, range.clone()))
            }
        }
    }
}
