//! Which tickets' time runs, by what was told of them: what falls due is at the beginning of each stage.
//!
//! What a question or a change means is said at the seam, under the same name.

use std::ops::{Bound, ControlFlow};

use super::codec::unpack;
use super::desk::damaged;
use super::facets::{self, Facet};
use super::record::{AccountV2, codes};
use super::source::{Direction, Source, Writer, keys, scan_prefix};
use super::tables::{Kept, Key, Parts};
use super::tickets::{Index, along, indexed_ticket, put_ticket, seq_at_end};
use crate::domain::account::{AccountId, Standing};
use crate::domain::ticket::Ticket;
use crate::domain::time::Timestamp;
use crate::domain::waiting::Told;
use crate::store::Result;

/// What the keys of a stage begin with.
fn prefix(told: Told) -> Key {
    Key::new().byte(codes::told(told))
}

/// The place of a ticket, if its time runs.
pub fn key(ticket: &Ticket) -> Option<Key> {
    let waiting = ticket.waiting?;
    Some(prefix(waiting.told).time(waiting.runs_from()?).number(ticket.seq.0))
}

/// Moves a ticket to its place.
pub fn place(writer: &Writer, before: Option<&Ticket>, ticket: &Ticket) -> Result<()> {
    writer.reindex(Kept::Clocks, before.and_then(key).as_deref(), key(ticket).as_deref())
}

pub fn clocks(source: &dyn Source, told: Told, after: Option<Timestamp>, until: Timestamp, limit: usize) -> Result<Vec<Ticket>> {
    let (lower, upper) = bounds(told, after, until);
    let part = (Kept::Clocks, (Bound::Included(&*lower), Bound::Excluded(&*upper)), Direction::Up);
    along(source, part, limit, seq_of, key)
}

pub fn rested(source: &dyn Source) -> Result<Vec<Ticket>> {
    facets::seqs(source, Facet::Rested)?.into_iter().map(|seq| indexed_ticket(source, seq)).collect()
}

/// The seqs of those whose time counts from `until` or longer, but not from `after` or longer, unless there are many.
pub fn few(source: &dyn Source, told: Told, after: Option<Timestamp>, until: Timestamp, few: usize) -> Result<Option<Vec<u32>>> {
    let mut seqs = Vec::new();
    let (lower, upper) = bounds(told, after, until);
    source.scan(Kept::Clocks, (Bound::Included(&*lower), Bound::Excluded(&*upper)), Direction::Up, &mut |stored, _| {
        seqs.push(seq_of(stored)?);
        Ok(if seqs.len() > few { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })?;
    Ok((seqs.len() <= few).then_some(seqs))
}

/// The first key of a stretch of time, and the first behind it.
fn bounds(told: Told, after: Option<Timestamp>, until: Timestamp) -> (Key, Key) {
    let lower = after.map_or_else(|| prefix(told), |after| prefix(told).time(after).end());
    (lower, prefix(told).time(until).end())
}

fn seq_of(stored: &[u8]) -> Result<u32> {
    seq_at_end(stored, Kept::Clocks)
}

/// Finds out whose time runs and whose is at rest, as it is from schema 6 on while a client is suspended: a part of the step there.
pub fn start_all(writer: &Writer) -> Result<()> {
    // An older file has nobody at rest yet: all that wait lie in the order by deadline.
    for waiting in keys(writer, Kept::Orders, &Index::Due.timed(), usize::MAX)? {
        place(writer, None, &indexed_ticket(writer, Index::seq_of(&waiting)?)?)?;
    }
    writer.flush()?;
    let mut suspended = Vec::new();
    scan_prefix(writer, Kept::Accounts, &[], None, &mut |key, bytes| {
        let id = AccountId(Parts(key).number().ok_or_else(|| damaged("accounts: a strange key"))?);
        let account = unpack::<AccountV2>(key, bytes)?.into_account(id)?;
        if let Standing::Suspended { at, .. } = account.standing {
            suspended.push((id, at));
        }
        Ok(ControlFlow::Continue(()))
    })?;
    for (client, at) in suspended {
        for seq in facets::seqs(writer, Facet::Client(client))? {
            let before = indexed_ticket(writer, seq)?;
            let mut ticket = before.clone();
            ticket.rest(at);
            if ticket != before {
                put_ticket(writer, Some(&before), &ticket)?;
            }
        }
    }
    Ok(())
}
