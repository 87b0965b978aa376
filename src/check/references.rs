//! `unknown-…` and `broken-link`: a reference names what is not there.
//!
//! Why: a page must not show a hole where a figure should stand. Example: `[](figure:amazon-capx-2025)`.

use crate::diag::{Diagnostic, Span, Spanned, suggestion};
use crate::model::{
    Brief, Calculator, Edition, Embed, EmbedKind, Part, PerLang, Prose, Reference, ReferenceKind, RowSource, Site,
    Source, Start, WrittenFormula,
};

/// Finds references that lead nowhere.
pub fn run(site: &Site) -> Vec<Diagnostic> {
    let mut references = References { site, found: Vec::new() };
    for brief in site.briefs.values() {
        references.data(brief);
        references.editions(&brief.editions, Some(brief));
    }
    for page in site.pages.values() {
        references.editions(&page.editions, None);
    }
    for company in site.people.values().filter_map(|person| person.company.as_ref()) {
        if !site.companies.contains_key(&company.value) {
            references.unknown("unknown-company", company, site.companies.keys());
        }
    }
    references.found
}

struct References<'s> {
    site: &'s Site,
    found: Vec<Diagnostic>,
}

impl References<'_> {
    /// Reports an id of a brief's own data, unless its entry is there and wrong.
    fn unknown_of<'k>(
        &mut self,
        brief: &Brief,
        name: &'static str,
        id: &Spanned<String>,
        known: impl Iterator<Item = &'k String>,
    ) {
        if !brief.left_out.contains(&id.value) {
            self.unknown(name, id, known);
        }
    }

    fn unknown<'k>(&mut self, name: &'static str, id: &Spanned<String>, known: impl Iterator<Item = &'k String>) {
        let registry = match name {
            "unknown-author" | "unknown-person" => "people.yaml",
            "unknown-brief" => &format!("briefs/{}/data.yaml", id.value),
            "unknown-company" => "companies.yaml",
            "unknown-metric" => "metrics.yaml",
            "unknown-source" => "sources.yaml",
            "unknown-topic" => "topics.yaml",
            _ => "",
        };
        // An empty id stands for one whose absence was reported.
        if id.value.is_empty() || self.site.unread.contains(&format!("content/{registry}")) {
            return;
        }
        let what = name.trim_start_matches("unknown-");
        let mut error = Diagnostic::error(name, id.span, format!("there is no {what} `{}`", id.value));
        let known: Vec<&str> = known.map(String::as_str).collect();
        error.hint = if known.is_empty() {
            Some(format!("no {what} is defined yet: add this one"))
        } else {
            suggestion(&id.value, known).or_else(|| Some(format!("add it, or write the id of a {what} that is there")))
        };
        self.found.push(error);
    }

    fn source(&mut self, brief: &Brief, id: &Spanned<String>) {
        if self.site.source(brief, &id.value).is_none() {
            self.unknown_of(brief, "unknown-source", id, brief.sources.keys().chain(self.site.sources.keys()));
        }
    }

    fn figure(&mut self, brief: &Brief, id: &Spanned<String>) {
        if !brief.figures.contains_key(&id.value) {
            self.unknown_of(brief, "unknown-figure", id, brief.figures.keys());
        }
    }

    /// Every name of a formula is a figure of the brief, or something else that is known.
    fn formula(&mut self, brief: &Brief, written: &WrittenFormula, known: &dyn Fn(&str) -> bool) {
        for (name, range) in written.formula.names() {
            if known(name) || brief.figures.contains_key(name) || brief.left_out.contains(name) {
                continue;
            }
            self.unknown("unknown-figure", &Spanned::new(name.to_owned(), written.place(range)), brief.figures.keys());
            let is_difference = |at: usize| {
                let (left, right) = (&name[..at], &name[at + 1..]);
                let is_known = |part: &str| known(part) || brief.figures.contains_key(part);
                is_known(left) && (is_known(right) || right.bytes().all(|b| b.is_ascii_digit()))
            };
            if let Some((at, _)) = name.match_indices('-').find(|(at, _)| is_difference(*at)) {
                let hint =
                    format!("did you mean `{} - {}`? a minus between names needs spaces", &name[..at], &name[at + 1..]);
                self.found.iter_mut().last().expect("it was just reported").hint = Some(hint);
            }
        }
    }

    fn calculator(&mut self, brief: &Brief, calculator: &Calculator) {
        for input in calculator.inputs.values() {
            if let Start::Figure(id) = &input.start {
                self.figure(brief, id);
            }
        }
        for output in calculator.outputs.values() {
            self.formula(brief, &output.formula, &|name| calculator.inputs.contains_key(name));
            output.compare.iter().for_each(|compare| self.figure(brief, &compare.with));
        }
    }

    fn company(&mut self, id: &Spanned<String>) {
        if !self.site.companies.contains_key(&id.value) {
            self.unknown("unknown-company", id, self.site.companies.keys());
        }
    }

    fn person(&mut self, name: &'static str, id: &Spanned<String>) {
        if !self.site.people.contains_key(&id.value) {
            self.unknown(name, id, self.site.people.keys());
        }
    }

    fn data(&mut self, brief: &Brief) {
        for id in &brief.authors {
            self.person("unknown-author", id);
        }
        for id in brief.topics.iter().filter(|id| !self.site.topics.contains_key(&id.value)) {
            self.unknown("unknown-topic", id, self.site.topics.keys());
        }
        for id in &brief.companies {
            self.company(id);
        }
        if let Some(id) = &brief.key_figure {
            self.figure(brief, id);
        }
        for id in brief.key_chart.iter().filter(|id| !brief.charts.contains_key(&id.value)) {
            self.unknown_of(brief, "unknown-chart", id, brief.charts.keys());
        }
        for figure in brief.figures.values() {
            if !self.site.metrics.contains_key(&figure.metric.value) {
                self.unknown("unknown-metric", &figure.metric, self.site.metrics.keys());
            }
            if let Some(company) = &figure.company {
                self.company(company);
            }
            if figure.formula.is_none() || figure.source.value != Source::CALCULATION {
                self.source(brief, &figure.source);
            }
            figure.formula.iter().for_each(|written| self.formula(brief, written, &|_| false));
        }
        brief.calculators.values().for_each(|calculator| self.calculator(brief, calculator));
        for chart in brief.charts.values() {
            match &chart.rows {
                RowSource::Figures(ids) => ids.iter().for_each(|id| self.figure(brief, id)),
                RowSource::Data(data) => data.sources().for_each(|id| self.source(brief, id)),
            }
        }
        for quote in brief.quotes.values() {
            self.person("unknown-person", &quote.speaker);
            self.source(brief, &quote.source);
        }
        for event in &brief.events {
            event.source.iter().for_each(|id| self.source(brief, id));
            event.text.iter().for_each(|(_, text)| self.prose(text, Some(brief)));
        }
    }

    fn editions(&mut self, editions: &PerLang<Edition>, brief: Option<&Brief>) {
        for (_, edition) in editions.iter() {
            self.prose(&edition.summary, brief);
            edition.takeaways.iter().for_each(|point| self.prose(point, brief));
            self.prose(&edition.body, brief);
        }
    }

    fn prose(&mut self, prose: &Prose, brief: Option<&Brief>) {
        for (part, span) in &prose.parts {
            match part {
                Part::Open(reference) | Part::Picture(reference) => self.reference(reference, *span, brief),
                Part::Embed(embed) => self.embed(embed, brief),
                Part::Markdown(_) | Part::Close(_) => {}
            }
        }
    }

    fn reference(&mut self, reference: &Reference, span: Span, brief: Option<&Brief>) {
        let id = Spanned::new(reference.id.clone(), span);
        match (reference.kind, brief) {
            (ReferenceKind::Figure, Some(brief)) => self.figure(brief, &id),
            (ReferenceKind::Figure | ReferenceKind::Asset, None) => self.found.push(
                Diagnostic::error("broken-link", span, "a standing page has no data of its own")
                    .hint("put the text into a brief, or write it out"),
            ),
            (ReferenceKind::Asset, Some(brief)) => {
                if !brief.assets.iter().any(|asset| asset.name == reference.id) {
                    let mut error = Diagnostic::error(
                        "broken-link",
                        span,
                        format!("there is no file `{}` in the brief's folder", reference.id),
                    );
                    error.hint = suggestion(&reference.id, brief.assets.iter().map(|a| a.name.as_str()))
                        .or_else(|| Some("add the file, or write an address in full, from `https://` on".into()));
                    self.found.push(error);
                }
            }
            (ReferenceKind::Company, _) => self.company(&id),
            (ReferenceKind::Person, _) => self.person("unknown-person", &id),
            (ReferenceKind::Brief, _) => self.brief(&id),
            (ReferenceKind::Page, _) => {
                if !self.site.pages.contains_key(&id.value) {
                    self.unknown("unknown-page", &id, self.site.pages.keys());
                }
            }
        }
    }

    fn brief(&mut self, id: &Spanned<String>) {
        if self.site.withheld.contains_key(&id.value) {
            let message = format!("the brief `{}` is not published yet", id.value);
            let hint = "leave the link out until then, or build with `--drafts` or `--future`";
            self.found.push(Diagnostic::error("withheld-brief", id.span, message).hint(hint));
        } else if !self.site.briefs.contains_key(&id.value) {
            self.unknown("unknown-brief", id, self.site.briefs.keys());
        }
    }

    fn embed(&mut self, embed: &Embed, brief: Option<&Brief>) {
        let Some(brief) = brief else {
            let error = Diagnostic::error("broken-link", embed.id.span, "a standing page has no data of its own");
            self.found.push(error.hint("put the block into a brief"));
            return;
        };
        let single = matches!(embed.kind, EmbedKind::Timeline | EmbedKind::Figures);
        if single && !embed.id.value.is_empty() {
            let scheme = if embed.kind == EmbedKind::Timeline { "timeline:" } else { "figures:" };
            let message = format!("`{scheme}` takes no name: a brief has one");
            let hint = format!("leave out `{}`", embed.id.value);
            self.found.push(Diagnostic::error("broken-link", embed.id.span, message).hint(hint));
        }
        let empty = match embed.kind {
            EmbedKind::Calculator if !brief.calculators.contains_key(&embed.id.value) => {
                return self.unknown_embed(brief, "unknown-calculator", embed, brief.calculators.keys());
            }
            EmbedKind::Chart if !brief.charts.contains_key(&embed.id.value) => {
                return self.unknown_embed(brief, "unknown-chart", embed, brief.charts.keys());
            }
            EmbedKind::Quote if !brief.quotes.contains_key(&embed.id.value) => {
                return self.unknown_embed(brief, "unknown-quote", embed, brief.quotes.keys());
            }
            EmbedKind::Timeline => brief.events.is_empty(),
            EmbedKind::Figures => brief.figures.is_empty(),
            EmbedKind::Calculator | EmbedKind::Chart | EmbedKind::Quote => false,
        };
        if empty {
            let key = if embed.kind == EmbedKind::Timeline { "events" } else { "figures" };
            let message = format!("the brief's `data.yaml` has no `{key}`");
            self.found.push(Diagnostic::error("empty-embed", embed.id.span, message).hint(format!("add `{key}:`")));
        }
    }

    fn unknown_embed<'k>(
        &mut self,
        brief: &Brief,
        name: &'static str,
        embed: &Embed,
        known: impl Iterator<Item = &'k String>,
    ) {
        if embed.id.value.is_empty() {
            let what = name.trim_start_matches("unknown-");
            let message = format!("which {what}?");
            self.found.push(Diagnostic::error(name, embed.id.span, message).hint(format!("write `{what}:id`")));
        } else {
            self.unknown_of(brief, name, &embed.id, known);
        }
    }
}
