//! The templates: loaded once, with the functions they may call, and their errors as diagnostics.
//!
//! Functions: `t(key, n=…, …)` gives an interface string in the page's language (`lang` of the context), `asset(path)` the URL of
//! a static file. Both fail, at the template's line, when what they name is not there.

use super::urls::Urls;
use crate::diag::{Diagnostic, Files, Span};
use crate::locale::{Formats, Lang, Strings};
use crate::model::{PerLang, Sources};
use crate::quantity::Decimal;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Context, Error, ErrorKind, Kwargs, State, Tera, TeraResult};

/// The templates of a site.
pub struct Theme {
    tera: Tera,
    files: BTreeMap<String, crate::diag::FileId>,
}

impl Theme {
    /// Loads the templates; the first that does not parse is reported.
    pub fn load(
        sources: &Sources,
        urls: &Arc<Urls>,
        strings: &Arc<PerLang<Strings>>,
        formats: &Arc<PerLang<Formats>>,
    ) -> Result<Self, Diagnostic> {
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".html"]);
        register(&mut tera, urls, strings, formats);
        let files = sources.templates.clone();
        let texts = files.iter().map(|(name, file)| (name.as_str(), sources.files.text(*file)));
        match tera.add_raw_templates(texts) {
            Ok(()) => Ok(Self { tera, files }),
            Err(error) => Err(Self { tera: Tera::new(), files }.diagnostic(&error, &sources.files)),
        }
    }

    /// Renders a template with one view.
    pub fn render(&self, template: &str, view: &impl Serialize, files: &Files) -> Result<String, Diagnostic> {
        let context = Context::from_serialize(view);
        context.and_then(|context| self.tera.render(template, &context)).map_err(|e| self.diagnostic(&e, files))
    }

    /// A template error, at its place in the template.
    fn diagnostic(&self, error: &Error, files: &Files) -> Diagnostic {
        let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
            let hint = "see the default templates for what a page needs";
            return Diagnostic::error("template", None, first_line(&error.to_string())).hint(hint);
        };
        let span = self.files.get(report.filename()).map(|file| {
            let range = report.span().range.clone();
            let length = files.text(*file).len();
            Span::new(*file, range.start.min(length), range.end.min(length))
        });
        let hint = "templates are written in Tera 2: check the name, the closing mark and the function's arguments";
        Diagnostic::error("template", span, first_line(report.message())).hint(hint)
    }
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}

fn register(tera: &mut Tera, urls: &Arc<Urls>, strings: &Arc<PerLang<Strings>>, formats: &Arc<PerLang<Formats>>) {
    let (strings, formats) = (Arc::clone(strings), Arc::clone(formats));
    tera.register_function("t", move |args: Kwargs, state: &State| translate(&args, state, &strings, &formats));
    let urls = Arc::clone(urls);
    tera.register_function("asset", move |args: Kwargs, _: &State| -> TeraResult<String> {
        let path: String = args.must_get("path")?;
        let known = || {
            let near = crate::diag::suggestion(&path, urls.fixed_names());
            Error::message(format!("there is no static file `{path}` ({})", near.unwrap_or_default()))
        };
        urls.fixed(&path).map(|path| urls.href(path)).ok_or_else(known)
    });
}

fn translate(
    args: &Kwargs,
    state: &State,
    strings: &PerLang<Strings>,
    formats: &PerLang<Formats>,
) -> TeraResult<String> {
    let key: String = args.must_get("key")?;
    let lang = match args.get::<String>("lang")? {
        Some(lang) => Some(lang),
        None => state.get::<String>("lang")?,
    };
    let lang = lang.and_then(|l| l.parse::<Lang>().ok()).ok_or_else(|| Error::message("the page has no `lang`"))?;
    let (Some(strings), Some(formats)) = (strings.get(lang), formats.get(lang)) else {
        return Err(Error::message(format!("there are no interface strings in `{lang}`")));
    };
    let mut number = None;
    let mut words = Vec::new();
    for (name, value) in args.iter() {
        match (name.as_str(), value.as_i64()) {
            (Some("key" | "lang") | None, _) => {}
            (Some("n"), Some(n)) => number = Some(Decimal::from(n)),
            (Some(name), _) => words.push((name.to_owned(), value.to_string())),
        }
    }
    let words: Vec<(&str, &str)> = words.iter().map(|(name, word)| (name.as_str(), word.as_str())).collect();
    let text = match number {
        Some(n) => strings.plural(formats, &key, n, &words),
        None => strings.format(&key, &words),
    };
    text.map(|text| formats.typeset(&text, None).into_owned()).ok_or_else(|| {
        let near = crate::diag::suggestion(&key, strings.keys());
        Error::message(format!("there is no interface string `{key}` in `{lang}` ({})", near.unwrap_or_default()))
    })
}
