//! Seam 2: how letters leave.
//!
//! A letter is composed once ([`compose`]), kept frozen ([`Frozen`]), and handed to a [`Mailer`]: an SMTP server
//! ([`SmtpMailer`]), the desk's Maildir ([`MaildirMailer`]), or memory in tests ([`MemoryMailer`]).
//!
//! `facts.rs` is what a letter may say; `tickets.rs` with `merged.rs` and `next_step.rs`, `summary.rs` and
//! `accounts.rs` what it does say; `sheet.rs` its shape, from
//! which follow its plain text and its HTML; `headers.rs` and `thread_id.rs` what mail programs see of it; `frozen.rs` the bytes.
//! This room knows neither the store nor the clock; lettre is named nowhere else.

use crate::domain::account::EmailAddress;
use crate::domain::fault::Fault;

mod accounts;
mod clean;
mod compose;
mod facts;
mod files;
mod frozen;
mod headers;
mod html;
mod maildir;
mod markdown;
mod memory;
mod merged;
mod next_step;
mod sheet;
mod smtp;
mod summary;
mod thread_id;
mod tickets;
mod writer;

pub use compose::{Draft, compose, draft};
pub use facts::{AttachmentFacts, BouncedFacts, Composition, DeskFace, StandInFacts, TextFacts, TextKind, TicketFacts};
pub use frozen::Frozen;
pub use maildir::MaildirMailer;
pub use memory::MemoryMailer;
pub use smtp::{PasswordSource, SmtpLimits, SmtpMailer, SmtpSettings, SmtpTls};
pub use thread_id::{anchor, message_id, recognise};

/// Why a letter did not leave.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// No connection, or it broke before a letter was accepted: no relay should try for a while.
    #[error("the mail server cannot be reached: {0}")]
    Unreachable(Fault),
    /// This letter was put off; another attempt may succeed.
    #[error("the mail server put the letter off: {0}")]
    Temporary(Fault),
    /// This letter will never be accepted.
    #[error("the mail server refused the letter: {0}")]
    Permanent(Fault),
    /// The settings cannot work: a password that cannot be read, clear text beyond loopback.
    #[error("the mail settings cannot work: {0}")]
    Misconfigured(Fault),
}

impl MailError {
    /// Why, without what it means for the letter: what people are shown beside its state.
    pub fn fault(&self) -> &Fault {
        match self {
            Self::Unreachable(fault) | Self::Temporary(fault) | Self::Permanent(fault) | Self::Misconfigured(fault) => fault,
        }
    }
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

#[cfg(test)]
mod tests;
