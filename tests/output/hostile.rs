//! A site whose every text tries to run a program in the reader's browser, on every kind of page and in the feeds.
//!
//! Each text carries a mark of its own, so that a text that no page shows is noticed as well as one that does harm.

use super::Site;
use super::markup::dangers;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// Numbers the hostile texts of a site.
#[derive(Default)]
struct Marks(Vec<String>);

impl Marks {
    /// A hostile text in single quotes, as YAML takes it.
    fn yaml(&mut self, what: &str) -> String {
        format!("'{}'", self.text(what).replace('\'', "''"))
    }

    /// One that fits into the title of a chart.
    fn short(&mut self, what: &str) -> String {
        let mark = format!("zq{:02}{what}", self.0.len());
        let text = format!("'{mark}\"><b0rked onerror=x><script>'");
        self.0.push(mark);
        text
    }

    fn text(&mut self, what: &str) -> String {
        let mark = format!("zq{:02}{what}", self.0.len());
        let text = format!(
            "{mark}\"><b0rked onerror=\"x\"><script>alert(1)</script>' onclick='x' &amp; {{{{ 7919*7 }}}} ]]> -->"
        );
        self.0.push(mark);
        text
    }
}

fn registries(site: &Site, marks: &mut Marks) {
    let mut yaml = |what| marks.yaml(what);
    let settings = format!(
        "title: {}\ndescription: {}\nurl: https://example.org/bench/\nlanguages: [en, fr]\npublisher: {{name: {}}}\n\
         lints: {{parity: allow, typography: allow, unsourced-figure: allow, figure-mismatch: allow, untranslated-quote: allow}}\n",
        yaml("title"),
        yaml("description"),
        yaml("publisher")
    );
    site.write("depeche.yaml", settings);
    site.write("content/companies.yaml", format!("a: {{name: {}, ticker: {}}}\n", yaml("company"), yaml("ticker")));
    let metrics = format!(
        "metrics:\n  m: {{name: {}}}\nunits:\n  things:\n    fr: {{one: u, other: {}}}\n    en: {{one: u, other: {}}}\n",
        yaml("metric"),
        yaml("noun"),
        yaml("noun")
    );
    site.write("content/metrics.yaml", metrics);
    site.write("content/people.yaml", format!("p: {{name: {}, role: {}, company: a}}\n", yaml("person"), yaml("role")));
    let address = "'https://example.org/?a=\"><script>alert(1)</script>&b=''onclick=''x'";
    let sources = format!("s: {{title: {}, publisher: {}, url: {address}}}\n", yaml("source"), yaml("press"));
    site.write("content/sources.yaml", sources);
    site.write("content/topics.yaml", format!("t: {{name: {}}}\n", yaml("topic")));
}

fn data(site: &Site, marks: &mut Marks) {
    let title = marks.short("charttitle");
    let mut yaml = |what| marks.yaml(what);
    let data = format!(
        "date: 2025-02-10\nauthors: [p]\ntopics: [t]\ncompanies: [a]\nkey_figure: f\nkey_chart: c\n\
         sources:\n  own: {{title: {}, publisher: {}}}\n\
         figures:\n  f: {{company: a, metric: m, period: 2024, value: 12 things, source: s, note: {}}}\n\
         charts:\n  c: {{mark: bar, title: {title}, subtitle: {}, notes: {}, figures: [f]}}\n  \
         i: {{mark: bar, title: T, data: {{source: own, rows: [{{label: {}, value: 1}}, {{label: L, value: 2}}]}}}}\n\
         quotes:\n  q: {{text: {}, speaker: p, language: en, source: s}}\n\
         events:\n  - {{date: 2025-02-10, text: {{en: {}, fr: {}}}}}\n\
         corrections:\n  - {{date: 2025-02-10, text: {}}}\n",
        yaml("ownsource"),
        yaml("ownpress"),
        yaml("note"),
        yaml("subtitle"),
        yaml("chartnotes"),
        yaml("label"),
        yaml("quote"),
        yaml("event"),
        yaml("event"),
        yaml("correction")
    );
    let calculators = format!(
        "calculators:\n  k:\n    title: {}\n    inputs:\n      n: {{label: {}, value: 4, min: 1, max: 8, step: 1}}\n    \
         outputs:\n      o: {{label: {}, formula: f * n, compare: {{with: f, label: {}}}}}\n",
        yaml("calculator"),
        yaml("input"),
        yaml("output"),
        yaml("compared")
    );
    site.write("content/briefs/b/data.yaml", data + &calculators);
    // A second brief, so that lists, related briefs and links name the first.
    site.write("content/briefs/c/data.yaml", "date: 2025-02-11\ntopics: [t]\ncompanies: [a]\n");
}

fn editions(site: &Site, marks: &mut Marks) {
    for language in ["en", "fr"] {
        let front = |marks: &mut Marks, slug: &str, what: &str| {
            let title = marks.yaml(&format!("headline{what}"));
            let summary = marks.yaml(&format!("summary{what}"));
            format!("---\ntitle: {title}\nslug: {slug}-{language}\nsummary: {summary}\n")
        };
        let mut brief = front(marks, "b", "b") + &format!("translated_by: {}\n", marks.yaml("by"));
        let points: Vec<String> = (0..3).map(|_| format!("  - {}\n", marks.yaml("point"))).collect();
        brief += &format!("takeaways:\n{}---\n\n", points.concat());
        // Text alternatives and words hold no bracket of Markdown's own.
        let mut words = |what: &str| marks.text(what).replace("]]", "");
        brief += &format!("{}\n\n## {}\n\n", words("body"), words("heading"));
        brief += &format!("[{}](figure:f) [](company:a) [](person:p) [](brief:c) [](page:d)\n\n", words("words"));
        brief += &format!("![{}](chart:c)\n\n![{}](chart:i)\n\n", words("alt"), words("alt"));
        brief += &format!(
            "A ![{}](x\"onerror=\"y.png) picture\n\n> [](quote:q)\n\n![T](timeline:)\n\n![F](figures:)\n\n![K](calculator:k)\n\n",
            words("picture")
        );
        brief += &format!("A note[^n{}].\n\n[^n{0}]: {}\n\n", "q", words("footnote"));
        brief += &format!("| {} | b |\n| --- | --- |\n| {} | d |\n\n", words("head"), words("cell"));
        brief += &format!("```a\"><script>\n{}\n```\n\n`{}`\n\n", words("code"), words("inline"));
        brief += "[a](https://example.org/?\"onclick=\"x '\"><script>alert(1)</script>')\n\n";
        brief += &format!("<div onclick=\"x\">{}</div>\n\n<!-- {} -->\n", words("block"), "hidden");
        site.write(&format!("content/briefs/b/{language}.md"), brief);
        let second = front(marks, "c", "c") + "---\n\n[](brief:b)\n";
        site.write(&format!("content/briefs/c/{language}.md"), second);
        let page = front(marks, "d", "d") + &format!("---\n\n{}\n", marks.text("page"));
        site.write(&format!("content/pages/d/{language}.md"), page);
    }
    site.write("content/briefs/b/x\"onerror=\"y.png", "no picture");
}

/// The HTML that a feed carries, and its texts.
fn feed(xml: &str) -> (String, String) {
    let (mut html, mut texts) = (String::new(), String::new());
    let mut reader = Reader::from_str(xml);
    let mut in_html = false;
    loop {
        match reader.read_event().expect("the feed is well-formed") {
            Event::Start(tag) => in_html = tag.local_name().as_ref() == "content",
            Event::End(_) => in_html = false,
            Event::Text(text) => (if in_html { &mut html } else { &mut texts }).push_str(&text),
            Event::GeneralRef(name) => {
                let character = match name.as_ref() {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    "quot" => "\"",
                    "apos" => "'",
                    other => panic!("an unknown reference: {other}"),
                };
                (if in_html { &mut html } else { &mut texts }).push_str(character);
            }
            Event::Eof => return (html, texts),
            _ => {}
        }
    }
}

#[test]
fn no_text_of_an_author_runs_in_a_browser() {
    let site = Site::empty();
    let mut marks = Marks::default();
    registries(&site, &mut marks);
    data(&site, &mut marks);
    editions(&site, &mut marks);
    site.builds(&[]);
    let mut shown: BTreeMap<&str, usize> = marks.0.iter().map(|mark| (mark.as_str(), 0)).collect();
    let mut count = |text: &str| shown.iter_mut().for_each(|(mark, n)| *n += text.matches(mark).count());
    let mut found = Vec::new();
    for (path, bytes) in site.public() {
        let text = String::from_utf8_lossy(&bytes);
        if path.ends_with(".html") {
            found.extend(dangers(&text).into_iter().map(|danger| format!("{path}: {danger}")));
            assert!(!text.contains("55433"), "{path} runs what an author wrote as a template");
            count(&text);
        } else if path.ends_with(".xml") {
            let (html, texts) = feed(&text);
            found.extend(dangers(&html).into_iter().map(|danger| format!("{path}: {danger}")));
            count(&texts);
            assert!(path == "sitemap.xml" || html.len() > 1000, "{path} holds no content");
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    let hidden: Vec<_> = shown.iter().filter(|(_, n)| **n == 0).map(|(mark, _)| *mark).collect();
    assert!(hidden.is_empty(), "no page shows {hidden:?}");
}

#[test]
fn html_of_an_author_passes_where_the_site_allows_it_and_only_there() {
    let check = |setting: &str, expect: bool| {
        let site = Site::base();
        site.edit("depeche.yaml", "languages:", &format!("{setting}languages:"));
        site.edit("content/pages/about/en.md", "It is here", "<aside>Hello</aside> It is here");
        site.builds(&[]);
        assert_eq!(site.page("en/about/index.html").contains("<aside>Hello</aside>"), expect, "{setting}");
    };
    check("", false);
    check("allow_html: false\n", false);
    check("allow_html: true\n", true);
}
