//! What only a copy of a whole desk asks of a store, and what only its making anew changes.

use super::{Blob, KeyRecord, Result};
use crate::domain::account::AccountId;
use crate::domain::audit::AuditEntry;
use crate::domain::entry::{BlobHash, EntryId};
use crate::domain::ticket::{TicketNumber, TicketSeq};

/// The last place of each kind that was given, though what had it may be gone; 0 for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Of accounts.
    pub accounts: u32,
    /// Of tokens.
    pub tokens: u32,
    /// Of codes.
    pub codes: u64,
    /// Of topics.
    pub topics: u32,
    /// Of tickets.
    pub tickets: u32,
    /// Of tasks.
    pub tasks: u32,
}

/// Questions to the whole desk.
pub trait ReadWhole {
    /// The last place of each kind that was given.
    fn places(&self) -> Result<Places>;
    /// The attachments from a hash on, in the order of their hashes.
    ///
    /// Also those that no entry took up.
    fn blobs_from(&self, first: &BlobHash, limit: usize) -> Result<Vec<(BlobHash, Blob)>>;
    /// What everybody has been shown of a ticket, in the order of their places; whoever was shown nothing is left out.
    fn read_marks(&self, seq: TicketSeq) -> Result<Vec<(AccountId, EntryId)>>;
    /// The numbers after one that were given to tickets which are gone, in the order of their texts.
    fn purged_numbers(&self, after: Option<&TicketNumber>, limit: usize) -> Result<Vec<(TicketNumber, TicketSeq)>>;
    /// The first idempotency key after one, by account and then by its text; also one that has ended but was not forgotten yet.
    fn key_after(&self, after: Option<(AccountId, &str)>) -> Result<Option<(AccountId, String, KeyRecord)>>;
}

/// Changes that make a desk anew.
pub trait WriteWhole {
    /// Says that many texts come: an engine may take them into the index as they come instead of letting each wait.
    ///
    /// No answer changes by it.
    fn expect_many_texts(&mut self);
    /// Says that places up to these were given; never goes back.
    fn pass_places(&mut self, places: &Places) -> Result<()>;
    /// Takes a number from the stock for ever, for a ticket that is gone.
    ///
    /// A number that is taken is a fault of the caller.
    fn put_purged_number(&mut self, number: &TicketNumber, seq: TicketSeq) -> Result<()>;
    /// Appends a link to the audit of whose payload nothing is left.
    ///
    /// A place that is taken is a fault of the caller.
    fn append_bare_audit(&mut self, entry: &AuditEntry) -> Result<()>;
}
