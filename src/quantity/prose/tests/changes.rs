//! Changes with the level they lead to, what moves a figure, and proportions.

use super::{en, fr};

#[test]
fn by_and_to_are_a_change_and_a_level() {
    en("Profit rose by €3 million to €9 million.", &["3000000 EUR up [€3 million]", "9000000 EUR [€9 million]"]);
    en("Headcount fell by 20 to 140.", &["20 down [20]", "140 [140]"]);
    en("Prices will rise by 3 to 5 percent.", &["3..5 % up [3 to 5 percent]"]);
    en("Fees should rise by €3 to €5.", &["3..5 EUR up [€3 to €5]"]);
    fr("L'effectif a augmenté de 3 à 9 personnes.", &["3 [3]", "9 [9]"]);
    fr("Les tarifs augmenteront de 3 à 5 %.", &["3..5 % up [3 à 5 %]"]);
}

#[test]
fn a_verb_moves_a_figure_before_a_noun_does() {
    fr("La prévision de croissance est fixée à 7 %.", &["7 % [7 %]"]);
    fr("Les taux se sont tendus de 3 points de base.", &["3 bp up [3 points de base]"]);
    fr("La trésorerie a fondu de 12 %.", &["12 % down [12 %]"]);
    fr("La baisse atteint 15 %.", &["15 % down [15 %]"]);
    en("The growth target was chopped by 2 points.", &["2 pp down [2 points]"]);
    en("Growth was redirected by 2 points.", &["2 pp [2 points]"]);
    en("It trimmed its outlook by $3.", &["3 USD down [$3]"]);
}

#[test]
fn passing_an_amount_and_limiting_it() {
    fr("Il a passé les 9 000 dollars.", &[">9000 USD [passé les 9 000 dollars]"]);
    fr("Elle plafonne les frais à 20 euros.", &["<=20 EUR [20 euros]"]);
    fr("au minimum de 25 euros", &[">=25 EUR [au minimum de 25 euros]"]);
    en("Copper passed $9,000. They passed 12 bills.", &[">9000 USD [passed $9,000]", "12 [12]"]);
    en("It caps the fee at €20.", &["<=20 EUR [€20]"]);
}

#[test]
fn parts_and_factors() {
    fr(
        "dont un tiers, trois fois plus petit, dix fois moins",
        &["0.3333 frac [un tiers]", "0.3333 x [trois fois plus petit]", "0.1 x [dix fois moins]"],
    );
    fr(
        "Il faut 17 pesos mexicains pour un dollar, moins d'un euro.",
        &["17 MXN [17 pesos mexicains]", "<1 EUR [moins d'un euro]"],
    );
    en("One third are new and volumes were cut to a fifth.", &["0.3333 frac [One third]", "0.2 frac [a fifth]"]);
    en("It is 4 times cheaper, sold to a third buyer.", &["0.25 x [4 times cheaper]", "3 [third]"]);
    en("Rs 40 crore, INR 3 lakh", &["400000000 INR [Rs 40 crore]", "300000 INR [INR 3 lakh]"]);
    en("1.2 million barrels at $75 a barrel", &["1200000 bbl [1.2 million barrels]", "75 USD [$75]"]);
}
