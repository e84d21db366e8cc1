//! `reply` and `note`: words in a thread, for all or among staff.

use super::change::{Call, Outcome, Receipt};
use super::handling::{self, Handling};
use super::view::TicketView;
use super::viewer::Viewer;
use super::{App, Error, house_rules, task, turn};
use crate::domain::entry::{Attachment, Content};
use crate::domain::house_rules::Field;
use crate::domain::notice::Notice;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::domain::ticket::{Side, TicketNumber};
use crate::store::Store;

/// Words for a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The ticket.
    pub number: TicketNumber,
    /// The text.
    pub message: String,
    /// The files with it, staged.
    pub attachments: Vec<Attachment>,
    /// Whether the ticket is closed with it.
    pub close: bool,
    /// Whether the client keeps waiting for staff.
    pub pending: bool,
}

/// What came of public words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replied {
    /// The ticket after them.
    pub ticket: TicketView,
    /// Whether they opened it again.
    pub reopened: bool,
    /// Whether they closed it, and something waits to be done about it.
    pub has_tasks: bool,
}

impl<S: Store> App<'_, S> {
    /// Writes publicly: a message of the client, a reply of staff.
    ///
    /// # Errors
    /// Refusals of the text, the role or the state; those of the store.
    pub fn reply(&self, call: &Call, request: &Words, receipt: Receipt<'_, Replied>) -> Result<Outcome<Replied>, Error> {
        let message = text::message(&request.message)?;
        self.change("reply", call, receipt, |change, actor| {
            let ticket = actor.ticket(change.read(), &request.number, Action::Reply)?;
            self.demand_acceptance(change, actor, call)?;
            if request.close {
                actor.demand(Action::Close)?;
            }
            if request.pending && actor.side() == Side::Client {
                return Err(Refusal::NotAllowed.into());
            }
            turn::demand_answer(change.read(), actor, &ticket, change.now)?;
            handling::check_attachments(change, &request.attachments, call.dry_run)?;
            let flagged = house_rules::look(change, actor, &[(Field::Message, &request.message)], &request.attachments)?;
            let moment = actor.moment(change.read(), &ticket, change.now)?;
            let mut handling = Handling::of(ticket);
            let reopened = match moment.side {
                Side::Client => handling.ticket.client_message(&moment)?,
                Side::Staff => handling.ticket.staff_reply(request.pending, &moment).map(|()| Vec::new())?,
            };
            let is_reopened = !reopened.is_empty();
            if is_reopened {
                let told = handling.reopened(&moment, reopened);
                handling.tell(Notice::Reopened, &told);
            }
            let content = handling::public_content(actor, message.clone());
            let entry = handling.write(&moment, content, request.attachments.clone());
            house_rules::flag(&mut handling, &flagged);
            handling.tell(if moment.side == Side::Client { Notice::Message } else { Notice::Reply }, &[entry]);
            let mut has_tasks = false;
            if request.close
                && let Some(event) = handling.ticket.close(&moment)
            {
                let closed = handling.event(&moment, event);
                handling.tell(Notice::Closed, &[entry, closed]);
                has_tasks = task::has_tasks(change.read(), actor, handling.ticket.seq)?;
            }
            let ticket = handling.save(change, &moment)?;
            let ticket = Viewer::new(change.read(), actor, self.language, change.now).ticket(&ticket)?;
            Ok(Replied { ticket, reopened: is_reopened, has_tasks })
        })
    }

    /// Writes among staff.
    ///
    /// # Errors
    /// Refusals of the text or the role; those of the store.
    pub fn note(&self, call: &Call, request: &Words, receipt: Receipt<'_, TicketView>) -> Result<Outcome<TicketView>, Error> {
        let message = text::message(&request.message)?;
        self.change("note", call, receipt, |change, actor| {
            let ticket = actor.ticket(change.read(), &request.number, Action::Note)?;
            handling::check_attachments(change, &request.attachments, call.dry_run)?;
            let moment = actor.moment(change.read(), &ticket, change.now)?;
            let mut handling = Handling::of(ticket);
            let entry = handling.write(&moment, Content::Note(message.clone()), request.attachments.clone());
            handling.tell(Notice::Note, &[entry]);
            let ticket = handling.save(change, &moment)?;
            Ok(Viewer::new(change.read(), actor, self.language, change.now).ticket(&ticket)?)
        })
    }
}
