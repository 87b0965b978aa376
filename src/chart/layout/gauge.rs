//! Small bars beside values that are set as text, all of one chart on one scale.

use super::lanes::{CHEVRON, Lane, OUT, Piece, Shape};
use crate::chart::channels::{Channels, Datum};
use crate::chart::extent::Extent;
use crate::chart::scale::{Linear, ValueScale};

/// In user units; the height is that of a swatch of the key.
pub const WIDTH: f64 = 112.0;
pub const HEIGHT: f64 = 14.0;
const THICKNESS: f64 = 8.0;

/// The scale of a chart's gauges.
#[derive(Clone, Copy)]
pub struct Gauges {
    scale: Linear,
}

impl Gauges {
    /// `None` where bars would tell nothing: of values in several units, of one exact value alone, of zeros.
    pub fn of(channels: &Channels) -> Option<Self> {
        let extents: Vec<Extent> = channels.data.iter().filter_map(|datum| datum.extent).collect();
        let tells = extents.len() > 1 || extents.iter().any(|extent| !matches!(extent, Extent::Exact(_)));
        let reaches = extents.iter().map(|extent| extent.reach());
        let domain = reaches.fold([0.0_f64; 2], |[low, high], (from, to)| [low.min(from), high.max(to)]);
        if channels.mixes_units || !tells || domain[0] == domain[1] {
            return None;
        }
        let opens = |right: bool| {
            extents.iter().any(|extent| matches!(extent, Extent::Beyond { rightward, .. } if *rightward == right))
        };
        let side = |is_open: bool| if is_open { CHEVRON } else { OUT };
        Some(Self { scale: Linear { domain, range: [side(opens(false)), WIDTH - side(opens(true))] } })
    }

    /// The lane of a gauge whose box begins at a point.
    pub fn lane(&self, [x, y]: [f64; 2]) -> Lane {
        let [from, to] = self.scale.range;
        let scale = ValueScale::Linear(Linear { range: [x + from, x + to], ..self.scale });
        Lane { start: y + (HEIGHT - THICKNESS) / 2.0, thickness: THICKNESS, scale, upright: false }
    }

    /// True where bars go to both sides, so that zero needs a line.
    pub fn has_losses(&self) -> bool {
        self.scale.domain[0] < 0.0
    }
}

/// The bar of a row; `None` where nothing is disclosed.
pub fn piece(datum: &Datum) -> Option<Piece> {
    Some(Piece::Bar(Shape::new(datum.extent?, datum.provisional)))
}
