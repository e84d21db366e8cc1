//! The index of texts made anew from the texts, a block at a time.
//!
//! A block is right by itself: whoever stops between two has a sound index.

use std::ops::{Bound, ControlFlow};

use super::bits::split;
use super::codec::unpack;
use super::desk::damaged;
use super::gathered::Places;
use super::postings::{self, Class};
use super::record::TicketV3;
use super::source::{Direction, Source, Visit, Writer, keys};
use super::tables::{Kept, Key, Parts};
use super::texts::{SUBJECT, entry_of};
use crate::domain::entry::EntryId;
use crate::domain::search::{Reader, Terms};
use crate::domain::ticket::TicketSeq;
use crate::store::Result;

/// Shows the rows of a table whose keys begin with a seq of a block.
pub fn each_of_block(source: &dyn Source, table: Kept, block: u32, visit: Visit) -> Result<()> {
    let seqs = postings::seqs(block);
    let (lower, upper) = (Key::new().number(*seqs.start()), Key::new().number(*seqs.end()).end());
    let upper = if upper.is_empty() { Bound::Unbounded } else { Bound::Excluded(&*upper) };
    source.scan(table, (Bound::Included(&lower), upper), Direction::Up, visit)
}

/// Shows what each text of a block is found by: subjects first, then entries.
pub fn each_text(
    source: &dyn Source,
    block: u32,
    reader: &mut Reader,
    visit: &mut dyn FnMut(TicketSeq, EntryId, Class, Terms),
) -> Result<()> {
    each_of_block(source, Kept::Tickets, block, &mut |key, bytes| {
        let seq = TicketSeq(Parts(key).number().ok_or_else(|| damaged("tickets: a strange key"))?);
        let ticket = unpack::<TicketV3>(key, bytes)?.into_ticket(seq)?;
        visit(seq, SUBJECT, Class::Public, reader.terms(&ticket.subject));
        Ok(ControlFlow::Continue(()))
    })?;
    each_of_block(source, Kept::Entries, block, &mut |key, bytes| {
        let (seq, entry) = entry_of(key, bytes)?;
        if let Some(text) = entry.content.text() {
            visit(seq, entry.id, Class::of(entry.content.is_public()), reader.terms(text));
        }
        Ok(ControlFlow::Continue(()))
    })
}

/// The block after the last in which anything is, whichever table knows of it.
pub fn blocks(source: &dyn Source) -> Result<u32> {
    let mut count = 0;
    for table in [Kept::Tickets, Kept::Entries, Kept::SearchPending, Kept::SearchPostings] {
        source.scan(table, (Bound::Unbounded, Bound::Unbounded), Direction::Down, &mut |key, _| {
            let number = Parts(key).number().ok_or_else(|| damaged("texts: a strange key"))?;
            let block = if table == Kept::SearchPostings { number } else { split(number).0 };
            count = count.max(block.saturating_add(1));
            Ok(ControlFlow::Break(()))
        })?;
    }
    Ok(count)
}

/// Makes a block anew; what waited is in it then.
pub fn rebuild(writer: &Writer, block: u32, reader: &mut Reader) -> Result<()> {
    let mut expected = Places::default();
    each_text(writer, block, reader, &mut |seq, _, class, terms| expected.add(seq, class, &terms))?;
    // The keys alone: what they lead to may be damaged.
    for key in keys(writer, Kept::SearchPostings, &postings::block_key(block), usize::MAX)? {
        if !expected.has(&key) {
            writer.remove(Kept::SearchPostings, &key)?;
        }
    }
    for (key, bits) in expected.into_sorted() {
        postings::store(writer, &key, bits)?;
    }
    let mut waiting = Vec::new();
    each_of_block(writer, Kept::SearchPending, block, &mut |key, _| {
        waiting.push(key.to_vec());
        Ok(ControlFlow::Continue(()))
    })?;
    waiting.iter().try_for_each(|key| writer.remove(Kept::SearchPending, key))
}

/// Makes every block anew in one transaction.
pub fn rebuild_all(writer: &Writer) -> Result<()> {
    let mut reader = Reader::default();
    (0..blocks(writer)?).try_for_each(|block| rebuild(writer, block, &mut reader))
}
