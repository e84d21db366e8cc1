//! Which tickets were opened in the order of their seqs: nearly all.
//!
//! Bitmaps know seqs, not times. Among tickets that are not displaced the greater seq was opened later, so that the newest of a set
//! are told by its last bits, however far back they lie. Which are displaced is a choice: of two in the wrong order either may be.

use std::ops::{Bound, ControlFlow};

use super::codec::unpack;
use super::desk::{Counter, damaged, next_short_place};
use super::facets::{self, Facet};
use super::record::TicketV3;
use super::source::{Direction, Source, Writer, scan_prefix};
use super::tables::{Kept, Parts};
use super::tickets::Index;
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::domain::time::Timestamp;
use crate::store::Result;

/// So many that claim to be newer than a new ticket are displaced themselves: a clock was wrong for them, and is right now.
const MOST_AHEAD: usize = if cfg!(test) { 2 } else { 8 };

/// Finds out whether a ticket that is about to be kept is displaced, and marks it or others.
pub fn place(writer: &Writer, before: Option<&Ticket>, ticket: &Ticket) -> Result<()> {
    if before.is_some_and(|before| before.created_at == ticket.created_at) {
        return Ok(());
    }
    let is_last = before.is_none() && ticket.seq.0 >= next_short_place(writer, Counter::Tickets)?;
    let ahead = if is_last { ahead_of(writer, ticket)? } else { None };
    match ahead {
        Some(ahead) => ahead.into_iter().try_for_each(|seq| writer.set_bit(Facet::Displaced, seq, true)),
        None => writer.set_bit(Facet::Displaced, ticket.seq.0, true),
    }
}

/// The tickets that claim to be newer, if they are few.
fn ahead_of(writer: &Writer, ticket: &Ticket) -> Result<Option<Vec<u32>>> {
    let (prefix, own) = (Index::Created.prefix(), Index::Created.key(ticket));
    let mut ahead = Vec::new();
    let bounds = (Bound::Included(&*prefix), Bound::Excluded(&*own));
    writer.scan(Kept::Orders, bounds, Direction::Up, &mut |key, _| {
        ahead.push(Index::seq_of(key)?);
        Ok(if ahead.len() > MOST_AHEAD { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })?;
    Ok((ahead.len() <= MOST_AHEAD).then_some(ahead))
}

/// Shows every ticket's seq and when it was opened, smallest seq first.
pub fn each_opening(source: &dyn Source, visit: &mut dyn FnMut(u32, Timestamp) -> Result<()>) -> Result<()> {
    scan_prefix(source, Kept::Tickets, &[], None, &mut |key, bytes| {
        let seq = TicketSeq(Parts(key).number().ok_or_else(|| damaged("tickets: a strange key"))?);
        visit(seq.0, unpack::<TicketV3>(key, bytes)?.into_ticket(seq)?.created_at)?;
        Ok(ControlFlow::Continue(()))
    })
}

/// Chooses anew, so that as few as possible are displaced.
pub fn rebuild(writer: &Writer) -> Result<()> {
    writer.flush()?;
    for (block, _) in facets::sizes(writer, Facet::Displaced)? {
        facets::store_block(writer, Facet::Displaced, block, roaring::RoaringBitmap::new())?;
    }
    let mut openings = Vec::new();
    each_opening(writer, &mut |seq, at| {
        openings.push((seq, at));
        Ok(())
    })?;
    let mut displaced = openings.iter().map(|(seq, _)| *seq);
    for place in longest(&openings.iter().map(|(_, at)| *at).collect::<Vec<_>>()) {
        for seq in displaced.by_ref().take_while(|seq| *seq != openings[place].0) {
            writer.set_bit(Facet::Displaced, seq, true)?;
        }
    }
    displaced.try_for_each(|seq| writer.set_bit(Facet::Displaced, seq, true))?;
    writer.flush()
}

/// The places of a longest part of these times that never goes back.
fn longest(times: &[Timestamp]) -> Vec<usize> {
    // For each length the place where a part of that length ends earliest, and for each place the one before it in its part.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous = vec![None; times.len()];
    for (place, time) in times.iter().enumerate() {
        let length = ends.partition_point(|end| times[*end] <= *time);
        previous[place] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut places: Vec<_> = std::iter::successors(ends.last().copied(), |place| previous[*place]).collect();
    places.reverse();
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_as_possible_are_left_out() {
        let left = |times: &[i64]| longest(&times.iter().copied().map(Timestamp::from_millis).collect::<Vec<_>>());
        assert_eq!(left(&[]), [0; 0]);
        assert_eq!(left(&[1, 1, 2, 3]), [0, 1, 2, 3]);
        assert_eq!(left(&[1, 99, 2, 2, 3]), [0, 2, 3, 4]);
        assert_eq!(left(&[5, 6, -1, 7, 0]), [0, 1, 3]);
    }
}
