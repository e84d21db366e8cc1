//! The changes. Each keeps one value; what a caller must not ask for is refused, so that tests show it.

use std::collections::BTreeMap;

use super::{State, refused};
use crate::domain::account::{Account, AccountId};
use crate::domain::audit::{AuditEntry, AuditPayload};
use crate::domain::code::Code;
use crate::domain::entry::{BlobHash, Entry, EntryId};
use crate::domain::letter::{CommandId, Letter, LetterId};
use crate::domain::session::{Session, SessionHash, Throttle};
use crate::domain::ticket::{Ticket, TicketNumber, TicketSeq};
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::domain::topic::Topic;
use crate::store::{Blob, Draft, KeyRecord, Read, Result, Write, check_times};

/// The keys of the values that ended before, the earliest first, at most `limit` of them.
fn ended<K: Clone + Ord, V>(all: &BTreeMap<K, V>, end: impl Fn(&V) -> Timestamp, before: Timestamp, limit: usize) -> Vec<K> {
    let mut ended: Vec<_> = all.iter().map(|(key, value)| (end(value), key.clone())).collect();
    ended.retain(|(end, _)| *end < before);
    ended.sort();
    ended.truncate(limit);
    ended.into_iter().map(|(_, key)| key).collect()
}

/// Keeps or removes a value.
fn put<K: Ord, V>(all: &mut BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => drop(all.insert(key, value)),
        None => drop(all.remove(&key)),
    }
}

impl Write for State {
    fn as_read(&self) -> &dyn Read {
        self
    }

    fn set_secret(&mut self, secret: &[u8; 32]) -> Result<()> {
        self.secret = Some(*secret);
        Ok(())
    }

    fn put_setting(&mut self, key: &str, value: Option<&str>) -> Result<()> {
        put(&mut self.settings, key.to_owned(), value.map(str::to_owned));
        Ok(())
    }

    fn forget_commands(&mut self, before: Timestamp, limit: usize) -> Result<usize> {
        let ended = ended(&self.commands, |at| *at, before, limit);
        for id in &ended {
            self.commands.remove(id);
        }
        Ok(ended.len())
    }

    fn remember_command(&mut self, id: &CommandId, now: Timestamp) -> Result<()> {
        self.commands.insert(*id, now);
        Ok(())
    }

    fn put_account(&mut self, account: &Account) -> Result<()> {
        if self.account_by_handle(&account.handle)?.is_some_and(|other| other.id != account.id) {
            return Err(refused(format!("the handle {} is another's", account.handle)));
        }
        if self.account_by_email(&account.email)?.is_some_and(|other| other.id != account.id) {
            return Err(refused("the address is another's"));
        }
        self.accounts.insert(account.id, account.clone());
        Ok(())
    }

    fn put_session(&mut self, session: &Session) -> Result<()> {
        self.sessions.insert(session.hash, session.clone());
        Ok(())
    }

    fn remove_session(&mut self, hash: &SessionHash) -> Result<()> {
        self.sessions.remove(hash);
        Ok(())
    }

    fn remove_sessions(&mut self, account: AccountId) -> Result<()> {
        self.sessions.retain(|_, session| session.account != account);
        Ok(())
    }

    fn remove_ended_sessions(&mut self, before: Timestamp, limit: usize) -> Result<usize> {
        let ended = ended(&self.sessions, Session::expires_at, before, limit);
        for hash in &ended {
            self.sessions.remove(hash);
        }
        Ok(ended.len())
    }

    fn put_token(&mut self, token: &Token) -> Result<()> {
        if self.token_by_hash(&token.hash)?.is_some_and(|other| other.id != token.id) {
            return Err(refused("the hash is another token's"));
        }
        if self.tokens.get(&token.id).is_some_and(|before| before.hash != token.hash) {
            return Err(refused("the token had another hash"));
        }
        self.last_token = self.last_token.max(token.id.0);
        self.tokens.insert(token.id, token.clone());
        Ok(())
    }

    fn remove_ended_tokens(&mut self, before: Timestamp, limit: usize) -> Result<usize> {
        let ended = ended(&self.tokens, Token::ends_at, before, limit);
        for id in &ended {
            self.tokens.remove(id);
        }
        Ok(ended.len())
    }

    fn put_code(&mut self, code: &Code) -> Result<()> {
        self.last_code = self.last_code.max(code.id.0);
        self.codes.insert(code.id, code.clone());
        Ok(())
    }

    fn remove_code(&mut self, code: &Code) -> Result<()> {
        self.codes.remove(&code.id);
        Ok(())
    }

    fn remove_expired_codes(&mut self, before: Timestamp, limit: usize) -> Result<usize> {
        let ended = ended(&self.codes, |code| code.expires_at, before, limit);
        for id in &ended {
            self.codes.remove(id);
        }
        Ok(ended.len())
    }

    fn put_throttle(&mut self, bucket: u32, throttle: &Throttle) -> Result<()> {
        self.throttles.insert(bucket, *throttle);
        Ok(())
    }

    fn put_topic(&mut self, topic: &Topic) -> Result<()> {
        self.topics.insert(topic.id, topic.clone());
        Ok(())
    }

    fn put_ticket(&mut self, before: Option<&Ticket>, ticket: &Ticket) -> Result<()> {
        check_times(ticket)?;
        let (seq, number) = (ticket.seq, &ticket.number);
        if self.tickets.get(&seq) != before || before.is_some_and(|before| before.number != *number) {
            return Err(refused(format!("the ticket {number} was kept otherwise")));
        }
        if self.numbers.get(number).is_some_and(|&other| other != seq) {
            return Err(refused(format!("the number {number} is another's")));
        }
        if let Some(id) = &ticket.external_id
            && self.ticket_of_external_id(id)?.is_some_and(|other| other != seq)
        {
            return Err(refused(format!("the external id {id} is another's")));
        }
        self.numbers.insert(number.clone(), seq);
        self.tickets.insert(seq, ticket.clone());
        Ok(())
    }

    fn merge_search(&mut self, _most: usize) -> Result<()> {
        Ok(())
    }

    fn append_entry(&mut self, seq: TicketSeq, entry: &Entry) -> Result<()> {
        match self.entries.insert((seq, entry.id), entry.clone()) {
            None => Ok(()),
            Some(_) => Err(refused(format!("the entry {} is there already", entry.id.0))),
        }
    }

    fn put_read_mark(&mut self, reader: AccountId, seq: TicketSeq, last: EntryId) -> Result<()> {
        let last = last.max(self.read_mark(reader, seq)?);
        self.read_marks.insert((reader, seq), last);
        Ok(())
    }

    fn put_blob_chunk(&mut self, hash: &BlobHash, index: u32, bytes: &[u8]) -> Result<()> {
        self.blob_chunks.insert((*hash, index), bytes.to_vec());
        Ok(())
    }

    fn put_blob(&mut self, hash: &BlobHash, blob: Blob) -> Result<()> {
        self.blobs.insert(*hash, blob);
        Ok(())
    }

    fn remove_orphans(&mut self, before: Timestamp, limit: usize) -> Result<usize> {
        let is_taken_up = |hash: &BlobHash| {
            self.entries.values().flat_map(|entry| &entry.attachments).any(|attachment| attachment.hash == *hash)
        };
        let mut orphans = self.blobs.clone();
        orphans.retain(|hash, _| !is_taken_up(hash));
        let ended = ended(&orphans, |blob| blob.staged_at, before, limit);
        for hash in &ended {
            self.blobs.remove(hash);
            self.blob_chunks.retain(|(other, _), _| other != hash);
        }
        Ok(ended.len())
    }

    fn put_draft(&mut self, writer: AccountId, slot: &str, draft: Option<&Draft>) -> Result<()> {
        put(&mut self.drafts, (writer, slot.to_owned()), draft.cloned());
        Ok(())
    }

    fn put_letter(&mut self, letter: &Letter) -> Result<()> {
        self.letters.insert(letter.id, letter.clone());
        Ok(())
    }

    fn put_frozen(&mut self, id: &LetterId, bytes: Option<&[u8]>) -> Result<()> {
        put(&mut self.frozen, *id, bytes.map(<[u8]>::to_vec));
        Ok(())
    }

    fn rest_mail_until(&mut self, until: Timestamp) -> Result<()> {
        self.mail_rests_until = until;
        Ok(())
    }

    fn append_audit(&mut self, entry: &AuditEntry, payload: &AuditPayload) -> Result<()> {
        for number in payload.tickets().filter_map(TicketNumber::parse) {
            if let Some(seq) = self.numbers.get(&number) {
                self.touched.insert((*seq, entry.sequence));
            }
        }
        match self.audit.insert(entry.sequence, (entry.clone(), Some(payload.clone()))) {
            None => Ok(()),
            Some(_) => Err(refused(format!("the link {} of the audit is there already", entry.sequence))),
        }
    }

    fn put_key(&mut self, account: AccountId, key: &str, record: &KeyRecord) -> Result<()> {
        self.keys.insert((account, key.to_owned()), record.clone());
        Ok(())
    }

    fn forget_keys(&mut self, before: Timestamp, limit: usize) -> Result<usize> {
        let ended = ended(&self.keys, |record| record.expires_at, before, limit);
        for key in &ended {
            self.keys.remove(key);
        }
        Ok(ended.len())
    }
}
