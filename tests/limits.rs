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

/// Enough for a slow machine that is busy otherwise, and code without optimisation; work that grows with the square takes far longer.
const LIMIT: Duration = Duration::from_mins(2);

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
    let keys: Vec<String> = (0..60_000).map(|n| format!("k{n}: 1\n")).collect();
    assert!(check("many keys", || found("data.yaml", &keys.concat())).contains(&"unknown-key"));
    let deep = "[".repeat(100_000);
    assert!(check("depth", || found("data.yaml", &deep)).iter().any(|name| name.starts_with("yaml-")));
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
    let texts = |changed: u32| {
        let share = |n: u32, sign| format!("{}{}{sign}", n % 97 + 2, if n == changed { ".5" } else { "" });
        let french =
            |n: u32| format!("Le groupe vend {}, contre {} % en mai.\n\n", share(n, " %").replace('.', ","), n % 89);
        let english = |n: u32| format!("The group sells {}, from {}% in May.\n\n", share(n, "%"), n % 89);
        let joined = |text: &dyn Fn(u32) -> String| (0..3_000).map(text).collect::<Vec<_>>().concat();
        (joined(&french), joined(&english))
    };
    let ((french, english), (_, changed)) = (texts(u32::MAX), texts(1500));
    // A paragraph more than the other text has: all figures of both stand in one block.
    let [english, changed] = [english, changed].map(|text| format!("A word.\n\n{text}"));
    let comparison = Comparison { french: &french, english: &english, data: &[], dollars };
    assert_eq!(check("texts that agree", || compare(&comparison)), []);
    let comparison = Comparison { french: &french, english: &changed, data: &[], dollars };
    let findings = check("texts that differ once", || compare(&comparison));
    let place = changed.find("47.5%").expect("the changed figure");
    assert!(findings.iter().any(|f| f.english.as_ref().is_some_and(|span| span.start == place)), "{findings:?}");
    let alike = "5 % ".repeat(20_000);
    let comparison = Comparison { french: &alike, english: &alike[4..], data: &[], dollars };
    check("figures all alike", || compare(&comparison));
}
