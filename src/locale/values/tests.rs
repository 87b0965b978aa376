//! Tables of values in every style and locale.

use super::*;
use crate::locale::{Locale, Nouns};
use crate::quantity::Currency;
use proptest::prelude::*;
use std::sync::LazyLock;

/// The formatters of every locale, in the order of `Locale::ALL`.
static FORMATS: LazyLock<[Formats; 4]> = LazyLock::new(|| Locale::ALL.map(|locale| Formats::new(locale, &nouns())));

fn nouns() -> Nouns {
    let forms = |one: &str, other: &str| NounForms { one: one.to_owned(), other: other.to_owned() };
    Nouns::from([
        ("chips".to_owned(), [forms("puce", "puces"), forms("chip", "chips")]),
        ("jobs".to_owned(), [forms("emploi", "emplois"), forms("job", "jobs")]),
    ])
}

/// In the tables `_` is U+00A0 and `'` is U+202F.
fn spaces(text: &str) -> String {
    text.replace('_', "\u{a0}").replace('\'', "\u{202f}")
}

/// Checks one value in one style, for fr-FR, fr-CA, en-US and en-GB.
#[track_caller]
fn check(value: &str, style: Style, expect: [&str; 4]) {
    let value: Value = value.parse().unwrap();
    for (formats, expect) in FORMATS.iter().zip(expect) {
        assert_eq!(formats.value(&value, style), spaces(expect), "{} {style:?}", formats.locale());
    }
}

/// Checks a value that both French and both English locales write alike, in the four styles.
#[track_caller]
fn check_all(value: &str, french: [&str; 4], english: [&str; 4]) {
    for (i, style) in [Style::Prose, Style::Label, Style::Cell, Style::Speech].into_iter().enumerate() {
        check(value, style, [french[i], french[i], english[i], english[i]]);
    }
}

#[test]
fn a_bound_below_zero_is_heard_as_one() {
    let spoken =
        |locale, value: &str| Formats::new(locale, &Nouns::new()).value(&value.parse().unwrap(), Style::Speech);
    assert_eq!(spoken(Locale::FrFr, "< -9 %"), "au-dessous de moins 9 pour cent");
    assert_eq!(spoken(Locale::FrCa, "> -9 %"), "au-dessus de moins 9 pour cent");
    assert_eq!(spoken(Locale::EnUs, "< -9 %"), "below minus 9 percent");
    assert_eq!(spoken(Locale::EnGb, "> -9 %"), "above minus 9 per cent");
    assert_eq!(spoken(Locale::FrFr, "< 9 %"), "moins de 9 pour cent");
}

#[test]
fn money_in_billions() {
    check_all(
        "> 100 billion EUR",
        ["plus de_100_milliards_d’euros", ">_100_Md€", "plus de_100_Md€", "plus de 100 milliards d’euros"],
        ["more than €100_billion", ">€100bn", "more than €100bn", "more than 100 billion euros"],
    );
    check_all(
        "60..65 billion EUR",
        ["60_à_65_milliards_d’euros", "60–65_Md€", "60_à_65_Md€", "60 à 65 milliards d’euros"],
        ["€60_billion to €65_billion", "€60–65bn", "€60bn to €65bn", "60 to 65 billion euros"],
    );
    check_all(
        "~ 4.5 million GBP",
        [
            "environ_4,5_millions_de_livres sterling",
            "≈_4,5_M£",
            "environ_4,5_M£",
            "environ 4,5 millions de livres sterling",
        ],
        ["about £4.5_million", "≈£4.5m", "about £4.5m", "about 4.5 million pounds"],
    );
    check_all(
        "5 million CHF",
        ["5_millions_de_francs suisses", "5_M_CHF", "5_M_CHF", "5 millions de francs suisses"],
        ["CHF_5_million", "CHF_5m", "CHF_5m", "5 million Swiss francs"],
    );
}

#[test]
fn a_dollar_is_the_readers_own() {
    let usd = "26.3 billion USD";
    let prose = ["26,3_milliards_de_dollars", "26,3_milliards_de_dollars américains", "$26.3_billion", "$26.3_billion"];
    check(usd, Style::Prose, prose);
    check(usd, Style::Label, ["26,3_Md$", "26,3_Md$_US", "$26.3bn", "$26.3bn"]);
    let cad = "3 billion CAD";
    check(
        cad,
        Style::Prose,
        ["3_milliards_de_dollars canadiens", "3_milliards_de_dollars", "C$3_billion", "C$3_billion"],
    );
    check(cad, Style::Label, ["3_Md$_CA", "3_Md$", "C$3bn", "C$3bn"]);
    check("12.5 USD", Style::Label, ["12,50_$", "12,50_$_US", "$12.50", "$12.50"]);
    check("12.5 USD", Style::Prose, ["12,50_dollars", "12,50_dollars américains", "$12.50", "$12.50"]);
    check("1200 USD", Style::Prose, ["1'200_dollars", "1_200_dollars américains", "$1,200", "$1,200"]);
    check(
        "-4 billion USD",
        Style::Prose,
        ["−4_milliards_de_dollars", "−4_milliards_de_dollars américains", "−$4_billion", "−$4_billion"],
    );
}

#[test]
fn a_trillion_is_mille_milliards() {
    check(
        "1.2 trillion EUR",
        Style::Prose,
        ["1'200_milliards_d’euros", "1_200_milliards_d’euros", "€1.2_trillion", "€1.2_trillion"],
    );
    check("1.2 trillion EUR", Style::Label, ["1'200_Md€", "1_200_Md€", "€1.2tn", "€1.2tn"]);
}

#[test]
fn french_counts_one_below_two() {
    for (value, expect) in [
        ("1.9 million EUR", "1,9_million_d’euros"),
        ("2 million EUR", "2_millions_d’euros"),
        ("1.2 billion EUR", "1,2_milliard_d’euros"),
        ("1 million EUR", "1_million_d’euros"),
        ("1.5 EUR", "1,50_euro"),
        ("0 EUR", "0_euro"),
        ("2 EUR", "2_euros"),
        ("1.5 pp", "1,5_point de pourcentage"),
        ("2.5 pp", "2,5_points de pourcentage"),
        ("0..1 chips", "0_à_1_puce"),
        ("1..3 chips", "1_à_3_puces"),
        ("1.5 million chips", "1,5_million_de_puces"),
        ("3 million jobs", "3_millions_d’emplois"),
    ] {
        for locale in [Locale::FrFr, Locale::FrCa] {
            let written = Formats::new(locale, &nouns()).value(&value.parse().unwrap(), Style::Prose);
            assert_eq!(written, spaces(expect));
        }
    }
}

#[test]
fn shares_points_and_multiples() {
    let speech = |n: &str| [format!("{n} percent"), format!("{n} per cent")];
    for (value, french, english, ear) in [
        ("-4 %", "−4_%", "−4%", "minus 4"),
        ("12.3 %", "12,3_%", "12.3%", "12.3"),
        (">= 5 %", "au moins_5_%", "at least 5%", "at least 5"),
    ] {
        let [us, gb] = speech(ear);
        check(value, Style::Prose, [french, french, english, english]);
        check(value, Style::Cell, [french, french, english, english]);
        let french = french.replace("_%", " pour cent").replace('_', " ").replace('−', "moins ");
        check(value, Style::Speech, [&french, &french, &us, &gb]);
    }
    check_all(
        "2.5 pp",
        ["2,5_points de pourcentage", "2,5_pts", "2,5_pts", "2,5 points de pourcentage"],
        ["2.5_percentage points", "2.5pp", "2.5pp", "2.5 percentage points"],
    );
    check_all(
        "25 bp",
        ["25_points de base", "25_pb", "25_pb", "25 points de base"],
        ["25_basis points", "25bp", "25bp", "25 basis points"],
    );
    check_all("3 x", ["3_fois", "3_fois", "3_fois", "3 fois"], ["3_times", "3x", "3x", "3 times"]);
}

#[test]
fn ranges() {
    check("4..5 %", Style::Prose, ["4_à_5_%", "4_à_5_%", "4% to 5%", "4% to 5%"]);
    check("4..5 %", Style::Label, ["4–5_%", "4–5_%", "4–5%", "4–5%"]);
    check("-5..-3 %", Style::Label, ["−5_à_−3_%", "−5_à_−3_%", "−5% to −3%", "−5% to −3%"]);
    check("-5..3 billion EUR", Style::Label, ["−5_à_3_Md€", "−5_à_3_Md€", "−€5bn to €3bn", "−€5bn to €3bn"]);
    check(
        "2..3 pp",
        Style::Prose,
        [
            "2_à_3_points de pourcentage",
            "2_à_3_points de pourcentage",
            "2 to 3_percentage points",
            "2 to 3_percentage points",
        ],
    );
    check(
        "2..3 million chips",
        Style::Prose,
        ["2_à_3_millions_de_puces", "2_à_3_millions_de_puces", "2 to 3_million chips", "2 to 3_million chips"],
    );
    check(
        "0..5 billion EUR",
        Style::Prose,
        ["0_à_5_milliards_d’euros", "0_à_5_milliards_d’euros", "€0 to €5_billion", "€0 to €5_billion"],
    );
    check(
        "900 million..1.1 billion EUR",
        Style::Prose,
        [
            "900_millions_d’euros à_1,1_milliard_d’euros",
            "900_millions_d’euros à_1,1_milliard_d’euros",
            "€900_million to €1.1_billion",
            "€900_million to €1.1_billion",
        ],
    );
    check(
        "900 million..1.1 billion EUR",
        Style::Label,
        ["900_M€–1,1_Md€", "900_M€–1,1_Md€", "€900m–€1.1bn", "€900m–€1.1bn"],
    );
}

#[test]
fn counts_and_symbols() {
    check("16000", Style::Prose, ["16'000", "16_000", "16,000", "16,000"]);
    check("16000 chips", Style::Prose, ["16'000_puces", "16_000_puces", "16,000_chips", "16,000_chips"]);
    check("1 chips", Style::Prose, ["1_puce", "1_puce", "1_chip", "1_chip"]);
    check("3 million chips", Style::Label, ["3_M_de_puces", "3_M_de_puces", "3m chips", "3m chips"]);
    check("5 GW", Style::Prose, ["5_GW", "5_GW", "5_GW", "5_GW"]);
    check(
        "3 million t",
        Style::Prose,
        ["3_millions_de_tonnes", "3_millions_de_tonnes", "3_million metric tons", "3_million tonnes"],
    );
    check("3 million t", Style::Label, ["3_M_t", "3_M_t", "3m_t", "3m_t"]);
    check("1.5 km", Style::Speech, ["1,5 kilomètre", "1,5 kilomètre", "1.5 kilometers", "1.5 kilometres"]);
    check("5 TB", Style::Prose, ["5_To", "5_To", "5_TB", "5_TB"]);
}

#[test]
fn a_long_number_steps_down_a_scale_and_keeps_its_digits() {
    check("1234567", Style::Prose, ["1'234'567", "1_234_567", "1,234,567", "1,234,567"]);
    check(
        "1234567000",
        Style::Prose,
        ["1'234,567_millions", "1_234,567_millions", "1,234.567_million", "1,234.567_million"],
    );
    check("1.234 billion", Style::Prose, ["1,234_milliard", "1,234_milliard", "1.234_billion", "1.234_billion"]);
}

#[test]
fn amounts_without_a_unit() {
    let amount = |locale, value: &str, exponent| {
        Formats::new(locale, &nouns()).amount(&value.parse::<Value>().unwrap().amount, exponent)
    };
    assert_eq!(amount(Locale::FrFr, "> 100 billion USD", 9), spaces("plus de_100"));
    assert_eq!(amount(Locale::FrFr, "60..65 billion USD", 9), spaces("60_à_65"));
    assert_eq!(amount(Locale::FrCa, "26.3 billion USD", 6), spaces("26_300"));
    assert_eq!(amount(Locale::EnUs, "60..65 billion USD", 9), "60 to 65");
    assert_eq!(amount(Locale::EnGb, "<= -5 million USD", 9), "at most −0.005");
}

#[test]
fn units_of_axes() {
    let label = |locale, unit: &str, exponent| {
        let unit = Unit::parse(unit, &|_| true).unwrap();
        Formats::new(locale, &nouns()).unit_label(&unit, exponent)
    };
    for (unit, exponent, fr, fr_ca, en) in [
        ("USD", 9, "milliards_de_dollars", "milliards_de_dollars américains", "$bn"),
        ("EUR", 6, "millions_d’euros", "millions_d’euros", "€m"),
        ("EUR", 0, "euros", "euros", "€"),
        ("CHF", 9, "milliards_de_francs suisses", "milliards_de_francs suisses", "CHF_bn"),
        ("EUR", 3, "milliers_d’euros", "milliers_d’euros", "€_thousand"),
        ("%", 0, "%", "%", "%"),
        ("pp", 0, "points de pourcentage", "points de pourcentage", "percentage points"),
        ("chips", 6, "millions_de_puces", "millions_de_puces", "million_chips"),
        ("GW", 0, "GW", "GW", "GW"),
        ("", 0, "", "", ""),
        ("", 9, "milliards", "milliards", "billions"),
        ("jobs", 4, "10'000_emplois", "10_000_emplois", "10,000_jobs"),
    ] {
        assert_eq!(label(Locale::FrFr, unit, exponent), spaces(fr));
        assert_eq!(label(Locale::FrCa, unit, exponent), spaces(fr_ca));
        assert_eq!(label(Locale::EnUs, unit, exponent), spaces(en));
        assert_eq!(label(Locale::EnGb, unit, exponent), spaces(en));
    }
    let formats = Formats::new(Locale::FrFr, &nouns());
    let n = |text: &str| text.parse::<Decimal>().unwrap();
    assert_eq!(formats.exponent(n("1234567891"), &Unit::Number), 9);
    assert_eq!(formats.exponent(n("1234567891"), &Unit::Percent), 0);
    assert_eq!(formats.exponent(n("-3000000000000"), &Unit::Number), 9);
}

/// Reads a bare number as a reader would: sign, digits, decimal sign, scale word or letters.
fn read(written: &str, lang: Lang) -> Decimal {
    let decimal_sign = if lang == Lang::Fr { ',' } else { '.' };
    let scale = [("trillion", 12), ("tn", 12), ("milliard", 9), ("Md", 9), ("billion", 9), ("bn", 9), ("million", 6)]
        .into_iter()
        .find(|(word, _)| written.contains(word))
        .map_or(if written.ends_with(['M', 'm']) { 6 } else { 0 }, |(_, exponent)| exponent);
    let digits: String = written
        .chars()
        .filter_map(|c| if c == decimal_sign { Some('.') } else { c.is_ascii_digit().then_some(c) })
        .collect();
    let number = digits.parse::<Decimal>().unwrap() * Decimal::from(10_i64.pow(scale));
    let is_negative = written.starts_with(['−', 'm']);
    if is_negative { -number } else { number }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_digit_is_written(n in -1_000_000_000_000_000_i64..1_000_000_000_000_000, places in 0_u32..6, shift in 0_u32..15) {
        let number = Decimal::new(n / 10_i64.pow(shift), places);
        let value = Value { amount: Amount::Exact(number), unit: Unit::Number };
        for formats in &*FORMATS {
            for style in [Style::Prose, Style::Label, Style::Cell, Style::Speech] {
                let written = formats.value(&value, style);
                prop_assert_eq!(read(&written, formats.lang()), number, "{}", written);
            }
        }
    }

    #[test]
    fn any_value_is_written_without_stray_spaces(
        low in -1_000_000_000_000_000_i64..1_000_000_000_000_000, more in 1_i64..1_000_000_000_000, kind in 0..7, unit in 0_usize..8,
    ) {
        let n = |n: i64| Decimal::new(n, 2);
        let amount = match kind {
            0 => Amount::Exact(n(low)), 1 => Amount::MoreThan(n(low)), 2 => Amount::AtLeast(n(low)),
            3 => Amount::LessThan(n(low)), 4 => Amount::AtMost(n(low)), 5 => Amount::About(n(low)),
            _ => Amount::Range(n(low), n(low + more)),
        };
        let units = [
            Unit::Number, Unit::Money(Currency::USD), Unit::Money(Currency::EUR), Unit::Percent, Unit::PercentagePoint,
            Unit::Times, Unit::Symbol("t"), Unit::Noun("jobs".into()),
        ];
        let value = Value { amount, unit: units[unit].clone() };
        for formats in &*FORMATS {
            for style in [Style::Prose, Style::Label, Style::Cell, Style::Speech] {
                let written = formats.value(&value, style);
                let chars: Vec<char> = written.chars().collect();
                prop_assert!(!chars.windows(2).any(|two| two.iter().all(|c| c.is_whitespace())), "{}", written);
                prop_assert_eq!(written.trim(), &written);
                prop_assert!(!written.contains("de euros") && !written.contains("de\u{a0}euros"), "{}", written);
            }
        }
    }
}

#[test]
fn a_tick_keeps_its_decimals_beside_the_unit() {
    let tick = |locale, number: &str, exponent, unit: Unit| {
        Formats::new(locale, &Nouns::new()).with_unit(number.parse().unwrap(), exponent, &unit)
    };
    assert_eq!(tick(Locale::FrFr, "1.0", 9, Unit::Money(Currency::USD)), "1,0\u{a0}Md$");
    assert_eq!(tick(Locale::EnUs, "1.0", 9, Unit::Money(Currency::USD)), "$1.0bn");
    assert_eq!(tick(Locale::FrCa, "-40", 0, Unit::Percent), "−40\u{a0}%");
    assert_eq!(tick(Locale::EnGb, "2.50", 0, Unit::Number), "2.50");
}
