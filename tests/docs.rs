//! Holds the documents to the program: their examples build, they name every key, template, field and command, what they say
//! the program writes is what it writes, and no link of theirs is broken.
//!
//! Owns what must agree with what; reading documents and source is `docs/reader.rs`'s.

#[path = "docs/reader.rs"]
mod reader;

use depeche::build::{self, Now, Options};
use depeche::diag;
use depeche::locale::{DateStyle, Formats, Lang, Locale, Nouns, Style};
use depeche::model::{Curve, Download, FieldType, Level, Mark, ScaleType, Stack, Status, TimeUnit};
use depeche::quantity::{Currency, Decimal, Period, Value};
use reader::{Document, Table, code, document, documents, files, repository, strings_of};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The brief of the README, and that of the author's guide.
const FIRST_BRIEF: &str = "2025-02-07-meta-capex";
const GUIDE_BRIEF: &str = "2025-02-06-results";

/// Writes a document's examples as files; examples of one file are joined. Those that name no folder belong to `brief`.
fn write_examples(document: &Document, brief: &str, site: &Path) {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for example in document.examples.iter().filter(|example| example.file.contains('.')) {
        let in_brief = !example.file.contains('/') && example.file != "depeche.yaml";
        let path = if in_brief { format!("content/briefs/{brief}/{}", example.file) } else { example.file.clone() };
        let text = texts.entry(path).or_default();
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&example.text);
    }
    assert!(texts.len() > 2, "{} has {} examples", document.path, texts.len());
    for (path, text) in texts {
        let path = site.join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }
}

fn options(site: &Path) -> Options {
    let today = "2025-03-01".parse().expect("a day");
    Options { root: site.to_owned(), base: None, origin: None, drafts: false, future: false, now: Now::Day(today) }
}

/// Builds a site that must have no finding; its output stands in `public/`.
fn build_soundly(site: &Path) {
    let Ok(report) = build::build(&options(site), &site.join("public"), &|_, _| {}) else {
        panic!("the site cannot be written")
    };
    let found = diag::print(&report.loaded.diagnostics, &report.loaded.sources.files, false);
    assert!(found.is_empty() && report.written.is_some(), "{found}");
}

/// The words of a page that a reader sees, with plain spaces.
fn words(page: &str) -> String {
    let body = page.split_once("<body>").map_or(page, |(_, body)| body);
    let texts = body.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    spaced(&texts.collect::<String>().replace("&amp;", "&").replace("&gt;", ">"))
}

/// The text with every kind of space as a plain one.
fn spaced(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}', '\n'], " ")
}

#[test]
fn the_examples_of_the_authors_guide_build_without_a_finding() {
    let site = TempDir::new().expect("a temporary folder");
    write_examples(&document("docs/content.md"), GUIDE_BRIEF, site.path());
    build_soundly(site.path());
    for page in ["fr/resultats-amazon-meta/index.html", "en/amazon-meta-results/index.html"] {
        assert!(site.path().join("public").join(page).is_file(), "{page}");
    }
}

/// The repository's own site with the README's brief.
fn first_brief(readme: &Document) -> TempDir {
    let site = TempDir::new().expect("a temporary folder");
    let content = files("content", "yaml").into_iter().chain(files("content", "md"));
    for path in content.chain(["depeche.yaml".to_owned()]) {
        let copy = site.path().join(&path);
        fs::create_dir_all(copy.parent().expect("a file has a folder")).expect("the folder can be made");
        fs::copy(repository().join(path), copy).expect("the file can be copied");
    }
    write_examples(readme, FIRST_BRIEF, site.path());
    site
}

#[test]
fn the_first_brief_of_the_readme_becomes_what_the_readme_says() {
    let readme = document("README.md");
    let site = first_brief(&readme);
    build_soundly(site.path());
    let page = |path: &str| words(&fs::read_to_string(site.path().join("public").join(path)).expect(path));
    let (french, english) = (page("fr/meta-investissements-2025/index.html"), page("en/meta-spending-2025/index.html"));
    let table = readme.tables.iter().find(|table| table.head == ["in the brief", "en français", "in English"]);
    let rows = &table.expect("the README shows what the reader gets").rows;
    assert!(rows.len() > 2);
    for row in rows {
        assert!(french.contains(&row[1]), "`{}` is not in the French page:\n{french}", row[1]);
        assert!(english.contains(&row[2]), "`{}` is not in the English page:\n{english}", row[2]);
    }
}

#[test]
fn the_first_brief_of_the_readme_breaks_as_the_readme_says() {
    let readme = document("README.md");
    let site = first_brief(&readme);
    let path = site.path().join("content/briefs").join(FIRST_BRIEF).join("en.md");
    let text = fs::read_to_string(&path).expect("the example was written");
    let (told, instead) = ("[between $60 billion and $65 billion](figure:plan)", "[$60 billion](figure:plan)");
    assert!(text.contains(told) && reader::text("README.md").contains(&format!("`{instead}`")));
    fs::write(&path, text.replace(told, instead)).expect("the file can be written");
    let loaded = build::load(&options(site.path()));
    let found = diag::print(&loaded.diagnostics, &loaded.sources.files, false);
    let shown = readme.examples.iter().find(|example| example.file == "check").expect("the README shows a finding");
    assert!(!loaded.is_sound() && found.contains(&shown.text), "{found}");
}

/// The rows of the tables about keys, in maps of one prefix: `encoding.y.field` is the key `field` of `encoding.y`.
fn documented_keys(documents: &[Document]) -> BTreeMap<BTreeSet<String>, String> {
    let mut groups = BTreeMap::new();
    for document in documents {
        for table in document.tables.iter().filter(|table| table.head.first().is_some_and(|head| head == "key")) {
            let mut maps: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
            for path in table.column(0) {
                let (map, key) = path.rsplit_once('.').unwrap_or(("", path));
                assert!(maps.entry(map).or_default().insert(key.to_owned()), "{}: `{path}` twice", document.path);
            }
            let place = |map: &str| format!("{}, {}: `{map}`", document.path, table.heading);
            groups.extend(maps.into_iter().map(|(map, keys)| (keys, place(map))));
        }
    }
    groups
}

#[test]
fn every_key_that_is_read_is_documented_and_no_other() {
    let documented = documented_keys(&documents());
    let read: Vec<_> = files("src/parse", "rs").iter().flat_map(|path| reader::key_lists(path)).collect();
    assert!(read.len() > 15, "only {} lists of keys were found", read.len());
    let mut report = String::new();
    for (place, keys) in &read {
        if !documented.contains_key(keys) {
            writeln!(report, "{place}\n    is no table of the documents").expect("a string takes any text");
        }
    }
    for (keys, place) in documented.iter().filter(|(keys, _)| !read.iter().any(|(_, read)| read == *keys)) {
        writeln!(report, "{place} {keys:?}\n    is no map that the program reads").expect("a string takes any text");
    }
    assert!(report.is_empty(), "{report}");
}

/// The keys of each map in a schema, with its place; a map by language has none of its own.
fn schema_maps(place: &str, schema: &Json, found: &mut Vec<(String, BTreeSet<String>)>) {
    if let Some(keys) = schema["properties"].as_object() {
        assert_eq!(schema["additionalProperties"], false, "{place}: other keys are let pass");
        let names: BTreeSet<String> = keys.keys().cloned().collect();
        if names.iter().any(|name| name.parse::<Lang>().is_err()) {
            let silent: Vec<_> = keys.iter().filter(|(_, key)| !key["description"].is_string()).collect();
            assert!(silent.is_empty(), "{place}: no word about {silent:?}");
            found.push((place.to_owned(), names));
        }
    }
    let parts = schema.as_object().into_iter().flatten().map(|(key, part)| (key.clone(), part));
    let items = schema.as_array().into_iter().flatten().enumerate().map(|(n, part)| (n.to_string(), part));
    for (key, part) in parts.chain(items) {
        schema_maps(&format!("{place}/{key}"), part, found);
    }
}

#[test]
fn every_key_that_is_read_is_in_the_schemas_and_no_other() {
    let mut maps = Vec::new();
    for path in files("docs/schemas", "json") {
        let schema: Json = serde_json::from_str(&reader::text(&path)).unwrap_or_else(|e| panic!("{path}: {e}"));
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{path}");
        schema_maps(&path, &schema, &mut maps);
    }
    let read: Vec<_> = files("src/parse", "rs").iter().flat_map(|path| reader::key_lists(path)).collect();
    let lacking = |from: &[(String, BTreeSet<String>)], of: &[(String, BTreeSet<String>)]| -> Vec<String> {
        of.iter()
            .filter(|(_, keys)| !from.iter().any(|(_, other)| other == keys))
            .map(|(p, k)| format!("{p}: {k:?}"))
            .collect()
    };
    assert_eq!((lacking(&maps, &read), lacking(&read, &maps)), (vec![], vec![]), "read and in no schema; the reverse");
}

#[test]
fn the_words_of_the_schemas_are_those_of_the_program() {
    let words = |file: &str, at: &str| -> Vec<String> {
        let path = format!("docs/schemas/{file}.schema.json");
        let schema: Json = serde_json::from_str(&reader::text(&path)).expect("a schema is JSON");
        let list = schema.pointer(at).unwrap_or_else(|| panic!("{path} has no {at}"));
        list.as_array().expect("a list").iter().filter_map(Json::as_str).map(str::to_owned).collect()
    };
    let check = |file: &str, at: &str, real: Vec<&str>| {
        let listed = words(file, at);
        agree(&format!("{file}{at}"), listed.iter().map(String::as_str), real);
    };
    check("common", "/$defs/language/enum", Lang::ALL.iter().map(|lang| lang.tag()).collect());
    for lang in Lang::ALL {
        let locales = Locale::ALL.into_iter().filter(|locale| locale.lang() == lang).map(Locale::tag).collect();
        check("settings", &format!("/properties/locales/properties/{lang}/enum"), locales);
    }
    check("settings", "/properties/charts/properties/download/items/enum", Download::ALL.map(Download::word).to_vec());
    let levels = Level::ALL.map(Level::word);
    check("settings", "/properties/lints/additionalProperties/enum", levels.to_vec());
    check("brief", "/$defs/figure/properties/status/enum", Status::ALL.map(Status::word).to_vec());
    check("chart", "/properties/mark/enum", Mark::ALL.map(Mark::word).to_vec());
    check("chart", "/properties/curve/enum", Curve::ALL.iter().map(|(word, _)| *word).collect());
    let position = |key: &str| format!("/$defs/position/properties/{key}/enum");
    check("chart", &position("type"), FieldType::ALL.iter().map(|(word, _)| *word).collect());
    check("chart", &position("timeUnit"), TimeUnit::ALL.iter().map(|(word, _)| *word).collect());
    check("chart", &position("stack"), Stack::ALL.iter().map(|(word, _)| *word).collect());
    check("chart", &position("scale/properties/type"), ScaleType::ALL.iter().map(|(word, _)| *word).collect());
}

/// Asserts that two sets of names are one.
fn agree<'n>(what: &str, documented: impl IntoIterator<Item = &'n str>, real: impl IntoIterator<Item = &'n str>) {
    let (documented, real): (BTreeSet<_>, BTreeSet<_>) = (documented.into_iter().collect(), real.into_iter().collect());
    assert!(!real.is_empty(), "{what}: none was found");
    let missing: Vec<_> = real.difference(&documented).collect();
    let stale: Vec<_> = documented.difference(&real).collect();
    assert!(missing.is_empty() && stale.is_empty(), "{what}: not documented {missing:?}, not there {stale:?}");
}

#[test]
fn the_words_of_the_authors_guide_are_those_of_the_program() {
    let guide = document("docs/content.md");
    let list = |path: &str, name: &str| strings_of(&code(path), name).unwrap_or_else(|| panic!("{path}: no {name}"));
    let schemes = list("src/parse/links.rs", "SCHEMES");
    agree("schemes", guide.first_column("scheme"), schemes.iter().map(String::as_str));
    agree("marks", document("docs/charts.md").first_column("mark"), Mark::ALL.map(Mark::word));
    agree("statuses", guide.first_column("status"), Status::ALL.map(Status::word));
    agree("locales", guide.first_column("locale"), Locale::ALL.map(Locale::tag));
    let kinds = list("src/discover/mod.rs", "ASSET_KINDS");
    agree("kinds of files", guide.first_column("kind"), kinds.iter().map(String::as_str));
    let registries = list("src/parse/mod.rs", "REGISTRIES");
    agree("registries", guide.first_column("registry"), registries.iter().map(String::as_str));
    let schemas = files("docs/schemas", "json");
    let names = schemas.iter().map(|path| path.trim_start_matches("docs/schemas/"));
    agree("schemas", guide.first_column("schema"), names);
    let text = reader::text("docs/content.md");
    let reserved = list("src/parse/edition.rs", "RESERVED");
    assert!(reserved.len() > 5 && reserved.iter().all(|slug| text.contains(&format!("`{slug}`"))), "{reserved:?}");
}

/// The rows of a table that shows what the program writes.
fn written<'d>(guide: &'d Document, name: &str) -> &'d Table {
    let table = guide.tables.iter().find(|table| table.head == [name, "en français", "in English"]);
    table.unwrap_or_else(|| panic!("the guide shows how a {name} is written"))
}

#[test]
fn values_and_periods_are_written_as_the_authors_guide_says() {
    let guide = document("docs/content.md");
    let site = TempDir::new().expect("a temporary folder");
    write_examples(&guide, GUIDE_BRIEF, site.path());
    let nouns = build::load(&options(site.path())).site.expect("the examples are a site").nouns;
    let formats = [Locale::FrFr, Locale::EnUs].map(|locale| Formats::new(locale, &nouns));
    let check = |table: &Table, write: &dyn Fn(&str, &Formats) -> String| {
        assert!(table.rows.len() > 5);
        for row in &table.rows {
            let written = formats.each_ref().map(|formats| spaced(&write(&row[0], formats)));
            assert_eq!(written, [row[1].as_str(), row[2].as_str()], "`{}`", row[0]);
        }
    };
    check(written(&guide, "value"), &|text, formats| {
        let value: Value = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        formats.value(&value, Style::Prose)
    });
    check(written(&guide, "period"), &|text, formats| {
        let period: Period = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        formats.period(&period, Style::Prose)
    });
}

#[test]
fn locales_write_as_the_authors_guide_says() {
    let guide = document("docs/content.md");
    let table = guide.tables.iter().find(|table| table.head[0] == "locale").expect("the guide shows the locales");
    let [_, number, amount, day, dollar] = &table.head[..] else { panic!("the columns are {:?}", table.head) };
    assert_eq!((number.as_str(), dollar.as_str()), ("1200.5", "a bare dollar"));
    let amount: Value = amount.parse().expect("an amount");
    for row in &table.rows {
        let locale: Locale = row[0].parse().expect("a locale");
        let formats = Formats::new(locale, &Nouns::new());
        let written = [
            formats.number(Decimal::new(12_005, 1)),
            formats.value(&amount, Style::Prose),
            formats.date(day.parse().expect("a day"), DateStyle::Medium),
        ];
        let dollar = if locale.dollar() == Currency::CAD { "Canadian" } else { "American" };
        let expected = written.iter().map(|text| spaced(text)).chain([dollar.to_owned()]);
        assert_eq!(row[1..], expected.collect::<Vec<_>>(), "{locale}");
    }
}

#[test]
fn every_template_view_and_function_is_documented_and_no_other() {
    let page = document("docs/templates.md");
    let below = |path: String| path.trim_start_matches("templates/").to_owned();
    let templates: Vec<String> = files("templates", "html").into_iter().map(below).collect();
    agree("templates", page.first_column("template"), templates.iter().map(String::as_str));
    let theme = code("src/render/theme.rs");
    let functions = theme.split("register_function(\"").skip(1).filter_map(|rest| rest.split('"').next());
    agree("functions", page.first_column("function"), functions);
    let views = ["src/render/views.rs", "src/chart/mod.rs", "src/chart/key.rs", "src/chart/table.rs"];
    let views: Vec<_> = views.iter().flat_map(|path| reader::views(path)).collect();
    assert!(views.len() > 20, "only {} views were found", views.len());
    let tables = || page.tables.iter().filter(|table| table.head.first().is_some_and(|head| head == "field"));
    agree("views", tables().map(|table| table.heading.as_str()), views.iter().map(|(name, _)| name.as_str()));
    for (name, fields) in &views {
        let table = tables().find(|table| table.heading == *name).expect("every view has its table");
        agree(&format!("fields of {name}"), table.column(0), fields.iter().map(String::as_str));
    }
}

#[test]
fn every_command_module_and_test_is_documented_and_no_other() {
    let names = |folder: &str| -> BTreeSet<String> {
        let entries = fs::read_dir(repository().join(folder)).expect("the folder is there").flatten();
        let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().trim_end_matches(".rs").to_owned();
        entries.map(name).filter(|name| !matches!(name.as_str(), "mod" | "lib")).collect()
    };
    let commands: Vec<String> = names("src/cmd").iter().map(|name| format!("depeche {name}")).collect();
    agree("commands", document("README.md").first_column("command"), commands.iter().map(String::as_str));
    let (map, modules) = (document("CONTRIBUTING.md"), names("src"));
    let documented = map.tables.iter().filter(|table| table.head == ["floor", "module", "owns"]);
    agree("modules", documented.flat_map(|table| table.column(1)), modules.iter().map(String::as_str));
    let tests: Vec<String> = files("tests", "rs").into_iter().filter(|path| path.matches('/').count() == 1).collect();
    let documented =
        map.first_column("tests").into_iter().filter(|name| name.ends_with(".rs") && !name.contains("mod "));
    agree("tests", documented, tests.iter().map(String::as_str));
}

#[test]
fn every_language_of_the_program_is_in_the_authors_guide() {
    let guide = reader::text("docs/content.md");
    for lang in Lang::ALL {
        assert!(guide.contains(&format!("`{lang}.md`")), "{lang}");
    }
}

#[test]
fn no_link_between_the_documents_is_broken() {
    let documents = documents();
    let mut broken = Vec::new();
    for document in &documents {
        for link in document.links.iter().filter(|link| !link.contains(':')) {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let folder = Path::new(&document.path).parent().expect("a document has a folder");
            let target = if path.is_empty() { document.path.clone().into() } else { folder.join(path) };
            let target = target.to_string_lossy().replace("docs/../", "");
            let there = repository().join(&target).exists();
            let named = documents.iter().find(|other| other.path == target);
            let anchored = anchor.is_empty() || named.is_some_and(|other| other.anchors.iter().any(|a| a == anchor));
            if !there || !anchored {
                broken.push(format!("{}: {link}", document.path));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

/// What the reader makes of source and of documents.
#[test]
fn lists_tables_and_structs_are_read() {
    let code = "const KEYS: &[&str] = &[\n    \"a\",\n];\nconst S: &[(&str, X)] =\n    &[(\"b\", 1), (\"c\", 2)];";
    assert_eq!(strings_of(code, "KEYS"), Some(vec!["a".to_owned()]));
    assert_eq!(strings_of(code, "S"), Some(vec!["b".to_owned(), "c".to_owned()]));
    assert_eq!(strings_of(code, "OTHER"), None);
    let text = "## A `b`, c\n\n| key | x |\n| --- | --- |\n| `k.l` | y |\n\n```yaml data.yaml\na: 1\n```\n[z](y.md)\n";
    let document = reader::parse("x.md", text);
    assert_eq!(document.anchors, ["a-b-c"]);
    assert_eq!((document.examples[0].file.as_str(), document.examples[0].text.as_str()), ("data.yaml", "a: 1\n"));
    assert_eq!(
        (&document.tables[0].head[..], &document.tables[0].rows[..]),
        (&["key", "x"].map(str::to_owned)[..], &[vec!["k.l".to_owned(), "y".to_owned()]][..])
    );
    assert_eq!(document.links, ["y.md"]);
}
