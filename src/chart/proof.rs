//! What the bounds of two amounts prove of their order.

use crate::quantity::{Amount, Decimal};
use std::cmp::Ordering;

/// True where the least that `a` may be is above the greatest that `b` may be.
pub fn exceeds(a: Amount, b: Amount) -> bool {
    let (Some(least), Some(greatest)) = (least(a), greatest(b)) else { return false };
    match least.cmp(&greatest) {
        Ordering::Greater => true,
        // More than 100 is above 100 itself.
        Ordering::Equal => matches!(a, Amount::MoreThan(_)) || matches!(b, Amount::LessThan(_)),
        Ordering::Less => false,
    }
}

/// The least number that an amount may be; `None` where it has no lower bound. "About" is taken as a twentieth either way.
fn least(amount: Amount) -> Option<Decimal> {
    match amount {
        Amount::Exact(n) | Amount::MoreThan(n) | Amount::AtLeast(n) | Amount::Range(n, _) => Some(n),
        Amount::About(n) => Some(n - n.abs() / Decimal::from(20)),
        Amount::LessThan(_) | Amount::AtMost(_) => None,
    }
}

/// The greatest number that an amount may be.
fn greatest(amount: Amount) -> Option<Decimal> {
    match amount {
        Amount::Exact(n) | Amount::LessThan(n) | Amount::AtMost(n) | Amount::Range(_, n) => Some(n),
        Amount::About(n) => Some(n + n.abs() / Decimal::from(20)),
        Amount::MoreThan(_) | Amount::AtLeast(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Value;

    #[test]
    fn only_what_the_bounds_prove_is_said() {
        let check = |a: &str, b: &str, expect: bool| {
            let [a, b] = [a, b].map(|text| text.parse::<Value>().unwrap().amount);
            assert_eq!(exceeds(a, b), expect, "{a:?} and {b:?}");
        };
        check("5", "4", true);
        check("5", "5", false);
        check("> 5", "5", true);
        check(">= 5", "5", false);
        check("5", "< 5", true);
        check("60..65", "62", false);
        check("63..65", "62", true);
        check("< 9", "5", false);
        check("5", "> 4", false);
        check("~ 50", "49", false);
        check("~ 50", "~ 40", true);
    }
}
