//! The spelled-out names and the typeset signs of the unit symbols that `quantity::Unit` knows.

use super::{Lang, Locale};

/// Symbol, French names, British names; each once for one and once for more.
const NAMES: &[(&str, [&str; 2], [&str; 2])] = &[
    ("B", ["octet", "octets"], ["byte", "bytes"]),
    ("EB", ["exaoctet", "exaoctets"], ["exabyte", "exabytes"]),
    ("GB", ["gigaoctet", "gigaoctets"], ["gigabyte", "gigabytes"]),
    ("GHz", ["gigahertz", "gigahertz"], ["gigahertz", "gigahertz"]),
    ("GW", ["gigawatt", "gigawatts"], ["gigawatt", "gigawatts"]),
    ("GWh", ["gigawattheure", "gigawattheures"], ["gigawatt-hour", "gigawatt-hours"]),
    ("Hz", ["hertz", "hertz"], ["hertz", "hertz"]),
    ("MB", ["mégaoctet", "mégaoctets"], ["megabyte", "megabytes"]),
    ("MHz", ["mégahertz", "mégahertz"], ["megahertz", "megahertz"]),
    ("MW", ["mégawatt", "mégawatts"], ["megawatt", "megawatts"]),
    ("MWh", ["mégawattheure", "mégawattheures"], ["megawatt-hour", "megawatt-hours"]),
    ("Mt", ["mégatonne", "mégatonnes"], ["megatonne", "megatonnes"]),
    ("PB", ["pétaoctet", "pétaoctets"], ["petabyte", "petabytes"]),
    ("TB", ["téraoctet", "téraoctets"], ["terabyte", "terabytes"]),
    ("TW", ["térawatt", "térawatts"], ["terawatt", "terawatts"]),
    ("TWh", ["térawattheure", "térawattheures"], ["terawatt-hour", "terawatt-hours"]),
    ("W", ["watt", "watts"], ["watt", "watts"]),
    ("Wh", ["wattheure", "wattheures"], ["watt-hour", "watt-hours"]),
    ("bbl", ["baril", "barils"], ["barrel", "barrels"]),
    ("cm", ["centimètre", "centimètres"], ["centimetre", "centimetres"]),
    ("ft2", ["pied carré", "pieds carrés"], ["square foot", "square feet"]),
    ("g", ["gramme", "grammes"], ["gram", "grams"]),
    ("h", ["heure", "heures"], ["hour", "hours"]),
    ("ha", ["hectare", "hectares"], ["hectare", "hectares"]),
    ("hl", ["hectolitre", "hectolitres"], ["hectolitre", "hectolitres"]),
    ("kB", ["kilooctet", "kilooctets"], ["kilobyte", "kilobytes"]),
    ("kHz", ["kilohertz", "kilohertz"], ["kilohertz", "kilohertz"]),
    ("kV", ["kilovolt", "kilovolts"], ["kilovolt", "kilovolts"]),
    ("kW", ["kilowatt", "kilowatts"], ["kilowatt", "kilowatts"]),
    ("kWh", ["kilowattheure", "kilowattheures"], ["kilowatt-hour", "kilowatt-hours"]),
    ("kg", ["kilogramme", "kilogrammes"], ["kilogram", "kilograms"]),
    ("km", ["kilomètre", "kilomètres"], ["kilometre", "kilometres"]),
    ("km/h", ["kilomètre à l’heure", "kilomètres à l’heure"], ["kilometre per hour", "kilometres per hour"]),
    ("km2", ["kilomètre carré", "kilomètres carrés"], ["square kilometre", "square kilometres"]),
    ("kt", ["kilotonne", "kilotonnes"], ["kilotonne", "kilotonnes"]),
    ("l", ["litre", "litres"], ["litre", "litres"]),
    ("m", ["mètre", "mètres"], ["metre", "metres"]),
    ("m2", ["mètre carré", "mètres carrés"], ["square metre", "square metres"]),
    ("m3", ["mètre cube", "mètres cubes"], ["cubic metre", "cubic metres"]),
    ("mg", ["milligramme", "milligrammes"], ["milligram", "milligrams"]),
    ("mm", ["millimètre", "millimètres"], ["millimetre", "millimetres"]),
    ("nm", ["nanomètre", "nanomètres"], ["nanometre", "nanometres"]),
    ("t", ["tonne", "tonnes"], ["tonne", "tonnes"]),
    ("°C", ["degré Celsius", "degrés Celsius"], ["degree Celsius", "degrees Celsius"]),
];

/// The names that American English spells otherwise.
const AMERICAN: &[(&str, [&str; 2])] = &[
    ("cm", ["centimeter", "centimeters"]),
    ("hl", ["hectoliter", "hectoliters"]),
    ("km", ["kilometer", "kilometers"]),
    ("km/h", ["kilometer per hour", "kilometers per hour"]),
    ("km2", ["square kilometer", "square kilometers"]),
    ("l", ["liter", "liters"]),
    ("m", ["meter", "meters"]),
    ("m2", ["square meter", "square meters"]),
    ("m3", ["cubic meter", "cubic meters"]),
    ("mm", ["millimeter", "millimeters"]),
    ("nm", ["nanometer", "nanometers"]),
    ("t", ["metric ton", "metric tons"]),
];

/// The symbol spelled out: « gigawatts », "metres". A symbol without a name stays itself.
pub(super) fn name(symbol: &'static str, locale: Locale, one: bool) -> &'static str {
    let form = usize::from(!one);
    let american = AMERICAN.iter().find(|(known, _)| locale == Locale::EnUs && *known == symbol);
    if let Some((_, names)) = american {
        return names[form];
    }
    let names = NAMES.iter().find(|(known, ..)| *known == symbol);
    names.map_or(symbol, |(_, french, english)| match locale.lang() {
        Lang::Fr => french[form],
        Lang::En => english[form],
    })
}

/// The symbol as it is printed: powers are raised, and French writes the byte as octet (o).
pub(super) fn sign(symbol: &'static str, lang: Lang) -> &'static str {
    match (symbol, lang) {
        ("km2", _) => "km²",
        ("m2", _) => "m²",
        ("m3", _) => "m³",
        ("B", Lang::Fr) => "o",
        ("kB", Lang::Fr) => "ko",
        ("MB", Lang::Fr) => "Mo",
        ("GB", Lang::Fr) => "Go",
        ("TB", Lang::Fr) => "To",
        ("PB", Lang::Fr) => "Po",
        ("EB", Lang::Fr) => "Eo",
        _ => symbol,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Currency, Unit};

    #[test]
    fn every_symbol_of_the_data_files_has_a_name() {
        let codes = Currency::codes();
        for symbol in Unit::known().filter(|unit| !codes.contains(unit) && !["%", "pp", "bp", "x"].contains(unit)) {
            assert!(NAMES.iter().any(|(known, ..)| *known == symbol), "{symbol}");
        }
        assert!(AMERICAN.iter().all(|(symbol, _)| NAMES.iter().any(|(known, ..)| known == symbol)));
    }

    #[test]
    fn names_follow_country_and_number() {
        assert_eq!(name("GWh", Locale::FrFr, false), "gigawattheures");
        assert_eq!(name("km", Locale::EnUs, false), "kilometers");
        assert_eq!(name("km", Locale::EnGb, true), "kilometre");
        assert_eq!(sign("km2", Lang::En), "km²");
        assert_eq!(sign("TB", Lang::Fr), "To");
    }
}
