//! When the texts that wait are taken into the index: a little by changing commands, most of it by the relay.
//!
//! The engine knows how; a text that waits is found all the same.

use super::{App, Error};
use crate::domain::letter::CommandId;
use crate::domain::time::Timestamp;
use crate::store::{Store, StoreError, Write};

/// So many may wait before a changing command takes some in: a relay comes by nearly always, and more of them at once cost less.
const MOST_WAITING: u64 = 512;
/// How many places of the index a command changes in passing.
const IN_PASSING: usize = 1_024;
/// Fewer are not worth a transaction of their own.
pub const WORTH_MERGING: u64 = 64;
/// How many places of the index are changed in one transaction while others wait for it.
pub const AT_ONCE: usize = 8_192;

/// Takes a few texts in, where many wait.
pub fn merge_in_passing(tx: &mut dyn Write) -> Result<(), StoreError> {
    if tx.search_waiting()? > MOST_WAITING { tx.merge_search(IN_PASSING) } else { Ok(()) }
}

impl<S: Store> App<'_, S> {
    /// Takes texts in until few wait or, where `all` is asked, none. `next` gives each transaction its command.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) fn merge_texts(&self, all: bool, now: Timestamp, mut next: impl FnMut() -> CommandId) -> Result<(), Error> {
        let enough = if all { 0 } else { WORTH_MERGING };
        while self.store.read(|read| read.search_waiting())? > enough {
            let id = next();
            self.store.write(&id, |tx| {
                tx.remember_command(&id, now)?;
                tx.merge_search(AT_ONCE)
            })?;
        }
        Ok(())
    }
}
