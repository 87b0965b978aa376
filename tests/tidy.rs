//! Holds the house rules that the compiler cannot: floors, headers, sizes, panics, input and output, floats, orphans.
//!
//! Owns the rules and their limits; reading Rust source is `tidy/scan.rs`'s. Every violation is reported at once.

#[path = "tidy/scan.rs"]
mod scan;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Module → floor. A module names only modules on lower floors, and itself.
const FLOORS: &[(&str, u8)] = &[
    ("diag", 0),
    ("locale", 0),
    ("quantity", 0),
    ("model", 1),
    ("discover", 2),
    ("parse", 2),
    ("chart", 3),
    ("check", 3),
    ("copyedit", 3),
    ("parity", 3),
    ("render", 4),
    ("plan", 5),
    ("write", 6),
    ("build", 7),
    ("publish", 8),
    ("scaffold", 8),
    ("serve", 8),
    ("cmd", 9),
    ("main", 10),
];

/// Same-floor names that are allowed: whoever writes values in words must know what a value is.
const NEIGHBOURS: &[(&str, &str)] = &[("locale", "quantity"), ("locale", "diag")];

/// The only modules that touch files, sockets, processes, the environment or the clock.
const DOORS: &[&str] = &["discover", "write", "serve", "publish", "scaffold", "cmd", "main"];
const OUTSIDE: &[&str] = &["fs", "net", "process", "env", "time"];

/// Floats begin with the scales of `chart`.
const FLOOR_OF_FLOATS: u8 = 3;

/// Folders where each file is one entry of a visible list in the folder's `mod.rs`.
const REGISTRIES: &[&str] = &["check", "chart/marks", "parity"];

const MAX_FILE_LINES: usize = 400;
const MAX_FUNCTION_LINES: usize = 60;

/// One Rust file.
struct Source {
    /// From the repository's root, with `/`.
    path: String,
    text: String,
    /// `text` without comments and literals.
    code: String,
    /// Its module path: `["chart", "scale"]`; empty for `lib.rs`.
    module: Vec<String>,
}

impl Source {
    fn top(&self) -> &str {
        self.module.first().map_or("", String::as_str)
    }
}

#[derive(Default)]
struct Findings(BTreeSet<(String, usize, String)>);

impl Findings {
    /// `at` is a byte offset into the source.
    fn at(&mut self, source: &Source, at: usize, message: impl Into<String>) {
        let line = source.text[..at].matches('\n').count() + 1;
        self.0.insert((source.path.clone(), line, message.into()));
    }
}

fn floor(module: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == module).map(|(_, floor)| *floor)
}

fn floors(source: &Source, findings: &mut Findings) {
    if source.module.is_empty() {
        return;
    }
    let own = source.top();
    let Some(own_floor) = floor(own) else {
        return findings.at(source, 0, format!("module `{own}` has no floor: add it to the table of `tests/tidy.rs`"));
    };
    for (at, path) in scan::paths(&source.code, &source.module, &["depeche"]) {
        let mut path = path.iter().map(String::as_str).skip_while(|segment| *segment == "depeche");
        let Some(named) = path.next().filter(|named| *named != own) else { continue };
        match floor(named) {
            None => findings.at(source, at, format!("`{named}` stands at the crate's root, on no floor")),
            Some(other) if other >= own_floor && !NEIGHBOURS.contains(&(own, named)) => {
                findings.at(source, at, format!("`{own}` (floor {own_floor}) names `{named}` (floor {other})"));
            }
            Some(_) => {}
        }
    }
}

fn sizes(source: &Source, findings: &mut Findings) {
    if !source.text.starts_with("//! ") {
        findings.at(source, 0, "the file does not open with a `//!` header");
    }
    let lines = source.text.lines().count();
    if lines > MAX_FILE_LINES {
        findings.at(source, 0, format!("{lines} lines; a file has at most {MAX_FILE_LINES}"));
    }
    for (name, range) in scan::functions(&source.code) {
        let lines = source.code[range.clone()].matches('\n').count() + 1;
        if lines > MAX_FUNCTION_LINES {
            let message = format!("`{name}` has {lines} lines; a function has at most {MAX_FUNCTION_LINES}");
            findings.at(source, range.start, message);
        }
    }
}

/// What only tests may do. `tests` are the module paths of test files.
fn production(source: &Source, tests: &[Vec<String>], findings: &mut Findings) {
    if tests.iter().any(|test| source.module.starts_with(test)) {
        return;
    }
    let (ranges, _) = scan::test_code(&source.code);
    let in_tests = |at: usize| ranges.iter().any(|range| range.contains(&at));
    let own = source.top();
    for (at, _) in source.code.match_indices(".unwrap()").filter(|(at, _)| !in_tests(*at)) {
        findings.at(source, at, "`unwrap` outside tests: return an error, or `expect` the invariant");
    }
    if !own.is_empty() && !DOORS.contains(&own) {
        for (at, path) in
            scan::paths(&source.code, &source.module, &["std"]).into_iter().filter(|(at, _)| !in_tests(*at))
        {
            if let [head, part, rest @ ..] = &path[..]
                && head == "std"
                && OUTSIDE.contains(&part.as_str())
                && rest.first().is_none_or(|name| name != "Duration")
            {
                findings.at(
                    source,
                    at,
                    format!("`{own}` uses `std::{part}`: the library's core does no input or output"),
                );
            }
        }
    }
    if floor(own).is_some_and(|floor| floor < FLOOR_OF_FLOATS) {
        for at in
            ["f32", "f64"].into_iter().flat_map(|word| scan::words(&source.code, word)).filter(|at| !in_tests(*at))
        {
            findings.at(source, at, "a float before the chart's scales: values stay exact");
        }
    }
}

/// Files that no `mod` names are never compiled; entries that no list names are never run.
fn listed(sources: &[Source], findings: &mut Findings) {
    for source in sources.iter().filter(|source| !matches!(source.top(), "" | "main")) {
        let (name, parents) = source.module.split_last().expect("a module has a name");
        let roots = ["", "main"];
        let mut declaring = sources.iter().filter(|parent| {
            parent.module == parents || (parents.is_empty() && roots.contains(&parent.top()) && parent.module.len() < 2)
        });
        let declares = |parent: &Source| {
            scan::words(&parent.code, "mod").any(|at| scan::identifier(&parent.code[at + 3..]) == name)
        };
        if !declaring.any(declares) {
            findings.at(source, 0, format!("no `mod {name};` names this file"));
        }
        if REGISTRIES.contains(&parents.join("/").as_str()) && name != "tests" {
            let list = sources.iter().find(|parent| parent.module == parents);
            let entry = format!("{name}::");
            if list.is_none_or(|list| !list.code.contains(&entry)) {
                findings.at(source, 0, format!("`{name}` is missing from the list in its folder's `mod.rs`"));
            }
        }
    }
}

/// Paths of somebody's machine, in any text file of the repository.
fn machine_paths(root: &Path, findings: &mut Findings) {
    let homes = ["work", "home", "root", "Users"].map(|folder| format!("/{folder}/"));
    for path in files(root, &|name| !matches!(name, ".git" | "target" | "public" | "node_modules")) {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for (number, line) in text.lines().enumerate() {
            let hit = homes.iter().any(|home| {
                line.match_indices(home.as_str()).any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    before.is_none_or(|c| c.is_whitespace() || "\"'`=:(".contains(c))
                })
            });
            if hit {
                findings.0.insert((relative(root, &path), number + 1, "an absolute path of a machine".to_owned()));
            }
        }
    }
}

/// Every file below `folder`, sorted, without the folders and files whose names `keep` refuses.
fn files(folder: &Path, keep: &dyn Fn(&str) -> bool) -> Vec<PathBuf> {
    let mut entries: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.retain(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(keep));
    entries.sort();
    entries.into_iter().flat_map(|path| if path.is_dir() { files(&path, keep) } else { vec![path] }).collect()
}

fn relative(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).expect("files are listed below the root");
    inside.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The Rust files below `folder` of the repository.
fn sources(root: &Path, folder: &str) -> Vec<Source> {
    let rust =
        files(&root.join(folder), &|_| true).into_iter().filter(|path| path.extension().is_some_and(|e| e == "rs"));
    rust.map(|path| {
        let text = fs::read_to_string(&path).expect("source files are UTF-8");
        source(relative(root, &path), text)
    })
    .collect()
}

fn source(path: String, text: String) -> Source {
    let stem = path.trim_end_matches(".rs");
    let mut module: Vec<String> = stem.split('/').skip(1).map(str::to_owned).collect();
    if matches!(module.last().map(String::as_str), Some("mod" | "lib")) {
        module.pop();
    }
    Source { code: scan::code(&text), path, text, module }
}

fn test_files(sources: &[Source]) -> Vec<Vec<String>> {
    let named = sources.iter().flat_map(|source| {
        let (_, files) = scan::test_code(&source.code);
        files.into_iter().map(|file| [source.module.clone(), vec![file.to_owned()]].concat()).collect::<Vec<_>>()
    });
    named.collect()
}

fn inspect(sources: &[Source], findings: &mut Findings) {
    let tests = test_files(sources);
    for source in sources {
        sizes(source, findings);
        floors(source, findings);
        production(source, &tests, findings);
    }
    listed(sources, findings);
}

#[test]
fn the_house_rules_hold() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut findings = Findings::default();
    let library = sources(root, "src");
    assert!(!library.is_empty(), "no source files were found");
    inspect(&library, &mut findings);
    for folder in ["tests", "benches", "examples", "fuzz/targets"] {
        for source in &sources(root, folder) {
            sizes(source, &mut findings);
        }
    }
    machine_paths(root, &mut findings);
    let mut report = String::new();
    for (path, line, message) in &findings.0 {
        writeln!(report, "{path}:{line}: {message}").expect("a string takes any text");
    }
    assert!(report.is_empty(), "{} violations\n{report}", findings.0.len());
}

/// What the rules say of one file.
fn said(path: &str, text: &str) -> Vec<String> {
    let mut findings = Findings::default();
    let file = source(path.to_owned(), text.to_owned());
    sizes(&file, &mut findings);
    floors(&file, &mut findings);
    production(&file, &test_files(std::slice::from_ref(&file)), &mut findings);
    findings.0.into_iter().map(|(_, line, message)| format!("{line}: {message}")).collect()
}

#[test]
fn a_module_that_looks_up_is_found() {
    let up = |path, line: &str| said(path, &format!("//! x\n{line}\n"));
    assert_eq!(
        up("src/model/mod.rs", "use crate::{diag::Span, parse::{self, yaml}};"),
        ["2: `model` (floor 1) names `parse` (floor 2)"]
    );
    assert_eq!(
        up("src/chart/scale/linear.rs", "use super::super::super::render;"),
        ["2: `chart` (floor 3) names `render` (floor 4)"]
    );
    assert_eq!(
        up("src/chart/mod.rs", "fn f() { crate::check::run() }"),
        ["2: `chart` (floor 3) names `check` (floor 3)"]
    );
    assert_eq!(up("src/serve/mod.rs", "mod a { mod b { use super::super::super::publish::x; } }").len(), 1);
    assert_eq!(up("src/quantity/mod.rs", "use crate::locale::Lang;").len(), 1);
    assert_eq!(up("src/parse/mod.rs", "use crate::Site;"), ["2: `Site` stands at the crate's root, on no floor"]);
    assert_eq!(up("src/helpers.rs", "").len(), 1);
    for fine in [
        ("src/chart/mod.rs", "use crate::model::Site; // crate::render\npub(crate) const A: &str = \"crate::plan\";"),
        ("src/chart/svg.rs", "use super::{scale, super::locale::Lang}; mod tests { use super::*; }"),
        ("src/locale/mod.rs", "use crate::quantity::Value;"),
        ("src/cmd/build.rs", "use depeche::build::Options; use crate::cmd::Report;"),
        ("src/main.rs", "mod cmd; use cmd::run; use depeche::diag;"),
    ] {
        assert_eq!(up(fine.0, fine.1), [""; 0], "{}", fine.1);
    }
}

#[test]
fn sizes_panics_files_and_floats_are_found() {
    let long = format!("//! x\nfn long(a: [u8; 2]) -> char {{\n{}    '}}'\n}}\n", "    let _ = \"}\";\n".repeat(58));
    assert_eq!(said("src/diag/mod.rs", &long), ["2: `long` has 61 lines; a function has at most 60"]);
    assert_eq!(said("src/diag/mod.rs", &format!("//! x\n{}", "\n".repeat(400))).len(), 1);
    assert_eq!(said("src/diag/mod.rs", "use std::fmt;\n"), ["1: the file does not open with a `//!` header"]);
    let tested = "//! x\n#[cfg(test)]\nmod tests {\n fn f() { g().unwrap(); }\n}\nfn f() { g().unwrap(); }\n";
    assert_eq!(
        said("src/diag/mod.rs", tested),
        ["6: `unwrap` outside tests: return an error, or `expect` the invariant"]
    );
    assert_eq!(said("src/render/mod.rs", "//! x\nuse std::{fmt, fs, time::Duration};\n").len(), 1);
    assert_eq!(said("src/write.rs", "//! x\nuse std::fs;\n").len(), 0);
    assert_eq!(said("src/model/mod.rs", "//! x\nstruct A(f64);\n").len(), 1);
    assert_eq!(said("src/chart/mod.rs", "//! x\nstruct A(f64);\n").len(), 0);
}

#[test]
fn files_that_nothing_names_are_found() {
    let file = |path: &str, text: &str| source(path.to_owned(), format!("//! x\n{text}\n"));
    let mut findings = Findings::default();
    let sources = [
        file("src/lib.rs", "pub mod check;"),
        file("src/check/mod.rs", "mod parity; mod unused; const LINTS: &[Lint] = &[parity::LINT];"),
        file("src/check/parity.rs", ""),
        file("src/check/unused.rs", ""),
        file("src/check/lost.rs", ""),
    ];
    inspect(&sources, &mut findings);
    let lines: Vec<_> = findings.0.iter().map(|(path, _, message)| format!("{path}: {message}")).collect();
    assert_eq!(
        lines,
        [
            "src/check/lost.rs: `lost` is missing from the list in its folder's `mod.rs`",
            "src/check/lost.rs: no `mod lost;` names this file",
            "src/check/unused.rs: `unused` is missing from the list in its folder's `mod.rs`",
        ]
    );
}

#[test]
fn comments_and_literals_are_not_code() {
    let check = |text: &str, expect: &str| assert_eq!(scan::code(text).split_whitespace().collect::<String>(), expect);
    check("a /* b /* c */ d */ e // f", "ae");
    check(r#"a("}\"{", 'x', '\'', '\u{7d}', 'é')"#, "a(,,,,)");
    check(r##"r#"}"#, br"}", b"}", r"\", bar"##, ",,,,bar");
    check("fn f<'a>(x: &'a str) -> &'a str {}", "fnf<'a>(x:&'astr)->&'astr{}");
    check("r#type::b'{'", "r#type::b");
}
