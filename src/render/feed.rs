//! The Atom feed of a language (RFC 4287): the newest briefs in full.

use super::prose::{Place, Writer};
use super::{Renderer, SitePath};
use crate::diag::Diagnostic;
use crate::locale::Lang;
use crate::model::{Brief, Edition};
use jiff::civil::Date;
use quick_xml::Writer as Xml;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// Briefs in a feed.
const ENTRIES: usize = 20;

impl<'s> Renderer<'s> {
    /// The feed of a language.
    pub fn feed(&self, lang: Lang) -> Result<Vec<u8>, Diagnostic> {
        let mut entries = Vec::new();
        for (brief, edition) in self.briefs(lang).take(ENTRIES) {
            entries.push(self.entry(brief, edition, lang)?);
        }
        Ok(self.write_feed(lang, &entries).expect("writing to memory does not fail"))
    }

    fn entry(&self, brief: &'s Brief, edition: &'s Edition, lang: Lang) -> Result<Entry, Diagnostic> {
        let mut writer = Writer::new(self, Some(brief), lang, Place::Feed);
        let mut content = format!("<p>{}</p>\n", writer.html(&edition.summary)?);
        if !edition.takeaways.is_empty() {
            content.push_str("<ul>\n");
            for point in &edition.takeaways {
                content.push_str(&format!("<li>{}</li>\n", writer.html(point)?));
            }
            content.push_str("</ul>\n");
        }
        content.push_str(&writer.html(&edition.body)?);
        Ok(Entry {
            title: self.typeset(lang, &edition.title.value),
            url: self.urls.absolute(&SitePath::edition(lang, &edition.slug.value)),
            published: self.instant(brief.date),
            updated: self.instant(brief.last_change()),
            summary: writer.plain(&edition.summary),
            topics: self.topics(brief, lang),
            content,
        })
    }

    /// The start of a day in the site's time zone, as RFC 3339.
    fn instant(&self, day: Date) -> String {
        let start = day.to_zoned_datetime(self.site.config.time_zone.clone());
        start.map_or_else(|_| format!("{day}T00:00:00Z"), |z| z.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
    }

    fn write_feed(&self, lang: Lang, entries: &[Entry]) -> io::Result<Vec<u8>> {
        let mut xml = Xml::new_with_indent(Vec::new(), b' ', 1);
        let own = self.urls.absolute(&SitePath::feed(lang));
        let home = self.urls.absolute(&SitePath::home(lang, 1));
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        let feed = xml.create_element("feed");
        let feed = feed.with_attributes([
            ("xmlns", "http://www.w3.org/2005/Atom"),
            ("xml:lang", self.site.config.locale(lang).tag()),
        ]);
        feed.write_inner_content(|xml| {
            text(xml, "title", &self.typeset(lang, self.site.config.title.get(lang)))?;
            text(xml, "subtitle", &self.typeset(lang, self.site.config.description.get(lang)))?;
            text(xml, "id", &own)?;
            link(xml, "self", "application/atom+xml", &own)?;
            link(xml, "alternate", "text/html", &home)?;
            let epoch = || self.instant(Date::constant(1970, 1, 1));
            text(xml, "updated", &entries.iter().map(|e| e.updated.clone()).max().unwrap_or_else(epoch))?;
            let publisher = &self.site.config.publisher;
            xml.create_element("author").write_inner_content(|xml| {
                text(xml, "name", &publisher.name)?;
                publisher.url.iter().try_for_each(|url| text(xml, "uri", url))
            })?;
            entries.iter().try_for_each(|entry| entry.write(xml))
        })?;
        let mut bytes = xml.into_inner();
        bytes.push(b'\n');
        Ok(bytes)
    }
}

struct Entry {
    title: String,
    url: String,
    published: String,
    updated: String,
    summary: String,
    topics: Vec<String>,
    /// HTML.
    content: String,
}

impl Entry {
    fn write(&self, xml: &mut Xml<Vec<u8>>) -> io::Result<()> {
        xml.create_element("entry").write_inner_content(|xml| {
            text(xml, "title", &self.title)?;
            text(xml, "id", &self.url)?;
            link(xml, "alternate", "text/html", &self.url)?;
            text(xml, "published", &self.published)?;
            text(xml, "updated", &self.updated)?;
            for topic in &self.topics {
                xml.create_element("category").with_attribute(("term", topic.as_str())).write_empty()?;
            }
            text(xml, "summary", &self.summary)?;
            let content = xml.create_element("content").with_attribute(("type", "html"));
            content.write_text_content(BytesText::new(&self.content)).map(|_| ())
        })?;
        Ok(())
    }
}

fn text(xml: &mut Xml<Vec<u8>>, name: &str, value: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(value)).map(|_| ())
}

fn link(xml: &mut Xml<Vec<u8>>, rel: &str, kind: &str, href: &str) -> io::Result<()> {
    let link = xml.create_element("link").with_attributes([("rel", rel), ("type", kind), ("href", href)]);
    link.write_empty().map(|_| ())
}
