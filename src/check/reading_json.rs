//! The JSON Lines of `depeche extract --jsonl` and `depeche compare --jsonl`: a line in, a line out.
//!
//! Owns the names and order of the fields. Numbers are written digit by digit from exact decimals, so the text is the
//! value. Reading and writing the lines is the command's.

use crate::quantity::parity::{Comparison, Datum, Finding, compare};
use crate::quantity::prose::{Content, Direction, Options, ProseLang, Qualifier, Reader, Reading, WhenPart};
use crate::quantity::{Currency, Decimal};
use serde::Deserialize;
use std::borrow::Cow;
use std::fmt::Write as _;

#[derive(Deserialize)]
struct ExtractLine<'a> {
    #[serde(default)]
    id: serde_json::Value,
    #[serde(borrow)]
    lang: Cow<'a, str>,
    #[serde(borrow)]
    text: Cow<'a, str>,
}

#[derive(Deserialize)]
struct CompareLine {
    #[serde(default)]
    id: serde_json::Value,
    fr: String,
    en: String,
    #[serde(default)]
    data: Vec<String>,
}

/// Answers lines of `extract`, keeping its buffers from line to line.
pub struct Extractor {
    french: Reader,
    english: Reader,
    readings: Vec<Reading>,
}

impl Extractor {
    /// `dollar` is the currency of a bare `$`; `day_first` the order of days written with slashes in English.
    pub fn new(dollar: Currency, day_first: bool) -> Self {
        let options = |language| Options { dollar, day_first, ..Options::new(language) };
        let french = Options { day_first: true, ..options(ProseLang::French) };
        Self { french: Reader::new(french), english: Reader::new(options(ProseLang::English)), readings: Vec::new() }
    }

    /// Takes `{"id","lang","text"}` and appends `{"id","lang","quantities":[…]}` to `out`, without a line end.
    ///
    /// # Errors
    /// Says what is wrong with the line: no JSON object, a field missing, a language other than `fr` and `en`.
    pub fn line(&mut self, line: &str, out: &mut String) -> Result<(), String> {
        let line: ExtractLine = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let reader = match line.lang.split('-').next() {
            Some("fr") => &mut self.french,
            Some("en") => &mut self.english,
            _ => return Err(format!("unknown language `{}`: `fr` and `en` are read", line.lang)),
        };
        self.readings.clear();
        reader.read(&line.text, &mut self.readings);
        let _ = write!(out, "{{\"id\":{},\"lang\":\"{}\",\"quantities\":[", line.id, &line.lang[..2]);
        for (index, reading) in self.readings.iter().filter(|reading| has_form(reading)).enumerate() {
            if index > 0 {
                out.push(',');
            }
            write_reading(reading, out);
        }
        out.push_str("]}");
        Ok(())
    }
}

/// Takes `{"id","fr","en","data"?}` and answers `{"id","diverges","findings":[…]}`.
///
/// # Errors
/// Says what is wrong with the line, or which item of `data` is no value, period or ticker.
pub fn compare_line(line: &str, dollar: Currency) -> Result<String, String> {
    let line: CompareLine = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let data = line.data.iter().map(|item| Datum::parse(item)).collect::<Result<Vec<_>, _>>()?;
    let comparison = Comparison { french: &line.fr, english: &line.en, data: &data, dollars: [dollar; 2] };
    let findings = compare(&comparison);
    let mut out = format!("{{\"id\":{},\"diverges\":{},\"findings\":[", line.id, !findings.is_empty());
    for (index, finding) in findings.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_finding(finding, &line.data, &mut out);
    }
    out.push_str("]}");
    Ok(out)
}

fn write_finding(finding: &Finding, data: &[String], out: &mut String) {
    let _ = write!(out, "{{\"type\":\"{}\"", finding.kind.name());
    for (name, span) in [("fr", &finding.french), ("en", &finding.english)] {
        if let Some(span) = span {
            let _ = write!(out, ",\"{name}\":{{\"start\":{},\"end\":{}}}", span.start, span.end);
        }
    }
    if let Some(item) = finding.datum {
        let _ = write!(out, ",\"data\":{}", serde_json::Value::from(data[item].as_str()));
    }
    out.push('}');
}

/// Appends one quantity: `{"kind","value"|"low","high","unit","qualifier","direction","start","end"}`.
pub fn write_reading(reading: &Reading, out: &mut String) {
    out.push_str("{\"kind\":\"");
    out.push_str(reading.kind.name());
    let mut symbol = None;
    match &reading.content {
        Content::Number { low, high, unit } => {
            symbol = unit.symbol();
            if reading.qualifier == Qualifier::Range {
                out.push_str("\",\"low\":");
                write_decimal(*low, out);
                out.push_str(",\"high\":");
                write_decimal(*high, out);
            } else {
                out.push_str("\",\"value\":");
                write_decimal(*low, out);
            }
        }
        Content::Time(when) if when.part == WhenPart::Year => {
            symbol = when.fiscal.then_some("FY");
            let _ = write!(out, "\",\"value\":{when}");
        }
        Content::Time(when) => {
            let _ = write!(out, "\",\"value\":\"{when}\"");
        }
        Content::Ticker(symbol) => {
            let _ = write!(out, "\",\"value\":\"{symbol}\"");
        }
    }
    match symbol {
        Some(symbol) => {
            out.push_str(",\"unit\":\"");
            out.push_str(symbol);
            out.push_str("\",\"qualifier\":\"");
        }
        None => out.push_str(",\"unit\":null,\"qualifier\":\""),
    }
    out.push_str(reading.qualifier.name());
    out.push_str(match reading.direction() {
        Some(Direction::Up) => "\",\"direction\":\"up\",\"start\":",
        Some(Direction::Down) => "\",\"direction\":\"down\",\"start\":",
        None => "\",\"direction\":null,\"start\":",
    });
    write_integer(reading.span.start, out);
    out.push_str(",\"end\":");
    write_integer(reading.span.end, out);
    out.push('}');
}

/// Appends a decimal with all its digits and no others.
fn write_decimal(number: Decimal, out: &mut String) {
    let mut buffer = itoa::Buffer::new();
    let mantissa = number.mantissa();
    // A mantissa has 96 bits; nearly all fit in 64, which are written several times faster.
    let digits = match u64::try_from(mantissa.unsigned_abs()) {
        Ok(mantissa) => buffer.format(mantissa),
        Err(_) => buffer.format(mantissa.unsigned_abs()),
    };
    if mantissa < 0 {
        out.push('-');
    }
    let places = number.scale() as usize;
    match digits.len().checked_sub(places) {
        Some(whole) if places == 0 => out.push_str(&digits[..whole]),
        Some(whole) if whole > 0 => {
            out.push_str(&digits[..whole]);
            out.push('.');
            out.push_str(&digits[whole..]);
        }
        _ => {
            out.push_str("0.");
            out.extend(std::iter::repeat_n('0', places - digits.len()));
            out.push_str(digits);
        }
    }
}

fn write_integer(number: impl itoa::Integer, out: &mut String) {
    out.push_str(itoa::Buffer::new().format(number));
}

/// Whether the format has a form for the reading: a month without its year has none.
fn has_form(reading: &Reading) -> bool {
    !matches!(reading.when(), Some(when) if when.year.is_none() && matches!(when.part, WhenPart::Month(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extract(line: &str) -> Result<String, String> {
        let mut out = String::new();
        Extractor::new(Currency::CAD, false).line(line, &mut out).map(|()| out)
    }

    #[test]
    fn extract_answers_with_every_field_in_base_units() {
        let line = r#"{"id":"a","lang":"fr","text":"Plus de 4,5 G$ au T4 2024, +60 à 65 % (AMZN)."}"#;
        assert_eq!(
            extract(line).unwrap(),
            concat!(
                r#"{"id":"a","lang":"fr","quantities":["#,
                r#"{"kind":"money","value":4500000000,"unit":"CAD","qualifier":"more_than","direction":null,"start":0,"end":14},"#,
                r#"{"kind":"quarter","value":"2024-Q4","unit":null,"qualifier":"exact","direction":null,"start":18,"end":25},"#,
                r#"{"kind":"percent","low":60,"high":65,"unit":"%","qualifier":"range","direction":null,"start":28,"end":38}]}"#
            )
        );
    }

    #[test]
    fn numbers_keep_their_digits_and_fiscal_years_their_unit() {
        let line =
            r#"{"id":1,"lang":"en-GB","text":"A fall of 0.10% in fiscal 2025 to -12.5 and 900,000,000,000,000."}"#;
        let answer: serde_json::Value = serde_json::from_str(&extract(line).unwrap()).unwrap();
        let shown: Vec<String> =
            answer["quantities"].as_array().unwrap().iter().map(|q| format!("{} {}", q["value"], q["unit"])).collect();
        assert_eq!(shown, ["0.1 \"%\"", "2025 \"FY\"", "-12.5 null", "900000000000000 null"]);
    }

    #[test]
    fn a_month_without_a_year_has_no_form() {
        assert_eq!(
            extract(r#"{"lang":"en","text":"It opens in March."}"#).unwrap(),
            r#"{"id":null,"lang":"en","quantities":[]}"#
        );
    }

    #[test]
    fn bad_lines_are_refused() {
        assert!(extract("nothing").is_err());
        assert_eq!(
            extract(r#"{"id":1,"lang":"de","text":""}"#).unwrap_err(),
            "unknown language `de`: `fr` and `en` are read"
        );
        let line = r#"{"id":1,"fr":"","en":"","data":["26,3 billion USD"]}"#;
        assert!(compare_line(line, Currency::USD).unwrap_err().starts_with("`26,3 billion USD` is no value"));
    }

    #[test]
    fn compare_names_both_places_and_the_datum() {
        let line = r#"{"id":7,"fr":"Il vise 5 %.","en":"It aims for 6%.","data":["7 %"]}"#;
        assert_eq!(
            compare_line(line, Currency::USD).unwrap(),
            concat!(
                r#"{"id":7,"diverges":true,"findings":["#,
                r#"{"type":"wrong_number","fr":{"start":8,"end":11},"en":{"start":12,"end":14}},"#,
                r#"{"type":"data_mismatch","fr":{"start":8,"end":11},"en":{"start":12,"end":14},"data":"7 %"}]}"#
            )
        );
        let agreed = compare_line(r#"{"id":8,"fr":"Il vise 5 %.","en":"It aims for 5%."}"#, Currency::USD);
        assert_eq!(agreed.unwrap(), r#"{"id":8,"diverges":false,"findings":[]}"#);
    }
}
