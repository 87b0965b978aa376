//! Small charts: how many stand beside each other, how wide each is, and where each begins.

use super::{Frame, Ink, LINE, Stand, Text};
use crate::chart::channels::Channels;
use crate::chart::measure::{Weight, balance};
use std::borrow::Cow;

/// Between small charts, and between a small chart's name and its plot.
const GAP: f64 = 24.0;
const NAME_GAP: f64 = 6.0;

/// A drawing of one or several plots.
pub struct Cells<'c, P> {
    pub height: f64,
    pub cells: Vec<Cell<'c, P>>,
}

/// A plot in its place. A chart of one plot has it at the corner and without a name.
pub struct Cell<'c, P> {
    pub x: f64,
    pub y: f64,
    pub name: Option<Text<'c>>,
    pub plot: P,
}

/// Places the small charts of a chart. `lay_out` makes the plot of one in the frame that it gets, and says how high that is.
pub fn lay_out<'c, P>(
    channels: &'c Channels,
    frame: &Frame,
    lay_out: impl Fn(usize, &Frame) -> (P, f64),
) -> Cells<'c, P> {
    let facets = &channels.facets;
    let columns = columns(channels, frame);
    if columns == 1 && facets.len() < 2 {
        let (plot, height) = lay_out(0, frame);
        return Cells { height, cells: vec![Cell { x: 0.0, y: 0.0, name: None, plot }] };
    }
    let part = part(columns, frame);
    let width = part.width;
    let names: Vec<Vec<&str>> =
        facets.iter().map(|facet| balance(&facet.label, width, frame.font, Weight::Bold)).collect();
    let mut cells = Vec::with_capacity(facets.len());
    let mut bottom = 0.0;
    for (row, names) in names.chunks(columns).enumerate() {
        let lines = names.iter().map(Vec::len).max().unwrap_or(1) as f64;
        let top = bottom + lines * LINE * frame.font + NAME_GAP;
        let mut height = 0_f64;
        for (column, name) in names.iter().enumerate() {
            let (plot, own) = lay_out(row * columns + column, &part);
            height = height.max(own);
            let x = column as f64 * (width + GAP);
            let lines = name.iter().map(|line| Cow::Borrowed(*line)).collect();
            let name =
                Text { stand: Stand::Under, lines, weight: Weight::Bold, ink: Ink::Plain, ..Text::line(x, bottom, "") };
            cells.push(Cell { x, y: top, name: Some(name), plot });
        }
        bottom = top + height + GAP;
    }
    Cells { height: (bottom - GAP).max(0.0), cells }
}

/// The room of one small chart; of a chart of one plot all of it.
pub fn cell(channels: &Channels, frame: &Frame) -> Frame {
    part(columns(channels, frame), frame)
}

/// The room of one of several small charts beside each other.
fn part(columns: usize, frame: &Frame) -> Frame {
    let n = columns as f64;
    Frame { width: (frame.width - GAP * (n - 1.0)) / n, ..*frame }
}

/// How many small charts stand beside each other.
fn columns(channels: &Channels, frame: &Frame) -> usize {
    let few = channels.categories.len() <= 6;
    let most = match (channels.spec.mark.is_horizontal(), frame.is_narrow()) {
        (true, true) => 1,
        (false, true) => {
            if few {
                2
            } else {
                1
            }
        }
        (true, false) => 2,
        (false, false) => {
            if few {
                3
            } else {
                2
            }
        }
    };
    channels.facets.len().clamp(1, most)
}
