//! The time that a figure speaks of: `2025`, `2025-H1`, `2024-Q4`, `2025-02`, `2025-02-06`, `FY2025`, `a..b`.

use super::QuantityError;
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

/// A calendar or fiscal period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    Year(i16),
    /// A company's fiscal year, by the calendar year in which it ends.
    FiscalYear(i16),
    Half(i16, i8),
    Quarter(i16, i8),
    Month(i16, i8),
    Day(Date),
    /// Two days, both included.
    Days(Date, Date),
}

impl Period {
    /// The first and the last day. `fiscal_year_end` is the month in which the company's fiscal year ends (12 where
    /// it follows the calendar).
    pub fn days(self, fiscal_year_end: i8) -> (Date, Date) {
        let months = |year: i16, first: i8, count: i8| {
            let start = Date::new(year, first, 1).expect("the first of a month exists");
            let last_month = Date::new(year, first + count - 1, 1).expect("a period stays within its year");
            (start, last_month.last_of_month())
        };
        match self {
            Self::Year(year) => months(year, 1, 12),
            Self::FiscalYear(year) => {
                let end = Date::new(year, fiscal_year_end, 1).expect("a month").last_of_month();
                let before = if fiscal_year_end == 12 {
                    months(year, 1, 1).0
                } else {
                    Date::new(year - 1, fiscal_year_end + 1, 1).expect("a month")
                };
                (before, end)
            }
            Self::Half(year, half) => months(year, (half - 1) * 6 + 1, 6),
            Self::Quarter(year, quarter) => months(year, (quarter - 1) * 3 + 1, 3),
            Self::Month(year, month) => months(year, month, 1),
            Self::Day(day) => (day, day),
            Self::Days(start, end) => (start, end),
        }
    }
}

impl Period {
    /// The form of `<time datetime>` for the periods that HTML has one for.
    pub fn datetime(self) -> Option<String> {
        matches!(self, Self::Year(_) | Self::Month(..) | Self::Day(_)).then(|| self.to_string())
    }
}

impl FromStr for Period {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let all = 0..text.len();
        if let Some((start, end)) = text.split_once("..") {
            let (start, end) = (day(start, 0)?, day(end, text.len() - end.len())?);
            if end < start {
                return Err(
                    QuantityError::new(all, "the period ends before it starts").hint("write the earlier day first")
                );
            }
            return Ok(Self::Days(start, end));
        }
        if let Some(year) = text.strip_prefix("FY") {
            return number(year, 4).map(Self::FiscalYear).ok_or_else(|| unreadable(text));
        }
        let mut parts = text.splitn(3, '-');
        let year = parts.next().and_then(|y| number(y, 4)).ok_or_else(|| unreadable(text))?;
        match (parts.next(), parts.next()) {
            (None, _) => Ok(Self::Year(year)),
            (Some(part), None) => part_of_year(year, part).ok_or_else(|| unreadable(text)),
            (Some(_), Some(_)) => day(text, 0).map(Self::Day),
        }
    }
}

fn part_of_year(year: i16, part: &str) -> Option<Period> {
    let one = |text: &str, most: i8| number::<i8>(text, 1).filter(|n| (1..=most).contains(n));
    if let Some(quarter) = part.strip_prefix('Q') {
        return Some(Period::Quarter(year, one(quarter, 4)?));
    }
    if let Some(half) = part.strip_prefix('H') {
        return Some(Period::Half(year, one(half, 2)?));
    }
    number::<i8>(part, 2).filter(|m| (1..=12).contains(m)).map(|month| Period::Month(year, month))
}

/// A number of exactly `digits` ASCII digits.
fn number<T: FromStr>(text: &str, digits: usize) -> Option<T> {
    (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn day(text: &str, offset: usize) -> Result<Date, QuantityError> {
    let range = offset..offset + text.len();
    let fields: Vec<&str> = text.split('-').collect();
    let numbers = match fields[..] {
        [year, month, day] => number(year, 4).zip(number(month, 2)).zip(number(day, 2)),
        _ => None,
    };
    let ((year, month), day) = numbers.ok_or_else(|| {
        QuantityError::new(range.clone(), format!("`{text}` is no day"))
            .hint("a date is year-month-day with two digits for month and day, such as `2025-02-06`")
    })?;
    Date::new(year, month, day).map_err(|_| {
        QuantityError::new(range, format!("there is no day `{text}` in the calendar"))
            .hint("a date is year-month-day, such as `2025-02-06`")
    })
}

fn unreadable(text: &str) -> QuantityError {
    QuantityError::new(0..text.len(), format!("`{text}` is no period"))
        .hint("write `2025`, `FY2025`, `2025-H1`, `2024-Q4`, `2025-02`, `2025-02-06` or `2024-02-07..2025-02-06`")
}

impl fmt::Display for Period {
    /// Writes the form that `FromStr` reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::FiscalYear(year) => write!(f, "FY{year:04}"),
            Self::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => write!(f, "{day}"),
            Self::Days(start, end) => write!(f, "{start}..{end}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_reads_and_writes_back() {
        for text in ["2025", "FY2025", "2025-H1", "2024-Q4", "2025-02", "2024-02-29", "2024-02-07..2025-02-06"] {
            assert_eq!(text.parse::<Period>().map(|p| p.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn impossible_periods_are_refused() {
        for text in [
            "",
            "25",
            "2025-Q5",
            "2025-H3",
            "2025-13",
            "2025-02-30",
            "2025-2-6",
            "2025-02-06..2025-02-05",
            "FY25",
            "Q4 2024",
            "2025-Qé",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
        assert_eq!("2025-02-30".parse::<Period>().unwrap_err().message, "there is no day `2025-02-30` in the calendar");
    }

    #[test]
    fn a_fiscal_year_ends_in_the_companys_month() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(Period::FiscalYear(2025).days(6), (day("2024-07-01"), day("2025-06-30")));
        assert_eq!(Period::FiscalYear(2025).days(12), (day("2025-01-01"), day("2025-12-31")));
        assert_eq!(Period::Quarter(2024, 4).days(12), (day("2024-10-01"), day("2024-12-31")));
    }
}
