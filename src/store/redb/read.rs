//! Answers to the domain's questions, from a snapshot or from a transaction's own changes.

use serde::de::DeserializeOwned;

use super::codec;
use super::index::Dirty;
use super::keys::{self, Key, array_at, time_at, u32_at, u64_at};
use super::list;
use super::record::Recorded;
use super::tables::*;
use crate::domain::account::{Account, AccountId, EmailAddress, Handle};
use crate::domain::audit::{AuditEntry, AuditPayload};
use crate::domain::code::{Code, CodeId, CodeKind};
use crate::domain::entry::{BlobHash, Content, Entry, EntryId};
use crate::domain::filter::{Filter, Page};
use crate::domain::letter::{CommandId, Letter, LetterId};
use crate::domain::session::{Session, SessionHash, Throttle};
use crate::domain::ticket::{Ticket, TicketNumber, TicketSeq};
use crate::domain::time::Timestamp;
use crate::domain::topic::TopicTree;
use crate::store::{Blob, Draft, KeyRecord, PeoplePage, Read, Result, StoreError};

/// A transaction as one reads it.
pub struct Transaction<T: Tables> {
    /// Its tables.
    pub tables: T,
    /// Its bitmaps that are not written yet.
    pub dirty: Dirty,
}

impl<T: Tables> Transaction<T> {
    /// A transaction that has changed nothing yet.
    pub fn new(tables: T) -> Self {
        Self { tables, dirty: Dirty::new() }
    }

    /// The record under a key, as its value.
    pub fn value<V: Recorded>(&self, table: Table, key: &[u8]) -> Result<Option<V>> {
        let Some(bytes) = self.tables.get(table, key)? else { return Ok(None) };
        V::from_record(codec::decode(key, &bytes)?).map(Some)
    }

    /// The value that an index promises.
    pub fn promised<V: Recorded>(&self, table: Table, key: &[u8]) -> Result<V> {
        self.value(table, key)?.ok_or_else(|| StoreError::Corrupt(format!("an index of {} names nothing", table.0)))
    }

    /// The plain bytes under a key.
    pub fn plain(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>> {
        let Some(bytes) = self.tables.get(table, key)? else { return Ok(None) };
        Ok(Some(codec::unseal(key, &bytes)?.to_vec()))
    }

    /// The number of four bytes under a key.
    pub fn small(&self, table: Table, key: &[u8]) -> Result<Option<u32>> {
        self.plain(table, key)?.map(|bytes| u32_at(&bytes, 0)).transpose()
    }

    /// The last key of a table.
    pub fn last_key(&self, table: Table) -> Result<Option<Vec<u8>>> {
        let mut last = None;
        self.tables.scan(table, &Range::all(), Direction::Down, &mut |key, _| {
            last = Some(key.to_vec());
            Ok(false)
        })?;
        Ok(last)
    }

    /// Keys of a range, at most so many.
    pub fn keys(&self, table: Table, range: &Range, limit: usize) -> Result<Vec<Vec<u8>>> {
        let mut found = Vec::new();
        if limit > 0 {
            self.tables.scan(table, range, Direction::Up, &mut |key, _| {
                found.push(key.to_vec());
                Ok(found.len() < limit)
            })?;
        }
        Ok(found)
    }

    /// Values of a range.
    pub fn values<V: Recorded>(&self, table: Table, range: &Range, limit: usize) -> Result<Vec<V>>
    where
        V::Record: DeserializeOwned,
    {
        let mut found = Vec::new();
        if limit > 0 {
            self.tables.scan(table, range, Direction::Up, &mut |key, bytes| {
                found.push(V::from_record(codec::decode(key, bytes)?)?);
                Ok(found.len() < limit)
            })?;
        }
        Ok(found)
    }

    fn letters(&self, index: Table, range: &Range, at: usize, limit: usize) -> Result<Vec<Letter>> {
        let keys = self.keys(index, range, limit)?;
        keys.iter().map(|key| self.promised(LETTERS, &array_at::<16>(key, at)?)).collect()
    }

    fn counter(&self, name: &[u8]) -> Result<u64> {
        self.plain(META, name)?.map_or(Ok(0), |bytes| u64_at(&bytes, 0))
    }
}

/// What stands for the kinds of text in the table of texts.
pub fn text_class(content: &Content) -> Option<u8> {
    match content {
        Content::Message(_) | Content::Reply(_) => Some(0),
        Content::Note(_) => Some(1),
        Content::Event(_) => None,
    }
}

impl<T: Tables> Read for Transaction<T> {
    fn secret(&self) -> Result<[u8; 32]> {
        let bytes = self.plain(META, b"secret")?.ok_or_else(|| StoreError::Corrupt("it has no secret".to_owned()))?;
        array_at(&bytes, 0)
    }

    fn setting(&self, key: &str) -> Result<Option<String>> {
        let Some(bytes) = self.plain(SETTINGS, key.as_bytes())? else { return Ok(None) };
        String::from_utf8(bytes).map(Some).map_err(|_| StoreError::Corrupt(format!("the setting {key}")))
    }

    fn settings(&self) -> Result<Vec<(String, String)>> {
        let mut found = Vec::new();
        self.tables.scan(SETTINGS, &Range::all(), Direction::Up, &mut |key, bytes| {
            let value = codec::unseal(key, bytes)?;
            found.push((String::from_utf8_lossy(key).into_owned(), String::from_utf8_lossy(value).into_owned()));
            Ok(true)
        })?;
        Ok(found)
    }

    fn was_committed(&self, id: &CommandId) -> Result<bool> {
        Ok(self.tables.get(COMMANDS, &id.0)?.is_some())
    }

    fn account(&self, id: AccountId) -> Result<Option<Account>> {
        self.value(ACCOUNTS, &keys::account(id))
    }

    fn account_by_handle(&self, handle: &Handle) -> Result<Option<Account>> {
        let Some(id) = self.small(HANDLES, handle.as_str().as_bytes())? else { return Ok(None) };
        let account: Account = self.promised(ACCOUNTS, &keys::account(AccountId(id)))?;
        if account.handle == *handle { Ok(Some(account)) } else { Err(StoreError::Corrupt("the index of handles".to_owned())) }
    }

    fn account_by_email(&self, email: &EmailAddress) -> Result<Option<Account>> {
        let Some(id) = self.small(EMAILS, email.key().as_bytes())? else { return Ok(None) };
        let account: Account = self.promised(ACCOUNTS, &keys::account(AccountId(id)))?;
        let agrees = account.email.key() == email.key();
        if agrees { Ok(Some(account)) } else { Err(StoreError::Corrupt("the index of addresses".to_owned())) }
    }

    fn people(&self, page: &PeoplePage) -> Result<Vec<Account>> {
        let after = page.after.as_ref().map(|handle| handle.as_str().as_bytes());
        let (table, prefix) = match page.role {
            Some(role) => (ROLES, vec![keys::role(role)]),
            None => (HANDLES, Vec::new()),
        };
        let range = match after {
            Some(after) => Range::prefix_after(&prefix, &[prefix.as_slice(), after].concat()),
            None => Range::prefix(&prefix),
        };
        let mut found = Vec::new();
        for key in self.keys(table, &range, page.limit)? {
            let id = self.small(table, &key)?.ok_or_else(|| StoreError::Corrupt("an index of people".to_owned()))?;
            found.push(self.promised(ACCOUNTS, &keys::account(AccountId(id)))?);
        }
        Ok(found)
    }

    fn next_account(&self) -> Result<AccountId> {
        Ok(AccountId(self.last_key(ACCOUNTS)?.map_or(Ok(0), |key| u32_at(&key, 0))? + 1))
    }

    fn session(&self, hash: &SessionHash) -> Result<Option<Session>> {
        self.value(SESSIONS, &hash.0)
    }

    fn codes(&self, address: &EmailAddress, kind: CodeKind) -> Result<Vec<Code>> {
        let prefix = Key::new().byte(keys::code_kind(kind)).text(&address.key()).done();
        let keys = self.keys(CODES_OF, &Range::prefix(&prefix), usize::MAX)?;
        keys.iter().map(|key| self.promised(CODES, &array_at::<8>(key, prefix.len())?)).collect()
    }

    fn next_code(&self) -> Result<CodeId> {
        // Codes are removed, so that the last one kept does not tell the last one given.
        Ok(CodeId(self.counter(b"codes")? + 1))
    }

    fn throttle(&self, bucket: u32) -> Result<Throttle> {
        Ok(self.value(THROTTLES, &bucket.to_be_bytes())?.unwrap_or_default())
    }

    fn topics(&self) -> Result<TopicTree> {
        Ok(TopicTree(self.values(TOPICS, &Range::all(), usize::MAX)?))
    }

    fn ticket(&self, seq: TicketSeq) -> Result<Option<Ticket>> {
        self.value(TICKETS, &seq.0.to_be_bytes())
    }

    fn ticket_of_number(&self, number: &TicketNumber) -> Result<Option<TicketSeq>> {
        Ok(self.small(NUMBERS, number.as_str().as_bytes())?.map(TicketSeq))
    }

    fn ticket_of_external_id(&self, id: &str) -> Result<Option<TicketSeq>> {
        Ok(self.small(EXTERNAL, id.as_bytes())?.map(TicketSeq))
    }

    fn next_ticket(&self) -> Result<TicketSeq> {
        let next = u32::try_from(self.counter(b"tickets")? + 1);
        next.map(TicketSeq).map_err(|_| StoreError::Corrupt("there is no place for another ticket".to_owned()))
    }

    fn numbers_taken(&self, width: u32) -> Result<u64> {
        self.plain(WIDTHS, &width.to_be_bytes())?.map_or(Ok(0), |bytes| u64_at(&bytes, 0))
    }

    fn list(&self, filter: &Filter, page: &Page) -> Result<Vec<Ticket>> {
        list::list(self, filter, page)
    }

    fn count(&self, filter: &Filter) -> Result<u64> {
        list::count(self, filter)
    }

    fn unread(&self, ticket: &Ticket, reader: AccountId, staff: bool) -> Result<u32> {
        let last = if staff { ticket.tally.last_text } else { ticket.tally.last_public_text };
        if last == 0 {
            return Ok(0);
        }
        let mark = self.read_mark(reader, ticket.seq)?;
        if mark.0 >= last {
            return Ok(0);
        }
        let prefix = ticket.seq.0.to_be_bytes();
        let after = Key::new().bytes(&prefix).u32(mark.0).done();
        let mut count = 0;
        self.tables.scan(TEXTS, &Range::prefix_after(&prefix, &after), Direction::Up, &mut |key, bytes| {
            let value = codec::unseal(key, bytes)?;
            let class = value.first().copied().ok_or_else(|| StoreError::Corrupt("the index of texts".to_owned()))?;
            let is_own = u32_at(value, 1)? == reader.0;
            count += u32::from((class == 0 || staff) && !is_own);
            Ok(true)
        })?;
        Ok(count)
    }

    fn thread(&self, seq: TicketSeq) -> Result<Vec<Entry>> {
        self.values(ENTRIES, &Range::prefix(&seq.0.to_be_bytes()), usize::MAX)
    }

    fn entry(&self, seq: TicketSeq, id: EntryId) -> Result<Option<Entry>> {
        self.value(ENTRIES, &Key::new().u32(seq.0).u32(id.0).done())
    }

    fn read_mark(&self, reader: AccountId, seq: TicketSeq) -> Result<EntryId> {
        let key = Key::new().u32(reader.0).u32(seq.0).done();
        Ok(EntryId(self.small(READ_MARKS, &key)?.unwrap_or(0)))
    }

    fn blob(&self, hash: &BlobHash) -> Result<Option<Blob>> {
        self.value(BLOBS, &hash.0)
    }

    fn blob_chunk(&self, hash: &BlobHash, index: u32) -> Result<Option<Vec<u8>>> {
        self.plain(BLOB_CHUNKS, &Key::new().bytes(&hash.0).u32(index).done())
    }

    fn draft(&self, writer: AccountId, slot: &str) -> Result<Option<Draft>> {
        self.value(DRAFTS, &Key::new().u32(writer.0).bytes(slot.as_bytes()).done())
    }

    fn letter(&self, id: &LetterId) -> Result<Option<Letter>> {
        self.value(LETTERS, &id.0)
    }

    fn letters_of_entry(&self, seq: TicketSeq, id: EntryId) -> Result<Vec<Letter>> {
        let prefix = Key::new().u32(seq.0).u32(id.0).done();
        self.letters(LETTERS_OF, &Range::prefix(&prefix), prefix.len(), usize::MAX)
    }

    fn unsent_letters(&self, limit: usize) -> Result<Vec<Letter>> {
        self.letters(LETTERS_UNSENT, &Range::all(), 8, limit)
    }

    fn due_letters(&self, now: Timestamp, limit: usize) -> Result<Vec<Letter>> {
        let end = Key::new().time(Timestamp::from_millis(now.as_millis().saturating_add(1))).done();
        self.letters(LETTERS_DUE, &Range::before(&end), 8, limit)
    }

    fn leased_letters(&self, by: &CommandId) -> Result<Vec<Letter>> {
        self.letters(LETTERS_LEASED, &Range::prefix(&by.0), 24, usize::MAX)
    }

    fn frozen(&self, id: &LetterId) -> Result<Option<Vec<u8>>> {
        self.plain(FROZEN, &id.0)
    }

    fn mail_rests_until(&self) -> Result<Timestamp> {
        self.plain(META, b"mail rests until")?.map_or_else(|| Ok(Timestamp::from_millis(0)), |bytes| time_at(&bytes, 0))
    }

    fn last_audit(&self) -> Result<Option<AuditEntry>> {
        let Some(key) = self.last_key(AUDIT)? else { return Ok(None) };
        self.value(AUDIT, &key)
    }

    fn audit(&self, after: u64, limit: usize) -> Result<Vec<(AuditEntry, Option<AuditPayload>)>> {
        let entries: Vec<AuditEntry> = self.values(AUDIT, &Range::prefix_after(&[], &after.to_be_bytes()), limit)?;
        entries
            .into_iter()
            .map(|entry| {
                let payload = self.value(AUDIT_PAYLOADS, &entry.sequence.to_be_bytes())?;
                Ok((entry, payload))
            })
            .collect()
    }

    fn key(&self, account: AccountId, key: &str) -> Result<Option<KeyRecord>> {
        self.value(KEYS, &Key::new().u32(account.0).bytes(key.as_bytes()).done())
    }
}
