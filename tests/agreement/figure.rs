//! Reads a chart off a page: its drawings, its table, its description, as a browser would.
//!
//! Owns the markup only; what the texts mean is the test's.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// An element with all that is in it.
#[derive(Debug, Default)]
pub struct Node {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    /// All text in it, in order.
    pub text: String,
    pub children: Vec<Node>,
}

impl Node {
    /// The value of an attribute, or nothing.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// Every element below, in document order, that `wanted` likes.
    pub fn all<'n>(&'n self, wanted: &dyn Fn(&Node) -> bool) -> Vec<&'n Node> {
        let mut found = Vec::new();
        for child in &self.children {
            if wanted(child) {
                found.push(child);
            }
            found.extend(child.all(wanted));
        }
        found
    }

    pub fn named<'n>(&'n self, name: &str) -> Vec<&'n Node> {
        self.all(&|node| node.name == name)
    }
}

/// Every `<figure class="chart">` of a page.
pub fn charts(page: &str) -> Vec<Node> {
    let open = "<figure class=\"chart";
    page.match_indices(open)
        .map(|(at, _)| {
            let end = page[at..].find("</figure>").expect("a figure ends") + "</figure>".len();
            parse(&page[at..at + end])
        })
        .collect()
}

/// The texts of the page's `<data class="figure">`, in order.
pub fn phrased(page: &str) -> Vec<String> {
    let open = "<data class=\"figure\"";
    let text = |(at, _): (usize, &str)| {
        let end = page[at..].find("</data>").expect("a datum ends") + "</data>".len();
        parse(&page[at..at + end]).text
    };
    page.match_indices(open).map(text).collect()
}

fn parse(html: &str) -> Node {
    let mut reader = Reader::from_str(html);
    reader.config_mut().check_end_names = false;
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in {html}")) {
            Event::Start(tag) => open.push(element(&tag)),
            Event::Empty(tag) => open.last_mut().expect("the root stays open").children.push(element(&tag)),
            Event::End(_) => {
                let node = open.pop().expect("what ends was opened");
                let parent = open.last_mut().unwrap_or_else(|| panic!("an end too many in {html}"));
                parent.text += &node.text;
                parent.children.push(node);
            }
            Event::Text(text) => {
                open.last_mut().expect("the root stays open").text += &text;
            }
            Event::GeneralRef(name) => {
                let text = match name.resolve_char_ref().expect("a number that is a character") {
                    Some(character) => character.to_string(),
                    None => resolve_predefined_entity(&name).unwrap_or_else(|| panic!("an entity {name:?}")).to_owned(),
                };
                open.last_mut().expect("the root stays open").text += &text;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "an element stays open in {html}");
    open.remove(0).children.remove(0)
}

fn element(tag: &BytesStart) -> Node {
    let attributes = tag.html_attributes().map(|attribute| {
        let attribute = attribute.expect("attributes are well formed");
        (attribute.key.as_ref().to_owned(), attribute.value.into_owned())
    });
    Node { name: tag.name().as_ref().to_owned(), attributes: attributes.collect(), ..Node::default() }
}
