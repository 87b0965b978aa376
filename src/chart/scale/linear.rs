//! The linear scale, its ticks and its nice domain: the same numbers as d3-array's `ticks`, `tickIncrement` and
//! d3-scale's `scaleLinear` give (d3 7.9).

/// Maps a continuous domain to a continuous range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    pub domain: [f64; 2],
    pub range: [f64; 2],
}

impl Linear {
    /// The position of `value`; values outside the domain land outside the range, and a domain without extent maps to the
    /// middle of the range.
    pub fn map(&self, value: f64) -> f64 {
        let [start, end] = self.domain;
        let [from, to] = self.range;
        let extent = end - start;
        let t = if extent == 0.0 { 0.5 } else { (value - start) / extent };
        from * (1.0 - t) + to * t
    }

    /// About `count` round values within the domain, in its direction.
    pub fn ticks(&self, count: u32) -> Vec<f64> {
        let [start, end] = self.domain;
        ticks(start, end, f64::from(count))
    }

    /// How many decimals the ticks need in units of 10^`exponent`, the same for all of them: d3-format's `precisionFixed`.
    pub fn decimals(&self, count: u32, exponent: u32) -> u32 {
        let ([low, high], _) = in_order(self.domain);
        let (step, ..) = tick_indices(low, high, f64::from(count));
        step.decimals(f64::from(exponent))
    }

    /// Widens the domain to round values, such that about `count` ticks fall into it.
    #[must_use]
    pub fn nice(self, count: u32) -> Self {
        let ([mut start, mut end], reversed) = in_order(self.domain);
        let mut previous = None;
        // Widening can call for a coarser step, which can widen again; it settles within a few rounds.
        for _ in 0..10 {
            let (step, ..) = tick_indices(start, end, f64::from(count));
            if previous == Some(step) {
                return Self { domain: if reversed { [end, start] } else { [start, end] }, ..self };
            }
            if !step.is_usable() {
                break;
            }
            start = step.value(step.index(start).floor());
            end = step.value(step.index(end).ceil());
            previous = Some(step);
        }
        self
    }
}

/// About `count` round values from `start` to `end`, both included where they are round; descending where `end` is below
/// `start`.
pub(super) fn ticks(start: f64, end: f64, count: f64) -> Vec<f64> {
    if count <= 0.0 {
        return vec![];
    }
    if end - start == 0.0 {
        return vec![start];
    }
    let ([low, high], reversed) = in_order([start, end]);
    let (step, first, last) = tick_indices(low, high, count);
    if !step.is_usable() || last < first {
        return vec![];
    }
    let mut values = Vec::new();
    let mut index = first;
    while index <= last {
        values.push(step.value(index));
        index += 1.0;
    }
    if reversed {
        values.reverse();
    }
    values
}

/// The distance between about `count` ticks from `low` to `high`.
pub(super) fn tick_step(low: f64, high: f64, count: f64) -> f64 {
    tick_indices(low, high, count).0.value(1.0)
}

/// The ends of a domain, the lower one first, and whether that turns them round.
pub(super) fn in_order<T: PartialOrd + Copy>([first, last]: [T; 2]) -> ([T; 2], bool) {
    if last < first { ([last, first], true) } else { ([first, last], false) }
}

/// The step between ticks and the indices of the first and the last tick, in steps from zero.
fn tick_indices(low: f64, high: f64, count: f64) -> (Step, f64, f64) {
    let step = Step::between(low, high, count);
    // Rounding to the nearest index and stepping back inside keeps `0.1 + 0.2` kinds of noise from losing a tick.
    let mut first = round_half_up(step.index(low));
    let mut last = round_half_up(step.index(high));
    if step.value(first) < low {
        first += 1.0;
    }
    if step.value(last) > high {
        last -= 1.0;
    }
    if last < first && (0.5..2.0).contains(&count) {
        return tick_indices(low, high, count * 2.0);
    }
    (step, first, last)
}

/// JavaScript's `Math.round`: halves go up.
fn round_half_up(number: f64) -> f64 {
    let floor = number.floor();
    if number - floor >= 0.5 { floor + 1.0 } else { floor }
}

/// A distance of 1, 2 or 5 times a power of ten. Below one it is kept as its inverse, a whole number, so that ticks such as
/// 0.3 come from a division, which rounds once.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Whole(f64),
    Inverse(f64),
}

impl Step {
    fn between(low: f64, high: f64, count: f64) -> Self {
        let rough = (high - low) / count;
        let power = rough.log10().floor();
        let error = rough / 10_f64.powf(power);
        // The limits are the geometric means of neighbouring steps.
        let factor = if error >= 50_f64.sqrt() {
            10.0
        } else if error >= 10_f64.sqrt() {
            5.0
        } else if error >= 2_f64.sqrt() {
            2.0
        } else {
            1.0
        };
        if power < 0.0 { Self::Inverse(10_f64.powf(-power) / factor) } else { Self::Whole(10_f64.powf(power) * factor) }
    }

    fn is_usable(self) -> bool {
        let (Self::Whole(n) | Self::Inverse(n)) = self;
        n.is_finite() && n > 0.0
    }

    /// How many decimals tell multiples of the step apart in units of 10^`exponent`; none for a step that is none.
    fn decimals(self, exponent: f64) -> u32 {
        if !self.is_usable() {
            return 0;
        }
        let power = match self {
            Self::Whole(step) => step.log10().floor(),
            Self::Inverse(inverse) => -inverse.log10().ceil(),
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "no step is below 10^-330")]
        let decimals = (exponent - power).max(0.0) as u32;
        decimals
    }

    /// How many steps `value` is away from zero.
    fn index(self, value: f64) -> f64 {
        match self {
            Self::Whole(step) => value / step,
            Self::Inverse(inverse) => value * inverse,
        }
    }

    fn value(self, index: f64) -> f64 {
        match self {
            Self::Whole(step) => index * step,
            Self::Inverse(inverse) => index / inverse,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nice(start: f64, end: f64, count: u32) -> [f64; 2] {
        Linear { domain: [start, end], range: [0.0, 1.0] }.nice(count).domain
    }

    fn ticks_of(start: f64, end: f64, count: u32) -> Vec<f64> {
        Linear { domain: [start, end], range: [0.0, 1.0] }.ticks(count)
    }

    #[test]
    fn ticks_are_d3s() {
        assert_eq!(ticks_of(0.0, 1.0, 10), [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]);
        assert_eq!(ticks_of(0.0, 1.0, 5), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(ticks_of(0.0, 1.0, 3), [0.0, 0.5, 1.0]);
        assert_eq!(ticks_of(-10.0, 10.0, 4), [-10.0, -5.0, 0.0, 5.0, 10.0]);
        assert_eq!(ticks_of(-10.0, 10.0, 2), [-10.0, 0.0, 10.0]);
        assert_eq!(ticks_of(10.0, -10.0, 2), [10.0, 0.0, -10.0]);
        assert_eq!(ticks_of(0.0, 2.0, 1), [0.0, 2.0]);
        assert_eq!(ticks_of(1.0, 3.0, 1), [2.0]);
        assert_eq!(ticks_of(3.0, 3.0, 5), [3.0]);
        assert_eq!(ticks_of(0.0, 1.0, 0), [] as [f64; 0]);
        assert_eq!(ticks_of(f64::NAN, 1.0, 5), [] as [f64; 0]);
        assert_eq!(ticks_of(0.0, f64::INFINITY, 5), [] as [f64; 0]);
    }

    #[test]
    fn ticks_of_one_axis_have_the_same_decimals() {
        let decimals = |end: f64, exponent| Linear { domain: [0.0, end], range: [0.0, 1.0] }.decimals(5, exponent);
        assert_eq!([1.0, 2.0, 0.3, 10.0, 13.0].map(|end| decimals(end, 0)), [1, 1, 2, 0, 0]);
        assert_eq!([1e9, 3e9, 1e10].map(|end| decimals(end, 9)), [1, 1, 0]);
        assert_eq!([0.0, f64::NAN].map(|end| decimals(end, 0)), [0, 0]);
    }

    #[test]
    fn nice_domains_are_d3s() {
        assert_eq!(nice(1.1, 10.9, 10), [1.0, 11.0]);
        assert_eq!(nice(10.9, 1.1, 10), [11.0, 1.0]);
        assert_eq!(nice(0.7, 11.001, 10), [0.0, 12.0]);
        assert_eq!(nice(123.1, 6.7, 10), [130.0, 0.0]);
        assert_eq!(nice(0.0, 0.49, 10), [0.0, 0.5]);
        assert_eq!(nice(12.0, 87.0, 5), [0.0, 100.0]);
        assert_eq!(nice(12.0, 87.0, 10), [10.0, 90.0]);
        assert_eq!(nice(12.0, 87.0, 100), [12.0, 87.0]);
        assert_eq!(nice(0.0, 0.0, 10), [0.0, 0.0]);
        assert_eq!(nice(0.5, 0.5, 10), [0.5, 0.5]);
    }

    #[test]
    fn maps_linearly_and_past_the_ends() {
        let scale = Linear { domain: [1.0, 3.0], range: [0.0, 100.0] };
        assert_eq!([1.0, 2.0, 3.0, 4.0, 0.0].map(|v| scale.map(v)), [0.0, 50.0, 100.0, 150.0, -50.0]);
        assert_eq!(Linear { domain: [2.0, 2.0], range: [0.0, 10.0] }.map(7.0), 5.0);
    }
}
