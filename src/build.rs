//! The whole pipeline, from a folder to a site: the only module that names every stage.

mod one_chart;

pub use one_chart::{ChartOutput, load_chart, make_chart};

use crate::chart;
use crate::check;
use crate::diag::{self, Diagnostic};
use crate::discover::discover;
use crate::locale::Strings;
use crate::model::{Base, PerLang, Site, Sources};
use crate::parse;
use crate::plan::{self, Plan};
use crate::render::{Renderer, Urls};
use crate::write::{self, WriteError};
use jiff::Timestamp;
use jiff::civil::Date;
use std::path::{Path, PathBuf};

/// What a build is asked for.
#[derive(Clone, Debug)]
pub struct Options {
    pub root: PathBuf,
    /// The site's address, in the place of the one in `depeche.yaml`.
    pub base: Option<Base>,
    /// Scheme and host, in the place of those of the site's address.
    pub origin: Option<String>,
    pub drafts: bool,
    /// Briefs of a day after `now` as well.
    pub future: bool,
    pub now: Now,
}

/// When the build takes place.
#[derive(Clone, Copy, Debug)]
pub enum Now {
    /// The day in the site's time zone is worked out from it.
    Instant(Timestamp),
    Day(Date),
}

/// A site that was read and checked.
pub struct Loaded {
    pub sources: Sources,
    /// `None` where the site is too broken to have one.
    pub site: Option<Site>,
    pub strings: PerLang<Strings>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// Whether nothing stops this site from being rendered.
    pub fn is_sound(&self) -> bool {
        self.site.is_some() && !diag::has_errors(&self.diagnostics)
    }
}

/// What a build did.
pub struct Report {
    /// The site as it was read, with all findings.
    pub loaded: Loaded,
    /// `None` where nothing was written.
    pub written: Option<Written>,
}

pub struct Written {
    pub pages: usize,
    pub charts: usize,
}

/// Reads and checks the site in a folder.
pub fn load(options: &Options) -> Loaded {
    let (sources, diagnostics) = discover(&options.root);
    read(sources, diagnostics, options)
}

/// Reads and checks a site whose inputs are at hand; `diagnostics` is what was found of them so far.
pub fn read(sources: Sources, mut diagnostics: Vec<Diagnostic>, options: &Options) -> Loaded {
    let (mut site, found) = parse::parse(&sources);
    diagnostics.extend(found);
    let (strings, found) = parse::strings(&sources);
    diagnostics.extend(found);
    if let Some(site) = &mut site {
        if let Some(base) = &options.base {
            site.config.base = base.clone();
        }
        if let Some(origin) = &options.origin {
            site.config.base.origin.clone_from(origin);
        }
        let today = match options.now {
            Now::Instant(instant) => site.config.time_zone.to_datetime(instant).date(),
            Now::Day(day) => day,
        };
        site.withhold(today, options.drafts, options.future);
        let site: &Site = site;
        let of_charts = || {
            let charts = site.briefs.values().flat_map(|brief| brief.charts.values().map(move |spec| (brief, spec)));
            charts.flat_map(|(brief, spec)| chart::check(site, brief, spec)).collect::<Vec<_>>()
        };
        let (of_lints, of_charts) = rayon::join(|| check::check(site), of_charts);
        diagnostics.extend(of_lints);
        diagnostics.extend(of_charts);
    }
    diag::sort(&mut diagnostics);
    // What is wrong with a chart that several briefs share is said once.
    diagnostics.dedup_by(|a, b| (a.span, a.name, &a.message) == (b.span, b.name, &b.message) && a.span.is_some());
    Loaded { sources, site, strings, diagnostics }
}

/// Renders with what was loaded: calls `use_plan` with the plan and its renderer.
pub fn with_plan<T>(loaded: &Loaded, use_plan: impl FnOnce(&Plan, &Renderer) -> T) -> Result<T, Diagnostic> {
    let site = loaded.site.as_ref().expect("only a sound site is rendered");
    let (places, fixed) = plan::fixed(&loaded.sources.statics);
    let urls = Urls::new(site.config.base.clone(), places);
    let renderer = Renderer::new(site, &loaded.sources, urls, loaded.strings.clone())?;
    let plan = Plan::new(site, &loaded.sources, &renderer, fixed);
    Ok(use_plan(&plan, &renderer))
}

/// Builds the site in a folder into `out`. `progress` is called with the number of files done and of all files.
pub fn build(options: &Options, out: &Path, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<Report, WriteError> {
    let mut loaded = load(options);
    let mut written = None;
    if loaded.is_sound() {
        let charts = loaded.site.iter().flat_map(|s| s.briefs.values()).map(|brief| brief.charts.len()).sum();
        let result = with_plan(&loaded, |plan, renderer| {
            let done = std::sync::atomic::AtomicUsize::new(0);
            let all = plan.artifacts.len();
            let step = || progress(done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1, all);
            write::write(plan, renderer, out, &step).map(|()| plan.pages())
        });
        match result {
            Ok(Ok(pages)) => written = Some(Written { pages, charts }),
            Ok(Err(WriteError::Page(found))) => loaded.diagnostics.extend(found),
            Ok(Err(error)) => return Err(error),
            Err(diagnostic) => loaded.diagnostics.push(diagnostic),
        }
    }
    Ok(Report { loaded, written })
}
