//! What texts give to the index: they wait in the ticket's own transaction, and are merged in batches.
//!
//! A text has sixty words or so, each in another place of the index: written one text at a time they would cost more than the ticket
//! itself. What waits is searched as well. What a question or a change means is said at the seam.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::bits::split;
use super::codec::unpack;
use super::desk::damaged;
use super::postings::{self, Class};
use super::record::{EntryV1, WaitingV1};
use super::source::{Source, Writer, scan_prefix};
use super::tables::{Kept, Key, Parts};
use crate::domain::entry::{Entry, EntryId};
use crate::domain::search::Terms;
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::store::Result;

/// The place of the subject among the texts of a ticket; entries are counted from 1.
pub const SUBJECT: EntryId = EntryId(0);

/// A text that waits.
pub struct Waiting {
    /// Whose it is.
    pub seq: TicketSeq,
    /// Which of its texts.
    pub id: EntryId,
    /// Who may find by it.
    pub class: Class,
    /// What it is found by.
    pub terms: Terms,
}

fn waiting_key(seq: TicketSeq, id: EntryId) -> Key {
    Key::new().number(seq.0).number(id.0)
}

/// Lets a text wait, or takes it in at once where many come; what waited in its place is gone.
fn wait(writer: &Writer, seq: TicketSeq, id: EntryId, class: Class, text: &str) -> Result<()> {
    let key = waiting_key(seq, id);
    let is_taken_in = writer.held().gather(writer, |gathering| gathering.add(seq, class, text))?;
    let terms = if is_taken_in { Terms::default() } else { Terms::of(text) };
    if terms.is_empty() {
        return if writer.get(Kept::SearchPending, &key)?.is_some() { writer.remove(Kept::SearchPending, &key) } else { Ok(()) };
    }
    writer.store(Kept::SearchPending, &key, &WaitingV1::new(class == Class::Public, &terms))
}

/// Takes in what a new entry says.
pub fn add_entry(writer: &Writer, seq: TicketSeq, entry: &Entry) -> Result<()> {
    let class = Class::of(entry.content.is_public());
    entry.content.text().map_or(Ok(()), |text| wait(writer, seq, entry.id, class, text))
}

/// Takes in the subject of a ticket; words of the one before that are nowhere else in it are not found any more.
pub fn change_subject(writer: &Writer, before: Option<&Ticket>, ticket: &Ticket) -> Result<()> {
    if before.is_some_and(|before| before.subject == ticket.subject) {
        return Ok(());
    }
    if let Some(before) = before {
        let mut gone = Terms::of(&before.subject).without(&Terms::of(&ticket.subject));
        scan_prefix(writer, Kept::Entries, &Key::new().number(ticket.seq.0), None, &mut |key, bytes| {
            let entry = entry_of(key, bytes)?.1;
            if let Some(text) = entry.content.text().filter(|_| entry.content.is_public()) {
                gone = gone.without(&Terms::of(text));
            }
            Ok(if gone.is_empty() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        })?;
        writer.flush()?;
        postings::remove(writer, ticket.seq, &gone, Class::Public)?;
    }
    wait(writer, ticket.seq, SUBJECT, Class::Public, &ticket.subject)
}

/// The ticket of an entry's key, and the entry.
pub fn entry_of(key: &[u8], bytes: &[u8]) -> Result<(TicketSeq, Entry)> {
    let (seq, id) = place_of(key)?;
    Ok((seq, unpack::<EntryV1>(key, bytes)?.into_entry(id)?))
}

/// The ticket and the text of a key.
pub fn place_of(key: &[u8]) -> Result<(TicketSeq, EntryId)> {
    let mut parts = Parts(key);
    let place = parts.number().zip(parts.number()).filter(|_| parts.0.is_empty());
    place.map(|(seq, id)| (TicketSeq(seq), EntryId(id))).ok_or_else(|| damaged("texts: a strange key"))
}

/// The text that waits in a row.
pub fn waiting_of(key: &[u8], bytes: &[u8]) -> Result<Waiting> {
    let (seq, id) = place_of(key)?;
    let (is_public, terms) = unpack::<WaitingV1>(key, bytes)?.into_parts();
    Ok(Waiting { seq, id, class: Class::of(is_public), terms })
}

pub fn search_waiting(source: &dyn Source) -> Result<u64> {
    source.rows(Kept::SearchPending)
}

pub fn merge_search(writer: &Writer, most: usize) -> Result<()> {
    let mut places: BTreeMap<Key, Vec<u32>> = BTreeMap::new();
    let mut merged = Vec::new();
    scan_prefix(writer, Kept::SearchPending, &[], None, &mut |key, bytes| {
        // What one text gives is not parted: the first is taken in, however long it is.
        if !merged.is_empty() && (places.len() >= most || merged.len() >= most) {
            return Ok(ControlFlow::Break(()));
        }
        let Waiting { seq, class, terms, .. } = waiting_of(key, bytes)?;
        let (block, place) = split(seq.0);
        for key in postings::keys_of(&terms, block, class) {
            places.entry(key).or_default().push(place);
        }
        merged.push(key.to_vec());
        Ok(ControlFlow::Continue(()))
    })?;
    for (key, places) in places {
        let mut bits = postings::load(writer, &key)?;
        bits.extend(places);
        postings::store(writer, &key, bits)?;
    }
    merged.iter().try_for_each(|key| writer.remove(Kept::SearchPending, key))
}
