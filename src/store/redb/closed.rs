//! The order in which closed tickets go: first closed first, without those that go with another.
//!
//! What a question or a change means is said at the seam, under the same name.

use std::ops::Bound;

use super::source::{Direction, Source, Writer, keys};
use super::tables::{Kept, Key};
use super::tickets::{Index, along, indexed_ticket, move_entry, seq_at_end};
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::domain::time::Timestamp;
use crate::store::Result;

/// What the keys of this order begin with; see `tickets::Index` and `answers` for those of the others.
fn prefix() -> Key {
    Key::new().byte(8)
}

/// The place of a ticket in it.
pub fn key(ticket: &Ticket) -> Option<Key> {
    let closed_at = ticket.closed_at.filter(|_| ticket.merged_into.is_none())?;
    Some(prefix().time(closed_at).number(ticket.seq.0))
}

/// Moves a ticket to its place.
pub fn place(writer: &Writer, before: Option<&Ticket>, ticket: &Ticket) -> Result<()> {
    move_entry(writer, before.and_then(key), key(ticket), ticket)
}

pub fn closed_before(
    source: &dyn Source,
    before: Timestamp,
    after: Option<(Timestamp, TicketSeq)>,
    limit: usize,
) -> Result<Vec<Ticket>> {
    let (first, end) = (prefix(), prefix().time(before));
    let after = after.map(|(at, seq)| prefix().time(at).number(seq.0));
    let lower = after.as_ref().map_or(Bound::Included(&*first), |after| Bound::Excluded(&**after));
    let part = (Kept::Orders, (lower, Bound::Excluded(&*end)), Direction::Up);
    along(source, part, limit, |stored| seq_at_end(stored, Kept::Orders), key)
}

/// Puts every ticket that is closed into its place: a part of the step to schema 6.
pub fn place_all(writer: &Writer) -> Result<()> {
    for closed in keys(writer, Kept::Orders, &Index::Closed.timed(), usize::MAX)? {
        place(writer, None, &indexed_ticket(writer, Index::seq_of(&closed)?)?)?;
    }
    Ok(())
}
