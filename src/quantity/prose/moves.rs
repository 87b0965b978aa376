//! The words of rise and fall in French and in English, and those that compare.
//!
//! Owns the vocabulary only; which figure a word moves is `trend`'s. A verb stands here when it gives a figure next to it
//! one direction in business prose: "tightened" is left out (a spread narrows, a yield rises).

use super::Direction::{Down, Up};
use super::Qualifier::MoreThan;
use super::term::{Reach, Speech, Term};

const UP: Term = Term::Move(Up, Speech::Verb);
const DOWN: Term = Term::Move(Down, Speech::Verb);
const UP_NOUN: Term = Term::Move(Up, Speech::Noun);
const DOWN_NOUN: Term = Term::Move(Down, Speech::Noun);

pub(super) const ENGLISH: &[(&str, Term)] = &[
    ("rise|rises|gain|gains|increase|increases|growth|jump|surge|advance|climb|rally|rebound|leap|hike|raise", UP_NOUN),
    ("uptick|upturn|appreciation|improvement|expansion|spike|bounce|uplift|boost|hikes|jumps|surges|premium", UP_NOUN),
    // "threw off $3bn in cash", "laid off 500 people": nothing falls by so much.
    (
        "threw off|throws off|throw off|throwing off|spun off|spin off|spins off|sold off|sell off|sells off",
        Term::Function,
    ),
    ("paid off|pays off|pay off|wrote off|write off|writes off|written off|laid off|lay off|lays off", Term::Function),
    ("laying off|hived off|carved off|fended off|called off|put off|signed off|kicked off|took off", Term::Function),
    // "fell short by 5 billion": a distance, no fall.
    ("fall short|falls short|fell short|falling short|fallen short", Term::Function),
    ("drop|drops|decline|declines|fall|falls|decrease|decreases|cut|cuts|plunge|slump|slide|loss of value", DOWN_NOUN),
    ("reduction|reductions|contraction|downturn|dip|depreciation|tumble|retreat|slowdown|discount|erosion", DOWN_NOUN),
    ("sell-off|selloff|collapse|crash|shrinkage|rollback", DOWN_NOUN),
    ("rose|risen|rising|grew|grow|grows|grown|growing|climbed|climbs|climbing|jumped|jumping|surged|surging", UP),
    ("soared|soar|soars|soaring|gained|gaining|increased|increasing|advanced|advances|advancing|added|adds", UP),
    ("leapt|leaped|leaping|rallied|rallies|rallying|rebounded|rebounds|rebounding|raised|raises|raising", UP),
    ("improved|improves|improving|widened|widens|widening|expanded|expands|expanding|picked up|picks up", UP),
    ("accelerated|accelerates|accelerating|boosted|boosts|boosting|lifted|lifts|lifting|appreciated|hiked", UP),
    ("hiking|spiked|spikes|bounced|bounces|swelled|swells|swelling|swollen|rocketed|skyrocketed|vaulted", UP),
    ("strengthened|strengthens|firmed|firms up|mounted|escalated|ballooned|mushroomed|bumped|upped|ups", UP),
    ("recovered|recovers|recouped|regained|regains|clawed back|claws back|tacked on|put on|puts on|deepened", UP),
    ("quickened|sped up|enlarged|upgraded|upgrades|outgrew|snowballed|perked up|roared|zoomed|inflated", UP),
    ("fell|fallen|falling|dropped|dropping|declined|declining|decreased|decreasing|slid|slides|sliding", DOWN),
    ("slipped|slips|slipping|plunged|plunges|plunging|tumbled|tumbles|tumbling|lost|lose|loses|losing|shed", DOWN),
    ("sheds|shedding|sank|sinks|sinking|sunk|sagged|sags|dipped|dips|dipping|slumped|slumps|slumping", DOWN),
    ("shrank|shrink|shrinks|shrinking|shrunk|contracted|contracts|contracting|retreated|retreats|eased|eases", DOWN),
    ("reduced|reduces|reduce|reducing|lowered|lowers|lowering|trimmed|trims|trim|trimming|slashed|slashes", DOWN),
    ("slash|slashing|crashed|crashes|weakened|weakens|depreciated|cutting|narrowed|narrows|narrowing", DOWN),
    ("deteriorated|deteriorates|worsened|worsens|gave up|give up|gives up|giving up|gave back|gives back", DOWN),
    ("dived|nosedived|plummeted|plummets|plummeting|eroded|erodes|eroding|slowed|slows|slowing|chopped", DOWN),
    ("pared|pares|paring|scaled back|scales back|scaling back|shaved|shaves|shaving|curbed|curbs|axed", DOWN),
    ("softened|softens|dwindled|dwindles|dwindling|faded|fades|cooled|cools|cooling|ebbed|receded|recedes", DOWN),
    ("skidded|skids|tanked|tanks|cratered|collapsed|collapses|collapsing|subsided|subsides|downgraded", DOWN),
    ("downgrades|devalued|whittled|squeezed|crimped|lopped|clipped|dented|tempered|ceded|cedes|moderated", DOWN),
    ("stumbled|stumbles|slackened|deflated|diminished|diminishes|diminishing|compressed|tapered|backslid", DOWN),
    ("pulled back|pulls back|rolled back|rolls back|dialled back|dialed back|wound down|slimmed|thinned", DOWN),
    ("up|higher|more|upward|to the upside|ahead", Term::Move(Up, Speech::Adverb)),
    ("down|lower|less|fewer|downward|off", Term::Move(Down, Speech::Adverb)),
    ("loss|losses|deficit|deficits|shortfall", Term::Move(Down, Speech::State)),
    ("profit|profits|surplus|earnings", Term::Move(Up, Speech::State)),
    ("went from|gone from|go from|goes from|moved from|moving from|going from|move from|swung from", Term::Passage),
    ("against|versus|vs|compared with|compared to|up from|down from|instead of|rather than|from just", Term::Against),
];

pub(super) const FRENCH: &[(&str, Term)] = &[
    ("hausse|hausses|croissance|progression|augmentation|augmentations|bond|envolée|gain|gains|rebond", UP_NOUN),
    ("amélioration|accroissement|appréciation|flambée|relèvement|majoration|ascension|remontée|élévation", UP_NOUN),
    ("alourdissement|regain|poussée|gonflement|sursaut|renchérissement|redressement|rehaussement", UP_NOUN),
    ("baisse|baisses|recul|reculs|chute|chutes|diminution|repli|contraction|perte de valeur|effondrement", DOWN_NOUN),
    ("dégringolade|réduction|réductions|décroissance|dépréciation|fléchissement|abaissement|plongeon", DOWN_NOUN),
    (
        "ralentissement|décrue|érosion|glissade|décote|rabais|allègement|allégement|resserrement|coup de rabot",
        DOWN_NOUN,
    ),
    ("crû|croître|croît|croîtra|accru|accrue|accrus|accrues|accroître|accroît|bondi|bondir|bondit|bondissant", UP),
    ("bondira|pris|prend|prennent|monté|monte|montent|montait|rebondi|rebondit|rebondir|grandi|enchéri", UP),
    ("renchéri|renchérit|élargi|élargit|élargis|élargie|repris|reprend|reprennent|regagné|regagne", UP),
    (
        "pris de la valeur|prend de la valeur|tendu|tendue|tendus|tendues|tend|tendent|tendre|raffermi|raffermit|raffermis",
        UP,
    ),
    ("enrichi|enrichie|alourdi|alourdie|alourdis|alourdit|enflé|avancé de|avance de|avancent de", UP),
    ("réduit|réduite|réduits|réduites|réduire|réduira|réduisant|réduisent|fléchi|fléchit|perdu|perd|perdre", DOWN),
    ("perdent|perdant|perdra|perdaient|perdait|reperdu|ralenti|ralentit|ralentir|rétréci|rétrécit|descendu", DOWN),
    ("descend|descendre|descendue|rétrograde|fondu|fondue|fondus|fondues|fondre|fondent|fondra|fondait", DOWN),
    (
        "détend|détendent|détendu|détendue|détendus|détendues|assoupli|assouplis|coupé|coupée|coupés|coupées|taillé",
        DOWN,
    ),
    ("décru|décroître|décroît|maigri|aminci|restreint|infléchi|infléchie|infléchit|faibli|faiblit|affaibli", DOWN),
    ("affaiblie|affaiblit|mollit|tari|tarie|refroidi|refroidie", DOWN),
    ("de plus|de hausse|supplémentaires", Term::Move(Up, Speech::Adverb)),
    ("de moins|de baisse", Term::Move(Down, Speech::Adverb)),
    ("perte|pertes|déficit|déficits", Term::Move(Down, Speech::State)),
    ("bénéfice|bénéfices|profit|profits|excédent", Term::Move(Up, Speech::State)),
    (
        "passé de|passée de|passés de|passées de|passe de|passer de|passent de|passant de|passera de|passait de",
        Term::Passage,
    ),
    (
        "passeront de|passerait de|passaient de|ramené de|ramenée de|relevé de|relevée de|porté de|portée de",
        Term::Passage,
    ),
    ("tombé de|tombée de|tombés de|tombées de|remonté de|revu de|revue de|ramenant de|relevant de", Term::Passage),
    ("ramenés de|ramenées de|ramène de|ramènent de|portés de|portées de|porte de|relevés de", Term::Passage),
    ("contre|versus|face à|comparé à|comparée à|au lieu de|comparativement à|par rapport à", Term::Against),
];

/// Regular French verbs by their stems.
pub(super) const FRENCH_IN_ER: &[(&str, Term)] = &[
    ("augment|progress|grimp|gagn|adjug|remont|major|rehauss|relev|relèv|gonfl|envol|octroi|octroy|engrang", UP),
    ("accélér|flamb|amélior|appréci|redress|hauss|renforc|récupér|grignot|glan|creus|étoff|boost|dop", UP),
    ("décoll|propuls|revaloris|réévalu|surenchér|bonifi|intensifi|rallong", UP),
    ("chut|recul|baiss|diminu|plong|tomb|cèd|céd|dégringol|dévalu|dépréci|abaiss|rogn|amput|repli|effondr", DOWN),
    ("reflu|régress|lâch|abandonn|déviss|contract|tass|rabot|affaiss|allég|allèg|effrit|ramen|ramèn|rabaiss", DOWN),
    ("sabr|déclin|dégonfl|érod|écroul|décroch|trébuch|rétract|comprim|minor|atténu|amenuis|résorb|effac", DOWN),
    ("concèd|concéd|dévaloris|écorn|sombr|plomb|frein|ponctionn|élagu|écrêt|modér|modèr|liquéfi", DOWN),
    ("doubl", Term::Multiply(2)),
    ("tripl", Term::Multiply(3)),
    ("quadrupl", Term::Multiply(4)),
    ("quintupl", Term::Multiply(5)),
    ("sextupl", Term::Multiply(6)),
    ("décupl", Term::Multiply(10)),
    ("dépass|surpass|outrepass", Term::Before(MoreThan, Reach::Verb)),
];
