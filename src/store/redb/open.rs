//! The way into the file: its permissions, who may write, and what to do when somebody died over it.
//!
//! It opens and closes redb's databases. It knows nothing of what is in them.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use redb::{Builder, ConcurrencyMode, Database, DatabaseError, ReadOnlyDatabase};
use rustix::fs::OFlags;

use super::backend::{DeskBackend, Tap, Use};
use super::fault::{failed, io_failed};
use super::guard::guarded;
use crate::store::{Result, StoreError};

/// The store in a desk's directory.
pub const DATA: &str = "desk.redb";
/// A store that is being made.
pub const NEW_DATA: &str = "desk.redb.new";
/// What orders the writers.
pub const LOCK: &str = "desk.lock";

/// What redb keeps of the file in memory.
const CACHE: usize = 16 * 1024 * 1024;
/// How long redb's own locks are waited for at least: others hold them for as long as an fsync takes.
const LEAST_PATIENCE: Duration = Duration::from_millis(250);
/// The pauses between two tries to open a file that somebody else has.
const PAUSE: Duration = Duration::from_millis(2);

/// When waiting ends.
#[derive(Clone, Copy, Debug)]
pub struct Deadline(Instant);

impl Deadline {
    /// `wait` from now; a year at most, so that the sum always fits.
    pub fn after(wait: Duration) -> Self {
        Self(Instant::now() + wait.min(Duration::from_hours(365 * 24)))
    }
    /// How long there still is.
    pub fn left(self) -> Duration {
        self.0.saturating_duration_since(Instant::now())
    }
}

/// Where a desk's store lies.
#[derive(Clone)]
pub struct Place {
    /// The desk's directory.
    pub directory: PathBuf,
    /// The store's file in it.
    pub data: &'static str,
    /// Lets a test fail what redb asks of the file.
    pub tap: Option<Tap>,
}

/// A redb database with the file under it.
pub struct Opened<D> {
    /// What redb made of the file.
    pub database: D,
    /// The file.
    pub backend: DeskBackend,
}

/// How a file could be opened for reading.
pub enum Readable {
    /// Beside whoever writes.
    Shared(Opened<ReadOnlyDatabase>),
    /// As a look that repairs it in memory, because it needs repair and cannot be written.
    Look(Opened<Database>),
}

impl std::fmt::Debug for Place {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Place").field("directory", &self.directory).field("data", &self.data).finish_non_exhaustive()
    }
}

impl Place {
    /// Where the store of a desk in that directory lies.
    pub fn of(directory: &Path) -> Self {
        Self { directory: directory.to_owned(), data: DATA, tap: None }
    }

    /// The store's file.
    pub fn path(&self) -> PathBuf {
        self.directory.join(self.data)
    }

    /// Whether there is a desk, and nobody else may read or write it.
    ///
    /// # Errors
    /// `Forbidden`, `Missing`, `Exposed`, `Unavailable`.
    pub fn check(&self) -> Result<()> {
        // A directory without a desk in it may be anybody's, and is none of ours to be closed.
        match fs::symlink_metadata(self.path()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(self.missing_or(error)),
            _ => {}
        }
        self.check_mode(&self.directory, 0o700)?;
        self.check_mode(&self.path(), 0o600)
    }

    /// Sees that nobody else may use a file or directory; otherwise says the mode that mends it.
    ///
    /// # Errors
    /// `Exposed`, `Forbidden`, `Missing`, `Unavailable`.
    pub fn check_mode(&self, path: &Path, mode: u32) -> Result<()> {
        let metadata = fs::metadata(path).map_err(|error| self.forbidden_or(self.missing_or(error)))?;
        if metadata.mode() & 0o077 == 0 { Ok(()) } else { Err(StoreError::Exposed { path: path.to_owned(), mode }) }
    }

    fn missing_or(&self, error: io::Error) -> StoreError {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => StoreError::Missing(self.directory.clone()),
            _ => StoreError::Unavailable(error),
        }
    }

    /// What failed because one may not even look is another thing than what failed because one may not write.
    fn forbidden_or(&self, error: StoreError) -> StoreError {
        match error {
            StoreError::Unavailable(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                StoreError::Forbidden(self.directory.clone())
            }
            error => error,
        }
    }

    /// Waits for the right to write, which lasts as long as the answer lives.
    ///
    /// # Errors
    /// `Busy`, `Missing`, `Unavailable`.
    pub fn lock(&self, deadline: Deadline) -> Result<File> {
        let path = self.directory.join(LOCK);
        loop {
            let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(&path);
            let file = lock_file(file.map_err(|error| self.missing_or(error))?, deadline)?;
            // Whoever replaced the directory or the lock meanwhile left us one that guards nothing.
            if is_same_file(&file, &path)? {
                return Ok(file);
            }
        }
    }

    /// Opens the file for reading, in whatever state a dead writer left it if `may_mend` says so.
    ///
    /// # Errors
    /// `Busy`, also for what must be mended and may not, `Corrupt`, `Forbidden`, `Missing`, `Unavailable`.
    pub fn open_reading(&self, deadline: Deadline, may_mend: bool) -> Result<Readable> {
        loop {
            let backend = self.backend(Use::Reading, OpenOptions::new().read(true), deadline);
            let backend = backend.map_err(|error| self.forbidden_or(error))?;
            let opened = guarded(|| Ok(builder().open_read_only_with_backend(backend.clone())))?;
            match opened {
                Ok(database) => return Ok(Readable::Shared(Opened { database, backend })),
                Err(DatabaseError::RepairAborted) if !may_mend => return Err(StoreError::Busy),
                Err(DatabaseError::RepairAborted) => match self.repair(deadline) {
                    Ok(()) => {}
                    Err(StoreError::Unavailable(_)) => return self.look(deadline).map(Readable::Look),
                    Err(error) => return Err(error),
                },
                Err(error) => pause_unless_final(failed(error), deadline)?,
            }
        }
    }

    /// Opens the file for writing, which repairs it where a writer died. Only under [`Place::lock`].
    ///
    /// # Errors
    /// `Busy`, `Corrupt`, `Missing`, `Unavailable`.
    pub fn open_writing(&self, deadline: Deadline) -> Result<Opened<Database>> {
        loop {
            let backend = self.backend(Use::Whole, OpenOptions::new().read(true).write(true), deadline)?;
            match guarded(|| Ok(builder().create_with_backend(backend.clone())))? {
                Ok(database) => return Ok(Opened { database, backend }),
                Err(error) => pause_unless_final(failed(error), deadline)?,
            }
        }
    }

    /// Opens the file as if for writing, with all that redb writes kept in memory. Keeps writers out meanwhile.
    ///
    /// # Errors
    /// `Busy`, `Corrupt`, `Missing`, `Unavailable`.
    pub fn look(&self, deadline: Deadline) -> Result<Opened<Database>> {
        loop {
            let backend = self.backend(Use::Look, OpenOptions::new().read(true), deadline)?;
            match guarded(|| Ok(builder().create_with_backend(backend.clone())))? {
                Ok(database) => return Ok(Opened { database, backend }),
                Err(error) => pause_unless_final(failed(error), deadline)?,
            }
        }
    }

    /// Opens the file for writing once, so that readers find it whole again.
    fn repair(&self, deadline: Deadline) -> Result<()> {
        let _lock = self.lock(deadline)?;
        self.open_writing(deadline)?.close()
    }

    fn backend(&self, usage: Use, options: &mut OpenOptions, deadline: Deadline) -> Result<DeskBackend> {
        let path = self.path();
        // Opening a pipe would wait for whoever writes into it.
        options.custom_flags(OFlags::NONBLOCK.bits().cast_signed());
        let file = loop {
            let file = options.open(&path).map_err(|error| self.missing_or(error))?;
            if !file.metadata().map_err(io_failed)?.is_file() {
                return Err(StoreError::Corrupt("it is not a plain file".into()));
            }
            // Writers swap the file by rename under the lock; whoever moves files about by hand does so without.
            if is_same_file(&file, &path)? {
                break file;
            }
        };
        // redb would make a new, empty store of an empty file.
        if self.data == DATA && file.metadata().map_err(io_failed)?.len() == 0 {
            return Err(StoreError::Corrupt("the file is empty".into()));
        }
        let patience = deadline.left().max(LEAST_PATIENCE);
        DeskBackend::new(file, usage, patience, self.tap.clone()).map_err(io_failed)
    }
}

impl Opened<Database> {
    /// Closes the database and says what `Drop` would hide.
    ///
    /// # Errors
    /// What went wrong; what was committed before is committed all the same.
    pub fn close(self) -> Result<()> {
        let Self { database, backend } = self;
        let closed = guarded(|| database.close().map_err(failed));
        if closed.is_err() {
            backend.sever();
        }
        closed
    }
}

/// Makes a change of a directory's entries durable.
///
/// # Errors
/// `Unavailable`.
pub fn sync_directory(path: &Path) -> Result<()> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    File::open(path).and_then(|directory| directory.sync_all()).map_err(StoreError::Unavailable)
}

fn builder() -> Builder {
    let mut builder = Builder::new();
    builder.set_cache_size(CACHE).set_concurrency_mode(ConcurrencyMode::SingleWriter);
    builder
}

/// Waits a little when somebody else has the file; ends with the error for anything else, and at the deadline.
fn pause_unless_final(error: StoreError, deadline: Deadline) -> Result<()> {
    let left = deadline.left();
    if !matches!(error, StoreError::Busy) || left.is_zero() {
        return Err(error);
    }
    thread::sleep(PAUSE.min(left));
    Ok(())
}

/// Locks a file; waits until the deadline.
fn lock_file(file: File, deadline: Deadline) -> Result<File> {
    match file.try_lock() {
        Ok(()) => return Ok(file),
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(error)) => return Err(StoreError::Unavailable(error)),
    }
    if deadline.left().is_zero() {
        return Err(StoreError::Busy);
    }
    let (sender, receiver) = mpsc::channel();
    // The system queues those who wait fairly, but has no deadline for it. When ours has passed the channel is gone,
    // and sending drops the file and with it the lock.
    let spawned = thread::Builder::new().name("desk-lock".into()).spawn(move || {
        let locked = loop {
            match file.lock() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                locked => break locked,
            }
        };
        drop(sender.send(locked.map(|()| file)));
    });
    spawned.map_err(StoreError::Unavailable)?;
    match receiver.recv_timeout(deadline.left()) {
        Ok(locked) => locked.map_err(StoreError::Unavailable),
        Err(_) => Err(StoreError::Busy),
    }
}

/// Whether an open file is still the one that its path names.
fn is_same_file(file: &File, path: &Path) -> Result<bool> {
    let opened = file.metadata().map_err(StoreError::Unavailable)?;
    match fs::metadata(path) {
        Ok(named) => Ok((opened.dev(), opened.ino()) == (named.dev(), named.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(StoreError::Unavailable(error)),
    }
}
