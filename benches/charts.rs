//! How long one drawing of a chart takes, by mark: `cargo bench --bench charts [-- ROUNDS]`.
//!
//! Owns the timing, and the twelve points of each mark. A drawing is all of a chart in one language: both layouts, key,
//! table and description. The program ends with an error where a mark takes longer than [`LIMIT`].

use depeche::build::{self, Now, Options};
use depeche::chart::{Body, Context, draw};
use depeche::locale::{Formats, Lang};
use depeche::model::{Mark, Site};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// The longest that a drawing may take on the average.
const LIMIT: Duration = Duration::from_micros(300);

const BRIEF: &str = "2025-02-06-twelve";
const BOUNDS: [&str; 6] = ["", "> ", "~ ", ">= ", "", "< "];

/// Twelve figures: `f` of twelve companies, `p` of six companies and two metrics, `y` of six companies in two years, `t` of one
/// company in twelve quarters, `s` of twelve metrics.
fn figures() -> String {
    let mut yaml = String::new();
    for at in 0..12 {
        let value = format!("\"{}{}.5 billion USD\"", BOUNDS[at % 6], 130 - 9 * at);
        let (pair, quarter) = (at / 2, format!("{}-Q{}", 2022 + at / 4, at % 4 + 1));
        let rows = [
            ("f", format!("company: c{at}, metric: m0, period: 2024")),
            ("p", format!("company: c{pair}, metric: m{}, period: 2024", at % 2)),
            ("y", format!("company: c{pair}, metric: m0, period: {}", 2023 + at % 2)),
            ("t", format!("company: c0, metric: m0, period: {quarter}")),
            ("s", format!("metric: m{at}, period: 2024")),
        ];
        for (name, keys) in rows {
            writeln!(yaml, "  {name}{at}: {{{keys}, value: {value}, source: call}}").expect("a string takes any text");
        }
    }
    yaml
}

/// The rows of a mark, and how it reads them.
fn rows(mark: Mark) -> (&'static str, &'static str) {
    match mark.word() {
        "grouped-bar" | "stacked-bar" => ("p", "y: {field: company}, x: {field: value}, color: {field: metric}"),
        "grouped-column" | "stacked-column" => ("p", "x: {field: company}, y: {field: value}, color: {field: metric}"),
        "dumbbell" => ("y", "y: {field: company}, x: {field: value}, color: {field: period}"),
        "slope" => ("y", "x: {field: period}, y: {field: value}, color: {field: company}"),
        "line" | "area" | "stacked-area" => ("t", "x: {field: period}, y: {field: value}"),
        "waterfall" => ("s", "x: {field: metric}, y: {field: value}"),
        _ => ("f", ""),
    }
}

fn write_site(root: &Path) {
    let names = |prefix: &str| (0..12).map(|at| format!("{prefix}{at}: {{name: Name {at}}}")).collect::<Vec<_>>();
    let mut data = format!("date: 2025-02-06\nfigures:\n{}charts:\n", figures());
    for mark in Mark::ALL {
        let (row, encoding) = rows(mark);
        let ids: Vec<String> = (0..12).map(|at| format!("{row}{at}")).collect();
        let word = mark.word();
        let keys =
            format!("mark: {word}, title: Twelve points, encoding: {{{encoding}}}, figures: [{}]", ids.join(", "));
        writeln!(data, "  {word}: {{{keys}}}").expect("a string takes any text");
    }
    let edition = "---\ntitle: Points\nsummary: Points.\n---\n\nPoints.\n".to_owned();
    let brief = format!("content/briefs/{BRIEF}");
    let files = [
        ("depeche.yaml".to_owned(), "title: Charts\nurl: https://example.org/\nlanguages: [fr, en]\n".to_owned()),
        ("content/companies.yaml".to_owned(), names("c").join("\n")),
        ("content/metrics.yaml".to_owned(), format!("metrics:\n  {}", names("m").join("\n  "))),
        ("content/sources.yaml".to_owned(), "call: {title: A call, publisher: Name, date: 2025-02-06}".to_owned()),
        (format!("{brief}/data.yaml"), data),
        (format!("{brief}/fr.md"), edition.clone()),
        (format!("{brief}/en.md"), edition),
    ];
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder is ours");
        fs::write(path, text).expect("the folder is ours");
    }
}

fn main() -> ExitCode {
    let rounds: u32 = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(2000);
    let folder = tempfile::tempdir().expect("a temporary folder");
    write_site(folder.path());
    let now = Now::Day("2025-03-01".parse().expect("a day"));
    let root = folder.path().to_owned();
    let loaded = build::load(&Options { root, base: None, origin: None, drafts: false, future: false, now });
    let wrong: Vec<_> = loaded.diagnostics.iter().filter(|d| d.severity == depeche::diag::Severity::Error).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let site: &Site = loaded.site.as_ref().expect("the figures are a site");
    let brief = &site.briefs[BRIEF];
    let mut slow = false;
    for lang in [Lang::Fr, Lang::En] {
        let formats = Formats::new(site.config.locale(lang), &site.nouns);
        let strings = loaded.strings.get(lang).expect("the strings are built in");
        for (id, spec) in &brief.charts {
            let start = Instant::now();
            let mut bytes = 0;
            for _ in 0..rounds {
                let drawing = draw(site, brief, spec, &formats, strings, Context { id, alt: "" });
                bytes = match drawing.body {
                    Body::Plot(drawings) => drawings.wide_svg.len() + drawings.narrow_svg.len(),
                    Body::Text(markup) => markup.html.len(),
                };
            }
            let each = start.elapsed() / rounds;
            slow |= each > LIMIT;
            println!("{id} {lang}: {:.1} µs, {bytes} bytes of drawings or text", each.as_secs_f64() * 1e6);
        }
    }
    if slow { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
