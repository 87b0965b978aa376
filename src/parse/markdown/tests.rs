//! What Markdown becomes.

use super::*;
use crate::locale::Lang;

fn prose(text: &str) -> (Prose, Vec<&'static str>) {
    let nouns = crate::locale::Nouns::new();
    let mut reading = Reading::new(&Lang::ALL, &nouns);
    let context = Context { folder: "content/briefs/a", allow_html: false };
    let prose = document(text, FileId(0), 0, &context, &mut reading);
    (prose, reading.diagnostics.iter().map(|d| d.name).collect())
}

fn shape(text: &str) -> String {
    let (prose, faults) = prose(text);
    assert_eq!(faults, [""; 0], "{text}");
    let mut out = String::new();
    for (part, _) in &prose.parts {
        match part {
            Part::Open(r) => out += &format!("<{:?} {} {:?}>", r.kind, r.id, r.words),
            Part::Close(_) => out += "</>",
            Part::Picture(r) => out += &format!("<img {} {:?}>", r.id, r.words),
            Part::Embed(e) => out += &format!("<{:?} {} {:?}>", e.kind, e.id.value, e.alt),
            Part::Markdown(Event::Text(text)) => out += text,
            Part::Markdown(Event::Start(Tag::Paragraph)) => out += "<p>",
            Part::Markdown(Event::Start(Tag::Heading { id, .. })) => {
                out += &format!("<h {}>", id.as_deref().unwrap_or(""));
            }
            Part::Markdown(_) => {}
        }
    }
    out
}

#[test]
fn references_and_embeds() {
    assert_eq!(shape("Say [more than *100*](figure:x)."), "<p>Say <Figure x \"more than 100\">more than 100</>.");
    assert_eq!(shape("[](figure:x) and [a](https://a.example)"), "<p><Figure x \"\"></> and a");
    assert_eq!(shape("![Shows it](chart:c)"), "<Chart c \"Shows it\">");
    assert_eq!(shape("> [](quote:q)"), "<Quote q \"\">");
    assert_eq!(shape("![](timeline:)"), "<Timeline  \"\">");
    assert_eq!(shape("![A cat](cat.jpg) sits"), "<p><img cat.jpg \"A cat\"> sits");
}

#[test]
fn headings_get_distinct_ids() {
    assert_eq!(shape("## Été\n\n## Été"), "<h h-ete>Été<h h-ete-2>Été");
}

#[test]
fn html_is_text_and_comments_vanish() {
    assert_eq!(shape("<script>x</script>\n"), "<p><script>x</script>");
    assert_eq!(shape("a <b>c</b> <!-- note -->"), "<p>a <b>c</b> ");
    assert_eq!(shape("<!-- note -->\n\nb"), "<p>b");
}

#[test]
fn faults_are_named() {
    let check = |text: &str, name: &str| assert_eq!(prose(text).1, [name], "{text}");
    check("# Title", "heading-level");
    check("text ![x](chart:c)", "misplaced-embed");
    check("text [x](chart:c)", "misplaced-embed");
    check("![x](https://a.example/x.png)", "external-image");
    check("![](cat.jpg)", "missing-alt");
    check("a[^1]", "broken-link");
    check("[a][nowhere]", "broken-link");
    check("[a](javascript:x)", "unknown-scheme");
    check("a\u{0}b", "control-character");
    check("a &#1; b", "control-character");
    check("[a](https://a.example/ 'b&#x1F;')", "control-character");
}

#[test]
fn spans_point_into_the_file() {
    let text = "é [x](figur:a)";
    let nouns = crate::locale::Nouns::new();
    let mut reading = Reading::new(&Lang::ALL, &nouns);
    let context = Context { folder: "content/briefs/a", allow_html: false };
    document(text, FileId(0), 10, &context, &mut reading);
    let span = reading.diagnostics[0].span.unwrap();
    assert_eq!(&text[span.start as usize - 10..span.end as usize - 10], "[x](figur:a)");
}

#[test]
fn waivers_know_the_block_they_cover() {
    let text = "<!-- depeche-allow: parity | a pun -->\n<!-- depeche-allow: typography -->\nOne *two*.\n\n- a\n\n  <!-- depeche-allow: x | y -->\n\n  b\n\nc <!-- depeche-allow: z | w -->\n";
    let (prose, faults) = prose(text);
    assert_eq!(faults, [""; 0]);
    let at = |span: Span| text[span.start as usize..span.end as usize].trim_end();
    let found: Vec<_> =
        prose.waivers.iter().map(|w| (w.lint.value.as_str(), w.reason.as_str(), w.covers.map_or("", at))).collect();
    assert_eq!(
        found,
        [("parity", "a pun", "One *two*."), ("typography", "", "One *two*."), ("x", "y", "b"), ("z", "w", "")]
    );
    assert_eq!(at(prose.waivers[1].lint.span), "typography");
}

#[test]
fn passages_know_their_places() {
    let text = "## Tête\n\nUn [26,3&nbsp;milliards](figure:x) et `4`,\n[](figure:y).\n\n| a | b |\n| --- | --- |\n| 1 | *2* |\n\n- é\n\n```\n5\n```\n";
    let (prose, faults) = prose(text);
    assert_eq!(faults, [""; 0]);
    let passages = prose.passages(&mut |reference| Some(format!("<{}>", reference.id)));
    let texts: Vec<&str> = passages.iter().map(|passage| passage.text.as_str()).collect();
    assert_eq!(texts, ["Tête", "Un 26,3\u{a0}milliards et \u{fffc}, <y>.", "a\n| b\n| ", "1\n| 2\n| ", "é"]);
    assert_eq!(passages.iter().map(|p| p.is_heading).collect::<Vec<_>>(), [true, false, false, false, false]);
    let at = |span: Span| &text[span.start as usize..span.end as usize];
    let links = &passages[1].figures;
    assert_eq!(
        links.iter().map(|link| (link.id.as_str(), link.is_written)).collect::<Vec<_>>(),
        [("x", true), ("y", false)]
    );
    assert_eq!(&passages[1].text[links[0].words.clone()], "26,3\u{a0}milliards");
    assert_eq!(passages[1].span(links[0].words.clone()).map(at), Some("26,3&nbsp;milliards"));
    assert_eq!(passages[1].span(5..9).map(at), Some(",3&nbsp;"));
    assert_eq!(&passages[1].text[links[1].words.clone()], "<y>");
    assert_eq!(passages[1].span(links[1].words.clone()).map(at), Some("[](figure:y)"));
    assert_eq!(passages[0].whole().map(at), Some("Tête"));
    assert_eq!(crate::model::Passage::default().whole(), None);
}
