//! The commands: each reads its arguments, calls the library and prints what it says.

pub mod build;
pub mod chart;
pub mod check;
pub mod compare;
pub mod extract;
pub mod fmt;
pub mod serve;
pub mod translate;

use depeche::build::{Now, Options};
use depeche::diag::{Diagnostic, Files, print};
use depeche::model::Base;
use jiff::civil::Date;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

/// Which site, and which of its briefs.
#[derive(clap::Args)]
pub struct SiteArguments {
    /// The site's folder, which holds depeche.yaml
    #[arg(long, default_value = ".", value_name = "DIR")]
    root: PathBuf,
    /// The site's address, instead of the one in depeche.yaml
    #[arg(long, value_name = "URL", value_parser = base)]
    base_url: Option<Base>,
    /// Publish drafts as well
    #[arg(long)]
    drafts: bool,
    /// Publish briefs of later days as well
    #[arg(long)]
    future: bool,
    /// The day of the build, instead of today
    #[arg(long, value_name = "DATE")]
    now: Option<Date>,
}

impl SiteArguments {
    pub fn options(&self) -> Options {
        #[expect(clippy::disallowed_methods, reason = "the program, not the library, asks for the time")]
        let now = || Now::Instant(jiff::Timestamp::now());
        Options {
            root: self.root.clone(),
            base: self.base_url.clone(),
            origin: None,
            drafts: self.drafts,
            future: self.future,
            now: self.now.map_or_else(now, Now::Day),
        }
    }
}

fn base(url: &str) -> Result<Base, String> {
    Base::parse(url).map_err(str::to_owned)
}

/// Prints findings on standard error, in colour on a terminal.
pub fn report(diagnostics: &[Diagnostic], files: &Files) {
    say(&print(diagnostics, files, is_coloured(&std::io::stderr())));
}

/// Whether to write colours: to a terminal, unless its owner wants none.
pub fn is_coloured(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

/// "1 page", "2 pages".
pub fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

/// Writes to standard error; a closed pipe is no reason to stop.
pub fn say(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}
