//! Who waits for whom, and what is left of those who died.

use std::fs::File;
use std::ops::Bound;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::Duration;

use redb::StorageBackend;

use super::*;
use crate::store::redb::backend::{DeskBackend, Step, Use};
use crate::store::redb::open::Opened;

const SHORT: Duration = Duration::from_millis(60);

#[test]
fn a_second_writer_waits_and_then_says_busy() {
    let desk = Desk::new();
    let held = desk.store.place.lock(Deadline::after(LONG)).unwrap();
    for wait in [Duration::ZERO, SHORT] {
        assert!(matches!(open_next(&desk.waiting(wait), command(1)), Err(StoreError::Busy)));
    }
    assert_eq!(seqs(&desk.waiting(Duration::ZERO)), [0; 0]);
    let (sender, receiver) = mpsc::channel();
    let waiting = desk.waiting(LONG);
    let writer = thread::spawn(move || {
        sender.send(()).unwrap();
        open_next(&waiting, command(2))
    });
    receiver.recv().unwrap();
    drop(held);
    assert_eq!(writer.join().unwrap().unwrap(), TicketSeq(1));
    // Whoever gave up waiting holds nothing: the lock that came too late was let go of.
    open_next(&desk.waiting(LONG), command(3)).unwrap();
}

#[test]
fn readers_do_not_wait_for_a_writer() {
    let desk = Desk::new();
    open_next(&desk.store, command(1)).unwrap();
    let reader = desk.waiting(Duration::ZERO);
    let during = desk.store.write(&command(2), |tx| {
        tx.put_ticket(None, &ticket(2))?;
        Ok::<_, StoreError>(seqs(&reader))
    });
    assert_eq!((during.unwrap(), seqs(&reader)), (vec![1], vec![1, 2]));
}

#[test]
fn a_file_that_is_open_for_writing_without_the_lock_is_busy() {
    let desk = Desk::new();
    let held = desk.store.place.open_writing(Deadline::after(LONG)).unwrap();
    assert!(matches!(open_next(&desk.waiting(SHORT), command(1)), Err(StoreError::Busy)));
    assert_eq!(seqs(&desk.waiting(SHORT)), [0; 0]);
    held.close().unwrap();
    open_next(&desk.waiting(LONG), command(1)).unwrap();
}

/// A stopped process may hold redb's own locks, which redb takes without a limit.
#[test]
fn a_lock_of_redbs_that_is_never_given_back_is_busy() {
    let desk = Desk::new();
    let file = File::options().read(true).write(true).open(desk.file()).unwrap();
    let stopped = DeskBackend::new(file, Use::Whole, Duration::ZERO, None).unwrap();
    // All of redb's lock bytes, whichever it asks for.
    assert!(stopped.try_lock_range(Bound::Included(0), Bound::Included((1 << 62) + 895)).unwrap());
    assert!(matches!(tickets(&desk.waiting(SHORT)), Err(StoreError::Busy)));
    assert!(matches!(open_next(&desk.waiting(SHORT), command(1)), Err(StoreError::Busy)));
    stopped.sever();
    assert_eq!(seqs(&desk.waiting(LONG)), [0; 0]);
}

/// Opens the file for writing and dies.
fn die(desk: &Desk) {
    let Opened { database, backend } = desk.store.place.open_writing(Deadline::after(LONG)).unwrap();
    std::mem::forget(database);
    backend.sever();
}

/// Marks what was committed last as not flushed, as a writer leaves it that dies before it has taken the mark away.
fn unmark(desk: &Desk) {
    const FLAGS: usize = 9;
    let mut bytes = std::fs::read(desk.file()).unwrap();
    assert_eq!(bytes[FLAGS] & 0b1110, 0b0110, "open for writing, two phases, flushed");
    bytes[FLAGS] |= 0b1000;
    std::fs::write(desk.file(), bytes).unwrap();
}

/// Counts what is asked of the disk, by whoever uses the store that is answered.
fn counting(desk: &Desk) -> (RedbStore, Arc<Mutex<Vec<Step>>>) {
    let steps: Arc<Mutex<Vec<Step>>> = Arc::default();
    let seen = Arc::clone(&steps);
    let store = desk.with_tap(move |step| {
        seen.lock().unwrap().push(step);
        Ok(())
    });
    (store, steps)
}

#[test]
fn what_a_dead_writer_left_is_read_as_it_is() {
    let desk = Desk::new();
    open_next(&desk.store, command(1)).unwrap();
    die(&desk);
    let (reader, steps) = counting(&desk);
    assert_eq!(seqs(&reader), [1]);
    assert_eq!(*steps.lock().unwrap(), []);
    die(&desk);
    open_next(&desk.store, command(2)).unwrap();
    assert_eq!(seqs(&desk.store), [1, 2]);
    assert_eq!(desk.store.verify().unwrap(), [""; 0]);
}

/// Most of a command's time is waiting for the disk.
#[test]
fn a_command_flushes_the_file_four_times_and_a_reader_never() {
    let desk = Desk::new();
    open_next(&desk.store, command(1)).unwrap();
    let (store, steps) = counting(&desk);
    open_next(&store, command(2)).unwrap();
    assert_eq!(steps.lock().unwrap().iter().filter(|&&step| step == Step::Sync).count(), 4);
    steps.lock().unwrap().clear();
    assert_eq!(seqs(&store), [1, 2]);
    assert_eq!(*steps.lock().unwrap(), []);
}

/// redb would show readers the commit before it.
#[test]
fn readers_repair_what_may_not_have_reached_the_disk() {
    let desk = Desk::new();
    open_next(&desk.store, command(1)).unwrap();
    unmark(&desk);
    let (reader, steps) = counting(&desk);
    assert_eq!(seqs(&reader), [1]);
    assert!(steps.lock().unwrap().contains(&Step::Sync));
    assert_eq!(desk.store.verify().unwrap(), [""; 0]);
}

/// Whoever only looks leaves a file as it is that must be repaired.
#[test]
fn a_look_at_a_desk_repairs_nothing() {
    let desk = Desk::new();
    open_next(&desk.store, command(1)).unwrap();
    let look = RedbStore::look_at(&desk.directory(), LONG).unwrap();
    assert_eq!(seqs(&look), [1]);
    unmark(&desk);
    let before = std::fs::read(desk.file()).unwrap();
    assert!(matches!(tickets(&look), Err(StoreError::Busy)));
    assert!(std::fs::read(desk.file()).unwrap() == before, "a look changed the file");
    assert_eq!(seqs(&desk.store), [1]);
    assert_eq!(seqs(&look), [1]);
    let set = |writer: &mut Writer| migrate::set(writer, migrate::SCHEMA - 1);
    transaction::write(&desk.store.place, Deadline::after(LONG), &command(2), migrate::upgrade, &mut { set }).unwrap();
    let before = std::fs::read(desk.file()).unwrap();
    assert!(matches!(tickets(&look), Err(StoreError::Busy)), "an older file is not brought up either");
    assert!(std::fs::read(desk.file()).unwrap() == before, "a look changed the file");
}

#[test]
fn readers_wait_for_whoever_repairs_and_then_say_busy() {
    let desk = Desk::new();
    unmark(&desk);
    let held = desk.store.place.lock(Deadline::after(LONG)).unwrap();
    assert!(matches!(tickets(&desk.waiting(SHORT)), Err(StoreError::Busy)));
    drop(held);
    assert_eq!(seqs(&desk.store), [0; 0]);
}

/// Where nothing can be written, a dead writer's file is repaired in memory only.
#[test]
fn a_dead_writers_file_on_a_full_disk_is_still_read() {
    let desk = Desk::new();
    open_next(&desk.store, command(1)).unwrap();
    unmark(&desk);
    let before = std::fs::read(desk.file()).unwrap();
    let full = desk.with_tap(|_| Err(std::io::ErrorKind::StorageFull.into()));
    assert_eq!(seqs(&full), [1]);
    assert!(matches!(open_next(&full, command(2)), Err(StoreError::Unavailable(_))));
    assert_eq!(full.verify().unwrap(), [""; 0]);
    assert!(std::fs::read(desk.file()).unwrap() == before, "a look changed the file");
}

/// A look keeps writers out, or it would read pages that they reuse.
#[test]
fn nobody_writes_during_a_look() {
    let desk = Desk::new();
    let look = desk.store.place.look(Deadline::after(LONG)).unwrap();
    assert!(matches!(open_next(&desk.waiting(SHORT), command(1)), Err(StoreError::Busy)));
    look.close().unwrap();
    open_next(&desk.waiting(LONG), command(1)).unwrap();
}
