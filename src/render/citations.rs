//! The numbers of a page's sources, in the order in which its text first cites them.

use crate::model::IndexMap;
use std::collections::BTreeSet;

/// The sources cited so far.
#[derive(Default)]
pub struct Citations {
    numbers: IndexMap<String, ()>,
    /// How many had been cited when the last block ended.
    shown: usize,
    /// Numbers that stand in the text with a link back from the list of sources.
    anchored: BTreeSet<usize>,
}

impl Citations {
    /// The number of a source, from 1; cites it if it is new.
    pub fn cite(&mut self, id: &str) -> usize {
        match self.numbers.get_index_of(id) {
            Some(index) => index + 1,
            None => self.numbers.insert_full(id.to_owned(), ()).0 + 1,
        }
    }

    /// The sources in order of their numbers.
    pub fn sources(&self) -> impl Iterator<Item = (usize, &str)> {
        self.numbers.keys().enumerate().map(|(i, id)| (i + 1, id.as_str()))
    }

    /// True once a number: for its first mark, which the list of sources leads back to.
    pub fn anchor(&mut self, number: usize) -> bool {
        self.anchored.insert(number)
    }

    pub fn is_anchored(&self, number: usize) -> bool {
        self.anchored.contains(&number)
    }

    /// Numbers and ids of the sources that were first cited since the last call.
    pub fn take_new(&mut self) -> Vec<(usize, String)> {
        let new = self.sources().skip(self.shown).map(|(n, id)| (n, id.to_owned())).collect();
        self.shown = self.numbers.len();
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_numbered_by_first_use() {
        let mut citations = Citations::default();
        assert_eq!([citations.cite("b"), citations.cite("a"), citations.cite("b")], [1, 2, 1]);
        assert_eq!(citations.take_new(), [(1, "b".to_owned()), (2, "a".to_owned())]);
        citations.cite("c");
        assert_eq!(citations.take_new(), [(3, "c".to_owned())]);
    }
}
