//! The least that a program can do with such a store: open it and read as much, or commit as many bytes durably once.
//!
//! It is run as a process of its own by the bench, which it is a part of.

use std::path::Path;

use redb::{Builder, ConcurrencyMode, ReadableDatabase, ReadableTable, ReadableTableMetadata, TableDefinition};

use super::desk::{FIRST_CLIENT, OPEN_EVERY};

type Rows = TableDefinition<'static, &'static [u8], &'static [u8]>;

const TICKETS: Rows = TableDefinition::new("tickets");
const ORDERS: Rows = TableDefinition::new("orders");
const SESSIONS: Rows = TableDefinition::new("sessions");
const ACCOUNTS: Rows = TableDefinition::new("accounts");
const CLASSES: Rows = TableDefinition::new("classes");
const ROWS: Rows = TableDefinition::new("rows");

/// As many tickets as a list on a terminal shows.
const PAGE: usize = 25;
/// About as many bytes as opening a ticket writes: record, text, indexes, letters, audit.
const WRITTEN: usize = 4_096;

/// Does what the rest of the command line says.
pub fn run(arguments: &[String]) {
    match arguments {
        [deed, file] if deed == "read" => read(Path::new(file)),
        [deed, file] if deed == "write" => write(Path::new(file)),
        _ => panic!("minimal read|write FILE"),
    }
}

fn builder() -> Builder {
    let mut builder = Builder::new();
    builder.set_cache_size(16 << 20).set_concurrency_mode(ConcurrencyMode::SingleWriter);
    builder
}

/// One row each of who asks, and the rows of a page: their places in an order among those of closed tickets, each ticket, its client
/// and what its texts are.
fn read(file: &Path) {
    let database = builder().open_read_only(file).unwrap_or_else(|_| {
        // The program lets go of the file without closing it, and reads it so; redb by itself wants it closed once.
        drop(builder().create(file).unwrap());
        builder().open_read_only(file).unwrap()
    });
    let transaction = database.begin_read().unwrap();
    let mut bytes = 0;
    for table in [SESSIONS, ACCOUNTS] {
        let rows = transaction.open_table(table).unwrap();
        let first = rows.range::<&[u8]>(..).unwrap().next().map(|row| row.unwrap().1.value().len());
        bytes += first.unwrap_or_default();
    }
    let orders = transaction.open_table(ORDERS).unwrap();
    let tickets = transaction.open_table(TICKETS).unwrap();
    let accounts = transaction.open_table(ACCOUNTS).unwrap();
    let classes = transaction.open_table(CLASSES).unwrap();
    let people = u32::try_from(accounts.len().unwrap()).unwrap();
    // The first order is that of the last change; its keys end with the place of the ticket, turned round.
    for row in orders.range::<&[u8]>(..).unwrap().step_by(OPEN_EVERY as usize).take(PAGE) {
        let (key, _) = row.unwrap();
        let seq = !u32::from_be_bytes(*key.value().last_chunk().unwrap());
        bytes += tickets.get(&seq.to_be_bytes()[..]).unwrap().map_or(0, |row| row.value().len());
        // Whose it is stands in the ticket; the desk gives them out in turn.
        let client = FIRST_CLIENT + seq % (people - FIRST_CLIENT);
        bytes += accounts.get(&client.to_be_bytes()[..]).unwrap().map_or(0, |row| row.value().len());
        let texts = &seq.to_be_bytes()[..]..&(seq + 1).to_be_bytes()[..];
        bytes += classes.range(texts).unwrap().map(|row| row.unwrap().1.value().len()).sum::<usize>();
    }
    assert!(bytes > 0, "nothing was read");
}

fn write(file: &Path) {
    let database = builder().create(file).unwrap();
    let mut transaction = database.begin_write().unwrap();
    transaction.set_quick_repair(true);
    {
        let mut rows = transaction.open_table(ROWS).unwrap();
        let place = rows.last().unwrap().map_or(0, |(key, _)| u64::from_be_bytes(key.value().try_into().unwrap())) + 1;
        rows.insert(place.to_be_bytes().as_slice(), [7_u8; WRITTEN].as_slice()).unwrap();
    }
    transaction.commit().unwrap();
}
