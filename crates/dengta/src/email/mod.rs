//! Mail out.

use crate::config::Config;

/// Where mail goes.
pub enum Mailer {
    /// No mail server is configured: mail waits in the outbox.
    None,
}

impl Mailer {
    /// The mailer of the settings.
    ///
    /// # Errors
    /// When the settings name a mail server that cannot be understood.
    pub fn open(_config: &Config, _demo: bool) -> anyhow::Result<Mailer> {
        Ok(Mailer::None)
    }

    /// Whether there is somewhere to send to.
    #[must_use]
    pub fn sends(&self) -> bool {
        !matches!(self, Mailer::None)
    }
}
