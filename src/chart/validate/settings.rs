//! Settings that a chart has no use for: an author who writes one expects to see something of it.

use super::Chart;
use crate::chart::scale::labels::Grain;
use crate::diag::{Diagnostic, Span};
use crate::model::{Channel, ChartSpec, Curve, Field, FieldType, Orient, SeriesLabels};

/// A setting without effect: where it stands, what it is called, and what to do about it.
type Idle = (Span, String, &'static str);

pub fn check(chart: &Chart) -> Vec<Diagnostic> {
    let spec = chart.spec;
    let (along, across) = if spec.mark.is_horizontal() { ("x", "y") } else { ("y", "x") };
    let mut idle = of_chart(spec);
    idle.extend(spec.value_channel().into_iter().flat_map(|channel| of_values(spec, channel, along)));
    idle.extend(spec.category_channel().into_iter().flat_map(|channel| of_names(chart, channel, across)));
    let finding = |(span, what, hint): Idle| {
        let message = format!("`{what}` changes nothing in a `{}` chart", spec.mark.word());
        Diagnostic::error("chart-setting", span, message).hint(hint)
    };
    let mut found: Vec<Diagnostic> = idle.into_iter().map(finding).collect();
    found.extend(spec.encoding.channels().filter_map(|(_, channel)| wrong_type(channel)));
    found
}

fn of_chart(spec: &ChartSpec) -> Vec<Idle> {
    let mut idle = Vec::new();
    let mut add = |is: bool, what: &str, hint| idle.extend(is.then(|| (spec.span, what.to_owned(), hint)));
    add(spec.curve != Curve::Linear && !spec.mark.joins(), "curve", "only lines and areas are joined: leave it out");
    add(
        spec.labels.series == Some(SeriesLabels::End) && !spec.mark.joins(),
        "labels.series: end",
        "only lines and areas have ends to be named at: choose `key`",
    );
    let has_proportions = spec.layout.aspect.is_some() || spec.layout.narrow.is_some();
    add(
        has_proportions && spec.mark.is_horizontal(),
        "layout",
        "a chart whose names stand below one another is as high as they need: leave it out",
    );
    idle
}

/// Of the channel along which values run.
fn of_values(spec: &ChartSpec, channel: &Channel, name: &str) -> Vec<Idle> {
    let mut idle = Vec::new();
    let mut add = |is: bool, what: &str, hint| idle.extend(is.then(|| (channel.span, format!("{name}.{what}"), hint)));
    add(channel.stack.is_some() && !spec.mark.stacks(), "stack", "a stacked mark adds series up: `stacked-column`");
    add(channel.sort.is_some(), "sort", "names are sorted on the axis where they stand");
    add(channel.time_unit.is_some(), "timeUnit", "values have no periods: leave it out");
    let own = if spec.mark.is_horizontal() { Orient::Top } else { Orient::Left };
    add(
        channel.axis.orient.is_some_and(|orient| orient != own),
        "axis.orient",
        "values stand at the `top` of marks that lie, and `left` of marks that stand",
    );
    idle
}

/// Of the channel along which names or periods stand.
fn of_names(chart: &Chart, channel: &Channel, name: &str) -> Vec<Idle> {
    let mark = chart.spec.mark;
    let mut idle = Vec::new();
    let mut add = |is: bool, what: &str, hint| idle.extend(is.then(|| (channel.span, format!("{name}.{what}"), hint)));
    let of_values = "it belongs to the axis of values";
    add(channel.format.is_some(), "format", of_values);
    add(channel.stack.is_some(), "stack", of_values);
    add(channel.scale.zero.is_some(), "scale.zero", of_values);
    add(channel.scale.nice.is_some(), "scale.nice", of_values);
    add(channel.axis.grid.is_some(), "axis.grid", of_values);
    add(channel.axis.format.is_some(), "axis.format", of_values);
    let joined = "only lines and areas have an axis of points: leave it out";
    add(channel.scale.domain.is_some() && !mark.joins(), "scale.domain", joined);
    add(channel.axis.ticks.is_some() && !mark.joins(), "axis.ticks", joined);
    add(!channel.axis.values.is_empty() && !mark.joins(), "axis.values", joined);
    add(channel.axis.hidden && !mark.joins(), "axis: null", "marks without names tell nothing: leave it out");
    let own = if mark.is_horizontal() { Orient::Left } else { Orient::Bottom };
    add(
        channel.axis.orient.is_some_and(|orient| orient != own),
        "axis.orient",
        "names stand `left` of marks that lie, and at the `bottom` of marks that stand",
    );
    if let Some(unit) = channel.time_unit {
        let periods = chart.rows.iter().filter_map(|row| row.period_of(&chart.fields.category));
        let coarsest = periods.map(Grain::of).max();
        let is_finer = coarsest.is_none_or(|coarsest| Grain::from(unit) < coarsest.min(Grain::Years));
        add(mark.is_horizontal() || is_finer, "timeUnit", "it tells periods along x less finely than they are");
    }
    idle
}

/// A type that contradicts what a field of every row is.
fn wrong_type(channel: &Channel) -> Option<Diagnostic> {
    let (field, kind) = (channel.field.as_ref()?, channel.kind?);
    let (fits, hint) = match &field.value {
        Field::Column(_) => return None,
        Field::Value => (kind == FieldType::Quantitative, "it is `quantitative`"),
        Field::Period => (matches!(kind, FieldType::Temporal | FieldType::Ordinal), "it is `temporal`"),
        _ => (matches!(kind, FieldType::Nominal | FieldType::Ordinal), "it is `nominal`"),
    };
    let message = format!("the field `{}` has a type of its own", field.value);
    (!fits).then(|| Diagnostic::error("chart-type", field.span, message).hint(hint))
}
