//! Reading all that is kept, and saying what does not fit together.

use super::codec;
use super::index;
use super::keys::u32_at;
use super::read::Transaction;
use super::tables::*;
use crate::domain::entry::Entry;
use crate::domain::ticket::Ticket;
use crate::store::{Read, Result, StoreError};

/// The most faults that are told.
const MOST: usize = 100;
/// Tables whose values are marks without bytes.
const MARKS: &[Table] = &[
    COMMAND_TIMES,
    SESSIONS_OF,
    CODES_OF,
    CODE_ENDS,
    ORDERS,
    BLOB_REFS,
    BLOB_TIMES,
    LETTERS_DUE,
    LETTERS_UNSENT,
    LETTERS_LEASED,
    LETTERS_OF,
    KEY_ENDS,
];

/// What is wrong with a store; nothing for a sound one.
///
/// # Errors
/// When it cannot be read at all.
pub fn verify(transaction: &Transaction<Snapshot>) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for table in ALL {
        let result = transaction.tables.scan(*table, &Range::all(), Direction::Up, &mut |key, bytes| {
            if !MARKS.contains(table)
                && let Err(error) = codec::unseal(key, bytes)
            {
                faults.push(format!("{}: {error}", table.0));
            }
            Ok(faults.len() < MOST)
        });
        note(&mut faults, table.0, result);
    }
    let tickets = check_tickets(transaction, &mut faults);
    note(&mut faults, "tickets", tickets);
    let audit = check_audit(transaction, &mut faults);
    note(&mut faults, "audit", audit);
    Ok(faults)
}

fn note(faults: &mut Vec<String>, what: &str, result: Result<()>) {
    if let Err(error) = result {
        faults.push(format!("{what}: {error}"));
    }
}

/// Every ticket against its indexes and its thread, and the indexes against the number of tickets.
fn check_tickets(transaction: &Transaction<Snapshot>, faults: &mut Vec<String>) -> Result<()> {
    let mut after = None;
    let mut count: u64 = 0;
    loop {
        let range = after.as_ref().map_or_else(Range::all, |after: &Vec<u8>| Range::prefix_after(&[], after));
        let keys = transaction.keys(TICKETS, &range, 1_000)?;
        let Some(last) = keys.last().cloned() else { break };
        after = Some(last);
        for key in keys {
            count += 1;
            let ticket: Ticket = transaction.promised(TICKETS, &key)?;
            let number = &ticket.number;
            for place in index::places(&ticket) {
                if transaction.tables.get(ORDERS, &place)?.is_none() {
                    faults.push(format!("ticket {number} is missing in an order"));
                }
            }
            for facet in index::facets(&ticket) {
                let bitmap = index::bitmap(&transaction.tables, &index::facet_key(facet, ticket.seq.0 / index::BLOCK))?;
                if !bitmap.contains(ticket.seq.0 % index::BLOCK) {
                    faults.push(format!("ticket {number} is missing in a bitmap"));
                }
            }
            if transaction.ticket_of_number(number)? != Some(ticket.seq) {
                faults.push(format!("ticket {number} is missing in the ledger of numbers"));
            }
            let thread: Vec<Entry> = transaction.thread(ticket.seq)?;
            if thread.len() as u64 != u64::from(ticket.tally.last_entry) {
                faults.push(format!("ticket {number} has lost entries"));
            }
            for file in thread.iter().flat_map(|entry| &entry.attachments) {
                if transaction.blob(&file.hash)?.is_none() {
                    faults.push(format!("ticket {number} has lost an attachment"));
                }
            }
            if faults.len() >= MOST {
                return Ok(());
            }
        }
    }
    let mut places: u64 = 0;
    transaction.tables.scan(ORDERS, &Range::all(), Direction::Up, &mut |key, _| {
        u32_at(key, key.len().saturating_sub(4))?;
        places += 1;
        Ok(true)
    })?;
    if places != count * 7 {
        faults.push("the orders of tickets hold more or fewer than there are".to_owned());
    }
    Ok(())
}

fn check_audit(transaction: &Transaction<Snapshot>, faults: &mut Vec<String>) -> Result<()> {
    let (mut after, mut previous) = (0, None);
    loop {
        let links = transaction.audit(after, 1_000)?;
        let Some((last, _)) = links.last() else { return Ok(()) };
        after = last.sequence;
        for (link, payload) in links {
            let follows = previous.is_none_or(|(sequence, hash)| link.sequence == sequence + 1 && link.previous == hash);
            let agrees = payload.is_none_or(|payload| payload.hash() == link.payload_hash);
            if !follows || !agrees {
                faults.push(format!("audit entry {} does not follow from the one before", link.sequence));
            }
            previous = Some((link.sequence, link.hash()));
            if faults.len() >= MOST {
                return Err(StoreError::Corrupt("and more".to_owned()));
            }
        }
    }
}
