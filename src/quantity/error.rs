//! What is wrong with a value or a period, where in its text, and how to mend it.

use std::fmt;
use std::ops::Range;

/// Why a text is no value or no period. `range` is in bytes of the text that was parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuantityError {
    pub message: String,
    pub range: Range<usize>,
    pub hint: Option<String>,
}

impl QuantityError {
    pub(super) fn new(range: Range<usize>, message: impl Into<String>) -> Self {
        Self { message: message.into(), range, hint: None }
    }

    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for QuantityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for QuantityError {}
