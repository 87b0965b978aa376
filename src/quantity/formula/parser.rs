//! Tokens to the tree of a formula, by recursive descent; depth and length are bounded.

use super::lexer::{Token, tokens};
use super::{Expression, Kind, Operator};
use crate::quantity::value::{LARGEST, SCALES, scaled};
use crate::quantity::{Amount, Decimal, QuantityError, Unit, Value};
use std::ops::Range;

/// Parentheses and signs inside each other.
const MAX_DEPTH: usize = 32;
/// Numbers, words and signs of one formula; a chain of sums is as deep as it is long.
const MAX_TOKENS: usize = 400;

const FUNCTIONS: [&str; 3] = ["change", "points", "round"];

pub fn parse(text: &str, is_noun: &dyn Fn(&str) -> bool) -> Result<Expression, QuantityError> {
    let tokens = tokens(text)?;
    if tokens.len() > MAX_TOKENS {
        return Err(QuantityError::new(0..text.len(), "the formula is too long")
            .hint("give a part of it a figure of its own, with a `formula`"));
    }
    let mut parser = Parser { text, tokens, at: 0, depth: 0, is_noun };
    let root = parser.sum()?;
    match parser.tokens.get(parser.at) {
        None => Ok(root),
        Some((token, range)) => Err(parser.left_over(token, range.clone())),
    }
}

struct Parser<'t> {
    text: &'t str,
    tokens: Vec<(Token<'t>, Range<usize>)>,
    at: usize,
    depth: usize,
    is_noun: &'t dyn Fn(&str) -> bool,
}

impl Parser<'_> {
    fn sum(&mut self) -> Result<Expression, QuantityError> {
        let mut left = self.product()?;
        loop {
            let operator = if self.take('+') {
                Operator::Add
            } else if self.take('-') {
                Operator::Subtract
            } else {
                return Ok(left);
            };
            left = binary(operator, left, self.product()?);
        }
    }

    fn product(&mut self) -> Result<Expression, QuantityError> {
        let mut left = self.factor()?;
        loop {
            let operator = if self.take('*') {
                Operator::Multiply
            } else if self.take('/') {
                Operator::Divide
            } else if self.tokens.get(self.at).is_some_and(|(token, _)| *token == Token::Word("of")) {
                self.at += 1;
                Operator::Of
            } else {
                return Ok(left);
            };
            left = binary(operator, left, self.factor()?);
        }
    }

    fn factor(&mut self) -> Result<Expression, QuantityError> {
        let Some((token, range)) = self.tokens.get(self.at).cloned() else { return Err(self.nothing()) };
        self.at += 1;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(QuantityError::new(range, "the formula is nested too deeply")
                .hint("give a part of it a figure of its own, with a `formula`"));
        }
        let part = match token {
            Token::Number(number) => {
                let (value, end) = self.literal(number, range.clone())?;
                Expression { kind: Kind::Literal(value), range: range.start..end }
            }
            Token::Word(name) if self.next_is('(') => self.call(name, range)?,
            Token::Word(name) => Expression { kind: Kind::Name(name.to_owned()), range },
            Token::Sign('-') => {
                let part = self.factor()?;
                let range = range.start..part.range.end;
                Expression { kind: Kind::Negative(Box::new(part)), range }
            }
            Token::Sign('(') => {
                let part = self.sum()?;
                let end = self.close(&range)?;
                Expression { range: range.start..end, ..part }
            }
            Token::Sign(sign) => {
                let message = format!("a number or a name is expected here, not `{sign}`");
                return Err(QuantityError::new(range, message).hint("an operator stands between two values"));
            }
        };
        self.depth -= 1;
        Ok(part)
    }

    /// The scale word and the unit behind a number.
    fn literal(&mut self, number: Decimal, range: Range<usize>) -> Result<(Value, usize), QuantityError> {
        let mut end = range.end;
        let mut exponent = None;
        if let Some((Token::Word(word), place)) = self.tokens.get(self.at)
            && let Some((_, known)) = SCALES.iter().find(|(scale, _)| scale == word)
        {
            (exponent, end) = (Some(*known), place.end);
            self.at += 1;
        }
        let mut unit = Unit::Number;
        if let Some((Token::Word(word), place)) = self.tokens.get(self.at)
            && *word != "of"
        {
            let Some(known) = Unit::parse(word, self.is_noun) else {
                let error = QuantityError::new(place.clone(), format!("unknown unit `{word}`"));
                return Err(error.hint("an operator stands between a number and a name: `4 * name`"));
            };
            (unit, end) = (known, place.end);
            self.at += 1;
        }
        let number = scaled(number, exponent);
        if number > Decimal::from(LARGEST) {
            return Err(QuantityError::new(range.start..end, "the number is larger than 10^18")
                .hint("check the scale words: a billion is 10^9, a trillion 10^12"));
        }
        Ok((Value { amount: Amount::Exact(number), unit }, end))
    }

    fn call(&mut self, name: &str, range: Range<usize>) -> Result<Expression, QuantityError> {
        if !FUNCTIONS.contains(&name) {
            return Err(QuantityError::new(range, format!("unknown function `{name}`"))
                .hint("there are `change(from, to)`, `points(from, to)` and `round(value, step)`"));
        }
        let open = self.tokens[self.at].1.clone();
        self.at += 1;
        let first = Box::new(self.sum()?);
        if !self.take(',') {
            let place = self.here(range.clone());
            return Err(QuantityError::new(place, format!("`{name}` takes two values"))
                .hint(format!("write `{name}(a, b)`, with a comma between the two")));
        }
        let second = Box::new(self.sum()?);
        let end = self.close(&open)?;
        let kind = match name {
            "change" => Kind::Change(first, second),
            "points" => Kind::Points(first, second),
            _ => Kind::Round(first, step(*second)?),
        };
        Ok(Expression { kind, range: range.start..end })
    }

    fn take(&mut self, sign: char) -> bool {
        let found = self.next_is(sign);
        self.at += usize::from(found);
        found
    }

    fn next_is(&self, sign: char) -> bool {
        self.tokens.get(self.at).is_some_and(|(token, _)| *token == Token::Sign(sign))
    }

    /// Takes the parenthesis that closes the one at `open`, and returns where it ends.
    fn close(&mut self, open: &Range<usize>) -> Result<usize, QuantityError> {
        if self.next_is(')') {
            self.at += 1;
            return Ok(self.tokens[self.at - 1].1.end);
        }
        match self.tokens.get(self.at) {
            Some((token, range)) => Err(self.left_over(token, range.clone())),
            None => Err(QuantityError::new(open.clone(), "this parenthesis is not closed").hint("add `)`")),
        }
    }

    /// The next token's place, or `otherwise` at the end of the text.
    fn here(&self, otherwise: Range<usize>) -> Range<usize> {
        self.tokens.get(self.at).map_or(otherwise, |(_, range)| range.clone())
    }

    fn nothing(&self) -> QuantityError {
        let end = self.text.trim_end().len();
        QuantityError::new(end..end, "a number or a name is expected here")
            .hint("write a formula as `amazon-capex-q4-2024 * 4`, with ids of figures and numbers")
    }

    fn left_over(&self, token: &Token, range: Range<usize>) -> QuantityError {
        match token {
            Token::Sign(')') => QuantityError::new(range, "`)` without `(`").hint("leave it out, or add `(`"),
            Token::Sign(',') => QuantityError::new(range, "a comma stands only between the values of a function")
                .hint("write decimals with a point: `26.3`"),
            _ => {
                let found = &self.text[range.clone()];
                QuantityError::new(range, format!("an operator is expected before `{found}`"))
                    .hint("one of `+ - * /`, or `of` after a percentage")
            }
        }
    }
}

fn binary(operator: Operator, left: Expression, right: Expression) -> Expression {
    let range = left.range.start..right.range.end;
    Expression { kind: Kind::Binary(operator, Box::new(left), Box::new(right)), range }
}

/// The second value of `round`: a number of its own, above zero.
fn step(part: Expression) -> Result<Value, QuantityError> {
    match part.kind {
        Kind::Literal(value) if value.amount.low() > Decimal::ZERO => Ok(value),
        _ => Err(QuantityError::new(part.range, "a step is a number above zero")
            .hint("write `round(a, 0.1)` or `round(a, 100 million)`")),
    }
}
