//! Answers to a long input, a stretch of it at a time.
//!
//! Owns how an input is cut; memory stays flat however long the input is.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;

/// Whole lines are read together up to about this many bytes.
const CHUNK: usize = 256 * 1024;

/// Where a text has no better place to be cut, it is cut at the end of the line after so many bytes.
const LONGEST: usize = 16 * CHUNK;

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
pub fn answer(
    mut input: impl BufRead,
    may_end: fn(&str) -> bool,
    mut answer: impl FnMut(&str, usize, &mut String),
) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let (mut chunk, mut answers) = (String::new(), String::new());
    let mut base = 0;
    loop {
        let length = input.read_line(&mut chunk)?;
        let ends = chunk.len() >= CHUNK && (may_end(&chunk) || chunk.len() >= LONGEST);
        if length > 0 && !ends {
            continue;
        }
        answers.clear();
        answer(&chunk, base, &mut answers);
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
    let (mut line, mut answers) = (String::new(), String::new());
    let mut number = 0;
    while input.read_line(&mut line)? > 0 {
        number += 1;
        if !line.trim().is_empty() {
            answers.clear();
            answer(&line, &mut answers).map_err(|error| invalid(format!("line {number}: {error}")))?;
            answers.push('\n');
            out.write_all(answers.as_bytes())?;
        }
        line.clear();
    }
    out.flush()
}

/// The input is not what was asked for.
pub fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}
