//! The live chat.

pub mod assistant;
