//! Looks at everything that is kept, and says what is wrong with it: pages, rows, indexes, the audit.
//!
//! It changes nothing: redb's own check repairs what it finds, so it is given a look at the file instead of the file.

mod rows;
mod search;
mod tickets;

use std::collections::BTreeMap;

use super::codec::check;
use super::fault::failed;
use super::guard::guarded;
use super::open::{Deadline, Place};
use super::source::{Source, scan_prefix};
use super::tables::Kept;
use super::transaction;
use crate::domain::time::Timestamp;
use crate::store::{Result, StoreError};

/// So many faults are told; who has more has lost the store anyway.
const MOST: usize = 100;

/// Says what is wrong with a store. Writers wait meanwhile.
///
/// # Errors
/// Those of [`StoreError`] that keep it from being read at all.
pub fn verify(place: &Place, deadline: Deadline) -> Result<Vec<String>> {
    let mut findings = Findings::default();
    match check_pages(place, deadline) {
        Ok(true) => {}
        Ok(false) => findings.add("pages are damaged".into()),
        Err(StoreError::Corrupt(why)) => findings.add(format!("pages are damaged: {why}")),
        Err(error) => return Err(error),
    }
    let read = transaction::read(place, deadline, true, |reader| {
        check_all(reader, &mut findings);
        Ok(())
    });
    match read {
        Err(StoreError::Corrupt(why)) if !findings.faults.is_empty() => findings.add(why),
        read => read?,
    }
    Ok(findings.faults)
}

/// redb's own check: the sum of every page, and which pages are in use.
fn check_pages(place: &Place, deadline: Deadline) -> Result<bool> {
    let _lock = match place.lock(deadline) {
        Ok(lock) => Some(lock),
        // What cannot be written at all needs no lock.
        Err(StoreError::Unavailable(_)) => None,
        Err(error) => return Err(error),
    };
    let mut opened = place.look(deadline)?;
    let checked = guarded(|| opened.database.check_integrity().map_err(failed));
    if checked.is_err() {
        opened.backend.sever();
    }
    drop(opened.close());
    checked
}

/// Looks at every row of a snapshot.
pub fn check_all(source: &dyn Source, findings: &mut Findings) {
    for &table in Kept::ALL {
        let checked = check_rows(source, table, findings);
        findings.note(table.name(), checked);
    }
    for (name, part) in rows::PARTS.iter().chain(tickets::PARTS).chain(search::PARTS) {
        let checked = part(source, findings);
        findings.note(name, checked);
    }
    findings.compare_counts();
}

/// A part of what is to be looked at.
type Part = (&'static str, fn(&dyn Source, &mut Findings) -> Result<()>);

/// Whether the rows of a table are all there, in order, and as they were written.
fn check_rows(source: &dyn Source, table: Kept, findings: &mut Findings) -> Result<()> {
    let mut count = 0;
    let mut last: Option<Vec<u8>> = None;
    each(source, table, |key, bytes| {
        count += 1;
        if last.as_deref().is_some_and(|last| last >= key) {
            findings.add(format!("{}: rows are out of order", table.name()));
        }
        last = Some(key.to_vec());
        if table.is_bare() {
            if !bytes.is_empty() {
                findings.add(format!("{}: a row has something behind it", table.name()));
            }
        } else if let Err(error) = check(key, bytes) {
            findings.add(format!("{}: {error}", table.name()));
        }
        Ok(())
    })?;
    let said = source.rows(table)?;
    if said != count {
        findings.add(format!("{}: {said} rows were written, {count} are found", table.name()));
    }
    findings.rows.insert(table.name(), count);
    Ok(())
}

/// Shows every row of a table.
fn each(source: &dyn Source, table: Kept, mut visit: impl FnMut(&[u8], &[u8]) -> Result<()>) -> Result<()> {
    scan_prefix(source, table, &[], None, &mut |key, bytes| {
        visit(key, bytes)?;
        Ok(std::ops::ControlFlow::Continue(()))
    })
}

/// What was found, and what indexes should hold.
#[derive(Debug, Default)]
pub struct Findings {
    /// What is wrong.
    pub faults: Vec<String>,
    rows: BTreeMap<&'static str, u64>,
    expected: BTreeMap<&'static str, u64>,
    /// The links whose payloads were erased, with their times, in order.
    erased: Vec<(u64, Timestamp)>,
}

impl Findings {
    fn add(&mut self, fault: String) {
        if self.faults.len() < MOST && !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    fn note(&mut self, what: &str, checked: Result<()>) {
        if let Err(error) = checked {
            self.add(format!("{what}: {error}"));
        }
    }

    /// An index must have this row. Rows that nothing expects show when they are counted.
    fn expect(&mut self, source: &dyn Source, table: Kept, key: &[u8]) -> Result<Option<Vec<u8>>> {
        *self.expected.entry(table.name()).or_default() += 1;
        let found = source.get(table, key)?;
        if found.is_none() {
            self.add(format!("{}: an entry is missing", table.name()));
        }
        Ok(found)
    }

    /// Nothing may be in an index but what is expected there.
    fn compare_counts(&mut self) {
        for table in INDEXES {
            let expected = self.expected.get(table.name()).copied().unwrap_or_default();
            let rows = self.rows.get(table.name()).copied();
            if rows.is_some_and(|rows| rows > expected) {
                self.add(format!("{}: an entry leads to nothing", table.name()));
            }
        }
    }
}

/// The tables whose rows all follow from others.
const INDEXES: &[Kept] = &[
    Kept::CommandTimes,
    Kept::Handles,
    Kept::Addresses,
    Kept::Roles,
    Kept::SessionOwners,
    Kept::SessionEnds,
    Kept::TokenHashes,
    Kept::TokenOwners,
    Kept::TokenEnds,
    Kept::CodeAddresses,
    Kept::CodeEnds,
    Kept::ExternalIds,
    Kept::Orders,
    Kept::Classes,
    Kept::BlobRefs,
    Kept::Orphans,
    Kept::LettersUnsent,
    Kept::LettersDue,
    Kept::LetterEntries,
    Kept::LetterLeases,
    Kept::AuditPayloads,
    Kept::AuditPlaces,
    Kept::KeyEnds,
    Kept::TaskPlaces,
    Kept::DraftPlaces,
    Kept::Clocks,
    Kept::Unconfirmed,
    Kept::LetterReaders,
];
