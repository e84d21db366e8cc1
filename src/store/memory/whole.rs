//! The whole desk, as a copy of it asks and as it is made anew.

use super::{State, refused};
use crate::domain::account::AccountId;
use crate::domain::audit::AuditEntry;
use crate::domain::entry::{BlobHash, EntryId};
use crate::domain::ticket::{TicketNumber, TicketSeq};
use crate::store::{Blob, KeyRecord, Places, Read, ReadWhole, Result, WriteWhole};

impl ReadWhole for State {
    fn places(&self) -> Result<Places> {
        Ok(Places {
            accounts: self.next_account()?.0 - 1,
            tokens: self.last_token,
            codes: self.last_code,
            topics: self.next_topic()?.0 - 1,
            tickets: self.next_ticket()?.0 - 1,
            tasks: self.last_task,
        })
    }

    fn blobs_from(&self, first: &BlobHash, limit: usize) -> Result<Vec<(BlobHash, Blob)>> {
        Ok(self.blobs.range(first..).take(limit).map(|(hash, blob)| (*hash, *blob)).collect())
    }

    fn read_marks(&self, seq: TicketSeq) -> Result<Vec<(AccountId, EntryId)>> {
        let of_ticket = self.read_marks.iter().filter(|((_, of), _)| *of == seq);
        Ok(of_ticket.map(|((reader, _), last)| (*reader, *last)).collect())
    }

    fn purged_numbers(&self, after: Option<&TicketNumber>, limit: usize) -> Result<Vec<(TicketNumber, TicketSeq)>> {
        let is_asked = |number: &TicketNumber| after.is_none_or(|after| number > after);
        let gone = self.numbers.iter().filter(|(number, seq)| is_asked(number) && !self.tickets.contains_key(seq));
        Ok(gone.take(limit).map(|(number, seq)| (number.clone(), *seq)).collect())
    }

    fn key_after(&self, after: Option<(AccountId, &str)>) -> Result<Option<(AccountId, String, KeyRecord)>> {
        let is_asked = |(account, key): &(AccountId, String)| after.is_none_or(|after| (*account, key.as_str()) > after);
        let next = self.keys.iter().find(|(key, _)| is_asked(key));
        Ok(next.map(|((account, key), record)| (*account, key.clone(), record.clone())))
    }
}

impl WriteWhole for State {
    fn expect_many_texts(&mut self) {}

    fn pass_places(&mut self, places: &Places) -> Result<()> {
        let passed = &mut self.passed;
        passed.accounts = passed.accounts.max(places.accounts);
        passed.topics = passed.topics.max(places.topics);
        passed.tickets = passed.tickets.max(places.tickets);
        self.last_token = self.last_token.max(places.tokens);
        self.last_code = self.last_code.max(places.codes);
        self.last_task = self.last_task.max(places.tasks);
        Ok(())
    }

    fn put_purged_number(&mut self, number: &TicketNumber, seq: TicketSeq) -> Result<()> {
        if self.numbers.insert(number.clone(), seq).is_some() || self.tickets.contains_key(&seq) {
            return Err(refused(format!("the number {number} is taken")));
        }
        Ok(())
    }

    fn append_bare_audit(&mut self, entry: &AuditEntry) -> Result<()> {
        match self.audit.insert(entry.sequence, (entry.clone(), None)) {
            Some(_) => Err(refused(format!("the link {} is there already", entry.sequence))),
            None => Ok(()),
        }
    }
}
