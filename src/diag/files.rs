//! The input files that spans point into: path and text of each.

use super::Span;

/// The index of a file in its [`Files`] table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// Every text that was read, in the order of discovery.
#[derive(Default)]
pub struct Files {
    files: Vec<File>,
}

struct File {
    path: String,
    text: String,
}

/// A place as an editor shows it: line and column count from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

impl Files {
    /// Adds a file. `path` is relative to the site's folder and uses `/`.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        self.files.push(File { path: path.into(), text: text.into() });
        FileId(u32::try_from(self.files.len() - 1).expect("fewer than 2^32 files"))
    }

    pub fn path(&self, id: FileId) -> &str {
        &self.files[id.0 as usize].path
    }

    pub fn text(&self, id: FileId) -> &str {
        &self.files[id.0 as usize].text
    }

    /// The file that was read from `path`.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.ids().find(|id| self.path(*id) == path)
    }

    pub fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..u32::try_from(self.files.len()).expect("fewer than 2^32 files")).map(FileId)
    }

    /// The span cut to its file's text, on boundaries of characters.
    #[must_use]
    pub fn within(&self, span: Span) -> Span {
        let text = self.text(span.file);
        let start = floor_char_boundary(text, span.start as usize);
        let end = floor_char_boundary(text, span.end as usize).max(start);
        Span::new(span.file, start, end)
    }

    /// Where a span starts.
    pub fn place(&self, span: Span) -> Place {
        let text = self.text(span.file);
        let before = &text[..floor_char_boundary(text, span.start as usize)];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        Place { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }
}

/// The nearest character boundary at or before `index`.
pub(super) fn floor_char_boundary(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_from_one() {
        let mut files = Files::default();
        let id = files.add("a.yaml", "a: 1\né: é2\n");
        assert_eq!(files.place(Span::new(id, 0, 1)), Place { line: 1, column: 1 });
        let two = "a: 1\né: é2\n".find('2').unwrap();
        assert_eq!(files.place(Span::new(id, two, two + 1)), Place { line: 2, column: 5 });
    }
}
