//! How a number stands to a reference, as far as the bounds of both tell.

use super::{Amount, Interval};

/// How a number stands to a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    More,
    Less,
    Same,
    /// Above the low end of a reference that has no high end, so that either may be the larger.
    OverMinimum,
    /// Below the high end of a reference that has no low end.
    UnderMaximum,
    /// Inside a range.
    Within,
    /// Not known.
    Unknown,
}

impl Relation {
    /// What an amount must lie inside of to stand to `reference` in each way that can be known. An approximate amount lies inside of
    /// nothing.
    pub fn cases(reference: Amount) -> Vec<(Amount, Self)> {
        use Amount::{About, AtLeast, AtMost, Exact, LessThan, MoreThan, Range};
        match reference {
            Exact(n) => vec![(LessThan(n), Self::Less), (MoreThan(n), Self::More), (Exact(n), Self::Same)],
            MoreThan(n) => vec![(AtMost(n), Self::Less), (MoreThan(n), Self::OverMinimum)],
            AtLeast(n) => vec![(LessThan(n), Self::Less), (MoreThan(n), Self::OverMinimum)],
            LessThan(n) => vec![(AtLeast(n), Self::More), (LessThan(n), Self::UnderMaximum)],
            AtMost(n) => vec![(MoreThan(n), Self::More), (LessThan(n), Self::UnderMaximum)],
            Range(low, high) => {
                vec![(LessThan(low), Self::Less), (MoreThan(high), Self::More), (Range(low, high), Self::Within)]
            }
            About(_) => Vec::new(),
        }
    }

    /// How `amount` stands to `reference`.
    pub fn new(amount: Amount, reference: Amount) -> Self {
        let inside = |range: Amount| Interval::from(amount).is_inside(range.into());
        Self::cases(reference)
            .into_iter()
            .find(|(range, _)| inside(*range))
            .map_or(Self::Unknown, |(_, relation)| relation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Value;

    #[test]
    fn a_comparison_says_what_the_bounds_allow() {
        let check = |left: &str, right: &str, expect| {
            let amount = |text: &str| text.parse::<Value>().unwrap().amount;
            assert_eq!(Relation::new(amount(left), amount(right)), expect, "{left} to {right}");
        };
        check("105.2", "> 100", Relation::OverMinimum);
        check("100", "> 100", Relation::Less);
        check("100", ">= 100", Relation::Unknown);
        check("> 105", ">= 100", Relation::OverMinimum);
        check("90", "< 100", Relation::UnderMaximum);
        check("100", "< 100", Relation::More);
        check("101", "<= 100", Relation::More);
        check("80", "60..65", Relation::More);
        check("62", "60..65", Relation::Within);
        check("61..70", "60..65", Relation::Unknown);
        check("5", "5", Relation::Same);
        check("> 90", "100", Relation::Unknown);
        check("< 60", "60..65", Relation::Less);
        check("~ 200", "100", Relation::Unknown);
        check("200", "~ 100", Relation::Unknown);
    }
}
