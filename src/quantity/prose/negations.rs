//! Verbs of passing that are denied, which turns them into limits: « n'excéderont pas », « ne saurait être inférieur à »,
//! "has not topped", "must not fall below".
//!
//! Owns how the phrases are put together from their parts.

use super::Qualifier::{AtLeast, AtMost, LessThan};
use super::term::{Reach, Term};

/// Forms of "ne … pas" around "être", before "inférieur à" and "supérieur à".
const NOT_TO_BE: &[&str] = &[
    "ne saurait être",
    "ne sauraient être",
    "ne peut être",
    "ne peuvent être",
    "ne pourra être",
    "ne pourront être",
    "ne pouvait être",
    "ne pouvant être",
    "ne peut pas être",
    "ne peuvent pas être",
    "ne pourra pas être",
    "ne doit pas être",
    "ne doivent pas être",
    "ne devra pas être",
    "ne devrait pas être",
    "ne devraient pas être",
    "ne sera pas",
    "ne seront pas",
    "ne serait pas",
    "n'est pas",
    "ne sont pas",
    "n'était pas",
    "n'étaient pas",
    "n'a pas été",
    "n'ont pas été",
    "jamais",
    "sans être",
];

/// Verbs of passing, without their endings, and the endings that business prose denies.
const PASSES: &[&str] = &["dépass", "excéd", "excèd", "outrepass"];
const ENDINGS: &[&str] = &["e", "ent", "era", "eront", "erait", "eraient", "ait", "aient", "ant", "èrent", "a"];

/// What may stand before an infinitive that is denied, with and without "pas".
const NOT_TO: &[&str] = &[
    "ne pas",
    "sans",
    "sans pouvoir",
    "sans toutefois",
    "sans jamais",
    "ne doit pas",
    "ne doivent pas",
    "ne devra pas",
    "ne devront pas",
    "ne devrait pas",
    "ne devraient pas",
    "ne peut",
    "ne peut pas",
    "ne peuvent",
    "ne peuvent pas",
    "ne pourra",
    "ne pourra pas",
    "ne pourront",
    "ne pourront pas",
    "ne pouvant",
    "ne saurait",
    "ne sauraient",
    "ne pourrait pas",
];

/// What English denies the verbs of passing with.
const ENGLISH_NOT: &[&str] = &[
    "not",
    "never",
    "cannot",
    "can't",
    "won't",
    "doesn't",
    "don't",
    "didn't",
    "hasn't",
    "haven't",
    "not expected to",
    "not set to",
    "not likely to",
    "unlikely to",
    "not allowed to",
    "not permitted to",
    "not forecast to",
    "not supposed to",
    "not seen",
];

/// The French phrases with their meanings.
pub(super) fn french() -> Vec<(String, Term)> {
    let mut phrases = Vec::new();
    for not in NOT_TO_BE {
        for ending in ["", "e", "s", "es"] {
            phrases.push((format!("{not} inférieur{ending} à"), Term::Before(AtLeast, Reach::Next)));
            phrases.push((format!("{not} supérieur{ending} à"), Term::Before(AtMost, Reach::Next)));
        }
    }
    let most = Term::Before(AtMost, Reach::Verb);
    for stem in PASSES {
        for ending in ENDINGS {
            phrases.push((format!("ne {stem}{ending} pas"), most));
            phrases.push((format!("{stem}{ending} pas"), most));
            phrases.push((format!("ne {stem}{ending} jamais"), most));
        }
        for has in ["a", "ont", "avait", "avaient", "aura", "auront"] {
            phrases.push((format!("ne {has} pas {stem}é"), most));
            phrases.push((format!("ne {has} jamais {stem}é"), most));
        }
        phrases.extend(NOT_TO.iter().map(|not| (format!("{not} {stem}er"), most)));
    }
    let less = Term::Before(LessThan, Reach::Verb);
    for form in ["atteint", "atteignent", "atteindra", "atteindront", "atteignait", "atteignaient"] {
        phrases.push((format!("ne {form} pas"), less));
    }
    phrases.extend(["a", "ont", "avait"].map(|has| (format!("ne {has} pas atteint"), less)));
    phrases
}

/// The English phrases with their meanings.
pub(super) fn english() -> Vec<(String, Term)> {
    let mut phrases = Vec::new();
    for not in ENGLISH_NOT {
        for verb in [
            "exceed",
            "exceeded",
            "top",
            "topped",
            "surpass",
            "surpassed",
            "pass",
            "go above",
            "go over",
            "go beyond",
            "gone above",
            "rise above",
            "risen above",
            "be more than",
            "be greater than",
            "be higher than",
            "be above",
            "be larger than",
            "be bigger than",
            "be longer than",
            "be older than",
            "be heavier than",
            "be louder than",
        ] {
            phrases.push((format!("{not} {verb}"), Term::Before(AtMost, Reach::Verb)));
        }
        for verb in [
            "be less than",
            "be lower than",
            "be fewer than",
            "be below",
            "be under",
            "be smaller than",
            "be shorter than",
            "be younger than",
            "fall below",
            "fall under",
            "fallen below",
            "drop below",
            "dropped below",
            "dip below",
            "dipped below",
            "go below",
            "gone below",
            "slip below",
        ] {
            phrases.push((format!("{not} {verb}"), Term::Before(AtLeast, Reach::Verb)));
        }
        for verb in ["reach", "reached", "hit"] {
            phrases.push((format!("{not} {verb}"), Term::Before(LessThan, Reach::Verb)));
        }
    }
    phrases.push(("without exceeding".to_owned(), Term::Before(AtMost, Reach::Verb)));
    phrases
}
