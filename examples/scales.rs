//! Answers what the scales of charts give, for a comparison with d3 (`tests/browser/d3.test.mjs`).
//!
//! Reads one question a line, a name and its arguments, and writes one answer a line; both are separated by spaces, and
//! numbers are written in full. Owns no arithmetic: every answer is the library's.

use depeche::chart::scale::labels::NumberLabels;
use depeche::chart::scale::stack::{Offset, Order, stack};
use depeche::chart::scale::{Band, Curve, Linear, Log, Segment, Time};
use depeche::locale::{Formats, Locale, Nouns};
use std::fmt::Display;
use std::io::{self, BufRead, Write};

/// The words of one question after its name.
type Words<'w> = std::str::SplitWhitespace<'w>;

fn main() -> io::Result<()> {
    let formats = Formats::new(Locale::EnUs, &Nouns::new());
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let mut words = line.split_whitespace();
        let answer = match words.next() {
            Some("linear") => linear(&mut words, &formats),
            Some("log") => log(&mut words),
            Some("time") => time(&mut words),
            Some("band") => band(&mut words),
            Some("stack") => stacked(&mut words),
            Some("line") => line_through(&mut words),
            Some("area") => area_between(&mut words),
            name => panic!("no scale is called {name:?}"),
        };
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

/// Domain, count → nice domain, position of the first tick in 0..960, ticks, their names.
fn linear(words: &mut Words, formats: &Formats) -> String {
    let scale = Linear { domain: pair(words), range: [0.0, 960.0] };
    let count = next(words);
    let ticks = scale.ticks(count);
    let labels = NumberLabels { exponent: 0, decimals: Some(scale.decimals(count, 0)) };
    let names = ticks.iter().map(|tick| labels.number(*tick, formats)).collect::<Vec<_>>();
    let position = ticks.first().map(|tick| scale.map(*tick));
    [joined(scale.nice(count).domain), joined(position), joined(ticks), joined(names)].join("|")
}

/// Domain, count → nice domain, position of the first tick in 0..960, ticks, those with a name.
fn log(words: &mut Words) -> String {
    let scale = Log { domain: pair(words), range: [0.0, 960.0] };
    let count = next(words);
    let ticks = scale.ticks(count);
    let named = ticks.iter().zip(scale.named(&ticks, count)).filter(|(_, named)| *named).map(|(tick, _)| *tick);
    let position = ticks.first().map(|tick| scale.map(*tick));
    [joined(scale.nice().domain), joined(position), joined(&ticks), joined(named)].join("|")
}

/// Domain in milliseconds, count → nice domain, position of the first tick in 0..960, ticks.
fn time(words: &mut Words) -> String {
    let scale = Time { domain: pair(words), range: [0.0, 960.0] };
    let interval = scale.interval(next(words));
    let ticks = scale.ticks(interval);
    let position = ticks.first().map(|tick| scale.map(*tick));
    [joined(scale.nice(interval).domain), joined(position), joined(ticks)].join("|")
}

/// Count, range, inner padding, outer padding, align → step, width, positions.
fn band(words: &mut Words) -> String {
    let count = next(words);
    let band = Band::aligned(count, pair(words), pair(words), next(words));
    [joined([band.step.abs(), band.bandwidth]), joined((0..count).map(|index| band.position(index)))].join("|")
}

/// Order, offset, number of series, their values → order of the series, the start and the end of each part.
fn stacked(words: &mut Words) -> String {
    let order = match words.next() {
        Some("none") => Order::Given,
        Some("reverse") => Order::Reverse,
        Some("appearance") => Order::Appearance,
        Some("ascending") => Order::Ascending,
        Some("descending") => Order::Descending,
        other => panic!("no order is called {other:?}"),
    };
    let offset = match words.next() {
        Some("none") => Offset::Zero,
        Some("expand") => Offset::Normalize,
        Some("diverging") => Offset::Diverging,
        other => panic!("no offset is called {other:?}"),
    };
    let count: usize = next(words);
    let values: Vec<Option<f64>> = words.map(|word| word.parse().ok()).collect();
    let series: Vec<Vec<_>> = values.chunks(values.len() / count).map(<[_]>::to_vec).collect();
    let parts = stack(&series, order, offset).into_iter().flatten();
    let parts = parts.map(|part| part.map_or_else(|| "-".to_owned(), joined));
    [joined(order.of(&series)), joined(parts)].join("|")
}

/// Curve, points → outline.
fn line_through(words: &mut Words) -> String {
    let curve = curve(words);
    outline(&curve.line(&points(words)))
}

/// Curve, number of points, points of the top, points of the bottom → outline.
fn area_between(words: &mut Words) -> String {
    let (curve, count) = (curve(words), next::<usize>(words));
    let points = points(words);
    outline(&curve.area(&points[..count], &points[count..]))
}

fn curve(words: &mut Words) -> Curve {
    match words.next() {
        Some("linear") => Curve::Linear,
        Some("monotoneX") => Curve::MonotoneX,
        Some("step") => Curve::Step,
        Some("stepBefore") => Curve::StepBefore,
        Some("stepAfter") => Curve::StepAfter,
        other => panic!("no curve is called {other:?}"),
    }
}

fn outline(segments: &[Segment]) -> String {
    joined(segments.iter().map(|segment| match *segment {
        Segment::Move(to) => format!("M {}", joined(to)),
        Segment::Line(to) => format!("L {}", joined(to)),
        Segment::Cubic(a, b, to) => format!("C {} {} {}", joined(a), joined(b), joined(to)),
        Segment::Close => "Z".to_owned(),
    }))
}

fn points(words: &mut Words) -> Vec<[f64; 2]> {
    let numbers: Vec<f64> = words.map(|word| word.parse().expect("a coordinate is a number")).collect();
    numbers.as_chunks().0.to_vec()
}

fn pair<T: std::str::FromStr>(words: &mut Words) -> [T; 2] {
    [next(words), next(words)]
}

fn next<T: std::str::FromStr>(words: &mut Words) -> T {
    words.next().and_then(|word| word.parse().ok()).expect("a question has all its arguments")
}

fn joined(items: impl IntoIterator<Item = impl Display>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(" ")
}
