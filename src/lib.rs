//! Dépêche: a static site generator for news briefs in several languages, whose numbers can be trusted.
//!
//! The pipeline, in the words of the folders: [`discover`] finds and reads every input; [`parse`] makes a [`model::Site`] of
//! them; [`check`] judges it; [`plan`] names every output file; [`render`] makes one file's bytes; [`mod@write`] puts the whole
//! site in its place. [`build`] is the line that joins them; [`serve`] shows the site while
//! it is written, and [`copyedit`] sets the author's own files. Beneath lie what a number is ([`quantity`]), how each language
//! writes it ([`locale`]), how a chart is drawn ([`chart`]), and what is said when something is wrong ([`diag`]).
#![forbid(unsafe_code)]

pub mod build;
pub mod chart;
pub mod check;
pub mod copyedit;
pub mod diag;
pub mod discover;
pub mod locale;
pub mod model;
pub mod parse;
pub mod plan;
pub mod quantity;
pub mod render;
pub mod serve;
pub mod write;
