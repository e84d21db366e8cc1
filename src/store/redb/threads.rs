//! Threads, what has been read of them, what is attached to them, and drafts.
//!
//! What a question or a change means is said at the seam, under the same name.

use std::ops::{Bound, ControlFlow};

use super::codec::unpack;
use super::desk::{damaged, ended, put_raw, raw};
use super::facets::Facet;
use super::purge::draft_place;
use super::record::{BlobV1, ClassV2, DraftV1, EntryV1, PlaceV1};
use super::source::{Direction, Source, Writer, keys, load, scan_prefix};
use super::tables::{Kept, Key, Parts};
use super::texts;
use super::tickets::ticket;
use crate::domain::account::AccountId;
use crate::domain::entry::{BlobHash, Entry, EntryId, Outline};
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::domain::time::Timestamp;
use crate::store::{Blob, Draft, Result, StoreError};

fn thread_key(seq: TicketSeq) -> Key {
    Key::new().number(seq.0)
}

fn entry_key(seq: TicketSeq, id: EntryId) -> Key {
    thread_key(seq).number(id.0)
}

/// The entry at the end of a key.
fn entry_of(key: &[u8]) -> Result<EntryId> {
    let id = key.last_chunk::<4>().ok_or_else(|| damaged("entries: a strange key"))?;
    Ok(EntryId(u32::from_be_bytes(*id)))
}

pub fn thread(source: &dyn Source, seq: TicketSeq) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    scan_prefix(source, Kept::Entries, &thread_key(seq), None, &mut |key, bytes| {
        entries.push(unpack::<EntryV1>(key, bytes)?.into_entry(entry_of(key)?)?);
        Ok(ControlFlow::Continue(()))
    })?;
    check_end(source, seq, entries.last().map(|entry: &Entry| entry.id))?;
    Ok(entries)
}

/// Damage to an inner page hides rows; the header knows where the thread ends. A transaction may keep either first.
fn check_end(source: &dyn Source, seq: TicketSeq, last: Option<EntryId>) -> Result<()> {
    let last = last.map_or(0, |last| last.0);
    if source.is_snapshot() && ticket(source, seq)?.is_some_and(|ticket| ticket.tally.last_entry > last) {
        return Err(damaged("the end of a thread is missing"));
    }
    Ok(())
}

pub fn outline(source: &dyn Source, seq: TicketSeq) -> Result<Vec<Outline>> {
    let mut outlines = Vec::new();
    scan_prefix(source, Kept::Classes, &thread_key(seq), None, &mut |key, bytes| {
        outlines.push(outline_of(key, bytes)?);
        Ok(ControlFlow::Continue(()))
    })?;
    check_end(source, seq, outlines.last().map(|outline: &Outline| outline.id))?;
    Ok(outlines)
}

fn outline_of(key: &[u8], bytes: &[u8]) -> Result<Outline> {
    Ok(unpack::<ClassV2>(key, bytes)?.into_outline(entry_of(key)?))
}

/// Writes down anew what each entry is: a part of the step to schema 2.
pub fn outline_all(writer: &Writer) -> Result<()> {
    scan_prefix(writer, Kept::Entries, &[], None, &mut |key, bytes| {
        let entry = unpack::<EntryV1>(key, bytes)?.into_entry(entry_of(key)?)?;
        writer.store(Kept::Classes, key, &ClassV2::from(&Outline::from(&entry)))?;
        Ok(ControlFlow::Continue(()))
    })
}

pub fn entry(source: &dyn Source, seq: TicketSeq, id: EntryId) -> Result<Option<Entry>> {
    load::<EntryV1>(source, Kept::Entries, &entry_key(seq, id))?.map(|stored| stored.into_entry(id)).transpose()
}

pub fn append_entry(writer: &Writer, seq: TicketSeq, entry: &Entry) -> Result<()> {
    let key = entry_key(seq, entry.id);
    if writer.get(Kept::Classes, &key)?.is_some() {
        return Err(StoreError::Corrupt(format!("the entry {} is there already", entry.id.0)));
    }
    writer.store(Kept::Entries, &key, &EntryV1::from(entry))?;
    let outline = Outline::from(entry);
    writer.store(Kept::Classes, &key, &ClassV2::from(&outline))?;
    texts::add_entry(writer, seq, entry)?;
    for hash in entry.attachments.iter().map(|attachment| &attachment.hash) {
        if let Some(blob) = blob(writer, hash)? {
            writer.remove(Kept::Orphans, &orphan_key(hash, &blob))?;
        }
        writer.insert(Kept::BlobRefs, &Key::new().bytes(&hash.0).number(seq.0).number(entry.id.0), &[])?;
    }
    if !outline.is_text {
        return Ok(());
    }
    // Whoever had seen everything has something to see now.
    for key in keys(writer, Kept::Marks, &thread_key(seq), usize::MAX)? {
        let reader = AccountId(entry_of(&key)?.0);
        if entry.author != Some(reader) {
            writer.set_bit(Facet::Seen(reader), seq.0, false)?;
        }
    }
    Ok(())
}

fn mark_key(reader: AccountId, seq: TicketSeq) -> Key {
    thread_key(seq).number(reader.0)
}

pub fn read_mark(source: &dyn Source, reader: AccountId, seq: TicketSeq) -> Result<EntryId> {
    let Some(mark) = load::<PlaceV1>(source, Kept::Marks, &mark_key(reader, seq))? else { return Ok(EntryId(0)) };
    u32::try_from(mark.place).map(EntryId).map_err(|_| damaged("a read mark is beyond its end"))
}

pub fn put_read_mark(writer: &Writer, reader: AccountId, seq: TicketSeq, last: EntryId) -> Result<()> {
    if last <= read_mark(writer, reader, seq)? {
        return Ok(());
    }
    writer.store(Kept::Marks, &mark_key(reader, seq), &PlaceV1 { place: last.0.into() })?;
    // Asked of the thread, not of the header: the header may be kept before or after the entries it counts.
    let is_seen = last_text_of_others(writer, reader, seq)?.is_none_or(|text| text <= last);
    writer.set_bit(Facet::Seen(reader), seq.0, is_seen)
}

/// The last text that somebody else wrote in a thread.
pub fn last_text_of_others(source: &dyn Source, reader: AccountId, seq: TicketSeq) -> Result<Option<EntryId>> {
    let (lower, upper) = (thread_key(seq), thread_key(seq).end());
    let upper = if upper.is_empty() { Bound::Unbounded } else { Bound::Excluded(&*upper) };
    let mut found = None;
    source.scan(Kept::Classes, (Bound::Included(&lower), upper), Direction::Down, &mut |key, bytes| {
        let outline = outline_of(key, bytes)?;
        if !outline.is_text || outline.author == Some(reader) {
            return Ok(ControlFlow::Continue(()));
        }
        found = Some(outline.id);
        Ok(ControlFlow::Break(()))
    })?;
    Ok(found)
}

pub fn unread(source: &dyn Source, ticket: &Ticket, reader: AccountId, is_staff: bool) -> Result<u32> {
    let last = if is_staff { ticket.tally.last_text } else { ticket.tally.last_public_text };
    if last == 0 || ticket.merged_into.is_some() {
        return Ok(0);
    }
    let mark = read_mark(source, reader, ticket.seq)?;
    if last <= mark.0 {
        return Ok(0);
    }
    let mut count = 0;
    let after = entry_key(ticket.seq, mark);
    scan_prefix(source, Kept::Classes, &thread_key(ticket.seq), Some(&after), &mut |key, bytes| {
        let outline = outline_of(key, bytes)?;
        let is_for_reader = outline.is_text && (outline.is_public || is_staff);
        count += u32::from(is_for_reader && outline.author != Some(reader));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(count)
}

pub fn blob(source: &dyn Source, hash: &BlobHash) -> Result<Option<Blob>> {
    Ok(load::<BlobV1>(source, Kept::Blobs, &hash.0)?.map(Blob::from))
}

fn chunk_key(hash: &BlobHash, index: u32) -> Key {
    Key::new().bytes(&hash.0).number(index)
}

pub fn blob_chunk(source: &dyn Source, hash: &BlobHash, index: u32) -> Result<Option<Vec<u8>>> {
    raw(source, Kept::Chunks, &chunk_key(hash, index))
}

pub fn put_blob_chunk(writer: &Writer, hash: &BlobHash, index: u32, bytes: &[u8]) -> Result<()> {
    put_raw(writer, Kept::Chunks, &chunk_key(hash, index), bytes)
}

/// The index entry of an attachment that no entry took up.
pub fn orphan_key(hash: &BlobHash, blob: &Blob) -> Key {
    Key::new().time(blob.staged_at).bytes(&hash.0)
}

/// Whether an entry has taken an attachment up.
pub fn is_taken_up(source: &dyn Source, hash: &BlobHash) -> Result<bool> {
    Ok(!keys(source, Kept::BlobRefs, &hash.0, 1)?.is_empty())
}

pub fn put_blob(writer: &Writer, hash: &BlobHash, blob: Blob) -> Result<()> {
    let before = self::blob(writer, hash)?;
    if !is_taken_up(writer, hash)? {
        let before = before.map(|before| orphan_key(hash, &before));
        writer.reindex(Kept::Orphans, before.as_deref(), Some(&orphan_key(hash, &blob)))?;
    }
    writer.store(Kept::Blobs, &hash.0, &BlobV1::from(&blob))
}

pub fn remove_orphans(writer: &Writer, before: Timestamp, limit: usize) -> Result<usize> {
    let ended = ended(writer, Kept::Orphans, before, limit)?;
    for key in &ended {
        let mut parts = Parts(key);
        let hash = parts.time().and_then(|_| parts.array()).map(BlobHash).ok_or_else(|| damaged("orphans: a strange key"))?;
        if is_taken_up(writer, &hash)? {
            return Err(damaged("orphans: an attachment that was taken up"));
        }
        for chunk in keys(writer, Kept::Chunks, &hash.0, usize::MAX)? {
            writer.remove(Kept::Chunks, &chunk)?;
        }
        writer.remove(Kept::Blobs, &hash.0)?;
        writer.remove(Kept::Orphans, key)?;
    }
    Ok(ended.len())
}

fn draft_key(writer: AccountId, slot: &str) -> Key {
    Key::new().number(writer.0).bytes(slot.as_bytes())
}

pub fn draft(source: &dyn Source, writer: AccountId, slot: &str) -> Result<Option<Draft>> {
    Ok(load::<DraftV1>(source, Kept::Drafts, &draft_key(writer, slot))?.map(Draft::from))
}

pub fn put_draft(transaction: &Writer, writer: AccountId, slot: &str, draft: Option<&Draft>) -> Result<()> {
    let key = draft_key(writer, slot);
    let place = draft_place(slot, writer);
    match draft {
        Some(draft) => {
            transaction.insert(Kept::DraftPlaces, &place, &[])?;
            transaction.store(Kept::Drafts, &key, &DraftV1::from(draft))
        }
        None if transaction.get(Kept::Drafts, &key)?.is_none() => Ok(()),
        None => {
            transaction.remove(Kept::DraftPlaces, &place)?;
            transaction.remove(Kept::Drafts, &key)
        }
    }
}
