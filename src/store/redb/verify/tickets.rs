//! What follows from tickets, their threads and their attachments.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::rows::check_place;
use super::{Findings, Part, each};
use crate::domain::entry::{BlobHash, EntryId, Outline};
use crate::domain::ticket::{Ticket, TicketNumber, TicketSeq};
use crate::store::redb::bits;
use crate::store::redb::clocks;
use crate::store::redb::codec::{unpack, unseal};
use crate::store::redb::desk::{Counter, RAW, damaged};
use crate::store::redb::facets::{self, Facet};
use crate::store::redb::record::{BlobV1, ClassV2, EntryV1, NumberV1, PlaceV1, TicketV3};
use crate::store::redb::sequence;
use crate::store::redb::source::{Source, load, scan_prefix};
use crate::store::redb::tables::{Kept, Key, Parts};
use crate::store::redb::threads;
use crate::store::redb::tickets::{number_of_entry, numbers_taken, places, ticket};
use crate::store::{Blob, Result, StoreError};

/// What is looked at here.
pub const PARTS: &[Part] = &[
    ("tickets", tickets),
    ("numbers", numbers),
    ("facets", bits),
    ("sequence", sequence),
    ("entries", entries),
    ("attachments", attachments),
];

fn strange() -> StoreError {
    damaged("a strange key")
}

fn tickets(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    each(source, Kept::Tickets, |key, bytes| {
        let seq = TicketSeq(Parts(key).number().ok_or_else(strange)?);
        let ticket = unpack::<TicketV3>(key, bytes)?.into_ticket(seq)?;
        check_place(source, Counter::Tickets, seq.0.into())?;
        check_ticket(source, &ticket, findings)
    })
}

fn check_ticket(source: &dyn Source, ticket: &Ticket, findings: &mut Findings) -> Result<()> {
    for key in places(ticket) {
        if let Some(value) = findings.expect(source, Kept::Orders, &key)?
            && number_of_entry(&key, &value)? != ticket.number.as_str()
        {
            findings.add(format!("orders: a place of {} has another number", ticket.number));
        }
    }
    clocks::key(ticket).map_or(Ok(()), |key| findings.expect(source, Kept::Clocks, &key).map(drop))?;
    let ledger = load::<NumberV1>(source, Kept::Numbers, ticket.number.as_str().as_bytes())?;
    if ledger.is_none_or(|entry| entry.seq != ticket.seq.0 || entry.is_purged) {
        findings.add(format!("numbers: {} does not lead to its ticket", ticket.number));
    }
    if let Some(id) = &ticket.external_id
        && let Some(bytes) = findings.expect(source, Kept::ExternalIds, id.as_bytes())?
        && unpack::<PlaceV1>(id.as_bytes(), &bytes)?.place != u64::from(ticket.seq.0)
    {
        findings.add(format!("external_ids: the id of {} leads to another ticket", ticket.number));
    }
    let (block, place) = bits::split(ticket.seq.0);
    for facet in facets::of_ticket(ticket) {
        if !facets::load_block(source, facet, block)?.contains(place) {
            findings.add(format!("facets: a bit of {} is missing", ticket.number));
        }
    }
    Ok(())
}

/// The ledger against the tickets, and the counts against the ledger.
fn numbers(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    let mut widths: BTreeMap<u32, u64> = BTreeMap::new();
    each(source, Kept::Numbers, |key, bytes| {
        let entry = unpack::<NumberV1>(key, bytes)?;
        let number = std::str::from_utf8(key).ok().and_then(TicketNumber::parse).ok_or_else(strange)?;
        if let Some(width) = number.own_width() {
            *widths.entry(width).or_default() += 1;
        }
        let leads_there = ticket(source, TicketSeq(entry.seq))?.is_some_and(|ticket| ticket.number == number);
        if leads_there == entry.is_purged {
            findings.add(format!("numbers: {number} leads to no ticket of that number"));
        }
        check_place(source, Counter::Tickets, entry.seq.into())
    })?;
    for (width, count) in widths {
        if numbers_taken(source, width)? != count {
            findings.add(format!("widths: the numbers of {width} digits are counted wrongly"));
        }
    }
    Ok(())
}

/// Every bit against its ticket.
fn bits(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    each(source, Kept::Facets, |key, bytes| {
        let (facet, block) = Facet::of_key(key).ok_or_else(strange)?;
        for place in bits::unseal_block(key, bytes)? {
            let seq = TicketSeq(bits::join(block, place));
            let is_right = match facet {
                Facet::Seen(reader) => {
                    let mark = threads::read_mark(source, reader, seq)?;
                    threads::last_text_of_others(source, reader, seq)?.is_none_or(|text| text <= mark)
                }
                // Whether it has to be is told by those that are not.
                Facet::Displaced => ticket(source, seq)?.is_some(),
                facet => ticket(source, seq)?.is_some_and(|ticket| facets::of_ticket(&ticket).contains(&facet)),
            };
            if !is_right {
                findings.add(format!("facets: a bit of ticket {} is wrong", seq.0));
            }
        }
        Ok(())
    })
}

/// What is not displaced must have been opened in the order of its seqs.
fn sequence(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    let mut last = None;
    let mut displaced = (0, facets::load_block(source, Facet::Displaced, 0)?);
    sequence::each_opening(source, &mut |seq, at| {
        let (block, place) = bits::split(seq);
        if displaced.0 != block {
            displaced = (block, facets::load_block(source, Facet::Displaced, block)?);
        }
        if !displaced.1.contains(place) {
            if last > Some(at) {
                findings.add(format!("facets: ticket {seq} was opened before an earlier one"));
            }
            last = Some(at);
        }
        Ok(())
    })
}

fn entries(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    each(source, Kept::Entries, |key, bytes| {
        let mut parts = Parts(key);
        let (seq, id) = (parts.number().ok_or_else(strange)?, parts.number().ok_or_else(strange)?);
        let entry = unpack::<EntryV1>(key, bytes)?.into_entry(EntryId(id))?;
        if let Some(bytes) = findings.expect(source, Kept::Classes, key)?
            && unpack::<ClassV2>(key, &bytes)? != ClassV2::from(&Outline::from(&entry))
        {
            findings.add(format!("classes: entry {id} of ticket {seq} is of another"));
        }
        let mut hashes: Vec<_> = entry.attachments.iter().map(|attachment| attachment.hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        for hash in hashes {
            findings.expect(source, Kept::BlobRefs, &Key::new().bytes(&hash.0).number(seq).number(id))?;
        }
        Ok(())
    })
}

fn attachments(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    each(source, Kept::Blobs, |key, bytes| {
        let hash = BlobHash(key.try_into().map_err(|_| strange())?);
        let blob = Blob::from(unpack::<BlobV1>(key, bytes)?);
        if !threads::is_taken_up(source, &hash)? {
            findings.expect(source, Kept::Orphans, &threads::orphan_key(&hash, &blob))?;
        }
        let mut size = 0;
        scan_prefix(source, Kept::Chunks, key, None, &mut |key, bytes| {
            size += unseal(RAW, key, bytes)?.len() as u64;
            Ok(ControlFlow::Continue(()))
        })?;
        if size != blob.size {
            findings.add(format!("chunks: an attachment has {size} bytes of {}", blob.size));
        }
        Ok(())
    })
}
