//! Periods as a newsroom writes them: « quatrième trimestre 2024 », "Q4 2024".

use super::dates::{Calendar, DateStyle, Months};
use super::{Lang, Style};
use crate::quantity::Period;
use jiff::civil::Date;
use std::fmt::Write;

const ORDINALS: [[&str; 4]; 2] =
    [["premier", "deuxième", "troisième", "quatrième"], ["first", "second", "third", "fourth"]];

pub(super) fn write(period: Period, calendar: &Calendar, lang: Lang, style: Style, out: &mut String) {
    match (period, style) {
        (Period::Days(first, last), _) if first != last => write_days(first, last, calendar, lang, style, out),
        (_, Style::Prose | Style::Speech) => write_words(period, calendar, lang, out),
        (_, Style::Label | Style::Cell) => write_letters(period, calendar, lang, out),
    }
}

fn write_words(period: Period, calendar: &Calendar, lang: Lang, out: &mut String) {
    let ordinal = |n: i8| ORDINALS[lang.index()][usize::from(n.unsigned_abs()) - 1];
    let result = match (period, lang) {
        (Period::Year(year), _) => write!(out, "{year}"),
        (Period::FiscalYear(year), Lang::Fr) => write!(out, "exercice {year}"),
        (Period::FiscalYear(year), Lang::En) => write!(out, "fiscal {year}"),
        // French counts two halves with "second", four quarters with "deuxième".
        (Period::Half(year, 2), Lang::Fr) => write!(out, "second semestre {year}"),
        (Period::Half(year, half), Lang::Fr) => write!(out, "{} semestre {year}", ordinal(half)),
        (Period::Half(year, half), Lang::En) => write!(out, "{} half of {year}", ordinal(half)),
        (Period::Quarter(year, quarter), Lang::Fr) => write!(out, "{} trimestre {year}", ordinal(quarter)),
        (Period::Quarter(year, quarter), Lang::En) => write!(out, "{} quarter of {year}", ordinal(quarter)),
        (Period::Month(year, month), _) => {
            Calendar::write_month(year, month, &calendar.month, out);
            Ok(())
        }
        (Period::Day(day) | Period::Days(day, _), _) => {
            calendar.write(day, DateStyle::Medium, out);
            Ok(())
        }
    };
    result.expect("writing to a string never fails");
}

fn write_letters(period: Period, calendar: &Calendar, lang: Lang, out: &mut String) {
    let result = match (period, lang) {
        (Period::Year(year), _) => write!(out, "{year}"),
        (Period::FiscalYear(year), Lang::Fr) => write!(out, "ex. {year}"),
        (Period::FiscalYear(year), Lang::En) => write!(out, "FY{year}"),
        (Period::Half(year, half), Lang::Fr) => write!(out, "S{half} {year}"),
        (Period::Half(year, half), Lang::En) => write!(out, "H{half} {year}"),
        (Period::Quarter(year, quarter), Lang::Fr) => write!(out, "T{quarter} {year}"),
        (Period::Quarter(year, quarter), Lang::En) => write!(out, "Q{quarter} {year}"),
        (Period::Month(year, month), _) => {
            Calendar::write_month(year, month, &calendar.short_month, out);
            Ok(())
        }
        (Period::Day(day) | Period::Days(day, _), _) => {
            calendar.write(day, DateStyle::Short, out);
            Ok(())
        }
    };
    result.expect("writing to a string never fails");
}

/// Appends the letters of a part of a year without the year, which stands elsewhere: « févr. », « T4 », "Feb 6". A year is
/// written as it is.
pub(super) fn write_within_year(period: Period, calendar: &Calendar, lang: Lang, out: &mut String) {
    let result = match (period, lang) {
        (Period::Half(_, half), Lang::Fr) => write!(out, "S{half}"),
        (Period::Half(_, half), Lang::En) => write!(out, "H{half}"),
        (Period::Quarter(_, quarter), Lang::Fr) => write!(out, "T{quarter}"),
        (Period::Quarter(_, quarter), Lang::En) => write!(out, "Q{quarter}"),
        (Period::Month(year, month), _) => {
            Calendar::write_month(year, month, &calendar.short_month_of_year, out);
            Ok(())
        }
        (Period::Day(day), _) => {
            calendar.write_day(day, &calendar.short_day_of_month, out);
            Ok(())
        }
        (Period::Year(_) | Period::FiscalYear(_) | Period::Days(..), _) => {
            write(period, calendar, lang, Style::Label, out);
            Ok(())
        }
    };
    result.expect("writing to a string never fails");
}

/// What two days share (their month, their year) is written once.
fn write_days(first: Date, last: Date, calendar: &Calendar, lang: Lang, style: Style, out: &mut String) {
    let words = matches!(style, Style::Prose | Style::Speech);
    let (full, without_year): (&Months, &Months) = if words {
        (&calendar.day, &calendar.day_of_month)
    } else {
        (&calendar.short_day, &calendar.short_day_of_month)
    };
    let (before, between) = match (words, lang) {
        (true, Lang::Fr) => ("du ", " au "),
        (true, Lang::En) => ("", " to "),
        (false, _) => ("", " – "),
    };
    out.push_str(before);
    if (first.year(), first.month()) == (last.year(), last.month()) {
        calendar.write_days(first, last, if words { between } else { "–" }, full, out);
    } else {
        let first_form = if first.year() == last.year() { without_year } else { full };
        calendar.write_day(first, first_form, out);
        out.push_str(between);
        calendar.write_day(last, full, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn check(period: &str, expect: [[&str; 2]; 4]) {
        for (locale, expect) in Locale::ALL.into_iter().zip(expect) {
            let calendar = Calendar::new(locale);
            for (styles, expect) in [[Style::Prose, Style::Speech], [Style::Label, Style::Cell]].into_iter().zip(expect)
            {
                for style in styles {
                    let mut out = String::new();
                    write(period.parse().unwrap(), &calendar, locale.lang(), style, &mut out);
                    assert_eq!(out, expect, "{locale} {style:?}");
                }
            }
        }
    }

    #[test]
    fn each_period_in_words_and_in_letters() {
        check("2025", [["2025", "2025"]; 4]);
        check(
            "FY2025",
            [
                ["exercice 2025", "ex. 2025"],
                ["exercice 2025", "ex. 2025"],
                ["fiscal 2025", "FY2025"],
                ["fiscal 2025", "FY2025"],
            ],
        );
        check(
            "2024-Q4",
            [
                ["quatrième trimestre 2024", "T4 2024"],
                ["quatrième trimestre 2024", "T4 2024"],
                ["fourth quarter of 2024", "Q4 2024"],
                ["fourth quarter of 2024", "Q4 2024"],
            ],
        );
        check(
            "2025-H2",
            [
                ["second semestre 2025", "S2 2025"],
                ["second semestre 2025", "S2 2025"],
                ["second half of 2025", "H2 2025"],
                ["second half of 2025", "H2 2025"],
            ],
        );
        check(
            "2025-07",
            [
                ["juillet 2025", "juil. 2025"],
                ["juillet 2025", "juill. 2025"],
                ["July 2025", "Jul 2025"],
                ["July 2025", "Jul 2025"],
            ],
        );
        check(
            "2025-09-01",
            [
                ["1er septembre 2025", "1er sept. 2025"],
                ["1er septembre 2025", "1er sept. 2025"],
                ["September 1, 2025", "Sep 1, 2025"],
                ["1 September 2025", "1 Sept 2025"],
            ],
        );
    }

    #[test]
    fn a_part_of_a_year_is_written_without_it() {
        for (period, expect) in [
            ("2024-Q4", ["T4", "T4", "Q4", "Q4"]),
            ("2025-H2", ["S2", "S2", "H2", "H2"]),
            ("2025-07", ["juil.", "juill.", "Jul", "Jul"]),
            ("2025-03-01", ["1er mars", "1er mars", "Mar 1", "1 Mar"]),
            ("2025", ["2025"; 4]),
            ("FY2025", ["ex. 2025", "ex. 2025", "FY2025", "FY2025"]),
        ] {
            for (locale, expect) in Locale::ALL.into_iter().zip(expect) {
                let mut out = String::new();
                let calendar = Calendar::new(locale);
                write_within_year(period.parse().unwrap(), &calendar, locale.lang(), &mut out);
                assert_eq!(out, expect, "{locale}");
            }
        }
    }

    #[test]
    fn days_share_their_month_and_year() {
        check(
            "2024-02-07..2025-02-06",
            [
                ["du 7 février 2024 au 6 février 2025", "7 févr. 2024 – 6 févr. 2025"],
                ["du 7 février 2024 au 6 février 2025", "7 févr. 2024 – 6 févr. 2025"],
                ["February 7, 2024 to February 6, 2025", "Feb 7, 2024 – Feb 6, 2025"],
                ["7 February 2024 to 6 February 2025", "7 Feb 2024 – 6 Feb 2025"],
            ],
        );
        check(
            "2025-03-01..2025-04-06",
            [
                ["du 1er mars au 6 avril 2025", "1er mars – 6 avr. 2025"],
                ["du 1er mars au 6 avril 2025", "1er mars – 6 avr. 2025"],
                ["March 1 to April 6, 2025", "Mar 1 – Apr 6, 2025"],
                ["1 March to 6 April 2025", "1 Mar – 6 Apr 2025"],
            ],
        );
        check(
            "2025-02-03..2025-02-06",
            [
                ["du 3 au 6 février 2025", "3–6 févr. 2025"],
                ["du 3 au 6 février 2025", "3–6 févr. 2025"],
                ["February 3 to 6, 2025", "Feb 3–6, 2025"],
                ["3 to 6 February 2025", "3–6 Feb 2025"],
            ],
        );
        check(
            "2025-02-03..2025-02-03",
            [
                ["3 février 2025", "3 févr. 2025"],
                ["3 février 2025", "3 févr. 2025"],
                ["February 3, 2025", "Feb 3, 2025"],
                ["3 February 2025", "3 Feb 2025"],
            ],
        );
    }
}
