//! One series along a plot: which of its points are joined and how, and where its bounds and ranges stand.
//!
//! A row that is not disclosed leaves a gap. What is not an actual value is joined by dashes, from the last actual one on.
//! Ranges that follow each other make a band, which begins and ends at the points beside them; a range alone is a whisker, and
//! the line passes its middle in dashes, since it is not known where.

use crate::chart::channels::Datum;
use crate::chart::extent::number;
use crate::chart::scale::{Point, ValueScale};
use crate::quantity::Amount;
use std::ops::Range;

/// A point of a series.
#[derive(Clone, Copy)]
pub struct Spot<'c> {
    pub datum: &'c Datum<'c>,
    pub form: Form,
    pub x: f64,
    /// Where the line passes: of a range its middle.
    pub y: f64,
    /// The y of the low and of the high end; the same unless it is a range.
    pub low: f64,
    pub high: f64,
    /// True where it is no actual value among actual ones.
    pub provisional: bool,
}

/// How a value is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Exact,
    About,
    /// ▲: the value is there or above.
    AtLeast,
    /// ▼: the value is there or below.
    AtMost,
    Range,
}

/// How two neighbouring points are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    Solid,
    Dashed,
    /// By the two edges of a band.
    Band,
}

impl<'c> Spot<'c> {
    /// The point of a row; `None` where it is not disclosed.
    pub fn of(datum: &'c Datum<'c>, x: f64, scale: &ValueScale) -> Option<Self> {
        let amount = datum.row.value?.amount;
        let [low, high] = [amount.low(), amount.high()].map(|n| scale.map(number(n)));
        let provisional = datum.provisional;
        Some(Self { datum, form: Form::of(&amount), x, y: f64::midpoint(low, high), low, high, provisional })
    }

    pub fn point(&self) -> Point {
        [self.x, self.y]
    }

    /// Between which ends it is joined to its neighbours: a range that stands alone, by its middle.
    pub fn edges(&self, joint: Joint) -> [f64; 2] {
        if self.form == Form::Range && joint != Joint::Band { [self.y; 2] } else { [self.low, self.high] }
    }
}

impl Form {
    pub fn of(amount: &Amount) -> Self {
        match amount {
            Amount::Exact(_) => Self::Exact,
            Amount::About(_) => Self::About,
            Amount::MoreThan(_) | Amount::AtLeast(_) => Self::AtLeast,
            Amount::LessThan(_) | Amount::AtMost(_) => Self::AtMost,
            Amount::Range(..) => Self::Range,
        }
    }
}

/// The series of points between two gaps, in the order of their x.
pub struct Run<'c> {
    pub spots: Vec<Spot<'c>>,
    joints: Vec<Joint>,
}

impl<'c> Run<'c> {
    /// The runs of one series, whose rows come in the order of their x; `None` is a gap. `bands` says whether ranges that follow
    /// each other make one.
    pub fn all(spots: impl IntoIterator<Item = Option<Spot<'c>>>, bands: bool) -> Vec<Self> {
        let mut runs: Vec<Vec<Spot>> = vec![vec![]];
        for spot in spots {
            match (spot, runs.last_mut()) {
                (Some(spot), Some(run)) => run.push(spot),
                (None, _) => runs.push(vec![]),
                (Some(_), None) => unreachable!("there is a run from the start"),
            }
        }
        runs.into_iter().filter(|run| !run.is_empty()).map(|run| Self::new(run, bands)).collect()
    }

    fn new(spots: Vec<Spot<'c>>, bands: bool) -> Self {
        let is_range = |index: usize| spots.get(index).is_some_and(|spot: &Spot| spot.form == Form::Range);
        let in_band = |index: usize| {
            bands && is_range(index) && (is_range(index + 1) || index.checked_sub(1).is_some_and(is_range))
        };
        let joint = |index: usize| {
            let ends = [index, index + 1];
            if ends.into_iter().any(in_band) {
                Joint::Band
            } else if ends.into_iter().any(|end| is_range(end) || spots[end].provisional) {
                Joint::Dashed
            } else {
                Joint::Solid
            }
        };
        let joints = (0..spots.len() - 1).map(joint).collect();
        Self { spots, joints }
    }

    /// The longest stretches of points that are joined in one way, each with both of its ends; neighbours share a point.
    pub fn stretches(&self) -> Vec<(Joint, &[Spot<'c>])> {
        let mut ranges: Vec<(Joint, Range<usize>)> = Vec::new();
        for (index, &joint) in self.joints.iter().enumerate() {
            match ranges.last_mut() {
                Some((last, range)) if *last == joint => range.end = index + 2,
                _ => ranges.push((joint, index..index + 2)),
            }
        }
        ranges.into_iter().map(|(joint, range)| (joint, &self.spots[range])).collect()
    }

    /// The ranges that stand alone.
    pub fn whiskers(&self) -> impl Iterator<Item = &Spot<'c>> {
        let is_band = |index: usize| self.joints.get(index) == Some(&Joint::Band);
        let spots = self.spots.iter().enumerate();
        spots
            .filter(move |(index, spot)| {
                let joined = is_band(*index) || index.checked_sub(1).is_some_and(is_band);
                spot.form == Form::Range && !joined
            })
            .map(|(_, spot)| spot)
    }
}
