//! The engine that desks are kept in: redb, one file, many readers beside one writer.
//!
//! The file is open only for the length of a transaction. Writers queue at `desk.lock`; readers never wait for them. Every call
//! into redb is guarded against its panics, every record carries a checksum, and an index entry is believed only if its record
//! agrees. This room knows the domain's values and nothing of verbs, letters or words.

mod backend;
mod codec;
mod index;
mod keys;
mod list;
mod open;
mod read;
mod record;
mod tables;
#[cfg(test)]
mod tests;
mod verify;
mod write;

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::domain::letter::CommandId;
use crate::store::{Read, Result, Store, StoreError, Upkeep, Write};

/// A desk's store in a directory.
#[derive(Debug)]
pub struct RedbStore {
    directory: PathBuf,
    wait: Duration,
}

impl RedbStore {
    /// Makes the store of a new desk in `directory`, which is made if it is not there.
    ///
    /// # Errors
    /// `Exists` where there is a store; `Exposed` for a directory that others can use; `Busy`, `Unavailable`.
    pub fn create(directory: &Path, wait: Duration) -> Result<Self> {
        open::create(directory, wait)?;
        Ok(Self { directory: directory.to_owned(), wait })
    }

    /// Finds the store of a desk. Nothing of it is read yet. `wait` bounds how long a transaction waits for others.
    ///
    /// # Errors
    /// `Missing`, `Exposed`, `Unavailable`.
    pub fn open(directory: &Path, wait: Duration) -> Result<Self> {
        open::check(directory)?;
        Ok(Self { directory: directory.to_owned(), wait })
    }
}

impl Store for RedbStore {
    fn read<T, E: From<StoreError>>(&self, f: impl FnOnce(&dyn Read) -> std::result::Result<T, E>) -> std::result::Result<T, E> {
        open::read(&self.directory, self.wait, |transaction| f(transaction))
    }

    fn write<T, E: From<StoreError>>(
        &self,
        id: &CommandId,
        f: impl FnMut(&mut dyn Write) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        open::write(&self.directory, self.wait, id, f)
    }
}

impl Upkeep for RedbStore {
    fn verify(&self) -> Result<Vec<String>> {
        open::read(&self.directory, self.wait, verify::verify)
    }
}
