//! Dots, intervals, dumbbells and slopes: each bound in its own form, two ends that keep theirs, names and values that stand apart.

use super::fixture::{Fixture, Line, both, same, strings};
use super::places::{Rect, boxes, overlap};
use crate::chart::channels::Channels;
use crate::chart::layout::lanes::{Lanes, Piece};
use crate::chart::layout::{Frame, NARROW, WIDE, bars, slope};
use crate::chart::words::Words;
use crate::chart::{check, csv};
use crate::locale::{Formats, Locale};
use crate::model::{Cell, Channel, ChartSpec, Encoding, Field, Highlight, Mark, RowSource, ScaleType, Sort, Status};

const ACTUAL: Status = Status::Actual;

/// No-break spaces as plain ones.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn with_channels<T>(fixture: &Fixture, spec: &ChartSpec, look: impl FnOnce(&Channels) -> T) -> T {
    let formats = Formats::new(Locale::EnUs, &fixture.site.nouns);
    let strings = strings(formats.lang());
    look(&Channels::of(&fixture.site, &fixture.brief, spec, Words { formats: &formats, strings: &strings }))
}

fn with_lanes(fixture: &Fixture, spec: &ChartSpec, frame: &Frame, look: impl FnOnce(&Lanes)) {
    with_channels(fixture, spec, |channels| look(&bars::lay_out(channels, 0, frame)));
}

/// Two years of three companies, of which one gives guidance.
const YEARS: [Line<'static>; 6] = [
    ("a", "amazon", "2024", ACTUAL, "83 billion USD"),
    ("b", "amazon", "2025", Status::Guidance, "> 100 billion USD"),
    ("c", "microsoft", "2024", ACTUAL, "90 billion USD"),
    ("d", "microsoft", "2025", ACTUAL, "80 billion USD"),
    ("e", "meta", "2024", ACTUAL, "39 billion USD"),
    ("f", "meta", "2025", ACTUAL, "n/a"),
];

fn of_years(mark: Mark, lines: &[Line]) -> (Fixture, ChartSpec) {
    let fixture = Fixture::new(lines);
    let spec = ChartSpec { mark, ..fixture.spec() };
    (fixture, spec)
}

impl Fixture {
    /// Rows with a lower and a higher number, as a mark of two ends has them.
    fn ends(&self, mark: Mark, rows: &[(&str, &str, &str)]) -> ChartSpec {
        let number = |text: &str| Cell::Value((text != "n/a").then(|| text.parse().unwrap()));
        let mut spec = self.inline(&rows.iter().map(|row| (row.0, row.1)).collect::<Vec<_>>());
        if let RowSource::Data(data) = &mut spec.rows {
            for (row, (_, low, high)) in data.rows.iter_mut().zip(rows) {
                row.columns.insert("low".to_owned(), number(low));
                row.columns.insert("high".to_owned(), number(high));
            }
        }
        let channel = |name: &str, fr: &str, en: &str| {
            let field = Some(Field::Column(name.to_owned()));
            Channel { title: Some(both(fr, en)), ..self.channel(field, None) }
        };
        let (x, x2) = (channel("low", "femmes", "women"), channel("high", "hommes", "men"));
        let encoding = Encoding { x: Some(x), x2: Some(x2), ..Encoding::default() };
        ChartSpec { mark, encoding, ..spec }
    }
}

fn findings(fixture: &Fixture, spec: &ChartSpec) -> Vec<String> {
    check(&fixture.site, &fixture.brief, spec).into_iter().map(|finding| finding.message).collect()
}

#[test]
fn each_kind_of_value_has_a_form_of_its_own() {
    let forms = ["9 %", "~ 8 %", "6..7 %", "> 5 %", "< 4 %"];
    let lines: Vec<Line> = ["amazon", "microsoft", "alphabet", "meta", "x"]
        .into_iter()
        .zip(forms)
        .map(|(c, v)| (c, c, "2024", ACTUAL, v))
        .collect();
    let mut lines = lines.clone();
    lines.push(("y", "y", "2024", Status::Estimate, "3 %"));
    lines.push(("z", "z", "2024", ACTUAL, "n/a"));
    let (fixture, spec) = of_years(Mark::Dot, &lines);
    let drawing = fixture.draw(&spec, Locale::EnUs);
    let rows: Vec<&str> = drawing.plot().wide_svg.split("<g>").skip(1).collect();
    assert_eq!(rows.len(), 7);
    // Dots, hollow ones, dashed outlines, bars, strokes such as caps and arrows.
    let of = |row: &str| ["<circle", "hollow", "dasharray", "<rect", "<path"].map(|part| row.matches(part).count());
    let shown: Vec<[usize; 5]> = rows.iter().map(|row| of(row.split("</g>").next().unwrap())).collect();
    let expected = [
        [1, 0, 0, 0, 0],
        [1, 1, 0, 0, 0],
        [0, 0, 0, 0, 3],
        [1, 0, 0, 0, 1],
        [0, 0, 0, 0, 2],
        [1, 1, 1, 0, 0],
        [0, 0, 0, 0, 0],
    ];
    assert_eq!(shown, expected);
    assert!(rows[6].contains(">n/a<"), "{}", rows[6]);
    let key: Vec<&str> = drawing.key.iter().map(|entry| entry.label.as_str()).collect();
    let meanings = [
        "actual",
        "estimate",
        "minimum, no upper limit given",
        "range, from low to high",
        "maximum, no lower limit given",
        "approximate value",
    ];
    assert_eq!(key, meanings);
    assert!(drawing.key.iter().all(|entry| !entry.swatch.contains("url(")));
}

#[test]
fn an_axis_of_dots_begins_near_the_values_and_may_be_logarithmic() {
    let fixture = Fixture::new(&[]);
    let dots = |spec: &ChartSpec, look: &dyn Fn(&Lanes, Vec<f64>)| {
        with_lanes(&fixture, spec, &WIDE, |lanes| {
            let at = |piece: &Piece, scale: &dyn Fn(f64) -> f64| match piece {
                Piece::Dot(dot) => Some(scale(dot.low)),
                _ => None,
            };
            let xs = lanes.places.iter().filter_map(|place| at(&place.pieces[0].1, &|value| place.lane.at(value)));
            look(lanes, xs.collect());
        });
    };
    let near = ChartSpec { mark: Mark::Dot, ..fixture.inline(&[("A", "101 %"), ("B", "103 %"), ("C", "104 %")]) };
    dots(&near, &|lanes, xs| {
        assert_eq!(lanes.places[0].lane.scale.domain(), [101.0, 104.0]);
        assert!(lanes.zero.is_empty() && !lanes.ticks.is_empty());
        assert!(((xs[1] - xs[0]) / (xs[2] - xs[1]) - 2.0).abs() < 1e-6, "{xs:?}");
    });
    let signed = ChartSpec { mark: Mark::Dot, ..fixture.inline(&[("A", "-3 %"), ("B", "5 %")]) };
    dots(&signed, &|lanes, _| assert_eq!(lanes.zero.len(), 1));
    let mut log = ChartSpec { mark: Mark::Dot, ..fixture.inline(&[("A", "1"), ("B", "100"), ("C", "10000")]) };
    let mut channel = fixture.channel(Some(Field::Value), None);
    channel.scale.kind = Some(crate::diag::Spanned::new(ScaleType::Log, fixture.span()));
    log.encoding.x = Some(channel);
    dots(&log, &|lanes, xs| {
        assert!((xs[1] - xs[0] - (xs[2] - xs[1])).abs() < 1e-6, "{xs:?}");
        let ticks: Vec<String> = lanes.ticks.iter().map(|tick| tick.lines.join(" ")).collect();
        assert!(ticks.contains(&"1".to_owned()) && ticks.contains(&"10,000".to_owned()), "{ticks:?}");
    });
    assert_eq!(findings(&fixture, &log), [] as [String; 0]);
    let far = ["1 USD", "3 million USD", "5 trillion USD"];
    let rows: Vec<(&str, &str)> = ["A", "B", "C"].into_iter().zip(far).collect();
    let far = ChartSpec { encoding: log.encoding.clone(), mark: Mark::Dot, ..fixture.inline(&rows) };
    // Without numbers nobody would see that the axis is no linear one.
    with_lanes(&fixture, &far, &NARROW, |lanes| assert!(lanes.ticks.len() >= 2));
}

#[test]
fn a_dumbbell_is_sorted_by_its_later_end_and_keeps_the_bound_of_each() {
    let (fixture, spec) = of_years(Mark::Dumbbell, &YEARS);
    assert_eq!(findings(&fixture, &spec), [] as [String; 0]);
    with_lanes(&fixture, &spec, &WIDE, |lanes| {
        let names: Vec<&str> = lanes.places.iter().map(|place| &*place.texts[0].lines[0]).collect();
        assert_eq!(names, ["Amazon", "Microsoft", "Meta"]);
        let links = lanes.places.iter().flat_map(|place| &place.pieces).filter_map(|(_, piece)| match piece {
            Piece::Link { from, to, dashed } => Some((*from, *to, *dashed)),
            _ => None,
        });
        assert_eq!(links.collect::<Vec<_>>(), [(83e9, 100e9, true), (80e9, 90e9, false)]);
        let texts = |at: usize| -> Vec<String> {
            let mut texts: Vec<_> = lanes.places[at].texts[1..].iter().collect();
            texts.sort_by(|a, b| a.x.total_cmp(&b.x));
            texts.iter().map(|text| plain(&text.lines[0])).collect()
        };
        assert_eq!(texts(0), ["$83bn", ">$100bn"]);
        // The later value stands at the left where it is the lower one; what is not disclosed on its own side.
        assert_eq!(texts(1), ["$80bn", "$90bn"]);
        assert_eq!(texts(2), ["$39bn", "n/a"]);
    });
    let drawing = fixture.draw(&spec, Locale::EnUs);
    let key: Vec<&str> = drawing.key.iter().map(|entry| entry.label.as_str()).collect();
    assert_eq!(key, ["2024", "2025", "actual", "guidance", "minimum, no upper limit given"]);
    let said = plain(&drawing.description);
    assert!(said.contains("Amazon: 83 billion dollars (2024), then more than 100 billion dollars (2025)."), "{said}");
    assert!(said.ends_with("Meta: 39 billion dollars (2024). Not disclosed: 2025 (Meta)."), "{said}");
    assert!(!said.contains("gap"), "{said}");
}

#[test]
fn two_columns_are_the_two_ends_of_a_row() {
    let fixture = Fixture::new(&[]);
    let spec =
        fixture.ends(Mark::Dumbbell, &[("Law", "40 %", "70 %"), ("Art", "50 %", "45 %"), ("Sport", "30 %", "35 %")]);
    assert_eq!(findings(&fixture, &spec), [] as [String; 0]);
    let drawing = fixture.draw(&spec, Locale::FrFr);
    let rows: Vec<String> =
        drawing.table.rows.iter().map(|row| plain(&format!("{}|{}", row.head, row.cells.join("|")))).collect();
    assert_eq!(rows[..2], ["Law|femmes|40 %", "Law|hommes|70 %"]);
    assert_eq!(drawing.table.head, ["Poste", "Indicateur", "Valeur"]);
    let said = plain(&drawing.description);
    assert!(said.contains("Law : 40 pour cent (femmes) et 70 pour cent (hommes)."), "{said}");
    assert!(said.ends_with("L’écart le plus grand est de 30 points de pourcentage (Law)."), "{said}");
    let formats = Formats::new(Locale::FrFr, &fixture.site.nouns);
    let rows =
        csv(&fixture.site, &fixture.brief, &spec, &formats, &strings(formats.lang()), crate::chart::Form::Machine);
    assert!(String::from_utf8(rows).unwrap().contains("\r\nLaw,hommes,"));
    let two = |lines: &[Line]| {
        let (fixture, spec) = of_years(Mark::Dumbbell, lines);
        with_channels(&fixture, &spec, |channels| channels.fields.clone())
    };
    let of_companies =
        crate::chart::channels::Fields { category: Field::Company, series: Some(Field::Period), facet: None };
    assert_eq!([two(&YEARS), two(&YEARS[..2])], [of_companies.clone(), of_companies]);
    let last = ChartSpec { highlight: Highlight::Last(1), ..spec.clone() };
    with_channels(&fixture, &last, |channels| {
        let marked: Vec<&str> = channels.data.iter().filter(|d| d.highlighted).map(|d| d.label.as_str()).collect();
        assert_eq!(marked, ["Sport", "Sport"]);
    });
    let mut sorted = spec;
    sorted.encoding.y = Some(fixture.channel(Some(Field::Column("label".into())), Some(Sort::Largest)));
    with_channels(&fixture, &sorted, |channels| {
        let names: Vec<&str> = channels.categories.iter().map(|name| name.label.as_str()).collect();
        assert_eq!(names, ["Law", "Art", "Sport"]);
    });
}

#[test]
fn the_ends_of_a_range_make_one_interval() {
    let fixture = Fixture::new(&[]);
    let spec =
        fixture.ends(Mark::Range, &[("Euro", "0.7 %", "1.3 %"), ("India", "6 %", "6 %"), ("Japan", "n/a", "n/a")]);
    assert_eq!(findings(&fixture, &spec), [] as [String; 0]);
    let drawing = fixture.draw(&spec, Locale::EnUs);
    let svg = plain(&drawing.plot().wide_svg);
    assert_eq!([svg.matches("stroke-width=\"6\"").count(), svg.matches("<circle").count()], [1, 1]);
    assert!(svg.contains(">0.7–1.3%<") && svg.contains(">6%<") && !svg.contains("series-"), "{svg}");
    assert_eq!(drawing.key.iter().map(|entry| entry.label.as_str()).collect::<Vec<_>>(), ["range, from low to high"]);
    let said = plain(&drawing.description);
    assert!(said.contains("Euro: 0.7 to 1.3 percent. India: 6 percent."), "{said}");

    let bounded = fixture.ends(Mark::Range, &[("Euro", "> 0.7 %", "1.3 %")]);
    let message = "an interval leads from an exact value in `x` to a higher one in `x2`";
    assert_eq!(findings(&fixture, &bounded), [message]);
    assert_eq!(findings(&fixture, &fixture.ends(Mark::Range, &[("Euro", "2 %", "1 %")])), [message]);
    assert_eq!(findings(&fixture, &fixture.ends(Mark::Dumbbell, &[("Euro", "> 2 %", "1 %")])), [] as [String; 0]);
}

#[test]
fn what_joins_nothing_is_refused() {
    let fixture = Fixture::new(&[]);
    let mut untold = fixture.ends(Mark::Dumbbell, &[("Law", "40 %", "70 %")]);
    untold.encoding.x2.as_mut().unwrap().title = None;
    untold.encoding.color = Some(fixture.channel(Some(Field::Column("label".into())), None));
    let told = ["nothing tells readers what `x2` is", "`color` cannot stand beside `x2`"];
    assert_eq!(findings(&fixture, &untold), told);
    let single = ChartSpec { mark: Mark::Dumbbell, ..fixture.inline(&[("A", "1 %"), ("B", "2 %")]) };
    assert_eq!(findings(&fixture, &single), ["a `dumbbell` joins two values of a name, and the rows have one"]);
    let years = |mark, years: &[&'static str]| {
        let lines: Vec<Line> = years.iter().map(|year| (*year, "meta", *year, ACTUAL, "1 USD")).collect();
        let (fixture, mut spec) = of_years(mark, &lines);
        if mark == Mark::Dumbbell {
            spec.encoding.y = Some(fixture.channel(Some(Field::Company), None));
        }
        findings(&fixture, &spec)
    };
    let three = "a `dumbbell` joins two values of a name, and the rows have 3";
    assert_eq!(years(Mark::Dumbbell, &["2022", "2023", "2024"]), [three]);
    assert_eq!(years(Mark::Slope, &["2022", "2023", "2024"]), [] as [&str; 0]);
    assert_eq!(years(Mark::Slope, &["2024"]), ["a `slope` leads over 2 to 4 points, and the rows have 1"]);
    let five = "a `slope` leads over 2 to 4 points, and the rows have 5";
    assert_eq!(years(Mark::Slope, &["2020", "2021", "2022", "2023", "2024"]), [five]);
}

/// The texts of a slope with their boxes.
fn slope_texts(spec: &ChartSpec, fixture: &Fixture, frame: &Frame) -> Vec<(String, Rect)> {
    with_channels(fixture, spec, |channels| {
        let lines = slope::lay_out(channels, 0, frame);
        let heads = lines.points.iter().map(|tick| &tick.label).filter(|label| !label.lines.is_empty());
        let texts = lines.ends.iter().flat_map(|end| &end.texts).chain(heads);
        let texts: Vec<_> = texts.map(|text| (text.lines.join(" "), boxes(text, frame))).collect();
        for (at, (text, rect)) in texts.iter().enumerate() {
            let inside =
                rect[0] >= -0.01 && rect[1] >= -0.01 && rect[2] <= frame.width + 0.01 && rect[3] <= lines.height + 0.01;
            assert!(inside, "`{text}` at {rect:?} of {}", lines.height);
            for (other, other_rect) in &texts[..at] {
                assert!(!overlap(*rect, *other_rect), "`{text}` meets `{other}`");
            }
        }
        texts
    })
}

#[test]
fn a_slope_is_named_at_both_ends_and_keeps_names_apart() {
    let (fixture, spec) = of_years(Mark::Slope, &YEARS);
    for frame in [NARROW, WIDE] {
        let texts: Vec<String> =
            slope_texts(&spec, &fixture, &frame).into_iter().map(|(text, _)| plain(&text)).collect();
        let expected = [
            "Amazon",
            "$83bn",
            "Microsoft",
            "$90bn",
            "Meta",
            "$39bn",
            "Amazon",
            ">$100bn",
            "Microsoft",
            "$80bn",
            "2024",
            "2025",
        ];
        assert_eq!(texts, expected);
    }
    let equal: Vec<Line> = YEARS.iter().map(|line| (line.0, line.1, line.2, ACTUAL, "50 billion USD")).collect();
    let (fixture, spec) = of_years(Mark::Slope, &equal);
    assert_eq!(slope_texts(&spec, &fixture, &NARROW).len(), 14);
    let drawing = fixture.draw(&spec, Locale::EnUs);
    assert_eq!(drawing.key, []);
    assert_eq!(plain(&drawing.name), "Slope chart: Amazon plans the largest spending of 2025");
}

#[test]
fn the_ends_of_a_slope_keep_their_bounds() {
    let mut lines = YEARS;
    (lines[0].4, lines[1].4) = ("80..85 billion USD", "95..105 billion USD");
    lines[3].4 = "~ 80 billion USD";
    let (fixture, spec) = of_years(Mark::Slope, &lines);
    let drawing = fixture.draw(&spec, Locale::EnUs);
    let key: Vec<&str> = drawing.key.iter().map(|entry| entry.label.as_str()).collect();
    assert_eq!(key, ["actual", "guidance", "range, from low to high", "approximate value"]);
    // Two intervals are two whiskers; no band lies between them.
    assert!(!drawing.plot().wide_svg.contains("fill-opacity"), "{}", drawing.plot().wide_svg);
    let said = plain(&drawing.description);
    assert!(
        said.contains("Microsoft: 90 billion dollars (2024), then about 80 billion dollars (2025), a fall."),
        "{said}"
    );
    let mut titled = spec;
    titled.subtitle = Some(same("Capex"));
    assert!(fixture.draw(&titled, Locale::FrFr).plot().wide_svg.contains("stroke-dasharray"));
}
