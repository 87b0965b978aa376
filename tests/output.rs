//! What a site consists of: which briefs are published when, whose templates and files are used, where everything lies.
//!
//! Owns the whole-site behaviour of `depeche build`; hostile texts and locales are in `output/`.

mod site;

#[path = "output/hostile.rs"]
mod hostile;
#[path = "output/locales.rs"]
mod locales;
#[path = "output/markup.rs"]
mod markup;

use markup::attributes;
use site::{Site, tree};
use std::collections::BTreeMap;

const BRIEF: &str = "content/briefs/2025-02-10-chips";
const PAGES: [&str; 2] = ["en/new-chip/index.html", "fr/nouvelle-puce/index.html"];

/// The files that speak of the brief on the new chip: its pages, and whatever names them.
fn traces(files: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    let names = |bytes: &[u8]| ["new-chip", "nouvelle-puce", "A new chip"].iter().any(|name| has(bytes, name));
    files
        .iter()
        .filter(|(path, bytes)| PAGES.contains(&path.as_str()) || names(bytes))
        .map(|(p, _)| p.as_str())
        .collect()
}

fn has(bytes: &[u8], text: &str) -> bool {
    String::from_utf8_lossy(bytes).contains(text)
}

/// Builds with the brief's data as given: whether the brief is published with these arguments, everywhere or nowhere.
fn published(data: &str, arguments: &[&str]) -> bool {
    let site = Site::base();
    site.write(&format!("{BRIEF}/data.yaml"), data);
    site.write(&format!("{BRIEF}/chips.csv"), "a,b\n");
    let files = site.builds(arguments);
    let found = traces(&files);
    let asset = files.contains_key("files/2025-02-10-chips/chips.csv");
    let everywhere = [
        "404.html",
        "en/feed.xml",
        "en/index.html",
        PAGES[0],
        "fr/feed.xml",
        "fr/index.html",
        PAGES[1],
        "index.html",
        "sitemap.xml",
    ];
    let is_all = everywhere.iter().all(|path| found.contains(path)) && asset;
    assert!(is_all || (found.is_empty() && !asset), "{data}{arguments:?}: half published, in {found:?}");
    is_all
}

#[test]
fn drafts_are_published_on_request_only() {
    let draft = "date: 2025-02-10\ndraft: true\n";
    assert!(published("date: 2025-02-10\ndraft: false\n", &[]));
    assert!(!published(draft, &[]));
    assert!(!published(draft, &["--future"]));
    assert!(published(draft, &["--drafts"]));
}

#[test]
fn later_briefs_wait_for_their_day() {
    let later = "date: 2025-02-21\n";
    assert!(!published(later, &[]));
    assert!(!published(later, &["--drafts"]));
    assert!(published(later, &["--future"]));
    assert!(published(later, &["--now", "2025-02-21"]));
    assert!(published("date: 2025-02-20\n", &[]), "a brief of the day itself");
}

#[test]
fn an_embargo_holds_until_its_day() {
    let embargo = "date: 2025-02-10\npublish_at: 2025-03-01\n";
    assert!(!published(embargo, &[]));
    assert!(!published(embargo, &["--now", "2025-02-28"]));
    assert!(published(embargo, &["--now", "2025-03-01"]));
    assert!(published(embargo, &["--future"]));
    let both = "date: 2025-02-10\npublish_at: 2025-03-01\ndraft: true\n";
    assert!(!published(both, &["--now", "2025-03-01"]));
    assert!(!published(both, &["--drafts"]));
    assert!(published(both, &["--drafts", "--future"]));
}

#[test]
fn a_day_that_is_none_is_refused() {
    let site = Site::built();
    let before = site.public();
    for wrong in ["2025-02-30", "tomorrow", ""] {
        let outcome = site.build(&["--now", wrong]);
        assert_eq!(outcome.code, 2, "{}", outcome.said);
        assert!(outcome.said.contains("--now"), "{}", outcome.said);
    }
    assert!(before == site.public());
}

#[test]
fn a_template_of_the_site_takes_the_place_of_the_built_in_one() {
    let site = Site::built();
    let before = site.public();
    site.write(
        "templates/page.html",
        "{% extends \"base.html\" %}{% block main %}<p class=\"own\">{{ headline }}</p>{% endblock %}",
    );
    let after = site.builds(&[]);
    let pages = ["en/about/index.html", "fr/a-propos/index.html"];
    assert!(site.page(pages[0]).contains("<p class=\"own\">About</p>"));
    assert!(site.page(pages[1]).contains("<p class=\"own\">À propos</p>"));
    let others = |files: &BTreeMap<String, Vec<u8>>| {
        files
            .iter()
            .filter(|(path, _)| !pages.contains(&path.as_str()))
            .map(|(p, b)| (p.clone(), b.clone()))
            .collect::<Vec<_>>()
    };
    assert!(others(&before) == others(&after), "no other file changes");
}

#[test]
fn a_static_file_of_the_site_takes_the_place_of_the_built_in_one() {
    let site = Site::built();
    let style = |site: &Site| {
        let names = site.public().into_keys().filter(|path| path.starts_with("static/style."));
        names.collect::<Vec<_>>()
    };
    let before = style(&site);
    site.write("static/style.css", "body { color: black }\n");
    site.write("static/fonts/own.woff2", "a font");
    let files = site.builds(&[]);
    let after = style(&site);
    assert_eq!((before.len(), after.len()), (1, 1), "{before:?} {after:?}");
    assert_ne!(before, after, "the name follows the content");
    assert_eq!(files[&after[0]], b"body { color: black }\n");
    assert!(files.keys().any(|path| path.starts_with("static/fonts/own.") && path.ends_with(".woff2")));
    assert!(site.page("en/index.html").contains(&format!("href=\"/bench/{}\"", after[0])));
}

#[test]
fn the_strings_of_a_site_are_laid_over_the_built_in_ones() {
    let site = Site::base();
    site.write("templates/strings/en.yaml", "published: Out since\nown: Our own words\n");
    site.write(
        "templates/page.html",
        "{% extends \"base.html\" %}{% block main %}{{ t(key=\"published\") }}{% endblock %}",
    );
    site.builds(&[]);
    assert!(site.page("en/new-chip/index.html").contains("Out since <time"));
    assert!(site.page("en/new-chip/index.html").contains("Skip to content"), "the others stay");
    assert!(site.page("fr/nouvelle-puce/index.html").contains("Publié"), "the other language stays");
}

#[test]
fn a_site_of_content_only_is_complete() {
    let site = Site::empty();
    site.write("depeche.yaml", "title: A\nurl: https://example.org\nlanguages: [en, fr]\n");
    for (language, title) in [("en", "One"), ("fr", "Un")] {
        let text = format!("---\ntitle: {title}\nsummary: {title}.\n---\n\n{title}.\n");
        site.write(&format!("content/briefs/one/{language}.md"), text);
    }
    site.write("content/briefs/one/data.yaml", "date: 2025-02-10\n");
    let files = site.builds(&[]);
    for path in
        ["index.html", "404.html", "robots.txt", "sitemap.xml", "en/one/index.html", "fr/un/index.html", "fr/feed.xml"]
    {
        assert!(files.contains_key(path), "{path} is not among {:?}", files.keys());
    }
    assert!(files.keys().any(|path| path.starts_with("static/style.")));
    assert!(site.page("index.html").contains("lang=\"en\""), "the first language is the default");
    let outside: Vec<_> =
        tree(site.root()).into_keys().filter(|p| !p.starts_with("public/") && !p.starts_with("content/")).collect();
    assert_eq!(outside, ["depeche.yaml"], "nothing but the site is written");
}

#[test]
fn every_address_stands_behind_the_base() {
    let site = Site::base();
    site.builds(&["--base-url", "https://other.example/a/b"]);
    let mut count = 0;
    for (path, bytes) in site.public() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("example.org/bench"), "{path} holds the address of the settings");
        if !path.ends_with(".html") {
            continue;
        }
        for (_, name, value) in attributes(&text).into_iter().filter(|(_, name, _)| name == "href" || name == "src") {
            let is_inside =
                value.starts_with("/a/b/") || value.starts_with("https://other.example/a/b/") || value.starts_with('#');
            assert!(is_inside, "{path}: {name}=\"{value}\"");
            count += 1;
        }
    }
    assert!(count > 100, "only {count} addresses were found");
    assert!(site.page("sitemap.xml").contains("<loc>https://other.example/a/b/en/new-chip/</loc>"));
    assert!(site.page("en/feed.xml").contains("https://other.example/a/b/en/new-chip/"));
    assert!(site.page("robots.txt").contains("https://other.example/a/b/sitemap.xml"));
    let canonical = "<link rel=\"canonical\" href=\"https://other.example/a/b/en/new-chip/\">";
    assert!(site.page("en/new-chip/index.html").contains(canonical));
}

#[test]
fn links_of_the_404_page_work_at_any_depth() {
    let site = Site::built();
    let page = site.page("404.html");
    let links: Vec<_> = attributes(&page).into_iter().filter(|(_, name, _)| name == "href" || name == "src").collect();
    assert!(links.len() > 8, "{links:?}");
    for (tag, name, value) in links {
        let works =
            value.starts_with("/bench/") || value.starts_with("https://example.org/bench/") || value == "#content";
        assert!(works, "<{tag} {name}=\"{value}\">");
    }
    assert!(!page.contains("rel=\"canonical\""), "it has no address of its own");
}

#[test]
fn an_address_that_is_none_is_refused() {
    for wrong in ["example.org", "https://a/?q", "javascript:alert(1)", "https://a/\"><script>"] {
        let outcome = Site::base().build(&["--base-url", wrong]);
        assert_eq!(outcome.code, 2, "{wrong}: {}", outcome.said);
        assert!(outcome.said.contains("a site's URL"), "{}", outcome.said);
    }
}

#[test]
fn a_folder_of_others_is_never_replaced() {
    let site = Site::base();
    site.write("public/thesis.txt", "ten years of work");
    let outcome = site.build(&[]);
    assert_eq!(outcome.code, 1);
    assert!(outcome.said.contains("holds files that are not of a site of ours"), "{}", outcome.said);
    assert!(outcome.said.contains("--out"), "{}", outcome.said);
    assert_eq!(
        site.public().into_iter().collect::<Vec<_>>(),
        [("thesis.txt".to_owned(), b"ten years of work".to_vec())]
    );
    let root = site.root().to_str().expect("UTF-8").to_owned();
    let before = tree(site.root());
    for target in [root.as_str(), &format!("{root}/content"), "/"] {
        let outcome = site.build(&["--out", target]);
        assert_eq!(outcome.code, 1, "{target}: {}", outcome.said);
    }
    site.write("file", "not a folder");
    let outcome = site.build(&["--out", &format!("{root}/file")]);
    assert_eq!(outcome.code, 1);
    assert!(outcome.said.contains("cannot write"), "{}", outcome.said);
    site.remove("file");
    assert!(tree(site.root()) == before, "nothing was written");
}

#[test]
fn a_build_leaves_no_stale_file() {
    let site = Site::built();
    let before = site.public();
    site.remove(BRIEF);
    let after = site.builds(&[]);
    assert!(traces(&before).len() > traces(&after).len() && traces(&after).is_empty(), "{:?}", traces(&after));
    site.write("public/old.html", "stale");
    site.builds(&[]);
    assert!(!site.public().contains_key("old.html"), "the folder is replaced whole");
}

#[test]
fn an_empty_folder_and_a_new_one_are_filled() {
    let site = Site::base();
    std::fs::create_dir(site.root().join("public")).expect("the folder is ours");
    site.builds(&[]);
    let root = site.root().to_str().expect("UTF-8").to_owned();
    site.build(&["--out", &format!("{root}/new/deeper/site")]);
    assert!(tree(&site.root().join("new/deeper/site")) == site.public());
}

#[test]
fn readers_are_told_of_a_translation() {
    let check = |folder: &str, lang: &str, keys: &str, slug: &str, line: &str| {
        let site = Site::base();
        site.edit(&format!("content/{folder}/{lang}.md"), "title: ", &format!("{keys}\ntitle: "));
        site.builds(&[]);
        let page = site.page(&format!("{lang}/{slug}/index.html"));
        assert!(page.contains(&format!("<p class=\"translation\">{line}</p>")), "{lang}/{slug}: no `{line}`");
    };
    let brief = "briefs/2025-02-06-capex";
    let whole = "translation_of: fr\ntranslated_by: Ann Lee";
    check(brief, "en", whole, "capital-spending", "Translated from French by Ann Lee");
    check("pages/about", "en", whole, "about", "Translated from French by Ann Lee");
    check("pages/about", "fr", "translated_by: Anne d'Or", "a-propos", "Traduit par Anne d’Or");
    check(brief, "fr", "translated_from: {en: [aaaaaaaa]}", "investissements", "Traduit de l’anglais");
}

#[test]
fn a_feed_names_the_publishers_own_site() {
    let site = Site::base();
    let publisher = "publisher: {name: Le Banc, url: \"https://example.org/?a=1&b\"}\nlanguages:";
    site.edit("depeche.yaml", "languages:", publisher);
    site.builds(&[]);
    assert!(site.page("fr/feed.xml").contains("<uri>https://example.org/?a=1&amp;b</uri>"));
}
