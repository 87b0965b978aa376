//! The site as typed values, each with the place it was read from.
//!
//! Owns what a site *is*; reading it is `crate::parse`'s, judging it `crate::check`'s, showing it `crate::render`'s. Nothing here
//! serialises: templates get views.

mod brief;
mod calculator;
mod chart;
mod config;
mod figure;
mod formula;
mod passage;
mod prose;
mod registry;
mod sources;
mod text;
mod waiver;

pub use brief::{Asset, Brief, Correction, Edition, Event, Page, Quote, SourceMark};
pub use calculator::{Calculator, CalculatorInput, CalculatorOutput, Comparison, Start};
pub use chart::{
    Anchor, Annotation, AnnotationKind, AxisSpec, Cell, Channel, ChartSpec, Coordinate, Curve, DataRow, DataRows,
    Encoding, Field, FieldType, Highlight, Labels, Mark, Narrow, NumberForm, Orient, Proportions, RowSource, ScaleSpec,
    ScaleType, SeriesLabels, Sort, Stack, TimeUnit, ValueLabels,
};
pub use config::{Base, Charts, Config, Download, Publisher};
pub use figure::{Figure, Status};
pub use formula::{FormulaOrder, WrittenFormula};
pub use indexmap::IndexMap;
pub use passage::{FigureLink, Passage};
pub use prose::{Embed, EmbedKind, Part, Prose, Reference, ReferenceKind};
pub use registry::{Company, Metric, Person, Source, Topic};
pub use sources::{Folder, Sources};
pub use text::{LocalText, PerLang};
pub use waiver::{Level, Waiver};

use crate::locale::Nouns;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Everything that was read, in its final form.
pub struct Site {
    pub config: Config,
    pub companies: IndexMap<String, Company>,
    pub people: IndexMap<String, Person>,
    pub topics: IndexMap<String, Topic>,
    pub metrics: IndexMap<String, Metric>,
    /// Sources that several briefs share; a brief's own come first.
    pub sources: IndexMap<String, Source>,
    /// The names of the things that values count.
    pub nouns: Nouns,
    /// By folder name; newest first, briefs of one day by that name.
    pub briefs: IndexMap<String, Brief>,
    /// Briefs that this build leaves out: drafts, and briefs of a later day.
    pub withheld: IndexMap<String, Brief>,
    /// By folder name.
    pub pages: IndexMap<String, Page>,
    /// Files that are there and could not be read. What is wrong with each has been reported; what it would have held is not missed.
    pub unread: BTreeSet<String>,
}

impl Site {
    /// Takes out the briefs that a build of the day `today` does not publish.
    pub fn withhold(&mut self, today: Date, drafts: bool, future: bool) {
        let later = |brief: &Brief| brief.date > today || brief.publish_at.is_some_and(|day| day > today);
        let (withheld, briefs) = std::mem::take(&mut self.briefs)
            .into_iter()
            .partition(|(_, brief)| (brief.draft && !drafts) || (later(brief) && !future));
        (self.withheld, self.briefs) = (withheld, briefs);
    }

    /// A brief's own source, or one that the site's briefs share.
    pub fn source<'s>(&'s self, brief: &'s Brief, id: &str) -> Option<&'s Source> {
        brief.sources.get(id).or_else(|| self.sources.get(id))
    }
}
