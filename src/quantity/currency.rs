//! Currencies by their ISO 4217 code.

use std::fmt;

/// The active alphabetic codes of ISO 4217 (funds codes, metals and test codes left out), sorted.
const CODES: &[&str] = &[
    "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD",
    "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP",
    "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP",
    "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD",
    "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD",
    "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN",
    "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB",
    "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL",
    "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES",
    "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG",
];

/// An ISO 4217 currency; only codes of the standard can be made.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(u8);

impl Currency {
    pub const CAD: Self = Self::known("CAD");
    pub const EUR: Self = Self::known("EUR");
    pub const GBP: Self = Self::known("GBP");
    pub const USD: Self = Self::known("USD");

    /// The currency of an alphabetic code in capitals, if ISO 4217 lists it.
    pub fn from_code(code: &str) -> Option<Self> {
        CODES.binary_search(&code).ok().and_then(|index| u8::try_from(index).ok()).map(Self)
    }

    pub fn code(self) -> &'static str {
        CODES[usize::from(self.0)]
    }

    /// Every code, in alphabetical order: for hints.
    pub fn codes() -> &'static [&'static str] {
        CODES
    }

    pub(super) const fn known(code: &str) -> Self {
        let wanted = code.as_bytes();
        let mut i = 0_u8;
        while (i as usize) < CODES.len() {
            let have = CODES[i as usize].as_bytes();
            if have[0] == wanted[0] && have[1] == wanted[1] && have[2] == wanted[2] {
                return Self(i);
            }
            i += 1;
        }
        panic!("no such currency code")
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_found_again() {
        for code in CODES {
            assert_eq!(Currency::from_code(code).map(Currency::code), Some(*code));
        }
        assert_eq!(Currency::from_code("XYZ"), None);
        assert_eq!(Currency::USD.code(), "USD");
    }
}
