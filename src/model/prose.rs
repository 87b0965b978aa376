//! Markdown as it was parsed: CommonMark events, and references to what the data holds.

use super::Waiver;
use crate::diag::{Span, Spanned};
use crate::locale::Lang;
use pulldown_cmark::Event as Markdown;

/// A parsed Markdown text.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    pub parts: Vec<(Part, Span)>,
    /// What the author lets pass, in order.
    pub waivers: Vec<Waiver>,
}

/// A step of a Markdown text.
#[derive(Clone, Debug)]
pub enum Part {
    Markdown(Markdown<'static>),
    /// A reference begins; the parts up to its end are the author's words (none: the program finds the words).
    Open(Reference),
    Close(Reference),
    /// A picture of the own folder; its words are the text alternative.
    Picture(Reference),
    /// A block of its own.
    Embed(Embed),
}

/// A link with a scheme of ours, or to a file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    pub kind: ReferenceKind,
    pub id: String,
    /// The author's words as plain text; empty where there are none.
    pub words: String,
    /// The language of the file that a path names: `../other/fr.md`.
    pub written_for: Option<Lang>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReferenceKind {
    Figure,
    Company,
    Person,
    Brief,
    /// A standing page.
    Page,
    /// A file in the brief's own folder.
    Asset,
}

/// A block that the program makes from the data.
#[derive(Clone, Debug)]
pub struct Embed {
    pub kind: EmbedKind,
    /// Which one; empty where the brief has only one (its timeline, its figures).
    pub id: Spanned<String>,
    /// The author's text alternative or caption.
    pub alt: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EmbedKind {
    Calculator,
    Chart,
    Quote,
    Timeline,
    Figures,
}

impl Prose {
    /// True where a link of the scheme `figure:` is in the text.
    pub fn links_to_figures(&self) -> bool {
        let is_one = |part: &Part| matches!(part, Part::Open(reference) if reference.kind == ReferenceKind::Figure);
        self.parts.iter().any(|(part, _)| is_one(part))
    }

    /// The text without its marks, on one line: for titles, descriptions and counts.
    pub fn plain(&self, mut reference: impl FnMut(&Reference) -> Option<String>) -> String {
        let mut out = String::new();
        for (part, _) in &self.parts {
            match part {
                Part::Markdown(Markdown::Text(text) | Markdown::Code(text)) => out.push_str(text),
                Part::Markdown(Markdown::SoftBreak | Markdown::HardBreak) => out.push(' '),
                Part::Open(open) if open.words.is_empty() => out.push_str(&reference(open).unwrap_or_default()),
                _ => {}
            }
        }
        out
    }
}
