//! What the table, the key and the description say.
