//! The first stage of a chart: which rows it has, what names each, and how each is to be read. In exact values; nothing of
//! where anything stands. Every mark, the table, the description and the key read this one form.

mod fields;
mod order;
pub mod pairs;
mod places;
mod rows;
pub mod sums;

pub use fields::{Fields, fields, words_besides};
pub use order::Name;
pub use places::{Place, Remark};
pub use rows::{End, Row, by_value, mixes_units, rows};

use super::extent::Extent;
use super::words::Words;
use crate::locale::Style;
use crate::model::{Brief, ChartSpec, Field, Highlight, Mark, NumberForm, Site, Source, Stack, Status};
use crate::quantity::{Amount, Decimal, Unit, Value};
use jiff::civil::Date;
use order::{By, Groups};
use sums::Share;

/// What a chart shows, named in the language.
pub struct Channels<'s> {
    pub site: &'s Site,
    pub brief: &'s Brief,
    pub spec: &'s ChartSpec,
    pub words: Words<'s>,
    pub fields: Fields,
    /// In the order in which they are drawn: by small chart, then by category, then by series.
    pub data: Vec<Datum<'s>>,
    /// In order; of lines, the points in time.
    pub categories: Vec<Name>,
    /// In order; one without a name where rows are not told apart by colour.
    pub series: Vec<Name>,
    /// The small charts in order; one without a name where there is one chart.
    pub facets: Vec<Name>,
    pub remarks: Vec<Remark>,
    /// True where values are in several units, and so on no common scale.
    pub mixes_units: bool,
}

/// One row, with what its mark needs.
pub struct Datum<'s> {
    pub row: Row<'s>,
    /// Its place among the rows as they are drawn.
    pub index: usize,
    /// The name of its category.
    pub label: String,
    /// The value as it stands beside the mark.
    pub text: String,
    /// The places of its category, its series and its small chart among the chart's.
    pub category: usize,
    pub series: usize,
    pub facet: usize,
    /// The first and the last day, where the category is a period.
    pub days: Option<(Date, Date)>,
    /// What a bar from zero shows of the value; `None`: not disclosed.
    pub extent: Option<Extent>,
    /// Of its stack, where the chart shows shares.
    pub share: Option<Share>,
    pub paint: Paint,
    pub highlighted: bool,
    /// True where the value is no actual one and others of the chart are, so that the difference is drawn.
    pub provisional: bool,
}

/// The colour of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paint {
    Plain,
    /// That of text, for what is laid over marks.
    Ink,
    Accent,
    /// That of a series, by its place.
    Series(usize),
}

impl Datum<'_> {
    /// What its mark shows: its value, or its share where the chart is one of shares.
    pub fn shown(&self) -> Option<&Value> {
        self.share.as_ref().map(|share| &share.value).or(self.row.value)
    }
}

impl Paint {
    /// Those of steps up and down.
    pub const GAIN: Self = Self::Series(0);
    pub const LOSS: Self = Self::Series(1);
}

impl<'s> Channels<'s> {
    /// Reads, names and sorts the rows. Figures that the brief does not have are left out: checks report them.
    pub fn of(site: &'s Site, brief: &'s Brief, spec: &'s ChartSpec, words: Words<'s>) -> Self {
        let rows = order::taken(rows(brief, spec), spec.encoding.order.as_ref());
        let fields = fields(spec, &rows);
        let groups = |field: &Field, sort, by| Groups::by(field, &sort, by, &rows, site, words.formats);
        let grouped = |field: &Option<Field>, channel| match field {
            Some(field) => groups(field, order::of_groups(channel, field, &rows), By::Total),
            None => Groups::one(&rows),
        };
        let series = grouped(&fields.series, spec.encoding.color.as_ref());
        let by = match spec.mark {
            Mark::Dumbbell => By::Last(&series),
            mark if mark.stacks() => By::Total,
            _ => By::First,
        };
        let categories = groups(&fields.category, order::of_categories(spec, &fields.category, &rows), by);
        let facets = grouped(&fields.facet, spec.encoding.facet.as_ref());
        let named: Vec<&Field> = [&fields.category].into_iter().chain(&fields.series).collect();
        let highlighted = order::highlighted(&spec.highlight, &named, &rows);
        let muted = mutes_series(&spec.highlight, fields.series.as_ref(), &rows);
        let mixed = mixes_status(&rows);
        let mixes_units = mixes_units(&rows);
        let remarks = places::remarks(spec, &fields.category, &categories, &rows, words);
        let mut data: Vec<Datum> = Vec::with_capacity(rows.len());
        for (index, row) in rows.into_iter().enumerate() {
            let highlighted = highlighted[index];
            data.push(Datum {
                index,
                label: categories.names[categories.of[index]].label.clone(),
                text: text(spec, row.value, words, Style::Label),
                category: categories.of[index],
                series: series.of[index],
                facet: facets.of[index],
                days: places::days(&row, &fields.category, site),
                extent: row.value.map(|value| Extent::of(&value.amount)),
                share: None,
                paint: match &fields.series {
                    Some(_) if !muted && spec.mark.has_series() => Paint::Series(series.of[index]),
                    _ if highlighted => Paint::Accent,
                    _ => Paint::Plain,
                },
                highlighted,
                provisional: mixed && row.value.is_some() && row.status != Status::Actual,
                row,
            });
        }
        data.sort_by_key(|datum| (datum.facet, datum.category, datum.series));
        data.iter_mut().enumerate().for_each(|(index, datum)| datum.index = index);
        if spec.mark == Mark::Waterfall {
            paint_steps(&mut data);
        }
        let (categories, series, facets) = (categories.names, series.names, facets.names);
        let mut channels =
            Self { site, brief, spec, words, fields, data, categories, series, facets, remarks, mixes_units };
        if channels.shows_shares() {
            channels.measure_shares();
        }
        channels
    }

    /// Gives each row its share of its stack, which then stands beside its mark.
    fn measure_shares(&mut self) {
        let formats = self.words.formats;
        for stack in self.data.chunk_by_mut(|a, b| (a.facet, a.category) == (b.facet, b.category)) {
            let Some(whole) = sums::total(stack.iter().map(|datum| datum.row.value)) else { continue };
            for datum in stack {
                datum.share = datum.row.value.and_then(|value| sums::share(value, &whole));
                if let Some(share) = &datum.share {
                    datum.text = formats.value(&share.value, Style::Label);
                }
            }
        }
    }

    /// The data of one small chart.
    pub fn of_facet(&self, facet: usize) -> impl Iterator<Item = &Datum<'s>> {
        self.data.iter().filter(move |datum| datum.facet == facet)
    }

    /// The value of a row in the words of a text: "more than $100bn".
    pub fn said(&self, datum: &Datum) -> String {
        text(self.spec, datum.row.value, self.words, Style::Cell)
    }

    /// What a row's source is called.
    pub fn source_name(&self, row: &Row) -> String {
        let lang = self.words.formats.lang();
        let name = match self.site.source(self.brief, row.source) {
            Some(Source { title, publisher: Some(publisher), .. }) => {
                format!("{}, {}", publisher.get(lang), title.get(lang))
            }
            Some(source) => source.title.get(lang).to_owned(),
            None if row.source == Source::CALCULATION => self.words.get("calculation").to_owned(),
            None => row.source.to_owned(),
        };
        self.words.typeset(&name)
    }

    /// True where some row has a value; where none has, the rows are told by their words.
    pub fn has_values(&self) -> bool {
        self.data.iter().any(|datum| datum.row.value.is_some())
    }

    /// The unit of the values; `None` where no value is disclosed.
    pub fn unit(&self) -> Option<&'s Unit> {
        self.data.iter().find_map(|datum| Some(&datum.row.value?.unit))
    }

    /// The unit of the numbers on the axis of values, and what a value of the scale is multiplied by to be one of them.
    pub fn shown_unit(&self) -> (&'s Unit, f64) {
        if self.shows_shares() { (&Unit::Percent, 100.0) } else { (self.unit().unwrap_or(&Unit::Number), 1.0) }
    }

    /// The largest number that any value states, without its sign: what decides on the scale of an axis.
    pub fn largest(&self) -> Decimal {
        let amounts = self.data.iter().filter_map(|datum| Some(datum.row.value?.amount));
        amounts.map(|amount| amount.low().abs().max(amount.high().abs())).max().unwrap_or_default()
    }

    /// True where series are shown as shares of a whole.
    pub fn shows_shares(&self) -> bool {
        let stack = self.spec.value_channel().and_then(|channel| channel.stack);
        self.spec.mark.stacks() && stack == Some(Stack::Normalize)
    }

    /// The status that every row has, where that is not the plain one.
    pub fn shared_status(&self) -> Option<Status> {
        let first = self.data.first()?.row.status;
        (first != Status::Actual && self.data.iter().all(|datum| datum.row.status == first)).then_some(first)
    }
}

/// Gives the steps between two totals the colours of gains and of losses, and the totals that of text; what is highlighted
/// keeps its own.
fn paint_steps(data: &mut [Datum]) {
    for part in data.chunk_by_mut(|a, b| a.facet == b.facet) {
        let last = part.len() - 1;
        for (at, step) in part.iter_mut().enumerate().filter(|(_, step)| !step.highlighted) {
            let is_loss = step.row.value.is_some_and(|value| value.amount.low().is_sign_negative());
            step.paint = match at {
                _ if at == 0 || at == last => Paint::Ink,
                _ if is_loss => Paint::LOSS,
                _ => Paint::GAIN,
            };
        }
    }
}

/// The value as it stands beside its mark, or in the style of a text.
fn text(spec: &ChartSpec, value: Option<&Value>, words: Words<'_>, style: Style) -> String {
    let Some(value) = value else { return words.get("chart-not-disclosed-short").to_owned() };
    match spec.value_channel().and_then(|channel| channel.format) {
        None | Some(NumberForm::Value) => words.formats.value(value, style),
        Some(NumberForm::Number) => {
            let exponent = words.formats.exponent(value.amount.high().abs(), &value.unit);
            words.formats.amount(&value.amount, exponent)
        }
        Some(NumberForm::Signed) => [plus(spec, value), &words.formats.value(value, style)].concat(),
    }
}

/// The sign of an exact gain, where the chart writes signs.
pub fn plus(spec: &ChartSpec, value: &Value) -> &'static str {
    let is_signed = spec.value_channel().and_then(|channel| channel.format) == Some(NumberForm::Signed);
    if is_signed && matches!(value.amount, Amount::Exact(n) if n > Decimal::ZERO) { "+" } else { "" }
}

/// True where a highlight picks series, so that the others lose their own colours.
fn mutes_series(highlight: &Highlight, series: Option<&Field>, rows: &[Row]) -> bool {
    let (Highlight::Names(names), Some(field)) = (highlight, series) else { return false };
    rows.iter().any(|row| row.ids(field).iter().any(|id| names.iter().any(|name| name.value == **id)))
}

/// True where some values are actual and some are not.
fn mixes_status(rows: &[Row]) -> bool {
    let mut disclosed = rows.iter().filter(|row| row.value.is_some()).peekable();
    let first = disclosed.peek().map(|row| row.status == Status::Actual);
    disclosed.any(|row| Some(row.status == Status::Actual) != first)
}
