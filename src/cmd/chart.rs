//! `depeche chart`: one chart of a file, without a site.

use super::{report, say};
use depeche::build::{ChartOutput, load_chart, make_chart};
use depeche::chart::Theme;
use depeche::diag::{Diagnostic, Files};
use depeche::locale::Lang;
use std::fs::{self, File};
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Draw one chart of a file, without a site
#[derive(clap::Args)]
pub struct Arguments {
    /// A YAML file with `charts`, and with the `figures` that they show
    file: PathBuf,
    /// Which of its charts; needed where it has several
    #[arg(long)]
    id: Option<String>,
    /// The language [default: the file's first]
    #[arg(long)]
    lang: Option<Lang>,
    /// The width of the plot in CSS pixels
    #[arg(long, default_value_t = 608, value_name = "PIXELS", value_parser = clap::value_parser!(u16).range(200..=2000))]
    width: u16,
    /// Light or dark colours; a document of HTML has both
    #[arg(long, value_enum, default_value_t = Colours::Light)]
    theme: Colours,
    /// What to make [default: what OUT ends in, or else svg]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// The file to write [default: standard output]
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Colours {
    Light,
    Dark,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Svg,
    Png,
    Html,
}

/// The largest file that is read: 4 MiB.
const MAX_TEXT: u64 = 4 * 1024 * 1024;
/// The largest CSV file beside it: 1 MiB, as in a site.
const MAX_TABLE: u64 = 1024 * 1024;

pub fn run(arguments: &Arguments) -> ExitCode {
    let text = match read(&arguments.file, MAX_TEXT) {
        Ok(text) => text,
        Err(error) => return fail(&format!("cannot read `{}`: {error}", arguments.file.display())),
    };
    let format = arguments.format.or_else(|| named(arguments.output.as_deref()?)).unwrap_or(Format::Svg);
    if format == Format::Png && arguments.output.is_none() && io::stdout().is_terminal() {
        return fail("a terminal shows no PNG: name a file with `--output`");
    }
    let tables = tables(&arguments.file, &text);
    let loaded = load_chart(&arguments.file.to_string_lossy(), text, tables);
    if !loaded.is_sound() {
        return refuse(&loaded.diagnostics, &loaded.sources.files);
    }
    report(&loaded.diagnostics, &loaded.sources.files);
    match make_chart(&loaded, arguments.id.as_deref(), arguments.lang, arguments.output(format)) {
        Ok(bytes) => write(arguments.output.as_deref(), &bytes),
        Err(error) => refuse(&[error], &loaded.sources.files),
    }
}

impl Arguments {
    fn output(&self, format: Format) -> ChartOutput {
        let width = f64::from(self.width);
        let theme = match self.theme {
            Colours::Light => Theme::Light,
            Colours::Dark => Theme::Dark,
        };
        match format {
            Format::Svg => ChartOutput::Svg { width, theme },
            Format::Png => ChartOutput::Png { width, theme },
            Format::Html => ChartOutput::Html,
        }
    }
}

/// The format that the end of a file's name says.
fn named(path: &Path) -> Option<Format> {
    <Format as clap::ValueEnum>::from_str(path.extension()?.to_str()?, true).ok()
}

fn read(path: &Path, most: u64) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(most + 1).read_to_string(&mut text)?;
    if text.len() as u64 > most {
        return Err(io::Error::new(io::ErrorKind::InvalidData, format!("it is larger than {} MiB", most >> 20)));
    }
    Ok(text)
}

/// The CSV files beside the file whose names are in its text. One that cannot be read is as if it were not there.
fn tables(path: &Path, text: &str) -> Vec<(String, String)> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let names = fs::read_dir(folder).into_iter().flatten().flatten().filter_map(|e| e.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".csv") && text.contains(name.as_str())).collect();
    names.sort();
    names.into_iter().filter_map(|name| Some((name.clone(), read(&folder.join(name), MAX_TABLE).ok()?))).collect()
}

fn write(path: Option<&Path>, bytes: &[u8]) -> ExitCode {
    let written = match path {
        Some(path) => fs::write(path, bytes),
        None => io::stdout().write_all(bytes),
    };
    match (written, path) {
        (Err(error), Some(path)) => fail(&format!("cannot write `{}`: {error}", path.display())),
        (Err(error), None) if error.kind() != io::ErrorKind::BrokenPipe => fail(&format!("cannot write: {error}")),
        _ => ExitCode::SUCCESS,
    }
}

fn refuse(diagnostics: &[Diagnostic], files: &Files) -> ExitCode {
    report(diagnostics, files);
    ExitCode::FAILURE
}

fn fail(message: &str) -> ExitCode {
    say(&format!("error: {message}\n"));
    ExitCode::FAILURE
}
