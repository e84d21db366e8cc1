//! A transaction as rows of bytes, for reading and for writing, with redb's panics caught.
//!
//! It knows the tables, but neither what is in them nor how the file was opened.

use std::cell::{Cell, OnceCell, RefCell};
use std::ops::{Bound, ControlFlow};

use redb::{ReadOnlyTable, ReadTransaction, ReadableTable, ReadableTableMetadata, Table, WriteTransaction};

use super::codec::{Stored, pack, unpack};
use super::facets::Facet;
use super::fault::failed;
use super::guard::Guard;
use super::held::Held;
use super::tables::{Kept, Key};
use crate::store::{Result, StoreError};

/// Bytes to bytes, as all tables are.
type Bytes = &'static [u8];
/// The bounds of a scan.
pub type Bounds<'a> = (Bound<&'a [u8]>, Bound<&'a [u8]>);
/// What is shown each row of a scan, and says whether to go on.
pub type Visit<'a> = &'a mut dyn FnMut(&[u8], &[u8]) -> Result<ControlFlow<()>>;

/// Which end a scan begins at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Smallest key first.
    Up,
    /// Largest key first.
    Down,
}

/// The rows of a transaction.
pub trait Source {
    /// The value of a key.
    ///
    /// # Errors
    /// Those of [`StoreError`].
    fn get(&self, table: Kept, key: &[u8]) -> Result<Option<Vec<u8>>>;
    /// Shows rows in order.
    ///
    /// # Errors
    /// Those of [`StoreError`] and of `visit`.
    fn scan(&self, table: Kept, bounds: Bounds, direction: Direction, visit: Visit) -> Result<()>;
    /// How many rows redb says there are.
    ///
    /// # Errors
    /// Those of [`StoreError`].
    fn rows(&self, table: Kept) -> Result<u64>;
    /// Writes what is held back into its tables, so that a scan finds it.
    ///
    /// # Errors
    /// Those of [`StoreError`].
    fn flush(&self) -> Result<()>;
    /// Whether nothing is being changed: then what is missing is missing, not yet to come.
    fn is_snapshot(&self) -> bool;
}

/// The record of a key.
///
/// # Errors
/// Those of [`StoreError`].
pub fn load<S: Stored>(source: &dyn Source, table: Kept, key: &[u8]) -> Result<Option<S>> {
    source.get(table, key)?.map(|bytes| unpack(key, &bytes)).transpose()
}

/// The record that an index entry points to.
///
/// # Errors
/// Those of [`StoreError`], and `Corrupt` when there is none.
pub fn load_indexed<S: Stored>(source: &dyn Source, table: Kept, key: &[u8]) -> Result<S> {
    load(source, table, key)?.ok_or_else(|| StoreError::Corrupt(format!("{}: an index points to nothing", table.name())))
}

/// Shows the rows whose keys begin with `prefix`, smallest first, from the first that is greater than `after` if that is given.
///
/// # Errors
/// Those of [`StoreError`] and of `visit`.
pub fn scan_prefix(source: &dyn Source, table: Kept, prefix: &[u8], after: Option<&[u8]>, visit: Visit) -> Result<()> {
    let end = Key(prefix.to_vec()).end();
    let upper = if end.is_empty() { Bound::Unbounded } else { Bound::Excluded(&*end) };
    let lower = after.map_or(Bound::Included(prefix), Bound::Excluded);
    source.scan(table, (lower, upper), Direction::Up, visit)
}

/// The keys that begin with `prefix`, at most `limit` of them.
///
/// # Errors
/// Those of [`StoreError`].
pub fn keys(source: &dyn Source, table: Kept, prefix: &[u8], limit: usize) -> Result<Vec<Vec<u8>>> {
    let mut keys = Vec::new();
    scan_prefix(source, table, prefix, None, &mut |key, _| {
        if keys.len() >= limit {
            return Ok(ControlFlow::Break(()));
        }
        keys.push(key.to_vec());
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(keys)
}

/// A snapshot.
pub struct Reader<'txn> {
    transaction: &'txn ReadTransaction,
    guard: &'txn Guard,
    tables: [OnceCell<ReadOnlyTable<Bytes, Bytes>>; Kept::COUNT],
}

impl<'txn> Reader<'txn> {
    /// The rows of a snapshot; tables are opened when they are first asked.
    pub fn new(transaction: &'txn ReadTransaction, guard: &'txn Guard) -> Self {
        Self { transaction, guard, tables: std::array::from_fn(|_| OnceCell::new()) }
    }

    fn table(&self, table: Kept) -> Result<&ReadOnlyTable<Bytes, Bytes>> {
        let cell = &self.tables[table as usize];
        if let Some(opened) = cell.get() {
            return Ok(opened);
        }
        let opened = self.guard.run(|| self.transaction.open_table(table.definition()).map_err(failed))?;
        Ok(cell.get_or_init(|| opened))
    }
}

impl Source for Reader<'_> {
    fn get(&self, table: Kept, key: &[u8]) -> Result<Option<Vec<u8>>> {
        let table = self.table(table)?;
        self.guard.run(|| Ok(table.get(key).map_err(failed)?.map(|value| value.value().to_vec())))
    }

    fn scan(&self, table: Kept, bounds: Bounds, direction: Direction, visit: Visit) -> Result<()> {
        let table = self.table(table)?;
        if is_empty(bounds) {
            return Ok(());
        }
        self.guard.run(|| walk(table.range::<&[u8]>(bounds).map_err(failed)?, direction, visit))
    }

    fn rows(&self, table: Kept) -> Result<u64> {
        let table = self.table(table)?;
        self.guard.run(|| table.len().map_err(failed))
    }

    fn flush(&self) -> Result<()> {
        Ok(())
    }

    fn is_snapshot(&self) -> bool {
        true
    }
}

/// A transaction that changes rows.
///
/// Bits of the facets are held back until [`Source::flush`].
pub struct Writer<'txn> {
    transaction: &'txn WriteTransaction,
    guard: &'txn Guard,
    tables: [OnceCell<RefCell<Table<'txn, Bytes, Bytes>>>; Kept::COUNT],
    held: Held,
    has_changed: Cell<bool>,
}

impl<'txn> Writer<'txn> {
    /// The rows of a transaction; tables are opened when they are first asked.
    pub fn new(transaction: &'txn WriteTransaction, guard: &'txn Guard) -> Self {
        Self {
            transaction,
            guard,
            tables: std::array::from_fn(|_| OnceCell::new()),
            held: Held::default(),
            has_changed: Cell::new(false),
        }
    }

    /// Whether any row was changed.
    pub fn has_changed(&self) -> bool {
        self.has_changed.get()
    }

    /// Opens, and so makes, every table.
    ///
    /// # Errors
    /// Those of [`StoreError`].
    pub fn make_tables(&self) -> Result<()> {
        Kept::ALL.iter().try_for_each(|&table| self.table(table).map(drop))
    }

    fn table(&self, table: Kept) -> Result<&RefCell<Table<'txn, Bytes, Bytes>>> {
        let cell = &self.tables[table as usize];
        if let Some(opened) = cell.get() {
            return Ok(opened);
        }
        let opened = self.guard.run(|| self.transaction.open_table(table.definition()).map_err(failed))?;
        Ok(cell.get_or_init(|| RefCell::new(opened)))
    }

    /// Keeps a row.
    ///
    /// # Errors
    /// Those of [`StoreError`].
    pub fn insert(&self, table: Kept, key: &[u8], value: &[u8]) -> Result<()> {
        let table = self.table(table)?;
        self.has_changed.set(true);
        self.guard.run(|| table.borrow_mut().insert(key, value).map(drop).map_err(failed))
    }

    /// Keeps a record.
    ///
    /// # Errors
    /// Those of [`StoreError`].
    pub fn store<S: Stored>(&self, table: Kept, key: &[u8], record: &S) -> Result<()> {
        self.insert(table, key, &pack(key, record)?)
    }

    /// Removes a row, if it is there.
    ///
    /// # Errors
    /// Those of [`StoreError`].
    pub fn remove(&self, table: Kept, key: &[u8]) -> Result<()> {
        let table = self.table(table)?;
        self.has_changed.set(true);
        self.guard.run(|| table.borrow_mut().remove(key).map(drop).map_err(failed))
    }

    /// Moves an index entry, where it is not the same.
    ///
    /// # Errors
    /// Those of [`StoreError`].
    pub fn reindex(&self, table: Kept, before: Option<&[u8]>, after: Option<&[u8]>) -> Result<()> {
        if before == after {
            return Ok(());
        }
        before.map_or(Ok(()), |key| self.remove(table, key))?;
        after.map_or(Ok(()), |key| self.insert(table, key, &[]))
    }

    /// Says whether a ticket is of a facet.
    ///
    /// # Errors
    /// Those of [`StoreError`].
    pub fn set_bit(&self, facet: Facet, seq: u32, is_set: bool) -> Result<()> {
        self.held.set_bit(self, facet, seq, is_set)
    }

    /// What is held back until [`Source::flush`].
    pub fn held(&self) -> &Held {
        &self.held
    }
}

impl Source for Writer<'_> {
    fn get(&self, table: Kept, key: &[u8]) -> Result<Option<Vec<u8>>> {
        let table = self.table(table)?;
        self.guard.run(|| Ok(table.borrow().get(key).map_err(failed)?.map(|value| value.value().to_vec())))
    }

    fn scan(&self, table: Kept, bounds: Bounds, direction: Direction, visit: Visit) -> Result<()> {
        let table = self.table(table)?;
        if is_empty(bounds) {
            return Ok(());
        }
        self.guard.run(|| walk(table.borrow().range::<&[u8]>(bounds).map_err(failed)?, direction, visit))
    }

    fn rows(&self, table: Kept) -> Result<u64> {
        let table = self.table(table)?;
        self.guard.run(|| table.borrow().len().map_err(failed))
    }

    fn flush(&self) -> Result<()> {
        self.held.write(self)
    }

    fn is_snapshot(&self) -> bool {
        false
    }
}

/// Whether bounds hold no key at all, which redb answers with a panic.
fn is_empty((lower, upper): Bounds) -> bool {
    match (lower, upper) {
        (Bound::Included(lower), Bound::Included(upper)) => lower > upper,
        (Bound::Included(lower) | Bound::Excluded(lower), Bound::Included(upper) | Bound::Excluded(upper)) => lower >= upper,
        _ => false,
    }
}

fn walk(mut range: redb::Range<'_, Bytes, Bytes>, direction: Direction, visit: Visit) -> Result<()> {
    loop {
        let row = match direction {
            Direction::Up => range.next(),
            Direction::Down => range.next_back(),
        };
        let Some(row) = row else { return Ok(()) };
        let (key, value) = row.map_err(failed)?;
        if visit(key.value(), value.value())?.is_break() {
            return Ok(());
        }
    }
}
