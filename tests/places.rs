//! Inputs that no file of cases can hold: links out of the site's folder, bytes that are no text, names, sizes and folders.
//!
//! Owns what the program says of them; what it says of texts is `tests/suite.rs`'s.

mod site;

use site::{Outcome, Site};
use std::fs;
use std::path::Path;

const BRIEF: &str = "content/briefs/2025-02-10-chips";

/// Builds a site that was broken after a good build: each of `parts` must be said, once, and nothing be written.
fn refuses(site: &Site, parts: &[&str]) -> Outcome {
    let before = site.public();
    let outcome = site.build(&[]);
    assert_eq!(outcome.code, 1, "{}", outcome.said);
    for part in parts {
        assert_eq!(outcome.said.matches(part).count(), 1, "`{part}`, once, in:\n{}", outcome.said);
    }
    assert!(before == site.public(), "the site of the last good build has changed");
    outcome
}

#[cfg(unix)]
fn link(site: &Site, target: &Path, path: &str) {
    std::os::unix::fs::symlink(target, site.root().join(path)).expect("the folder is ours");
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_not_followed() {
    let elsewhere = Site::empty();
    elsewhere.write("secret.png", "not for readers");
    elsewhere.write("en.md", "---\ntitle: Elsewhere\nsummary: Elsewhere.\n---\n\nElsewhere.\n");
    let check = |target: &str, path: &str, removed: &[&str]| {
        let site = Site::built();
        for path in removed {
            site.remove(path);
        }
        link(&site, &elsewhere.root().join(target), path);
        let place = format!(" --> {path}:1:1");
        let hint = "put the file itself into the site's folder";
        refuses(
            &site,
            &["error[outside-content]: a symbolic link is not followed", &place, hint, "1 error, 0 warnings"],
        );
    };
    let edition = &format!("{BRIEF}/en.md");
    check("secret.png", &format!("{BRIEF}/chip.png"), &[]);
    check("en.md", edition, &[edition]);
    check("nowhere", &format!("{BRIEF}/chip.png"), &[]);
    check("", "content/briefs/2025-02-11-elsewhere", &[]);
    check("", "content/pages/elsewhere", &[]);
    check("secret.png", "content/secret.yaml", &[]);
    check("", "static", &[]);
    check("secret.png", "templates", &[]);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_settings_or_to_the_content_is_not_followed() {
    let elsewhere = Site::base();
    let site = Site::built();
    site.remove("depeche.yaml");
    link(&site, &elsewhere.root().join("depeche.yaml"), "depeche.yaml");
    refuses(
        &site,
        &["error[outside-content]: a symbolic link is not followed", " --> depeche.yaml:1:1", "1 error, 0 warnings"],
    );
    let site = Site::built();
    site.remove("content");
    link(&site, &elsewhere.root().join("content"), "content");
    refuses(&site, &["error[outside-content]: a symbolic link is not followed", " --> content:1:1"]);
}

#[test]
fn bytes_that_are_no_text_are_shown_at_their_line() {
    let site = Site::built();
    site.write(&format!("{BRIEF}/en.md"), b"---\ntitle: A new chip\nsummary: It is n\xe9w.\n---\n\nIt is new.\n");
    refuses(
        &site,
        &[
            "error[invalid-utf-8]: the byte 0xe9 is not UTF-8",
            &format!(" --> {BRIEF}/en.md:3:17"),
            "3 | summary: It is n\u{fffd}w.",
            "save the file in the encoding UTF-8",
            "1 error, 0 warnings: nothing was written",
        ],
    );
    let site = Site::built();
    site.write("content/companies.yaml", b"amazon: {name: Amazon\xff}\n");
    refuses(&site, &[" --> content/companies.yaml:1:22", "1 error, 0 warnings"]);
    let site = Site::built();
    site.write("templates/page.html", b"\xfe\xff\n");
    refuses(&site, &[" --> templates/page.html:1:1", "1 error, 0 warnings"]);
    let site = Site::built();
    site.write("depeche.yaml", b"title: \xc3\n");
    refuses(&site, &["the byte 0xc3 is not UTF-8", " --> depeche.yaml:1:8", "1 error, 0 warnings"]);
}

#[test]
fn a_text_that_is_too_large_is_not_read() {
    let site = Site::built();
    site.write(&format!("{BRIEF}/en.md"), "x".repeat(4 * 1024 * 1024 + 1));
    let place = format!(" --> {BRIEF}/en.md:1:1");
    refuses(&site, &["error[too-large]: the file is larger than 4 MiB", &place, "split it", "1 error, 0 warnings"]);
}

#[test]
fn a_folder_without_settings_is_no_site() {
    let site = Site::built();
    site.remove("depeche.yaml");
    refuses(
        &site,
        &["error[missing-file]: there is no `depeche.yaml` in the site's folder", "name the folder with `--root`"],
    );
}

#[test]
fn line_ends_and_byte_order_marks_of_windows_are_read() {
    let site = Site::built();
    let before = site.public();
    for path in ["depeche.yaml", "content/companies.yaml", &format!("{BRIEF}/en.md"), &format!("{BRIEF}/data.yaml")] {
        let text = fs::read_to_string(site.root().join(path)).expect("an input of the base site");
        site.write(path, format!("\u{feff}{}", text.replace('\n', "\r\n")));
    }
    assert!(site.builds(&[]) == before, "the same text gives the same site");
}

#[test]
fn files_of_editors_and_hidden_files_are_passed_over() {
    let site = Site::built();
    let before = site.public();
    for name in [".DS_Store", ".en.md.swp", "en.md~", ".git/config"] {
        site.write(&format!("{BRIEF}/{name}"), "not ours");
    }
    assert!(site.builds(&[]) == before, "they change nothing");
}
