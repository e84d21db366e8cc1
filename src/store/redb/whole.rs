//! The whole desk, as a copy of it asks and as it is made anew. What a question or a change means is said at the seam.

use std::ops::ControlFlow;

use super::codec::unpack;
use super::desk::{Counter, damaged, last_place, last_short_place, take_place};
use super::record::{BlobV1, NumberV1, PlaceV1};
use super::source::{Direction, Source, Writer, scan_prefix};
use super::tables::{Kept, Key, Parts};
use super::{audit, outbox, tickets};
use crate::domain::account::AccountId;
use crate::domain::audit::AuditEntry;
use crate::domain::entry::{BlobHash, EntryId};
use crate::domain::ticket::{TicketNumber, TicketSeq};
use crate::store::{Blob, KeyRecord, Places, ReadWhole, Result, WriteWhole};

impl<S: Source> ReadWhole for S {
    fn places(&self) -> Result<Places> {
        // A desk whose counter is at its end can still be saved.
        let last = |counter| last_short_place(self, counter);
        Ok(Places {
            accounts: last(Counter::Accounts)?,
            tokens: last(Counter::Tokens)?,
            codes: last_place(self, Counter::Codes)?,
            topics: last(Counter::Topics)?,
            tickets: last(Counter::Tickets)?,
            tasks: last(Counter::Tasks)?,
        })
    }

    fn blobs_from(&self, first: &BlobHash, limit: usize) -> Result<Vec<(BlobHash, Blob)>> {
        use std::ops::Bound;
        let mut blobs = Vec::new();
        let range = (Bound::Included(&first.0[..]), Bound::Unbounded);
        self.scan(Kept::Blobs, range, Direction::Up, &mut |key, bytes| {
            if blobs.len() >= limit {
                return Ok(ControlFlow::Break(()));
            }
            let hash = Parts(key).array().map(BlobHash).ok_or_else(|| damaged("blobs: a strange key"))?;
            blobs.push((hash, Blob::from(unpack::<BlobV1>(key, bytes)?)));
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(blobs)
    }

    fn read_marks(&self, seq: TicketSeq) -> Result<Vec<(AccountId, EntryId)>> {
        let mut marks = Vec::new();
        scan_prefix(self, Kept::Marks, &Key::new().number(seq.0), None, &mut |key, bytes| {
            let mut parts = Parts(key);
            let reader = parts.number().and_then(|_| parts.number()).ok_or_else(|| damaged("marks: a strange key"))?;
            let place = u32::try_from(unpack::<PlaceV1>(key, bytes)?.place);
            marks.push((AccountId(reader), EntryId(place.map_err(|_| damaged("a read mark is beyond its end"))?)));
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(marks)
    }

    fn purged_numbers(&self, after: Option<&TicketNumber>, limit: usize) -> Result<Vec<(TicketNumber, TicketSeq)>> {
        let mut numbers = Vec::new();
        let after = after.map(|number| number.as_str().as_bytes());
        scan_prefix(self, Kept::Numbers, &[], after, &mut |key, bytes| {
            if numbers.len() >= limit {
                return Ok(ControlFlow::Break(()));
            }
            let entry = unpack::<NumberV1>(key, bytes)?;
            if entry.is_purged {
                let number = std::str::from_utf8(key).ok().and_then(TicketNumber::parse);
                numbers.push((number.ok_or_else(|| damaged("numbers: a strange key"))?, TicketSeq(entry.seq)));
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(numbers)
    }

    fn key_after(&self, after: Option<(AccountId, &str)>) -> Result<Option<(AccountId, String, KeyRecord)>> {
        outbox::key_after(self, after)
    }
}

impl WriteWhole for Writer<'_> {
    fn expect_many_texts(&mut self) {
        self.held().gather_texts();
    }

    fn pass_places(&mut self, places: &Places) -> Result<()> {
        take_place(self, Counter::Accounts, places.accounts.into())?;
        take_place(self, Counter::Tokens, places.tokens.into())?;
        take_place(self, Counter::Codes, places.codes)?;
        take_place(self, Counter::Topics, places.topics.into())?;
        take_place(self, Counter::Tickets, places.tickets.into())?;
        take_place(self, Counter::Tasks, places.tasks.into())
    }

    fn put_purged_number(&mut self, number: &TicketNumber, seq: TicketSeq) -> Result<()> {
        tickets::put_purged_number(self, number, seq)
    }

    fn append_bare_audit(&mut self, entry: &AuditEntry) -> Result<()> {
        audit::append_bare_audit(self, entry)
    }
}
