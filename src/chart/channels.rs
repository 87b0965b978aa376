//! The first stage of a chart: which rows it has, what names each, and how each is to be read. In exact values; nothing of
//! where anything stands.

use super::extent::Extent;
use super::words::Words;
use crate::diag::Span;
use crate::locale::{Formats, Style};
use crate::model::{Brief, ChartSpec, Field, Highlight, LocalText, RowSource, Site, Sort, Status};
use crate::quantity::{Period, Value};
use std::borrow::Cow;
use std::cmp::Ordering;

/// One row as the data has it, from a figure or from the chart itself.
pub struct Row<'s> {
    pub company: Option<&'s str>,
    pub metric: Option<&'s str>,
    pub period: Option<Period>,
    /// The label of an inline row.
    pub label: Option<&'s LocalText>,
    /// `None`: not disclosed.
    pub value: Option<&'s Value>,
    pub status: Status,
    pub source: &'s str,
    pub note: Option<&'s LocalText>,
    /// Where the chart asks for the row.
    pub span: Span,
}

/// A chart's rows in the order in which they are drawn.
pub struct Channels<'s> {
    pub field: Field,
    pub bars: Vec<Bar<'s>>,
}

/// One row, named in the language, with what a bar needs.
pub struct Bar<'s> {
    pub row: Row<'s>,
    pub label: String,
    /// The value as it stands beside the bar.
    pub text: String,
    /// `None`: not disclosed.
    pub extent: Option<Extent>,
    pub highlighted: bool,
    /// True where the value is no actual one and others of the chart are, so that the difference is drawn.
    pub provisional: bool,
}

impl<'s> Channels<'s> {
    /// Reads, names and sorts the rows. Figures that the brief does not have are left out: checks report them.
    pub fn of(site: &'s Site, brief: &'s Brief, spec: &'s ChartSpec, words: Words<'_>) -> Self {
        let rows = rows(brief, spec);
        let field = field(spec, &rows);
        let highlighted = highlighted(&spec.highlight, field, &rows);
        let mixed = mixes_status(&rows);
        let bars = rows.into_iter().zip(highlighted).map(|(row, highlighted)| Bar {
            label: row.name(field, site, words.formats),
            text: match row.value {
                Some(value) => words.formats.value(value, Style::Label),
                None => words.get("chart-not-disclosed-short").to_owned(),
            },
            extent: row.value.map(|value| Extent::of(&value.amount)),
            highlighted,
            provisional: mixed && row.value.is_some() && row.status != Status::Actual,
            row,
        });
        let mut bars: Vec<Bar> = bars.collect();
        match spec.y.sort {
            Sort::AsWritten => {}
            Sort::Ascending => bars.sort_by(|a, b| by_value(&a.row, &b.row, false)),
            Sort::Descending => bars.sort_by(|a, b| by_value(&a.row, &b.row, true)),
        }
        Self { field, bars }
    }

    /// The status that every row has, where that is not the plain one.
    pub fn shared_status(&self) -> Option<Status> {
        let first = self.bars.first()?.row.status;
        (first != Status::Actual && self.bars.iter().all(|bar| bar.row.status == first)).then_some(first)
    }
}

impl Row<'_> {
    /// What the row is called in the language: by the field, or by the nearest other one where it lacks that.
    pub fn name(&self, field: Field, site: &Site, formats: &Formats) -> String {
        let lang = formats.lang();
        let company = || {
            let id = self.company?;
            Some(Cow::Borrowed(site.companies.get(id).map_or(id, |company| company.name.get(lang))))
        };
        let metric = || {
            let id = self.metric?;
            Some(Cow::Borrowed(site.metrics.get(id).map_or(id, |metric| metric.name.get(lang))))
        };
        let label = || Some(Cow::Borrowed(self.label?.get(lang)));
        let period = || Some(Cow::Owned(formats.period(&self.period?, Style::Label)));
        let named = match field {
            Field::Company => company(),
            Field::Metric => metric(),
            Field::Label => label(),
            Field::Period => return period().or_else(metric).or_else(label).unwrap_or_default().into_owned(),
        };
        let name = named.or_else(label).or_else(metric).or_else(company).unwrap_or_default();
        formats.typeset(&name, None).into_owned()
    }

    /// What the data files call the row by the field: an id, a period, a label in any language.
    pub fn ids(&self, field: Field) -> Vec<Cow<'_, str>> {
        match field {
            Field::Company => self.company.map(Cow::Borrowed).into_iter().collect(),
            Field::Metric => self.metric.map(Cow::Borrowed).into_iter().collect(),
            Field::Period => self.period.map(|period| Cow::Owned(period.to_string())).into_iter().collect(),
            Field::Label => match self.label {
                None => vec![],
                Some(LocalText::Same(label)) => vec![Cow::Borrowed(label)],
                Some(LocalText::PerLang(labels)) => labels.iter().map(|(_, l)| Cow::Borrowed(l.as_str())).collect(),
            },
        }
    }
}

/// The rows of a chart as its author wrote them.
pub fn rows<'s>(brief: &'s Brief, spec: &'s ChartSpec) -> Vec<Row<'s>> {
    match &spec.rows {
        RowSource::Figures(ids) => ids
            .iter()
            .filter_map(|id| {
                let figure = brief.figures.get(&id.value)?;
                Some(Row {
                    company: figure.company.as_ref().map(|company| company.value.as_str()),
                    metric: Some(&figure.metric.value),
                    period: Some(figure.period.value),
                    label: None,
                    value: figure.value.as_ref(),
                    status: figure.status,
                    source: &figure.source.value,
                    note: figure.note.as_ref(),
                    span: id.span,
                })
            })
            .collect(),
        RowSource::Inline { source, rows, .. } => rows
            .iter()
            .map(|row| Row {
                company: None,
                metric: None,
                period: None,
                label: Some(&row.label),
                value: row.value.as_ref(),
                status: Status::Actual,
                source: &source.value,
                note: None,
                span: row.span,
            })
            .collect(),
    }
}

/// What names the rows: the author's choice, or what tells them apart (companies, then periods, then metrics).
pub fn field(spec: &ChartSpec, rows: &[Row]) -> Field {
    if let Some(field) = spec.y.field {
        return field;
    }
    if matches!(spec.rows, RowSource::Inline { .. }) {
        return Field::Label;
    }
    let companies = rows.iter().all(|row| row.company.is_some());
    if companies && differ(rows, |row| row.company.map(str::to_owned)) {
        Field::Company
    } else if differ(rows, |row| row.period) {
        Field::Period
    } else if companies && !differ(rows, |row| row.metric.map(str::to_owned)) {
        Field::Company
    } else {
        Field::Metric
    }
}

/// True where the first row has what `of` finds, and another row has another or none.
fn differ<T: PartialEq>(rows: &[Row], of: impl Fn(&Row) -> Option<T>) -> bool {
    let mut values = rows.iter().map(of);
    let first = values.next().flatten();
    first.is_some() && values.any(|value| value != first)
}

/// Which rows, as written, carry the accent colour.
fn highlighted(highlight: &Highlight, field: Field, rows: &[Row]) -> Vec<bool> {
    match highlight {
        Highlight::None => vec![false; rows.len()],
        Highlight::Names(names) => {
            rows.iter().map(|row| row.ids(field).iter().any(|id| names.iter().any(|name| name.value == **id))).collect()
        }
        Highlight::Last(n) => (0..rows.len()).map(|index| index + n >= rows.len()).collect(),
        Highlight::Max(n) => {
            let mut order: Vec<usize> = (0..rows.len()).filter(|&index| rows[index].value.is_some()).collect();
            order.sort_by(|&a, &b| by_value(&rows[a], &rows[b], true));
            order.truncate(*n);
            (0..rows.len()).map(|index| order.contains(&index)).collect()
        }
    }
}

/// True where some values are actual and some are not.
fn mixes_status(rows: &[Row]) -> bool {
    let mut disclosed = rows.iter().filter(|row| row.value.is_some()).peekable();
    let first = disclosed.peek().map(|row| row.status == Status::Actual);
    disclosed.any(|row| Some(row.status == Status::Actual) != first)
}

/// By the low end, then the high end; what is not disclosed comes last either way.
pub fn by_value(a: &Row, b: &Row, descending: bool) -> Ordering {
    match (a.value, b.value) {
        (Some(a), Some(b)) if descending => b.amount.cmp_for_sorting(&a.amount),
        (Some(a), Some(b)) => a.amount.cmp_for_sorting(&b.amount),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}
