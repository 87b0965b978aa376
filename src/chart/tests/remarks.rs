//! Annotations: words keep off marks and other words, and what has no place is told in the notes.

use super::fixture::{Fixture, same, strings};
use crate::chart::channels::Channels;
use crate::chart::layout::lanes::Lanes;
use crate::chart::layout::{NARROW, WIDE, bars, columns, meets};
use crate::chart::words::Words;
use crate::locale::{Formats, Locale};
use crate::model::{Anchor, Annotation, AnnotationKind, ChartSpec, Coordinate, Mark, Narrow};

const ROWS: [(&str, &str); 4] = [("A", "10"), ("B", "30"), ("C", "> 20"), ("D", "5..8")];

impl Fixture {
    fn at(&self, text: &str) -> Coordinate {
        Coordinate { text: text.to_owned(), value: text.parse().ok(), period: text.parse().ok(), span: self.span() }
    }

    /// An annotation at these places on the axis of values and on that of names.
    fn annotation(
        &self,
        kind: AnnotationKind,
        upright: bool,
        values: &[&str],
        names: &[&str],
        text: &str,
    ) -> Annotation {
        let mut values = values.iter().map(|text| self.at(text));
        let mut names = names.iter().map(|text| self.at(text));
        let (value, value2, name, name2) = (values.next(), values.next(), names.next(), names.next());
        let (x, x2, y, y2) = if upright { (name, name2, value, value2) } else { (value, value2, name, name2) };
        let (anchor, narrow) = (Anchor::Start, Narrow::Keep);
        Annotation { kind, x, x2, y, y2, text: Some(same(text)), anchor, narrow, span: self.span() }
    }

    fn annotated(&self, mark: Mark, text: &str) -> ChartSpec {
        let upright = !mark.is_horizontal();
        let of = |kind, values: &[&str], names: &[&str]| self.annotation(kind, upright, values, names, text);
        let annotations = vec![
            of(AnnotationKind::Line, &["15"], &[]),
            of(AnnotationKind::Range, &[], &["B", "C"]),
            of(AnnotationKind::Text, &["10"], &["A"]),
        ];
        ChartSpec { mark, annotations, ..self.inline(&ROWS) }
    }
}

fn check(mark: Mark, text: &str, look: impl Fn(&Lanes, f64)) {
    let fixture = Fixture::new(&[]);
    let spec = fixture.annotated(mark, text);
    let formats = Formats::new(Locale::FrFr, &fixture.site.nouns);
    let strings = strings(formats.lang());
    let words = Words { formats: &formats, strings: &strings };
    let channels = Channels::of(&fixture.site, &fixture.brief, &spec, words);
    for frame in [NARROW, WIDE] {
        let lay_out = if mark.is_horizontal() { bars::lay_out } else { columns::lay_out };
        look(&lay_out(&channels, 0, &frame), frame.font);
    }
}

#[test]
fn words_meet_neither_bars_nor_each_other() {
    for mark in [Mark::Bar, Mark::Column, Mark::Dot] {
        check(mark, "Moyenne", |lanes, font| {
            let remarks = &lanes.remarks;
            // On a phone, bars fill their plot: what finds no place there is left over, and told in the notes.
            assert_eq!(remarks.texts.len() + remarks.left_over.len(), 3, "{}", mark.word());
            assert!(remarks.texts.len() >= 2 && remarks.shades.len() == 1 && !remarks.lines.is_empty());
            let boxes: Vec<_> = remarks.texts.iter().map(|text| text.bounds(font)).collect();
            for (at, bounds) in boxes.iter().enumerate() {
                assert!(boxes[..at].iter().all(|other| !meets(*bounds, *other)), "{boxes:?}");
                let pieces =
                    lanes.places.iter().flat_map(|place| place.pieces.iter().map(|(_, p)| p.bounds(&place.lane)));
                assert!(pieces.into_iter().all(|piece| !meets(*bounds, piece)), "{}: {bounds:?}", mark.word());
            }
        });
    }
}

#[test]
fn no_line_behind_the_marks_goes_through_words() {
    check(Mark::Dot, "Moyenne", |lanes, font| {
        assert!(!lanes.grid.is_empty() && !lanes.guides.is_empty());
        for bounds in lanes.remarks.texts.iter().map(|text| text.bounds(font)) {
            for line in lanes.grid.iter().chain(&lanes.guides) {
                let ([a, b], [c, d]) = (line.from, line.to);
                assert!(!meets(bounds, [a - 0.5, b - 0.5, c + 0.5, d + 0.5]), "{line:?} through {bounds:?}");
            }
        }
    });
}

#[test]
fn a_shade_covers_the_names_that_it_goes_from_and_to() {
    check(Mark::Column, "", |lanes, _| {
        let [left, _, right, _] = lanes.remarks.shades[0];
        let middle = |at: usize| lanes.places[at].lane.middle();
        assert!(middle(0) < left && left < middle(1) && middle(2) < right && right < middle(3));
    });
}

#[test]
fn words_without_a_place_go_to_the_notes() {
    let fixture = Fixture::new(&[]);
    let long = "Une remarque qui n’a sa place nulle part dans le dessin. ".repeat(12);
    let mut spec = fixture.annotated(Mark::Column, long.trim());
    spec.annotations.truncate(1);
    let drawing = fixture.draw(&spec, Locale::FrFr);
    assert_eq!((drawing.notes.len(), drawing.plot().narrow_notes.len()), (1, 0));
    assert!(drawing.notes[0].starts_with("Une remarque"));

    let mut spec = fixture.annotated(Mark::Column, "Moyenne");
    spec.annotations.truncate(1);
    spec.annotations[0].narrow = Narrow::Note;
    let drawing = fixture.draw(&spec, Locale::FrFr);
    assert_eq!((drawing.notes.len(), &drawing.plot().narrow_notes[..]), (0, &["Moyenne".to_owned()][..]));
    assert!(drawing.plot().wide_svg.contains(">Moyenne<") && !drawing.plot().narrow_svg.contains(">Moyenne<"));

    spec.annotations[0].narrow = Narrow::Hide;
    let drawing = fixture.draw(&spec, Locale::FrFr);
    assert_eq!((drawing.notes.len(), drawing.plot().narrow_notes.len()), (0, 0));
    assert!(!drawing.plot().narrow_svg.contains(">Moyenne<"));
}
