//! Spaces before French marks, ellipses and dashes.

use super::{NARROW_NO_BREAK, NO_BREAK, Setter, closes};
use crate::locale::Locale;

impl Setter<'_> {
    /// The space before `;`, `!`, `?` (narrow in France, none in Canada) and `:` (a full no-break space in both). Only
    /// where the mark ends a word: never in `10:30`, `Nasdaq:AMZN`, `(?)`.
    pub(super) fn set_mark(&mut self, at: usize, mark: u8) -> usize {
        let end = at + 1;
        let start = self.spaces_before(at);
        let next = self.char_after(end);
        let ends_word = closes(next) || matches!(next, Some('"' | '\'' | '’'));
        let is_smiley = mark == b':' && matches!(next, Some(')' | ']'));
        let follows_word = self.char_before(start).is_some_and(|c| !c.is_whitespace() && !"([{«“‘;!?:".contains(c));
        if !ends_word || is_smiley || !follows_word || start < self.draft.done || self.draft.has_space_at(start) {
            return end;
        }
        let space = match (mark, self.locale) {
            (b':', _) => NO_BREAK,
            (_, Locale::FrCa) => "",
            _ => NARROW_NO_BREAK,
        };
        self.draft.replace(start, at, space);
        end
    }

    /// Three dots become an ellipsis; two or four are somebody's intention.
    pub(super) fn set_dots(&mut self, at: usize) -> usize {
        let end = at + self.run_of(at, b'.');
        if end - at == 3 {
            self.draft.replace(at, end, "…");
        }
        end
    }

    /// Two hyphens for a dash: `a -- b` is set « a — b » in French, "a—b" in the United States, "a – b" in Britain;
    /// without spaces only in the United States, where the dash has none.
    pub(super) fn set_dashes(&mut self, at: usize) -> usize {
        let end = at + self.run_of(at, b'-');
        let text = self.text.as_bytes();
        let is_spaced = at > 0 && text[at - 1] == b' ' && text.get(end) == Some(&b' ');
        let is_glued =
            at > 0 && text[at - 1].is_ascii_alphanumeric() && text.get(end).is_some_and(u8::is_ascii_alphanumeric);
        if end - at != 2 || at - usize::from(is_spaced) < self.draft.done {
            return end;
        }
        match self.locale {
            Locale::EnUs if is_spaced && self.spaces_before(at) == at - 1 && self.spaces_after(end) == end + 1 => {
                self.draft.replace(at - 1, end + 1, "—");
                return end + 1;
            }
            Locale::EnUs if is_glued => self.draft.replace(at, end, "—"),
            Locale::FrFr | Locale::FrCa if is_spaced => self.draft.replace(at, end, "—"),
            Locale::EnGb if is_spaced => self.draft.replace(at, end, "–"),
            _ => (),
        }
        end
    }

    /// How often the byte at `at` stands there in a row.
    fn run_of(&self, at: usize, byte: u8) -> usize {
        self.text.as_bytes()[at..].iter().take_while(|b| **b == byte).count()
    }
}
