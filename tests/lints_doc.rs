//! `docs/lints.md` says what the lints say of themselves: `UPDATE=1 cargo test --test lints_doc` writes it anew.
//!
//! Owns the page; its words are each lint's summary, level and header.

use depeche::check::{LINTS, Lint};
use std::fmt::Write;
use std::fs;
use std::path::Path;

const HEAD: &str = "\
# Lints

`depeche check` and `depeche build` run every lint. How seriously a site takes one stands in `depeche.yaml`:

```yaml
lints: {unused-figure: deny, typography: allow}
```

`deny` makes its findings errors, which stop the build; `warn` makes them warnings; `allow` turns the lint off. Faults of
structure (an unknown key, a figure that is not there, a missing source) are always errors.

What is right in one place all the same is let pass by a comment on a line of its own before the paragraph, with the reason:

```markdown
<!-- depeche-allow: parity | the pun works in English only -->

A paragraph with a pun.
```

It covers the block that follows: a paragraph, a heading, a list, a table. Several lints are parted by commas.
`depeche check --list` names the lints with their levels in a site; `--format json` prints findings in the form of
[diagnostics.schema.json](diagnostics.schema.json), `--format sarif` as SARIF 2.1.0 and `--format github` as annotations of a
workflow.
";

/// The page as the lints have it now.
fn page(folder: &Path) -> String {
    let mut page = HEAD.to_owned();
    for lint in LINTS {
        let path = folder.join(format!("{}.rs", lint.name.replace('-', "_")));
        let text = fs::read_to_string(&path)
            .unwrap_or_else(|e| panic!("the lint `{}` has no file of its name: {e}", lint.name));
        page.push_str(&section(lint, &text));
    }
    page
}

fn section(lint: &Lint, text: &str) -> String {
    let header: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect();
    let paragraphs: Vec<&[&str]> = header.split(|line| line.is_empty()).collect();
    let [title, rest @ ..] = &paragraphs[..] else { panic!("`{}` has no header", lint.name) };
    assert_eq!(
        title.join(" "),
        format!("`{}`: {}.", lint.name, lint.summary),
        "the header begins with name and summary"
    );
    let labels: Vec<&str> = rest.iter().filter_map(|lines| lines[0].split_once(':').map(|(label, _)| label)).collect();
    assert_eq!(labels, ["Why", "Example"], "the header of `{}` goes on with `Why:` and `Example:`", lint.name);
    let mut first = lint.summary.chars();
    let capital: String = first.next().into_iter().flat_map(char::to_uppercase).chain(first).collect();
    let mut out = format!(
        "\n## `{}`\n\n{capital}. Its level is `{}` unless the site says otherwise.\n",
        lint.name,
        lint.level.word()
    );
    for lines in rest {
        let text = lines.join("\n");
        let (label, words) = text.split_once(':').expect("the labels were checked");
        writeln!(out, "\n**{label}:**{words}").expect("a string takes any text");
    }
    out
}

#[test]
fn the_page_on_lints_is_up_to_date() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = repository.join("docs/lints.md");
    let page = page(&repository.join("src/check"));
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &page).expect("the page can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "docs/lints.md is stale: run `UPDATE=1 cargo test --test lints_doc`");
}

#[test]
fn names_are_in_order_and_summaries_are_clauses() {
    assert!(LINTS.is_sorted_by(|a, b| a.name < b.name));
    for lint in LINTS {
        assert!(!lint.summary.ends_with('.') && lint.summary.starts_with(char::is_lowercase), "{}", lint.summary);
    }
}
