//! Where things stand: nothing runs into anything else or out of the frame, whatever the data; drawings are well-formed and
//! their ids resolve.

use super::fixture::{Fixture, PLANS, strings};
use crate::chart::channels::Channels;
use crate::chart::layout::lanes::{Lane, Lanes, Piece};
use crate::chart::layout::{Frame, LINE, NARROW, Stand, Text, WIDE};
use crate::chart::layout::{bars, columns, table, tiles};
use crate::chart::measure::width;
use crate::chart::words::Words;
use crate::locale::{Formats, Locale, Nouns};
use crate::model::{Anchor, ChartSpec, Highlight, Mark, Status};
use proptest::prelude::*;
use std::sync::LazyLock;

static FORMATS: LazyLock<Formats> = LazyLock::new(|| Formats::new(Locale::FrCa, &Nouns::default()));

const FRAMES: [Frame; 2] = [NARROW, WIDE];

/// A box in user units: left, top, right, bottom.
pub type Rect = [f64; 4];

pub fn boxes(text: &Text, frame: &Frame) -> Rect {
    let font = frame.font * text.scale;
    let height = text.lines.len() as f64 * LINE * font;
    let wide = text.lines.iter().map(|line| width(line, font, text.weight)).fold(0.0, f64::max);
    let left = match text.anchor {
        Anchor::Start => text.x,
        Anchor::Middle => text.x - wide / 2.0,
        Anchor::End => text.x - wide,
    };
    let top = match text.stand {
        Stand::Centred => text.y - height / 2.0,
        Stand::Upon => text.y + 0.3 * font - height,
        Stand::Under => text.y,
    };
    [left, top, left + wide, top + height]
}

pub fn overlap(a: Rect, b: Rect) -> bool {
    let slack = 0.01;
    a[0].max(b[0]) + slack < a[2].min(b[2]) && a[1].max(b[1]) + slack < a[3].min(b[3])
}

/// What a piece covers in its lane.
fn covered(lane: &Lane, piece: &Piece) -> Rect {
    let (low, high) = match piece {
        Piece::Bar(shape) => {
            let (low, high) = shape.extent.ends();
            (low.min(shape.from), high.max(shape.from))
        }
        Piece::Whisker { low, high } => (*low, *high),
        Piece::Open { end, .. } => (*end, *end),
        Piece::Dot(_) => return piece.bounds(lane),
        Piece::Link { from, to, .. } => (*from, *to),
    };
    let (from, to) = (lane.at(low), lane.at(high));
    let ([a, b], [c, d]) =
        (lane.point(from.min(to), lane.start), lane.point(from.max(to), lane.start + lane.thickness));
    [a, b, c, d]
}

/// Every text within the frame, apart from every other and from every bar; every bar within the frame.
fn assert_in_place(lanes: &Lanes, frame: &Frame, mark: &str) {
    let frame_box = [0.0, -1.0, frame.width, lanes.height + 1.0];
    let texts = lanes.places.iter().flat_map(|place| &place.texts).chain(&lanes.texts).chain(&lanes.ticks);
    let texts: Vec<(String, Rect)> = texts.map(|text| (text.lines.join(" "), boxes(text, frame))).collect();
    let inside = |rect: &Rect| {
        rect[0] >= -0.01 && rect[1] >= frame_box[1] && rect[2] <= frame_box[2] + 0.01 && rect[3] <= frame_box[3]
    };
    for (index, (text, rect)) in texts.iter().enumerate() {
        assert!(inside(rect), "{mark}: `{text}` at {rect:?} is not in {frame_box:?}");
        for (other, other_rect) in &texts[index + 1..] {
            assert!(!overlap(*rect, *other_rect), "{mark}: `{text}` at {rect:?} meets `{other}` at {other_rect:?}");
        }
        for place in &lanes.places {
            for (_, piece) in &place.pieces {
                let bar = covered(&place.lane, piece);
                assert!(!overlap(*rect, bar), "{mark}: `{text}` at {rect:?} meets the bar at {bar:?}");
                assert!(inside(&bar), "{mark}: a bar lies at {bar:?}");
            }
        }
        for line in lanes.grid.iter().chain(&lanes.guides).chain(&lanes.zero) {
            let ([a, b], [c, d]) = (line.from, line.to);
            // Letters have air above and below.
            let body = [rect[0], rect[1] + 3.0, rect[2], rect[3] - 3.0];
            assert!(
                !overlap(body, [a - 0.5, b - 0.5, c + 0.5, d + 0.5]),
                "{mark}: a line at {line:?} goes through `{text}`"
            );
        }
    }
}

fn check_places(rows: &[(&str, &str)], highlight: &Highlight, formats: &Formats) {
    let fixture = Fixture::new(&[]);
    let strings = strings(formats.lang());
    for mark in Mark::ALL.into_iter().filter(|mark| !mark.joins() && *mark != Mark::Timeline) {
        let spec = if mark.has_series() { fixture.pairs(rows) } else { fixture.inline(rows) };
        let spec = ChartSpec { mark, highlight: highlight.clone(), ..spec };
        let channels = Channels::of(&fixture.site, &fixture.brief, &spec, Words { formats, strings: &strings });
        for frame in FRAMES {
            let lanes = match mark {
                Mark::Tiles => tiles::lay_out(&channels, &frame),
                Mark::Table => table::lay_out(&channels, &frame),
                mark if mark.is_horizontal() => bars::lay_out(&channels, 0, &frame),
                _ => columns::lay_out(&channels, 0, &frame),
            };
            assert_in_place(&lanes, &frame, mark.word());
        }
    }
}

const LONG: &str = "Rémunération des salariés, primes comprises, hors actions gratuites attribuées aux dirigeants";

#[test]
fn hostile_data_stays_in_place() {
    let forty: Vec<(String, String)> =
        (0..40).map(|n| (format!("Entreprise {n}"), format!("{} million EUR", (n * n * 37 + 11) % 997))).collect();
    let forty: Vec<(&str, &str)> = forty.iter().map(|(label, value)| (label.as_str(), value.as_str())).collect();
    let cases: [&[(&str, &str)]; 10] = [
        &[],
        &[("Amazon", "> 100 billion USD")],
        &[("Amazon", "0 %"), ("Meta", "n/a"), ("Apple", "< 0 %")],
        &[("Amazon", "n/a"), ("Meta", "n/a")],
        &[("Amazon", "5 %"), ("Meta", "5 %")],
        &[("Amazon", "-4 %"), ("Meta", "< -7 %"), ("Apple", "5 %"), ("Intel", "-3..2 %"), ("IBM", "> -2 %")],
        &[(LONG, "60..65 billion USD"), ("Logistique", "3 billion USD"), ("", "~ 4 billion USD")],
        &[("a", "999999999999999.123 USD"), ("b", "0.000000001 USD"), ("c", "-123456789.12 USD")],
        &[("Puces", "123456789.5 systemes-d-intelligence-artificielle-generative-de-derniere-generation")],
        &forty,
    ];
    for locale in Locale::ALL {
        let formats = Formats::new(locale, &Nouns::default());
        for rows in cases {
            check_places(rows, &Highlight::None, &formats);
            check_places(rows, &Highlight::Max(3), &formats);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn random_data_stays_in_place(
        rows in prop::collection::vec(("[A-Za-zé ’-]{0,50}", -1_000_000_000_000_i64..1_000_000_000_000, 0..8_usize), 0..14),
        highlight in 0..4_usize,
    ) {
        let value = |n: i64, form: usize| match form {
            0 => "n/a".to_owned(),
            1 => format!("{n}..{} USD", n + 7_000_000_000),
            _ => format!("{} {n} USD", ["", ">", ">=", "<", "<=", "~"][form - 2]),
        };
        let rows: Vec<(String, String)> =
            rows.into_iter().map(|(label, n, form)| (label, value(n, form))).collect();
        let rows: Vec<(&str, &str)> = rows.iter().map(|(label, value)| (label.as_str(), value.as_str())).collect();
        check_places(&rows, &Highlight::Max(highlight), &FORMATS);
    }
}

#[test]
fn short_names_stand_beside_the_bars_and_long_ones_over_them() {
    let check = |labels: [&str; 2], frame: &Frame, beside: bool| {
        let fixture = Fixture::new(&[]);
        let spec = fixture.inline(&labels.map(|label| (label, "5 billion USD")));
        let formats = Formats::new(Locale::FrFr, &fixture.site.nouns);
        let strings = strings(formats.lang());
        let channels =
            Channels::of(&fixture.site, &fixture.brief, &spec, Words { formats: &formats, strings: &strings });
        let lanes = bars::lay_out(&channels, 0, frame);
        assert_eq!(lanes.zero.len() == 1, beside, "{labels:?}");
        assert_eq!(lanes.places[0].texts[0].stand == Stand::Centred, beside, "{labels:?}");
    };
    check(["Amazon", "Meta"], &NARROW, true);
    check(["Amazon", "Publicité et abonnements"], &NARROW, true);
    check(["Amazon", LONG], &NARROW, false);
    check(["Amazon", "Anticonstitutionnel"], &NARROW, false);
    check(["Amazon", "Anticonstitutionnel"], &WIDE, true);
    check(["Amazon", LONG], &WIDE, false);
}

/// The values of an attribute, or what stands between any two marks.
fn between<'t>(text: &'t str, before: &str, after: char) -> Vec<&'t str> {
    text.split(before).skip(1).filter_map(|rest| rest.split_once(after).map(|(value, _)| value)).collect()
}

#[test]
fn drawings_are_well_formed_and_their_ids_resolve() {
    let fixture = Fixture::new(&[
        ("a", "amazon", "2025", Status::Guidance, "> 100 billion USD"),
        ("b", "meta", "2025", Status::Actual, "60..65 billion USD"),
        ("c", "<script>alert(\"&\")</script>\u{7}", "2025", Status::Actual, "< 5 billion USD"),
    ]);
    let mut spec = fixture.spec();
    spec.highlight = Highlight::Max(1);
    let drawing = fixture.draw(&spec, Locale::EnUs);
    let mut all = drawing.plot().wide_svg.clone() + &drawing.plot().narrow_svg;
    drawing.key.iter().for_each(|entry| all += &entry.swatch);
    assert!(!all.contains("<script") && !all.contains('\u{7}') && all.contains("&lt;script&gt;"), "{all}");
    assert!(!all.contains("style="), "{all}");

    let mut reader = quick_xml::Reader::from_str(&all);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => break,
            Ok(_) => {}
            Err(error) => panic!("{error} in {all}"),
        }
    }
    let ids = between(&all, " id=\"", '"');
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "{ids:?}");
    let used = between(&all, "url(#", ')');
    assert!(!used.is_empty() && used.iter().all(|id| ids.contains(id)), "{used:?} of {ids:?}");
    assert!(ids.iter().all(|id| used.contains(id) && id.starts_with("chart-plans-")), "{ids:?}");
    assert_eq!(between(&all, "aria-labelledby=\"", '"'), ["chart-plans-title"; 2]);
    assert_eq!(between(&all, "aria-describedby=\"", '"'), ["chart-plans-description"; 2]);
}

#[test]
fn bounds_look_different_from_exact_values() {
    let fixture = Fixture::new(&PLANS);
    let drawing = fixture.draw(&fixture.spec(), Locale::FrFr);
    let rows: Vec<&str> = drawing.plot().wide_svg.split("<g>").skip(1).collect();
    // By falling value: Amazon (more than), Microsoft, Alphabet (exact), Meta (a range).
    let has_chevron = |row: &str| row.contains("fill=\"none\"");
    let has_hatch = |row: &str| row.contains("url(#");
    assert_eq!(rows.iter().map(|row| has_chevron(row)).collect::<Vec<_>>(), [true, false, false, false]);
    assert_eq!(rows.iter().map(|row| has_hatch(row)).collect::<Vec<_>>(), [false, false, false, true]);
    assert!(rows[0].contains(">&gt;\u{a0}100\u{a0}Md$<"), "{}", rows[0]);
}

#[test]
fn a_chart_of_twelve_bars_is_small() {
    let rows: Vec<(String, String)> =
        (0..12).map(|n| (format!("Entreprise {n}"), format!("{}..{} million EUR", n * 37, n * 39 + 1))).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(label, value)| (label.as_str(), value.as_str())).collect();
    let fixture = Fixture::new(&[]);
    let drawing = fixture.draw(&fixture.inline(&rows), Locale::FrFr);
    let size = drawing.plot().wide_svg.len() + drawing.plot().narrow_svg.len();
    assert!(size < 14_000, "{size} bytes before compression");
}
