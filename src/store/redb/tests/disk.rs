//! Full disks and sudden ends, at every step that redb takes.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use super::*;
use crate::domain::entry::BlobHash;
use crate::domain::task::TaskId;
use crate::store::Write;
use crate::store::contract::samples::{attachment, message, open, say, stage, task};
use crate::store::redb::backend::{Step, Tap};
use crate::store::redb::open::{DATA, Place};

impl Desk {
    /// The same desk, on a disk that asks the test before each step.
    pub fn with_tap(&self, tap: impl Fn(Step) -> io::Result<()> + Send + Sync + 'static) -> RedbStore {
        let mut store = self.waiting(LONG);
        store.place.tap = Some(Arc::new(tap));
        store
    }
}

/// Whether the disk is full at a step, by how many came before it.
type IsFull = fn(place: usize, first: usize) -> bool;

/// A command on a disk that fills up at the `first` step: what it said, and whether the disk was ever full.
fn on_a_full_disk(desk: &Desk, first: usize, is_full: IsFull, remembers: bool) -> (CommandId, Result<TicketSeq>, bool) {
    let steps = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&steps);
    let store = desk.with_tap(move |_| {
        let place = counted.fetch_add(1, Ordering::Relaxed);
        if is_full(place, first) { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    });
    let id = command(first as u128 + 1);
    let answer = store.write(&id, |tx| {
        let seq = tx.next_ticket()?;
        tx.put_ticket(None, &ticket(seq.0))?;
        if remembers {
            tx.remember_command(&id, at(0))?;
        }
        Ok(seq)
    });
    (id, answer, steps.load(Ordering::Relaxed) > first)
}

/// What was said is so: `Ok` is there, `Err` is not. Returns how many could not be told.
fn fill_up(is_full: IsFull, remembers: bool) -> usize {
    let desk = Desk::new();
    open_next(&desk.store, command(u128::MAX)).unwrap();
    let mut there = BTreeSet::from([1]);
    let mut in_doubt = 0;
    for first in 0.. {
        let (_, answer, was_full) = on_a_full_disk(&desk, first, is_full, remembers);
        let now: BTreeSet<_> = seqs(&desk.store).into_iter().collect();
        let new: Vec<_> = now.difference(&there).copied().collect();
        match answer {
            Ok(seq) => assert_eq!(new, [seq.0], "step {first}: said to be there"),
            Err(StoreError::InDoubt(_)) => in_doubt += 1,
            Err(StoreError::Unavailable(_)) => assert_eq!(new, [0; 0], "step {first}: said not to be there"),
            Err(error) => panic!("step {first}: {error:?}"),
        }
        assert!(now.is_superset(&there), "step {first}: what was there is gone");
        there = now;
        if !was_full {
            assert!(first > 10, "{first} steps only");
            break;
        }
    }
    assert_eq!(desk.store.verify().unwrap(), [""; 0]);
    in_doubt
}

#[test]
fn a_disk_that_fills_up_and_stays_full() {
    // A commit whose last flush failed can be seen but not made durable.
    assert!(fill_up(|place, first| place >= first, true) <= 3);
}

/// A desk that cannot be founded is not there, which is no doubt.
#[test]
fn a_disk_that_is_full_while_a_desk_is_founded() {
    let is_fulls: [IsFull; 2] = [|place, first| place >= first, |place, first| place == first];
    for is_full in is_fulls {
        for first in 0.. {
            let home = tempfile::tempdir().unwrap();
            let steps = Arc::new(AtomicUsize::new(0));
            let counted = Arc::clone(&steps);
            let tap = move |_| match counted.fetch_add(1, Ordering::Relaxed) {
                place if is_full(place, first) => Err(io::ErrorKind::StorageFull.into()),
                _ => Ok(()),
            };
            let place = Place { tap: Some(Arc::new(tap)), ..Place::of(&home.path().join("desk")) };
            let mut fill = |tx: &mut dyn Write| tx.put_ticket(None, &ticket(1));
            match RedbStore::create_at(place, LONG, &command(1), &mut fill) {
                Ok((store, ())) => assert_eq!(seqs(&store), [1], "step {first}"),
                Err(StoreError::Unavailable(_)) => assert!(!home.path().join("desk").exists(), "step {first}: nothing is left"),
                Err(error) => panic!("step {first}: {error:?}"),
            }
            if steps.load(Ordering::Relaxed) <= first {
                assert!(first > 10, "{first} steps only");
                break;
            }
        }
    }
}

#[test]
fn a_disk_that_is_full_for_one_step() {
    assert_eq!(fill_up(|place, first| place == first, true), 0);
}

#[test]
fn commands_that_are_not_remembered_are_told_apart_too() {
    assert_eq!(fill_up(|place, first| place == first, false), 0);
    assert!(fill_up(|place, first| place >= first, false) <= 3);
}

/// The file as it is before each of some steps of a command.
fn during_a_command(desk: &Desk, id: CommandId, is_seen: fn(Step) -> bool) -> Vec<Vec<u8>> {
    during(desk, is_seen, &|store| open_next(store, id).map(drop))
}

/// The same of whatever is done.
fn during(desk: &Desk, is_seen: fn(Step) -> bool, done: &dyn Fn(&RedbStore) -> Result<()>) -> Vec<Vec<u8>> {
    let left: Arc<Mutex<Vec<Vec<u8>>>> = Arc::default();
    let (kept, file) = (Arc::clone(&left), desk.file());
    let store = desk.with_tap(move |step| {
        if is_seen(step) {
            kept.lock().unwrap().push(fs::read(&file)?);
        }
        Ok(())
    });
    done(&store).unwrap();
    std::mem::take(&mut *left.lock().unwrap())
}

/// The file as a killed process leaves it, at every step of a command: the desk is as before, or as after.
#[test]
fn a_command_that_is_killed_at_any_step_is_there_whole_or_not_at_all() {
    let desk = Desk::new();
    open_next(&desk.store, command(1)).unwrap();
    let before = tickets(&desk.store).unwrap();
    let left = during_a_command(&desk, command(2), |_| true);
    let after = tickets(&desk.store).unwrap();
    assert!(left.len() > 10, "{} steps only", left.len());
    let mut found = Vec::new();
    for (step, bytes) in left.iter().enumerate() {
        fs::write(desk.file(), bytes).unwrap();
        let now = tickets(&desk.store).unwrap();
        assert!(now == before || now == after, "step {step}");
        let is_there = desk.store.read(|desk| desk.was_committed(&command(2))).unwrap();
        assert_eq!(is_there, now == after, "step {step}");
        if step % 8 == 0 {
            assert_eq!(desk.store.verify().unwrap(), [""; 0], "step {step}");
        }
        found.push(is_there);
    }
    assert!(found.is_sorted() && found.contains(&true) && found.contains(&false), "{found:?}");
}

/// The file as a killed process leaves it, at every step of a purge: the tickets are there with their texts and files, or gone with all
/// of it, and what is left can be taken away.
#[test]
fn a_purge_that_is_killed_at_any_step_takes_all_of_a_ticket_or_nothing() {
    let desk = Desk::new();
    let filled: Result<()> = desk.store.write(&command(1), |tx| {
        for seq in 1..=3 {
            open(tx, seq, 1)?;
            stage(tx, file(seq), at(1))?;
            say(tx, seq, Some(1), message("Guardamos zapatos"), vec![attachment(file(seq))])?;
            tx.put_task(&task(seq, seq, 2))?;
        }
        Ok(())
    });
    filled.unwrap();
    let purge = |store: &RedbStore, seqs: &[u32], id: u128| -> Result<()> {
        store.write(&command(id), |tx| {
            seqs.iter().try_for_each(|seq| tx.purge_ticket(TicketSeq(*seq)))?;
            tx.remove_orphans(Timestamp::MAX, seqs.len())?;
            tx.remember_command(&command(id), at(0))
        })
    };
    let there = || {
        let there = desk.store.read(|desk| {
            let mut there = Vec::new();
            for seq in 1..=3 {
                let found = (desk.ticket(TicketSeq(seq))?.is_some(), desk.thread(TicketSeq(seq))?.len());
                there.push((found, desk.blob(&file(seq))?.is_some(), desk.task(TaskId(seq))?.is_some()));
            }
            Ok::<_, StoreError>(there)
        });
        there.unwrap()
    };
    let (whole, gone) = (((true, 1), true, true), ((false, 0), false, false));
    let left = during(&desk, |_| true, &|store| purge(store, &[1, 2], 2));
    assert!(left.len() > 10, "{} steps only", left.len());
    let mut found = BTreeSet::new();
    for (step, bytes) in left.iter().enumerate() {
        fs::write(desk.file(), bytes).unwrap();
        let now = there();
        assert!(now == [whole; 3] || now == [gone, gone, whole], "step {step}: {now:?}");
        found.insert(now == [whole; 3]);
        if step % 8 == 0 {
            assert_eq!(desk.store.verify().unwrap(), [""; 0], "step {step}");
            purge(&desk.store, &[1, 2, 3], 3).unwrap();
            assert_eq!(there(), [gone; 3], "step {step}");
            assert_eq!(desk.store.verify().unwrap(), [""; 0], "step {step}");
        }
    }
    assert_eq!(found.len(), 2, "before and after");
}

fn file(seq: u32) -> BlobHash {
    BlobHash([u8::try_from(seq).unwrap(); 32])
}

/// The file as a power cut leaves it that takes whatever was not flushed: the desk is as before, or as after, and what a command
/// said to be there is there.
#[test]
fn a_power_cut_takes_nothing_that_was_said_to_be_there() {
    let desk = Desk::new();
    open_next(&desk.store, command(1)).unwrap();
    let before = tickets(&desk.store).unwrap();
    let flushed = during_a_command(&desk, command(2), |step| step == Step::Sync);
    let after = tickets(&desk.store).unwrap();
    let mut found = Vec::new();
    for bytes in &flushed {
        fs::write(desk.file(), bytes).unwrap();
        let now = tickets(&desk.store).unwrap();
        assert!(now == before || now == after);
        found.push(now == after);
        assert_eq!(desk.store.verify().unwrap(), [""; 0]);
    }
    assert_eq!((found.first(), found.last()), (Some(&false), Some(&true)), "{found:?}");
}

#[test]
fn a_desk_that_cannot_be_made_leaves_nothing() {
    for step in 0..12 {
        let home = home();
        let directory = home.path().join("desk");
        let steps = Arc::new(AtomicUsize::new(0));
        let tap: Tap =
            Arc::new(
                move |_| {
                    if steps.fetch_add(1, Ordering::Relaxed) >= step { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
                },
            );
        let place = Place { directory: directory.clone(), data: DATA, tap: Some(tap) };
        let refused: Result<(RedbStore, ())> = RedbStore::create_at(place, LONG, &command(1), &mut |_| Ok(()));
        assert!(refused.is_err(), "step {step}");
        assert!(!directory.join("desk.redb").exists() && !directory.join("desk.redb.new").exists());
        RedbStore::create(&directory, LONG).unwrap();
    }
}
