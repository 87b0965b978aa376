//! The words of a language and the phrases made of them, looked up in constant time.
//!
//! Owns the tables' form (an open-addressed hash of folded words, a tree of phrases); the words stand in `french` and
//! `english`. A phrase matches whatever joins its words: spaces, hyphens or apostrophes.

use super::term::Term;

/// Words longer than this are in no lexicon.
const LONGEST: usize = 28;
const SLOTS: usize = 1 << 13;

/// A word that the lexicon does not hold.
pub(super) const UNKNOWN: u16 = 0;

pub(super) struct Lexicon {
    /// Indices into `words`, 0 where free.
    slots: Vec<u16>,
    words: Vec<Word>,
    /// A tree of phrases: for each node its children by word.
    nodes: Vec<Node>,
}

struct Word {
    text: Box<str>,
    term: Term,
    /// The word that stands for it in phrases: "de" for "d'" and "du".
    canonical: u16,
    /// The node of the phrases that begin with it, 0 for none.
    phrases: u16,
}

#[derive(Default)]
struct Node {
    children: Vec<(u16, u16)>,
    term: Option<Term>,
}

/// What is known of one word.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub word: u16,
    pub term: Term,
}

impl Lexicon {
    /// Builds the tables. Alternatives of an entry are parted by `|`; `aliases` are `(word, stands for)` in phrases.
    pub fn new<'a>(entries: impl Iterator<Item = (&'a str, Term)>, aliases: &[(&str, &str)]) -> Self {
        let unknown = Word { text: "".into(), term: Term::Unknown, canonical: 0, phrases: 0 };
        let mut lexicon = Self { slots: vec![0; SLOTS], words: vec![unknown], nodes: vec![Node::default()] };
        for (alias, canonical) in aliases {
            let canonical = lexicon.intern(canonical);
            let alias = lexicon.intern(alias);
            lexicon.words[usize::from(alias)].canonical = canonical;
        }
        for (alternatives, term) in entries {
            for phrase in alternatives.split('|') {
                lexicon.add(phrase, term);
            }
        }
        lexicon
    }

    /// What the lexicon knows of a word, in any case and with either apostrophe.
    pub fn look_up(&self, word: &[u8]) -> Entry {
        let mut folded = [0; LONGEST];
        let unknown = Entry { word: UNKNOWN, term: Term::Unknown };
        let Some(length) = fold(word, &mut folded) else { return unknown };
        let folded = &folded[..length];
        let mut slot = slot_of(folded);
        loop {
            match self.slots[slot] {
                0 => return unknown,
                index => {
                    let found = &self.words[usize::from(index)];
                    if found.text.as_bytes() == folded {
                        return Entry { word: index, term: found.term };
                    }
                }
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    /// The node of the phrases that begin with a word.
    pub fn first(&self, word: u16) -> Option<u16> {
        let node = self.words[usize::from(word)].phrases;
        (node != 0).then_some(node)
    }

    /// The node one word further.
    pub fn next(&self, node: u16, word: u16) -> Option<u16> {
        let canonical = self.words[usize::from(word)].canonical;
        let children = &self.nodes[usize::from(node)].children;
        children.iter().find(|(child, _)| *child == canonical).map(|(_, node)| *node)
    }

    /// The meaning of the phrase that ends at a node.
    pub fn meaning(&self, node: u16) -> Option<Term> {
        self.nodes[usize::from(node)].term
    }

    fn add(&mut self, phrase: &str, term: Term) {
        let words: Vec<u16> = split(phrase).map(|word| self.intern(word)).collect();
        if let [word] = words[..] {
            let known = &mut self.words[usize::from(word)];
            if known.term == Term::Unknown {
                known.term = term;
            }
            return;
        }
        let first = usize::from(self.canonical(words[0]));
        if self.words[first].phrases == 0 {
            self.words[first].phrases = self.node();
        }
        let mut node = self.words[first].phrases;
        for word in &words[1..] {
            node = self.child(node, self.canonical(*word));
        }
        self.nodes[usize::from(node)].term.get_or_insert(term);
        let phrases = self.words[first].phrases;
        for word in &mut self.words {
            if usize::from(word.canonical) == first {
                word.phrases = phrases;
            }
        }
    }

    fn canonical(&self, word: u16) -> u16 {
        self.words[usize::from(word)].canonical
    }

    fn child(&mut self, node: u16, word: u16) -> u16 {
        if let Some(next) = self.next(node, word) {
            return next;
        }
        let next = self.node();
        self.nodes[usize::from(node)].children.push((word, next));
        next
    }

    fn node(&mut self) -> u16 {
        self.nodes.push(Node::default());
        u16::try_from(self.nodes.len() - 1).expect("a lexicon has fewer than 65,536 phrases")
    }

    fn intern(&mut self, word: &str) -> u16 {
        let mut slot = slot_of(word.as_bytes());
        loop {
            match self.slots[slot] {
                0 => break,
                index if &*self.words[usize::from(index)].text == word => return index,
                _ => slot = (slot + 1) % SLOTS,
            }
        }
        let index = u16::try_from(self.words.len()).expect("a lexicon has fewer than 65,536 words");
        assert!(self.words.len() < SLOTS / 2 && word.len() <= LONGEST, "the lexicon's table holds `{word}`");
        self.slots[slot] = index;
        self.words.push(Word { text: word.into(), term: Term::Unknown, canonical: index, phrases: 0 });
        index
    }
}

/// The words of a phrase, an apostrophe staying with the word before it.
fn split(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split([' ', '-']).flat_map(|part| part.split_inclusive('\''))
}

fn slot_of(word: &[u8]) -> usize {
    let hash = word.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)) as usize % SLOTS
}

/// Writes the word in lower case with a straight apostrophe; nothing for words that are too long.
fn fold(word: &[u8], out: &mut [u8; LONGEST]) -> Option<usize> {
    if word.len() > LONGEST + 2 {
        return None;
    }
    let mut length = 0;
    let mut at = 0;
    while at < word.len() {
        let (byte, width) = match word[at] {
            0xE2 if word[at..].starts_with("’".as_bytes()) => (b'\'', 3),
            0xC3 if at + 1 < word.len() => {
                *out.get_mut(length)? = 0xC3;
                length += 1;
                let second = word[at + 1];
                (if (0x80..=0x9E).contains(&second) && second != 0x97 { second + 0x20 } else { second }, 2)
            }
            byte => (byte.to_ascii_lowercase(), 1),
        };
        *out.get_mut(length)? = byte;
        length += 1;
        at += width;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::super::Qualifier;
    use super::super::term::Reach;
    use super::*;

    #[test]
    fn words_and_phrases_are_found_in_any_writing() {
        let more = Term::Before(Qualifier::MoreThan, Reach::Next);
        let entries = [("de", Term::Of), ("d'", Term::Of), ("plus de|au-delà de", more), ("été", Term::Function)];
        let lexicon = Lexicon::new(entries.into_iter(), &[("d'", "de")]);
        assert_eq!(lexicon.look_up("ÉTÉ".as_bytes()).term, Term::Function);
        assert_eq!(lexicon.look_up("d’".as_bytes()).term, Term::Of);
        assert_eq!(lexicon.look_up(b"nothing").term, Term::Unknown);
        let node = lexicon.first(lexicon.look_up(b"Plus").word).unwrap();
        let end = lexicon.next(node, lexicon.look_up("d’".as_bytes()).word).unwrap();
        assert_eq!(lexicon.meaning(end), Some(more));
        assert_eq!(lexicon.meaning(node), None);
    }
}
