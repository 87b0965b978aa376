//! What leaves the page: CSV that says what the table says, pictures that need no page.

use super::fixture::{Fixture, PLANS, strings};
use crate::chart::{Form, Picture, PictureOptions, Theme, csv, picture, png};
use crate::locale::{Formats, Locale};
use crate::model::{ChartSpec, Highlight, Status};
use proptest::prelude::*;

fn written(fixture: &Fixture, spec: &ChartSpec, locale: Locale, form: Form) -> String {
    let formats = Formats::new(locale, &fixture.site.nouns);
    let bytes = csv(&fixture.site, &fixture.brief, spec, &formats, &strings(locale.lang()), form);
    String::from_utf8(bytes).unwrap()
}

/// Head and lines as a reader of CSV gets them.
fn read(text: &str, separator: u8) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new();
    reader.has_headers(false).delimiter(separator);
    let mut reader = reader.from_reader(text.as_bytes());
    reader.records().map(|line| line.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn drawn(fixture: &Fixture, spec: &ChartSpec, width: f64, theme: Theme) -> Picture {
    let formats = Formats::new(Locale::FrFr, &fixture.site.nouns);
    let strings = strings(formats.lang());
    let drawing = fixture.draw(spec, Locale::FrFr);
    let credits = ["Source : Amazon & <autres>".to_owned()];
    let options = PictureOptions { width, theme, credits: &credits };
    picture(&fixture.site, &fixture.brief, spec, (&formats, &strings), &drawing, options)
}

#[test]
fn the_machine_form_keeps_bounds_days_and_ids() {
    let fixture = Fixture::new(&PLANS);
    let text = written(&fixture, &fixture.spec(), Locale::FrFr, Form::Machine);
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(
        lines,
        [
            "label,series,facet,company,metric,period,start,end,value,low,high,qualifier,unit,status,source,source_url,note",
            "Amazon,,,amazon,capex,2025,2025-01-01,2025-12-31,,100000000000,,more-than,USD,guidance,amazon-call,,",
            "Microsoft,,,microsoft,capex,FY2025,2025-01-01,2025-12-31,80000000000,80000000000,80000000000,exact,USD,\
             guidance,microsoft-call,,",
            "Alphabet,,,alphabet,capex,2025,2025-01-01,2025-12-31,75000000000,75000000000,75000000000,exact,USD,guidance,\
             alphabet-call,,",
            "Meta,,,meta,capex,2025,2025-01-01,2025-12-31,,60000000000,65000000000,range,USD,guidance,meta-call,,",
        ]
    );
}

#[test]
fn a_fiscal_year_has_its_companys_days() {
    let mut fixture = Fixture::new(&PLANS[3..]);
    fixture.site.companies["microsoft"].fiscal_year_end = 6;
    let text = written(&fixture, &fixture.spec(), Locale::EnUs, Form::Machine);
    assert!(text.contains(",FY2025,2024-07-01,2025-06-30,"), "{text}");
}

#[test]
fn every_bound_has_its_word() {
    let fixture = Fixture::new(&[]);
    let check = |value: &str, expect: &str| {
        let text = written(&fixture, &fixture.inline(&[("a", "1 %"), ("b", value)]), Locale::EnUs, Form::Machine);
        let line = read(&text, b',').pop().unwrap();
        assert_eq!(line[8..12].join(" "), expect, "{value}");
    };
    check("-4.50 %", "-4.5 -4.5 -4.5 exact");
    check("~ 5 %", "5   about");
    check("> 5 %", " 5  more-than");
    check(">= 5 %", " 5  at-least");
    check("< 5 %", "  5 less-than");
    check("<= -5 %", "  -5 at-most");
    check("-2..3 %", " -2 3 range");
    check("n/a", "   not-disclosed");
}

#[test]
fn a_spreadsheet_gets_the_table_and_numbers_of_its_language() {
    let fixture = Fixture::new(&[]);
    let spec = fixture.inline(&[("Alpha", "1.25 billion EUR"), ("Bêta", "> 3 billion EUR"), ("Gamma", "n/a")]);
    let french = written(&fixture, &spec, Locale::FrFr, Form::Spreadsheet);
    assert!(french.starts_with("\u{feff}Poste;Valeur;Nombre;Minimum;Maximum;Unité;Source\r\n"), "{french}");
    let lines = read(&french, b';');
    assert_eq!(lines[1][2..6], ["1,25", "1,25", "1,25", "milliards\u{a0}d’euros"]);
    assert_eq!(lines[2][2..6], ["", "3", "", "milliards\u{a0}d’euros"]);
    assert_eq!(lines[3][1..5], ["non communiqué", "", "", ""]);
    let english = written(&fixture, &spec, Locale::EnGb, Form::Spreadsheet);
    assert_eq!(read(&english, b',')[1][2..5], ["1.25"; 3]);
}

#[test]
fn no_text_is_run_as_a_formula_and_numbers_keep_their_minus() {
    let fixture = Fixture::new(&[]);
    let hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝cmd"];
    let rows: Vec<(&str, &str)> = hostile.iter().map(|label| (*label, "-4 %")).collect();
    let spec = fixture.inline(&rows);
    for (form, separator) in [(Form::Machine, b','), (Form::Spreadsheet, b';')] {
        let lines = read(&written(&fixture, &spec, Locale::FrFr, form), separator);
        for (line, label) in lines[1..].iter().zip(hostile) {
            assert!(line[0].starts_with('\''), "{label:?} became {:?}", line[0]);
            assert!(line.contains(&"-4".to_owned()), "{line:?}");
            let begins =
                |cell: &&String| cell.starts_with(['=', '+', '@', '\t']) || (cell.starts_with('-') && *cell != "-4");
            assert_eq!(line.iter().find(begins), None);
        }
    }
    let quoted = fixture.inline(&[("a,b;c\nd", "1 %")]);
    assert_eq!(read(&written(&fixture, &quoted, Locale::EnUs, Form::Machine), b',')[1][0], "a,b;c\nd");
}

#[test]
fn a_picture_needs_no_page() {
    let fixture = Fixture::new(&[
        PLANS[0],
        PLANS[1],
        ("x", "<script>&", "2025", Status::Actual, "~ 5 billion USD"),
        ("y", "alphabet", "2025", Status::Actual, "n/a"),
    ]);
    let mut spec = fixture.spec();
    spec.highlight = Highlight::Max(1);
    for theme in Theme::ALL {
        for width in [200.0, 288.0, 520.0, 608.0, 2000.0] {
            let Picture { svg, width: wide, height, .. } = drawn(&fixture, &spec, width, theme);
            for page in ["currentColor", "var(", "class=", "style=", "<script", "aria-labelledby=\"chart"] {
                assert!(!svg.contains(page), "{page} in {svg}");
            }
            let colours = theme.palette();
            for colour in [colours.paper, colours.ink, colours.ink_muted, colours.accent, colours.slate] {
                assert!(svg.contains(colour), "{colour} is not in {svg}");
            }
            assert!(svg.contains("Source : Amazon &amp; &lt;autres&gt;") || width < 288.0, "{svg}");
            assert_eq!(wide, width + 32.0);
            if width == 288.0 {
                assert_eq!(png_size(&png(&svg).unwrap()).map(f64::from), [wide * 2.0, height * 2.0]);
            }
        }
    }
}

/// Width and height as the header of a PNG says them.
fn png_size(bytes: &[u8]) -> [u32; 2] {
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    [16, 20].map(|at| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()))
}

#[test]
fn text_is_in_the_pixels_and_the_bytes_are_the_same_each_time() {
    let fixture = Fixture::new(&PLANS);
    let svg = drawn(&fixture, &fixture.spec(), 520.0, Theme::Light).svg;
    let bytes = png(&svg).unwrap();
    assert_eq!(bytes, png(&svg).unwrap());
    let blank = png(&svg.replace("<text", "<text display=\"none\"")).unwrap();
    assert!(bytes.len() > blank.len() + 5000, "{} and {} bytes", bytes.len(), blank.len());
}

#[test]
fn a_picture_without_end_is_refused() {
    let fixture = Fixture::new(&PLANS);
    let mut spec = fixture.spec();
    spec.notes = Some(super::fixture::same(&"une note sans fin, ".repeat(5000)));
    assert_eq!(png(&drawn(&fixture, &spec, 520.0, Theme::Light).svg), None);
}

proptest! {
    #[test]
    fn chart_table_and_csv_never_differ(values in prop::collection::vec((-9999_i32..9999, 0..7_u8), 1..12)) {
        let rows: Vec<(String, String)> = values.iter().enumerate().map(|(at, (n, bound))| {
            let value = match bound {
                0 => format!("> {n} GW"),
                1 => format!(">= {n} GW"),
                2 => format!("< {n} GW"),
                3 => format!("~ {n} GW"),
                4 => format!("{n}..{} GW", n + 7),
                5 => "n/a".to_owned(),
                _ => format!("{n}.5 GW"),
            };
            (format!("Poste {at}"), value)
        }).collect();
        let rows: Vec<(&str, &str)> = rows.iter().map(|(label, value)| (label.as_str(), value.as_str())).collect();
        let fixture = Fixture::new(&[]);
        let spec = fixture.inline(&rows);
        let drawing = fixture.draw(&spec, Locale::FrFr);
        let sheet = read(&written(&fixture, &spec, Locale::FrFr, Form::Spreadsheet), b';');
        let machine = read(&written(&fixture, &spec, Locale::FrFr, Form::Machine), b',');
        prop_assert_eq!(sheet.len(), rows.len() + 1);
        for (at, row) in drawing.table.rows.iter().enumerate() {
            prop_assert_eq!(&sheet[at + 1][0], &row.head);
            prop_assert_eq!(&sheet[at + 1][1], &row.cells[0]);
            prop_assert_eq!(&machine[at + 1][0], &row.head);
            prop_assert!(drawing.plot().wide_svg.contains(&row.head));
            // The numbers are those of the data, to the last digit.
            let [value, low, high, qualifier] = [8, 9, 10, 11].map(|column| machine[at + 1][column].as_str());
            let again = match qualifier {
                "exact" => value.to_owned(),
                "about" => format!("~ {value}"),
                "more-than" => format!("> {low}"),
                "at-least" => format!(">= {low}"),
                "less-than" => format!("< {high}"),
                "range" => format!("{low}..{high}"),
                _ => "n/a".to_owned(),
            };
            let parsed = |text: &str| text.parse::<crate::quantity::Value>().ok();
            prop_assert_eq!(parsed(&format!("{again} GW")), parsed(rows[at].1));
        }
    }
}
