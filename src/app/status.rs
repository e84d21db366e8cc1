//! `status`: the state of one ticket for somebody who is not logged in, by a code to the ticket's client.

use super::change::{Call, Outcome};
use super::codes::{self, Tried};
use super::directory::Addressee;
use super::show::Shown;
use super::viewer::Viewer;
use super::{App, Error};
use crate::domain::account::EmailAddress;
use crate::domain::code::{CodeKind, CodePurpose};
use crate::domain::filter::Visibility;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::TicketNumber;
use crate::store::{Printed, Store, StoreError};

impl<S: Store> App<'_, S> {
    /// Mails a code if the address is that of the ticket's client; the same answer and one durable write in any case.
    ///
    /// # Errors
    /// Those of the store.
    pub fn request_status(&self, call: &Call, number: &TicketNumber, email: &EmailAddress) -> Result<(), Error> {
        self.change_as_guest("status", call, &|_| Printed::default(), |change| {
            let seq = change.read().ticket_of_number(number)?;
            let ticket = seq.map_or(Ok(None), |seq| change.read().ticket(seq))?;
            let owner = change.read().account_by_email(email)?;
            if owner.is_none() {
                change.leaves_no_link();
            }
            if codes::may_send(change, email)?
                && let (Some(ticket), Some(owner)) = (ticket, owner)
                && ticket.client == owner.id
            {
                let purpose = CodePurpose::Status { ticket: ticket.seq };
                codes::send(change, Addressee::account(&owner), purpose, false, Some(ticket.seq))?;
            }
            Ok(((), None))
        })?;
        Ok(())
    }

    /// Shows the public thread of that ticket to whoever has the code.
    ///
    /// # Errors
    /// `WrongCode`, also for another ticket's; those of the store. A wrong code is counted all the same.
    pub fn status(&self, number: &TicketNumber, email: &EmailAddress, typed: &str) -> Result<Shown, Error> {
        let outcome = self.change_as_guest("status", &Call::default(), &|_| Printed::default(), |change| {
            let seq = change.read().ticket_of_number(number)?;
            let code = match codes::take(change, email, &[CodeKind::Status], typed)? {
                Tried::Right(code) => code,
                Tried::Wrong => return Ok((Err(Refusal::WrongCode), None)),
            };
            let ticket = match (&code.purpose, seq) {
                (CodePurpose::Status { ticket }, Some(seq)) if *ticket == seq => change.read().ticket(seq)?,
                _ => None,
            };
            // The ticket may be another's by now, or the address.
            let owner = change.read().account_by_email(email)?;
            let ticket = ticket.filter(|ticket| owner.is_some_and(|owner| owner.id == ticket.client));
            let Some(ticket) = ticket else { return Ok((Err(Refusal::WrongCode), None)) };
            let read = change.read();
            let visibility = Visibility::Client(ticket.client);
            let mut viewer = Viewer::with_visibility(read, ticket.client, visibility, false, self.language, change.now);
            let entries = read.thread(ticket.seq)?;
            let thread = viewer.thread(&ticket, entries)?;
            let shown = Shown { ticket: viewer.ticket(&ticket)?, thread, mark: None };
            Ok((Ok(shown), Some(ticket.client)))
        })?;
        match outcome {
            Outcome::Done(done) => Ok(done.value?),
            Outcome::Replayed(_) => Err(StoreError::Conflict.into()),
        }
    }
}
