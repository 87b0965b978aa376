//! Reads `data`: rows written in the chart, or in a CSV file beside it.

use super::{Beside, table};
use crate::diag::{Diagnostic, Span, Spanned};
use crate::model::{Cell, Channel, DataRow, DataRows, Encoding, Field, FieldType, IndexMap, Mark, Status};
use crate::parse::fields::{Fields, Reading};
use crate::parse::yaml::{Kind, Node};
use crate::quantity::{Timing, Unit};

/// More rows than this no chart shows.
const MOST_ROWS: usize = 5_000;

/// Columns that every table may have and that need not stand in each row.
const OPTIONAL: [&str; 5] = ["company", "metric", "status", "source", "note"];

/// What the cells of columns of the chart's own are read as, by the channels that show them.
#[derive(Default)]
pub struct Roles<'e> {
    values: Vec<&'e str>,
    periods: Vec<&'e str>,
    /// Whether rows need no value: they are read for their text.
    textual: bool,
    /// Whether periods may have bounds.
    timings: bool,
}

impl<'e> Roles<'e> {
    pub fn of(mark: Option<Mark>, encoding: Option<&'e Encoding>, columns: &'e [Channel]) -> Self {
        let textual = matches!(mark, Some(Mark::Table | Mark::Timeline));
        let mut roles = Self { textual, timings: mark == Some(Mark::Timeline), ..Self::default() };
        let (Some(mark), Some(encoding)) = (mark, encoding) else { return roles };
        let [along, along2, across, across2] = if mark.is_horizontal() {
            [&encoding.x, &encoding.x2, &encoding.y, &encoding.y2]
        } else {
            [&encoding.y, &encoding.y2, &encoding.x, &encoding.x2]
        };
        roles.add(along.as_ref(), FieldType::Quantitative);
        roles.add(along2.as_ref(), along.as_ref().and_then(kind).unwrap_or(FieldType::Quantitative));
        let otherwise = if mark == Mark::Timeline { FieldType::Temporal } else { FieldType::Nominal };
        let across_kind = across.as_ref().and_then(kind).unwrap_or(otherwise);
        roles.add(across.as_ref(), across_kind);
        roles.add(across2.as_ref(), across_kind);
        for other in [&encoding.color, &encoding.facet, &encoding.order] {
            roles.add(other.as_ref(), FieldType::Nominal);
        }
        for column in columns {
            roles.add(Some(column), FieldType::Nominal);
        }
        roles
    }

    fn add(&mut self, channel: Option<&'e Channel>, otherwise: FieldType) {
        let Some(channel) = channel else { return };
        let Some(Field::Column(name)) = channel.field.as_ref().map(|field| &field.value) else { return };
        match kind(channel).unwrap_or(otherwise) {
            FieldType::Quantitative => self.values.push(name),
            FieldType::Temporal => self.periods.push(name),
            FieldType::Ordinal | FieldType::Nominal => {}
        }
    }
}

/// What a channel shows: as it says, or as its field tells.
fn kind(channel: &Channel) -> Option<FieldType> {
    channel.kind.or(match channel.field.as_ref()?.value {
        Field::Value => Some(FieldType::Quantitative),
        Field::Period => Some(FieldType::Temporal),
        _ => None,
    })
}

pub fn read(node: &Node, roles: &Roles, reading: &mut Reading, beside: &Beside) -> Option<DataRows> {
    if let Kind::List(nodes) = &node.kind {
        return Some(DataRows { unit: Unit::Number, source: None, rows: rows(nodes, None, None, roles, reading) });
    }
    let fields = Fields::open(node, &["unit", "source", "rows", "file", "filter"], reading)?;
    let unit = match fields.get("unit") {
        Some(node) => Some(reading.unit(node)?),
        None => None,
    };
    let source = fields.get("source").and_then(|n| reading.text(n));
    let default = source.as_ref();
    let rows = match fields.get("file") {
        Some(file) => {
            let nodes = table::read(file, fields.get("filter"), reading, beside)?;
            rows(&nodes, unit.as_ref(), default, roles, reading)
        }
        None => {
            let nodes = fields.require("rows", reading).map(|n| reading.list(n)).unwrap_or_default();
            rows(nodes, unit.as_ref(), default, roles, reading)
        }
    };
    Some(DataRows { unit: unit.unwrap_or(Unit::Number), source, rows })
}

/// Reads rows that all have the columns of the first one.
fn rows(
    nodes: &[Node],
    unit: Option<&Unit>,
    source: Option<&Spanned<String>>,
    roles: &Roles,
    reading: &mut Reading,
) -> Vec<DataRow> {
    let Some(Node { kind: Kind::Map(first), .. }) = nodes.first() else {
        // What stands there instead of a map is reported as any other such row.
        for node in nodes {
            reading.map(node);
        }
        return vec![];
    };
    if let Some(node) = nodes.get(MOST_ROWS) {
        let message = format!("{} rows are more than a chart can hold", nodes.len());
        let hint = format!("keep at most {MOST_ROWS}, by `filter` for instance");
        reading.diagnostics.push(Diagnostic::error("chart-too-long", node.span, message).hint(hint));
        return vec![];
    }
    let known = ["company", "metric", "period", "value", "status", "source", "note"];
    let own: Vec<&str> = first.iter().map(|(key, _)| key.value.as_str()).filter(|key| !known.contains(key)).collect();
    let columns = Columns { first, own, unit, has_source: source.is_some(), roles };
    nodes.iter().filter_map(|node| row(node, &columns, reading)).collect()
}

/// What the rows of one table share.
struct Columns<'n> {
    first: &'n [(Spanned<String>, Node)],
    /// The names of the chart's own columns.
    own: Vec<&'n str>,
    unit: Option<&'n Unit>,
    has_source: bool,
    roles: &'n Roles<'n>,
}

impl Columns<'_> {
    fn has(&self, name: &str) -> bool {
        self.first.iter().any(|(key, _)| key.value == name)
    }

    /// Whether rows must say their value under this name.
    fn needs(&self, name: &str) -> bool {
        match name {
            "value" => {
                let elsewhere = self.own.iter().any(|name| self.roles.values.contains(name));
                self.has(name) || !(self.roles.textual || elsewhere)
            }
            _ => self.has(name) && !OPTIONAL.contains(&name),
        }
    }

    fn timing(&self, node: &Node, reading: &mut Reading) -> Option<Spanned<Timing>> {
        if self.roles.timings {
            return reading.timing(node);
        }
        reading.period(node).map(|period| Spanned::new(period.value.into(), period.span))
    }
}

fn row(node: &Node, columns: &Columns, reading: &mut Reading) -> Option<DataRow> {
    let fields = Fields::open_columns(node, &columns.own, &["period", "value"], &OPTIONAL, reading)?;
    let value = if columns.needs("value") { fields.require_cell("value", reading) } else { None };
    let value = value.map(|n| reading.value(n, columns.unit));
    let period = if columns.needs("period") { fields.require_cell("period", reading) } else { fields.get("period") };
    let period = period.map(|n| columns.timing(n, reading));
    let mut own = IndexMap::with_capacity(columns.own.len());
    for &name in &columns.own {
        let cell = fields.require_cell(name, reading).and_then(|n| cell(n, name, columns, reading));
        own.insert(name.to_owned(), cell);
    }
    let source = fields.get("source").and_then(|n| reading.text(n));
    if source.is_none() && !columns.has_source {
        no_source(fields.span, reading);
    }
    let status = fields.get("status");
    Some(DataRow {
        company: fields.get("company").and_then(|n| reading.text(n)),
        metric: fields.get("metric").and_then(|n| reading.text(n)),
        period: match period {
            Some(period) => Some(period?),
            None => None,
        },
        status: status
            .and_then(|n| reading.choice(n, &Status::ALL.map(|status| (status.word(), status))))
            .unwrap_or(Status::Actual),
        source,
        note: fields.get("note").and_then(|n| reading.local_text(n)),
        value: match value {
            Some(value) => value?,
            None => None,
        },
        columns: own.into_iter().map(|(name, cell)| Some((name, cell?))).collect::<Option<_>>()?,
        span: node.span,
    })
}

fn cell(node: &Node, name: &str, columns: &Columns, reading: &mut Reading) -> Option<Cell> {
    if columns.roles.values.contains(&name) {
        reading.value(node, columns.unit).map(Cell::Value)
    } else if columns.roles.periods.contains(&name) {
        columns.timing(node, reading).map(|timing| Cell::Period(timing.value))
    } else {
        reading.local_text(node).map(Cell::Text)
    }
}

fn no_source(span: Span, reading: &mut Reading) {
    reading.diagnostics.push(
        Diagnostic::error("missing-source", span, "this row has no source")
            .hint("add `source: …` with the id of an entry under `sources:`, to `data` or to the row"),
    );
}
