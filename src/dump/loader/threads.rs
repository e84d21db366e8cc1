//! Tickets with their threads, and what people have been shown of them.

use super::{Loader, Stop};
use crate::domain::account::AccountId;
use crate::domain::dump::DumpFault;
use crate::domain::entry::EntryId;
use crate::domain::ticket::{Tally, Ticket, TicketSeq};
use crate::dump::shape::{EntryLine, MarkLine, TicketLine};
use crate::store::Write;

/// A ticket whose thread is still to come.
pub(super) struct Open {
    ticket: Ticket,
    tally: Tally,
}

impl Loader {
    pub(super) fn ticket(&mut self, tx: &mut dyn Write, line: TicketLine) -> Result<(), Stop> {
        let ticket = line.ticket().ok_or(DumpFault::Unreadable)?;
        self.knows([Some(ticket.client), ticket.assignee, ticket.closed_by].into_iter().flatten())?;
        if !self.topics.contains(&ticket.topic) {
            return Err(DumpFault::Clash.into());
        }
        self.loaded.counts.tickets += 1;
        tx.put_ticket(None, &ticket)?;
        self.open = Some(Open { ticket, tally: Tally::default() });
        Ok(())
    }

    pub(super) fn entry(&mut self, tx: &mut dyn Write, line: EntryLine) -> Result<(), Stop> {
        let seq = TicketSeq(line.ticket);
        let entry = line.entry().ok_or(DumpFault::Unreadable)?;
        self.knows(entry.author)?;
        let open = self.open.as_mut().filter(|open| open.ticket.seq == seq).ok_or(DumpFault::Misplaced)?;
        for file in &entry.attachments {
            if tx.blob(&file.hash)?.is_none_or(|blob| blob.size != file.size) {
                return Err(DumpFault::Clash.into());
            }
        }
        if open.tally.count(&entry.content, entry.attachments.len()) != entry.id {
            return Err(DumpFault::Misplaced.into());
        }
        self.loaded.counts.entries += 1;
        Ok(tx.append_entry(seq, &entry)?)
    }

    pub(super) fn mark(&mut self, tx: &mut dyn Write, line: &MarkLine) -> Result<(), Stop> {
        let seq = TicketSeq(line.ticket);
        let reader = AccountId(line.reader);
        self.knows([reader])?;
        let open = self.open.as_ref().filter(|open| open.ticket.seq == seq).ok_or(DumpFault::Misplaced)?;
        if line.entry == 0 || line.entry > open.tally.last_entry || tx.read_mark(reader, seq)?.0 > 0 {
            return Err(DumpFault::Clash.into());
        }
        self.loaded.counts.marks += 1;
        Ok(tx.put_read_mark(reader, seq, EntryId(line.entry))?)
    }

    /// What the ticket said of its thread is what the thread was.
    pub(super) fn end_ticket(&mut self) -> Result<(), Stop> {
        match self.open.take() {
            Some(open) if open.tally != open.ticket.tally => Err(DumpFault::Altered.into()),
            _ => Ok(()),
        }
    }
}
