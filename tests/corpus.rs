//! Scores the reader of quantities and the comparison of languages on the corpus in `tests/corpus/`.
//!
//! Owns the pass marks and the printed scores: `cargo test --test corpus -- --nocapture` shows them. The formats of the
//! corpus and its conventions stand in `tests/corpus/README.md`; `corpus/cases.rs` reads them.

#[path = "corpus/cases.rs"]
mod cases;
#[path = "corpus/matching.rs"]
mod matching;

use cases::{Expected, Pair, Sentence};
use depeche::quantity::Currency;
use depeche::quantity::parity::{Comparison, Datum, Finding, compare};
use depeche::quantity::prose::{Options, ProseLang, read};
use std::collections::BTreeMap;

/// The harmonic mean of precision and recall, from what was right, wanted and read.
#[derive(Default)]
struct Score {
    right: u32,
    qualified: u32,
    wanted: u32,
    read: u32,
}

impl Score {
    fn f1(&self, right: u32) -> f64 {
        if self.wanted + self.read == 0 { 1.0 } else { f64::from(2 * right) / f64::from(self.wanted + self.read) }
    }
}

#[test]
fn quantities_are_read() {
    for (name, language) in [("fr", ProseLang::French), ("en", ProseLang::English)] {
        let sentences = cases::sentences(name);
        assert!(sentences.len() >= 150, "{name}: the corpus has {} sentences only", sentences.len());
        let mut kinds: BTreeMap<&str, Score> = BTreeMap::new();
        let mut total = Score::default();
        for sentence in &sentences {
            score_sentence(sentence, language, &mut kinds, &mut total);
        }
        let (plain, qualified) = (total.f1(total.right), total.f1(total.qualified));
        println!(
            "{name}: {} sentences, {} quantities, {} read; F1 {plain:.4}, with qualifiers {qualified:.4}",
            sentences.len(),
            total.wanted,
            total.read
        );
        for (kind, score) in &kinds {
            println!("  {kind:8} {:4} F1 {:.4}", score.wanted, score.f1(score.right));
        }
        assert!(plain >= 0.95, "{name}: F1 {plain:.4}");
        assert!(qualified >= 0.92, "{name}: F1 with qualifiers {qualified:.4}");
    }
}

fn score_sentence<'a>(
    sentence: &'a Sentence,
    language: ProseLang,
    kinds: &mut BTreeMap<&'a str, Score>,
    total: &mut Score,
) {
    let readings = read(&sentence.text, &Options::new(language));
    let matched = matching::pair(sentence, &readings);
    for (expected, qualified) in &matched.right {
        let score = kinds.entry(&expected.kind).or_default();
        (score.right, score.wanted, score.read) = (score.right + 1, score.wanted + 1, score.read + 1);
        (total.right, total.wanted, total.read) = (total.right + 1, total.wanted + 1, total.read + 1);
        total.qualified += u32::from(*qualified);
        if !qualified {
            println!("  {}: qualifier of `{}`", sentence.id, expected.part);
        }
    }
    for expected in &matched.missed {
        kinds.entry(&expected.kind).or_default().wanted += 1;
        total.wanted += 1;
        println!("  {}: missed `{}` in: {}", sentence.id, expected.part, sentence.text);
    }
    for reading in &matched.spurious {
        kinds.entry(reading.kind.name()).or_default().read += 1;
        total.read += 1;
        println!("  {}: read `{}` in: {}", sentence.id, &sentence.text[reading.span.clone()], sentence.text);
    }
}

#[test]
fn divergences_are_found_and_nothing_else() {
    let pairs = cases::pairs();
    let mut types: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    let (mut agreeing, mut alarms, mut placed) = (0_u32, 0_u32, 0_u32);
    for pair in &pairs {
        let findings = findings(pair);
        match &pair.expected {
            Expected::Agrees => {
                agreeing += 1;
                alarms += u32::from(!findings.is_empty());
                if let Some(finding) = findings.first() {
                    println!("  {}: false alarm, {}: {} / {}", pair.id, finding.kind.name(), pair.french, pair.english);
                }
            }
            Expected::Diverges(names) => {
                let entry = types.entry(&names[0]).or_default();
                entry.1 += 1;
                entry.0 += u32::from(!findings.is_empty());
                let told = findings.iter().any(|finding| names.iter().any(|name| name == finding.kind.name()));
                placed += u32::from(told);
                if !told {
                    println!("  {}: {names:?} not told: {} / {}", pair.id, pair.french, pair.english);
                }
            }
        }
    }
    let (found, all) = types.values().fold((0, 0), |(f, a), (found, all)| (f + found, a + all));
    let (recall, false_alarms) = (f64::from(found) / f64::from(all), f64::from(alarms) / f64::from(agreeing));
    println!("{} pairs; divergences found {found} of {all} ({recall:.4}), called right {placed}", pairs.len());
    println!("false alarms {alarms} of {agreeing} ({false_alarms:.4})");
    for (name, (found, all)) in &types {
        println!("  {name:18} {found} of {all}");
    }
    assert!(all >= 80 && agreeing >= 200, "the corpus has {all} divergences and {agreeing} agreeing pairs only");
    assert!(recall >= 0.95, "divergences found: {recall:.4}");
    assert!(false_alarms < 0.02, "false alarms: {false_alarms:.4}");
}

fn findings(pair: &Pair) -> Vec<Finding> {
    let data: Vec<Datum> = pair
        .data
        .iter()
        .map(|item| Datum::parse(item).unwrap_or_else(|error| panic!("{}: {error}", pair.id)))
        .collect();
    compare(&Comparison { french: &pair.french, english: &pair.english, data: &data, dollars: [Currency::USD; 2] })
}
