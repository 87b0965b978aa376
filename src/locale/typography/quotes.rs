//! Quotation marks and apostrophes.

use super::{NARROW_NO_BREAK, NO_BREAK, Setter, closes, is_space};
use crate::locale::Lang;

/// English words whose beginning an apostrophe stands for.
const CLIPPED: &[&str] = &["n", "em", "tis", "twas", "til", "cause", "round"];

impl Setter<'_> {
    /// A straight double quote becomes « or » in French (“ or ” inside those), “ or ” in English. After a figure with
    /// no quote open it is a sign for inches and stays.
    pub(super) fn set_quote(&mut self, at: usize) -> usize {
        let end = at + 1;
        let [outer, inner] = self.quotes;
        let is_inches = outer == 0 && self.text[..at].ends_with(|c: char| c.is_ascii_digit());
        let opens = opens(self.char_before(at), self.char_after(end), outer > 0);
        if is_inches && !opens {
            return end;
        }
        match (self.locale.lang(), opens) {
            (Lang::En, true) => {
                self.quotes[0] += 1;
                self.draft.replace(at, end, "“");
            }
            (Lang::En, false) => {
                self.quotes[0] = outer.saturating_sub(1);
                self.draft.replace(at, end, "”");
            }
            (Lang::Fr, true) if outer > 0 => {
                self.quotes[1] += 1;
                self.draft.replace(at, end, "“");
            }
            (Lang::Fr, false) if inner > 0 => {
                self.quotes[1] -= 1;
                self.draft.replace(at, end, "”");
            }
            (Lang::Fr, true) => return self.open_guillemets(at, end),
            (Lang::Fr, false) => return self.close_guillemets(at, end),
        }
        end
    }

    pub(super) fn set_opening(&mut self, at: usize) -> usize {
        self.open_guillemets(at, at + '«'.len_utf8())
    }

    pub(super) fn set_closing(&mut self, at: usize) -> usize {
        self.close_guillemets(at, at + '»'.len_utf8())
    }

    /// « and a no-break space in place of the mark and the spaces after it. A space that does not break stays.
    fn open_guillemets(&mut self, at: usize, end: usize) -> usize {
        self.quotes[0] += 1;
        let after = self.spaces_after(end);
        self.draft.replace(at, end, "«");
        let text = self.text;
        let gap = &text[end..after];
        let is_set = matches!(gap, NO_BREAK | NARROW_NO_BREAK);
        self.draft.replace(end, after, if is_set { gap } else { NO_BREAK });
        after
    }

    /// A no-break space and » in place of the mark and the spaces before it.
    fn close_guillemets(&mut self, at: usize, end: usize) -> usize {
        self.quotes = [self.quotes[0].saturating_sub(1), 0];
        let before = self.spaces_before(at);
        let is_set = matches!(&self.text[before..at], NO_BREAK | NARROW_NO_BREAK)
            // The space belongs to the text before this one, or was set with what it follows.
            || (before == at && self.char_before(at).is_none_or(is_space))
            || self.draft.has_space_at(before);
        if !is_set {
            self.draft.replace(before, at, NO_BREAK);
        }
        self.draft.replace(at, end, "»");
        end
    }

    /// A straight single quote becomes an apostrophe, or ‘ or ’ around quoted words. After a figure it is a sign for
    /// feet or minutes and stays.
    pub(super) fn set_apostrophe(&mut self, at: usize) -> usize {
        let end = at + 1;
        let (previous, next) = (self.char_before(at), self.char_after(end));
        let in_word = next.is_some_and(char::is_alphanumeric);
        let is_prime = previous.is_some_and(|c| c.is_ascii_digit()) && !in_word;
        if is_prime {
            return end;
        }
        let is_opening = !previous.is_some_and(char::is_alphanumeric) && opens(previous, next, false);
        let is_apostrophe = next.is_some_and(|c| c.is_ascii_digit()) || self.starts_clipped(end);
        self.draft.replace(at, end, if is_opening && !is_apostrophe { "‘" } else { "’" });
        end
    }

    fn starts_clipped(&self, at: usize) -> bool {
        let rest = &self.text[at..];
        let word = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
        self.locale.lang() == Lang::En && CLIPPED.iter().any(|clipped| word.eq_ignore_ascii_case(clipped))
    }
}

/// Whether a quotation mark between these two characters opens.
fn opens(previous: Option<char>, next: Option<char>, is_open: bool) -> bool {
    let starts = previous.is_none_or(char::is_whitespace);
    match (starts, closes(next)) {
        (true, true) => !is_open,
        (false, false) => previous.is_some_and(|c| "([{«“‘'’—–/".contains(c)),
        (starts, _) => starts,
    }
}
