//! Exact values with their bounds, units and periods.
//!
//! Owns what a figure *is*: [`Value`] (an [`Amount`] in a [`Unit`]), [`Period`] and [`Timing`], each with `FromStr`-style parsing and
//! `Display` in the form of the data files, and how a value is calculated from others ([`Interval`], [`Formula`]); nothing of how
//! a reader sees them: that is `crate::locale`'s.

mod amount;
mod arithmetic;
mod currency;
mod error;
pub mod formula;
pub mod parity;
mod period;
pub mod prose;
mod relation;
mod timing;
mod unit;
mod value;

pub use amount::Amount;
pub use arithmetic::{ArithmeticError, Interval};
pub use currency::Currency;
pub use error::QuantityError;
pub use formula::Formula;
pub use period::Period;
pub use relation::Relation;
pub use rust_decimal::Decimal;
pub use timing::Timing;
pub use unit::Unit;
pub use value::Value;
