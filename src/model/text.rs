//! Text and other values that differ by language.

use crate::locale::Lang;

/// One value a language, with a place for every language that the program knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerLang<T> {
    values: [Option<T>; Lang::ALL.len()],
}

impl<T> Default for PerLang<T> {
    fn default() -> Self {
        Self { values: std::array::from_fn(|_| None) }
    }
}

impl<T> PerLang<T> {
    pub fn get(&self, lang: Lang) -> Option<&T> {
        self.values[lang.index()].as_ref()
    }

    /// Sets a language's value and returns the one it had.
    pub fn insert(&mut self, lang: Lang, value: T) -> Option<T> {
        self.values[lang.index()].replace(value)
    }

    /// The languages that have a value, with it, in the order of [`Lang::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        Lang::ALL.into_iter().filter_map(|lang| Some((lang, self.get(lang)?)))
    }
}

/// Text that a reader sees: the same in every language, or one a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocalText {
    Same(String),
    PerLang(PerLang<String>),
}

impl LocalText {
    /// The text in a language; parsing has made sure that every language of the site has one.
    pub fn get(&self, lang: Lang) -> &str {
        match self {
            Self::Same(text) => text,
            Self::PerLang(texts) => texts.get(lang).map_or("", String::as_str),
        }
    }
}
