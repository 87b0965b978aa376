//! The names and signs of the most traded currencies; any other is written with its ISO 4217 code.

use super::{Lang, Locale};
use crate::quantity::Currency;

struct Names {
    code: &'static str,
    /// For one and for more.
    french: [&'static str; 2],
    english: [&'static str; 2],
    /// The sign, or the code where newspapers print no sign. Parts of a sign are held by a no-break space.
    french_sign: &'static str,
    english_sign: &'static str,
}

/// The currencies with most turnover (Bank for International Settlements, triennial survey), by code. Names are CLDR's,
/// shortened where the short name is one country's only (yen, yuan, zloty).
const CURRENCIES: &[Names] = &[
    Names {
        code: "AED",
        french: ["dirham des Émirats", "dirhams des Émirats"],
        english: ["UAE dirham", "UAE dirhams"],
        french_sign: "AED",
        english_sign: "AED",
    },
    Names {
        code: "AUD",
        french: ["dollar australien", "dollars australiens"],
        english: ["Australian dollar", "Australian dollars"],
        french_sign: "$\u{a0}AU",
        english_sign: "A$",
    },
    Names {
        code: "BRL",
        french: ["réal brésilien", "réals brésiliens"],
        english: ["Brazilian real", "Brazilian reals"],
        french_sign: "R$",
        english_sign: "R$",
    },
    Names {
        code: "CAD",
        french: ["dollar canadien", "dollars canadiens"],
        english: ["Canadian dollar", "Canadian dollars"],
        french_sign: "$\u{a0}CA",
        english_sign: "C$",
    },
    Names {
        code: "CHF",
        french: ["franc suisse", "francs suisses"],
        english: ["Swiss franc", "Swiss francs"],
        french_sign: "CHF",
        english_sign: "CHF",
    },
    Names {
        code: "CLP",
        french: ["peso chilien", "pesos chiliens"],
        english: ["Chilean peso", "Chilean pesos"],
        french_sign: "CLP",
        english_sign: "CLP",
    },
    Names {
        code: "CNY",
        french: ["yuan", "yuans"],
        english: ["yuan", "yuan"],
        french_sign: "CNY",
        english_sign: "CNY",
    },
    Names {
        code: "COP",
        french: ["peso colombien", "pesos colombiens"],
        english: ["Colombian peso", "Colombian pesos"],
        french_sign: "COP",
        english_sign: "COP",
    },
    Names {
        code: "CZK",
        french: ["couronne tchèque", "couronnes tchèques"],
        english: ["Czech koruna", "Czech korunas"],
        french_sign: "CZK",
        english_sign: "CZK",
    },
    Names {
        code: "DKK",
        french: ["couronne danoise", "couronnes danoises"],
        english: ["Danish krone", "Danish kroner"],
        french_sign: "DKK",
        english_sign: "DKK",
    },
    Names {
        code: "EUR", french: ["euro", "euros"], english: ["euro", "euros"], french_sign: "€", english_sign: "€"
    },
    Names {
        code: "GBP",
        french: ["livre sterling", "livres sterling"],
        english: ["pound", "pounds"],
        french_sign: "£",
        english_sign: "£",
    },
    Names {
        code: "HKD",
        french: ["dollar de Hong Kong", "dollars de Hong Kong"],
        english: ["Hong Kong dollar", "Hong Kong dollars"],
        french_sign: "$\u{a0}HK",
        english_sign: "HK$",
    },
    Names {
        code: "HUF",
        french: ["forint", "forints"],
        english: ["forint", "forints"],
        french_sign: "HUF",
        english_sign: "HUF",
    },
    Names {
        code: "IDR",
        french: ["roupie indonésienne", "roupies indonésiennes"],
        english: ["Indonesian rupiah", "Indonesian rupiahs"],
        french_sign: "IDR",
        english_sign: "IDR",
    },
    Names {
        code: "ILS",
        french: ["shekel", "shekels"],
        english: ["shekel", "shekels"],
        french_sign: "₪",
        english_sign: "₪",
    },
    Names {
        code: "INR",
        french: ["roupie indienne", "roupies indiennes"],
        english: ["Indian rupee", "Indian rupees"],
        french_sign: "₹",
        english_sign: "₹",
    },
    Names { code: "JPY", french: ["yen", "yens"], english: ["yen", "yen"], french_sign: "¥", english_sign: "¥" },
    Names { code: "KRW", french: ["won", "wons"], english: ["won", "won"], french_sign: "₩", english_sign: "₩" },
    Names {
        code: "MXN",
        french: ["peso mexicain", "pesos mexicains"],
        english: ["Mexican peso", "Mexican pesos"],
        french_sign: "MXN",
        english_sign: "MXN",
    },
    Names {
        code: "MYR",
        french: ["ringgit", "ringgits"],
        english: ["ringgit", "ringgits"],
        french_sign: "MYR",
        english_sign: "MYR",
    },
    Names {
        code: "NOK",
        french: ["couronne norvégienne", "couronnes norvégiennes"],
        english: ["Norwegian krone", "Norwegian kroner"],
        french_sign: "NOK",
        english_sign: "NOK",
    },
    Names {
        code: "NZD",
        french: ["dollar néo-zélandais", "dollars néo-zélandais"],
        english: ["New Zealand dollar", "New Zealand dollars"],
        french_sign: "$\u{a0}NZ",
        english_sign: "NZ$",
    },
    Names {
        code: "PHP",
        french: ["peso philippin", "pesos philippins"],
        english: ["Philippine peso", "Philippine pesos"],
        french_sign: "PHP",
        english_sign: "PHP",
    },
    Names {
        code: "PLN",
        french: ["zloty", "zlotys"],
        english: ["zloty", "zlotys"],
        french_sign: "PLN",
        english_sign: "PLN",
    },
    Names {
        code: "RON",
        french: ["leu roumain", "lei roumains"],
        english: ["Romanian leu", "Romanian lei"],
        french_sign: "RON",
        english_sign: "RON",
    },
    Names {
        code: "RUB",
        french: ["rouble", "roubles"],
        english: ["rouble", "roubles"],
        french_sign: "RUB",
        english_sign: "RUB",
    },
    Names {
        code: "SAR",
        french: ["riyal saoudien", "riyals saoudiens"],
        english: ["Saudi riyal", "Saudi riyals"],
        french_sign: "SAR",
        english_sign: "SAR",
    },
    Names {
        code: "SEK",
        french: ["couronne suédoise", "couronnes suédoises"],
        english: ["Swedish krona", "Swedish kronor"],
        french_sign: "SEK",
        english_sign: "SEK",
    },
    Names {
        code: "SGD",
        french: ["dollar de Singapour", "dollars de Singapour"],
        english: ["Singapore dollar", "Singapore dollars"],
        french_sign: "$\u{a0}SG",
        english_sign: "S$",
    },
    Names {
        code: "THB",
        french: ["baht", "bahts"],
        english: ["baht", "baht"],
        french_sign: "THB",
        english_sign: "THB",
    },
    Names {
        code: "TRY",
        french: ["livre turque", "livres turques"],
        english: ["Turkish lira", "Turkish lira"],
        french_sign: "TRY",
        english_sign: "TRY",
    },
    Names {
        code: "TWD",
        french: ["dollar taïwanais", "dollars taïwanais"],
        english: ["Taiwan dollar", "Taiwan dollars"],
        french_sign: "TWD",
        english_sign: "NT$",
    },
    Names {
        code: "USD",
        french: ["dollar américain", "dollars américains"],
        english: ["US dollar", "US dollars"],
        french_sign: "$\u{a0}US",
        english_sign: "US$",
    },
    Names {
        code: "ZAR",
        french: ["rand", "rands"],
        english: ["rand", "rand"],
        french_sign: "ZAR",
        english_sign: "ZAR",
    },
];

/// The currency in words after a number: « dollars », "Swiss francs". The locale's own dollar needs no country.
pub(super) fn name(currency: Currency, locale: Locale, one: bool) -> &'static str {
    let form = usize::from(!one);
    if currency == locale.dollar() {
        return ["dollar", "dollars"][form];
    }
    names(currency).map_or(currency.code(), |names| match locale.lang() {
        Lang::Fr => names.french[form],
        Lang::En => names.english[form],
    })
}

/// The currency's sign beside a number: `$`, `€`, « $ US », `CHF`.
pub(super) fn sign(currency: Currency, locale: Locale) -> &'static str {
    if currency == locale.dollar() {
        return "$";
    }
    names(currency).map_or(currency.code(), |names| match locale.lang() {
        Lang::Fr => names.french_sign,
        Lang::En => names.english_sign,
    })
}

/// Whether a sign is letters of the code, which keep a space from the number.
pub(super) fn is_code(sign: &str) -> bool {
    sign.bytes().all(|b| b.is_ascii_uppercase())
}

fn names(currency: Currency) -> Option<&'static Names> {
    let index = CURRENCIES.binary_search_by_key(&currency.code(), |names| names.code).ok()?;
    Some(&CURRENCIES[index])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted_and_real() {
        assert!(CURRENCIES.is_sorted_by_key(|names| names.code));
        assert!(CURRENCIES.iter().all(|names| Currency::from_code(names.code).is_some()));
    }

    #[test]
    fn a_dollar_is_named_by_who_reads_it() {
        for (locale, usd, cad, usd_sign, cad_sign) in [
            (Locale::FrFr, "dollars", "dollars canadiens", "$", "$\u{a0}CA"),
            (Locale::FrCa, "dollars américains", "dollars", "$\u{a0}US", "$"),
            (Locale::EnUs, "dollars", "Canadian dollars", "$", "C$"),
            (Locale::EnGb, "dollars", "Canadian dollars", "$", "C$"),
        ] {
            assert_eq!((name(Currency::USD, locale, false), name(Currency::CAD, locale, false)), (usd, cad));
            assert_eq!((sign(Currency::USD, locale), sign(Currency::CAD, locale)), (usd_sign, cad_sign));
        }
    }

    #[test]
    fn a_rare_currency_keeps_its_code() {
        let afghani = Currency::from_code("AFN").unwrap();
        assert_eq!(name(afghani, Locale::FrFr, false), "AFN");
        assert!(is_code(sign(afghani, Locale::EnUs)));
        assert!(!is_code("R$") && !is_code("€"));
    }
}
