//! Figures in prose, in both languages, and the comparison of two texts.
//!
//! Holds: no text panics; quantities stand in the order of the text, overlap nowhere and begin and end between characters;
//! their JSON is JSON; what a comparison finds lies in its texts.
#![no_main]

use depeche::check::reading_json::write_reading;
use depeche::quantity::Currency;
use depeche::quantity::parity::{Comparison, compare};
use depeche::quantity::prose::{Content, Options, ProseLang, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    for language in [ProseLang::French, ProseLang::English] {
        check_readings(&text, language);
    }
    // A line of three hyphens parts the two languages.
    let (french, english) = text.split_once("\n---\n").unwrap_or((&text, &text));
    let findings = compare(&Comparison { french, english, data: &[], dollars: [Currency::CAD, Currency::USD] });
    for finding in findings {
        assert!(finding.french.is_none_or(|span| french.get(span).is_some_and(|words| !words.is_empty())));
        assert!(finding.english.is_none_or(|span| english.get(span).is_some_and(|words| !words.is_empty())));
    }
});

fn check_readings(text: &str, language: ProseLang) {
    let (mut end, mut sentence) = (0, 0);
    for reading in read(text, &Options::new(language)) {
        assert!(reading.span.start >= end, "{:?} overlaps what ends at {end}", reading.span);
        assert!(text.get(reading.span.clone()).is_some_and(|words| !words.is_empty()), "{:?}", reading.span);
        assert!(reading.sentence >= sentence);
        if let Content::Number { low, high, .. } = reading.content {
            assert!(low <= high, "{low} > {high}");
        }
        let mut json = String::new();
        write_reading(&reading, &mut json);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{json}: {error}"));
        assert_eq!(json["end"], reading.span.end);
        (end, sentence) = (reading.span.end, reading.sentence);
    }
}
