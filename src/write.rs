//! Writes the site: staged beside the target, then swapped in, so that a reader never meets half a site. A source is replaced in
//! the same way.

use crate::diag::Diagnostic;
use crate::plan::{Content, Plan};
use crate::render::Renderer;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The file in an output folder that tells that it is ours to replace.
const MARK: &str = ".depeche";

/// Why a site was not written.
pub enum WriteError {
    /// A page could not be rendered.
    Page(Vec<Diagnostic>),
    /// A file or folder could not be written.
    Io { path: PathBuf, error: io::Error },
    /// The target holds something that is not a site of ours.
    Foreign(PathBuf),
}

/// Renders every file of the plan into a new folder beside `out` and puts it in the place of `out`.
/// `progress` is called once a file. The old site stays as it was when anything fails.
pub fn write(plan: &Plan, renderer: &Renderer, out: &Path, progress: &(dyn Fn() + Sync)) -> Result<(), WriteError> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error| WriteError::Io { path, error }
    };
    if is_foreign(out).map_err(at(out))? {
        return Err(WriteError::Foreign(out.to_owned()));
    }
    let parent = match out.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => return Err(WriteError::Foreign(out.to_owned())),
    };
    fs::create_dir_all(parent).map_err(at(parent))?;
    let stage = tempfile::Builder::new().prefix(".depeche-").tempdir_in(parent).map_err(at(parent))?;
    let site = stage.path().join("new");
    make_folders(plan, &site).map_err(at(&site))?;
    fill(plan, renderer, &site, progress)?;
    fs::write(site.join(MARK), "This folder is made by depeche and replaced by each build.\n").map_err(at(&site))?;
    swap(&site, out, &stage.path().join("old")).map_err(at(out))
    // The old site goes with the stage.
}

/// Puts a text in the place of a file's, whole or not at all; the file keeps its permissions. A symbolic link is refused.
pub fn replace(file: &Path, text: &str) -> io::Result<()> {
    let old = fs::symlink_metadata(file)?;
    if !old.is_file() {
        return Err(io::Error::other("this is a symbolic link, which is not followed"));
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut stage = tempfile::Builder::new().prefix(".depeche-").tempfile_in(folder)?;
    stage.write_all(text.as_bytes())?;
    stage.as_file().set_permissions(old.permissions())?;
    stage.persist(file).map(|_| ()).map_err(|error| error.error)
}

/// True where `out` is there and is neither empty nor a site of ours.
fn is_foreign(out: &Path) -> io::Result<bool> {
    match fs::read_dir(out) {
        Ok(mut entries) => Ok(entries.next().is_some() && !out.join(MARK).is_file()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

fn make_folders(plan: &Plan, site: &Path) -> io::Result<()> {
    let folders: BTreeSet<PathBuf> =
        plan.artifacts.keys().filter_map(|path| Path::new(&path.file()).parent().map(Path::to_owned)).collect();
    folders.into_par_iter().try_for_each(|folder| fs::create_dir_all(site.join(folder)))
}

fn fill(plan: &Plan, renderer: &Renderer, site: &Path, progress: &(dyn Fn() + Sync)) -> Result<(), WriteError> {
    let artifacts: Vec<_> = plan.artifacts.iter().collect();
    let failed: Vec<WriteError> = artifacts
        .par_iter()
        // In small portions, or one thread would finish a large one alone.
        .with_max_len(4)
        .filter_map(|(path, artifact)| {
            let file = site.join(path.file());
            let result = match artifact.content(renderer) {
                Ok(Content::Bytes(bytes)) => fs::write(&file, bytes),
                Ok(Content::File(from)) => fs::copy(from, &file).map(|_| ()),
                Err(diagnostic) => return Some(WriteError::Page(vec![diagnostic])),
            };
            progress();
            result.err().map(|error| WriteError::Io { path: file, error })
        })
        .collect();
    let mut diagnostics = Vec::new();
    for error in failed {
        match error {
            WriteError::Page(found) => diagnostics.extend(found),
            other => return Err(other),
        }
    }
    // A fault of a template shows on every page that uses it.
    diagnostics.sort_by(|a: &Diagnostic, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
    diagnostics.dedup_by(|a, b| a.span == b.span && a.message == b.message);
    if diagnostics.is_empty() { Ok(()) } else { Err(WriteError::Page(diagnostics)) }
}

fn swap(new: &Path, out: &Path, old: &Path) -> io::Result<()> {
    let had = out.exists();
    if had {
        fs::rename(out, old)?;
    }
    fs::rename(new, out).inspect_err(|_| {
        // Put the old site back; the first error is the one to tell.
        if had {
            let _ = fs::rename(old, out);
        }
    })
}
