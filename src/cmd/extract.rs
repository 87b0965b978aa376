//! `depeche extract`: the quantities of a text as JSON Lines.

use super::say;
use super::stream::{self, open};
use depeche::check::reading_json::{Extractor, write_reading};
use depeche::locale::{Lang, Locale};
use depeche::quantity::prose::{Options, ProseLang, Reader};
use std::io::{self, BufRead};
use std::path::PathBuf;
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
    stream::answer_lines(input, |line, answer| extractor.line(line, answer))
}

fn text(arguments: &Arguments, input: impl BufRead) -> io::Result<()> {
    let named = || arguments.file.file_stem()?.to_str()?.parse().ok();
    let lang = arguments.locale.map(Locale::lang).or(arguments.lang).or_else(named);
    let lang = lang.ok_or_else(|| stream::invalid("which language? say `--lang fr` or `--lang en`".to_owned()))?;
    let locale = arguments.locale.unwrap_or_else(|| Locale::default_for(lang));
    let language = if lang == Lang::Fr { ProseLang::French } else { ProseLang::English };
    let options = Options { dollar: locale.dollar(), day_first: locale != Locale::EnUs, ..Options::new(language) };
    let (mut reader, mut readings) = (Reader::new(options), Vec::new());
    stream::answer(input, ends_sentence, |text, base, answers| {
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
fn ends_sentence(text: &str) -> bool {
    let paragraph = text.ends_with("\n\n") || text.ends_with("\n\r\n");
    paragraph || text.trim_end().ends_with(['.', '!', '?', '»', '”'])
}
