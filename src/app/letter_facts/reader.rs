//! What of a letter that was queued its reader may still be told when it leaves.

use super::merged;
use crate::app::gate;
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
    if !limit_to_those_that_wait(read, letter)? {
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

/// Takes out of a letter that tells of answers which are due what was answered, closed or put to rest since.
fn limit_to_those_that_wait(read: &dyn Read, letter: &mut Letter) -> Result<bool, StoreError> {
    let notice = letter.notice;
    let is_so = |told: Told| match notice {
        // By now there is another letter that says more.
        Notice::Warning => told == Told::Warned,
        _ => told != Told::Nothing,
    };
    let waits = |seq: TicketSeq| -> Result<bool, StoreError> {
        let waiting = read.ticket(seq)?.and_then(|ticket| ticket.waiting);
        Ok(waiting.is_some_and(|waiting| waiting.runs_from().is_some() && is_so(waiting.told)))
    };
    match (notice, &mut letter.matter) {
        (Notice::Warning | Notice::Overdue, Matter::Ticket { ticket, .. }) => waits(*ticket),
        (Notice::Warning | Notice::Overdue, Matter::Summary { tickets }) => keep_those(tickets, waits),
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
