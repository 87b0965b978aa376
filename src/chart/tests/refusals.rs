//! What is refused, with which hint.

use super::fixture::{Fixture, Line, PLANS, both};
use crate::chart::check;
use crate::model::{ChartSpec, Field, Highlight, RowSource, Status};

const ACTUAL: Status = Status::Actual;

/// The findings of a chart: name, and the hint.
fn findings(fixture: &Fixture, spec: &ChartSpec) -> Vec<(&'static str, String)> {
    let found = check(&fixture.site, &fixture.brief, spec);
    found.into_iter().map(|finding| (finding.name, finding.hint.unwrap_or_default())).collect()
}

fn assert_found(figures: &[Line], change: impl Fn(&Fixture, &mut ChartSpec), name: &str, hint: &str) {
    let fixture = Fixture::new(figures);
    let mut spec = fixture.spec();
    change(&fixture, &mut spec);
    assert_eq!(findings(&fixture, &spec), [(name, hint.to_owned())] as [(&str, String); 1]);
}

#[test]
fn a_sound_chart_has_no_finding() {
    let fixture = Fixture::new(&PLANS);
    let mut spec = fixture.spec();
    spec.highlight = Highlight::Names(vec![fixture.spanned("amazon")]);
    assert_eq!(findings(&fixture, &spec), []);
    assert_eq!(findings(&fixture, &fixture.inline(&[("a", "5 %"), ("b", "n/a")])), []);
}

#[test]
fn rows_must_be_there_and_few_enough() {
    let empty = |_: &Fixture, spec: &mut ChartSpec| spec.rows = RowSource::Figures(vec![]);
    assert_found(&PLANS, empty, "chart-empty", "name the figures that it shows under `figures`");
    assert_found(
        &[("a", "meta", "2025", ACTUAL, "n/a")],
        |_, _| {},
        "chart-empty",
        "leave the chart out until a value is known",
    );
    let labels: Vec<String> = (0..41).map(|n| format!("row {n}")).collect();
    let rows: Vec<(&str, &str)> = labels.iter().map(|label| (label.as_str(), "5 %")).collect();
    let many = |fixture: &Fixture, spec: &mut ChartSpec| *spec = fixture.inline(&rows);
    assert_found(&PLANS, many, "chart-too-long", "show the largest, or make it two charts");
    let forty = |fixture: &Fixture, spec: &mut ChartSpec| *spec = fixture.inline(&rows[1..]);
    let fixture = Fixture::new(&[]);
    let mut spec = fixture.spec();
    forty(&fixture, &mut spec);
    assert_eq!(findings(&fixture, &spec), []);
}

#[test]
fn units_do_not_mix() {
    let mut lines = PLANS.to_vec();
    lines[1].4 = "5 %";
    let fixture = Fixture::new(&lines);
    let found = check(&fixture.site, &fixture.brief, &fixture.spec());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].name, "chart-unit-mix");
    assert_eq!(found[0].message, "the chart mixes units: this row is in `%`, the first is in `USD`");
    assert_eq!(found[0].related.len(), 1);
}

#[test]
fn rows_must_have_the_field_and_differ_in_it() {
    let by = |field: Field| {
        move |fixture: &Fixture, spec: &mut ChartSpec| {
            spec.encoding.y = Some(fixture.channel(Some(field.clone()), None));
        }
    };
    let one = &PLANS[..1];
    let known = "known: `company`, `metric`, `period`, `value`, `status`, `source`";
    assert_found(one, by(Field::Column("zzz".into())), "unknown-field", known);
    let nobodys: [Line; 1] = [("a", "", "2025", ACTUAL, "22 %")];
    assert_found(&nobodys, by(Field::Company), "chart-field", "every row has: `metric`, `period`");
    let quarters: [Line; 2] = [("a", "meta", "2024-Q3", ACTUAL, "22 %"), ("b", "meta", "2024-Q4", ACTUAL, "26 %")];
    let hint = "`encoding: {y: {field: period}}` tells them apart";
    assert_found(&quarters, by(Field::Company), "chart-same-name", hint);
    let same: [Line; 2] = [("a", "meta", "2024", ACTUAL, "22 %"), ("b", "meta", "2024", ACTUAL, "26 %")];
    assert_found(&same, |_, _| {}, "chart-same-name", "leave one out, or make two charts");
}

#[test]
fn a_highlight_names_a_bar() {
    let highlighted = |name: &'static str| {
        move |fixture: &Fixture, spec: &mut ChartSpec| {
            spec.highlight = Highlight::Names(vec![fixture.spanned(name)]);
        }
    };
    assert_found(&PLANS, highlighted("amazn"), "unknown-highlight", "did you mean `amazon`?");
    assert_found(&PLANS, highlighted("Meta"), "unknown-highlight", "did you mean `meta`?");
    let all = "known: `meta`, `amazon`, `alphabet`, `microsoft`";
    assert_found(&PLANS, highlighted("zzz"), "unknown-highlight", all);
}

#[test]
fn a_title_takes_two_lines_at_most() {
    let long = "Les dépenses d’investissement des quatre plus grandes entreprises de la technologie dépasseront de loin, en \
                2025, celles de toute année passée";
    let titled = |_: &Fixture, spec: &mut ChartSpec| spec.title = both(long, "Short");
    let hint = "a title states the finding; what it measures belongs in the subtitle";
    assert_found(&PLANS, titled, "chart-title-length", hint);
}
