//! The file under redb, with locks that give up at a deadline.
//!
//! redb takes its header lock blocking, across an fsync of the process that holds it: beside a stopped writer a reader would
//! hang for ever. Here the blocking locks poll their trying twins instead. Nothing else differs from redb's own file.

use std::fs::File;
use std::io;
use std::ops::Bound;
use std::time::{Duration, Instant};

use redb::backends::FileBackend;
use redb::{BackendError, StorageBackend};

/// How long to sleep between two tries at a lock that somebody holds.
const POLL: Duration = Duration::from_micros(500);

/// A file whose locks are waited for until a deadline.
#[derive(Debug)]
pub struct PatientFile {
    file: FileBackend,
    deadline: Instant,
}

impl PatientFile {
    /// A file that redb locks until `deadline` at the latest.
    ///
    /// # Errors
    /// Those of the system.
    pub fn new(file: File, deadline: Instant) -> Result<Self, redb::DatabaseError> {
        Ok(Self { file: FileBackend::new(file)?, deadline })
    }

    fn poll(&self, mut attempt: impl FnMut() -> Result<bool, BackendError>) -> Result<(), BackendError> {
        while !attempt()? {
            if Instant::now() >= self.deadline {
                return Err(BackendError::Io(io::ErrorKind::WouldBlock.into()));
            }
            std::thread::sleep(POLL);
        }
        Ok(())
    }
}

impl StorageBackend for PatientFile {
    fn len(&self) -> io::Result<u64> {
        self.file.len()
    }
    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        self.file.read(offset, out)
    }
    fn set_len(&self, length: u64) -> io::Result<()> {
        self.file.set_len(length)
    }
    fn sync_data(&self) -> io::Result<()> {
        self.file.sync_data()
    }
    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.file.write(offset, data)
    }
    fn close(&self) -> io::Result<()> {
        self.file.close()
    }
    fn try_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.file.try_lock_range(start, end)
    }
    fn try_lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.file.try_lock_shared_range(start, end)
    }
    fn lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.poll(|| self.file.try_lock_range(start, end))
    }
    fn lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.poll(|| self.file.try_lock_shared_range(start, end))
    }
    fn unlock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.file.unlock_range(start, end)
    }
    fn query_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.file.query_lock_range(start, end)
    }
}
