//! What goes for ever, as the seam takes it away, and what has to be known for that.

use super::Result;
use crate::domain::account::{Account, AccountId};
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::domain::time::Timestamp;

/// Questions about what is to go.
pub trait ReadPurge {
    /// The tickets that were closed before and are closed still, but for what became a part of another; first that which was closed
    /// first, then by place.
    ///
    /// `after` is when the last one that was given was closed, and its place; the cost is that of those that are given.
    fn closed_before(&self, before: Timestamp, after: Option<(Timestamp, TicketSeq)>, limit: usize) -> Result<Vec<Ticket>>;
    /// The drafts that are kept under this slot or one that begins with it and a space: whose, and the whole slot.
    ///
    /// Costs what it finds, however many drafts there are.
    fn drafts_under(&self, slot: &str) -> Result<Vec<(AccountId, String)>>;
    /// The links of the audit among the first `limit` of those that tell anything that were appended before.
    fn audit_told_before(&self, before: Timestamp, limit: usize) -> Result<Vec<u64>>;
    /// The accounts that wait to be confirmed since before, by [`Account::waits_for_confirmation_since`]; the longest first, then by place.
    ///
    /// The cost is that of those that are given: that there is none is one look.
    fn unconfirmed(&self, before: Timestamp, limit: usize) -> Result<Vec<Account>>;
}

/// Changes that take things away for ever.
pub trait WritePurge {
    /// Takes away a ticket with its thread, what people have been shown of it, the letters that tell of it and what was composed of
    /// them, its tasks, and every way to find any of it. Its number stays taken.
    ///
    /// A letter that tells of others too tells of those alone from then on. Attachments that no other ticket has become such as no
    /// entry took up, for [`super::Write::remove_orphans`]. Drafts and the audit are the caller's affair, and so are tickets that became a
    /// part of it. What is not kept is gone already.
    fn purge_ticket(&mut self, seq: TicketSeq) -> Result<()>;
    /// Takes away an account with its sessions and tokens, the codes that its address was sent for it, the letters to it that tell of no
    /// ticket and what was composed of them, its drafts, its keys, and every way to find any of it. Its place is never given again.
    ///
    /// Tickets, threads and whatever else names it are the caller's affair: who is named there has to stay. What is not kept is gone
    /// already.
    fn remove_account(&mut self, id: AccountId) -> Result<()>;
    /// Erases what a link of the audit tells, and its salt; the link stays, and is found by all that it was found by.
    fn erase_audit_payload(&mut self, sequence: u64) -> Result<()>;
}
