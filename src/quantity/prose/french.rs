//! The French words of quantities.
//!
//! Owns the vocabulary only. Scale words are the long scale's, as the Imprimerie nationale and the law have it:
//! "milliard" is 10^9, "billion" 10^12.

use super::Qualifier::{About, AtLeast, AtMost, LessThan, MoreThan};
use super::lexicon::Lexicon;
use super::term::{Reach, Term};
use super::{currency_names, idioms, moves, negations, ordinals};
use std::sync::LazyLock;

/// The lexicon of French.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut made: Vec<(String, Term)> =
        moves::FRENCH_IN_ER.iter().flat_map(|(stems, term)| conjugated(stems).map(|form| (form, *term))).collect();
    made.extend(negations::french());
    made.extend(ordinals::french());
    let tables =
        [NUMBERS, UNITS, BOUNDS, RATIOS, TIMES, moves::FRENCH, TRAPS, idioms::FRENCH, LINKS, currency_names::FRENCH];
    let entries = tables.into_iter().flatten().copied();
    Lexicon::new(entries.chain(made.iter().map(|(form, term)| (form.as_str(), *term))), ALIASES)
});

const ALIASES: &[(&str, &str)] = &[
    ("d'", "de"),
    ("du", "de"),
    ("des", "de"),
    ("l'", "le"),
    ("la", "le"),
    ("les", "le"),
    ("qu'", "que"),
    ("jusqu'", "jusque"),
    ("n'", "ne"),
    ("une", "un"),
];

const NUMBERS: &[(&str, Term)] = &[
    ("un|une", Term::One),
    ("zéro", Term::Cardinal(0)),
    ("deux", Term::Cardinal(2)),
    ("trois", Term::Cardinal(3)),
    ("quatre", Term::Cardinal(4)),
    ("cinq", Term::Cardinal(5)),
    ("six", Term::Cardinal(6)),
    ("sept", Term::Cardinal(7)),
    ("huit", Term::Cardinal(8)),
    ("neuf", Term::Cardinal(9)),
    ("dix", Term::Cardinal(10)),
    ("onze", Term::Cardinal(11)),
    ("douze", Term::Cardinal(12)),
    ("treize", Term::Cardinal(13)),
    ("quatorze", Term::Cardinal(14)),
    ("quinze", Term::Cardinal(15)),
    ("seize", Term::Cardinal(16)),
    ("vingt|vingts", Term::Cardinal(20)),
    ("trente", Term::Cardinal(30)),
    ("quarante", Term::Cardinal(40)),
    ("cinquante", Term::Cardinal(50)),
    ("soixante", Term::Cardinal(60)),
    ("septante", Term::Cardinal(70)),
    ("huitante|octante", Term::Cardinal(80)),
    ("nonante", Term::Cardinal(90)),
    ("cent|cents", Term::Hundred),
    ("mille", Term::Scale(3)),
    ("million|millions", Term::Scale(6)),
    ("milliard|milliards", Term::Scale(9)),
    ("billion|billions", Term::Scale(12)),
    // India counts by the hundred thousand and by ten million.
    ("lakh|lakhs", Term::Scale(5)),
    ("crore|crores", Term::Scale(7)),
    ("billiard|billiards", Term::Scale(15)),
    ("trillion|trillions", Term::Scale(18)),
    ("huitaine", Term::Collective(8)),
    ("dizaine", Term::Collective(10)),
    ("douzaine", Term::Collective(12)),
    ("quinzaine", Term::Collective(15)),
    ("vingtaine", Term::Collective(20)),
    ("trentaine", Term::Collective(30)),
    ("quarantaine", Term::Collective(40)),
    ("cinquantaine", Term::Collective(50)),
    ("soixantaine", Term::Collective(60)),
    ("centaine", Term::Collective(100)),
    ("millier", Term::Collective(1000)),
    ("dizaines", Term::Plural(10)),
    ("douzaines", Term::Plural(12)),
    ("vingtaines", Term::Plural(20)),
    ("centaines", Term::Plural(100)),
    ("milliers", Term::Plural(1000)),
    ("plusieurs|quelques", Term::Several),
    ("demi|demie|demis|demies", Term::Half),
    ("moins", Term::Minus),
];

const UNITS: &[(&str, Term)] = &[
    ("pour cent|p. 100|pourcent|pourcents", Term::Percent),
    ("points de pourcentage|point de pourcentage|points de pour cent|pt de pourcentage", Term::PercentagePoint),
    ("points de base|point de base|pb|pdb", Term::BasisPoint),
    (
        "points de vente|point de vente|points de vue|points de contact|points de collecte|points de retrait",
        Term::Counted,
    ),
    ("points relais|points de recharge|points de charge|points de livraison|points d'accès", Term::Counted),
    ("point|points|pt|pts|pp", Term::Point),
    ("gigawatt|gigawatts", Term::Symbol(&"GW")),
    ("mégawatt|mégawatts", Term::Symbol(&"MW")),
    ("kilowatt|kilowatts", Term::Symbol(&"kW")),
    ("kilovolt|kilovolts", Term::Symbol(&"kV")),
    ("térawatt|térawatts", Term::Symbol(&"TW")),
    ("gigawattheure|gigawattheures|gigawatt-heure|gigawatts-heures", Term::Symbol(&"GWh")),
    ("mégawattheure|mégawattheures|mégawatt-heure|mégawatts-heures", Term::Symbol(&"MWh")),
    ("kilowattheure|kilowattheures|kilowatt-heure|kilowatts-heures", Term::Symbol(&"kWh")),
    ("térawattheure|térawattheures|térawatt-heure|térawatts-heures", Term::Symbol(&"TWh")),
    ("kilomètre|kilomètres", Term::Symbol(&"km")),
    ("mètre|mètres", Term::Symbol(&"m")),
    ("millimètre|millimètres", Term::Symbol(&"mm")),
    ("centimètre|centimètres", Term::Symbol(&"cm")),
    ("pieds carrés|pied carré", Term::Symbol(&"ft2")),
    ("hectolitre|hectolitres", Term::Symbol(&"hl")),
    ("milligramme|milligrammes", Term::Symbol(&"mg")),
    ("kilomètres à l'heure|kilomètre à l'heure|kilomètres heure|kilomètre heure", Term::Symbol(&"km/h")),
    ("octet|octets", Term::Symbol(&"B")),
    ("watt|watts", Term::Symbol(&"W")),
    ("wattheure|wattheures", Term::Symbol(&"Wh")),
    ("kilohertz", Term::Symbol(&"kHz")),
    ("degré celsius|degrés celsius", Term::Symbol(&"°C")),
    ("nanomètre|nanomètres", Term::Symbol(&"nm")),
    ("mètres carrés|mètre carré", Term::Symbol(&"m2")),
    ("mètres cubes|mètre cube", Term::Symbol(&"m3")),
    ("kilomètres carrés|kilomètre carré", Term::Symbol(&"km2")),
    ("hectare|hectares", Term::Symbol(&"ha")),
    ("tonne|tonnes", Term::Symbol(&"t")),
    ("kilotonne|kilotonnes", Term::Symbol(&"kt")),
    ("mégatonne|mégatonnes", Term::Symbol(&"Mt")),
    ("kilogramme|kilogrammes|kilo|kilos", Term::Symbol(&"kg")),
    ("gramme|grammes", Term::Symbol(&"g")),
    ("litre|litres", Term::Symbol(&"l")),
    ("baril|barils|bbl", Term::Symbol(&"bbl")),
    ("onces|onces troy|oz", Term::Symbol(&"oz")),
    ("kilooctet|kilooctets", Term::Symbol(&"kB")),
    ("mégaoctet|mégaoctets|mo", Term::Symbol(&"MB")),
    ("gigaoctet|gigaoctets|go", Term::Symbol(&"GB")),
    ("téraoctet|téraoctets|to", Term::Symbol(&"TB")),
    ("pétaoctet|pétaoctets|po", Term::Symbol(&"PB")),
    ("exaoctet|exaoctets|eo", Term::Symbol(&"EB")),
    ("hertz", Term::Symbol(&"Hz")),
    ("mégahertz", Term::Symbol(&"MHz")),
    ("gigahertz", Term::Symbol(&"GHz")),
];

const BOUNDS: &[(&str, Term)] = &[
    ("plus de|de plus de|un peu plus de|légèrement plus de|à peine plus de|bien plus de", MORE),
    (
        "nettement plus de|largement plus de|davantage de|supérieur à|supérieure à|supérieurs à|supérieures à|supérieur aux",
        MORE,
    ),
    ("au-dessus de|au-delà de|par-delà", Term::Before(MoreThan, Reach::Verb)),
    (
        "excède|excèdent|excédant|excédé|excéder|excédait|excédera|excéderait|excéderont|excéderaient",
        Term::Before(MoreThan, Reach::Verb),
    ),
    ("franchi|franchit|franchir|franchissant|franchissent|franchira|passé la barre|passe la barre", CROSS),
    ("passé le cap|passe le cap|passé le seuil|passer la barre|passer le cap|passer le seuil|passe le seuil", CROSS),
    ("passent la barre|passera la barre|passant la barre|passent le cap|passera le cap|passant le cap", CROSS),
    ("crevé le plafond|crève le plafond|crever le plafond|dépassé la barre|dépasse la barre", CROSS),
    ("franchira|franchiront|franchie|franchis|franchissait|franchirait", CROSS),
    ("au moins|au minimum|au bas mot|à tout le moins|pas moins de|un minimum de", LEAST),
    ("minimum de|à partir de|non moins de|ne descend pas sous|ne descendra pas sous", LEAST),
    ("jamais moins de|jamais en dessous de|pas en dessous de|jamais sous|démarre à|démarrent à|débute à", LEAST),
    ("débutent à|à commencer à|moyennant au moins", LEAST),
    ("jusqu'à|jusqu'au|jusqu'aux|au plus|tout au plus|au mieux|au maximum|pas plus de|un maximum de|maximum de", MOST),
    ("jamais plus de|dans la limite de|dans une limite de|à concurrence de|pas au-delà de|jamais au-delà de", MOST),
    ("pas au-dessus de|jamais au-dessus de", MOST),
    ("plafonne à|plafonnent à|plafonnait à|plafonnaient à|plafonner à|plafonnera à|plafonneront à", TO_MOST),
    ("plafonnant à|plafonnerait à|restreint à|restreinte à|restreints à|restreintes à", TO_MOST),
    ("plafonné à|plafonnée à|plafonnés à|plafonnées à", TO_MOST),
    ("limité à|limitée à|limités à|limitées à|jusqu'à hauteur de|jusqu'à concurrence de", TO_MOST),
    ("moins de|de moins de|un peu moins de|légèrement moins de|inférieur à|inférieure à", LESS),
    ("inférieurs à|inférieures à|nettement moins de|bien moins de|à peine moins de", LESS),
    ("en dessous de|au-dessous de|en deçà de|sous", Term::Before(LessThan, Reach::Verb)),
    ("environ|près de|quelque|de l'ordre de|dans l'ordre de|autour de|aux alentours de|aux environs de", CIRCA),
    ("à peu près|approximativement|presque|proche de|proches de|voisin de|voisine de|grosso modo", CIRCA),
    ("peu ou prou|env|circa|plus ou moins", CIRCA),
    ("flirte avec|flirtent avec|flirtait avec|flirté avec|flirter avec|flirtant avec|flirtera avec", TO_CIRCA),
    ("tutoie|tutoient|tutoyant|tutoyé|tutoyer|tutoyait|tutoiera|tutoierait", TO_CIRCA),
    (
        "avoisine|avoisinent|avoisinant|avoisiné|avoisiner|avoisinait|avoisinera|avoisinerait|avoisineraient|avoisineront|avoisinaient",
        Term::Before(About, Reach::Verb),
    ),
    (
        "frôle|frôlent|frôlant|frôlé|frôler|frôlait|frôlerait|approcherait|approche|approchent|approchant",
        Term::Before(About, Reach::Verb),
    ),
    ("ou plus|et plus|voire plus|ou davantage|minimum", Term::After(AtLeast)),
    ("ou moins|maximum", Term::After(AtMost)),
    ("ou presque|à peu de chose près", Term::After(About)),
    ("barre|cap|seuil", Term::Threshold),
];

const MORE: Term = Term::Before(MoreThan, Reach::Next);
const TO_MOST: Term = Term::Before(AtMost, Reach::Verb);
const CROSS: Term = Term::Before(MoreThan, Reach::Verb);
const LEAST: Term = Term::Before(AtLeast, Reach::Next);
const MOST: Term = Term::Before(AtMost, Reach::Next);
const LESS: Term = Term::Before(LessThan, Reach::Next);
const TO_CIRCA: Term = Term::Before(About, Reach::Verb);
const CIRCA: Term = Term::Before(About, Reach::Next);

const RATIOS: &[(&str, Term)] = &[
    ("moitié", Term::Moiety),
    ("tiers", Term::Denominator(3)),
    ("quart|quarts", Term::Denominator(4)),
    ("cinquièmes", Term::Denominator(5)),
    ("sixièmes", Term::Denominator(6)),
    ("septièmes", Term::Denominator(7)),
    ("huitièmes", Term::Denominator(8)),
    ("neuvièmes", Term::Denominator(9)),
    ("dixièmes", Term::Denominator(10)),
    ("fois|reprises", Term::Times),
    ("réduit d'un facteur|réduite d'un facteur|réduits d'un facteur|réduites d'un facteur", Term::DividedBy),
    ("baissé d'un facteur|diminué d'un facteur|réduire d'un facteur|abaissé d'un facteur", Term::DividedBy),
    ("augmenté d'un facteur|progressé d'un facteur|crû d'un facteur|augmenter d'un facteur", Term::MultipliedBy),
    ("d'un facteur", Term::MultipliedBy),
    ("triplement", Term::Multiply(3)),
    ("quadruplement", Term::Multiply(4)),
    ("doublement", Term::Double(2)),
    ("double", Term::Double(2)),
    ("triple", Term::Double(3)),
    ("quadruple", Term::Double(4)),
    (
        "divisé par|divisée par|divisés par|divisées par|diviser par|divise par|divisant par|divisera par",
        Term::DividedBy,
    ),
    ("multiplié par|multipliée par|multipliés par|multipliées par|multiplier par|multiplie par", Term::MultipliedBy),
    ("multipliant par|multipliera par|multiplieront par|multiplient par", Term::MultipliedBy),
];

const TIMES: &[(&str, Term)] = &[
    ("janvier|janv", Term::Month(1)),
    ("février|févr|fév", Term::Month(2)),
    ("mars", Term::Month(3)),
    ("avril|avr", Term::Month(4)),
    ("mai", Term::Month(5)),
    ("juin", Term::Month(6)),
    ("juillet|juil", Term::Month(7)),
    ("août|aout", Term::Month(8)),
    ("septembre", Term::Month(9)),
    ("octobre|oct", Term::Month(10)),
    ("novembre|nov", Term::Month(11)),
    ("décembre|déc", Term::Month(12)),
    ("lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche", Term::Weekday),
    ("trimestre|trimestres|trim", Term::QuarterWord),
    ("semestre|semestres", Term::HalfWord),
    ("exercice|exercice fiscal|exercice comptable|exercice budgétaire|exercice social|année fiscale", Term::Fiscal),
    ("exercice annuel|exercice décalé|exercice financier|année budgétaire|exercices", Term::Fiscal),
    ("an|année|année civile", Term::YearWord),
    ("ans|années|mois|semaine|semaines|jour|jours|heure|heures|minute|minutes|secondes", Term::TimeWord),
    ("derniers|dernières|prochains|prochaines|premiers|premières|précédents|précédentes", Term::Elapsed),
];

/// The forms of regular verbs in -er that business prose uses, for stems parted by `|`. "double" and "triple" keep the
/// meaning that the other tables give them.
fn conjugated(stems: &str) -> impl Iterator<Item = String> {
    const ENDINGS: [&str; 16] = [
        "er", "e", "ent", "é", "ée", "és", "ées", "ait", "aient", "ant", "era", "eront", "erait", "eraient", "a",
        "èrent",
    ];
    stems.split('|').flat_map(|stem| ENDINGS.iter().map(move |ending| format!("{stem}{ending}")))
}

const TRAPS: &[(&str, Term)] = &[
    (
        "article|articles|mise à jour|art|page|pages|p|chapitre|section|figure|tableau|annexe|numéro|n°|nº|étape|phase|no|bus|sortie|tram|tramway|train|autoroute|étage|canal|appartement|dossier|chapitres|sections|tableaux|figures",
        Term::Label,
    ),
    (
        "code|codes|brevet|base aérienne|niveau|version|vol|lot|salle|route|loi|décret|norme|règlement|directive|modèle|chambre|quai|formule",
        Term::Label,
    ),
    (
        "série|catégorie|classe|type|tome|terminal|scope|hall|palier|acte|alinéa|station|porte|ligne|résolution|erreur|calibre|oméga|omega|pilier|graphique|note|formulaire|imprimé|cerfa",
        Term::Label,
    ),
    (
        "siren|siret|rcs|iban|isin|isbn|issn|ean|bic|lei|naf|ape|duns|gtin|imei|tva|tva intracommunautaire",
        Term::Register,
    ),
    (
        "numéro de tva|n° de tva|numéro d'immatriculation|numéro de compte|numéro de téléphone|code postal",
        Term::Register,
    ),
    (
        "numéro de dossier|numéro de commande|numéro de série|numéro de suivi|tél|téléphone|télécopie|fax",
        Term::Register,
    ),
    ("façons|façon|manières|manière|chiffres|chiffre|côtés|temps|mots|sens|volets|fronts|vitesses", Term::Idiom),
    ("salariés|salariées|employés|emplois|postes|personnes|clients|véhicules|voitures|magasins|usines", Term::Counted),
    ("collaborateurs|abonnés|avions|unités|exemplaires|logements|habitants|chômeurs|agents|ouvriers", Term::Counted),
    ("entreprises|agences|boutiques|bornes|suppressions|embauches|utilisateurs|membres|foyers|ménages", Term::Counted),
    (
        "banque|commission|fonds|agence|autorité|organisation|union|fédération|ministère|institut|conseil",
        Term::Institution,
    ),
    (
        "association|comité|syndicat|office|centre|bureau|cour|parti|observatoire|confédération|produit",
        Term::Institution,
    ),
    (
        "cac|indice|dax|nasdaq|stoxx|nikkei|ftse|tsx|dow jones|indices|smi|bel|russell|hang seng|topix|sensex|ibex|eurostoxx",
        Term::Index,
    ),
    ("m|mm|mme|cie|inc|corp|ltd|st|dr|cf|av|bd|fig|réf|ex|etc", Term::Abbreviation),
];

const LINKS: &[(&str, Term)] = &[
    ("de|d'", Term::Of),
    ("du|des", Term::OfThe),
    ("à|au|aux", Term::To),
    ("et", Term::And),
    ("ou", Term::Or),
    ("par", Term::By),
    ("entre|compris entre|comprise entre|comprises entre|situé entre|située entre", Term::Between),
    ("le|la|les|l'|ces|ses|nos|vos|leurs|tous|toutes|chaque|cette|ce|cet|son|sa|notre|votre|leur", Term::Determiner),
    ("en|depuis|dès|fin|début|courant|mi|avant|après|vers|pour|durant|pendant", Term::Preposition),
    (
        "dans|avec|sans|sur|chez|selon|après|mais|or|car|puis|ainsi|quand|lorsque|si|comme|où|que|qui|dont",
        Term::Function,
    ),
    (
        "seuls|seules|seul|il|elle|ils|elles|on|nous|vous|se|ne|pas|y|a|est|sont|ont|était|aussi|afin|lors",
        Term::Function,
    ),
    ("auprès|parmi|hormis|sauf|devant|derrière|via", Term::Function),
    ("auparavant|précédemment|initialement|jusqu'alors|jusqu'ici|naguère", Term::Function),
    (
        "malgré|grâce|outre|hors|plus|très|trop|encore|déjà|hier|demain|cela|ceci|quelle|quel|aucun|autres",
        Term::Function,
    ),
];
