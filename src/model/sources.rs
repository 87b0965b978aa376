//! The inputs of a site as they were read, before anyone has understood them.

use crate::diag::{FileId, Files};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Every input of a site.
pub struct Sources {
    pub root: PathBuf,
    pub files: Files,
    /// `depeche.yaml`.
    pub config: Option<FileId>,
    /// The YAML files at the top of `content/`, by name.
    pub registries: BTreeMap<String, FileId>,
    pub briefs: Vec<Folder>,
    pub pages: Vec<Folder>,
    /// The files of `content/charts/` by name: charts that several briefs may show, and their tables.
    pub charts: BTreeMap<String, FileId>,
    pub chart_tables: BTreeMap<String, FileId>,
    /// Templates by their path below `templates/`.
    pub templates: BTreeMap<String, FileId>,
    /// Interface strings by language: `templates/strings/fr.yaml`.
    pub strings: BTreeMap<String, FileId>,
    /// Static files by their path below `static/`.
    pub statics: BTreeMap<String, Cow<'static, [u8]>>,
    /// Files that are there and could not be read; what is wrong with each has been reported.
    pub unread: BTreeSet<String>,
}

/// The folder of a brief or of a standing page.
pub struct Folder {
    pub id: String,
    /// Its path below the site's folder.
    pub path: String,
    pub data: Option<FileId>,
    /// Markdown files by their name without `.md`, which is a language.
    pub editions: Vec<(String, FileId)>,
    /// Names of the files that are published as they are, with the size of those that are pictures.
    pub assets: BTreeMap<String, Option<(u32, u32)>>,
    /// The CSV files among them that are small enough to be read, and are text.
    pub tables: BTreeMap<String, FileId>,
}
