//! `merge`: tickets about the same matter become one.

use std::collections::BTreeMap;

use super::change::{Call, Change, Outcome, Receipt};
use super::gate::{self, Actor};
use super::many::{self, Batch, Numbers};
use super::{App, Error, NumberRefusal, task};
use crate::domain::account::AccountId;
use crate::domain::entry::{Content, Entry, EntryId, TicketEvent};
use crate::domain::merge;
use crate::domain::notice::{Happening, Notice};
use crate::domain::policy::Action;
use crate::domain::status::Status;
use crate::domain::ticket::{Moment, Side, Ticket, TicketNumber, TicketSeq};
use crate::store::{Read, Store, StoreError};

/// Tickets that are to become parts of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// Which.
    pub numbers: Numbers,
    /// Of which ticket, where all of it goes on.
    pub into: TicketNumber,
}

impl<S: Store> App<'_, S> {
    /// Makes tickets parts of another. What was said in them stands in its thread then, the ticket that was opened first before the
    /// others; each person is told once, of all of them.
    ///
    /// # Errors
    /// `TicketNotFound`, `TicketMerged`, `CannotMerge`; those of the gate and of the store.
    pub fn merge(&self, call: &Call, request: &Merge, receipt: Receipt<'_, Batch>) -> Result<Outcome<Batch>, Error> {
        self.change("merge", call, receipt, |change, actor| {
            let target = actor.ticket(change.read(), &request.into, Action::Merge)?;
            let seq = target.seq;
            let mut whole = Whole::of(change, actor, target)?;
            let (numbers, order) = oldest_first(change, &request.numbers)?;
            let place = |number: &str| order.get(number).copied().unwrap_or_default();
            let merged = many::each(change, actor, Action::Merge, &numbers, self.language, |change, handling, moment| {
                let part = handling.ticket.clone();
                if let Some(event) = handling.ticket.merge_into(&whole.ticket, moment)? {
                    handling.event(moment, event);
                    whole.take_in(change, &part)?;
                }
                Ok(())
            });
            let by_order = |refusals: &mut Vec<NumberRefusal>| refusals.sort_by_key(|refusal| place(&refusal.number));
            let mut batch = merged.map_err(|error| match error {
                Error::Several { of, mut refusals, leaves_others } => {
                    by_order(&mut refusals);
                    Error::Several { of, refusals, leaves_others }
                }
                other => other,
            })?;
            whole.keep(change)?;
            batch.tickets.sort_by_key(|merged| place(merged.ticket.number.as_str()));
            by_order(&mut batch.refusals);
            // All letters are about the ticket that goes on.
            batch.tickets.iter_mut().filter(|merged| merged.changed).for_each(|merged| merged.seq = seq);
            Ok(batch)
        })
    }
}

/// The numbers of tickets, those opened first before the others, and the place that each was given in.
fn oldest_first(change: &Change<'_>, given: &Numbers) -> Result<(Numbers, BTreeMap<String, usize>), Error> {
    let mut opened = Vec::with_capacity(given.numbers.len());
    // One at a time: of a hundred thousand only the times are kept.
    for number in &given.numbers {
        let ticket = change.read().tickets(std::slice::from_ref(number))?.pop().flatten();
        opened.push((ticket.map(|ticket| (ticket.created_at, ticket.seq)), number.clone()));
    }
    opened.sort_by_key(|(opened, _)| *opened);
    let order = given.numbers.iter().enumerate().map(|(place, number)| (number.as_str().to_owned(), place)).collect();
    let numbers = opened.into_iter().map(|(_, number)| number).collect();
    Ok((Numbers { numbers, ..given.clone() }, order))
}

/// The ticket that others become parts of.
struct Whole {
    before: Ticket,
    ticket: Ticket,
    moment: Moment,
    /// Where in its thread those others begin.
    told: Vec<EntryId>,
    /// Who had them, while they were open.
    assignees: Vec<AccountId>,
    numbers: Vec<String>,
}

impl Whole {
    fn of(change: &Change<'_>, actor: &Actor, ticket: Ticket) -> Result<Self, StoreError> {
        let moment = actor.moment(change.read(), &ticket, change.now)?;
        let before = ticket.clone();
        Ok(Self { before, ticket, moment, told: Vec::new(), assignees: Vec::new(), numbers: Vec::new() })
    }

    /// Appends what was said in another ticket, and takes up what waits there. One thread is held at a time.
    fn take_in(&mut self, change: &mut Change<'_>, part: &Ticket) -> Result<(), Error> {
        let thread = change.read().thread(part.seq)?;
        // What became a part of the part leads here at once, and not from one ticket to the next.
        for before in parts_of(change.read(), part.seq, &thread)? {
            let after = Ticket { merged_into: Some(self.ticket.pair()), ..before.clone() };
            change.write().put_ticket(Some(&before), &after)?;
        }
        task::move_tasks(change.write(), part.seq, self.ticket.seq)?;
        let readers = self.readers(change, part, &thread)?;
        let texts = merge::texts_of(&thread);
        let mark = self.append(change, TicketEvent::MergedFrom { ticket: part.pair(), texts })?;
        self.told.push(mark);
        let mut copies = Vec::with_capacity(thread.len());
        for entry in thread.into_iter().filter(|entry| merge::is_taken_along(&entry.content)) {
            let original = entry.id;
            let copy = self.ticket.adopt(entry);
            change.write().append_entry(self.ticket.seq, &copy)?;
            if copy.content.text().is_some() {
                copies.push(Copy { original, id: copy.id, author: copy.author, is_public: copy.content.is_public() });
            }
        }
        for reader in readers {
            if let Some(last) = reader.last_seen(&copies) {
                change.write().put_read_mark(reader.id, self.ticket.seq, last)?;
            }
        }
        if let Some(event) = self.ticket.absorb(part, &self.moment) {
            self.append(change, event)?;
        }
        self.assignees.extend(part.assignee.filter(|_| part.status != Status::Closed));
        self.numbers.push(part.number.as_str().to_owned());
        Ok(())
    }

    fn append(&mut self, change: &mut Change<'_>, event: TicketEvent) -> Result<EntryId, StoreError> {
        let entry = self.ticket.append(Some(self.moment.actor), self.moment.now, Content::Event(event), Vec::new());
        change.write().append_entry(self.ticket.seq, &entry)?;
        Ok(entry.id)
    }

    /// Whoever has read all of this ticket, and wrote or was shown something in the other one: that must not be new to them here.
    fn readers(&self, change: &Change<'_>, part: &Ticket, thread: &[Entry]) -> Result<Vec<Reader>, StoreError> {
        let read = change.read();
        let writers = thread.iter().filter(|entry| entry.content.text().is_some()).filter_map(|entry| entry.author);
        let mut marks: BTreeMap<_, _> = writers.map(|writer| (writer, EntryId(0))).collect();
        marks.extend(read.read_marks(part.seq)?);
        let mut readers = Vec::with_capacity(marks.len());
        for (id, mark) in marks {
            let Some(account) = read.account(id)? else { continue };
            let is_staff = account.role.is_staff();
            if read.unread(&self.ticket, id, is_staff)? == 0 {
                readers.push(Reader { id, mark, is_staff });
            }
        }
        Ok(readers)
    }

    /// Keeps the ticket, if anything became a part of it, and has people told.
    fn keep(self, change: &mut Change<'_>) -> Result<(), Error> {
        let Self { before, ticket, moment, told, assignees, numbers } = self;
        if told.is_empty() {
            return Ok(());
        }
        change.write().put_ticket(Some(&before), &ticket)?;
        change.note(serde_json::json!({
            "ticket": ticket.number.as_str(), "merged": numbers, "status": ticket.status.id(),
        }));
        let assignee = gate::able_assignee(change.read(), &ticket)?.map(|account| account.id);
        let happening = Happening {
            notice: Notice::Merged,
            by_client: moment.side == Side::Client,
            client: ticket.client,
            assignee,
            asked_for: None,
            previous_assignee: before.assignee,
            actor: Some(moment.actor),
            note_writers: Vec::new(),
            part_assignees: assignees,
        };
        change.outbox.happened(&ticket, happening, &told);
        Ok(())
    }
}

/// The tickets that became a part of one, as its thread tells, and lead to it still.
///
/// # Errors
/// Those of the store.
pub(super) fn parts_of(read: &dyn Read, seq: TicketSeq, thread: &[Entry]) -> Result<Vec<Ticket>, StoreError> {
    let mut parts: Vec<Ticket> = Vec::new();
    for entry in thread {
        if let Content::Event(TicketEvent::MergedFrom { ticket, .. }) = &entry.content
            && parts.iter().all(|known| known.seq != ticket.seq)
        {
            let part = read.ticket(ticket.seq)?;
            parts.extend(part.filter(|part| part.merged_into.as_ref().is_some_and(|into| into.seq == seq)));
        }
    }
    Ok(parts)
}

/// A text in both threads.
struct Copy {
    original: EntryId,
    id: EntryId,
    author: Option<AccountId>,
    is_public: bool,
}

/// Somebody who has read all of the ticket that goes on.
struct Reader {
    id: AccountId,
    /// The last entry of the other one that they were shown.
    mark: EntryId,
    is_staff: bool,
}

impl Reader {
    /// The last copy up to which nothing is new to them.
    fn last_seen(&self, copies: &[Copy]) -> Option<EntryId> {
        let is_known =
            |copy: &&Copy| copy.original <= self.mark || copy.author == Some(self.id) || !(copy.is_public || self.is_staff);
        copies.iter().take_while(is_known).last().map(|copy| copy.id)
    }
}
