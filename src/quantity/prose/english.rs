//! The English words of quantities.
//!
//! Owns the vocabulary only. Scale words are the short scale's: a billion is 10^9.

use super::Qualifier::{About, AtLeast, AtMost, LessThan, MoreThan};
use super::lexicon::Lexicon;
use super::term::{Reach, Term};
use super::{currency_names, idioms, moves, negations, ordinals};
use std::sync::LazyLock;

/// The lexicon of English.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut made = negations::english();
    made.extend(ordinals::english());
    let tables =
        [NUMBERS, UNITS, BOUNDS, RATIOS, TIMES, moves::ENGLISH, TRAPS, idioms::ENGLISH, LINKS, currency_names::ENGLISH];
    let entries = tables.into_iter().flatten().copied();
    Lexicon::new(entries.chain(made.iter().map(|(form, term)| (form.as_str(), *term))), ALIASES)
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
    // India counts by the hundred thousand and by ten million.
    ("lakh|lakhs", Term::Scale(5)),
    ("crore|crores", Term::Scale(7)),
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
    ("gigawatt|gigawatts", Term::Symbol(&"GW")),
    ("megawatt|megawatts", Term::Symbol(&"MW")),
    ("kilowatt|kilowatts", Term::Symbol(&"kW")),
    ("kilovolt|kilovolts", Term::Symbol(&"kV")),
    ("terawatt|terawatts", Term::Symbol(&"TW")),
    ("gigawatt-hour|gigawatt-hours", Term::Symbol(&"GWh")),
    ("megawatt-hour|megawatt-hours", Term::Symbol(&"MWh")),
    ("kilowatt-hour|kilowatt-hours", Term::Symbol(&"kWh")),
    ("terawatt-hour|terawatt-hours", Term::Symbol(&"TWh")),
    ("kilometre|kilometres|kilometer|kilometers", Term::Symbol(&"km")),
    ("metre|metres|meter|meters", Term::Symbol(&"m")),
    ("millimetre|millimetres|millimeter|millimeters", Term::Symbol(&"mm")),
    ("nanometre|nanometres|nanometer|nanometers", Term::Symbol(&"nm")),
    ("centimetre|centimetres|centimeter|centimeters", Term::Symbol(&"cm")),
    ("square metre|square metres|square meter|square meters|sq m", Term::Symbol(&"m2")),
    ("square foot|square feet|sq ft", Term::Symbol(&"ft2")),
    ("kilometres per hour|kilometers per hour|kilometre per hour|kilometer per hour", Term::Symbol(&"km/h")),
    ("kilometres an hour|kilometers an hour", Term::Symbol(&"km/h")),
    ("hectolitre|hectolitres|hectoliter|hectoliters", Term::Symbol(&"hl")),
    ("milligram|milligrams", Term::Symbol(&"mg")),
    ("byte|bytes", Term::Symbol(&"B")),
    ("watt|watts", Term::Symbol(&"W")),
    ("watt-hour|watt-hours", Term::Symbol(&"Wh")),
    ("kilohertz", Term::Symbol(&"kHz")),
    ("degree celsius|degrees celsius", Term::Symbol(&"°C")),
    ("cubic metre|cubic metres|cubic meter|cubic meters", Term::Symbol(&"m3")),
    ("square kilometre|square kilometres|square kilometer|square kilometers|sq km", Term::Symbol(&"km2")),
    ("hectare|hectares", Term::Symbol(&"ha")),
    ("tonne|tonnes|ton|tons|metric ton|metric tons", Term::Symbol(&"t")),
    ("kilotonne|kilotonnes", Term::Symbol(&"kt")),
    ("megatonne|megatonnes", Term::Symbol(&"Mt")),
    ("kilogram|kilograms|kilo|kilos", Term::Symbol(&"kg")),
    ("gram|grams", Term::Symbol(&"g")),
    ("litre|litres|liter|liters", Term::Symbol(&"l")),
    ("barrel|barrels|bbl|bpd", Term::Symbol(&"bbl")),
    ("ounces|troy ounces|oz", Term::Symbol(&"oz")),
    ("kilobyte|kilobytes", Term::Symbol(&"kB")),
    ("megabyte|megabytes", Term::Symbol(&"MB")),
    ("gigabyte|gigabytes", Term::Symbol(&"GB")),
    ("terabyte|terabytes", Term::Symbol(&"TB")),
    ("petabyte|petabytes", Term::Symbol(&"PB")),
    ("exabyte|exabytes", Term::Symbol(&"EB")),
    ("hertz", Term::Symbol(&"Hz")),
    ("megahertz", Term::Symbol(&"MHz")),
    ("gigahertz", Term::Symbol(&"GHz")),
];

const MORE: Term = Term::Before(MoreThan, Reach::Next);
const PASS: Term = Term::Before(MoreThan, Reach::Verb);
const LEAST: Term = Term::Before(AtLeast, Reach::Next);
const MOST: Term = Term::Before(AtMost, Reach::Next);
const LESS: Term = Term::Before(LessThan, Reach::Next);
const CIRCA: Term = Term::Before(About, Reach::Next);

const BOUNDS: &[(&str, Term)] = &[
    (
        "more than|greater than|higher than|larger than|bigger than|longer than|older than|heavier than|louder than|just over|well over|slightly over|a little over",
        MORE,
    ),
    ("slightly more than|well above|just above|slightly above|a little more than|north of|in excess of", MORE),
    ("above|beyond|over and above|upwards of|upward of|a shade over|a shade above|a touch over|barely over", PASS),
    ("over", Term::Before(MoreThan, Reach::Time)),
    ("exceed|exceeds|exceeded|exceeding|top|tops|topped|topping|surpass|surpasses|surpassed|surpassing", PASS),
    ("passed the|crossed the|crossed|crosses|crossing|broke through|breaks through|eclipsed|eclipses", PASS),
    ("cross|break through|burst through|smashed through|overtook|overtakes|outstripped|outstrips", PASS),
    ("breached|breaches|breaching|hurdled|go beyond|goes beyond|went beyond|gone beyond", PASS),
    (
        "at least|no lower than|not lower than|never less than|not below|never below|no smaller than|at a minimum|at the minimum",
        LEAST,
    ),
    ("no less than|not less than|no fewer than|not fewer than|a minimum of|minimum of|at the very least", LEAST),
    ("starting at|starting from|starts at|starts from|priced from|start at|start from|available from", LEAST),
    ("on sale from|tickets from|rooms from|prices from|rates from|fares from|sold from|sells from", LEAST),
    (
        "up to|at most|at best|no more than|not more than|a maximum of|maximum of|as much as|as many as|at the most",
        MOST,
    ),
    ("not exceeding|not to exceed|not above|not over|capped at|limited to|as high as", MOST),
    ("caps at|cap at|capping at|max out at|maxes out at|maxed out at|top out at|tops out at|topped out at", MOST),
    ("no higher than|no greater than|no larger than|never more than|at a maximum|at the maximum", MOST),
    ("exceed no more than|restricted to|within a limit of|within the limit of", MOST),
    (
        "less than|fewer than|lower than|smaller than|shorter than|younger than|lighter than|just under|slightly under|well under|just below|just shy of",
        LESS,
    ),
    (
        "slightly less than|slightly below|well below|just short of|fell short of|falls short of|a little under|south of",
        LESS,
    ),
    ("a little less than|shy of|a shade under|a shade below|a touch under|barely under|barely below", LESS),
    ("below|beneath", Term::Before(LessThan, Reach::Verb)),
    ("under", Term::Before(LessThan, Reach::Time)),
    ("about|around|nearly|some|roughly|approximately|almost|close to|near|circa|an estimated|estimated", CIRCA),
    ("in the region of|on the order of|of the order of|in the order of|approx|somewhere around|close on", CIRCA),
    ("in the neighborhood of|in the neighbourhood of|in the vicinity of|practically|virtually|nearing|ca", CIRCA),
    ("something like|more or less|in the ballpark of", CIRCA),
    ("flirt with|flirts with|flirted with|flirting with|verging on", Term::Before(About, Reach::Verb)),
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
    ("sevenths", Term::Denominator(7)),
    ("eighths", Term::Denominator(8)),
    ("ninths", Term::Denominator(9)),
    ("tenths", Term::Denominator(10)),
    ("twelfths", Term::Denominator(12)),
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
    ("elevenfold", Term::Multiply(11)),
    ("twelvefold", Term::Multiply(12)),
    ("twentyfold", Term::Multiply(20)),
    ("fiftyfold", Term::Multiply(50)),
    ("hundredfold", Term::Multiply(100)),
    ("cut by a factor of|reduced by a factor of|fell by a factor of|fallen by a factor of", Term::DividedBy),
    ("dropped by a factor of|shrank by a factor of|lowered by a factor of|divided by a factor of", Term::DividedBy),
    ("increased by a factor of|grew by a factor of|grown by a factor of|rose by a factor of", Term::MultipliedBy),
    ("risen by a factor of|raised by a factor of|multiplied by a factor of|up by a factor of", Term::MultipliedBy),
    ("by a factor of", Term::MultipliedBy),
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

const TRAPS: &[(&str, Term)] = &[
    ("article|articles|page|pages|p|chapter|section|figure|table|appendix|number|no|step|phase|level", Term::Label),
    (
        "code|codes|patent|version|flight|room|route|gate|law|act|rule|regulation|directive|model|series|category|class|type",
        Term::Label,
    ),
    ("volume|title|terminal|reactor|zone|scope|tier|wave|episode|season|part|item|form|schedule|exhibit", Term::Label),
    (
        "bus|exit|highway|interstate|apartment|suite|platform|channel|seat|train|tram|chapters|sections|routes|gates",
        Term::Label,
    ),
    ("lane|rooms|motorway|junction|mission|flights|formula", Term::Label),
    (
        "note|line|standard|station|building|resolution|hall|clause|paragraph|annex|stage|lot|block|error|caliber|calibre|omega",
        Term::Label,
    ),
    (
        "iban|siren|siret|rcs|ein|isin|cusip|sedol|lei|bic|isbn|issn|ean|gtin|imei|vin|kvk|abn|acn|crn|duns",
        Term::Register,
    ),
    (
        "vat|gst|vat number|vat no|company number|registration number|account number|tax number|account no",
        Term::Register,
    ),
    ("reference number|order number|policy number|tracking number|serial number|phone number", Term::Register),
    ("tel|fax|telephone|zip code|postal code|postcode|registered number|licence number|license number", Term::Register),
    ("way|ways|sides|fronts|words|digit|digits|hands|minds|folds|counts|respects|senses|figures|thirds", Term::Idiom),
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
    ("inc|corp|co|ltd|st|rs|mr|mrs|ms|dr|jr|sr|gen|rep|sen|gov|prof|fig|art|e.g.|i.e.|cf|est|ed", Term::Abbreviation),
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
