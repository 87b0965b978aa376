//! Reads a Markdown file: its front matter and its body.

use super::brief::language;
use super::fields::{Fields, Reading};
use super::markdown::{self, Context};
use super::registries::is_identifier;
use super::yaml;
use crate::diag::{Diagnostic, FileId, Span, Spanned};
use crate::model::Edition;

const KEYS: &[&str] = &["title", "slug", "summary", "takeaways", "translation_of", "translated_by"];

/// First parts of paths that the site's own pages take.
const RESERVED: &[&str] = &["page", "charts", "companies", "entreprises", "topics", "themes", "feed", "search"];

/// Reads one edition out of the text of `file`.
pub fn read(text: &str, file: FileId, context: &Context, reading: &mut Reading) -> Option<Edition> {
    let Some((front, body)) = split(text) else {
        reading.diagnostics.push(
            Diagnostic::error(
                "front-matter",
                Span::new(file, 0, 3.min(text.len())),
                "the file does not begin with front matter",
            )
            .hint("begin with a line `---`, then `title: …` and `summary: …`, then a line `---`"),
        );
        return None;
    };
    let node = match yaml::read(&text[front.clone()], file, front.start) {
        Ok(node) => node,
        Err(error) => {
            reading.diagnostics.push(error);
            return None;
        }
    };
    let fields = Fields::open(&node, KEYS, reading)?;
    let title = fields.require("title", reading).and_then(|n| reading.text(n));
    let summary = fields.require("summary", reading).and_then(|n| markdown::scalar(n, context, reading));
    let takeaways = fields.get("takeaways").map(|n| {
        let points = reading.list(n);
        if !(3..=5).contains(&points.len()) {
            let message = format!("{} takeaways: the box holds 3 to 5", points.len());
            reading.diagnostics.push(Diagnostic::warning("takeaways", n.span, message).hint("merge or cut points"));
        }
        points.iter().filter_map(|point| markdown::scalar(point, context, reading)).collect()
    });
    let body = markdown::document(&text[body.clone()], file, body.start, context, reading);
    let title = title?;
    let slug = match fields.get("slug").and_then(|n| reading.text(n)) {
        Some(slug) => slug,
        None => Spanned::new(slug::slugify(&title.value), title.span),
    };
    check_slug(&slug, reading);
    Some(Edition {
        file,
        title,
        slug,
        summary: summary.unwrap_or_default(),
        takeaways: takeaways.unwrap_or_default(),
        translation_of: fields.get("translation_of").and_then(|n| language(n, reading)),
        translated_by: fields.get("translated_by").and_then(|n| reading.text(n)).map(|t| t.value),
        body,
    })
}

fn check_slug(slug: &Spanned<String>, reading: &mut Reading) {
    if !is_identifier(&slug.value) {
        let message = format!("`{}` is no slug", slug.value);
        let hint = "a slug is made of small letters a to z, digits and hyphens";
        reading.diagnostics.push(Diagnostic::error("invalid-slug", slug.span, message).hint(hint));
    } else if RESERVED.contains(&slug.value.as_str()) {
        let message = format!("the site's own pages use the slug `{}`", slug.value);
        reading.diagnostics.push(Diagnostic::error("invalid-slug", slug.span, message).hint("choose another slug"));
    }
}

/// The byte ranges of the front matter and of the body.
fn split(text: &str) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let start = text.find('\n').filter(|end| text[..*end].trim_end() == "---")? + 1;
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((start..at, at + line.len()..text.len()));
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_and_body_are_told_apart() {
        let text = "---\ntitle: A\n---\nBody\n---\n";
        let (front, body) = split(text).unwrap();
        assert_eq!((&text[front], &text[body]), ("title: A\n", "Body\n---\n"));
        assert!(split("title: A\n").is_none());
        assert!(split("---\ntitle: A\n").is_none());
        assert!(split("").is_none());
    }
}
