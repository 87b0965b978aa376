//! A site to try things on: a copy of `tests/suite/base/`, the program run on it, and what that wrote.
//!
//! Owns the scratch folders and the running of the program; what is expected is each test's.
#![allow(dead_code, reason = "each test program that includes this module uses a part of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use tempfile::TempDir;

/// The day on which all sites of the tests are built, unless a test says otherwise.
const TODAY: &str = "2025-02-20";

/// A folder that holds a site and goes when it is dropped.
pub struct Site {
    folder: TempDir,
}

/// What the program said.
pub struct Outcome {
    pub code: i32,
    /// Standard error, where findings are printed.
    pub said: String,
}

impl Site {
    /// A folder with nothing in it.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// The base site.
    pub fn base() -> Self {
        let site = Self::empty();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/base"), site.root());
        site
    }

    /// The base site with the `public/` that it builds to.
    pub fn built() -> Self {
        static BUILT: OnceLock<Site> = OnceLock::new();
        let built = BUILT.get_or_init(|| {
            let site = Self::base();
            site.builds(&[]);
            site
        });
        let site = Self::empty();
        copy(built.root(), site.root());
        site
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Writes an input, in the place of one that may be there.
    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder is ours");
        fs::write(path, content).expect("the folder is ours");
    }

    /// Writes an input with `from`, which must be in it, replaced by `to`.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
        assert!(text.contains(from), "`{from}` is not in {path}");
        self.write(path, text.replace(from, to));
    }

    pub fn remove(&self, path: &str) {
        let full = self.root().join(path);
        let removed = if full.is_dir() { fs::remove_dir_all(full) } else { fs::remove_file(full) };
        removed.unwrap_or_else(|e| panic!("{path}: {e}"));
    }

    /// Runs `depeche build` on the site; later arguments stand in the place of the day of the tests.
    pub fn build(&self, arguments: &[&str]) -> Outcome {
        let mut command = Command::new(env!("CARGO_BIN_EXE_depeche"));
        command.arg("build").arg("--root").arg(self.root());
        if !arguments.contains(&"--now") {
            command.args(["--now", TODAY]);
        }
        let output = command.args(arguments).output().expect("the program is there");
        Outcome {
            code: output.status.code().expect("the program ends by itself"),
            said: String::from_utf8(output.stderr).expect("the program says UTF-8"),
        }
    }

    /// Builds the site, which must be sound, and gives what was written.
    pub fn builds(&self, arguments: &[&str]) -> BTreeMap<String, Vec<u8>> {
        let outcome = self.build(arguments);
        assert_eq!(outcome.code, 0, "{}", outcome.said);
        self.public()
    }

    /// Every file of `public/`.
    pub fn public(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.root().join("public"))
    }

    /// A file of `public/` as text.
    pub fn page(&self, path: &str) -> String {
        let full = self.root().join("public").join(path);
        fs::read_to_string(full).unwrap_or_else(|e| panic!("public/{path}: {e}"))
    }
}

/// Every file below `folder` with its bytes, by its path with `/`.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let read = |path: PathBuf| {
        let below = path.strip_prefix(folder).expect("below the folder");
        let name = below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        (name, fs::read(&path).expect("the folder is readable"))
    };
    files(folder).into_iter().map(read).collect()
}

fn copy(from: &Path, to: &Path) {
    for file in files(from) {
        let target = to.join(file.strip_prefix(from).expect("below the folder"));
        fs::create_dir_all(target.parent().expect("a file has a folder")).expect("the folder is ours");
        fs::copy(file, target).expect("the folder is ours");
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let paths = entries.map(|entry| entry.expect("the folder is readable").path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
