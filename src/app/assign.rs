//! `assign`: tickets are given to somebody of staff.

use super::change::{Call, Outcome, Receipt};
use super::many::{self, Batch, Numbers};
use super::{App, Error};
use crate::domain::entry::Content;
use crate::domain::notice::Notice;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::store::Store;

/// Tickets for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assign {
    /// Which.
    pub numbers: Numbers,
    /// For whom.
    pub to: String,
    /// What staff should know.
    pub note: Option<String>,
}

impl<S: Store> App<'_, S> {
    /// Gives tickets to somebody.
    ///
    /// # Errors
    /// `PersonNotFound`, `CannotBeAssigned`, `TicketClosed`; those of the gate and of the store.
    pub fn assign(&self, call: &Call, request: &Assign, receipt: Receipt<'_, Batch>) -> Result<Outcome<Batch>, Error> {
        let note = request.note.as_deref().map(text::message).transpose()?;
        self.change("assign", call, receipt, |change, actor| {
            actor.demand(Action::Assign)?;
            let to = actor.person(change.read(), &request.to)?;
            if !to.can_be_assigned() {
                return Err(Refusal::CannotBeAssigned { who: to.handle.as_str().to_owned() }.into());
            }
            many::each(change, actor, Action::Assign, &request.numbers, self.language, |_, handling, moment| {
                let Some(event) = handling.ticket.assign(to.id)? else { return Ok(()) };
                let mut told = vec![handling.event(moment, event)];
                if let Some(note) = &note {
                    let note = handling.write(moment, Content::Note(note.clone()), Vec::new());
                    handling.tell(Notice::Note, &[note]);
                    told.push(note);
                }
                handling.tell(Notice::Assigned, &told);
                Ok(())
            })
        })
    }
}
