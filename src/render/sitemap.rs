//! `sitemap.xml` with the alternates of each page, and `robots.txt` (sitemaps.org, RFC 9309).

use super::{Renderer, SitePath};
use crate::locale::Lang;
use jiff::civil::Date;
use quick_xml::Writer as Xml;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// A page for search engines, in all its languages.
pub struct Listed {
    pub editions: Vec<(Lang, SitePath)>,
    /// Where a reader of any language may go.
    pub default: Option<SitePath>,
    pub changed: Option<Date>,
}

impl Renderer<'_> {
    /// The sitemap of these pages.
    pub fn sitemap(&self, pages: &[Listed]) -> Vec<u8> {
        self.write_sitemap(pages).expect("writing to memory does not fail")
    }

    fn write_sitemap(&self, pages: &[Listed]) -> io::Result<Vec<u8>> {
        let mut xml = Xml::new_with_indent(Vec::new(), b' ', 1);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        let urlset = xml.create_element("urlset").with_attributes([
            ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
            ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
        ]);
        urlset.write_inner_content(|xml| {
            for page in pages {
                let alone = page.default.iter().chain(page.editions.iter().map(|(_, path)| path));
                for path in alone {
                    self.listed(xml, page, path)?;
                }
            }
            Ok(())
        })?;
        let mut bytes = xml.into_inner();
        bytes.push(b'\n');
        Ok(bytes)
    }

    fn listed(&self, xml: &mut Xml<Vec<u8>>, page: &Listed, path: &SitePath) -> io::Result<()> {
        xml.create_element("url").write_inner_content(|xml| {
            let address = self.urls.absolute(path);
            xml.create_element("loc").write_text_content(BytesText::new(&address))?;
            if let Some(day) = page.changed {
                xml.create_element("lastmod").write_text_content(BytesText::new(&day.to_string()))?;
            }
            let languages = page.editions.iter().map(|(lang, path)| (lang.tag(), path));
            let all = languages.chain(page.default.iter().map(|path| ("x-default", path)));
            for (hreflang, path) in all {
                let url = self.urls.absolute(path);
                let link = xml.create_element("xhtml:link");
                let link = link.with_attributes([("rel", "alternate"), ("hreflang", hreflang), ("href", url.as_str())]);
                link.write_empty()?;
            }
            Ok(())
        })?;
        Ok(())
    }

    pub fn robots(&self) -> Vec<u8> {
        format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", self.urls.absolute(&SitePath::sitemap())).into_bytes()
    }
}
