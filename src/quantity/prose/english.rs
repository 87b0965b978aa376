//! The English words of quantities.
//!
//! Owns the vocabulary only. Scale words are the short scale's: a billion is 10^9.

use super::Direction::{Down, Up};
use super::Qualifier::{About, AtLeast, AtMost, LessThan, MoreThan};
use super::currency_names;
use super::lexicon::Lexicon;
use super::term::{Reach, Speech, Term};
use std::sync::LazyLock;

/// The lexicon of English.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let tables = [NUMBERS, UNITS, BOUNDS, RATIOS, TIMES, MOVES, TRAPS, LINKS, currency_names::ENGLISH];
    Lexicon::new(tables.into_iter().flatten().copied(), ALIASES)
});

const ALIASES: &[(&str, &str)] = &[("an", "a")];

const NUMBERS: &[(&str, Term)] = &[
    ("one", Term::One),
    ("a|an", Term::Article),
    ("zero", Term::Cardinal(0)),
    ("two", Term::Cardinal(2)),
    ("three", Term::Cardinal(3)),
    ("four", Term::Cardinal(4)),
    ("five", Term::Cardinal(5)),
    ("six", Term::Cardinal(6)),
    ("seven", Term::Cardinal(7)),
    ("eight", Term::Cardinal(8)),
    ("nine", Term::Cardinal(9)),
    ("ten", Term::Cardinal(10)),
    ("eleven", Term::Cardinal(11)),
    ("twelve", Term::Cardinal(12)),
    ("thirteen", Term::Cardinal(13)),
    ("fourteen", Term::Cardinal(14)),
    ("fifteen", Term::Cardinal(15)),
    ("sixteen", Term::Cardinal(16)),
    ("seventeen", Term::Cardinal(17)),
    ("eighteen", Term::Cardinal(18)),
    ("nineteen", Term::Cardinal(19)),
    ("twenty", Term::Cardinal(20)),
    ("thirty", Term::Cardinal(30)),
    ("forty", Term::Cardinal(40)),
    ("fifty", Term::Cardinal(50)),
    ("sixty", Term::Cardinal(60)),
    ("seventy", Term::Cardinal(70)),
    ("eighty", Term::Cardinal(80)),
    ("ninety", Term::Cardinal(90)),
    ("hundred", Term::Hundred),
    ("thousand", Term::Scale(3)),
    ("million", Term::Scale(6)),
    ("billion", Term::Scale(9)),
    ("trillion", Term::Scale(12)),
    ("quadrillion", Term::Scale(15)),
    ("dozen", Term::Collective(12)),
    ("tens", Term::Plural(10)),
    ("dozens", Term::Plural(12)),
    ("scores", Term::Plural(20)),
    ("hundreds", Term::Plural(100)),
    ("thousands", Term::Plural(1000)),
    ("millions", Term::Plural(1_000_000)),
    ("billions", Term::Plural(1_000_000_000)),
    ("several|a few", Term::Several),
    ("half|one half|one-half", Term::Half),
    ("minus", Term::Minus),
];

const UNITS: &[(&str, Term)] = &[
    ("percent|per cent|pct|pc", Term::Percent),
    ("percentage point|percentage points|percent points|ppt|ppts|pp", Term::PercentagePoint),
    ("basis point|basis points|bp|bps", Term::BasisPoint),
    ("points of sale|point of sale|points of view|points of contact", Term::Counted),
    ("point|points|pt|pts", Term::Point),
    ("gigawatt|gigawatts", Term::Symbol("GW")),
    ("megawatt|megawatts", Term::Symbol("MW")),
    ("kilowatt|kilowatts", Term::Symbol("kW")),
    ("kilovolt|kilovolts", Term::Symbol("kV")),
    ("terawatt|terawatts", Term::Symbol("TW")),
    ("gigawatt-hour|gigawatt-hours", Term::Symbol("GWh")),
    ("megawatt-hour|megawatt-hours", Term::Symbol("MWh")),
    ("kilowatt-hour|kilowatt-hours", Term::Symbol("kWh")),
    ("terawatt-hour|terawatt-hours", Term::Symbol("TWh")),
    ("kilometre|kilometres|kilometer|kilometers", Term::Symbol("km")),
    ("metre|metres|meter|meters", Term::Symbol("m")),
    ("millimetre|millimetres|millimeter|millimeters", Term::Symbol("mm")),
    ("nanometre|nanometres|nanometer|nanometers", Term::Symbol("nm")),
    ("centimetre|centimetres|centimeter|centimeters", Term::Symbol("cm")),
    ("square metre|square metres|square meter|square meters|sq m", Term::Symbol("m2")),
    ("square foot|square feet|sq ft", Term::Symbol("ft2")),
    ("kilometres per hour|kilometers per hour|kilometre per hour|kilometer per hour", Term::Symbol("km/h")),
    ("kilometres an hour|kilometers an hour", Term::Symbol("km/h")),
    ("hectolitre|hectolitres|hectoliter|hectoliters", Term::Symbol("hl")),
    ("milligram|milligrams", Term::Symbol("mg")),
    ("byte|bytes", Term::Symbol("B")),
    ("watt|watts", Term::Symbol("W")),
    ("watt-hour|watt-hours", Term::Symbol("Wh")),
    ("kilohertz", Term::Symbol("kHz")),
    ("degree celsius|degrees celsius", Term::Symbol("°C")),
    ("cubic metre|cubic metres|cubic meter|cubic meters", Term::Symbol("m3")),
    ("square kilometre|square kilometres|square kilometer|square kilometers|sq km", Term::Symbol("km2")),
    ("hectare|hectares", Term::Symbol("ha")),
    ("tonne|tonnes|ton|tons|metric ton|metric tons", Term::Symbol("t")),
    ("kilotonne|kilotonnes", Term::Symbol("kt")),
    ("megatonne|megatonnes", Term::Symbol("Mt")),
    ("kilogram|kilograms|kilo|kilos", Term::Symbol("kg")),
    ("gram|grams", Term::Symbol("g")),
    ("litre|litres|liter|liters", Term::Symbol("l")),
    ("kilobyte|kilobytes", Term::Symbol("kB")),
    ("megabyte|megabytes", Term::Symbol("MB")),
    ("gigabyte|gigabytes", Term::Symbol("GB")),
    ("terabyte|terabytes", Term::Symbol("TB")),
    ("petabyte|petabytes", Term::Symbol("PB")),
    ("exabyte|exabytes", Term::Symbol("EB")),
    ("hertz", Term::Symbol("Hz")),
    ("megahertz", Term::Symbol("MHz")),
    ("gigahertz", Term::Symbol("GHz")),
];

const MORE: Term = Term::Before(MoreThan, Reach::Next);
const PASS: Term = Term::Before(MoreThan, Reach::Verb);
const LEAST: Term = Term::Before(AtLeast, Reach::Next);
const MOST: Term = Term::Before(AtMost, Reach::Next);
const LESS: Term = Term::Before(LessThan, Reach::Next);
const CIRCA: Term = Term::Before(About, Reach::Next);

const BOUNDS: &[(&str, Term)] = &[
    ("more than|greater than|higher than|larger than|just over|well over|slightly over|a little over", MORE),
    ("slightly more than|well above|just above|slightly above|a little more than|north of|in excess of", MORE),
    ("above|beyond|over and above|upwards of|upward of", PASS),
    ("over", Term::Before(MoreThan, Reach::Time)),
    ("exceed|exceeds|exceeded|exceeding|top|tops|topped|topping|surpass|surpasses|surpassed|surpassing", PASS),
    ("passed the|crossed the|crossed|crosses|crossing|broke through|eclipsed|eclipses", PASS),
    (
        "at least|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum of|at the very least",
        LEAST,
    ),
    ("starting at|starting from|starts at|starts from|priced from", LEAST),
    ("up to|at most|no more than|not more than|a maximum of|maximum of|as much as|as many as|at the most", MOST),
    ("not exceed|not exceeding|not to exceed|never exceed|not above|not over|capped at|limited to|as high as", MOST),
    ("less than|fewer than|lower than|smaller than|just under|slightly under|well under|just below|just shy of", LESS),
    (
        "slightly less than|slightly below|well below|just short of|fell short of|falls short of|a little under|south of",
        LESS,
    ),
    ("a little less than", LESS),
    ("below|beneath", Term::Before(LessThan, Reach::Verb)),
    ("under", Term::Before(LessThan, Reach::Time)),
    ("about|around|nearly|some|roughly|approximately|almost|close to|near|circa|an estimated|estimated", CIRCA),
    ("in the region of|on the order of|of the order of|in the order of|approx|somewhere around|close on", CIRCA),
    ("in the neighborhood of|in the neighbourhood of|in the vicinity of|practically|virtually|nearing|ca", CIRCA),
    ("approaching|approached|approaches", Term::Before(About, Reach::Verb)),
    ("or more|or higher|or above|and above|and more|and up|or over|or greater|and over|minimum", Term::After(AtLeast)),
    ("or less|or fewer|or lower|or under|tops|maximum", Term::After(AtMost)),
    ("or so|or thereabouts|give or take", Term::After(About)),
    ("mark|threshold|milestone", Term::Threshold),
];

const RATIOS: &[(&str, Term)] = &[
    ("thirds", Term::Denominator(3)),
    ("fifths", Term::Denominator(5)),
    ("sixths", Term::Denominator(6)),
    ("eighths", Term::Denominator(8)),
    ("tenths", Term::Denominator(10)),
    ("first", Term::Ordinal(1)),
    ("second", Term::Ordinal(2)),
    ("third", Term::Ordinal(3)),
    ("fourth", Term::Ordinal(4)),
    ("fifth", Term::Ordinal(5)),
    ("sixth", Term::Ordinal(6)),
    ("seventh", Term::Ordinal(7)),
    ("eighth", Term::Ordinal(8)),
    ("ninth", Term::Ordinal(9)),
    ("tenth", Term::Ordinal(10)),
    ("eleventh", Term::Ordinal(11)),
    ("twelfth", Term::Ordinal(12)),
    ("fifteenth", Term::Ordinal(15)),
    ("twentieth", Term::Ordinal(20)),
    ("thirtieth", Term::Ordinal(30)),
    ("fiftieth", Term::Ordinal(50)),
    ("hundredth", Term::Ordinal(100)),
    ("times", Term::Times),
    ("fold", Term::Fold),
    ("twice|doubled|doubling|doubles|twofold|redoubled", Term::Multiply(2)),
    ("tripled|tripling|trebled|trebling|triples|threefold|thrice", Term::Multiply(3)),
    ("quadrupled|quadrupling|quadruples|fourfold", Term::Multiply(4)),
    ("quintupled|quintupling|fivefold", Term::Multiply(5)),
    ("sixfold", Term::Multiply(6)),
    ("sevenfold", Term::Multiply(7)),
    ("eightfold", Term::Multiply(8)),
    ("ninefold", Term::Multiply(9)),
    ("tenfold", Term::Multiply(10)),
    ("hundredfold", Term::Multiply(100)),
    ("double", Term::Double(2)),
    ("triple|treble", Term::Double(3)),
    ("quadruple", Term::Double(4)),
    ("quintuple", Term::Double(5)),
    ("halved|halve|halves|halving", Term::Divide(2)),
    ("divided by|divide by|dividing by", Term::DividedBy),
    ("multiplied by|multiply by|multiplying by", Term::MultipliedBy),
];

const TIMES: &[(&str, Term)] = &[
    ("january|jan", Term::Month(1)),
    ("february|feb", Term::Month(2)),
    ("march|mar", Term::Month(3)),
    ("april|apr", Term::Month(4)),
    ("may", Term::Month(5)),
    ("june|jun", Term::Month(6)),
    ("july|jul", Term::Month(7)),
    ("august|aug", Term::Month(8)),
    ("september|sept|sep", Term::Month(9)),
    ("october|oct", Term::Month(10)),
    ("november|nov", Term::Month(11)),
    ("december|dec", Term::Month(12)),
    ("monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thurs|fri", Term::Weekday),
    ("quarter|quarters", Term::QuarterWord),
    ("half-year|half year", Term::HalfWord),
    ("fiscal|fiscal year|financial year|fiscal years|fy|financial years|the fiscal year", Term::Fiscal),
    ("year", Term::YearWord),
    ("years|month|months|week|weeks|day|days|hour|hours|minute|minutes|seconds|decade|decades|yr|yrs", Term::TimeWord),
    ("last|past|next|previous|coming|preceding|recent|trailing|following", Term::Elapsed),
];

const UP: Term = Term::Move(Up, Speech::Verb);
const DOWN: Term = Term::Move(Down, Speech::Verb);
const UP_NOUN: Term = Term::Move(Up, Speech::Noun);
const DOWN_NOUN: Term = Term::Move(Down, Speech::Noun);

const MOVES: &[(&str, Term)] = &[
    ("rise|rises|gain|gains|increase|increases|growth|jump|surge|advance|climb|rally|rebound|leap|hike|raise", UP_NOUN),
    ("uptick|upturn|appreciation|improvement|expansion|spike|bounce|uplift|boost|hikes|jumps|surges|premium", UP_NOUN),
    // "fell short by 5 billion": a distance, no fall.
    ("fall short|falls short|fell short|falling short|fallen short", Term::Function),
    ("drop|drops|decline|declines|fall|falls|decrease|decreases|cut|cuts|plunge|slump|slide|loss of value", DOWN_NOUN),
    ("reduction|reductions|contraction|downturn|dip|depreciation|tumble|retreat|slowdown|discount|erosion", DOWN_NOUN),
    ("rose|risen|rising|grew|grow|grows|grown|growing|climbed|climbs|climbing|jumped|jumping|surged|surging", UP),
    ("soared|soar|soars|soaring|gained|gaining|increased|increasing|advanced|advances|advancing|added|adds", UP),
    ("leapt|leaped|rallied|rallies|rebounded|rebounds|raised|raises|raising|improved|improves|improving", UP),
    (
        "widened|widens|widening|expanded|expands|expanding|accelerated|boosted|boosts|picked up|picks up|lifted|lifts|appreciated|hiked|spiked|bounced",
        UP,
    ),
    ("fell|fallen|falling|dropped|dropping|declined|declining|decreased|decreasing|slid|slides|sliding", DOWN),
    ("slipped|slips|slipping|plunged|plunges|plunging|tumbled|tumbles|tumbling|lost|lose|loses|losing|shed", DOWN),
    ("sheds|sank|sinks|sagged|dipped|dips|slumped|slumps|shrank|shrink|shrinks|shrunk|contracted|contracts", DOWN),
    ("retreated|retreats|eased|reduced|reduces|reduce|reducing|lowered|lowers|lowering|trimmed|trims|slashed", DOWN),
    (
        "slashes|crashed|weakened|depreciated|cutting|narrowed|deteriorated|deteriorates|worsened|worsens|gave up|give up|gives up|giving up|dived|nosedived|plummeted|plummets|eroded",
        DOWN,
    ),
    ("up|higher|more|upward|to the upside|ahead", Term::Move(Up, Speech::Adverb)),
    ("down|lower|less|fewer|downward|off", Term::Move(Down, Speech::Adverb)),
    ("loss|losses|deficit|deficits|shortfall", Term::Move(Down, Speech::State)),
    ("profit|profits|surplus|earnings", Term::Move(Up, Speech::State)),
    ("went from|gone from|go from|goes from|moved from|moving from|going from|move from|swung from", Term::Passage),
    ("against|versus|vs|compared with|compared to|up from|down from|instead of|rather than|from just", Term::Against),
];

const TRAPS: &[(&str, Term)] = &[
    ("article|articles|page|pages|p|chapter|section|figure|table|appendix|number|no|step|phase|level", Term::Label),
    ("version|flight|room|route|gate|law|act|rule|regulation|directive|model|series|category|class|type", Term::Label),
    ("volume|title|terminal|reactor|zone|scope|tier|wave|episode|season|part|item|form|schedule|exhibit", Term::Label),
    (
        "bus|exit|highway|interstate|apartment|suite|platform|channel|seat|train|tram|chapters|sections|routes|gates",
        Term::Label,
    ),
    ("lane|rooms|motorway|junction|mission|flights", Term::Label),
    ("note|line|standard|station|building|resolution|hall|clause|paragraph|annex|stage|lot|block", Term::Label),
    ("way|ways|sides|fronts|words|digit|digits|hands|minds|folds|counts|respects|senses|figures|thirds", Term::Idiom),
    (
        "prime minister|first lady|first time|first place|first instance|first-time|first-class|first name",
        Term::Function,
    ),
    (
        "second hand|second-hand|second thoughts|third party|third parties|third-party|at first|first of all",
        Term::Function,
    ),
    ("first and foremost|first-hand|first mover|first responders|half-time|first step|per", Term::Function),
    ("double-digit|double digit|double digits|triple-digit|single-digit|double standard|double whammy", Term::Function),
    ("once|at once|half-hearted|halfway|third world", Term::Function),
    (
        "employees|jobs|people|workers|staff|customers|vehicles|cars|stores|shops|plants|subscribers|aircraft",
        Term::Counted,
    ),
    (
        "planes|units|homes|households|companies|stations|branches|outlets|positions|patients|members|users",
        Term::Counted,
    ),
    (
        "bank|commission|fund|agency|authority|organisation|organization|union|federation|ministry|institute",
        Term::Institution,
    ),
    (
        "administration|association|committee|office|bureau|court|council|board|reserve|department|center",
        Term::Institution,
    ),
    ("centre|service|party|confederation|society|domestic|chief|officer", Term::Institution),
    (
        "index|indices|cac|dax|nasdaq|stoxx|nikkei|ftse|tsx|dow|indexes|russell|hang seng|topix|sensex|ibex|s&p",
        Term::Index,
    ),
    ("inc|corp|co|ltd|st|mr|mrs|ms|dr|jr|sr|gen|rep|sen|gov|prof|fig|art|e.g.|i.e.|cf|est|ed", Term::Abbreviation),
];

const LINKS: &[(&str, Term)] = &[
    ("of", Term::Of),
    ("to", Term::To),
    ("and", Term::And),
    ("or", Term::Or),
    ("by", Term::By),
    ("from|ranging from|anywhere from", Term::From),
    ("between|of between|somewhere between|ranging between", Term::Between),
    ("the|these|those|its|their|our|his|her|your|my|all|both|every|each|other|any|this|that", Term::Determiner),
    (
        "in|since|until|till|during|through|throughout|early|late|mid|before|after|for|on|by the end of",
        Term::Preposition,
    ),
    (
        "at|with|but|when|while|as|if|only|just|after|once|among|within|without|where|who|which|also|then",
        Term::Function,
    ),
    ("it|they|he|she|we|you|there|here|not|than|was|were|is|are|has|have|had|will|would|could|should", Term::Function),
    ("previously|earlier|formerly|initially|beforehand|hitherto", Term::Function),
    ("however|meanwhile|still|yet|so|because|though|although|despite|including|another", Term::Function),
];
