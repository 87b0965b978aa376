//! The numbers of a page's sources, in the order in which its text first cites them.

use crate::model::IndexMap;
use std::collections::BTreeSet;

/// The sources cited so far.
#[derive(Default)]
pub struct Citations {
    numbers: IndexMap<String, ()>,
    /// Cited since the last block of the body ended.
    recent: Vec<usize>,
    /// Numbers that the margin has shown.
    shown: BTreeSet<usize>,
    /// Numbers that stand in the text with a link back from the list of sources.
    anchored: BTreeSet<usize>,
}

impl Citations {
    /// The number of a source, from 1; cites it if it is new.
    pub fn cite(&mut self, id: &str) -> usize {
        let index = match self.numbers.get_index_of(id) {
            Some(index) => index,
            None => self.numbers.insert_full(id.to_owned(), ()).0,
        };
        self.recent.push(index + 1);
        index + 1
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

    /// Forgets what was cited outside the body, which has no margin.
    pub fn begin_body(&mut self) {
        self.recent.clear();
    }

    /// Numbers and ids of the sources that a block of the body has cited and no earlier block had, in order of first use.
    pub fn take_new(&mut self) -> Vec<(usize, String)> {
        let recent = std::mem::take(&mut self.recent);
        let new: Vec<usize> = recent.into_iter().filter(|number| self.shown.insert(*number)).collect();
        new.into_iter().filter_map(|n| Some((n, self.numbers.get_index(n - 1)?.0.clone()))).collect()
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
        citations.cite("a");
        citations.cite("c");
        assert_eq!(citations.take_new(), [(3, "c".to_owned())]);
        citations.cite("d");
        citations.begin_body();
        citations.cite("d");
        assert_eq!(citations.take_new(), [(4, "d".to_owned())]);
    }
}
