//! Changes, each with every index of it. Bitmaps are changed in memory and written once, before the commit.

use super::codec;
use super::index::{self, BLOCK, FacetValue};
use super::keys::{self, Key, array_at, u32_at};
use super::read::{Transaction, text_class};
use super::record::Recorded;
use super::tables::*;
use crate::domain::account::{Account, AccountId};
use crate::domain::audit::{AuditEntry, AuditPayload};
use crate::domain::code::Code;
use crate::domain::entry::{BlobHash, Entry, EntryId};
use crate::domain::letter::{CommandId, Letter, LetterId, LetterState, Matter};
use crate::domain::session::{Session, SessionHash, Throttle};
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::domain::time::Timestamp;
use crate::domain::topic::{Topic, TopicId};
use crate::store::{Blob, Draft, KeyRecord, Read, Result, StoreError, Write};

/// A transaction that changes the desk.
pub type Writer<'t> = Transaction<Changing<'t>>;

impl Writer<'_> {
    /// Writes the bitmaps that were changed.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn flush(&mut self) -> Result<()> {
        for (key, bitmap) in std::mem::take(&mut self.dirty) {
            if bitmap.is_empty() {
                self.tables.delete(FACETS, &key)?;
            } else {
                self.tables.put(FACETS, &key, &index::bitmap_bytes(&key, &bitmap)?)?;
            }
        }
        Ok(())
    }

    fn keep<V: Recorded>(&self, table: Table, key: &[u8], value: &V) -> Result<()> {
        self.tables.put(table, key, &codec::encode(key, &value.to_record())?)
    }

    fn keep_plain(&self, table: Table, key: &[u8], payload: &[u8]) -> Result<()> {
        self.tables.put(table, key, &codec::seal(key, payload))
    }

    fn mark(&self, table: Table, key: &[u8]) -> Result<()> {
        self.tables.put(table, key, &[])
    }

    /// Moves an index entry, if it is to move at all.
    fn move_key(&self, table: Table, before: Option<Vec<u8>>, after: Option<Vec<u8>>) -> Result<()> {
        if before == after {
            return Ok(());
        }
        if let Some(before) = before {
            self.tables.delete(table, &before)?;
        }
        after.map_or(Ok(()), |after| self.mark(table, &after))
    }

    fn set_bit(&mut self, value: FacetValue, seq: TicketSeq, is_set: bool) -> Result<()> {
        let key = index::facet_key(value, seq.0 / BLOCK);
        if !self.dirty.contains_key(&key) {
            let bitmap = index::bitmap(&self.tables, &key)?;
            self.dirty.insert(key.clone(), bitmap);
        }
        if let Some(bitmap) = self.dirty.get_mut(&key) {
            if is_set {
                bitmap.insert(seq.0 % BLOCK);
            } else {
                bitmap.remove(seq.0 % BLOCK);
            }
        }
        Ok(())
    }

    fn ledger_number(&self, ticket: &Ticket) -> Result<()> {
        let key = ticket.number.as_str().as_bytes();
        if self.tables.get(NUMBERS, key)?.is_some() {
            return Err(StoreError::Corrupt(format!("the number {} is taken", ticket.number)));
        }
        self.keep_plain(NUMBERS, key, &ticket.seq.0.to_be_bytes())?;
        if let Some(width) = ticket.number.own_width() {
            let taken = self.numbers_taken(width)? + 1;
            self.keep_plain(WIDTHS, &width.to_be_bytes(), &taken.to_be_bytes())?;
        }
        let last = u64::from(ticket.seq.0).max(u64::from(self.next_ticket()?.0) - 1);
        self.keep_plain(META, b"tickets", &last.to_be_bytes())
    }

    fn forget(&self, ends: Table, before: Timestamp, limit: usize, mut each: impl FnMut(&[u8]) -> Result<()>) -> Result<()> {
        for key in self.keys(ends, &Range::before(&Key::new().time(before).done()), limit)? {
            each(key.get(8..).unwrap_or_default())?;
            self.tables.delete(ends, &key)?;
        }
        Ok(())
    }
}

fn code_index(code: &Code) -> Vec<u8> {
    Key::new().byte(keys::code_kind(code.purpose.kind())).text(&code.address.key()).u64(code.id.0).done()
}

fn at(time: Timestamp, bytes: &[u8]) -> Vec<u8> {
    Key::new().time(time).bytes(bytes).done()
}

/// The places of a letter in its indexes: due, unsent, leased.
fn letter_places(letter: &Letter) -> [Option<Vec<u8>>; 3] {
    let unsent = at(letter.not_before, &letter.id.0);
    match &letter.state {
        LetterState::Pending | LetterState::Retry => [Some(unsent.clone()), Some(unsent), None],
        LetterState::Leased { by, until } => {
            let leased = Key::new().bytes(&by.0).time(letter.not_before).bytes(&letter.id.0).done();
            [Some(at(*until, &letter.id.0)), Some(unsent), Some(leased)]
        }
        LetterState::Dead => [None, Some(unsent), None],
        LetterState::Sent | LetterState::Dropped | LetterState::Cancelled => [None, None, None],
    }
}

fn role_key(account: &Account) -> Vec<u8> {
    Key::new().byte(keys::role(account.role)).bytes(account.handle.as_str().as_bytes()).done()
}

impl Write for Writer<'_> {
    fn as_read(&self) -> &dyn Read {
        self
    }

    fn set_secret(&mut self, secret: &[u8; 32]) -> Result<()> {
        self.keep_plain(META, b"secret", secret)
    }

    fn put_setting(&mut self, key: &str, value: Option<&str>) -> Result<()> {
        match value {
            Some(value) => self.keep_plain(SETTINGS, key.as_bytes(), value.as_bytes()),
            None => self.tables.delete(SETTINGS, key.as_bytes()),
        }
    }

    fn forget_commands(&mut self, before: Timestamp, limit: usize) -> Result<()> {
        self.forget(COMMAND_TIMES, before, limit, |command| self.tables.delete(COMMANDS, command))
    }

    fn remember_command(&mut self, id: &CommandId, now: Timestamp) -> Result<()> {
        self.keep_plain(COMMANDS, &id.0, &Key::new().time(now).done())?;
        self.mark(COMMAND_TIMES, &at(now, &id.0))
    }

    fn put_account(&mut self, account: &Account) -> Result<()> {
        let id = account.id.0.to_be_bytes();
        let before = self.account(account.id)?;
        if let Some(before) = &before {
            self.tables.delete(HANDLES, before.handle.as_str().as_bytes())?;
            self.tables.delete(EMAILS, before.email.key().as_bytes())?;
            self.tables.delete(ROLES, &role_key(before))?;
        }
        for (table, key) in [(HANDLES, account.handle.as_str().to_owned()), (EMAILS, account.email.key())] {
            if self.tables.get(table, key.as_bytes())?.is_some() {
                return Err(StoreError::Corrupt(format!("{key} is taken")));
            }
            self.keep_plain(table, key.as_bytes(), &id)?;
        }
        self.keep_plain(ROLES, &role_key(account), &id)?;
        self.keep(ACCOUNTS, &keys::account(account.id), account)
    }

    fn put_session(&mut self, session: &Session) -> Result<()> {
        self.mark(SESSIONS_OF, &Key::new().u32(session.account.0).bytes(&session.hash.0).done())?;
        self.keep(SESSIONS, &session.hash.0, session)
    }

    fn remove_session(&mut self, hash: &SessionHash) -> Result<()> {
        let Some(session) = self.session(hash)? else { return Ok(()) };
        self.tables.delete(SESSIONS_OF, &Key::new().u32(session.account.0).bytes(&hash.0).done())?;
        self.tables.delete(SESSIONS, &hash.0)
    }

    fn remove_sessions(&mut self, account: AccountId) -> Result<()> {
        for key in self.keys(SESSIONS_OF, &Range::prefix(&account.0.to_be_bytes()), usize::MAX)? {
            self.tables.delete(SESSIONS, &array_at::<32>(&key, 4)?)?;
            self.tables.delete(SESSIONS_OF, &key)?;
        }
        Ok(())
    }

    fn put_code(&mut self, code: &Code) -> Result<()> {
        let key = code.id.0.to_be_bytes();
        let before: Option<Code> = self.value(CODES, &key)?;
        let ends = |code: &Code| at(code.expires_at, &key);
        self.move_key(CODES_OF, before.as_ref().map(code_index), Some(code_index(code)))?;
        self.move_key(CODE_ENDS, before.as_ref().map(ends), Some(ends(code)))?;
        let last = code.id.0.max(self.next_code()?.0 - 1);
        self.keep_plain(META, b"codes", &last.to_be_bytes())?;
        self.keep(CODES, &key, code)
    }

    fn remove_code(&mut self, code: &Code) -> Result<()> {
        let key = code.id.0.to_be_bytes();
        let Some(kept): Option<Code> = self.value(CODES, &key)? else { return Ok(()) };
        self.tables.delete(CODES_OF, &code_index(&kept))?;
        self.tables.delete(CODE_ENDS, &at(kept.expires_at, &key))?;
        self.tables.delete(CODES, &key)
    }

    fn remove_expired_codes(&mut self, before: Timestamp, limit: usize) -> Result<()> {
        for key in self.keys(CODE_ENDS, &Range::before(&Key::new().time(before).done()), limit)? {
            let code: Code = self.promised(CODES, key.get(8..).unwrap_or_default())?;
            self.remove_code(&code)?;
        }
        Ok(())
    }

    fn put_throttle(&mut self, bucket: u32, throttle: &Throttle) -> Result<()> {
        self.keep(THROTTLES, &bucket.to_be_bytes(), throttle)
    }

    fn put_topic(&mut self, topic: &Topic) -> Result<()> {
        self.keep(TOPICS, &topic.id.0.to_be_bytes(), topic)
    }

    fn next_topic(&self) -> Result<TopicId> {
        Ok(TopicId(self.last_key(TOPICS)?.map_or(Ok(0), |key| u32_at(&key, 0))? + 1))
    }

    fn put_ticket(&mut self, before: Option<&Ticket>, ticket: &Ticket) -> Result<()> {
        if before.is_none() {
            self.ledger_number(ticket)?;
        }
        let external = |ticket: &Ticket| ticket.external_id.clone();
        if before.and_then(external) != external(ticket) {
            if let Some(old) = before.and_then(external) {
                self.tables.delete(EXTERNAL, old.as_bytes())?;
            }
            if let Some(new) = external(ticket) {
                if self.tables.get(EXTERNAL, new.as_bytes())?.is_some() {
                    return Err(StoreError::Corrupt(format!("the external id {new} is taken")));
                }
                self.keep_plain(EXTERNAL, new.as_bytes(), &ticket.seq.0.to_be_bytes())?;
            }
        }
        let old_places = before.map(index::places).unwrap_or_default();
        let new_places = index::places(ticket);
        for (number, place) in new_places.into_iter().enumerate() {
            self.move_key(ORDERS, old_places.get(number).cloned(), Some(place))?;
        }
        let (old, new) = (before.map(index::facets).unwrap_or_default(), index::facets(ticket));
        for facet in old.iter().filter(|facet| !new.contains(facet)) {
            self.set_bit(*facet, ticket.seq, false)?;
        }
        for facet in new.iter().filter(|facet| !old.contains(facet)) {
            self.set_bit(*facet, ticket.seq, true)?;
        }
        self.keep(TICKETS, &ticket.seq.0.to_be_bytes(), ticket)
    }

    fn append_entry(&mut self, seq: TicketSeq, entry: &Entry) -> Result<()> {
        let key = Key::new().u32(seq.0).u32(entry.id.0).done();
        if self.tables.get(ENTRIES, &key)?.is_some() {
            return Err(StoreError::Corrupt("a place in a thread is taken".to_owned()));
        }
        if let Some(class) = text_class(&entry.content) {
            let author = entry.author.map_or(0, |author| author.0);
            self.keep_plain(TEXTS, &key, &Key::new().byte(class).u32(author).done())?;
        }
        for file in &entry.attachments {
            self.mark(BLOB_REFS, &Key::new().bytes(&file.hash.0).bytes(&key).done())?;
        }
        self.keep(ENTRIES, &key, entry)
    }

    fn put_read_mark(&mut self, reader: AccountId, seq: TicketSeq, last: EntryId) -> Result<()> {
        if self.read_mark(reader, seq)? >= last {
            return Ok(());
        }
        self.keep_plain(READ_MARKS, &Key::new().u32(reader.0).u32(seq.0).done(), &last.0.to_be_bytes())
    }

    fn put_blob_chunk(&mut self, hash: &BlobHash, index: u32, bytes: &[u8]) -> Result<()> {
        self.keep_plain(BLOB_CHUNKS, &Key::new().bytes(&hash.0).u32(index).done(), bytes)
    }

    fn put_blob(&mut self, hash: &BlobHash, blob: Blob) -> Result<()> {
        let before = self.blob(hash)?;
        let place = |blob: &Blob| at(blob.staged_at, &hash.0);
        self.move_key(BLOB_TIMES, before.as_ref().map(place), Some(place(&blob)))?;
        self.keep(BLOBS, &hash.0, &blob)
    }

    fn remove_orphans(&mut self, before: Timestamp, limit: usize) -> Result<()> {
        for key in self.keys(BLOB_TIMES, &Range::before(&Key::new().time(before).done()), limit)? {
            let hash: [u8; 32] = array_at(&key, 8)?;
            // One that an entry took up is looked at once; it is no orphan any more.
            self.tables.delete(BLOB_TIMES, &key)?;
            if self.keys(BLOB_REFS, &Range::prefix(&hash), 1)?.is_empty() {
                for chunk in self.keys(BLOB_CHUNKS, &Range::prefix(&hash), usize::MAX)? {
                    self.tables.delete(BLOB_CHUNKS, &chunk)?;
                }
                self.tables.delete(BLOBS, &hash)?;
            }
        }
        Ok(())
    }

    fn put_draft(&mut self, writer: AccountId, slot: &str, draft: Option<&Draft>) -> Result<()> {
        let key = Key::new().u32(writer.0).bytes(slot.as_bytes()).done();
        match draft {
            Some(draft) => self.keep(DRAFTS, &key, draft),
            None => self.tables.delete(DRAFTS, &key),
        }
    }

    fn put_letter(&mut self, letter: &Letter) -> Result<()> {
        let before = self.letter(&letter.id)?;
        let old = before.as_ref().map(letter_places).unwrap_or_default();
        let tables = [LETTERS_DUE, LETTERS_UNSENT, LETTERS_LEASED];
        for ((table, old), new) in tables.into_iter().zip(old).zip(letter_places(letter)) {
            self.move_key(table, old, new)?;
        }
        if let (None, Matter::Ticket { ticket, entries }) = (&before, &letter.matter) {
            for entry in entries {
                self.mark(LETTERS_OF, &Key::new().u32(ticket.0).u32(entry.0).bytes(&letter.id.0).done())?;
            }
        }
        self.keep(LETTERS, &letter.id.0, letter)
    }

    fn put_frozen(&mut self, id: &LetterId, bytes: Option<&[u8]>) -> Result<()> {
        match bytes {
            Some(bytes) => self.keep_plain(FROZEN, &id.0, bytes),
            None => self.tables.delete(FROZEN, &id.0),
        }
    }

    fn rest_mail_until(&mut self, until: Timestamp) -> Result<()> {
        self.keep_plain(META, b"mail rests until", &Key::new().time(until).done())
    }

    fn append_audit(&mut self, entry: &AuditEntry, payload: &AuditPayload) -> Result<()> {
        let key = entry.sequence.to_be_bytes();
        if self.tables.get(AUDIT, &key)?.is_some() {
            return Err(StoreError::Corrupt("a place in the audit is taken".to_owned()));
        }
        self.keep(AUDIT_PAYLOADS, &key, payload)?;
        self.keep(AUDIT, &key, entry)
    }

    fn put_key(&mut self, account: AccountId, key: &str, record: &KeyRecord) -> Result<()> {
        let place = Key::new().u32(account.0).bytes(key.as_bytes()).done();
        let before: Option<KeyRecord> = self.value(KEYS, &place)?;
        let ends = |record: &KeyRecord| at(record.expires_at, &place);
        self.move_key(KEY_ENDS, before.as_ref().map(ends), Some(ends(record)))?;
        self.keep(KEYS, &place, record)
    }

    fn forget_keys(&mut self, before: Timestamp, limit: usize) -> Result<()> {
        self.forget(KEY_ENDS, before, limit, |place| self.tables.delete(KEYS, place))
    }
}
