//! The changes of the seam, each handed to the room that knows. Nothing is decided here.

use super::source::Writer;
use super::{audit, desk, outbox, people, texts, threads, tickets, tokens};
use crate::domain::account::{Account, AccountId};
use crate::domain::audit::{AuditEntry, AuditPayload};
use crate::domain::code::Code;
use crate::domain::entry::{BlobHash, Entry, EntryId};
use crate::domain::letter::{CommandId, Letter, LetterId};
use crate::domain::session::{Session, SessionHash, Throttle};
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::domain::topic::Topic;
use crate::store::{Blob, Draft, KeyRecord, Read, Result, Write};

impl Write for Writer<'_> {
    fn as_read(&self) -> &dyn Read {
        self
    }

    fn set_secret(&mut self, secret: &[u8; 32]) -> Result<()> {
        desk::set_secret(self, secret)
    }
    fn put_setting(&mut self, key: &str, value: Option<&str>) -> Result<()> {
        desk::put_setting(self, key, value)
    }
    fn forget_commands(&mut self, before: Timestamp, limit: usize) -> Result<usize> {
        desk::forget_commands(self, before, limit)
    }
    fn remember_command(&mut self, id: &CommandId, now: Timestamp) -> Result<()> {
        desk::remember_command(self, id, now)
    }

    fn put_account(&mut self, account: &Account) -> Result<()> {
        people::put_account(self, account)
    }

    fn put_session(&mut self, session: &Session) -> Result<()> {
        people::put_session(self, session)
    }
    fn remove_session(&mut self, hash: &SessionHash) -> Result<()> {
        people::remove_session(self, hash)
    }
    fn remove_sessions(&mut self, account: AccountId) -> Result<()> {
        people::remove_sessions(self, account)
    }
    fn remove_ended_sessions(&mut self, before: Timestamp, limit: usize) -> Result<usize> {
        people::remove_ended_sessions(self, before, limit)
    }
    fn put_token(&mut self, token: &Token) -> Result<()> {
        tokens::put_token(self, token)
    }
    fn remove_ended_tokens(&mut self, before: Timestamp, limit: usize) -> Result<usize> {
        tokens::remove_ended_tokens(self, before, limit)
    }
    fn put_code(&mut self, code: &Code) -> Result<()> {
        people::put_code(self, code)
    }
    fn remove_code(&mut self, code: &Code) -> Result<()> {
        people::remove_code(self, code)
    }
    fn remove_expired_codes(&mut self, before: Timestamp, limit: usize) -> Result<usize> {
        people::remove_expired_codes(self, before, limit)
    }
    fn put_throttle(&mut self, bucket: u32, throttle: &Throttle) -> Result<()> {
        people::put_throttle(self, bucket, throttle)
    }

    fn put_topic(&mut self, topic: &Topic) -> Result<()> {
        desk::put_topic(self, topic)
    }

    fn put_ticket(&mut self, before: Option<&Ticket>, ticket: &Ticket) -> Result<()> {
        tickets::put_ticket(self, before, ticket)
    }
    fn merge_search(&mut self, most: usize) -> Result<()> {
        texts::merge_search(self, most)
    }
    fn append_entry(&mut self, seq: TicketSeq, entry: &Entry) -> Result<()> {
        threads::append_entry(self, seq, entry)
    }
    fn put_read_mark(&mut self, reader: AccountId, seq: TicketSeq, last: EntryId) -> Result<()> {
        threads::put_read_mark(self, reader, seq, last)
    }
    fn put_blob_chunk(&mut self, hash: &BlobHash, index: u32, bytes: &[u8]) -> Result<()> {
        threads::put_blob_chunk(self, hash, index, bytes)
    }
    fn put_blob(&mut self, hash: &BlobHash, blob: Blob) -> Result<()> {
        threads::put_blob(self, hash, blob)
    }
    fn remove_orphans(&mut self, before: Timestamp, limit: usize) -> Result<usize> {
        threads::remove_orphans(self, before, limit)
    }
    fn put_draft(&mut self, writer: AccountId, slot: &str, draft: Option<&Draft>) -> Result<()> {
        threads::put_draft(self, writer, slot, draft)
    }

    fn put_letter(&mut self, letter: &Letter) -> Result<()> {
        outbox::put_letter(self, letter)
    }
    fn put_frozen(&mut self, id: &LetterId, bytes: Option<&[u8]>) -> Result<()> {
        outbox::put_frozen(self, id, bytes)
    }
    fn rest_mail_until(&mut self, until: Timestamp) -> Result<()> {
        desk::rest_mail_until(self, until)
    }

    fn append_audit(&mut self, entry: &AuditEntry, payload: &AuditPayload) -> Result<()> {
        audit::append_audit(self, entry, payload)
    }
    fn put_key(&mut self, account: AccountId, key: &str, record: &KeyRecord) -> Result<()> {
        outbox::put_key(self, account, key, record)
    }
    fn forget_keys(&mut self, before: Timestamp, limit: usize) -> Result<usize> {
        outbox::forget_keys(self, before, limit)
    }
}
