//! `status`: the state of one ticket for somebody who is not logged in, by a code to the ticket's client.

use super::accounts;
use super::change::{Call, Outcome, Receipt};
use super::codes::{self, Tried};
use super::directory::Addressee;
use super::register::Registered;
use super::show::Shown;
use super::viewer::Viewer;
use super::{App, Error};
use crate::domain::account::EmailAddress;
use crate::domain::code::{CodeKind, CodePurpose};
use crate::domain::filter::Visibility;
use crate::domain::ticket::TicketNumber;
use crate::store::Store;

/// The kinds of code that show a ticket.
const KINDS: [CodeKind; 1] = [CodeKind::Status];

impl<S: Store> App<'_, S> {
    /// Mails a code if the address is that of the ticket's client; the same answer and one durable write in any case.
    ///
    /// # Errors
    /// Those of the store.
    pub fn request_status(
        &self,
        call: &Call,
        number: &TicketNumber,
        email: &EmailAddress,
        receipt: Receipt<'_, Registered>,
    ) -> Result<Outcome<Registered>, Error> {
        let outcome = self.change_as_guest("status", &call.of_address(email), receipt, |change| {
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
            Ok((Registered { email: email.clone() }, None))
        })?;
        Ok(codes::unseen(outcome, email, self.language))
    }

    /// Shows the public thread of that ticket to whoever has the code.
    ///
    /// # Errors
    /// `WrongCode`, also for another ticket's; those of the store. A wrong code is counted all the same.
    pub fn status(
        &self,
        call: &Call,
        number: &TicketNumber,
        email: &EmailAddress,
        typed: &str,
        receipt: Receipt<'_, Shown>,
    ) -> Result<Outcome<Shown>, Error> {
        let outcome = self.change_as_guest("status", &call.of_address(email), &accounts::unless_refused(receipt), |change| {
            let seq = change.read().ticket_of_number(number)?;
            // The code of another ticket stays good for that one.
            let is_for = |purpose: &CodePurpose| matches!(purpose, CodePurpose::Status { ticket } if Some(*ticket) == seq);
            let ticket = match (codes::take_for(change, email, &KINDS, typed, is_for)?, seq) {
                (Tried::Right(_), Some(seq)) => change.read().ticket(seq)?,
                _ => return Ok((Err(codes::wrong(change)), None)),
            };
            // The ticket may be another's by now, or the address.
            let owner = change.read().account_by_email(email)?;
            let ticket = ticket.filter(|ticket| owner.is_some_and(|owner| owner.id == ticket.client));
            let Some(ticket) = ticket else { return Ok((Err(codes::wrong(change)), None)) };
            let read = change.read();
            let visibility = Visibility::Client(ticket.client);
            let mut viewer = Viewer::with_visibility(read, ticket.client, visibility, false, self.language, change.now);
            let entries = read.thread(ticket.seq)?;
            let thread = viewer.thread(&ticket, entries)?;
            let shown = Shown { ticket: viewer.ticket(&ticket)?, thread, mark: None };
            Ok((Ok(shown), Some(ticket.client)))
        })?;
        self.settle_code(outcome, call, email, &KINDS)
    }
}
