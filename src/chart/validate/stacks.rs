//! Stacks that have no sum, no shares, or parts with nothing to stand on.

use super::Chart;
use super::axes::is_bound;
use crate::chart::channels::Row;
use crate::diag::Diagnostic;
use crate::model::{Mark, Stack};
use crate::quantity::{Amount, Decimal};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

pub fn check(chart: &Chart) -> Option<Diagnostic> {
    if chart.spec.mark == Mark::StackedArea {
        return below_zero(chart).or_else(|| bounds(chart)).or_else(|| missing_parts(chart));
    }
    bounds(chart)
}

/// The share of what is only bounded is not known; nor is where a stack around zero ends that holds such a value.
fn bounds(chart: &Chart) -> Option<Diagnostic> {
    if !chart.spec.mark.stacks() {
        return None;
    }
    let stack = chart.spec.value_channel().and_then(|channel| channel.stack);
    let value = |row: &Row| row.value.map(|value| value.amount);
    let is_below = |amount: Amount| amount.low() < Decimal::ZERO;
    if stack == Some(Stack::Normalize) {
        let is_bad = |row: &&Row| value(row).is_none_or(|amount| is_bound(amount) || is_below(amount));
        let row = chart.rows.iter().find(is_bad)?;
        let message = "shares of a whole take exact values that are not below zero";
        let hint = "stack from `zero`, which shows what is bounded";
        return Some(Diagnostic::error("chart-normalize", row.span, message).hint(hint));
    }
    let below = chart.rows.iter().find(|row| value(row).is_some_and(is_below));
    if below.is_none() && stack != Some(Stack::Diverging) {
        return None;
    }
    let row = chart.rows.iter().find(|row| value(row).is_some_and(is_bound))?;
    let message = "a stack around zero takes exact values";
    Some(Diagnostic::error("chart-stack", row.span, message).hint("put the values side by side: `grouped-column`"))
}

/// Areas that change sides would cross each other.
fn below_zero(chart: &Chart) -> Option<Diagnostic> {
    let stack = chart.spec.value_channel().and_then(|channel| channel.stack);
    let below = chart.rows.iter().find(|row| row.value.is_some_and(|value| value.amount.low() < Decimal::ZERO));
    let span = below.map(|row| row.span).or((stack == Some(Stack::Diverging)).then_some(chart.spec.span))?;
    let message = "areas upon each other take values that are not below zero";
    let hint = "`stacked-column` shows what is below zero, and `line` each series by itself";
    Some(Diagnostic::error("chart-stack", span, message).hint(hint))
}

/// Areas upon each other need every part of a period, and one period at least that has them all disclosed.
fn missing_parts(chart: &Chart) -> Option<Diagnostic> {
    let series_field = chart.fields.series.as_ref()?;
    let mut parts: BTreeMap<Option<Cow<str>>, BTreeSet<Cow<str>>> = BTreeMap::new();
    let mut periods: BTreeMap<_, Vec<(Cow<str>, &Row)>> = BTreeMap::new();
    for row in chart.rows {
        let (Some(period), Some(series)) = (row.key(&chart.fields.category), row.key(series_field)) else { continue };
        let facet = chart.fields.facet.as_ref().and_then(|facet| row.key(facet));
        parts.entry(facet.clone()).or_default().insert(series.clone());
        periods.entry((facet, period)).or_default().push((series, row));
    }
    for ((facet, period), rows) in &periods {
        let lacks = |part: &&Cow<str>| rows.iter().all(|(series, _)| series != *part);
        if let Some(part) = parts[facet].iter().find(lacks) {
            let message = format!("`{part}` has no row for `{period}`");
            let hint = "write `0` where there was nothing, and `n/a` where nothing is disclosed";
            return Some(Diagnostic::error("chart-stack", rows[0].1.span, message).hint(hint));
        }
    }
    let is_whole = |rows: &Vec<(Cow<str>, &Row)>| rows.iter().all(|(_, row)| row.value.is_some());
    let message = "no period of the chart has all of its values, so nothing can be stacked";
    let finding = Diagnostic::error("chart-stack", chart.spec.span, message);
    (!periods.values().any(is_whole)).then(|| finding.hint("`line` shows each series by itself"))
}
