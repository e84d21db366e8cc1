//! Accounts that nobody confirms: clients whom staff made an account and who never took it up. After `retention.pending` they go by
//! themselves with all that was kept of them, so that the address may register anew. Whoever is named in a ticket stays.

use super::change::Change;
use super::desk;
use crate::domain::account::Account;
use crate::domain::filter::{Filter, Visibility};
use crate::domain::ticket::Ticket;
use crate::domain::time::Span;
use crate::store::{Read, StoreError};

/// For how long an account is kept that nobody confirms; none where that does not matter.
///
/// # Errors
/// Those of the store.
pub fn kept_for(read: &dyn Read) -> Result<Option<Span>, StoreError> {
    desk::optional_span(read, "retention.pending")
}

/// Has the time of somebody begin anew who is invited just now.
///
/// # Errors
/// Those of the store.
pub fn wait_anew(change: &mut Change<'_>, account: &Account) -> Result<(), StoreError> {
    let invited = account.clone().invited_at(change.now);
    if invited == *account { Ok(()) } else { change.write().put_account(&invited) }
}

/// Sees that whose ticket it is stays from now on, also where somebody else gets it later: its thread goes on naming them. To be
/// asked of every ticket before it is kept; costs nothing where its client did not change.
///
/// # Errors
/// Those of the store.
pub fn keep_client(change: &mut Change<'_>, before: Option<&Ticket>, ticket: &Ticket) -> Result<(), StoreError> {
    if before.is_some_and(|before| before.client == ticket.client) {
        return Ok(());
    }
    match change.read().account(ticket.client)? {
        Some(client) if client.unconfirmed_since.is_some() => keep(change, client),
        _ => Ok(()),
    }
}

fn keep(change: &mut Change<'_>, account: Account) -> Result<(), StoreError> {
    change.write().put_account(&Account { unconfirmed_since: None, ..account })
}

/// Removes accounts that nobody has confirmed for longer than `retention.pending`, at most `limit` of them. Says how many.
///
/// # Errors
/// Those of the store.
pub fn remove_due(change: &mut Change<'_>, limit: usize) -> Result<usize, StoreError> {
    let Some(span) = kept_for(change.read())? else { return Ok(0) };
    let before = change.now.minus(span);
    let mut removed = 0;
    while removed < limit {
        let due = change.read().unconfirmed(before, limit - removed)?;
        if due.is_empty() {
            break;
        }
        for account in due {
            let own = Filter { client: Some(account.id), ..Filter::all(Visibility::All, account.id) };
            // That was seen to when they got it; but nothing brings back what is gone.
            if change.read().count_up_to(&own, 1)? > 0 {
                keep(change, account)?;
                continue;
            }
            change.write().remove_account(account.id)?;
            change.note(serde_json::json!({ "account": account.handle.as_str(), "what": "unconfirmed" }));
            removed += 1;
        }
    }
    Ok(removed)
}
