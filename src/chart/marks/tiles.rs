//! Tiles: key figures set large, each with its bound in words, on a scale that they share.

use super::Ids;
use crate::chart::channels::Channels;
use crate::chart::layout::gauge::Gauges;
use crate::chart::layout::tiles::{Arrangement, arrange, tiles};
use crate::chart::layout::{NARROW, WIDE};
use crate::chart::markup;

/// The list of a page. Its classes say how many tiles stand side by side in a narrow container and in a wide one.
pub fn html(channels: &Channels, ids: Ids<'_>) -> String {
    let tiles = tiles(channels);
    let gauges = Gauges::of(channels);
    markup::root(channels, gauges, ids, |root| {
        let mut list = root.child("ul");
        let mut classes = String::from("tiles");
        for (frame, name) in [(NARROW, "narrow"), (WIDE, "wide")] {
            let Arrangement { columns, is_small, .. } = arrange(&tiles, &frame);
            classes += &format!(" {name}-{columns}{}", if is_small { format!(" {name}-small") } else { String::new() });
        }
        list.attr("class", &classes);
        for (tile, datum) in tiles.iter().zip(&channels.data) {
            let mut item = markup::row(&mut list, "li", datum);
            {
                let mut value = item.child("p");
                markup::words(&mut value, "span", "bound", &tile.bound);
                if !tile.bound.is_empty() {
                    value.text(" ");
                }
                markup::words(
                    &mut value,
                    "span",
                    if tile.is_absent { "key-number absent" } else { "key-number" },
                    &tile.number,
                );
            }
            markup::gauge(&mut item, gauges, datum, ids);
            let mut of = item.child("div");
            markup::words(&mut of, "p", "key-label", &tile.label);
            markup::words(&mut of, "p", "measures", &tile.more);
        }
    })
}
