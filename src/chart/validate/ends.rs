//! Marks that join values: how many they join, what tells the two ends of a row apart, and which ends make an interval.

use super::Chart;
use crate::chart::channels::Row;
use crate::diag::Diagnostic;
use crate::model::{Channel, Field, Mark};
use crate::quantity::Amount;
use std::collections::BTreeSet;

/// A reader follows a slope over this many points.
const MOST_POINTS: usize = 4;

pub fn check(chart: &Chart) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    found.extend(joined(chart));
    if let Some(second) = chart.spec.second_channel() {
        found.extend(names(chart, second));
        found.extend(intervals(chart));
    }
    found
}

/// A dumbbell joins two values, a slope a few points.
fn joined(chart: &Chart) -> Option<Diagnostic> {
    let count = |field: &Field| chart.rows.iter().filter_map(|row| row.key(field)).collect::<BTreeSet<_>>().len();
    let (message, hint) = match chart.spec.mark {
        Mark::Dumbbell => match chart.fields.series.as_ref().map_or(1, count) {
            2 => return None,
            1 => (
                "a `dumbbell` joins two values of a name, and the rows have one".to_owned(),
                "give them an `x2`, or a second row each; `dot` shows single values",
            ),
            n => (
                format!("a `dumbbell` joins two values of a name, and the rows have {n}"),
                "keep two of them; `dot` shows up to six",
            ),
        },
        Mark::Slope => match count(&chart.fields.category) {
            2..=MOST_POINTS => return None,
            n => (
                format!("a `slope` leads over 2 to {MOST_POINTS} points, and the rows have {n}"),
                if n < 2 { "`dot` shows single values" } else { "`line` shows a longer time" },
            ),
        },
        _ => return None,
    };
    Some(Diagnostic::error("chart-ends", chart.spec.span, message).hint(hint))
}

/// Readers are told what each end is, and colours already tell the ends apart.
fn names(chart: &Chart, second: &Channel) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let first = chart.spec.value_channel();
    for (name, channel) in [("x", first), ("x2", Some(second))] {
        if channel.is_none_or(|channel| channel.title.is_none()) {
            let span = channel.unwrap_or(second).span;
            let message = format!("nothing tells readers what `{name}` is");
            let hint = format!("give `{name}` a `title`: the key and the table call its values so");
            found.push(Diagnostic::error("chart-ends", span, message).hint(hint));
        }
    }
    if second.field.is_none() {
        let finding = Diagnostic::error("chart-ends", second.span, "`x2` has no `field`");
        found.push(finding.hint("name the column of the second value"));
    }
    if let Some(color) = &chart.spec.encoding.color {
        let finding = Diagnostic::error("chart-ends", color.span, "`color` cannot stand beside `x2`");
        found.push(finding.hint("the two ends have a colour each; leave one of the channels out"));
    }
    found
}

/// An interval leads from an exact value to one that is not below it.
fn intervals(chart: &Chart) -> Option<Diagnostic> {
    if chart.spec.mark != Mark::Range {
        return None;
    }
    let exact = |row: &Row| match row.value?.amount {
        Amount::Exact(n) => Some(n),
        _ => None,
    };
    let is_wrong = |rows: &&[Row]| {
        let ends: Vec<_> = rows.iter().map(exact).collect();
        let is_hidden = || rows.iter().all(|row| row.value.is_none());
        !is_hidden() && !matches!(ends[..], [Some(low), Some(high)] if low <= high)
    };
    let row = &chart.rows.chunks(2).find(is_wrong)?[0];
    let message = "an interval leads from an exact value in `x` to a higher one in `x2`";
    let hint = "write what is known as one value: `60..65`, `> 60`; a `dumbbell` keeps a bound at each end";
    Some(Diagnostic::error("chart-ends", row.span, message).hint(hint))
}
