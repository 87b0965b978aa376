//! How wide text is, by real glyph metrics, and where it breaks into lines.
//!
//! The page sets charts in the reader's own sans-serif font, so widths are those of Noto Sans times a margin. The widest
//! font of the page's stack in use is `DejaVu Sans`, on Linux desktops: letters run up to 10 % wider (16 % in bold), figures
//! and punctuation up to 14 % (23 %). Segoe UI, Roboto, San Francisco and Arial are narrower than Noto Sans.

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::sync::LazyLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

/// Latin letters with their accents, figures and signs.
const LATIN: std::ops::Range<u32> = 0..0x250;
/// General punctuation, superscripts and currency signs.
const PUNCTUATION: std::ops::Range<u32> = 0x2000..0x20D0;

/// The width of signs such as `<`: that of `DejaVu Sans`, in multiples of the font size.
const SIGN: f32 = 0.84;

/// Advance widths in multiples of the font size, with the margin.
struct Advances {
    latin: Vec<f32>,
    punctuation: Vec<f32>,
    /// For letters that the tables do not hold.
    average: f32,
}

static REGULAR: LazyLock<Advances> = LazyLock::new(|| Advances::read(notosans::REGULAR_TTF, 1.10, 1.14));
static BOLD: LazyLock<Advances> = LazyLock::new(|| Advances::read(notosans::BOLD_TTF, 1.16, 1.23));

impl Advances {
    /// Reads a font; the margins are factors for letters and for everything else.
    fn read(font: &[u8], letters: f32, others: f32) -> Self {
        let font = FontRef::new(font).expect("the font in the crate is whole");
        let charmap = font.charmap();
        let size = Size::unscaled();
        let em = f32::from(font.metrics(size, LocationRef::default()).units_per_em);
        let metrics = font.glyph_metrics(size, LocationRef::default());
        let advance = |code: u32| Some(metrics.advance_width(charmap.map(code)?)? / em);
        let average = advance(u32::from('n')).expect("the font in the crate has Latin letters") * letters;
        let width = |code: u32| {
            let c = char::from_u32(code)?;
            let margin = if c.is_alphabetic() { letters } else { others };
            Some(if is_sign(c) { SIGN } else { advance(code)? * margin })
        };
        let table = |codes: std::ops::Range<u32>| codes.map(|code| width(code).unwrap_or(average)).collect();
        Self { latin: table(LATIN), punctuation: table(PUNCTUATION), average }
    }

    fn of(&self, c: char) -> f32 {
        let code = u32::from(c);
        match code {
            _ if LATIN.contains(&code) => self.latin[code as usize],
            _ if PUNCTUATION.contains(&code) => self.punctuation[(code - PUNCTUATION.start) as usize],
            0x2200..0x2300 => SIGN,
            // Combining marks sit on the letter before.
            0x300..0x370 => 0.0,
            // From Hangul on, most letters are as wide as they are high; so are pictographs.
            0x1100..0x1200 | 0x2E80.. => 1.1,
            _ => self.average * 1.1,
        }
    }
}

/// The width of one line of text in the units of `size`, the font size.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    f64::from(text.chars().map(|c| advances(weight).of(c)).sum::<f32>()) * size
}

fn advances(weight: Weight) -> &'static Advances {
    match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    }
}

/// Breaks text into lines no wider than `limit`: at spaces and after hyphens; a part without either that is wider than a
/// whole line is broken at a no-break space, or else where it must be.
pub fn wrap(text: &str, limit: f64, size: f64, weight: Weight) -> Vec<&str> {
    let advances = advances(weight);
    let mut lines = Vec::new();
    // The line runs from `start`; it may end at `break_at`, and the next one then starts at `resume`.
    let (mut start, mut breakpoint) = (0, None);
    let mut used = 0.0;
    for (at, c) in text.char_indices() {
        let advance = f64::from(advances.of(c)) * size;
        if is_space(c) {
            if at == start {
                start += c.len_utf8();
                continue;
            }
            breakpoint = Some((at, at + c.len_utf8()));
        } else {
            while used + advance > limit && at > start {
                let (end, resume) = breakpoint.take().unwrap_or_else(|| forced(text, start, at));
                lines.push(text[start..end].trim_end_matches(is_space));
                start = resume;
                used = width(&text[start..at], size, weight);
            }
        }
        used += advance;
        if c == '-' || c == '/' {
            let after = at + c.len_utf8();
            breakpoint = Some((after, after));
        }
    }
    let last = text[start..].trim_end_matches(is_space);
    if !last.is_empty() {
        lines.push(last);
    }
    lines
}

/// True for signs of comparison and arithmetic, which fonts disagree on most.
fn is_sign(c: char) -> bool {
    matches!(c, '<' | '>' | '=' | '+' | '±' | '×' | '÷')
}

/// Breaks text into as few lines as [`wrap`] does, of about equal length, so that no single word is left over.
pub fn balance(text: &str, limit: f64, size: f64, weight: Weight) -> Vec<&str> {
    let mut lines = wrap(text, limit, size, weight);
    if lines.len() < 2 {
        return lines;
    }
    let (mut too_narrow, mut enough) = (0.0, limit);
    // Six halvings find the least width to a sixty-fourth of the limit: closer than a letter.
    for _ in 0..6 {
        let middle = f64::midpoint(too_narrow, enough);
        let narrower = wrap(text, middle, size, weight);
        if narrower.len() > lines.len() || longest_word(text, size, weight) > middle {
            too_narrow = middle;
        } else {
            (enough, lines) = (middle, narrower);
        }
    }
    lines
}

/// Where a line breaks that has no place to: after a no-break space if there is one, else before the letter at `at`.
fn forced(text: &str, start: usize, at: usize) -> (usize, usize) {
    let line = &text[start..at];
    let space = line.char_indices().rev().find(|(i, c)| *i > 0 && matches!(c, '\u{a0}' | '\u{202f}'));
    space.map_or((at, at), |(index, c)| (start + index, start + index + c.len_utf8()))
}

/// The width of the longest part that no line break divides.
pub fn longest_word(text: &str, size: f64, weight: Weight) -> f64 {
    let words = text.split_inclusive(|c| is_space(c) || c == '-' || c == '/');
    words.map(|word| width(word.trim_end_matches(is_space), size, weight)).fold(0.0, f64::max)
}

/// The spaces at which a line may break.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, limit: f64, expect: &[&str]) {
        assert_eq!(wrap(text, limit, 10.0, Weight::Regular), expect, "{text}");
    }

    #[test]
    fn widths_are_the_fonts() {
        // In thousandths of the size, Noto Sans has figures of 572 and a lower-case m of 935.
        assert!((width("0", 100.0, Weight::Regular) - 57.18 * 1.14).abs() < 0.01);
        assert!((width("m", 100.0, Weight::Regular) - 93.51 * 1.10).abs() < 0.01);
        assert!((width("0", 100.0, Weight::Bold) - 57.18 * 1.23).abs() < 0.01);
        assert!(width("Amazon", 13.0, Weight::Bold) > width("Amazon", 13.0, Weight::Regular));
        assert!(width("e\u{301}", 13.0, Weight::Regular) < width("e", 13.0, Weight::Regular) + 0.01);
        assert!(width("日本語", 10.0, Weight::Regular) > 30.0);
    }

    #[test]
    fn lines_break_at_spaces_and_after_hyphens() {
        check("Amazon", 200.0, &["Amazon"]);
        check("Amazon Web Services", 60.0, &["Amazon", "Web", "Services"]);
        check("Amazon Web Services", 90.0, &["Amazon Web", "Services"]);
        check("Provence-Alpes", 60.0, &["Provence-", "Alpes"]);
        check("16\u{202f}000\u{a0}puces", 55.0, &["16\u{202f}000", "puces"]);
        check("Anticonstitutionnellement", 70.0, &["Anticonstituti", "onnellement"]);
        check("  a\n b  ", 200.0, &["a\n b"]);
        check("", 10.0, &[]);
        check("   ", 10.0, &[]);
    }

    #[test]
    fn balanced_lines_leave_no_word_alone() {
        let lines = balance("Cours de l’action sur un an", 130.0, 10.0, Weight::Regular);
        assert_eq!(lines, ["Cours de l’action", "sur un an"]);
        assert_eq!(balance("Amazon", 130.0, 10.0, Weight::Regular), ["Amazon"]);
    }

    proptest! {
        #[test]
        fn every_line_fits_and_nothing_is_lost(text in "[a-zé \u{a0}-]{0,60}", limit in 20.0..200.0) {
            let lines = wrap(&text, limit, 10.0, Weight::Regular);
            for line in &lines {
                prop_assert!(width(line, 10.0, Weight::Regular) <= limit + 1e-6);
            }
            let letters = |text: &str| text.replace([' ', '\u{a0}'], "");
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }

        #[test]
        fn balancing_takes_no_more_lines(text in "[a-z -]{0,60}", limit in 20.0..200.0) {
            let lines = balance(&text, limit, 10.0, Weight::Regular);
            prop_assert_eq!(lines.len(), wrap(&text, limit, 10.0, Weight::Regular).len());
            for line in lines {
                prop_assert!(width(line, 10.0, Weight::Regular) <= limit + 1e-6);
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in any::<String>(), limit in -5.0..50.0) {
            balance(&text, limit, 10.0, Weight::Bold);
        }
    }
}
