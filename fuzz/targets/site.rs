//! A sound site with one file replaced: what is held of it, whatever that file says.
//!
//! Every finding points into its file and can be printed in every format. Where there is no error, every page and feed can be made;
//! a page is well formed to a browser's parser and runs nothing but the site's own scripts.

use depeche::build::{self, Loaded, Now, Options};
use depeche::diag;
use depeche::discover::discover;
use depeche::plan::Content;
use scraper::{Html, Node};
use std::path::{Path, PathBuf};

/// Elements that run or load something; the site writes none of them.
const FORBIDDEN: [&str; 7] = ["iframe", "object", "embed", "base", "form", "style", "frame"];

const BRIEF: &str = "2025-02-06-capex";

/// The file of the brief that is replaced: `data.yaml` or `fr.md`.
pub fn check(name: &str, text: &str) {
    let loaded = load(name, text);
    let files = &loaded.sources.files;
    for diagnostic in &loaded.diagnostics {
        let related = diagnostic.related.iter().map(|(span, _)| *span);
        for span in diagnostic.span.into_iter().chain(related) {
            let length = files.text(span.file).len();
            let (start, end) = (span.start as usize, span.end as usize);
            // A fault at the very end stands on the character that is missing there.
            assert!(start <= end && start <= length && end <= length + 1, "{start}..{end} of {length}: {diagnostic:?}");
        }
    }
    assert_eq!(diag::print(&loaded.diagnostics, files, false).is_empty(), loaded.diagnostics.is_empty());
    if loaded.is_sound() {
        render(&loaded);
    }
}

fn load(name: &str, text: &str) -> Loaded {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/suite/base");
    let today = "2025-03-01".parse().expect("a day");
    let options =
        Options { root: PathBuf::new(), base: None, origin: None, drafts: true, future: true, now: Now::Day(today) };
    let (mut sources, diagnostics) = discover(&root);
    let file = sources.files.add(format!("content/briefs/{BRIEF}/{name}"), text);
    let brief = sources.briefs.iter_mut().find(|brief| brief.id == BRIEF).expect("the site has the brief");
    match brief.editions.iter_mut().find(|(language, _)| name == format!("{language}.md")) {
        Some((_, edition)) => *edition = file,
        None => brief.data = Some(file),
    }
    build::read(sources, diagnostics, &options)
}

fn render(loaded: &Loaded) {
    let rendered = build::with_plan(loaded, |plan, renderer| {
        for (path, artifact) in &plan.artifacts {
            let content = match artifact.content(renderer) {
                Ok(content) => content,
                Err(error) => panic!("{}: {error:?}", path.as_str()),
            };
            let Content::Bytes(bytes) = content else { continue };
            let text = String::from_utf8_lossy(&bytes);
            if text.starts_with("<!doctype html>") {
                check_page(&text, path.as_str());
            }
        }
    });
    assert!(rendered.is_ok(), "the templates of the site are sound");
}

fn check_page(html: &str, path: &str) {
    let page = Html::parse_document(html);
    assert!(page.errors.is_empty(), "{path}: {:?}\n{html}", page.errors);
    for node in page.tree.nodes() {
        let Node::Element(element) = node.value() else { continue };
        let own = || element.attr("src").is_some_and(|src| src.starts_with("/bench/static/"));
        assert!(!FORBIDDEN.contains(&element.name()), "{path}: <{}>", element.name());
        assert!(element.name() != "script" || own(), "{path}: a script that is not the site's");
        for (name, value) in element.attrs() {
            let scheme = value.split_once(':').map(|(scheme, _)| scheme.trim().to_ascii_lowercase());
            let runs = scheme.is_some_and(|scheme| ["javascript", "data", "vbscript"].contains(&scheme.as_str()));
            let address = ["href", "src", "action", "formaction", "srcset", "data"].contains(&name);
            assert!(!name.starts_with("on") && !(address && runs), "{path}: {name}=\"{value}\"");
        }
    }
}
