//! The headers of tickets: by seq, number and external id, with the entries of every order and the bits of every facet.
//!
//! What a question or a change means is said at the seam, under the same name.

use std::ops::ControlFlow;

use super::answers;
use super::clocks;
use super::closed;
use super::codec::{seal, unpack, unseal};
use super::desk::{Counter, RAW, damaged, take_place};
use super::facets;
use super::record::{NumberV1, PlaceV1, TicketV3, codes};
use super::sequence;
use super::source::{Bounds, Direction, Source, Writer, keys, load, load_indexed, scan_prefix};
use super::tables::{Kept, Key, Parts};
use super::texts;
use crate::domain::account::AccountId;
use crate::domain::filter::{Order, Visibility};
use crate::domain::status::Priority;
use crate::domain::ticket::{Ticket, TicketNumber, TicketSeq};
use crate::domain::time::Timestamp;
use crate::store::{Result, StoreError, check_times};

/// The orders that have an index of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Index {
    /// Last changed first, as staff see it.
    Updated,
    /// Last changed first, as clients see it.
    PublicUpdated,
    /// Last opened first.
    Created,
    /// Last closed first.
    Closed,
    /// Longest waiting first, of those whose time runs.
    Due,
    /// Most urgent first, then last changed first as staff see it.
    Priority,
}

impl Index {
    /// Every index.
    pub const ALL: [Self; 6] = [Self::Updated, Self::PublicUpdated, Self::Created, Self::Closed, Self::Due, Self::Priority];

    /// The index of an order. None for a client's own by priority: those are few, and sorted when asked.
    pub fn of(order: Order, visible: &Visibility) -> Option<Self> {
        match (order, visible.is_staff()) {
            (Order::Updated, true) => Some(Self::Updated),
            (Order::Updated, false) => Some(Self::PublicUpdated),
            (Order::Created, _) => Some(Self::Created),
            (Order::Closed, _) => Some(Self::Closed),
            (Order::Due, _) => Some(Self::Due),
            (Order::Priority, true) => Some(Self::Priority),
            (Order::Priority, false) => None,
        }
    }

    /// Whether it is by the last change that is seen.
    pub fn is_by_change(self, visible: &Visibility) -> bool {
        Self::of(Order::Updated, visible) == Some(self)
    }

    /// What the keys of this index begin with.
    pub fn prefix(self) -> Key {
        Key::new().byte(match self {
            Self::Updated => 1,
            Self::PublicUpdated => 2,
            Self::Created => 3,
            Self::Closed => 4,
            Self::Due => 5,
            Self::Priority => 6,
        })
    }

    /// The place of a ticket: sorts as [`Order::key`] does.
    pub fn key(self, ticket: &Ticket) -> Key {
        let key = self.prefix();
        let key = match self {
            Self::Updated => key.time_down(ticket.updated_at),
            Self::PublicUpdated => key.time_down(ticket.public_updated_at),
            Self::Created => key.time_down(ticket.created_at),
            Self::Closed => ticket.closed_at.map_or_else(|| self.timeless(), |at| key.byte(0).time_down(at)),
            Self::Due => ticket.runs_from().map_or_else(|| self.timeless(), |at| key.byte(0).time(at)),
            Self::Priority => Self::of_priority(ticket.priority).time_down(ticket.updated_at),
        };
        key.number_down(ticket.seq.0)
    }

    /// What the keys of those begin with that have a time, in the orders that some have none in.
    pub fn timed(self) -> Key {
        self.prefix().byte(0)
    }

    /// What the keys of those begin with that have no time, in the orders that some have none in.
    pub fn timeless(self) -> Key {
        self.prefix().byte(1)
    }

    /// What the keys of a priority begin with, in the order by priority.
    pub fn of_priority(priority: Priority) -> Key {
        Self::Priority.prefix().byte(!codes::priority(priority))
    }

    /// The end of those whose time runs from then or longer, in the order by deadline.
    pub fn waiting_until(latest: Timestamp) -> Key {
        Self::Due.timed().time(latest).end()
    }

    /// The seq at the end of a key.
    pub fn seq_of(key: &[u8]) -> Result<u32> {
        let seq = key.last_chunk::<4>().ok_or_else(|| damaged("orders: a strange key"))?;
        Ok(!u32::from_be_bytes(*seq))
    }
}

/// The places of a ticket in all orders, those of first answers and of what goes among them.
pub fn places(ticket: &Ticket) -> impl Iterator<Item = Key> {
    Index::ALL.into_iter().map(|index| index.key(ticket)).chain(answers::key(ticket)).chain(closed::key(ticket))
}

/// Moves a ticket to its place in an order, where that is another.
///
/// # Errors
/// Those of the store.
pub fn move_entry(writer: &Writer, before: Option<Key>, after: Option<Key>, ticket: &Ticket) -> Result<()> {
    if before == after {
        return Ok(());
    }
    before.map_or(Ok(()), |key| writer.remove(Kept::Orders, &key))?;
    after.map_or(Ok(()), |key| put_entry(writer, &key, ticket))
}

/// Keeps the place of a ticket in an order, with its number: a list of numbers looks no ticket up.
fn put_entry(writer: &Writer, key: &[u8], ticket: &Ticket) -> Result<()> {
    writer.insert(Kept::Orders, key, &seal(RAW, key, ticket.number.as_str().as_bytes()))
}

/// The number of the ticket that has a place in an order.
///
/// # Errors
/// `Corrupt` when it is not what was kept there.
pub fn number_of_entry<'a>(key: &[u8], value: &'a [u8]) -> Result<&'a str> {
    std::str::from_utf8(unseal(RAW, key, value)?).map_err(|_| damaged("orders: a number is no text"))
}

/// Puts the number of each ticket beside its places: a part of the step to schema 5.
pub fn number_orders(writer: &Writer) -> Result<()> {
    scan_prefix(writer, Kept::Tickets, &[], None, &mut |key, bytes| {
        let seq = Parts(key).number().ok_or_else(|| damaged("tickets: a strange key"))?;
        let ticket = unpack::<TicketV3>(key, bytes)?.into_ticket(TicketSeq(seq))?;
        places(&ticket).try_for_each(|key| put_entry(writer, &key, &ticket))?;
        Ok(ControlFlow::Continue(()))
    })
}

pub fn ticket_key(seq: TicketSeq) -> Key {
    Key::new().number(seq.0)
}

pub fn ticket(source: &dyn Source, seq: TicketSeq) -> Result<Option<Ticket>> {
    load::<TicketV3>(source, Kept::Tickets, &ticket_key(seq))?.map(|stored| stored.into_ticket(seq)).transpose()
}

/// The ticket that an index leads to.
pub fn indexed_ticket(source: &dyn Source, seq: u32) -> Result<Ticket> {
    let seq = TicketSeq(seq);
    load_indexed::<TicketV3>(source, Kept::Tickets, &ticket_key(seq))?.into_ticket(seq)
}

/// The tickets of a part of an order, at most `limit` of them. `seq_of` tells whose place a key is, and `key` where a ticket says that
/// it is.
///
/// # Errors
/// Those of [`StoreError`], and `Corrupt` where the two differ.
pub fn along(
    source: &dyn Source,
    (table, bounds, direction): (Kept, Bounds, Direction),
    limit: usize,
    seq_of: impl Fn(&[u8]) -> Result<u32>,
    key: impl Fn(&Ticket) -> Option<Key>,
) -> Result<Vec<Ticket>> {
    let mut found = Vec::new();
    source.scan(table, bounds, direction, &mut |stored, _| {
        if found.len() >= limit {
            return Ok(ControlFlow::Break(()));
        }
        let ticket = indexed_ticket(source, seq_of(stored)?)?;
        if key(&ticket).as_deref() != Some(stored) {
            return Err(damaged(&format!("{}: a ticket is not where it says", table.name())));
        }
        found.push(ticket);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(found)
}

/// The seq at the end of a key that goes up with it.
pub fn seq_at_end(key: &[u8], table: Kept) -> Result<u32> {
    let seq = key.last_chunk().ok_or_else(|| damaged(&format!("{}: a strange key", table.name())))?;
    Ok(u32::from_be_bytes(*seq))
}

fn ledger(source: &dyn Source, number: &TicketNumber) -> Result<Option<NumberV1>> {
    load(source, Kept::Numbers, number.as_str().as_bytes())
}

pub fn ticket_of_number(source: &dyn Source, number: &TicketNumber) -> Result<Option<TicketSeq>> {
    Ok(ledger(source, number)?.map(|entry| TicketSeq(entry.seq)))
}

/// The tickets of numbers; one that the ledger has and that was not purged must be there.
pub fn tickets(source: &dyn Source, numbers: &[TicketNumber]) -> Result<Vec<Option<Ticket>>> {
    let find = |number: &TicketNumber| {
        let Some(entry) = ledger(source, number)?.filter(|entry| !entry.is_purged) else { return Ok(None) };
        let ticket = indexed_ticket(source, entry.seq)?;
        if ticket.number == *number { Ok(Some(ticket)) } else { Err(damaged("a number leads to the wrong ticket")) }
    };
    numbers.iter().map(find).collect()
}

pub fn tickets_numbered(source: &dyn Source, beginning: &str, limit: usize) -> Result<Vec<Ticket>> {
    let numbers = keys(source, Kept::Numbers, beginning.as_bytes(), limit)?.into_iter().map(|key| {
        let text = String::from_utf8(key).map_err(|_| damaged("numbers: a number is no text"))?;
        TicketNumber::parse(&text).ok_or_else(|| damaged("numbers: a number is none"))
    });
    Ok(tickets(source, &numbers.collect::<Result<Vec<_>>>()?)?.into_iter().flatten().collect())
}

pub fn ticket_of_external_id(source: &dyn Source, id: &str) -> Result<Option<TicketSeq>> {
    let Some(stored) = load::<PlaceV1>(source, Kept::ExternalIds, id.as_bytes())? else { return Ok(None) };
    let seq = u32::try_from(stored.place).map_err(|_| damaged("a ticket's place is beyond its end"))?;
    let ticket = indexed_ticket(source, seq)?;
    let fits = ticket.external_id.as_deref() == Some(id);
    if fits { Ok(Some(ticket.seq)) } else { Err(damaged("an external id leads to the wrong ticket")) }
}

pub fn assigned_of_client(source: &dyn Source, client: AccountId, limit: usize) -> Result<Vec<Ticket>> {
    let load = |seq: u32| {
        let ticket = indexed_ticket(source, seq)?;
        let fits = ticket.client == client && ticket.assignee.is_some();
        if fits { Ok(ticket) } else { Err(damaged("facets: a ticket is not what its bits say")) }
    };
    facets::assigned_of_client(source, client, limit)?.into_iter().map(load).collect()
}

pub fn numbers_taken(source: &dyn Source, width: u32) -> Result<u64> {
    Ok(load::<PlaceV1>(source, Kept::Widths, &Key::new().number(width))?.map_or(0, |count| count.place))
}

pub fn put_ticket(writer: &Writer, before: Option<&Ticket>, ticket: &Ticket) -> Result<()> {
    check_times(ticket)?;
    let kept = self::ticket(writer, ticket.seq)?;
    if kept.as_ref() != before || before.is_some_and(|before| before.number != ticket.number) {
        return Err(StoreError::Corrupt(format!("the ticket {} was kept otherwise", ticket.number)));
    }
    put_number(writer, ticket)?;
    put_external_id(writer, before, ticket)?;
    sequence::place(writer, before, ticket)?;
    for index in Index::ALL {
        move_entry(writer, before.map(|before| index.key(before)), Some(index.key(ticket)), ticket)?;
    }
    answers::place(writer, before, ticket)?;
    closed::place(writer, before, ticket)?;
    clocks::place(writer, before, ticket)?;
    let (old, new) = (before.map(facets::of_ticket).unwrap_or_default(), facets::of_ticket(ticket));
    for facet in old.iter().filter(|facet| !new.contains(facet)) {
        writer.set_bit(*facet, ticket.seq.0, false)?;
    }
    for facet in new.iter().filter(|facet| !old.contains(facet)) {
        writer.set_bit(*facet, ticket.seq.0, true)?;
    }
    texts::change_subject(writer, before, ticket)?;
    if before.is_none() {
        take_place(writer, Counter::Tickets, ticket.seq.0.into())?;
    }
    writer.store(Kept::Tickets, &ticket_key(ticket.seq), &TicketV3::from(ticket))
}

/// Takes a new ticket's number from the stock for ever.
fn put_number(writer: &Writer, ticket: &Ticket) -> Result<()> {
    match ledger(writer, &ticket.number)? {
        Some(entry) if entry.seq == ticket.seq.0 => return Ok(()),
        Some(_) => return Err(StoreError::Corrupt(format!("the number {} is another's", ticket.number))),
        None => {}
    }
    enter_number(writer, &ticket.number, NumberV1 { seq: ticket.seq.0, is_purged: false })
}

pub fn put_purged_number(writer: &Writer, number: &TicketNumber, seq: TicketSeq) -> Result<()> {
    if ledger(writer, number)?.is_some() || ticket(writer, seq)?.is_some() {
        return Err(StoreError::Corrupt(format!("the number {number} is taken")));
    }
    take_place(writer, Counter::Tickets, seq.0.into())?;
    enter_number(writer, number, NumberV1 { seq: seq.0, is_purged: true })
}

fn enter_number(writer: &Writer, number: &TicketNumber, entry: NumberV1) -> Result<()> {
    if let Some(width) = number.own_width() {
        let place = numbers_taken(writer, width)?.saturating_add(1);
        writer.store(Kept::Widths, &Key::new().number(width), &PlaceV1 { place })?;
    }
    writer.store(Kept::Numbers, number.as_str().as_bytes(), &entry)
}

fn put_external_id(writer: &Writer, before: Option<&Ticket>, ticket: &Ticket) -> Result<()> {
    let old = before.and_then(|before| before.external_id.as_deref());
    let new = ticket.external_id.as_deref();
    if old == new {
        return Ok(());
    }
    if let Some(id) = new {
        if load::<PlaceV1>(writer, Kept::ExternalIds, id.as_bytes())?.is_some() {
            return Err(StoreError::Corrupt(format!("the external id {id} is another's")));
        }
        writer.store(Kept::ExternalIds, id.as_bytes(), &PlaceV1 { place: ticket.seq.0.into() })?;
    }
    old.map_or(Ok(()), |id| writer.remove(Kept::ExternalIds, id.as_bytes()))
}
