//! In which order categories, series and small charts come, and which rows are highlighted.

use super::rows::{Row, by_value, mixes_units};
use crate::locale::Formats;
use crate::model::{Channel, ChartSpec, Field, Highlight, RowSource, Site, Sort};
use crate::quantity::{Amount, Value};
use std::cmp::Ordering;

/// A category, a series or a small chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// In the language; empty where all rows belong to one thing without a name.
    pub label: String,
    /// The row that first has it, in the order of writing.
    pub first: usize,
}

/// By which value a group is sorted.
#[derive(Clone, Copy)]
pub enum By<'g> {
    /// The first one.
    First,
    /// The sum of all.
    Total,
    /// That of the last of these other groups: of two ends the later one.
    Last(&'g Groups),
}

/// How rows are grouped by a field: the names in order, and for each row the place of its own among them.
pub struct Groups {
    pub names: Vec<Name>,
    pub of: Vec<usize>,
}

impl Groups {
    /// One group without a name.
    pub fn one(rows: &[Row]) -> Self {
        Self { names: vec![Name { label: String::new(), first: 0 }], of: vec![0; rows.len()] }
    }

    /// Groups rows by a field, and the groups in the order `sort`; `by` says which value that goes by.
    pub fn by(field: &Field, sort: &Sort, by: By, rows: &[Row], site: &Site, formats: &Formats) -> Self {
        let mut names: Vec<Name> = Vec::new();
        let mut of = Vec::with_capacity(rows.len());
        let keys: Vec<_> = rows.iter().map(|row| row.key(field)).collect();
        for (index, (row, key)) in rows.iter().zip(&keys).enumerate() {
            let known = names.iter().position(|name| key.is_some() && keys[name.first] == *key);
            of.push(known.unwrap_or(names.len()));
            if known.is_none() {
                names.push(Name { label: row.name(field, site, formats), first: index });
            }
        }
        let mut order: Vec<usize> = (0..names.len()).collect();
        let value = |group: usize| {
            let own = || (0..rows.len()).filter(|&index| of[index] == group);
            let mut values = own().map(|index| rows[index].value);
            match by {
                By::First => values.next().flatten().cloned(),
                By::Total => total(values),
                By::Last(others) => rows[own().max_by_key(|&index| others.of[index])?].value.cloned(),
            }
        };
        let values: Vec<Option<Value>> = (0..names.len()).map(value).collect();
        let first = |group: usize| &rows[names[group].first];
        let by_itself = |a: usize, b: usize| match (first(a).timing_of(field), first(b).timing_of(field)) {
            // Fiscal years are ordered as if they were calendar years: one company's all shift alike.
            (Some(a), Some(b)) => a.days(12).cmp(&b.days(12)),
            _ => names[a].label.cmp(&names[b].label),
        };
        order.sort_by(|&a, &b| match sort {
            Sort::AsWritten => Ordering::Equal,
            Sort::Smallest => by_value(values[a].as_ref(), values[b].as_ref(), false),
            Sort::Largest => by_value(values[a].as_ref(), values[b].as_ref(), true),
            Sort::Ascending => by_itself(a, b),
            Sort::Descending => by_itself(b, a),
            Sort::Names(ids) => {
                let place = |group: usize| {
                    let own = first(group).ids(field);
                    ids.iter().position(|id| own.contains(&id.value.as_str().into())).unwrap_or(ids.len())
                };
                place(a).cmp(&place(b))
            }
        });
        let mut rank = vec![0; names.len()];
        for (place, &group) in order.iter().enumerate() {
            rank[group] = place;
        }
        let of = of.into_iter().map(|group| rank[group]).collect();
        let mut sorted: Vec<(usize, Name)> = names.into_iter().enumerate().map(|(n, name)| (rank[n], name)).collect();
        sorted.sort_by_key(|(rank, _)| *rank);
        Self { names: sorted.into_iter().map(|(_, name)| name).collect(), of }
    }
}

/// The sum of the low ends and that of the high ends: what sorting goes by.
fn total<'v>(values: impl Iterator<Item = Option<&'v Value>>) -> Option<Value> {
    values.flatten().fold(None, |sum: Option<Value>, value| {
        let Some(sum) = sum else { return Some(value.clone()) };
        let low = sum.amount.low().saturating_add(value.amount.low());
        let high = sum.amount.high().saturating_add(value.amount.high());
        Some(Value { amount: Amount::Range(low, high), ..sum })
    })
}

/// The order of categories: the author's; else periods by time where values stand upright, the largest figure first, and
/// data as they are written.
pub fn of_categories(spec: &ChartSpec, field: &Field, rows: &[Row]) -> Sort {
    if let Some(sort) = spec.category_channel().and_then(|channel| channel.sort.clone()) {
        return sort;
    }
    let is_time = rows.first().is_some_and(|row| row.period_of(field).is_some());
    match spec.rows {
        _ if spec.mark.keeps_order() => Sort::AsWritten,
        _ if is_time && (spec.mark.is_text() || !spec.mark.is_horizontal()) => Sort::Ascending,
        RowSource::Figures(_) if mixes_units(rows) => Sort::AsWritten,
        RowSource::Figures(_) => Sort::Largest,
        RowSource::Data(_) => Sort::AsWritten,
    }
}

/// The order of series and of small charts: the author's; else periods by time, and all else as it is written.
pub fn of_groups(channel: Option<&Channel>, field: &Field, rows: &[Row]) -> Sort {
    let is_time = rows.first().is_some_and(|row| row.period_of(field).is_some());
    let sort = channel.and_then(|channel| channel.sort.clone());
    sort.unwrap_or(if is_time { Sort::Ascending } else { Sort::AsWritten })
}

/// Rows in the order that the channel `order` asks for; all other orders keep it where they say nothing.
pub fn taken<'s>(mut rows: Vec<Row<'s>>, channel: Option<&Channel>) -> Vec<Row<'s>> {
    let Some(field) = channel.and_then(|channel| channel.field.as_ref()) else { return rows };
    let compare = |a: &Row, b: &Row| match (a.period_of(&field.value), b.period_of(&field.value)) {
        (Some(a), Some(b)) => a.days(12).cmp(&b.days(12)),
        _ if field.value == Field::Value => by_value(a.value, b.value, false),
        _ => a.key(&field.value).cmp(&b.key(&field.value)),
    };
    match channel.and_then(|channel| channel.sort.as_ref()) {
        Some(Sort::Descending | Sort::Largest) => rows.sort_by(|a, b| compare(b, a)),
        _ => rows.sort_by(compare),
    }
    rows
}

/// Which rows, as written, carry the accent colour.
pub fn highlighted(highlight: &Highlight, fields: &[&Field], rows: &[Row]) -> Vec<bool> {
    match highlight {
        Highlight::None => vec![false; rows.len()],
        Highlight::Names(names) => {
            let is_named =
                |row: &Row, field: &Field| row.ids(field).iter().any(|id| names.iter().any(|n| n.value == **id));
            rows.iter().map(|row| fields.iter().any(|field| is_named(row, field))).collect()
        }
        Highlight::Last(n) => {
            let values = if rows.iter().any(|row| row.end.is_some()) { 2 * n } else { *n };
            (0..rows.len()).map(|index| index + values >= rows.len()).collect()
        }
        Highlight::Max(n) => {
            let mut order: Vec<usize> = (0..rows.len()).filter(|&index| rows[index].value.is_some()).collect();
            order.sort_by(|&a, &b| by_value(rows[a].value, rows[b].value, true));
            order.truncate(*n);
            (0..rows.len()).map(|index| order.contains(&index)).collect()
        }
    }
}
