//! The words of a language and the phrases made of them, looked up in constant time.
//!
//! Owns the tables' form (an open-addressed hash of folded words, a tree of phrases); the words stand in `french` and
//! `english`. A phrase matches whatever joins its words: spaces, hyphens or apostrophes.

use super::term::Term;

/// Words longer than this are in no lexicon.
const LONGEST: usize = 32;
const SLOTS: usize = 1 << 13;
const OUTLINES: usize = 1 << 13;
/// The highest bit of each of eight bytes: set where they are not of ASCII.
pub(super) const HIGH: u64 = 0x8080_8080_8080_8080;

/// A word in lower case with a straight apostrophe, filled up with zeros: compared and hashed eight bytes at a time.
type Key = [u64; LONGEST / 8];

/// A word that the lexicon does not hold.
pub(super) const UNKNOWN: u16 = 0;

pub(super) struct Lexicon {
    /// Indices into `words`, 0 where free.
    slots: Vec<u16>,
    words: Vec<Word>,
    /// The keys of `words`, by themselves so that looking a word up touches little memory.
    keys: Vec<Key>,
    /// A bit for each outline (length, first and last byte) that words have: most words of a text end here.
    outlines: [u64; OUTLINES / 64],
    /// A tree of phrases: for each node its children by word.
    nodes: Vec<Node>,
}

struct Word {
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
        let unknown = Word { term: Term::Unknown, canonical: 0, phrases: 0 };
        let mut lexicon = Self {
            slots: vec![0; SLOTS],
            words: vec![unknown],
            keys: vec![[0; LONGEST / 8]],
            outlines: [0; OUTLINES / 64],
            nodes: vec![Node::default()],
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

    /// What the lexicon knows of the first `length` bytes of `text` as a word, in any case and with either apostrophe.
    #[inline]
    pub fn look_up(&self, text: &[u8], length: usize) -> Entry {
        let unknown = Entry { word: UNKNOWN, term: Term::Unknown };
        let word = &text[..length];
        let (Some(first), Some(last)) = (word.first(), word.last()) else { return unknown };
        let outline = outline(word.len(), *first, *last);
        if word.len() > LONGEST || self.outlines[outline / 64] & (1 << (outline % 64)) == 0 {
            return unknown;
        }
        let key = key(text, length);
        let mut slot = slot_of(&key);
        loop {
            match self.slots[slot] {
                0 => return unknown,
                index if self.keys[usize::from(index)] == key => {
                    return Entry { word: index, term: self.words[usize::from(index)].term };
                }
                _ => {}
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
        assert!(self.words.len() < SLOTS / 2 && word.len() <= LONGEST - 2, "the lexicon's table holds `{word}`");
        let key = key(word.as_bytes(), word.len());
        let mut slot = slot_of(&key);
        loop {
            match self.slots[slot] {
                0 => break,
                index if self.keys[usize::from(index)] == key => return index,
                _ => slot = (slot + 1) % SLOTS,
            }
        }
        let index = u16::try_from(self.words.len()).expect("a lexicon has fewer than 65,536 words");
        self.slots[slot] = index;
        self.words.push(Word { term: Term::Unknown, canonical: index, phrases: 0 });
        self.keys.push(key);
        self.outline(word);
        // The curly apostrophe is two bytes longer than the straight one.
        if word.contains('\'') {
            self.outline(&word.replace('\'', "’"));
        }
        index
    }

    #[inline]
    fn outline(&mut self, word: &str) {
        let bytes = word.as_bytes();
        let outline = outline(bytes.len(), bytes[0], bytes[bytes.len() - 1]);
        self.outlines[outline / 64] |= 1 << (outline % 64);
    }
}

/// The words of a phrase, an apostrophe staying with the word before it.
fn split(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split([' ', '-']).flat_map(|part| part.split_inclusive('\''))
}

/// A number for the length and the outer bytes of a word, the same for capitals as for small letters.
fn outline(length: usize, first: u8, last: u8) -> usize {
    let small = |byte: u8| if byte.is_ascii() { byte | 0x20 } else { byte | 0x60 };
    (usize::from(small(first)) * 67 + usize::from(small(last)) * 259 + length * 1031) % OUTLINES
}

#[inline]
fn slot_of(key: &Key) -> usize {
    // Odd numbers of 64 random bits, one for each part.
    const FACTORS: Key = [0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x27D4_EB2F_1656_67C5];
    let products: Key = std::array::from_fn(|part| key[part].wrapping_mul(FACTORS[part]));
    let hash = products.iter().fold(0_u64, |hash, product| hash.wrapping_add(*product));
    ((hash ^ (hash >> 29)) >> 20) as usize % SLOTS
}

/// The key of the word of at most `LONGEST` bytes at the start of a text. What stands behind the word is read with it and
/// masked, which takes no loop over its bytes.
#[inline]
fn key(text: &[u8], length: usize) -> Key {
    // Most words are short, and of ASCII.
    if length < 8
        && let Some(eight) = text.first_chunk()
    {
        let part = u64::from_le_bytes(*eight) & ((1 << (length * 8)) - 1);
        if part & HIGH == 0 {
            return [small(part), 0, 0, 0];
        }
    }
    let mut folded = [0; LONGEST];
    match text.first_chunk() {
        Some(chunk) => folded = *chunk,
        None => folded[..length].copy_from_slice(&text[..length]),
    }
    let mut parts = eights(&folded);
    for (index, part) in parts.iter_mut().enumerate() {
        let kept = length.saturating_sub(index * 8).min(8);
        *part &= if kept == 8 { u64::MAX } else { (1 << (kept * 8)) - 1 };
    }
    if parts.iter().any(|part| part & HIGH != 0) {
        parts = eights(&fold(&text[..length]));
    }
    parts.map(small)
}

/// Capitals as small letters. Words hold letters, digits, apostrophes and points: of the ASCII among them, letters alone have bit 6.
#[inline]
fn small(part: u64) -> u64 {
    part | (part & !(part >> 1) & 0x4040_4040_4040_4040) >> 1
}

#[inline]
fn eights(bytes: &[u8; LONGEST]) -> Key {
    let (parts, _) = bytes.as_chunks::<8>();
    std::array::from_fn(|part| u64::from_le_bytes(parts[part]))
}

/// The word with the letters of French in small, and the curly apostrophe straight.
fn fold(word: &[u8]) -> [u8; LONGEST] {
    let mut folded = [0; LONGEST];
    let mut length = 0;
    let mut at = 0;
    while at < word.len() {
        let byte = word[at];
        folded[length] = byte.to_ascii_lowercase();
        length += 1;
        at += 1;
        if byte == 0xC3 && at < word.len() {
            let second = word[at];
            folded[length] = if (0x80..=0x9E).contains(&second) && second != 0x97 { second + 0x20 } else { second };
            length += 1;
            at += 1;
        } else if byte == 0xE2 && word[at - 1..].starts_with("’".as_bytes()) {
            folded[length - 1] = b'\'';
            at += 2;
        }
    }
    folded
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
            // What follows in the text makes no other word.
            let longer = format!("{word} avec d’autres mots derrière lui, étés");
            let alone = lexicon.look_up(word.as_bytes(), word.len());
            let among = lexicon.look_up(longer.as_bytes(), word.len());
            assert_eq!((alone.word, alone.term), (among.word, among.term));
            alone
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
