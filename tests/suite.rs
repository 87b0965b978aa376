//! What the program says of sites that are broken: the cases of `tests/suite/*.md`.
//!
//! A heading of the second level is a case. Its fences that name a path (`title="depeche.yaml"`) are files laid over the base site
//! of `tests/suite/base/`; the paths in a fence `remove` are taken away; the fence `output` is what the program says and its exit
//! code. Run with `UPDATE=1` to write down what it says now. Whatever a case expects, every finding must have
//! its name, its place, the line and a hint, and a failed build must leave the site of the last good one as it was.

mod site;

use rayon::prelude::*;
use site::{Outcome, Site};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// A file of cases, so that it can be written again.
struct Suite {
    path: PathBuf,
    blocks: Vec<Block>,
}

enum Block {
    /// Lines between fences.
    Prose(String),
    Fence {
        info: String,
        body: String,
    },
}

/// A case: where its blocks are in the suite.
struct Case {
    name: String,
    blocks: std::ops::Range<usize>,
}

impl Suite {
    fn read(path: PathBuf) -> Self {
        let text = fs::read_to_string(&path).expect("the suite is readable");
        let mut blocks = vec![Block::Prose(String::new())];
        for line in text.split_inclusive('\n') {
            let fence = line.strip_prefix("```").map(str::trim_end);
            match (blocks.last_mut().expect("there is always one"), fence) {
                (Block::Fence { .. }, Some("")) => blocks.push(Block::Prose(String::new())),
                (Block::Fence { body, .. }, None) => body.push_str(line),
                (Block::Prose(_), Some(info)) if !info.is_empty() => {
                    blocks.push(Block::Fence { info: info.to_owned(), body: String::new() });
                }
                (Block::Prose(prose), None) if line.starts_with("## ") && !prose.is_empty() => {
                    blocks.push(Block::Prose(line.to_owned()));
                }
                (Block::Prose(prose), None) => prose.push_str(line),
                (_, Some(_)) => panic!("{}: a fence in a fence, or one without a word: {line}", path.display()),
            }
        }
        assert!(matches!(blocks.last(), Some(Block::Prose(_))), "{}: a fence without its end", path.display());
        Self { path, blocks }
    }

    fn name(&self) -> std::borrow::Cow<'_, str> {
        self.path.file_name().expect("a file has a name").to_string_lossy()
    }

    fn cases(&self) -> Vec<Case> {
        let mut cases: Vec<Case> = Vec::new();
        for (at, block) in self.blocks.iter().enumerate() {
            let heading = match block {
                Block::Prose(prose) => prose.lines().find_map(|line| line.strip_prefix("## ")),
                Block::Fence { .. } => None,
            };
            match (heading, cases.last_mut()) {
                (Some(name), _) => cases.push(Case { name: name.to_owned(), blocks: at..at + 1 }),
                (None, Some(case)) => case.blocks.end = at + 1,
                (None, None) => {}
            }
        }
        cases
    }

    fn fences(&self, case: &Case) -> impl Iterator<Item = (&str, &str)> {
        self.blocks[case.blocks.clone()].iter().filter_map(|block| match block {
            Block::Fence { info, body } => Some((info.as_str(), body.as_str())),
            Block::Prose(_) => None,
        })
    }

    /// Puts what the program says now into a case.
    fn update(&mut self, case: &Case, said: String) {
        let output = self.blocks[case.blocks.clone()].iter_mut().find_map(|block| match block {
            Block::Fence { info, body } if info == "output" => Some(body),
            _ => None,
        });
        *output.unwrap_or_else(|| panic!("`{}` has no fence `output`", case.name)) = said;
    }

    fn write(&self) {
        let mut text = String::new();
        for block in &self.blocks {
            match block {
                Block::Prose(prose) => text.push_str(prose),
                Block::Fence { info, body } => write!(text, "```{info}\n{body}```\n").expect("a string takes any text"),
            }
        }
        fs::write(&self.path, text).expect("the suite is writable");
    }

    /// What the program says of a case, and what is amiss with that in any case.
    fn run(&self, case: &Case) -> (String, Vec<String>) {
        let site = Site::built();
        for (info, body) in self.fences(case) {
            let titled = info.split_once("title=\"").and_then(|(_, title)| title.strip_suffix('"'));
            match (titled, info) {
                (Some(path), _) => site.write(path, body),
                (None, "remove") => body.lines().for_each(|path| site.remove(path)),
                (None, "output") => {}
                (None, _) => panic!("`{}`: the fence `{info}` names no path", case.name),
            }
        }
        let (outcome, amiss) = judge(&site);
        (printed(&outcome), amiss)
    }
}

/// Builds a site that was broken after a good build. Gives what is amiss with the findings or with what is left behind.
fn judge(site: &Site) -> (Outcome, Vec<String>) {
    let before = site.public();
    let outcome = site.build(&[]);
    let said = &outcome.said;
    let mut amiss = Vec::new();
    let mut demand = |holds: bool, what: &str| amiss.extend((!holds).then(|| what.to_owned()));
    demand(matches!(outcome.code, 0 | 1), "the exit code is neither 0 nor 1");
    if outcome.code != 0 {
        demand(before == site.public(), "the site of the last good build has changed");
        demand(said.contains("error["), "no error is named");
        demand(said.ends_with("nothing was written\n"), "the last line does not tell the end");
    }
    let entries = fs::read_dir(site.root()).expect("the folder is ours").flatten();
    let staged = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(".depeche"));
    demand(staged.count() == 0, "a half-written site is left");
    for finding in findings(said) {
        let has = |what: &dyn Fn(&str) -> bool| finding.lines().any(what);
        demand(has(&is_place), &format!("no place: {finding}"));
        demand(has(&is_source), &format!("no source line: {finding}"));
        demand(has(&|line| line.trim_start().starts_with("= help: ")), &format!("no hint: {finding}"));
    }
    (outcome, amiss)
}

/// The paragraphs of a report, each with its name.
fn findings(said: &str) -> Vec<&str> {
    let starts: Vec<usize> = said
        .match_indices('\n')
        .map(|(at, _)| at + 1)
        .chain([0])
        .filter(|at| said[*at..].starts_with("error[") || said[*at..].starts_with("warning["))
        .collect();
    let end = |start: usize| said[start..].find("\n\n").map_or(said.len(), |length| start + length);
    starts.into_iter().map(|start| &said[start..end(start)]).collect()
}

/// ` --> path:line:column`.
fn is_place(line: &str) -> bool {
    let Some((_, place)) = line.split_once("--> ") else { return false };
    let mut parts = place.rsplitn(3, ':');
    let mut number = || parts.next().is_some_and(|part| part.parse::<u32>().is_ok_and(|n| n > 0));
    number() && number() && parts.next().is_some_and(|path| !path.is_empty())
}

/// `12 | the line itself`.
fn is_source(line: &str) -> bool {
    line.trim_start().split_once(" |").is_some_and(|(number, _)| number.parse::<u32>().is_ok())
}

/// The output and the exit code, without the time that a build took.
fn printed(outcome: &Outcome) -> String {
    let mut text = String::new();
    for line in outcome.said.lines() {
        let timed = line.strip_suffix(" ms").and_then(|line| line.rsplit_once(' '));
        let line = timed.map_or(line.to_owned(), |(line, _)| format!("{line} … ms"));
        writeln!(text, "{line}").expect("a string takes any text");
    }
    format!("{text}exit code {}\n", outcome.code)
}

#[test]
fn every_case_says_what_is_wrong() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let entries = fs::read_dir(folder).expect("the suite is there").map(|entry| entry.expect("readable").path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|e| e == "md")).collect();
    paths.sort();
    let update = std::env::var_os("UPDATE").is_some();
    let mut report = String::new();
    let mut count = 0;
    for mut suite in paths.into_iter().map(Suite::read) {
        let cases = suite.cases();
        count += cases.len();
        let runs: Vec<_> = cases.par_iter().map(|case| suite.run(case)).collect();
        for (case, (said, amiss)) in cases.iter().zip(runs) {
            let expected = suite.fences(case).find(|(info, _)| *info == "output").map_or("", |(_, body)| body);
            let differs = !update && said != expected;
            if differs || !amiss.is_empty() {
                write!(report, "\n== {}: {}\n", suite.name(), case.name).expect("a string takes any text");
                report.extend(amiss.iter().flat_map(|what| [what.as_str(), "\n"]));
            }
            if differs {
                report.extend(["-- expected\n", expected, "-- said\n", &said]);
            }
            if update {
                suite.update(case, said);
            }
        }
        if update {
            suite.write();
        }
    }
    assert!(count > 200, "only {count} cases were found");
    assert!(report.is_empty(), "run with UPDATE=1 where the new words are right{report}");
}
