//! The rows of a chart as its author wrote them, whether they come from figures or from data of the chart's own; and what
//! each is called.

use crate::diag::Span;
use crate::locale::{Formats, Style};
use crate::model::{Brief, Cell, ChartSpec, Field, IndexMap, LocalText, RowSource, Site, Status};
use crate::quantity::{Period, Timing, Value};
use std::borrow::Cow;
use std::cmp::Ordering;

/// One row as the data has it; a row of two values is two of these.
#[derive(Clone)]
pub struct Row<'s> {
    pub company: Option<&'s str>,
    pub metric: Option<&'s str>,
    /// The period, and what is known of it: the same with its bound.
    pub period: Option<Period>,
    pub timing: Option<Timing>,
    /// The columns of the chart's own; figures have none.
    pub columns: Option<&'s IndexMap<String, Cell>>,
    /// The number of the channel of values; `None`: not disclosed.
    pub value: Option<&'s Value>,
    /// Which of its two values this is, where rows have a second one in `x2` or `y2`.
    pub end: Option<End<'s>>,
    pub status: Status,
    pub source: &'s str,
    pub note: Option<&'s LocalText>,
    /// Where the chart asks for the row.
    pub span: Span,
}

/// One of the two values of a row.
#[derive(Clone, Copy)]
pub struct End<'s> {
    pub field: &'s Field,
    /// What readers call it.
    pub title: Option<&'s LocalText>,
}

/// The rows of a chart in the order of writing. Figures that the brief does not have are left out: checks report them.
pub fn rows<'s>(brief: &'s Brief, spec: &'s ChartSpec) -> Vec<Row<'s>> {
    let rows: Vec<Row> = match &spec.rows {
        RowSource::Figures(ids) => ids
            .iter()
            .filter_map(|id| {
                let figure = brief.figures.get(&id.value)?;
                Some(Row {
                    company: figure.company.as_ref().map(|company| company.value.as_str()),
                    metric: Some(&figure.metric.value),
                    period: Some(figure.period.value),
                    timing: Some(figure.period.value.into()),
                    columns: None,
                    value: figure.value.as_ref(),
                    end: None,
                    status: figure.status,
                    source: &figure.source.value,
                    note: figure.note.as_ref(),
                    span: id.span,
                })
            })
            .collect(),
        RowSource::Data(data) => data
            .rows
            .iter()
            .map(|row| Row {
                company: row.company.as_ref().map(|company| company.value.as_str()),
                metric: row.metric.as_ref().map(|metric| metric.value.as_str()),
                period: row.period.as_ref().map(|timing| timing.value.period()),
                timing: row.period.as_ref().map(|timing| timing.value),
                columns: Some(&row.columns),
                value: row.value.as_ref(),
                end: None,
                status: row.status,
                source: row.source.as_ref().or(data.source.as_ref()).map_or("", |source| source.value.as_str()),
                note: row.note.as_ref(),
                span: row.span,
            })
            .collect(),
    };
    let first =
        End { field: spec.value_field(), title: spec.value_channel().and_then(|channel| channel.title.as_ref()) };
    let second = spec
        .second_channel()
        .and_then(|channel| Some(End { field: &channel.field.as_ref()?.value, title: channel.title.as_ref() }));
    let shown = |row: Row<'s>| match second {
        None => vec![Row { value: row.value_in(first.field), ..row }],
        Some(second) => {
            let end = |end: End<'s>| Row { value: row.value_in(end.field), end: Some(end), ..row.clone() };
            vec![end(first), end(second)]
        }
    };
    rows.into_iter().flat_map(shown).collect()
}

impl<'s> Row<'s> {
    /// The number of a channel of values.
    fn value_in(&self, field: &Field) -> Option<&'s Value> {
        match field {
            Field::Column(name) => self.number(name),
            _ => self.value,
        }
    }

    /// The number in a column of the chart's own.
    pub fn number(&self, column: &str) -> Option<&'s Value> {
        match self.columns?.get(column)? {
            Cell::Value(value) => value.as_ref(),
            Cell::Text(_) | Cell::Period(_) => None,
        }
    }

    /// The words in a column of the chart's own.
    pub fn text(&self, column: &str) -> Option<&'s LocalText> {
        match self.columns?.get(column)? {
            Cell::Text(text) => Some(text),
            Cell::Value(_) | Cell::Period(_) => None,
        }
    }

    /// The period in a field, if it is one of periods.
    pub fn period_of(&self, field: &Field) -> Option<Period> {
        self.timing_of(field).map(Timing::period)
    }

    /// The same with its bound.
    pub fn timing_of(&self, field: &Field) -> Option<Timing> {
        match field {
            Field::Period => self.timing,
            Field::Column(name) => match self.columns?.get(name)? {
                Cell::Period(timing) => Some(*timing),
                Cell::Text(_) | Cell::Value(_) => None,
            },
            _ => None,
        }
    }

    /// What the row is called in the language: by the field, or by the nearest other one where it lacks that.
    pub fn name(&self, field: &Field, site: &Site, formats: &Formats) -> String {
        let lang = formats.lang();
        let company = || {
            let id = self.company?;
            Some(Cow::Borrowed(site.companies.get(id).map_or(id, |company| company.name.get(lang))))
        };
        let metric = || {
            let id = self.metric?;
            Some(Cow::Borrowed(site.metrics.get(id).map_or(id, |metric| metric.name.get(lang))))
        };
        let named = match field {
            Field::Company => company(),
            Field::Metric => metric(),
            Field::Column(name) => self.text(name).map(|text| Cow::Borrowed(text.get(lang))),
            Field::End => {
                self.end.map(|end| Cow::Borrowed(end.title.map_or(end.field.word(), |title| title.get(lang))))
            }
            Field::Period | Field::Value | Field::Status | Field::Source => None,
        };
        let period = || Some(Cow::Owned(formats.timing(&self.timing_of(field)?, Style::Label)));
        let name = named.or_else(period).or_else(metric).or_else(company).unwrap_or_default();
        formats.typeset(&name, None).into_owned()
    }

    /// What the data files call the row by the field: an id, a period, a text in any language.
    pub fn ids(&self, field: &Field) -> Vec<Cow<'s, str>> {
        match field {
            Field::Company => self.company.map(Cow::Borrowed).into_iter().collect(),
            Field::Metric => self.metric.map(Cow::Borrowed).into_iter().collect(),
            Field::Status => vec![Cow::Borrowed(self.status.word())],
            Field::Source => vec![Cow::Borrowed(self.source)],
            Field::Value => self.value.map(|value| Cow::Owned(value.to_string())).into_iter().collect(),
            Field::Period => self.timing.map(|timing| Cow::Owned(timing.to_string())).into_iter().collect(),
            Field::End => self.end.map(|end| Cow::Borrowed(end.field.word())).into_iter().collect(),
            Field::Column(name) => match self.columns.and_then(|columns| columns.get(name)) {
                None | Some(Cell::Value(None)) => vec![],
                Some(Cell::Text(LocalText::Same(text))) => vec![Cow::Borrowed(text)],
                Some(Cell::Text(LocalText::PerLang(texts))) => {
                    texts.iter().map(|(_, text)| Cow::Borrowed(text.as_str())).collect()
                }
                Some(Cell::Period(period)) => vec![Cow::Owned(period.to_string())],
                Some(Cell::Value(Some(value))) => vec![Cow::Owned(value.to_string())],
            },
        }
    }

    /// What tells the row from others by the field.
    pub fn key(&self, field: &Field) -> Option<Cow<'s, str>> {
        self.ids(field).into_iter().next()
    }

    /// The fields in which the row may have something.
    pub fn fields(&self) -> impl Iterator<Item = Field> + 's {
        let own = self.columns.into_iter().flat_map(|columns| columns.keys());
        Field::OF_FIGURES.into_iter().chain(own.map(|name| Field::Column(name.clone())))
    }
}

/// By the low end, then the high end; what is not disclosed comes last either way.
pub fn by_value(a: Option<&Value>, b: Option<&Value>, descending: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if descending => b.amount.cmp_for_sorting(&a.amount),
        (Some(a), Some(b)) => a.amount.cmp_for_sorting(&b.amount),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

/// True where not all values have one unit, so that they are on no common scale.
pub fn mixes_units(rows: &[Row]) -> bool {
    let mut units = rows.iter().filter_map(|row| Some(&row.value?.unit));
    let first = units.next();
    units.any(|unit| Some(unit) != first)
}
