//! A small site for the tests of charts: four companies, two metrics, and charts made from a line of values.

use crate::chart::{Body, Context, Drawing, Drawings, KEYS, draw};
use crate::diag::{FileId, Files, Span, Spanned};
use crate::locale::{Formats, Lang, Locale, Message, Strings};
use crate::model::{
    Base, Brief, Cell, Channel, ChartSpec, Charts, Company, Config, Curve, DataRow, DataRows, Encoding, Field, Figure,
    Highlight, IndexMap, Labels, LocalText, Mark, Metric, PerLang, Proportions, Publisher, RowSource, Site, Sort,
    Status,
};
use crate::quantity::{Unit, Value};

pub struct Fixture {
    pub site: Site,
    pub brief: Brief,
    pub file: FileId,
}

/// A figure in one line: id, company, period, status, value (`n/a` where not disclosed).
pub type Line<'l> = (&'l str, &'l str, &'l str, Status, &'l str);

/// The four plans that the first brief compares.
pub const PLANS: [Line<'static>; 4] = [
    ("meta", "meta", "2025", Status::Guidance, "60..65 billion USD"),
    ("amazon", "amazon", "2025", Status::Guidance, "> 100 billion USD"),
    ("alphabet", "alphabet", "2025", Status::Guidance, "75 billion USD"),
    ("microsoft", "microsoft", "FY2025", Status::Guidance, "80 billion USD"),
];

/// Two companies in two years, which add up.
pub const LAYERS: [Line<'static>; 4] = [
    ("a", "amazon", "2023", Status::Actual, "30 billion USD"),
    ("b", "amazon", "2024", Status::Actual, "> 40 billion USD"),
    ("c", "meta", "2023", Status::Actual, "20 billion USD"),
    ("d", "meta", "2024", Status::Actual, "10 billion USD"),
];

impl Fixture {
    pub fn new(figures: &[Line]) -> Self {
        let mut files = Files::default();
        let file = files.add("data.yaml", "x");
        let span = Span::new(file, 0, 1);
        let companies = ["amazon", "microsoft", "alphabet", "meta"].map(|id| {
            let name = same(&(id[..1].to_uppercase() + &id[1..]));
            (id.to_owned(), Company { name, ticker: None, fiscal_year_end: 12, span })
        });
        let metrics = [("capex", "dépenses d’investissement", "capital expenditure"), ("sales", "ventes", "sales")]
            .map(|(id, fr, en)| (id.to_owned(), Metric { name: both(fr, en), span }));
        let site = Site {
            config: config(),
            companies: companies.into_iter().collect(),
            people: IndexMap::new(),
            topics: IndexMap::new(),
            metrics: metrics.into_iter().collect(),
            sources: IndexMap::new(),
            nouns: std::collections::BTreeMap::default(),
            unread: std::collections::BTreeSet::new(),
            briefs: IndexMap::new(),
            withheld: IndexMap::new(),
            pages: IndexMap::new(),
        };
        let figures = figures.iter().map(|line| (line.0.to_owned(), figure(line, span))).collect();
        Self { site, brief: brief(file, figures), file }
    }

    pub fn span(&self) -> Span {
        Span::new(self.file, 0, 1)
    }

    /// A chart of all figures, the largest value first.
    pub fn spec(&self) -> ChartSpec {
        let ids = self.brief.figures.keys().map(|id| self.spanned(id));
        ChartSpec {
            mark: Mark::Bar,
            title: both(
                "Amazon prévoit le plus gros investissement de 2025",
                "Amazon plans the largest spending of 2025",
            ),
            subtitle: None,
            notes: None,
            rows: RowSource::Figures(ids.collect()),
            encoding: Encoding::default(),
            highlight: Highlight::None,
            labels: Labels::default(),
            annotations: vec![],
            curve: Curve::Linear,
            columns: vec![],
            layout: Proportions::default(),
            download: true,
            span: self.span(),
        }
    }

    /// A chart of rows of its own in the order given.
    pub fn inline(&self, rows: &[(&str, &str)]) -> ChartSpec {
        let rows: Vec<DataRow> = rows.iter().map(|(label, value)| self.row(label, value)).collect();
        let rows = RowSource::Data(DataRows { unit: Unit::Number, source: Some(self.spanned("article")), rows });
        ChartSpec { rows, ..self.spec() }
    }

    /// A chart of two series: each of the rows, and another one of its name with the value of the next row.
    pub fn pairs(&self, rows: &[(&str, &str)]) -> ChartSpec {
        let mut data = Vec::new();
        for (index, (label, value)) in rows.iter().enumerate() {
            let second = rows[(index + 1) % rows.len()].1;
            for (series, value) in [("2024", *value), ("2025", second)] {
                data.push(DataRow { period: Some(self.period(series)), ..self.row(label, value) });
            }
        }
        let rows = RowSource::Data(DataRows { unit: Unit::Number, source: Some(self.spanned("article")), rows: data });
        let encoding = Encoding { color: Some(self.channel(Some(Field::Period), None)), ..Encoding::default() };
        ChartSpec { rows, encoding, ..self.spec() }
    }

    pub fn period(&self, text: &str) -> Spanned<crate::quantity::Timing> {
        Spanned::new(text.parse().unwrap(), self.span())
    }

    /// A row of a chart's own data, named by its `label`.
    pub fn row(&self, label: &str, value: &str) -> DataRow {
        DataRow {
            company: None,
            metric: None,
            period: None,
            status: Status::Actual,
            source: None,
            note: None,
            value: value_of(value),
            columns: [("label".to_owned(), Cell::Text(same(label)))].into_iter().collect(),
            span: self.span(),
        }
    }

    /// A channel of a field that orders as asked.
    pub fn channel(&self, field: Option<Field>, sort: Option<Sort>) -> Channel {
        Channel { field: field.map(|field| Spanned::new(field, self.span())), sort, ..Channel::new(self.span()) }
    }

    pub fn spanned(&self, text: &str) -> Spanned<String> {
        Spanned::new(text.to_owned(), self.span())
    }

    pub fn draw(&self, spec: &ChartSpec, locale: Locale) -> Drawing {
        let formats = Formats::new(locale, &self.site.nouns);
        let context = Context { id: "chart-plans", alt: "" };
        draw(&self.site, &self.brief, spec, &formats, &strings(locale.lang()), context)
    }
}

impl Drawing {
    /// The drawings of a mark that has some.
    pub fn plot(&self) -> &Drawings {
        match &self.body {
            Body::Plot(drawings) => drawings,
            Body::Text(markup) => panic!("no plot: {}", markup.html),
        }
    }

    /// The HTML of a mark that is set as text.
    pub fn html(&self) -> &str {
        match &self.body {
            Body::Text(markup) => &markup.html,
            Body::Plot(drawings) => panic!("no text: {}", drawings.wide_svg),
        }
    }
}

pub fn same(text: &str) -> LocalText {
    LocalText::Same(text.to_owned())
}

pub fn both(fr: &str, en: &str) -> LocalText {
    let mut texts = PerLang::default();
    texts.insert(Lang::Fr, fr.to_owned());
    texts.insert(Lang::En, en.to_owned());
    LocalText::PerLang(texts)
}

fn value_of(text: &str) -> Option<Value> {
    (text != "n/a").then(|| text.parse().unwrap())
}

fn config() -> Config {
    Config {
        title: same("Dépêche"),
        description: same(""),
        base: Base::parse("https://example.org/depeche/").unwrap(),
        languages: vec![Lang::Fr, Lang::En],
        locales: PerLang::default(),
        time_zone: jiff::tz::TimeZone::UTC,
        publisher: Publisher { name: "Dépêche".to_owned(), url: None },
        allow_html: false,
        page_size: 20,
        charts: Charts::default(),
        lints: vec![],
    }
}

fn figure((_, company, period, status, value): &Line, span: Span) -> Figure {
    Figure {
        company: (!company.is_empty()).then(|| Spanned::new((*company).to_owned(), span)),
        metric: Spanned::new("capex".to_owned(), span),
        period: Spanned::new(period.parse().unwrap(), span),
        status: *status,
        value: value_of(value),
        value_span: span,
        formula: None,
        calculated: false,
        source: Spanned::new(format!("{company}-call"), span),
        note: None,
        span,
    }
}

fn brief(data: FileId, figures: IndexMap<String, Figure>) -> Brief {
    Brief {
        id: "2025-02-06-amazon-capex".to_owned(),
        data,
        date: jiff::civil::date(2025, 2, 6),
        updated: None,
        publish_at: None,
        draft: false,
        authors: vec![],
        topics: vec![],
        companies: vec![],
        key_figure: None,
        key_chart: None,
        sources: IndexMap::new(),
        figures,
        charts: IndexMap::new(),
        calculators: IndexMap::new(),
        quotes: IndexMap::new(),
        events: vec![],
        corrections: vec![],
        editions: PerLang::default(),
        assets: vec![],
        left_out: std::collections::BTreeSet::new(),
    }
}

/// The strings that the program has built in, read line by line: those of charts are all plain.
pub fn strings(lang: Lang) -> Strings {
    let file = match lang {
        Lang::Fr => include_str!("../../../templates/strings/fr.yaml"),
        Lang::En => include_str!("../../../templates/strings/en.yaml"),
    };
    let entries = file.lines().filter_map(|line| {
        let (key, text) = line.split_once(": ")?;
        let text = text.trim().trim_matches('"').to_owned();
        KEYS.contains(&key).then(|| (key.to_owned(), Message::Plain(text)))
    });
    Strings::parse(lang, &entries.collect::<Vec<_>>()).unwrap()
}
