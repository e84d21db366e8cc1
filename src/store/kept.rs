//! What engines keep and are asked with that is no value of the domain.

use super::{Result, StoreError};
use crate::domain::account::{Handle, Role};
use crate::domain::ticket::Ticket;
use crate::domain::time::Timestamp;

/// An attachment's bytes as they are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blob {
    /// Their number.
    pub size: u64,
    /// When they were staged.
    pub staged_at: Timestamp,
}

/// The bytes in one piece of an attachment; the last piece may have fewer.
pub const BLOB_CHUNK: usize = 256 * 1024;

/// What a command printed, and how it ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// The data.
    pub stdout: Vec<u8>,
    /// The failure that it told of, where it was done in part; else nothing.
    pub stderr: Vec<u8>,
    /// The exit code.
    pub exit: u8,
}

impl From<Vec<u8>> for Printed {
    fn from(stdout: Vec<u8>) -> Self {
        Self { stdout, ..Self::default() }
    }
}

/// The most bytes of an idempotency key: it is kept for 30 days.
pub const LONGEST_KEY: usize = 200;

/// The answer to a command that was given an idempotency key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRecord {
    /// The SHA-256 of the verb and its arguments.
    pub arguments: [u8; 32],
    /// What it printed.
    pub printed: Printed,
    /// When it is forgotten.
    pub expires_at: Timestamp,
}

/// Text that somebody began and did not send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The text.
    pub text: String,
    /// When it was kept.
    pub at: Timestamp,
}

/// The people of a list, in the order of their handles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeoplePage {
    /// Only with this role.
    pub role: Option<Role>,
    /// Only those after this handle.
    pub after: Option<Handle>,
    /// At most so many.
    pub limit: usize,
}

/// That a ticket has the times of its state, by which lists are looked up.
///
/// # Errors
/// `Corrupt`.
pub fn check_times(ticket: &Ticket) -> Result<()> {
    let damaged = || StoreError::Corrupt(format!("the ticket {} has other times than its state", ticket.number));
    if ticket.has_times_of_its_state() { Ok(()) } else { Err(damaged()) }
}
