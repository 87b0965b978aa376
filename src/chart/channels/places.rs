//! Places on the axes of a chart: the days of a row, and where annotations stand.

use super::order::Groups;
use super::rows::Row;
use crate::chart::words::Words;
use crate::model::{Anchor, AnnotationKind, ChartSpec, Coordinate, Field, Narrow, Site};
use crate::quantity::Decimal;
use jiff::civil::Date;

/// A place on one axis, in whichever way the axis takes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub value: Option<Decimal>,
    pub days: Option<(Date, Date)>,
    /// Of the category that has this name or id.
    pub category: Option<usize>,
}

/// An annotation in the language.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    pub kind: AnnotationKind,
    pub x: Option<Place>,
    pub x2: Option<Place>,
    pub y: Option<Place>,
    pub y2: Option<Place>,
    /// Empty where there are no words.
    pub text: String,
    pub anchor: Anchor,
    pub narrow: Narrow,
}

/// The first and the last day of a row's period; a fiscal year is that of the row's company.
pub fn days(row: &Row, field: &Field, site: &Site) -> Option<(Date, Date)> {
    let company = row.company.and_then(|id| site.companies.get(id));
    Some(row.timing_of(field)?.days(company.map_or(12, |company| company.fiscal_year_end)))
}

pub fn remarks(spec: &ChartSpec, field: &Field, categories: &Groups, rows: &[Row], words: Words<'_>) -> Vec<Remark> {
    let place = |at: &Option<Coordinate>| {
        let at = at.as_ref()?;
        let named = |index: usize| rows[categories.names[index].first].ids(field).iter().any(|id| **id == *at.text);
        Some(Place {
            value: at.value.as_ref().map(|value| value.amount.low()),
            days: at.period.map(|period| period.days(12)),
            category: (0..categories.names.len()).filter(|_| !rows.is_empty()).find(|&index| named(index)),
        })
    };
    let lang = words.formats.lang();
    let remark = |annotation: &crate::model::Annotation| Remark {
        kind: annotation.kind,
        x: place(&annotation.x),
        x2: place(&annotation.x2),
        y: place(&annotation.y),
        y2: place(&annotation.y2),
        text: annotation.text.as_ref().map(|text| words.typeset(text.get(lang))).unwrap_or_default(),
        anchor: annotation.anchor,
        narrow: annotation.narrow,
    };
    spec.annotations.iter().map(remark).collect()
}
