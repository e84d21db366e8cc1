//! What is this engine's own: its file, its locks, its damage. The promise that all engines share is in `contract.rs`.

use super::source::Writer;

/// Shows a writer of an empty desk to a test.
pub fn with_writer(f: impl FnOnce(&Writer)) {
    let desk = tempfile::tempdir().unwrap();
    let store = super::RedbStore::create(&desk.path().join("desk"), std::time::Duration::ZERO).unwrap();
    let lock = store.place.lock(super::Deadline::after(std::time::Duration::ZERO)).unwrap();
    let mut f = Some(f);
    let deadline = super::Deadline::after(std::time::Duration::ZERO);
    let id = crate::domain::letter::CommandId([1; 16]);
    super::transaction::write::<(), super::StoreError>(&store.place, deadline, &id, super::migrate::upgrade, &mut |writer| {
        f.take().unwrap()(writer);
        Ok(())
    })
    .unwrap();
    drop(lock);
}

#[test]
fn keeps_the_promise() {
    let desks = tempfile::tempdir().unwrap();
    let made = std::cell::Cell::new(0);
    crate::store::contract::all(&|| {
        made.set(made.get() + 1);
        super::RedbStore::create(&desks.path().join(made.get().to_string()), std::time::Duration::from_secs(5)).unwrap()
    });
}
