//! Tables of set text by locale, and what holds of any text.

use super::*;
use proptest::prelude::*;

/// In the tables `_` is U+00A0 and `~` is U+202F.
fn spaces(text: &str) -> String {
    text.replace('_', "\u{a0}").replace('~', "\u{202f}")
}

#[test]
fn eight_bytes_at_once_are_read_as_one_by_one() {
    for table in &INTERESTING {
        for byte in 0..=u8::MAX {
            for at in 0..20 {
                let mut text = [b'a'; 20];
                text[at] = byte;
                let first = text.iter().position(|byte| table[usize::from(*byte)]);
                assert_eq!(next_of(table, &text), first, "{byte} at {at}");
            }
        }
    }
}

#[track_caller]
fn check(locale: Locale, text: &str, expect: &str) {
    let (text, expect) = (spaces(text), spaces(expect));
    let set = typeset(locale, &text, None);
    assert_eq!(set, expect, "{locale}");
    assert_eq!(matches!(set, Cow::Borrowed(_)), text == expect, "{locale}: borrowed where nothing changes");
    assert_eq!(typeset(locale, &expect, None), expect, "{locale}: set twice");
}

#[track_caller]
fn french(text: &str, expect: &str) {
    check(Locale::FrFr, text, expect);
    check(Locale::FrCa, text, &expect.replace('~', "_"));
}

#[track_caller]
fn english(text: &str, expect: &str) {
    check(Locale::EnUs, text, expect);
    check(Locale::EnGb, text, expect);
}

#[test]
fn spaces_before_french_marks() {
    for text in ["Vraiment ? Oui ! Bien ; soit", "Vraiment? Oui! Bien; soit", "Vraiment_? Oui_! Bien_; soit"] {
        check(Locale::FrFr, text, "Vraiment~? Oui~! Bien~; soit");
        check(Locale::FrCa, text, "Vraiment? Oui! Bien; soit");
    }
    check(Locale::FrFr, "Quoi ?! Ah…? (?) Eh !!!", "Quoi~?! Ah…~? (?) Eh~!!!");
    french("Le bilan : trois", "Le bilan_: trois");
    french("Le bilan: trois", "Le bilan_: trois");
    french("À 10:30, Nasdaq:AMZN, 3:1", "À 10:30, Nasdaq:AMZN, 3:1");
    french("Bravo :)", "Bravo :)");
}

#[test]
fn a_mark_after_another_run_of_the_paragraph() {
    assert_eq!(typeset(Locale::FrFr, "? Oui", Some('s')), spaces("~? Oui"));
    assert_eq!(typeset(Locale::FrFr, " ? Oui", Some('s')), spaces("~? Oui"));
    assert_eq!(typeset(Locale::FrCa, " ? Oui", Some('s')), "? Oui");
    assert_eq!(typeset(Locale::FrFr, "? Oui", Some(' ')), "? Oui");
    assert_eq!(typeset(Locale::FrFr, "\" et", Some('s')), spaces("_» et"));
    assert_eq!(typeset(Locale::EnUs, "\" and", Some('s')), "” and");
    assert_eq!(typeset(Locale::EnUs, "\"and", Some(' ')), "“and");
    assert_eq!(typeset(Locale::FrFr, "'entreprise", Some('l')), "’entreprise");
}

#[test]
fn french_quotes() {
    french("Il dit \"oui\".", "Il dit «_oui_».");
    french("Il dit « oui ».", "Il dit «_oui_».");
    french("Il dit «oui».", "Il dit «_oui_».");
    french("\" Oui \", dit-il", "«_Oui_», dit-il");
    french("d'\"acheteurs\" (\"oui\")", "d’«_acheteurs_» («_oui_»)");
    french("« Il dit \"oui\" hier »", "«_Il dit “oui” hier_»");
    check(Locale::FrFr, "« Vraiment ? »", "«_Vraiment~?_»");
    check(Locale::FrFr, "«~oui~»", "«~oui~»");
    french("Un écran de 27\" plat", "Un écran de 27\" plat");
    french("aujourd'hui l'an 'un'", "aujourd’hui l’an ‘un’");
}

#[test]
fn english_quotes() {
    english("He said \"yes\" (\"no\").", "He said “yes” (“no”).");
    english("It's 'fine', isn't it", "It’s ‘fine’, isn’t it");
    english("\"He said 'yes'\", in the '90s", "“He said ‘yes’”, in the ’90s");
    english("rock 'n' roll, the companies' plans", "rock ’n’ roll, the companies’ plans");
    english("A 6' man, a 27\" screen", "A 6' man, a 27\" screen");
    english("Why? Yes! So; well: «a»", "Why? Yes! So; well: «a»");
}

#[test]
fn dots_and_dashes() {
    french("Et puis... ....", "Et puis… ....");
    french("Le plan -- ambitieux -- passe", "Le plan — ambitieux — passe");
    check(Locale::EnUs, "The plan -- a bold one -- passed--soon", "The plan—a bold one—passed—soon");
    check(Locale::EnGb, "The plan -- a bold one -- passed", "The plan – a bold one – passed");
    english("use --drafts or --- here", "use --drafts or --- here");
}

#[test]
fn french_figures() {
    french("16 000 salariés, 1 200 000,5 et 12 %", "16~000 salariés, 1~200~000,5 et 12_%");
    french("plus de 100 milliards de dollars", "plus de_100_milliards_de_dollars");
    french("Environ 3 millions d'euros", "Environ_3_millions_d’euros");
    french("12% de 4€ ou 5 $", "12_% de 4_€ ou 5_$");
    french("4,5 M€, 26,3 Md$, 5 GW, 10 h 30, à 9 h", "4,5_M€, 26,3_Md$, 5_GW, 10_h_30, à 9_h");
    french("en 2024 150 usines", "en 2024 150 usines");
    french(
        "Tél. 01 23 45 67 89, 0 800 123 456, +33 142 345 678",
        "Tél. 01 23 45 67 89, 0 800 123 456, +33 142 345 678",
    );
    french("514 555 1234, A380 200, v1.2.3", "514 555 1234, A380 200, v1.2.3");
    french("un taux de 50%20", "un taux de 50%20");
}

#[test]
fn english_figures() {
    english("more than $26.3 billion, 16,000 people, 5 GW", "more than $26.3_billion, 16,000 people, 5_GW");
    english("4% in 2025 and 12 000", "4% in 2025 and 12 000");
}

#[test]
fn addresses_stay() {
    french(
        "voir https://a.fr/?x=l'an;b!c et a.b'c@d.fr ou www.l'a.fr",
        "voir https://a.fr/?x=l'an;b!c et a.b'c@d.fr ou www.l'a.fr",
    );
    check(Locale::FrFr, "lire https://a.fr ; puis", "lire https://a.fr~; puis");
}

#[test]
fn text_without_marks_is_borrowed() {
    for locale in Locale::ALL {
        assert!(matches!(typeset(locale, "Amazon prévoit 2025. Bien, voilà", None), Cow::Borrowed(_)));
        assert!(matches!(typeset(locale, "", None), Cow::Borrowed("")));
    }
}

/// Text rich in what the rules look at.
fn marked_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        " ",
        " ",
        "\u{a0}",
        "\u{202f}",
        "\n",
        "a",
        "é",
        "l",
        "12",
        "000",
        "300",
        "5",
        "0",
        "'",
        "\"",
        "’",
        "«",
        "»",
        "“",
        "”",
        "‘",
        "?",
        "!",
        ";",
        ":",
        "...",
        ".",
        ",",
        "--",
        "-",
        "%",
        "€",
        "$",
        "milliards",
        "de",
        "d'",
        "h",
        "km",
        "plus",
        "https://",
        "@",
        "www.",
        "(",
        ")",
        "—",
        "…",
        "million",
        "au moins",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn setting_twice_changes_nothing(text in marked_text(), before in prop::option::of(prop::sample::select(vec!['a', ' ', '1', '«', '.', '+', '\u{a0}']))) {
        for locale in Locale::ALL {
            let once = typeset(locale, &text, before);
            let twice = typeset(locale, &once, before);
            prop_assert_eq!(&twice, &once, "{}", locale);
            prop_assert!(matches!(twice, Cow::Borrowed(_)));
        }
    }

    #[test]
    fn no_text_panics_and_letters_stay(text in "\\PC{0,60}") {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        for locale in Locale::ALL {
            prop_assert_eq!(letters(&typeset(locale, &text, None)), letters(&text));
        }
    }
}
