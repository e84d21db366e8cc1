//! Opening and closing: the directory and its files, the locks, the repair after a kill, the commit in doubt.

use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use redb::{Builder, ConcurrencyMode, Database, DatabaseError, ReadOnlyDatabase, ReadableDatabase};

use super::backend::PatientFile;
use super::codec;
use super::keys::u32_at;
use super::read::Transaction;
use super::tables::{Changing, META, Snapshot, Tables, fault};
use super::write::Writer;
use crate::domain::letter::CommandId;
use crate::store::{Read, Result, StoreError, Write};

/// The newest schema that this program knows.
pub const SCHEMA: u32 = 1;
/// Bytes of the file that one transaction keeps in memory.
const CACHE: usize = 16 * 1024 * 1024;
/// How long to sleep between two tries at a database that another process has open.
const POLL: Duration = Duration::from_millis(2);

fn store_file(directory: &Path) -> PathBuf {
    directory.join("desk.redb")
}

fn builder() -> Builder {
    let mut builder = Builder::new();
    builder.set_cache_size(CACHE).set_concurrency_mode(ConcurrencyMode::SingleWriter);
    builder
}

/// Runs what calls redb, whose panics on damaged files become `Corrupt`.
fn guarded<T, E: From<StoreError>>(f: impl FnOnce() -> std::result::Result<T, E>) -> std::result::Result<T, E> {
    catch_unwind(AssertUnwindSafe(f)).unwrap_or_else(|_| Err(StoreError::Corrupt("reading it failed".to_owned()).into()))
}

/// Sees that a file or directory is there and that only its owner can use it.
fn check_private(path: &Path, mode: u32, missing: &Path) -> Result<()> {
    let metadata = std::fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => StoreError::Missing(missing.to_owned()),
        _ => StoreError::Unavailable(error),
    })?;
    if metadata.permissions().mode() & 0o077 != 0 {
        return Err(StoreError::Exposed { path: path.to_owned(), mode });
    }
    Ok(())
}

/// Sees that a desk is there and that only its owner can use it.
///
/// # Errors
/// `Missing`, `Exposed`, `Unavailable`.
pub fn check(directory: &Path) -> Result<()> {
    check_private(directory, 0o700, directory)?;
    check_private(&store_file(directory), 0o600, directory)
}

fn sync_directory(directory: &Path) -> Result<()> {
    File::open(directory).and_then(|directory| directory.sync_all()).map_err(StoreError::Unavailable)
}

/// Makes the files of a new desk: under a name of its own first, so that half a desk never stands there.
///
/// # Errors
/// `Exists`, `Exposed`, `Busy`, `Unavailable`.
pub fn create(directory: &Path, wait: Duration) -> Result<()> {
    if let Some(parent) = directory.parent() {
        std::fs::create_dir_all(parent).map_err(StoreError::Unavailable)?;
    }
    match DirBuilder::new().mode(0o700).create(directory) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(StoreError::Unavailable(error)),
        _ => {}
    }
    check_private(directory, 0o700, directory)?;
    let path = store_file(directory);
    let deadline = Instant::now() + wait;
    let _lock = lock(directory, deadline)?;
    if path.exists() {
        return Err(StoreError::Exists(directory.to_owned()));
    }
    let unfinished = directory.join("desk.redb.new");
    match std::fs::remove_file(&unfinished) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(StoreError::Unavailable(error)),
        _ => {}
    }
    let file = OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(&unfinished);
    let file = file.map_err(StoreError::Unavailable)?;
    guarded(|| {
        let database = builder().create_with_backend(PatientFile::new(file, deadline).map_err(fault)?).map_err(fault)?;
        let mut transaction = database.begin_write().map_err(fault)?;
        transaction.set_quick_repair(true);
        Changing(&transaction).put(META, b"schema", &codec::seal(b"schema", &SCHEMA.to_be_bytes()))?;
        transaction.commit().map_err(fault)?;
        database.close().map_err(fault)
    })?;
    std::fs::rename(&unfinished, &path).map_err(StoreError::Unavailable)?;
    sync_directory(directory)?;
    directory.parent().map_or(Ok(()), sync_directory)
}

/// Takes `desk.lock`, which orders those who write. Others who hold it are waited for until the deadline.
fn lock(directory: &Path, deadline: Instant) -> Result<File> {
    let open =
        OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(directory.join("desk.lock"));
    let file = open.map_err(StoreError::Unavailable)?;
    match file.try_lock() {
        Ok(()) => return Ok(file),
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(error)) => return Err(StoreError::Unavailable(error)),
    }
    // A blocking lock is handed on in turn, which polling is not; the thread bounds the wait. When nobody takes the locked file
    // from the channel any more, dropping it lets the lock go.
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let locked = file.lock().map(|()| file);
        let _ = sender.send(locked);
    });
    match receiver.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
        Ok(Ok(file)) => Ok(file),
        Ok(Err(error)) => Err(StoreError::Unavailable(error)),
        Err(_) => Err(StoreError::Busy),
    }
}

/// Opens the file; one that is empty is damaged, not new.
fn open_file(path: &Path, directory: &Path, writing: bool) -> Result<File> {
    let file = OpenOptions::new().read(true).write(writing).open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => StoreError::Missing(directory.to_owned()),
        _ => StoreError::Unavailable(error),
    })?;
    let metadata = file.metadata().map_err(StoreError::Unavailable)?;
    if !metadata.is_file() || metadata.len() == 0 {
        return Err(StoreError::Corrupt("the file is empty".to_owned()));
    }
    Ok(file)
}

/// Opens the database for writing, under `desk.lock`, as the file that stands at its path now.
fn open_database(directory: &Path, deadline: Instant) -> Result<Database> {
    let path = store_file(directory);
    loop {
        let file = open_file(&path, directory, true)?;
        let opened = file.metadata().map_err(StoreError::Unavailable)?;
        match builder().create_with_backend(PatientFile::new(file, deadline).map_err(fault)?) {
            Ok(database) => {
                let standing = std::fs::metadata(&path).map_err(StoreError::Unavailable)?;
                // Others swap the file by renaming, and only under the lock that we hold; but be sure.
                if (standing.dev(), standing.ino()) == (opened.dev(), opened.ino()) {
                    return Ok(database);
                }
            }
            // A reader that repairs after a kill has it open for a moment.
            Err(DatabaseError::DatabaseAlreadyOpen) => {}
            Err(error) => return Err(fault(error)),
        }
        if Instant::now() >= deadline {
            return Err(StoreError::Busy);
        }
        std::thread::sleep(POLL);
    }
}

/// Opens the database for reading. After a kill it is opened for writing once, which repairs it.
fn open_snapshot(directory: &Path, deadline: Instant) -> Result<ReadOnlyDatabase> {
    let path = store_file(directory);
    let mut may_repair = true;
    loop {
        let file = open_file(&path, directory, false)?;
        let opened = builder().open_read_only_with_backend(PatientFile::new(file, deadline).map_err(fault)?);
        match opened {
            Ok(database) => return Ok(database),
            Err(DatabaseError::RepairAborted) if may_repair => {
                may_repair = false;
                let _lock = lock(directory, deadline)?;
                open_database(directory, deadline)?.close().map_err(fault)?;
            }
            Err(DatabaseError::DatabaseAlreadyOpen | DatabaseError::RepairAborted) => {
                if Instant::now() >= deadline {
                    return Err(StoreError::Busy);
                }
                std::thread::sleep(POLL);
            }
            Err(error) => return Err(fault(error)),
        }
    }
}

fn check_schema(tables: &dyn Tables) -> Result<()> {
    let sealed = tables.get(META, b"schema")?.ok_or_else(|| StoreError::Corrupt("it has no schema".to_owned()))?;
    let found = u32_at(codec::unseal(b"schema", &sealed)?, 0)?;
    if found > SCHEMA { Err(StoreError::TooNew { found, known: SCHEMA }) } else { Ok(()) }
}

/// Runs `f` in one snapshot.
///
/// # Errors
/// Those of `f` and of opening.
pub fn read<T, E: From<StoreError>>(
    directory: &Path,
    wait: Duration,
    f: impl FnOnce(&Transaction<Snapshot>) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    let deadline = Instant::now() + wait;
    guarded(|| {
        let database = open_snapshot(directory, deadline)?;
        let snapshot = Snapshot(database.begin_read().map_err(fault)?);
        check_schema(&snapshot)?;
        f(&Transaction::new(snapshot))
    })
}

/// Runs `f` in a transaction of its own and commits what it did.
///
/// # Errors
/// Those of `f`, of opening and of the commit; `InDoubt` when it cannot be told whether the commit is there.
pub fn write<T, E: From<StoreError>>(
    directory: &Path,
    wait: Duration,
    id: &CommandId,
    mut f: impl FnMut(&mut dyn Write) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    let deadline = Instant::now() + wait;
    let _lock = lock(directory, deadline)?;
    // `Ok(Err)`: the closure is done, but the commit failed.
    let done = guarded(|| -> std::result::Result<_, E> {
        let database = open_database(directory, deadline)?;
        let mut transaction = database.begin_write().map_err(fault)?;
        transaction.set_quick_repair(true);
        let changing = Changing(&transaction);
        check_schema(&changing)?;
        let mut writer = Writer::new(changing);
        let value = f(&mut writer)?;
        writer.flush()?;
        drop(writer);
        let committed = transaction.commit().map_err(fault);
        // An error while closing does not undo a commit; the next one who opens the file repairs it.
        let _ = database.close();
        Ok((value, committed))
    });
    let (value, committed) = done?;
    match committed {
        Ok(()) => Ok(value),
        Err(error) => settle(directory, wait, id, error).map(|()| value).map_err(E::from),
    }
}

/// Whether a commit that failed is there all the same.
fn settle(directory: &Path, wait: Duration, id: &CommandId, error: StoreError) -> Result<()> {
    // The lock is ours still, so that nobody else has written since.
    let deadline = Instant::now() + wait;
    let is_there = guarded(|| -> Result<bool> {
        open_database(directory, deadline)?.close().map_err(fault)?;
        let database = open_snapshot(directory, deadline)?;
        Transaction::new(Snapshot(database.begin_read().map_err(fault)?)).was_committed(id)
    });
    match is_there {
        Ok(true) => Ok(()),
        Ok(false) => Err(error),
        Err(doubt) => Err(StoreError::InDoubt(format!("{error}; {doubt}"))),
    }
}
