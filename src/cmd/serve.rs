//! `depeche serve`: shows the site while it is written.

use super::SiteArguments;
use std::process::ExitCode;

/// Show the site in a browser while it is written
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    site: SiteArguments,
    /// The port on this computer
    #[arg(long, default_value_t = 4400, value_name = "N")]
    port: u16,
}

pub fn run(_arguments: &Arguments) -> ExitCode {
    ExitCode::FAILURE
}
