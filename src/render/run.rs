//! The events of one text on their way to HTML: what stands before a character, footnotes put aside, tables with classes.

use super::prose::{Place, Writer, escaped};
use super::views::NoteView;
use pulldown_cmark::{Alignment, CowStr, Event, Tag, TagEnd, html};
use std::collections::BTreeMap;

/// Where in a table the events are.
#[derive(Default)]
struct Table {
    /// One a column.
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

/// The events of one text on their way to HTML.
#[derive(Default)]
pub struct Run<'e> {
    pub events: Vec<Event<'e>>,
    /// The character before the next text of the same paragraph.
    pub before: Option<char>,
    /// Inside a code block.
    pub verbatim: bool,
    pub depth: usize,
    /// Where the block of the moment begins among the events.
    pub block: usize,
    table: Table,
    /// Footnotes by name: their letter in order of first reference.
    marks: BTreeMap<&'e str, String>,
    /// Footnotes that were met, with their own events.
    notes: BTreeMap<&'e str, Vec<Event<'e>>>,
    /// The note that is being read, and the text's events meanwhile.
    open_note: Option<(&'e str, Vec<Event<'e>>)>,
}

impl<'e> Run<'e> {
    pub fn push(&mut self, event: Event<'e>) {
        self.events.push(event);
    }

    pub fn html(&mut self, html: impl Into<CowStr<'e>>) {
        self.events.push(Event::InlineHtml(html.into()));
    }

    /// Text of the author, typeset.
    pub fn text(&mut self, writer: &Writer<'_, 'e>, text: &'e str) {
        let typeset = writer.renderer.formats(writer.lang).typeset(text, self.before);
        self.before = typeset.chars().next_back().or(self.before);
        self.push(Event::Text(typeset.into()));
    }

    /// Words of the program, which are typeset already.
    pub fn words(&mut self, words: String) {
        self.before = words.chars().next_back().or(self.before);
        self.push(Event::Text(words.into()));
    }

    /// Opens a part of a table; `label` names the whole. Cells aligned to the right carry numbers and the class `value`, in place of
    /// a style attribute.
    pub fn open_table(&mut self, tag: &Tag<'_>, label: impl FnOnce() -> String) {
        match tag {
            Tag::Table(alignments) => {
                self.table = Table { alignments: alignments.clone(), ..Table::default() };
                let label = label();
                return self.html(format!(
                    "<div class=\"table-scroll\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\"><table>"
                ));
            }
            Tag::TableHead | Tag::TableRow => {
                self.table.in_head = matches!(tag, Tag::TableHead);
                self.table.column = 0;
                return self.html(if self.table.in_head { "<thead><tr>" } else { "<tr>" });
            }
            _ => {}
        }
        let is_number = self.table.alignments.get(self.table.column) == Some(&Alignment::Right);
        self.table.column += 1;
        self.before = None;
        self.html(match (self.table.in_head, is_number) {
            (true, true) => "<th scope=\"col\" class=\"value\">",
            (true, false) => "<th scope=\"col\">",
            (false, true) => "<td class=\"value\">",
            (false, false) => "<td>",
        });
    }

    pub fn close_table(&mut self, tag: TagEnd) {
        let html = match tag {
            TagEnd::Table => "</tbody></table></div>\n",
            TagEnd::TableHead => {
                self.table.in_head = false;
                "</tr></thead><tbody>"
            }
            TagEnd::TableRow => "</tr>\n",
            _ if self.table.in_head => "</th>",
            _ => "</td>",
        };
        self.html(html);
    }

    pub fn note_mark(&mut self, writer: &Writer<'_, 'e>, name: &'e str) {
        let next = writer.notes.len() + self.marks.len();
        let first = !self.marks.contains_key(name);
        let mark = self.marks.entry(name).or_insert_with(|| letter(next)).clone();
        let label = writer.renderer.strings(writer.lang).format("note", &[("mark", &mark)]).unwrap_or_default();
        let label = escaped(&writer.renderer.typeset(writer.lang, &label));
        // A second mark of the same note has no id of its own: the note leads back to the first.
        let id = if first { format!(" id=\"note-mark-{mark}\"") } else { String::new() };
        let html = match writer.place {
            Place::Page => format!(
                "<sup class=\"footnote-ref\"><a{id} href=\"#note-{mark}\" aria-label=\"{label}\">{mark}</a></sup>"
            ),
            Place::Feed => format!("<sup>{mark}</sup>"),
            Place::Label => String::new(),
        };
        self.html(html);
    }

    pub fn open_note(&mut self, name: &'e str) {
        self.open_note = Some((name, std::mem::take(&mut self.events)));
        self.before = None;
    }

    pub fn close_note(&mut self) {
        if let Some((name, outside)) = self.open_note.take() {
            let note = std::mem::replace(&mut self.events, outside);
            self.notes.insert(name, note);
        }
    }

    /// The HTML; the footnotes join those of the writer.
    pub fn finish(mut self, writer: &mut Writer<'_, 'e>) -> String {
        let mut out = String::with_capacity(self.events.len() * 32);
        html::push_html(&mut out, self.events.drain(..));
        let mut marks: Vec<(&str, String)> = self.marks.into_iter().collect();
        marks.sort_by(|(_, a), (_, b)| (a.len(), a).cmp(&(b.len(), b)));
        for (name, mark) in marks {
            let mut note = String::new();
            html::push_html(&mut note, self.notes.remove(name).unwrap_or_default().into_iter());
            // A note of one paragraph needs no paragraph: its way back stands on its last line.
            let inner = note.trim_end().strip_prefix("<p>").and_then(|n| n.strip_suffix("</p>"));
            let html = inner.filter(|n| !n.contains("<p>")).map_or_else(|| note.clone(), str::to_owned);
            writer.notes.push(NoteView { mark, html });
        }
        out
    }
}

/// a to z, then aa, ab…: letters keep footnotes apart from sources, which have numbers.
fn letter(index: usize) -> String {
    let last = char::from(b'a' + u8::try_from(index % 26).expect("less than 26"));
    if index < 26 { last.to_string() } else { format!("{}{last}", letter(index / 26 - 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnotes_go_on_after_z() {
        assert_eq!([0, 25, 26, 27, 52].map(letter), ["a", "z", "aa", "ab", "ba"]);
    }
}
