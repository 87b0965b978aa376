//! How the ticks of an axis are written in a language: numbers with the same decimals, parts of years with the year where
//! it begins.

use super::time::{Interval, day};
use crate::locale::{Formats, Style};
use crate::model::TimeUnit;
use crate::quantity::{Decimal, Period, Unit};
use jiff::civil::Date;
use rust_decimal::RoundingStrategy;
use rust_decimal::prelude::FromPrimitive;

/// How the numbers of one axis are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberLabels {
    /// They count units of 10^`exponent`.
    pub exponent: u32,
    /// So many decimals each ([`super::Linear::decimals`]); `None`: each as few as it needs, as on a logarithmic scale.
    pub decimals: Option<u32>,
}

impl NumberLabels {
    /// A tick as a bare number; empty for what is beyond 10^28.
    pub fn number(self, tick: f64, formats: &Formats) -> String {
        self.shown(tick).map_or_else(String::new, |number| formats.number(number))
    }

    /// A tick with the unit, which one of an axis has; empty for what is beyond 10^28.
    pub fn with_unit(self, tick: f64, unit: &Unit, formats: &Formats) -> String {
        self.shown(tick).map_or_else(String::new, |number| formats.with_unit(number, self.exponent, unit))
    }

    fn shown(self, tick: f64) -> Option<Decimal> {
        let one = Decimal::from(10_i128.checked_pow(self.exponent)?);
        let number = Decimal::from_f64(tick)?.checked_div(one)?;
        let Some(decimals) = self.decimals else { return Some(number.normalize()) };
        let mut number = number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        number.rescale(decimals);
        Some(number)
    }
}

/// What the moments of a time axis are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    Days,
    Months,
    Quarters,
    Halves,
    Years,
    /// Years of a company, by the calendar year in which they end.
    FiscalYears,
}

impl From<TimeUnit> for Grain {
    fn from(unit: TimeUnit) -> Self {
        match unit {
            TimeUnit::Year => Self::Years,
            TimeUnit::Quarter => Self::Quarters,
            TimeUnit::Month => Self::Months,
            TimeUnit::Day => Self::Days,
        }
    }
}

impl Grain {
    /// The grain of a period; of two days the days.
    pub fn of(period: Period) -> Self {
        match period {
            Period::Day(_) | Period::Days(..) => Self::Days,
            Period::Month(..) => Self::Months,
            Period::Quarter(..) => Self::Quarters,
            Period::Half(..) => Self::Halves,
            Period::Year(_) => Self::Years,
            Period::FiscalYear(_) => Self::FiscalYears,
        }
    }

    /// The shortest distance between ticks that names of this grain tell apart.
    pub fn interval(self) -> Interval {
        match self {
            Self::Days => Interval::DAYS,
            Self::Months => Interval::Months(1),
            Self::Quarters => Interval::Months(3),
            Self::Halves => Interval::Months(6),
            Self::Years | Self::FiscalYears => Interval::YEARS,
        }
    }

    /// The grain in which ticks at an interval are named where the data has this one.
    #[must_use]
    pub fn at(self, interval: Interval) -> Self {
        match interval {
            Interval::Spans { .. } => Self::Days,
            Interval::Months(n) if n % 12 == 0 => self.max(Self::Years),
            Interval::Months(_) => self.clamp(Self::Months, Self::Halves),
        }
    }

    /// The period of this grain that a day lies in.
    pub fn period(self, date: Date) -> Period {
        let (year, month) = (date.year(), date.month());
        match self {
            Self::Days => Period::Day(date),
            Self::Months => Period::Month(year, month),
            Self::Quarters => Period::Quarter(year, (month - 1) / 3 + 1),
            Self::Halves => Period::Half(year, (month - 1) / 6 + 1),
            Self::Years => Period::Year(year),
            Self::FiscalYears => Period::FiscalYear(year),
        }
    }
}

/// The name of a moment on a time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    pub text: String,
    /// Below the text, at the first tick and where a year begins; `None` where the text says it or the tick before did.
    pub year: Option<String>,
}

/// Names the ticks of a time axis.
pub fn moments(ticks: &[i64], grain: Grain, formats: &Formats) -> Vec<Moment> {
    let mut before = None;
    let mut name = |tick: &i64| {
        let date = day(*tick);
        let period = grain.period(date);
        let is_new = before.replace(date.year()) != Some(date.year());
        let year = (is_new && grain < Grain::Years).then(|| formats.period(&Period::Year(date.year()), Style::Label));
        Moment { text: formats.within_year(&period), year }
    };
    ticks.iter().map(&mut name).collect()
}

#[cfg(test)]
mod tests {
    use super::super::time::{Time, midnight};
    use super::*;
    use crate::locale::{Locale, Nouns};
    use crate::quantity::Currency;

    fn formats(locale: Locale) -> Formats {
        Formats::new(locale, &Nouns::new())
    }

    fn write(ticks: &[f64], decimals: Option<u32>, exponent: u32) -> Vec<String> {
        let (labels, formats) = (NumberLabels { exponent, decimals }, formats(Locale::FrFr));
        ticks.iter().map(|tick| labels.number(*tick, &formats)).collect()
    }

    #[test]
    fn numbers_of_one_axis_have_the_same_decimals() {
        assert_eq!(write(&[0.0, 0.5, 1.0], Some(1), 0), ["0,0", "0,5", "1,0"]);
        assert_eq!(write(&[-5e9, 0.0, 1.25e12], Some(0), 9), ["−5", "0", "1\u{202f}250"]);
        assert_eq!(write(&[0.1 + 0.2], Some(1), 0), ["0,3"]);
        assert_eq!(write(&[f64::NAN, 1e40], Some(1), 0), ["", ""]);
        let labels = NumberLabels { exponent: 9, decimals: Some(1) };
        assert_eq!(labels.with_unit(2e9, &Unit::Money(Currency::USD), &formats(Locale::EnUs)), "$2.0bn");
    }

    #[test]
    fn powers_have_the_decimals_that_they_need() {
        assert_eq!(write(&[0.01, 0.1, 1.0, 1000.0], None, 0), ["0,01", "0,1", "1", "1\u{202f}000"]);
        assert_eq!(write(&[1e8, 1e9], None, 9), ["0,1", "1"]);
    }

    fn check(ends: [&str; 2], count: u32, grain: Grain, locale: Locale, expect: &[(&str, &str)]) {
        let time = Time { domain: ends.map(|day| midnight(day.parse().unwrap())), range: [0.0, 1.0] };
        let interval = time.interval(count);
        let names = moments(&time.ticks(interval), grain.at(interval), &formats(locale));
        let names: Vec<_> = names.iter().map(|name| (&*name.text, name.year.as_deref().unwrap_or_default())).collect();
        assert_eq!(names, expect);
    }

    #[test]
    fn the_year_stands_where_it_begins() {
        let quarters = ["2024-04-01", "2025-04-01"];
        let french = [("T2", "2024"), ("T3", ""), ("T4", ""), ("T1", "2025"), ("T2", "")];
        check(quarters, 5, Grain::Quarters, Locale::FrFr, &french);
        let english = [("Apr", "2024"), ("Jul", ""), ("Oct", ""), ("Jan", "2025"), ("Apr", "")];
        check(quarters, 5, Grain::Days, Locale::EnUs, &english);
        let days = [("30 déc.", "2024"), ("31 déc.", ""), ("1er janv.", "2025"), ("2 janv.", "")];
        check(["2024-12-30", "2025-01-02"], 4, Grain::Days, Locale::FrFr, &days);
    }

    #[test]
    fn whole_years_say_it_themselves() {
        let years = ["2023-01-01", "2025-01-01"];
        check(years, 3, Grain::Days, Locale::FrCa, &[("2023", ""), ("2024", ""), ("2025", "")]);
        check(years, 3, Grain::FiscalYears, Locale::EnGb, &[("FY2023", ""), ("FY2024", ""), ("FY2025", "")]);
    }

    #[test]
    fn the_grain_of_a_period_finds_it_again() {
        for text in ["2025-02-06", "2025-02", "2024-Q4", "2025-H2", "2025", "FY2025"] {
            let period: Period = text.parse().unwrap();
            let (first, last) = period.days(12);
            let grain = Grain::of(period);
            assert_eq!([grain.period(first), grain.period(last)], [period; 2]);
            let start = midnight(first);
            assert_eq!(grain.interval().floor(start), start);
        }
    }
}
