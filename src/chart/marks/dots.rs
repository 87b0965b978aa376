//! Dots and intervals: solid where a value is exact, hollow where it is about there, an interval between the ends of a range,
//! an arrow to where it may also be. What is no actual value has a dashed outline.

use super::{Plot, stroke};
use crate::chart::channels::Channels;
use crate::chart::layout::dots::{ARROW, Dot, HALF_CAP, RADIUS};
use crate::chart::layout::lanes::Lane;
use crate::chart::layout::strand::Form;
use crate::chart::layout::{Frame, bars};
use crate::chart::scale::Point;
use crate::chart::svg::{Element, Path};

/// The thickness of intervals, and half the length of their caps.
const THICK: f64 = 6.0;
const CAP: f64 = 6.0;
/// The sides of an arrowhead along the arrow and across it.
const HEAD: f64 = 5.0;
/// The breadth of outlines.
const BREADTH: f64 = 2.0;
/// The strokes and gaps of a dashed outline: six of each around a dot.
const DASHES: &str = "2.8 1.9";

/// Lays out dots, which lie in lanes as bars do.
pub fn plot<'c>(channels: &'c Channels, facet: usize, frame: &Frame) -> Box<dyn Plot + 'c> {
    Box::new(bars::lay_out(channels, facet, frame))
}

/// How a round dot is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    Solid,
    Hollow,
    /// Hollow, in a dashed outline.
    Dashed,
}

/// Draws a round dot whose radius takes in its outline.
pub fn circle(parent: &mut Element, [x, y]: Point, radius: f64, fill: Fill) {
    let mut circle = parent.child("circle");
    circle.number("cx", x).number("cy", y);
    if fill == Fill::Solid {
        circle.number("r", radius);
        return;
    }
    circle.number("r", radius - BREADTH / 2.0).attr("class", "hollow").attr("fill", "#fff");
    circle.attr("stroke", "currentColor").number("stroke-width", BREADTH);
    if fill == Fill::Dashed {
        circle.attr("stroke-dasharray", DASHES);
    }
}

impl Dot {
    /// Draws it in a level lane.
    pub fn draw(self, parent: &mut Element, lane: Lane) {
        let y = lane.middle();
        let [low, high] = [self.low, self.high].map(|value| lane.at(value));
        let fill = if self.provisional { Fill::Dashed } else { Fill::Solid };
        match self.form {
            Form::Exact => circle(parent, [low, y], RADIUS, fill),
            Form::About if self.provisional => circle(parent, [low, y], RADIUS, Fill::Dashed),
            Form::About => circle(parent, [low, y], RADIUS, Fill::Hollow),
            Form::Range => self.interval(parent, [low, high], y),
            Form::AtLeast => {
                arrow(parent, [low + RADIUS, low + ARROW], y);
                circle(parent, [low, y], RADIUS, fill);
            }
            Form::AtMost => {
                arrow(parent, [low, low - ARROW], y);
                cap(parent, low - HALF_CAP, y);
            }
        }
    }

    /// A thick line with caps; in dashes where it is provisional.
    fn interval(self, parent: &mut Element, [low, high]: [f64; 2], y: f64) {
        let mut line = stroke(parent, &Path::default().move_to(low, y).horizontal_to(high));
        line.number("stroke-width", THICK);
        if self.provisional {
            line.attr("stroke-dasharray", "3 2");
        }
        drop(line);
        for at in [low, high] {
            cap(parent, at, y);
        }
    }
}

/// Draws the line between two dots, which has the colour of neither.
pub fn link(parent: &mut Element, lane: Lane, [from, to]: [f64; 2], dashed: bool) {
    let line = Path::default().move_to(lane.at(from), lane.middle()).horizontal_to(lane.at(to));
    let mut path = stroke(parent, &line);
    path.attr("class", "muted").number("stroke-width", BREADTH);
    if dashed {
        path.attr("stroke-dasharray", "4 3");
    }
}

fn cap(parent: &mut Element, x: f64, y: f64) {
    let line = Path::default().move_to(x, y - CAP).vertical_to(y + CAP);
    stroke(parent, &line).number("stroke-width", 2.0 * HALF_CAP);
}

/// An arrow between two places of a line, its head at the second one.
fn arrow(parent: &mut Element, [from, to]: [f64; 2], y: f64) {
    let back = to - HEAD * (to - from).signum();
    let tip = to - (to - from).signum();
    let line = Path::default().move_to(from, y).horizontal_to(tip);
    let line = line.move_to(back, y - HEAD).line_to(tip, y).line_to(back, y + HEAD);
    stroke(parent, &line).attr("fill", "none").number("stroke-width", BREADTH);
}
