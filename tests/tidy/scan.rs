//! Reads Rust source just far enough for the house rules: code without comments and strings, functions, test code, paths.
//!
//! Owns the scanning; the rules and their limits are `tidy.rs`'s. No grammar: a brace-depth reader over blanked text.

use std::ops::Range;

/// The source with every comment, string and character literal turned into spaces: same length, same lines.
pub fn code(source: &str) -> String {
    let bytes = source.as_bytes();
    let mut out = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let end = literal_or_comment(source, at);
        for byte in &mut out[at..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        at = end.max(at + 1);
    }
    String::from_utf8(out).expect("whole literals and comments were blanked")
}

/// Where the comment or literal that begins at `at` ends; `at` itself where none begins.
fn literal_or_comment(source: &str, at: usize) -> usize {
    let rest = &source.as_bytes()[at..];
    let after_word = at > 0 && is_word(source.as_bytes()[at - 1]);
    match rest {
        [b'/', b'/', ..] => at + rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len()),
        [b'/', b'*', ..] => at + block_comment(rest),
        [b'"', ..] => at + quoted(rest, b'"'),
        [b'r' | b'b' | b'c', ..] if !after_word => at + prefixed_string(rest),
        [b'\'', b'\\', ..] => at + quoted(rest, b'\''),
        [b'\'', ..] => {
            let width = source[at + 1..].chars().next().map_or(0, char::len_utf8);
            if rest.get(1 + width) == Some(&b'\'') { at + width + 2 } else { at }
        }
        _ => at,
    }
}

fn block_comment(rest: &[u8]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        match &rest[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn quoted(rest: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// `b"…"`, `r#"…"#` and their kin; 0 where the letters begin something else.
fn prefixed_string(rest: &[u8]) -> usize {
    let letters = rest.iter().take(2).take_while(|b| matches!(b, b'r' | b'b' | b'c')).count();
    let hashes = rest[letters..].iter().take_while(|b| **b == b'#').count();
    let open = letters + hashes;
    if rest.get(open) != Some(&b'"') || (hashes > 0 && rest[letters - 1] != b'r') {
        return 0;
    }
    if rest[letters - 1] != b'r' {
        return open + quoted(&rest[open..], b'"');
    }
    let mut close = vec![b'"'];
    close.extend(std::iter::repeat_n(b'#', hashes));
    let body = &rest[open + 1..];
    body.windows(close.len()).position(|w| w == close).map_or(rest.len(), |p| open + 1 + p + close.len())
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

/// The places where `word` stands alone.
pub fn words<'c>(code: &'c str, word: &'c str) -> impl Iterator<Item = usize> + 'c {
    code.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let bytes = code.as_bytes();
        let before = at.checked_sub(1).map(|i| bytes[i]);
        let after = bytes.get(at + word.len()).copied();
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

/// The identifier at the start of `text`, spaces skipped.
pub fn identifier(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.bytes().position(|b| !is_word(b)).unwrap_or(text.len());
    &text[..end]
}

/// The item that begins at `at`, up to the brace that closes it or the semicolon that ends it.
fn item_end(code: &str, at: usize) -> usize {
    let (mut depth, mut brackets) = (0_i32, 0_i32);
    for (offset, byte) in code.as_bytes()[at..].iter().enumerate() {
        match byte {
            b'(' | b'[' => brackets += 1,
            b')' | b']' => brackets -= 1,
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth <= 0 && brackets == 0 && matches!(byte, b'}' | b';') {
            return at + offset + 1;
        }
    }
    code.len()
}

/// Every function with a name: its name and where it stands, from `fn` to its end.
pub fn functions(code: &str) -> Vec<(&str, Range<usize>)> {
    words(code, "fn")
        .map(|at| (identifier(&code[at + 2..]), at..item_end(code, at)))
        .filter(|(name, _)| !name.is_empty())
        .collect()
}

/// The code under `#[cfg(test)]`, and the names of modules that stand in files of their own under it.
pub fn test_code(code: &str) -> (Vec<Range<usize>>, Vec<&str>) {
    const MARK: &str = "#[cfg(test)]";
    let mut ranges = Vec::new();
    let mut files = Vec::new();
    for (at, _) in code.match_indices(MARK) {
        let item = at + MARK.len()..item_end(code, at + MARK.len());
        let text = code[item.clone()].trim();
        if let Some(name) = text.strip_prefix("mod ").and_then(|t| t.strip_suffix(';')) {
            files.push(name.trim());
        }
        ranges.push(item);
    }
    (ranges, files)
}

/// Modules written in place, `mod name { … }`: names and extents, outer ones first.
fn inline_modules(code: &str) -> Vec<(&str, Range<usize>)> {
    words(code, "mod")
        .map(|at| (identifier(&code[at + 3..]), at..item_end(code, at)))
        .filter(|(_, extent)| code[extent.clone()].ends_with('}'))
        .collect()
}

/// Every path of the code that begins with `crate`, `super`, `self` or one of `heads`, resolved from the root: where it
/// stands and its segments (without `crate`). `module` is where the file stands: `["chart", "scale"]`.
pub fn paths(code: &str, module: &[String], heads: &[&str]) -> Vec<(usize, Vec<String>)> {
    let inline = inline_modules(code);
    let mut found = Vec::new();
    for head in ["crate", "super", "self"].iter().chain(heads) {
        for at in words(code, head) {
            let before = code[..at].trim_end();
            let rest = code[at + head.len()..].trim_start();
            if before.ends_with("::") || !rest.starts_with("::") {
                continue;
            }
            let mut from = module.to_vec();
            from.extend(inline.iter().filter(|(_, e)| e.contains(&at)).map(|(name, _)| (*name).to_owned()));
            for tail in tree(&code[at..]) {
                found.push((at, resolve(&from, tail)));
            }
        }
    }
    found
}

fn resolve(from: &[String], path: Vec<String>) -> Vec<String> {
    let mut out = match path[0].as_str() {
        "super" | "self" => from.to_vec(),
        _ => Vec::new(),
    };
    for segment in path {
        match segment.as_str() {
            "crate" | "self" => {}
            "super" => drop(out.pop()),
            _ => out.push(segment),
        }
    }
    out
}

/// The paths of the use tree at the start of `text`: `a::{b, c::d}` gives `a::b` and `a::c::d`.
fn tree(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start();
    let name = identifier(text);
    if name.is_empty() {
        return vec![Vec::new()];
    }
    let rest = text[name.len()..].trim_start();
    let tails = match rest.strip_prefix("::").map(str::trim_start) {
        Some(group) if group.starts_with('{') => branches(&group[1..]).into_iter().flat_map(tree).collect(),
        Some(next) => tree(next),
        None => vec![Vec::new()],
    };
    tails.into_iter().map(|tail| [vec![name.to_owned()], tail].concat()).collect()
}

/// The comma-separated parts of a group, up to the brace that closes it.
fn branches(group: &str) -> Vec<&str> {
    let (mut depth, mut start) = (0, 0);
    let mut out = Vec::new();
    for (at, byte) in group.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth > 0 => depth -= 1,
            b',' | b'}' if depth == 0 => {
                out.push(group[start..at].trim());
                start = at + 1;
                if byte == b'}' {
                    break;
                }
            }
            _ => {}
        }
    }
    out.retain(|part| !part.is_empty());
    out
}
