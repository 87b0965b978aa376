//! A short word taken in at one glance: sixteen bytes at a time, without a loop over its letters.
//!
//! Owns the arithmetic on sixteen bytes side by side in one integer. It answers for words of up to fifteen bytes that are
//! made of the letters of ASCII and of French; all others are cut letter by letter in `words`.

use super::term::Shape;

/// What a glance tells of the word that a text begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glance {
    /// In bytes.
    pub length: usize,
    /// The word in small letters, filled up with zeros, the first byte lowest.
    pub folded: u128,
    pub shape: Shape,
}

const HIGH: u128 = each(0x80);
/// The first of the two bytes of a letter such as "é".
const LEAD: u8 = 0xC3;

const fn each(byte: u8) -> u128 {
    u128::from_le_bytes([byte; 16])
}

/// The highest bit of each byte between `a` and `z`.
#[inline]
fn small_letters(bytes: u128) -> u128 {
    let low = bytes & !HIGH;
    let from_a = low + each(0x80 - b'a');
    let beyond_z = low + each(0x7F - b'z');
    from_a & !beyond_z & !bytes & HIGH
}

/// The highest bit of each byte that is `byte`.
#[inline]
fn equal(bytes: u128, byte: u8) -> u128 {
    let differing = bytes ^ each(byte);
    !(((differing & !HIGH) + !HIGH) | differing) & HIGH
}

/// The word that a text begins with; nothing where the text is shorter than sixteen bytes, where there is no word, or one
/// that takes a closer look.
#[inline]
pub(super) fn glance(text: &[u8]) -> Option<Glance> {
    const SMALL: u128 = each(0x20);
    let bytes = u128::from_le_bytes(*text.first_chunk()?);
    // Capitals differ from small letters by one bit, by which no other byte becomes a letter.
    let mut ends = small_letters(bytes | SMALL);
    let mut letters = ends;
    if bytes & HIGH != 0 {
        // The second bytes of letters such as "é", among which stand the signs of multiplication and division.
        ends |= equal(bytes, LEAD) << 8;
        if ends & (equal(bytes, 0x97) | equal(bytes, 0xB7)) != 0 {
            return None;
        }
        letters = ends | (ends & bytes & HIGH) >> 8;
    }
    let end = (!letters & HIGH).trailing_zeros();
    if !(15..128).contains(&end) {
        return None;
    }
    let within = (1 << (end - 7)) - 1;
    // Small letters have bit 5 set in their last byte.
    let cased = (ends & within) >> 2;
    let capitals = cased & !bytes;
    let first = cased & cased.wrapping_neg();
    let shape = if capitals == 0 {
        Shape::Lower
    } else if capitals == first {
        Shape::Capital
    } else if capitals == cased {
        Shape::Caps
    } else {
        return None;
    };
    Some(Glance { length: (end / 8) as usize, folded: (bytes & within) | cased, shape })
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
