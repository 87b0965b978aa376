//! The words of a language and the phrases made of them, looked up in constant time.
//!
//! Owns the tables' form (an open-addressed hash of folded words, a tree of phrases); the words stand in `french` and
//! `english`. A phrase matches whatever joins its words: spaces, hyphens or apostrophes.

use super::glance::fold;
use super::term::Term;

/// Words longer than this are in no lexicon.
const LONGEST: usize = 32;
const SLOTS: usize = 1 << 13;

/// A word folded, with a straight apostrophe, filled up with zeros: compared and hashed eight bytes at a time.
type Key = [u64; LONGEST / 8];

/// A word that the lexicon does not hold.
pub(super) const UNKNOWN: u16 = 0;

pub(super) struct Lexicon {
    /// Indices into `words`, 0 where free.
    slots: Box<[u16; SLOTS]>,
    words: Vec<Word>,
    /// The keys of `words`, by themselves so that looking a word up touches little memory.
    keys: Vec<Key>,
    /// What the phrases mean that end at the nodes of a tree.
    nodes: Vec<Option<Term>>,
    /// The edges of the tree, hashed by node and word; 0 for none.
    edges: Box<[(u32, u16); SLOTS]>,
}

#[derive(Clone, Copy)]
struct Word {
    term: Term,
    /// The word that stands for it in phrases: "de" for "d'" and "du".
    canonical: u16,
    /// The node of the phrases that begin with it where it stands for itself, 0 for none.
    phrases: u16,
}

/// What is known of one word.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    /// The word that stands for it in phrases.
    pub word: u16,
    pub term: Term,
}

impl Lexicon {
    /// Builds the tables. Alternatives of an entry are parted by `|`; `aliases` are `(word, stands for)` in phrases.
    pub fn new<'a>(entries: impl Iterator<Item = (&'a str, Term)>, aliases: &[(&str, &str)]) -> Self {
        let unknown = Word { term: Term::Unknown, canonical: 0, phrases: 0 };
        let mut lexicon = Self {
            slots: vec![0; SLOTS].try_into().expect("as many slots as there are"),
            words: vec![unknown],
            keys: vec![[0; LONGEST / 8]],
            nodes: vec![None],
            edges: vec![(0, 0); SLOTS].try_into().expect("as many slots as there are"),
        };
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
        if word.len() > LONGEST {
            return Entry { word: UNKNOWN, term: Term::Unknown };
        }
        self.entry(&key(word))
    }

    /// What the lexicon knows of a word of up to sixteen bytes, folded and filled up with zeros, the first byte lowest.
    #[inline]
    pub fn look_up_folded(&self, word: u128) -> Entry {
        let bytes = word.to_le_bytes();
        let (parts, _) = bytes.as_chunks::<8>();
        self.entry(&[u64::from_le_bytes(parts[0]), u64::from_le_bytes(parts[1]), 0, 0])
    }

    #[expect(clippy::inline_always, reason = "half of a short word's key is zero, which only its caller knows")]
    #[inline(always)]
    fn entry(&self, key: &Key) -> Entry {
        let Word { term, canonical, .. } = self.words[usize::from(self.slots[self.slot(key)])];
        Entry { word: canonical, term }
    }

    /// The slot of a word: free where the lexicon does not hold it.
    #[inline]
    fn slot(&self, key: &Key) -> usize {
        let mut slot = slot_of(key);
        while self.slots[slot] != 0 && !equal(&self.keys[usize::from(self.slots[slot])], key) {
            slot = (slot + 1) % SLOTS;
        }
        slot
    }

    /// The node of the phrases that begin with a word.
    #[inline]
    pub fn first(&self, word: u16) -> Option<u16> {
        let node = self.words[usize::from(word)].phrases;
        (node != 0).then_some(node)
    }

    /// The node one word further.
    #[inline]
    pub fn next(&self, node: u16, word: u16) -> Option<u16> {
        let (_, next) = self.edges[self.edge(edge(node, word))];
        (next != 0).then_some(next)
    }

    /// The place of an edge: free where there is none.
    #[inline]
    fn edge(&self, edge: u32) -> usize {
        let mut slot = (edge.wrapping_mul(0x9E37_79B1) >> 16) as usize % SLOTS;
        while self.edges[slot].1 != 0 && self.edges[slot].0 != edge {
            slot = (slot + 1) % SLOTS;
        }
        slot
    }

    /// The meaning of the phrase that ends at a node.
    pub fn meaning(&self, node: u16) -> Option<Term> {
        self.nodes[usize::from(node)]
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
        self.nodes[usize::from(node)].get_or_insert(term);
    }

    fn canonical(&self, word: u16) -> u16 {
        self.words[usize::from(word)].canonical
    }

    fn child(&mut self, node: u16, word: u16) -> u16 {
        if let Some(next) = self.next(node, word) {
            return next;
        }
        let next = self.node();
        assert!(self.nodes.len() < SLOTS / 2, "the lexicon's table of edges has room");
        let slot = self.edge(edge(node, word));
        self.edges[slot] = (edge(node, word), next);
        next
    }

    fn node(&mut self) -> u16 {
        self.nodes.push(None);
        u16::try_from(self.nodes.len() - 1).expect("a lexicon has fewer than 65,536 phrases")
    }

    fn intern(&mut self, word: &str) -> u16 {
        assert!(self.words.len() < SLOTS / 2 && word.len() <= LONGEST - 2, "the lexicon's table holds `{word}`");
        let key = key(word.as_bytes());
        let slot = self.slot(&key);
        if self.slots[slot] != 0 {
            return self.slots[slot];
        }
        let index = u16::try_from(self.words.len()).expect("a lexicon has fewer than 65,536 words");
        self.slots[slot] = index;
        self.words.push(Word { term: Term::Unknown, canonical: index, phrases: 0 });
        self.keys.push(key);
        index
    }
}

/// The words of a phrase, an apostrophe staying with the word before it.
fn split(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split([' ', '-']).flat_map(|part| part.split_inclusive('\''))
}

/// The name of an edge in the tree of phrases.
#[inline]
fn edge(node: u16, word: u16) -> u32 {
    u32::from(node) << 16 | u32::from(word)
}

/// Whether two keys are one, part by part: a word just read stands in registers, not in memory.
#[inline]
fn equal(a: &Key, b: &Key) -> bool {
    a.iter().zip(b).all(|(a, b)| a == b)
}

#[inline]
fn slot_of(key: &Key) -> usize {
    // Odd numbers of 64 random bits, one for each part.
    const FACTORS: Key = [0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x27D4_EB2F_1656_67C5];
    let products: Key = std::array::from_fn(|part| key[part].wrapping_mul(FACTORS[part]));
    let hash = products.iter().fold(0_u64, |hash, product| hash.wrapping_add(*product));
    ((hash ^ (hash >> 29)) >> 20) as usize % SLOTS
}

/// The key of a word of at most `LONGEST` bytes: folded, and the curly apostrophe straight.
fn key(word: &[u8]) -> Key {
    let mut folded = [0; LONGEST];
    let mut length = 0;
    let mut rest = word;
    while let [byte, after @ ..] = rest {
        (folded[length], rest) = match after {
            [0x80, 0x99, after @ ..] if *byte == 0xE2 => (b'\'', after),
            _ => (fold(*byte), after),
        };
        length += 1;
    }
    let (parts, _) = folded.as_chunks::<8>();
    std::array::from_fn(|part| u64::from_le_bytes(parts[part]))
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
        let look_up = |word: &str| {
            let found = lexicon.look_up(word.as_bytes());
            let mut folded = [0; 16];
            let small = word.to_lowercase().replace('’', "'");
            folded[..small.len()].copy_from_slice(small.as_bytes());
            folded[..small.len()].iter_mut().for_each(|byte| *byte = fold(*byte));
            let again = lexicon.look_up_folded(u128::from_le_bytes(folded));
            assert_eq!((found.word, found.term), (again.word, again.term));
            found
        };
        assert_eq!(look_up("ÉTÉ").term, Term::Function);
        assert_eq!(look_up("d’").term, Term::Of);
        assert_eq!(look_up("nothing").term, Term::Unknown);
        let node = lexicon.first(look_up("Plus").word).unwrap();
        let end = lexicon.next(node, look_up("d’").word).unwrap();
        assert_eq!(lexicon.meaning(end), Some(more));
        assert_eq!(lexicon.meaning(node), None);
    }
}
