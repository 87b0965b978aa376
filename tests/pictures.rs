//! The worked examples of `docs/charts.md`: every mark has one, and the picture under it is what the program draws of it.
//!
//! Owns the comparison. An example is a fence `yaml charts/MARK.yaml`, its picture `docs/charts/MARK.svg`. `UPDATE=1` draws the
//! pictures anew; where one differs, what was drawn is left beside it as `MARK-changed.svg`.

#[path = "docs/reader.rs"]
#[allow(dead_code, reason = "this test needs a part of what reads the documents")]
mod reader;

use assert_cmd::Command;
use depeche::model::Mark;
use reader::{Document, document, files, repository};
use std::fs;
use std::path::Path;

/// The name of an example's file, without folder and ending.
fn name(file: &str) -> Option<&str> {
    file.strip_prefix("charts/")?.strip_suffix(".yaml")
}

/// What `depeche chart` draws of a file, in English and in light colours.
fn drawn(yaml: &str, folder: &Path) -> String {
    let path = folder.join("chart.yaml");
    fs::write(&path, yaml).expect("the folder is ours");
    let mut command = Command::cargo_bin("depeche").expect("the program is built before its tests");
    let output = command.arg("chart").arg(&path).args(["--lang", "en", "--format", "svg"]).output();
    let output = output.expect("the program runs");
    assert!(output.status.success(), "{}\n{yaml}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("a drawing is UTF-8")
}

fn guide() -> Document {
    document("docs/charts.md")
}

#[test]
fn every_mark_has_a_worked_example_with_its_picture() {
    let guide = guide();
    for mark in Mark::ALL.map(Mark::word) {
        let example = guide.examples.iter().find(|example| name(&example.file) == Some(mark));
        let example = example.unwrap_or_else(|| panic!("docs/charts.md has no example `charts/{mark}.yaml`"));
        assert!(example.text.contains(&format!("mark: {mark}\n")), "the example of `{mark}` is another mark's");
        let picture = format!("charts/{mark}.svg");
        let text = reader::text("docs/charts.md");
        assert!(text.contains(&format!("]({picture})")), "docs/charts.md does not show `{picture}`");
    }
}

#[test]
fn pictures_are_what_the_program_draws() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut stale = Vec::new();
    let guide = guide();
    let examples = guide.examples.iter().filter_map(|example| Some((name(&example.file)?, example)));
    for (name, example) in examples {
        let picture = repository().join(format!("docs/charts/{name}.svg"));
        let (now, before) = (drawn(&example.text, folder.path()), fs::read_to_string(&picture).unwrap_or_default());
        let changed = picture.with_file_name(format!("{name}-changed.svg"));
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(picture.parent().expect("a file has a folder")).expect("the folder can be made");
            fs::write(&picture, now).expect("the picture can be written");
        } else if now != before {
            fs::write(&changed, now).expect("the picture can be written");
            stale.push(changed.display().to_string());
            continue;
        }
        if changed.exists() {
            fs::remove_file(changed).expect("what was left can be taken away");
        }
    }
    assert!(stale.is_empty(), "pictures differ from what is drawn; look at {stale:#?}, then UPDATE=1");
}

#[test]
fn no_picture_is_without_an_example() {
    let guide = guide();
    let left = files("docs/charts", "svg").into_iter().filter(|path| !path.ends_with("-changed.svg")).filter(|path| {
        let name = Path::new(path).file_stem().expect("a picture has a name").to_string_lossy().into_owned();
        !guide.examples.iter().any(|example| self::name(&example.file) == Some(&name))
    });
    assert_eq!(left.collect::<Vec<_>>(), Vec::<String>::new());
}
