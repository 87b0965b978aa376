//! Finds every input of a site and reads each once.
//!
//! The only stage that reads the site's folder. Links are not followed and nothing outside the folder is read; a file of the site's
//! own `templates/` or `static/` takes the place of the built-in one of that name. What the texts mean is `crate::parse`'s.

mod builtin;

use crate::diag::{Diagnostic, FileId, Files, Span};
use crate::model::{Folder, Sources};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

/// The largest text that is read: 4 MiB.
const MAX_TEXT: u64 = 4 * 1024 * 1024;
/// The largest table that a chart may be drawn from: 1 MiB.
const MAX_TABLE: u64 = 1024 * 1024;

/// Files of a brief's folder that are published beside it. What a browser would run (HTML, SVG, scripts) is not among them.
const ASSET_KINDS: &[&str] =
    &["avif", "csv", "gif", "jpeg", "jpg", "json", "m4a", "mp3", "mp4", "ods", "pdf", "png", "txt", "webp", "xlsx"];

/// Walks the site's folder. Returns what was found even where something was wrong.
pub fn discover(root: &Path) -> (Sources, Vec<Diagnostic>) {
    let mut walk = Walk::default();
    for folder in ["content", "templates", "static"] {
        walk.folder(root, folder);
    }
    let settings = root.join("depeche.yaml");
    if settings.is_symlink() {
        walk.faults.push(Fault::link("depeche.yaml"));
    } else if settings.is_file() {
        walk.take(Found::text(root, "depeche.yaml".to_owned()));
    }
    let mut sources = builtin(root);
    for (path, text) in walk.texts {
        let id = sources.files.add(path.as_str(), text);
        Placing(&mut sources).place_text(&path, id);
    }
    for (path, text) in walk.tables {
        let id = sources.files.add(path.as_str(), text);
        Placing(&mut sources).place_table(&path, id);
    }
    for path in &walk.binaries {
        if let Err(fault) = Placing(&mut sources).place_binary(path) {
            walk.faults.push(fault);
        }
    }
    sources.unread = walk.faults.iter().map(|fault| fault.path.clone()).collect();
    let diagnostics = walk.faults.into_iter().map(|fault| fault.into_diagnostic(&mut sources.files)).collect();
    (sources, diagnostics)
}

/// The inputs of a site of which only the folder is known: what is compiled into the program.
pub fn builtin(root: &Path) -> Sources {
    let mut sources = Sources {
        root: root.to_owned(),
        files: Files::default(),
        config: None,
        registries: BTreeMap::new(),
        briefs: Vec::new(),
        pages: Vec::new(),
        charts: BTreeMap::new(),
        chart_tables: BTreeMap::new(),
        templates: BTreeMap::new(),
        strings: BTreeMap::new(),
        statics: builtin::statics(),
        unread: BTreeSet::new(),
    };
    for (path, text) in builtin::templates() {
        let id = sources.files.add(path, text);
        Placing(&mut sources).place_text(path, id);
    }
    sources
}

/// Puts each input where it belongs.
struct Placing<'s>(&'s mut Sources);

impl Placing<'_> {
    fn place_text(&mut self, path: &str, id: FileId) {
        if path == "depeche.yaml" {
            self.0.config = Some(id);
        } else if let Some(language) = path.strip_prefix("templates/strings/") {
            self.0.strings.insert(language.trim_end_matches(".yaml").to_owned(), id);
        } else if let Some(name) = path.strip_prefix("templates/") {
            self.0.templates.insert(name.to_owned(), id);
        } else if let Some((folder, name)) = self.folder_of(path) {
            match name.strip_suffix(".md") {
                Some(language) => folder.editions.push((language.to_owned(), id)),
                None => folder.data = Some(id),
            }
        } else if let Some(name) = path.strip_prefix("content/charts/") {
            self.0.charts.insert(name.to_owned(), id);
        } else if let Some(name) = path.strip_prefix("content/") {
            self.0.registries.insert(name.to_owned(), id);
        }
    }

    fn place_table(&mut self, path: &str, id: FileId) {
        if let Some(name) = path.strip_prefix("content/charts/") {
            self.0.chart_tables.insert(name.to_owned(), id);
        } else if let Some((folder, name)) = self.folder_of(path) {
            folder.tables.insert(name.to_owned(), id);
        }
    }

    fn place_binary(&mut self, path: &str) -> Result<(), Fault> {
        let full = self.0.root.join(path);
        if let Some(name) = path.strip_prefix("static/") {
            let bytes = fs::read(&full).map_err(|e| Fault::io(path, &e))?;
            self.0.statics.insert(name.to_owned(), bytes.into());
        } else if let Some((folder, name)) = self.folder_of(path) {
            let size = imagesize::size(&full).ok();
            let size = size.and_then(|s| Some((u32::try_from(s.width).ok()?, u32::try_from(s.height).ok()?)));
            folder.assets.insert(name.to_owned(), size);
        }
        Ok(())
    }

    /// The folder that a path below `content/briefs/` or `content/pages/` lies in, made in the order of ids where it is new, and
    /// the rest of the path.
    fn folder_of<'p>(&mut self, path: &'p str) -> Option<(&mut Folder, &'p str)> {
        let (folders, rest) = match path.strip_prefix("content/briefs/") {
            Some(rest) => (&mut self.0.briefs, rest),
            None => (&mut self.0.pages, path.strip_prefix("content/pages/")?),
        };
        let (id, name) = rest.split_once('/')?;
        let at = match folders.binary_search_by(|folder| folder.id.as_str().cmp(id)) {
            Ok(at) => at,
            Err(at) => {
                let path = path[..path.len() - name.len() - 1].to_owned();
                let (editions, assets, tables) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
                folders.insert(at, Folder { id: id.to_owned(), path, data: None, editions, assets, tables });
                at
            }
        };
        Some((&mut folders[at], name))
    }
}

/// What a walk of the folders found, in its order: paths below the site's folder.
#[derive(Default)]
struct Walk {
    texts: Vec<(String, String)>,
    /// Of these, those in a brief's folder are among the binaries too.
    tables: Vec<(String, String)>,
    binaries: Vec<String>,
    faults: Vec<Fault>,
}

/// A file of the site, read where it is a text.
enum Found {
    Text(String, String),
    /// A table is published as well where it lies in a brief's folder. One that cannot be read is published all the same; a chart
    /// that names it says so.
    Table(String, Option<String>),
    Binary(String),
    Fault(Fault),
}

impl Walk {
    /// Walks a folder; what is found is read while the walk goes on.
    fn folder(&mut self, root: &Path, folder: &str) {
        let top = root.join(folder);
        if top.is_symlink() {
            self.faults.push(Fault::link(folder));
        }
        if !top.is_dir() || top.is_symlink() {
            return;
        }
        let visible = |name: &str| !name.starts_with('.') && !name.ends_with('~');
        let entries = WalkDir::new(&top).sort_by_file_name().into_iter();
        let entries = entries.filter_entry(|e| e.depth() == 0 || e.file_name().to_str().is_none_or(visible));
        let found = entries.enumerate().par_bridge().filter_map(|(at, entry)| {
            Some((
                at,
                entry.map_or_else(
                    |error| Some(Found::Fault(Fault::io(folder, &error.into()))),
                    |e| Found::of(root, &e),
                )?,
            ))
        });
        let mut found: Vec<(usize, Found)> = found.collect();
        found.sort_unstable_by_key(|(at, _)| *at);
        for (_, found) in found {
            self.take(found);
        }
    }

    fn take(&mut self, found: Found) {
        match found {
            Found::Text(path, text) => self.texts.push((path, text)),
            Found::Table(path, text) => {
                if !path.starts_with("content/charts/") {
                    self.binaries.push(path.clone());
                }
                self.tables.extend(text.map(|text| (path, text)));
            }
            Found::Binary(path) => self.binaries.push(path),
            Found::Fault(fault) => self.faults.push(fault),
        }
    }
}

impl Found {
    fn text(root: &Path, path: String) -> Self {
        match read_text(root, &path, MAX_TEXT) {
            Ok(text) => Self::Text(path, text),
            Err(fault) => Self::Fault(fault),
        }
    }

    /// What an entry of a walk is; `None` for a folder.
    fn of(root: &Path, entry: &DirEntry) -> Option<Self> {
        if entry.file_type().is_dir() {
            return None;
        }
        let below = entry.path().strip_prefix(root).expect("the walk stays below its root");
        let Some(path) = below.to_str().map(|p| p.replace('\\', "/")) else {
            let message = "the file's name is not UTF-8";
            return Some(Self::Fault(Fault::new(&below.to_string_lossy(), "invalid-utf-8", message)));
        };
        Some(if entry.path_is_symlink() { Self::Fault(Fault::link(&path)) } else { Self::file(root, path) })
    }

    fn file(root: &Path, path: String) -> Self {
        if path.starts_with("static/") {
            return Self::Binary(path);
        }
        let name = path.rsplit('/').next().expect("a split has a first part");
        let extension = name.rsplit_once('.').map_or("", |(_, e)| e).to_ascii_lowercase();
        if path.starts_with("templates/") {
            return Self::text(root, path);
        }
        let in_folder = path.starts_with("content/briefs/") || path.starts_with("content/pages/");
        let in_charts = path.starts_with("content/charts/");
        let depth = path.matches('/').count();
        if extension == "csv" && (in_folder && depth >= 3 || in_charts && depth == 2) {
            let text = read_text(root, &path, MAX_TABLE).ok();
            return Self::Table(path, text);
        }
        match (extension.as_str(), in_folder, depth) {
            ("yaml", false, 1) | ("md", true, 3) => Self::text(root, path),
            ("yaml", true, 3) if name == "data.yaml" && path.starts_with("content/briefs/") => Self::text(root, path),
            ("yaml", false, 2) if in_charts => Self::text(root, path),
            (kind, true, 3..) if ASSET_KINDS.contains(&kind) => Self::Binary(path),
            (kind, ..) => Self::Fault(unknown_file(&path, kind, depth)),
        }
    }
}

fn unknown_file(path: &str, kind: &str, depth: usize) -> Fault {
    let hint = match (kind, path.split('/').nth(1)) {
        ("yml", _) => "the name of a YAML file ends in `.yaml`".to_owned(),
        ("yaml", Some("briefs")) => "what a brief is about stands in its `data.yaml`".to_owned(),
        (_, Some("briefs")) if depth >= 3 => format!(
            "a brief's folder holds `data.yaml`, one `.md` a language, and files of these kinds: {}",
            ASSET_KINDS.join(", ")
        ),
        (_, Some("charts")) => "`content/charts/` holds charts in YAML and their tables in CSV".to_owned(),
        (_, Some("pages")) if depth >= 3 => "a page's folder holds one `.md` a language".to_owned(),
        _ => "`content/` holds YAML registries, `briefs/NAME/`, `pages/NAME/` and `charts/`".to_owned(),
    };
    Fault::new(path, "unknown-file", "this file has no place here").hint(hint)
}

fn read_text(root: &Path, path: &str, limit: u64) -> Result<String, Fault> {
    let full = root.join(path);
    let io = |e: &std::io::Error| Fault::io(path, e);
    let file = fs::File::open(&full).map_err(|e| io(&e))?;
    let length = file.metadata().map_err(|e| io(&e))?.len();
    if length > limit {
        return Err(Fault::new(path, "too-large", "the file is larger than 4 MiB").hint("split it"));
    }
    // What is written to the file meanwhile is not read.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    file.take(length).read_to_end(&mut bytes).map_err(|e| io(&e))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let byte = error.as_bytes()[at];
        Fault {
            text: String::from_utf8_lossy(error.as_bytes()).into_owned(),
            at,
            ..Fault::new(path, "invalid-utf-8", &format!("the byte 0x{byte:02x} is not UTF-8"))
                .hint("save the file in the encoding UTF-8")
        }
    })?;
    // A byte-order mark and Windows line ends are editors' habits, not content.
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Ok(if text.contains('\r') { text.replace("\r\n", "\n") } else { text })
}

/// Something that could not be read, before its file has an id.
struct Fault {
    path: String,
    text: String,
    at: usize,
    name: &'static str,
    message: String,
    hint: Option<String>,
}

impl Fault {
    fn new(path: &str, name: &'static str, message: &str) -> Self {
        Self { path: path.to_owned(), text: String::new(), at: 0, name, message: message.to_owned(), hint: None }
    }

    fn link(path: &str) -> Self {
        Self::new(path, "outside-content", "a symbolic link is not followed")
            .hint("put the file itself into the site's folder")
    }

    fn io(path: &str, error: &std::io::Error) -> Self {
        Self::new(path, "unreadable", &format!("cannot read this: {error}"))
            .hint("check that the file is there and may be read")
    }

    fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    fn into_diagnostic(self, files: &mut Files) -> Diagnostic {
        let id = files.add(self.path, self.text);
        let mut diagnostic = Diagnostic::error(self.name, Span::new(id, self.at, self.at), self.message);
        diagnostic.hint = self.hint;
        diagnostic
    }
}
