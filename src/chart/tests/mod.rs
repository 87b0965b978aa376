//! Charts from figures to drawing: which rows in which order, where everything stands, what is said, what is refused.

pub mod fixture;
mod leaves;
mod places;
mod refusals;
mod remarks;
mod rows;
mod says;
mod texts;
