//! What older programs wrote is brought up.

use super::*;
use crate::domain::entry::EntryId;
use crate::store::contract::portrait::{make_everything, portrait};
use crate::store::redb::record::{ClassV1, EntryV1};
use crate::store::redb::source::{keys, load_indexed};
use crate::store::redb::tables::Kept;

/// A file of schema 1 with everything in it is brought up once it is asked something.
#[test]
fn the_first_schema_is_brought_up() {
    let desk = Desk::new();
    let place = &desk.store.place;
    let asked = || desk.store.read(|read| portrait(read)).unwrap();
    desk.store.write(&command(1), make_everything).unwrap();
    let before = asked();
    let lock = place.lock(Deadline::after(LONG)).unwrap();
    let made_old: Result<()> = transaction::write(place, Deadline::after(LONG), &command(2), migrate::upgrade, &mut |writer| {
        for key in keys(writer, Kept::SessionEnds, &[], usize::MAX)? {
            writer.remove(Kept::SessionEnds, &key)?;
        }
        for key in keys(writer, Kept::Entries, &[], usize::MAX)? {
            let entry = load_indexed::<EntryV1>(writer, Kept::Entries, &key)?.into_entry(EntryId(1))?;
            writer.store(Kept::Classes, &key, &ClassV1::sample(&entry))?;
        }
        migrate::set(writer, 1)
    });
    made_old.unwrap();
    drop(lock);
    assert_eq!(asked(), before);
    assert_eq!(desk.store.verify().unwrap(), Vec::<String>::new());
}
