//! A calculator as a block: the worked sums, complete without scripts, and what its script needs to work them again.

mod data;
mod sheet;

use super::prose::{Place, Writer};
use super::views::{CalculatorInputView, CalculatorOutputView, CalculatorView};
use crate::diag::Diagnostic;
use crate::model::{Brief, Calculator, Start};
use sheet::Sheet;

/// The script of pages with a calculator, below `static/`.
pub const SCRIPT: &str = "calculator.js";

impl<'s> Writer<'_, 's> {
    pub fn calculator(
        &mut self,
        brief: &'s Brief,
        id: &'s str,
        calculator: &'s Calculator,
    ) -> Result<String, Diagnostic> {
        let (renderer, lang) = (self.renderer, self.lang);
        let feed = self.place == Place::Feed;
        self.scripts.insert(SCRIPT);
        let sheet = Sheet::new(brief, calculator, renderer.formats(lang), renderer.strings(lang));
        let base = format!("calculator-{id}");
        let inputs = calculator.inputs.iter().filter_map(|(name, input)| {
            let field = sheet.field(input)?;
            Some(CalculatorInputView {
                id: format!("{base}-{name}"),
                label: renderer.typeset(lang, input.label.get(lang)),
                limits: field.limits,
                before: field.before,
                after: field.after,
                value: field.value.to_string(),
                min: field.min.to_string(),
                max: field.max.to_string(),
                step: field.step.to_string(),
            })
        });
        let inputs: Vec<CalculatorInputView> = inputs.collect();
        let outputs = calculator.outputs.iter().map(|(name, output)| CalculatorOutputView {
            id: format!("{base}-{name}"),
            label: renderer.typeset(lang, output.label.get(lang)),
            sentence: sheet.sentence(output),
        });
        let view = CalculatorView {
            lang: lang.tag(),
            title: renderer.typeset(lang, calculator.title.get(lang)),
            data: data::of(&sheet).to_string(),
            outputs: outputs.collect(),
            sources: sources(brief, calculator).into_iter().map(|id| self.source(brief, id)).collect(),
            id: base,
            inputs,
            feed,
        };
        renderer.theme.render("embeds/calculator.html", &view, renderer.files)
    }
}

/// The sources of every figure that a calculator uses, in the order of use.
fn sources<'b>(brief: &'b Brief, calculator: &'b Calculator) -> Vec<&'b str> {
    let started = calculator.inputs.values().filter_map(|input| match &input.start {
        Start::Figure(id) => Some(id.value.as_str()),
        Start::Value(_) => None,
    });
    let used = calculator.outputs.values().flat_map(|output| {
        let names = output.formula.formula.names().into_iter().map(|(name, _)| name);
        names.chain(output.compare.iter().map(|compare| compare.with.value.as_str()))
    });
    let mut sources = Vec::new();
    for figure in started.chain(used).filter_map(|id| brief.figures.get(id)) {
        if !sources.contains(&figure.source.value.as_str()) {
            sources.push(&figure.source.value);
        }
    }
    sources
}
