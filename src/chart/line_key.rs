//! The key of lines and areas: the colours of series that are not named at their ends, and what the forms of points, lines and
//! areas mean.

use super::channels::{Channels, Datum, Paint};
use super::key::provisional_names;
use super::layout::layers::Layers;
use super::layout::lines::named_at_ends;
use super::layout::strand::{Form, Joint, Run, Spot};
use super::marks::lines::Sign;
use super::scale::{Linear, ValueScale};
use super::words::Words;
use crate::model::SeriesLabels;

/// A scale for what is drawn nowhere.
const ANYWHERE: ValueScale = ValueScale::Linear(Linear { domain: [0.0, 1.0], range: [0.0, 1.0] });

/// The signs that a chart of lines really has, each with its paint and its meaning.
pub fn signs(channels: &Channels, words: Words<'_>) -> Vec<(Paint, Sign, String)> {
    let mut signs = series(channels);
    // What is said of sums is drawn over the areas in the colour of text.
    let stacks = channels.spec.mark.stacks();
    let mut add = |shown: bool, sign: Sign, meaning: &str| {
        let paint = if stacks && !matches!(sign, Sign::Layer | Sign::PaleLayer) { Paint::Ink } else { Paint::Plain };
        if shown {
            signs.push((paint, sign, meaning.to_owned()));
        }
    };
    let is_provisional = channels.data.iter().any(|datum| datum.provisional);
    if stacks {
        let forms = sums(channels);
        let shows = |form: Form| forms.contains(&form);
        add(is_provisional, Sign::Layer, words.get("actual"));
        add(is_provisional, Sign::PaleLayer, &provisional_names(&channels.data, words));
        add(shows(Form::AtLeast), Sign::AtLeast, words.get("chart-key-sum-beyond"));
        add(shows(Form::Range), Sign::Whisker, words.get("chart-key-sum-range"));
        add(shows(Form::AtMost), Sign::AtMost, words.get("chart-key-sum-within"));
        add(shows(Form::About), Sign::Hollow, words.get("chart-key-sum-about"));
        return signs;
    }
    let runs = runs(channels);
    let shows = |form: Form| runs.iter().flat_map(|run| &run.spots).any(|spot| spot.form == form);
    add(is_provisional, Sign::Line, words.get("actual"));
    add(is_provisional, Sign::Dashes, &provisional_names(&channels.data, words));
    add(shows(Form::AtLeast), Sign::AtLeast, words.get("chart-key-beyond"));
    let has_band = runs.iter().flat_map(Run::stretches).any(|(joint, _)| joint == Joint::Band);
    let has_whisker = runs.iter().any(|run| run.whiskers().next().is_some());
    add(has_band, Sign::Band, words.get("chart-key-range"));
    add(has_whisker && !has_band, Sign::Whisker, words.get("chart-key-range"));
    add(shows(Form::AtMost), Sign::AtMost, words.get("chart-key-within"));
    add(shows(Form::About), Sign::About, words.get("chart-key-about"));
    signs
}

/// The series by their colours, where the author wants them here or their ends have no room for them.
fn series(channels: &Channels) -> Vec<(Paint, Sign, String)> {
    let wanted = channels.spec.labels.series != Some(SeriesLabels::None) && channels.series.len() > 1;
    if !wanted || named_at_ends(channels) {
        return vec![];
    }
    let sign = |(index, name): (usize, &super::channels::Name)| {
        let paint = channels.data.iter().find(|datum| datum.series == index)?.paint;
        let sign = if channels.spec.mark.stacks() { Sign::Layer } else { Sign::Line };
        Some((paint, sign, name.label.clone()))
    };
    channels.series.iter().enumerate().filter_map(sign).collect()
}

/// The forms of the sums of a stack; where they stand is of no concern here.
fn sums(channels: &Channels) -> Vec<Form> {
    let sums = |facet| Layers::of(channels, facet).sums(|_| 0.0, &ANYWHERE);
    (0..channels.facets.len()).flat_map(sums).map(|sum| sum.form).collect()
}

/// The runs of all series; where they stand is of no concern here.
fn runs<'c>(channels: &'c Channels) -> Vec<Run<'c>> {
    let same = |a: &&Datum, b: &&Datum| (a.facet, a.series) == (b.facet, b.series);
    let mut data: Vec<&Datum> = channels.data.iter().collect();
    data.sort_by_key(|datum| (datum.facet, datum.series, datum.category));
    let bands = channels.spec.mark.has_bands();
    let runs = |data: &[&'c Datum<'c>]| Run::all(data.iter().map(|datum| Spot::of(datum, 0.0, &ANYWHERE)), bands);
    data.chunk_by(same).flat_map(runs).collect()
}
