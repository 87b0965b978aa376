//! Values and periods as data files write them, a line each.
//!
//! Holds: no text panics; what is read and written is read back to the same; an error points into its text; every locale
//! can write every value.
#![no_main]

use depeche::locale::{Formats, Locale, Nouns, Style};
use depeche::quantity::{Period, QuantityError, Value};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static FORMATS: LazyLock<Vec<Formats>> =
    LazyLock::new(|| Locale::ALL.into_iter().map(|locale| Formats::new(locale, &Nouns::new())).collect());

fuzz_target!(|bytes: &[u8]| {
    for line in String::from_utf8_lossy(bytes).lines() {
        match line.parse::<Value>() {
            Ok(value) => check_value(&value),
            Err(error) => check_error(line, &error),
        }
        match line.parse::<Period>() {
            Ok(period) => check_period(period),
            Err(error) => check_error(line, &error),
        }
    }
});

fn check_value(value: &Value) {
    let written = value.to_string();
    let back: Value = written.parse().unwrap_or_else(|error| panic!("`{written}`: {error:?}"));
    assert_eq!(&back, value, "`{written}` is another value");
    assert_eq!(back.to_string(), written);
    for formats in &*FORMATS {
        for style in [Style::Prose, Style::Label, Style::Cell, Style::Speech] {
            assert!(!formats.value(value, style).is_empty());
        }
    }
}

fn check_period(period: Period) {
    let written = period.to_string();
    assert_eq!(written.parse::<Period>().ok(), Some(period), "`{written}` is another period");
    for formats in &*FORMATS {
        assert!(!formats.period(&period, Style::Prose).is_empty());
        assert!(!formats.period(&period, Style::Cell).is_empty());
    }
}

fn check_error(text: &str, error: &QuantityError) {
    let inside = text.get(error.range.clone());
    assert!(inside.is_some(), "{:?} is no place in `{text}`", error.range);
}
