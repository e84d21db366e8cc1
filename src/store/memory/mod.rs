//! The reference engine, for tests: the whole desk as one value in memory.
//!
//! Written to be obviously right, not fast: a transaction is a copy of everything, a list is a look at every ticket. It says what
//! the other engines must do; `contract.rs` holds all of them to it. It knows nothing of files, clocks or words.

mod look;
mod purge;
mod read;
mod tasks;
mod whole;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Blob, Draft, KeyRecord, Places, Read, Result, Store, StoreError, Upkeep, Write};
use crate::domain::account::{Account, AccountId};
use crate::domain::audit::{AuditEntry, AuditPayload};
use crate::domain::code::{Code, CodeId};
use crate::domain::entry::{BlobHash, Entry, EntryId};
use crate::domain::letter::{CommandId, Letter, LetterId, LetterState};
use crate::domain::session::{Session, SessionHash, Throttle};
use crate::domain::task::{Task, TaskId};
use crate::domain::ticket::{Ticket, TicketNumber, TicketSeq};
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenId};
use crate::domain::topic::{Topic, TopicId};

/// A store that lives as long as the value.
#[derive(Debug, Default)]
pub struct MemoryStore {
    state: Mutex<State>,
    runs_twice: bool,
}

impl MemoryStore {
    /// An empty desk.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty desk that runs each writing closure twice: once on a copy that is thrown away, once for good.
    ///
    /// Whoever keeps something from the first run shows it here, before an engine does that runs closures again.
    pub fn running_twice() -> Self {
        Self { runs_twice: true, ..Self::default() }
    }

    /// The desk. A closure that panicked worked on a copy, so what a poisoned lock guards is whole.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for MemoryStore {
    fn read<T, E: From<StoreError>>(&self, f: impl FnOnce(&dyn Read) -> Result<T, E>) -> Result<T, E> {
        let snapshot = self.state().clone();
        f(&snapshot)
    }

    fn write<T, E: From<StoreError>>(&self, _id: &CommandId, mut f: impl FnMut(&mut dyn Write) -> Result<T, E>) -> Result<T, E> {
        let mut state = self.state();
        if self.runs_twice {
            drop(f(&mut state.clone()));
        }
        let mut changed = state.clone();
        let answer = f(&mut changed)?;
        *state = changed;
        Ok(answer)
    }
}

impl Upkeep for MemoryStore {
    fn verify(&self) -> Result<Vec<String>> {
        let state = self.state();
        let mut faults = Vec::new();
        let (mut place, mut hash) = (0, [0; 32]);
        for (entry, payload) in state.audit.values() {
            if entry.sequence != place + 1 || entry.previous != hash {
                faults.push(format!("audit {}: does not follow the link before", entry.sequence));
            }
            if payload.as_ref().is_some_and(|payload| payload.hash() != entry.payload_hash) {
                faults.push(format!("audit {}: its payload was changed", entry.sequence));
            }
            (place, hash) = (entry.sequence, entry.hash());
        }
        Ok(faults)
    }

    fn reindex(&self) -> Result<()> {
        Ok(())
    }
}

/// Everything that is kept.
#[derive(Clone, Debug, Default)]
struct State {
    // --- the desk itself ---
    secret: Option<[u8; 32]>,
    settings: BTreeMap<String, String>,
    commands: BTreeMap<CommandId, Timestamp>,

    // --- people ---
    accounts: BTreeMap<AccountId, Account>,

    // --- who is logged in, codes, throttle ---
    sessions: BTreeMap<SessionHash, Session>,
    tokens: BTreeMap<TokenId, Token>,
    /// The last id that a token was given, so that none is given twice.
    last_token: u32,
    codes: BTreeMap<CodeId, Code>,
    /// The last place that a code was given, so that none is given twice.
    last_code: u64,
    throttles: BTreeMap<u32, Throttle>,

    /// Places that were given though nothing has them.
    passed: Places,

    // --- topics ---
    topics: BTreeMap<TopicId, Topic>,

    // --- tickets ---
    tickets: BTreeMap<TicketSeq, Ticket>,
    /// Every number that was ever given.
    numbers: BTreeMap<TicketNumber, TicketSeq>,
    entries: BTreeMap<(TicketSeq, EntryId), Entry>,
    read_marks: BTreeMap<(AccountId, TicketSeq), EntryId>,
    blobs: BTreeMap<BlobHash, Blob>,
    blob_chunks: BTreeMap<(BlobHash, u32), Vec<u8>>,
    drafts: BTreeMap<(AccountId, String), Draft>,
    tasks: BTreeMap<TaskId, Task>,
    /// The last id that a task was given, so that none is given twice.
    last_task: u32,

    // --- the outbox ---
    letters: BTreeMap<LetterId, Letter>,
    frozen: BTreeMap<LetterId, Vec<u8>>,
    mail_rests_until: Timestamp,

    // --- what was done ---
    audit: BTreeMap<u64, (AuditEntry, Option<AuditPayload>)>,
    /// The tickets that links touched, which is known when what they tell is erased too.
    touched: BTreeSet<(TicketSeq, u64)>,
    keys: BTreeMap<(AccountId, String), KeyRecord>,
}

/// Something that a caller must not ask of a store, such as a second ticket with the same number.
fn refused(why: impl Into<String>) -> StoreError {
    StoreError::Corrupt(why.into())
}

/// Since when a relay may take a letter: the end of a lease, or the time before which it is not tried.
fn due_since(letter: &Letter) -> Timestamp {
    match letter.state {
        LetterState::Leased { until, .. } => until,
        _ => letter.not_before,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::contract;

    #[test]
    fn keeps_the_promise() {
        contract::all(&MemoryStore::new);
    }

    #[test]
    fn keeps_the_promise_when_closures_run_twice() {
        contract::all(&MemoryStore::running_twice);
    }

    #[test]
    fn a_closure_that_keeps_something_from_its_first_run_shows() {
        let store = MemoryStore::running_twice();
        let mut runs = 0;
        let answer: Result<u32> = store.write(&CommandId([1; 16]), |_| {
            runs += 1;
            Ok(runs)
        });
        assert_eq!(answer.unwrap(), 2);
    }

    #[test]
    fn a_broken_chain_is_found() {
        let store = MemoryStore::new();
        let payload = AuditPayload { salt: [1; 16], body: "{}".into() };
        let link = |sequence: u64| AuditEntry {
            sequence,
            at: Timestamp::default(),
            actor: None,
            via: crate::domain::audit::Via::Guest,
            token: None,
            verb: "status".into(),
            payload_hash: [0; 32],
            previous: [0; 32],
        };
        let answer: Result<()> = store.write(&CommandId([1; 16]), |tx| {
            tx.append_audit(&link(1), &payload)?;
            tx.append_audit(&link(2), &payload)
        });
        answer.unwrap();
        let faults = store.verify().unwrap();
        assert_eq!(faults.len(), 3, "{faults:?}");
    }
}
