//! Charts that are set as text: tiles, tables, timelines. What their rows say, in which order, and what keeps a page readable.

use super::fixture::{Fixture, PLANS, both, strings};
use crate::chart::words::Words;
use crate::chart::{Form, check, csv};
use crate::locale::{Formats, Locale};
use crate::model::{Cell, Channel, ChartSpec, DataRow, DataRows, Field, Mark, RowSource, Sort, Status};
use crate::quantity::Unit;

const ACTUAL: Status = Status::Actual;

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// What stands in the elements of a class, in order.
fn of_class(html: &str, class: &str) -> Vec<String> {
    let open = format!("class=\"{class}\">");
    let texts = html.split(open.as_str()).skip(1).map(|rest| rest.split('<').next().unwrap_or_default());
    texts.map(plain).collect()
}

fn marked(fixture: &Fixture, mark: Mark) -> ChartSpec {
    ChartSpec { mark, ..fixture.spec() }
}

/// A timeline of rows: period, text, status.
fn timeline(fixture: &Fixture, rows: &[(&str, &str, Status)]) -> ChartSpec {
    let row = |(period, label, status): &(&str, &str, Status)| DataRow {
        period: Some(fixture.period(period)),
        status: *status,
        value: None,
        ..fixture.row(label, "n/a")
    };
    let rows = rows.iter().map(row).collect();
    let rows = RowSource::Data(DataRows { unit: Unit::Number, source: Some(fixture.spanned("article")), rows });
    ChartSpec { rows, ..marked(fixture, Mark::Timeline) }
}

fn findings(fixture: &Fixture, spec: &ChartSpec) -> Vec<&'static str> {
    check(&fixture.site, &fixture.brief, spec).into_iter().map(|finding| finding.name).collect()
}

#[test]
fn a_tile_sets_its_bound_apart_from_its_number() {
    let fixture = Fixture::new(&PLANS);
    let french = fixture.draw(&marked(&fixture, Mark::Tiles), Locale::FrFr);
    assert_eq!(of_class(french.html(), "bound"), ["plus de"]);
    assert_eq!(of_class(french.html(), "key-number"), ["100 Md$", "80 Md$", "75 Md$", "60–65 Md$"]);
    assert_eq!(of_class(french.html(), "key-label"), ["Amazon", "Microsoft", "Alphabet", "Meta"]);
    // All are guidance, which the subtitle says; they differ in their period.
    assert_eq!(of_class(french.html(), "measures"), ["2025", "ex. 2025", "2025", "2025"]);
    let english = fixture.draw(&marked(&fixture, Mark::Tiles), Locale::EnUs);
    assert_eq!(of_class(english.html(), "bound"), ["more than"]);
    assert_eq!(of_class(english.html(), "key-number"), ["$100bn", "$80bn", "$75bn", "$60–65bn"]);
    assert!(english.html().starts_with("<div role=\"group\" aria-labelledby=\"chart-plans-title\""));
    assert!(english.key.is_empty());
}

#[test]
fn tiles_are_in_balanced_rows() {
    let fixture = Fixture::new(&[]);
    let columns = |count: usize, value: &str| {
        let rows: Vec<(String, String)> = (0..count).map(|at| (format!("R{at}"), value.to_owned())).collect();
        let rows: Vec<(&str, &str)> = rows.iter().map(|(label, value)| (label.as_str(), value.as_str())).collect();
        let spec = ChartSpec { mark: Mark::Tiles, ..fixture.inline(&rows) };
        let html = fixture.draw(&spec, Locale::EnUs).html().to_owned();
        html.split("class=\"tiles ").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    assert_eq!(columns(1, "5 %"), "narrow-1 wide-1");
    assert_eq!(columns(4, "5 %"), "narrow-2 wide-4");
    assert_eq!(columns(5, "5 %"), "narrow-2 wide-3");
    assert_eq!(columns(6, "5 %"), "narrow-2 wide-3");
    assert_eq!(columns(12, "130.5 billion EUR"), "narrow-2 narrow-small wide-3 wide-small");
    assert_eq!(columns(4, "123.456789..234.567891 billion USD"), "narrow-1 wide-1");
}

#[test]
fn units_may_mix_where_no_axis_is_shared() {
    let mut lines = PLANS;
    lines[1].4 = "22.5 %";
    let fixture = Fixture::new(&lines);
    for mark in [Mark::Tiles, Mark::Table] {
        let spec = marked(&fixture, mark);
        assert_eq!(findings(&fixture, &spec), [] as [&str; 0]);
        let drawing = fixture.draw(&spec, Locale::EnUs);
        // There is no common scale, so there are no bars; nor a ranking, nor a unit for all.
        assert!(!drawing.html().contains("<svg"), "{}", drawing.html());
        assert!(drawing.html().contains("22.5%") && drawing.html().contains("$80bn"), "{}", drawing.html());
        assert!(!drawing.description.contains("first"), "{}", drawing.description);
    }
    let sheet = csv(
        &fixture.site,
        &fixture.brief,
        &marked(&fixture, Mark::Tiles),
        &Formats::new(Locale::EnUs, &fixture.site.nouns),
        &strings(Locale::EnUs.lang()),
        Form::Spreadsheet,
    );
    let sheet = String::from_utf8(sheet).unwrap();
    assert!(sheet.contains(",22.5,22.5,22.5,%,") && sheet.contains(",80,80,80,$bn,"), "{sheet}");
}

#[test]
fn numbers_of_a_column_stand_sign_under_sign() {
    let fixture = Fixture::new(&[]);
    let rows = [("a", "1.25 billion USD"), ("b", "> 30 billion USD"), ("c", "2.5 billion USD"), ("d", "n/a")];
    let spec = ChartSpec { mark: Mark::Table, ..fixture.inline(&rows) };
    let french = fixture.draw(&spec, Locale::FrFr);
    let html = plain(french.html());
    assert!(html.contains("Valeur <small class=\"unit\">milliards de dollars</small>"), "{html}");
    assert!(html.contains(">1,25<"), "{html}");
    assert!(html.contains("<span class=\"lacks-2 whole\">plus de 30</span>"), "{html}");
    assert!(html.contains("<span class=\"lacks-1\">2,5</span>"), "{html}");
    assert!(html.contains("<span class=\"absent\">n. d.</span>"), "{html}");
    // The table that programs and feeds get says the unit in each cell.
    assert_eq!(plain(&french.table.rows[1].cells[0]), "plus de 30 Md$");
}

#[test]
fn numbers_of_all_sizes_keep_their_own_units() {
    let fixture = Fixture::new(&[]);
    let rows = [("a", "1000000000000000 USD"), ("b", "75000000 USD"), ("c", "0.0000000000000000000001 USD")];
    let spec = ChartSpec { mark: Mark::Table, ..fixture.inline(&rows) };
    let html = plain(fixture.draw(&spec, Locale::EnUs).html());
    assert!(
        !html.contains("class=\"unit\"") && html.contains("$75m") && html.contains("0.0000000000000000000001"),
        "{html}"
    );
}

/// A table of businesses with two columns of numbers and two of words.
fn businesses(fixture: &Fixture) -> ChartSpec {
    let column = |name: &str, title: (&str, &str)| Channel {
        title: Some(both(title.0, title.1)),
        ..fixture.channel(Some(Field::Column(name.to_owned())), None)
    };
    let row = |label: &str, place: &str, sales: &str, profit: &str| {
        let mut row = fixture.row(label, "n/a");
        row.columns.insert("place".to_owned(), Cell::Text(super::fixture::same(place)));
        row.columns.insert("sales".to_owned(), Cell::Value(Some(sales.parse().unwrap())));
        row.columns.insert("profit".to_owned(), Cell::Value(Some(profit.parse().unwrap())));
        row
    };
    let rows = vec![
        row("Cloud", "Virginie", "108 billion USD", "40 billion USD"),
        row("Publicité", "Partout", "56 billion USD", "~ 9 billion USD"),
    ];
    let mut spec = marked(fixture, Mark::Table);
    spec.rows = RowSource::Data(DataRows { unit: Unit::Number, source: Some(fixture.spanned("article")), rows });
    spec.columns = vec![
        column("label", ("Activité", "Business")),
        column("place", ("Lieu", "Place")),
        column("sales", ("Ventes", "Sales")),
        column("profit", ("Bénéfice", "Profit")),
    ];
    spec
}

#[test]
fn a_table_has_the_columns_that_its_author_chose() {
    let fixture = Fixture::new(&[]);
    let spec = businesses(&fixture);
    assert_eq!(findings(&fixture, &spec), [] as [&str; 0]);
    let drawing = fixture.draw(&spec, Locale::EnUs);
    assert_eq!(drawing.table.head, ["Business", "Place", "Sales", "Profit"]);
    assert_eq!(drawing.table.values, [3, 4]);
    let html = plain(drawing.html());
    assert!(html.contains("<th scope=\"col\" class=\"not-narrow\">Place</th>"), "{html}");
    // What has no room on a phone goes under the name, with the column's own.
    assert!(html.contains("hidden=\"\">Place: Virginie"), "{html}");
    assert!(html.contains("<td class=\"value\">108</td>"), "{html}");
}

#[test]
fn a_timeline_is_in_the_order_of_time() {
    let fixture = Fixture::new(&[]);
    let rows = [
        ("<= 2027", "ouverture", Status::Guidance),
        ("2025-02-06", "annonce", ACTUAL),
        ("~ 2016", "premiers <travaux>", ACTUAL),
        (">= 2024-Q4", "essais", ACTUAL),
        ("2018..2021", "construction", ACTUAL),
    ];
    let spec = timeline(&fixture, &rows);
    assert_eq!(findings(&fixture, &spec), [] as [&str; 0]);
    let drawing = fixture.draw(&spec, Locale::FrFr);
    let html = drawing.html();
    assert_eq!(
        of_class(html, "what"),
        ["Premiers &lt;travaux&gt;", "Construction", "Essais", "Annonce", "Ouverture (prévision)"]
    );
    assert_eq!(
        of_class(html, "when"),
        ["Vers 2016", "2018–2021", "Depuis le quatrième trimestre 2024", "", "D’ici à 2027"]
    );
    assert!(plain(html).contains("<time datetime=\"2025-02-06\">6 février 2025</time>"), "{html}");
    // What is about there and what is not actual are hollow.
    assert_eq!(html.matches("class=\"hollow\"").count(), 2);
    assert_eq!(drawing.table.head, ["Période", "Événement", "Statut"]);
    assert_eq!(plain(&drawing.table.rows[2].head), "depuis le T4 2024");
    assert!(drawing.notes.is_empty(), "{:?}", drawing.notes);
    let told = plain(&drawing.description);
    assert!(told.contains("Vers 2016 : Premiers <travaux> ; 2018–2021 : Construction"), "{told}");
    let mut latest_first = spec;
    latest_first.encoding.y = Some(fixture.channel(None, Some(Sort::Descending)));
    assert_eq!(of_class(fixture.draw(&latest_first, Locale::FrFr).html(), "when")[0], "D’ici à 2027");
}

#[test]
fn the_limits_of_a_date_are_in_the_data() {
    let fixture = Fixture::new(&[]);
    let rows = [(">= 2024-Q4", "a", ACTUAL), ("<= 2027", "b", ACTUAL), ("~ 2028", "c", ACTUAL)];
    let spec = timeline(&fixture, &rows);
    let formats = Formats::new(Locale::EnUs, &fixture.site.nouns);
    let text = csv(&fixture.site, &fixture.brief, &spec, &formats, &strings(formats.lang()), Form::Machine);
    let text = String::from_utf8(text).unwrap();
    for line in [",>= 2024-Q4,2024-10-01,,", ",<= 2027,,2027-12-31,", ",~ 2028,,,"] {
        assert!(text.contains(line), "{line} is not in {text}");
    }
}

#[test]
fn figures_make_a_timeline_too() {
    let fixture = Fixture::new(&[
        ("a", "amazon", "2025-Q1", ACTUAL, "> 26 billion USD"),
        ("b", "meta", "2024-Q4", ACTUAL, "14.9 billion USD"),
        ("c", "meta", "2025-Q1", ACTUAL, "n/a"),
    ]);
    let drawing = fixture.draw(&marked(&fixture, Mark::Timeline), Locale::EnUs);
    assert_eq!(of_class(drawing.html(), "what"), ["Meta: $14.9bn", "Amazon: more than $26bn", "Meta: n/a"]);
    assert_eq!(drawing.table.head, ["Period", "Company", "Value"]);
}

#[test]
fn a_long_timeline_is_told_by_its_ends() {
    let fixture = Fixture::new(&[]);
    let periods: Vec<String> = (2010..2020).map(|year| year.to_string()).collect();
    let rows: Vec<(&str, &str, Status)> = periods.iter().map(|period| (period.as_str(), "Step", ACTUAL)).collect();
    let told = fixture.draw(&timeline(&fixture, &rows), Locale::EnUs).description;
    assert!(plain(&told).ends_with("10 rows, the first – 2010: Step; the last – 2019: Step."), "{told}");
}

#[test]
fn rows_that_say_the_same_are_refused() {
    let fixture = Fixture::new(&[]);
    let twice = [("2025", "a", ACTUAL), ("2025", "a", ACTUAL)];
    assert_eq!(findings(&fixture, &timeline(&fixture, &twice)), ["chart-same-name"]);
    let apart = [("2025", "a", ACTUAL), ("2025", "b", ACTUAL)];
    assert_eq!(findings(&fixture, &timeline(&fixture, &apart)), [] as [&str; 0]);
}

#[test]
fn what_happened_needs_a_date_and_tiles_are_few() {
    let fixture = Fixture::new(&[]);
    let undated = ChartSpec { mark: Mark::Timeline, ..fixture.inline(&[("a", "5 %")]) };
    assert_eq!(findings(&fixture, &undated), ["chart-field"]);
    let labels: Vec<String> = (0..13).map(|n| format!("row {n}")).collect();
    let rows: Vec<(&str, &str)> = labels.iter().map(|label| (label.as_str(), "5 %")).collect();
    let many = ChartSpec { mark: Mark::Tiles, ..fixture.inline(&rows) };
    assert_eq!(findings(&fixture, &many), ["chart-too-long"]);
    let twelve = ChartSpec { mark: Mark::Tiles, ..fixture.inline(&rows[1..]) };
    assert_eq!(findings(&fixture, &twelve), [] as [&str; 0]);
}

#[test]
fn markup_is_well_formed_and_its_ids_resolve() {
    let fixture = Fixture::new(&[
        ("a", "amazon", "2025", Status::Guidance, "> 100 billion USD"),
        ("b", "meta", "2024", ACTUAL, "60..65 billion USD"),
        ("c", "<script>alert(\"&\")</script>\u{7}", "2023", ACTUAL, "< 5 billion USD"),
    ]);
    for mark in [Mark::Tiles, Mark::Table, Mark::Timeline] {
        let html = fixture.draw(&marked(&fixture, mark), Locale::EnUs).html().to_owned();
        assert!(!html.contains("<script") && !html.contains('\u{7}') && !html.contains("style="), "{html}");
        let mut reader = quick_xml::Reader::from_str(&html);
        while !matches!(
            reader.read_event().unwrap_or_else(|error| panic!("{error} in {html}")),
            quick_xml::events::Event::Eof
        ) {}
        let ids: Vec<&str> = html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        for used in html.split("url(#").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            assert_eq!(ids.iter().filter(|id| **id == used).count(), 1, "{used} in {html}");
        }
        // HTML knows elements that close themselves in drawings only.
        for element in ["td", "th", "span", "p", "li", "div", "small"] {
            assert!(!html.contains(&format!("<{element}/>")), "{html}");
        }
    }
}

#[test]
fn words_of_a_row_are_said_once() {
    let fixture = Fixture::new(&PLANS);
    let formats = Formats::new(Locale::EnUs, &fixture.site.nouns);
    let strings = strings(formats.lang());
    let spec = marked(&fixture, Mark::Table);
    let words = Words { formats: &formats, strings: &strings };
    let channels = crate::chart::channels::Channels::of(&fixture.site, &fixture.brief, &spec, words);
    let columns = crate::chart::table::columns(&channels, words);
    let titles: Vec<&str> = columns.iter().map(|column| column.title.as_str()).collect();
    assert_eq!(titles, ["Company", "Value", "Period"]);
}
