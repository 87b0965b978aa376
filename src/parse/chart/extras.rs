//! Reads what is added to the marks of a chart: highlights, labels, annotations; and its proportions.

use super::encoding::coordinate;
use crate::diag::Diagnostic;
use crate::model::{
    Anchor, Annotation, AnnotationKind, Highlight, Labels, Narrow, Proportions, SeriesLabels, ValueLabels,
};
use crate::parse::fields::{Fields, Reading};
use crate::parse::yaml::{Kind, Node};
use crate::quantity::Decimal;

const ANNOTATION_KEYS: &[&str] = &["type", "x", "x2", "y", "y2", "text", "anchor", "narrow"];

pub fn highlight(node: &Node, reading: &mut Reading) -> Highlight {
    if !matches!(node.kind, Kind::Map(_)) {
        return Highlight::Names(reading.texts(node));
    }
    let Some(fields) = Fields::open(node, &["last", "max"], reading) else { return Highlight::None };
    let mut count = |key: &str| fields.get(key).and_then(|n| reading.integer(n, 1..=100));
    match (count("last"), count("max")) {
        (Some(n), _) => Highlight::Last(n),
        (None, Some(n)) => Highlight::Max(n),
        (None, None) => Highlight::None,
    }
}

pub fn labels(node: &Node, reading: &mut Reading) -> Labels {
    let Some(fields) = Fields::open(node, &["value", "series"], reading) else { return Labels::default() };
    Labels {
        value: fields.get("value").and_then(|n| reading.choice(n, &ValueLabels::ALL)),
        series: fields.get("series").and_then(|n| reading.choice(n, &SeriesLabels::ALL)),
    }
}

pub fn annotations(node: &Node, reading: &mut Reading) -> Vec<Annotation> {
    reading.list(node).iter().filter_map(|node| annotation(node, reading)).collect()
}

fn annotation(node: &Node, reading: &mut Reading) -> Option<Annotation> {
    let fields = Fields::open(node, ANNOTATION_KEYS, reading)?;
    let kind = fields.require("type", reading).and_then(|n| reading.choice(n, &AnnotationKind::ALL));
    let [x, x2, y, y2] = ["x", "x2", "y", "y2"].map(|key| fields.get(key).and_then(|node| coordinate(node, reading)));
    let annotation = Annotation {
        kind: kind?,
        x,
        x2,
        y,
        y2,
        text: fields.get("text").and_then(|n| reading.local_text(n)),
        anchor: fields.get("anchor").and_then(|n| reading.choice(n, &Anchor::ALL)).unwrap_or(Anchor::Start),
        narrow: fields.get("narrow").and_then(|n| reading.choice(n, &Narrow::ALL)).unwrap_or(Narrow::Keep),
        span: node.span,
    };
    if let Some(hint) = lacking(&annotation) {
        let message = "this annotation does not say where it stands";
        reading.diagnostics.push(Diagnostic::error("chart-annotation", node.span, message).hint(hint));
        return None;
    }
    Some(annotation)
}

/// How to mend an annotation whose place is not, or not only, what its type needs.
fn lacking(annotation: &Annotation) -> Option<&'static str> {
    let Annotation { x, x2, y, y2, text, .. } = annotation;
    let given = [x.is_some(), x2.is_some(), y.is_some(), y2.is_some()];
    match annotation.kind {
        AnnotationKind::Line if !matches!(given, [true, false, false, false] | [false, false, true, false]) => {
            Some("a line takes either `x` or `y`")
        }
        AnnotationKind::Range if !matches!(given, [true, true, false, false] | [false, false, true, true]) => {
            Some("a range takes `x` and `x2`, or `y` and `y2`")
        }
        AnnotationKind::Text if text.is_none() || given != [true, false, true, false] => {
            Some("a text takes `text`, `x` and `y`")
        }
        _ => None,
    }
}

pub fn proportions(node: &Node, reading: &mut Reading) -> Proportions {
    let Some(fields) = Fields::open(node, &["aspect", "narrow"], reading) else { return Proportions::default() };
    let mut ratio = |key: &str| {
        let node = fields.get(key)?;
        let number: Option<Decimal> = match &node.kind {
            Kind::Scalar { text, .. } => text.trim().parse().ok(),
            _ => None,
        };
        let fits = number.filter(|n| (Decimal::new(5, 1)..=Decimal::from(4)).contains(n));
        if fits.is_none() {
            let hint = "write width divided by height: `1.6` is a little wider than high";
            reading.expected(node, "a number from 0.5 to 4", hint);
        }
        fits
    };
    Proportions { aspect: ratio("aspect"), narrow: ratio("narrow") }
}
