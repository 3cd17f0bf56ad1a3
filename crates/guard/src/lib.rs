//! Text in, findings out: secrets that must never be stored, and impostors.
//!
//! It knows no database, no HTTP, no clock and no network, and it is of use to whoever has text to clean. Its work grows in
//! proportion to the text, whatever the text is.

pub mod asking;
pub mod impostors;
pub mod secrets;
pub mod visible;
