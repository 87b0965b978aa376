//! Texts of strangers that are large or deep: each is read in a time that grows with its size, not with its square.
//!
//! Owns the hard inputs and how long each may take; what ordinary texts mean is held elsewhere, and small strange ones are
//! made by the targets in `fuzz/`.

mod site;

use depeche::build::{self, Now, Options};
use depeche::quantity::Currency;
use depeche::quantity::parity::{Comparison, compare};
use depeche::quantity::prose::{self, ProseLang};
use site::Site;
use std::time::{Duration, Instant};

/// Enough for a slow machine and code without optimisation; work that grows with the square takes minutes.
const LIMIT: Duration = Duration::from_secs(30);

fn check<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    let taken = start.elapsed();
    assert!(taken < LIMIT, "{what} took {taken:?}");
    result
}

/// The names of the findings of a site with one file as given.
fn found(path: &str, text: &str) -> Vec<&'static str> {
    let site = Site::base();
    site.write(&format!("content/briefs/2025-02-06-capex/{path}"), text);
    let today = "2025-03-01".parse().expect("a day");
    let root = site.root().to_owned();
    let options = Options { root, base: None, origin: None, drafts: false, future: false, now: Now::Day(today) };
    build::load(&options).diagnostics.iter().map(|diagnostic| diagnostic.name).collect()
}

#[test]
fn markdown() {
    let front = "---\ntitle: Un\nslug: un\nsummary: Deux.\n---\n\n";
    for (what, unit, times) in [
        ("headings alike", "## a\n\n", 40_000),
        ("notes without an end", "[^", 100_000),
        ("comments", "<!-- a -->\n\n", 20_000),
        ("quotations", "> ", 10_000),
        ("brackets", "[", 100_000),
        ("emphasis", "*a_ ", 50_000),
        ("links", "[a](https://a.example/) ", 20_000),
        ("a long line", "mot ", 250_000),
        ("digits", "9", 1_000_000),
        ("thousands", "9 999 999", 50_000),
    ] {
        check(what, || found("fr.md", &format!("{front}{}", unit.repeat(times))));
    }
}

#[test]
fn data() {
    let keys: String = (0..60_000).map(|n| format!("k{n}: 1\n")).collect();
    assert!(check("many keys", || found("data.yaml", &keys)).contains(&"unknown-key"));
    let deep = "[".repeat(100_000);
    assert!(check("depth", || found("data.yaml", &deep)).contains(&"yaml-unsupported"));
    let aliases = format!("a: &a [1, 2]\nb: [{}]\n", "*a, ".repeat(50_000));
    assert!(check("aliases", || found("data.yaml", &aliases)).contains(&"yaml-unsupported"));
    let control = found("data.yaml", "date: 2025-02-06\nauthors: [\"\\0\"]\n");
    assert!(control.contains(&"control-character"), "{control:?}");
}

#[test]
fn figures_in_prose() {
    for (what, unit, times) in [
        ("numbers", "5 % ", 100_000),
        ("number words", "mille ", 100_000),
        ("scales", "milliards de ", 100_000),
        ("brackets", "((", 200_000),
        ("backticks", "` ``", 100_000),
        ("tags", "<a ", 100_000),
        ("points", ". ", 200_000),
        ("hyphens", "1-", 200_000),
        ("dashes", "–1", 100_000),
        ("digits", "9", 1_000_000),
    ] {
        let text = unit.repeat(times);
        for language in [ProseLang::French, ProseLang::English] {
            check(what, || prose::read(&text, &prose::Options::new(language)));
        }
    }
}

#[test]
fn comparison_of_long_texts() {
    let dollars = [Currency::USD; 2];
    let paragraph = |n: u32, unit: &str| format!("La part {n} est de {} {unit}, contre {}.\n\n", n % 97, n % 89);
    let french: String = (0..3_000).map(|n| paragraph(n, "%")).collect();
    // One paragraph more than the other text: all figures of both stand in one block.
    let english =
        format!("Five.\n\n{}", french.replace("contre", "from").replace(" %", "%").replace("La part", "Share"));
    let comparison = Comparison { french: &french, english: &english, data: &[], dollars };
    check("texts that agree", || compare(&comparison));
    let changed = english.replace("Share 1500 est de 45%", "Share 1500 est de 46%");
    assert_ne!(changed, english);
    let comparison = Comparison { french: &french, english: &changed, data: &[], dollars };
    let findings = check("texts that differ once", || compare(&comparison));
    let place = french.find("45 %, contre 76").expect("the figure is there");
    assert!(findings.iter().any(|f| f.french.as_ref().is_some_and(|span| span.contains(&place))), "{findings:?}");
    let alike = "5 % ".repeat(20_000);
    let comparison = Comparison { french: &alike, english: &alike[4..], data: &[], dollars };
    check("figures all alike", || compare(&comparison));
}
