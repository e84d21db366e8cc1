//! Which tickets' time runs, by what was told of them: what falls due is at the beginning of each stage.
//!
//! What a question or a change means is said at the seam, under the same name.

use std::ops::{Bound, ControlFlow};

use super::codec::unpack;
use super::desk::damaged;
use super::facets::{self, Facet};
use super::record::{AccountV2, codes};
use super::source::{Direction, Source, Visit, Writer, keys, scan_prefix};
use super::tables::{Kept, Key, Parts};
use super::tickets::{Index, indexed_ticket, put_ticket};
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
    let mut found = Vec::new();
    scan(source, told, after, until, &mut |stored, _| {
        if found.len() >= limit {
            return Ok(ControlFlow::Break(()));
        }
        let ticket = indexed_ticket(source, seq_of(stored)?)?;
        if key(&ticket).as_deref() != Some(stored) {
            return Err(damaged("clocks: a ticket is not where it says"));
        }
        found.push(ticket);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(found)
}

/// The seqs of those whose time counts from `until` or longer, but not from `after` or longer, unless there are many.
pub fn few(source: &dyn Source, told: Told, after: Option<Timestamp>, until: Timestamp, few: usize) -> Result<Option<Vec<u32>>> {
    let mut seqs = Vec::new();
    scan(source, told, after, until, &mut |stored, _| {
        seqs.push(seq_of(stored)?);
        Ok(if seqs.len() > few { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })?;
    Ok((seqs.len() <= few).then_some(seqs))
}

fn scan(source: &dyn Source, told: Told, after: Option<Timestamp>, until: Timestamp, visit: Visit) -> Result<()> {
    let lower = after.map_or_else(|| prefix(told), |after| prefix(told).time(after).end());
    let upper = prefix(told).time(until).end();
    if lower >= upper {
        return Ok(());
    }
    source.scan(Kept::Clocks, (Bound::Included(&*lower), Bound::Excluded(&*upper)), Direction::Up, visit)
}

fn seq_of(stored: &[u8]) -> Result<u32> {
    stored.last_chunk().map(|seq| u32::from_be_bytes(*seq)).ok_or_else(|| damaged("clocks: a strange key"))
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
