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

/// Whole lines are read together up to about this many bytes.
const CHUNK: usize = 256 * 1024;

/// Where a text has no better place to be cut, it is cut at the end of the line after so many bytes.
const LONGEST: usize = 16 * CHUNK;

pub fn run(arguments: &Arguments) -> ExitCode {
    let result = open(&arguments.file)
        .and_then(|input| if arguments.jsonl { lines(arguments, input) } else { text(arguments, input) });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("error: cannot read `{}`: {error}\n", arguments.file.display()));
            ExitCode::FAILURE
        }
    }
}

fn lines(arguments: &Arguments, input: impl BufRead) -> io::Result<()> {
    let locale = arguments.locale.unwrap_or(Locale::EnUs);
    let mut extractor = Extractor::new(locale.dollar(), locale != Locale::EnUs);
    answer_lines(input, |line, answer| extractor.line(line, answer))
}

fn text(arguments: &Arguments, input: impl BufRead) -> io::Result<()> {
    let named = || arguments.file.file_stem()?.to_str()?.parse().ok();
    let lang = arguments.locale.map(Locale::lang).or(arguments.lang).or_else(named);
    let lang = lang.ok_or_else(|| invalid("which language? say `--lang fr` or `--lang en`".to_owned()))?;
    let locale = arguments.locale.unwrap_or_else(|| Locale::default_for(lang));
    let language = if lang == Lang::Fr { ProseLang::French } else { ProseLang::English };
    let options = Options { dollar: locale.dollar(), day_first: locale != Locale::EnUs, ..Options::new(language) };
    let (mut reader, mut readings) = (Reader::new(options), Vec::new());
    answer(input, ends_sentence, |text, base, answers| {
        readings.clear();
        reader.read(text, &mut readings);
        for reading in &mut readings {
            reading.span = base + reading.span.start..base + reading.span.end;
            write_reading(reading, answers);
            answers.push('\n');
        }
    })
}

/// Whether a paragraph, or a sentence, ends with the text's last line: no figure reaches beyond.
fn ends_sentence(text: &[u8]) -> bool {
    let paragraph = text.ends_with(b"\n\n") || text.ends_with(b"\n\r\n");
    let last = text.trim_ascii_end();
    paragraph || [".", "!", "?", "»", "”"].iter().any(|end| last.ends_with(end.as_bytes()))
}

/// A file, or standard input for `-`.
pub fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    let input: Box<dyn Read> = if path == Path::new("-") { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
    Ok(Box::new(BufReader::with_capacity(CHUNK, input)))
}

/// Prints the answers to all stretches of `input`, each given with the bytes before it. A stretch ends behind a line where
/// `may_end` holds of what was read so far.
///
/// # Errors
/// A fault of reading or writing.
fn answer(
    mut input: impl BufRead,
    may_end: fn(&[u8]) -> bool,
    mut answer: impl FnMut(&str, usize, &mut String),
) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let (mut chunk, mut answers) = (Vec::new(), String::new());
    let mut base = 0;
    loop {
        let length = input.read_until(b'\n', &mut chunk)?;
        let ends = chunk.len() >= CHUNK && (may_end(&chunk) || chunk.len() >= LONGEST);
        if length > 0 && !ends {
            continue;
        }
        answers.clear();
        answer(as_text(&chunk, base)?, base, &mut answers);
        out.write_all(answers.as_bytes())?;
        if length == 0 {
            return out.flush();
        }
        base += chunk.len();
        chunk.clear();
    }
}

/// Prints an answer to each line of `input` that is not blank.
///
/// # Errors
/// The first fault of `answer`, with its line and after all answers before it, or a fault of reading or writing.
pub fn answer_lines(
    mut input: impl BufRead,
    mut answer: impl FnMut(&str, &mut String) -> Result<(), String>,
) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(CHUNK, io::stdout().lock());
    let (mut line, mut answers) = (Vec::new(), String::new());
    let mut number = 0;
    while input.read_until(b'\n', &mut line)? > 0 {
        number += 1;
        if !line.trim_ascii().is_empty() {
            answers.clear();
            let answered =
                as_text(&line, 0).map_err(|error| error.to_string()).and_then(|line| answer(line, &mut answers));
            answered.map_err(|error| invalid(format!("line {number}: {error}")))?;
            answers.push('\n');
            out.write_all(answers.as_bytes())?;
        }
        line.clear();
    }
    out.flush()
}

/// The text of bytes in UTF-8 that stand `base` bytes behind the start.
fn as_text(bytes: &[u8], base: usize) -> io::Result<&str> {
    let place = |valid: usize| format!("the byte 0x{:02x} at {} is not UTF-8", bytes[valid], base + valid);
    simdutf8::compat::from_utf8(bytes).map_err(|error| invalid(place(error.valid_up_to())))
}

/// The input is not what was asked for.
fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}
