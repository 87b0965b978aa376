//! A text with its readings, and the blocks of two texts that belong together.
//!
//! Owns the pairing of paragraphs and sentences; figures are paired by `pair`.

use super::anchor;
use crate::quantity::prose::{Options, Reading, read};
use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

pub(super) struct Text<'a> {
    pub source: &'a str,
    pub readings: Vec<Reading>,
    /// The readings of each paragraph, as ranges of `readings`.
    paragraphs: Vec<Range<usize>>,
    /// The words beside the figures, once somebody asks for them.
    words: OnceCell<Vec<(usize, String)>>,
    /// The same words, each once.
    vocabulary: OnceCell<HashSet<String>>,
    /// The runs of digits in the text, once somebody asks for them.
    runs: OnceCell<HashSet<String>>,
}

/// Readings of one block: their range, and the sentences in it.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub readings: Range<usize>,
    /// The first sentence of the block.
    pub sentence: usize,
    /// How many sentences hold a figure, or lie between such.
    pub sentences: usize,
}

impl<'a> Text<'a> {
    pub fn new(text: &'a str, options: Options) -> Self {
        let readings = read(text, &options);
        let mut paragraphs = Vec::new();
        let mut first = 0;
        for end in paragraph_ends(text) {
            let next = first + readings[first..].iter().take_while(|reading| reading.span.start < end).count();
            paragraphs.push(first..next);
            first = next;
        }
        Self {
            source: text,
            readings,
            paragraphs,
            words: OnceCell::new(),
            vocabulary: OnceCell::new(),
            runs: OnceCell::new(),
        }
    }

    pub fn words(&self, reading: usize) -> &'a str {
        &self.source[self.readings[reading].span.clone()]
    }

    /// The words beside the figures that begin from one byte up to another, folded, with their places.
    pub fn words_between(&self, start: usize, end: usize) -> &[(usize, String)] {
        let words = self.words.get_or_init(|| anchor::words(self));
        let [first, last] = [start, end].map(|byte| words.partition_point(|(place, _)| *place < byte));
        &words[first..last]
    }

    /// Whether a byte belongs to a figure.
    pub fn is_in_figure(&self, place: usize) -> bool {
        let next = self.readings.partition_point(|reading| reading.span.end <= place);
        self.readings.get(next).is_some_and(|reading| reading.span.contains(&place))
    }

    /// Whether a word, folded to plain small letters, stands in the text outside its figures.
    pub fn has_word(&self, word: &str) -> bool {
        let words = || self.words_between(0, self.source.len()).iter().map(|(_, word)| word.clone()).collect();
        self.vocabulary.get_or_init(words).contains(word)
    }

    /// Whether these digits stand in the text, with no other digit next to them.
    pub fn has_digits(&self, digits: &str) -> bool {
        let runs = || self.source.split(|c: char| !c.is_ascii_digit()).map(str::to_owned).collect();
        self.runs.get_or_init(runs).contains(digits)
    }

    fn block(&self, readings: Range<usize>) -> Block {
        let sentence = self.readings.get(readings.start).map_or(0, |reading| reading.sentence);
        let last = readings.end.checked_sub(1).filter(|last| *last >= readings.start);
        let sentences = last.map_or(0, |last| self.readings[last].sentence - sentence + 1);
        Block { readings, sentence, sentences }
    }
}

/// The offsets behind each paragraph: a blank line parts two.
fn paragraph_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = 0;
    let mut filled = false;
    for line in text.split_inclusive('\n') {
        let blank = line.trim().is_empty();
        if blank && filled {
            ends.push(at);
            filled = false;
        }
        filled |= !blank;
        at += line.len();
    }
    if filled {
        ends.push(at);
    }
    ends
}

/// The blocks that belong together: paragraph by paragraph where both texts have as many, all of both otherwise.
pub(super) fn blocks(left: &Text<'_>, right: &Text<'_>) -> Vec<(Block, Block)> {
    if left.paragraphs.len() == right.paragraphs.len() {
        let pairs = left.paragraphs.iter().zip(&right.paragraphs);
        return pairs.map(|(a, b)| (left.block(a.clone()), right.block(b.clone()))).collect();
    }
    vec![(left.block(0..left.readings.len()), right.block(0..right.readings.len()))]
}
