//! The indexes of tickets: orders, and facets as bitmaps over blocks of places.

use std::collections::BTreeMap;

use roaring::RoaringBitmap;

use super::codec;
use super::keys::{Key, u32_at};
use super::record::{priority_code, status_code};
use super::tables::{Direction, FACETS, Range, Table, Tables};
use crate::domain::account::AccountId;
use crate::domain::filter::{Order, Visibility};
use crate::domain::ticket::Ticket;
use crate::store::{Result, StoreError};

/// How many places one bitmap covers.
pub const BLOCK: u32 = 8_192;

/// A kind of thing that tickets have in common. The numbers are kept: none may ever change its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// The status.
    Status = 0,
    /// The client.
    Client = 1,
    /// The assignee; 0 for nobody.
    Assignee = 2,
    /// The topic.
    Topic = 3,
    /// The priority.
    Priority = 4,
    /// Whether a flag is set.
    Flagged = 5,
}

/// One value of a facet.
pub type FacetValue = (Facet, u32);

/// The facets of a ticket.
pub fn facets(ticket: &Ticket) -> Vec<FacetValue> {
    let mut facets = vec![
        (Facet::Status, u32::from(status_code(ticket.status))),
        (Facet::Client, ticket.client.0),
        (Facet::Assignee, ticket.assignee.map_or(0, |assignee| assignee.0)),
        (Facet::Topic, ticket.topic.0),
        (Facet::Priority, u32::from(priority_code(ticket.priority))),
    ];
    if !ticket.flags.ids().is_empty() {
        facets.push((Facet::Flagged, 1));
    }
    facets
}

/// What stands for an order as somebody sees it: staff and clients see different last changes.
pub fn order_code(order: Order, is_staff: bool) -> u8 {
    match (order, is_staff) {
        (Order::Updated, true) => 0,
        (Order::Updated, false) => 1,
        (Order::Created, _) => 2,
        (Order::Closed, _) => 3,
        (Order::Due, _) => 4,
        (Order::Priority, true) => 5,
        (Order::Priority, false) => 6,
    }
}

/// The place of a ticket in every order.
pub fn places(ticket: &Ticket) -> Vec<Vec<u8>> {
    let (staff, client) = (Visibility::All, Visibility::Client(AccountId(0)));
    let kinds = [
        (Order::Updated, &staff),
        (Order::Updated, &client),
        (Order::Created, &staff),
        (Order::Closed, &staff),
        (Order::Due, &staff),
        (Order::Priority, &staff),
        (Order::Priority, &client),
    ];
    kinds.map(|(order, visible)| place(ticket, order, visible)).to_vec()
}

/// The place of a ticket in one order.
pub fn place(ticket: &Ticket, order: Order, visible: &Visibility) -> Vec<u8> {
    let code = order_code(order, visible.is_staff());
    Key::new().byte(code).bytes(&order.key(ticket, visible).to_bytes()).done()
}

/// The key of a bitmap.
pub fn facet_key((facet, value): FacetValue, block: u32) -> Vec<u8> {
    Key::new().byte(facet as u8).u32(value).u32(block).done()
}

/// Bitmaps that a transaction changed and has not written yet.
pub type Dirty = BTreeMap<Vec<u8>, RoaringBitmap>;

/// The bitmap under a key.
///
/// # Errors
/// `Corrupt`, and those of the disk.
pub fn bitmap(tables: &dyn Tables, key: &[u8]) -> Result<RoaringBitmap> {
    tables.get(FACETS, key)?.map_or_else(|| Ok(RoaringBitmap::new()), |bytes| read_bitmap(key, &bytes))
}

fn read_bitmap(key: &[u8], bytes: &[u8]) -> Result<RoaringBitmap> {
    let payload = codec::unseal(key, bytes)?;
    RoaringBitmap::deserialize_from(payload).map_err(|error| StoreError::Corrupt(format!("a bitmap: {error}")))
}

/// The bytes of a bitmap under a key.
///
/// # Errors
/// Never in memory, but the writer may say so.
pub fn bitmap_bytes(key: &[u8], bitmap: &RoaringBitmap) -> Result<Vec<u8>> {
    let mut payload = Vec::with_capacity(bitmap.serialized_size());
    bitmap.serialize_into(&mut payload).map_err(StoreError::Unavailable)?;
    Ok(codec::seal(key, &payload))
}

/// Every bitmap of a facet's value, by block.
///
/// # Errors
/// `Corrupt`, and those of the disk.
pub fn blocks(tables: &dyn Tables, dirty: &Dirty, value: FacetValue) -> Result<BTreeMap<u32, RoaringBitmap>> {
    let prefix = Key::new().byte(value.0 as u8).u32(value.1).done();
    let mut found = BTreeMap::new();
    scan_blocks(tables, FACETS, &prefix, &mut |block, key, bytes| {
        found.insert(block, read_bitmap(key, bytes)?);
        Ok(())
    })?;
    for (key, bitmap) in dirty.range(prefix.clone()..).take_while(|(key, _)| key.starts_with(&prefix)) {
        found.insert(u32_at(key, prefix.len())?, bitmap.clone());
    }
    Ok(found)
}

fn scan_blocks(
    tables: &dyn Tables,
    table: Table,
    prefix: &[u8],
    visit: &mut dyn FnMut(u32, &[u8], &[u8]) -> Result<()>,
) -> Result<()> {
    tables.scan(table, &Range::prefix(prefix), Direction::Up, &mut |key, bytes| {
        visit(u32_at(key, prefix.len())?, key, bytes)?;
        Ok(true)
    })
}
