//! What goes for ever: a ticket with every row that tells of it, and what links of the audit tell.
//!
//! What a question or a change means is said at the seam, under the same name.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::desk::damaged;
use super::facets::{self, Facet};
use super::postings::{self, Class};
use super::record::{LetterV2, NumberV1};
use super::source::{Source, Writer, keys, load_indexed, scan_prefix};
use super::tables::{Kept, Key, Parts};
use super::texts::{entry_of, place_of};
use super::tickets::{places, ticket, ticket_key};
use super::{audit, clocks, closed, outbox, tasks, threads, unconfirmed};
use crate::domain::account::{Account, AccountId};
use crate::domain::entry::BlobHash;
use crate::domain::letter::{LetterId, Matter};
use crate::domain::search::Terms;
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::domain::time::Timestamp;
use crate::store::{ReadPurge, Result, WritePurge};

/// The index entry of a draft: by what it is for.
pub fn draft_place(slot: &str, writer: AccountId) -> Key {
    Key::new().text(slot).number(writer.0)
}

/// Writes down who has a draft for what: a part of the step to schema 6.
pub fn index_drafts(writer: &Writer) -> Result<()> {
    scan_prefix(writer, Kept::Drafts, &[], None, &mut |key, _| {
        let (of, slot) = draft_of(key)?;
        writer.insert(Kept::DraftPlaces, &draft_place(&slot, of), &[])?;
        Ok(ControlFlow::Continue(()))
    })
}

/// Whose draft a key is of, and for what.
pub fn draft_of(key: &[u8]) -> Result<(AccountId, String)> {
    let strange = || damaged("drafts: a strange key");
    let mut parts = Parts(key);
    let of = AccountId(parts.number().ok_or_else(strange)?);
    let slot = String::from_utf8(parts.rest().to_vec()).map_err(|_| strange())?;
    Ok((of, slot))
}

impl<S: Source> ReadPurge for S {
    fn closed_before(&self, before: Timestamp, after: Option<(Timestamp, TicketSeq)>, limit: usize) -> Result<Vec<Ticket>> {
        closed::closed_before(self, before, after, limit)
    }

    fn drafts_under(&self, slot: &str) -> Result<Vec<(AccountId, String)>> {
        let strange = || damaged("draft_places: a strange key");
        let mut found = Vec::new();
        // A slot ends with a zero or goes on with a space.
        for end in [0, b' '] {
            for key in keys(self, Kept::DraftPlaces, &Key::new().bytes(slot.as_bytes()).byte(end), usize::MAX)? {
                let (text, account) = key.split_last_chunk::<4>().ok_or_else(strange)?;
                let text = text.strip_suffix(&[0]).and_then(|text| std::str::from_utf8(text).ok()).ok_or_else(strange)?;
                found.push((AccountId(u32::from_be_bytes(*account)), text.to_owned()));
            }
        }
        Ok(found)
    }

    fn unconfirmed(&self, before: Timestamp, limit: usize) -> Result<Vec<Account>> {
        unconfirmed::unconfirmed(self, before, limit)
    }

    fn audit_told_before(&self, before: Timestamp, limit: usize) -> Result<Vec<u64>> {
        let mut found = Vec::new();
        for key in keys(self, Kept::AuditPayloads, &[], limit)? {
            let bytes = self.get(Kept::Audit, &key)?.ok_or_else(|| damaged("audit_payloads: an entry leads to nothing"))?;
            let link = audit::link_of(&key, &bytes)?;
            found.extend((link.at < before).then_some(link.sequence));
        }
        Ok(found)
    }
}

impl WritePurge for Writer<'_> {
    fn purge_ticket(&mut self, seq: TicketSeq) -> Result<()> {
        let Some(ticket) = ticket(self, seq)? else { return Ok(()) };
        remove_from_search(self, &ticket)?;
        remove_thread(self, seq)?;
        remove_letters(self, seq)?;
        tasks::remove_tasks(self, seq)?;
        remove_header(self, &ticket)
    }

    fn remove_account(&mut self, id: AccountId) -> Result<()> {
        unconfirmed::remove_account(self, id)
    }

    fn erase_audit_payload(&mut self, sequence: u64) -> Result<()> {
        self.remove(Kept::AuditPayloads, &Key::new().long(sequence))
    }
}

/// Takes the places of its texts out of the index, and what waits for it.
fn remove_from_search(writer: &Writer, ticket: &Ticket) -> Result<()> {
    let prefix = ticket_key(ticket.seq);
    let mut terms = [Terms::of(&ticket.subject), Terms::default()];
    scan_prefix(writer, Kept::Entries, &prefix, None, &mut |key, bytes| {
        let (_, entry) = entry_of(key, bytes)?;
        if let Some(text) = entry.content.text() {
            let found = Terms::of(text);
            let all = &mut terms[usize::from(!entry.content.is_public())];
            all.words.extend(found.words);
            all.stems.extend(found.stems);
        }
        Ok(ControlFlow::Continue(()))
    })?;
    // What was taken in within this transaction is written first, to be found there.
    writer.flush()?;
    let [public, staff] = terms;
    postings::remove(writer, ticket.seq, &public, Class::Public)?;
    postings::remove(writer, ticket.seq, &staff, Class::Staff)?;
    remove_all(writer, Kept::SearchPending, &prefix)
}

fn remove_all(writer: &Writer, table: Kept, prefix: &[u8]) -> Result<()> {
    keys(writer, table, prefix, usize::MAX)?.iter().try_for_each(|key| writer.remove(table, key))
}

fn remove_thread(writer: &Writer, seq: TicketSeq) -> Result<()> {
    let prefix = ticket_key(seq);
    let mut files: BTreeSet<(BlobHash, u32)> = BTreeSet::new();
    scan_prefix(writer, Kept::Entries, &prefix, None, &mut |key, bytes| {
        let (_, entry) = entry_of(key, bytes)?;
        files.extend(entry.attachments.iter().map(|file| (file.hash, entry.id.0)));
        Ok(ControlFlow::Continue(()))
    })?;
    for (hash, entry) in files {
        writer.remove(Kept::BlobRefs, &Key::new().bytes(&hash.0).number(seq.0).number(entry))?;
        if let Some(blob) = threads::blob(writer, &hash)?
            && !threads::is_taken_up(writer, &hash)?
        {
            writer.insert(Kept::Orphans, &threads::orphan_key(&hash, &blob), &[])?;
        }
    }
    for key in keys(writer, Kept::Marks, &prefix, usize::MAX)? {
        // The key of a mark ends as that of an entry does: with a number.
        let (_, reader) = place_of(&key)?;
        writer.set_bit(Facet::Seen(AccountId(reader.0)), seq.0, false)?;
        writer.remove(Kept::Marks, &key)?;
    }
    remove_all(writer, Kept::Entries, &prefix)?;
    remove_all(writer, Kept::Classes, &prefix)
}

fn remove_letters(writer: &Writer, seq: TicketSeq) -> Result<()> {
    let mut told = BTreeSet::new();
    for key in keys(writer, Kept::LetterEntries, &ticket_key(seq), usize::MAX)? {
        told.insert(key.last_chunk().map(|id| LetterId(*id)).ok_or_else(|| damaged("letters: a strange key"))?);
    }
    for id in told {
        let mut letter = load_indexed::<LetterV2>(writer, Kept::Letters, &id.0)?.into_letter(id)?;
        writer.remove(Kept::Frozen, &id.0)?;
        match &mut letter.matter {
            Matter::Summary { tickets } if tickets.iter().any(|(of, _)| *of != seq) => {
                tickets.retain(|(of, _)| *of != seq);
                outbox::put_letter(writer, &letter)?;
            }
            _ => outbox::remove_letter(writer, &letter)?,
        }
    }
    Ok(())
}

fn remove_header(writer: &Writer, ticket: &Ticket) -> Result<()> {
    for key in places(ticket) {
        writer.remove(Kept::Orders, &key)?;
    }
    if let Some(key) = clocks::key(ticket) {
        writer.remove(Kept::Clocks, &key)?;
    }
    for facet in facets::of_ticket(ticket).into_iter().chain([Facet::Displaced]) {
        writer.set_bit(facet, ticket.seq.0, false)?;
    }
    if let Some(id) = &ticket.external_id {
        writer.remove(Kept::ExternalIds, id.as_bytes())?;
    }
    let number = ticket.number.as_str().as_bytes();
    writer.store(Kept::Numbers, number, &NumberV1 { seq: ticket.seq.0, is_purged: true })?;
    writer.remove(Kept::Tickets, &ticket_key(ticket.seq))
}
