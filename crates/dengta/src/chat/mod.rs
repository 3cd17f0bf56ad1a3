//! Live chat: a customer opens the bubble on any page, and is helped.
//!
//! - A chat is a ticket whose customer is on the line ([`crate::routing`]). What is said enters by [`crate::tickets::receive`], as
//!   from the form ([`talk`]), and what we say by the verbs that answer every ticket.
//! - Who talks is a [`session::Visitor`]: a bearer token that the widget's frame keeps. It never stands in an address. A session has
//!   a customer from its first message on: a stranger, or whom the exchange's token names.
//! - A message is acknowledged when it is committed, with its number; the same client id again has the same answer.
//! - Pushing tells what is in the store already ([`socket`]): after whatever broke, exactly the gap comes again, in order.
//! - The assistant's words are messages of the desk, marked as such ([`replies`]); it never keeps a person away.

pub mod assistant;
pub mod contact;
pub mod files;
pub mod http;
pub mod notices;
pub mod page;
pub mod replies;
pub mod session;
pub mod shown;
pub mod signals;
pub mod socket;
pub mod suggestions;
pub mod talk;
pub mod transcript;
