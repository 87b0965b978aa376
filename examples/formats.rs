//! Answers how numbers, values, dates, periods and lists are written, for a comparison with ICU (`tests/browser/intl.test.mjs`).
//!
//! Reads one question a line, as JSON, and writes one answer a line, as a JSON string. Owns no words: every answer is the
//! library's.

use depeche::locale::{DateStyle, Formats, Locale, Nouns, Style};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};

#[derive(Deserialize)]
struct Question {
    locale: String,
    ask: Ask,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Ask {
    /// A decimal number.
    Number(String),
    /// Its plural category.
    Plural(String),
    /// A value as a data file has it, in a style.
    Value(String, Width),
    /// A day.
    Date(String, Width),
    /// A period as a data file has it, in a style.
    Period(String, Width),
    List(Vec<String>),
}

/// How much is written, whatever it is.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Width {
    Long,
    Medium,
    Short,
}

impl Width {
    fn style(self) -> Style {
        match self {
            Self::Long => Style::Speech,
            Self::Medium => Style::Prose,
            Self::Short => Style::Cell,
        }
    }

    fn date_style(self) -> DateStyle {
        match self {
            Self::Long => DateStyle::Long,
            Self::Medium => DateStyle::Medium,
            Self::Short => DateStyle::Short,
        }
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let formats: BTreeMap<&str, Formats> =
        Locale::ALL.into_iter().map(|locale| (locale.tag(), Formats::new(locale, &Nouns::new()))).collect();
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let question: Question = serde_json::from_str(&line?)?;
        let formats = formats.get(&*question.locale).ok_or("no such locale")?;
        let answer = match question.ask {
            Ask::Number(number) => formats.number(number.parse()?),
            Ask::Plural(number) => format!("{:?}", formats.plural(number.parse()?)).to_lowercase(),
            Ask::Value(value, width) => {
                formats.value(&value.parse().map_err(|error| format!("{value}: {error:?}"))?, width.style())
            }
            Ask::Date(date, width) => formats.date(date.parse()?, width.date_style()),
            Ask::Period(period, width) => {
                formats.period(&period.parse().map_err(|error| format!("{period}: {error:?}"))?, width.style())
            }
            Ask::List(items) => formats.list(&items.iter().map(String::as_str).collect::<Vec<_>>()),
        };
        writeln!(out, "{}", serde_json::Value::from(answer))?;
    }
    Ok(())
}
