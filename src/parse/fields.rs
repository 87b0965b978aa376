//! Nodes to typed values: every reader says what it expected, where, and how to mend it.
//!
//! Owns the shapes that all files share (text, text by language, days, periods, values, lists of ids); which keys a file has is the
//! business of the file's own reader.

use super::yaml::{Kind, Node, Style};
use crate::diag::{Diagnostic, Span, Spanned, nearest, suggestion};
use crate::locale::{Lang, Nouns};
use crate::model::{LocalText, PerLang};
use crate::quantity::{Period, QuantityError, Timing, Unit, Value};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::str::FromStr;

/// Collects what readers find wrong, and knows what they need of the site.
pub struct Reading<'s> {
    pub diagnostics: Vec<Diagnostic>,
    pub languages: &'s [Lang],
    /// The nouns that values may count.
    pub nouns: &'s Nouns,
    /// Files that could not be read.
    pub unread: BTreeSet<String>,
    /// Ids of the entries that are wrong and left out.
    pub left_out: BTreeSet<String>,
}

/// A map whose keys are known.
pub struct Fields<'n> {
    entries: &'n [(Spanned<String>, Node)],
    pub span: Span,
}

impl<'n> Fields<'n> {
    /// Takes a node as a map with these keys; reports each key that is not one of them.
    pub fn open(node: &'n Node, keys: &[&'static str], reading: &mut Reading) -> Option<Self> {
        let entries = reading.map(node)?;
        for (key, _) in entries.iter().filter(|(key, _)| !keys.contains(&key.value.as_str())) {
            let mut error = Diagnostic::error("unknown-key", key.span, format!("unknown key `{}`", key.value));
            error.hint = suggestion(&key.value, keys.iter().copied())
                .or_else(|| Some(format!("known keys: {}", keys.join(", "))));
            reading.diagnostics.push(error);
        }
        Some(Self { entries, span: node.span })
    }

    /// Takes a node as a row of a table: its `own` columns are as in the table's first row, beside those that every table
    /// may have (`common`, and `optional` ones).
    pub fn open_columns(
        node: &'n Node,
        own: &[&str],
        common: &[&'static str],
        optional: &[&'static str],
        reading: &mut Reading,
    ) -> Option<Self> {
        let entries = reading.map(node)?;
        let known = || own.iter().chain(common).chain(optional).copied();
        for (key, _) in entries.iter().filter(|(key, _)| known().all(|known| known != key.value)) {
            let message = format!("the first row has no column `{}`", key.value);
            let mut error = Diagnostic::error("unknown-key", key.span, message);
            error.hint = suggestion(&key.value, known());
            reading.diagnostics.push(error);
        }
        Some(Self { entries, span: node.span })
    }

    /// The value of a key, unless it is left out or empty.
    pub fn get(&self, key: &str) -> Option<&'n Node> {
        self.entries.iter().find(|(k, _)| k.value == key).map(|(_, node)| node).filter(|node| !node.is_null())
    }

    /// The value of a key that must be there.
    pub fn require(&self, key: &str, reading: &mut Reading) -> Option<&'n Node> {
        self.require_with(key, &format!("add `{key}: …` to this map"), reading)
    }

    /// The same for a cell of a row.
    pub fn require_cell(&self, key: &str, reading: &mut Reading) -> Option<&'n Node> {
        let hint = "all rows have the columns of the first one; a value that nobody discloses is `n/a`";
        self.require_with(key, hint, reading)
    }

    fn require_with(&self, key: &str, hint: &str, reading: &mut Reading) -> Option<&'n Node> {
        let node = self.get(key);
        if node.is_none() {
            let empty = self.entries.iter().find(|(k, _)| k.value == key).map(|(k, _)| k.span);
            let span = empty.unwrap_or_else(|| first_line(self.span));
            reading.diagnostics.push(Diagnostic::error("missing-key", span, format!("`{key}` is missing")).hint(hint));
        }
        node
    }
}

/// The first character of a text that no page and no feed may hold, with its place: a control other than tab and line end, or
/// no character at all (XML 1.0, 2.2; HTML's `control-character-in-input-stream`).
pub fn control(text: &str) -> Option<(usize, char)> {
    // Nearly no text has one, which its bytes tell fast: those of ASCII, the first of U+F000 and up, U+0080 to U+009F.
    let bytes = text.as_bytes();
    let is_odd = |byte: u8| matches!(byte, 0..=8 | 11 | 12 | 14..=31 | 0x7f | 0xef);
    let odd = bytes.iter().fold(false, |odd, byte| odd | is_odd(*byte));
    let is_high = |pair: (&u8, &u8)| matches!(pair, (0xc2, ..0xa0));
    let high = bytes.iter().zip(bytes.get(1..).unwrap_or_default()).fold(false, |high, pair| high | is_high(pair));
    if !(odd || high) {
        return None;
    }
    let is_control =
        |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.char_indices().find(|(_, c)| is_control(*c))
}

/// What to say of a character that [`control`] found.
pub fn control_error(c: char, span: Span) -> Diagnostic {
    let message = format!("the control character U+{:04X} is not read", u32::from(c));
    Diagnostic::error("control-character", span, message).hint("delete it: pages and feeds cannot hold it")
}

fn first_line(span: Span) -> Span {
    span.part(0, 1.min((span.end - span.start) as usize))
}

impl<'s> Reading<'s> {
    pub fn new(languages: &'s [Lang], nouns: &'s Nouns) -> Self {
        Self { diagnostics: Vec::new(), languages, nouns, unread: BTreeSet::new(), left_out: BTreeSet::new() }
    }
}

impl Reading<'_> {
    pub fn expected(&mut self, node: &Node, what: &str, hint: &str) {
        let message = format!("{what} is expected here, not {}", node.describe());
        self.diagnostics.push(Diagnostic::error("wrong-type", node.span, message).hint(hint));
    }

    pub fn map<'n>(&mut self, node: &'n Node) -> Option<&'n [(Spanned<String>, Node)]> {
        match &node.kind {
            Kind::Map(entries) => Some(entries),
            _ if node.is_null() => Some(&[]),
            _ => {
                self.expected(node, "a map", "write `key: value` lines, indented");
                None
            }
        }
    }

    pub fn list<'n>(&mut self, node: &'n Node) -> &'n [Node] {
        match &node.kind {
            Kind::List(items) => items,
            _ => {
                self.expected(node, "a list", "write `[a, b]`, or lines that begin with `- `");
                &[]
            }
        }
    }

    pub fn text(&mut self, node: &Node) -> Option<Spanned<String>> {
        match &node.kind {
            Kind::Scalar { text, .. } if !text.trim().is_empty() => {
                Some(Spanned::new(text.trim().to_owned(), node.span))
            }
            _ => {
                let hint = "write one line of text, in quotes where it has `: ` or ` #` in it";
                self.expected(node, "a text", hint);
                None
            }
        }
    }

    /// A list of texts; a single text counts as a list of one.
    pub fn texts(&mut self, node: &Node) -> Vec<Spanned<String>> {
        match &node.kind {
            Kind::Scalar { .. } => self.text(node).into_iter().collect(),
            _ => self.list(node).iter().filter_map(|item| self.text(item)).collect(),
        }
    }

    /// Text for readers: one string, or one for every language of the site.
    pub fn local_text(&mut self, node: &Node) -> Option<LocalText> {
        if !matches!(node.kind, Kind::Map(_)) {
            return Some(LocalText::Same(self.text(node)?.value));
        }
        let texts = self.per_lang(node, |reading, node| reading.text(node).map(|text| text.value))?;
        Some(LocalText::PerLang(texts))
    }

    /// A map with a value for every language of the site.
    pub fn per_lang<T>(
        &mut self,
        node: &Node,
        mut read: impl FnMut(&mut Self, &Node) -> Option<T>,
    ) -> Option<PerLang<T>> {
        let Kind::Map(entries) = &node.kind else {
            let forms: Vec<String> = self.languages.iter().map(|lang| format!("{lang}: …")).collect();
            self.expected(node, "a map by language", &format!("write `{{{}}}`", forms.join(", ")));
            return None;
        };
        let mut values = PerLang::default();
        for (key, value) in entries {
            match key.value.parse::<Lang>() {
                Ok(lang) if self.languages.contains(&lang) => {
                    if let Some(value) = read(self, value) {
                        values.insert(lang, value);
                    }
                }
                _ => {
                    let known: Vec<String> = self.languages.iter().map(|l| format!("`{l}`")).collect();
                    let message = format!("`{}` is no language of this site", key.value);
                    let hint = format!("the site's languages: {}", known.join(", "));
                    self.diagnostics.push(Diagnostic::error("unknown-language", key.span, message).hint(hint));
                }
            }
        }
        let missing: Vec<Lang> =
            self.languages.iter().copied().filter(|l| !entries.iter().any(|(k, _)| k.value == l.to_string())).collect();
        for lang in missing {
            self.diagnostics.push(
                Diagnostic::error("missing-language", node.span, format!("the text in `{lang}` is missing"))
                    .hint(format!("add `{lang}: …`, or write one string if it is the same in every language")),
            );
        }
        Some(values)
    }

    pub fn boolean(&mut self, node: &Node) -> Option<bool> {
        match &node.kind {
            Kind::Scalar { text, style: Style::Plain } if text == "true" => Some(true),
            Kind::Scalar { text, style: Style::Plain } if text == "false" => Some(false),
            _ => {
                self.expected(node, "`true` or `false`", "write `true` or `false`, without quotes");
                None
            }
        }
    }

    /// A whole number in a range.
    pub fn integer<T: FromStr + PartialOrd + std::fmt::Display>(
        &mut self,
        node: &Node,
        range: std::ops::RangeInclusive<T>,
    ) -> Option<T> {
        let number = match &node.kind {
            Kind::Scalar { text, .. } => text.parse().ok().filter(|n| range.contains(n)),
            _ => None,
        };
        if number.is_none() {
            let what = format!("a whole number from {} to {}", range.start(), range.end());
            self.expected(node, &what, "write it in digits, without quotes");
        }
        number
    }

    /// One of a few words, each of which stands for a value.
    pub fn choice<T: Copy>(&mut self, node: &Node, choices: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(node)?;
        let found = choices.iter().find(|(word, _)| *word == text.value).map(|(_, value)| *value);
        if found.is_none() {
            let mut error = Diagnostic::error("unknown-word", text.span, format!("`{}` is not known here", text.value));
            error.hint = suggestion(&text.value, choices.iter().map(|(word, _)| *word));
            self.diagnostics.push(error);
        }
        found
    }

    pub fn date(&mut self, node: &Node) -> Option<Date> {
        let text = self.text(node)?;
        let error = match text.value.parse::<Period>() {
            Ok(Period::Day(date)) => return Some(date),
            // The form is right: what is wrong is one of the numbers.
            Err(error) if text.value.matches('-').count() == 2 => Some(error),
            _ => None,
        };
        let message = error.map_or_else(|| format!("a day is expected here, not `{}`", text.value), |e| e.message);
        let hint = "write year-month-day with two digits for month and day, such as `2025-02-06`";
        self.diagnostics.push(Diagnostic::error("invalid-date", node.span, message).hint(hint));
        None
    }

    pub fn period(&mut self, node: &Node) -> Option<Spanned<Period>> {
        let text = self.text(node)?;
        match text.value.parse() {
            Ok(period) => Some(Spanned::new(period, node.span)),
            Err(error) => {
                self.quantity_error(node, "invalid-date", &error);
                None
            }
        }
    }

    /// A period with its bound.
    pub fn timing(&mut self, node: &Node) -> Option<Spanned<Timing>> {
        let text = self.bounded(node, "2025")?;
        match text.value.parse() {
            Ok(timing) => Some(Spanned::new(timing, node.span)),
            Err(error) => {
                self.quantity_error(node, "invalid-date", &error);
                None
            }
        }
    }

    /// A text that may begin with `>`; `example` shows how to write one.
    fn bounded(&mut self, node: &Node, example: &str) -> Option<Spanned<String>> {
        if let Kind::Scalar { style: Style::Block(mark), text } = &node.kind {
            let message = "YAML reads `>` as the start of a text of several lines";
            let value = if text.trim().is_empty() { example } else { text.trim() };
            let hint = format!("put the value on one line, in quotes: `\"> {value}\"`");
            self.diagnostics.push(Diagnostic::error("yaml-bound", *mark, message).hint(hint));
            return None;
        }
        self.text(node)
    }

    /// A value, or `n/a` (the inner `None`).
    pub fn value(&mut self, node: &Node, unit: Option<&Unit>) -> Option<Option<Value>> {
        let text = self.bounded(node, "100 billion USD")?;
        if text.value == "n/a" {
            return Some(None);
        }
        match Value::parse(&text.value, &|word| self.nouns.contains_key(word)) {
            Ok(value) if unit.is_some() && value.unit == Unit::Number => {
                Some(Some(Value { unit: unit.cloned().unwrap_or(Unit::Number), ..value }))
            }
            Ok(value) => Some(Some(value)),
            Err(mut error) => {
                let near = self.nearest_unit(&text.value[error.range.clone()]);
                if let Some(near) = near.filter(|_| error.message.starts_with("unknown unit")) {
                    error.hint = Some(format!("did you mean `{near}`?"));
                }
                self.quantity_error(node, "invalid-value", &error);
                None
            }
        }
    }

    /// An absolute `http` or `https` address.
    pub fn web_address(&mut self, node: &Node) -> Option<String> {
        let text = self.text(node)?;
        let is_web = ["https://", "http://"].iter().any(|s| text.value.starts_with(s)) && !text.value.contains(' ');
        if !is_web {
            self.diagnostics.push(
                Diagnostic::error("invalid-url", text.span, "an address of the web is expected here")
                    .hint("write it in full, from `https://` on"),
            );
        }
        is_web.then_some(text.value)
    }

    pub fn unit(&mut self, node: &Node) -> Option<Unit> {
        let text = self.text(node)?;
        let unit = Unit::parse(&text.value, &|word| self.nouns.contains_key(word));
        if unit.is_none() {
            let hint = match self.nearest_unit(&text.value) {
                _ if text.value.contains(' ') => "write the unit alone: a scale word stands in each value".to_owned(),
                Some(near) => format!("did you mean `{near}`?"),
                None => "write an ISO 4217 code, `%`, `pp`, a symbol such as `GW`, or a noun under `units:`".to_owned(),
            };
            let message = format!("unknown unit `{}`", text.value);
            self.diagnostics.push(Diagnostic::error("invalid-value", text.span, message).hint(hint));
        }
        unit
    }

    /// The unit that was most likely meant, one of the site's nouns among them.
    fn nearest_unit(&self, wrong: &str) -> Option<&str> {
        let nouns = self.nouns.keys().map(String::as_str);
        nearest(wrong, nouns.chain(Unit::known().map(|unit| -> &str { unit })))
    }

    /// Reports what is wrong inside a scalar, at the very bytes where the scalar stands as it was written.
    fn quantity_error(&mut self, node: &Node, name: &'static str, error: &QuantityError) {
        let mut diagnostic = Diagnostic::error(name, inside(node, error.range.clone()), error.message.clone());
        diagnostic.hint.clone_from(&error.hint);
        self.diagnostics.push(diagnostic);
    }
}

/// The place of a range of a scalar's text; the whole scalar where escapes or line breaks shift it.
pub fn inside(node: &Node, range: std::ops::Range<usize>) -> Span {
    let Kind::Scalar { text, style } = &node.kind else { return node.span };
    let length = (node.span.end - node.span.start) as usize;
    let quote = usize::from(*style == Style::Quoted);
    if matches!(style, Style::Block(_)) || length != text.len() + 2 * quote {
        return node.span;
    }
    let leading = text.len() - text.trim_start().len();
    node.span.part(quote + leading + range.start, quote + leading + range.end)
}
