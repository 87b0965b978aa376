//! Which field names the categories of a chart, which one its series, which one its small charts: as the author says, or
//! as the rows tell.

use super::rows::Row;
use crate::model::{Cell, Channel, ChartSpec, Field, Mark};
use std::collections::BTreeMap;

/// The fields by which rows are told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    pub category: Field,
    pub series: Option<Field>,
    pub facet: Option<Field>,
}

/// The author's choice; else, for categories, what tells the rows apart (companies, then periods, then metrics, then columns of
/// the chart's own; where values stand upright, periods first; of a dumbbell what makes pairs of rows), and for series the ends of rows of two values, or
/// what tells apart rows of one category.
pub fn fields(spec: &ChartSpec, rows: &[Row]) -> Fields {
    let chosen = |channel: Option<&Channel>| Some(channel?.field.as_ref()?.value.clone());
    let category = chosen(spec.category_channel()).unwrap_or_else(|| category(spec, rows));
    let facet = chosen(spec.encoding.facet.as_ref());
    let ends = spec.second_channel().and_then(|channel| channel.field.as_ref()).map(|_| Field::End);
    let series = ends.or_else(|| chosen(spec.encoding.color.as_ref())).or_else(|| {
        let taken = |field: &Field| *field == category || facet.as_ref() == Some(field);
        let shares = |a: &Row, b: &Row| {
            a.key(&category) == b.key(&category) && facet.as_ref().is_none_or(|facet| a.key(facet) == b.key(facet))
        };
        let is_shared = || rows.iter().enumerate().any(|(n, row)| rows[..n].iter().any(|other| shares(row, other)));
        if !spec.mark.has_series() || !is_shared() {
            return None;
        }
        candidates(rows, false).into_iter().find(|field| !taken(field) && tells(field, rows))
    });
    Fields { category, series, facet }
}

fn category(spec: &ChartSpec, rows: &[Row]) -> Field {
    if spec.mark == Mark::Timeline {
        return Field::Period;
    }
    let candidates = candidates(rows, !spec.mark.is_horizontal());
    if spec.mark == Mark::Dumbbell {
        let (periods, names): (Vec<&Field>, Vec<&Field>) =
            candidates.iter().partition(|field| **field == Field::Period);
        if let Some(field) = names.into_iter().chain(periods).find(|field| pairs(field, spec, rows)) {
            return field.clone();
        }
    }
    if let Some(field) = candidates.iter().find(|field| tells(field, rows)) {
        return field.clone();
    }
    let own = candidates.into_iter().find(|field| matches!(field, Field::Column(_)));
    if spec.mark.joins() && !rows.is_empty() && rows.iter().all(|row| row.period.is_some()) {
        return Field::Period;
    }
    let companies = !rows.is_empty() && rows.iter().all(|row| row.company.is_some());
    own.unwrap_or(if companies || rows.is_empty() { Field::Company } else { Field::Metric })
}

/// True where some rows of a small chart have the same in the field, but never more than two of them.
fn pairs(field: &Field, spec: &ChartSpec, rows: &[Row]) -> bool {
    let facet = spec.encoding.facet.as_ref().and_then(|channel| channel.field.as_ref());
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for row in rows {
        let Some(key) = row.key(field) else { return false };
        *counts.entry((key, facet.and_then(|facet| row.key(&facet.value)))).or_default() += 1;
    }
    counts.values().max() == Some(&2)
}

/// The fields that may name something, the likeliest first.
fn candidates(rows: &[Row], periods_first: bool) -> Vec<Field> {
    let mut fields = vec![Field::Company, Field::Period, Field::Metric];
    if periods_first {
        fields.swap(0, 1);
    }
    let own = rows.first().into_iter().flat_map(Row::fields);
    fields.extend(own.filter(|field| matches!(field, Field::Column(_)) && is_named_by(field, rows)));
    fields
}

/// True for columns of words and periods; numbers name nothing.
fn is_named_by(field: &Field, rows: &[Row]) -> bool {
    let Field::Column(name) = field else { return true };
    let cell = |row: &Row| row.columns.and_then(|columns| columns.get(name)).cloned();
    rows.iter().filter_map(cell).all(|cell| !matches!(cell, Cell::Value(_)))
}

/// True where the first row has something in the field, and another row has another thing or nothing. A company must be there in
/// each row.
fn tells(field: &Field, rows: &[Row]) -> bool {
    if *field == Field::Company && rows.iter().any(|row| row.company.is_none()) {
        return false;
    }
    let mut keys = rows.iter().map(|row| row.key(field));
    let first = keys.next().flatten();
    first.is_some() && keys.any(|key| key != first)
}

/// What else rows that are set as text say by words: the columns of their own, and companies and metrics where those differ.
pub fn words_besides(category: &Field, rows: &[&Row]) -> Vec<Field> {
    let Some(first) = rows.first() else { return vec![] };
    let is_text = |name: &str| rows.iter().all(|row| row.text(name).is_some());
    let differs = |field: &Field| rows.iter().any(|row| row.key(field) != first.key(field));
    let says = |field: &Field| match field {
        Field::Column(name) => is_text(name),
        Field::Company | Field::Metric => differs(field),
        Field::Period | Field::Value | Field::Status | Field::Source | Field::End => false,
    };
    let mut fields: Vec<Field> = first.fields().filter(|field| field != category && says(field)).collect();
    // What an author has written for this chart comes first.
    fields.sort_by_key(|field| !matches!(field, Field::Column(_)));
    fields
}
