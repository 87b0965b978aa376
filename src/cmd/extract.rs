//! `depeche extract`: the quantities of a text as JSON Lines.

use super::say;
use depeche::check::reading_json::{Extractor, write_reading};
use depeche::locale::{Lang, Locale};
use depeche::quantity::prose::{Options, ProseLang, Reader};
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Print the quantities of a text as JSON Lines
#[derive(clap::Args)]
pub struct Arguments {
    /// The text's language [default: the file's name, `fr.md` or `en.md`]
    #[arg(long)]
    lang: Option<Lang>,
    /// The text's locale, which says what a bare `$` is and how days are written
    #[arg(long)]
    locale: Option<Locale>,
    /// Read lines `{"id","lang","text"}` and print a line for each
    #[arg(long)]
    jsonl: bool,
    /// The text; `-` is standard input
    #[arg(default_value = "-")]
    file: PathBuf,
}

/// Paragraphs are read together up to about this many bytes, so that memory stays flat.
const CHUNK: usize = 256 * 1024;

pub fn run(arguments: &Arguments) -> ExitCode {
    let result = open(&arguments.file).and_then(|input| {
        let mut out = BufWriter::with_capacity(CHUNK, io::stdout().lock());
        if arguments.jsonl { lines(arguments, input, &mut out) } else { text(arguments, input, &mut out) }?;
        out.flush()
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("error: cannot read `{}`: {error}\n", arguments.file.display()));
            ExitCode::FAILURE
        }
    }
}

/// A file, or standard input for `-`.
pub fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    let input: Box<dyn Read> = if path == Path::new("-") { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
    Ok(Box::new(BufReader::with_capacity(CHUNK, input)))
}

fn lines(arguments: &Arguments, mut input: impl BufRead, out: &mut impl Write) -> io::Result<()> {
    let locale = arguments.locale.unwrap_or(Locale::EnUs);
    let mut extractor = Extractor::new(locale.dollar(), locale != Locale::EnUs);
    let (mut line, mut answer) = (String::new(), String::new());
    let mut number = 0;
    while input.read_line(&mut line)? > 0 {
        number += 1;
        if !line.trim().is_empty() {
            answer.clear();
            extractor.line(&line, &mut answer).map_err(|error| invalid(format!("line {number}: {error}")))?;
            answer.push('\n');
            out.write_all(answer.as_bytes())?;
        }
        line.clear();
    }
    Ok(())
}

fn text(arguments: &Arguments, mut input: impl BufRead, out: &mut impl Write) -> io::Result<()> {
    let named = || arguments.file.file_stem()?.to_str()?.parse().ok();
    let lang = arguments.locale.map(Locale::lang).or(arguments.lang).or_else(named);
    let lang = lang.ok_or_else(|| invalid("which language? say `--lang fr` or `--lang en`".to_owned()))?;
    let locale = arguments.locale.unwrap_or_else(|| Locale::default_for(lang));
    let language = if lang == Lang::Fr { ProseLang::French } else { ProseLang::English };
    let options = Options { dollar: locale.dollar(), day_first: locale != Locale::EnUs, ..Options::new(language) };
    let mut reader = Reader::new(options);
    let (mut chunk, mut answer, mut readings) = (String::new(), String::new(), Vec::new());
    let mut base = 0;
    loop {
        let length = input.read_line(&mut chunk)?;
        let paragraph_ends = chunk.ends_with("\n\n") || chunk.ends_with("\n\r\n");
        if length > 0 && !(paragraph_ends && chunk.len() >= CHUNK) {
            continue;
        }
        readings.clear();
        reader.read(&chunk, &mut readings);
        for reading in &mut readings {
            reading.span = base + reading.span.start..base + reading.span.end;
            answer.clear();
            write_reading(reading, &mut answer);
            answer.push('\n');
            out.write_all(answer.as_bytes())?;
        }
        if length == 0 {
            return Ok(());
        }
        base += chunk.len();
        chunk.clear();
    }
}

fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}
