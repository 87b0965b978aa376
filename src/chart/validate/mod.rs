//! What is wrong with a chart before it is drawn: what cannot be drawn, and what would mislead.
//!
//! Owns what concerns the chart as a whole; `names` judges what tells rows apart, `ends` what joins them, `axes` scales and places on
//! them, `stacks` what is to add up, `settings` what is set in vain.

mod axes;
mod ends;
mod names;
mod settings;
mod stacks;

use super::channels::{Fields, Row, fields, rows};
use super::measure::{Weight, wrap};
use crate::diag::{Diagnostic, Spanned, suggestion};
use crate::model::{Brief, ChartSpec, Field, Mark, RowSource, Site};

/// More categories than this are a table.
const MOST_ROWS: usize = 40;
/// More key figures than this are none.
const MOST_TILES: usize = 12;
/// A line of more points than this is not told apart in an image as wide as a page.
const MOST_POINTS: usize = 400;
/// More annotations than this hide the marks.
const MOST_ANNOTATIONS: usize = 4;
/// The width and the size in which a title takes two lines at most, in CSS pixels: the page's at 520. The page sets titles
/// in a bold serif, which runs about as wide as the regular sans-serif with its margin.
const TITLE_WIDTH: f64 = 520.0;
const TITLE_SIZE: f64 = 22.0;
const TITLE_LINES: usize = 2;

/// What the checks of one chart look at.
struct Chart<'c> {
    spec: &'c ChartSpec,
    rows: &'c [Row<'c>],
    fields: &'c Fields,
}

/// Everything that is wrong with a chart. Figures that the brief does not have are reported elsewhere and left out here.
pub fn check(site: &Site, brief: &Brief, spec: &ChartSpec) -> Vec<Diagnostic> {
    let rows = rows(brief, spec);
    let fields = fields(spec, &rows);
    let chart = Chart { spec, rows: &rows, fields: &fields };
    let mut found = unknown_fields(&chart);
    // What stands on such a field cannot be judged.
    if found.is_empty() {
        found.extend(row_count(&chart));
        found.extend(unit_mix(spec, &rows));
        found.extend(names::check(&chart));
        found.extend(axes::check(&chart));
        found.extend(ends::check(&chart));
        found.extend(stacks::check(&chart));
        found.extend(settings::check(&chart));
    }
    if let Some(annotation) = spec.annotations.get(MOST_ANNOTATIONS) {
        let message = format!("the chart has {} annotations; {MOST_ANNOTATIONS} are the most", spec.annotations.len());
        let hint = "keep what the title speaks of, and put the rest into the notes";
        found.push(Diagnostic::error("chart-annotations", annotation.span, message).hint(hint));
    }
    found.extend(long_titles(site, spec));
    found
}

/// Channels and columns of fields that no row has.
fn unknown_fields(chart: &Chart) -> Vec<Diagnostic> {
    let known: Vec<Field> = match chart.rows.first() {
        Some(row) => row.fields().collect(),
        None => return vec![],
    };
    let of_channels = chart.spec.encoding.channels().filter_map(|(_, channel)| channel.field.as_ref());
    let of_columns = chart.spec.columns.iter().filter_map(|column| column.field.as_ref());
    let unknown = of_channels.chain(of_columns).filter(|field| !known.contains(&field.value));
    let finding = |field: &Spanned<Field>| {
        let mut finding =
            Diagnostic::error("unknown-field", field.span, format!("the rows have no field `{}`", field.value));
        finding.hint = suggestion(field.value.word(), known.iter().map(Field::word));
        finding
    };
    unknown.map(finding).collect()
}

fn row_count(chart: &Chart) -> Option<Diagnostic> {
    let Chart { spec, rows, fields } = chart;
    let written = match &spec.rows {
        RowSource::Figures(ids) => ids.len(),
        RowSource::Data(data) => data.rows.len(),
    };
    if written == 0 {
        let finding = Diagnostic::error("chart-empty", spec.span, "the chart has no rows");
        return Some(finding.hint("name the figures that it shows under `figures`"));
    }
    let mut categories: Vec<_> = rows.iter().map(|row| row.key(&fields.category)).collect();
    categories.sort_unstable();
    categories.dedup();
    let most = match spec.mark {
        mark if mark.joins() => MOST_POINTS,
        Mark::Tiles => MOST_TILES,
        _ => MOST_ROWS,
    };
    // Several events may have one date.
    let count = if spec.mark == Mark::Timeline { rows.len() } else { categories.len() };
    if count > most {
        let message = format!("the chart has {count} rows, and a reader follows {most} at most");
        let span = rows.get(most).map_or(spec.span, |row| row.span);
        return Some(
            Diagnostic::error("chart-too-long", span, message).hint("show the largest, or make it two charts"),
        );
    }
    let needs_values = !matches!(spec.mark, Mark::Table | Mark::Timeline);
    if needs_values && !rows.is_empty() && rows.iter().all(|row| row.value.is_none()) {
        let finding = Diagnostic::error("chart-empty", spec.span, "no row of the chart has a value");
        return Some(finding.hint("leave the chart out until a value is known"));
    }
    None
}

/// Marks of one chart share an axis, and so a unit. Values that are set as text say their own.
fn unit_mix(spec: &ChartSpec, rows: &[Row]) -> Option<Diagnostic> {
    if spec.mark.is_text() {
        return None;
    }
    let mut units = rows.iter().filter_map(|row| Some((&row.value?.unit, row.span)));
    let (first, first_span) = units.next()?;
    let (other, span) = units.find(|(unit, _)| *unit != first)?;
    let named = |unit: &crate::quantity::Unit| match unit.to_string() {
        name if name.is_empty() => "a bare number".to_owned(),
        name => format!("in `{name}`"),
    };
    let message = format!("the chart mixes units: this row is {}, the first is {}", named(other), named(first));
    let finding = Diagnostic::error("chart-unit-mix", span, message).related(first_span, "the first row");
    Some(finding.hint("make one chart a unit"))
}

/// Titles that take more than two lines at 520 pixels, in any language of the site.
fn long_titles(site: &Site, spec: &ChartSpec) -> Vec<Diagnostic> {
    let lines = |title: &str| wrap(title, TITLE_WIDTH, TITLE_SIZE, Weight::Regular).len();
    let long = site.config.languages.iter().filter(|&&lang| lines(spec.title.get(lang)) > TITLE_LINES);
    let finding = |lang: &crate::locale::Lang| {
        let message = format!("the title in `{lang}` is over two lines long on a page of 520 pixels");
        let hint = "a title states the finding; what it measures belongs in the subtitle";
        Diagnostic::error("chart-title-length", spec.span, message).hint(hint)
    };
    long.map(finding).collect()
}
