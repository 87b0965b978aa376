//! A chart, its table, its description and the prose around it never differ: random figures are published, and what each of
//! them says is read off the page.
//!
//! Owns the comparison. Texts are read by the reader of prose, whose own agreement with the writer is `roundtrip.rs`'s;
//! markup by `agreement/figure.rs`; lengths of bars are measured in the drawing.

#[path = "agreement/figure.rs"]
mod figure;
mod site;

use depeche::locale::{Lang, Locale};
use depeche::model::Mark;
use depeche::quantity::prose::{Options, ProseLang, read};
use depeche::quantity::{Amount, Decimal, Interval, Unit, Value};
use figure::{Node, charts, phrased};
use proptest::prelude::*;
use site::Site;
use std::fmt::Write;

/// What rows are called: names that no reader takes for a number.
const NAMES: [&str; 8] = ["Amarante", "Bellecour", "Cassini", "Dorlange", "Esterel", "Fontaine", "Garance", "Berlioz"];
const UNITS: [&str; 6] = ["billion USD", "million EUR", "USD", "%", "chips", ""];

/// A row: its value as an author writes it; `None` where it is not disclosed.
type Row = Option<String>;

/// A chart of one unit.
#[derive(Clone, Debug)]
struct Case {
    rows: Vec<Row>,
}

impl Case {
    /// The values of the rows. A thing counted reads as a bare number.
    fn values(&self) -> Vec<Option<Value>> {
        let value = |text: &String| {
            let value = Value::parse(text, &|noun| noun == "chips").expect("the author's value is one");
            if matches!(value.unit, Unit::Noun(_)) { Value { unit: Unit::Number, ..value } } else { value }
        };
        self.rows.iter().map(|row| row.as_ref().map(value)).collect()
    }
}

fn number() -> impl Strategy<Value = Decimal> {
    (0_i64..1000, 0_u32..3).prop_map(|(mantissa, places)| Decimal::new(mantissa, places).normalize())
}

fn row(unit: &'static str) -> impl Strategy<Value = Row> {
    (number(), number(), 0_usize..9, any::<bool>()).prop_map(move |(a, b, kind, negative)| {
        // Bounds of losses read otherwise: "at least −5" is a matter of taste, and authors write exact ones.
        let (low, high) = (a.min(b), a.max(b));
        let amount = match kind {
            0 => format!("> {a}"),
            1 => format!(">= {a}"),
            2 => format!("< {a}"),
            3 => format!("<= {a}"),
            4 => format!("~ {a}"),
            5 if low < high => format!("{low}..{high}"),
            6 => return None,
            _ if negative && !a.is_zero() => format!("-{a}"),
            _ => a.to_string(),
        };
        Some(format!("{amount} {unit}").trim_end().to_owned())
    })
}

fn case() -> impl Strategy<Value = Case> {
    prop::sample::select(&UNITS[..]).prop_flat_map(|unit| {
        prop::collection::vec(row(unit), 2..=NAMES.len())
            .prop_filter("some value is disclosed", |rows| rows.iter().any(Option::is_some))
            .prop_map(|rows| Case { rows })
    })
}

/// True for marks of one value a name; the others draw the same values as pairs of names and years.
fn takes_names(mark: Mark) -> bool {
    matches!(mark.word(), "bar" | "column" | "dot" | "range" | "tiles" | "table")
}

/// True for marks on whose drawings every number is a value of a row.
fn has_only_values(mark: Mark) -> bool {
    matches!(mark, Mark::Bar | Mark::Dot | Mark::Range)
}

/// The marks that may show a case: a stack around zero takes exact values, areas upon each other whole years, and a waterfall rows that
/// add up.
fn marks(case: &Case) -> impl Iterator<Item = Mark> {
    let amounts: Vec<Amount> = case.values().into_iter().flatten().map(|value| value.amount).collect();
    let is_around_zero = amounts.iter().any(|amount| amount.low() < Decimal::ZERO);
    let is_bounded = amounts.iter().any(|amount| !matches!(amount, Amount::Exact(_) | Amount::About(_)));
    let stacks = !(is_around_zero && is_bounded);
    let is_whole = |year: usize| case.rows.iter().skip(year).step_by(2).all(Option::is_some);
    let layers = case.rows.len().is_multiple_of(2) && !is_around_zero && (is_whole(0) || is_whole(1));
    Mark::ALL.into_iter().filter(move |mark| match mark {
        Mark::Waterfall => false,
        Mark::StackedArea => layers,
        mark => stacks || !mark.stacks(),
    })
}

/// The site of a case: one brief with a chart of each mark, and a paragraph with each figure.
fn publish(case: &Case, locales: [Locale; 2]) -> Site {
    let site = Site::base();
    site.edit(
        "depeche.yaml",
        "languages:",
        &format!("charts: {{download: [csv]}}\nlocales: {{fr: {}, en: {}}}\nlanguages:", locales[0], locales[1]),
    );
    site.remove("content/briefs/2025-02-06-capex");
    let mut companies = String::new();
    let (mut data, mut prose) = ("date: 2025-02-10\nfigures:\n".to_owned(), String::new());
    for (at, (name, row)) in NAMES.iter().zip(&case.rows).enumerate() {
        writeln!(companies, "c{at}: {{name: {name}}}").expect("a string takes any text");
        let value = row.as_deref().unwrap_or("n/a");
        let rest = format!("metric: capex, value: \"{value}\", source: call");
        writeln!(data, "  f{at}: {{company: c{at}, period: 2024, {rest}}}").expect("a string takes any text");
        let (pair, year) = (at / 2, 2023 + at % 2);
        writeln!(data, "  p{at}: {{company: c{pair}, period: {year}, {rest}}}").expect("a string takes any text");
        if row.is_some() {
            write!(prose, "[](figure:f{at})\n\n").expect("a string takes any text");
        }
    }
    data += "charts:\n";
    for mark in marks(case) {
        let row = if takes_names(mark) { "f" } else { "p" };
        let ids: Vec<String> = (0..case.rows.len()).map(|at| format!("{row}{at}")).collect();
        // Without an axis, every number on a drawing of dots is a value.
        let axis = if has_only_values(mark) { ", encoding: {x: {axis: null}}" } else { "" };
        writeln!(data, "  {0}: {{mark: {0}, title: Des valeurs, figures: [{1}]{axis}}}", mark.word(), ids.join(", "))
            .expect("a string takes any text");
        write!(prose, "![Des valeurs](chart:{})\n\n", mark.word()).expect("a string takes any text");
    }
    site.edit("content/companies.yaml", "meta:", &format!("{companies}meta:"));
    site.write("content/briefs/2025-02-10-chips/data.yaml", data);
    for lang in ["fr", "en"] {
        let head = format!("---\ntitle: Values\nslug: values-{lang}\nsummary: Values.\n---\n\n{prose}");
        site.write(&format!("content/briefs/2025-02-10-chips/{lang}.md"), head);
    }
    site
}

/// The values that a text states.
fn stated(text: &str, locale: Locale) -> Vec<Value> {
    let language = if locale.lang() == Lang::Fr { ProseLang::French } else { ProseLang::English };
    let options = Options { dollar: locale.dollar(), ..Options::new(language) };
    read(text, &options).iter().filter_map(depeche::quantity::prose::Reading::value).collect()
}

fn sorted(values: impl IntoIterator<Item = Value>) -> Vec<String> {
    let mut sorted: Vec<String> = values.into_iter().map(|value| value.to_string()).collect();
    sorted.sort();
    sorted
}

/// The table: the row of each name states its value, and nothing where it is not disclosed.
fn check_table(chart: &Node, case: &Case, locale: Locale) {
    let rows: Vec<&Node> = chart.named("tbody")[0].named("tr");
    assert_eq!(rows.len(), case.rows.len(), "{}", chart.text);
    for (name, value) in NAMES.iter().zip(case.values()) {
        let row = rows.iter().find(|row| row.named("th")[0].text == *name).unwrap_or_else(|| panic!("no row {name}"));
        let cell = &row.named("td")[0].text;
        assert_eq!(stated(cell, locale), Vec::from_iter(value), "the table says `{cell}` of {name}");
    }
}

/// The rows for programs: the amounts of the data, to the last digit, each once.
fn check_csv(site: &Site, case: &Case, (mark, locale): (Mark, Locale)) {
    let lang = locale.lang();
    let folder = if lang == Lang::Fr { "fr/graphiques" } else { "en/charts" };
    let text = site.page(&format!("{folder}/values-{lang}/{}.csv", mark.word()));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().expect("a head").clone();
    let place = |name: &str| head.iter().position(|column| column == name).unwrap_or_else(|| panic!("no `{name}`"));
    let columns = ["qualifier", "value", "low", "high"].map(place);
    let told = reader.records().filter_map(|record| {
        let record = record.expect("lines have the columns of the head");
        let [qualifier, value, low, high] = columns.map(|column| record[column].to_owned());
        let amount = match qualifier.as_str() {
            "exact" => value,
            "about" => format!("~ {value}"),
            "more-than" => format!("> {low}"),
            "at-least" => format!(">= {low}"),
            "less-than" => format!("< {high}"),
            "at-most" => format!("<= {high}"),
            "range" => format!("{low}..{high}"),
            _ => return None,
        };
        Some(amount.parse::<Value>().unwrap_or_else(|_| panic!("`{amount}` is no amount")))
    });
    let known = case.values().into_iter().flatten().map(|value| Value { unit: Unit::Number, ..value });
    assert_eq!(sorted(told), sorted(known), "{text}");
}

/// The table of names and years: all values, each once, and nothing else but the years.
fn check_pairs(chart: &Node, case: &Case, locale: Locale) {
    let cells = chart.named("tbody")[0].all(&|node| node.name == "td" && node.attribute("class") == "value");
    let told = cells.iter().flat_map(|cell| stated(&cell.text, locale));
    assert_eq!(sorted(told), sorted(case.values().into_iter().flatten()), "{}", chart.text);
}

/// Tiles: each name with its value, and with none where it is not disclosed.
fn check_tiles(chart: &Node, case: &Case, locale: Locale) {
    let tiles = chart.named("li");
    assert_eq!(tiles.len(), case.rows.len(), "{}", chart.text);
    for (name, value) in NAMES.iter().zip(case.values()) {
        let tile = tiles.iter().find(|tile| tile.text.contains(name)).unwrap_or_else(|| panic!("no tile {name}"));
        let number = &tile.named("p")[0].text;
        assert_eq!(stated(number, locale), Vec::from_iter(value), "the tile says `{number}` of {name}");
    }
}

/// A table whose head says the unit: its numbers in that unit, or else with their own, are the values.
fn check_cells(chart: &Node, case: &Case, locale: Locale) {
    let unit = chart.all(&|node| node.attribute("class") == "unit").first().map(|unit| unit.text.clone());
    // « milliards de dollars », "$bn".
    let words = [("milliard", 9), ("million", 6), ("tn", 12), ("bn", 9), ("m", 6)];
    let says = |unit: &str, word: &str| if word.len() > 2 { unit.starts_with(word) } else { unit.ends_with(word) };
    let scale = unit.as_ref().map(|unit| words.iter().find(|(word, _)| says(unit, word)).map_or(0, |(_, n)| *n));
    let rows = chart.named("tbody")[0].named("tr");
    assert_eq!(rows.len(), case.rows.len(), "{}", chart.text);
    for (name, value) in NAMES.iter().zip(case.values()) {
        let row = rows.iter().find(|row| row.named("th")[0].text == *name).unwrap_or_else(|| panic!("no row {name}"));
        let cell = &row.named("td")[0].text;
        let power = Decimal::from(10_i64.pow(scale.unwrap_or(0)));
        let told =
            stated(cell, locale).into_iter().map(|told| Value { amount: told.amount.map(|n| n * power), ..told });
        let in_unit = |value: Value| if scale.is_some() { Value { unit: Unit::Number, ..value } } else { value };
        let (told, value) = (told.map(in_unit), value.map(in_unit));
        assert_eq!(sorted(told), sorted(value), "the table says `{cell}` of {name}, in {unit:?}");
    }
}

/// What the values of a year add up to, where all are disclosed and something is known of the sum.
fn sum(case: &Case, year: usize) -> Option<Value> {
    let values: Vec<Value> = case.values().into_iter().skip(year).step_by(2).collect::<Option<_>>()?;
    let (first, others) = values.split_first()?;
    let sum = others.iter().try_fold(Interval::from(first.amount), |sum, value| sum.plus(value.amount.into()));
    Some(Value { amount: Amount::try_from(sum.ok()?).ok()?, unit: first.unit.clone() })
}

/// The description: no value that is none of the rows nor, of areas upon each other, a sum; and every value where they are few.
fn check_description(chart: &Node, case: &Case, (mark, locale): (Mark, Locale)) {
    let description = chart.all(&|node| node.attribute("id").ends_with("-description"))[0].text.clone();
    let values: Vec<Value> = case.values().into_iter().flatten().collect();
    let sums = || [0, 1].into_iter().filter(|_| mark == Mark::StackedArea).filter_map(|year| sum(case, year));
    // The reader of prose knows numbers by their value.
    let is_sum = |value: &Value| sums().any(|sum| sum == *value);
    // The subtitle tells the year that all rows share; "and 4 more" counts rows.
    let is_count = |value: &Value| matches!(value, Value { amount: Amount::Exact(n), unit: Unit::Number } if *n < Decimal::from(9) || *n == Decimal::from(2024));
    // A dumbbell also tells where its two values are furthest apart.
    let gaps = if mark == Mark::Dumbbell { gaps(case) } else { vec![] };
    let told = stated(&description, locale);
    for value in &told {
        assert!(
            values.contains(value) || gaps.contains(value) || is_count(value) || is_sum(value),
            "{value} of {values:?} in `{description}`"
        );
    }
    // A timeline tells of rows without a value too.
    let told_of = if mark == Mark::Timeline { case.rows.len() } else { values.len() };
    if told_of <= 6 {
        for value in &values {
            assert!(told.contains(value), "{value} is not in `{description}`");
        }
    }
}

/// How far apart the two values of each name are, where both are exact.
fn gaps(case: &Case) -> Vec<Value> {
    let values = case.values();
    let gap = |pair: &[Option<Value>]| {
        let [Some(a), Some(b)] = pair else { return None };
        let (Amount::Exact(low), Amount::Exact(high)) = (a.amount, b.amount) else { return None };
        let unit = if a.unit == Unit::Percent { Unit::PercentagePoint } else { a.unit.clone() };
        Some(Value { amount: Amount::Exact((low - high).abs()), unit })
    };
    values.chunks(2).filter_map(gap).collect()
}

/// A drawing: every number on it is a value of the rows, all of them are there, and what is not disclosed is said to be so.
fn check_drawing(svg: &Node, case: &Case, locale: Locale) {
    // A narrow drawing sets name and value in one line, which a reader of prose would take for a product's name.
    let value = |text: &str| NAMES.iter().find_map(|name| text.strip_prefix(name)).unwrap_or(text).trim().to_owned();
    let texts = svg.named("text").into_iter().map(|node| value(&node.text)).filter(|text| !text.is_empty());
    let texts: Vec<String> = texts.collect();
    let values: Vec<Value> = case.values().into_iter().flatten().collect();
    let hidden = case.rows.len() - values.len();
    let told = texts.iter().flat_map(|text| stated(text, locale));
    assert_eq!(sorted(told), sorted(values), "{}", svg.text);
    assert_eq!(texts.iter().filter(|text| stated(text, locale).is_empty()).count(), hidden, "{}", svg.text);
}

/// Bars of exact values are as long as the values are large, all on one scale.
fn check_lengths(svg: &Node, case: &Case) {
    let values = case.values();
    let mut scale: Option<(f64, f64)> = None;
    for group in svg.named("g") {
        let texts = group.named("text");
        let Some(at) = NAMES.iter().position(|name| texts.iter().any(|text| text.text.starts_with(name))) else {
            continue;
        };
        let Some(Value { amount: Amount::Exact(value), .. }) = &values[at] else { continue };
        let size = value.abs().to_string().parse::<f64>().expect("a decimal is a number");
        let rects = group.named("rect");
        assert_eq!(rects.len(), 1, "an exact value is one plain bar");
        let length: f64 = rects[0].attribute("width").parse().expect("a bar has a width");
        if size == 0.0 {
            assert!(length < 0.01, "zero is {length} long");
            continue;
        }
        // Numbers of a drawing have two digits after the point, and no bar is shorter than a unit.
        let (known, other) = *scale.get_or_insert((size, length));
        let expected = other * size / known;
        let error = 0.01 + 0.01 * (size / known).max(1.0);
        assert!(
            (expected - length).abs() <= error || length <= 1.01 || other <= 1.01,
            "{size} is {length}, {known} is {other}"
        );
    }
}

fn agrees(case: &Case, locales: [Locale; 2]) {
    let site = publish(case, locales);
    site.builds(&[]);
    for locale in locales {
        let lang = locale.lang();
        let page = site.page(&format!("{lang}/values-{lang}/index.html"));
        let prose: Vec<Value> = phrased(&page).iter().flat_map(|text| stated(text, locale)).collect();
        let disclosed: Vec<Value> = case.values().into_iter().flatten().collect();
        assert_eq!(prose, disclosed, "the prose of {locale}");
        let charts = charts(&page);
        assert_eq!(charts.len(), marks(case).count());
        for (chart, mark) in charts.iter().zip(marks(case)) {
            check_description(chart, case, (mark, locale));
            check_csv(&site, case, (mark, locale));
            let drawings = chart.all(&|node| node.name == "svg" && node.attribute("role") == "img");
            if !takes_names(mark) {
                check_pairs(chart, case, locale);
                continue;
            }
            if mark == Mark::Table {
                check_cells(chart, case, locale);
                continue;
            }
            check_table(chart, case, locale);
            assert_eq!(drawings.len(), if mark.is_text() { 0 } else { 2 }, "{}", mark.word());
            if mark == Mark::Tiles {
                check_tiles(chart, case, locale);
            }
            // Other marks have numbers of an axis, and values only where they have room.
            for svg in drawings.into_iter().filter(|_| has_only_values(mark)) {
                check_drawing(svg, case, locale);
                if mark == Mark::Bar {
                    check_lengths(svg, case);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_chart_its_table_its_description_and_the_prose_say_the_same(case in case(), overseas in any::<bool>()) {
        agrees(&case, if overseas { [Locale::FrCa, Locale::EnGb] } else { [Locale::FrFr, Locale::EnUs] });
    }
}

#[test]
#[should_panic(expected = "the table says")]
fn a_table_that_says_another_number_is_seen() {
    let case = Case { rows: vec![Some("75 billion USD".to_owned()), Some("> 60 billion USD".to_owned())] };
    let site = publish(&case, [Locale::FrFr, Locale::EnUs]);
    site.builds(&[]);
    let wrong = site.page("en/values-en/index.html").replace("$75bn</td>", "$76bn</td>");
    check_table(&charts(&wrong)[0], &case, Locale::EnUs);
}
