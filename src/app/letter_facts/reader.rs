//! What of a letter that was queued its reader may still be told when it leaves.

use super::merged;
use crate::app::gate;
use crate::app::terms::terms;
use crate::domain::deadline::Urgency;
use crate::domain::entry::EntryId;
use crate::domain::letter::{Letter, Matter};
use crate::domain::notice::Notice;
use crate::domain::ticket::TicketSeq;
use crate::domain::time::Timestamp;
use crate::domain::waiting::Told;
use crate::store::{Read, StoreError};

/// Whether a letter's reader may be told anything at all: not staff that was suspended since.
///
/// # Errors
/// Those of the store.
pub fn may_be_told(read: &dyn Read, letter: &Letter) -> Result<bool, StoreError> {
    let recipient = letter.recipient.map_or(Ok(None), |recipient| read.account(recipient))?;
    Ok(recipient.is_none_or(|account| account.can_be_told()))
}

/// Whether a letter that was queued may still be composed for its reader: tickets that they lost sight of meanwhile are taken
/// out of it, and `false` says that nothing is left that it could tell them.
///
/// Letters about accounts stay, and so does whatever goes to a shared mailbox or a stranger.
///
/// # Errors
/// Those of the store.
pub fn limit_to_reader(read: &dyn Read, letter: &mut Letter, now: Timestamp) -> Result<bool, StoreError> {
    if !matches!(letter.matter, Matter::Ticket { .. } | Matter::Summary { .. }) {
        return Ok(true);
    }
    if !limit_to_those_that_wait(read, letter, now)? {
        return Ok(false);
    }
    let Some(recipient) = letter.recipient else { return Ok(true) };
    let Some(account) = read.account(recipient)? else { return Ok(false) };
    // Who had the ticket before is told that it was taken from them, which is why they do not see it any more.
    if letter.notice == Notice::Released {
        return Ok(true);
    }
    let visibility = gate::visibility_of(read, &account, now)?;
    let sees =
        |seq: TicketSeq| -> Result<bool, StoreError> { Ok(read.ticket(seq)?.is_some_and(|ticket| visibility.sees(&ticket))) };
    match &mut letter.matter {
        Matter::Ticket { ticket, entries, .. } if letter.notice == Notice::Merged => {
            merged::is_anything_seen(read, *ticket, entries, &visibility)
        }
        Matter::Ticket { ticket, .. } => sees(*ticket),
        Matter::Summary { tickets } => keep_those(tickets, sees),
        _ => Ok(true),
    }
}

/// Takes out of a letter that tells of answers which are due what was answered, closed or put to rest since, and what is not due any
/// more, or not as it was when the letter was queued: of that other letters tell in their time.
fn limit_to_those_that_wait(read: &dyn Read, letter: &mut Letter, now: Timestamp) -> Result<bool, StoreError> {
    if !matches!(letter.notice, Notice::Warning | Notice::Overdue) {
        return Ok(true);
    }
    let (terms, queued_at) = (terms(read)?, letter.created_at);
    let urgency = |told: Told| match (letter.notice, told) {
        // By now there is another letter that says more.
        (Notice::Warning, Told::Overdue) | (_, Told::Nothing) => None,
        (_, Told::Overdue) => Some(Urgency::Overdue),
        (_, Told::Warned) => Some(Urgency::Warned),
    };
    let is_due = |from: Timestamp, at: Timestamp, urgency: Urgency| {
        terms.deadline(from).is_some_and(|deadline| deadline.urgency(at) >= urgency)
    };
    let waits = |seq: TicketSeq, is_summary: bool| -> Result<bool, StoreError> {
        let waiting = read.ticket(seq)?.and_then(|ticket| ticket.waiting);
        // A waiting that began since is of another question.
        let Some(waiting) = waiting.filter(|waiting| waiting.since <= queued_at) else { return Ok(false) };
        // Only among others somebody is told in one letter what is overdue and what they are warned of.
        let urgency = urgency(waiting.told)
            .filter(|urgency| letter.notice == Notice::Warning || *urgency == Urgency::Overdue || is_summary);
        let (Some(urgency), Some(from)) = (urgency, waiting.runs_from()) else { return Ok(false) };
        let then = waiting.counted(&terms.calendar, queued_at);
        Ok(is_due(then, queued_at, urgency) && is_due(from, now, urgency))
    };
    match &mut letter.matter {
        Matter::Ticket { ticket, .. } => waits(*ticket, false),
        Matter::Summary { tickets } => keep_those(tickets, |seq| waits(seq, true)),
        _ => Ok(true),
    }
}

/// Takes out of a summary all tickets but those, and says whether any are left.
fn keep_those(
    tickets: &mut Vec<(TicketSeq, Vec<EntryId>)>,
    mut which: impl FnMut(TicketSeq) -> Result<bool, StoreError>,
) -> Result<bool, StoreError> {
    let mut kept = Vec::with_capacity(tickets.len());
    for told in tickets.drain(..) {
        if which(told.0)? {
            kept.push(told);
        }
    }
    *tickets = kept;
    Ok(!tickets.is_empty())
}
