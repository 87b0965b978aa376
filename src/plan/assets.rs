//! Static files at their final places: each with a part of its hash in its name, stylesheets with the new names of what they use.

use crate::render::SitePath;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What static files hold, by their final place.
pub type Contents<'s> = BTreeMap<SitePath, Cow<'s, [u8]>>;

/// Places the static files. Returns the place of each by its path below `static/`, and the content by place.
pub fn fixed<'s>(statics: &'s BTreeMap<String, Cow<'static, [u8]>>) -> (BTreeMap<String, SitePath>, Contents<'s>) {
    let mut places = BTreeMap::new();
    let mut contents: Contents<'s> = BTreeMap::new();
    let is_style = |name: &str| name.ends_with(".css");
    // Stylesheets come last: their text, and so their hash, has the names of the others in it.
    let (styles, others): (Vec<_>, Vec<_>) = statics.iter().partition(|(name, _)| is_style(name));
    for (name, bytes) in others.into_iter().chain(styles) {
        let bytes: Cow<[u8]> = match std::str::from_utf8(bytes) {
            Ok(text) if is_style(name) && text.contains("url(") => {
                Cow::Owned(renamed(text, name, &places).into_bytes())
            }
            _ => Cow::Borrowed(bytes.as_ref()),
        };
        let place = SitePath::fixed(name, &bytes);
        places.insert(name.clone(), place.clone());
        contents.insert(place, bytes);
    }
    (places, contents)
}

/// A stylesheet with the final names of the files that its `url(…)` name.
fn renamed(style: &str, name: &str, places: &BTreeMap<String, SitePath>) -> String {
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut out = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(at) = rest.find("url(") {
        let (before, from) = rest.split_at(at + 4);
        out.push_str(before);
        let end = from.find(')').unwrap_or(from.len());
        let target = from[..end].trim().trim_matches(['"', '\'']);
        let path = if folder.is_empty() { target.to_owned() } else { format!("{folder}/{target}") };
        match places.get(&path).and_then(|place| place.as_str().rsplit('/').next()) {
            Some(file) => {
                let parent = target.rsplit_once('/').map_or(String::new(), |(parent, _)| format!("{parent}/"));
                out.push_str(&format!("\"{parent}{file}\""));
            }
            None => out.push_str(&from[..end]),
        }
        rest = &from[end..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stylesheet_names_the_hashed_files() {
        let bytes = |text: &'static str| Cow::Borrowed(text.as_bytes());
        let statics = BTreeMap::from([
            ("fonts/a.woff2".to_owned(), bytes("font")),
            ("style.css".to_owned(), bytes("@font-face{src:url('fonts/a.woff2')} a{background:url(data:x)}")),
        ]);
        let (places, contents) = fixed(&statics);
        let font = places["fonts/a.woff2"].as_str().rsplit('/').next().unwrap();
        let style = String::from_utf8(contents[&places["style.css"]].to_vec()).unwrap();
        assert_eq!(style, format!("@font-face{{src:url(\"fonts/{font}\")}} a{{background:url(data:x)}}"));
    }
}
