//! Dépêche: a static site generator for news briefs in several languages, whose numbers can be trusted.
#![forbid(unsafe_code)]

pub mod check;
pub mod quantity;
