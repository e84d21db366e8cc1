//! `remind`: a client asks for an answer that is late.

use super::change::{Call, Outcome, Receipt};
use super::handling::Handling;
use super::last_message::last_message;
use super::terms::terms;
use super::view::TicketView;
use super::viewer::Viewer;
use super::{App, Error, house_rules};
use crate::domain::house_rules::Field;
use crate::domain::notice::Notice;
use crate::domain::policy::Action;
use crate::domain::text;
use crate::domain::ticket::{Ticket, TicketNumber};
use crate::domain::time::Timestamp;
use crate::store::{Read, Store};

/// What a client asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// The ticket.
    pub number: TicketNumber,
    /// In these words, if any.
    pub text: Option<String>,
}

/// Sees that the answer may be asked for now.
///
/// # Errors
/// `CannotRemind`, `TicketClosed`; those of the store.
pub(super) fn demand(read: &dyn Read, ticket: &Ticket, now: Timestamp) -> Result<(), Error> {
    let terms = terms(read)?;
    ticket.clone().remind(&terms.calendar, terms.promise, now, None)?;
    Ok(())
}

impl<S: Store> App<'_, S> {
    /// Has care and the assignee told that the client asks for an answer that is late.
    ///
    /// # Errors
    /// `CannotRemind`, `TicketClosed`, `RulesChanged`; refusals of the text or the role; those of the store.
    pub fn remind(
        &self,
        call: &Call,
        request: &Reminder,
        receipt: Receipt<'_, TicketView>,
    ) -> Result<Outcome<TicketView>, Error> {
        let words = request.text.as_deref().map(text::message).transpose()?;
        self.change("remind", call, receipt, |change, actor| {
            let ticket = actor.ticket(change.read(), &request.number, Action::Remind)?;
            self.demand_acceptance(change, actor, call)?;
            let given = request.text.as_deref().map(|text| (Field::Message, text));
            let flagged = house_rules::look(change, actor, given.as_slice(), &[])?;
            let moment = actor.moment(change.read(), &ticket, change.now)?;
            let terms = terms(change.read())?;
            let mut handling = Handling::of(ticket);
            let event = handling.ticket.remind(&terms.calendar, terms.promise, change.now, words.clone())?;
            let entry = handling.event(&moment, event);
            house_rules::flag(&mut handling, &flagged);
            // Whoever is told need not look up what it is that waits.
            let asked = last_message(change.read(), &handling.ticket)?.map(|last| last.id);
            handling.tell(Notice::Reminded, &asked.into_iter().chain([entry]).collect::<Vec<_>>());
            let ticket = handling.save(change, &moment)?;
            Ok(Viewer::new(change.read(), actor, self.language, change.now).ticket(&ticket)?)
        })
    }
}
