//! The checks, and the JSON Lines that `extract` and `compare` exchange with other programs.
//!
//! Owns the form of findings outside the program; what is found is `crate::quantity`'s.

pub mod reading_json;
