//! What `locale` writes, the reader of prose reads back: values of every unit, bound and style, and periods, in every
//! locale.
//!
//! Owns the proof only. A thing counted is no unit to the reader, which cannot know a site's nouns and takes "35 hours" for
//! a count: such values come back as the bare number, with the noun left outside.

use depeche::locale::{Formats, Lang, Locale, NounForms, Nouns, Style};
use depeche::quantity::prose::{Options, ProseLang, Reading, read};
use depeche::quantity::{Amount, Decimal, Period, Unit, Value};
use proptest::prelude::*;
use std::sync::LazyLock;

const STYLES: [Style; 4] = [Style::Prose, Style::Label, Style::Cell, Style::Speech];

static FORMATS: LazyLock<Vec<Formats>> = LazyLock::new(|| {
    let forms = |one: &str, other: &str| NounForms { one: one.to_owned(), other: other.to_owned() };
    let nouns = Nouns::from([("chips".to_owned(), [forms("puce", "puces"), forms("chip", "chips")])]);
    Locale::ALL.into_iter().map(|locale| Formats::new(locale, &nouns)).collect()
});

static UNITS: LazyLock<Vec<Unit>> = LazyLock::new(|| {
    let known = Unit::known().map(|symbol| Unit::parse(symbol, &|_| false).expect("a known unit"));
    [Unit::Number, Unit::Noun("chips".into())].into_iter().chain(known).collect()
});

fn readings(formats: &Formats, text: &str) -> Vec<Reading> {
    let language = if formats.lang() == Lang::Fr { ProseLang::French } else { ProseLang::English };
    read(text, &Options { dollar: formats.locale().dollar(), ..Options::new(language) })
}

/// How the value, written in every style and locale, fails to come back.
fn lost(value: &Value) -> Vec<String> {
    let mut lost = Vec::new();
    for formats in &*FORMATS {
        for style in STYLES {
            let text = formats.value(value, style);
            let hours = value.unit == Unit::Symbol("h") && (text.contains("heure") || text.contains("hour"));
            let noun = hours || matches!(value.unit, Unit::Noun(_));
            let wanted = Value { unit: if noun { Unit::Number } else { value.unit.clone() }, ..value.clone() };
            let found = readings(formats, &text);
            let whole = matches!(&found[..], [one] if one.span == (0..text.len()) || noun && one.span.start == 0);
            let back: Vec<String> =
                found.iter().map(|r| r.value().map_or_else(|| format!("{r:?}"), |v| v.to_string())).collect();
            if !whole || found[0].value().as_ref() != Some(&wanted) {
                lost.push(format!("{} {style:?}: {value} is `{text}`, read as {back:?}", formats.locale()));
            }
        }
    }
    lost
}

fn amounts(low: Decimal, high: Decimal) -> [Amount; 7] {
    [
        Amount::Exact(low),
        Amount::MoreThan(low),
        Amount::AtLeast(low),
        Amount::LessThan(low),
        Amount::AtMost(low),
        Amount::About(low),
        Amount::Range(low, high),
    ]
}

#[test]
fn every_unit_bound_style_and_locale_is_read_back() {
    let numbers = [
        ("0", "1"),
        ("1", "2"),
        ("2", "3.5"),
        ("-4", "-3"),
        ("-4", "3"),
        ("0.25", "0.5"),
        ("12.50", "15"),
        ("24", "1900"),
        ("1200", "1500"),
        ("2025", "2030"),
        ("1234567", "1300000"),
        ("1200000", "3400000"),
        ("999999.5", "2000000"),
        ("26300000000", "27000000000"),
        ("950000000", "1100000000"),
        ("1500000000000", "2000000000000"),
        ("-1500000000", "-1200000000"),
    ];
    let mut lost_all = Vec::new();
    for unit in &*UNITS {
        for (low, high) in numbers {
            let [low, high] = [low, high].map(|n| n.parse::<Decimal>().expect("a decimal").normalize());
            for amount in amounts(low, high) {
                lost_all.extend(lost(&Value { amount, unit: unit.clone() }));
            }
        }
    }
    assert!(lost_all.is_empty(), "{} lost:\n{}", lost_all.len(), lost_all.join("\n"));
}

#[test]
fn every_period_is_read_back() {
    let periods = [
        "2025",
        "FY2025",
        "2025-H1",
        "2025-H2",
        "2024-Q1",
        "2024-Q4",
        "2025-02",
        "2025-05",
        "2025-03-01",
        "2025-02-06",
        "2025-12-31",
        "2025-02-03..2025-02-06",
        "2025-03-01..2025-04-06",
        "2024-02-07..2025-02-06",
    ];
    let mut lost = Vec::new();
    for period in periods.map(|text| text.parse::<Period>().expect("a period")) {
        let wanted = match period {
            Period::Days(first, last) => vec![Period::Day(first), Period::Day(last)],
            other => vec![other],
        };
        for formats in &*FORMATS {
            for style in STYLES {
                let text = formats.period(&period, style);
                let found: Vec<Period> = readings(formats, &text).iter().filter_map(|r| r.when()?.period()).collect();
                if found != wanted {
                    lost.push(format!("{} {style:?}: {period} is `{text}`, read as {found:?}", formats.locale()));
                }
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

fn number() -> impl Strategy<Value = Decimal> {
    (0_u32..16, 0_u32..5, any::<i64>(), any::<bool>()).prop_map(|(digits, places, mantissa, negative)| {
        let magnitude = mantissa.unsigned_abs() % 10_u64.pow(digits + 1);
        let magnitude = i64::try_from(magnitude).expect("at most 16 digits");
        Decimal::new(if negative { -magnitude } else { magnitude }, places).normalize()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(a in number(), b in number(), bound in 0_usize..7, unit in 0_usize..1000) {
        let amount = amounts(a.min(b), a.max(b))[bound];
        let amount = if a == b { Amount::Exact(a) } else { amount };
        let unit = UNITS[unit % UNITS.len()].clone();
        let lost = lost(&Value { amount, unit });
        prop_assert!(lost.is_empty(), "{}", lost.join("\n"));
    }
}
