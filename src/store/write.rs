//! Changes to the desk, as the seam takes them.

use super::{Blob, Draft, KeyRecord, Read, Result, WritePurge, WriteTasks, WriteWhole};
use crate::domain::account::{Account, AccountId};
use crate::domain::audit::{AuditEntry, AuditPayload};
use crate::domain::code::Code;
use crate::domain::entry::{BlobHash, Entry, EntryId};
use crate::domain::letter::{CommandId, Letter, LetterId};
use crate::domain::session::{Session, SessionHash, Throttle};
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::domain::time::Timestamp;
use crate::domain::token::Token;

/// Changes to the desk.
pub trait Write: Read + WriteWhole + WriteTasks + WritePurge {
    /// Sees the same transaction as its reader does.
    fn as_read(&self) -> &dyn Read;

    // --- the desk itself ---
    /// Sets the desk's secret; once, when it is made.
    fn set_secret(&mut self, secret: &[u8; 32]) -> Result<()>;
    /// Sets or, with `None`, unsets a setting.
    fn put_setting(&mut self, key: &str, value: Option<&str>) -> Result<()>;
    /// Forgets commands that were committed before; at most `limit` of them. Says how many.
    fn forget_commands(&mut self, before: Timestamp, limit: usize) -> Result<usize>;
    /// Remembers that this command was committed at `now`.
    fn remember_command(&mut self, id: &CommandId, now: Timestamp) -> Result<()>;

    // --- people ---
    /// Keeps an account, new or changed.
    ///
    /// The handle and the address that it had before are free again.
    fn put_account(&mut self, account: &Account) -> Result<()>;

    // --- who is logged in, codes, throttle ---
    /// Keeps a session, new or used.
    fn put_session(&mut self, session: &Session) -> Result<()>;
    /// Ends a session.
    fn remove_session(&mut self, hash: &SessionHash) -> Result<()>;
    /// Ends every session of an account.
    fn remove_sessions(&mut self, account: AccountId) -> Result<()>;
    /// Removes sessions that ended before; at most `limit` of them. Says how many.
    ///
    /// By [`Session::expires_at`].
    fn remove_ended_sessions(&mut self, before: Timestamp, limit: usize) -> Result<usize>;
    /// Keeps a token, new, used or revoked.
    ///
    /// Its hash never changes.
    fn put_token(&mut self, token: &Token) -> Result<()>;
    /// Removes tokens that ended before; at most `limit` of them. Says how many.
    ///
    /// By [`Token::ends_at`].
    fn remove_ended_tokens(&mut self, before: Timestamp, limit: usize) -> Result<usize>;
    /// Keeps a code, new or tried.
    fn put_code(&mut self, code: &Code) -> Result<()>;
    /// Removes a code.
    fn remove_code(&mut self, code: &Code) -> Result<()>;
    /// Removes codes that ended before; at most `limit` of them. Says how many.
    fn remove_expired_codes(&mut self, before: Timestamp, limit: usize) -> Result<usize>;
    /// Sets the failed attempts of a bucket.
    fn put_throttle(&mut self, bucket: u32, throttle: &Throttle) -> Result<()>;

    // --- topics ---
    /// Keeps a topic, new or changed.
    fn put_topic(&mut self, topic: &crate::domain::topic::Topic) -> Result<()>;

    // --- tickets ---
    /// Keeps a ticket, new or changed, and every index of it. `before` is the ticket as it was kept.
    ///
    /// The external id that it had before is free again; its number is its own for ever and never changes.
    fn put_ticket(&mut self, before: Option<&Ticket>, ticket: &Ticket) -> Result<()>;
    /// Takes texts that wait into the index, oldest ticket first, until none waits or about `most` places of the index changed.
    ///
    /// No answer changes by it.
    fn merge_search(&mut self, most: usize) -> Result<()>;
    /// Appends an entry to a ticket's thread.
    ///
    /// A place that is taken is a fault of the caller.
    fn append_entry(&mut self, seq: TicketSeq, entry: &Entry) -> Result<()>;
    /// Remembers what a person has been shown; never goes back.
    fn put_read_mark(&mut self, reader: AccountId, seq: TicketSeq, last: EntryId) -> Result<()>;
    /// Keeps one piece of an attachment.
    ///
    /// All pieces of an attachment and its [`Write::put_blob`] belong into one transaction: pieces alone would never be swept.
    fn put_blob_chunk(&mut self, hash: &BlobHash, index: u32, bytes: &[u8]) -> Result<()>;
    /// Says that all pieces of an attachment are kept.
    ///
    /// Saying it again for the same bytes moves the time they were staged, so that they are not swept before their entry comes.
    fn put_blob(&mut self, hash: &BlobHash, blob: Blob) -> Result<()>;
    /// Removes staged attachments that no entry took up; at most `limit` of them. Says how many.
    ///
    /// Staged before `before`; their pieces go with them.
    fn remove_orphans(&mut self, before: Timestamp, limit: usize) -> Result<usize>;
    /// Keeps or, with `None`, removes the text that a person began.
    fn put_draft(&mut self, writer: AccountId, slot: &str, draft: Option<&Draft>) -> Result<()>;

    // --- the outbox ---
    /// Keeps a letter, new or changed.
    fn put_letter(&mut self, letter: &Letter) -> Result<()>;
    /// Keeps or, with `None`, removes a letter as it was composed.
    fn put_frozen(&mut self, id: &LetterId, bytes: Option<&[u8]>) -> Result<()>;
    /// Sets until when no relay may try to connect.
    fn rest_mail_until(&mut self, until: Timestamp) -> Result<()>;

    // --- what was done ---
    /// Appends a link to the audit, and notes the tickets that its payload names.
    ///
    /// A place that is taken is a fault of the caller.
    fn append_audit(&mut self, entry: &AuditEntry, payload: &AuditPayload) -> Result<()>;
    /// Remembers what a command with this key printed.
    fn put_key(&mut self, account: AccountId, key: &str, record: &KeyRecord) -> Result<()>;
    /// Forgets keys that ended before; at most `limit` of them. Says how many.
    fn forget_keys(&mut self, before: Timestamp, limit: usize) -> Result<usize>;
}
