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

/// An engine whose directory goes when it does.
struct OwnDesk {
    store: super::RedbStore,
    _directory: tempfile::TempDir,
}

impl crate::store::Store for OwnDesk {
    fn read<T, E: From<super::StoreError>>(&self, f: impl FnOnce(&dyn crate::store::Read) -> Result<T, E>) -> Result<T, E> {
        self.store.read(f)
    }

    fn write<T, E: From<super::StoreError>>(
        &self,
        id: &crate::domain::letter::CommandId,
        f: impl FnMut(&mut dyn crate::store::Write) -> Result<T, E>,
    ) -> Result<T, E> {
        self.store.write(id, f)
    }
}

impl crate::store::Upkeep for OwnDesk {
    fn verify(&self) -> Result<Vec<String>, super::StoreError> {
        self.store.verify()
    }
}

#[test]
fn it_keeps_the_promise() {
    crate::store::contract::all(&|| {
        let directory = tempfile::tempdir().unwrap();
        let wait = std::time::Duration::from_secs(10);
        OwnDesk { store: super::RedbStore::create(&directory.path().join("desk"), wait).unwrap(), _directory: directory }
    });
}
