//! Scales that would mislead or that cannot hold the values, and places that are on no axis.

use super::Chart;
use crate::chart::channels::{Row, sums};
use crate::diag::{Diagnostic, Spanned};
use crate::model::{Cell, Channel, Coordinate, Field, Mark, ScaleType};
use crate::quantity::{Amount, Decimal, Unit};

pub fn check(chart: &Chart) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    found.extend(not_a_number(chart));
    found.extend(steps(chart));
    if let Some(channel) = chart.spec.value_channel() {
        found.extend(zero(chart, channel));
        found.extend(wrong_scale(channel, true));
        found.extend(log(chart, channel));
        let domain = domain(chart, channel);
        found.extend(domain);
        let places = channel.scale.domain.iter().flatten().chain(&channel.axis.values);
        found.extend(places.filter_map(|at| value_place(chart, at)));
    }
    if let Some(channel) = chart.spec.category_channel() {
        found.extend(wrong_scale(channel, false));
        let places = channel.scale.domain.iter().flatten().chain(&channel.axis.values);
        found.extend(places.filter_map(|at| category_place(chart, at)));
    }
    for annotation in &chart.spec.annotations {
        let (along, across) = if chart.spec.mark.is_horizontal() {
            ([&annotation.x, &annotation.x2], [&annotation.y, &annotation.y2])
        } else {
            ([&annotation.y, &annotation.y2], [&annotation.x, &annotation.x2])
        };
        found.extend(along.into_iter().flatten().filter_map(|at| value_place(chart, at)));
        found.extend(across.into_iter().flatten().filter_map(|at| category_place(chart, at)));
    }
    found
}

/// A channel of values that has a field of something else.
fn not_a_number(chart: &Chart) -> Option<Diagnostic> {
    let channels = [chart.spec.value_channel(), chart.spec.second_channel()];
    channels.into_iter().flatten().find_map(|channel| no_values(chart, channel.field.as_ref()?))
}

fn no_values(chart: &Chart, field: &Spanned<Field>) -> Option<Diagnostic> {
    let is_number = match &field.value {
        Field::Value => true,
        Field::Column(name) => {
            let cell = |row: &Row| row.columns.and_then(|columns| columns.get(name)).cloned();
            chart.rows.iter().filter_map(cell).all(|cell| matches!(cell, Cell::Value(_)))
        }
        _ => false,
    };
    let finding = Diagnostic::error("chart-field", field.span, format!("`{}` is no field of values", field.value));
    (!is_number).then(|| finding.hint("the axis of values takes `value`, or a column of values"))
}

/// A bar's length is its value, so its axis starts at zero.
fn zero(chart: &Chart, channel: &Channel) -> Option<Diagnostic> {
    if !chart.spec.mark.starts_at_zero() {
        return None;
    }
    let scale = &channel.scale;
    let is_zero = |at: &Coordinate| at.value.as_ref().is_none_or(|value| value.amount.low().is_zero());
    let off = scale.zero.as_ref().filter(|zero| !zero.value).map(|zero| zero.span);
    let cut = scale.domain.as_ref().filter(|[from, to]| {
        let number = |at: &Coordinate| at.value.as_ref().map(|value| value.amount.low());
        let holds = number(from) <= Some(Decimal::ZERO) && number(to) >= Some(Decimal::ZERO);
        !is_zero(from) && !is_zero(to) && !holds
    });
    let log = scale.kind.as_ref().filter(|kind| kind.value == ScaleType::Log).map(|kind| kind.span);
    let span = off.or(cut.map(|[from, _]| from.span)).or(log)?;
    let message = format!("the axis of a `{}` chart must start at zero", chart.spec.mark.word());
    let hint = "its marks are as long as their values; where small differences matter, choose a chart of points";
    Some(Diagnostic::error("chart-zero", span, message).hint(hint))
}

/// A scale that the axis cannot have.
fn wrong_scale(channel: &Channel, of_values: bool) -> Option<Diagnostic> {
    let kind = channel.scale.kind.as_ref()?;
    let fits = match kind.value {
        ScaleType::Linear | ScaleType::Log => of_values,
        ScaleType::Band | ScaleType::Time => !of_values,
    };
    let (axis, hint) = if of_values {
        ("values", "an axis of values is `linear` or `log`")
    } else {
        ("names or periods", "an axis of names is a `band`; one of periods may be `time`")
    };
    let message = format!("an axis of {axis} cannot have this scale");
    (!fits).then(|| Diagnostic::error("chart-scale", kind.span, message).hint(hint))
}

/// A logarithmic scale has no place for zero or for what is below it.
fn log(chart: &Chart, channel: &Channel) -> Option<Diagnostic> {
    channel.scale.kind.as_ref().filter(|kind| kind.value == ScaleType::Log)?;
    let reaches = |amount: Amount| {
        let low = if amount.is_upper_bound() { Decimal::ZERO } else { amount.low() };
        low <= Decimal::ZERO
    };
    let row = chart.rows.iter().find(|row| row.value.is_some_and(|value| reaches(value.amount)))?;
    let message = "a logarithmic scale has no place for zero, for less, or for a value that may be as low";
    Some(Diagnostic::error("chart-log", row.span, message).hint("choose the scale `linear`, or leave the row out"))
}

/// Steps must lead from the first total to the last, and a total of bounded steps is itself bounded.
fn steps(chart: &Chart) -> Vec<Diagnostic> {
    if chart.spec.mark != Mark::Waterfall {
        return vec![];
    }
    let mut parts: Vec<Vec<&Row>> = Vec::new();
    for row in chart.rows {
        let is_same = |part: &&mut Vec<&Row>| chart.fields.facet.as_ref().is_none_or(|f| part[0].key(f) == row.key(f));
        match parts.iter_mut().find(is_same) {
            Some(part) => part.push(row),
            None => parts.push(vec![row]),
        }
    }
    parts.iter().filter_map(|part| wrong_total(part)).collect()
}

fn wrong_total(rows: &[&Row]) -> Option<Diagnostic> {
    let (last, before) = rows.split_last()?;
    let written = last.value?;
    if before.is_empty() || before.iter().any(|row| row.value.is_none()) {
        return None;
    }
    let sum = sums::total(before.iter().map(|row| row.value))?;
    let agrees = match (sum.amount, written.amount) {
        (Amount::Exact(a), Amount::Exact(b)) => a == b,
        (sum, Amount::Exact(_)) => !is_bound(sum),
        _ => true,
    };
    let message = format!("the steps lead to `{sum}`, not to `{written}`");
    let hint = if is_bound(sum.amount) {
        format!("bounded steps have a bounded total: write `{sum}`")
    } else {
        "the last row of a waterfall is the sum of those before it".to_owned()
    };
    (!agrees).then(|| Diagnostic::error("chart-steps", last.span, message).hint(hint))
}

pub fn is_bound(amount: Amount) -> bool {
    !matches!(amount, Amount::Exact(_) | Amount::About(_))
}

/// A domain that leaves a value out.
fn domain(chart: &Chart, channel: &Channel) -> Option<Diagnostic> {
    let [from, to] = channel.scale.domain.as_ref()?;
    let (a, b) = (from.value.as_ref()?.amount.low(), to.value.as_ref()?.amount.low());
    let (low, high) = (a.min(b), a.max(b));
    let outside = chart
        .rows
        .iter()
        .find(|row| row.value.is_some_and(|value| value.amount.low() < low || value.amount.high() > high))?;
    let finding = Diagnostic::error("chart-domain", from.span, "the domain leaves out a value of the chart");
    Some(finding.related(outside.span, "this one").hint("widen the domain, or leave it to the values"))
}

/// A place on the axis of values that is no value in their unit.
fn value_place(chart: &Chart, at: &Coordinate) -> Option<Diagnostic> {
    let unit = chart.rows.iter().find_map(|row| Some(&row.value?.unit)).unwrap_or(&Unit::Number);
    let fits = at.value.as_ref().is_some_and(|value| {
        matches!(value.amount, Amount::Exact(_)) && (value.unit == Unit::Number || value.unit == *unit)
    });
    let message = format!("`{}` is no place on the axis of values", at.text);
    let hint = match unit.to_string() {
        unit if unit.is_empty() => "write a number".to_owned(),
        unit => format!("write a number in `{unit}`"),
    };
    (!fits).then(|| Diagnostic::error("chart-place", at.span, message).hint(hint))
}

/// A place on the axis of names or periods that is neither a name there nor a period.
fn category_place(chart: &Chart, at: &Coordinate) -> Option<Diagnostic> {
    let field = &chart.fields.category;
    let is_time = chart.rows.first().is_some_and(|row| row.period_of(field).is_some());
    let named = || chart.rows.iter().any(|row| row.ids(field).iter().any(|id| **id == *at.text));
    let fits = if is_time { at.period.is_some() } else { named() };
    let message = format!("`{}` is no place on the axis of `{field}`", at.text);
    let hint = if is_time {
        "write a period: `2025`, `2024-Q4`, `2025-02-06`".to_owned()
    } else {
        let known: Vec<String> = chart.rows.iter().filter_map(|row| Some(row.key(field)?.into_owned())).collect();
        crate::diag::suggestion(&at.text, known.iter().map(String::as_str))
            .unwrap_or_else(|| "write a name of a row".into())
    };
    (!fits).then(|| Diagnostic::error("chart-place", at.span, message).hint(hint))
}
