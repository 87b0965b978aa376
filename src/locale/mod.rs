//! What a reader sees of numbers, dates, lists, typography and interface strings, in each language.
//!
//! Owns [`Lang`] and [`Locale`], [`Formats`] (CLDR through ICU4X with the newsroom's rules over it), the typography of
//! running text and [`Strings`]. What a value *is* belongs to `crate::quantity`; nothing here reads a file, a clock or
//! the environment.

mod currency_names;
mod dates;
mod formats;
mod lang;
mod nouns;
mod numbers;
mod periods;
mod strings;
mod symbol_names;
mod timings;
pub mod typography;
mod values;

pub use dates::DateStyle;
pub use formats::Formats;
pub use icu_plurals::PluralCategory;
pub use lang::{Lang, Locale, UnknownLang, UnknownLocale};
pub use nouns::{NounForms, Nouns};
pub use strings::{Message, Strings, StringsError};
pub use values::{ScaleForms, Style, ValueForms};
