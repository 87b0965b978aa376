//! Areas upon each other: from where to where each part reaches in each period, and what is known of the sums.
//!
//! A period in which one part is not disclosed has no sum, and the parts above the missing one have nothing to stand on, so
//! the whole stack breaks off there.

use super::lines::Series;
use super::runs::offset;
use super::strand::{Form, Run, Spot};
use crate::chart::channels::{Channels, Datum, sums};
use crate::chart::extent::number;
use crate::chart::scale::ValueScale;
use crate::chart::scale::stack::{Offset, Order, stack};
use crate::quantity::Amount;

/// The stacks of one small chart, in the order of time.
pub struct Layers<'c> {
    piles: Vec<Option<Pile<'c>>>,
}

/// The stack of one period.
struct Pile<'c> {
    parts: Vec<Part<'c>>,
    /// What is known of the sum, where that is not its number.
    sum: Option<Amount>,
    provisional: bool,
}

/// One part of a stack, in the unit of the axis.
#[derive(Clone, Copy)]
pub struct Part<'c> {
    pub datum: &'c Datum<'c>,
    pub from: f64,
    pub to: f64,
}

impl<'c> Layers<'c> {
    pub fn of(channels: &'c Channels, facet: usize) -> Self {
        let data: Vec<&Datum> = channels.of_facet(facet).collect();
        let offset = offset(channels);
        let piles = data.chunk_by(|a, b| a.category == b.category).map(|data| Pile::of(data, offset));
        Self { piles: piles.collect() }
    }

    /// The lowest and the highest number that is drawn.
    pub fn reach(&self) -> [f64; 2] {
        let ends = self.piles.iter().flatten().flat_map(|pile| {
            let parts = pile.parts.iter().flat_map(|part| [part.from, part.to]);
            parts.chain(pile.sum.iter().flat_map(|sum| [number(sum.low()), number(sum.high())]))
        });
        ends.fold([0.0, 0.0], |[low, high], end| [low.min(end), high.max(end)])
    }

    /// The part of a series in the last period that has a stack.
    pub fn last(&self, series: usize) -> Option<Part<'c>> {
        let piles = self.piles.iter().rev().flatten();
        piles.flat_map(|pile| &pile.parts).find(|part| part.datum.series == series).copied()
    }

    /// The areas of the series in their places, the lowest first; `x` is that of a category.
    pub fn series(&self, count: usize, x: impl Fn(usize) -> f64, scale: &ValueScale) -> Vec<Series<'c>> {
        let series = |series: usize| {
            let spot = |pile: &Option<Pile<'c>>| {
                let pile = pile.as_ref()?;
                let part = pile.parts.iter().find(|part| part.datum.series == series)?;
                let [low, high] = [part.from, part.to].map(|end| scale.map(end));
                let datum = part.datum;
                let x = x(datum.category);
                Some(Spot { datum, form: Form::Exact, x, y: high, low, high, provisional: pile.provisional })
            };
            let first = self.last(series)?;
            let runs = Run::all(self.piles.iter().map(spot), true);
            Some(Series { paint: first.datum.paint, highlighted: first.datum.highlighted, runs })
        };
        (0..count).filter_map(series).collect()
    }

    /// The sums that are bounded, as points at the top of their stacks.
    pub fn sums(&self, x: impl Fn(usize) -> f64, scale: &ValueScale) -> Vec<Spot<'c>> {
        let spot = |pile: &Pile<'c>| {
            let sum = pile.sum?;
            let top = pile.parts.last()?;
            let [y, low, high] = [top.to, number(sum.low()), number(sum.high())].map(|end| scale.map(end));
            let (datum, x) = (top.datum, x(top.datum.category));
            Some(Spot { datum, form: Form::of(&sum), x, y, low, high, provisional: pile.provisional })
        };
        self.piles.iter().flatten().filter_map(spot).collect()
    }
}

impl<'c> Pile<'c> {
    /// The stack of a period's rows; `None` where one is not disclosed.
    fn of(data: &[&'c Datum<'c>], offset: Offset) -> Option<Self> {
        let amounts: Vec<Amount> =
            data.iter().map(|datum| datum.row.value.map(|value| value.amount)).collect::<Option<_>>()?;
        let values: Vec<Vec<Option<f64>>> = amounts.iter().map(|amount| vec![Some(number(amount.low()))]).collect();
        let parts = data.iter().zip(stack(&values, Order::Given, offset)).filter_map(|(datum, part)| {
            let [from, to] = part.first().copied()??;
            Some(Part { datum, from, to })
        });
        let sum = sums::total(data.iter().map(|datum| datum.row.value)).map(|sum| sum.amount);
        Some(Self {
            parts: parts.collect(),
            sum: sum.filter(|sum| offset == Offset::Zero && !matches!(sum, Amount::Exact(_))),
            provisional: data.iter().any(|datum| datum.provisional),
        })
    }
}
