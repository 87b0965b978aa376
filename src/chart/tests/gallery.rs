//! temporary
use super::fixture::*;
use crate::locale::Locale;
#[test]
fn gallery() {
    let _ = Fixture::new(&PLANS).draw(&Fixture::new(&PLANS).spec(), Locale::FrFr);
}
