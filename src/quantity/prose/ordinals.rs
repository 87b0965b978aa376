//! Ordinal words up to the hundredth: « vingt-troisième », "twenty-third".
//!
//! Owns the words and how tens and units make one; whether it ranks or divides is `ratio`'s.

use super::term::Term;

/// From the first to the nineteenth, each with its other forms.
const FRENCH: [&str; 19] = [
    "premier|première|1er|1re",
    "deuxième|second|seconde",
    "troisième",
    "quatrième",
    "cinquième",
    "sixième",
    "septième",
    "huitième",
    "neuvième",
    "dixième",
    "onzième",
    "douzième",
    "treizième",
    "quatorzième",
    "quinzième",
    "seizième",
    "dix-septième",
    "dix-huitième",
    "dix-neuvième",
];

/// Tens with their ordinal, their number, and how many ordinals are made of them.
const FRENCH_TENS: [(&str, &str, u8, usize); 9] = [
    ("vingt", "vingtième", 20, 9),
    ("trente", "trentième", 30, 9),
    ("quarante", "quarantième", 40, 9),
    ("cinquante", "cinquantième", 50, 9),
    ("soixante", "soixantième", 60, 19),
    ("septante", "septantième", 70, 9),
    ("huitante", "huitantième", 80, 9),
    ("quatre-vingt", "quatre-vingtième", 80, 19),
    ("nonante", "nonantième", 90, 9),
];

const ENGLISH: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

const ENGLISH_TENS: [(&str, &str, u8); 8] = [
    ("twenty", "twentieth", 20),
    ("thirty", "thirtieth", 30),
    ("forty", "fortieth", 40),
    ("fifty", "fiftieth", 50),
    ("sixty", "sixtieth", 60),
    ("seventy", "seventieth", 70),
    ("eighty", "eightieth", 80),
    ("ninety", "ninetieth", 90),
];

/// The entries of the French lexicon.
pub(super) fn french() -> impl Iterator<Item = (String, Term)> {
    let tens = FRENCH_TENS.into_iter().flat_map(|(ten, tenth, value, last)| {
        // « vingt et unième », « soixante et onzième », but « quatre-vingt-unième ».
        let compound = move |(unit, n): (&str, u8)| {
            let unit = if n == 1 { "unième" } else { unit.split('|').next().unwrap_or(unit) };
            let and = if matches!(n, 1 | 11) && value != 80 { " et " } else { "-" };
            (format!("{ten}{and}{unit}"), Term::Ordinal(value + n))
        };
        let compounds = FRENCH.into_iter().take(last).zip(1..).map(compound);
        compounds.chain([(tenth.to_owned(), Term::Ordinal(value))])
    });
    simple(&FRENCH).chain(tens).chain([("centième".to_owned(), Term::Ordinal(100))])
}

/// The entries of the English lexicon.
pub(super) fn english() -> impl Iterator<Item = (String, Term)> {
    let tens = ENGLISH_TENS.into_iter().flat_map(|(ten, tenth, value)| {
        let compound = move |(unit, n): (&str, u8)| (format!("{ten}-{unit}"), Term::Ordinal(value + n));
        let compounds = ENGLISH.into_iter().take(9).zip(1..).map(compound);
        compounds.chain([(tenth.to_owned(), Term::Ordinal(value))])
    });
    simple(&ENGLISH).chain(tens).chain([("hundredth".to_owned(), Term::Ordinal(100))])
}

fn simple(words: &'static [&'static str; 19]) -> impl Iterator<Item = (String, Term)> {
    words.iter().zip(1..).map(|(word, n)| ((*word).to_owned(), Term::Ordinal(n)))
}
