//! The languages a site can be written in, and the locales that say how each writes numbers and dates.

use crate::quantity::Currency;
use icu_locale_core::locale;
use std::fmt;
use std::str::FromStr;

/// A language of editions and interface strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    Fr,
    En,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The place of this language in arrays that hold one thing per language.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The BCP 47 tag: `fr`, `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language's name in itself, for the link to the other edition.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
        }
    }
}

/// A language as one country writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    FrFr,
    FrCa,
    EnUs,
    EnGb,
}

impl Locale {
    pub const ALL: [Self; 4] = [Self::FrFr, Self::FrCa, Self::EnUs, Self::EnGb];

    /// The BCP 47 tag: `fr-FR`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::FrFr => "fr-FR",
            Self::FrCa => "fr-CA",
            Self::EnUs => "en-US",
            Self::EnGb => "en-GB",
        }
    }

    pub const fn lang(self) -> Lang {
        match self {
            Self::FrFr | Self::FrCa => Lang::Fr,
            Self::EnUs | Self::EnGb => Lang::En,
        }
    }

    /// The locale of a language for a site that names none.
    pub const fn default_for(lang: Lang) -> Self {
        match lang {
            Lang::Fr => Self::FrFr,
            Lang::En => Self::EnUs,
        }
    }

    /// The currency that a bare `$`, "dollars", means: Canada's at home, the American one elsewhere.
    pub const fn dollar(self) -> Currency {
        match self {
            Self::FrCa => Currency::CAD,
            Self::FrFr | Self::EnUs | Self::EnGb => Currency::USD,
        }
    }

    /// The key of CLDR's data.
    pub(super) const fn cldr(self) -> icu_locale_core::Locale {
        match self {
            Self::FrFr => locale!("fr-FR"),
            Self::FrCa => locale!("fr-CA"),
            Self::EnUs => locale!("en-US"),
            Self::EnGb => locale!("en-GB"),
        }
    }
}

/// The text that is no tag of a [`Lang`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLang(pub String);

/// The text that is no tag of a [`Locale`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLocale(pub String);

impl fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown language `{}`: write `fr` or `en`", self.0)
    }
}

impl fmt::Display for UnknownLocale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown locale `{}`: write `fr-FR`, `fr-CA`, `en-US` or `en-GB`", self.0)
    }
}

impl std::error::Error for UnknownLang {}
impl std::error::Error for UnknownLocale {}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        Self::ALL.into_iter().find(|lang| lang.tag() == text).ok_or_else(|| UnknownLang(text.to_owned()))
    }
}

impl FromStr for Locale {
    type Err = UnknownLocale;

    fn from_str(text: &str) -> Result<Self, UnknownLocale> {
        Self::ALL.into_iter().find(|locale| locale.tag() == text).ok_or_else(|| UnknownLocale(text.to_owned()))
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.tag())
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_read_and_write_back() {
        for lang in Lang::ALL {
            assert_eq!(lang.to_string().parse(), Ok(lang));
            assert_eq!(Lang::ALL[lang.index()], lang);
            assert_eq!(Locale::default_for(lang).lang(), lang);
        }
        for locale in Locale::ALL {
            assert_eq!(locale.to_string().parse(), Ok(locale));
            assert_eq!(locale.cldr().to_string(), locale.tag());
        }
    }

    #[test]
    fn an_unknown_tag_is_named_with_the_known_ones() {
        assert_eq!("de".parse::<Lang>().unwrap_err().to_string(), "unknown language `de`: write `fr` or `en`");
        assert_eq!(
            "fr".parse::<Locale>().unwrap_err().to_string(),
            "unknown locale `fr`: write `fr-FR`, `fr-CA`, `en-US` or `en-GB`"
        );
    }
}
