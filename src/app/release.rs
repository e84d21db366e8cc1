//! `release`: tickets are taken from their assignee.

use super::change::{Call, Outcome, Receipt};
use super::many::{self, Batch, Numbers};
use super::{App, Error};
use crate::domain::account::Role;
use crate::domain::entry::{Content, TicketEvent};
use crate::domain::notice::Notice;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::store::Store;

/// Why a ticket was released, where an entry says so.
fn why(content: &Content) -> Option<&str> {
    if let Content::Event(TicketEvent::Released { reason, .. }) = content { reason.as_deref() } else { None }
}

impl<S: Store> App<'_, S> {
    /// Takes tickets from their assignee; an agent must say why.
    ///
    /// # Errors
    /// `Missing` for an agent without a reason, `TicketClosed`; those of the gate and of the store.
    pub fn release(
        &self,
        call: &Call,
        numbers: &Numbers,
        reason: Option<&str>,
        receipt: Receipt<'_, Batch>,
    ) -> Result<Outcome<Batch>, Error> {
        let reason = reason.map(text::reason).transpose()?;
        self.change("release", call, receipt, |change, actor| {
            actor.demand(Action::Release)?;
            if actor.account.role == Role::Agent && reason.is_none() {
                return Err(Refusal::Missing { option: "-m".to_owned() }.into());
            }
            many::each(change, actor, Action::Release, numbers, self.language, |change, handling, moment| {
                if let Some(event) = handling.ticket.release(reason.clone())? {
                    let released = handling.event(moment, event);
                    handling.tell(Notice::Released, &[released]);
                } else if let Some(reason) = &reason {
                    handling.look_for(change.read(), moment.actor, reason, why)?;
                }
                Ok(())
            })
        })
    }
}
