//! Tickets with their threads, and what people have been shown of them.

use super::{Loader, Stop};
use crate::domain::account::{AccountId, Standing};
use crate::domain::dump::DumpFault;
use crate::domain::entry::EntryId;
use crate::domain::task::Task;
use crate::domain::ticket::{Tally, Ticket, TicketSeq};
use crate::dump::shape::{EntryLine, MarkLine, TicketLine};
use crate::store::Write;

/// So often may one be led on from a ticket to the next: it is once, as what leads to a part is led on at once.
const MOST_STEPS: u32 = 16;

/// A ticket whose thread is still to come.
pub(super) struct Open {
    ticket: Ticket,
    tally: Tally,
}

impl Loader {
    pub(super) fn ticket(&mut self, tx: &mut dyn Write, line: TicketLine) -> Result<(), Stop> {
        let mut ticket = line.ticket().ok_or(DumpFault::Unreadable)?;
        self.knows([Some(ticket.client), ticket.assignee, ticket.closed_by].into_iter().flatten())?;
        // Whoever has tickets stays of staff, and whoever asks in one a client.
        let is_staff = |who| self.accounts.get(&who).is_some_and(|is_staff| *is_staff);
        let is_peopled = !is_staff(ticket.client) && ticket.assignee.is_none_or(is_staff);
        if !is_peopled || !self.topics.contains_key(&ticket.topic) || ticket.seq.0 > self.places.tickets {
            return Err(DumpFault::Clash.into());
        }
        // An older dump knows of no rest: it begins where its client was suspended.
        if let Some(Standing::Suspended { at, .. }) = tx.account(ticket.client)?.map(|client| client.standing) {
            ticket.rest(at);
        }
        self.keep_named(tx, [ticket.client])?;
        self.parts.extend(ticket.merged_into.as_ref().map(|_| ticket.seq));
        self.loaded.counts.tickets += 1;
        tx.put_ticket(None, &ticket)?;
        self.open = Some(Open { ticket, tally: Tally::default() });
        Ok(())
    }

    pub(super) fn entry(&mut self, tx: &mut dyn Write, line: EntryLine) -> Result<(), Stop> {
        let seq = TicketSeq(line.ticket);
        let entry = line.entry().ok_or(DumpFault::Unreadable)?;
        self.knows(entry.people())?;
        self.keep_named(tx, entry.people())?;
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

    /// What became a part of a ticket leads to one that goes on, or is gone, and never back to itself.
    pub(super) fn end_tickets(&mut self, tx: &mut dyn Write) -> Result<(), Stop> {
        for part in std::mem::take(&mut self.parts) {
            let mut seq = part;
            let mut steps = 0;
            while let Some(into) = tx.ticket(seq)?.and_then(|ticket| ticket.merged_into) {
                let is_there = tx.ticket_of_number(&into.number)? == Some(into.seq);
                if !is_there || steps >= MOST_STEPS {
                    return Err(DumpFault::Clash.into());
                }
                (seq, steps) = (into.seq, steps + 1);
            }
        }
        Ok(())
    }

    /// A task is about a ticket that is there, and whoever asked for it is.
    pub(super) fn task(&mut self, tx: &mut dyn Write, task: Task) -> Result<(), Stop> {
        let people = [Some(task.asked_by), task.done.map(|done| done.by)];
        self.knows(people.into_iter().flatten())?;
        let is_new = task.id.0 <= self.places.tasks && tx.task(task.id)?.is_none();
        if !is_new || tx.ticket(task.ticket)?.is_none() {
            return Err(DumpFault::Clash.into());
        }
        self.loaded.counts.tasks += 1;
        Ok(tx.put_task(&task)?)
    }

    /// What the ticket said of its thread is what the thread was.
    pub(super) fn end_ticket(&mut self) -> Result<(), Stop> {
        match self.open.take() {
            Some(open) if open.tally != open.ticket.tally => Err(DumpFault::Altered.into()),
            _ => Ok(()),
        }
    }
}
