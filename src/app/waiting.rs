//! A client's time is at rest while they are suspended: kept so in whatever changes a ticket, a client, or whose a ticket is. And what
//! was told of a deadline is forgotten where that lies ahead again, so that it is told when its time has come.

use serde_json::json;

use super::change::Change;
use super::desk;
use super::terms::{Terms, terms};
use crate::domain::account::Account;
use crate::domain::deadline::Urgency;
use crate::domain::filter::{Filter, Order, Page, Visibility};
use crate::domain::ticket::Ticket;
use crate::domain::time::{Span, Timestamp};
use crate::domain::waiting::Told;
use crate::store::StoreError;

/// So many tickets of a client are held at a time.
const BLOCK: usize = 1_000;
/// A deadline lies ahead again only where it is further away than clocks differ, and longer than commands wait for each other: what
/// another one told a moment ago is not told anew.
pub(super) const CLEARLY_AHEAD: Span = Span::minutes(5);

/// Puts to rest what waits in a ticket if its client is suspended, and lets it go on if they are not. To be asked of every ticket
/// before it is kept; costs nothing where neither its waiting nor its client changed.
///
/// # Errors
/// Those of the store.
pub(super) fn settle(change: &Change<'_>, before: Option<&Ticket>, ticket: &mut Ticket) -> Result<(), StoreError> {
    let is_as_before = |before: &Ticket| {
        (before.client, before.waiting, before.before_closing) == (ticket.client, ticket.waiting, ticket.before_closing)
    };
    if !ticket.has_waiting() || before.is_some_and(is_as_before) {
        return Ok(());
    }
    let is_suspended = change.read().account(ticket.client)?.is_some_and(|client| client.is_suspended());
    if is_suspended {
        ticket.rest(change.now);
    } else if ticket.ever_rested() {
        ticket.go_on(change.now, &desk::calendar(change.read())?);
    }
    if ticket.waiting.is_some_and(|waiting| waiting.told != Told::Nothing && waiting.runs_from().is_some()) {
        forget_what_is_ahead(ticket, &terms(change.read())?, change.now);
    }
    Ok(())
}

/// Forgets of a ticket what was told of a deadline that lies ahead. By a clock that shows a time before the client wrote, every deadline
/// lies ahead: then nothing is forgotten, or everybody would be told of everything again once the clock is right.
fn forget_what_is_ahead(ticket: &mut Ticket, terms: &Terms, now: Timestamp) {
    if let Some(waiting) = &mut ticket.waiting
        && let Some(from) = waiting.runs_from()
        && waiting.since <= now
    {
        let urgency = terms.deadline(from).map_or(Urgency::InTime, |deadline| deadline.urgency(now.plus(CLEARLY_AHEAD)));
        waiting.told = waiting.told.at_most(urgency);
    }
}

/// Forgets what was told of deadlines that lie ahead, of at most `limit` tickets, and says of how many: since a calendar was changed,
/// or by a clock that was wrong. Where nothing was told of anything, it costs two looks.
///
/// # Errors
/// Those of the store.
pub(super) fn forget_all_ahead(change: &mut Change<'_>, limit: usize) -> Result<usize, StoreError> {
    let (mut count, now) = (0, change.now);
    for (told, urgency) in [(Told::Overdue, Urgency::Overdue), (Told::Warned, Urgency::Warned)] {
        if change.read().clocks(told, None, Timestamp::MAX, 1)?.is_empty() {
            continue;
        }
        let terms = terms(change.read())?;
        let latest = terms.latest_start(now.plus(CLEARLY_AHEAD), urgency);
        for before in change.read().clocks(told, latest, Timestamp::MAX, limit - count)? {
            let mut ticket = before.clone();
            forget_what_is_ahead(&mut ticket, &terms, now);
            // Where nothing ever falls due, there is nothing of which that could be said.
            if ticket == before {
                continue;
            }
            change.write().put_ticket(Some(&before), &ticket)?;
            let told = ticket.waiting.map_or(Told::Nothing, |waiting| waiting.told);
            change.note(json!({ "ticket": ticket.number.as_str(), "told": told.id() }));
            count += 1;
        }
    }
    Ok(count)
}

/// Counts anew what follows from a calendar that was changed just now: from when the time counts that rested, and what was told of
/// deadlines that lie ahead again.
///
/// # Errors
/// Those of the store.
pub(super) fn follow_calendar(change: &mut Change<'_>) -> Result<(), StoreError> {
    let calendar = desk::calendar(change.read())?;
    for before in change.read().rested()? {
        let mut ticket = before.clone();
        ticket.recount(&calendar);
        if ticket != before {
            change.write().put_ticket(Some(&before), &ticket)?;
        }
    }
    forget_all_ahead(change, usize::MAX).map(drop)
}

/// Does the same with all tickets of a client who was suspended or reinstated just now, also with those that staff may reopen.
///
/// # Errors
/// Those of the store.
pub(super) fn settle_all(change: &mut Change<'_>, client: &Account) -> Result<(), StoreError> {
    let filter = Filter { client: Some(client.id), ..Filter::all(Visibility::All, client.id) };
    let terms = terms(change.read())?;
    let mut page = Page { order: Order::Created, reverse: false, after: None, limit: BLOCK };
    loop {
        let tickets = change.read().list(&filter, &page)?;
        page.after = tickets.last().map(|ticket| ticket.seq);
        // What became a part of another goes on there, and is never reopened.
        for before in tickets.iter().filter(|ticket| ticket.has_waiting() && ticket.merged_into.is_none()) {
            let mut ticket = before.clone();
            if client.is_suspended() {
                ticket.rest(change.now);
            } else {
                ticket.go_on(change.now, &terms.calendar);
                forget_what_is_ahead(&mut ticket, &terms, change.now);
            }
            if ticket != *before {
                change.write().put_ticket(Some(before), &ticket)?;
            }
        }
        if tickets.len() < page.limit {
            return Ok(());
        }
    }
}
