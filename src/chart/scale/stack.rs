//! Stacks: where each part of a whole begins and ends, as d3-shape's `stack` has it (d3 7.9).

/// What the parts of a stack add up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offset {
    /// Parts upon each other from zero: d3's `stackOffsetNone`.
    Zero,
    /// Shares of a whole of 1: `stackOffsetExpand`.
    Normalize,
    /// Positive parts up from zero, negative ones down from it: `stackOffsetDiverging`.
    Diverging,
}

/// Which series lies next to zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The first one, as they are given: d3's `stackOrderNone`.
    Given,
    /// The last one: `stackOrderReverse`.
    Reverse,
    /// The one whose peak comes first: `stackOrderAppearance`.
    Appearance,
    /// The one with the smallest sum: `stackOrderAscending`.
    Ascending,
    /// The one with the largest sum: `stackOrderDescending`.
    Descending,
}

/// Stacks `series`, which have the same number of values, `None` where there is none: that part has no extent, and the next
/// one lies upon the one before it. The answer has a `[start, end]` for each value, in the order of the input.
pub fn stack(series: &[Vec<Option<f64>>], order: Order, offset: Offset) -> Vec<Vec<Option<[f64; 2]>>> {
    let order = order.of(series);
    let mut parts: Vec<Vec<_>> = series.iter().map(|values| Vec::with_capacity(values.len())).collect();
    for place in 0..series.iter().map(Vec::len).max().unwrap_or(0) {
        let values: Vec<Option<f64>> = series.iter().map(|values| values.get(place).copied().flatten()).collect();
        for (parts, part) in parts.iter_mut().zip(pile(&values, &order, offset)) {
            parts.push(part);
        }
    }
    parts
}

/// The parts of one stack, of which `order` says which is next to zero.
fn pile(values: &[Option<f64>], order: &[usize], offset: Offset) -> Vec<Option<[f64; 2]>> {
    let whole: f64 = values.iter().flatten().sum();
    let whole = if offset == Offset::Normalize && whole != 0.0 { whole } else { 1.0 };
    let mut parts = vec![None; values.len()];
    let (mut above, mut below) = (0.0, 0.0);
    for &layer in order {
        let Some(value) = values[layer].map(|value| value / whole) else { continue };
        parts[layer] = Some(if offset == Offset::Diverging && value < 0.0 {
            let start = below;
            below += value;
            [below, start]
        } else if offset == Offset::Diverging && value == 0.0 {
            [0.0, 0.0]
        } else {
            let start = above;
            above += value;
            [start, above]
        });
    }
    parts
}

impl Order {
    /// The indices of the series, the one next to zero first.
    pub fn of(self, series: &[Vec<Option<f64>>]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..series.len()).collect();
        match self {
            Self::Given => {}
            Self::Reverse => order.reverse(),
            Self::Appearance => order.sort_by_key(|&layer| peak(&series[layer])),
            Self::Ascending | Self::Descending => {
                // From a zero without a sign, which is what an empty series has to be equal to.
                let sum = |values: &Vec<Option<f64>>| values.iter().flatten().fold(0.0, |sum, value| sum + value);
                let sums: Vec<f64> = series.iter().map(sum).collect();
                order.sort_by(|&a, &b| sums[a].total_cmp(&sums[b]));
                if self == Self::Descending {
                    order.reverse();
                }
            }
        }
        order
    }
}

/// Where the first of the largest values is.
fn peak(values: &[Option<f64>]) -> usize {
    let mut peak = (f64::NEG_INFINITY, 0);
    for (place, value) in values.iter().enumerate() {
        if let Some(value) = value.filter(|value| *value > peak.0) {
            peak = (value, place);
        }
    }
    peak.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(series: &[&[f64]], order: Order, offset: Offset, expect: &[&[[f64; 2]]]) {
        let series: Vec<Vec<_>> = series.iter().map(|values| values.iter().map(|v| Some(*v)).collect()).collect();
        let parts: Vec<Vec<_>> = stack(&series, order, offset)
            .into_iter()
            .map(|parts| parts.into_iter().map(|part| part.unwrap()).collect())
            .collect();
        assert_eq!(parts, expect);
    }

    #[test]
    fn parts_lie_upon_each_other() {
        let series: &[&[f64]] = &[&[1.0, 2.0], &[3.0, 0.0]];
        check(series, Order::Given, Offset::Zero, &[&[[0.0, 1.0], [0.0, 2.0]], &[[1.0, 4.0], [2.0, 2.0]]]);
        check(series, Order::Reverse, Offset::Zero, &[&[[3.0, 4.0], [0.0, 2.0]], &[[0.0, 3.0], [0.0, 0.0]]]);
        check(series, Order::Given, Offset::Normalize, &[&[[0.0, 0.25], [0.0, 1.0]], &[[0.25, 1.0], [1.0, 1.0]]]);
    }

    #[test]
    fn negative_parts_diverge() {
        check(
            &[&[1.0], &[-2.0], &[3.0], &[0.0], &[-4.0]],
            Order::Given,
            Offset::Diverging,
            &[&[[0.0, 1.0]], &[[-2.0, 0.0]], &[[1.0, 4.0]], &[[0.0, 0.0]], &[[-6.0, -2.0]]],
        );
    }

    #[test]
    fn a_missing_part_leaves_no_gap_in_the_stack() {
        let parts = stack(&[vec![Some(1.0)], vec![None], vec![Some(2.0)]], Order::Given, Offset::Zero);
        assert_eq!(parts, [vec![Some([0.0, 1.0])], vec![None], vec![Some([1.0, 3.0])]]);
        let nothing = stack(&[vec![Some(0.0)], vec![Some(0.0)]], Order::Given, Offset::Normalize);
        assert_eq!(nothing, [vec![Some([0.0, 0.0])], vec![Some([0.0, 0.0])]]);
    }

    #[test]
    fn orders_are_d3s() {
        let series = [vec![Some(1.0), Some(5.0)], vec![Some(4.0), Some(3.0)], vec![Some(2.0), None]];
        assert_eq!(Order::Appearance.of(&series), [1, 2, 0]);
        assert_eq!(Order::Ascending.of(&series), [2, 0, 1]);
        assert_eq!(Order::Descending.of(&series), [1, 0, 2]);
    }
}
