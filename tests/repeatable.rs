//! Two builds of the same sources are byte-identical, whatever the machine: its threads, language, time zone, folders.
//!
//! Owns the comparison of whole sites; what a site holds is tested elsewhere.

mod site;

use assert_cmd::Command;
use site::tree;
use std::collections::BTreeMap;
use std::path::Path;

/// Builds the repository's own site into `out`, from the folder `from`, with these environment variables.
fn build(from: &Path, root: &Path, out: &Path, environment: &[(&str, &str)]) {
    let mut command = Command::cargo_bin("depeche").expect("the program is built before its tests");
    command.current_dir(from).envs(environment.iter().copied());
    command.arg("build").arg("--root").arg(root).arg("--out").arg(out).assert().success();
}

#[test]
fn two_builds_write_the_same_bytes() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let scratch = tempfile::tempdir().expect("a temporary folder");
    let (first, second) = (scratch.path().join("first"), scratch.path().join("a/deeper/second"));
    build(repository, Path::new("."), &first, &[("RAYON_NUM_THREADS", "1"), ("TZ", "UTC"), ("LC_ALL", "C")]);
    build(
        scratch.path(),
        repository,
        &second,
        &[
            ("RAYON_NUM_THREADS", "8"),
            ("TZ", "Pacific/Kiritimati"),
            ("LC_ALL", "fr_FR.UTF-8"),
            ("SOURCE_DATE_EPOCH", "0"),
        ],
    );
    let (first, second) = (tree(&first), tree(&second));
    assert!(first.len() > 10, "a site of only {} files", first.len());
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&first), names(&second));
    let differing: Vec<_> =
        first.iter().filter(|(name, bytes)| second[*name] != **bytes).map(|(name, _)| name).collect();
    assert!(differing.is_empty(), "files differ: {differing:?}");
}
