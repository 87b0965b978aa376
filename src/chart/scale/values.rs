//! The scale of an axis of values: linear or logarithmic.

use super::{Linear, Log};

/// Maps values to positions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ValueScale {
    Linear(Linear),
    Log(Log),
}

impl ValueScale {
    pub fn map(&self, value: f64) -> f64 {
        match self {
            Self::Linear(scale) => scale.map(value),
            Self::Log(scale) => scale.map(value),
        }
    }

    pub fn domain(&self) -> [f64; 2] {
        match self {
            Self::Linear(scale) => scale.domain,
            Self::Log(scale) => scale.domain,
        }
    }

    pub fn range(&self) -> [f64; 2] {
        match self {
            Self::Linear(scale) => scale.range,
            Self::Log(scale) => scale.range,
        }
    }

    /// The same values on another range.
    #[must_use]
    pub fn on(self, range: [f64; 2]) -> Self {
        match self {
            Self::Linear(scale) => Self::Linear(Linear { range, ..scale }),
            Self::Log(scale) => Self::Log(Log { range, ..scale }),
        }
    }

    /// The position of zero, where it is on the scale.
    pub fn zero(&self) -> Option<f64> {
        let [low, high] = self.domain();
        (low.min(high) <= 0.0 && low.max(high) >= 0.0).then(|| self.map(0.0))
    }

    /// The scale of the same positions for values `factor` times as large.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        let times = |domain: [f64; 2]| domain.map(|end| end * factor);
        match self {
            Self::Linear(scale) => Self::Linear(Linear { domain: times(scale.domain), ..scale }),
            Self::Log(scale) => Self::Log(Log { domain: times(scale.domain), ..scale }),
        }
    }

    /// Widens the domain to round values, of which about `count` are to be marked.
    #[must_use]
    pub fn nice(self, count: u32) -> Self {
        match self {
            Self::Linear(scale) => Self::Linear(scale.nice(count)),
            Self::Log(scale) => Self::Log(scale.nice()),
        }
    }

    /// The decimals that about `count` ticks need in units of 10^`exponent`; `None` where each needs its own.
    pub fn decimals(&self, count: u32, exponent: u32) -> Option<u32> {
        match self {
            Self::Linear(scale) => Some(scale.decimals(count, exponent)),
            Self::Log(_) => None,
        }
    }

    /// The values to mark, about `count` of them.
    pub fn ticks(&self, count: u32) -> Vec<f64> {
        match self {
            Self::Linear(scale) => scale.ticks(count),
            Self::Log(scale) => {
                let ticks = scale.ticks(count);
                let named = scale.named(&ticks, count);
                ticks.into_iter().zip(named).filter(|(_, named)| *named).map(|(tick, _)| tick).collect()
            }
        }
    }
}
