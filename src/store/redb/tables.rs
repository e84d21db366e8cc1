//! The tables, and reading and changing them as ordered bytes.
//!
//! All keys and values are bytes, whose types never change between releases of redb; keys are big-endian, so that their order is
//! the order of what they stand for. Only this file and `open.rs` call redb.

use std::ops::Bound;

use redb::{ReadTransaction, ReadableTable, TableDefinition, TableError, WriteTransaction};

use crate::store::{Result, StoreError};

/// One table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table(pub &'static str);

/// `schema` → version, `secret` → 32 bytes, counters.
pub const META: Table = Table("meta");
/// key → value
pub const SETTINGS: Table = Table("settings");
/// command → time
pub const COMMANDS: Table = Table("commands");
/// time, command →
pub const COMMAND_TIMES: Table = Table("command_times");
/// account → record
pub const ACCOUNTS: Table = Table("accounts");
/// handle → account
pub const HANDLES: Table = Table("handles");
/// address → account
pub const EMAILS: Table = Table("emails");
/// role, handle → account
pub const ROLES: Table = Table("roles");
/// hash → record
pub const SESSIONS: Table = Table("sessions");
/// account, hash →
pub const SESSIONS_OF: Table = Table("sessions_of");
/// code → record
pub const CODES: Table = Table("codes");
/// kind, address, code →
pub const CODES_OF: Table = Table("codes_of");
/// time, code →
pub const CODE_ENDS: Table = Table("code_ends");
/// bucket → record
pub const THROTTLES: Table = Table("throttles");
/// topic → record
pub const TOPICS: Table = Table("topics");
/// ticket → record
pub const TICKETS: Table = Table("tickets");
/// number → ticket; outlives the ticket
pub const NUMBERS: Table = Table("numbers");
/// width → count
pub const WIDTHS: Table = Table("widths");
/// external id → ticket
pub const EXTERNAL: Table = Table("external");
/// order, place → ticket
pub const ORDERS: Table = Table("orders");
/// facet, value, block → bitmap
pub const FACETS: Table = Table("facets");
/// ticket, entry → record
pub const ENTRIES: Table = Table("entries");
/// ticket, entry → class and author, of texts only
pub const TEXTS: Table = Table("texts");
/// account, ticket → entry
pub const READ_MARKS: Table = Table("read_marks");
/// hash → record
pub const BLOBS: Table = Table("blobs");
/// hash, index → bytes
pub const BLOB_CHUNKS: Table = Table("blob_chunks");
/// hash, ticket, entry →
pub const BLOB_REFS: Table = Table("blob_refs");
/// time, hash →
pub const BLOB_TIMES: Table = Table("blob_times");
/// account, slot → record
pub const DRAFTS: Table = Table("drafts");
/// letter → record
pub const LETTERS: Table = Table("letters");
/// time, letter → ; those that may be taken from then on
pub const LETTERS_DUE: Table = Table("letters_due");
/// time, letter → ; those that wait or were given up
pub const LETTERS_UNSENT: Table = Table("letters_unsent");
/// lease, time, letter →
pub const LETTERS_LEASED: Table = Table("letters_leased");
/// ticket, entry, letter →
pub const LETTERS_OF: Table = Table("letters_of");
/// letter → bytes
pub const FROZEN: Table = Table("frozen");
/// sequence → record
pub const AUDIT: Table = Table("audit");
/// sequence → record
pub const AUDIT_PAYLOADS: Table = Table("audit_payloads");
/// account, key → record
pub const KEYS: Table = Table("keys");
/// time, account, key →
pub const KEY_ENDS: Table = Table("key_ends");

/// Every table, for the verification.
pub const ALL: &[Table] = &[
    META,
    SETTINGS,
    COMMANDS,
    COMMAND_TIMES,
    ACCOUNTS,
    HANDLES,
    EMAILS,
    ROLES,
    SESSIONS,
    SESSIONS_OF,
    CODES,
    CODES_OF,
    CODE_ENDS,
    THROTTLES,
    TOPICS,
    TICKETS,
    NUMBERS,
    WIDTHS,
    EXTERNAL,
    ORDERS,
    FACETS,
    ENTRIES,
    TEXTS,
    READ_MARKS,
    BLOBS,
    BLOB_CHUNKS,
    BLOB_REFS,
    BLOB_TIMES,
    DRAFTS,
    LETTERS,
    LETTERS_DUE,
    LETTERS_UNSENT,
    LETTERS_LEASED,
    LETTERS_OF,
    FROZEN,
    AUDIT,
    AUDIT_PAYLOADS,
    KEYS,
    KEY_ENDS,
];

type Definition = TableDefinition<'static, &'static [u8], &'static [u8]>;

fn definition(table: Table) -> Definition {
    TableDefinition::new(table.0)
}

/// Which way a scan goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the smallest key.
    Up,
    /// From the largest key.
    Down,
}

/// Keys from one to another.
#[derive(Clone, Debug)]
pub struct Range {
    /// The first.
    pub from: Bound<Vec<u8>>,
    /// The last.
    pub to: Bound<Vec<u8>>,
}

impl Range {
    /// Every key.
    pub fn all() -> Self {
        Self { from: Bound::Unbounded, to: Bound::Unbounded }
    }

    /// Every key that begins so.
    pub fn prefix(prefix: &[u8]) -> Self {
        Self { from: Bound::Included(prefix.to_vec()), to: after_prefix(prefix) }
    }

    /// Every key that begins so, after this one.
    pub fn prefix_after(prefix: &[u8], after: &[u8]) -> Self {
        Self { from: Bound::Excluded(after.to_vec()), to: after_prefix(prefix) }
    }

    /// Every key that begins so, before this one.
    pub fn prefix_before(prefix: &[u8], before: &[u8]) -> Self {
        Self { from: Bound::Included(prefix.to_vec()), to: Bound::Excluded(before.to_vec()) }
    }

    /// Every key before this one.
    pub fn before(before: &[u8]) -> Self {
        Self { from: Bound::Unbounded, to: Bound::Excluded(before.to_vec()) }
    }
}

/// The bound after every key that begins so.
fn after_prefix(prefix: &[u8]) -> Bound<Vec<u8>> {
    let mut end = prefix.to_vec();
    while let Some(last) = end.pop() {
        if last < u8::MAX {
            end.push(last + 1);
            return Bound::Excluded(end);
        }
    }
    Bound::Unbounded
}

/// What is done with each row of a scan; `false` ends it.
pub type Visit<'v> = &'v mut dyn FnMut(&[u8], &[u8]) -> Result<bool>;

/// Tables as they are seen in one transaction.
pub trait Tables {
    /// The value under a key.
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>>;
    /// The rows of a range.
    fn scan(&self, table: Table, range: &Range, direction: Direction, visit: Visit<'_>) -> Result<()>;
}

/// Says what redb says in the store's words.
pub fn fault(error: impl Into<redb::Error>) -> StoreError {
    match error.into() {
        redb::Error::Io(error) if error.kind() == std::io::ErrorKind::WouldBlock => StoreError::Busy,
        redb::Error::Io(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => StoreError::Corrupt(error.to_string()),
        redb::Error::Io(error) if error.kind() == std::io::ErrorKind::InvalidData => StoreError::Corrupt(error.to_string()),
        redb::Error::Io(error) => StoreError::Unavailable(error),
        redb::Error::DatabaseAlreadyOpen => StoreError::Busy,
        redb::Error::PreviousIo => StoreError::Unavailable(std::io::Error::other("an earlier failure of the disk")),
        other => StoreError::Corrupt(other.to_string()),
    }
}

fn walk<'t>(
    rows: &'t impl ReadableTable<&'static [u8], &'static [u8]>,
    range: &Range,
    direction: Direction,
    visit: Visit<'_>,
) -> Result<()> {
    let borrowed = |bound: &'_ Bound<Vec<u8>>| match bound {
        Bound::Included(key) => Bound::Included(key.clone()),
        Bound::Excluded(key) => Bound::Excluded(key.clone()),
        Bound::Unbounded => Bound::Unbounded,
    };
    let (from, to) = (borrowed(&range.from), borrowed(&range.to));
    let bounds = (from.as_ref().map(Vec::as_slice), to.as_ref().map(Vec::as_slice));
    let mut found = rows.range::<&[u8]>(bounds).map_err(fault)?;
    loop {
        let row = match direction {
            Direction::Up => found.next(),
            Direction::Down => found.next_back(),
        };
        let Some(row) = row else { return Ok(()) };
        let (key, value) = row.map_err(fault)?;
        if !visit(key.value(), value.value())? {
            return Ok(());
        }
    }
}

/// Tables of a snapshot.
pub struct Snapshot(pub ReadTransaction);

impl Tables for Snapshot {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>> {
        match self.0.open_table(definition(table)) {
            Ok(rows) => Ok(rows.get(key).map_err(fault)?.map(|value| value.value().to_vec())),
            Err(TableError::TableDoesNotExist(_)) => Ok(None),
            Err(error) => Err(fault(error)),
        }
    }

    fn scan(&self, table: Table, range: &Range, direction: Direction, visit: Visit<'_>) -> Result<()> {
        match self.0.open_table(definition(table)) {
            Ok(rows) => walk(&rows, range, direction, visit),
            Err(TableError::TableDoesNotExist(_)) => Ok(()),
            Err(error) => Err(fault(error)),
        }
    }
}

/// Tables that are being changed.
pub struct Changing<'t>(pub &'t WriteTransaction);

impl Changing<'_> {
    /// Puts a value under a key.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn put(&self, table: Table, key: &[u8], value: &[u8]) -> Result<()> {
        let mut rows = self.0.open_table(definition(table)).map_err(fault)?;
        rows.insert(key, value).map_err(fault)?;
        Ok(())
    }

    /// Removes a key; one that is not there is already so.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn delete(&self, table: Table, key: &[u8]) -> Result<()> {
        let mut rows = self.0.open_table(definition(table)).map_err(fault)?;
        rows.remove(key).map_err(fault)?;
        Ok(())
    }
}

impl Tables for Changing<'_> {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>> {
        let rows = self.0.open_table(definition(table)).map_err(fault)?;
        let value = rows.get(key).map_err(fault)?.map(|value| value.value().to_vec());
        Ok(value)
    }

    fn scan(&self, table: Table, range: &Range, direction: Direction, visit: Visit<'_>) -> Result<()> {
        let rows = self.0.open_table(definition(table)).map_err(fault)?;
        walk(&rows, range, direction, visit)
    }
}
