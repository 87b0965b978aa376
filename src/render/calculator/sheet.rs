//! A calculator's numbers and sentences in one language, as they stand before a reader changes anything.

use crate::locale::{Formats, Strings, Style};
use crate::model::{Brief, Calculator, CalculatorInput, CalculatorOutput};
use crate::quantity::formula::Kind;
use crate::quantity::{Amount, Decimal, Relation, Unit, Value};
use crate::render::worked::{Piece, pieces};

/// What every part of a calculator is written with.
pub struct Sheet<'a> {
    pub brief: &'a Brief,
    pub calculator: &'a Calculator,
    pub formats: &'a Formats,
    strings: &'a Strings,
}

/// An input's number and its limits in units of 10^`exponent`, with the words around it.
pub struct Field {
    pub exponent: u32,
    pub before: String,
    pub after: String,
    pub value: Decimal,
    pub min: Decimal,
    pub max: Decimal,
    pub step: Decimal,
    /// The limits in words.
    pub limits: String,
}

impl<'a> Sheet<'a> {
    pub fn new(brief: &'a Brief, calculator: &'a Calculator, formats: &'a Formats, strings: &'a Strings) -> Self {
        Self { brief, calculator, formats, strings }
    }

    /// `None` for an input without a number, which is reported when the site is checked.
    pub fn field(&self, input: &CalculatorInput) -> Option<Field> {
        let start = input.value(self.brief)?;
        let largest = input.max.value.amount.low().abs();
        let number = start.amount.low();
        let exponent = self.formats.exponent(if number.is_zero() { largest } else { number.abs() }, &start.unit);
        let forms = self.formats.value_forms(&start.unit);
        let scale = forms.scales.iter().find(|scale| scale.exponent == exponent)?;
        let (before, after) = scale.other.split_once('#')?;
        let shown = |number: Decimal| (number / Decimal::from(10_i64.pow(exponent))).normalize();
        let limits @ [min, max, step] = [&input.min, &input.max, &input.step].map(|limit| limit.value.amount.low());
        let said = |amount| self.said(&Value { amount, unit: start.unit.clone() });
        let args = [("range", &*said(Amount::Range(min, max))), ("step", &said(Amount::Exact(step)))];
        Some(Field {
            exponent,
            before: format!("{}{before}", self.formats.bound_words(&start.amount)),
            after: after.to_owned(),
            value: shown(number),
            min: shown(limits[0]),
            max: shown(limits[1]),
            step: shown(limits[2]),
            limits: self.text("calculator-limits", &args),
        })
    }

    /// « 26,3 milliards de dollars × 4 trimestres = 105,2 milliards de dollars, soit plus que… »
    pub fn sentence(&self, output: &CalculatorOutput) -> String {
        let value = |name: &str| self.calculator.value(self.brief, name);
        let Ok(result) = output.formula.formula.evaluate(&value) else { return self.nothing() };
        let relation = self.reference(output).map(|reference| Relation::new(result.amount, reference.amount));
        let mut sentence = String::new();
        for piece in self.worked(output) {
            match piece {
                Piece::Text(text) => sentence.push_str(&text),
                Piece::Name(name) => sentence.push_str(&self.said(&value(name).expect("the formula has a result"))),
            }
        }
        sentence + &self.said(&result) + &self.ending(output, relation)
    }

    /// The sum up to its result; nothing where the result is a value as it stands.
    pub fn worked<'f>(&self, output: &'f CalculatorOutput) -> Vec<Piece<'f>> {
        let formula = &output.formula.formula;
        if matches!(formula.root().kind, Kind::Name(_) | Kind::Literal(_)) {
            return Vec::new();
        }
        let mut pieces = pieces(formula, self.formats, self.strings, Style::Prose);
        pieces.push(Piece::Text(format!(" {}\u{a0}", if formula.is_rounded() { '≈' } else { '=' })));
        pieces
    }

    /// What an output is compared with.
    pub fn reference(&self, output: &CalculatorOutput) -> Option<&Value> {
        self.brief.figures.get(&output.compare.as_ref()?.with.value)?.value.as_ref()
    }

    /// The end of an output's sentence, with how the result stands to what it is compared with.
    pub fn ending(&self, output: &CalculatorOutput, relation: Option<Relation>) -> String {
        let (Some(relation), Some(compare), Some(reference)) = (relation, &output.compare, self.reference(output))
        else {
            return ".".to_owned();
        };
        let key = match relation {
            Relation::More => "calculator-more",
            Relation::Less => "calculator-less",
            Relation::Same => "calculator-same",
            Relation::OverMinimum => "calculator-over-minimum",
            Relation::UnderMaximum => "calculator-under-maximum",
            Relation::Within => "calculator-within",
            Relation::Unknown => "calculator-beside",
        };
        let limit = Value { amount: Amount::Exact(reference.amount.low()), unit: reference.unit.clone() };
        let label = compare.label.get(self.formats.lang());
        let args = [("label", label), ("value", &self.said(reference)), ("limit", &self.said(&limit))];
        format!(", {}.", self.text(key, &args))
    }

    /// What stands in the place of a result that there is not.
    pub fn nothing(&self) -> String {
        self.text("calculator-nothing", &[])
    }

    /// Whether an output's result is only about right, whatever the numbers.
    pub fn is_approximate(&self, output: &CalculatorOutput) -> bool {
        let value = |name: &str| self.calculator.value(self.brief, name);
        output.formula.formula.evaluate(&value).is_ok_and(|result| matches!(result.amount, Amount::About(_)))
    }

    /// The unit of an output's result.
    pub fn unit(&self, output: &CalculatorOutput) -> Unit {
        let unit = |name: &str| self.calculator.value(self.brief, name).map(|value| value.unit);
        output.formula.formula.terms(&unit).map_or(Unit::Number, |(_, unit)| unit)
    }

    fn said(&self, value: &Value) -> String {
        self.formats.value(value, Style::Prose)
    }

    fn text(&self, key: &str, args: &[(&str, &str)]) -> String {
        let text = self.strings.format(key, args).unwrap_or_default();
        self.formats.typeset(&text, None).into_owned()
    }
}
