//! Names and codes with numbers in them, and the figures that look like them.

use super::{en, fr};

#[test]
fn registers_accounts_and_telephones() {
    fr("L'IBAN FR76 3000 6000 0112 3456 7890 189 est celui du RCS Nanterre 403 170 701.", &[]);
    fr("SIRET : 732 829 320 00074, TVA FR 40 303 265 045, ISBN 978-2-07-036822-8.", &[]);
    fr("Appelez le 3949 ou le 36 46. La TVA passe à 20 %.", &["20 % [20 %]"]);
    en("GB29 NWBK 6016 1331 9268 19 and DE89 3704 0044 0532 0130 00 are closed.", &[]);
    en("VAT number GB 123 4567 89, EIN 12-3456789, dial 311.", &[]);
    en("It called 12 suppliers and paid VAT of 20%.", &["12 [12]", "20 % [20%]"]);
}

#[test]
fn a_name_takes_the_year_behind_it() {
    fr("Le plan Vision 2030, l'Euro 2024 et l'Expo 2025", &[]);
    fr("Mars 2024, Noël 2023 et un EBITDA 2024", &["2024-03 [Mars 2024]", "2023 [2023]", "2024 [2024]"]);
    en("Tokyo 2020 and Windows 2000 came after Acrobat 2023.", &[]);
    en("In Paris 2024 was good. Sales 2024 were flat.", &["2024 [2024]", "2024 [2024]"]);
    en("By 2030, since Spring 2024", &["2030 [2030]", "2024 [2024]"]);
}

#[test]
fn models_forms_engines_and_streets() {
    fr("Le 787 Dreamliner, le 767-300ER, la norme EN 13485, le 20-F et le 6-K", &[]);
    fr("L'Audi Q3 reçoit un moteur 1.2 PureTech, le moteur 1,5 TSI part.", &[]);
    fr("Les 27 Européens au T3", &["27 [27]", "XXXX-Q3 [T3]"]);
    en("The 787 Dreamliner carries a 737-800 part under ISO 13485:2016.", &[]);
    en("The 120 Airbus engineers and a 1.5-litre engine", &["120 [120]", "1.5 l [1.5-litre]"]);
    en("12 Seventh Street, 5th Avenue and its 5th plant", &["5 [5th]"]);
}

#[test]
fn a_trade_before_a_symbol_and_a_term_before_an_abbreviation() {
    fr("Le brasseur (HEIA) et le constructeur allemand (VOW3)", &["HEIA [HEIA]", "VOW3 [VOW3]"]);
    fr("Les ventes (EMEA), l'EBITDA (IFRS), les petites entreprises (PME), Air Liquide (AI)", &["AI [AI]"]);
    en("The brewer (ABI) and the Dutch chipmaker (ASML)", &["ABI [ABI]", "ASML [ASML]"]);
    en("Sales (EMEA) rose, Revenue (XYZ) too, as did Artificial Intelligence (AI).", &[]);
}

#[test]
fn codes_systems_and_idioms() {
    en("The update, iOS 18, drains batteries under SIC code 64209.", &[]);
    en("It was cobbled together at the eleventh hour, back at square one.", &[]);
    fr("La base aérienne 118 dépose le brevet 3456789 sous le code 64209.", &[]);
    fr("En un mot comme en cent, le textile cherche un second souffle par quatre chemins.", &[]);
}

#[test]
fn an_article_before_money_counts_nothing() {
    en("They haggled over a $1.3tn target.", &["1300000000000 USD [$1.3tn]"]);
    fr("Au mieux 15 exemplaires seront livrés.", &["<=15 [Au mieux 15]"]);
}

#[test]
fn aircraft_addresses_rules_and_names_in_the_singular() {
    en("The order has 787-9 models, 42 of its 737 MAX jets and omega-3.", &["42 [42]"]);
    en("It sits at 14 Finsbury Terrace, once at 9 West 57th Street.", &[]);
    en("Rule 10b-5 stands; set max_retries=5; Optimus Gen 3 folds.", &[]);
    fr("Peugeot mise sur le 3008, appelle le 115 et vote au 49.3.", &[]);
    fr("Le métro longe la rue du 4-Septembre. Il reçoit le 1 000e passager.", &["1000 [1 000e]"]);
    en("The companies number 14,044, and number 12 is last.", &["14044 [14,044]"]);
}

#[test]
fn expressions_with_number_words() {
    fr("Il s'est mis en quatre, sur son trente-et-un, à deux doigts de la rupture.", &[]);
    en("It is a zero-sum game, a catch-22 between two stools, day one to nine-to-five.", &[]);
}

#[test]
fn titles_models_and_addresses() {
    fr("Dans « Les 400 Coups » et « 2001, l'Odyssée de l'espace », on marche place du 8-Mai-1945.", &[]);
    fr("« 300 emplois disparaissent », « 2024, année record »", &["300 [300]", "2024 [2024]"]);
    en("He hums “99 Luftballons” at 30 Hudson Yards.", &[]);
    en("“99 jobs are gone”, “300 British workers left the plant last night”", &["99 [99]", "300 [300]"]);
    fr("la production du 3008 et l'erreur 404", &[]);
    en("It slowed assembly of the 787. A 404 error came up at Forever 21 again.", &[]);
    en("the 737 jobs", &["737 [737]"]);
    fr("Le croisiériste des Mille-Îles", &[]);
    en("the Confederation's 10-year bond", &["10 [10]"]);
}

#[test]
fn days_with_points_are_days_and_versions_are_not() {
    fr("le 21.03.2025, version 21.03.2025", &["2025-03-21 [21.03.2025]"]);
    en("closed on 21.03.2025 at 10.21.3.4", &["2025-03-21 [21.03.2025]"]);
}

#[test]
fn shares_of_companies_named_by_their_trade_or_symbol() {
    en("BP (BP) fell.", &["BP [BP]"]);
    fr("contre 17x pour sa rivale (RMS)", &["17 x [17x]", "RMS [RMS]"]);
    fr("Le spécialiste du paiement fractionné (AFRM) gagne 7 %.", &["AFRM [AFRM]", "7 % up [7 %]"]);
}

#[test]
fn an_article_of_the_constitution_is_no_number() {
    fr("Le recours au 49.3 et un 49.3 de plus", &[]);
    fr("L'indice est à 49,3 après plus de 49,3.", &["49.3 [49,3]", ">49.3 [plus de 49,3]"]);
}

#[test]
fn nouns_in_the_singular_call_what_stands_beside_them() {
    fr("L'enseigne 3 Suisses, le groupe 1&1 et le journal de 20 heures", &[]);
    fr("Les supérettes 8 à Huit, oméga 3, la nationale 118, des Quatre Cents Coups", &[]);
    fr("Le numéro de TVA de l'association, FR 40 303 265 045, cherche midi à quatorze heures.", &[]);
    fr("le train de 20 heures de retard, 300 Suisses", &["20 [20]", "300 [300]"]);
    en("The 38 bus left 50 Cent in Thousand Oaks with an ID.3.", &[]);
    en("HTTP/2, P5+1 and mRNA-1273 put two and two together.", &[]);
    en("They ran 38 buses, for 50 cents each, and handed over 7 of them.", &["38 [38]", "0.5 USD [50 cents]", "7 [7]"]);
    en("The Fate of Thirteen Banks Worries Europe", &["13 [Thirteen]"]);
}

#[test]
fn files_cases_teams_stations_and_houses() {
    en("Q3_forecast_v2.xlsx leaked in case 24-cv-01187, the 501(c)(3) and the 401(k) too.", &[]);
    en("A 4-3-3, the Top 40 on 98.5 FM, a tower at 22 Bishopsgate.", &[]);
    en("VAT number GB 123 4567 89 belonged to a florist at 22 Walmart stores.", &["22 [22]"]);
    en("the top 40 banks, 12 to 15-year bonds, a 30-second film", &["40 [40]", "12..15 [12 to 15]", "30 [30]"]);
    fr("Les F/A-18, la e-2008 et l’iPhone 16e valent le 7 Up, la 33 Export et l’enseigne Les 3 Brasseurs.", &[]);
    fr("Le numéro SIREN 812 940 371 appartient à un fleuriste ; le 98,5 FM passe au 4-4-2.", &[]);
    fr("Les 3 Français, le 3e, le 16e, du 7 Mars", &["3 [3]", "3 [3e]", "16 [16e]", "XXXX-03-07 [7 Mars]"]);
}

#[test]
fn number_words_begin_a_name() {
    en("Third Point won. Eleven Madison Park is back. Eleven Goldman Sachs bankers left.", &["11 [Eleven]"]);
    fr("Les quarts de nuit usent ; ils dorment sur leurs deux oreilles.", &[]);
}

#[test]
fn a_french_noun_in_the_singular_has_a_number() {
    fr("Elle relance son jean 501, la marque 1083 tisse, le pilier 2, le graphique 4 et la note 7.", &[]);
    fr("Le Ryzen 9 d’AMD", &[]);
    fr("La boutique vend 40 paires, la concurrente 35.", &["40 [40]", "35 [35]"]);
    fr("Le fonds 350 salariés, au total 350, le taux 12 %", &["350 [350]", "350 [350]", "12 % [12 %]"]);
}

#[test]
fn shares_whose_symbol_stands_before_a_colon_or_shortens_a_word() {
    fr("Soitec (SOI) : le carnet se vide.", &["SOI [SOI]"]);
    en("Target (TGT) fell. Sales (EMEA) and Target (XYZ) rose.", &["TGT [TGT]"]);
}

#[test]
fn models_and_scores_of_three_digits() {
    fr("Le jean 501 de Levi’s et la 2 CV de Citroën", &[]);
    fr("Le 2 MW de plus", &["2 MW up [2 MW]"]);
    en("The Galaxy Z Fold 6 was out when the Lakers won 112-104.", &[]);
    en("A 100-120 seat jet, one in every four dollars", &["100..120 [100-120]", "0.25 frac [one in every four]"]);
}
