//! Figures in running text: no-break spaces in groups of digits and before what is counted.

use super::{NARROW_NO_BREAK, NO_BREAK, Setter};
use crate::locale::{Lang, Locale};

/// Words that stay with the number before them.
const SCALES: [&[&str]; 2] =
    [&["million", "millions", "milliard", "milliards", "billion", "billions"], &["million", "billion", "trillion"]];

/// Units of prose that stay with the number before them, beside those of `quantity::Unit`.
const FRENCH_UNITS: &[&str] =
    &["€", "$", "£", "¥", "M€", "M$", "M£", "Md€", "Md$", "Md£", "Md", "Mds", "G$", "k€", "k$", "Ko", "Mo", "Go", "To"];
const SYMBOLS: &[&str] = &[
    "EB", "GB", "GHz", "GW", "GWh", "Hz", "MB", "MHz", "MW", "MWh", "Mt", "PB", "TB", "TW", "TWh", "Wh", "ha", "kB",
    "kHz", "kV", "kW", "kWh", "kg", "km", "km²", "km2", "kt", "m²", "m2", "m³", "m3", "mm", "nm", "°C",
];
/// One letter is a unit in French; in English it may as well be a name or an article.
const FRENCH_LETTERS: &[&str] = &["W", "g", "h", "l", "m", "t"];

/// French words for a bound, which stay with the number after them.
const BOUNDS: &[&str] = &["plus de", "moins de", "au moins", "au plus", "environ"];

impl<'t> Setter<'t> {
    /// Sets the number whose first digit is at `at`, the word of a bound before it and the unit after it.
    pub(super) fn set_figure(&mut self, at: usize) -> usize {
        let previous = self.char_before(at);
        // A letter before it (A380), or what continues a version (v1.2).
        let is_name = match previous {
            Some('.' | ',') => at > 0 && self.text[..at - 1].ends_with(char::is_alphanumeric),
            previous => previous.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '#')),
        };
        if previous == Some('+') {
            return self.group_run(at + self.digits(at)).0;
        }
        if is_name {
            return at + self.digits(at);
        }
        let french = self.locale.lang() == Lang::Fr;
        if french {
            self.set_bound(at);
        }
        let end = if french { self.set_groups(at) } else { at + self.digits(at) };
        let end = self.decimals(end);
        if french { self.set_french_unit(end) } else { self.set_english_unit(end) }
    }

    fn digits(&self, at: usize) -> usize {
        self.text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count()
    }

    /// The end of the decimals, and of whatever else of points, commas and digits follows (versions, English groups).
    fn decimals(&self, mut at: usize) -> usize {
        while matches!(self.text.as_bytes().get(at), Some(b'.' | b',')) && self.digits(at + 1) > 0 {
            at += 1 + self.digits(at + 1);
        }
        at
    }

    fn set_bound(&mut self, at: usize) {
        let Some(before) = self.text[..at].strip_suffix(' ') else { return };
        let is_bound = BOUNDS.iter().any(|words| {
            let head =
                before.len().checked_sub(words.len()).and_then(|start| Some((before.get(..start)?, &before[start..])));
            head.is_some_and(|(head, tail)| {
                tail.eq_ignore_ascii_case(words) && !head.ends_with(|c: char| c.is_alphanumeric())
            })
        });
        if is_bound && at > self.draft.done {
            self.draft.replace(at - 1, at, NO_BREAK);
        }
    }

    /// Groups of three digits parted by plain spaces get the locale's group space (CLDR). A telephone number has groups
    /// of other lengths or starts with 0 or +; a year before a number is none of its groups. Gives the end of the digits.
    fn set_groups(&mut self, at: usize) -> usize {
        let first = at + self.digits(at);
        if first - at > 3 {
            return first;
        }
        let (end, are_threes) = self.group_run(first);
        if are_threes && !self.text[at..].starts_with('0') {
            let space = if self.locale == Locale::FrCa { NO_BREAK } else { NARROW_NO_BREAK };
            let mut from = first;
            while let Some(found) = self.text[from..end].find(' ') {
                self.draft.replace(from + found, from + found + 1, space);
                from += found + 1;
            }
        }
        end
    }

    /// The end of the groups of digits after the first one, and whether all have three.
    fn group_run(&self, first: usize) -> (usize, bool) {
        let (mut end, mut are_threes) = (first, true);
        while let Some(space) = self.char_after(end).filter(|c| super::is_space(*c)) {
            let start = end + space.len_utf8();
            match self.digits(start) {
                0 => break,
                count => {
                    are_threes &= count == 3;
                    end = start + count;
                }
            }
        }
        (end, are_threes)
    }

    /// A no-break space between a number that ends at `at` and its percent sign, currency, unit or scale word; on to
    /// « de dollars » after a scale word, and to the minutes after « 10 h ».
    fn set_french_unit(&mut self, at: usize) -> usize {
        let unit_at = self.spaces_after(at);
        let unit = self.word(unit_at);
        let text = self.text;
        let gap = &text[at..unit_at];
        let after = unit_at + unit.len();
        if unit.starts_with('%') && !unit[1..].starts_with(char::is_alphanumeric) {
            if gap.is_empty() || gap == " " {
                self.draft.replace(at, unit_at, NO_BREAK);
            }
            return unit_at + 1;
        }
        if gap.is_empty() && matches!(unit, "€" | "$" | "£" | "¥") {
            self.draft.replace(at, unit_at, NO_BREAK);
            return after;
        }
        if gap.is_empty() {
            return at;
        }
        let is_scale = SCALES[Lang::Fr.index()].contains(&unit);
        if !is_scale && ![FRENCH_UNITS, SYMBOLS, FRENCH_LETTERS].iter().any(|units| units.contains(&unit)) {
            return at;
        }
        self.bind(at, unit_at);
        if is_scale {
            return self.set_of(after);
        }
        let minutes = self.spaces_after(after);
        if unit == "h" && self.digits(minutes) == 2 {
            self.bind(after, minutes);
            return minutes + 2;
        }
        after
    }

    /// « de » or « d’ » after a scale word stays with it, and the first word after « de ».
    fn set_of(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        if rest.starts_with(" de ") && self.text[at + 4..].starts_with(char::is_alphanumeric) {
            self.bind(at, at + 1);
            self.bind(at + 3, at + 4);
            return at + 4;
        }
        if rest.starts_with(" d’") || rest.starts_with(" d'") {
            self.bind(at, at + 1);
            return at + 2;
        }
        at
    }

    fn set_english_unit(&mut self, at: usize) -> usize {
        let unit_at = self.spaces_after(at);
        let unit = self.word(unit_at);
        if SCALES[Lang::En.index()].contains(&unit) || SYMBOLS.contains(&unit) {
            self.bind(at, unit_at);
            return unit_at + unit.len();
        }
        at
    }

    /// Replaces a single plain space.
    fn bind(&mut self, start: usize, end: usize) {
        if &self.text[start..end] == " " {
            self.draft.replace(start, end, NO_BREAK);
        }
    }

    /// The letters and signs from `at` to the next white space or mark.
    fn word(&self, at: usize) -> &'t str {
        let rest = &self.text[at..];
        &rest[..rest.find(|c: char| c.is_whitespace() || ",.;:!?)]}»”…\"'’-–".contains(c)).unwrap_or(rest.len())]
    }
}
