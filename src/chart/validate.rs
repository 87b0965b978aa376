//! What is wrong with a chart before it is drawn: rows that do not belong together, names that tell nothing apart,
//! a title that is too long.

use super::channels::{Row, field, rows};
use super::measure::{Weight, wrap};
use crate::diag::{Diagnostic, Span, nearest, suggestion};
use crate::model::{Brief, ChartSpec, Field, Highlight, RowSource, Site};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// More bars than this are a table.
const MOST_ROWS: usize = 40;
/// The width and the size in which a title takes two lines at most, in CSS pixels: the page's at 520. The page sets titles
/// in a bold serif, which runs about as wide as the regular sans-serif with its margin.
const TITLE_WIDTH: f64 = 520.0;
const TITLE_SIZE: f64 = 22.0;
const TITLE_LINES: usize = 2;

/// Everything that is wrong with a chart. Figures that the brief does not have are reported elsewhere and left out here.
pub fn check(site: &Site, brief: &Brief, spec: &ChartSpec) -> Vec<Diagnostic> {
    let rows = rows(brief, spec);
    let field = field(spec, &rows);
    let mut found = Vec::new();
    found.extend(row_count(spec, &rows));
    found.extend(unit_mix(&rows));
    let lacking = missing_field(spec, field, &rows);
    if lacking.is_empty() {
        found.extend(same_names(field, &rows));
        found.extend(unknown_highlights(spec, field, &rows));
    }
    found.extend(lacking);
    found.extend(long_titles(site, spec));
    found
}

fn row_count(spec: &ChartSpec, rows: &[Row]) -> Option<Diagnostic> {
    let written = match &spec.rows {
        RowSource::Figures(ids) => ids.len(),
        RowSource::Inline { rows, .. } => rows.len(),
    };
    if written == 0 {
        let finding = Diagnostic::error("chart-empty", spec.span, "the chart has no rows");
        return Some(finding.hint("name the figures that it shows under `figures`"));
    }
    if written > MOST_ROWS {
        let message = format!("the chart has {written} rows, and a reader follows {MOST_ROWS} at most");
        let span = rows.get(MOST_ROWS).map_or(spec.span, |row| row.span);
        return Some(
            Diagnostic::error("chart-too-long", span, message).hint("show the largest, or make it two charts"),
        );
    }
    if !rows.is_empty() && rows.iter().all(|row| row.value.is_none()) {
        let finding = Diagnostic::error("chart-empty", spec.span, "no row of the chart has a value");
        return Some(finding.hint("leave the chart out until a value is known"));
    }
    None
}

/// Bars of one chart share an axis, and so a unit.
fn unit_mix(rows: &[Row]) -> Option<Diagnostic> {
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

/// Rows that lack what the author wants them named by.
fn missing_field(spec: &ChartSpec, field: Field, rows: &[Row]) -> Vec<Diagnostic> {
    if spec.y.field.is_none() {
        return vec![];
    }
    let available = |row: &Row, field: Field| !row.ids(field).is_empty();
    let lacking = rows.iter().filter(|row| !available(row, field));
    let finding = |row: &Row| {
        let message = format!("the row has no `{}` to name its bar", field.word());
        let others: Vec<String> = Field::ALL
            .into_iter()
            .filter(|&other| rows.iter().all(|row| available(row, other)))
            .map(|other| format!("`{}`", other.word()))
            .collect();
        let finding = Diagnostic::error("chart-field", row.span, message);
        if others.is_empty() { finding } else { finding.hint(format!("every row has: {}", others.join(", "))) }
    };
    lacking.map(finding).collect()
}

/// Two bars of one name cannot be told apart.
fn same_names(field: Field, rows: &[Row]) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    let mut found = Vec::new();
    for row in rows {
        let Some(name) = row.ids(field).first().map(ToString::to_string) else { continue };
        if let Some(first) = seen.get(&name) {
            let message = format!("two bars of the chart have the same {} `{name}`", field.word());
            let finding = Diagnostic::error("chart-same-name", row.span, message).related(*first, "the other one");
            found.push(finding.hint(match telling_field(field, rows) {
                Some(other) => format!("`encoding: {{y: {{field: {}}}}}` tells them apart", other.word()),
                None => "leave one out, or make two charts".to_owned(),
            }));
        } else {
            seen.insert(name, row.span);
        }
    }
    found
}

/// A field by which all rows differ.
fn telling_field(not: Field, rows: &[Row]) -> Option<Field> {
    Field::ALL.into_iter().find(|&field| {
        let mut names: Vec<String> =
            rows.iter().filter_map(|row| row.ids(field).first().map(ToString::to_string)).collect();
        names.sort_unstable();
        names.dedup();
        field != not && names.len() == rows.len()
    })
}

/// Names to highlight that no bar has.
fn unknown_highlights(spec: &ChartSpec, field: Field, rows: &[Row]) -> Vec<Diagnostic> {
    let Highlight::Names(names) = &spec.highlight else { return vec![] };
    let known: Vec<String> = rows.iter().flat_map(|row| row.ids(field)).map(Cow::into_owned).collect();
    let unknown = names.iter().filter(|name| !known.contains(&name.value));
    let finding = |name: &crate::diag::Spanned<String>| {
        let message = format!("no bar of the chart has the {} `{}`", field.word(), name.value);
        let finding = Diagnostic::error("unknown-highlight", name.span, message);
        // An author may have written the figure's id, or the name that readers see.
        let lower = name.value.to_lowercase();
        let candidates = known.iter().map(String::as_str);
        match nearest(&lower, candidates.clone()) {
            Some(near) => finding.hint(format!("did you mean `{near}`?")),
            None => match suggestion(&name.value, candidates) {
                Some(hint) => finding.hint(hint),
                None => finding,
            },
        }
    };
    unknown.map(finding).collect()
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
