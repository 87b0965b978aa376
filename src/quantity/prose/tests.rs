//! The grammar row by row: what each notation reads as, and what is no figure.

use super::{Content, Direction, Options, ProseLang, Qualifier, Reading, read};
use proptest::prelude::*;

mod changes;
mod limits;
mod names;
mod neighbours;
mod shares;

/// The readings of a text, one a line: kind, value, unit, qualifier, direction, words.
fn shown(text: &str, language: ProseLang) -> Vec<String> {
    read(text, &Options::new(language)).iter().map(|reading| line(reading, text)).collect()
}

fn line(reading: &Reading, text: &str) -> String {
    let (value, unit) = match &reading.content {
        Content::Number { low, high, unit } if low == high => {
            (format!("{}", low.round_dp(4).normalize()), unit.symbol())
        }
        Content::Number { low, high, unit } => (format!("{low}..{high}"), unit.symbol()),
        Content::Time(when) => (format!("{when}{}", if when.fiscal { " FY" } else { "" }), None),
        Content::Ticker(symbol) => (symbol.to_string(), None),
    };
    let sign = match reading.qualifier {
        Qualifier::Exact | Qualifier::Range => "",
        Qualifier::AtLeast => ">=",
        Qualifier::AtMost => "<=",
        Qualifier::MoreThan => ">",
        Qualifier::LessThan => "<",
        Qualifier::About => "~",
    };
    let arrow = match reading.direction() {
        Some(Direction::Up) => " up",
        Some(Direction::Down) => " down",
        None => "",
    };
    let unit = unit.map_or(String::new(), |unit| format!(" {unit}"));
    format!("{sign}{value}{unit}{arrow} [{}]", &text[reading.span.clone()])
}

fn fr(text: &str, expect: &[&str]) {
    assert_eq!(shown(text, ProseLang::French), expect, "{text}");
}

fn en(text: &str, expect: &[&str]) {
    assert_eq!(shown(text, ProseLang::English), expect, "{text}");
}

#[test]
fn money() {
    fr("26,3 milliards de dollars", &["26300000000 USD [26,3 milliards de dollars]"]);
    fr("soit 26,3 Md$ et 4,8 Mds $", &["26300000000 USD [26,3 Md$]", "4800000000 USD [4,8 Mds $]"]);
    fr("1 200,50 €, 75 M€, 312 MEUR", &["1200.5 EUR [1 200,50 €]", "75000000 EUR [75 M€]", "312000000 EUR [312 MEUR]"]);
    fr("100 milliards de dollars canadiens", &["100000000000 CAD [100 milliards de dollars canadiens]"]);
    fr("1,2 billion de dollars", &["1200000000000 USD [1,2 billion de dollars]"]);
    fr("un milliard et demi d’euros", &["1500000000 EUR [un milliard et demi d’euros]"]);
    fr("un demi-milliard d’euros", &["500000000 EUR [un demi-milliard d’euros]"]);
    fr("le franchissement : 5 M$ US", &["5000000 USD [5 M$ US]"]);
    fr("il vaut 85 cents", &["0.85 USD [85 cents]"]);
    en(
        "$26.3 billion, $26.3bn, US$26.3B",
        &["26300000000 USD [$26.3 billion]", "26300000000 USD [$26.3bn]", "26300000000 USD [US$26.3B]"],
    );
    en("€1,200.50 or A$2.6bn", &["1200.5 EUR [€1,200.50]", "2600000000 AUD [A$2.6bn]"]);
    en("USD 4.2 billion and EUR4.2bn", &["4200000000 USD [USD 4.2 billion]", "4200000000 EUR [EUR4.2bn]"]);
    en("half a billion dollars", &["500000000 USD [half a billion dollars]"]);
    en("two and a half million pounds", &["2500000 GBP [two and a half million pounds]"]);
    en("8 cents a share, or 12.6p", &["0.08 USD [8 cents]", "0.126 GBP [12.6p]"]);
    en("in a $3.4 billion deal", &["3400000000 USD [$3.4 billion]"]);
}

#[test]
fn spaces_apostrophes_and_minus_signs_read_alike() {
    for space in [" ", "\u{a0}", "\u{202f}", "\u{2009}"] {
        let text = format!("16{space}000 salariés et 4{space}%");
        let readings = read(&text, &Options::new(ProseLang::French));
        assert_eq!(readings.len(), 2, "{text:?}");
        assert_eq!(readings[0].value().unwrap().to_string(), "16000");
    }
    for minus in ["-", "\u{2212}"] {
        let text = format!("un solde de {minus}3,2 %");
        assert_eq!(read(&text, &Options::new(ProseLang::French))[0].value().unwrap().to_string(), "-3.2 %");
    }
    for apostrophe in ["'", "’"] {
        assert_eq!(shown(&format!("jusqu{apostrophe}à 4 %"), ProseLang::French).len(), 1);
        assert!(shown(&format!("jusqu{apostrophe}à 4 %"), ProseLang::French)[0].starts_with("<=4 %"));
    }
}

#[test]
fn percentages_and_points() {
    fr("4 %, 4% puis 4 pour cent", &["4 % [4 %]", "4 % [4%]", "4 % [4 pour cent]"]);
    fr("2,5 points de pourcentage", &["2.5 pp [2,5 points de pourcentage]"]);
    fr("25 points de base", &["25 bp [25 points de base]"]);
    fr("d’un quart de point", &["0.25 pp [un quart de point]"]);
    fr("l’indice a perdu 45 points", &["45 down [45]"]);
    fr("une hausse de 8 p. 100", &["8 % up [8 p. 100]"]);
    en("four per cent, a 4-percent cut", &["4 % [four per cent]", "4 % down [4-percent]"]);
    en("25 basis points and 120bps", &["25 bp [25 basis points]", "120 bp [120bps]"]);
    en("half a percentage point", &["0.5 pp [half a percentage point]"]);
}

#[test]
fn numbers_in_digits_and_words() {
    fr("16.000 salariés", &["16000 [16.000]"]);
    fr("quatre-vingt-dix-sept machines", &["97 [quatre-vingt-dix-sept]"]);
    fr("soixante et onze agences", &["71 [soixante et onze]"]);
    fr("mille deux cents magasins", &["1200 [mille deux cents]"]);
    fr("septante-deux trains et nonante bus", &["72 [septante-deux]", "90 [nonante]"]);
    fr("deux-cent-vingt-et-un bus", &["221 [deux-cent-vingt-et-un]"]);
    fr("une dizaine de milliards d’euros", &["~10000000000 EUR [une dizaine de milliards d’euros]"]);
    fr("des centaines de milliers de clients", &[">=100000 [des centaines de milliers]"]);
    en("one hundred and five trains", &["105 [one hundred and five]"]);
    en("between one hundred and two hundred staff", &["100..200 [between one hundred and two hundred]"]);
    en("twenty-five ships, twelve hundred pallets", &["25 [twenty-five]", "1200 [twelve hundred]"]);
    en("hundreds of thousands of users", &[">=100000 [hundreds of thousands]"]);
    en("7.5m passengers on a wall 2.5m high", &["7500000 [7.5m]", "2.5 m [2.5m]"]);
    en("a 480 MW farm of 3 gigawatts", &["480 MW [480 MW]", "3 GW [3 gigawatts]"]);
}

#[test]
fn ranges_and_passages() {
    fr("60 à 65 milliards de dollars", &["60000000000..65000000000 USD [60 à 65 milliards de dollars]"]);
    fr("entre 60 et 65 millions d’euros", &["60000000..65000000 EUR [entre 60 et 65 millions d’euros]"]);
    fr(
        "entre 800 millions et 1,1 milliard de livres",
        &["800000000..1100000000 GBP [entre 800 millions et 1,1 milliard de livres]"],
    );
    fr("une hausse de 6-8 %", &["6..8 % up [6-8 %]"]);
    fr("est passé de 120 à 145 millions d’euros", &["120000000 EUR [120]", "145000000 EUR [145 millions d’euros]"]);
    fr("en hausse de 0,35 % à 7 812,45 points", &["0.35 % up [0,35 %]", "7812.45 [7 812,45]"]);
    en("$60–65 billion", &["60000000000..65000000000 USD [$60–65 billion]"]);
    en("$900 million to $1.1 billion", &["900000000..1100000000 USD [$900 million to $1.1 billion]"]);
    en("€2.3bn-€2.5bn", &["2300000000..2500000000 EUR [€2.3bn-€2.5bn]"]);
    en("margins rose from 5% to 7%", &["5 % [5%]", "7 % [7%]"]);
    en("prices range from $20 to $35", &["20..35 USD [from $20 to $35]"]);
}

#[test]
fn bounds() {
    fr("plus de 100 salariés", &[">100 [plus de 100]"]);
    fr("dépasse désormais le milliard d’euros", &[">1000000000 EUR [dépasse désormais le milliard d’euros]"]);
    fr("franchi le cap des 300 millions", &[">300000000 [franchi le cap des 300 millions]"]);
    fr("devrait dépasser de 10 % celle de 2023", &["10 % [10 %]", "2023 [2023]"]);
    fr("à moins de 5 %, au moins 6 %", &["<5 % [moins de 5 %]", ">=6 % [au moins 6 %]"]);
    fr("une hausse de plus de 3 %", &[">3 % up [plus de 3 %]"]);
    fr(
        "plus de la moitié, près des deux tiers",
        &[">0.5 frac [plus de la moitié]", "~0.6667 frac [près des deux tiers]"],
    );
    fr("il n’emploie plus que 2 050 ouvriers", &["2050 [2 050]"]);
    fr("100 millions d’euros au moins", &[">=100000000 EUR [100 millions d’euros au moins]"]);
    en(
        "more than 100, at least 5%, up to €40",
        &[">100 [more than 100]", ">=5 % [at least 5%]", "<=40 EUR [up to €40]"],
    );
    en("topped the $100 billion mark", &[">100000000000 USD [topped the $100 billion]"]);
    en("over 12,000 cars over five years", &[">12000 [over 12,000]", "5 [five]"]);
    en("5 million or more", &[">=5000000 [5 million or more]"]);
}

#[test]
fn ratios_and_ordinals() {
    fr(
        "un tiers, trois quarts, la moitié",
        &["0.3333 frac [un tiers]", "0.75 frac [trois quarts]", "0.5 frac [moitié]"],
    );
    fr("doubler, divisé par deux, 22x", &["2 x [doubler]", "0.5 x [divisé par deux]", "22 x [22x]"]);
    fr("un foyer sur six", &["0.1667 frac [un foyer sur six]"]);
    fr("confié à un tiers", &[]);
    fr("le 3e brasseur, la troisième fois", &["3 [3e]", "3 [troisième]"]);
    en(
        "a third of it, two-thirds, nearly a quarter",
        &["0.3333 frac [a third]", "0.6667 frac [two-thirds]", "~0.25 frac [nearly a quarter]"],
    );
    en(
        "doubled, halved, 22-fold, three times",
        &["2 x [doubled]", "0.5 x [halved]", "22 x [22-fold]", "3 x [three times]"],
    );
    en("double-digit growth in two ways", &[]);
    en("the 3rd-largest, its third plant, a third party", &["3 [3rd]", "3 [third]"]);
}

#[test]
fn times() {
    fr(
        "le 6 février 2025, le 1er mars, en octobre 2011",
        &["2025-02-06 [6 février 2025]", "XXXX-03-01 [1er mars]", "2011-10 [octobre 2011]"],
    );
    fr("du 6 au 8 mars 2025", &["2025-03-06 [6]", "2025-03-08 [8 mars 2025]"]);
    fr(
        "T4 2024, 3e trimestre, premier semestre 2025",
        &["2024-Q4 [T4 2024]", "XXXX-Q3 [3e trimestre]", "2025-H1 [premier semestre 2025]"],
    );
    fr("l’exercice 2025 et l’exercice 2024-2025", &["2025 FY [exercice 2025]", "2025 FY [exercice 2024-2025]"]);
    fr("les 2000 salariés de 2025, à 10 h 30", &["2000 [2000]", "2025 [2025]"]);
    en(
        "February 6, 2025; 6 Feb 2025; 2025-02-06; May 5",
        &["2025-02-06 [February 6, 2025]", "2025-02-06 [6 Feb 2025]", "2025-02-06 [2025-02-06]", "XXXX-05-05 [May 5]"],
    );
    en(
        "fourth quarter of 2024, Q1 FY25, first half",
        &["2024-Q4 [fourth quarter of 2024]", "2025-Q1 FY [Q1 FY25]", "XXXX-H1 [first half]"],
    );
    en(
        "fiscal 2025, FY25, the 2025 fiscal year",
        &["2025 FY [fiscal 2025]", "2025 FY [FY25]", "2025 FY [2025 fiscal year]"],
    );
    en("it may 5 times over", &["5 x [5 times]"]);
}

#[test]
fn tickers() {
    fr("Amazon (AMZN), LVMH (Euronext : MC)", &["AMZN [AMZN]", "MC [MC]"]);
    fr("l’intelligence artificielle (IA), la Banque centrale européenne (BCE)", &[]);
    en("Amazon (NASDAQ: AMZN), Berkshire (BRK.B)", &["AMZN [AMZN]", "BRK.B [BRK.B]"]);
    en("the Food and Drug Administration (FDA)", &[]);
}

#[test]
fn elided_units_and_directions() {
    fr(
        "26,3 milliards de dollars, contre 24,1 milliards un an plus tôt",
        &["26300000000 USD [26,3 milliards de dollars]", "24100000000 USD [24,1 milliards]"],
    );
    fr(
        "4 milliards d’euros pour 1,2 million de clients",
        &["4000000000 EUR [4 milliards d’euros]", "1200000 [1,2 million]"],
    );
    fr("a chuté de 4 %, en hausse de 3 %", &["4 % down [4 %]", "3 % up [3 %]"]);
    fr("va céder 42,3 % de sa filiale", &["42.3 % [42,3 %]"]);
    en("rose 4%, a 4% drop, down 4%", &["4 % up [4%]", "4 % down [4%]", "4 % down [4%]"]);
    en("rose 12% in Asia and 8% in Europe", &["12 % up [12%]", "8 % up [8%]"]);
    en("down $1.20, or 1.6%", &["1.2 USD down [$1.20]", "1.6 % down [1.6%]"]);
    en("rose to $5 billion", &["5000000000 USD [$5 billion]"]);
}

#[test]
fn names_and_codes_are_no_figures() {
    for text in [
        "Trainium2, l’iPhone 17, l’A380, la 4K et la 5G",
        "le S&P 500, le CAC 40, le Nasdaq-100, ISO 9001, le G20",
        "l’article L. 121-1, la version 1.2.3, v2.3, page 12",
        "appelez le 01 42 68 53 00 ou le +33 1 42 68 53 00",
        "https://exemple.fr/2024/12 et info2024@exemple.fr",
        "`retry = 5` et [lien](figure:capex-2025)",
        "l’un des deux, une fois, un Boeing 737, la COP30",
    ] {
        fr(text, &[]);
    }
    for text in [
        "one of them, a plan, in two ways",
        "Call 1-800-555-0199",
        "at 10:30, 9 a.m., 24/7",
        "Chapter 11, Section 13(d)",
    ] {
        en(text, &[]);
    }
}

#[test]
fn markdown_is_passed_over() {
    en(
        "[more than **$100 billion**](figure:capex-2025) in 2025",
        &[">100000000000 USD [more than **$100 billion]", "2025 [2025]"],
    );
    en("```\n5 %\n\n6 %\n```\n\n7%", &["7 % [7%]"]);
}

#[test]
fn sentences_are_counted_across_paragraphs() {
    let readings = read(
        "Sales rose 4%. Costs fell 3%.\n\nIt has 5% of Helvar Inc. and 6% more.",
        &Options::new(ProseLang::English),
    );
    assert_eq!(readings.iter().map(|reading| reading.sentence).collect::<Vec<_>>(), [0, 1, 2, 2]);
}

proptest! {
    #[test]
    fn no_text_panics_and_spans_are_words(text in "\\PC{0,60}") {
        check_spans(&text);
    }

    #[test]
    fn no_words_of_the_vocabulary_panic(words in prop::collection::vec(prop::sample::select(VOCABULARY), 0..14)) {
        check_spans(&words.join(" "));
        check_spans(&words.concat());
    }
}

const VOCABULARY: &[&str] = &[
    "1",
    "26,3",
    "2024",
    "06",
    "999 999 999 999",
    "12345678901234567",
    "$",
    "€",
    "%",
    "-",
    "–",
    "(",
    ")",
    "/",
    ".",
    "un",
    "one",
    "a",
    "half",
    "demi",
    "et",
    "and",
    "million",
    "milliards",
    "trillion",
    "millions",
    "of",
    "de",
    "des",
    "centaines",
    "hundreds",
    "cent",
    "hundred",
    "vingt",
    "quatre",
    "third",
    "tiers",
    "quarter",
    "trimestre",
    "exercice",
    "fiscal",
    "mars",
    "May",
    "Q4",
    "FY25",
    "AMZN",
    "plus",
    "que",
    "doublé",
    "twice",
    "fois",
    "times",
    "divisé",
    "par",
    "sur",
    "in",
    "to",
    "à",
    "between",
    "entre",
    "dépasse",
    "désormais",
    "rose",
    "chuté",
    "contre",
    "point",
    "bp",
    "M",
    "bn",
    "p",
    "h",
    "30",
    "n°",
    "'",
    "’",
    "\n\n",
    "`",
    "<a",
];

fn check_spans(text: &str) {
    for language in [ProseLang::French, ProseLang::English] {
        let mut end = 0;
        for reading in read(text, &Options::new(language)) {
            assert!(text.get(reading.span.clone()).is_some_and(|words| !words.is_empty()), "{text:?}: {reading:?}");
            assert!(reading.span.start >= end, "{text:?}: {reading:?} overlaps the figure before it");
            end = reading.span.end;
            let _ = reading.value();
        }
    }
}
