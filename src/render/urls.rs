//! Where everything of a site lies, and the only function that makes a URL of it.

use crate::chart::{Form, Theme};
use crate::locale::Lang;
use crate::model::Base;
use std::collections::BTreeMap;

/// A place in the site, relative to its base: `fr/amazon/`, `sitemap.xml`. A page's place ends with a slash (the root's is empty).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(String);

impl SitePath {
    pub fn root() -> Self {
        Self(String::new())
    }

    /// A language's home page, or a later page (`number` from 2 on) of its list of briefs.
    pub fn home(lang: Lang, number: usize) -> Self {
        Self(if number > 1 { format!("{lang}/page/{number}/") } else { format!("{lang}/") })
    }

    /// A brief or a standing page.
    pub fn edition(lang: Lang, slug: &str) -> Self {
        Self(format!("{lang}/{slug}/"))
    }

    /// A language's page of all charts, or a later page (`number` from 2 on) of it.
    pub fn gallery(lang: Lang, number: usize) -> Self {
        let charts = charts(lang);
        Self(if number > 1 { format!("{lang}/{charts}/page/{number}/") } else { format!("{lang}/{charts}/") })
    }

    /// What a reader may take away of a chart `id` in the edition `slug`. No two charts share a place, as ids hold no points.
    pub fn chart(lang: Lang, slug: &str, id: &str, file: ChartFile) -> Self {
        let end = match file {
            ChartFile::Page => "/",
            ChartFile::Csv(Form::Machine) => ".csv",
            ChartFile::Csv(Form::Spreadsheet) => ".sheet.csv",
            ChartFile::Svg(Theme::Light) => ".svg",
            ChartFile::Svg(Theme::Dark) => ".dark.svg",
            ChartFile::Png => ".png",
        };
        Self(format!("{lang}/{}/{slug}/{id}{end}", charts(lang)))
    }

    /// A file of a brief's folder.
    pub fn asset(brief: &str, name: &str) -> Self {
        Self(format!("files/{brief}/{name}"))
    }

    pub fn feed(lang: Lang) -> Self {
        Self(format!("{lang}/feed.xml"))
    }

    pub fn sitemap() -> Self {
        Self("sitemap.xml".to_owned())
    }

    pub fn robots() -> Self {
        Self("robots.txt".to_owned())
    }

    pub fn not_found() -> Self {
        Self("404.html".to_owned())
    }

    /// A static file, with a part of the hash of its content in its name so that it can be cached for good.
    pub fn fixed(name: &str, content: &[u8]) -> Self {
        let hash = &blake3::hash(content).to_hex()[..10];
        Self(match name.rsplit_once('.') {
            Some((stem, extension)) => format!("static/{stem}.{hash}.{extension}"),
            None => format!("static/{name}.{hash}"),
        })
    }

    /// The file that a server sends for this place.
    pub fn file(&self) -> String {
        if self.0.is_empty() || self.0.ends_with('/') { format!("{}index.html", self.0) } else { self.0.clone() }
    }

    /// The place as it stands behind the base.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for SitePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// The part of a path below which charts lie. It is no interface string: other sites link to it.
fn charts(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "graphiques",
        Lang::En => "charts",
    }
}

/// A chart apart from its brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartFile {
    /// A page for the `<iframe>` of another site.
    Page,
    Csv(Form),
    Svg(Theme),
    Png,
}

/// Makes URLs: knows the base and the names of the static files.
pub struct Urls {
    base: Base,
    fixed: BTreeMap<String, SitePath>,
}

impl Urls {
    pub fn new(base: Base, fixed: BTreeMap<String, SitePath>) -> Self {
        Self { base, fixed }
    }

    /// The URL of a place, from the host's root: `/depeche/fr/`.
    pub fn href(&self, path: &SitePath) -> String {
        let mut url = String::with_capacity(self.base.path.len() + path.as_str().len());
        url.push_str(&self.base.path);
        escape_into(&mut url, path.as_str());
        url
    }

    /// The URL of a place with scheme and host.
    pub fn absolute(&self, path: &SitePath) -> String {
        format!("{}{}", self.base.origin, self.href(path))
    }

    /// The place of a static file, by its path below `static/`.
    pub fn fixed(&self, name: &str) -> Option<&SitePath> {
        self.fixed.get(name)
    }

    pub fn fixed_names(&self) -> impl Iterator<Item = &str> {
        self.fixed.keys().map(String::as_str)
    }
}

/// Percent-encodes what a URL's path may not hold (RFC 3986, `pchar` and `/`).
fn escape_into(url: &mut String, path: &str) {
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => url.push(char::from(byte)),
            _ => url.push_str(&format!("%{byte:02X}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_stand_behind_the_base() {
        let urls = Urls::new(Base::parse("https://example.org/depeche/").unwrap(), BTreeMap::new());
        assert_eq!(urls.href(&SitePath::root()), "/depeche/");
        assert_eq!(urls.href(&SitePath::edition(Lang::Fr, "x")), "/depeche/fr/x/");
        assert_eq!(urls.absolute(&SitePath::home(Lang::En, 2)), "https://example.org/depeche/en/page/2/");
        assert_eq!(urls.href(&SitePath::gallery(Lang::Fr, 1)), "/depeche/fr/graphiques/");
        assert_eq!(urls.href(&SitePath::gallery(Lang::En, 2)), "/depeche/en/charts/page/2/");
        let chart = |file| urls.href(&SitePath::chart(Lang::En, "amazon", "plans", file));
        assert_eq!(chart(ChartFile::Page), "/depeche/en/charts/amazon/plans/");
        assert_eq!(chart(ChartFile::Csv(Form::Spreadsheet)), "/depeche/en/charts/amazon/plans.sheet.csv");
        assert_eq!(chart(ChartFile::Svg(Theme::Dark)), "/depeche/en/charts/amazon/plans.dark.svg");
        assert_eq!(urls.href(&SitePath::asset("b", "été 1.jpg")), "/depeche/files/b/%C3%A9t%C3%A9%201.jpg");
    }

    #[test]
    fn a_page_is_an_index_file() {
        assert_eq!(SitePath::root().file(), "index.html");
        assert_eq!(SitePath::home(Lang::Fr, 1).file(), "fr/index.html");
        assert_eq!(SitePath::robots().file(), "robots.txt");
    }

    #[test]
    fn the_name_of_a_static_file_follows_its_content() {
        let (one, two) = (SitePath::fixed("a/style.css", b"1"), SitePath::fixed("a/style.css", b"2"));
        assert_ne!(one, two);
        assert!(one.as_str().starts_with("static/a/style.") && one.as_str().ends_with(".css"));
    }
}
