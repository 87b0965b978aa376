//! Reads a Markdown file: its front matter and its body.

use super::brief::language;
use super::fields::{Fields, Reading};
use super::markdown::{self, Context};
use super::registries::is_identifier;
use super::yaml::{self, Node};
use crate::diag::{Diagnostic, FileId, Span, Spanned};
use crate::locale::Lang;
use crate::model::{Edition, SourceMark};

const KEYS: &[&str] = &["title", "slug", "summary", "takeaways", "translation_of", "translated_by", "translated_from"];

/// How many marks of paragraphs are written on a line.
const MARKS_A_LINE: usize = 8;

/// First parts of paths that the site's own pages take.
const RESERVED: &[&str] =
    &["page", "charts", "graphiques", "companies", "entreprises", "topics", "themes", "feed", "search"];

/// Reads one edition out of the text of `file`.
pub fn read(text: &str, file: FileId, context: &Context, reading: &mut Reading) -> Option<Edition> {
    let Some((front, body)) = split(text) else {
        let (message, hint) = if text.lines().next().is_some_and(|line| line.trim_end() == "---") {
            ("the front matter has no end", "close it with a line `---`")
        } else {
            let hint = "begin with a line `---`, then `title: …` and `summary: …`, then a line `---`";
            ("the file does not begin with front matter", hint)
        };
        let span = Span::new(file, 0, 3.min(text.len()));
        reading.diagnostics.push(Diagnostic::error("front-matter", span, message).hint(hint));
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
        if !points.is_empty() && !(3..=5).contains(&points.len()) {
            let message = format!("the box at the top holds 3 to 5 takeaways, not {}", points.len());
            let hint = if points.len() > 5 { "merge or cut points" } else { "add points, or leave the box out" };
            reading.diagnostics.push(Diagnostic::warning("takeaways", n.span, message).hint(hint));
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
        translated_from: fields.get("translated_from").and_then(|n| source_mark(n, reading)),
        body,
    })
}

/// `{fr: [bdkmpaoc, …]}`: a language, with a mark for each of its paragraphs.
fn source_mark(node: &Node, reading: &mut Reading) -> Option<SourceMark> {
    let entries = reading.map(node)?;
    let known = entries.first().and_then(|(key, list)| Some((key.value.parse::<Lang>().ok()?, key.span, list)));
    let Some((lang, span, list)) = known.filter(|_| entries.len() == 1) else {
        reading.expected(node, "one language", "let `depeche translate --mark` write this key");
        return None;
    };
    let paragraphs = reading.texts(list).into_iter().map(|text| text.value).collect();
    Some(SourceMark { lang, paragraphs, span })
}

fn check_slug(slug: &Spanned<String>, reading: &mut Reading) {
    if slug.value.is_empty() {
        let message = "no slug can be made of this title";
        reading.diagnostics.push(Diagnostic::error("invalid-slug", slug.span, message).hint("add `slug: …`"));
    } else if !is_identifier(&slug.value) {
        let message = format!("`{}` is no slug", slug.value);
        let hint = "a slug is made of small letters a to z, digits and hyphens";
        reading.diagnostics.push(Diagnostic::error("invalid-slug", slug.span, message).hint(hint));
    } else if RESERVED.contains(&slug.value.as_str()) {
        let message = format!("the site's own pages use the slug `{}`", slug.value);
        reading.diagnostics.push(Diagnostic::error("invalid-slug", slug.span, message).hint("choose another slug"));
    }
}

/// Where the body of a Markdown file begins: behind its front matter, at 0 where it has none.
pub fn body_start(text: &str) -> usize {
    split(text).map_or(0, |(_, body)| body.start)
}

/// The text of a Markdown file with the key `translated_from` set anew in its front matter: the language it was translated from and
/// the marks of that edition's paragraphs. `None` where the text has no front matter. Line ends stay as they are.
pub fn record_source(text: &str, lang: Lang, marks: &[String]) -> Option<String> {
    let (front, _) = split(text)?;
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut out = text[..front.start].to_owned();
    let mut in_key = false;
    for line in text[front.clone()].split_inclusive('\n') {
        // What is indented below the key belongs to it.
        in_key = line.starts_with("translated_from:") || in_key && line.starts_with([' ', '\t']);
        if !in_key {
            out.push_str(line);
        }
    }
    out.push_str(&format!("translated_from:{end}  {lang}:{end}    ["));
    for (index, mark) in marks.iter().enumerate() {
        let gap = match index {
            0 => "",
            n if n % MARKS_A_LINE == 0 => &format!(",{end}    "),
            _ => ", ",
        };
        out.push_str(&format!("{gap}{mark}"));
    }
    out.push_str(&format!("]{end}{}", &text[front.end..]));
    Some(out)
}

/// The byte ranges of the front matter and of the body.
pub fn split(text: &str) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
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
    fn marks_are_recorded_and_replaced() {
        let marks = |n: usize| ('a'..).take(n).map(|last| format!("abcdefg{last}")).collect::<Vec<_>>();
        let text = "---\ntitle: A\n---\nBody\n";
        let once = record_source(text, Lang::Fr, &marks(9)).unwrap();
        let list = "[abcdefga, abcdefgb, abcdefgc, abcdefgd, abcdefge, abcdefgf, abcdefgg, abcdefgh,\n    abcdefgi]";
        assert_eq!(once, format!("---\ntitle: A\ntranslated_from:\n  fr:\n    {list}\n---\nBody\n"));
        assert_eq!(record_source(&once, Lang::Fr, &marks(9)).as_deref(), Some(once.as_str()));
        let (front, _) = split(&once).unwrap();
        let node = yaml::read(&once[front], FileId(0), 0).unwrap();
        let nouns = crate::locale::Nouns::new();
        let mut reading = Reading::new(&Lang::ALL, &nouns);
        let fields = Fields::open(&node, KEYS, &mut reading).unwrap();
        let mark = source_mark(fields.get("translated_from").unwrap(), &mut reading).unwrap();
        assert_eq!((mark.lang, mark.paragraphs), (Lang::Fr, marks(9)));
        let windows = record_source("---\r\na: b\r\n---\r\n", Lang::En, &marks(1)).unwrap();
        assert_eq!(windows, "---\r\na: b\r\ntranslated_from:\r\n  en:\r\n    [abcdefga]\r\n---\r\n");
    }

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
