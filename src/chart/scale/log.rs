//! The logarithmic scale to base ten, its ticks and its nice domain: the same numbers as d3-scale's `scaleLog` gives
//! (d3 7.9) for positive values. Zero and what lies below it have no place on it; checks refuse them.

use super::linear::{in_order, ticks};

/// Maps a positive domain to a range, such that equal ratios become equal distances.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Log {
    /// Both ends are above zero.
    pub domain: [f64; 2],
    pub range: [f64; 2],
}

impl Log {
    /// The position of a positive value; a domain without extent maps to the middle of the range.
    pub fn map(&self, value: f64) -> f64 {
        let [start, end] = self.domain.map(f64::ln);
        let [from, to] = self.range;
        let extent = end - start;
        let t = if extent == 0.0 { 0.5 } else { (value.ln() - start) / extent };
        from * (1.0 - t) + to * t
    }

    /// The values to mark, in the domain's direction: within few powers of ten their multiples from 1 to 9; within a part
    /// of one about `count` round values; over many powers about `count` of them.
    pub fn ticks(&self, count: u32) -> Vec<f64> {
        let ([low, high], reversed) = in_order(self.domain);
        let (first, last) = (low.log10(), high.log10());
        let most = f64::from(count);
        let mut values = if last - first < most {
            let multiples = multiples_of_powers(low, high);
            // 2n, not n: a few multiples of powers read better than round steps that no power of ten is among.
            if multiples.len() * 2 < count as usize { ticks(low, high, most) } else { multiples }
        } else {
            ticks(first, last, most.min(last - first)).into_iter().map(power_of_ten).collect()
        };
        if reversed {
            values.reverse();
        }
        values
    }

    /// Those of the [`ticks`](Self::ticks) that are to be named where there is room for about `count` names: of each power
    /// of ten the same first multiples, at least the power itself.
    pub fn named(&self, ticks: &[f64], count: u32) -> Vec<bool> {
        let largest = (10.0 * f64::from(count) / self.ticks(10).len() as f64).max(1.0);
        let is_named = |tick: &f64| {
            let multiple = tick / power_of_ten(tick.log10().round());
            let multiple = if multiple < 0.95 { multiple * 10.0 } else { multiple };
            multiple <= largest
        };
        ticks.iter().map(is_named).collect()
    }

    /// Widens the domain to whole powers of ten.
    #[must_use]
    pub fn nice(self) -> Self {
        let ([low, high], reversed) = in_order(self.domain);
        let (low, high) = (power_of_ten(low.log10().floor()), power_of_ten(high.log10().ceil()));
        Self { domain: if reversed { [high, low] } else { [low, high] }, ..self }
    }
}

/// The multiples from 1 to 9 of every power of ten that lie from `low` to `high`.
fn multiples_of_powers(low: f64, high: f64) -> Vec<f64> {
    let mut values = Vec::new();
    let (mut exponent, last) = (low.log10().floor(), high.log10().ceil());
    while exponent <= last {
        for multiple in 1..10 {
            let multiple = f64::from(multiple);
            // Below one it is a division, which rounds once.
            let value =
                if exponent < 0.0 { multiple / power_of_ten(-exponent) } else { multiple * power_of_ten(exponent) };
            if (low..=high).contains(&value) {
                values.push(value);
            }
        }
        exponent += 1.0;
    }
    values
}

fn power_of_ten(exponent: f64) -> f64 {
    10_f64.powf(exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(start: f64, end: f64) -> Log {
        Log { domain: [start, end], range: [0.0, 100.0] }
    }

    #[test]
    fn equal_ratios_are_equal_distances() {
        let scale = log(1.0, 100.0);
        assert_eq!([1.0, 10.0, 100.0, 1000.0].map(|v| scale.map(v).round()), [0.0, 50.0, 100.0, 150.0]);
        assert_eq!(log(100.0, 1.0).map(10.0).round(), 50.0);
        assert_eq!(log(5.0, 5.0).map(7.0), 50.0);
    }

    #[test]
    fn ticks_are_d3s() {
        let multiples = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 20.0, 30.0];
        assert_eq!(log(1.0, 30.0).ticks(10), multiples);
        assert_eq!(log(20.0, 5.0).ticks(3), [20.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0]);
        assert_eq!(log(0.05, 0.2).ticks(3), [0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.2]);
        assert_eq!(log(1.0, 1e6).ticks(4), [1.0, 100.0, 10_000.0, 1_000_000.0]);
        assert_eq!(log(110.0, 190.0).ticks(5), [120.0, 140.0, 160.0, 180.0]);
        assert_eq!(log(1.0, 10.0).ticks(0), [] as [f64; 0]);
    }

    #[test]
    fn names_go_to_the_same_multiples_of_each_power() {
        let scale = log(1.0, 1000.0);
        let ticks = scale.ticks(10);
        let named = |count| {
            let named = scale.named(&ticks, count);
            ticks.iter().zip(named).filter(|(_, named)| *named).map(|(tick, _)| *tick).collect::<Vec<_>>()
        };
        assert_eq!(named(4), [1.0, 10.0, 100.0, 1000.0]);
        assert_eq!(named(6), [1.0, 2.0, 10.0, 20.0, 100.0, 200.0, 1000.0]);
    }

    #[test]
    fn nice_domains_end_at_powers_of_ten() {
        assert_eq!(log(0.03, 450.0).nice().domain, [0.01, 1000.0]);
        assert_eq!(log(450.0, 1.0).nice().domain, [1000.0, 1.0]);
    }
}
