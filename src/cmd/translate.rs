//! `depeche translate`: records in an edition what it was translated from, so that later changes are noticed.

use super::{SiteArguments, counted, report, say};
use depeche::build;
use depeche::check::{self, Subject};
use depeche::diag::{has_errors, suggestion};
use depeche::locale::Lang;
use depeche::model::{Brief, Edition, PerLang, Site, Sources};
use depeche::{parse, write};
use std::fs;
use std::process::ExitCode;

/// Record what editions were translated from
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    site: SiteArguments,
    /// The language of the original and that of the translation
    #[arg(long, required = true, num_args = 2, value_names = ["FROM", "TO"])]
    mark: Vec<Lang>,
    /// Folders of briefs or standing pages [default: all that have both languages]
    #[arg(value_name = "BRIEF")]
    briefs: Vec<String>,
}

pub fn run(arguments: &Arguments) -> ExitCode {
    let [from, to] = arguments.mark[..] else { unreachable!("two values are required") };
    if from == to {
        return fail(&format!("an edition in `{from}` is no translation of itself"), None);
    }
    let loaded = build::load(&arguments.site.options());
    let Some(site) = loaded.site.as_ref().filter(|_| !has_errors(&loaded.diagnostics)) else {
        report(&loaded.diagnostics, &loaded.sources.files);
        return ExitCode::FAILURE;
    };
    let known: Vec<&str> = site.briefs.keys().chain(site.pages.keys()).map(String::as_str).collect();
    if let Some(unknown) = arguments.briefs.iter().find(|id| !known.contains(&id.as_str())) {
        return fail(&format!("there is no brief or page `{unknown}`"), suggestion(unknown, known).as_deref());
    }
    let chosen = |id: &str| arguments.briefs.is_empty() || arguments.briefs.iter().any(|brief| brief == id);
    let subject = Subject::new(site);
    let mut done = 0;
    for (id, brief, editions) in texts(site).filter(|(id, ..)| chosen(id)) {
        match (editions.get(from), editions.get(to)) {
            (Some(source), Some(edition)) => {
                let marks = check::marks(&subject, source, from, brief);
                if let Err(error) = record(&loaded.sources, edition, from, &marks) {
                    return fail(&error, None);
                }
                done += 1;
            }
            _ if arguments.briefs.is_empty() => {}
            _ => return fail(&format!("`{id}` does not have both an edition in `{from}` and one in `{to}`"), None),
        }
    }
    say(&format!("{} in {to} marked as translated from {from}\n", counted(done, "edition")));
    ExitCode::SUCCESS
}

fn texts(site: &Site) -> impl Iterator<Item = (&str, Option<&Brief>, &PerLang<Edition>)> {
    let briefs = site.briefs.iter().map(|(id, brief)| (id.as_str(), Some(brief), &brief.editions));
    briefs.chain(site.pages.iter().map(|(id, page)| (id.as_str(), None, &page.editions)))
}

/// Writes the marks into the edition's file, which is read again so that its line ends stay.
fn record(sources: &Sources, edition: &Edition, from: Lang, marks: &[String]) -> Result<(), String> {
    let path = sources.root.join(sources.files.path(edition.file));
    let fault = |error: std::io::Error| format!("cannot write `{}`: {error}", path.display());
    let text = fs::read_to_string(&path).map_err(fault)?;
    let marked = parse::record_source(&text, from, marks);
    let marked = marked.ok_or_else(|| format!("`{}` has lost its front matter", path.display()))?;
    if marked == text { Ok(()) } else { write::replace(&path, &marked).map_err(fault) }
}

fn fail(message: &str, help: Option<&str>) -> ExitCode {
    say(&format!("error: {message}\n"));
    if let Some(help) = help {
        say(&format!("help: {help}\n"));
    }
    ExitCode::FAILURE
}
