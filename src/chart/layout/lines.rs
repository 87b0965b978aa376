//! Lines and areas over time: an upright axis of values, moments or names under the plot, and each series named at its end.

use super::ends::{End, Ends, PlacedEnd, Side, middle};
use super::layers::Layers;
use super::plot::Plot;
use super::point_axis::{PointAxis, PointTick, height};
use super::remarks::{self, Plane, Remarks};
use super::strand::{Run, Spot};
use super::value_axis::{ValueAxis, ValueTick, is_near_zero};
use super::{Frame, NARROW, Rect, Text, WIDE, facets, point_values};
use crate::chart::channels::{Channels, Datum, Name, Paint, Place};
use crate::chart::extent::number;
use crate::chart::scale::{Curve, Point, ValueScale};
use crate::model::{Mark, SeriesLabels, ValueLabels};

/// Kept free beside the plot for points and the marks of bounds.
pub const DOT: f64 = 5.0;
/// The width of a plot divided by its height where the author says nothing: on wider pages, and on a phone.
const ASPECT: [f64; 2] = [2.0, 1.35];

/// A chart of lines, or one of its small charts, in its places.
pub struct Lines<'c> {
    pub channels: &'c Channels<'c>,
    pub height: f64,
    pub plot: Plot,
    pub has_grid: bool,
    pub values: Vec<ValueTick>,
    pub points: Vec<PointTick<'c>>,
    /// In the order of drawing: what is highlighted comes last; of areas upon each other, the lowest first.
    pub series: Vec<Series<'c>>,
    /// Of areas upon each other, the sums that are bounded.
    pub sums: Vec<Spot<'c>>,
    /// Where areas begin: the y of zero, or of the end of the axis that is nearest to it.
    pub base: f64,
    /// Values that stand beside their points.
    pub labels: Vec<Text<'c>>,
    /// The boxes of those and of the words of annotations.
    pub words: Vec<Rect>,
    pub ends: Vec<PlacedEnd<'c>>,
    pub remarks: Remarks<'c>,
}

/// One series in its place.
pub struct Series<'c> {
    pub paint: Paint,
    /// True where all of it is, and not only some points.
    pub highlighted: bool,
    pub runs: Vec<Run<'c>>,
}

/// Lays out one small chart.
pub fn lay_out<'c>(channels: &'c Channels, facet: usize, frame: &Frame) -> Lines<'c> {
    let mut axis = value_axis(channels);
    // Values that are too long for their place stand in the table.
    let ends = Ends::new(texts(channels, facet, named_at_ends(channels)), frame).unwrap_or_default();
    let top = axis.over(frame).max(DOT);
    let room = frame.plot_height(channels.spec, ASPECT).max(ends.height(frame) - top);
    let mut plot =
        Plot { left: axis.column(frame), right: frame.width - ends.column.max(DOT), top, bottom: top + room };
    let values = axis.place(&plot, frame);
    let across = PointAxis::new(channels);
    let points = across.ticks(&plot, frame, channels);
    // A point's own mark must not be cut off at the left where the axis of values is hidden.
    plot.left = plot.left.max(DOT);
    let scale = axis.scale;
    let x = |category: usize| across.x(category, &plot);
    let (series, sums) = if channels.spec.mark.stacks() {
        let layers = Layers::of(channels, facet);
        (layers.series(channels.series.len(), x, &scale), layers.sums(x, &scale))
    } else {
        (lines(channels, facet, x, &scale), vec![])
    };
    let [low, high] = scale.domain();
    let base = scale.map(0.0_f64.clamp(low.min(high), high.max(low)));
    let ends = ends.place(Side::Right, &scale, plot.right, [0.0, plot.bottom + frame.font / 2.0], frame);
    let ticks = values.iter().filter_map(|tick| tick.label.as_ref());
    let mut texts: Vec<Rect> = ticks.map(|label| label.bounds(frame.font)).collect();
    let wanted = point_values::wanted(channels, &series);
    let has_words = !wanted.is_empty() || !channels.remarks.is_empty();
    let marks = if has_words { boxes(channels, &series, base) } else { vec![] };
    let labels = point_values::place(channels, wanted, area(&plot), [&texts, &marks], frame);
    texts.extend(labels.iter().map(|label| label.bounds(frame.font)));
    let remarks = annotations(channels, &plot, (&scale, &across), frame, [&texts, &marks]);
    let words = labels.iter().chain(&remarks.texts).map(|text| text.bounds(frame.font)).collect();
    Lines {
        channels,
        remarks,
        height: plot.bottom + height(&points, frame).max(DOT),
        has_grid: axis.has_grid,
        base,
        labels,
        words,
        ends,
        values,
        points,
        series,
        sums,
        plot,
    }
}

/// The series of lines, of areas from zero and of slopes, what is highlighted last.
pub fn lines<'c>(
    channels: &'c Channels,
    facet: usize,
    x: impl Fn(usize) -> f64,
    scale: &ValueScale,
) -> Vec<Series<'c>> {
    let series = |index: usize| {
        let rows = || channels.of_facet(facet).filter(move |datum| datum.series == index);
        let highlighted = rows().all(|datum| datum.highlighted);
        // A highlighted point leaves the line its colour.
        let first = rows().find(|datum| datum.highlighted == highlighted)?;
        let spots = rows().map(|datum| Spot::of(datum, x(datum.category), scale));
        let runs = Run::all(spots, channels.spec.mark.has_bands());
        Some(Series { paint: first.paint, highlighted, runs })
    };
    let mut series: Vec<Series> = (0..channels.series.len()).filter_map(series).collect();
    series.sort_by_key(|series| series.highlighted);
    series
}

impl Series<'_> {
    /// Small boxes along the lines, with the marks of bounds; of areas that lie upon each other, what they cover.
    pub fn boxes(&self, curve: Curve) -> Vec<Rect> {
        let mut boxes = Vec::new();
        for run in &self.runs {
            for spot in &run.spots {
                let [low, high] = [spot.low.min(spot.high), spot.low.max(spot.high)];
                boxes.push([spot.x - DOT, low - DOT, spot.x + DOT, high + DOT]);
            }
            for (joint, spots) in run.stretches() {
                let edge = |end: usize| -> Vec<Point> {
                    let points: Vec<Point> = spots.iter().map(|spot| [spot.x, spot.edges(joint)[end]]).collect();
                    curve.samples(&points)
                };
                let edges = edge(0).into_iter().zip(edge(1));
                let corners: Vec<[f64; 3]> = edges.map(|([x, a], [_, b])| [x, a.min(b), a.max(b)]).collect();
                for pair in corners.windows(2) {
                    let [[x, top, bottom], [x2, top2, bottom2]] = [pair[0], pair[1]];
                    boxes.push([x - 1.0, top.min(top2) - 2.0, x2 + 1.0, bottom.max(bottom2) + 2.0]);
                }
            }
        }
        boxes
    }

    /// Thin boxes where the area under a line begins and ends, and where it turns pale.
    fn sides(&self, base: f64) -> Vec<Rect> {
        let stretches = self.runs.iter().flat_map(Run::stretches);
        let ends = stretches.flat_map(|(_, spots)| [spots[0], spots[spots.len() - 1]]);
        ends.map(|spot| [spot.x - 1.0, spot.y.min(base), spot.x + 1.0, spot.y.max(base)]).collect()
    }
}

/// The boxes that words keep off: of lines, of areas upon each other, and of the sides of areas that words may stand upon.
fn boxes(channels: &Channels, series: &[Series], base: f64) -> Vec<Rect> {
    let curve = Curve::from(channels.spec.curve);
    let has_sides = channels.spec.mark == Mark::Area;
    let boxes = series.iter().flat_map(|series| {
        let sides = if has_sides { series.sides(base) } else { vec![] };
        series.boxes(curve).into_iter().chain(sides)
    });
    boxes.collect()
}

/// The room of marks and of words between them.
fn area(plot: &Plot) -> Rect {
    [plot.left, 0.0, plot.right, plot.bottom]
}

/// The chart's annotations, which keep off the lines.
pub fn annotations<'c>(
    channels: &'c Channels,
    plot: &Plot,
    (scale, points): (&ValueScale, &PointAxis),
    frame: &Frame,
    taken: [&[Rect]; 2],
) -> Remarks<'c> {
    let along = |value: f64| scale.map(value);
    let across = |at: &Place| points.span(at, plot);
    remarks::place(channels, &Plane { area: area(plot), upright: true, along: &along, across: &across }, frame, taken)
}

/// The axis of all values, with zero where the mark needs it or where it costs at most half of the height.
fn value_axis(channels: &Channels) -> ValueAxis {
    let [low, high] = reach(channels);
    let zero = channels.spec.mark.starts_at_zero() || is_near_zero([low, high], 0.5);
    ValueAxis::new(channels, [low, high], zero)
}

/// The lowest and the highest number that any small chart draws.
pub fn reach(channels: &Channels) -> [f64; 2] {
    let wider = |[low, high]: [f64; 2], [from, to]: [f64; 2]| [low.min(from), high.max(to)];
    if channels.shows_shares() {
        // Sums of shares are off the whole by a hair.
        return [0.0, 1.0];
    }
    let reach = if channels.spec.mark.stacks() {
        (0..channels.facets.len()).map(|facet| Layers::of(channels, facet).reach()).reduce(wider)
    } else {
        let amounts = channels.data.iter().filter_map(|datum| Some(datum.row.value?.amount));
        amounts.map(|amount| [number(amount.low()), number(amount.high())]).reduce(wider)
    };
    reach.unwrap_or([0.0, 1.0])
}

/// True where the names of the series stand at their ends: the author has them elsewhere, there is one series without a
/// name, or one of the two layouts lacks the room.
pub fn named_at_ends(channels: &Channels) -> bool {
    let wanted = matches!(channels.spec.labels.series, None | Some(SeriesLabels::End));
    wanted
        && [NARROW, WIDE].iter().all(|frame| {
            let cell = facets::cell(channels, frame);
            (0..channels.facets.len()).all(|facet| Ends::new(texts(channels, facet, true), &cell).is_some())
        })
}

/// The name of each series and its last value.
fn texts<'c>(channels: &'c Channels, facet: usize, named: bool) -> Vec<End<'c>> {
    let has_value = |datum: &Datum| match channels.spec.labels.value {
        None | Some(ValueLabels::Always | ValueLabels::Last) => true,
        Some(ValueLabels::Highlighted) => datum.highlighted,
        Some(ValueLabels::None) => false,
    };
    let layers = channels.spec.mark.stacks().then(|| Layers::of(channels, facet));
    let end = |(index, name): (usize, &'c Name)| {
        let (last, at) = match &layers {
            Some(layers) => {
                let part = layers.last(index)?;
                (part.datum, f64::midpoint(part.from, part.to))
            }
            None => last(channels, facet, index)?,
        };
        Some(End::of(last, at, if named { &name.label } else { "" }, has_value(last)))
    };
    channels.series.iter().enumerate().filter_map(end).collect()
}

/// The last row of a series that is disclosed, and its number: of a range its middle.
fn last<'c>(channels: &'c Channels, facet: usize, series: usize) -> Option<(&'c Datum<'c>, f64)> {
    let rows = channels.of_facet(facet).filter(|datum| datum.series == series);
    rows.filter_map(|datum| Some((datum, middle(datum)?))).last()
}
