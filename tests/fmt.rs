//! `depeche fmt` on whole sites: what it shows, what it writes, what it leaves alone, and that pages stay what they were.
//!
//! Owns the command and its files; what is set how is tested in `src/copyedit/` and `src/locale/typography/`.

mod site;

use site::{Site, tree};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const FRENCH: &str = "content/briefs/2025-02-06-capex/fr.md";
const ENGLISH: &str = "content/briefs/2025-02-06-capex/en.md";

fn run(site: &Site, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_depeche"));
    command.current_dir(site.root()).args(arguments).output().expect("the program is there")
}

/// What `depeche fmt` prints and says; its exit code must be `code`.
#[track_caller]
fn fmt(site: &Site, arguments: &[&str], code: i32) -> (String, String) {
    let output = run(site, &[&["fmt"], arguments].concat());
    let text = |bytes| String::from_utf8(bytes).expect("the program says UTF-8");
    let (printed, said) = (text(output.stdout), text(output.stderr));
    assert_eq!(output.status.code(), Some(code), "{said}");
    (printed, said)
}

/// The base site with slips of all kinds in both languages.
fn mistyped() -> Site {
    let site = Site::base();
    for (path, title, body) in [
        (FRENCH, "L'an 2 : \"oui\" ?", "L'an  deux, c'est « un \"mot\" » -- non ?\n\n`l'an ?`\n"),
        (ENGLISH, "It's \"yes\"?", "It's  \"two\", isn't it ? “A \"word\"” -- no...\n\n`it's ?`\n"),
    ] {
        let text = fs::read_to_string(site.root().join(path)).expect("an edition");
        let old = text.lines().find(|line| line.starts_with("title: ")).expect("a title");
        let title = format!("title: '{}'\nslug: s", title.replace('\'', "''"));
        let text = text.lines().filter(|line| !line.starts_with("slug: ")).collect::<Vec<_>>().join("\n");
        site.write(path, format!("{}\n\n{body}", text.replacen(old, &title, 1)));
    }
    site
}

/// This repository's own site, with the spaces that a keyboard has.
fn own() -> Site {
    let site = Site::empty();
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (path, bytes) in tree(&repository.join("content")) {
        let text = String::from_utf8(bytes).expect("sources are UTF-8");
        site.write(&format!("content/{path}"), text.replace(['\u{a0}', '\u{202f}'], " "));
    }
    site.write("depeche.yaml", fs::read(repository.join("depeche.yaml")).expect("the settings are there"));
    site
}

#[test]
fn our_own_sources_are_as_the_command_writes_them() {
    let site = own();
    let ours = tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    assert_ne!(tree(&site.root().join("content")), ours, "no space was taken out");
    fmt(&site, &["--write"], 0);
    assert_eq!(tree(&site.root().join("content")), ours);
}

#[test]
fn pages_are_byte_for_byte_what_they_were() {
    let own = own();
    // Slips show on the page, so mending them changes it: here they are mended by hand.
    let plain = mistyped();
    plain.edit(FRENCH, "L'an  deux", "L'an deux");
    plain.edit(ENGLISH, "It's  \"two\", isn't it ?", "It's \"two\", isn't it?");
    for site in [own, plain] {
        let before = site.builds(&["--now", "2025-03-01"]);
        fmt(&site, &["--write"], 0);
        let after = site.builds(&["--now", "2025-03-01"]);
        let changed: Vec<_> = before.keys().filter(|path| after.get(*path) != before.get(*path)).collect();
        assert!(before.len() == after.len() && changed.is_empty(), "{changed:?}");
    }
}

#[test]
fn a_diff_is_shown_and_nothing_is_written_before_it_is_asked_for() {
    let site = mistyped();
    let sources = tree(&site.root().join("content"));
    let (diff, said) = fmt(&site, &[FRENCH], 0);
    assert!(diff.starts_with(&format!("--- a/{FRENCH}\n+++ b/{FRENCH}\n@@ ")), "{diff}");
    assert!(diff.contains("\n-L'an  deux") && diff.contains("\n+L’an deux") && !diff.contains("+`"), "{diff}");
    assert_eq!(said, "1 file would change\n");
    let (_, said) = fmt(&site, &["--check"], 1);
    assert_eq!(said, "2 files would change\n");
    assert!(sources == tree(&site.root().join("content")), "something was written");
    let (printed, said) = fmt(&site, &["--write", "content/briefs"], 0);
    assert_eq!((printed.as_str(), said.as_str()), ("", &*format!("{ENGLISH}\n{FRENCH}\n2 files changed\n")));
    assert_eq!(fmt(&site, &["--check"], 0).1, "0 files would change\n");
    fmt(&site, &["--check", "--write"], 2);
}

/// How often `depeche check` finds what this lint looks for.
fn findings(site: &Site, lint: &str) -> usize {
    let output = run(site, &["check", "--now", "2025-03-01"]);
    String::from_utf8(output.stdout).expect("UTF-8").matches(&format!("[{lint}]")).count()
}

#[test]
fn what_the_lint_finds_is_mended() {
    let site = mistyped();
    assert_eq!(findings(&site, "typography"), 5);
    fmt(&site, &["--write"], 0);
    assert_eq!(findings(&site, "typography"), 0);
}

#[test]
fn typography_makes_no_translation_stale() {
    let site = mistyped();
    let marked = run(&site, &["translate", "--mark", "fr", "en", "--now", "2025-03-01"]);
    assert!(marked.status.success(), "{}", String::from_utf8_lossy(&marked.stderr));
    fmt(&site, &["--write"], 0);
    assert_eq!(findings(&site, "stale-translation"), 0);
    site.edit(FRENCH, "L’an deux", "L’an trois");
    assert_eq!(findings(&site, "stale-translation"), 1);
}

#[test]
fn a_faulty_file_is_left_alone_with_its_error() {
    let site = mistyped();
    site.edit(FRENCH, "slug: s", "sulg: s");
    let faulty = fs::read(site.root().join(FRENCH)).expect("an edition");
    let (_, said) = fmt(&site, &["--write"], 1);
    assert!(
        said.contains("error[unknown-key]") && said.ends_with("1 file changed, 1 faulty file left as it is\n"),
        "{said}"
    );
    assert_eq!(fs::read(site.root().join(FRENCH)).expect("an edition"), faulty);
    // What is wrong elsewhere is not this command's affair.
    let (_, said) = fmt(&site, &["--check", ENGLISH], 0);
    assert_eq!(said, "0 files would change\n");
}

#[test]
fn line_ends_and_the_byte_order_mark_stay() {
    let site = Site::base();
    site.write(ENGLISH, "\u{feff}---\r\ntitle: It's\r\nslug: s\r\nsummary: A\r\n---\r\nIt's.\r\n");
    fmt(&site, &["--write", ENGLISH], 0);
    let text = fs::read_to_string(site.root().join(ENGLISH)).expect("an edition");
    assert_eq!(text, "\u{feff}---\r\ntitle: It’s\r\nslug: s\r\nsummary: A\r\n---\r\nIt’s.\r\n");
}

#[cfg(unix)]
#[test]
fn links_and_places_outside_the_site_are_refused() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (site, elsewhere) = (mistyped(), Site::empty());
    elsewhere.write("en.md", "---\ntitle: It's\nsummary: A\n---\n");
    let outside = elsewhere.root().join("en.md");
    let name = outside.to_str().expect("a plain name");
    assert!(fmt(&site, &["--write", name], 1).1.ends_with("lies outside the site's folder\n"));
    symlink(&outside, site.root().join("content/pages/about/en.md.new")).expect("the folder is ours");
    fs::rename(site.root().join("content/pages/about/en.md.new"), site.root().join("content/pages/about/en.md"))
        .expect("the folder is ours");
    assert!(fmt(&site, &["--write", "content/pages/about/en.md"], 1).1.contains("is a symbolic link"));
    assert!(fmt(&site, &["--write", "content/pages"], 1).1.contains("error[outside-content]"));
    assert!(fs::read_to_string(&outside).expect("it is there").contains("It's"));
    assert!(fmt(&site, &["depeche.yaml"], 1).1.contains("is no edition of this site"));
    let path = site.root().join(FRENCH);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("the file is ours");
    fmt(&site, &["--write", FRENCH], 0);
    assert_eq!(fs::metadata(&path).expect("it is there").permissions().mode() & 0o777, 0o640);
}
