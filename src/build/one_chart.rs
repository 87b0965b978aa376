//! One chart outside a site: from a file of its own to a picture or a document.

use super::Loaded;
use crate::chart::{self, Theme};
use crate::check;
use crate::diag::{self, Diagnostic, Span, suggestion};
use crate::discover;
use crate::locale::Lang;
use crate::model::{Site, Sources};
use crate::parse;
use crate::render::{PlacedChart, Renderer, Urls, pixels};
use std::collections::BTreeMap;
use std::path::Path;

/// What is made of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ChartOutput {
    /// A drawing; `width` is the plot's, in CSS pixels.
    Svg { width: f64, theme: Theme },
    /// The same in pixels, two to the CSS pixel.
    Png { width: f64, theme: Theme },
    /// A document in both layouts, light and dark, with description and table.
    Html,
}

/// Reads and checks a file of charts; `path` is what findings call it. `tables` are the CSV files beside it, by name.
pub fn load_chart(path: &str, text: String, tables: Vec<(String, String)>) -> Loaded {
    let mut sources = discover::builtin(Path::new(""));
    let file = sources.files.add(path, text);
    let tables = tables.into_iter().map(|(name, text)| (name.clone(), sources.files.add(name, text))).collect();
    let (site, mut diagnostics) = parse::chart_file(&sources.files, file, &tables);
    let (strings, found) = parse::strings(&sources);
    diagnostics.extend(found);
    if let Some(site) = &site {
        diagnostics.extend(check::references(site));
        let charts = site.briefs.values().flat_map(|brief| brief.charts.values().map(move |spec| (brief, spec)));
        diagnostics.extend(charts.flat_map(|(brief, spec)| chart::check(site, brief, spec)));
    }
    diag::sort(&mut diagnostics);
    Loaded { sources, site, strings, diagnostics }
}

/// Makes one chart of a sound file: the one called `id`, or else its only one; in `lang`, or else in the file's first language.
pub fn make_chart(
    loaded: &Loaded,
    id: Option<&str>,
    lang: Option<Lang>,
    output: ChartOutput,
) -> Result<Vec<u8>, Diagnostic> {
    let site = loaded.site.as_ref().expect("only a sound file is drawn");
    let chart = chosen(site, id, lang)?;
    let urls = Urls::new(site.config.base.clone(), BTreeMap::new());
    let renderer = Renderer::new(site, &loaded.sources, urls, loaded.strings.clone())?;
    match output {
        ChartOutput::Svg { width, theme } => Ok(renderer.picture(&chart, width, theme).svg.into_bytes()),
        ChartOutput::Png { width, theme } => pixels(&chart, &renderer.picture(&chart, width, theme)),
        ChartOutput::Html => renderer.chart_page(&chart, Some(styles(&loaded.sources))),
    }
}

fn chosen<'s>(site: &'s Site, id: Option<&str>, lang: Option<Lang>) -> Result<PlacedChart<'s>, Diagnostic> {
    let brief = site.briefs.values().next().expect("a file of charts is one brief");
    let file = Span::new(brief.data, 0, 0);
    let lang = lang.unwrap_or(site.config.languages[0]);
    let Some(edition) = brief.edition(lang) else {
        let error = Diagnostic::error("unknown-language", file, format!("the file has no language `{lang}`"));
        return Err(error.hint(format!("add `{lang}` to its `languages`")));
    };
    let charts = || brief.charts.keys().map(String::as_str);
    let known = || format!("its charts: {}", charts().collect::<Vec<_>>().join(", "));
    let id = match (id, brief.charts.first()) {
        (Some(id), _) => id,
        (None, Some((only, _))) if brief.charts.len() == 1 => only,
        (None, _) => {
            let message = format!("the file has {} charts, and none was named", brief.charts.len());
            return Err(Diagnostic::error("unknown-chart", file, message).hint(format!("say `--id`; {}", known())));
        }
    };
    let Some((id, spec)) = brief.charts.get_key_value(id) else {
        let error = Diagnostic::error("unknown-chart", file, format!("there is no chart `{id}`"));
        return Err(error.hint(suggestion(id, charts()).unwrap_or_else(known)));
    };
    Ok(PlacedChart { brief, edition, lang, id, spec, alt: "" })
}

/// The style sheets of the program in one.
fn styles(sources: &Sources) -> String {
    let text = |name: &str| sources.statics.get(name).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    ["style.css", "chart.css"].map(text).concat()
}
