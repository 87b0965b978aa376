//! Sites of other countries: the same content as Canada and Britain write it.

use super::Site;

/// The text of a page of the base site under these locales.
fn page(locales: &str, path: &str) -> String {
    let site = Site::base();
    site.edit("depeche.yaml", "languages: [fr, en]\n", &format!("languages: [fr, en]\nlocales: {locales}\n"));
    let brief = "content/briefs/2025-02-06-capex";
    site.edit(&format!("{brief}/fr.md"), "![Chiffres]", "Quoi ? « Oui » : [](figure:amazon-capex) !\n\n![Chiffres]");
    // Dollars are Canadian in Canada: the program finds the words.
    site.edit(&format!("{brief}/fr.md"), "[plus de 100 milliards de dollars]", "[]");
    site.edit(&format!("{brief}/data.yaml"), "60..65 billion USD", "1250.5 USD");
    site.builds(&[]);
    site.page(path)
}

fn check(locales: &str, path: &str, holds: &[&str], lacks: &[&str]) {
    let page = page(locales, path);
    for text in holds {
        assert!(page.contains(text), "{locales} {path}: no `{}` in\n{page}", text.escape_unicode());
    }
    for text in lacks {
        assert!(!page.contains(text), "{locales} {path}: `{}` in\n{page}", text.escape_unicode());
    }
}

const FRENCH: &str = "fr/investissements/index.html";
const ENGLISH: &str = "en/capital-spending/index.html";

#[test]
fn french_of_france() {
    let own = ["content=\"fr_FR\"", "Quoi\u{202f}?", "«\u{a0}Oui\u{a0}»\u{a0}:", "\u{202f}!", "1\u{202f}250,5"];
    check("{fr: fr-FR, en: en-US}", FRENCH, &own, &["1\u{a0}250,5"]);
}

#[test]
fn french_of_canada() {
    let own = ["content=\"fr_CA\"", "Quoi?", "«\u{a0}Oui\u{a0}»\u{a0}:", "1\u{a0}250,5"];
    check("{fr: fr-CA, en: en-US}", FRENCH, &own, &["\u{202f}"]);
}

#[test]
fn english_of_the_united_states() {
    check("{fr: fr-FR, en: en-US}", ENGLISH, &["content=\"en_US\"", "Feb", "6, 2025", "1,250.5"], &["6 Feb"]);
}

#[test]
fn english_of_britain() {
    check("{fr: fr-FR, en: en-GB}", ENGLISH, &["content=\"en_GB\"", "6 Feb", "1,250.5"], &["6, 2025"]);
}

#[test]
fn a_site_of_one_language_is_complete() {
    let site = Site::empty();
    site.write("depeche.yaml", "title: Seul\nurl: https://example.org\nlanguages: [fr]\nlocales: {fr: fr-CA}\n");
    site.write("content/briefs/un/data.yaml", "date: 2025-02-10\n");
    site.write("content/briefs/un/fr.md", "---\ntitle: Un\nsummary: Un.\n---\n\nUn.\n");
    let files = site.builds(&[]);
    assert!(files.contains_key("fr/un/index.html") && !files.keys().any(|path| path.starts_with("en/")));
    assert!(!site.page("fr/un/index.html").contains("hreflang=\"en\""));
}
