//! The data of a brief, in YAML, in a sound site.
//!
//! Holds what `site` holds of every site.
#![no_main]

mod site;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| site::check("data.yaml", &String::from_utf8_lossy(bytes)));
