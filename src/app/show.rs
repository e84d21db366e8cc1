//! `show`: one ticket with its thread; what was shown counts as read afterwards.

use super::change::Call;
use super::view::{EntryView, TicketView};
use super::viewer::Viewer;
use super::{App, Error, house_rules};
use crate::domain::entry::EntryId;
use crate::domain::policy::Action;
use crate::domain::ticket::{TicketNumber, TicketSeq};
use crate::store::{Printed, Store};

/// A ticket with its thread, as one person is shown it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The ticket.
    pub ticket: TicketView,
    /// Its thread, oldest first.
    pub thread: Vec<EntryView>,
    /// What is marked as read once it was shown.
    pub mark: Option<Mark>,
}

/// What somebody was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    seq: TicketSeq,
    last: EntryId,
}

impl<S: Store> App<'_, S> {
    /// A ticket with its thread.
    ///
    /// # Errors
    /// `TicketNotFound`; those of the gate and of the store.
    pub fn show(&self, number: &TicketNumber) -> Result<Shown, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            let ticket = actor.ticket(read, number, Action::Read)?;
            let entries = read.thread(ticket.seq)?;
            let mut viewer = Viewer::new(read, &actor, self.language, self.now);
            let mut thread = viewer.thread(&ticket, entries)?;
            if actor.may(Action::Unflag) {
                house_rules::mark(read, &ticket, &mut thread)?;
            }
            let view = viewer.ticket(&ticket)?;
            let last = EntryId(ticket.tally.last_entry);
            // A program has read it, not the person.
            let mark = (view.unread > 0 && actor.through.token().is_none()).then_some(Mark { seq: ticket.seq, last });
            Ok(Shown { ticket: view, thread, mark })
        })
    }

    /// Marks as read what was shown.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn mark_read(&self, mark: Mark) -> Result<(), Error> {
        self.change("show", &Call::default(), &|_| Printed::default(), |change, actor| {
            change.is_of_reading();
            if let Some(ticket) = change.read().ticket(mark.seq)? {
                change.note(serde_json::json!({ "ticket": ticket.number.as_str() }));
            }
            Ok(change.write().put_read_mark(actor.account.id, mark.seq, mark.last)?)
        })?;
        Ok(())
    }
}
