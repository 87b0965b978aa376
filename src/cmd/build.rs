//! `depeche build`: writes the site.

use super::{SiteArguments, counted, report, say};
use depeche::build::{self, Report};
use depeche::diag::Severity;
use depeche::write::WriteError;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Build the site
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    site: SiteArguments,
    /// The folder to write; replaced whole [default: ROOT/public]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// After this long a terminal shows a progress bar.
const PATIENCE: Duration = Duration::from_secs(1);

pub fn run(arguments: &Arguments) -> ExitCode {
    let start = Instant::now();
    let options = arguments.site.options();
    let out = arguments.out.clone().unwrap_or_else(|| options.root.join("public"));
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    bar.set_style(ProgressStyle::with_template("{wide_bar} {pos}/{len}").expect("the template is valid"));
    let progress = |done: usize, all: usize| {
        if start.elapsed() > PATIENCE {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        }
    };
    let result = build::build(&options, &out, &progress);
    bar.finish_and_clear();
    match result {
        Ok(done) => {
            report(&done.loaded.diagnostics, &done.loaded.sources.files);
            let code = conclude(&done, start.elapsed());
            // The process ends: the system takes the memory back at once, where dropping it goes value by value.
            std::mem::forget(done);
            code
        }
        Err(WriteError::Page(_)) => unreachable!("a page's fault is in the report"),
        Err(WriteError::Io { path, error }) => {
            say(&format!("error: cannot write `{}`: {error}\n", path.display()));
            ExitCode::FAILURE
        }
        Err(WriteError::Foreign(path)) => {
            say(&format!(
                "error: `{}` holds files that are not of a site of ours, and would be replaced\nhelp: name an empty \
                 or new folder with `--out`\n",
                path.display()
            ));
            ExitCode::FAILURE
        }
    }
}

/// The last line: what was written, or why nothing was.
fn conclude(report: &Report, time: Duration) -> ExitCode {
    let count = |severity| report.loaded.diagnostics.iter().filter(|d| d.severity == severity).count();
    let warnings = counted(count(Severity::Warning), "warning");
    let Some(written) = &report.written else {
        say(&format!("{}, {warnings}: nothing was written\n", counted(count(Severity::Error), "error")));
        return ExitCode::FAILURE;
    };
    let (pages, charts) = (counted(written.pages, "page"), counted(written.charts, "chart"));
    say(&format!("{pages}, {charts}, {warnings} in {} ms\n", time.as_millis()));
    ExitCode::SUCCESS
}
