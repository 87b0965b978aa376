//! Limits that are denied, that stand behind what they limit, and that are none; units left out; halves and hundreds.

use super::{en, fr};

#[test]
fn denied_verbs_of_passing_are_limits() {
    fr("Les dépenses n'excéderont pas 80 M€.", &["<=80000000 EUR [n'excéderont pas 80 M€]"]);
    fr("Le loyer ne saurait être inférieur à 2,4 M€.", &[">=2400000 EUR [ne saurait être inférieur à 2,4 M€]"]);
    fr("La hausse n'atteint pas 3 %.", &["<3 % up [n'atteint pas 3 %]"]);
    fr("tiré jusqu'à hauteur de 900 M$", &["<=900000000 USD [jusqu'à hauteur de 900 M$]"]);
    en("It must not fall below 4%.", &[">=4 % [not fall below 4%]"]);
    en("The fee will not exceed €20.", &["<=20 EUR [not exceed €20]"]);
}

#[test]
fn limits_behind_what_is_counted() {
    en("Loans past due for 90 days or more fell.", &[">=90 [90 days or more]"]);
    fr("Le plan porte sur 1,5 % du capital au plus.", &["<=1.5 % [1,5 % du capital au plus]"]);
    en("It makes 60,000 watches a year at most.", &["<=60000 [60,000 watches a year at most]"]);
    fr("1 200 euros par foyer au maximum", &["<=1200 EUR [1 200 euros par foyer au maximum]"]);
}

#[test]
fn what_looks_like_a_limit_and_is_none() {
    en("four times as many as ten years before", &["4 x [four times]", "10 [ten]"]);
    fr("La baisse s'est limitée à 1,2 %.", &["1.2 % down [1,2 %]"]);
    en("It is spread over eight buildings.", &["8 [eight]"]);
    fr("bien au-dessus des 5,92 dollars anticipés", &["5.92 USD [5,92 dollars]"]);
}

#[test]
fn letters_of_currencies_before_their_numbers() {
    en(
        "SKr6.5bn, DKr912, SFr2.05bn and Rs12",
        &["6500000000 SEK [SKr6.5bn]", "912 DKK [DKr912]", "2050000000 CHF [SFr2.05bn]", "12 INR [Rs12]"],
    );
    en("Creditors get 35 cents on the euro.", &["0.35 EUR [35 cents]"]);
}

#[test]
fn units_left_out_behind_other_figures() {
    fr("à 41,7 TWh, contre 44,2 en 2024", &["41.7 TWh [41,7 TWh]", "44.2 TWh [44,2]", "2024 [2024]"]);
    en("4.5% this year, 3.5 next", &["4.5 % [4.5%]", "3.5 % [3.5]"]);
    fr(
        "une amende de 1 million d'euros, dont 400 000 avec sursis",
        &["1000000 EUR [1 million d'euros]", "400000 EUR [400 000]"],
    );
    fr(
        "200 milliards de dollars, dont 150 dans ses usines",
        &["200000000000 USD [200 milliards de dollars]", "150000000000 USD [150]"],
    );
    fr(
        "moins de 6 000 dollars ; il en valait 12 000 en mai 2024",
        &["<6000 USD [moins de 6 000 dollars]", "12000 USD [12 000]", "2024-05 [mai 2024]"],
    );
    fr(
        "70 milliards de dollars pour 2,2 milliards de revenus",
        &["70000000000 USD [70 milliards de dollars]", "2200000000 USD [2,2 milliards]"],
    );
    fr("3 000 salariés, dont 400 à Lyon", &["3000 [3 000]", "400 [400]"]);
}

#[test]
fn halves_hundreds_and_multiples() {
    en(
        "two and a half seasons, 6½% and five to six hundred dealers",
        &["2.5 [two and a half]", "6.5 % [6½%]", "500..600 [five to six hundred]"],
    );
    fr("deux ans et demi, deux fois et demie plus", &["2.5 [deux ans et demi]", "2.5 x [deux fois et demie plus]"]);
    en("a target range of 1.5x to 2.0x", &["1.5..2 x [1.5x to 2.0x]"]);
    en("cut by a factor of 33, up elevenfold", &["0.0303 x [cut by a factor of 33]", "11 x [elevenfold]"]);
    fr("un triplement, mais un résultat doublement décevant", &["3 x [triplement]"]);
    fr(
        "la vingtaine de salariés et quatre-vingt-dix-sept communes sur cent vingt",
        &["~20 [vingtaine]", "0.8083 frac [quatre-vingt-dix-sept communes sur cent vingt]"],
    );
    en("the dozen or so shops", &["~12 [dozen or so]"]);
    en("three quarters of decline, against an eighth", &["3 [three]", "0.125 frac [an eighth]"]);
    fr("L'indice remonte de 87 à 90.", &["87 [87]", "90 [90]"]);
}

#[test]
fn limits_set_apart_and_limits_that_are_none() {
    fr("Au minimum, 8 000 tonnes seront recyclées.", &[">=8000 t [Au minimum, 8 000 tonnes]"]);
    en(
        "It may buy back up to $1.5bn, not expected to exceed 4%.",
        &["<=1500000000 USD [up to $1.5bn]", "<=4 % [not expected to exceed 4%]"],
    );
    en("The bid was topped two days later.", &["2 [two]"]);
    en("The wait was below 48 hours.", &["<48 [below 48]"]);
    en(
        "It took them under 48 hours, or five hours at most between stops.",
        &["<48 [under 48]", "<=5 [five hours at most]"],
    );
    en("It must not be louder than 85 decibels.", &["<=85 [not be louder than 85]"]);
    fr("payable sous 30 jours, sous 3 %", &["30 [30]", "<3 % [sous 3 %]"]);
    fr("Le coût avoisinerait désormais 36 %.", &["~36 % [avoisinerait désormais 36 %]"]);
}

#[test]
fn ranges_across_zero_francs_ounces_and_factors() {
    fr("entre -2 % et +2 %", &["-2..2 % [entre -2 % et +2 %]"]);
    fr(
        "26 milliards de francs, 2,3 mios de francs, un franc succès",
        &["26000000000 CHF [26 milliards de francs]", "2300000 CHF [2,3 mios de francs]"],
    );
    en("58,400 ounces and 3.4 billion francs", &["58400 oz [58,400 ounces]", "3400000000 CHF [3.4 billion francs]"]);
    en("It outgrew its debt by a factor of four.", &["4 x [by a factor of four]"]);
    fr(
        "15 milliards de dollars, et OpenAI environ 7 milliards chacun",
        &["15000000000 USD [15 milliards de dollars]", "~7000000000 USD [environ 7 milliards]"],
    );
    fr("Sur les 27 projets, neuf seulement aboutissent.", &["27 [27]", "9 [neuf]"]);
}

#[test]
fn limits_parted_from_their_number() {
    fr(
        "L’usine tournera au minimum à 70 % et au maximum à 90 %.",
        &[">=70 % [au minimum à 70 %]", "<=90 % [au maximum à 90 %]"],
    );
    fr("perdre 0,5 point de pourcentage de croissance", &["0.5 pp down [0,5 point de pourcentage]"]);
    en(
        "It pushes the fund’s debt up to 5.4 times, while it pays up to 5%.",
        &["5.4 x [5.4 times]", "<=5 % [up to 5%]"],
    );
}

#[test]
fn limits_around_articles_and_periods() {
    fr("500 millions d'euros au maximum par saison", &["<=500000000 EUR [500 millions d'euros au maximum]"]);
    fr("s'échange vers 155 yens, vers 12 sites", &["~155 JPY [vers 155 yens]", "12 [12]"]);
    en("no more than a 5% margin, at least a 10% stake", &["<=5 % [no more than a 5%]", ">=10 % [at least a 10%]"]);
    en("Spread over 485 hectares, it cost 3.", &["485 ha [485 hectares]", "3 [3]"]);
    en("It fell 6% ahead of the holidays.", &["6 % down [6%]"]);
}

#[test]
fn crossing_is_a_limit_of_amounts() {
    en("It will cross two deserts and crossed the $5bn mark.", &["2 [two]", ">5000000000 USD [crossed the $5bn]"]);
    en("Crossing 10,000 points, it crossed 12 states.", &[">10000 [Crossing 10,000]", "12 [12]"]);
}
