//! `depeche check` on copies of the repository's own site: what an author breaks is found, with both places named.
//!
//! Owns the command's answers; what each lint finds in detail is tested beside it.

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const BRIEF: &str = "content/briefs/2025-02-06-amazon-capex";

/// A copy of the repository's site in a temporary folder.
struct Site(tempfile::TempDir);

impl Site {
    fn copy() -> Self {
        let site = Self(tempfile::tempdir().expect("a temporary folder"));
        let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
        copy(&repository.join("content"), &site.path("content"));
        fs::copy(repository.join("depeche.yaml"), site.path("depeche.yaml")).expect("the settings are there");
        site
    }

    fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    /// A file of the brief, with the spaces that a keyboard has.
    fn typed(&self, file: &str) -> String {
        let text = fs::read_to_string(self.path(BRIEF).join(file)).expect("a file of the brief");
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    /// Replaces `from`, which must be there, wherever it stands in a file of the brief.
    fn edit(self, file: &str, from: &str, to: &str) -> Self {
        let text = self.typed(file);
        assert!(text.contains(from), "`{from}` is not in {file}");
        fs::write(self.path(BRIEF).join(file), text.replace(from, to)).expect("the copy can be written");
        self
    }

    fn run(&self, arguments: &[&str]) -> std::process::Output {
        let mut command = Command::cargo_bin("depeche").expect("the program is built before its tests");
        command.current_dir(self.0.path()).args(arguments).output().expect("the program runs")
    }

    /// Checks the site: whether it passes, and every finding as `name: path:line path:line…`.
    fn check(&self) -> (bool, Vec<String>) {
        let output = self.run(&["check", "--format", "json"]);
        let report: Value = serde_json::from_slice(&output.stdout).expect("JSON is printed");
        let place = |range: &Value| {
            let path = range["path"].as_str().expect("a path").trim_start_matches(&format!("{BRIEF}/")).to_owned();
            format!(" {path}:{}", range["start"]["line"])
        };
        let findings = report["diagnostics"].as_array().expect("a list").iter().map(|finding| {
            let related = finding["related"].as_array().expect("a list").iter().map(|related| place(&related["place"]));
            format!(
                "{}:{}{}",
                finding["name"].as_str().expect("a name"),
                place(&finding["place"]),
                related.collect::<String>()
            )
        });
        (output.status.success(), findings.collect())
    }

    /// The line of a file of the brief that holds `words`, as `file:line`.
    fn line(&self, file: &str, words: &str) -> String {
        let text = self.typed(file);
        let line = text.lines().position(|line| line.contains(words));
        format!("{file}:{}", line.unwrap_or_else(|| panic!("`{words}` is not in {file}")) + 1)
    }

    fn fails(&self, expect: &[String]) {
        let (passes, found) = self.check();
        assert!(!passes, "the check passes");
        for finding in expect {
            assert!(found.contains(finding), "`{finding}` is not in {found:#?}");
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the copy can be written");
    for entry in fs::read_dir(from).expect("the site is readable").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("the copy can be written");
        }
    }
}

#[test]
fn the_site_as_committed_has_no_finding() {
    assert_eq!(Site::copy().check(), (true, vec![]));
}

#[test]
fn a_number_edited_in_one_language_is_found() {
    let site = Site::copy().edit(
        "fr.md",
        "[75 milliards de dollars](figure:alphabet-capex-2025) pour",
        "[57 milliards de dollars](figure:alphabet-capex-2025) pour",
    );
    let (fr, en) = (site.line("fr.md", "[57 milliards"), site.line("en.md", "penciled in [$75 billion]"));
    let data = site.line("data.yaml", "value: 75 billion USD");
    site.fails(&[format!("figure-mismatch: {fr} {data}"), format!("parity: {fr} {en}")]);
}

#[test]
fn a_number_edited_in_the_data_is_found_in_both_languages() {
    let site = Site::copy().edit("data.yaml", "value: 80 billion USD", "value: 85 billion USD");
    let data = site.line("data.yaml", "value: 85 billion USD");
    let lines = ["fr.md", "en.md"].map(|file| site.line(file, "(company:microsoft)"));
    site.fails(&lines.map(|line| format!("figure-mismatch: {line} {data}")));
}

#[test]
fn two_numbers_that_change_places_are_found() {
    let (alphabet, microsoft) =
        ("[$75 billion](figure:alphabet-capex-2025) to expand", "[$80 billion](figure:microsoft-capex-fy25) to infra");
    // The words alone: each quarrels with its figure.
    let words = Site::copy().edit("en.md", alphabet, "[$80 billion](figure:alphabet-capex-2025) to expand").edit(
        "en.md",
        microsoft,
        "[$75 billion](figure:microsoft-capex-fy25) to infra",
    );
    let (fr, en) = (words.line("fr.md", "(company:alphabet)"), words.line("en.md", "(company:alphabet)"));
    let [one, two] = ["75 billion", "80 billion"].map(|value| words.line("data.yaml", &format!("value: {value}")));
    words.fails(&[
        format!("figure-mismatch: {en} {one}"),
        format!("figure-mismatch: {en} {two}"),
        format!("parity: {fr} {en}"),
    ]);
    // Words and links together: they agree with the data, not with the other language.
    let links = Site::copy().edit("en.md", alphabet, "[$80 billion](figure:microsoft-capex-fy25) to expand").edit(
        "en.md",
        "[$80 billion](figure:microsoft-capex-fy25) to infra",
        "[$75 billion](figure:alphabet-capex-2025) to infra",
    );
    links.fails(&[format!("parity: {fr} {en}")]);
}

#[test]
fn a_bound_that_is_dropped_is_found() {
    let site = Site::copy().edit("fr.md", "prévoir [plus de 100 milliards", "prévoir [100 milliards");
    let (fr, en) = (site.line("fr.md", "prévoir [100"), site.line("en.md", "it expected capital expenditure"));
    let data = site.line("data.yaml", "> 100 billion USD");
    site.fails(&[format!("figure-mismatch: {fr} {data}"), format!("parity: {fr} {en}")]);
}

#[test]
fn a_date_edited_in_one_language_is_found() {
    let site = Site::copy().edit("en.md", "Thursday, February 6, 2025", "Thursday, February 7, 2025");
    let (fr, en) = (site.line("fr.md", "jeudi 6 février"), site.line("en.md", "February 7"));
    site.fails(&[format!("parity: {fr} {en}")]);
}

#[test]
fn the_build_runs_the_same_checks_and_writes_nothing() {
    let site = Site::copy().edit(
        "fr.md",
        "[26,3 milliards de dollars](figure:amazon-capex-q4-2024) par",
        "[23,6 milliards de dollars](figure:amazon-capex-q4-2024) par",
    );
    let output = site.run(&["build"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        !output.status.success() && said.contains("error[figure-mismatch]") && said.contains("error[parity]"),
        "{said}"
    );
    assert!(!site.path("public").exists());
}

#[test]
fn findings_are_told_in_the_form_that_is_asked_for() {
    let site = Site::copy().edit("fr.md", "prévoir [plus de 100 milliards", "prévoir [100 milliards");
    let print = |arguments: &[&str]| {
        let output = site.run(&[&["check"], arguments].concat());
        assert!(!output.status.success());
        String::from_utf8(output.stdout).expect("the output is UTF-8")
    };
    let text = print(&[]);
    assert!(text.contains("error[figure-mismatch]: `100 milliards de dollars` does not say"), "{text}");
    let line = site.line("fr.md", "prévoir [100");
    let line = line.rsplit(':').next().expect("a line").to_owned();
    let github = print(&["--format", "github"]);
    assert!(github.contains(&format!("::error file={BRIEF}/fr.md,line={line},col=")), "{github}");
    let log: Value = serde_json::from_str(&print(&["--format", "sarif"])).expect("JSON is printed");
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startLine"].to_string(), line);
}

#[test]
fn the_way_to_the_site_leads_the_paths_of_code_hosts() {
    let site = Site::copy().edit("fr.md", "prévoir [plus de 100 milliards", "prévoir [100 milliards");
    let inner = site.path("site");
    fs::create_dir(&inner).expect("the copy can be written");
    for name in ["content", "depeche.yaml"] {
        fs::rename(site.path(name), inner.join(name)).expect("the copy can be moved");
    }
    for root in ["site", "./site", &inner.to_string_lossy()] {
        let output = site.run(&["check", "--format", "github", "--root", root]);
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(said.starts_with(&format!("::error file=site/{BRIEF}/fr.md,")), "{root}: {said}");
    }
}

#[test]
fn a_translation_is_marked_and_goes_stale() {
    let site = Site::copy();
    let marked = |site: &Site, brief: &str| {
        let output = site.run(&["translate", "--mark", "fr", "en", brief]);
        (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (fails, said) = marked(&site, "2025-02-06-amazon-capx");
    assert!(!fails && said.contains("did you mean `2025-02-06-amazon-capex`?"), "{said}");
    assert!(marked(&site, "2025-02-06-amazon-capex").0);
    assert_eq!(site.check(), (true, vec![]));
    let site = site.edit("fr.md", "Le calcul est le nôtre", "Ce calcul est le nôtre");
    let (fr, en) = (site.line("fr.md", "Ce calcul"), site.line("en.md", "That sum is ours"));
    assert_eq!(site.check(), (true, vec![format!("stale-translation: {en} {fr}")]));
    assert!(marked(&site, "2025-02-06-amazon-capex").0);
    assert_eq!(site.check(), (true, vec![]));
}

#[test]
fn the_lints_are_listed_with_the_levels_of_the_site() {
    let site = Site::copy();
    let settings = fs::read_to_string(site.path("depeche.yaml")).expect("the settings are there");
    fs::write(site.path("depeche.yaml"), format!("{settings}\nlints: {{typography: deny}}\n")).expect("writable");
    let output = site.run(&["check", "--list"]);
    let said = String::from_utf8_lossy(&output.stdout);
    let line = said.lines().find(|line| line.starts_with("typography ")).expect("the lint is listed");
    assert!(output.status.success() && line.contains(" deny "), "{line}");
}
