//! What leaves the site with a chart: the files, pages and links of `charts:` in `depeche.yaml`, and `depeche chart`.
//!
//! Owns which files there are and that they are whole; what stands in a CSV or in a picture is `src/chart/tests/leaves.rs`'s, what a
//! browser makes of them `tests/browser/export.test.mjs`'s.

mod site;

use site::Site;
use std::process::Command;

const SETTINGS: &str = "depeche.yaml";

/// The base site with this line about charts.
fn with_charts(line: &str) -> Site {
    let site = Site::base();
    site.edit(SETTINGS, "languages: [fr, en]\n", &format!("languages: [fr, en]\n{line}\n"));
    site
}

/// The files below the folders of charts.
fn of_charts(site: &Site) -> Vec<String> {
    let files = site.builds(&[]).into_keys();
    files.filter(|path| path.starts_with("fr/graphiques/") || path.starts_with("en/charts/")).collect()
}

#[test]
fn a_site_offers_nothing_unless_it_says_so() {
    let site = Site::base();
    assert_eq!(of_charts(&site), Vec::<String>::new());
    let page = site.page("fr/investissements/index.html");
    assert!(page.contains("class=\"chart\"") && !page.contains("chart-take") && !page.contains("/graphiques/"));
}

#[test]
fn each_form_has_its_files_in_each_language() {
    let check = |form: &str, expect: &[&str]| {
        let site = with_charts(&format!("charts: {{download: [{form}]}}"));
        let expect = ["en/charts/capital-spending/plans", "fr/graphiques/investissements/plans"]
            .iter()
            .flat_map(|place| expect.iter().map(move |end| format!("{place}{end}")));
        assert_eq!(of_charts(&site), expect.collect::<Vec<_>>(), "{form}");
        let page = site.page("fr/investissements/index.html");
        assert_eq!(page.matches(" download>").count(), expect_links(form), "{page}");
    };
    check("csv", &[".csv", ".sheet.csv"]);
    check("svg", &[".dark.svg", ".svg"]);
    check("png", &[".png"]);
    check("embed", &["/index.html"]);
}

#[test]
fn a_chart_may_be_kept_from_being_taken_away() {
    let site = with_charts("charts: {download: [csv, svg, png, embed]}");
    site.edit("content/briefs/2025-02-06-capex/data.yaml", "    mark: bar\n", "    mark: bar\n    download: false\n");
    assert_eq!(of_charts(&site), Vec::<String>::new());
    assert!(!site.page("fr/investissements/index.html").contains("chart-take"));
}

/// How many files a page links to for a form: the page for other sites is none to download.
fn expect_links(form: &str) -> usize {
    match form {
        "csv" | "svg" => 2,
        "png" => 1,
        _ => 0,
    }
}

#[test]
fn the_snippet_is_whole_and_the_page_names_its_brief() {
    let site = with_charts("charts: {download: [embed]}");
    site.builds(&["--base-url", "https://example.org/sub/"]);
    let brief = site.page("fr/investissements/index.html");
    let snippet = brief.split("<textarea").nth(1).and_then(|rest| rest.split('>').nth(1)).expect("a snippet");
    let place = "https://example.org/sub/fr/graphiques/investissements/plans/";
    assert!(snippet.starts_with(&format!("&lt;iframe src=&quot;{place}&quot; title=&quot;")), "{snippet}");
    assert!(snippet.contains("loading=&quot;lazy&quot;&gt;&lt;/iframe&gt;"), "{snippet}");
    let page = site.page("fr/graphiques/investissements/plans/index.html");
    assert!(page.contains("<link rel=\"canonical\" href=\"https://example.org/sub/fr/investissements/\">"), "{page}");
    assert!(page.contains("href=\"/sub/fr/investissements/#chart-plans\""), "{page}");
    assert!(!page.contains("<script") && !page.contains("href=\"#"), "{page}");
    assert!(!site.page("sitemap.xml").contains("/graphiques/"));
}

#[test]
fn the_page_of_all_charts_is_paged_linked_and_listed() {
    let site = with_charts("charts: {gallery: true}\npage_size: 1");
    site.write(
        "content/briefs/2025-02-10-chips/data.yaml",
        "date: 2025-02-10\nkey_chart: staff\ncharts:\n  staff:\n    mark: bar\n    title: {fr: Effectifs, en: Staff}\n    data: \
         {source: call, rows: [{label: A, value: 1}, {label: B, value: 2}]}\n  unseen:\n    mark: bar\n    title: \
         {fr: Jamais montré, en: Never shown}\n    data: {source: call, rows: [{label: A, value: 1}, {label: B, value: 2}]}\n",
    );
    assert_eq!(
        of_charts(&site),
        [
            "en/charts/index.html",
            "en/charts/page/2/index.html",
            "fr/graphiques/index.html",
            "fr/graphiques/page/2/index.html"
        ]
    );
    let (first, second) = (site.page("fr/graphiques/index.html"), site.page("fr/graphiques/page/2/index.html"));
    // The newest brief comes first; its chart is not in its text, so the link leads to its top.
    assert!(first.contains(">Effectifs</h2>") && first.contains("href=\"/bench/fr/nouvelle-puce/\""), "{first}");
    assert!(second.contains("href=\"/bench/fr/investissements/#chart-plans\""), "{second}");
    assert!(first.contains("hreflang=\"en\" href=\"https://example.org/bench/en/charts/\""), "{first}");
    assert!(!first.contains("Jamais montré") && !second.contains("Jamais montré"));
    assert!(site.page("fr/index.html").contains("<a href=\"/bench/fr/graphiques/\">Graphiques</a>"));
    let sitemap = site.page("sitemap.xml");
    assert!(sitemap.contains("/fr/graphiques/</loc>") && !sitemap.contains("page/2"), "{sitemap}");
}

#[test]
fn two_builds_have_the_same_bytes() {
    let site = with_charts("charts: {download: [csv, svg, png, embed], gallery: true}");
    assert!(site.builds(&[]) == site.builds(&[]));
}

/// Runs `depeche chart` on a file of this text. Gives what it wrote and what it said.
fn chart(text: &str, arguments: &[&str]) -> (i32, Vec<u8>, String) {
    let site = Site::empty();
    site.write("charts.yaml", text);
    let mut command = Command::new(env!("CARGO_BIN_EXE_depeche"));
    let output = command.current_dir(site.root()).arg("chart").arg("charts.yaml").args(arguments).output();
    let output = output.expect("the program is there");
    let said = String::from_utf8(output.stderr).expect("the program says UTF-8");
    (output.status.code().expect("the program ends by itself"), output.stdout, said)
}

const FILE: &str = "figures:
  amazon: {company: Amazon, metric: Capex, period: 2025, value: '> 100 billion USD', source: Amazon’s call}
  meta: {company: Meta, metric: Capex, period: 2025, value: 60..65 billion USD, source: Meta}
charts:
  plans: {mark: bar, title: {fr: Amazon devant, en: Amazon ahead}, figures: [amazon, meta]}
";

fn drawn(arguments: &[&str]) -> Vec<u8> {
    let (code, out, said) = chart(FILE, arguments);
    assert_eq!((code, said.as_str()), (0, ""));
    out
}

#[test]
fn one_chart_of_a_file_is_drawn_without_a_site() {
    let text = |arguments: &[&str]| String::from_utf8(drawn(arguments)).expect("a text");
    let french = text(&[]);
    assert!(french.contains(">Amazon devant<") && french.contains("100\u{a0}Md$") && french.contains("width=\"640\""));
    assert!(french.contains("Sources\u{a0}: Amazon’s call, Meta<"), "{french}");
    let english = text(&["--lang", "en", "--width", "288", "--theme", "dark", "--id", "plans"]);
    assert!(english.contains(">Amazon ahead<") && english.contains("width=\"320\"") && english.contains("#14171b"));
    assert!(drawn(&["--format", "png"]).starts_with(b"\x89PNG"));
    let page = text(&["--format", "html"]);
    assert!(page.starts_with("<!doctype html>") && page.contains("@layer chart") && page.contains("<table>"));
    assert!(!page.contains("<link") && !page.contains("<script") && !page.contains("localhost"), "{page}");
}

#[test]
fn the_end_of_the_outputs_name_says_the_format() {
    let site = Site::empty();
    site.write("c.yaml", FILE);
    for (name, begins) in [("a.png", &b"\x89PNG"[..]), ("a.html", b"<!doctype"), ("a.svg", b"<svg "), ("a", b"<svg ")] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_depeche"));
        let status = command.current_dir(site.root()).args(["chart", "c.yaml", "-o", name]).status();
        assert!(status.expect("the program is there").success());
        let bytes = std::fs::read(site.root().join(name)).expect(name);
        assert!(bytes.starts_with(begins), "{name}");
    }
}

#[test]
fn rows_may_come_from_a_csv_file_beside_the_file() {
    let site = Site::empty();
    site.write("c.yaml", "charts: {c: {mark: bar, title: Ventes, data: {unit: '%', source: INSEE, file: rows.csv}}}\n");
    site.write("rows.csv", "label,value\nAlpha,3\nBeta,5\n");
    let mut command = Command::new(env!("CARGO_BIN_EXE_depeche"));
    let output = command.current_dir(site.root()).args(["chart", "c.yaml"]).output().expect("the program is there");
    let drawn = String::from_utf8(output.stdout).expect("a text");
    assert!(drawn.contains(">Beta<") && drawn.contains("INSEE"), "{drawn}{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_briefs_own_data_will_do() {
    let data = format!("date: 2025-02-06\nauthors: [somebody]\ncompanies: [amazon, meta]\nkey_chart: plans\n{FILE}");
    assert_eq!(chart(&data, &[]).0, 0);
}

#[test]
fn names_languages_and_sources_may_be_given() {
    let named = FILE.replace("company: Amazon", "company: amazon").replace("Amazon’s call", "call")
        + "languages: [en]\ncompanies: {amazon: {name: Amazon.com, fiscal_year_end: 12}}\nmetrics: {Capex-2: {name: x}}\n";
    let (code, _, said) = chart(&named, &[]);
    assert!(code == 1 && said.contains("invalid-identifier") && said.contains("`fr` is no language"), "{said}");
    let sound = named.replace("metrics: {Capex-2: {name: x}}\n", "").replace("fr: Amazon devant, ", "");
    let sound = sound + "sources: {call: {title: A call, publisher: The company}}\n";
    let (code, out, said) = chart(&sound, &[]);
    let out = String::from_utf8(out).expect("a text");
    assert_eq!((code, said.as_str()), (0, ""));
    assert!(out.contains(">Amazon.com<") && out.contains("Sources: The company, Meta<"), "{out}");
}

#[test]
fn what_cannot_be_drawn_is_refused_at_its_place() {
    let fails = |text: &str, arguments: &[&str], expect: &[&str]| {
        let (code, out, said) = chart(text, arguments);
        assert!(code == 1 && out.is_empty(), "{said}");
        for part in expect {
            assert!(said.contains(part), "`{part}` is not in {said}");
        }
    };
    fails(FILE, &["--id", "plan"], &["error[unknown-chart]: there is no chart `plan`", "did you mean `plans`?"]);
    fails(&FILE.replace("meta]", "mata]"), &[], &["unknown-figure", "charts.yaml:5:", "did you mean `meta`?"]);
    fails(&FILE.replace("charts:", "chart:"), &[], &["unknown key `chart`", "did you mean `charts`?"]);
    fails("a: [", &[], &["yaml-syntax"]);
    fails("", &[], &["`charts` is missing"]);
    let two = format!("{FILE}  other: {{mark: bar, title: T, figures: [meta]}}\n");
    fails(&two, &[], &["the file has 2 charts", "plans, other"]);
    fails(&FILE.replace("65 billion USD", "65 billion EUR"), &[], &["chart-unit-mix"]);
    fails(&format!("languages: [en]\n{}", FILE.replace("fr: Amazon devant, ", "")), &["--lang", "fr"], &["`fr`"]);
}
