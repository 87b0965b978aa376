//! Sources before and after, and what holds of any source.

use super::*;
use proptest::prelude::*;
use pulldown_cmark::{Parser, html};

const FRONT: &str = "---\ntitle: A\nsummary: B\n---\n";

/// In the tables `_` is U+00A0 and `~` is U+202F.
fn spaces(text: &str) -> String {
    text.replace('_', "\u{a0}").replace('~', "\u{202f}")
}

fn edited(locale: Locale, file: &str) -> String {
    edition(file, Manner { locale, allow_html: false }).unwrap()
}

#[track_caller]
fn check(locale: Locale, body: &str, expect: &str) {
    let (body, expect) = (format!("{FRONT}{body}"), format!("{FRONT}{}", spaces(expect)));
    assert_eq!(edited(locale, &body), expect, "{locale}");
    assert_eq!(edited(locale, &expect), expect, "{locale}: edited twice");
}

#[track_caller]
fn stays(locale: Locale, body: &str) {
    let file = format!("{FRONT}{body}");
    assert_eq!(edited(locale, &file), file, "{locale}");
}

#[test]
fn prose_is_set() {
    check(Locale::FrFr, "Quoi ? L'an \"deux\" : 16 000, 4 %...", "Quoi~? L’an «_deux_»_: 16~000, 4_%…");
    check(Locale::FrCa, "Quoi ? L'an \"deux\" : 16 000", "Quoi? L’an «_deux_»_: 16_000");
    check(Locale::EnUs, "It's \"two\" -- 4 million", "It’s “two”—4_million");
    check(Locale::EnGb, "It's \"two\" -- 4 million", "It’s “two” – 4_million");
    check(
        Locale::FrFr,
        "- *Quoi*?\n\n> ## \"Un\"\n\n| a ; | b |\n| - | - |\n| c ! | 5 % |\n",
        "- *Quoi*~?\n\n> ## «_Un_»\n\n| a~; | b |\n| - | - |\n| c~! | 5_% |\n",
    );
    check(Locale::FrFr, "Un[^l'a].\n\n[^l'a]: L'an ?", "Un[^l'a].\n\n[^l'a]: L’an~?");
    check(Locale::FrFr, "[l'an](figure:l'an) ; ![l'an](chart:l'an)", "[l’an](figure:l'an)~; ![l’an](chart:l'an)");
}

#[test]
fn slips_are_mended_first() {
    check(Locale::EnUs, "One  two  ? Three **four**  five.", "One two? Three **four** five.");
    check(Locale::FrFr, "Un  deux, « trois \"quatre\" » et 5  %", "Un deux, «_trois “quatre”_» et 5_%");
}

#[test]
fn quotations_go_on_past_emphasis() {
    check(Locale::FrFr, "\"*Oui*\", \"**non**\"", "«_*Oui*_», «_**non**_»");
    check(Locale::EnUs, "\"*Yes*\" and `code`'s", "“*Yes*” and `code`’s");
}

#[test]
fn what_is_no_prose_stays() {
    for locale in Locale::ALL {
        stays(locale, "`l'an ?` ~~x~~\n\n```\nl'an \"?\"\n```\n\n    l'an ...\n");
        stays(locale, "<b title=\"l'an ?\">\n\n<!-- depeche-allow: parity | l'an ? -->\n");
        stays(locale, "<https://example.org/l'an> <a@b.org>");
        stays(locale, "A <i title='x ? y'>\n");
        stays(locale, "[a](b 'l \"an\" ?'), [a][l'an], [l'an], [l'an][]\n\n[l'an]: https://example.org \"l'an ?\"\n");
        stays(locale, "&quot;a&quot; &#39; &nbsp;!");
    }
}

#[test]
fn escapes_go_with_what_they_escape() {
    check(Locale::FrFr, r#"\"Oui\" \*non\* a\! b\..."#, "«_Oui_» \\*non\\* a~\\! b…");
    check(Locale::EnUs, r#"\"Yes\" it\'s \\"#, "“Yes” it’s \\\\");
}

#[test]
fn a_change_that_would_make_other_markdown_is_not_made() {
    // The no-break space behind « would keep the emphasis from closing; the entity would become one.
    check(Locale::FrFr, "**un \"** deux ?\n\nTrois ?", "**un \"** deux ?\n\nTrois~?");
    check(Locale::FrCa, "R&amp ; D", "R&amp ; D");
}

#[test]
fn front_matter_keeps_its_form() {
    let check = |front: &str, expect: &str| {
        let file = |front: &str| format!("---\n{front}---\n");
        assert_eq!(edited(Locale::FrFr, &file(front)), file(&spaces(expect)));
    };
    check("title: L'an 2 -- quoi ?\nslug: l'an ?\n", "title: L’an 2 — quoi~?\nslug: l'an ?\n");
    check("title: 'L''an \"2\"' # l'an ?\n", "title: 'L’an «_2_»' # l'an ?\n");
    check("summary: \"L'an \\\"[2](figure:l'an)\\\" ?\"\n", "summary: \"L’an «_[2](figure:l'an)_»~?\"\n");
    check("summary: >-\n  L'an ?\n  Plus de\n  2 milliards\n", "summary: >-\n  L’an~?\n  Plus de\n  2_milliards\n");
    check(
        "takeaways:\n  - L'an\n  - \"`l'an` ?\"\nauthors: l'an\n",
        "takeaways:\n  - L’an\n  - \"`l'an`~?\"\nauthors: l'an\n",
    );
    assert_eq!(edition("No front matter ?", Manner { locale: Locale::FrFr, allow_html: false }), None);
}

#[test]
fn line_ends_and_the_byte_order_mark_of_other_systems_stay() {
    let file = "---\r\ntitle: L'an\r\nsummary: a\r\n  b ?\r\n---\r\nQuoi ?\r\nL'an\r\n";
    assert_eq!(
        edited(Locale::FrFr, file),
        spaces("---\r\ntitle: L’an\r\nsummary: a\r\n  b~?\r\n---\r\nQuoi~?\r\nL’an\r\n")
    );
}

/// Text rich in what the rules look at, in Markdown and in YAML.
fn source() -> impl Strategy<Value = String> {
    let pieces = vec![
        " ",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\n- ",
        "\n> ",
        "a",
        "é",
        "mot",
        "12",
        "000",
        "5",
        "'",
        "\"",
        "«",
        "»",
        "“",
        "’",
        "?",
        "!",
        ";",
        ":",
        "...",
        "--",
        "%",
        "€",
        "milliards",
        "de",
        "d'",
        "plus",
        "*",
        "**",
        "_",
        "`",
        "[",
        "](figure:a)",
        "[](figure:a)",
        "](b 'c ?')",
        "[^1]",
        "\n\n[a]: b\n",
        "\\",
        "\\\"",
        "&amp",
        "&quot;",
        "<b>",
        "<!-- a ? -->",
        "https://a.fr/?b='",
        "|",
        "\n| a | b |\n|-|-|\n| ",
        "\n## ",
        "~~",
        "![",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..20).prop_map(|pieces| pieces.concat())
}

/// A file with a text as its body or as its summary.
fn file(text: &str, form: u8) -> String {
    match form {
        0 => format!("{FRONT}{text}"),
        1 => format!("---\ntitle: '{}'\n---\n", text.replace('\'', "''").replace('\n', " ")),
        2 => format!("---\nsummary: \"{}\"\n---\n", text.replace(['\\', '\n'], " ").replace('"', "\\\"")),
        _ => format!("---\nsummary: |\n  a{}\n---\n", text.replace('\n', "\n  ")),
    }
}

/// The texts of a file, their Markdown as HTML, with one form of each space, quotation mark, apostrophe, dash and ellipsis.
fn plain(file: &str) -> Vec<String> {
    let plain = |text: SourceText| {
        let mut out = String::new();
        if text.is_markdown {
            html::push_html(&mut out, Parser::new_ext(&text.text, parse::MARKDOWN));
        } else {
            out.push_str(&text.text);
        }
        out.retain(|c| !c.is_whitespace());
        let out = out
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace(['«', '»', '“', '”'], "\"")
            .replace(['’', '‘'], "'");
        out.replace("...", "…").replace(['—', '–'], "--")
    };
    parse::texts(file).unwrap().into_iter().map(plain).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn editing_twice_changes_nothing_and_only_typography_changes(text in source(), form in 0_u8..4) {
        let file = file(&text, form);
        for locale in Locale::ALL {
            let Some(once) = edition(&file, Manner { locale, allow_html: false }) else { continue };
            let twice = edited(locale, &once);
            prop_assert_eq!(&twice, &once, "{}", locale);
            prop_assert_eq!(plain(&once), plain(&file), "{}", locale);
        }
    }
}
