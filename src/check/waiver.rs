//! `waiver`: a comment that lets findings pass is not in order.
//!
//! Why: a waiver that waives nothing, or gives no reason, hides what the next author should know.
//!
//! Example: `<!-- depeche-allow: parity -->` has no reason and waives nothing. Write `<!-- depeche-allow: parity | the pun works in
//! English only -->` on a line of its own before the paragraph, and take it out once the paragraph has no finding.

use super::{LINTS, Lint, Subject, level};
use crate::diag::{Diagnostic, FileId, Span, suggestion};
use crate::model::{Brief, Level, Site, Waiver};
use std::collections::BTreeMap;

pub const LINT: Lint =
    Lint { name: "waiver", level: Level::Warn, summary: "a comment that lets findings pass is not in order", run };

/// What can be told of waivers by themselves.
fn run(subject: &Subject) -> Vec<Diagnostic> {
    waivers(subject.site).filter_map(fault).collect()
}

fn fault(waiver: &Waiver) -> Option<Diagnostic> {
    let name = &waiver.lint;
    if !LINTS.iter().any(|lint| lint.name == name.value) {
        let mut finding = LINT.finding(name.span, format!("there is no lint `{}` to allow", name.value));
        finding.hint = suggestion(&name.value, LINTS.iter().map(|lint| lint.name))
            .or_else(|| Some("errors of structure cannot be allowed: mend them".to_owned()));
        return Some(finding);
    }
    if waiver.reason.is_empty() {
        let hint = format!("write `<!-- depeche-allow: {} | why -->`", name.value);
        return Some(LINT.finding(waiver.span, "this waiver gives no reason, and waives nothing").hint(hint));
    }
    if waiver.covers.is_none() {
        let hint = "put the comment on a line of its own before the paragraph";
        return Some(
            LINT.finding(waiver.span, "no paragraph follows this waiver, so that it waives nothing").hint(hint),
        );
    }
    None
}

/// Takes out the findings that waivers cover. Returns those that stay, and a finding for each waiver that covers none.
pub fn apply(site: &Site, findings: Vec<Diagnostic>) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    let sound: Vec<(&Waiver, Span)> =
        waivers(site).filter(|w| fault(w).is_none()).filter_map(|w| Some((w, w.covers?))).collect();
    let mut by_file: BTreeMap<FileId, Vec<usize>> = BTreeMap::new();
    for (index, (_, covers)) in sound.iter().enumerate() {
        by_file.entry(covers.file).or_default().push(index);
    }
    let mut used = vec![false; sound.len()];
    let mut waives = |finding: &Diagnostic| {
        let places = finding.span.into_iter().chain(finding.related.iter().map(|(span, _)| *span));
        let mut waived = false;
        for place in places {
            for &index in by_file.get(&place.file).into_iter().flatten() {
                let (waiver, covers) = sound[index];
                if waiver.lint.value == finding.name && covers.start <= place.start && place.end <= covers.end {
                    used[index] = true;
                    waived = true;
                }
            }
        }
        waived
    };
    let kept = findings.into_iter().filter(|finding| !waives(finding)).collect();
    let runs = |name: &str| LINTS.iter().any(|lint| lint.name == name && level(site, lint) > Level::Allow);
    let idle = sound.iter().zip(&used).filter(|((waiver, _), used)| !**used && runs(&waiver.lint.value));
    let idle = idle.map(|((waiver, _), _)| {
        LINT.finding(waiver.span, format!("the next paragraph has no finding of `{}`", waiver.lint.value))
            .hint("take this waiver out")
    });
    (kept, idle.collect())
}

/// The waivers of all texts.
fn waivers(site: &Site) -> impl Iterator<Item = &Waiver> {
    let briefs = site.briefs.values().flat_map(Brief::proses).map(|(_, prose)| prose);
    let pages = site.pages.values().flat_map(|page| page.editions.iter()).flat_map(|(_, edition)| edition.proses());
    briefs.chain(pages).flat_map(|prose| &prose.waivers)
}
