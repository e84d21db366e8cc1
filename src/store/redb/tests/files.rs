//! What stands where a store should be.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use super::*;

fn mode(path: &std::path::Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn set_mode(path: &std::path::Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_new_desk_is_its_owners_alone() {
    let desk = Desk::new();
    assert_eq!(
        [desk.directory(), desk.file(), desk.directory().join("desk.lock")].map(|path| mode(&path)),
        [0o700, 0o600, 0o600]
    );
    let mut names: Vec<_> = fs::read_dir(desk.directory()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["desk.lock", "desk.redb"]);
    assert!(matches!(RedbStore::create(&desk.directory(), LONG), Err(StoreError::Exists(_))));
}

#[test]
fn a_desk_that_others_can_use_is_refused_with_the_mode_that_mends_it() {
    let desk = Desk::new();
    for (path, exposed, mended) in
        [(desk.directory(), 0o710, 0o700), (desk.directory(), 0o702, 0o700), (desk.file(), 0o640, 0o600)]
    {
        set_mode(&path, exposed);
        match RedbStore::open(&desk.directory(), LONG) {
            Err(StoreError::Exposed { path: named, mode }) => assert_eq!((named, mode), (path.clone(), mended)),
            other => panic!("{other:?}"),
        }
        set_mode(&path, mended);
    }
    desk.waiting(LONG);
    let open_to_all = desk.home.path().join("open");
    fs::create_dir(&open_to_all).unwrap();
    set_mode(&open_to_all, 0o755);
    let letter = open_to_all.join("letter");
    fs::write(&letter, "").unwrap();
    assert!(matches!(RedbStore::create(&open_to_all, LONG), Err(StoreError::Exposed { mode: 0o700, .. })));
    assert!(matches!(RedbStore::create(&letter, LONG), Err(StoreError::NotADirectory(path)) if path == letter));
    // Nothing in it is anybody's.
    fs::remove_file(&letter).unwrap();
    drop(RedbStore::create(&open_to_all, LONG).unwrap());
    assert_eq!(fs::metadata(&open_to_all).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn no_desk_is_missing() {
    let home = home();
    assert!(matches!(RedbStore::open(&home.path().join("nowhere"), LONG), Err(StoreError::Missing(_))));
    let desk = Desk::new();
    fs::remove_file(desk.file()).unwrap();
    assert!(matches!(tickets(&desk.store), Err(StoreError::Missing(_))));
    assert!(matches!(open_next(&desk.store, command(1)), Err(StoreError::Missing(_))));
    assert!(!desk.file().exists());
}

#[test]
fn a_desk_is_made_whole_or_not_at_all() {
    let home = home();
    let directory = home.path().join("new/desk");
    let refused: Result<(RedbStore, ())> = RedbStore::create_with(&directory, LONG, &command(1), |_| Err(StoreError::Busy));
    assert!(matches!(refused, Err(StoreError::Busy)));
    assert!(!home.path().join("new").exists(), "what it made is gone");
    // What was there stays.
    fs::create_dir_all(&directory).unwrap();
    set_mode(&directory, 0o700);
    let refuse = || RedbStore::create_with(&directory, LONG, &command(1), |_| Err::<(), _>(StoreError::Busy));
    refuse().unwrap_err();
    assert_eq!(fs::read_dir(&directory).unwrap().count(), 0);
    fs::write(directory.join("desk.lock"), "").unwrap();
    refuse().unwrap_err();
    assert!(directory.join("desk.lock").exists());
    assert_eq!(RedbStore::unfinished(&directory).unwrap(), None);
    // Whoever was killed over it left the new file behind.
    fs::write(directory.join("desk.redb.new"), "half of a store").unwrap();
    assert_eq!(RedbStore::unfinished(&directory).unwrap(), Some(directory.join("desk.redb.new")));
    let made = RedbStore::create_with(&directory, LONG, &command(2), |tx| tx.put_setting("desk.name", Some("Ágora")));
    let (store, ()) = made.unwrap();
    assert_eq!(store.read(|desk| desk.setting("desk.name")).unwrap().as_deref(), Some("Ágora"));
    // Somebody who comes too late takes nothing away.
    refuse().unwrap_err();
    assert_eq!(store.read(|desk| desk.setting("desk.name")).unwrap().as_deref(), Some("Ágora"));
}

#[test]
fn a_making_that_is_under_way_is_not_left_behind() {
    let home = home();
    let directory = home.path().join("desk");
    let made = RedbStore::create_with(&directory, LONG, &command(1), |_| {
        assert!(directory.join("desk.redb.new").exists());
        assert_eq!(RedbStore::unfinished(&directory)?, None);
        Ok::<_, StoreError>(())
    });
    made.unwrap();
}

#[test]
fn whoever_waits_for_one_who_is_refused_makes_the_desk() {
    let home = home();
    let directory = home.path().join("new/desk");
    let (begun, other) = std::sync::mpsc::channel();
    let place = &directory;
    std::thread::scope(|scope| {
        let waiting = scope.spawn(move || {
            other.recv().unwrap();
            RedbStore::create(place, LONG)
        });
        let refused = RedbStore::create_with(place, LONG, &command(1), |_| {
            begun.send(()).unwrap();
            Err::<(), _>(StoreError::Busy)
        });
        assert!(matches!(refused, Err(StoreError::Busy)));
        waiting.join().unwrap().unwrap();
    });
    assert!(directory.join("desk.redb").exists() && directory.join("desk.lock").exists());
}

#[test]
fn what_is_no_store_is_damaged_for_readers_and_writers() {
    let desk = Desk::new();
    open_next(&desk.store, command(1)).unwrap();
    let whole = fs::read(desk.file()).unwrap();
    let mut junk: Vec<Vec<u8>> = vec![Vec::new(), b"not a store".to_vec(), vec![0; 5_000], vec![0xff; 100_000]];
    junk.extend([4, 63, 64, 320, 4_095, 4_096, 4_097, 12_288, 65_536].map(|length| whole[..length].to_vec()));
    for bytes in junk {
        fs::write(desk.file(), &bytes).unwrap();
        let (read, written) = (tickets(&desk.store), open_next(&desk.store, command(2)));
        assert!(matches!(read, Err(StoreError::Corrupt(_))), "{} bytes: {read:?}", bytes.len());
        assert!(matches!(written, Err(StoreError::Corrupt(_))), "{} bytes: {written:?}", bytes.len());
    }
    fs::write(desk.file(), whole).unwrap();
    assert_eq!(seqs(&desk.store), [1]);
}

#[test]
fn a_newer_schema_is_refused_and_nothing_is_changed() {
    let desk = Desk::new();
    let lock = desk.store.place.lock(Deadline::after(LONG)).unwrap();
    let newer: Result<()> =
        transaction::write(&desk.store.place, Deadline::after(LONG), &command(1), migrate::upgrade, &mut |writer| {
            migrate::set(writer, migrate::SCHEMA + 1)
        });
    newer.unwrap();
    drop(lock);
    let too_new =
        |error: StoreError| matches!(error, StoreError::TooNew { found, known: migrate::SCHEMA } if found == migrate::SCHEMA + 1);
    assert!(too_new(tickets(&desk.store).unwrap_err()));
    assert!(too_new(open_next(&desk.store, command(2)).unwrap_err()));
}

#[test]
fn a_file_that_was_put_in_its_place_is_the_desk_from_then_on() {
    let (desk, other) = (Desk::new(), Desk::new());
    open_next(&desk.store, command(1)).unwrap();
    fs::rename(other.file(), desk.file()).unwrap();
    assert_eq!(seqs(&desk.store), [0; 0]);
    open_next(&desk.store, command(2)).unwrap();
    assert_eq!(seqs(&desk.waiting(Duration::ZERO)), [1]);
}
