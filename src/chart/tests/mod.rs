//! Charts from figures to drawing: what is in the picture, the table and the description, and that no text runs into
//! another or out of the frame.

pub mod fixture;
mod places;
mod says;
