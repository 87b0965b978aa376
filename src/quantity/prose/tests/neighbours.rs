//! What only the neighbours of a number tell: unit symbols, telephones and references, hours, models, scores, years of
//! earlier centuries, nouns left out, and passages from one level to another.

use super::{en, fr};

#[test]
fn symbols_of_area_volume_length_and_weight() {
    fr("L'atelier couvre 3 200 m2, soit 0,32 ha.", &["3200 m2 [3 200 m2]", "0.32 ha [0,32 ha]"]);
    fr("un local de 90 m² et une cour de 12 mètres carrés", &["90 m2 [90 m²]", "12 m2 [12 mètres carrés]"]);
    fr("1 200 hectolitres de cidre, puis 80 hl", &["1200 hl [1 200 hectolitres]", "80 hl [80 hl]"]);
    fr("le parc de 40 MWc, à 320 km/h", &["40 MW [40 MWc]", "320 km/h [320 km/h]"]);
    fr("2,4 millions de tonnes de blé", &["2400000 t [2,4 millions de tonnes]"]);
    en("a 5,000-square-foot store", &["5000 ft2 [5,000-square-foot]"]);
    en("12 sq km of forest and 900 sq. ft of offices", &["12 km2 [12 sq km]", "900 ft2 [900 sq. ft]"]);
    en("40 tons of steel, 15 cm thick", &["40 t [40 tons]", "15 cm [15 cm]"]);
    en("40 million cubic metres of gas", &["40000000 m3 [40 million cubic metres]"]);
}

#[test]
fn carbon_and_voltage() {
    fr("4,5 MtCO2 puis 3 tCO₂e", &["4.5 Mt [4,5 MtCO2]", "3 t [3 tCO₂e]"]);
    fr("12 kgCO2eq et une ligne de 20 kV", &["12 kg [12 kgCO2eq]", "20 kV [20 kV]"]);
    en("a 400kV cable saves 2 ktCO2 and 5 kilovolts", &["400 kV [400kV]", "2 kt [2 ktCO2]", "5 kV [5 kilovolts]"]);
    // A name that ends alike is none.
    en("The XCO2 fund holds 3 XtCO2.", &["3 [3]"]);
}

#[test]
fn hours_of_beginning_and_end() {
    en("It starts at 9 and ends at 11.", &[]);
    en("Prices begin at 8 dollars, starting at 9 pounds.", &["8 USD [8 dollars]", ">=9 GBP [starting at 9 pounds]"]);
    en("The year ends at 11 million users.", &["11000000 [11 million]"]);
}

#[test]
fn the_largest_number_is_below_ten_to_the_21() {
    en("999 billion billion", &["999000000000000000000 [999 billion billion]"]);
    en("1000 billion billion", &[]);
}

#[test]
fn telephones_in_any_shape() {
    fr("Composez le 418 555-0147 ou le (514) 555-0100.", &[]);
    fr("Sans frais : 1 800 555-0199. Ailleurs : +33 1 23 45 67 89.", &[]);
    en("Call 020 7946 0018, 555-0142 or +1 212 555 0123.", &[]);
    // Thousands beside a year in parentheses are no telephone number.
    fr("Elle vend 418 555 billets (2024).", &["418555 [418 555]", "2024 [2024]"]);
    fr("Le total est de 1 418 555 (2024).", &["1418555 [1 418 555]", "2024 [2024]"]);
}

#[test]
fn numbers_of_laws_and_cases() {
    fr("Le texte (UE) 2016/679 s'applique, comme la règle 2014/65/UE.", &[]);
    fr("Le décret no 2021-1012 est paru.", &[]);
    en("Application 1234/56 and Case C-123/22 were closed.", &[]);
    en("in the 2024/25 season", &["2024 [2024]", "2025 [25]"]);
    en("It paid 3/4 of it.", &["0.75 frac [3/4]"]);
}

#[test]
fn hours_of_the_day() {
    fr("Ouvert de 9 h à 18 h 30, et jusqu'à 20 heures le jeudi.", &[]);
    fr("entre 8 heures et 10 heures, à 7 h 42", &[]);
    en("from 9am to 6:30pm, then at 9.30am and 6 p.m.", &[]);
    en("It lasted 9.30 minutes.", &["9.3 [9.30]"]);
}

#[test]
fn models_labels_and_scores() {
    en("The Mark 4 follows the Model 3; take exit 9 or bus 42.", &[]);
    en("See pages 12 to 15 and chapters 3 and 4.", &[]);
    en("Orders rose on page 12 and 40 staff left.", &["40 [40]"]);
    fr("Elle s'impose 3 sets à 2, eux gagnent 3-1.", &[]);
    fr("Prenez le bus 42, sortie 9, voir pages 12 à 15.", &[]);
    en("They won 3 to 5 contracts a year.", &["3..5 [3 to 5]"]);
    // A month or a label of few letters ends its sentence.
    en("They took the bus. Some 40 came in May. It rained.", &["~40 [Some 40]", "XXXX-05 [May]"]);
}

#[test]
fn years_of_earlier_centuries() {
    fr("Fondée en 1867, elle existe depuis 1789.", &["1867 [1867]", "1789 [1789]"]);
    fr("un moulin qui date de 1654", &["1654 [1654]"]);
    fr("le 14 juillet 1789", &["1789-07-14 [14 juillet 1789]"]);
    en("Built in 1815, dating from 1743", &["1815 [1815]", "1743 [1743]"]);
    en("It sold in 1200 stores.", &["1200 [1200]"]);
    for (text, kind) in [("founded in 1867.", "Year"), ("it employs 1867.", "Number")] {
        let readings = super::read(text, &super::Options::new(super::ProseLang::English));
        assert_eq!(format!("{:?}", readings[0].kind), kind, "{text}");
    }
}

#[test]
fn a_noun_left_out() {
    fr("Le groupe a douze usines et en a fermé cinq.", &["12 [douze]", "5 [cinq]"]);
    fr("par sept voix contre deux", &["7 [sept]", "2 [deux]"]);
    fr("Quatre sur dix refusent.", &["0.4 frac [Quatre sur dix]"]);
    fr("Les deux ont signé ; l'un a payé.", &[]);
    en("It had twelve plants and closed five.", &["12 [twelve]", "5 [five]"]);
    en("by seven votes to two", &["7 [seven]", "2 [two]"]);
    en("One of the two split it in two ways.", &[]);
}

#[test]
fn a_passage_is_no_range() {
    fr("relève son objectif de cours de 52 à 58 euros", &["52 EUR [52]", "58 EUR [58 euros]"]);
    fr("abaisse sa prévision de 2,5 % à 1,9 %", &["2.5 % [2,5 %]", "1.9 % [1,9 %]"]);
    fr("Le billet coûte de 52 à 58 euros.", &["52..58 EUR [de 52 à 58 euros]"]);
    en("raised its target to $58 from $52", &["58 USD [$58]", "52 USD [$52]"]);
    en("revised its outlook from 2% to 2.5%", &["2 % [2%]", "2.5 % [2.5%]"]);
    en("Prices range from $52 to $58.", &["52..58 USD [from $52 to $58]"]);
}

#[test]
fn ordinals_of_two_words() {
    fr("la vingt-troisième et la vingt et unième", &["23 [vingt-troisième]", "21 [vingt et unième]"]);
    fr(
        "la soixante et onzième puis la quatre-vingt-dix-neuvième",
        &["71 [soixante et onzième]", "99 [quatre-vingt-dix-neuvième]"],
    );
    en("the twenty-third and the ninetieth shop", &["23 [twenty-third]", "90 [ninetieth]"]);
}

#[test]
fn what_is_counted_in_millions_stands_behind_a_preposition() {
    fr(
        "837 millions d'euros, dont environ 175 millions tirés des billets",
        &["837000000 EUR [837 millions d'euros]", "~175000000 EUR [environ 175 millions]"],
    );
    fr(
        "837 millions d'euros pour 2 millions de clients",
        &["837000000 EUR [837 millions d'euros]", "2000000 [2 millions]"],
    );
    fr("fabriquait 90 000 tonnes, n'en fait plus que 35 000", &["90000 t [90 000 tonnes]", "35000 t [35 000]"]);
    fr("fait 90 000 tonnes et n'en emploie que 35 salariés", &["90000 t [90 000 tonnes]", "35 [35]"]);
}

#[test]
fn others_join_those_that_are_there() {
    fr("trois usines, rejointes par deux autres", &["3 [trois]", "2 [deux]"]);
    en("Two more join its existing three in May; the two others wait.", &["2 [Two]", "3 [three]", "XXXX-05 [May]"]);
    en("Four of the nine rate-setters wanted more.", &["4 [Four]", "9 [nine]"]);
    fr(
        "5,4 milliards de shillings kényans, 1,20 franc",
        &["5400000000 KES [5,4 milliards de shillings kényans]", "1.2 CHF [1,20 franc]"],
    );
}

#[test]
fn votes_lengths_and_forecasts() {
    fr("Cinq membres ont voté la baisse, quatre le statu quo.", &["5 [Cinq]", "4 [quatre]"]);
    en("Seven members voted to hold and two to cut.", &["7 [Seven]", "2 [two]"]);
    en("Lives were cut from six years to five.", &["6 [six]", "5 [five]"]);
    en("Bills will rise by 1% to 5%.", &["1..5 % up [1% to 5%]"]);
    en("The rate rose by 0.25% to 4.5%.", &["0.25 % up [0.25%]", "4.5 % [4.5%]"]);
    en("It shot up to $187 and passed 10 GW, then 12 laws.", &["187 USD [$187]", ">10 GW [passed 10 GW]", "12 [12]"]);
    fr(
        "2 milliards d'euros, minés par 300 millions de droits de douane",
        &["2000000000 EUR [2 milliards d'euros]", "300000000 EUR [300 millions]"],
    );
    fr("Un vol sur cinq, à moitié prix, « Vingt mille lieues sous les mers »", &["0.2 frac [Un vol sur cinq]"]);
    en("Formula 1 is half price.", &[]);
}

#[test]
fn crowds_series_caps_and_forecasts_told_later() {
    en(
        "Losses tripled to $96 million and its customer base doubled to 6.2 million.",
        &["3 x [tripled]", "96000000 USD [$96 million]", "2 x [doubled]", "6200000 [6.2 million]"],
    );
    en("Losses went from 90 million to $96 million.", &["90000000 USD [90 million]", "96000000 USD [$96 million]"]);
    en("Fortune 500 companies and Windows 10 users; at Boeing 300 workers left.", &["300 [300]"]);
    en("The regulator capped price rises at 3%.", &["<=3 % up [3%]"]);
    fr(
        "relève de 61 milliards à 68 milliards de yens sa prévision",
        &["61000000000 JPY [61 milliards]", "68000000000 JPY [68 milliards de yens]"],
    );
    fr("à 47,60 dollars de Hongkong", &["47.6 HKD [47,60 dollars de Hongkong]"]);
}
