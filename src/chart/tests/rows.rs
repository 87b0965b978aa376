//! Which rows a chart has, what names them, how they are sorted and which are highlighted.

use super::fixture::{Fixture, Line, PLANS, strings};
use crate::chart::channels::Channels;
use crate::chart::words::Words;
use crate::locale::{Formats, Locale};
use crate::model::{ChartSpec, Field, Highlight, RowSource, Sort, Status};

const ACTUAL: Status = Status::Actual;

/// The field, and the labels in drawing order; a star marks highlighted rows.
fn read(fixture: &Fixture, spec: &ChartSpec) -> (Field, Vec<String>) {
    let formats = Formats::new(Locale::EnUs, &fixture.site.nouns);
    let strings = strings(formats.lang());
    let words = Words { formats: &formats, strings: &strings };
    let channels = Channels::of(&fixture.site, &fixture.brief, spec, words);
    let star = |highlighted| if highlighted { "*" } else { "" };
    let labels = channels.data.iter().map(|bar| bar.label.clone() + star(bar.highlighted)).collect();
    (channels.fields.category.clone(), labels)
}

fn check(figures: &[Line], change: impl Fn(&Fixture, &mut ChartSpec), field: Field, labels: &[&str]) {
    let fixture = Fixture::new(figures);
    let mut spec = fixture.spec();
    change(&fixture, &mut spec);
    assert_eq!(read(&fixture, &spec), (field, labels.iter().map(|label| (*label).to_owned()).collect()));
}

#[test]
fn rows_are_sorted_by_value_with_the_undisclosed_last() {
    let mut lines = PLANS.to_vec();
    lines.insert(0, ("x", "apple", "2025", ACTUAL, "n/a"));
    let sorted = |sort: Sort| {
        move |fixture: &Fixture, spec: &mut ChartSpec| {
            spec.encoding.y = Some(fixture.channel(None, Some(sort.clone())));
        }
    };
    let company = || Field::Company;
    check(&lines, sorted(Sort::Largest), company(), &["Amazon", "Microsoft", "Alphabet", "Meta", "apple"]);
    check(&lines, sorted(Sort::Smallest), company(), &["Meta", "Alphabet", "Microsoft", "Amazon", "apple"]);
    check(&lines, sorted(Sort::AsWritten), company(), &["apple", "Meta", "Amazon", "Alphabet", "Microsoft"]);
}

#[test]
fn what_tells_rows_apart_names_them() {
    let quarters: [Line; 2] =
        [("a", "amazon", "2024-Q3", ACTUAL, "22 billion USD"), ("b", "amazon", "2024-Q4", ACTUAL, "26 billion USD")];
    check(&quarters, |_, _| {}, Field::Period, &["Q4 2024", "Q3 2024"]);
    check(&quarters[..1], |_, _| {}, Field::Company, &["Amazon"]);
    let nobodys: [Line; 1] = [("a", "", "2024", ACTUAL, "22 billion USD")];
    check(&nobodys, |_, _| {}, Field::Metric, &["capital expenditure"]);
    let by_company = |fixture: &Fixture, spec: &mut ChartSpec| {
        spec.encoding.y = Some(fixture.channel(Some(Field::Company), None));
    };
    check(&nobodys, by_company, Field::Company, &["capital expenditure"]);
    check(&[], |_, _| {}, Field::Company, &[]);
}

#[test]
fn highlights_go_by_name_by_order_and_by_size() {
    let highlighted = |highlight: fn(&Fixture) -> Highlight| {
        move |fixture: &Fixture, spec: &mut ChartSpec| spec.highlight = highlight(fixture)
    };
    let company = || Field::Company;
    let named = highlighted(|fixture| Highlight::Names(vec![fixture.spanned("meta"), fixture.spanned("none")]));
    check(&PLANS, named, company(), &["Amazon", "Microsoft", "Alphabet", "Meta*"]);
    check(&PLANS, highlighted(|_| Highlight::Last(1)), company(), &["Amazon", "Microsoft*", "Alphabet", "Meta"]);
    check(&PLANS, highlighted(|_| Highlight::Max(2)), company(), &["Amazon*", "Microsoft*", "Alphabet", "Meta"]);
    check(&PLANS, highlighted(|_| Highlight::Last(9)), company(), &["Amazon*", "Microsoft*", "Alphabet*", "Meta*"]);
}

#[test]
fn inline_rows_are_named_by_their_labels() {
    let fixture = Fixture::new(&[]);
    let mut spec = fixture.inline(&[("Retail", "5 %"), ("Cloud", "n/a"), ("Ads", "7 %")]);
    spec.highlight = Highlight::Names(vec![fixture.spanned("Ads")]);
    assert_eq!(
        read(&fixture, &spec),
        (Field::Column("label".into()), vec!["Retail".into(), "Cloud".into(), "Ads*".into()])
    );
}

#[test]
fn a_figure_that_the_brief_does_not_have_is_left_out() {
    let unknown = |fixture: &Fixture, spec: &mut ChartSpec| {
        spec.rows = RowSource::Figures(vec![fixture.spanned("nothing"), fixture.spanned("meta")]);
    };
    check(&PLANS, unknown, Field::Company, &["Meta"]);
}
