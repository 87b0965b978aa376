//! Prose to HTML: the typography of the language, figures with their source, embeds through their templates.

use super::citations::Citations;
use super::run::Run;
use super::views::NoteView;
use super::{Renderer, SitePath};
use crate::diag::Diagnostic;
use crate::locale::{Lang, Style};
use crate::model::{Brief, Edition, Figure, Part, PerLang, Prose, Reference, ReferenceKind};
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use pulldown_cmark_escape::{escape_href, escape_html};
use std::collections::BTreeSet;

/// Where prose is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Page,
    /// A feed: no links within the page, all addresses in full.
    Feed,
    /// A standfirst or a line of a list: no links and no source numbers.
    Label,
}

/// Writes the texts of one page, in their order: sources are numbered and companies get their ticker at first mention.
pub struct Writer<'r, 's> {
    pub renderer: &'r Renderer<'s>,
    pub brief: Option<&'s Brief>,
    pub lang: Lang,
    pub place: Place,
    pub citations: Citations,
    /// The footnotes of all texts so far.
    pub notes: Vec<NoteView>,
    /// What the page needs to be run, below `static/`.
    pub scripts: BTreeSet<&'static str>,
    mentioned: BTreeSet<&'s str>,
}

impl<'r, 's> Writer<'r, 's> {
    pub fn new(renderer: &'r Renderer<'s>, brief: Option<&'s Brief>, lang: Lang, place: Place) -> Self {
        Self {
            renderer,
            brief,
            lang,
            place,
            citations: Citations::default(),
            notes: Vec::new(),
            scripts: BTreeSet::new(),
            mentioned: BTreeSet::new(),
        }
    }

    /// The HTML of a text.
    pub fn html(&mut self, prose: &'s Prose) -> Result<String, Diagnostic> {
        let mut run = Run::default();
        for (part, _) in &prose.parts {
            match part {
                Part::Markdown(event) => self.markdown(event, &mut run),
                Part::Open(reference) => self.open(reference, &mut run),
                Part::Close(reference) => self.close(reference, &mut run),
                Part::Picture(reference) => self.picture(reference, &mut run),
                Part::Embed(embed) => {
                    // A chart or a table shows its own sources; the margin has them beside the next block.
                    let html = self.embed(embed)?;
                    run.html(html);
                }
            }
        }
        Ok(run.finish(self))
    }

    fn markdown(&mut self, event: &'s Event<'static>, run: &mut Run<'s>) {
        match event {
            Event::Text(text) if run.verbatim => run.push(Event::Text(CowStr::Borrowed(text))),
            Event::Text(text) => run.text(self, text),
            Event::Code(_) => {
                run.before = Some('x');
                run.push(event.clone());
            }
            Event::SoftBreak | Event::HardBreak => {
                run.before = Some(' ');
                run.push(event.clone());
            }
            Event::FootnoteReference(name) => run.note_mark(self, name),
            Event::Start(tag) => self.start(tag, event, run),
            Event::End(tag) => self.end(*tag, event, run),
            _ => run.push(event.clone()),
        }
    }

    fn start(&mut self, tag: &'s Tag<'static>, event: &Event<'static>, run: &mut Run<'s>) {
        if run.depth == 0 {
            run.block = run.events.len();
        }
        run.depth += 1;
        match tag {
            Tag::FootnoteDefinition(name) => return run.open_note(name),
            Tag::CodeBlock(_) => {
                // Long lines scroll, by keyboard as well.
                run.verbatim = true;
                return run.html("<pre tabindex=\"0\"><code>");
            }
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => {
                return run.open_table(tag, || escaped(&self.renderer.word(self.lang, "table")));
            }
            Tag::Paragraph | Tag::Heading { .. } | Tag::Item => run.before = None,
            _ => {}
        }
        run.push(event.clone());
    }

    fn end(&mut self, tag: TagEnd, event: &Event<'static>, run: &mut Run<'s>) {
        run.depth -= 1;
        if tag == TagEnd::FootnoteDefinition {
            return run.close_note();
        }
        match tag {
            TagEnd::CodeBlock => {
                run.verbatim = false;
                run.html("</code></pre>\n");
            }
            TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell => run.close_table(tag),
            _ => run.push(event.clone()),
        }
        let block = matches!(tag, TagEnd::Paragraph | TagEnd::List(_) | TagEnd::Table | TagEnd::BlockQuote(_));
        if run.depth == 0 && block {
            self.margin(run);
        }
    }

    /// Puts the sources that the last block was the first to cite before it, for the margin of a wide page.
    fn margin(&mut self, run: &mut Run<'s>) {
        if self.place != Place::Page {
            return;
        }
        let Some(brief) = self.brief else { return };
        let new = self.citations.take_new();
        if new.is_empty() {
            return;
        }
        // The list of sources says the same, so a screen reader hears it once.
        let mut html = String::from("<aside class=\"margin-notes\" aria-hidden=\"true\">");
        for (number, id) in new {
            let source = self.renderer.source(brief, &id, number, self.lang);
            let publisher = source.publisher.map(|p| format!("{}, ", escaped(&p))).unwrap_or_default();
            let title = escaped(&source.title);
            html.push_str(&format!(
                "<a href=\"#source-{number}\" tabindex=\"-1\"><b>{number}</b> {publisher}{title}</a>"
            ));
        }
        html.push_str("</aside>\n");
        run.events.insert(run.block, Event::Html(html.into()));
    }

    fn open(&mut self, reference: &'s Reference, run: &mut Run<'s>) {
        let html = match reference.kind {
            ReferenceKind::Figure => self.open_figure(reference),
            ReferenceKind::Company => String::from("<span class=\"company\">"),
            ReferenceKind::Person => String::from("<span class=\"person\">"),
            ReferenceKind::Brief => {
                let editions = self.renderer.site.briefs.get(&reference.id).map(|brief| &brief.editions);
                self.open_link(editions)
            }
            ReferenceKind::Page => {
                let editions = self.renderer.site.pages.get(&reference.id).map(|page| &page.editions);
                self.open_link(editions)
            }
            ReferenceKind::Asset => match self.place {
                Place::Label => String::new(),
                _ => format!("<a href=\"{}\">", self.asset_url(&reference.id)),
            },
        };
        run.html(html);
        if reference.words.is_empty() {
            run.words(self.renderer.typeset(self.lang, &self.words(reference)));
        }
    }

    fn close(&mut self, reference: &'s Reference, run: &mut Run<'s>) {
        let html = match reference.kind {
            ReferenceKind::Figure => format!("</data>{}", self.source_mark(&reference.id)),
            ReferenceKind::Company => {
                run.html("</span>");
                return self.ticker(&reference.id, run);
            }
            ReferenceKind::Person => "</span>".to_owned(),
            _ if self.place == Place::Label => String::new(),
            _ => "</a>".to_owned(),
        };
        run.html(html);
    }

    /// The raised number behind a figure that leads to its source.
    fn source_mark(&mut self, figure: &str) -> String {
        let Some(figure) = self.figure(figure).filter(|_| self.place == Place::Page) else { return String::new() };
        let number = self.citations.cite(&figure.source.value);
        let id = if self.citations.anchor(number) { format!(" id=\"ref-{number}\"") } else { String::new() };
        let args = [("n", &*number.to_string())];
        let label = self.renderer.strings(self.lang).format("source-number", &args).unwrap_or_default();
        let label = escaped(&self.renderer.typeset(self.lang, &label));
        format!(
            "<sup><a class=\"figure-source\"{id} href=\"#source-{number}\" aria-label=\"{label}\">{number}</a></sup>"
        )
    }

    fn open_figure(&self, reference: &Reference) -> String {
        let value = self.figure(&reference.id).and_then(|figure| figure.value.as_ref());
        let value = value.map(ToString::to_string).unwrap_or_default();
        format!("<data class=\"figure\" value=\"{}\">", escaped(&value))
    }

    fn open_link(&self, editions: Option<&PerLang<Edition>>) -> String {
        if self.place == Place::Label {
            return String::new();
        }
        let Some(editions) = editions else { return "<a>".to_owned() };
        let other = || editions.iter().next();
        let Some((lang, edition)) = editions.get(self.lang).map(|e| (self.lang, e)).or_else(other) else {
            return "<a>".to_owned();
        };
        let hreflang = if lang == self.lang { String::new() } else { format!(" hreflang=\"{lang}\" lang=\"{lang}\"") };
        format!("<a href=\"{}\"{hreflang}>", self.url(&SitePath::edition(lang, &edition.slug.value)))
    }

    /// The company's ticker, behind its first mention on a page.
    fn ticker(&mut self, id: &str, run: &mut Run<'s>) {
        let Some((id, company)) = self.renderer.site.companies.get_key_value(id) else { return };
        if let Some(ticker) = company.ticker.as_ref().filter(|_| self.mentioned.insert(id)) {
            run.html(format!("\u{a0}<span class=\"ticker\">({})</span>", escaped(ticker)));
            run.before = Some(')');
        }
    }

    fn picture(&mut self, reference: &Reference, run: &mut Run<'s>) {
        let size = self.brief.and_then(|b| b.assets.iter().find(|a| a.name == reference.id)?.size);
        let size = size.map(|(w, h)| format!(" width=\"{w}\" height=\"{h}\"")).unwrap_or_default();
        let alt = escaped(&self.renderer.typeset(self.lang, &reference.words));
        let url = self.asset_url(&reference.id);
        run.html(format!("<img src=\"{url}\" alt=\"{alt}\"{size} loading=\"lazy\" decoding=\"async\">"));
    }

    /// The words for a reference that the author left to the program.
    fn words(&self, reference: &Reference) -> String {
        let (site, lang) = (self.renderer.site, self.lang);
        let words = match reference.kind {
            ReferenceKind::Figure => self.figure(&reference.id).map(|figure| self.value(figure, Style::Prose)),
            ReferenceKind::Company => site.companies.get(&reference.id).map(|c| c.name.get(lang).to_owned()),
            ReferenceKind::Person => site.people.get(&reference.id).map(|_| self.renderer.person(&reference.id, lang)),
            ReferenceKind::Brief => site.briefs.get(&reference.id).and_then(|b| title(&b.editions, lang)),
            ReferenceKind::Page => site.pages.get(&reference.id).and_then(|p| title(&p.editions, lang)),
            ReferenceKind::Asset => Some(reference.id.clone()),
        };
        words.unwrap_or_default()
    }

    pub fn figure(&self, id: &str) -> Option<&'s Figure> {
        self.brief.and_then(|brief| brief.figures.get(id))
    }

    pub fn value(&self, figure: &Figure, style: Style) -> String {
        match &figure.value {
            Some(value) => self.renderer.formats(self.lang).value(value, style),
            None => self.renderer.word(self.lang, "not-disclosed"),
        }
    }

    /// A URL as an attribute takes it.
    fn url(&self, path: &SitePath) -> String {
        let urls = &self.renderer.urls;
        let url = if self.place == Place::Feed { urls.absolute(path) } else { urls.href(path) };
        let mut out = String::new();
        escape_href(&mut out, &url).expect("writing to a string does not fail");
        out
    }

    fn asset_url(&self, name: &str) -> String {
        self.brief.map_or_else(String::new, |brief| self.url(&SitePath::asset(&brief.id, name)))
    }

    /// The text without its marks, typeset.
    pub fn plain(&self, prose: &Prose) -> String {
        self.renderer.typeset(self.lang, &prose.plain(|reference| Some(self.words(reference))))
    }
}

fn title(editions: &PerLang<Edition>, lang: Lang) -> Option<String> {
    let edition = editions.get(lang).or_else(|| editions.iter().next().map(|(_, edition)| edition));
    edition.map(|edition| edition.title.value.clone())
}

/// Text as HTML takes it, in an attribute too.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_html(&mut out, text).expect("writing to a string does not fail");
    out
}
