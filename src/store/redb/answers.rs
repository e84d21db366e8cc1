//! The order of first answers: which tickets staff answered first in which time. Whoever was never answered is not in it.
//!
//! What a question or a change means is said at the seam, under the same name.

use std::ops::ControlFlow;

use super::codec::unpack;
use super::record::EntryV1;
use super::source::{Source, Writer, scan_prefix};
use super::tables::{Kept, Key};
use super::texts::place_of;
use super::tickets::{move_entry, ticket, ticket_key};
use crate::domain::entry::{Content, Entry};
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::store::Result;

/// What the keys of this order begin with; see `tickets::Index` for those of the others.
pub fn prefix() -> Key {
    Key::new().byte(7)
}

/// The place of a ticket in it.
pub fn key(ticket: &Ticket) -> Option<Key> {
    ticket.first_answered_at.map(|at| prefix().time(at).number_down(ticket.seq.0))
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
            writer.store(Kept::Tickets, &ticket_key(seq), &super::record::TicketV2::from(&answered))?;
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
    let waits_since = |ticket: &Ticket| ticket.waiting_since.or_else(|| ticket.before_closing?.waiting_since);
    let answered = ticket(source, seq)?.filter(|ticket| waits_since(ticket).is_none_or(|since| entry.at <= since));
    Ok(answered.map(|ticket| Ticket { first_answered_at: Some(entry.at), ..ticket }))
}
