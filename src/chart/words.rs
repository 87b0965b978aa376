//! The interface strings that charts need, and the one way to say them.

use crate::locale::{Formats, Strings};

/// The keys of every string that a chart may ask for; a build checks that the site has them all.
pub const KEYS: &[&str] = &[
    "actual",
    "calculation",
    "chart-all-consensus",
    "chart-all-estimate",
    "chart-all-guidance",
    "chart-company",
    "chart-event",
    "chart-head-period",
    "chart-head-share",
    "chart-head-source",
    "chart-head-status",
    "chart-head-value",
    "chart-high",
    "chart-key-about",
    "chart-key-beyond",
    "chart-key-fall",
    "chart-key-range",
    "chart-key-rise",
    "chart-key-sum-about",
    "chart-key-sum-beyond",
    "chart-key-sum-range",
    "chart-key-sum-within",
    "chart-key-within",
    "chart-label",
    "chart-low",
    "chart-metric",
    "chart-name-area",
    "chart-name-bar",
    "chart-name-column",
    "chart-name-dot",
    "chart-name-dumbbell",
    "chart-name-grouped-bar",
    "chart-name-grouped-column",
    "chart-name-line",
    "chart-name-range",
    "chart-name-slope",
    "chart-name-stacked-area",
    "chart-name-stacked-bar",
    "chart-name-stacked-column",
    "chart-name-table",
    "chart-name-tiles",
    "chart-name-timeline",
    "chart-name-waterfall",
    "chart-not-disclosed",
    "chart-not-disclosed-short",
    "chart-note-gap",
    "chart-note-rounded",
    "chart-number",
    "chart-says-ahead",
    "chart-says-ends",
    "chart-says-equal",
    "chart-says-fall",
    "chart-says-first",
    "chart-says-gap",
    "chart-says-high",
    "chart-says-last",
    "chart-says-level",
    "chart-says-low",
    "chart-says-not-disclosed",
    "chart-says-pair",
    "chart-says-point",
    "chart-says-rise",
    "chart-says-rows",
    "chart-says-series",
    "chart-says-total",
    "chart-says-way",
    "chart-unit",
    "consensus",
    "estimate",
    "guidance",
    "source",
];

/// The language of a chart: how it writes values and what it says around them.
#[derive(Clone, Copy)]
pub struct Words<'w> {
    pub formats: &'w Formats,
    pub strings: &'w Strings,
}

impl<'w> Words<'w> {
    /// The string of a key; the key itself where the site lacks it (the build has reported that).
    pub fn get(&self, key: &'w str) -> &'w str {
        self.strings.get(key).unwrap_or(key)
    }

    /// The string of a key with its placeholders filled in, set in the language's typography.
    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.typeset(&self.fill(key, args))
    }

    /// The same as a part of a longer text, which is to be typeset as a whole.
    pub fn fill(&self, key: &str, args: &[(&str, &str)]) -> String {
        debug_assert!(KEYS.contains(&key), "`{key}` is not among the keys that a build checks");
        self.strings.format(key, args).unwrap_or_else(|| key.to_owned())
    }

    /// A reader's text in the language's typography.
    pub fn typeset(&self, text: &str) -> String {
        self.formats.typeset(text, None).into_owned()
    }
}
