//! Names that tell nothing apart, names that are not there, and more series than colours.

use super::Chart;
use crate::chart::channels::{Row, words_besides};
use crate::diag::{Diagnostic, Span, Spanned, nearest, suggestion};
use crate::model::{Field, Highlight, Mark};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// There are as many colours as a reader tells apart.
const MOST_SERIES: usize = 6;

pub fn check(chart: &Chart) -> Vec<Diagnostic> {
    let lacking = missing_fields(chart);
    if !lacking.is_empty() {
        return lacking;
    }
    let mut found = same_names(chart);
    found.extend(many_series(chart));
    found.extend(unknown_highlights(chart));
    found
}

/// Rows that lack what the author wants them named by.
fn missing_fields(chart: &Chart) -> Vec<Diagnostic> {
    let encoding = &chart.spec.encoding;
    let channels = [chart.spec.category_channel(), encoding.color.as_ref(), encoding.facet.as_ref()];
    let chosen = channels.into_iter().filter_map(|channel| Some(&channel?.field.as_ref()?.value));
    // What happened needs its date.
    let date = (chart.spec.mark == Mark::Timeline).then_some(&chart.fields.category);
    let fields: BTreeSet<&Field> = chosen.chain(date).collect();
    let available = |row: &Row, field: &Field| row.key(field).is_some();
    let finding = |row: &Row, field: &Field| {
        let message = format!("the row has no `{field}` to name its mark");
        let others: Vec<String> = row
            .fields()
            .filter(|other| !matches!(other, Field::Value | Field::Status | Field::Source))
            .filter(|other| chart.rows.iter().all(|row| available(row, other)))
            .map(|other| format!("`{other}`"))
            .collect();
        let finding = Diagnostic::error("chart-field", row.span, message);
        if others.is_empty() { finding } else { finding.hint(format!("every row has: {}", others.join(", "))) }
    };
    let lacking = fields.into_iter().flat_map(|field| chart.rows.iter().map(move |row| (row, field)));
    lacking.filter(|(row, field)| !available(row, field)).map(|(row, field)| finding(row, field)).collect()
}

/// Two marks of one name cannot be told apart.
fn same_names(chart: &Chart) -> Vec<Diagnostic> {
    let fields = chart.fields;
    let mut by: Vec<&Field> =
        [Some(&fields.category), fields.series.as_ref(), fields.facet.as_ref()].into_iter().flatten().collect();
    // Rows of text are told apart by all that they say.
    let rows: Vec<&Row> = chart.rows.iter().collect();
    let said = if chart.spec.mark.is_text() { words_besides(&fields.category, &rows) } else { vec![] };
    by.extend(&said);
    if chart.spec.mark.is_text() && !by.contains(&&Field::Period) && rows.iter().all(|row| row.period.is_some()) {
        by.push(&Field::Period);
    }
    let mut seen: BTreeMap<Vec<String>, Span> = BTreeMap::new();
    let mut found = Vec::new();
    for row in chart.rows {
        let keys = by.iter().map(|field| Some(row.key(field)?.into_owned()));
        let Some(names) = keys.collect::<Option<Vec<String>>>() else { continue };
        let Some(first) = seen.get(&names) else {
            seen.insert(names, row.span);
            continue;
        };
        let named: Vec<String> = by.iter().zip(&names).map(|(field, name)| format!("{field} `{name}`")).collect();
        let message = format!("two rows of the chart have the same {}", named.join(" and "));
        let finding = Diagnostic::error("chart-same-name", row.span, message).related(*first, "the other one");
        found.push(finding.hint(match telling_field(chart) {
            Some(other) => {
                let channel = if chart.spec.mark.is_horizontal() { 'y' } else { 'x' };
                format!("`encoding: {{{channel}: {{field: {other}}}}}` tells them apart")
            }
            None => "leave one out, or make two charts".to_owned(),
        }));
    }
    found
}

/// A field by which all rows differ.
fn telling_field(chart: &Chart) -> Option<Field> {
    let is_name = |field: &Field| !matches!(field, Field::Value | Field::Status | Field::Source);
    chart.rows.first()?.fields().filter(is_name).find(|field| {
        let mut names: Vec<Cow<str>> = chart.rows.iter().filter_map(|row| row.key(field)).collect();
        names.sort_unstable();
        names.dedup();
        *field != chart.fields.category && names.len() == chart.rows.len()
    })
}

fn many_series(chart: &Chart) -> Option<Diagnostic> {
    let field = chart.fields.series.as_ref()?;
    let mut names: Vec<Cow<str>> = Vec::new();
    for row in chart.rows {
        let name = row.key(field)?;
        if names.contains(&name) {
            continue;
        }
        names.push(name);
        if names.len() > MOST_SERIES {
            let message =
                format!("the chart has more than {MOST_SERIES} series, which is as many as a reader tells apart");
            let hint = "sum up the small ones, or give each its own small chart with `facet`";
            return Some(Diagnostic::error("chart-series", row.span, message).hint(hint));
        }
    }
    None
}

/// Names to highlight that no row has.
fn unknown_highlights(chart: &Chart) -> Vec<Diagnostic> {
    let Highlight::Names(names) = &chart.spec.highlight else { return vec![] };
    let fields: Vec<&Field> = [&chart.fields.category].into_iter().chain(&chart.fields.series).collect();
    let ids = chart.rows.iter().flat_map(|row| fields.iter().flat_map(|field| row.ids(field)));
    let mut known: Vec<String> = Vec::new();
    for id in ids {
        if known.iter().all(|known| *known != *id) {
            known.push(id.into_owned());
        }
    }
    let words: Vec<&str> = fields.iter().map(|field| field.word()).collect();
    let unknown = names.iter().filter(|name| !known.contains(&name.value));
    let finding = |name: &Spanned<String>| {
        let message = format!("no row of the chart has the {} `{}`", words.join(" or "), name.value);
        let mut finding = Diagnostic::error("unknown-highlight", name.span, message);
        // An author may have written the name that readers see.
        let candidates = || known.iter().map(String::as_str);
        let near = nearest(&name.value.to_lowercase(), candidates()).map(|near| format!("did you mean `{near}`?"));
        finding.hint = near.or_else(|| suggestion(&name.value, candidates()));
        finding
    };
    unknown.map(finding).collect()
}
