//! `depeche fmt`: writes the typography of each language into the Markdown sources, or shows what it would write.

use super::{counted, is_coloured, report, say};
use depeche::copyedit::{self, Manner};
use depeche::diag::{Diagnostic, Severity};
use depeche::discover::discover;
use depeche::locale::Lang;
use depeche::model::{Config, Sources};
use depeche::{parse, write};
use similar::TextDiff;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Set the typography of the Markdown sources: show a diff, or write it
///
/// Spaces, quotation marks, apostrophes, dashes, ellipses and groups of digits, in the titles, summaries, takeaways and
/// bodies of editions. Everything else stays byte for byte.
#[derive(clap::Args)]
pub struct Arguments {
    /// The site's folder, which holds depeche.yaml
    #[arg(long, default_value = ".", value_name = "DIR")]
    root: PathBuf,
    /// Write the files instead of showing what would change
    #[arg(long)]
    write: bool,
    /// Fail where a file would change
    #[arg(long, conflicts_with = "write")]
    check: bool,
    /// Files, or folders with files [default: every edition of the site]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

pub fn run(arguments: &Arguments) -> ExitCode {
    let (sources, mut diagnostics) = discover(&arguments.root);
    let (site, found) = parse::parse(&sources);
    diagnostics.extend(found);
    diagnostics.retain(|diagnostic| diagnostic.severity == Severity::Error);
    let Some(site) = site else {
        report(&diagnostics, &sources.files);
        return ExitCode::FAILURE;
    };
    let chosen = match choose(arguments, &sources, &diagnostics) {
        Ok(chosen) => chosen,
        Err(message) => return fail(&message),
    };
    diagnostics.retain(|diagnostic| path(diagnostic, &sources).is_some_and(|path| chosen.contains(path)));
    let faulty: BTreeSet<&str> = diagnostics.iter().filter_map(|diagnostic| path(diagnostic, &sources)).collect();
    report(&diagnostics, &sources.files);
    let mut changed = 0;
    for path in chosen.iter().map(String::as_str).filter(|path| !faulty.contains(path)) {
        match edit(arguments, path, &site.config) {
            Ok(has_changed) => changed += usize::from(has_changed),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
            Err(error) => return fail(&format!("`{path}`: {error}")),
        }
    }
    let would = if arguments.write { "changed" } else { "would change" };
    let left = if faulty.is_empty() {
        String::new()
    } else {
        format!(", {} left as it is", counted(faulty.len(), "faulty file"))
    };
    say(&format!("{} {would}{left}\n", counted(changed, "file")));
    if arguments.check && changed > 0 || !faulty.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// The file that a finding is about.
fn path<'s>(diagnostic: &Diagnostic, sources: &'s Sources) -> Option<&'s str> {
    diagnostic.span.map(|span| sources.files.path(span.file))
}

/// The paths of the editions that the arguments name, below the site's folder. A Markdown file that could not be read is among them.
fn choose(arguments: &Arguments, sources: &Sources, faults: &[Diagnostic]) -> Result<BTreeSet<String>, String> {
    let editions = sources.briefs.iter().chain(&sources.pages).flat_map(|folder| &folder.editions);
    let unread = faults.iter().filter_map(|fault| path(fault, sources)).filter(|path| path.ends_with(".md"));
    let all: BTreeSet<&str> = editions.map(|(_, file)| sources.files.path(*file)).chain(unread).collect();
    if arguments.paths.is_empty() {
        return Ok(all.into_iter().map(str::to_owned).collect());
    }
    let mut chosen = BTreeSet::new();
    for named in &arguments.paths {
        let below = below(&arguments.root, named).map_err(|what| format!("`{}` {what}", named.display()))?;
        let mut among = all.iter().filter(|path| Path::new(path).starts_with(&below)).peekable();
        if among.peek().is_none() {
            return Err(format!("`{}` is no edition of this site, and no folder with one", named.display()));
        }
        chosen.extend(among.map(|path| (*path).to_owned()));
    }
    Ok(chosen)
}

/// A path as it is below the site's folder. The error is the end of a sentence.
fn below(root: &Path, path: &Path) -> Result<PathBuf, String> {
    let fault = |error: io::Error| format!("cannot be read: {error}");
    if fs::symlink_metadata(path).map_err(fault)?.is_symlink() {
        return Err("is a symbolic link, which is not followed".to_owned());
    }
    let (root, full) = (root.canonicalize().map_err(fault)?, path.canonicalize().map_err(fault)?);
    full.strip_prefix(root).map(Path::to_owned).map_err(|_| "lies outside the site's folder".to_owned())
}

/// Shows or writes what changes in a file; true where something does. The file is read again, so that its line ends stay.
fn edit(arguments: &Arguments, path: &str, config: &Config) -> io::Result<bool> {
    let full = arguments.root.join(path);
    let text = fs::read_to_string(&full)?;
    let (mark, old) = text.strip_prefix('\u{feff}').map_or(("", &*text), |rest| ("\u{feff}", rest));
    let lang: Option<Lang> = full.file_stem().and_then(|stem| stem.to_str()?.parse().ok());
    let manner = lang.map(|lang| Manner { locale: config.locale(lang), allow_html: config.allow_html });
    let new = manner.and_then(|manner| copyedit::edition(old, manner));
    let new = new.ok_or_else(|| io::Error::other("the file has changed meanwhile and cannot be read"))?;
    if new == old {
        return Ok(false);
    }
    if arguments.write {
        write::replace(&full, &format!("{mark}{new}"))?;
        say(&format!("{path}\n"));
    } else {
        show(path, old, &new)?;
    }
    Ok(true)
}

/// Prints a unified diff that `git apply` and `patch -p1` take; on a terminal, in colour and with no-break spaces to be seen.
fn show(path: &str, old: &str, new: &str) -> io::Result<()> {
    let diff = TextDiff::from_lines(old, new);
    let diff = diff.unified_diff().context_radius(1).header(&format!("a/{path}"), &format!("b/{path}")).to_string();
    let mut out = io::stdout().lock();
    if !is_coloured(&out) {
        return out.write_all(diff.as_bytes());
    }
    for line in diff.lines() {
        let colour = match line.as_bytes().first() {
            Some(b'+') => "32",
            Some(b'-') => "31",
            _ => "2",
        };
        let line = line.replace(['\u{a0}', '\u{202f}'], "\x1b[7m \x1b[27m");
        writeln!(out, "\x1b[{colour}m{line}\x1b[0m")?;
    }
    Ok(())
}

fn fail(message: &str) -> ExitCode {
    say(&format!("error: {message}\n"));
    ExitCode::FAILURE
}
