//! What agrees between the languages, and what each divergence is called.

use super::{Comparison, Datum, compare};
use crate::quantity::Currency;

/// The divergences of a pair with data, as `type [French words | English words]`.
fn found(french: &str, english: &str, data: &[&str]) -> Vec<String> {
    let data: Vec<Datum> = data.iter().map(|item| Datum::parse(item).unwrap()).collect();
    let findings = compare(&Comparison { french, english, data: &data, dollars: [Currency::USD; 2] });
    let words = |text: &str, span: &Option<std::ops::Range<usize>>| {
        span.clone().map_or(String::new(), |span| text[span].to_owned())
    };
    findings
        .iter()
        .map(|f| format!("{} [{} | {}]", f.kind.name(), words(french, &f.french), words(english, &f.english)))
        .collect()
}

fn agree(french: &str, english: &str) {
    assert_eq!(found(french, english, &[]), [""; 0], "{french} / {english}");
}

fn diverge(french: &str, english: &str, expect: &[&str]) {
    assert_eq!(found(french, english, &[]), expect, "{french} / {english}");
}

#[test]
fn the_same_figures_in_other_words_agree() {
    agree("La moitié des 12 usines.", "50% of the twelve plants.");
    agree("Le prix a été divisé par deux.", "The price halved.");
    agree("Une douzaine de pays, un quart de point.", "A dozen countries, 25 basis points.");
    agree("Elle produit 1,5 GW.", "It makes 1,500 MW.");
    agree("Environ 2,4 millions de voyageurs.", "2,385,000 travellers.");
    agree("Il emploie deux fois moins de monde.", "It employs half as many people.");
    agree("Jusqu’à 40 millions d’euros.", "As much as €40 million.");
}

#[test]
fn word_order_is_free() {
    agree(
        "Les ventes ont atteint 5 milliards de dollars au quatrième trimestre.",
        "In the fourth quarter, sales were $5 billion.",
    );
    agree("Le bénéfice est passé de 120 à 145 millions de dollars.", "Profit rose to $145 million from $120 million.");
    agree("Les coûts ont augmenté de 8 % en Europe et de 12 % en Asie.", "Costs rose by 12% in Asia and 8% in Europe.");
    agree("La part est tombée à 12 %, contre 15 % en 2022.", "The share was 15% in 2022 but has fallen to 12%.");
}

#[test]
fn each_divergence_has_its_name() {
    diverge(
        "Il a versé 26,3 millions d’euros.",
        "It paid €26.8 million.",
        &["wrong_number [26,3 millions d’euros | €26.8 million]"],
    );
    diverge(
        "Il a versé 26,3 millions d’euros.",
        "It paid €26.3 billion.",
        &["wrong_scale [26,3 millions d’euros | €26.3 billion]"],
    );
    diverge(
        "Il a versé 26,3 millions d’euros.",
        "It paid $26.3 million.",
        &["wrong_currency [26,3 millions d’euros | $26.3 million]"],
    );
    diverge(
        "La marge gagne 2,5 points de pourcentage.",
        "The margin gained 2.5%.",
        &["wrong_unit [2,5 points de pourcentage | 2.5%]"],
    );
    diverge("Le 6 février 2025.", "On February 7, 2025.", &["wrong_date [6 février 2025 | February 7, 2025]"]);
    diverge("En 2040.", "By 2050.", &["wrong_year [2040 | 2050]"]);
    diverge("Au T4 2024.", "In Q3 2024.", &["wrong_quarter [T4 2024 | Q3 2024]"]);
    diverge("Corvex (CVX) monte.", "Corvex (CRV) is up.", &["wrong_ticker [CVX | CRV]"]);
    diverge("Il a 12 sites et vise 5 %.", "It has 12 sites.", &["missing_figure [5 % | ]"]);
    diverge("Plus de 100 postes.", "It has 100 positions.", &["dropped_qualifier [Plus de 100 | 100]"]);
    diverge("Plus de 100 postes.", "Nearly 100 positions.", &["changed_qualifier [Plus de 100 | Nearly 100]"]);
    diverge("Le titre a chuté de 4 %.", "The stock rose 4%.", &["direction [4 % | 4%]"]);
    diverge("Les ventes ont reculé à 5 M€.", "Sales rose to €5m.", &["direction [5 M€ | €5m]"]);
}

#[test]
fn exchanged_figures_are_found() {
    diverge(
        "Orlane a vendu 3 200 voitures et Sorbiers 4 100.",
        "Orlane sold 4,100 cars and Sorbiers 3,200.",
        &["swapped [3 200 | 4,100]", "swapped [4 100 | 3,200]"],
    );
    diverge(
        "Il détient 18 % de Brevent et 6 % de Casalta.",
        "It owns 18% of Casalta and 6% of Brevent.",
        &["swapped [18 % | 6%]", "swapped [6 % | 18%]"],
    );
    diverge(
        "Il vaut 26 M€, contre 24 M€.",
        "It is worth €24m, against €26m.",
        &["swapped [26 M€ | €24m]", "swapped [24 M€ | €26m]"],
    );
}

#[test]
fn paragraphs_are_paired_in_order() {
    agree(
        "Il a 12 sites. Il vise 5 %.\n\nEn 2025, 300 postes.",
        "It has 12 sites and is aiming for 5%.\n\nIn 2025, 300 jobs.",
    );
    diverge(
        "Il vise 5 %.\n\nIl vise 6 %.",
        "It aims for 6%.\n\nIt aims for 5%.",
        &["wrong_number [5 % | 6%]", "wrong_number [6 % | 5%]"],
    );
}

#[test]
fn data_are_met_by_sign_bound_and_unit() {
    let texts = ("Le titre a chuté de 4 % en 2025.", "The stock fell 4% in 2025.");
    assert_eq!(found(texts.0, texts.1, &["-4 %", "2025"]), [""; 0]);
    assert_eq!(found(texts.0, texts.1, &["4 %"]), ["data_mismatch [4 % | 4%]"]);
    let texts = ("Plus de 100 milliards de dollars (AMZN).", "More than $100 billion (AMZN).");
    assert_eq!(found(texts.0, texts.1, &["> 100 billion USD"]), [""; 0]);
    assert_eq!(found(texts.0, texts.1, &["100 billion USD"]).len(), 1);
    assert_eq!(found("Il vise 5 %.", "It aims for 5%.", &["2025-02-06"]), ["data_mismatch [ | ]"]);
    assert!(Datum::parse("lots").is_err());
}

#[test]
fn a_changed_target_agrees_in_either_order() {
    agree("Elle relève son objectif de 52 à 58 euros.", "It raised its target to €58 from €52.");
    agree("Elle abaisse sa prévision de 2,5 % à 1,9 %.", "It cut its forecast from 2.5% to 1.9%.");
    diverge(
        "Elle porte son objectif de 58 à 52 euros.",
        "It moved its target to €58 from €52.",
        &["swapped [58 | €52]", "swapped [52 euros | €58]"],
    );
}

#[test]
fn a_loss_meets_data_with_and_without_its_sign() {
    let (french, english) = ("Il a perdu 3,4 millions de livres.", "It lost £3.4m.");
    for datum in ["3.4 million GBP", "-3.4 million GBP"] {
        assert_eq!(found(french, english, &[datum]), [""; 0], "{datum}");
    }
    assert_eq!(found(french, english, &["3.5 million GBP"]).len(), 1);
    assert_eq!(found("Il a gagné 4 %.", "It gained 4%.", &["-4 %"]).len(), 1);
    assert_eq!(found("Elle date de 1867.", "It dates from 1867.", &["1867"]), [""; 0]);
}

#[test]
fn a_fall_in_money_meets_data_with_and_without_its_sign_a_rise_only_without() {
    let fell = ("La dette a diminué de 3 M€.", "Debt went down by €3m.");
    assert_eq!(found(fell.0, fell.1, &["-3 million EUR"]), [""; 0]);
    assert_eq!(found(fell.0, fell.1, &["3 million EUR"]), [""; 0]);
    assert_eq!(found("Elle a reculé de 4 %.", "It fell 4%.", &["4 %"]).len(), 1);
    let rose = ("La dette a augmenté de 3 M€.", "Debt rose by €3m.");
    assert_eq!(found(rose.0, rose.1, &["3 million EUR"]), [""; 0]);
    assert_eq!(found(rose.0, rose.1, &["-3 million EUR"]).len(), 1);
    // Things counted have no sign.
    assert_eq!(found("Il a perdu 30 clients.", "It lost 30 customers.", &["30"]), [""; 0]);
    diverge("Il a perdu 3 M€.", "It gained €3m.", &["direction [3 M€ | €3m]"]);
}

#[test]
fn about_meets_an_exact_value_and_no_other() {
    let about = ("Environ 300 postes.", "Some 300 jobs.");
    assert_eq!(found(about.0, about.1, &["300"]), [""; 0]);
    assert_eq!(found(about.0, about.1, &["340"]).len(), 1);
    assert_eq!(found("300 postes.", "300 jobs.", &["~ 300"]).len(), 1);
    let error = Datum::parse("about 300 million USD").unwrap_err();
    assert!(error.starts_with("`about 300 million USD` is no value") && error.contains("`~ 40 %`"), "{error}");
}

#[test]
fn what_was_before_and_what_is_added_keep_their_places() {
    agree(
        "L’usine, qui fabriquait 90 000 tonnes, n’en produit plus que 35 000.",
        "The factory now makes just 35,000 tonnes, down from 90,000.",
    );
    diverge(
        "L’usine, qui fabriquait 35 000 tonnes, n’en produit plus que 90 000.",
        "The factory now makes just 35,000 tonnes, down from 90,000.",
        &["swapped [35 000 tonnes | 90,000]", "swapped [90 000 | 35,000 tonnes]"],
    );
    agree(
        "Ses trois usines seront rejointes par deux autres en 2029.",
        "Two more factories will join its existing three in 2029.",
    );
    agree(
        "Le vaccin a rapporté 2,4 Md$ au T3 ; le laboratoire en espérait 3 Md$.",
        "The drugmaker had hoped for $3bn from the vaccine in Q3, but made $2.4bn.",
    );
}

#[test]
fn what_one_language_leaves_out_the_other_may_tell() {
    agree("Il rapporte 1,7 %, alors qu'il en offrait 3 en 2023.", "It paid 3% in 2023 and now yields 1.7%.");
    agree(
        "Kiev recevra 90 milliards d'euros, soit 60 de plus qu'en 2024.",
        "Kyiv gets €90 billion, €60 billion more than in 2024.",
    );
    agree("L'habillement : -6 %, la chaussure : -2,5 %.", "Clothing is down 6% and footwear 2.5%.");
    agree("Les moins de 55 ans auront 15 mois.", "The under-55s will have 15 months.");
    diverge(
        "Il rapporte 1,7 %, alors qu'il en offrait 4.",
        "It paid 3% and now yields 1.7%.",
        &["missing_figure [4 | ]", "missing_figure [ | 3%]"],
    );
    diverge(
        "Il a payé 2 % à quatre voisins.",
        "It paid 2% to 4% of them.",
        &["wrong_number [2 % | 2% to 4%]", "missing_figure [quatre | ]"],
    );
    diverge(
        "L'habillement : +6 %, la chaussure : -2,5 %.",
        "Clothing is up 6% and footwear 2.5%.",
        &["direction [-2,5 % | 2.5%]"],
    );
}

#[test]
fn what_may_be_reached_is_a_limit() {
    agree("L'amende peut atteindre 4 % des ventes.", "Fines can run to up to 4% of sales.");
    diverge(
        "L'amende atteint 4 % des ventes.",
        "Fines run to up to 4% of sales.",
        &["dropped_qualifier [4 % | up to 4%]"],
    );
    agree(
        "Il compte passer à 75 appareils par mois en 2027, contre 58 aujourd'hui.",
        "The planemaker, which builds 58 aircraft a month today, is aiming for 75 in 2027.",
    );
}

#[test]
fn limits_and_shares_in_words_that_are_not_read() {
    agree(
        "L'excédent a franchi en novembre la barre des 1 000 milliards de dollars.",
        "The surplus crossed the $1 trillion mark in November.",
    );
    diverge(
        "L'excédent a été en novembre de 1 000 milliards de dollars.",
        "The surplus crossed the $1 trillion mark in November.",
        &["dropped_qualifier [1 000 milliards de dollars | crossed the $1 trillion]"],
    );
    diverge(
        "Le fonds a pris 7,5 % du capital.",
        "The fund took at least 7.5% of the capital.",
        &["dropped_qualifier [7,5 % | at least 7.5%]"],
    );
    agree("Les ventes vont du simple au double.", "Sales may as much as double.");
    diverge("Les ventes montent.", "Sales doubled.", &["missing_figure [ | doubled]"]);
    diverge("Il sort 45 000 piles.", "It makes 4,500 cells.", &["wrong_scale [45 000 | 4,500]"]);
    diverge("La part est de 70 %.", "The share is 7%.", &["wrong_number [70 % | 7%]"]);
}

#[test]
fn a_forecast_that_moves_is_no_figure_expected() {
    let french = "L'armateur a porté sa prévision de bénéfice de 4 à 6 milliards de dollars.";
    agree(french, "The shipping line lifted its profit forecast to $6 billion from $4 billion.");
    diverge(
        french,
        "The shipping line lifted its profit forecast to $4 billion from $6 billion.",
        &["swapped [4 | $6 billion]", "swapped [6 milliards de dollars | $4 billion]"],
    );
}

#[test]
fn figures_exchanged_between_two_names_are_swapped() {
    let french = "Le CAC 40 a gagné 1,2 % et le DAX a cédé 0,8 %.";
    diverge(
        french,
        "The CAC 40 gained 0.8% and the DAX lost 1.2%.",
        &["swapped [1,2 % | 0.8%]", "swapped [0,8 % | 1.2%]"],
    );
    diverge(
        french,
        "The CAC 40 lost 1.2% and the DAX gained 0.8%.",
        &["direction [1,2 % | 1.2%]", "direction [0,8 % | 0.8%]"],
    );
    diverge(
        "Vireo a pris 3 % et Solenca a perdu 5 %.",
        "Solenca rose 3% and Vireo fell 5%.",
        &["swapped [3 % | 5%]", "swapped [5 % | 3%]"],
    );
}

#[test]
fn a_bound_in_prose_meets_an_exact_value_close_to_it() {
    let (french, english) = ("Plus de 40 millions d’euros.", "More than €40 million.");
    assert_eq!(found(french, english, &["43 million EUR"]), [""; 0]);
    for datum in ["40 million EUR", "39 million EUR", "49 million EUR", "50 million EUR", "> 43 million EUR"] {
        assert_eq!(found(french, english, &[datum]).len(), 1, "{datum}");
    }
    assert_eq!(found("Il a chuté de plus de 4 %.", "It fell more than 4%.", &["-4.3 %"]), [""; 0]);
    assert_eq!(found("Moins de 5 %.", "Less than 5%.", &["4.8 %"]), [""; 0]);
}

#[test]
fn exchanged_years_are_found_by_verbs_or_by_the_shape_of_the_sentence() {
    diverge(
        "Née en 1901, disparue en 1977.",
        "Born in 1977, vanished in 1901.",
        &["swapped [1901 | 1977]", "swapped [1977 | 1901]"],
    );
    diverge(
        "Le pont, dessiné en 1955, fut béni en 1961.",
        "The bridge, drawn in 1961, was blessed in 1955.",
        &["swapped [1955 | 1961]", "swapped [1961 | 1955]"],
    );
    agree("L’usine, fermée en 2020, a rouvert en 2023.", "The plant reopened in 2023 after closing in 2020.");
    agree("En 2023, il avait 40 sites, contre 25 en 2019.", "It had 25 sites in 2019 and 40 in 2023.");
}

#[test]
fn a_range_agrees_with_its_two_ends_and_a_part_with_its_factor() {
    agree("La hausse va de 3 à 9 euros.", "The rise goes from €3 to €9.");
    agree("Il a été divisé par trois.", "It was cut to a third.");
    agree("Un euro vaut 1,08 dollar.", "One euro is worth $1.08.");
    agree("Il vaut 17 pesos mexicains pour 1 dollar.", "It is 17 Mexican pesos to the dollar.");
}

#[test]
fn sentences_and_clauses_may_change_places() {
    let sound = [
        (
            "« Nous serons à l'équilibre au T2 2027 », assure Solvane, qui a consommé 44 millions d'euros au T3 2025.",
            "Solvane burnt through €44mn in Q3 2025. \"We will break even in Q2 2027,\" it says.",
        ),
        (
            "La panne a frappé plus de 2 000 entreprises et duré quinze heures.",
            "The outage lasted 15 hours and hit more than 2,000 companies.",
        ),
        (
            "Le carburant représente 28 % des coûts de la compagnie, les salaires 31 %.",
            "Wages make up 31% of the airline's costs and fuel 28%.",
        ),
        ("Le conseil compte 14 membres, dont six femmes.", "Six of the board's 14 members are women."),
        (
            "L'écart entre Paris et Berlin est de 80 points de base, après s'être creusé de 12 points de base.",
            "The gap between French and German yields widened by 12 basis points to 80 basis points.",
        ),
        (
            "Meridio, valorisée 3,25 milliards de dollars, a levé 300 millions de dollars.",
            "Meridio raised $300 million at a valuation of $3.25 billion.",
        ),
    ];
    for (french, english) in sound {
        assert_eq!(found(french, english, &[]), [""; 0], "{french} / {english}");
    }
    diverge(
        "Airbus a livré 766 appareils en 2024, Boeing 348.",
        "Airbus delivered 348 aircraft in 2024; Boeing managed 766.",
        &["swapped [766 | 348]", "swapped [348 | 766]"],
    );
    diverge(
        "Les ventes valent 94 millions d'euros, les stocks 65 millions d'euros.",
        "Sales are worth €65 million, stocks €94 million.",
        &["swapped [94 millions d'euros | €65 million]", "swapped [65 millions d'euros | €94 million]"],
    );
}

#[test]
fn lengths_of_time_and_small_numbers_in_other_words_are_no_divergence() {
    let sound = [
        ("Il en coûtera 15 milliards d'euros sur dix ans.", "The cost is €15bn over a decade."),
        ("Il faut compter un quart d'heure d'attente.", "Expect to wait 15 minutes."),
        (
            "Au premier semestre de 2025, les faillites ont augmenté de 5 %.",
            "Failures rose 5% in the first six months of 2025.",
        ),
        ("Neuf candidats, dont quatre étrangers, restent.", "Four foreign groups are among the nine that remain."),
        ("Un tiers du capital est à la famille.", "The family has 33.3% of the capital."),
    ];
    for (french, english) in sound {
        assert_eq!(found(french, english, &[]), [""; 0], "{french} / {english}");
    }
    diverge("Un tiers du capital.", "35% of the capital.", &["wrong_number [Un tiers | 35%]"]);
    diverge("Il faut 15 minutes.", "It takes 25 minutes.", &["wrong_number [15 | 25]"]);
}
