//! The band scale: equal places for categories, the same as d3-scale's `scaleBand` gives (d3 7.9).

/// Divides a range into one band a category, with padding between and around.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Where the first band begins.
    start: f64,
    /// From the start of one band to the start of the next.
    pub step: f64,
    pub bandwidth: f64,
}

impl Band {
    /// Places `count` bands from `range[0]` to `range[1]`, in that direction. `inner` is the share of a step that stays empty
    /// between two bands (at most 1), `outer` the steps that stay empty at each end. What the bands leave over is the same
    /// before and after them.
    pub fn new(count: usize, range: [f64; 2], inner: f64, outer: f64) -> Self {
        Self::aligned(count, range, [inner, outer], 0.5)
    }

    /// The same, with the share `align` of what the bands leave over at the lower end of the range.
    pub fn aligned(count: usize, range: [f64; 2], [inner, outer]: [f64; 2], align: f64) -> Self {
        let inner = inner.min(1.0);
        let n = count as f64;
        let [from, to] = range;
        let step = (to - from).abs() / (n - inner + outer * 2.0).max(1.0);
        let bandwidth = step * (1.0 - inner);
        let low = from.min(to);
        let first = low + ((to - from).abs() - step * (n - inner)) * align;
        if to < from {
            return Self { start: first + step * (n - 1.0).max(0.0), step: -step, bandwidth };
        }
        Self { start: first, step, bandwidth }
    }

    /// Where the band of the category at `index` begins (its smaller coordinate).
    pub fn position(&self, index: usize) -> f64 {
        let index = index as f64;
        self.start + self.step * index
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(band: Band, positions: &[f64], bandwidth: f64) {
        for (index, expect) in positions.iter().enumerate() {
            assert!((band.position(index) - expect).abs() < 1e-9, "{index}: {} for {expect}", band.position(index));
        }
        assert!((band.bandwidth - bandwidth).abs() < 1e-9, "{}", band.bandwidth);
    }

    #[test]
    fn bands_are_d3s() {
        check(Band::new(3, [0.0, 960.0], 0.0, 0.0), &[0.0, 320.0, 640.0], 320.0);
        check(Band::new(3, [0.0, 120.0], 0.2, 0.2), &[7.5, 45.0, 82.5], 30.0);
        check(Band::new(3, [120.0, 0.0], 0.2, 0.2), &[82.5, 45.0, 7.5], 30.0);
        check(Band::new(2, [0.0, 120.0], 0.5, 0.0), &[0.0, 80.0], 40.0);
        check(Band::new(1, [0.0, 100.0], 0.0, 0.0), &[0.0], 100.0);
        check(Band::new(1, [0.0, 100.0], 1.0, 0.0), &[50.0], 0.0);
        check(Band::aligned(3, [0.0, 120.0], [0.2, 0.2], 0.0), &[0.0, 37.5, 75.0], 30.0);
        check(Band::aligned(3, [120.0, 0.0], [0.2, 0.2], 1.0), &[90.0, 52.5, 15.0], 30.0);
        check(Band::new(0, [0.0, 100.0], 0.0, 0.0), &[], 100.0);
    }
}
