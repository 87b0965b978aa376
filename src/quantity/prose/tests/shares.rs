//! Parts of a whole, small numbers behind a determiner, and bounds behind what they limit.

use super::{en, fr};

#[test]
fn a_part_is_told_by_its_verb_or_by_having_nothing_behind_it() {
    en("A third will close and a quarter stand idle.", &["0.3333 frac [A third]", "0.25 frac [a quarter]"]);
    en("Another third are shut; it owns a fifth.", &["0.3333 frac [third]", "0.2 frac [a fifth]"]);
    en("Two mills run and a third will open.", &["2 [Two]", "3 [third]"]);
    en("A third mill opened in a quarter.", &["3 [third]"]);
    fr("Un cinquième fermera, un troisième fermera.", &["0.2 frac [Un cinquième]", "3 [troisième]"]);
    fr("On dit qu’un tiers partira, chez un tiers.", &["0.3333 frac [un tiers]"]);
}

#[test]
fn the_whole_may_be_named_by_several_words() {
    en("One Irish dairy farmer in six earns less.", &["0.1667 frac [One Irish dairy farmer in six]"]);
    en("It has two big mills in four Baltic ports.", &["2 [two]", "4 [four]"]);
    fr("Un chef d’entreprise breton sur cinq", &["0.2 frac [Un chef d’entreprise breton sur cinq]"]);
    fr("Un site et trois agences sur quatre étages", &["3 [trois]", "4 [quatre]"]);
}

#[test]
fn a_determiner_counts_from_three_on_and_a_possessive_from_two_on() {
    fr("Les dix fonds et ses deux filiales, six PME", &["10 [dix]", "2 [deux]", "6 [six]"]);
    fr("Les deux fonds, tous trois anciens, les trois ont signé.", &[]);
    en("the ten funds and its two units", &["10 [ten]", "2 [two]"]);
    en("The two funds, all three directors and the Six Nations", &[]);
}

#[test]
fn a_bound_stands_behind_what_it_limits() {
    fr("trois ans au plus, 40 salariés ou plus", &["<=3 [trois ans au plus]", ">=40 [40 salariés ou plus]"]);
    fr("cinq ans et plus de 3 millions d’euros", &["5 [cinq]", ">3000000 EUR [plus de 3 millions d’euros]"]);
    fr("Les trois sites ouvriront au plus tard en mai.", &["3 [trois]", "XXXX-05 [mai]"]);
    en("three years at most, two plants or more", &["<=3 [three years at most]", ">=2 [two plants or more]"]);
    en(
        "five years and more than $3 million, or over 4%",
        &["5 [five]", ">3000000 USD [more than $3 million]", ">4 % [over 4%]"],
    );
    en("It has 40 clerks at most branches, aged 65 and over.", &["40 [40]", ">=65 [65 and over]"]);
}

#[test]
fn an_amount_is_no_range_with_those_that_it_goes_to() {
    en("paid $12m to 40 families", &["12000000 USD [$12m]", "40 [40]"]);
    en("a $60 to 65 billion plan", &["60000000000..65000000000 USD [$60 to 65 billion]"]);
    fr("deux ventes, une à 900 millions d’euros", &["2 [deux]", "900000000 EUR [900 millions d’euros]"]);
    fr("un à deux millions d’euros", &["1000000..2000000 EUR [un à deux millions d’euros]"]);
}

#[test]
fn a_change_that_goes_on_keeps_its_direction() {
    en("fell 3% in the first quarter and then 2%", &["3 % down [3%]", "XXXX-Q1 [first quarter]", "2 % down [2%]"]);
    fr(
        "a baissé de 3 % en mai puis de 2 % en juin",
        &["3 % down [3 %]", "XXXX-05 [mai]", "2 % down [2 %]", "XXXX-06 [juin]"],
    );
    fr("a baissé de 3 % et la marge atteint 2 %", &["3 % down [3 %]", "2 % [2 %]"]);
}

#[test]
fn a_number_begins_a_name() {
    en("7-Eleven and 3M met First Solar.", &[]);
    en("He told 60 Minutes of 3M users in 60 minutes.", &["3000000 [3M]", "60 [60]"]);
    fr("Selon 20 Minutes, il a fallu 20 minutes.", &["20 [20]"]);
}

#[test]
fn a_quarter_in_a_list_of_parts() {
    en("60% goes to Europe, a quarter to the Gulf.", &["60 % [60%]", "0.25 frac [a quarter]"]);
    en("It fell 60% in May, a quarter to forget.", &["60 % down [60%]", "XXXX-05 [May]", "0.25 frac [a quarter]"]);
    en("It opens, a quarter to the day.", &[]);
    fr("Un logement neuf sur trois est vide.", &["0.3333 frac [Un logement neuf sur trois]"]);
}

#[test]
fn shares_with_an_article_and_of_things_named() {
    fr(
        "il fallait au moins les deux tiers des voix, au moins le double",
        &[">=0.6667 frac [au moins les deux tiers]", ">=2 x [au moins le double]"],
    );
    fr(
        "870 euros, dont le tiers avant mai, et plus du quart de la dette",
        &["870 EUR [870 euros]", "0.3333 frac [tiers]", "XXXX-05 [mai]", ">0.25 frac [plus du quart]"],
    );
    fr(
        "Un dollar sur quatre, 30 euros sur une dette de 90",
        &["0.25 frac [Un dollar sur quatre]", "30 EUR [30 euros]", "90 [90]"],
    );
    fr("Quatre autobus sur cinq sortis de l'usine", &["0.8 frac [Quatre autobus sur cinq]"]);
    fr("Deux usines sur trois colis", &["2 [Deux]", "3 [trois]"]);
}

#[test]
fn shares_behind_with_and_near() {
    en(
        "It raised 14 billion, with a third going to AI and a third plant.",
        &["14000000000 up [14 billion]", "0.3333 frac [a third]", "3 [third]"],
    );
    fr("à 4 870 dollars, près du double de son cours", &["4870 USD [4 870 dollars]", "~2 x [près du double]"]);
}
