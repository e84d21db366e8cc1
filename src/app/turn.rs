//! Not a chat: after so many messages in a row a client waits for an answer, and is told what to do meanwhile.

use super::gate::Actor;
use super::terms::terms;
use super::{Error, desk};
use crate::domain::refusal::{Refusal, Turn};
use crate::domain::status::Status;
use crate::domain::ticket::{Side, Ticket};
use crate::domain::time::Timestamp;
use crate::store::{Read, StoreError};

/// Sees that whoever is about to answer in a ticket may, which opens it again where it is closed.
///
/// # Errors
/// As [`demand`]; `ReopenWindowOver`, as nobody who comes too late for that is told to reopen it.
pub(super) fn demand_answer(read: &dyn Read, actor: &Actor, ticket: &Ticket, now: Timestamp) -> Result<(), Error> {
    let is_closed = ticket.status == Status::Closed;
    if is_closed && actor.side() == Side::Client {
        let moment = actor.moment(read, ticket, now)?;
        ticket.clone().client_message(&moment)?;
    }
    demand(read, ticket, is_closed, actor.side(), now)
}

/// Sees that whoever is about to write publicly in a ticket may: staff always, its client if it is their turn. `was_closed`: nobody is
/// to answer before it is open again.
///
/// # Errors
/// `NotTheirTurn`; those of the store.
pub(super) fn demand(read: &dyn Read, ticket: &Ticket, was_closed: bool, side: Side, now: Timestamp) -> Result<(), Error> {
    if side == Side::Staff || ticket.unanswered == 0 {
        return Ok(());
    }
    let most = most_in_a_row(read)?;
    if ticket.takes_message_of_client(most) {
        return Ok(());
    }
    let (deadline, asks_again_at) = match ticket.runs_from() {
        Some(counts_from) => {
            let terms = terms(read)?;
            (terms.deadline(counts_from), ticket.may_remind_again(&terms.calendar).filter(|at| *at > now))
        }
        None => (None, None),
    };
    let turn = Turn {
        number: ticket.number.clone(),
        most,
        is_closed: was_closed,
        due_at: deadline.map(|deadline| deadline.due_at),
        is_overdue: deadline.is_some_and(|deadline| deadline.is_overdue(now)),
        asks_again_at,
        phone: desk::phone_line(read)?,
    };
    Err(Refusal::NotTheirTurn(Box::new(turn)).into())
}

/// After how many messages in a row a client waits; settings are checked when they are set, so that anything else is damage.
///
/// # Errors
/// `Corrupt`, and those of the store.
pub(super) fn most_in_a_row(read: &dyn Read) -> Result<u32, StoreError> {
    let text = desk::value(read, "rules.burst")?;
    text.parse().map_err(|_| StoreError::Corrupt(format!("rules.burst: {text}")))
}
