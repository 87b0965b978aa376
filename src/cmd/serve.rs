//! `depeche serve`: shows the site while it is written.

use super::{SiteArguments, say};
use std::io::Write;
use std::process::ExitCode;

/// Show the site in a browser while it is written
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    site: SiteArguments,
    /// The port on this computer; 0 takes a free one
    #[arg(long, default_value_t = 4400, value_name = "N")]
    port: u16,
}

pub fn run(arguments: &Arguments) -> ExitCode {
    let ready = |address: &str| {
        // Whoever started the program may wait for this line.
        let mut out = std::io::stdout().lock();
        let _ = writeln!(out, "{address}").and_then(|()| out.flush());
    };
    match depeche::serve::serve(arguments.site.options(), arguments.port, ready) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!(
                "error: cannot serve on port {}: {error}\nhelp: choose another with `--port`\n",
                arguments.port
            ));
            ExitCode::FAILURE
        }
    }
}
