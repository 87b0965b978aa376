//! `depeche compare`: whether two texts tell the same figures.

use super::extract::{answer_lines, open};
use super::{report, say};
use depeche::check::reading_json::compare_line;
use depeche::diag::{Diagnostic, Files, Span};
use depeche::locale::Locale;
use depeche::parse::body_start;
use depeche::quantity::parity::{Comparison, Finding, compare};
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Compare the figures of a French and an English text
#[derive(clap::Args)]
pub struct Arguments {
    /// Read lines `{"id","fr","en","data"?}` (from the one file named, or standard input) and print a line for each
    #[arg(long)]
    jsonl: bool,
    /// The locale that says what a bare `$` is
    #[arg(long, default_value = "en-US")]
    locale: Locale,
    /// The French text, then the English one
    #[arg(value_name = "FILE", num_args = 0..=2)]
    files: Vec<PathBuf>,
}

pub fn run(arguments: &Arguments) -> ExitCode {
    let result = match &arguments.files[..] {
        [] if arguments.jsonl => lines(arguments, Path::new("-")),
        [file] if arguments.jsonl => lines(arguments, file),
        [french, english] if !arguments.jsonl => texts(arguments, french, english),
        _ => Err(io::Error::other("name a French and an English file, or `--jsonl` and at most one file")),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("error: cannot compare: {error}\n"));
            ExitCode::FAILURE
        }
    }
}

fn lines(arguments: &Arguments, file: &Path) -> io::Result<bool> {
    let dollar = arguments.locale.dollar();
    answer_lines(
        open(file)?,
        || (),
        |(), line, answer| {
            answer.push_str(&compare_line(line, dollar)?);
            Ok(())
        },
    )?;
    Ok(true)
}

/// Prints what diverges in the bodies of two texts; true where nothing does. Front matter is no prose.
fn texts(arguments: &Arguments, french: &Path, english: &Path) -> io::Result<bool> {
    let mut files = Files::default();
    let mut add = |path: &Path| {
        let mut text = String::new();
        open(path)
            .and_then(|mut input| input.read_to_string(&mut text))
            .map_err(|error| io::Error::new(error.kind(), format!("`{}`: {error}", path.display())))?;
        Ok::<_, io::Error>(files.add(path.display().to_string(), text))
    };
    let (french, english) = (add(french)?, add(english)?);
    let starts = [french, english].map(|file| body_start(files.text(file)));
    let comparison = Comparison {
        french: &files.text(french)[starts[0]..],
        english: &files.text(english)[starts[1]..],
        data: &[],
        dollars: [arguments.locale.dollar(); 2],
    };
    let findings = compare(&comparison);
    let at = |file, start, range: &Option<Range<usize>>| {
        range.as_ref().map(|range| Span::new(file, start + range.start, start + range.end))
    };
    let diagnostics: Vec<_> = findings
        .iter()
        .map(|found| diagnostic(found, at(french, starts[0], &found.french), at(english, starts[1], &found.english)))
        .collect();
    report(&diagnostics, &files);
    let count = findings.len();
    say(&format!("{count} divergence{}\n", if count == 1 { "" } else { "s" }));
    Ok(count == 0)
}

fn diagnostic(finding: &Finding, fr: Option<Span>, en: Option<Span>) -> Diagnostic {
    let message = format!("the texts differ: {}", finding.kind.name().replace('_', " "));
    let diagnostic = Diagnostic::error("parity", fr.or(en), message).hint("make both texts tell the same figure");
    match (fr, en) {
        (Some(_), Some(en)) => diagnostic.related(en, "here"),
        _ => diagnostic,
    }
}
