//! Exact values with their bounds, units and periods.
//!
//! Owns what a figure *is*: [`Value`] (an [`Amount`] in a [`Unit`]) and [`Period`], each with `FromStr`-style
//! parsing, `Display` in the form of the data files, and nothing of how a reader sees them: that is
//! `crate::locale`'s.

mod amount;
mod currency;
mod error;
pub mod parity;
mod period;
pub mod prose;
mod unit;
mod value;

pub use amount::Amount;
pub use currency::Currency;
pub use error::QuantityError;
pub use period::Period;
pub use rust_decimal::Decimal;
pub use unit::Unit;
pub use value::Value;
