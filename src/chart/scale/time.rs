//! The time scale, its ticks and its nice domain: the same moments as d3-time's `utcTicks` and d3-scale's `scaleUtc` give
//! (d3 7.9).
//!
//! A moment is a number of milliseconds since the start of 1970 on the civil calendar. It belongs to no time zone, so every
//! day has 24 hours; what a period of a figure covers is read off the same calendar.

use super::linear::{Linear, in_order, tick_step};
use jiff::civil::Date;

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
pub const DAY: i64 = 24 * HOUR;
/// Weeks begin on Sundays, as in d3's ticks; 4 January 1970 was one.
const WEEK: Interval = Interval::Spans { length: 7 * DAY, origin: 3 * DAY };

/// The intervals between ticks, and about how long each is.
const INTERVALS: [(Interval, i64); 18] = [
    (Interval::spans(SECOND), SECOND),
    (Interval::spans(5 * SECOND), 5 * SECOND),
    (Interval::spans(15 * SECOND), 15 * SECOND),
    (Interval::spans(30 * SECOND), 30 * SECOND),
    (Interval::spans(MINUTE), MINUTE),
    (Interval::spans(5 * MINUTE), 5 * MINUTE),
    (Interval::spans(15 * MINUTE), 15 * MINUTE),
    (Interval::spans(30 * MINUTE), 30 * MINUTE),
    (Interval::spans(HOUR), HOUR),
    (Interval::spans(3 * HOUR), 3 * HOUR),
    (Interval::spans(6 * HOUR), 6 * HOUR),
    (Interval::spans(12 * HOUR), 12 * HOUR),
    (Interval::DAYS, DAY),
    (Interval::spans(2 * DAY), 2 * DAY),
    (WEEK, 7 * DAY),
    (Interval::Months(1), 30 * DAY),
    (Interval::Months(3), 90 * DAY),
    (Interval::YEARS, YEAR),
];

const YEAR: i64 = 365 * DAY;

/// Maps a span of time to a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Time {
    pub domain: [i64; 2],
    pub range: [f64; 2],
}

impl Time {
    /// The position of a moment; a domain without extent maps to the middle of the range.
    pub fn map(&self, moment: i64) -> f64 {
        Linear { domain: self.domain.map(milliseconds), range: self.range }.map(milliseconds(moment))
    }

    /// The interval that puts about `count` ticks into the domain; `count` is above zero.
    pub fn interval(&self, count: u32) -> Interval {
        let ([start, end], _) = in_order(self.domain);
        Interval::between(start, end, count)
    }

    /// The moments of the domain at which an interval begins, in the domain's direction.
    pub fn ticks(&self, interval: Interval) -> Vec<i64> {
        let ([start, end], reversed) = in_order(self.domain);
        let mut ticks = Vec::new();
        let mut tick = interval.ceil(start);
        while tick <= end {
            ticks.push(tick);
            let next = interval.after(tick);
            if next <= tick {
                // The calendar ends here.
                break;
            }
            tick = next;
        }
        if reversed {
            ticks.reverse();
        }
        ticks
    }

    /// Widens the domain to where intervals begin.
    #[must_use]
    pub fn nice(self, interval: Interval) -> Self {
        let ([start, end], reversed) = in_order(self.domain);
        let (start, end) = (interval.floor(start), interval.ceil(end));
        Self { domain: if reversed { [end, start] } else { [start, end] }, ..self }
    }
}

/// A repeating stretch of the calendar. Of two, the longer one is the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Interval {
    /// All of one length in milliseconds, one of them beginning at `origin`.
    Spans { length: i64, origin: i64 },
    /// So many months, counted from the start of the year 0.
    Months(i64),
}

impl Interval {
    pub const DAYS: Self = Self::spans(DAY);
    pub const YEARS: Self = Self::Months(12);

    const fn spans(length: i64) -> Self {
        Self::Spans { length, origin: 0 }
    }

    /// The interval of which about `count` lie from `start` to `end`: a usual one, or else so many milliseconds or years.
    fn between(start: i64, end: i64, count: u32) -> Self {
        let count = f64::from(count);
        let target = milliseconds(end - start) / count;
        let longer = INTERVALS.partition_point(|(_, length)| milliseconds(*length) <= target);
        if longer == INTERVALS.len() {
            let years = |moment: i64| milliseconds(moment) / milliseconds(YEAR);
            return Self::Months(12 * whole(tick_step(years(start), years(end), count)));
        }
        if longer == 0 {
            return Self::spans(whole(tick_step(milliseconds(start), milliseconds(end), count)));
        }
        let [(shorter, short), (longer, long)] = [INTERVALS[longer - 1], INTERVALS[longer]];
        if target / milliseconds(short) < milliseconds(long) / target { shorter } else { longer }
    }

    /// The beginning of the interval that the moment lies in.
    pub fn floor(self, moment: i64) -> i64 {
        match self {
            Self::Spans { length, origin } => (moment - origin).div_euclid(length) * length + origin,
            Self::Months(count) => start_of_month(month(day(moment)).div_euclid(count) * count),
        }
    }

    /// The first beginning of an interval that is not before the moment.
    pub fn ceil(self, moment: i64) -> i64 {
        let start = self.floor(moment);
        if start < moment { self.after(start) } else { start }
    }

    /// The beginning of the interval after the one that begins at `start`.
    fn after(self, start: i64) -> i64 {
        match self {
            Self::Spans { length, .. } => start + length,
            Self::Months(count) => start_of_month(month(day(start)) + count),
        }
    }
}

/// The first moment of a day.
pub fn midnight(date: Date) -> i64 {
    let epoch = Date::constant(1970, 1, 1);
    let days = epoch.until(date).expect("two days of the calendar have a distance in days").get_days();
    i64::from(days) * DAY
}

/// The day that a moment belongs to; beyond the calendar's ten thousand years its last or first one.
pub fn day(moment: i64) -> Date {
    let days = jiff::Span::new().try_days(moment.div_euclid(DAY));
    let epoch = Date::constant(1970, 1, 1);
    days.and_then(|days| epoch.checked_add(days)).unwrap_or(if moment < 0 { Date::MIN } else { Date::MAX })
}

/// The number of a day's month, from the start of the year 0.
fn month(date: Date) -> i64 {
    i64::from(date.year()) * 12 + i64::from(date.month()) - 1
}

fn start_of_month(month: i64) -> i64 {
    let year = i16::try_from(month.div_euclid(12));
    let of_year = i8::try_from(month.rem_euclid(12) + 1).expect("a year has twelve months");
    let date = year.ok().and_then(|year| Date::new(year, of_year, 1).ok());
    midnight(date.unwrap_or(if month < 0 { Date::MIN } else { Date::MAX }))
}

/// A number of milliseconds for the arithmetic of scales; exact within the calendar.
fn milliseconds(moment: i64) -> f64 {
    moment as f64
}

/// The whole part of a step, at least one.
fn whole(step: f64) -> i64 {
    #[allow(clippy::cast_possible_truncation, reason = "a step within the calendar fits; the cast saturates elsewhere")]
    let whole = step as i64;
    whole.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(start: &str, end: &str) -> Time {
        let moment = |text: &str| midnight(text.parse().unwrap());
        Time { domain: [moment(start), moment(end)], range: [0.0, 100.0] }
    }

    fn check(scale: Time, count: u32, expect: &[&str]) {
        let ticks = scale.ticks(scale.interval(count));
        let days: Vec<String> = ticks.iter().map(|tick| day(*tick).to_string()).collect();
        assert_eq!(days, expect);
        assert!(ticks.iter().all(|tick| tick % DAY == 0));
    }

    #[test]
    fn ticks_begin_days_weeks_months_quarters_and_years() {
        check(
            time("2024-02-27", "2024-03-02"),
            5,
            &["2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"],
        );
        check(time("2025-03-20", "2025-04-14"), 4, &["2025-03-23", "2025-03-30", "2025-04-06", "2025-04-13"]);
        check(
            time("2025-01-01", "2025-05-01"),
            5,
            &["2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01", "2025-05-01"],
        );
        check(time("2024-02-01", "2024-12-31"), 4, &["2024-04-01", "2024-07-01", "2024-10-01"]);
        check(time("2021-06-01", "2024-06-01"), 4, &["2022-01-01", "2023-01-01", "2024-01-01"]);
        check(time("1948-06-01", "2024-06-01"), 4, &["1960-01-01", "1980-01-01", "2000-01-01", "2020-01-01"]);
        check(time("2025-05-01", "2025-02-01"), 3, &["2025-05-01", "2025-04-01", "2025-03-01", "2025-02-01"]);
    }

    #[test]
    fn within_a_day_ticks_are_hours_and_less() {
        let hours = Time { domain: [0, DAY], range: [0.0, 1.0] };
        assert_eq!(hours.ticks(hours.interval(4)), [0, 6 * HOUR, 12 * HOUR, 18 * HOUR, DAY]);
        let instants = Time { domain: [0, 40], range: [0.0, 1.0] };
        assert_eq!(instants.ticks(instants.interval(4)), [0, 10, 20, 30, 40]);
    }

    #[test]
    fn a_nice_domain_ends_where_intervals_begin() {
        let nice = |scale: Time| scale.nice(scale.interval(5)).domain.map(|moment| day(moment).to_string());
        assert_eq!(nice(time("2021-06-01", "2024-06-02")), ["2021-01-01", "2025-01-01"]);
        assert_eq!(nice(time("2024-02-02", "2024-06-01")), ["2024-02-01", "2024-06-01"]);
    }

    #[test]
    fn every_day_is_equally_wide_when_clocks_change() {
        let scale = time("2025-03-29", "2025-03-31");
        assert_eq!(scale.map(midnight("2025-03-30".parse().unwrap())), 50.0);
    }

    #[test]
    fn the_ends_of_the_calendar_end_the_ticks() {
        let scale = time("9990-01-01", "9999-12-31");
        assert_eq!(scale.ticks(Interval::YEARS).len(), 11);
        assert_eq!(day(scale.nice(Interval::Months(240)).domain[1]), Date::MAX);
        assert_eq!(day(i64::MAX), Date::MAX);
        assert_eq!(day(i64::MIN), Date::MIN);
    }
}
