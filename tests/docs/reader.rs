//! Reads what the documents and the source say, for `docs.rs` to compare: examples, tables and links of Markdown; key lists and
//! structs of Rust, as text.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A Markdown document, as far as it can be checked.
pub struct Document {
    /// Below the repository.
    pub path: String,
    pub examples: Vec<Example>,
    pub tables: Vec<Table>,
    pub links: Vec<String>,
    /// What a link may name behind `#`.
    pub anchors: Vec<String>,
}

/// A fenced block whose info string names a file: `yaml data.yaml`.
pub struct Example {
    pub file: String,
    pub text: String,
}

pub struct Table {
    /// The heading above it.
    pub heading: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    pub fn column(&self, index: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().map(move |row| row[index].as_str())
    }
}

pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn text(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files of a folder of the repository with this extension, as paths below the repository, sorted.
pub fn files(folder: &str, extension: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(repository().join(&next)).expect("the folder is there").flatten() {
            let path = next.join(entry.file_name());
            match entry.path() {
                full if full.is_dir() => folders.push(path),
                full if full.extension().is_some_and(|e| e == extension) => found.push(path),
                _ => {}
            }
        }
    }
    let mut found: Vec<String> = found.iter().map(|path| path.to_string_lossy().replace('\\', "/")).collect();
    found.sort();
    found
}

/// Every document of the repository.
pub fn documents() -> Vec<Document> {
    let top = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(str::to_owned);
    top.into_iter().chain(files("docs", "md")).map(|path| document(&path)).collect()
}

pub fn document(path: &str) -> Document {
    parse(path, &text(path))
}

pub fn parse(path: &str, text: &str) -> Document {
    let mut document =
        Document { path: path.to_owned(), examples: vec![], tables: vec![], links: vec![], anchors: vec![] };
    let mut heading = String::new();
    let mut fence = None;
    // What was written since a cell, a heading or a block of code began.
    let mut words = String::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                fence = info.split_once(' ').map(|(_, file)| file.trim().to_owned());
                words.clear();
            }
            Event::End(TagEnd::CodeBlock) => {
                let text = std::mem::take(&mut words);
                document.examples.extend(fence.take().map(|file| Example { file, text }));
            }
            Event::Start(Tag::Heading { .. } | Tag::TableCell) => words.clear(),
            Event::End(TagEnd::Heading(_)) => {
                heading = std::mem::take(&mut words);
                document.anchors.push(anchor(&heading));
            }
            Event::Start(Tag::Table(_)) => {
                document.tables.push(Table { heading: heading.clone(), head: vec![], rows: vec![] });
            }
            Event::Start(Tag::TableRow) => document.last_table().rows.push(vec![]),
            Event::End(TagEnd::TableCell) => {
                let cell = std::mem::take(&mut words).trim().to_owned();
                let table = document.last_table();
                table.rows.last_mut().unwrap_or(&mut table.head).push(cell);
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                document.links.push(dest_url.into_string());
            }
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            _ => {}
        }
    }
    document
}

impl Document {
    fn last_table(&mut self) -> &mut Table {
        self.tables.last_mut().expect("rows and cells stand in a table")
    }

    /// The one table whose first column has this name, or all of them together where it has several.
    pub fn first_column(&self, name: &str) -> Vec<&str> {
        let tables = self.tables.iter().filter(|table| table.head.first().is_some_and(|head| head == name));
        tables.flat_map(|table| table.column(0)).collect()
    }
}

/// The name of a heading in links, as code hosts make it.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// A Rust file without its tests.
pub fn code(path: &str) -> String {
    let text = text(path);
    text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
}

/// The keys that each map may have which the code opens, with the place for a message.
pub fn key_lists(path: &str) -> Vec<(String, BTreeSet<String>)> {
    let code = code(path);
    let opened = code.split("Fields::open(").skip(1);
    let lists = opened.map(|call| {
        let arguments = call.split_once(", ").map_or("", |(_, rest)| rest);
        let list = if arguments.starts_with("&[") {
            strings(arguments)
        } else {
            let name = arguments.split([',', ')']).next().unwrap_or_default();
            strings_of(&code, name).unwrap_or_else(|| panic!("{path}: where is the list `{name}` of keys?"))
        };
        (format!("{path}: {list:?}"), list.into_iter().collect())
    });
    lists.collect()
}

/// The strings of a list that has a name: `const KEYS: … = &[…];`, `let keys = &[…];`.
pub fn strings_of(code: &str, name: &str) -> Option<Vec<String>> {
    let starts = [format!("const {name}: "), format!("let {name} ")];
    let at = starts.iter().find_map(|start| Some(code.find(start)? + start.len()))?;
    // The type comes before the equals sign.
    let value = &code[at + code[at..].find('=').unwrap_or(0)..];
    Some(strings(&value[value.find("&[")?..]))
}

/// The string literals up to the first `]`.
fn strings(code: &str) -> Vec<String> {
    let list = code.split(']').next().unwrap_or_default();
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The public structs that serialise, each with its public fields; flattened fields are left out.
pub fn views(path: &str) -> Vec<(String, BTreeSet<String>)> {
    let code = code(path);
    let mut found = Vec::new();
    for (at, _) in code.match_indices("pub struct ") {
        let derives = code[..at].rsplit("\n\n").next().unwrap_or_default();
        let Some((name, rest)) = code[at + 11..].split_once(" {\n") else { continue };
        if !derives.contains("Serialize") {
            continue;
        }
        let body = rest.split("\n}").next().unwrap_or_default();
        let fields = body.split("    pub ").skip(1).filter_map(|field| field.split_once(':'));
        let flattened = body.split("#[serde(flatten)]\n    pub ").skip(1).filter_map(|field| field.split_once(':'));
        let flattened: BTreeSet<&str> = flattened.map(|(name, _)| name).collect();
        let fields = fields.map(|(name, _)| name).filter(|name| !flattened.contains(name));
        let name = name.split('<').next().unwrap_or_default();
        found.push((name.to_owned(), fields.map(str::to_owned).collect()));
    }
    found
}
