//! Seam 2: how letters leave.
//!
//! A letter is composed once (`compose.rs`), kept frozen, and handed to a [`Mailer`]: an SMTP server, the desk's Maildir, or
//! memory in tests. This room knows neither the store nor the clock.

use crate::domain::account::EmailAddress;

/// Why a letter did not leave.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// No connection, or it broke before a letter was accepted: no relay should try for a while.
    #[error("the mail server cannot be reached: {0}")]
    Unreachable(String),
    /// This letter was put off; another attempt may succeed.
    #[error("the mail server put the letter off: {0}")]
    Temporary(String),
    /// This letter will never be accepted.
    #[error("the mail server refused the letter: {0}")]
    Permanent(String),
    /// The settings cannot work: a password that cannot be read, clear text beyond loopback.
    #[error("the mail settings cannot work: {0}")]
    Misconfigured(String),
}

/// From whom to whom a message travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// Where failures are reported to.
    pub from: EmailAddress,
    /// The one recipient.
    pub to: EmailAddress,
}

/// A way for letters to leave. One connection serves as many letters as are sent through it.
pub trait Mailer {
    /// Hands one message over. `Ok`: the other side has taken responsibility for it.
    ///
    /// # Errors
    /// See [`MailError`].
    fn send(&mut self, envelope: &Envelope, message: &[u8]) -> Result<(), MailError>;
}
