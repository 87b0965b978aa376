//! What lints look at: the site, and how each of its languages writes and reads quantities.
//!
//! Owns the way from an edition to its running texts; what is wrong with them is each lint's.

use crate::locale::{Formats, Lang, Locale, Style};
use crate::model::{Brief, Edition, Passage, PerLang, Prose, Reference, ReferenceKind, Site};
use crate::quantity::prose::{Options, ProseLang, Reader, Reading};

/// A site under examination.
pub struct Subject<'s> {
    pub site: &'s Site,
    formats: PerLang<Formats>,
}

/// What one edition says, from the title to the last paragraph.
pub struct Texts {
    pub title: Passage,
    pub summary: Vec<Passage>,
    pub takeaways: Vec<Passage>,
    pub body: Vec<Passage>,
}

impl Texts {
    /// Pairs the sections of two languages: title, summary, takeaways, then the body from heading to heading, where both have as
    /// many; otherwise the body as a whole.
    pub fn paired<'t>(&'t self, other: &'t Self) -> Vec<(&'t [Passage], &'t [Passage])> {
        let slice = std::slice::from_ref;
        let mut pairs = vec![
            (slice(&self.title), slice(&other.title)),
            (&self.summary[..], &other.summary[..]),
            (&self.takeaways[..], &other.takeaways[..]),
        ];
        let (own, others) = (sections(&self.body), sections(&other.body));
        if own.len() == others.len() {
            pairs.extend(own.into_iter().zip(others));
        } else {
            pairs.push((&self.body, &other.body));
        }
        pairs
    }

    pub fn all(&self) -> impl Iterator<Item = &Passage> {
        [&self.title].into_iter().chain(&self.summary).chain(&self.takeaways).chain(&self.body)
    }
}

/// The texts of a brief in a language that may link to figures: its edition without the title, and its events.
pub fn linking(brief: &Brief, lang: Lang) -> impl Iterator<Item = &Prose> {
    let edition = brief.editions.get(lang).into_iter();
    let edition = edition.flat_map(|e| [&e.summary].into_iter().chain(&e.takeaways).chain([&e.body]));
    edition.chain(brief.events.iter().filter_map(move |event| event.text.get(lang)))
}

/// A body from heading to heading.
fn sections(body: &[Passage]) -> Vec<&[Passage]> {
    body.chunk_by(|_, next| !next.is_heading).collect()
}

impl<'s> Subject<'s> {
    pub fn new(site: &'s Site) -> Self {
        let mut formats = PerLang::default();
        for lang in site.config.languages.iter().copied() {
            formats.insert(lang, Formats::new(site.config.locale(lang), &site.nouns));
        }
        Self { site, formats }
    }

    /// The passages of a text; a figure whose words the author leaves to the program has those words.
    pub fn passages(&self, prose: &Prose, lang: Lang, brief: Option<&Brief>) -> Vec<Passage> {
        prose.passages(&mut |reference| self.phrase(reference, lang, brief))
    }

    fn phrase(&self, reference: &Reference, lang: Lang, brief: Option<&Brief>) -> Option<String> {
        match reference.kind {
            ReferenceKind::Figure => {
                let figure = brief?.figures.get(&reference.id)?;
                Some(self.formats.get(lang)?.value(figure.value.as_ref()?, Style::Prose))
            }
            ReferenceKind::Person => self.site.people.get(&reference.id).map(|person| person.name.get(lang).to_owned()),
            ReferenceKind::Company => {
                self.site.companies.get(&reference.id).map(|company| company.name.get(lang).to_owned())
            }
            _ => None,
        }
    }

    /// Everything that an edition says.
    pub fn texts(&self, edition: &Edition, lang: Lang, brief: Option<&Brief>) -> Texts {
        let passages = |prose| self.passages(prose, lang, brief);
        Texts {
            title: Passage::of(&edition.title.value, edition.title.span),
            summary: passages(&edition.summary),
            takeaways: edition.takeaways.iter().flat_map(passages).collect(),
            body: passages(&edition.body),
        }
    }

    /// A reader of quantities for a language of the site.
    pub fn reader(&self, lang: Lang) -> QuantityReader {
        QuantityReader(Reader::new(options(self.site.config.locale(lang))))
    }
}

/// Reads the quantities of texts, one after the other.
pub struct QuantityReader(Reader);

impl QuantityReader {
    pub fn read(&mut self, text: &str) -> Vec<Reading> {
        let mut readings = Vec::new();
        self.0.read(text, &mut readings);
        readings
    }
}

fn options(locale: Locale) -> Options {
    let language = match locale.lang() {
        Lang::Fr => ProseLang::French,
        Lang::En => ProseLang::English,
    };
    Options { language, dollar: locale.dollar(), day_first: locale != Locale::EnUs }
}
