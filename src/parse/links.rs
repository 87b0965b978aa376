//! What the destination of a link or an image refers to.

use crate::diag::{Diagnostic, Span, nearest};
use crate::locale::Lang;
use crate::model::{EmbedKind, ReferenceKind};
use std::path::{Component, Path};

/// A destination, understood.
#[derive(Debug, PartialEq, Eq)]
pub enum Destination {
    /// With the language that a path to a Markdown file names.
    Reference(ReferenceKind, String, Option<Lang>),
    Embed(EmbedKind, String),
    /// An address elsewhere, or a heading of the same page.
    Plain,
}

/// Schemes of ours, each with what it makes and whether it needs an id.
const SCHEMES: &[(&str, Scheme)] = &[
    ("figure", Scheme::Reference(ReferenceKind::Figure)),
    ("company", Scheme::Reference(ReferenceKind::Company)),
    ("person", Scheme::Reference(ReferenceKind::Person)),
    ("brief", Scheme::Reference(ReferenceKind::Brief)),
    ("page", Scheme::Reference(ReferenceKind::Page)),
    ("calculator", Scheme::Embed(EmbedKind::Calculator)),
    ("chart", Scheme::Embed(EmbedKind::Chart)),
    ("quote", Scheme::Embed(EmbedKind::Quote)),
    ("timeline", Scheme::Embed(EmbedKind::Timeline)),
    ("figures", Scheme::Embed(EmbedKind::Figures)),
];

#[derive(Clone, Copy)]
enum Scheme {
    Reference(ReferenceKind),
    Embed(EmbedKind),
}

/// Schemes of the web that a page may link to. `javascript:` and `data:` are not among them.
const WEB: &[&str] = &["http", "https", "mailto", "tel"];

/// Reads a destination that stands in a file of `folder` (below the site's folder).
pub fn read(url: &str, folder: &str, span: Span) -> Result<Destination, Diagnostic> {
    let scheme = url.split_once(':').filter(|(s, _)| !s.is_empty() && s.bytes().all(is_scheme_byte));
    let Some((scheme, id)) = scheme else { return local(url, folder, span) };
    if let Some((_, known)) = SCHEMES.iter().find(|(name, _)| *name == scheme) {
        return Ok(match known {
            Scheme::Reference(kind) => Destination::Reference(*kind, id.to_owned(), None),
            Scheme::Embed(kind) => Destination::Embed(*kind, id.to_owned()),
        });
    }
    if WEB.contains(&scheme.to_ascii_lowercase().as_str()) {
        return Ok(Destination::Plain);
    }
    let mut error =
        Diagnostic::error("unknown-scheme", span, format!("`{scheme}:` is not a scheme that a page may link to"));
    let known = || SCHEMES.iter().map(|(name, _)| *name).chain(WEB.iter().copied());
    error.hint = Some(match nearest(scheme, known()) {
        Some(near) => format!("did you mean `{near}:`?"),
        None => format!("known: {}", known().map(|name| format!("`{name}:`")).collect::<Vec<_>>().join(", ")),
    });
    Err(error)
}

fn is_scheme_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)
}

/// A path: to another brief's or page's Markdown file, or to a file of the own folder.
fn local(url: &str, folder: &str, span: Span) -> Result<Destination, Diagnostic> {
    if url.starts_with('#') {
        return Ok(Destination::Plain);
    }
    let refuse = |name, message: String, hint: &str| Err(Diagnostic::error(name, span, message).hint(hint));
    if url.is_empty() {
        return refuse(
            "broken-link",
            "this link leads nowhere".into(),
            "write an address, or a scheme such as `figure:…`",
        );
    }
    if url.starts_with('/') {
        let hint = "write `brief:FOLDER` or `page:FOLDER`: the program makes the address";
        return refuse("broken-link", format!("`{url}` is an address of the site, which only the program knows"), hint);
    }
    let path = url.split(['#', '?']).next().expect("a split has a first part");
    let Some(target) = join(folder, path) else {
        let hint = "link to files of the own folder, or to `brief:FOLDER` or `page:FOLDER`";
        return refuse("outside-content", format!("`{path}` leads out of the content folder"), hint);
    };
    let markdown = |prefix: &str| {
        let (id, file) = target.strip_prefix(prefix)?.split_once('/')?;
        let lang = file.strip_suffix(".md")?;
        (lang.len() == 2).then(|| (id.to_owned(), lang.parse().ok()))
    };
    if let Some((id, lang)) = markdown("content/briefs/") {
        return Ok(Destination::Reference(ReferenceKind::Brief, id, lang));
    }
    if let Some((id, lang)) = markdown("content/pages/") {
        return Ok(Destination::Reference(ReferenceKind::Page, id, lang));
    }
    match target.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) {
        Some(name) => Ok(Destination::Reference(ReferenceKind::Asset, name.to_owned(), None)),
        None => refuse(
            "broken-link",
            format!("`{path}` lies outside the own folder"),
            "link to `brief:FOLDER` or `page:FOLDER`, or put a copy of the file into the own folder",
        ),
    }
}

/// `folder/path` without `.` and `..`; `None` where that leaves `content/`.
fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for component in Path::new(path).components() {
        match component {
            Component::Normal(part) => parts.push(part.to_str()?),
            Component::CurDir => {}
            Component::ParentDir if parts.len() > 1 => drop(parts.pop()),
            _ => return None,
        }
    }
    (parts.first() == Some(&"content") && !path.contains('\\')).then(|| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::FileId;

    fn check(url: &str, expect: &Result<Destination, &str>) {
        let found = read(url, "content/briefs/a", Span::new(FileId(0), 0, 0));
        assert_eq!(&found.map_err(|e| e.name), expect, "{url}");
    }

    #[test]
    fn destinations() {
        use ReferenceKind::{Asset, Brief, Figure, Page};
        let reference = |kind, id: &str| Ok(Destination::Reference(kind, id.to_owned(), None));
        let edition = |kind, id: &str, lang| Ok(Destination::Reference(kind, id.to_owned(), Some(lang)));
        check("figure:capex", &reference(Figure, "capex"));
        check("timeline:", &Ok(Destination::Embed(EmbedKind::Timeline, String::new())));
        check("https://example.org/", &Ok(Destination::Plain));
        check("#heading", &Ok(Destination::Plain));
        check("photo.jpg", &reference(Asset, "photo.jpg"));
        check("../b/fr.md", &edition(Brief, "b", Lang::Fr));
        check("../../pages/about/en.md#x", &edition(Page, "about", Lang::En));
    }

    #[test]
    fn dangerous_and_broken_destinations_are_refused() {
        check("javascript:alert(1)", &Err("unknown-scheme"));
        check("data:text/html,x", &Err("unknown-scheme"));
        check("figur:capex", &Err("unknown-scheme"));
        check("../../../../etc/passwd", &Err("outside-content"));
        check("../../../depeche.yaml", &Err("outside-content"));
        check("../b/photo.jpg", &Err("broken-link"));
        check("/fr/", &Err("broken-link"));
        check("", &Err("broken-link"));
    }
}
