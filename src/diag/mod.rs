//! Diagnostics: what is wrong, where, and how to mend it.
//!
//! Owns [`Diagnostic`], [`Span`] and the table of input [`Files`] that spans point into, and how diagnostics are printed
//! ([`print()`] for a terminal, [`json`], [`sarif`], [`github`]). Knows nothing of what is checked.

mod files;
pub mod github;
pub mod json;
pub mod sarif;
mod text;

pub use files::{FileId, Files, Place};
pub use text::print;

/// A range of bytes in one input file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub file: FileId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).expect("an input file is at most 4 MiB");
        Self { file, start: clamp(start), end: clamp(end) }
    }

    /// The part of this span that begins `start` bytes into it and ends `end` bytes into it.
    #[must_use]
    pub fn part(self, start: usize, end: usize) -> Self {
        let base = self.start as usize;
        Self::new(self.file, base + start, base + end)
    }
}

/// A value with the place in the input that it was read from.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

impl<T> Spanned<T> {
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// How bad it is: an error stops the build, a warning does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
}

impl Severity {
    /// `error`, `warning`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One finding, with a name that never changes.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Kebab-case and stable: `unknown-key`.
    pub name: &'static str,
    pub severity: Severity,
    pub message: String,
    /// `None` only where no input file is at fault (a folder that is missing).
    pub span: Option<Span>,
    /// Other places that belong to the finding, each with what stands there.
    pub related: Vec<(Span, String)>,
    pub hint: Option<String>,
}

impl Diagnostic {
    pub fn error(name: &'static str, span: impl Into<Option<Span>>, message: impl Into<String>) -> Self {
        Self {
            name,
            severity: Severity::Error,
            message: message.into(),
            span: span.into(),
            related: vec![],
            hint: None,
        }
    }

    pub fn warning(name: &'static str, span: impl Into<Option<Span>>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(name, span, message) }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    #[must_use]
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }
}

/// Orders findings as a reader works through them: by file, then by place, then errors first.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| (a.span, a.severity, a.name).cmp(&(b.span, b.severity, b.name)));
}

/// How many findings are as bad as this.
pub fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics.iter().filter(|d| d.severity == severity).count()
}

/// True when any finding stops the build.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.severity == Severity::Error)
}

/// The candidate that was most likely meant by `wrong`, if any is near enough (Jaro-Winkler similarity over 0.8).
pub fn nearest<'c>(wrong: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(wrong, candidate), candidate))
        .filter(|(score, _)| *score > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}

/// "did you mean `x`?", or the whole choice where nothing is near and the choice is short.
pub fn suggestion<'c>(wrong: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<String> {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    if let Some(near) = nearest(wrong, candidates.iter().copied()) {
        return Some(format!("did you mean `{near}`?"));
    }
    let all: Vec<String> = candidates.iter().map(|c| format!("`{c}`")).collect();
    (!all.is_empty() && all.len() <= 20).then(|| format!("known: {}", all.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_the_nearest_or_lists_a_short_choice() {
        assert_eq!(suggestion("figurs", ["figures", "sources"]).as_deref(), Some("did you mean `figures`?"));
        assert_eq!(suggestion("zzz", ["bar", "line"]).as_deref(), Some("known: `bar`, `line`"));
        assert_eq!(suggestion("zzz", []), None);
    }
}
