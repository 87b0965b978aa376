//! What the title, the table, the key, the notes and the description say: the same numbers in each.

use super::fixture::{Fixture, LAYERS, Line, PLANS, both, same, strings};
use crate::chart::KEYS;
use crate::locale::{Lang, Locale};
use crate::model::{Field, Mark, Stack, Status};

const ACTUAL: Status = Status::Actual;

/// No-break spaces as plain ones: which is where is the locale's to test.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn the_program_has_every_string_that_a_chart_needs() {
    for lang in Lang::ALL {
        let strings = strings(lang);
        let missing: Vec<&&str> = KEYS.iter().filter(|key| strings.get(key).is_none()).collect();
        assert!(missing.is_empty(), "{lang}: {missing:?}");
    }
}

#[test]
fn the_first_chart_in_both_languages() {
    let fixture = Fixture::new(&PLANS);
    let french = fixture.draw(&fixture.spec(), Locale::FrFr);
    assert_eq!(plain(&french.name), "Graphique à barres : Amazon prévoit le plus gros investissement de 2025");
    assert_eq!(
        plain(&french.description),
        "Dépenses d’investissement, prévisions des entreprises. Amazon arrive en tête avec plus de 100 milliards de \
         dollars, devant Microsoft (80 milliards de dollars), Alphabet (75 milliards de dollars) et Meta (60 à 65 \
         milliards de dollars)."
    );
    let rows: Vec<String> =
        french.table.rows.iter().map(|row| plain(&format!("{}|{}", row.head, row.cells.join("|")))).collect();
    assert_eq!(
        rows,
        ["Amazon|plus de 100 Md$|2025", "Microsoft|80 Md$|ex. 2025", "Alphabet|75 Md$|2025", "Meta|60 à 65 Md$|2025"]
    );
    assert_eq!(french.table.head, ["Entreprise", "Valeur", "Période"]);
    let key: Vec<&str> = french.key.iter().map(|entry| entry.label.as_str()).collect();
    assert_eq!(key, ["minimum, sans maximum annoncé", "fourchette, du minimum au maximum"]);
    assert_eq!(french.sources, ["amazon-call", "microsoft-call", "alphabet-call", "meta-call"]);

    let english = fixture.draw(&fixture.spec(), Locale::EnUs);
    assert_eq!(english.subtitle, "Capital expenditure, company guidance");
    assert!(plain(&english.description).contains("more than 100 billion dollars, ahead of Microsoft"));
    assert!(plain(&english.plot().wide_svg).contains("&gt;$100bn"), "{}", english.plot().wide_svg);
    assert_eq!(plain(&english.table.rows[3].cells[0]), "$60bn to $65bn");
}

#[test]
fn a_status_is_shown_where_it_is_mixed() {
    let mut lines = PLANS;
    lines[3].3 = ACTUAL;
    let fixture = Fixture::new(&lines);
    let drawing = fixture.draw(&fixture.spec(), Locale::EnUs);
    assert_eq!(drawing.subtitle, "Capital expenditure");
    assert_eq!(drawing.table.head, ["Company", "Value", "Period", "Status"]);
    assert_eq!(drawing.table.rows[1].cells[2], "actual");
    assert_eq!(drawing.key[0].label, "actual");
    assert_eq!(drawing.key[1].label, "guidance");
    // Three guided values and their swatch have dashed outlines, besides the range's free part.
    assert_eq!(drawing.plot().wide_svg.matches("stroke-dasharray").count(), 4);
}

#[test]
fn what_is_not_disclosed_has_no_bar() {
    let fixture =
        Fixture::new(&[("a", "amazon", "2025", ACTUAL, "n/a"), ("b", "meta", "2025", ACTUAL, "5 billion USD")]);
    let drawing = fixture.draw(&fixture.spec(), Locale::FrFr);
    assert_eq!(drawing.table.rows[1].cells[0], "non communiqué");
    assert_eq!(drawing.plot().wide_svg.matches("<rect").count(), 1);
    assert!(drawing.plot().wide_svg.contains(">n. d.<"), "{}", drawing.plot().wide_svg);
    assert_eq!(drawing.notes.iter().map(|note| plain(note)).collect::<Vec<_>>(), ["n. d. : non communiqué"]);
    assert!(plain(&drawing.description).ends_with("Valeur non communiquée : Amazon."), "{}", drawing.description);
}

fn check_finding(rows: &[(&str, &str)], expect: &str) {
    let fixture = Fixture::new(&[]);
    let mut spec = fixture.inline(rows);
    spec.subtitle = Some(same(""));
    assert_eq!(plain(&fixture.draw(&spec, Locale::EnUs).description), expect);
}

#[test]
fn a_lead_is_claimed_only_where_bounds_prove_it() {
    check_finding(&[("A", "5 %")], "A: 5 percent.");
    check_finding(&[("A", "3 %"), ("B", "5 %")], "B comes first with 5 percent, ahead of A (3 percent).");
    check_finding(&[("A", "5 %"), ("B", "> 5 %")], "A: 5 percent; B: more than 5 percent.");
    check_finding(&[("A", "4 %"), ("B", "> 5 %")], "B comes first with more than 5 percent, ahead of A (4 percent).");
    check_finding(&[("A", "60..65 %"), ("B", "62 %")], "B: 62 percent; A: 60 to 65 percent.");
    check_finding(&[("A", "~ 50 %"), ("B", "49 %")], "A: about 50 percent; B: 49 percent.");
    check_finding(&[("A", "< 9 %"), ("B", "5 %")], "A: less than 9 percent; B: 5 percent.");
    check_finding(&[("A", "5 %"), ("B", "5 %")], "A and B have the same value: 5 percent.");
    check_finding(
        &[("A", "9 %"), ("B", "8 %"), ("C", "7 %"), ("D", "6 %"), ("E", "5 %"), ("F", "4 %"), ("G", "< 3 %")],
        "A comes first with 9 percent, ahead of B (8 percent) and C (7 percent); then 4 others, down to G (less than 3 \
         percent).",
    );
    check_finding(&[], "");
}

#[test]
fn periods_are_told_as_a_way() {
    let fixture = Fixture::new(&[
        ("a", "amazon", "2024-Q3", ACTUAL, "22.6 billion USD"),
        ("b", "amazon", "2024-Q4", ACTUAL, "30 billion USD"),
        ("c", "amazon", "2025-Q1", ACTUAL, "26.3 billion USD"),
    ]);
    let drawing = fixture.draw(&fixture.spec(), Locale::EnUs);
    assert_eq!(
        plain(&drawing.description),
        "Capital expenditure. First 22.6 billion dollars (Q3 2024), then 26.3 billion dollars (Q1 2025), a rise; highest \
         at 30 billion dollars (Q4 2024)."
    );
    assert_eq!(drawing.table.head, ["Period", "Value"]);
}

#[test]
fn the_authors_words_come_first() {
    let mut fixture = Fixture::new(&PLANS);
    fixture.brief.figures["meta"].note = Some(both("sans les locations", "without leases"));
    let mut spec = fixture.spec();
    spec.subtitle = Some(both("Dépenses prévues", "Planned spending"));
    spec.notes = Some(same("Calendar years"));
    let formats = crate::locale::Formats::new(Locale::EnUs, &fixture.site.nouns);
    let strings = strings(formats.lang());
    let context = crate::chart::Context { id: "c", alt: "Amazon towers over its rivals" };
    let drawing = crate::chart::draw(&fixture.site, &fixture.brief, &spec, &formats, &strings, context);
    assert!(
        drawing.description.starts_with("Amazon towers over its rivals. Planned spending. Amazon comes first"),
        "{}",
        drawing.description
    );
    assert_eq!(drawing.notes, ["Calendar years"]);
    spec.notes = None;
    assert_eq!(fixture.draw(&spec, Locale::EnUs).notes, ["Meta: without leases"]);
    assert_eq!(drawing.title_id, "c-title");
}

#[test]
fn each_line_goes_its_own_way() {
    let fixture = Fixture::new(&[
        ("a", "amazon", "2023", Status::Actual, "60..65 billion USD"),
        ("b", "amazon", "2024", Status::Actual, "> 80 billion USD"),
        ("c", "meta", "2023", Status::Actual, "8 billion USD"),
        ("d", "meta", "2024", Status::Actual, "n/a"),
    ]);
    let mut spec = fixture.spec();
    spec.mark = Mark::Line;
    let description = plain(&fixture.draw(&spec, Locale::EnUs).description);
    let ways = "Amazon: 60 to 65 billion dollars (2023), then more than 80 billion dollars (2024), a rise. Meta: 8 billion dollars (2023). Not disclosed: Meta (2024).";
    assert!(description.contains(ways), "{description}");
}

/// What a line through yearly values is said to do.
fn check_trend(values: &[&str], locale: Locale, expect: &str) {
    let years: Vec<String> = (0..values.len()).map(|at| (2020 + at).to_string()).collect();
    let figures: Vec<Line> = years
        .iter()
        .zip(values)
        .map(|(year, value)| (year.as_str(), "amazon", year.as_str(), ACTUAL, *value))
        .collect();
    let fixture = Fixture::new(&figures);
    let mut spec = fixture.spec();
    (spec.mark, spec.subtitle) = (Mark::Line, Some(same("")));
    assert_eq!(plain(&fixture.draw(&spec, locale).description), expect, "{values:?}");
}

#[test]
fn a_trend_is_claimed_only_where_bounds_prove_it() {
    check_trend(
        &["4 %", "9 %", "6 %"],
        Locale::EnUs,
        "First 4 percent (2020), then 6 percent (2022), a rise; highest at 9 percent (2021).",
    );
    check_trend(
        &["8 %", "1 %", "6 %"],
        Locale::EnUs,
        "First 8 percent (2020), then 6 percent (2022), a fall; lowest at 1 percent (2021).",
    );
    check_trend(
        &["8 %", "1 %", "8 %"],
        Locale::FrFr,
        "D’abord 8 pour cent (2020), puis 8 pour cent (2022), sans changement ; au plus bas, 1 pour cent (2021).",
    );
    check_trend(
        &["60..65 %", "70 %", "62 %"],
        Locale::EnUs,
        "First 60 to 65 percent (2020), then 62 percent (2022); highest at 70 percent (2021).",
    );
    check_trend(
        &["> 5 %", "9 %", "4 %"],
        Locale::EnUs,
        "First more than 5 percent (2020), then 4 percent (2022), a fall.",
    );
    check_trend(
        &["5 %", "< 9 %", "n/a"],
        Locale::EnUs,
        "First 5 percent (2020), then less than 9 percent (2021). Not disclosed: 2022.",
    );
}

#[test]
fn areas_upon_each_other_tell_their_sum() {
    let fixture = Fixture::new(&LAYERS);
    let mut spec = fixture.spec();
    (spec.mark, spec.subtitle) = (Mark::StackedArea, Some(same("")));
    assert_eq!(
        plain(&fixture.draw(&spec, Locale::FrFr).description),
        "Amazon : 30 milliards de dollars (2023), puis plus de 40 milliards de dollars (2024), soit une hausse. Meta : 20 milliards de dollars \
         (2023), puis 10 milliards de dollars (2024), soit une baisse. Total : 50 milliards de dollars (2023), puis plus de 50 milliards de \
         dollars (2024), soit une hausse."
    );
}

#[test]
fn shares_stand_in_drawing_table_and_description() {
    let mut figures = LAYERS;
    figures[1].4 = "40 billion USD";
    let fixture = Fixture::new(&figures);
    for mark in [Mark::StackedColumn, Mark::StackedArea] {
        let mut spec = fixture.spec();
        spec.mark = mark;
        spec.encoding.x = Some(fixture.channel(Some(Field::Period), None));
        let mut values = fixture.channel(Some(Field::Value), None);
        values.stack = Some(Stack::Normalize);
        spec.encoding.y = Some(values);
        let drawing = fixture.draw(&spec, Locale::EnUs);
        for share in ["80%", "20%"] {
            assert!(
                drawing.plot().wide_svg.contains(&format!(">{share}</text>")),
                "{mark:?}: {}",
                drawing.plot().wide_svg
            );
        }
        assert_eq!(drawing.table.head, ["Period", "Company", "Value", "Share"]);
        let cells: Vec<&str> = drawing.table.rows.iter().map(|row| row.cells[2].as_str()).collect();
        assert_eq!(cells, ["60%", "40%", "80%", "20%"]);
        assert!(
            plain(&drawing.description).contains("60 percent (2023), then 80 percent (2024), a rise"),
            "{}",
            drawing.description
        );
        assert_eq!(drawing.notes, [""; 0]);
        let odd = "31 billion USD".parse().unwrap();
        let mut rounded = Fixture::new(&figures);
        rounded.brief.figures["a"].value = Some(odd);
        assert_eq!(rounded.draw(&spec, Locale::EnUs).notes, ["Shares are rounded to whole percentages."]);
    }
}
