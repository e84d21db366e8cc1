//! The outbox: letters by when they are due, by who has them, by what they carry; and what was printed under keys.
//!
//! What a question or a change means is said at the seam, under the same name.

use std::collections::BTreeSet;
use std::ops::{Bound, ControlFlow};

use super::codec::unpack;
use super::desk::{damaged, ended, put_raw, raw};
use super::record::{KeyV2, LetterV2};
use super::source::{Direction, Source, Writer, keys, load, load_indexed, scan_prefix};
use super::tables::{Kept, Key, Parts};
use crate::domain::account::AccountId;
use crate::domain::entry::EntryId;
use crate::domain::letter::{CommandId, Letter, LetterId, LetterState, Matter};
use crate::domain::ticket::TicketSeq;
use crate::domain::time::Timestamp;
use crate::store::{KeyRecord, Result};

pub fn letter(source: &dyn Source, id: &LetterId) -> Result<Option<Letter>> {
    load::<LetterV2>(source, Kept::Letters, &id.0)?.map(|stored| stored.into_letter(*id)).transpose()
}

/// The index entries of a letter, each once.
pub fn letter_entries(letter: &Letter) -> Vec<(Kept, Key)> {
    let mut entries = state_entries(letter);
    entries.extend(carried_entries(letter).into_iter().map(|key| (Kept::LetterEntries, key)));
    entries.extend(reader_entry(letter).map(|key| (Kept::LetterReaders, key)));
    entries
}

/// That by which a letter about somebody's account, and no ticket, is found.
fn reader_entry(letter: &Letter) -> Option<Key> {
    let reader = letter.recipient.filter(|_| letter.tickets().is_empty())?;
    Some(Key::new().number(reader.0).bytes(&letter.id.0))
}

/// Those that follow from where it stands.
fn state_entries(letter: &Letter) -> Vec<(Kept, Key)> {
    let id = &letter.id.0;
    let mut entries = Vec::new();
    if letter.state.is_waiting() || letter.state == LetterState::Dead {
        entries.push((Kept::LettersUnsent, Key::new().time(letter.not_before).bytes(id)));
    }
    match &letter.state {
        LetterState::Pending | LetterState::Retry => {
            entries.push((Kept::LettersDue, Key::new().time(letter.not_before).bytes(id)));
        }
        LetterState::Leased { by, until } => {
            entries.push((Kept::LettersDue, Key::new().time(*until).bytes(id)));
            entries.push((Kept::LetterLeases, Key::new().bytes(&by.0).time(letter.not_before).bytes(id)));
        }
        LetterState::Sent | LetterState::Dead | LetterState::Dropped | LetterState::Cancelled => {}
    }
    entries
}

/// Those that follow from what it tells: the entries that it carries and, where it carries none of a ticket by itself, that it tells of
/// that at all, under the entry 0, which no thread has.
fn carried_entries(letter: &Letter) -> BTreeSet<Key> {
    let key = |seq: TicketSeq, entry: EntryId| carried_key(seq, entry).bytes(&letter.id.0);
    match &letter.matter {
        Matter::Ticket { ticket, entries, .. } if !entries.is_empty() => {
            entries.iter().map(|entry| key(*ticket, *entry)).collect()
        }
        _ => letter.tickets().into_iter().map(|ticket| key(ticket, EntryId(0))).collect(),
    }
}

fn carried_key(seq: TicketSeq, entry: EntryId) -> Key {
    Key::new().number(seq.0).number(entry.0)
}

/// Notes of each letter of which tickets it tells, or whom where it tells of none: a part of the step to schema 6.
pub fn index_all(writer: &Writer) -> Result<()> {
    scan_prefix(writer, Kept::Letters, &[], None, &mut |key, bytes| {
        let id = key.try_into().map(LetterId).map_err(|_| damaged("letters: a strange key"))?;
        let letter = unpack::<LetterV2>(key, bytes)?.into_letter(id)?;
        for entry in carried_entries(&letter) {
            writer.insert(Kept::LetterEntries, &entry, &[])?;
        }
        writer.reindex(Kept::LetterReaders, None, reader_entry(&letter).as_deref())?;
        Ok(ControlFlow::Continue(()))
    })
}

pub fn put_letter(writer: &Writer, letter: &Letter) -> Result<()> {
    let kept = self::letter(writer, &letter.id)?;
    let (old, new) = (kept.as_ref().map(state_entries).unwrap_or_default(), state_entries(letter));
    for (table, key) in old.iter().filter(|entry| !new.contains(entry)) {
        writer.remove(*table, key)?;
    }
    for (table, key) in new.iter().filter(|entry| !old.contains(entry)) {
        writer.insert(*table, key, &[])?;
    }
    // What a letter tells seldom changes, and may be very many tickets.
    if kept.as_ref().is_none_or(|kept| kept.matter != letter.matter) {
        let (old, new) = (kept.as_ref().map(carried_entries).unwrap_or_default(), carried_entries(letter));
        old.difference(&new).try_for_each(|key| writer.remove(Kept::LetterEntries, key))?;
        new.difference(&old).try_for_each(|key| writer.insert(Kept::LetterEntries, key, &[]))?;
    }
    let before = kept.as_ref().and_then(reader_entry);
    writer.reindex(Kept::LetterReaders, before.as_deref(), reader_entry(letter).as_deref())?;
    writer.store(Kept::Letters, &letter.id.0, &LetterV2::from(letter))
}

/// Takes a letter away, as it is kept.
pub fn remove_letter(writer: &Writer, letter: &Letter) -> Result<()> {
    for (table, key) in letter_entries(letter) {
        writer.remove(table, &key)?;
    }
    writer.remove(Kept::Letters, &letter.id.0)
}

/// The letters of an index, each of which must have that entry; until `goes_on` says no.
fn letters(
    source: &dyn Source,
    table: Kept,
    prefix: &[u8],
    limit: usize,
    goes_on: impl Fn(&[u8]) -> Result<bool>,
) -> Result<Vec<Letter>> {
    letters_after(source, table, prefix, None, limit, goes_on)
}

/// The same, those after a key.
fn letters_after(
    source: &dyn Source,
    table: Kept,
    prefix: &[u8],
    after: Option<&[u8]>,
    limit: usize,
    goes_on: impl Fn(&[u8]) -> Result<bool>,
) -> Result<Vec<Letter>> {
    let mut found = Vec::new();
    scan_prefix(source, table, prefix, after, &mut |key, _| {
        if found.len() >= limit || !goes_on(key)? {
            return Ok(ControlFlow::Break(()));
        }
        let id = key.last_chunk().map(|id| LetterId(*id)).ok_or_else(|| damaged("letters: a strange key"))?;
        let letter = load_indexed::<LetterV2>(source, Kept::Letters, &id.0)?.into_letter(id)?;
        let is_right = match table {
            Kept::LetterEntries => carried_entries(&letter).contains(key),
            Kept::LetterReaders => reader_entry(&letter).as_deref() == Some(key),
            _ => state_entries(&letter).iter().any(|(of, entry)| *of == table && **entry == *key),
        };
        if !is_right {
            return Err(damaged("an index leads to the wrong letter"));
        }
        found.push(letter);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(found)
}

pub fn letters_from(source: &dyn Source, first: &LetterId, limit: usize) -> Result<Vec<Letter>> {
    let mut found = Vec::new();
    source.scan(Kept::Letters, (Bound::Included(&first.0), Bound::Unbounded), Direction::Up, &mut |key, bytes| {
        if found.len() >= limit {
            return Ok(ControlFlow::Break(()));
        }
        let id = key.try_into().map(LetterId).map_err(|_| damaged("letters: a strange key"))?;
        found.push(unpack::<LetterV2>(key, bytes)?.into_letter(id)?);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(found)
}

pub fn letters_of_entry(source: &dyn Source, seq: TicketSeq, id: EntryId) -> Result<Vec<Letter>> {
    letters(source, Kept::LetterEntries, &carried_key(seq, id), usize::MAX, |_| Ok(true))
}

pub fn letters_of_ticket(source: &dyn Source, seq: TicketSeq) -> Result<Vec<LetterId>> {
    let mut found = BTreeSet::new();
    for key in keys(source, Kept::LetterEntries, &Key::new().number(seq.0), usize::MAX)? {
        found.insert(LetterId(*key.last_chunk().ok_or_else(|| damaged("letter_entries: a strange key"))?));
    }
    Ok(found.into_iter().collect())
}

pub fn unsent_letters(source: &dyn Source, limit: usize) -> Result<Vec<Letter>> {
    letters(source, Kept::LettersUnsent, &[], limit, |_| Ok(true))
}

pub fn due_letters(source: &dyn Source, now: Timestamp, limit: usize) -> Result<Vec<Letter>> {
    letters(source, Kept::LettersDue, &[], limit, |key| {
        Ok(Parts(key).time().ok_or_else(|| damaged("letters_due: a strange key"))? <= now)
    })
}

/// The letters to somebody that tell of no ticket.
pub fn letters_to(source: &dyn Source, reader: AccountId) -> Result<Vec<Letter>> {
    letters(source, Kept::LetterReaders, &Key::new().number(reader.0), usize::MAX, |_| Ok(true))
}

pub fn letters_ahead(source: &dyn Source, after: Timestamp, limit: usize) -> Result<Vec<Letter>> {
    letters_after(source, Kept::LettersDue, &[], Some(&Key::new().time(after).end()), limit, |_| Ok(true))
}

pub fn leased_letters(source: &dyn Source, by: &CommandId, limit: usize) -> Result<Vec<Letter>> {
    letters(source, Kept::LetterLeases, &by.0, limit, |_| Ok(true))
}

pub fn frozen(source: &dyn Source, id: &LetterId) -> Result<Option<Vec<u8>>> {
    raw(source, Kept::Frozen, &id.0)
}

pub fn put_frozen(writer: &Writer, id: &LetterId, bytes: Option<&[u8]>) -> Result<()> {
    match bytes {
        Some(bytes) => put_raw(writer, Kept::Frozen, &id.0, bytes),
        None => writer.remove(Kept::Frozen, &id.0),
    }
}

fn key_key(account: AccountId, key: &str) -> Key {
    Key::new().number(account.0).bytes(key.as_bytes())
}

/// The index entry of a key: by its end.
pub fn key_end(kept: &[u8], record: &KeyRecord) -> Key {
    Key::new().time(record.expires_at).bytes(kept)
}

pub fn key(source: &dyn Source, account: AccountId, key: &str) -> Result<Option<KeyRecord>> {
    Ok(load::<KeyV2>(source, Kept::Keys, &key_key(account, key))?.map(KeyRecord::from))
}

pub fn key_after(source: &dyn Source, after: Option<(AccountId, &str)>) -> Result<Option<(AccountId, String, KeyRecord)>> {
    let mut found = None;
    let after = after.map(|(account, key)| key_key(account, key));
    scan_prefix(source, Kept::Keys, &[], after.as_deref(), &mut |key, bytes| {
        let mut parts = Parts(key);
        let account = parts.number().map(AccountId).ok_or_else(|| damaged("keys: a strange key"))?;
        let name = std::str::from_utf8(parts.rest()).map_err(|_| damaged("keys: a key is no text"))?;
        found = Some((account, name.to_owned(), KeyRecord::from(unpack::<KeyV2>(key, bytes)?)));
        Ok(ControlFlow::Break(()))
    })?;
    Ok(found)
}

pub fn put_key(writer: &Writer, account: AccountId, key: &str, record: &KeyRecord) -> Result<()> {
    let kept = key_key(account, key);
    let before = self::key(writer, account, key)?.map(|before| key_end(&kept, &before));
    writer.reindex(Kept::KeyEnds, before.as_deref(), Some(&key_end(&kept, record)))?;
    writer.store(Kept::Keys, &kept, &KeyV2::from(record))
}

/// Forgets all that was printed to somebody under keys.
pub fn remove_keys(writer: &Writer, account: AccountId) -> Result<()> {
    for kept in keys(writer, Kept::Keys, &Key::new().number(account.0), usize::MAX)? {
        if let Some(record) = load::<KeyV2>(writer, Kept::Keys, &kept)? {
            writer.remove(Kept::KeyEnds, &key_end(&kept, &record.into()))?;
        }
        writer.remove(Kept::Keys, &kept)?;
    }
    Ok(())
}

pub fn forget_keys(writer: &Writer, before: Timestamp, limit: usize) -> Result<usize> {
    let ended = ended(writer, Kept::KeyEnds, before, limit)?;
    for key in &ended {
        writer.remove(Kept::Keys, key.get(8..).unwrap_or_default())?;
        writer.remove(Kept::KeyEnds, key)?;
    }
    Ok(ended.len())
}
