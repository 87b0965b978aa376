//! Values beside the points of lines: those that the author asks for, each where it meets neither a line nor another text. What has
//! no such place stands in the table.

use super::lines::{DOT, Series};
use super::runs::weight;
use super::strand::Spot;
use super::{DESCENT, Frame, Ink, Rect, Stand, Text, meets};
use crate::chart::channels::{Channels, Paint};
use crate::chart::measure::width;
use crate::model::{Anchor, ValueLabels};

/// Between a point with its mark and its value.
const GAP: f64 = 1.0;
/// How far values move away from their points where the place beside them is taken, and how often.
const STEP: f64 = 5.0;
const STEPS: u32 = 3;

/// A point whose value is written, and the colour of its series.
pub type Wanted<'c> = (Spot<'c>, Paint);

/// The points whose values are written. The parts of areas upon each other have them at their ends.
pub fn wanted<'c>(channels: &Channels, series: &[Series<'c>]) -> Vec<Wanted<'c>> {
    if channels.spec.mark.stacks() {
        vec![]
    } else {
        series.iter().flat_map(|series| asked(channels, series)).collect()
    }
}

/// Places the values of points in `area`, among `texts` and `marks` that have these boxes.
pub fn place<'c>(
    channels: &Channels,
    mut wanted: Vec<Wanted<'c>>,
    area: Rect,
    [texts, marks]: [&[Rect]; 2],
    frame: &Frame,
) -> Vec<Text<'c>> {
    // The highlighted ones choose first, then the highest and the lowest.
    let middle = f64::midpoint(area[1], area[3]);
    wanted.sort_by(|(a, _), (b, _)| {
        let extremes = (b.y - middle).abs().total_cmp(&(a.y - middle).abs());
        b.datum.highlighted.cmp(&a.datum.highlighted).then(extremes)
    });
    let mut taken: Vec<Rect> = texts.iter().chain(marks).copied().collect();
    let mut placed = Vec::new();
    for (spot, paint) in wanted {
        let weight = weight(spot.datum.highlighted);
        let half = width(&spot.datum.text, frame.font, weight) / 2.0;
        if half * 2.0 > area[2] - area[0] {
            continue;
        }
        let x = spot.x.max(area[0] + half).min(area[2] - half);
        let ink = if channels.series.len() > 1 { Ink::Of(paint) } else { Ink::Plain };
        let text = |(y, stand): (f64, Stand)| Text {
            stand,
            anchor: Anchor::Middle,
            weight,
            ink,
            ..Text::line(x, y, spot.datum.text.as_str())
        };
        let free = |text: &Text| {
            let [left, top, right, bottom] = text.bounds(frame.font);
            let inside = top >= area[1] && bottom <= area[3];
            inside && taken.iter().all(|other| !meets([left, top, right, bottom], *other))
        };
        if let Some(text) = heights(&spot, frame).map(text).find(free) {
            taken.push(text.bounds(frame.font));
            placed.push(text);
        }
    }
    placed
}

/// The points of a series whose values are written. The last one has its value at the end of the line.
fn asked<'c>(channels: &Channels, series: &Series<'c>) -> Vec<Wanted<'c>> {
    let spots = series.runs.iter().flat_map(|run| &run.spots);
    let last = series.runs.last().and_then(|run| run.spots.last()).map(|spot| spot.x);
    let wanted = |spot: &&Spot| match channels.spec.labels.value {
        Some(ValueLabels::Always) => true,
        Some(ValueLabels::Highlighted) => spot.datum.highlighted,
        Some(ValueLabels::Last | ValueLabels::None) => false,
        None => spot.datum.highlighted && !series.highlighted,
    };
    let wanted = spots.filter(wanted).filter(|spot| Some(spot.x) != last);
    wanted.map(|spot| (*spot, series.paint)).collect()
}

/// Where a value may stand: over its point or under it, then ever further away.
fn heights(spot: &Spot, frame: &Frame) -> impl Iterator<Item = (f64, Stand)> + use<> {
    let (top, bottom) = (spot.low.min(spot.high) - DOT - GAP, spot.low.max(spot.high) + DOT + GAP);
    let descent = DESCENT * frame.font;
    (0..STEPS).flat_map(move |step| {
        let away = f64::from(step) * STEP;
        [(top - descent - away, Stand::Upon), (bottom + away, Stand::Under)]
    })
}
