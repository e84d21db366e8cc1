//! A client's time is at rest while they are suspended: kept so in whatever changes a ticket, a client, or whose a ticket is.

use super::change::Change;
use super::desk;
use crate::domain::account::Account;
use crate::domain::filter::{Filter, Order, Page, Visibility};
use crate::domain::ticket::Ticket;
use crate::store::StoreError;

/// So many tickets of a client are held at a time.
const BLOCK: usize = 1_000;

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
    } else if ticket.is_at_rest() {
        ticket.go_on(change.now, &desk::calendar(change.read())?);
    }
    Ok(())
}

/// Does the same with all tickets of a client who was suspended or reinstated just now, also with those that staff may reopen.
///
/// # Errors
/// Those of the store.
pub(super) fn settle_all(change: &mut Change<'_>, client: &Account) -> Result<(), StoreError> {
    let filter = Filter { client: Some(client.id), ..Filter::all(Visibility::All, client.id) };
    let calendar = desk::calendar(change.read())?;
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
                ticket.go_on(change.now, &calendar);
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
