//! Expressions with a number word in them that tells no number: "at the eleventh hour", « tiré à quatre épingles ».
//!
//! Owns the expressions only; whole phrases, as the languages' dictionaries list them.

use super::term::Term;

pub(super) const FRENCH: &[(&str, Term)] = &[
    ("un mot comme en cent|quatre chemins|second souffle|second plan|quatre épingles|septième ciel", Term::Function),
    ("premier ministre|première ministre|premier plan|première fois|premier rang|premier choix", Term::Function),
    ("premier lieu|premier temps|premier pas|première main|premier abord|seconde main|premier coup", Term::Function),
    ("second lieu|second temps|second rôle|second couteau|seconds couteaux|seconde nature|seconde vie", Term::Function),
    ("première dame|premier venu|première ligne|première heure|première nécessité|premiers secours", Term::Function),
    (
        "quatre coins|quatre cents coups|sept mers|sept merveilles|sept péchés|trois-huit|trois mousquetaires|quatre vents",
        Term::Function,
    ),
    ("sur son trente-et-un|sur leur trente-et-un|sur son trente et un|trente-six solutions", Term::Function),
    ("mis en quatre|mise en quatre|met en quatre|mettre en quatre|mettent en quatre|plié en quatre", Term::Function),
    ("cheveux en quatre|pliée en quatre|plient en quatre|plier en quatre|trente-six chandelles", Term::Function),
    (
        "deux doigts de|deux oreilles|deux poids deux mesures|deux poids et deux mesures|pierre deux coups",
        Term::Function,
    ),
    ("ni une ni deux|jamais deux sans trois|deux temps trois mouvements|mille et une|mille et un", Term::Function),
    (
        "à deux fois|à moitié prix|moitié prix|deux fois plutôt qu'une|cent pour cent d'accord|cent à l'heure|mille excuses",
        Term::Function,
    ),
    ("quatre vérités|quatre mains|entre quatre yeux|quatre jeudis|cinq sens|dernier quart d'heure", Term::Function),
    ("quart d'heure|quart-monde|tiers payant|tiers-payant|tiers de confiance|tiers état|tiers-monde", Term::Function),
    ("troisième âge|troisième homme|cinquième colonne|cinquième roue|sixième sens|septième art", Term::Function),
    ("huitième merveille|neuvième art|quatrième pouvoir|troisième mi-temps|onzième heure", Term::Function),
    ("numéro un|numéro deux|numéro trois|numéros un|numéros deux|chiffre un|zéro déchet|zéro émission", Term::Function),
    ("point zéro|compteur à zéro|compteurs à zéro|de zéro|à zéro heure|risque zéro|tolérance zéro", Term::Function),
    ("deux-roues|trois-roues|quatre-roues|deux roues motrices|quatre roues motrices|quatre-quatre", Term::Function),
    ("sept fois sa langue|sept fois leur langue|entre deux chaises|entre deux feux|groupe des sept", Term::Function),
    (
        "pour la première fois|groupe des vingt|à la une|quatre petits tours|cent pas|cent sous|mille feux",
        Term::Function,
    ),
    ("midi à quatorze heures|quarante voleurs", Term::Function),
    ("trois-mâts|deux-pièces|trois-pièces|mille-feuille|mille-pattes|cinq étoiles|quatre étoiles", Term::Function),
];

pub(super) const ENGLISH: &[(&str, Term)] = &[
    (
        "eleventh hour|second wind|second fiddle|second nature|second thoughts|cloud nine|square one|seventh heaven",
        Term::Function,
    ),
    (
        "prime minister|first lady|first time|first place|first instance|first-time|first-class|first name",
        Term::Function,
    ),
    (
        "second hand|second-hand|second thoughts|third party|third parties|third-party|at first|first of all",
        Term::Function,
    ),
    (
        "half price|half-price|first and foremost|first-hand|first mover|first responders|half-time|first step|per",
        Term::Function,
    ),
    ("double-digit|double digit|double digits|triple-digit|single-digit|double standard|double whammy", Term::Function),
    (
        "four corners|seven seas|seven wonders|four seasons|three musketeers|five-a-side|day one|year one",
        Term::Function,
    ),
    ("zero-sum|zero tolerance|ground zero|net zero|net-zero|carbon zero|zero hour|zero-emission", Term::Function),
    ("zero-day|zero-hours|from zero to hero|from zero|back to zero|zero in|zeroed in|zeroing in", Term::Function),
    ("second to none|second-guess|second-guessing|second-guessed|second best|second-best|second rate", Term::Function),
    ("second string|second class|second-class|second home|second-rate|third rail|third wheel", Term::Function),
    ("third degree|third way|third time lucky|fourth estate|fourth wall|fifth column|fifth wheel", Term::Function),
    ("sixth sense|seventh-inning stretch|seventh inning stretch|eighth wonder|first base|first blood", Term::Function),
    (
        "first past the post|first principles|first aid|first strike|first refusal|first come first served",
        Term::Function,
    ),
    (
        "two cents|two minds|two peas in a pod|two birds|two-faced|two-way|two-tier|two-speed|one-two punch",
        Term::Function,
    ),
    ("three-way|three-legged|four-letter|four-wheel drive|four-square|five-star|four-star|three-star", Term::Function),
    ("sixes and sevens|six of one|six feet under|seven-year itch|nine lives|nine yards|nine-to-five", Term::Function),
    ("nine to five|ten to one|forty winks|fifty-fifty|million miles|million-dollar question", Term::Function),
    ("million dollar question|thousand and one|thousand cuts|high five|deep six|behind the eight ball", Term::Function),
    ("ten commandments|hundred days|six-figure|seven-figure|eight-figure|nine-figure|five-figure", Term::Function),
    ("for the first time|group of seven|group of twenty|two stools|two evils|two fires|third man", Term::Function),
    ("two and two|handed over|hand over|hands over|handing over|turned over|turns over", Term::Function),
    ("two-dimensional|three-dimensional|double-edged|triple threat|triple play|quantum leap", Term::Function),
];
