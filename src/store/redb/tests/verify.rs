//! What `verify` reads: a desk is looked through in a time that grows with it, and no faster.

use std::cell::Cell;

use super::*;
use crate::store::contract::samples::next_link_with;
use crate::store::redb::source::{Bounds, Direction, Source, Visit};
use crate::store::redb::tables::Kept;
use crate::store::redb::verify::{Findings, check_all};

/// Counts the bytes that are read of payloads, one at a time or in a scan.
struct Counting<'s> {
    source: &'s dyn Source,
    bytes: Cell<usize>,
}

impl Counting<'_> {
    fn count(&self, table: Kept, bytes: &[u8]) {
        if table == Kept::AuditPayloads {
            self.bytes.set(self.bytes.get() + bytes.len());
        }
    }
}

impl Source for Counting<'_> {
    fn get(&self, table: Kept, key: &[u8]) -> Result<Option<Vec<u8>>> {
        let found = self.source.get(table, key)?;
        found.iter().for_each(|bytes| self.count(table, bytes));
        Ok(found)
    }

    fn scan(&self, table: Kept, bounds: Bounds<'_>, direction: Direction, visit: Visit<'_>) -> Result<()> {
        self.source.scan(table, bounds, direction, &mut |key, bytes| {
            self.count(table, bytes);
            visit(key, bytes)
        })
    }

    fn rows(&self, table: Kept) -> Result<u64> {
        self.source.rows(table)
    }

    fn flush(&self) -> Result<()> {
        self.source.flush()
    }

    fn is_snapshot(&self) -> bool {
        self.source.is_snapshot()
    }
}

/// A command over many tickets is found from each of them, and has all of them in its payload.
#[test]
fn the_payload_of_a_command_is_read_as_often_however_many_tickets_it_touched() {
    let desk = Desk::new();
    let filled: Result<usize> = desk.store.write(&command(1), |tx| {
        (1..=60).try_for_each(|seq| tx.put_ticket(None, &ticket(seq)))?;
        let numbers = (1..=60).map(|seq| format!("{{\"ticket\":\"{}\"}}", ticket(seq).number));
        let body = format!("[{}]", numbers.collect::<Vec<_>>().join(","));
        // Two of them, so that they take turns where a ticket is looked at.
        for verb in ["assign", "close"] {
            let (link, payload) = next_link_with(tx.as_read(), Some(1), verb, &body)?;
            tx.append_audit(&link, &payload)?;
        }
        Ok(2 * body.len())
    });
    let written = filled.unwrap();
    assert_eq!(desk.store.verify().unwrap(), [""; 0]);
    let read = transaction::read(&desk.store.place, Deadline::after(LONG), true, |reader| {
        let source = Counting { source: reader, bytes: Cell::new(0) };
        let mut findings = Findings::default();
        check_all(&source, &mut findings);
        assert_eq!(findings.faults, [""; 0]);
        Ok::<_, StoreError>(source.bytes.get())
    });
    let read = read.unwrap();
    assert!(read >= written && read < 5 * written, "{read} bytes of {written}");
}
