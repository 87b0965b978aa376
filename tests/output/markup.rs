//! Reads the tags of a page as a browser would, so that tests need not trust how the page was written.

/// Every attribute: the tag's name, its own name, its value as it is written. Panics where a tag is not well formed.
pub fn attributes(html: &str) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let name_end = rest.find(|c: char| c.is_whitespace() || c == '>' || c == '/').expect("a tag ends");
        let tag = rest[..name_end].to_ascii_lowercase();
        found.push((tag.clone(), String::new(), String::new()));
        rest = &rest[name_end..];
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            if let Some(after) = rest.strip_prefix('>') {
                rest = after;
                break;
            }
            let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).expect("a tag ends");
            assert!(end > 0, "a strange tag: <{tag} … {}", &rest[..rest.len().min(40)]);
            let name = rest[..end].to_ascii_lowercase();
            rest = &rest[end..];
            let mut value = "";
            if let Some(after) = rest.strip_prefix("=\"") {
                let quote = after.find('"').expect("a value ends");
                (value, rest) = (&after[..quote], &after[quote + 1..]);
            } else {
                assert!(!rest.starts_with('='), "a value without quotes: <{tag} {name}");
            }
            found.push((tag.clone(), name, value.to_owned()));
        }
    }
    found
}

/// What of a page a browser would run: scripts but those of the site's own files, handlers, addresses that are programs, and tags
/// that nobody wrote.
pub fn dangers(html: &str) -> Vec<String> {
    const FORBIDDEN: [&str; 8] = ["script", "iframe", "object", "embed", "base", "form", "style", "b0rked"];
    let mut dangers = Vec::new();
    let found = attributes(html);
    for (index, (tag, name, value)) in found.iter().enumerate() {
        let is_own =
            || found.get(index + 1).is_some_and(|(_, name, v)| name == "src" && v.starts_with("/bench/static/"));
        let is_tag = name.is_empty() && FORBIDDEN.contains(&tag.as_str()) && !(tag == "script" && is_own());
        let scheme = value.split_once(':').map(|(scheme, _)| scheme.trim().to_ascii_lowercase());
        let runs = scheme.is_some_and(|s| ["javascript", "data", "vbscript"].contains(&s.as_str()));
        if is_tag || name.starts_with("on") || name == "style" || runs {
            dangers.push(format!("<{tag} {name}=\"{value}\">"));
        }
    }
    dangers
}

#[test]
fn dangers_are_seen() {
    for html in [
        "<script>",
        "<p><SCRIPT src=\"x\">",
        "<img src=\"x\" onerror=\"y\">",
        "<a href=\"JavaScript:x\">",
        "<b0rked>",
        "<p title=\"a\" onclick=\"b\">",
        "<svg/onload=\"x\">",
    ] {
        assert_eq!(dangers(html).len(), 1, "{html}");
    }
    assert_eq!(dangers("<script src=\"/bench/static/a.js\" defer></script>"), [""; 0]);
    assert_eq!(dangers("<p title=\"a &lt;script> onclick=x\">1 < 2 &lt;script></p>"), [""; 0]);
}
