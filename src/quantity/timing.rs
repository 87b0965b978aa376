//! When something is, with what is known of it: `2025`, `>= 2025-02`, `> 2025`, `<= 2026`, `< 2026`, `~ 2027`, `2023..2025`.

use super::{Period, QuantityError};
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

/// A period with its bound, as an [`super::Amount`] is a number with its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Timing {
    In(Period),
    /// Later than the period.
    After(Period),
    /// From the period on.
    Since(Period),
    /// Earlier than the period.
    Before(Period),
    /// In the period at the latest.
    By(Period),
    About(Period),
    /// From the first period to the second, both included.
    Between(Period, Period),
}

impl Timing {
    /// The period that it names; of two, the first.
    pub fn period(self) -> Period {
        match self {
            Self::In(period)
            | Self::After(period)
            | Self::Since(period)
            | Self::Before(period)
            | Self::By(period)
            | Self::About(period)
            | Self::Between(period, _) => period,
        }
    }

    /// The first and the last day of what it names; `fiscal_year_end` as for [`Period::days`].
    pub fn days(self, fiscal_year_end: i8) -> (Date, Date) {
        let (start, end) = self.period().days(fiscal_year_end);
        match self {
            Self::Between(_, last) => (start, last.days(fiscal_year_end).1),
            _ => (start, end),
        }
    }

    /// The first and the last day on which it may be, as far as they are known.
    pub fn limits(self, fiscal_year_end: i8) -> [Option<Date>; 2] {
        let (start, end) = self.days(fiscal_year_end);
        match self {
            Self::In(_) | Self::Between(..) => [Some(start), Some(end)],
            Self::After(_) => [end.tomorrow().ok(), None],
            Self::Since(_) => [Some(start), None],
            Self::Before(_) => [None, start.yesterday().ok()],
            Self::By(_) => [None, Some(end)],
            Self::About(_) => [None, None],
        }
    }
}

impl From<Period> for Timing {
    fn from(period: Period) -> Self {
        Self::In(period)
    }
}

impl FromStr for Timing {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        for (sign, bound) in SIGNS {
            if let Some(rest) = text.strip_prefix(sign) {
                return match part(text, rest)? {
                    Period::Days(..) => {
                        let error = QuantityError::new(0..text.len(), format!("`{sign}` stands before one period"));
                        Err(error.hint("a span has both of its ends: leave the sign out"))
                    }
                    period => Ok(bound(period)),
                };
            }
        }
        // Two days are a period by themselves.
        if let (Some((first, last)), Err(_)) = (text.split_once(".."), text.parse::<Period>()) {
            let (first, last) = (part(text, first)?, part(text, last)?);
            if last.days(12).1 <= first.days(12).1 {
                let error = QuantityError::new(0..text.len(), "the span ends before it starts");
                return Err(error.hint("write the earlier period first"));
            }
            return Ok(Self::Between(first, last));
        }
        text.parse().map(Self::In)
    }
}

type Bound = fn(Period) -> Timing;

const SIGNS: [(&str, Bound); 5] =
    [(">=", Timing::Since), (">", Timing::After), ("<=", Timing::By), ("<", Timing::Before), ("~", Timing::About)];

/// The period in a part of a text; errors have their place in the whole.
fn part(text: &str, part: &str) -> Result<Period, QuantityError> {
    let offset = part.as_ptr().addr() - text.as_ptr().addr() + part.len() - part.trim_start().len();
    part.trim().parse().map_err(|error: QuantityError| {
        let range = error.range.start + offset..error.range.end + offset;
        QuantityError { range, ..error }
    })
}

impl fmt::Display for Timing {
    /// Writes the form that `FromStr` reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::In(period) => write!(f, "{period}"),
            Self::After(period) => write!(f, "> {period}"),
            Self::Since(period) => write!(f, ">= {period}"),
            Self::Before(period) => write!(f, "< {period}"),
            Self::By(period) => write!(f, "<= {period}"),
            Self::About(period) => write!(f, "~ {period}"),
            Self::Between(first, last) => write!(f, "{first}..{last}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_reads_and_writes_back() {
        for text in [
            "2025",
            "> 2025",
            ">= 2025-02",
            "< 2026-Q1",
            "<= FY2026",
            "~ 2027-H1",
            "2023..2025",
            "2024-Q1..2024-Q3",
            "2024-02-07..2025-02-06",
        ] {
            assert_eq!(text.parse::<Timing>().map(|timing| timing.to_string()).as_deref(), Ok(text));
        }
        assert_eq!(">=2025".parse(), Ok(Timing::Since(Period::Year(2025))));
    }

    #[test]
    fn impossible_timings_are_refused() {
        for text in
            ["", ">", "> soon", "2025..2023", "2025..2025", "2025..", "~ 2024-02-07..2025-02-06", ">= 2025..2026"]
        {
            assert!(text.parse::<Timing>().is_err(), "{text}");
        }
    }

    #[test]
    fn an_error_has_its_place() {
        assert_eq!(">= soon".parse::<Timing>().unwrap_err().range, 3..7);
        assert_eq!("2023..late".parse::<Timing>().unwrap_err().range, 6..10);
    }

    #[test]
    fn limits_are_the_days_that_are_known() {
        let check = |text: &str, expect: [&str; 2]| {
            let limits = text.parse::<Timing>().unwrap().limits(12);
            assert_eq!(limits.map(|day| day.map(|day| day.to_string()).unwrap_or_default()), expect, "{text}");
        };
        check("2025-02", ["2025-02-01", "2025-02-28"]);
        check("> 2025", ["2026-01-01", ""]);
        check(">= 2025", ["2025-01-01", ""]);
        check("< 2025", ["", "2024-12-31"]);
        check("<= 2025", ["", "2025-12-31"]);
        check("~ 2025", ["", ""]);
        check("2023..2025", ["2023-01-01", "2025-12-31"]);
    }
}
