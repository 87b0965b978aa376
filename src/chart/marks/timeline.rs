//! A timeline: what happened when, on a rail; a sign says what is known of the date.

use super::{Ids, Plot, group, lines, text};
use crate::chart::channels::{Channels, Paint};
use crate::chart::key::swatch;
use crate::chart::layout::timeline::{Event, Form, Rail, SIGN, Sign, events};
use crate::chart::markup;
use crate::chart::scale::Point;
use crate::chart::svg::{Element, Path};
use crate::quantity::Timing;
use std::collections::BTreeSet;

/// The list of a page, in the form of a brief's own timeline.
pub fn html(channels: &Channels, ids: Ids<'_>) -> String {
    markup::root(channels, None, ids, |root| {
        let mut list = root.child("ol");
        list.attr("class", "timeline");
        for (event, datum) in events(channels).iter().zip(&channels.data) {
            let mut item = markup::row(&mut list, "li", datum);
            {
                let mut svg = item.child("svg");
                swatch(&mut svg, SIGN);
                event.sign.draw(&mut group(&mut svg, datum.paint), [SIGN / 2.0; 2]);
            }
            when(&mut item, event);
            item.text(" ");
            markup::words(&mut item, "span", "what", &event.what);
        }
    })
}

fn when(item: &mut Element, event: &Event) {
    let mut when = item.child("span");
    when.attr("class", "when");
    match event.timing.and_then(|timing| if let Timing::In(period) = timing { period.datetime() } else { None }) {
        Some(datetime) => when.child("time").attr("datetime", &datetime).text(&event.when),
        None => when.text(&event.when),
    }
}

impl Plot for Rail<'_> {
    fn height(&self) -> f64 {
        self.height
    }

    fn hatched(&self) -> BTreeSet<Paint> {
        BTreeSet::new()
    }

    /// Text tells itself.
    fn rows(&self) -> Vec<(usize, Point)> {
        vec![]
    }

    fn draw(&self, parent: &mut Element, _: Ids<'_>) {
        lines(parent, &[self.line], "rail");
        for (paint, sign, middle) in &self.signs {
            sign.draw(&mut group(parent, *paint), *middle);
        }
        self.texts.iter().for_each(|words| text(parent, words));
    }

    fn left_over(&self) -> &[usize] {
        &[]
    }
}

/// Half the side of a point, and of an arrowhead.
const HALF: f64 = 3.5;
const HEAD: f64 = 5.0;

impl Sign {
    fn draw(self, parent: &mut Element, [x, y]: [f64; 2]) {
        match self.form {
            Form::Point => self.outline(parent, &square([x, y], HALF), false),
            Form::About => self.outline(parent, &square([x, y], HALF), true),
            Form::Span => {
                let cap = |path: Path, y| path.move_to(x - HALF - 1.0, y).horizontal_to(x + HALF + 1.0);
                let line = cap(cap(Path::default().move_to(x, y - 6.0).vertical_to(y + 6.0), y - 6.0), y + 6.0);
                let mut path = parent.child("path");
                path.path(&line)
                    .attr("stroke", "currentColor")
                    .attr("stroke-width", if self.hollow { "1.5" } else { "3" });
            }
            Form::Down => self.arrow(parent, [x, y], 1.0),
            Form::Up => self.arrow(parent, [x, y], -1.0),
        }
    }

    /// A bar across the rail at the date, and an arrowhead that points away from it.
    fn arrow(self, parent: &mut Element, [x, y]: [f64; 2], direction: f64) {
        let start = y - direction * 5.5;
        let bar = Path::default().move_to(x - HEAD, start).horizontal_to(x + HEAD);
        parent.child("path").path(&bar).attr("stroke", "currentColor").attr("stroke-width", "2");
        let base = start + direction * 3.5;
        let head = Path::default().move_to(x - HEAD, base).line_to(x + HEAD, base).line_to(x, base + direction * 7.0);
        self.outline(parent, &head.close(), false);
    }

    /// A filled shape, or a hollow one where its date is not firm.
    fn outline(self, parent: &mut Element, shape: &Path, dashed: bool) {
        let mut path = parent.child("path");
        path.path(shape);
        if self.hollow || dashed {
            path.attr("class", "hollow")
                .attr("fill", "#fff")
                .attr("stroke", "currentColor")
                .attr("stroke-width", "1.5");
        }
        if dashed {
            path.attr("stroke-dasharray", "2 1.5");
        }
    }
}

fn square([x, y]: [f64; 2], half: f64) -> Path {
    let path = Path::default().move_to(x - half, y - half).horizontal_to(x + half).vertical_to(y + half);
    path.horizontal_to(x - half).close()
}
