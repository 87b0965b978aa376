//! Scales: from what a chart shows to positions on the page, by d3's definitions.
//!
//! The first place where exact values become floating-point numbers.

pub mod band;
pub mod linear;

pub use band::Band;
pub use linear::Linear;
