//! Lines and areas in their places: gaps, sums, values beside points.

use super::fixture::{Fixture, LAYERS, Line, strings};
use crate::chart::channels::{Channels, Paint};
use crate::chart::layout::lines::{Lines, lay_out};
use crate::chart::layout::strand::{Form, Joint};
use crate::chart::layout::{Frame, NARROW, Rect, WIDE, meets};
use crate::chart::words::Words;
use crate::locale::{Formats, Locale};
use crate::model::{ChartSpec, Curve, Field, Highlight, Mark, Stack, Status, ValueLabels};
use proptest::prelude::*;

/// Lays a chart out and looks at it.
fn laid_out(fixture: &Fixture, spec: &ChartSpec, frame: &Frame, look: impl FnOnce(&Lines)) {
    let formats = Formats::new(Locale::FrFr, &fixture.site.nouns);
    let strings = strings(formats.lang());
    let channels = Channels::of(&fixture.site, &fixture.brief, spec, Words { formats: &formats, strings: &strings });
    look(&lay_out(&channels, 0, frame));
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6
}

#[test]
fn areas_lie_upon_each_other_and_say_what_is_known_of_their_sum() {
    let fixture = Fixture::new(&LAYERS);
    let spec = ChartSpec { mark: Mark::StackedArea, ..fixture.spec() };
    laid_out(&fixture, &spec, &WIDE, |lines| {
        let spots = |series: usize| &lines.series[series].runs[0].spots;
        assert_eq!((lines.series.len(), lines.series[0].runs.len()), (2, 1));
        for at in [0, 1] {
            assert!(close(spots(0)[at].low, lines.base), "the lowest area stands on zero");
            assert!(close(spots(0)[at].high, spots(1)[at].low), "the next one stands upon it");
        }
        // 30 and 20 are as high together as 40 and 10.
        assert!(close(spots(1)[0].high, spots(1)[1].high));
        let forms: Vec<Form> = lines.sums.iter().map(|sum| sum.form).collect();
        assert_eq!(forms, [Form::AtLeast]);
        assert!(close(lines.sums[0].y, spots(1)[1].high));
    });
}

#[test]
fn a_stack_breaks_off_where_a_part_is_not_disclosed() {
    let mut figures = LAYERS.to_vec();
    figures.extend([
        ("e", "amazon", "2025", Status::Actual, "50 billion USD"),
        ("f", "meta", "2025", Status::Actual, "n/a"),
        ("g", "amazon", "2026", Status::Guidance, "60..70 billion USD"),
        ("h", "meta", "2026", Status::Actual, "5 billion USD"),
    ]);
    let fixture = Fixture::new(&figures);
    let spec = ChartSpec { mark: Mark::StackedArea, ..fixture.spec() };
    laid_out(&fixture, &spec, &NARROW, |lines| {
        for series in &lines.series {
            let lengths: Vec<usize> = series.runs.iter().map(|run| run.spots.len()).collect();
            assert_eq!(lengths, [2, 1]);
            assert!(series.runs[1].spots[0].provisional, "a part of the sum is guidance");
        }
        assert_eq!(lines.sums.last().map(|sum| sum.form), Some(Form::Range));
    });
    let drawing = fixture.draw(&spec, Locale::FrFr);
    assert_eq!(drawing.notes, ["Interruption\u{a0}: valeur non communiquée."]);
    let key: Vec<&str> = drawing.key.iter().map(|entry| entry.label.as_str()).collect();
    assert_eq!(key, ["réalisé", "prévision", "somme minimale, sans maximum", "fourchette de la somme"]);
}

/// A line of one company over years.
fn yearly<'l>(years: &'l [String], values: &'l [&'l str]) -> Vec<Line<'l>> {
    let row = |(year, value): (&'l String, &&'l str)| (year.as_str(), "amazon", year.as_str(), Status::Actual, *value);
    years.iter().zip(values).map(row).collect()
}

fn years(count: usize) -> Vec<String> {
    (0..count).map(|at| (2001 + at).to_string()).collect()
}

#[test]
fn a_highlighted_point_has_its_value_and_leaves_the_line_its_colour() {
    let years = years(4);
    let fixture = Fixture::new(&yearly(&years, &["3 %", "9 %", "4 %", "5 %"]));
    let mut spec = ChartSpec { mark: Mark::Line, highlight: Highlight::Max(1), ..fixture.spec() };
    laid_out(&fixture, &spec, &WIDE, |lines| {
        assert_eq!((lines.series[0].paint, lines.series[0].highlighted), (Paint::Plain, false));
        let said: Vec<String> = lines.labels.iter().map(|label| label.lines.join(" ")).collect();
        assert_eq!(said, ["9\u{a0}%"]);
    });
    assert!(fixture.draw(&spec, Locale::FrFr).plot().wide_svg.contains("<g class=\"highlight\"><circle"));
    spec.labels.value = Some(ValueLabels::Last);
    laid_out(&fixture, &spec, &WIDE, |lines| assert!(lines.labels.is_empty()));
    spec.labels.value = Some(ValueLabels::Always);
    // The last one stands at the end of the line.
    laid_out(&fixture, &spec, &WIDE, |lines| assert_eq!(lines.labels.len(), 3));
}

#[test]
fn series_that_small_charts_have_no_room_for_are_in_the_key() {
    let fixture = Fixture::new(&LAYERS);
    let mut spec = ChartSpec { mark: Mark::StackedArea, ..fixture.spec() };
    let labels = |spec: &ChartSpec| {
        fixture.draw(spec, Locale::FrFr).key.into_iter().map(|entry| entry.label).collect::<Vec<_>>()
    };
    assert!(!labels(&spec).contains(&"Meta".to_owned()), "named at their ends");
    let mut figures = Vec::new();
    for facet in ["capex", "sales", "research"] {
        for (id, mut figure) in Fixture::new(&LAYERS).brief.figures {
            figure.metric = fixture.spanned(facet);
            figures.push((format!("{id}-{facet}"), figure));
        }
    }
    let mut small = Fixture::new(&[]);
    small.brief.figures = figures.into_iter().collect();
    spec.rows = small.spec().rows;
    spec.encoding.facet = Some(small.channel(Some(Field::Metric), None));
    spec.encoding.color = Some(small.channel(Some(Field::Company), None));
    let labels: Vec<String> = small.draw(&spec, Locale::FrFr).key.into_iter().map(|entry| entry.label).collect();
    assert!(labels.contains(&"Meta".to_owned()) && labels.contains(&"Amazon".to_owned()), "{labels:?}");
}

#[test]
fn shares_end_at_the_whole() {
    let rows = [("a", "1 %"), ("b", "3 %"), ("c", "7 %"), ("d", "11 %"), ("e", "13 %"), ("f", "0.7 %")];
    let fixture = Fixture::new(&[]);
    let mut spec = ChartSpec { mark: Mark::StackedBar, ..fixture.pairs(&rows) };
    let mut values = fixture.channel(Some(Field::Value), None);
    values.stack = Some(Stack::Normalize);
    spec.encoding.x = Some(values);
    let svg = fixture.draw(&spec, Locale::FrFr).plot().narrow_svg.clone();
    assert!(svg.contains(">100\u{a0}%<") && !svg.contains(">150"), "{svg}");
}

#[test]
fn guidance_of_one_part_makes_the_sum_guidance() {
    let mut figures = LAYERS;
    figures[3].3 = Status::Guidance;
    let fixture = Fixture::new(&figures);
    let spec = ChartSpec { mark: Mark::StackedArea, ..fixture.spec() };
    laid_out(&fixture, &spec, &WIDE, |lines| {
        let joints = |at: usize| lines.series[at].runs[0].stretches()[0].0;
        assert_eq!([joints(0), joints(1)], [Joint::Dashed; 2]);
    });
}

#[test]
fn the_lines_of_a_name_are_centred_on_its_place() {
    let days = ["2024-02-27", "2024-02-28", "2024-02-29"];
    let figures = days.map(|day| (day, "amazon", day, Status::Actual, "5 %"));
    let fixture = Fixture::new(&figures);
    let svg = fixture.draw(&ChartSpec { mark: Mark::Line, ..fixture.spec() }, Locale::FrFr).plot().narrow_svg.clone();
    assert!(svg.contains("févr.</tspan><tspan x=\""), "no space at the end of a line: {svg}");
    let second = svg.split("</tspan><tspan x=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    let places: Vec<&str> = second.split(' ').collect();
    assert!(places.len() == 2 && places[0] == places[1], "the space has a place of its own: {second}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn values_beside_points_meet_nothing(
        values in prop::collection::vec((-900_i32..900, 0..4_u8), 2..16),
        curve in prop::sample::select(vec![Curve::Linear, Curve::Monotone, Curve::Step]),
    ) {
        let texts: Vec<String> = values.iter().map(|(n, form)| match form {
            0 => format!("{n}..{} billion USD", n + 40),
            1 => format!("> {n} billion USD"),
            2 => "n/a".to_owned(),
            _ => format!("{n} billion USD"),
        }).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let years = years(texts.len());
        let fixture = Fixture::new(&yearly(&years, &texts));
        let mut spec = ChartSpec { mark: Mark::Line, curve, ..fixture.spec() };
        spec.labels.value = Some(ValueLabels::Always);
        for frame in [NARROW, WIDE] {
            laid_out(&fixture, &spec, &frame, |lines| {
                let ticks = lines.values.iter().filter_map(|tick| tick.label.as_ref());
                let ends = lines.ends.iter().flat_map(|end| &end.texts);
                let boxes: Vec<Rect> = lines.labels.iter().chain(ticks).map(|text| text.bounds(frame.font)).collect();
                let others: Vec<Rect> = ends.map(|text| text.bounds(frame.font)).collect();
                for (at, label) in boxes.iter().enumerate().take(lines.labels.len()) {
                    assert!(label[0] >= 0.0 && label[2] <= lines.plot.right + 0.01, "{label:?}");
                    assert!(boxes[at + 1..].iter().chain(&others).all(|other| !meets(*label, *other)), "{label:?}");
                    for spot in lines.series.iter().flat_map(|series| &series.runs).flat_map(|run| &run.spots) {
                        let inside = label[0] < spot.x && spot.x < label[2] && label[1] < spot.y && spot.y < label[3];
                        assert!(!inside, "a point at {}, {} under {label:?}", spot.x, spot.y);
                    }
                }
            });
        }
    }
}
