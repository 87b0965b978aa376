//! The templates, interface strings and static files that are compiled into the program.

use std::borrow::Cow;
use std::collections::BTreeMap;

macro_rules! texts {
    ($($path:literal),* $(,)?) => { &[$(($path, include_str!(concat!("../../", $path)))),*] };
}

const TEMPLATES: &[(&str, &str)] = texts![
    "templates/404.html",
    "templates/base.html",
    "templates/bilingual.html",
    "templates/brief.html",
    "templates/chart.html",
    "templates/charts.html",
    "templates/embeds/calculator.html",
    "templates/embeds/chart.html",
    "templates/embeds/figures.html",
    "templates/embeds/quote.html",
    "templates/embeds/timeline.html",
    "templates/home.html",
    "templates/page.html",
    "templates/parts/chart-table.html",
    "templates/parts/languages.html",
    "templates/parts/line.html",
    "templates/parts/masthead.html",
    "templates/parts/notes.html",
    "templates/parts/pager.html",
    "templates/root.html",
    "templates/strings/en.yaml",
    "templates/strings/fr.yaml",
];

const STATICS: &[(&str, &str)] =
    texts!["static/calculator.js", "static/chart.css", "static/chart.js", "static/favicon.svg", "static/style.css"];

/// Path below the site's folder and text of each built-in template and strings file.
pub fn templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEMPLATES.iter().copied()
}

/// Built-in static files by their path below `static/`.
pub fn statics() -> BTreeMap<String, Cow<'static, [u8]>> {
    let below = |path: &str| path.strip_prefix("static/").expect("a static file").to_owned();
    STATICS.iter().map(|(path, text)| (below(path), Cow::Borrowed(text.as_bytes()))).collect()
}
