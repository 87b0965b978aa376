//! Reads `encoding`: channels, their scales and axes, and places on an axis.

use crate::diag::{Diagnostic, Spanned};
use crate::model::{
    AxisSpec, Channel, Coordinate, Encoding, Field, FieldType, Mark, NumberForm, Orient, ScaleSpec, ScaleType, Sort,
    Stack, TimeUnit,
};
use crate::parse::fields::{Fields, Reading};
use crate::parse::yaml::{Kind, Node};

/// The keys of a channel along which marks stand.
const POSITION: &[&str] = &["field", "type", "timeUnit", "title", "sort", "format", "stack", "scale", "axis"];
/// The keys of the second channel of a direction, which shares the scale of the first.
const SECOND: &[&str] = &["field", "type", "title", "format"];
/// The keys of a column of a table.
const COLUMN: &[&str] = &["field", "type", "title"];
/// The keys of the other channels.
const OTHER: &[&str] = &["field", "type", "title", "sort"];

const CHANNELS: &[&str; 7] = &["x", "y", "x2", "y2", "color", "facet", "order"];

/// Reads the channels; those that charts of the mark do not have are reported.
pub fn read(node: &Node, mark: Option<Mark>, reading: &mut Reading) -> Option<Encoding> {
    let fields = Fields::open(node, CHANNELS, reading)?;
    let found = reading.diagnostics.len();
    let [x, y, x2, y2, color, facet, order] = CHANNELS.map(|name| {
        let node = fields.get(name)?;
        if let Some(mark) = mark.filter(|&mark| !takes(mark, name)) {
            let message = format!("a chart of the mark `{}` has no `{name}`", mark.word());
            let taken: Vec<String> =
                CHANNELS.iter().filter(|name| takes(mark, name)).map(|name| format!("`{name}`")).collect();
            let hint = format!("it has {}", taken.join(", "));
            reading.diagnostics.push(Diagnostic::error("chart-channel", node.span, message).hint(hint));
        }
        match name {
            "x" | "y" => position(node, mark, reading),
            "x2" | "y2" => second(node, reading),
            _ => other(node, reading),
        }
    });
    (reading.diagnostics.len() == found).then_some(Encoding { x, y, x2, y2, color, facet, order })
}

fn takes(mark: Mark, channel: &str) -> bool {
    match channel {
        "x2" => mark.has_second() && mark.is_horizontal(),
        "y2" => mark.has_second() && !mark.is_horizontal(),
        "color" => mark.has_series(),
        "facet" => !mark.is_text(),
        _ => true,
    }
}

fn position(node: &Node, mark: Option<Mark>, reading: &mut Reading) -> Option<Channel> {
    let fields = Fields::open(node, POSITION, reading)?;
    if let Some(mark) = mark.filter(|mark| mark.is_text()) {
        for key in ["timeUnit", "stack", "scale", "axis"] {
            let Some(node) = fields.get(key) else { continue };
            let message = format!("a chart of the mark `{}` has no `{key}`", mark.word());
            let hint = format!("its rows are text, without an axis; leave `{key}` out");
            reading.diagnostics.push(Diagnostic::error("chart-key", node.span, message).hint(hint));
        }
    }
    let axis = match fields.get("axis") {
        None => AxisSpec { hidden: is_null(node, "axis"), ..AxisSpec::default() },
        Some(node) => axis(node, reading),
    };
    let stack = fields.get("stack").and_then(|n| reading.choice(n, &Stack::ALL));
    let scale = fields.get("scale").map(|n| scale(n, reading)).unwrap_or_default();
    Some(Channel { stack, scale, axis, ..channel(node, &fields, reading) })
}

fn second(node: &Node, reading: &mut Reading) -> Option<Channel> {
    let fields = Fields::open(node, SECOND, reading)?;
    Some(channel(node, &fields, reading))
}

fn other(node: &Node, reading: &mut Reading) -> Option<Channel> {
    let fields = Fields::open(node, OTHER, reading)?;
    Some(channel(node, &fields, reading))
}

/// Reads the columns of a table: each a field, or a map that says more of it.
pub fn columns(node: &Node, reading: &mut Reading) -> Vec<Channel> {
    let nodes = reading.list(node);
    nodes.iter().filter_map(|node| column(node, reading)).collect()
}

fn column(node: &Node, reading: &mut Reading) -> Option<Channel> {
    if !matches!(node.kind, Kind::Map(_)) {
        let field = named(&reading.text(node)?);
        return Some(Channel { field: Some(field), ..Channel::new(node.span) });
    }
    let fields = Fields::open(node, COLUMN, reading)?;
    fields.require("field", reading)?;
    Some(channel(node, &fields, reading))
}

/// What channels of all kinds may have.
fn channel(node: &Node, fields: &Fields, reading: &mut Reading) -> Channel {
    let sort = match fields.get("sort") {
        None => is_null(node, "sort").then_some(Sort::AsWritten),
        Some(node) => sort(node, reading),
    };
    Channel {
        field: fields.get("field").and_then(|n| reading.text(n)).as_ref().map(named),
        kind: fields.get("type").and_then(|n| reading.choice(n, &FieldType::ALL)),
        time_unit: fields.get("timeUnit").and_then(|n| reading.choice(n, &TimeUnit::ALL)),
        title: fields.get("title").and_then(|n| reading.local_text(n)),
        sort,
        format: fields.get("format").and_then(|n| reading.choice(n, &NumberForm::ALL)),
        ..Channel::new(node.span)
    }
}

/// True where a key is there with nothing behind it: `axis: null`.
fn is_null(node: &Node, name: &str) -> bool {
    let Kind::Map(entries) = &node.kind else { return false };
    entries.iter().any(|(key, node)| key.value == name && node.is_null())
}

/// The field of a name, where it stands.
pub fn named(name: &Spanned<String>) -> Spanned<Field> {
    Spanned::new(Field::named(&name.value), name.span)
}

fn sort(node: &Node, reading: &mut Reading) -> Option<Sort> {
    if let Kind::List(_) = node.kind {
        return Some(Sort::Names(reading.texts(node)));
    }
    let words = [
        ("x", Word::Smallest),
        ("y", Word::Smallest),
        ("-x", Word::Largest),
        ("-y", Word::Largest),
        ("ascending", Word::Ascending),
        ("descending", Word::Descending),
    ];
    Some(match reading.choice(node, &words)? {
        Word::Smallest => Sort::Smallest,
        Word::Largest => Sort::Largest,
        Word::Ascending => Sort::Ascending,
        Word::Descending => Sort::Descending,
    })
}

/// An order that one word names.
#[derive(Clone, Copy)]
enum Word {
    Smallest,
    Largest,
    Ascending,
    Descending,
}

fn scale(node: &Node, reading: &mut Reading) -> ScaleSpec {
    let Some(fields) = Fields::open(node, &["type", "domain", "zero", "nice"], reading) else {
        return ScaleSpec::default();
    };
    let kind = fields.get("type").and_then(|n| Some(Spanned::new(reading.choice(n, &ScaleType::ALL)?, n.span)));
    ScaleSpec {
        kind,
        domain: fields.get("domain").and_then(|n| domain(n, reading)),
        zero: fields.get("zero").and_then(|n| Some(Spanned::new(reading.boolean(n)?, n.span))),
        nice: fields.get("nice").and_then(|n| reading.boolean(n)),
    }
}

fn domain(node: &Node, reading: &mut Reading) -> Option<[Coordinate; 2]> {
    let ends = match &node.kind {
        Kind::List(items) if items.len() == 2 => items,
        _ => {
            reading.expected(
                node,
                "a list of two places",
                "write the first and the last place on the axis: `[0, 100]`",
            );
            return None;
        }
    };
    Some([coordinate(&ends[0], reading)?, coordinate(&ends[1], reading)?])
}

fn axis(node: &Node, reading: &mut Reading) -> AxisSpec {
    let Some(fields) = Fields::open(node, &["ticks", "values", "grid", "orient", "format"], reading) else {
        return AxisSpec::default();
    };
    let values = fields.get("values").map(|n| reading.list(n)).unwrap_or_default();
    if values.len() > MOST_TICKS {
        let message = format!("{} ticks are more than a reader follows", values.len());
        let hint = format!("name at most {MOST_TICKS}");
        reading.diagnostics.push(Diagnostic::error("chart-ticks", values[MOST_TICKS].span, message).hint(hint));
    }
    AxisSpec {
        hidden: false,
        ticks: fields.get("ticks").and_then(|n| reading.integer(n, 2..=8)),
        values: values.iter().filter_map(|n| coordinate(n, reading)).collect(),
        grid: fields.get("grid").and_then(|n| reading.boolean(n)),
        orient: fields.get("orient").and_then(|n| reading.choice(n, &Orient::ALL)),
        format: fields.get("format").and_then(|n| reading.choice(n, &NumberForm::ALL)),
    }
}

const MOST_TICKS: usize = 8;

/// A place on an axis: a value, a period or a name, whichever the axis is of.
pub fn coordinate(node: &Node, reading: &mut Reading) -> Option<Coordinate> {
    let text = reading.text(node)?;
    let value = crate::quantity::Value::parse(&text.value, &|word| reading.nouns.contains_key(word)).ok();
    let period = text.value.parse().ok();
    Some(Coordinate { text: text.value, value, period, span: text.span })
}
