//! The words and signs of a formula's text, each with its place.

use crate::quantity::{Decimal, QuantityError};
use std::ops::Range;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'t> {
    Number(Decimal),
    /// A name, a scale word, a unit or `of`.
    Word(&'t str),
    /// One of `+ - * / ( ) ,`; the typographic signs are read as their plain forms.
    Sign(char),
}

/// Cuts a text into its tokens.
pub fn tokens(text: &str) -> Result<Vec<(Token<'_>, Range<usize>)>, QuantityError> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let (token, length) = match first {
            c if c.is_whitespace() => (None, c.len_utf8()),
            c if c.is_ascii_digit() => {
                number(text, at).map(|(number, length)| (Some(Token::Number(number)), length))?
            }
            c if is_word(c) => {
                let length = word(&text[at..]);
                (Some(Token::Word(&text[at..at + length])), length)
            }
            '%' => (Some(Token::Word("%")), 1),
            c => match sign(c) {
                Some(sign) => (Some(Token::Sign(sign)), c.len_utf8()),
                None => return Err(unknown(c, at)),
            },
        };
        if let Some(token) = token {
            tokens.push((token, at..at + length));
        }
        at += length;
    }
    Ok(tokens)
}

fn is_word(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '_' | '°')
}

/// The length of the word at the start of a text: letters, digits, and hyphens that stand between two of them.
fn word(text: &str) -> usize {
    let inside = |c: char| is_word(c) || c.is_ascii_digit();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let joins = c == '-' && text[at + 1..].starts_with(inside);
        if !inside(c) && !joins {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

fn number(text: &str, start: usize) -> Result<(Decimal, usize), QuantityError> {
    let rest = &text[start..];
    let digits = |from: usize| rest[from..].bytes().take_while(u8::is_ascii_digit).count();
    let mut length = digits(0);
    if rest[length..].starts_with('.') && digits(length + 1) > 0 {
        length += 1 + digits(length + 1);
    }
    let range = start..start + length;
    let mut after = rest[length..].chars();
    if matches!(after.next(), Some(',' | '\'' | '_' | '\u{a0}' | '\u{202f}'))
        && after.next().is_some_and(|c| c.is_ascii_digit())
    {
        return Err(QuantityError::new(range, "a number in data has no grouping and no decimal comma")
            .hint("write `26.3` or `1200`, and a space after a comma between two numbers"));
    }
    let number = Decimal::from_str_exact(&rest[..length]);
    number.map(|n| (n, length)).map_err(|_| {
        QuantityError::new(range, "the number has too many digits")
            .hint("write it with a scale word, or to fewer decimals: values stay exact to 28 digits")
    })
}

fn sign(c: char) -> Option<char> {
    Some(match c {
        '+' | '-' | '*' | '/' | '(' | ')' | ',' => c,
        '−' => '-',
        '×' => '*',
        '÷' => '/',
        _ => return None,
    })
}

fn unknown(c: char, at: usize) -> QuantityError {
    let error = QuantityError::new(at..at + c.len_utf8(), format!("`{c}` has no meaning in a formula"));
    error.hint(match c {
        '$' | '€' | '£' => "write the currency's ISO 4217 code behind the number, such as `5 billion USD`",
        '>' | '<' | '=' | '~' | '≥' | '≤' | '≈' => {
            "a bound belongs to a figure's `value`; a formula takes it over from there"
        }
        '^' => "write `a * a`",
        _ => "a formula has ids of figures, numbers, `+ - * /`, `of` and parentheses",
    })
}
