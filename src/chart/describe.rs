//! What a chart says, in words: the finding with its numbers, for readers who do not see it.
//!
//! A ranking is claimed only where the bounds prove it: "more than 100" beats 80, but 60 to 65 does not beat 62.

use super::cells::{aside, cells};
use super::channels::{Channels, Datum, by_value, pairs};
use super::finished;
use super::layout::timeline;
use super::proof::exceeds;
use super::trend;
use super::words::Words;
use crate::locale::Style;
use crate::model::{Field, Mark};
use crate::quantity::{Amount, Decimal, Value};

/// Charts of more rows than this are summed up by their first ones and the last.
const MOST_LISTED: usize = 6;

/// One to three sentences, or as many for each series and each small chart, which they then begin with.
pub fn describe(channels: &Channels, words: Words<'_>) -> String {
    // Set as a whole: in French a mark between two parts of a sentence has a space before it.
    words.typeset(&said(channels, words))
}

fn said(channels: &Channels, words: Words<'_>) -> String {
    if channels.spec.mark == Mark::Timeline {
        return told(timeline::events(channels).into_iter().map(|event| [event.when, event.what]), words);
    }
    if channels.spec.mark == Mark::Table && !channels.has_values() {
        let cells = cells(channels);
        let rows = cells.rows.iter().map(|row| [row[0].text.clone(), aside(row, &[0])]);
        return told(rows, words);
    }
    let mut sentences = Vec::new();
    for facet in 0..channels.facets.len() {
        if channels.spec.mark == Mark::Dumbbell || channels.fields.series == Some(Field::End) {
            sentences.extend(pairs(channels, facet, words));
            continue;
        }
        for series in 0..channels.series.len() {
            let data = channels.of_facet(facet).filter(|datum| datum.series == series);
            let disclosed: Vec<&Datum> = data.filter(|datum| datum.row.value.is_some()).collect();
            if !disclosed.is_empty() {
                sentences.extend(part(channels, &part_name(channels, facet, series), disclosed, words));
            }
        }
    }
    sentences.extend(trend::of_sums(channels, words));
    let hidden = channels.data.iter().filter(|datum| datum.row.value.is_none());
    let hidden: Vec<String> = hidden.map(|datum| full_name(channels, datum)).collect();
    if !hidden.is_empty() {
        let labels: Vec<&str> = hidden.iter().map(String::as_str).collect();
        sentences.push(words.fill("chart-says-not-disclosed", &[("labels", &words.formats.list(&labels))]));
    }
    sentences.join(" ")
}

/// The two values of each name, and where they are furthest apart; of many names the first two and the last one.
fn pairs(channels: &Channels, facet: usize, words: Words<'_>) -> Vec<String> {
    let data: Vec<&Datum> = channels.of_facet(facet).collect();
    let names: Vec<&[&Datum]> = data.chunk_by(|a, b| a.category == b.category).collect();
    let is_listed = |at: usize| names.len() <= MOST_LISTED || at < 2 || at + 1 == names.len();
    let listed = names.iter().enumerate().filter(|(at, _)| is_listed(*at));
    let mut sentences: Vec<String> = listed.filter_map(|(_, data)| pair(channels, data, words)).collect();
    let gaps: Vec<(&str, Value)> =
        names.iter().filter_map(|data| Some((data[0].label.as_str(), pairs::gap(data)?))).collect();
    let widest = gaps.iter().max_by(|a, b| by_value(Some(&a.1), Some(&b.1), false));
    if let Some((label, gap)) = widest
        && gaps.len() == names.len()
        && gaps.iter().filter(|other| other.1 == *gap).count() == 1
        && gaps.len() > 1
    {
        let args = [("label", *label), ("value", &words.formats.value(gap, Style::Speech))];
        sentences.push(words.fill("chart-says-gap", &args));
    }
    sentences
}

/// What is known of the two values of a name; `None` where that is nothing.
fn pair(channels: &Channels, data: &[&Datum], words: Words<'_>) -> Option<String> {
    let label = match channels.facets[data[0].facet].label.as_str() {
        "" => data[0].label.clone(),
        facet => format!("{facet} ({})", data[0].label),
    };
    if let Some(value) = pairs::interval(channels.spec.mark, data) {
        let args = [("label", label.as_str()), ("value", &words.formats.value(&value, Style::Speech))];
        return Some(words.fill("chart-says-pair", &args) + ".");
    }
    let known: Vec<&&Datum> = data.iter().filter(|datum| datum.row.value.is_some()).collect();
    let (first, last) = (known.first()?, known.last()?);
    let end = |datum: &Datum| channels.series[datum.series].label.clone();
    let is_time = channels.fields.series.as_ref().is_some_and(|field| first.row.period_of(field).is_some());
    let key = match known.len() {
        1 => "chart-says-point",
        _ if is_time => "chart-says-way",
        _ => "chart-says-ends",
    };
    let (from, to) = (speech(first, words), speech(last, words));
    let args = [
        ("label", label.as_str()),
        ("first", &end(first)),
        ("last", &end(last)),
        ("from", from.as_str()),
        ("to", to.as_str()),
    ];
    Some(words.fill(key, &args) + ".")
}

/// A row by its small chart and its series, if it has them, and its category.
fn full_name(channels: &Channels, datum: &Datum) -> String {
    let name = part_name(channels, datum.facet, datum.series);
    if name.is_empty() { datum.label.clone() } else { format!("{name} ({})", datum.label) }
}

/// The name of a small chart and that of a series.
fn part_name(channels: &Channels, facet: usize, series: usize) -> String {
    let names = [channels.facets[facet].label.as_str(), &channels.series[series].label];
    names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What the rows of one series say.
fn part(channels: &Channels, name: &str, mut disclosed: Vec<&Datum>, words: Words<'_>) -> Vec<String> {
    if channels.spec.mark.keeps_order() {
        return vec![listed(&disclosed, words) + "."];
    }
    if !channels.mixes_units
        && (disclosed.len() > 1 || !name.is_empty())
        && disclosed.iter().all(|datum| datum.days.is_some())
    {
        return vec![trend::of_rows(name, &disclosed, words)];
    }
    // Values in several units are not ranked.
    if !channels.mixes_units {
        disclosed.sort_by(|a, b| by_value(a.row.value, b.row.value, true));
    }
    let said = ranking(&disclosed, channels.mixes_units, words);
    vec![if name.is_empty() { said } else { words.fill("chart-says-pair", &[("label", name), ("value", &said)]) }]
}

/// Rows of words, each with what names it: all of them where they are few, else the first and the last.
fn told(rows: impl Iterator<Item = [String; 2]>, words: Words<'_>) -> String {
    let pair = |[label, text]: [String; 2]| words.fill("chart-says-pair", &[("label", &label), ("value", &text)]);
    let told: Vec<String> = rows.map(pair).collect();
    if told.len() <= MOST_LISTED {
        return finished(&told.join("; "));
    }
    let n = words.formats.number(Decimal::from(told.len()));
    finished(&words.fill("chart-says-rows", &[("n", n.as_str()), ("first", &told[0]), ("last", &told[told.len() - 1])]))
}

/// Each row with its value.
fn listed(data: &[&Datum], words: Words<'_>) -> String {
    let pair =
        |datum: &&Datum| words.fill("chart-says-pair", &[("label", &datum.label), ("value", &speech(datum, words))]);
    let pairs: Vec<String> = data.iter().map(pair).collect();
    pairs.join("; ")
}

/// Who comes first and ahead of whom; where nobody surely does, or values are `mixed`, the values as they are. `bars` falls.
fn ranking(bars: &[&Datum], mixed: bool, words: Words<'_>) -> String {
    let (first, others) = bars.split_first().expect("called with a row");
    let value = speech(first, words);
    if others.is_empty() {
        return words.fill("chart-says-pair", &[("label", &first.label), ("value", &value)]) + ".";
    }
    let is_exact = |bar: &&Datum| matches!(bar.row.value.map(|value| value.amount), Some(Amount::Exact(_)));
    let is_equal = |bar: &&Datum| bar.row.value == first.row.value;
    if bars.iter().all(|bar| is_exact(bar) && is_equal(bar)) && bars.len() <= MOST_LISTED {
        let labels: Vec<&str> = bars.iter().map(|bar| bar.label.as_str()).collect();
        return words.fill("chart-says-equal", &[("labels", &words.formats.list(&labels)), ("value", &value)]);
    }
    // What does not fit is summed up by its number and its last row; that it is the least is not claimed.
    let listed = if bars.len() > MOST_LISTED { 2 } else { others.len() };
    let last = others.last().filter(|_| listed < others.len());
    let mut said = if !mixed && surely_above(first, bars.iter().copied()) {
        let named = |bar: &&Datum| format!("{} ({})", bar.label, speech(bar, words));
        let others: Vec<String> = others[..listed].iter().map(named).collect();
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        words.fill("chart-says-first", &[("label", &first.label), ("value", &value)])
            + &words.fill("chart-says-ahead", &[("others", &words.formats.list(&others))])
    } else {
        self::listed(&bars[..=listed], words)
    };
    if let Some(last) = last {
        let more = words.formats.number(Decimal::from(others.len() - listed));
        let args = [("n", more.as_str()), ("label", &last.label), ("value", &speech(last, words))];
        said += &words.fill("chart-says-last", &args);
    }
    said + "."
}

fn speech(bar: &Datum, words: Words<'_>) -> String {
    bar.shown().map_or_else(String::new, |value| words.formats.value(value, Style::Speech))
}

/// True where a row's least possible value is above every other row's greatest possible one.
fn surely_above<'b>(bar: &'b Datum, mut all: impl Iterator<Item = &'b Datum<'b>>) -> bool {
    let amount = |bar: &Datum| bar.row.value.map(|value| value.amount);
    all.all(|other| {
        std::ptr::eq(other, bar) || amount(bar).zip(amount(other)).is_some_and(|(bar, other)| exceeds(bar, other))
    })
}
