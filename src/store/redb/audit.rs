//! What was done, by whom: the chain, and where in it a ticket, a person and a time are found.
//!
//! What a question or a change means is said at the seam, under the same name.

use std::collections::BTreeSet;
use std::ops::{Bound, ControlFlow};

use super::codec::unpack;
use super::desk::damaged;
use super::record::{AuditV2, PayloadV1};
use super::source::{Direction, Source, Writer, load, load_indexed, scan_prefix};
use super::tables::{Kept, Key, Parts};
use super::tickets::ticket_of_number;
use crate::domain::account::AccountId;
use crate::domain::audit::{AuditEntry, AuditFilter, AuditPayload};
use crate::domain::ticket::{TicketNumber, TicketSeq};
use crate::domain::time::Timestamp;
use crate::store::{Result, StoreError};

/// So many links are held at once while all of them are looked through: the payload of one may be large.
const AT_ONCE: usize = 100;

/// What links have in common that are found together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Common {
    /// Nothing: all of them.
    All,
    /// Who did it.
    Actor(AccountId),
    /// A ticket that was touched.
    Ticket(TicketSeq),
}

impl Common {
    /// Tag and value, as keys begin.
    fn prefix(self) -> Key {
        match self {
            Self::All => Key::new().byte(0),
            Self::Actor(account) => Key::new().byte(1).number(account.0),
            Self::Ticket(seq) => Key::new().byte(2).number(seq.0),
        }
    }

    /// The index entry of a link.
    pub fn key(self, entry: &AuditEntry) -> Key {
        self.prefix().time(entry.at).long(entry.sequence)
    }

    /// What a stored key is of, with the time and the place in it; `None` when it is none.
    pub fn of_key(key: &[u8]) -> Option<(Self, Timestamp, u64)> {
        let mut parts = Parts(key);
        let common = match parts.byte()? {
            0 => Self::All,
            1 => Self::Actor(AccountId(parts.number()?)),
            2 => Self::Ticket(TicketSeq(parts.number()?)),
            _ => return None,
        };
        let (time, sequence) = (parts.time()?, parts.long()?);
        parts.rest().is_empty().then_some((common, time, sequence))
    }
}

fn link_key(sequence: u64) -> Key {
    Key::new().long(sequence)
}

/// The link of a stored row.
pub fn link_of(key: &[u8], bytes: &[u8]) -> Result<AuditEntry> {
    let sequence = Parts(key).long().ok_or_else(|| damaged("audit: a strange key"))?;
    unpack::<AuditV2>(key, bytes)?.into_entry(sequence)
}

pub fn last_audit(source: &dyn Source) -> Result<Option<AuditEntry>> {
    let mut last = None;
    source.scan(Kept::Audit, (Bound::Unbounded, Bound::Unbounded), Direction::Down, &mut |key, bytes| {
        last = Some(link_of(key, bytes)?);
        Ok(ControlFlow::Break(()))
    })?;
    Ok(last)
}

pub fn audit(source: &dyn Source, after: u64, limit: usize) -> Result<Vec<(AuditEntry, Option<AuditPayload>)>> {
    let mut links = Vec::new();
    scan_prefix(source, Kept::Audit, &[], Some(&link_key(after)), &mut |key, bytes| {
        if links.len() >= limit {
            return Ok(ControlFlow::Break(()));
        }
        let link = link_of(key, bytes)?;
        let payload = audit_payload(source, link.sequence)?;
        links.push((link, payload));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(links)
}

pub fn audit_payload(source: &dyn Source, sequence: u64) -> Result<Option<AuditPayload>> {
    Ok(load::<PayloadV1>(source, Kept::AuditPayloads, &link_key(sequence))?.map(AuditPayload::from))
}

pub fn audit_list(source: &dyn Source, filter: &AuditFilter, after: Option<u64>, limit: usize) -> Result<Vec<AuditEntry>> {
    // A ticket has few links, a person may have nearly all of them.
    let common = match (filter.ticket, filter.actor) {
        (Some(seq), _) => Common::Ticket(seq),
        (None, Some(actor)) => Common::Actor(actor),
        (None, None) => Common::All,
    };
    let prefix = common.prefix();
    let lower = filter.since.map_or(prefix.clone(), |since| prefix.clone().time(since));
    let upper = match after {
        None => prefix.end(),
        Some(after) => match load::<AuditV2>(source, Kept::Audit, &link_key(after))? {
            Some(stored) => common.key(&stored.into_entry(after)?),
            None => return Ok(Vec::new()),
        },
    };
    let mut links = Vec::new();
    let bounds = (Bound::Included(&*lower), Bound::Excluded(&*upper));
    source.scan(Kept::AuditPlaces, bounds, Direction::Down, &mut |key, _| {
        if links.len() >= limit {
            return Ok(ControlFlow::Break(()));
        }
        let place = Common::of_key(key).filter(|(of, ..)| *of == common);
        let (_, time, sequence) = place.ok_or_else(|| damaged("audit_places: a strange key"))?;
        let link = load_indexed::<AuditV2>(source, Kept::Audit, &link_key(sequence))?.into_entry(sequence)?;
        let is_actors = |actor| link.actor == Some(actor);
        let fits = link.at == time && !matches!(common, Common::Actor(actor) if !is_actors(actor));
        if !fits {
            return Err(damaged("an index leads to the wrong link of the audit"));
        }
        if filter.actor.is_none_or(is_actors) {
            links.push(link);
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(links)
}

pub fn append_audit(writer: &Writer, entry: &AuditEntry, payload: &AuditPayload) -> Result<()> {
    append(writer, entry, Some(payload))
}

pub fn append_bare_audit(writer: &Writer, entry: &AuditEntry) -> Result<()> {
    append(writer, entry, None)
}

fn append(writer: &Writer, entry: &AuditEntry, payload: Option<&AuditPayload>) -> Result<()> {
    let key = link_key(entry.sequence);
    if writer.get(Kept::Audit, &key)?.is_some() {
        return Err(StoreError::Corrupt(format!("the link {} of the audit is there already", entry.sequence)));
    }
    writer.store(Kept::Audit, &key, &AuditV2::from(entry))?;
    payload.map_or(Ok(()), |payload| writer.store(Kept::AuditPayloads, &key, &PayloadV1::from(payload)))?;
    index(writer, entry, payload)
}

fn index(writer: &Writer, entry: &AuditEntry, payload: Option<&AuditPayload>) -> Result<()> {
    commons(writer, entry, payload)?.iter().try_for_each(|common| writer.insert(Kept::AuditPlaces, &common.key(entry), &[]))
}

/// All that a link is found by.
pub fn commons(source: &dyn Source, entry: &AuditEntry, payload: Option<&AuditPayload>) -> Result<Vec<Common>> {
    let mut commons = vec![Common::All];
    commons.extend(entry.actor.map(Common::Actor));
    if let Some(payload) = payload {
        let numbers: BTreeSet<_> = payload.tickets().filter_map(TicketNumber::parse).collect();
        let mut seqs = Vec::with_capacity(numbers.len());
        for number in &numbers {
            seqs.extend(ticket_of_number(source, number)?);
        }
        // In the order of their keys, so that neighbours are written one after the other.
        seqs.sort_unstable();
        commons.extend(seqs.into_iter().map(Common::Ticket));
    }
    Ok(commons)
}

/// Notes where everything is found: a part of the step to schema 5.
pub fn index_all(writer: &Writer) -> Result<()> {
    let mut after = 0;
    loop {
        // Nothing is changed under a scan.
        let links = audit(writer, after, AT_ONCE)?;
        let Some((last, _)) = links.last() else { return Ok(()) };
        after = last.sequence;
        links.iter().try_for_each(|(entry, payload)| index(writer, entry, payload.as_ref()))?;
    }
}
