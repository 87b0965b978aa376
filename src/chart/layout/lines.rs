//! Lines and areas over time: an upright axis of values, moments or names under the plot, and each series named at its end.

use super::ends::{End, Ends, PlacedEnd, Side};
use super::plot::Plot;
use super::point_axis::{PointAxis, PointTick, height};
use super::remarks::{self, Plane, Remarks};
use super::strand::{Run, Spot};
use super::value_axis::{ValueAxis, ValueTick, is_near_zero};
use super::{Frame, NARROW, Rect, WIDE};
use crate::chart::channels::{Channels, Datum, Name, Paint, Place};
use crate::chart::extent::number;
use crate::chart::scale::ValueScale;
use crate::model::{SeriesLabels, ValueLabels};
use crate::quantity::Unit;

/// Kept free beside the plot for points and the marks of bounds.
pub const DOT: f64 = 5.0;
/// The width of a plot divided by its height where the author says nothing: on a phone, and on wider pages.
const ASPECT: [f64; 2] = [1.35, 2.0];

/// A chart of lines, or one of its small charts, in its places.
pub struct Lines<'c> {
    pub channels: &'c Channels<'c>,
    pub height: f64,
    pub plot: Plot,
    pub has_grid: bool,
    pub values: Vec<ValueTick>,
    pub points: Vec<PointTick<'c>>,
    /// In the order of drawing: what is highlighted comes last.
    pub series: Vec<Series<'c>>,
    /// Where areas begin: the y of zero, or of the end of the axis that is nearest to it.
    pub base: f64,
    pub ends: Vec<PlacedEnd<'c>>,
    pub remarks: Remarks<'c>,
}

/// One series in its place.
pub struct Series<'c> {
    pub paint: Paint,
    pub highlighted: bool,
    pub runs: Vec<Run<'c>>,
}

/// Lays out one small chart.
pub fn lay_out<'c>(channels: &'c Channels, facet: usize, frame: &Frame) -> Lines<'c> {
    let mut axis = value_axis(channels);
    // Values that are too long for their place stand in the table.
    let ends = Ends::new(texts(channels, facet, named_at_ends(channels)), frame).unwrap_or_default();
    let top = axis.over(frame).max(DOT);
    let room = plot_height(channels, frame).max(ends.height(frame) - top);
    let mut plot =
        Plot { left: axis.column(frame), right: frame.width - ends.column.max(DOT), top, bottom: top + room };
    let values = axis.place(&plot, frame);
    let across = PointAxis::new(channels);
    let points = across.ticks(&plot, frame, channels);
    // A point's own mark must not be cut off at the left where the axis of values is hidden.
    plot.left = plot.left.max(DOT);
    let scale = axis.scale;
    let series = series(channels, facet, (&across, &plot), &scale);
    let [low, high] = scale.domain();
    let ends = ends.place(Side::Right, &scale, plot.right, [0.0, plot.bottom + frame.font / 2.0], frame);
    let labels = values.iter().filter_map(|tick| tick.label.as_ref());
    let texts: Vec<Rect> = labels.map(|label| label.bounds(frame.font)).collect();
    let marks: Vec<Rect> = series.iter().flat_map(Series::boxes).collect();
    let remarks = annotations(channels, &plot, (&scale, &across), frame, [&texts, &marks]);
    Lines {
        channels,
        remarks,
        height: plot.bottom + height(&points, frame).max(DOT),
        has_grid: axis.has_grid,
        base: scale.map(0.0_f64.clamp(low.min(high), high.max(low))),
        ends,
        values,
        points,
        series,
        plot,
    }
}

/// The series of one small chart in their places, in the order of drawing.
pub fn series<'c>(
    channels: &'c Channels,
    facet: usize,
    (across, plot): (&PointAxis, &Plot),
    scale: &ValueScale,
) -> Vec<Series<'c>> {
    let series = |index: usize| {
        let rows = || channels.of_facet(facet).filter(|datum| datum.series == index);
        let spots = rows().map(|datum| Spot::of(datum, across.x(datum.category, plot), scale));
        Series {
            paint: rows().next().map_or(Paint::Plain, |datum| datum.paint),
            highlighted: rows().any(|datum| datum.highlighted),
            runs: Run::all(spots, channels.spec.mark.has_bands()),
        }
    };
    let mut series: Vec<Series> = (0..channels.series.len()).map(series).collect();
    series.sort_by_key(|series| series.highlighted);
    series
}

impl Series<'_> {
    /// Small boxes along the lines, with the marks of bounds.
    pub fn boxes(&self) -> Vec<Rect> {
        let mut boxes = Vec::new();
        for run in &self.runs {
            let points: Vec<[f64; 4]> = run.spots.iter().map(|spot| [spot.x, spot.y, spot.low, spot.high]).collect();
            for [x, _, low, high] in &points {
                boxes.push([x - DOT, low.min(*high) - DOT, x + DOT, low.max(*high) + DOT]);
            }
            for pair in points.windows(2) {
                let ([x, y, ..], [x2, y2, ..]) = (pair[0], pair[1]);
                for part in 0..PARTS {
                    let [from, to] = [part, part + 1].map(|n| f64::from(n) / f64::from(PARTS));
                    let (a, b) = (y + (y2 - y) * from, y + (y2 - y) * to);
                    boxes.push([x + (x2 - x) * from, a.min(b) - 2.0, x + (x2 - x) * to, a.max(b) + 2.0]);
                }
            }
        }
        boxes
    }
}

/// Into how many boxes the way between two points is divided.
const PARTS: u32 = 8;

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
    let area = [plot.left, 0.0, plot.right, plot.bottom];
    remarks::place(channels, &Plane { area, upright: true, along: &along, across: &across }, frame, taken)
}

/// The axis of all values, with zero where the mark needs it or where it costs at most half of the height.
fn value_axis(channels: &Channels) -> ValueAxis {
    let [low, high] = reach(channels);
    let zero = channels.spec.mark.starts_at_zero() || is_near_zero([low, high], 0.5);
    ValueAxis::new(channels, [low, high], zero, channels.unit().unwrap_or(&Unit::Number))
}

/// The lowest and the highest number of the chart.
pub fn reach(channels: &Channels) -> [f64; 2] {
    let amounts = channels.data.iter().filter_map(|datum| Some(datum.row.value?.amount));
    let reach = amounts.fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], amount| {
        [low.min(number(amount.low())), high.max(number(amount.high()))]
    });
    if reach[0] <= reach[1] { reach } else { [0.0, 1.0] }
}

/// True where the names of the series stand at their ends: the author has them elsewhere, there is one series without a
/// name, or one of the two layouts lacks the room.
pub fn named_at_ends(channels: &Channels) -> bool {
    let wanted = matches!(channels.spec.labels.series, None | Some(SeriesLabels::End));
    wanted
        && [NARROW, WIDE].iter().all(|frame| {
            (0..channels.facets.len()).all(|facet| Ends::new(texts(channels, facet, true), frame).is_some())
        })
}

/// The name of each series and its last value.
fn texts<'c>(channels: &'c Channels, facet: usize, named: bool) -> Vec<End<'c>> {
    let has_value = |datum: &Datum| match channels.spec.labels.value {
        None | Some(ValueLabels::Always | ValueLabels::Last) => true,
        Some(ValueLabels::Highlighted) => datum.highlighted,
        Some(ValueLabels::None) => false,
    };
    let end = |(index, name): (usize, &'c Name)| {
        let last = last(channels, facet, index)?;
        End::of(last, if named { &name.label } else { "" }, has_value(last))
    };
    channels.series.iter().enumerate().filter_map(end).collect()
}

/// The last row of a series that is disclosed.
fn last<'c>(channels: &'c Channels, facet: usize, series: usize) -> Option<&'c Datum<'c>> {
    channels.of_facet(facet).filter(|datum| datum.series == series && datum.row.value.is_some()).last()
}

/// The author's proportions, or the mark's own.
fn plot_height(channels: &Channels, frame: &Frame) -> f64 {
    let layout = channels.spec.layout;
    let (chosen, own) = if frame.width < WIDE.width {
        (layout.narrow.or(layout.aspect), ASPECT[0])
    } else {
        (layout.aspect, ASPECT[1])
    };
    frame.width / chosen.map_or(own, number)
}
