//! Why something is an imitation; the sentences are written elsewhere.

/// In what an imitation differs from what it imitates.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Differs {
    /// It is written with letters that look like others.
    Homoglyph,
    /// The same, and the browser's line shows `xn--…`.
    Punycode,
    /// A typing error.
    Typo,
    /// Something was added to the name, such as this word.
    AddedWords(String),
    /// The name is right and the ending is another: this one.
    OtherEnding(String),
    /// The official address stands in front, and what counts behind it is this domain.
    Subdomain(String),
    /// The official address, or the name, stands in the path; what counts is this domain.
    Path(String),
    /// What stands before the @ is not where it leads: that is this host.
    UserInfo(String),
    /// A site that everybody can have at this host.
    FreeHosting(String),
    /// A number in place of a domain.
    BareAddress,
    /// A short link that hides where it leads, beside words that ask to sign in or to take something.
    Shortener,
    /// A mail address that everybody can have at this host.
    FreeMail(String),
    /// The sender's name says one thing and the address another.
    DisplayName,
    /// The name itself, on an account that is not ours.
    Name,
    /// Whoever writes says to speak for the brand and wants to be written to at a place that is not ours.
    Claim,
    /// A domain of nothing but words of sign-in and trust, beside the brand's name.
    Words,
    /// For display names: a role of ours, such as support.
    Role(String),
    /// For display names: somebody who works here.
    Staff(String),
}

/// Why something is an imitation: what it imitates, and how it differs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reason {
    /// The official domain or, where a brand has none, its name.
    pub official: String,
    /// In what it differs.
    pub differs: Differs,
}
