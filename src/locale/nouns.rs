//! The names of counted things, which a site declares, and the French elision before any name.

use super::Lang;
use std::collections::BTreeMap;

/// How one language names a counted thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NounForms {
    /// After 1 (and in French after any number below 2): `puce`, `chip`.
    pub one: String,
    /// After every other number: `puces`, `chips`.
    pub other: String,
}

/// The forms of every counted thing of a site, by the identifier that values carry (`Unit::Noun`), each in the order
/// of [`Lang::index`].
pub type Nouns = BTreeMap<String, [NounForms; Lang::ALL.len()]>;

/// Beginnings of French nouns that are counted in business prose and start with a sounded h: « de hangars ».
const SOUNDED_H: &[&str] = &[
    "hach",
    "haie",
    "haillon",
    "hall",
    "halogen",
    "halt",
    "hamac",
    "hamburger",
    "hameau",
    "hamster",
    "hanche",
    "hand",
    "hangar",
    "hareng",
    "haricot",
    "harnais",
    "harpe",
    "hasard",
    "hauban",
    "hauss",
    "haut",
    "haveur",
    "hélo",
    "héraut",
    "hériss",
    "hernie",
    "héron",
    "héros",
    "herse",
    "hêtre",
    "heurt",
    "hibou",
    "hic",
    "hiérarch",
    "hit",
    "hobby",
    "hockey",
    "hold",
    "homard",
    "hongrois",
    "honte",
    "hoquet",
    "hors",
    "hot",
    "houe",
    "houille",
    "housse",
    "hublot",
    "huit",
    "hurl",
    "hussard",
    "hutte",
    "hub",
];

/// Whether French writes `d’` and not `de` before this word: before a vowel or a mute h; y counts as a consonant
/// (« de yens »), and so do the numerals onze and huit.
pub(super) fn elides(word: &str) -> bool {
    let word = word.to_lowercase();
    match word.chars().next() {
        Some('h') => !SOUNDED_H.iter().any(|start| word.starts_with(start)) || word.starts_with("hôt"),
        Some('o') => !word.starts_with("onz") && !word.starts_with("oui"),
        Some(first) => "aàâäæeéèêëiîïoôöœuùûü".contains(first),
        None => false,
    }
}

/// Names of people and houses whose h is mute; in a foreign name it is sounded: « de Honda ».
const MUTE_H_NAMES: &[&str] = &["hermès", "henri", "hélène", "héloïse", "hippolyte", "honoré", "hubert", "hyacinthe"];

/// Whether French writes `d’` before a proper name.
pub(super) fn name_elides(name: &str) -> bool {
    if name.starts_with(['h', 'H']) {
        let name = name.to_lowercase();
        return MUTE_H_NAMES.iter().any(|mute| name.starts_with(mute));
    }
    elides(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elides_before_vowels_and_mute_h() {
        for word in ["euros", "employés", "Échantillons", "œuvres", "unités", "hectares", "heures", "hôtels", "hommes"]
        {
            assert!(elides(word), "{word}");
        }
        for word in ["dollars", "yens", "yuans", "hangars", "onze", "hubs", "puces", ""] {
            assert!(!elides(word), "{word}");
        }
    }
}
