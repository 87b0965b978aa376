//! `depeche extract`: the quantities of a text as JSON Lines.

use super::say;
use depeche::check::reading_json::{Extractor, write_reading};
use depeche::locale::{Lang, Locale};
use depeche::quantity::prose::{Options, ProseLang, Reader};
use rayon::prelude::*;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
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
    let extractor = || Extractor::new(locale.dollar(), locale != Locale::EnUs);
    answer_lines(input, extractor, Extractor::line)
}

fn text(arguments: &Arguments, input: impl BufRead) -> io::Result<()> {
    let named = || arguments.file.file_stem()?.to_str()?.parse().ok();
    let lang = arguments.locale.map(Locale::lang).or(arguments.lang).or_else(named);
    let lang = lang.ok_or_else(|| invalid("which language? say `--lang fr` or `--lang en`".to_owned()))?;
    let locale = arguments.locale.unwrap_or_else(|| Locale::default_for(lang));
    let language = if lang == Lang::Fr { ProseLang::French } else { ProseLang::English };
    let options = Options { dollar: locale.dollar(), day_first: locale != Locale::EnUs, ..Options::new(language) };
    let reader = || (Reader::new(options), Vec::new());
    answer(input, ends_sentence, reader, |(reader, readings), stretch, answers| {
        readings.clear();
        reader.read(as_text(&stretch.bytes, stretch.base)?, readings);
        for reading in readings {
            reading.span = stretch.base + reading.span.start..stretch.base + reading.span.end;
            write_reading(reading, answers);
            answers.push('\n');
        }
        Ok(())
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

/// Whole lines of the input that are answered together.
#[derive(Default)]
struct Stretch {
    bytes: Vec<u8>,
    /// Bytes and lines before it.
    base: usize,
    line: usize,
}

impl Stretch {
    /// Reads the stretch after this one's end, up to a line where `may_end` holds of what was read; false at the end of
    /// the input.
    fn fill(&mut self, input: &mut impl BufRead, may_end: fn(&[u8]) -> bool) -> io::Result<bool> {
        self.bytes.clear();
        while input.read_until(b'\n', &mut self.bytes)? > 0 {
            if self.bytes.len() >= CHUNK && (may_end(&self.bytes) || self.bytes.len() >= LONGEST) {
                break;
            }
        }
        Ok(!self.bytes.is_empty())
    }
}

/// A stretch in the hands of one thread, with the worker that keeps its buffers from stretch to stretch.
struct Job<W> {
    worker: W,
    stretch: Stretch,
    answers: String,
    result: io::Result<()>,
}

/// Prints the answers to all stretches of `input` in their order. As many are read at a time as there are threads to
/// answer them.
///
/// # Errors
/// The first fault of reading or of `answer`, after all answers before it, or a fault of writing.
fn answer<W: Send>(
    mut input: impl BufRead,
    may_end: fn(&[u8]) -> bool,
    worker: impl Fn() -> W,
    answer: impl Fn(&mut W, &Stretch, &mut String) -> io::Result<()> + Sync,
) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let job = |_| Job { worker: worker(), stretch: Stretch::default(), answers: String::new(), result: Ok(()) };
    let mut jobs: Vec<_> = (0..rayon::current_num_threads()).map(job).collect();
    let (mut base, mut line) = (0, 0);
    loop {
        let mut filled = 0;
        let mut more = Ok(true);
        for Job { stretch, .. } in &mut jobs {
            (stretch.base, stretch.line) = (base, line);
            more = stretch.fill(&mut input, may_end);
            if !matches!(more, Ok(true)) {
                break;
            }
            base += stretch.bytes.len();
            line += memchr::memchr_iter(b'\n', &stretch.bytes).count();
            filled += 1;
        }
        jobs[..filled].par_iter_mut().for_each(|job| {
            job.answers.clear();
            job.result = answer(&mut job.worker, &job.stretch, &mut job.answers);
        });
        for job in &mut jobs[..filled] {
            out.write_all(job.answers.as_bytes())?;
            std::mem::replace(&mut job.result, Ok(()))?;
        }
        if !more? {
            return out.flush();
        }
    }
}

/// Prints an answer to each line of `input` that is not blank.
///
/// # Errors
/// The first fault of reading or of `answer_line`, with its line and after all answers before it, or a fault of writing.
pub fn answer_lines<W: Send>(
    input: impl BufRead,
    worker: impl Fn() -> W,
    answer_line: impl Fn(&mut W, &str, &mut String) -> Result<(), String> + Sync,
) -> io::Result<()> {
    let answer_all = |worker: &mut W, stretch: &Stretch, answers: &mut String| {
        for (line, index) in lines_of(&stretch.bytes).zip(1..) {
            if line.trim_ascii().is_empty() {
                continue;
            }
            let before = answers.len();
            let answered = as_text(line, 0).map_err(|error| error.to_string());
            if let Err(error) = answered.and_then(|line| answer_line(worker, line, answers)) {
                answers.truncate(before);
                return Err(invalid(format!("line {}: {error}", stretch.line + index)));
            }
            answers.push('\n');
        }
        Ok(())
    };
    answer(input, |_| true, worker, answer_all)
}

/// The lines of a text, without their ends; an empty one where the last line is ended.
fn lines_of(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut start = 0;
    memchr::memchr_iter(b'\n', text).chain([text.len()]).map(move |end| {
        let line = &text[start..end];
        start = end + 1;
        line
    })
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
