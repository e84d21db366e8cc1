//! Lists and counts of tickets, from the orders and the bitmaps.
//!
//! A list walks its order and tests each place against the bitmaps; if few tickets can pass at all, their headers are sorted
//! instead. Either way each header that is shown is checked against the whole filter, so that an index can hide no mistake.

use std::collections::BTreeMap;

use roaring::RoaringBitmap;

use super::index::{self, BLOCK, Facet, FacetValue};
use super::keys::u32_at;
use super::read::Transaction;
use super::record::{priority_code, status_code};
use super::tables::{Direction, ORDERS, Range, TICKETS, Tables};
use crate::domain::filter::{Filter, Order, Page, Visibility};
use crate::domain::status::Status;
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::store::{Read, Result, StoreError};

/// Steps along an order before it is asked whether sorting would be cheaper.
const PATIENCE: usize = 2_000;
/// Candidates up to which sorting is cheaper than walking on.
const FEW: u64 = 20_000;

/// What the bitmaps can tell of a filter: of each group at least one value.
type Groups = Vec<Vec<FacetValue>>;

fn groups(filter: &Filter) -> Groups {
    let mut groups = Vec::new();
    match &filter.visible {
        Visibility::All => {}
        Visibility::Client(client) => groups.push(vec![(Facet::Client, client.0)]),
        Visibility::Assignees(agents) => groups.push(agents.iter().map(|agent| (Facet::Assignee, agent.0)).collect()),
    }
    if let Some(statuses) = &filter.statuses {
        let mut codes: Vec<_> = statuses.iter().map(|status| u32::from(status_code(*status))).collect();
        if filter.or_closed_and_unread {
            codes.push(u32::from(status_code(Status::Closed)));
        }
        codes.sort_unstable();
        codes.dedup();
        if codes.len() < Status::ALL.len() {
            groups.push(codes.into_iter().map(|code| (Facet::Status, code)).collect());
        }
    }
    groups.extend(filter.assignee.map(|assignee| vec![(Facet::Assignee, assignee.0)]));
    if filter.unassigned {
        groups.push(vec![(Facet::Assignee, 0)]);
    }
    groups.extend(filter.client.map(|client| vec![(Facet::Client, client.0)]));
    groups.extend(filter.topics.as_ref().map(|topics| topics.iter().map(|topic| (Facet::Topic, topic.0)).collect()));
    groups.extend(filter.priority.map(|priority| vec![(Facet::Priority, u32::from(priority_code(priority)))]));
    if filter.flagged {
        groups.push(vec![(Facet::Flagged, 1)]);
    }
    groups
}

/// Whether the bitmaps alone decide the filter.
fn is_exact(filter: &Filter) -> bool {
    !filter.or_closed_and_unread
        && !filter.unread
        && filter.since.is_none()
        && filter.until.is_none()
        && filter.external_id.is_none()
}

/// The bitmaps of a filter, looked up block by block as they are needed.
struct Candidates<'t, T: Tables> {
    transaction: &'t Transaction<T>,
    groups: Groups,
    blocks: BTreeMap<u32, RoaringBitmap>,
}

impl<T: Tables> Candidates<'_, T> {
    fn holds(&mut self, seq: TicketSeq) -> Result<bool> {
        if self.groups.is_empty() {
            return Ok(true);
        }
        let block = seq.0 / BLOCK;
        if !self.blocks.contains_key(&block) {
            let bitmap = self.block(block)?;
            self.blocks.insert(block, bitmap);
        }
        Ok(self.blocks.get(&block).is_some_and(|bitmap| bitmap.contains(seq.0 % BLOCK)))
    }

    fn block(&self, block: u32) -> Result<RoaringBitmap> {
        let mut found: Option<RoaringBitmap> = None;
        for group in &self.groups {
            let mut any = RoaringBitmap::new();
            for value in group {
                let key = index::facet_key(*value, block);
                match self.transaction.dirty.get(&key) {
                    Some(bitmap) => any |= bitmap,
                    None => any |= index::bitmap(&self.transaction.tables, &key)?,
                }
            }
            found = Some(found.map_or_else(|| any.clone(), |found| found & &any));
        }
        Ok(found.unwrap_or_default())
    }

    /// All of them; `None` when the bitmaps say nothing.
    fn all(&self) -> Result<Option<BTreeMap<u32, RoaringBitmap>>> {
        let mut found: Option<BTreeMap<u32, RoaringBitmap>> = None;
        for group in &self.groups {
            let mut any: BTreeMap<u32, RoaringBitmap> = BTreeMap::new();
            for value in group {
                for (block, bitmap) in index::blocks(&self.transaction.tables, &self.transaction.dirty, *value)? {
                    *any.entry(block).or_default() |= bitmap;
                }
            }
            found = Some(match found {
                None => any,
                Some(found) => {
                    let both = found.into_iter().filter_map(|(block, bitmap)| Some((block, bitmap & any.get(&block)?)));
                    both.collect()
                }
            });
        }
        Ok(found)
    }
}

fn seqs(blocks: &BTreeMap<u32, RoaringBitmap>) -> impl Iterator<Item = TicketSeq> + '_ {
    blocks.iter().flat_map(|(block, bitmap)| bitmap.iter().map(move |place| TicketSeq(block * BLOCK + place)))
}

fn takes<T: Tables>(transaction: &Transaction<T>, filter: &Filter, ticket: &Ticket) -> Result<bool> {
    let staff = filter.visible.is_staff();
    filter.takes(ticket, |ticket| Ok(transaction.unread(ticket, filter.reader, staff)? > 0))
}

fn header<T: Tables>(transaction: &Transaction<T>, seq: TicketSeq) -> Result<Ticket> {
    let ticket: Ticket = transaction.promised(TICKETS, &seq.0.to_be_bytes())?;
    if ticket.seq == seq { Ok(ticket) } else { Err(StoreError::Corrupt("a ticket lies in another's place".to_owned())) }
}

/// The tickets that pass a filter, in order.
///
/// # Errors
/// `Corrupt`, and those of the disk.
pub fn list<T: Tables>(transaction: &Transaction<T>, filter: &Filter, page: &Page) -> Result<Vec<Ticket>> {
    if page.limit == 0 {
        return Ok(Vec::new());
    }
    if let Some(id) = &filter.external_id {
        let found = transaction.ticket_of_external_id(id)?;
        return sorted(transaction, filter, page, found.into_iter());
    }
    let mut candidates = Candidates { transaction, groups: groups(filter), blocks: BTreeMap::new() };
    let mut found = Vec::new();
    if walk(transaction, filter, page, &mut candidates, Some(PATIENCE), &mut found)? {
        return Ok(found);
    }
    if let Some(all) = candidates.all()?
        && all.values().map(RoaringBitmap::len).sum::<u64>() <= FEW
    {
        return sorted(transaction, filter, page, seqs(&all));
    }
    found.clear();
    walk(transaction, filter, page, &mut candidates, None, &mut found)?;
    Ok(found)
}

/// Walks the order. `false`: patience ended before the page was full.
fn walk<T: Tables>(
    transaction: &Transaction<T>,
    filter: &Filter,
    page: &Page,
    candidates: &mut Candidates<'_, T>,
    patience: Option<usize>,
    found: &mut Vec<Ticket>,
) -> Result<bool> {
    let prefix = [index::order_code(page.order, filter.visible.is_staff())];
    let range = match page.after {
        None => Range::prefix(&prefix),
        Some(after) => {
            let Some(after) = transaction.ticket(after)? else { return Ok(true) };
            let place = index::place(&after, page.order, &filter.visible);
            if page.reverse { Range::prefix_before(&prefix, &place) } else { Range::prefix_after(&prefix, &place) }
        }
    };
    let direction = if page.reverse { Direction::Down } else { Direction::Up };
    let mut steps = 0;
    let mut is_full = true;
    transaction.tables.scan(ORDERS, &range, direction, &mut |key, _| {
        steps += 1;
        if patience.is_some_and(|patience| steps > patience) {
            is_full = false;
            return Ok(false);
        }
        let seq = TicketSeq(!u32_at(key, key.len() - 4)?);
        if !candidates.holds(seq)? {
            return Ok(true);
        }
        let ticket = header(transaction, seq)?;
        if index::place(&ticket, page.order, &filter.visible) != key {
            return Err(StoreError::Corrupt("an order of tickets".to_owned()));
        }
        // Beyond the first change before `since` there is nothing in this order.
        if page.order == Order::Updated
            && !page.reverse
            && filter.since.is_some_and(|since| filter.visible.updated_at(&ticket) < since)
        {
            return Ok(false);
        }
        if takes(transaction, filter, &ticket)? {
            found.push(ticket);
        }
        Ok(found.len() < page.limit)
    })?;
    Ok(is_full)
}

/// Sorts the headers of few candidates.
fn sorted<T: Tables>(
    transaction: &Transaction<T>,
    filter: &Filter,
    page: &Page,
    seqs: impl Iterator<Item = TicketSeq>,
) -> Result<Vec<Ticket>> {
    let mut found = Vec::new();
    for seq in seqs {
        let ticket = header(transaction, seq)?;
        if takes(transaction, filter, &ticket)? {
            found.push((page.order.key(&ticket, &filter.visible), ticket));
        }
    }
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    if page.reverse {
        found.reverse();
    }
    if let Some(after) = page.after {
        let Some(after) = transaction.ticket(after)? else { return Ok(Vec::new()) };
        let after = page.order.key(&after, &filter.visible);
        found.retain(|(key, _)| if page.reverse { *key < after } else { *key > after });
    }
    found.truncate(page.limit);
    Ok(found.into_iter().map(|(_, ticket)| ticket).collect())
}

/// How many tickets pass a filter.
///
/// # Errors
/// `Corrupt`, and those of the disk.
pub fn count<T: Tables>(transaction: &Transaction<T>, filter: &Filter) -> Result<u64> {
    let candidates = Candidates { transaction, groups: groups(filter), blocks: BTreeMap::new() };
    let all = candidates.all()?;
    if let (Some(all), true) = (&all, is_exact(filter)) {
        return Ok(all.values().map(RoaringBitmap::len).sum());
    }
    let mut count = 0;
    match (&all, &filter.external_id) {
        (Some(all), None) => {
            for seq in seqs(all) {
                count += u64::from(takes(transaction, filter, &header(transaction, seq)?)?);
            }
        }
        _ => {
            let page = Page { order: Order::Created, reverse: false, after: None, limit: usize::MAX };
            count = list(transaction, filter, &page)?.len() as u64;
        }
    }
    Ok(count)
}
