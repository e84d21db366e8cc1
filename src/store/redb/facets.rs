//! What filters ask of tickets, as bitmaps: one for each facet and block of 8,192 seqs.
//!
//! It knows which facets a ticket has, but nothing of lists.

use std::ops::{Bound, ControlFlow};

use roaring::RoaringBitmap;

use super::bits::{join, length_of, seal_block, unseal_block};
use super::record::codes;
use super::source::{Direction, Source, Writer, keys, scan_prefix};
use super::tables::{Kept, Key, Parts};
use crate::domain::account::AccountId;
use crate::domain::status::{Priority, Status};
use crate::domain::ticket::Ticket;
use crate::domain::topic::TopicId;
use crate::domain::waiting::Told;
use crate::store::{Result, StoreError};

/// Something that tickets have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Where it stands.
    Status(Status),
    /// Whose it is.
    Client(AccountId),
    /// Who answers it.
    Assignee(AccountId),
    /// Nobody answers it.
    Unassigned,
    /// What it is about.
    Topic(TopicId),
    /// How urgent it is.
    Priority(Priority),
    /// A flag is set.
    Flagged,
    /// This person has been shown every text of it, or wrote those after. A hint: where it is missing, one looks.
    Seen(AccountId),
    /// It may lie elsewhere in the order by creation than its seq says; see `sequence.rs`.
    Displaced,
    /// This person answers it, and it is open: few of all that they ever had.
    Open(AccountId),
    /// Its client waits, but their time is at rest.
    Resting,
    /// Its client waits, and that the answer is overdue was told.
    ToldOverdue,
}

impl Facet {
    /// Tag and value, as keys begin.
    fn key(self) -> Key {
        let (tag, value) = match self {
            Self::Status(status) => (1, u32::from(codes::status(status))),
            Self::Client(account) => (2, account.0),
            Self::Assignee(account) => (3, account.0),
            Self::Unassigned => (4, 0),
            Self::Topic(topic) => (5, topic.0),
            Self::Priority(priority) => (6, u32::from(codes::priority(priority))),
            Self::Flagged => (7, 0),
            Self::Seen(account) => (8, account.0),
            Self::Displaced => (9, 0),
            Self::Open(account) => (10, account.0),
            Self::Resting => (11, 0),
            Self::ToldOverdue => (12, 0),
        };
        Key::new().byte(tag).number(value)
    }

    /// The facet and the block of a stored key; `None` when it is none.
    pub fn of_key(key: &[u8]) -> Option<(Self, u32)> {
        let mut parts = Parts(key);
        let (tag, value, block) = (parts.byte()?, parts.number()?, parts.number()?);
        let code = u8::try_from(value).ok();
        let facet = match tag {
            1 => Self::Status(codes::status_of(code?).ok()?),
            2 => Self::Client(AccountId(value)),
            3 => Self::Assignee(AccountId(value)),
            4 => Self::Unassigned,
            5 => Self::Topic(TopicId(value)),
            6 => Self::Priority(codes::priority_of(code?).ok()?),
            7 => Self::Flagged,
            8 => Self::Seen(AccountId(value)),
            9 => Self::Displaced,
            10 => Self::Open(AccountId(value)),
            11 => Self::Resting,
            12 => Self::ToldOverdue,
            _ => return None,
        };
        parts.rest().is_empty().then_some((facet, block))
    }
}

/// The facets of a ticket, but for who has seen it and what follows from others.
pub fn of_ticket(ticket: &Ticket) -> Vec<Facet> {
    let mut facets = vec![
        Facet::Status(ticket.status),
        Facet::Client(ticket.client),
        ticket.assignee.map_or(Facet::Unassigned, Facet::Assignee),
        Facet::Topic(ticket.topic),
        Facet::Priority(ticket.priority),
    ];
    if !ticket.flags.ids().is_empty() {
        facets.push(Facet::Flagged);
    }
    facets.extend(ticket.assignee.filter(|_| ticket.status.is_open()).map(Facet::Open));
    if ticket.waiting.is_some_and(|waiting| waiting.rests_since.is_some()) {
        facets.push(Facet::Resting);
    }
    if ticket.waiting.is_some_and(|waiting| waiting.told == Told::Overdue) {
        facets.push(Facet::ToldOverdue);
    }
    facets
}

/// The tickets of a facet, smallest seq first.
///
/// # Errors
/// Those of [`StoreError`].
pub fn seqs(source: &dyn Source, facet: Facet) -> Result<Vec<u32>> {
    source.flush()?;
    let mut seqs = Vec::new();
    for (block, _) in sizes(source, facet)? {
        seqs.extend(load_block(source, facet, block)?.iter().map(|place| join(block, place)));
    }
    Ok(seqs)
}

/// Tells the open tickets of each person from the others: a part of the step to schema 5.
///
/// # Errors
/// Those of [`StoreError`].
pub fn tell_open_apart(writer: &Writer) -> Result<()> {
    writer.flush()?;
    let strange = || StoreError::Corrupt("facets: a strange key".into());
    for key in keys(writer, Kept::Facets, &[], usize::MAX)? {
        let (facet, block) = Facet::of_key(&key).ok_or_else(strange)?;
        if let Facet::Assignee(assignee) = facet {
            let open = load_block(writer, facet, block)? - load_block(writer, Facet::Status(Status::Closed), block)?;
            store_block(writer, Facet::Open(assignee), block, open)?;
        }
    }
    Ok(())
}

/// The tickets of a client that have an assignee, the greatest seq first, at most `limit` of them.
///
/// # Errors
/// Those of [`StoreError`].
pub fn assigned_of_client(source: &dyn Source, client: AccountId, limit: usize) -> Result<Vec<u32>> {
    source.flush()?;
    let prefix = Facet::Client(client).key();
    let end = prefix.clone().end();
    let mut found = Vec::new();
    source.scan(Kept::Facets, (Bound::Included(&prefix), Bound::Excluded(&end)), Direction::Down, &mut |key, bytes| {
        let (_, block) = Facet::of_key(key).ok_or_else(|| StoreError::Corrupt("facets: a strange key".into()))?;
        let assigned = unseal_block(key, bytes)? - load_block(source, Facet::Unassigned, block)?;
        found.extend(assigned.iter().rev().take(limit - found.len()).map(|place| join(block, place)));
        Ok(if found.len() < limit { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    Ok(found)
}

/// The bits of a block; empty where none is kept.
///
/// # Errors
/// Those of [`StoreError`].
pub fn load_block(source: &dyn Source, facet: Facet, block: u32) -> Result<RoaringBitmap> {
    let key = facet.key().number(block);
    source.get(Kept::Facets, &key)?.map_or_else(|| Ok(RoaringBitmap::new()), |bytes| unseal_block(&key, &bytes))
}

/// Keeps the bits of a block; an empty one is removed.
///
/// # Errors
/// Those of [`StoreError`].
pub fn store_block(writer: &Writer, facet: Facet, block: u32, bits: RoaringBitmap) -> Result<()> {
    let key = facet.key().number(block);
    if bits.is_empty() {
        return writer.remove(Kept::Facets, &key);
    }
    writer.insert(Kept::Facets, &key, &seal_block(&key, bits)?)
}

/// The blocks of a facet that have any bit, and how many each has.
///
/// # Errors
/// Those of [`StoreError`].
pub fn sizes(source: &dyn Source, facet: Facet) -> Result<Vec<(u32, u32)>> {
    let mut sizes = Vec::new();
    scan_prefix(source, Kept::Facets, &facet.key(), None, &mut |key, bytes| {
        let (_, block) = Facet::of_key(key).ok_or_else(|| StoreError::Corrupt("facets: a strange key".into()))?;
        sizes.push((block, length_of(key, bytes)?));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(sizes)
}
