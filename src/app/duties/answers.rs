//! Answers that are due soon or overdue: who is told of them, each once.
//!
//! That somebody was told stands on the ticket, in the transaction that queues the letter. When an answer is due is computed anew
//! each time: what is first in the order of those that wait is looked at, and as long as that is not due, nothing is.

use serde_json::json;

use crate::app::change::Change;
use crate::app::gate;
use crate::app::last_message::last_message;
use crate::app::terms::{Terms, terms};
use crate::domain::deadline::Urgency;
use crate::domain::notice::{Happening, Notice};
use crate::domain::ticket::Ticket;
use crate::domain::waiting::Told;
use crate::store::StoreError;

/// Tells of answers that are overdue; who was not warned in time is not warned any more.
///
/// # Errors
/// Those of the store.
pub(super) fn tell_overdue(change: &mut Change<'_>, limit: usize) -> Result<usize, StoreError> {
    let warned = tell(change, Told::Warned, Told::Overdue, limit)?;
    Ok(warned + tell(change, Told::Nothing, Told::Overdue, limit - warned)?)
}

/// Warns of answers that will be due. Of what is overdue by now only that is told, even if it has to wait for its turn.
///
/// # Errors
/// Those of the store.
pub(super) fn warn(change: &mut Change<'_>, limit: usize) -> Result<usize, StoreError> {
    tell(change, Told::Nothing, Told::Warned, limit)
}

/// Tells of at most `limit` of those of whose waiting just `before` was told, and for which the time of `then` has come.
fn tell(change: &mut Change<'_>, before: Told, then: Told, limit: usize) -> Result<usize, StoreError> {
    let (notice, urgency) = match then {
        Told::Overdue => (Notice::Overdue, Urgency::Overdue),
        _ => (Notice::Warning, Urgency::Warned),
    };
    let due = due(change, before, urgency, limit)?;
    for ticket in &due {
        let mut told = ticket.clone();
        if let Some(waiting) = &mut told.waiting {
            waiting.told = then;
        }
        change.write().put_ticket(Some(ticket), &told)?;
        change.note(json!({ "ticket": ticket.number.as_str(), "told": then.id() }));
        let assignee = gate::able_assignee(change.read(), ticket)?.map(|account| account.id);
        let happening = Happening {
            notice,
            by_client: false,
            client: ticket.client,
            assignee,
            previous_assignee: None,
            asked_for: None,
            actor: None,
            note_writers: Vec::new(),
            part_assignees: Vec::new(),
        };
        let carried = last_message(change.read(), ticket)?.map(|message| message.id);
        change.outbox.happened(&told, happening, carried.as_slice());
    }
    Ok(due.len())
}

/// Those for which the time has come. In most commands it has for none, which must cost next to nothing.
fn due(change: &Change<'_>, before: Told, urgency: Urgency, limit: usize) -> Result<Vec<Ticket>, StoreError> {
    let (read, now) = (change.read(), change.now);
    let oldest = read.clocks(before, None, now, limit.min(1))?;
    let Some(from) = oldest.first().and_then(Ticket::runs_from) else { return Ok(Vec::new()) };
    let terms: Terms = terms(read)?;
    if terms.deadline(from).is_none_or(|deadline| deadline.urgency(now) < urgency) {
        return Ok(Vec::new());
    }
    let after = if urgency == Urgency::Warned { terms.latest_start(now, Urgency::Overdue) } else { None };
    match terms.latest_start(now, urgency) {
        Some(latest) => read.clocks(before, after, latest, limit),
        None => Ok(oldest),
    }
}
