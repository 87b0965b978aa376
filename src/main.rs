//! The program `depeche`: one command a file in `cmd/`.

mod cmd;

use clap::Parser;
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// A build makes millions of short texts on all cores at once.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// A static site generator for news briefs in several languages, whose numbers can be trusted.
#[derive(Parser)]
#[command(version, about, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    Compare(cmd::compare::Arguments),
    Extract(cmd::extract::Arguments),
    Build(cmd::build::Arguments),
    Chart(cmd::chart::Arguments),
    Check(cmd::check::Arguments),
    Fmt(cmd::fmt::Arguments),
    Serve(cmd::serve::Arguments),
    Translate(cmd::translate::Arguments),
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Compare(arguments) => cmd::compare::run(&arguments),
        Command::Extract(arguments) => cmd::extract::run(&arguments),
        Command::Build(arguments) => cmd::build::run(&arguments),
        Command::Chart(arguments) => cmd::chart::run(&arguments),
        Command::Check(arguments) => cmd::check::run(&arguments),
        Command::Fmt(arguments) => cmd::fmt::run(&arguments),
        Command::Serve(arguments) => cmd::serve::run(&arguments),
        Command::Translate(arguments) => cmd::translate::run(&arguments),
    }
}
