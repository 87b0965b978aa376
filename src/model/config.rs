//! The site's settings: `depeche.yaml`.

use super::{Level, LocalText, PerLang};
use crate::diag::Spanned;
use crate::locale::{Lang, Locale};

/// What `depeche.yaml` says.
pub struct Config {
    pub title: LocalText,
    /// One sentence that says what the site is: masthead and feeds.
    pub description: LocalText,
    pub base: Base,
    /// In the order that the file gives: the first is the one a reader without preference gets.
    pub languages: Vec<Lang>,
    pub locales: PerLang<Locale>,
    pub time_zone: jiff::tz::TimeZone,
    pub publisher: Publisher,
    /// True where HTML in Markdown is passed on; otherwise it is shown as text.
    pub allow_html: bool,
    /// How many briefs a list page holds.
    pub page_size: usize,
    pub charts: Charts,
    /// The lints that the site takes more or less seriously than the program does.
    pub lints: Vec<(Spanned<String>, Level)>,
}

impl Config {
    pub fn locale(&self, lang: Lang) -> Locale {
        self.locales.get(lang).copied().unwrap_or_else(|| Locale::default_for(lang))
    }
}

/// What a site makes of its charts beside showing them in their briefs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Charts {
    /// What readers may take away of a chart that does not say itself.
    pub download: Vec<Download>,
    /// Whether every language has a page of all charts.
    pub gallery: bool,
}

/// A form in which a reader may take a chart away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Download {
    /// The rows: once for programs, once as spreadsheets of the language want them.
    Csv,
    /// The drawing with its title and source, light and dark.
    Svg,
    /// The same in pixels, light.
    Png,
    /// A page for the `<iframe>` of another site.
    Embed,
}

impl Download {
    pub const ALL: [Self; 4] = [Self::Csv, Self::Svg, Self::Png, Self::Embed];

    /// The word in data files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Embed => "embed",
        }
    }
}

/// Who publishes the site.
pub struct Publisher {
    pub name: String,
    pub url: Option<String>,
}

/// Where the site stands: scheme and host, and the path below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// `https://example.org`, without a slash at the end.
    pub origin: String,
    /// `/depeche/`: begins and ends with a slash.
    pub path: String,
}

impl Base {
    /// Reads an absolute `http` or `https` URL without query and fragment. The error says what is wrong.
    pub fn parse(url: &str) -> Result<Self, &'static str> {
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let rest = rest.ok_or("a site's URL begins with `https://` or `http://`")?;
        if url.contains(['?', '#']) {
            return Err("a site's URL has no query and no fragment");
        }
        if url.contains(|c: char| c.is_whitespace() || c.is_control() || "\"'<>\\`{}|^".contains(c)) {
            return Err("a site's URL has no spaces and no quotes");
        }
        let host_end = rest.find('/').unwrap_or(rest.len());
        let path = &rest[host_end..];
        if host_end == 0 {
            return Err("a site's URL names a host");
        }
        if path.split('/').any(|segment| segment == "." || segment == "..") {
            return Err("a site's URL has no `.` or `..` in its path");
        }
        let origin = url[..url.len() - path.len()].to_owned();
        let trimmed = path.trim_matches('/');
        let path = if trimmed.is_empty() { "/".to_owned() } else { format!("/{trimmed}/") };
        Ok(Self { origin, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_is_split_into_origin_and_path() {
        let check = |url: &str, origin: &str, path: &str| {
            assert_eq!(Base::parse(url), Ok(Base { origin: origin.into(), path: path.into() }));
        };
        check("https://example.org", "https://example.org", "/");
        check("https://example.org/depeche", "https://example.org", "/depeche/");
        check("http://localhost:8000/a/b/", "http://localhost:8000", "/a/b/");
        for url in ["example.org", "ftp://a", "https://", "https://a/?q", "https://a/../b", "https://a b", "https:///x"]
        {
            assert!(Base::parse(url).is_err(), "{url}");
        }
    }
}
