//! Scales: from what a chart shows to positions on the page, by d3's definitions.
//!
//! The first place where exact values become floating-point numbers. A test in `tests/browser/` holds every scale to d3's
//! own answers.

pub mod band;
pub mod curve;
pub mod labels;
pub mod linear;
pub mod log;
pub mod stack;
pub mod time;
mod values;

pub use band::Band;
pub use curve::{Curve, Point, Segment};
pub use linear::Linear;
pub use log::Log;
pub use time::{Interval, Time};
pub use values::ValueScale;
