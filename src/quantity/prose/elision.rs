//! Units that the words leave out because an earlier figure told them: "contre 24,1 milliards un an plus tôt".
//!
//! Owns inheritance between the figures of one sentence.

use super::grammar::{Figure, Paragraph};
use super::term::Term;
use super::{Content, Kind, Measure};

/// Gives every open number ("24,1 milliards" with nothing counted) the currency of the money before it in its sentence.
pub(super) fn inherit(paragraph: &Paragraph<'_>, figures: &mut [Figure]) {
    let mut currency = None;
    let mut at = 0;
    for index in 0..figures.len() {
        while at < figures[index].first {
            if paragraph.term(at) == Term::Stop {
                currency = None;
            }
            at += 1;
        }
        if figures[index].open && currency.is_none() {
            currency = following(paragraph, &figures[index..]);
        }
        let figure = &mut figures[index];
        if let Content::Number { unit, .. } = &mut figure.content {
            match *unit {
                Measure::Money(known) => currency = Some(known),
                Measure::None if figure.open && currency.is_some() => {
                    *unit = Measure::Money(currency.expect("just seen"));
                    figure.kind = Kind::Money;
                }
                _ => {}
            }
        }
    }
}

/// The currency of the next money figure of the sentence: "from 24.1 billion to $26.3 billion".
fn following(paragraph: &Paragraph<'_>, figures: &[Figure]) -> Option<crate::quantity::Currency> {
    let (open, later) = figures.split_first()?;
    later.iter().take(4).find_map(|next| match next.content {
        Content::Number { unit: Measure::Money(currency), .. } => {
            (!(open.next..next.first).any(|at| paragraph.term(at) == Term::Stop)).then_some(currency)
        }
        _ => None,
    })
}
