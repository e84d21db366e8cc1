//! The engine that keeps the desk in one redb file.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Read, Result, Store, StoreError, Upkeep, Write};
use crate::domain::letter::CommandId;

/// A desk in a directory of its own: `desk.redb` behind `desk.lock`.
#[derive(Debug)]
pub struct RedbStore {
    directory: PathBuf,
}

impl RedbStore {
    /// Makes a new, empty desk; waits up to `wait` while another process makes one there.
    ///
    /// # Errors
    /// `Exists` when there is one, `Exposed`, `Busy`, `Unavailable`.
    pub fn create(directory: &Path, _wait: Duration) -> Result<Self> {
        Err(StoreError::Missing(directory.to_owned()))
    }

    /// Takes up a desk; the file itself is opened by each transaction and closed at its end.
    ///
    /// # Errors
    /// `Missing` when there is none, `Exposed`, `Unavailable`.
    pub fn open(directory: &Path, _wait: Duration) -> Result<Self> {
        Err(StoreError::Missing(directory.to_owned()))
    }
}

impl Store for RedbStore {
    fn read<T, E: From<StoreError>>(&self, _f: impl FnOnce(&dyn Read) -> Result<T, E>) -> Result<T, E> {
        Err(StoreError::Missing(self.directory.clone()).into())
    }

    fn write<T, E: From<StoreError>>(&self, _id: &CommandId, _f: impl FnMut(&mut dyn Write) -> Result<T, E>) -> Result<T, E> {
        Err(StoreError::Missing(self.directory.clone()).into())
    }
}

impl Upkeep for RedbStore {
    fn verify(&self) -> Result<Vec<String>> {
        Err(StoreError::Missing(self.directory.clone()))
    }
}
