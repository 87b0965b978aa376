//! The key: which colour is which series, and what the forms in a chart mean, for those that it really has.

use super::channels::{Channels, Datum, Paint, sums};
use super::extent::Extent;
use super::layout::dots::Dot;
use super::layout::gauge;
use super::layout::lanes::{Lane, Piece, Shape};
use super::line_key;
use super::marks::lines::Sign;
use super::marks::{group, hatch, hatch_id};
use super::scale::{Linear, ValueScale};
use super::svg::Element;
use super::words::Words;
use crate::model::{Mark, SeriesLabels, Status};
use crate::quantity::{Amount, Decimal};
use serde::Serialize;

/// One form and its meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyEntry {
    /// A small drawing, hidden from screen readers: the meaning says it all.
    pub swatch: String,
    pub label: String,
}

/// A swatch is this wide and high in user units, and shows values from 0 to 1.
const WIDTH: f64 = 30.0;
const HEIGHT: f64 = gauge::HEIGHT;

/// One form with the string or the name that says what it means.
struct Form {
    paint: Paint,
    pieces: Vec<Piece>,
    label: String,
    /// Of the swatch, in user units.
    width: f64,
}

/// The key of a chart, `prefix` beginning its ids.
pub fn key(channels: &Channels, words: Words<'_>, prefix: &str) -> Vec<KeyEntry> {
    if matches!(channels.spec.mark, Mark::Tiles | Mark::Timeline) {
        // Their texts say what their signs mean.
        return vec![];
    }
    if channels.spec.mark.joins() {
        let signs = line_key::signs(channels, words).into_iter();
        return signs.map(|(paint, sign, meaning)| sign_entry(paint, sign, words.typeset(&meaning))).collect();
    }
    let meanings = if channels.spec.mark.has_dots() { of_dots(channels, words) } else { of_bars(channels, words) };
    let forms = series(channels, words).into_iter().chain(meanings);
    let entry = |(index, form): (usize, Form)| entry(&form, words, &format!("{prefix}-key-{index}"));
    forms.enumerate().map(entry).collect()
}

/// The colours of the series, unless they are named in the drawing or not at all. Series that share a colour share an entry.
fn series(channels: &Channels, words: Words<'_>) -> Vec<Form> {
    let in_key = matches!(channels.spec.labels.series, None | Some(SeriesLabels::Key));
    if channels.fields.series.is_none() || !channels.spec.mark.has_series() || !in_key {
        return vec![];
    }
    let mut paints: Vec<(Paint, Vec<&str>)> = Vec::new();
    for (index, series) in channels.series.iter().enumerate() {
        let Some(datum) = channels.data.iter().find(|datum| datum.series == index) else { continue };
        match paints.iter_mut().find(|(paint, _)| *paint == datum.paint) {
            Some((_, names)) => names.push(&series.label),
            None => paints.push((datum.paint, vec![&series.label])),
        }
    }
    let form = |(paint, names): (Paint, Vec<&str>)| {
        let has_dots = channels.spec.mark.has_dots();
        let piece = if has_dots { dot(&Amount::Exact(Decimal::ONE), false) } else { bar(Extent::Exact(1.0), false) };
        Form { paint, pieces: vec![piece], label: words.formats.list(&names), width: HEIGHT }
    };
    paints.into_iter().map(form).collect()
}

/// The forms of dots and intervals.
fn of_dots(channels: &Channels, words: Words<'_>) -> Vec<Form> {
    let data = &channels.data;
    let mut forms = Vec::new();
    if data.iter().any(|datum| datum.provisional) {
        forms.push(plain(vec![dot(&Amount::Exact(Decimal::ONE), false)], words.get("actual")));
        forms.push(plain(vec![dot(&Amount::Exact(Decimal::ONE), true)], &provisional_names(data, words)));
    }
    let is_interval = channels.spec.mark == Mark::Range && channels.fields.series.is_some();
    let amounts = || data.iter().filter_map(|datum| Some(datum.row.value?.amount));
    let mut add = |shown: bool, amount: Amount, meaning| {
        if shown {
            forms.push(plain(vec![dot(&amount, false)], words.get(meaning)));
        }
    };
    let one = Decimal::ONE;
    add(amounts().any(|amount| amount.is_lower_bound()), Amount::AtLeast(Decimal::new(4, 1)), "chart-key-beyond");
    let is_range = |amount| matches!(amount, Amount::Range(..));
    add(is_interval || amounts().any(is_range), Amount::Range(Decimal::ZERO, Decimal::TWO), "chart-key-range");
    add(amounts().any(|amount| amount.is_upper_bound()), Amount::AtMost(Decimal::new(16, 1)), "chart-key-within");
    add(amounts().any(|amount| matches!(amount, Amount::About(_))), Amount::About(one), "chart-key-about");
    forms
}

/// A dot of a swatch that shows values from 0 to 2.
fn dot(amount: &Amount, provisional: bool) -> Piece {
    Piece::Dot(Dot::new(amount, provisional))
}

fn bar(extent: Extent, provisional: bool) -> Piece {
    Piece::Bar(Shape::new(extent, provisional))
}

/// The forms of bars and columns.
fn of_bars(channels: &Channels, words: Words<'_>) -> Vec<Form> {
    let data = &channels.data;
    let mut forms = Vec::new();
    let mut add = |pieces: Vec<Piece>, label: &str| forms.push(plain(pieces, label));
    if data.iter().any(|datum| datum.provisional) {
        add(vec![bar(Extent::Exact(1.0), false)], words.get("actual"));
        add(vec![bar(Extent::Exact(1.0), true)], &provisional_names(data, words));
    }
    if channels.spec.mark.is_text() {
        return forms;
    }
    if channels.spec.mark.stacks() {
        of_sums(channels, words, &mut add);
        return forms;
    }
    if channels.spec.mark == Mark::Waterfall {
        for (paint, name) in [(Paint::GAIN, "chart-key-rise"), (Paint::LOSS, "chart-key-fall")] {
            if data.iter().any(|datum| datum.paint == paint) {
                forms.push(Form {
                    paint,
                    pieces: vec![bar(Extent::Exact(1.0), false)],
                    label: words.get(name).to_owned(),
                    width: HEIGHT,
                });
            }
        }
    }
    let mut add = |pieces: Vec<Piece>, label: &str| forms.push(plain(pieces, label));
    let shows = |is: fn(Extent) -> bool| data.iter().filter_map(|datum| datum.extent).any(is);
    if shows(|extent| matches!(extent, Extent::Beyond { .. })) {
        add(vec![bar(Extent::Beyond { end: 0.6, rightward: true }, false)], words.get("chart-key-beyond"));
    }
    if shows(|extent| matches!(extent, Extent::Between { .. } | Extent::Across { .. })) {
        add(vec![bar(Extent::Between { near: 0.45, far: 1.0 }, false)], words.get("chart-key-range"));
    }
    if shows(|extent| matches!(extent, Extent::Within(_))) {
        add(vec![bar(Extent::Within(1.0), false)], words.get("chart-key-within"));
    }
    if shows(|extent| matches!(extent, Extent::About(_))) {
        add(vec![bar(Extent::About(0.9), false)], words.get("chart-key-about"));
    }
    forms
}

fn plain(pieces: Vec<Piece>, label: &str) -> Form {
    Form { paint: Paint::Plain, pieces, label: label.to_owned(), width: WIDTH }
}

/// What stands at the ends of stacks.
fn of_sums(channels: &Channels, words: Words<'_>, add: &mut impl FnMut(Vec<Piece>, &str)) {
    let same = |a: &Datum, b: &Datum| (a.facet, a.category) == (b.facet, b.category);
    let sums = channels.data.chunk_by(same).filter_map(|data| sums::total(data.iter().map(|datum| datum.row.value)));
    let amounts: Vec<Amount> = sums.map(|sum| sum.amount).collect();
    let bar = bar(Extent::Exact(0.6), false);
    let open = |rising| vec![bar, Piece::Open { end: 0.6, rising }];
    if amounts.iter().any(Amount::is_lower_bound) {
        add(open(true), words.get("chart-key-sum-beyond"));
    }
    if amounts.iter().any(|amount| matches!(amount, Amount::Range(..))) {
        add(vec![bar, Piece::Whisker { low: 0.45, high: 0.95 }], words.get("chart-key-sum-range"));
    }
    if amounts.iter().any(Amount::is_upper_bound) {
        add(open(false), words.get("chart-key-sum-within"));
    }
}

/// "company guidance and estimate": the statuses that share the provisional form.
pub(super) fn provisional_names(data: &[Datum], words: Words<'_>) -> String {
    let has = |status: Status| data.iter().any(|datum| datum.provisional && datum.row.status == status);
    let present = Status::ALL.into_iter().filter(|&status| has(status));
    let names: Vec<&str> = present.map(|status| words.get(status.word())).collect();
    words.formats.list(&names)
}

fn sign_entry(paint: Paint, sign: Sign, label: String) -> KeyEntry {
    let mut drawn = String::with_capacity(256);
    {
        let mut svg = Element::new(&mut drawn, "svg");
        swatch(&mut svg, WIDTH);
        sign.draw(&mut group(&mut svg, paint), [WIDTH, HEIGHT]);
    }
    KeyEntry { swatch: drawn, label }
}

/// Writes what the root of every small drawing says that belongs to a text.
pub(super) fn swatch(svg: &mut Element, width: f64) {
    svg.attr("class", "chart-swatch").attr("viewBox", &format!("0 0 {width} {HEIGHT}"));
    svg.number("width", width).number("height", HEIGHT);
    svg.attr("fill", "currentColor").attr("aria-hidden", "true");
}

fn entry(form: &Form, words: Words<'_>, id: &str) -> KeyEntry {
    let has_dots = form.pieces.iter().any(|piece| matches!(piece, Piece::Dot(_)));
    let (domain, range) =
        if has_dots { ([0.0, 2.0], [5.0, form.width - 5.0]) } else { ([0.0, 1.0], [1.0, form.width - 2.0]) };
    let scale = ValueScale::Linear(Linear { domain, range });
    let lane = Lane { start: 2.0, thickness: HEIGHT - 4.0, scale, upright: false };
    let mut markup = String::with_capacity(512);
    {
        let mut svg = Element::new(&mut markup, "svg");
        swatch(&mut svg, form.width);
        if form.pieces.iter().any(|piece| piece.has_hatch()) {
            hatch(&mut svg, &hatch_id(id, form.paint), form.paint);
        }
        let paint = ["url(#", &hatch_id(id, form.paint), ")"].concat();
        let mut drawn = group(&mut svg, form.paint);
        form.pieces.iter().for_each(|piece| piece.draw(&mut drawn, lane, &paint));
    }
    KeyEntry { swatch: markup, label: words.typeset(&form.label) }
}
