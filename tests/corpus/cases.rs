//! Reads the Markdown files of the corpus: a heading is a case, the lines under it are its parts.

use std::fs;
use std::path::{Path, PathBuf};

/// A sentence with every quantity it holds.
pub struct Sentence {
    pub id: String,
    pub text: String,
    pub quantities: Vec<Quantity>,
}

/// A quantity as a line of the corpus tells it.
pub struct Quantity {
    /// Reading it counts neither way.
    pub optional: bool,
    pub kind: String,
    pub value: String,
    pub units: Vec<String>,
    pub qualifiers: Vec<String>,
    pub falls: bool,
    pub part: String,
}

/// A French and an English text, with the data that both should meet.
pub struct Pair {
    pub id: String,
    pub french: String,
    pub english: String,
    pub data: Vec<String>,
    pub expected: Expected,
}

pub enum Expected {
    Agrees,
    /// The types that are right, the most natural first.
    Diverges(Vec<String>),
}

/// The sentences of `extract/<language>.md`.
pub fn sentences(language: &str) -> Vec<Sentence> {
    let file = folder("extract").join(format!("{language}.md"));
    let sentence = |(id, lines): (String, Vec<String>)| Sentence {
        text: lines[0].strip_prefix("text: ").unwrap_or_else(|| panic!("{id}: no text")).to_owned(),
        quantities: lines[1..].iter().filter(|line| *line != "- none").map(|line| quantity(&id, line)).collect(),
        id,
    };
    sections(&file).into_iter().map(sentence).collect()
}

/// The pairs of all files in `pairs/`, in the order of the files' names.
pub fn pairs() -> Vec<Pair> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder("pairs"))
        .expect("the corpus has pairs")
        .map(|entry| entry.expect("a file").path())
        .collect();
    files.sort();
    files.iter().flat_map(|file| sections(file)).map(|(id, lines)| pair(id, &lines)).collect()
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name)
}

fn sections(file: &Path) -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let mut sections: Vec<(String, Vec<String>)> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match (line.strip_prefix("## "), sections.last_mut()) {
            (Some(id), _) => sections.push((id.trim().to_owned(), Vec::new())),
            (None, Some((_, lines))) => lines.push(line.to_owned()),
            (None, None) => {}
        }
    }
    sections
}

/// `- [optional] kind value unit qualifier [up|down] "part"`.
fn quantity(id: &str, line: &str) -> Quantity {
    let unread = || -> ! { panic!("{id}: cannot read `{line}`") };
    let Some((head, part)) = line.strip_prefix("- ").and_then(|rest| rest.split_once('"')) else { unread() };
    let mut words = head.split_whitespace().peekable();
    let optional = words.next_if_eq(&"optional").is_some();
    let words: Vec<&str> = words.collect();
    let (Some(part), [kind, value, units, qualifiers, direction @ ..]) = (part.strip_suffix('"'), &words[..]) else {
        unread()
    };
    let list = |text: &str| text.split('|').map(str::to_owned).collect();
    Quantity {
        optional,
        kind: (*kind).to_owned(),
        value: (*value).to_owned(),
        units: list(units),
        qualifiers: list(qualifiers),
        falls: direction == ["down"],
        part: part.to_owned(),
    }
}

fn pair(id: String, lines: &[String]) -> Pair {
    let field = |name: &str| lines.iter().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    let told = |name: &str| field(name).unwrap_or_else(|| panic!("{id}: no `{name}`"));
    let verdict = told("expect").split(' ').next().expect("a line has a first word");
    let expected = match verdict {
        "agrees" => Expected::Agrees,
        types => Expected::Diverges(types.split('|').map(str::to_owned).collect()),
    };
    let data = field("data").map(|data| data.split(';').map(|item| item.trim().to_owned()).collect());
    Pair { french: told("fr").to_owned(), english: told("en").to_owned(), data: data.unwrap_or_default(), expected, id }
}
