//! In the menus: a ticket becomes a part of another one of the same client.

use super::super::front::Front;
use super::super::{ask, merge};
use super::ticket::{alone, one};
use super::{confirm, tickets};
use crate::app::list::Query;
use crate::app::merge::Merge;
use crate::app::view::TicketView;
use crate::ui::error::Failure;

/// Asks where it goes on: another client's ticket or a closed one would be refused, and none of them is offered.
///
/// # Errors
/// Those of the gate and of the store; the end of a question.
pub fn merge(front: &Front<'_>, part: &TicketView) -> Result<(), Failure> {
    let client = part.client.as_ref().map(|client| client.handle.clone());
    let query = Query { statuses: Some(tickets::open_statuses()), from: client, ..Query::default() };
    let label = front.words.text("guide-merge-into");
    let Some(into) = tickets::choose(front, &label, &query, &part.number, "guide-merge-none")? else { return Ok(()) };
    let values = [("number", part.number.as_str().into()), ("into", into.as_str().into())];
    // It cannot be undone: nobody does it by a key that they pressed too often.
    if !confirm(front, &front.words.format("guide-merge-sure", &values), false)? {
        return Ok(());
    }
    alone(merge::submit(front, &front.plain_call(), &Merge { numbers: one(&part.number), into: into.clone() }))?;
    ask::note_asked(front, "--into", into.as_str());
    ask::show_equivalent(front, &format!("merge {}", part.number));
    Ok(())
}
