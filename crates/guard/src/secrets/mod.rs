//! Secrets in what people write: seed phrases, private keys, tokens, cards, passwords, codes.
//!
//! What must stay true:
//!
//! - A secret that is found is found whole: from its first character to its last one, in what was written.
//! - A certain finding proves itself (a checksum, a structure, a prefix) or is named by the words around it. What only looks
//!   like a secret is uncertain: a person decides.
//! - A public thing is none: a transaction's id, an address, an order's number, an amount, a sentence about seed phrases.

mod across;
mod answers;
mod blobs;
mod cards;
mod codes;
mod cvv;
mod gaps;
mod grouped;
mod keys;
mod labels;
mod lettered;
mod named;
mod passwords;
mod phrases;
mod plain;
mod recovery;
mod redact;
mod rules;
mod scan;
mod several;
mod structures;
mod tokens;
mod told;
mod values;

use std::ops::Range;

pub use across::{Across, MOST_BEFORE, scan_after};
pub use redact::redact;

/// All secrets in a text: in order, not overlapping, on boundaries of letters.
#[must_use]
pub fn scan(text: &str) -> Vec<Finding> {
    scan::scan(text)
}

/// What a secret is. The names are those of the command line's output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// The words that a wallet is made from: BIP-39, SLIP-39, Electrum, Monero.
    SeedPhrase,
    /// A key that signs: WIF, xprv, hex, Solana, Stellar, XRP, PEM, keystores; encrypted ones too.
    PrivateKey,
    /// What a program signs in to an exchange with: the secret and the passphrase of an API key.
    ApiSecret,
    /// What opens an account by itself: session and bearer tokens, tokens of known services.
    AccessToken,
    /// What one-time codes are computed from.
    TotpSecret,
    /// A code that replaces a lost second factor.
    RecoveryCode,
    /// The number of a payment card.
    CardNumber,
    /// The three or four digits on a card's back.
    Cvv,
    /// A one-time code, from an application, a message or a mail.
    OtpCode,
    /// A password or PIN.
    Password,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 10] = [
        Kind::SeedPhrase,
        Kind::PrivateKey,
        Kind::ApiSecret,
        Kind::AccessToken,
        Kind::TotpSecret,
        Kind::RecoveryCode,
        Kind::CardNumber,
        Kind::Cvv,
        Kind::OtpCode,
        Kind::Password,
    ];

    /// The kind's name on the outside.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::SeedPhrase => "seed_phrase",
            Kind::PrivateKey => "private_key",
            Kind::ApiSecret => "api_secret",
            Kind::AccessToken => "access_token",
            Kind::TotpSecret => "totp_secret",
            Kind::RecoveryCode => "recovery_code",
            Kind::CardNumber => "card_number",
            Kind::Cvv => "cvv",
            Kind::OtpCode => "otp_code",
            Kind::Password => "password",
        }
    }
}

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Certainty {
    /// It may be one: masked, sealed, and its writer decides.
    Uncertain,
    /// It is one: removed.
    Certain,
}

/// A secret in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where, in bytes of the text as it was given; on character boundaries.
    pub span: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// How sure that is.
    pub certainty: Certainty,
}
