//! The engine against the shared suite, and against damage.

use std::time::Duration;

use super::RedbStore;
use crate::store::StoreError;

const WAIT: Duration = Duration::from_secs(5);

#[test]
fn a_file_that_is_no_store_is_damaged_not_new() {
    let directory = tempfile::tempdir().unwrap();
    let desk = directory.path().join("desk");
    drop(RedbStore::create(&desk, WAIT).unwrap());
    assert!(matches!(RedbStore::create(&desk, WAIT), Err(StoreError::Exists(_))));
    for junk in [&b""[..], b"not a store", &[0; 100_000]] {
        std::fs::write(desk.join("desk.redb"), junk).unwrap();
        let store = RedbStore::open(&desk, WAIT).unwrap();
        let read: Result<Vec<_>, StoreError> = crate::store::Store::read(&store, |read| read.settings());
        assert!(matches!(read, Err(StoreError::Corrupt(_))), "{read:?}");
    }
}
