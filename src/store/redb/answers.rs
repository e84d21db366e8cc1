//! Which tickets came to a milestone in a time, and the order of first answers: who was never answered is not in it.
//!
//! What a question or a change means is said at the seam, under the same name.

use std::ops::{Bound, ControlFlow};

use super::codec::unpack;
use super::record::EntryV1;
use super::source::{Direction, Source, Writer, scan_prefix};
use super::tables::{Kept, Key};
use super::texts::place_of;
use super::tickets::{Index, along, move_entry, ticket, ticket_key};
use crate::domain::entry::{Content, Entry};
use crate::domain::stats::Milestone;
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::domain::time::Timestamp;
use crate::store::Result;

/// What the keys of this order begin with; see `tickets::Index` for those of the others.
pub fn prefix() -> Key {
    Key::new().byte(7)
}

/// The place of a ticket in it.
pub fn key(ticket: &Ticket) -> Option<Key> {
    ticket.first_answered_at.map(|at| prefix().time_down(at).number_down(ticket.seq.0))
}

/// What the keys of the order begin with in which those stand that came to a milestone, last first.
fn prefix_of(milestone: Milestone) -> Key {
    match milestone {
        Milestone::Opened => Index::Created.prefix(),
        Milestone::Answered => prefix(),
        // Those that are open come behind all that are closed.
        Milestone::Closed => Index::Closed.prefix().byte(0),
    }
}

pub fn reached(
    source: &dyn Source,
    milestone: Milestone,
    (since, until): (Timestamp, Timestamp),
    after: Option<(Timestamp, TicketSeq)>,
    limit: usize,
) -> Result<Vec<Ticket>> {
    let prefix = || prefix_of(milestone);
    // Last first: the end of the time is the beginning of the keys.
    let lower = prefix().time_down(until).end();
    let mut upper = prefix().time_down(since).end();
    if let Some((at, seq)) = after {
        upper = upper.min(prefix().time_down(at).number_down(seq.0));
    }
    let bounds = (Bound::Included(&*lower), Bound::Excluded(&*upper));
    let key = |ticket: &Ticket| milestone.of(ticket).map(|at| prefix().time_down(at).number_down(ticket.seq.0));
    along(source, (Kept::Orders, bounds, Direction::Down), limit, Index::seq_of, key)
}

/// Moves a ticket to its place.
pub fn place(writer: &Writer, before: Option<&Ticket>, ticket: &Ticket) -> Result<()> {
    move_entry(writer, before.and_then(key), key(ticket), ticket)
}

/// Finds out of the threads when staff answered each ticket first: a part of the step to schema 5.
///
/// Every entry is read once, in the order of its thread, and one ticket is held at a time: the time grows with the desk (some
/// seconds for a million tickets of three texts), the memory does not.
pub fn find_all(writer: &Writer) -> Result<()> {
    let mut found: Option<TicketSeq> = None;
    scan_prefix(writer, Kept::Entries, &[], None, &mut |key, bytes| {
        let (seq, id) = place_of(key)?;
        if found != Some(seq)
            && let Some(answered) = answered_by(writer, seq, &unpack::<EntryV1>(key, bytes)?.into_entry(id)?)?
        {
            found = Some(seq);
            place(writer, None, &answered)?;
            writer.store(Kept::Tickets, &ticket_key(seq), &super::record::TicketV3::from(&answered))?;
        }
        Ok(ControlFlow::Continue(()))
    })
}

/// A ticket with its first answer, if an entry is it. An older file does not say of a reply whether it kept the client waiting: it
/// did where the clock has been running since before it.
fn answered_by(source: &dyn Source, seq: TicketSeq, entry: &Entry) -> Result<Option<Ticket>> {
    if !matches!(entry.content, Content::Reply(_)) {
        return Ok(None);
    }
    let waits_since = |ticket: &Ticket| ticket.waiting_since().or_else(|| Some(ticket.before_closing?.waiting?.since));
    let answered = ticket(source, seq)?.filter(|ticket| waits_since(ticket).is_none_or(|since| entry.at <= since));
    Ok(answered.map(|ticket| Ticket { first_answered_at: Some(entry.at), ..ticket }))
}
