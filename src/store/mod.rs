//! Seam 1: where things are kept.
//!
//! # The promise
//! Transactions are serializable: each sees the desk as if it ran alone. `write` returns `Ok` only for what is durable, and
//! `Err` only for what is not there at all. The closure may be run again and must have no effect but on its transaction.
//! What is read is owned; nothing here knows of tables or bytes. Every engine passes `contract.rs`.
//!
//! A transaction sees its own changes, in every question, and in whichever order they were made. What is unique (handles, addresses,
//! numbers, external ids) is looked up by the caller inside its transaction; a second one is a fault of the caller, answered with
//! `Corrupt`. "Before" never includes the time itself, "after" never what it names. A limit on a list takes its first; a limit on a
//! removal only bounds the work: which go first is the engine's affair, and whoever asks again gets rid of the others.

#[cfg(test)]
pub mod contract;
mod error;
mod kept;
pub mod memory;
mod numbers;
mod purge;
/// The engine of real desks.
pub mod redb;
mod tasks;
mod upkeep;
mod whole;
mod write;

use crate::domain::account::{Account, AccountId, EmailAddress, Handle};
use crate::domain::audit::{AuditEntry, AuditFilter, AuditPayload};
use crate::domain::code::{Code, CodeId, CodeKind};
use crate::domain::entry::{BlobHash, Entry, EntryId, Outline};
use crate::domain::filter::{Filter, Page};
use crate::domain::letter::{CommandId, Letter, LetterId};
use crate::domain::session::{Session, SessionHash, Throttle};
use crate::domain::stats::Milestone;
use crate::domain::ticket::{Ticket, TicketNumber, TicketSeq};
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenHash, TokenId};
use crate::domain::topic::{TopicId, TopicTree};
use crate::domain::waiting::Told;

pub use error::StoreError;
pub use kept::{BLOB_CHUNK, Blob, Draft, KeyRecord, LONGEST_KEY, PeoplePage, Printed, check_times};
pub use numbers::GiveNumber;
use numbers::list_numbers_by_tickets;
pub use purge::{ReadPurge, WritePurge};
pub use tasks::{ReadTasks, WriteTasks};
pub use upkeep::Upkeep;
pub use whole::{Places, ReadWhole, WriteWhole};
pub use write::Write;

/// A place where the desk is kept.
pub trait Store {
    /// Reads in one snapshot.
    ///
    /// # Errors
    /// Those of `f`, and `Busy`, `Corrupt`, `TooNew`, `Missing`, `Exposed`, `Unavailable`.
    fn read<T, E: From<StoreError>>(&self, f: impl FnOnce(&dyn Read) -> Result<T, E>) -> Result<T, E>;

    /// Changes the desk. `Ok`: committed. `Err`: not.
    ///
    /// The engine may run `f` again, so `f` has no effect but on its transaction. A commit in doubt is settled by looking `id` up.
    ///
    /// # Errors
    /// Those of `f`, and those of [`StoreError`].
    fn write<T, E: From<StoreError>>(&self, id: &CommandId, f: impl FnMut(&mut dyn Write) -> Result<T, E>) -> Result<T, E>;
}

/// What an answer to a question is, or why there is none.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// Questions to the desk.
pub trait Read: ReadWhole + ReadTasks + ReadPurge {
    // --- the desk itself ---
    /// The desk's secret of 256 bits, from which keyed hashes come.
    fn secret(&self) -> Result<[u8; 32]>;
    /// The value of a setting; `None` when nobody set it.
    fn setting(&self, key: &str) -> Result<Option<String>>;
    /// Every setting that somebody set, by key.
    fn settings(&self) -> Result<Vec<(String, String)>>;
    /// Whether a command's transaction was committed.
    ///
    /// Known from [`Write::remember_command`] on, which the closure calls itself: the engine has no clock.
    fn was_committed(&self, id: &CommandId) -> Result<bool>;

    // --- people ---
    /// An account by its place.
    fn account(&self, id: AccountId) -> Result<Option<Account>>;
    /// Many accounts in one call; unknown ones are left out.
    fn accounts(&self, ids: &[AccountId]) -> Result<Vec<Account>> {
        ids.iter().filter_map(|&id| self.account(id).transpose()).collect()
    }
    /// An account by its handle.
    fn account_by_handle(&self, handle: &Handle) -> Result<Option<Account>>;
    /// An account by its address, whatever its capitals.
    fn account_by_email(&self, email: &EmailAddress) -> Result<Option<Account>>;
    /// A page of people by handle.
    ///
    /// A handle to go on after need not be anybody's any more.
    fn people(&self, page: &PeoplePage) -> Result<Vec<Account>>;
    /// The place of the next account.
    ///
    /// Counted from 1; so are the places of codes, tokens, topics and tickets, and none is ever given twice, not even that of a
    /// removed code or token.
    fn next_account(&self) -> Result<AccountId>;

    // --- who is logged in, codes, throttle ---
    /// A session by the hash of its secret.
    ///
    /// Also one that has ended: whether it is live is for the caller to ask.
    fn session(&self, hash: &SessionHash) -> Result<Option<Session>>;
    /// A token by the hash of it.
    ///
    /// Also one that has ended, until it is removed: whether it is live is for the caller to ask.
    fn token_by_hash(&self, hash: &TokenHash) -> Result<Option<Token>>;
    /// A token by its id.
    fn token(&self, id: TokenId) -> Result<Option<Token>>;
    /// The tokens of an account or, without one, of everybody, by id; also those that have ended.
    fn tokens(&self, owner: Option<AccountId>) -> Result<Vec<Token>>;
    /// The id of the next token.
    fn next_token(&self) -> Result<TokenId>;
    /// The codes of a kind that were sent to an address, oldest first.
    ///
    /// Capitals in the address do not matter; those that ended or were tried too often are among them until they are removed.
    fn codes(&self, address: &EmailAddress, kind: CodeKind) -> Result<Vec<Code>>;
    /// The place of the next code.
    fn next_code(&self) -> Result<CodeId>;
    /// The failed attempts of a bucket.
    ///
    /// Zero failures at the epoch for a bucket of which nothing was kept.
    fn throttle(&self, bucket: u32) -> Result<Throttle>;

    // --- topics ---
    /// Every topic.
    ///
    /// In the order of their places.
    fn topics(&self) -> Result<TopicTree>;
    /// The place of the next topic.
    fn next_topic(&self) -> Result<TopicId>;

    // --- tickets ---
    /// A ticket by its place.
    fn ticket(&self, seq: TicketSeq) -> Result<Option<Ticket>>;
    /// The place of a number, also of a ticket that was purged.
    fn ticket_of_number(&self, number: &TicketNumber) -> Result<Option<TicketSeq>>;
    /// Many tickets by their numbers in one call, in the order asked.
    fn tickets(&self, numbers: &[TicketNumber]) -> Result<Vec<Option<Ticket>>> {
        numbers.iter().map(|number| self.ticket_of_number(number)?.map_or(Ok(None), |seq| self.ticket(seq))).collect()
    }
    /// The tickets whose numbers begin so, by number as a text, capitals told apart.
    ///
    /// The cost is that of `limit` numbers, those of purged tickets among them, of which nothing is given.
    fn tickets_numbered(&self, beginning: &str, limit: usize) -> Result<Vec<Ticket>>;
    /// The ticket of a number in another system.
    fn ticket_of_external_id(&self, id: &str) -> Result<Option<TicketSeq>>;
    /// The place of the next ticket.
    fn next_ticket(&self) -> Result<TicketSeq>;
    /// How many numbers of `width` digits are taken.
    ///
    /// By [`TicketNumber::own_width`]; those of purged tickets count, imported ones that could never be drawn do not.
    fn numbers_taken(&self, width: u32) -> Result<u64>;
    /// The tickets that pass a filter, in order.
    ///
    /// `after` counts from the place which that ticket has now, whether or not it passes; after a ticket that is not kept comes
    /// nothing.
    fn list(&self, filter: &Filter, page: &Page) -> Result<Vec<Ticket>>;
    /// The numbers alone of the tickets that [`Read::list`] would list, given one by one until they are at an end or not wanted any
    /// more.
    ///
    /// Costs as good as nothing for each, however many there are, where the filter asks for no words and nothing unread.
    fn list_numbers(&self, filter: &Filter, page: &Page, give: GiveNumber) -> Result<()>;
    /// Tickets that came to a milestone at or after `since` and before `until`, first that which came first, then by place.
    ///
    /// `after` is when the last one that was given came there, and its place; the cost is that of those that are given.
    fn reached(
        &self,
        milestone: Milestone,
        times: (Timestamp, Timestamp),
        after: Option<(Timestamp, TicketSeq)>,
        limit: usize,
    ) -> Result<Vec<Ticket>>;
    /// The tickets whose time runs and counts from `until` or longer, but not from `after` or longer, and of whose waiting just `told`
    /// was told; the longest first, then by place.
    ///
    /// The cost is that of those that are given: that nothing is due is one look.
    fn clocks(&self, told: Told, after: Option<Timestamp>, until: Timestamp, limit: usize) -> Result<Vec<Ticket>>;
    /// The tickets whose client waits and whose time was at rest before, by place: from when it counts follows from the calendar.
    fn rested(&self) -> Result<Vec<Ticket>>;
    /// How many tickets pass a filter.
    fn count(&self, filter: &Filter) -> Result<u64> {
        self.count_up_to(filter, u64::MAX)
    }
    /// How many tickets pass a filter, or `most` where there are more: then none is looked at any more.
    fn count_up_to(&self, filter: &Filter, most: u64) -> Result<u64>;
    /// The tickets of a client that have an assignee, the one that came to the desk last first.
    fn assigned_of_client(&self, client: AccountId, limit: usize) -> Result<Vec<Ticket>>;
    /// How many texts wait to be taken into the index by [`Write::merge_search`].
    ///
    /// They are found all the same, only not as fast. Always 0 where there is no such index.
    fn search_waiting(&self) -> Result<u64>;
    /// How many texts of a ticket a person has not been shown; one's own are never among them.
    ///
    /// Messages and replies count for everybody, notes for `staff` only, events for nobody. What nobody wrote is not one's own.
    /// Of a ticket that became a part of another nothing is unread: its texts are in that one too.
    fn unread(&self, ticket: &Ticket, reader: AccountId, staff: bool) -> Result<u32>;

    // --- threads ---
    /// The whole thread of a ticket, oldest first.
    fn thread(&self, seq: TicketSeq) -> Result<Vec<Entry>>;
    /// What each entry of a ticket is, without what it says, oldest first.
    ///
    /// Costs little, however long the texts are.
    fn outline(&self, seq: TicketSeq) -> Result<Vec<Outline>>;
    /// One entry.
    fn entry(&self, seq: TicketSeq, id: EntryId) -> Result<Option<Entry>>;
    /// The last entry that a person has been shown; 0 for none.
    fn read_mark(&self, reader: AccountId, seq: TicketSeq) -> Result<EntryId>;
    /// Whether an attachment's bytes are kept.
    fn blob(&self, hash: &BlobHash) -> Result<Option<Blob>>;
    /// One piece of an attachment, counted from 0.
    fn blob_chunk(&self, hash: &BlobHash, index: u32) -> Result<Option<Vec<u8>>>;
    /// The text that a person began; `slot` says for what.
    fn draft(&self, writer: AccountId, slot: &str) -> Result<Option<Draft>>;

    // --- the outbox ---
    /// A letter.
    fn letter(&self, id: &LetterId) -> Result<Option<Letter>>;
    /// The letters from an id on, whatever became of them.
    ///
    /// In the order of their ids, which says nothing else.
    fn letters_from(&self, first: &LetterId, limit: usize) -> Result<Vec<Letter>>;
    /// The letters that carry an entry.
    ///
    /// By id. Only letters about that one ticket: a summary carries no entries.
    fn letters_of_entry(&self, seq: TicketSeq, id: EntryId) -> Result<Vec<Letter>>;
    /// The letters that tell of a ticket, also those that tell of others too, by id.
    fn letters_of_ticket(&self, seq: TicketSeq) -> Result<Vec<LetterId>>;
    /// The letters that still may leave or were given up, next attempt first.
    ///
    /// Pending, leased, to be tried again, or dead; by `not_before`, then id.
    fn unsent_letters(&self, limit: usize) -> Result<Vec<Letter>>;
    /// The letters that a relay may take at `now`, next attempt first.
    ///
    /// Those of [`Letter::is_due`]; by `not_before` or, where a lease has lapsed, its end, then by id.
    fn due_letters(&self, now: Timestamp, limit: usize) -> Result<Vec<Letter>>;
    /// The letters that no relay may take before a time after that, by that time, then by id.
    fn letters_ahead(&self, after: Timestamp, limit: usize) -> Result<Vec<Letter>>;
    /// The letters that a relay has leased.
    ///
    /// Also where the lease has lapsed and nobody else took it; by `not_before`, then id.
    fn leased_letters(&self, by: &CommandId, limit: usize) -> Result<Vec<Letter>>;
    /// A letter as it was composed.
    fn frozen(&self, id: &LetterId) -> Result<Option<Vec<u8>>>;
    /// Until when no relay may try to connect.
    ///
    /// The epoch when nobody set it.
    fn mail_rests_until(&self) -> Result<Timestamp>;

    // --- what was done ---
    /// The last link of the audit.
    fn last_audit(&self) -> Result<Option<AuditEntry>>;
    /// Links of the audit after a place, with what is left of their payloads.
    fn audit(&self, after: u64, limit: usize) -> Result<Vec<(AuditEntry, Option<AuditPayload>)>>;
    /// The links that pass a filter, newest first: by time, then by place.
    ///
    /// `after` is the place of the last one that was given before; after one that is not kept comes nothing. A link has touched the
    /// tickets that its payload names and that were kept when it was appended.
    fn audit_list(&self, filter: &AuditFilter, after: Option<u64>, limit: usize) -> Result<Vec<AuditEntry>>;
    /// What is left of a link's payload.
    fn audit_payload(&self, sequence: u64) -> Result<Option<AuditPayload>>;
    /// What a command with this key printed.
    ///
    /// Also one that has ended but was not forgotten yet.
    fn key(&self, account: AccountId, key: &str) -> Result<Option<KeyRecord>>;
}
