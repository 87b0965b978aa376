//! Reads the CSV file of a chart into the nodes that its rows would be in YAML, each at its place in the file.
//!
//! The first line names the columns; `label.fr` and `label.en` are one column in two languages. Fields are separated
//! by commas, or by semicolons where the first line has no comma (RFC 4180 otherwise).

use super::Beside;
use crate::diag::{Diagnostic, FileId, Span, Spanned, suggestion};
use crate::locale::Lang;
use crate::parse::fields::Reading;
use crate::parse::yaml::{Kind, Node, Style};

/// More columns than this no table of a chart needs.
const MOST_COLUMNS: usize = 50;

/// The rows of a file that pass the filter.
pub fn read(name: &Node, filter: Option<&Node>, reading: &mut Reading, beside: &Beside) -> Option<Vec<Node>> {
    let name = reading.text(name)?;
    let Some(&file) = beside.tables.get(&name.value) else {
        let message = format!("there is no table `{}` here", name.value);
        let mut error = Diagnostic::error("chart-file", name.span, message);
        error.hint = suggestion(&name.value, beside.tables.keys().map(String::as_str))
            .or_else(|| Some("put a CSV file beside this one: in UTF-8, of at most 1 MiB".to_owned()));
        reading.diagnostics.push(error);
        return None;
    };
    let table = Table::parse(beside.files.text(file), file).map_err(|error| reading.diagnostics.push(error)).ok()?;
    let filter = match filter {
        Some(node) => table.filter(node, reading)?,
        None => vec![],
    };
    let passes = |record: &&Record| {
        filter.iter().all(|(column, texts)| texts.iter().any(|text| text.value == record.cells[*column].0))
    };
    let rows: Vec<Node> = table.records.iter().filter(passes).map(|record| table.row(record)).collect();
    if rows.is_empty() {
        let message = format!("no row of `{}` is left to show", name.value);
        let hint = "write the cells of `filter` as the file does";
        reading.diagnostics.push(Diagnostic::error("chart-empty", name.span, message).hint(hint));
        return None;
    }
    Some(rows)
}

struct Table {
    heads: Vec<(String, Span)>,
    records: Vec<Record>,
}

struct Record {
    span: Span,
    cells: Vec<(String, Span)>,
}

impl Table {
    fn parse(text: &str, file: FileId) -> Result<Self, Diagnostic> {
        let head = text.lines().next().unwrap_or_default();
        let delimiter = if !head.contains(',') && head.contains(';') { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .delimiter(delimiter)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let mut records = Vec::new();
        let mut record = csv::StringRecord::new();
        loop {
            let more = reader.read_record(&mut record).map_err(|error| unequal(&error, text, file))?;
            if !more {
                break;
            }
            let start = byte(record.position());
            let end = byte(Some(reader.position()));
            let source = text[start..end].trim_end();
            let start = start + (source.len() - source.trim_start().len());
            let source = source.trim_start();
            let places = places(source, char::from(delimiter));
            let cells = record.iter().zip(places);
            let cells = cells.map(|(cell, (from, to))| (cell.to_owned(), Span::new(file, start + from, start + to)));
            records.push(Record { span: Span::new(file, start, start + source.len()), cells: cells.collect() });
        }
        let mut records = records.into_iter();
        let heads = records.next().map(|record| record.cells).unwrap_or_default();
        if heads.len() > MOST_COLUMNS {
            let message = format!("{} columns are more than a chart can hold", heads.len());
            return Err(
                Diagnostic::error("chart-table", heads[MOST_COLUMNS].1, message).hint("keep those that it shows")
            );
        }
        for (index, (head, span)) in heads.iter().enumerate() {
            if head.is_empty() || heads[..index].iter().any(|(other, _)| other == head) {
                let message =
                    if head.is_empty() { "a column has no name".into() } else { format!("`{head}` is there twice") };
                let hint = "the first line names each column once";
                return Err(Diagnostic::error("chart-table", *span, message).hint(hint));
            }
        }
        Ok(Self { heads, records: records.collect() })
    }

    /// The columns that a filter names, and the texts that pass in each.
    fn filter(&self, node: &Node, reading: &mut Reading) -> Option<Vec<(usize, Vec<Spanned<String>>)>> {
        let mut filter = Vec::new();
        let found = reading.diagnostics.len();
        for (key, node) in reading.map(node)? {
            match self.heads.iter().position(|(head, _)| *head == key.value) {
                Some(column) => filter.push((column, reading.texts(node))),
                None => {
                    let message = format!("the table has no column `{}`", key.value);
                    let mut error = Diagnostic::error("unknown-field", key.span, message);
                    error.hint = suggestion(&key.value, self.heads.iter().map(|(head, _)| head.as_str()));
                    reading.diagnostics.push(error);
                }
            }
        }
        (reading.diagnostics.len() == found).then_some(filter)
    }

    /// A record as a YAML map; columns by language become one.
    fn row(&self, record: &Record) -> Node {
        let mut entries: Vec<(Spanned<String>, Node)> = Vec::new();
        for ((head, _), (text, span)) in self.heads.iter().zip(&record.cells) {
            let style = if span.end - span.start > u32::try_from(text.len()).unwrap_or(u32::MAX) {
                Style::Quoted
            } else {
                Style::Plain
            };
            let node = Node { span: *span, kind: Kind::Scalar { text: text.clone(), style } };
            let Some((name, lang)) = head.rsplit_once('.').filter(|(_, lang)| lang.parse::<Lang>().is_ok()) else {
                entries.push((Spanned::new(head.clone(), record.span), node));
                continue;
            };
            let language = (Spanned::new(lang.to_owned(), *span), node);
            match entries.iter_mut().find(|(key, _)| key.value == name) {
                Some((_, Node { kind: Kind::Map(languages), .. })) => languages.push(language),
                _ => {
                    let node = Node { span: record.span, kind: Kind::Map(vec![language]) };
                    entries.push((Spanned::new(name.to_owned(), record.span), node));
                }
            }
        }
        // An empty note in every language is none.
        entries.retain(|(_, node)| match &node.kind {
            Kind::Map(languages) => languages.iter().any(|(_, node)| !node.is_null()),
            _ => true,
        });
        Node { span: record.span, kind: Kind::Map(entries) }
    }
}

fn byte(position: Option<&csv::Position>) -> usize {
    position.map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0))
}

/// Where the cells of a record begin and end, quotation marks included and space around them not.
fn places(record: &str, delimiter: char) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    let (mut start, mut quoted) = (0, false);
    let mut push = |from: usize, to: usize| {
        let cell = &record[from..to];
        let from = from + (cell.len() - cell.trim_start().len());
        places.push((from, from.max(from + cell.trim().len())));
    };
    for (at, c) in record.char_indices() {
        match c {
            '"' => quoted = !quoted,
            c if c == delimiter && !quoted => {
                push(start, at);
                start = at + 1;
            }
            _ => {}
        }
    }
    push(start, record.len());
    places
}

fn unequal(error: &csv::Error, text: &str, file: FileId) -> Diagnostic {
    let at = byte(error.position()).min(text.len());
    let line = text[at..].trim_start_matches(['\r', '\n']);
    let at = text.len() - line.len();
    let span = Span::new(file, at, at + line.lines().next().unwrap_or_default().len());
    let message = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("this line has {len} cells, the first one {expected_len}")
        }
        _ => "this line cannot be read".to_owned(),
    };
    Diagnostic::error("chart-table", span, message).hint("put a cell with the separator in it into quotation marks")
}
