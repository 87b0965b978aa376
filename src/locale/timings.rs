//! Timings as a newsroom writes them: « d’ici au quatrième trimestre 2026 », "by the fourth quarter of 2026".
//!
//! Owns the words around a period; the period itself is `periods`'.

use super::{Formats, Lang, Style};
use crate::quantity::{Period, Timing};

impl Formats {
    /// A timing, its period in words or in letters as [`Formats::period`] writes it.
    pub fn timing(&self, timing: &Timing, style: Style) -> String {
        let period = |period| self.period(&period, style);
        let (lang, in_words) = (self.lang(), matches!(style, Style::Prose | Style::Speech));
        // A period after a preposition.
        let after = |preposition: &str, it: Period| match lang {
            Lang::Fr => french(preposition, it, &period(it)),
            Lang::En if in_words && matches!(it, Period::Half(..) | Period::Quarter(..)) => {
                format!("{preposition} the {}", period(it))
            }
            Lang::En => format!("{preposition} {}", period(it)),
        };
        match (*timing, lang) {
            (Timing::In(it), _) => period(it),
            (Timing::After(it), Lang::Fr) => after("après", it),
            (Timing::After(it), Lang::En) => after("after", it),
            (Timing::Since(it), Lang::Fr) => after("depuis", it),
            (Timing::Since(it), Lang::En) => after("since", it),
            (Timing::Before(it), Lang::Fr) => after("avant", it),
            (Timing::Before(it), Lang::En) => after("before", it),
            (Timing::By(it), Lang::Fr) => after("d’ici à", it),
            (Timing::By(it), Lang::En) => after("by", it),
            (Timing::About(it), Lang::Fr) => after("vers", it),
            (Timing::About(it), Lang::En) => after(if in_words { "around" } else { "c." }, it),
            (Timing::Between(first, last), _) => match (first, last) {
                (Period::Year(first), Period::Year(last)) => format!("{first}–{last}"),
                _ if !in_words => format!("{} – {}", period(first), period(last)),
                _ if lang == Lang::Fr => format!("{} {}", after("de", first), after("à", last)),
                _ => format!("{} to {}", period(first), period(last)),
            },
        }
    }
}

/// A French preposition before a period, with the article that the period takes and contracted with it.
fn french(preposition: &str, period: Period, written: &str) -> String {
    match period {
        Period::Year(_) | Period::Month(..) => {
            let vowel = preposition == "de" && written.starts_with(['a', 'o']);
            if vowel { format!("d’{written}") } else { format!("{preposition} {written}") }
        }
        Period::FiscalYear(_) => format!("{preposition} l’{written}"),
        Period::Half(..) | Period::Quarter(..) | Period::Day(_) | Period::Days(..) => {
            let contracted = match preposition {
                "de" => "du".to_owned(),
                // « à le » becomes « au ».
                _ => preposition
                    .strip_suffix('à')
                    .map_or_else(|| format!("{preposition} le"), |stem| format!("{stem}au")),
            };
            format!("{contracted} {written}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Locale, Nouns};

    fn check(timing: &str, style: Style, french: &str, english: &str) {
        let timing: Timing = timing.parse().unwrap();
        for (locale, expect) in [(Locale::FrFr, french), (Locale::EnUs, english)] {
            let written = Formats::new(locale, &Nouns::default()).timing(&timing, style);
            assert_eq!(written.replace(['\u{a0}', '\u{202f}'], " "), expect, "{timing}");
        }
    }

    #[test]
    fn bounds_are_prepositions() {
        check("2025", Style::Prose, "2025", "2025");
        check(">= 2025", Style::Label, "depuis 2025", "since 2025");
        check("> 2025-02", Style::Prose, "après février 2025", "after February 2025");
        check("<= 2026", Style::Label, "d’ici à 2026", "by 2026");
        check("< 2026-02-06", Style::Prose, "avant le 6 février 2026", "before February 6, 2026");
        check("~ 2027", Style::Label, "vers 2027", "c. 2027");
        check("~ 2027", Style::Prose, "vers 2027", "around 2027");
    }

    #[test]
    fn periods_take_their_article() {
        check("<= 2026-Q4", Style::Prose, "d’ici au quatrième trimestre 2026", "by the fourth quarter of 2026");
        check("<= 2026-Q4", Style::Label, "d’ici au T4 2026", "by Q4 2026");
        check(">= FY2025", Style::Prose, "depuis l’exercice 2025", "since fiscal 2025");
        check(">= 2025-H2", Style::Label, "depuis le S2 2025", "since H2 2025");
        check("<= 2025-02-01", Style::Prose, "d’ici au 1er février 2025", "by February 1, 2025");
    }

    #[test]
    fn spans_name_both_ends() {
        check("2023..2025", Style::Prose, "2023–2025", "2023–2025");
        check("2024-04..2025-10", Style::Prose, "d’avril 2024 à octobre 2025", "April 2024 to October 2025");
        check("2024-Q1..2024-Q3", Style::Label, "T1 2024 – T3 2024", "Q1 2024 – Q3 2024");
        check(
            "2024-Q1..2024-Q3",
            Style::Prose,
            "du premier trimestre 2024 au troisième trimestre 2024",
            "first quarter of 2024 to third quarter of 2024",
        );
    }
}
