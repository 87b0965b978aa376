//! Days and months as CLDR writes them.
//!
//! ICU is asked once for each month and form; what it answers is kept as a pattern of texts and fields, so that a page
//! full of dates costs no more than joining strings.

use super::{Lang, Locale};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{E, M, MD, YM, YMD, YMDE};
use icu_datetime::input::Date as IcuDate;
use jiff::civil::Date;
use std::fmt::Write;

/// How much of a day is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateStyle {
    /// « jeudi 6 février 2025 », "Thursday, February 6, 2025".
    Long,
    /// « 6 février 2025 », "February 6, 2025".
    Medium,
    /// « 6 févr. 2025 », "Feb 6, 2025".
    Short,
}

/// The forms of days and months in one locale.
#[derive(Debug)]
pub(super) struct Calendar {
    weekday_day: Months,
    pub(super) day: Months,
    pub(super) short_day: Months,
    pub(super) day_of_month: Months,
    pub(super) short_day_of_month: Months,
    pub(super) month: Months,
    pub(super) short_month: Months,
    pub(super) short_month_of_year: Months,
    weekdays: [String; 7],
    lang: Lang,
}

/// One form, by month from January.
pub(super) type Months = [Pattern; 12];

/// What CLDR writes around the numbers of a date in one month.
#[derive(Debug)]
pub(super) struct Pattern(Vec<Piece>);

#[derive(Debug)]
enum Piece {
    Text(String),
    Weekday,
    Day,
    Year,
}

/// The day and year that ICU is asked for; their digits occur nowhere else in a date.
const SAMPLE_YEAR: i32 = 2034;
const SAMPLE_DAY: u8 = 26;

impl Calendar {
    pub(super) fn new(locale: Locale) -> Self {
        macro_rules! ask {
            ($fields:expr) => {{
                let formatter = DateTimeFormatter::try_new(locale.cldr().into(), $fields);
                let formatter = formatter.expect("date data for every locale is compiled in");
                move |month: u8, day: u8| {
                    let date = IcuDate::try_new_iso(SAMPLE_YEAR, month, day).expect("every month has these days");
                    formatter.format(&date).to_string()
                }
            }};
        }
        let weekday_of = ask!(E::long());
        // The first of May 2034 is a Monday.
        let weekdays = std::array::from_fn(|i| weekday_of(5, 1 + u8::try_from(i).expect("a week has seven days")));
        let learn = |written: &dyn Fn(u8, u8) -> String| -> Months {
            std::array::from_fn(|i| {
                let month = 1 + u8::try_from(i).expect("a year has twelve months");
                Pattern::learn(&written(month, SAMPLE_DAY), &weekday_of(month, SAMPLE_DAY))
            })
        };
        Self {
            weekday_day: learn(&ask!(YMDE::long())),
            day: learn(&ask!(YMD::long())),
            short_day: learn(&ask!(YMD::medium())),
            day_of_month: learn(&ask!(MD::long())),
            short_day_of_month: learn(&ask!(MD::medium())),
            month: learn(&ask!(YM::long())),
            short_month: learn(&ask!(YM::medium())),
            short_month_of_year: learn(&ask!(M::medium())),
            weekdays,
            lang: locale.lang(),
        }
    }

    pub(super) fn write(&self, date: Date, style: DateStyle, out: &mut String) {
        let months = match style {
            DateStyle::Long => &self.weekday_day,
            DateStyle::Medium => &self.day,
            DateStyle::Short => &self.short_day,
        };
        self.write_day(date, months, out);
    }

    /// Appends a day in one of the forms of this calendar.
    pub(super) fn write_day(&self, date: Date, months: &Months, out: &mut String) {
        let weekday = &self.weekdays[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())];
        months[index(date.month())].write(out, weekday, |out| self.write_day_number(date.day(), out), date.year());
    }

    /// Appends two days of one month as one date: « 3 au 6 février 2025 », "February 3 to 6, 2025".
    pub(super) fn write_days(&self, first: Date, last: Date, between: &str, months: &Months, out: &mut String) {
        let days = |out: &mut String| {
            self.write_day_number(first.day(), out);
            out.push_str(between);
            self.write_day_number(last.day(), out);
        };
        months[index(first.month())].write(out, "", days, first.year());
    }

    /// Appends a month of a year.
    pub(super) fn write_month(year: i16, month: i8, months: &Months, out: &mut String) {
        months[index(month)].write(out, "", |_| (), year);
    }

    /// The first of a month is an ordinal in French: « 1er mars » (Imprimerie nationale; CLDR has « 1 mars »).
    fn write_day_number(&self, day: i8, out: &mut String) {
        write!(out, "{day}").expect("writing to a string never fails");
        if day == 1 && self.lang == Lang::Fr {
            out.push_str("er");
        }
    }
}

fn index(month: i8) -> usize {
    usize::from(month.unsigned_abs()) - 1
}

impl Pattern {
    /// Finds the fields in what ICU wrote for the sample day.
    fn learn(written: &str, weekday: &str) -> Self {
        let year = SAMPLE_YEAR.to_string();
        let day = SAMPLE_DAY.to_string();
        let mut pieces = Vec::new();
        let mut rest = written;
        while !rest.is_empty() {
            let fields = [(weekday, Piece::Weekday), (&*day, Piece::Day), (&*year, Piece::Year)];
            let next = fields.into_iter().filter_map(|(text, piece)| Some((rest.find(text)?, text.len(), piece)));
            let Some((at, len, piece)) = next.min_by_key(|(at, ..)| *at) else {
                pieces.push(Piece::Text(rest.to_owned()));
                break;
            };
            if at > 0 {
                pieces.push(Piece::Text(rest[..at].to_owned()));
            }
            pieces.push(piece);
            rest = &rest[at + len..];
        }
        Self(pieces)
    }

    fn write(&self, out: &mut String, weekday: &str, day: impl Fn(&mut String), year: i16) {
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Weekday => out.push_str(weekday),
                Piece::Day => day(out),
                Piece::Year => write!(out, "{year}").expect("writing to a string never fails"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(locale: Locale, date: &str, expect: [&str; 3]) {
        let calendar = Calendar::new(locale);
        for (style, expect) in [DateStyle::Long, DateStyle::Medium, DateStyle::Short].into_iter().zip(expect) {
            let mut out = String::new();
            calendar.write(date.parse().unwrap(), style, &mut out);
            assert_eq!(out, expect, "{locale} {style:?}");
        }
    }

    #[test]
    fn days_are_cldrs_and_the_first_is_an_ordinal_in_french() {
        check(Locale::FrFr, "2025-02-06", ["jeudi 6 février 2025", "6 février 2025", "6 févr. 2025"]);
        check(Locale::FrFr, "2025-03-01", ["samedi 1er mars 2025", "1er mars 2025", "1er mars 2025"]);
        check(Locale::FrFr, "2024-07-11", ["jeudi 11 juillet 2024", "11 juillet 2024", "11 juil. 2024"]);
        check(Locale::FrCa, "2024-07-01", ["lundi 1er juillet 2024", "1er juillet 2024", "1er juill. 2024"]);
        check(Locale::EnUs, "2025-02-06", ["Thursday, February 6, 2025", "February 6, 2025", "Feb 6, 2025"]);
        check(Locale::EnGb, "2025-09-21", ["Sunday, 21 September 2025", "21 September 2025", "21 Sept 2025"]);
    }

    #[test]
    fn every_day_of_a_year_has_its_weekday() {
        let calendar = Calendar::new(Locale::EnUs);
        let mut date: Date = "2024-01-01".parse().unwrap();
        let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        for i in 0..366 {
            let mut out = String::new();
            calendar.write(date, DateStyle::Long, &mut out);
            assert!(out.starts_with(names[i % 7]), "{out}");
            date = date.tomorrow().unwrap();
        }
    }

    #[test]
    fn a_year_is_written_plainly_whatever_its_age() {
        check(Locale::FrFr, "0987-07-03", ["mardi 3 juillet 987", "3 juillet 987", "3 juil. 987"]);
    }
}
