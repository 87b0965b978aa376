//! `depeche check`: says what is wrong with the site, without writing it.

use super::{SiteArguments, say};
use depeche::build;
use depeche::check::{self, LINTS};
use depeche::diag::sarif::Rule;
use depeche::diag::{self, Severity};
use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

/// Check the site without writing it
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    site: SiteArguments,
    /// How findings are printed
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    format: Format,
    /// Name the lints, each with its level in this site, and check nothing
    #[arg(long)]
    list: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For other programs: docs/diagnostics.schema.json
    Json,
    /// For code hosts and editors: SARIF 2.1.0
    Sarif,
    /// For GitHub Actions: workflow commands
    Github,
}

pub fn run(arguments: &Arguments) -> ExitCode {
    let options = arguments.site.options();
    let loaded = build::load(&options);
    if arguments.list {
        print(&list(loaded.site.as_ref()));
        return ExitCode::SUCCESS;
    }
    let (found, files) = (&loaded.diagnostics, &loaded.sources.files);
    let folder = folder(&options.root);
    print(&match arguments.format {
        Format::Text => diag::print(found, files, super::is_coloured(&std::io::stdout())),
        Format::Json => diag::json::print(found, files),
        Format::Sarif => diag::sarif::print(found, files, &folder, &rules()),
        Format::Github => diag::github::print(found, files, &folder),
    });
    let (errors, warnings) = (diag::count(found, Severity::Error), diag::count(found, Severity::Warning));
    if arguments.format == Format::Text {
        say(&format!("{}, {}\n", super::counted(errors, "error"), super::counted(warnings, "warning")));
    }
    if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn rules() -> Vec<Rule> {
    LINTS.iter().map(|lint| Rule { name: lint.name, summary: lint.summary }).collect()
}

/// The lints, one a line: name, level, what it finds.
fn list(site: Option<&depeche::model::Site>) -> String {
    LINTS.iter().fold(String::new(), |mut out, lint| {
        let level = site.map_or(lint.level, |site| check::level(site, lint));
        let _ = writeln!(out, "{:<20} {:<6} {}", lint.name, level.word(), lint.summary);
        out
    })
}

/// The way from the folder the program was started in to the site's, with a slash at its end: a code host knows files by it.
fn folder(root: &Path) -> String {
    let here = std::env::current_dir().ok();
    let below = here.as_deref().and_then(|here| root.strip_prefix(here).ok()).unwrap_or(root);
    let parts = below.components().filter(|part| *part != std::path::Component::CurDir);
    parts.flat_map(|part| [part.as_os_str().to_string_lossy(), "/".into()]).collect()
}

/// Writes to standard output; a closed pipe is no reason to stop.
fn print(text: &str) {
    let _ = std::io::Write::write_all(&mut std::io::stdout(), text.as_bytes());
}
