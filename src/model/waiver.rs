//! What an author lets pass: a comment before a block that names a lint and says why.

use crate::diag::{Span, Spanned};

/// One lint named by `<!-- depeche-allow: parity | reason -->`.
#[derive(Clone, Debug)]
pub struct Waiver {
    /// The comment.
    pub span: Span,
    pub lint: Spanned<String>,
    /// Why; empty where the author gave no reason, and then nothing is waived.
    pub reason: String,
    /// The block that follows the comment; `None` where none does, or the comment stands in a line of text.
    pub covers: Option<Span>,
}

/// How seriously a site takes a lint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The lint does not run.
    Allow,
    /// Its findings are warnings.
    Warn,
    /// Its findings are errors and stop the build.
    Deny,
}

impl Level {
    pub const ALL: [Self; 3] = [Self::Allow, Self::Warn, Self::Deny];

    /// The word in `depeche.yaml`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }
}
