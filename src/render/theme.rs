//! The templates: loaded once, with the functions they may call, and their errors as diagnostics.
//!
//! Functions: `t(key, n=…, …)` gives an interface string in the page's language (`lang` of the context), `asset(path)` the URL of
//! a static file. Both fail, at the template's line, when what they name is not there.

use super::faults::{Templates, diagnostic, function_error};
use super::urls::Urls;
use crate::diag::{Diagnostic, Files, suggestion};
use crate::locale::{Formats, Lang, Strings};
use crate::model::{PerLang, Sources};
use crate::quantity::Decimal;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

/// Bytes that most pages fit in.
const PAGE: usize = 32 * 1024;

/// The templates of a site.
pub struct Theme {
    tera: Tera,
    files: Templates,
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
            Err(error) => Err(diagnostic(&error, &files, &sources.files)),
        }
    }

    /// Renders a page with one view.
    pub fn page(&self, template: &str, view: &impl Serialize, files: &Files) -> Result<Vec<u8>, Diagnostic> {
        let mut page = Vec::with_capacity(PAGE);
        let context = Context::from_serialize(view);
        let rendered = context.and_then(|context| self.tera.render_to(template, &context, &mut page));
        rendered.map(|()| page).map_err(|e| diagnostic(&e, &self.files, files))
    }

    /// Renders a part of a page with one view.
    pub fn render(&self, template: &str, view: &impl Serialize, files: &Files) -> Result<String, Diagnostic> {
        self.page(template, view, files)
            .map(|part| String::from_utf8(part).expect("templates are text, and so is what they make"))
    }
}

fn register(tera: &mut Tera, urls: &Arc<Urls>, strings: &Arc<PerLang<Strings>>, formats: &Arc<PerLang<Formats>>) {
    let (strings, formats) = (Arc::clone(strings), Arc::clone(formats));
    let ready = ready(&strings, &formats);
    tera.register_function("t", move |args: Kwargs, state: &State| -> TeraResult<Value> {
        let key: &str = args.must_get("key")?;
        let lang = language(&args, state)?;
        if args.iter().all(|(name, _)| matches!(name.as_str(), Some("key" | "lang")))
            && let Some(text) = ready.get(lang).and_then(|texts| texts.get(key))
        {
            return Ok(text.clone());
        }
        translate(key, lang, &args, &strings, &formats).map(Value::from)
    });
    let urls = Arc::clone(urls);
    tera.register_function("asset", move |args: Kwargs, _: &State| -> TeraResult<String> {
        let path: String = args.must_get("path")?;
        let known = || {
            let hint = suggestion(&path, urls.fixed_names());
            let hint = hint.unwrap_or_else(|| "write its path below `static/`".to_owned());
            function_error(format!("there is no static file `{path}`"), Some(hint))
        };
        urls.fixed(&path).map(|path| urls.href(path)).ok_or_else(known)
    });
}

/// The strings of each language as a page shows them where it passes no arguments.
fn ready(strings: &PerLang<Strings>, formats: &PerLang<Formats>) -> PerLang<BTreeMap<String, Value>> {
    let mut all = PerLang::default();
    for (lang, formats) in formats.iter() {
        let Some(strings) = strings.get(lang) else { continue };
        let texts = strings.keys().filter_map(|key| {
            let text = formats.typeset(strings.get(key)?, None);
            Some((key.to_owned(), Value::from(text.into_owned())))
        });
        all.insert(lang, texts.collect());
    }
    all
}

/// The language that `t` speaks: its own argument's, or else the page's.
fn language(args: &Kwargs, state: &State) -> TeraResult<Lang> {
    let lang = match args.get::<Value>("lang")? {
        Some(lang) => Some(lang),
        None => state.get::<Value>("lang")?,
    };
    let lang = lang.ok_or_else(|| function_error("the page has no `lang`", Some("write `lang=\"fr\"`".to_owned())))?;
    let tag = lang.as_str().unwrap_or_default();
    tag.parse().map_err(|_| {
        function_error(
            format!("`{lang}` is no language that the program writes"),
            suggestion(tag, Lang::ALL.map(Lang::tag)),
        )
    })
}

fn translate(
    key: &str,
    lang: Lang,
    args: &Kwargs,
    strings: &PerLang<Strings>,
    formats: &PerLang<Formats>,
) -> TeraResult<String> {
    let (Some(strings), Some(formats)) = (strings.get(lang), formats.get(lang)) else {
        let hint = "the languages of a site stand in `depeche.yaml`".to_owned();
        return Err(function_error(format!("`{lang}` is no language of this site"), Some(hint)));
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
        Some(n) => strings.plural(formats, key, n, &words),
        None => strings.format(key, &words),
    };
    text.map(|text| formats.typeset(&text, None).into_owned()).ok_or_else(|| {
        let hint =
            suggestion(key, strings.keys()).unwrap_or_else(|| format!("add it to `templates/strings/{lang}.yaml`"));
        function_error(format!("there is no interface string `{key}` in `{lang}`"), Some(hint))
    })
}
