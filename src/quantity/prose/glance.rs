//! A short word taken in at one glance: sixteen bytes at a time, without a loop over its letters.
//!
//! Owns the comparisons of sixteen bytes side by side. It answers for words of up to fifteen bytes that are made of the
//! letters of ASCII and of French; all others are cut letter by letter in `words`.

use super::term::Shape;
use wide::u8x16;

/// What a glance tells of the word that a text begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glance {
    /// In bytes.
    pub length: usize,
    /// The word as [`fold`] makes it, filled up with zeros, the first byte lowest.
    pub folded: u128,
    pub shape: Shape,
}

/// The bit by which small letters differ from capitals, in ASCII and in the second bytes of the Latin letters of French.
const SMALL: u8 = 0x20;
/// The first of the two bytes of a letter such as "é".
const LEAD: u8 = 0xC3;
/// The second bytes of the signs of multiplication and division, but for [`SMALL`].
const SIGNS: u8 = 0x97;

/// For each number of bytes, as many of them with all bits set.
const FIRST: [u128; 16] = {
    let mut masks = [0; 16];
    let mut length = 1;
    while length < 16 {
        masks[length] = (1 << (8 * length)) - 1;
        length += 1;
    }
    masks
};

/// A byte of a word so that capital and small letters are one: in the lexicon all bytes of words are folded.
pub(super) const fn fold(byte: u8) -> u8 {
    byte | SMALL
}

/// The word that a text begins with; nothing where the text is shorter than sixteen bytes, where there is no word, or one
/// that takes a closer look.
#[inline]
pub(super) fn glance(text: &[u8]) -> Option<Glance> {
    let chunk = *text.first_chunk()?;
    let bytes = u8x16::new(chunk);
    let folded = bytes | u8x16::splat(SMALL);
    // A bit for the last byte of each letter.
    let mut ends = (folded - u8x16::splat(b'a')).simd_lt(u8x16::splat(26)).to_bitmask();
    let mut letters = ends;
    let high = bytes.to_bitmask();
    if high != 0 {
        ends |= bytes.simd_eq(u8x16::splat(LEAD)).to_bitmask() << 1;
        if ends & folded.simd_eq(u8x16::splat(fold(SIGNS))).to_bitmask() != 0 {
            return None;
        }
        letters = ends | (ends & high) >> 1;
    }
    let length = letters.trailing_ones() as usize;
    if !(1..16).contains(&length) {
        return None;
    }
    let cased = ends & ((1 << length) - 1);
    let capitals = cased & !folded.simd_eq(bytes).to_bitmask();
    let shape = if capitals == 0 {
        Shape::Lower
    } else if capitals == cased & cased.wrapping_neg() {
        Shape::Capital
    } else if capitals == cased {
        Shape::Caps
    } else {
        return None;
    };
    let folded = (u128::from_le_bytes(chunk) | u128::from_le_bytes([SMALL; 16])) & FIRST[length];
    Some(Glance { length, folded, shape })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glance_sees_what_letter_by_letter_reading_sees() {
        let words = [
            ("d’une autre façon", "d", Shape::Lower),
            ("Économie d'énergie", "économie", Shape::Capital),
            ("ÉTÉ CHAUD, ENFIN", "été", Shape::Caps),
            ("A plan of theirs", "a", Shape::Capital),
            ("à l'été prochain", "à", Shape::Lower),
            ("quinzelettresxy,", "quinzelettresxy", Shape::Lower),
            ("créées, et d'autres", "créées", Shape::Lower),
        ];
        for (text, folded, shape) in words {
            let mut bytes = [0; 16];
            bytes[..folded.len()].copy_from_slice(folded.as_bytes());
            bytes[..folded.len()].iter_mut().for_each(|byte| *byte = fold(*byte));
            let seen = glance(text.as_bytes());
            let expected = Glance { length: folded.len(), folded: u128::from_le_bytes(bytes), shape };
            assert_eq!(seen, Some(expected), "{text}");
        }
        for none in [
            "short",
            "iPhone and others",
            "3×4 and other signs",
            "seizelettresabcd and",
            "a×b is no single word",
            "— dash first, then",
        ] {
            assert_eq!(glance(none.as_bytes()), None, "{none}");
        }
    }

    #[test]
    fn every_byte_ends_a_word_but_letters() {
        for byte in 0..=0x7F_u8 {
            for at in 0..16 {
                let mut text = *b"abcdefghijklmnop";
                text[at] = byte;
                let length = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
                let seen = glance(&text).map(|glance| glance.length);
                let mixed = byte.is_ascii_uppercase() && at > 0;
                assert_eq!(seen, (1..16).contains(&length).then_some(length).filter(|_| !mixed), "{byte} at {at}");
            }
        }
    }
}
