//! What is this engine's own: its file, its locks, its damage. The promise that all engines share is in `contract`.

mod damage;
mod disk;
mod files;
mod golden;
mod lists;
mod locks;
mod schema;
mod search;
mod verify;

use std::path::PathBuf;
use std::time::Duration;

use tempfile::TempDir;

use super::open::Deadline;
use super::source::Writer;
use super::{RedbStore, migrate, transaction};
use crate::domain::account::AccountId;
use crate::domain::filter::{Filter, Order, Page, Visibility};
use crate::domain::letter::CommandId;
use crate::domain::status::Priority;
use crate::domain::ticket::{NewTicket, Ticket, TicketNumber, TicketSeq};
use crate::domain::time::Timestamp;
use crate::domain::topic::TopicId;
use crate::store::{Result, Store, StoreError, Upkeep, contract};

/// Long enough for any machine, where nothing should wait.
const LONG: Duration = Duration::from_secs(30);

/// A directory that lives as long as the test: in memory where there is a place for that, for most of a transaction is waiting for
/// the disk, and no test cuts the power.
fn home() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// A desk that lives as long as the test.
struct Desk {
    store: RedbStore,
    home: TempDir,
}

impl Desk {
    fn new() -> Self {
        let home = home();
        let store = RedbStore::create(&home.path().join("desk"), LONG).unwrap();
        Self { store, home }
    }

    fn directory(&self) -> PathBuf {
        self.home.path().join("desk")
    }

    fn file(&self) -> PathBuf {
        self.directory().join("desk.redb")
    }

    /// The same desk, for somebody who waits so long.
    fn waiting(&self, wait: Duration) -> RedbStore {
        RedbStore::open(&self.directory(), wait).unwrap()
    }
}

/// Shows a writer of an empty desk to a test.
pub fn with_writer(f: impl FnOnce(&Writer)) {
    let Desk { store, home: _home } = Desk::new();
    let _lock = store.place.lock(Deadline::after(LONG)).unwrap();
    let mut f = Some(f);
    let answer: Result<()> =
        transaction::write(&store.place, Deadline::after(LONG), &command(1), migrate::upgrade, &mut |writer| {
            f.take().unwrap()(writer);
            Ok(())
        });
    answer.unwrap();
}

fn command(place: u128) -> CommandId {
    CommandId(place.to_be_bytes())
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_millis(seconds * 1_000)
}

fn ticket(seq: u32) -> Ticket {
    let new = NewTicket {
        seq: TicketSeq(seq),
        number: TicketNumber::from_random(seq.into(), 6),
        external_id: None,
        subject: format!("Duda {seq}"),
        topic: TopicId(1),
        priority: Priority::Normal,
        client: AccountId(1),
    };
    Ticket::open(new, at(seq.into()))
}

/// Opens one more ticket, as a command of its own.
fn open_next(store: &RedbStore, id: CommandId) -> Result<TicketSeq> {
    store.write(&id, |tx| {
        let seq = tx.next_ticket()?;
        tx.put_ticket(None, &ticket(seq.0))?;
        tx.remember_command(&id, at(0))?;
        Ok(seq)
    })
}

/// Every ticket of the desk.
fn tickets(store: &RedbStore) -> Result<Vec<Ticket>> {
    let page = Page { order: Order::Created, reverse: true, after: None, limit: usize::MAX };
    store.read(|desk| desk.list(&Filter::all(Visibility::All, AccountId(9)), &page))
}

fn seqs(store: &RedbStore) -> Vec<u32> {
    tickets(store).unwrap().into_iter().map(|ticket| ticket.seq.0).collect()
}

#[test]
fn keeps_the_promise() {
    let desks = home();
    let made = std::cell::Cell::new(0);
    contract::all(&|| {
        made.set(made.get() + 1);
        RedbStore::create(&desks.path().join(made.get().to_string()), LONG).unwrap()
    });
}
