//! The engine that keeps the desk in one redb file.
//!
//! From the file up: `backend` (locks that end), `open` (permissions, writers' lock, repair), `guard` and `fault` (panics and errors),
//! `transaction` (commit and doubt), `source` (rows of bytes), `tables`, `codec` and `record` (what the bytes are), then `bits`, `facets`,
//! `postings`, `gathered`, `held` and `texts` (what lists and searches go by), a room for each part of the desk (`desk`, `people`, `tokens`, `tickets`,
//! `threads`, `outbox`, `audit`, `unconfirmed`), `finder`, `matcher` and `list`, and `read`, `write` and `whole`, which are the
//! seam. `founding`, `rebuild`, `migrate` and `verify` stand beside. Each knows those before it.

mod answers;
mod audit;
mod backend;
mod bits;
mod clocks;
mod closed;
mod codec;
mod desk;
mod facets;
mod fault;
mod finder;
mod founding;
mod gathered;
mod guard;
mod held;
mod list;
mod matcher;
mod migrate;
mod open;
mod outbox;
mod people;
mod postings;
mod purge;
mod read;
mod rebuild;
mod record;
mod sequence;
mod source;
mod tables;
mod tasks;
#[cfg(test)]
mod tests;
mod texts;
mod threads;
mod tickets;
mod tokens;
mod transaction;
mod unconfirmed;
mod verify;
mod whole;
mod write;

use std::path::{Path, PathBuf};
use std::time::Duration;

use self::open::{Deadline, Place};
use super::{Read, Result, Store, StoreError, Upkeep, Write};
use crate::domain::letter::CommandId;
use crate::domain::search::Reader;

/// A desk in a directory of its own: `desk.redb` behind `desk.lock`.
///
/// The file is opened by each transaction and closed at its end.
#[derive(Debug)]
pub struct RedbStore {
    place: Place,
    wait: Duration,
    /// Whether a transaction that reads may mend the file or bring it up to date.
    may_mend: bool,
}

impl RedbStore {
    /// Makes a new, empty desk; waits up to `wait` while another process makes one there.
    ///
    /// # Errors
    /// `Exists` when there is one, `Exposed` when its directory is there already and others may enter it, `Busy`, `Unavailable`.
    pub fn create(directory: &Path, wait: Duration) -> Result<Self> {
        Self::create_with(directory, wait, &CommandId([0; 16]), |_| Ok(())).map(|(store, ())| store)
    }

    /// Makes a new desk with its first transaction in it: both are there, or neither.
    ///
    /// # Errors
    /// Those of [`Self::create`] and of `f`.
    pub fn create_with<T, E: From<StoreError>>(
        directory: &Path,
        wait: Duration,
        id: &CommandId,
        mut f: impl FnMut(&mut dyn Write) -> Result<T, E>,
    ) -> Result<(Self, T), E> {
        Self::create_at(Place::of(directory), wait, id, &mut f)
    }

    fn create_at<T, E: From<StoreError>>(
        place: Place,
        wait: Duration,
        id: &CommandId,
        f: &mut dyn FnMut(&mut dyn Write) -> Result<T, E>,
    ) -> Result<(Self, T), E> {
        let answer = founding::found(&place, Deadline::after(wait), id, &mut |writer| f(writer))?;
        Ok((Self { place, wait, may_mend: true }, answer))
    }

    /// What a making of a desk left behind that was broken off, if nobody is at it now; it is no desk.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn unfinished(directory: &Path) -> Result<Option<PathBuf>> {
        founding::unfinished(&Place::of(directory))
    }

    /// Takes up a desk; waits up to `wait` in each transaction while others hold it.
    ///
    /// # Errors
    /// `Missing` when there is none, `Exposed` when others may read or write it, `Unavailable`.
    pub fn open(directory: &Path, wait: Duration) -> Result<Self> {
        let place = Place::of(directory);
        place.check()?;
        Ok(Self { place, wait, may_mend: true })
    }

    /// Takes up a desk only to look at it: where a writer died over it, or another version made it, reading is refused with `Busy`
    /// until somebody else has mended that.
    ///
    /// # Errors
    /// Those of [`Self::open`].
    pub fn look_at(directory: &Path, wait: Duration) -> Result<Self> {
        Ok(Self { may_mend: false, ..Self::open(directory, wait)? })
    }
}

impl Store for RedbStore {
    fn read<T, E: From<StoreError>>(&self, f: impl FnOnce(&dyn Read) -> Result<T, E>) -> Result<T, E> {
        transaction::read(&self.place, Deadline::after(self.wait), self.may_mend, |reader| f(reader))
    }

    fn write<T, E: From<StoreError>>(&self, id: &CommandId, mut f: impl FnMut(&mut dyn Write) -> Result<T, E>) -> Result<T, E> {
        let deadline = Deadline::after(self.wait);
        let _lock = self.place.lock(deadline)?;
        transaction::write(&self.place, deadline, id, migrate::upgrade, &mut |writer| f(writer))
    }
}

impl Upkeep for RedbStore {
    fn verify(&self) -> Result<Vec<String>> {
        verify::verify(&self.place, Deadline::after(self.wait))
    }

    fn reindex(&self) -> Result<()> {
        let blocks = transaction::read(&self.place, Deadline::after(self.wait), true, |reader| rebuild::blocks(reader))?;
        let mut reader = Reader::default();
        (0..blocks).try_for_each(|block| {
            let deadline = Deadline::after(self.wait);
            let _lock = self.place.lock(deadline)?;
            // A commit in doubt is looked for under this.
            let id = CommandId((u128::from_be_bytes(*b"reindex-block-00") + u128::from(block)).to_be_bytes());
            let mut make = |writer: &mut source::Writer| rebuild::rebuild(writer, block, &mut reader);
            transaction::write(&self.place, deadline, &id, migrate::upgrade, &mut make)
        })?;
        let deadline = Deadline::after(self.wait);
        let _lock = self.place.lock(deadline)?;
        let id = CommandId(*b"reindex-sequence");
        transaction::write(&self.place, deadline, &id, migrate::upgrade, &mut |writer| sequence::rebuild(writer))
    }
}
