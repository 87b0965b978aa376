//! Charts from figures to drawing: which rows in which order, where everything stands, what is said, what is refused.

pub mod dots;
mod fixture;
mod leaves;
mod lines;
mod places;
mod refusals;
mod remarks;
mod rows;
mod says;
mod texts;
