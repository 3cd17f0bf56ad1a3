//! Mail out: from what the outbox says happened to a message at the mail server.
//!
//! - [`render`] writes the letter in the language of whoever reads it; [`message`] makes it a message of
//!   RFC 5322; [`smtp`] hands it to the configured server.
//! - A letter to an address that has proved nothing holds no word of what was typed in its name.
//! - The same outbox row always has the same Message-ID, however often it is sent.
//! - Nothing reaches a header but an [`Address`], an id of ours, or [`message::OneLine`].

pub mod message;
pub mod render;
pub mod smtp;

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use anyhow::Context;
use lettre::Address;
use uuid::Uuid;

use crate::clock::Micros;
use crate::config::Config;
use message::OneLine;

/// A mail before it is a message: what it says and to whom.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The outbox row, which names the message.
    pub id: Uuid,
    /// The exchange's name in the reader's language.
    pub brand: OneLine,
    /// The reader's address.
    pub to: Address,
    /// The subject.
    pub subject: OneLine,
    /// The plain text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// The row of the ticket's receipt, under which mail programs gather the conversation.
    pub thread: Option<Uuid>,
    /// Whether a person wrote it.
    pub human: bool,
}

/// Why a letter is not on its way. The reason names no address: servers like to repeat them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The mail server takes nobody's mail now.
    Unreachable(String),
    /// The mail server did not take this letter now.
    Later(String),
    /// The mail server will never take this letter.
    Never(String),
}

/// Where mail goes.
pub enum Mailer {
    /// To the mail server of the settings.
    Smtp(smtp::Server),
    /// Into a box in memory, shown at `/_demo/mail`: the demo mails nobody.
    Demo(Mailbox),
    /// No mail server is configured: mail rests in the outbox.
    None,
}

impl Mailer {
    /// The mailer of the settings.
    ///
    /// # Errors
    /// When the settings name a sender or a mail server that cannot be understood.
    pub fn open(config: &Config, demo: bool) -> anyhow::Result<Mailer> {
        let from: Address = config.mail.from.parse().context("mail.from is no mail address")?;
        let domain = message::domain(config, &from);
        match &config.mail.smtp {
            _ if demo => Ok(Mailer::Demo(Mailbox::new(from))),
            Some(url) => Ok(Mailer::Smtp(smtp::Server::parse(url, from, domain)?)),
            None => Ok(Mailer::None),
        }
    }

    /// Whether there is somewhere to send to.
    #[must_use]
    pub fn sends(&self) -> bool {
        !matches!(self, Mailer::None)
    }

    /// Begins to send letters, one after another.
    #[must_use]
    pub fn sender(&self) -> Sender<'_> {
        match self {
            Mailer::Smtp(server) => Sender::Smtp(Box::new(smtp::Dialogue::new(server))),
            Mailer::Demo(mailbox) => Sender::Demo(mailbox),
            Mailer::None => Sender::None,
        }
    }
}

/// Sends letters one after another; to a mail server over one connection.
pub enum Sender<'m> {
    /// See [`Mailer::Smtp`].
    Smtp(Box<smtp::Dialogue<'m>>),
    /// See [`Mailer::Demo`].
    Demo(&'m Mailbox),
    /// See [`Mailer::None`].
    None,
}

impl Sender<'_> {
    /// Sends a letter, dated `at`.
    ///
    /// # Errors
    /// Why it is not on its way.
    pub async fn send(&mut self, letter: Letter, at: Micros) -> Result<(), Failure> {
        match self {
            Sender::Smtp(dialogue) => dialogue.send(&letter, at).await,
            Sender::Demo(mailbox) => {
                mailbox.put(letter, at);
                Ok(())
            }
            Sender::None => Err(Failure::Unreachable("no mail server".into())),
        }
    }

    /// Takes leave of the mail server.
    pub async fn close(self) {
        if let Sender::Smtp(dialogue) = self {
            dialogue.close().await;
        }
    }
}

/// How many letters the demo keeps.
const KEPT: usize = 500;

/// The demo's mailbox.
pub struct Mailbox {
    /// The sender of every letter.
    pub from: Address,
    letters: Mutex<VecDeque<(Micros, Letter)>>,
}

impl Mailbox {
    fn new(from: Address) -> Mailbox {
        Mailbox { from, letters: Mutex::default() }
    }

    fn put(&self, letter: Letter, at: Micros) {
        let mut letters = self.letters.lock().unwrap_or_else(PoisonError::into_inner);
        letters.push_front((at, letter));
        letters.truncate(KEPT);
    }

    /// Every letter with the time it was sent at, newest first.
    #[must_use]
    pub fn letters(&self) -> Vec<(Micros, Letter)> {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    /// The letter of an outbox row.
    #[must_use]
    pub fn letter(&self, id: Uuid) -> Option<Letter> {
        let letters = self.letters.lock().unwrap_or_else(PoisonError::into_inner);
        letters.iter().map(|(_, letter)| letter).find(|letter| letter.id == id).cloned()
    }
}
