//! The file under redb: locks that do not wait for ever, a file that can be let go of, and a look at it that writes nothing.
//!
//! redb takes its header lock blocking, across an fsync of others: beside a stopped writer it would hang. Here every lock is
//! tried until patience ends. This file knows nothing of tables.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::ops::Bound;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::thread;
use std::time::{Duration, Instant};

use redb::backends::FileBackend;
use redb::{BackendError, StorageBackend};

/// The shortest pause between two tries of a lock, and the longest.
const PAUSES: (Duration, Duration) = (Duration::from_micros(50), Duration::from_millis(4));
/// The pieces in which a look keeps what redb writes.
const PIECE: usize = 4096;

/// The byte whose lock tells redb's readers that a file is sound although nobody has closed it: a living writer holds it.
const SOUND: (Bound<u64>, Bound<u64>) = (Bound::Included((1 << 62) + 4), Bound::Included((1 << 62) + 4));
/// Where redb's header keeps its flags; in them: the last commit had two phases, and it may not have reached the disk yet.
const FLAGS: u64 = 9;
const TWO_PHASE: u8 = 4;
const UNFLUSHED: u8 = 8;

/// What redb is about to ask of the file; tests answer it with a full disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Bytes are written.
    Write,
    /// The file changes its length.
    Resize,
    /// What was written is made durable.
    Sync,
}

/// Lets a test fail a step.
pub type Tap = Arc<dyn Fn(Step) -> io::Result<()> + Send + Sync>;

/// How a file is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// As redb asks.
    Whole,
    /// To be read, also where the last writer let go of the file without closing it.
    Reading,
    /// What redb writes stays in memory, and its locks only keep writers out: a look at a file that cannot be written, or must not.
    Look,
}

/// The file of a desk as redb sees it. Clones are handles to the same file.
#[derive(Clone)]
pub struct DeskBackend(Arc<Shared>);

struct Shared {
    file: RwLock<Option<FileBackend>>,
    patience: Duration,
    usage: Use,
    look: Option<Mutex<Look>>,
    tap: Option<Tap>,
}

/// What was written to a file that is only looked at.
#[derive(Debug, Default)]
struct Look {
    length: u64,
    pieces: BTreeMap<u64, Vec<u8>>,
}

impl std::fmt::Debug for DeskBackend {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("DeskBackend").finish_non_exhaustive()
    }
}

impl DeskBackend {
    /// A file that waits up to `patience` for each lock.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn new(file: File, usage: Use, patience: Duration, tap: Option<Tap>) -> io::Result<Self> {
        let look = match usage {
            Use::Whole | Use::Reading => None,
            Use::Look => Some(Mutex::new(Look { length: file.metadata()?.len(), pieces: BTreeMap::new() })),
        };
        let file = FileBackend::new(file).map_err(|error| io::Error::other(error.to_string()))?;
        Ok(Self(Arc::new(Shared { file: RwLock::new(Some(file)), patience, usage, look, tap })))
    }

    /// Lets go of the file and all its locks, whatever still refers to it: what is left of a redb that panicked is never dropped.
    pub fn sever(&self) {
        drop(self.0.file.write().unwrap_or_else(PoisonError::into_inner).take());
    }

    fn with<T, E: From<io::Error>>(&self, f: impl FnOnce(&FileBackend) -> Result<T, E>) -> Result<T, E> {
        match self.0.file.read().unwrap_or_else(PoisonError::into_inner).as_ref() {
            Some(file) => f(file),
            None => Err(io::Error::other("the file was let go of").into()),
        }
    }

    fn look(&self) -> Option<MutexGuard<'_, Look>> {
        self.0.look.as_ref().map(|look| look.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Asks the test, if there is one, whether a step may be taken. What stays in memory fills no disk.
    fn tap(&self, step: Step) -> io::Result<()> {
        self.0.tap.as_ref().filter(|_| self.0.look.is_none()).map_or(Ok(()), |tap| tap(step))
    }

    /// Tries a lock until it is there or patience ends.
    fn wait(&self, mut attempt: impl FnMut() -> Result<bool, BackendError>) -> Result<(), BackendError> {
        let began = Instant::now();
        let mut pause = PAUSES.0;
        loop {
            if attempt()? {
                return Ok(());
            }
            if began.elapsed() >= self.0.patience {
                return Err(BackendError::Io(io::Error::new(io::ErrorKind::TimedOut, "the file is locked")));
            }
            thread::sleep(pause);
            pause = (pause * 2).min(PAUSES.1);
        }
    }
}

impl StorageBackend for DeskBackend {
    fn len(&self) -> io::Result<u64> {
        match self.look() {
            Some(look) => Ok(look.length),
            None => self.with(FileBackend::len),
        }
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        match self.look() {
            Some(look) => look.read(offset, out, |offset, out| self.with(|file| read_or_zeros(file, offset, out))),
            None => self.with(|file| file.read(offset, out)),
        }
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        self.tap(Step::Resize)?;
        match self.look() {
            Some(mut look) => {
                look.length = length;
                Ok(())
            }
            None => self.with(|file| file.set_len(length)),
        }
    }

    fn sync_data(&self) -> io::Result<()> {
        self.tap(Step::Sync)?;
        if self.0.look.is_some() { Ok(()) } else { self.with(FileBackend::sync_data) }
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.tap(Step::Write)?;
        match self.look() {
            Some(mut look) => look.write(offset, data, |offset, out| self.with(|file| read_or_zeros(file, offset, out))),
            None => self.with(|file| file.write(offset, data)),
        }
    }

    fn close(&self) -> io::Result<()> {
        self.with(FileBackend::close)
    }

    fn try_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        // A look may stand on a file that it cannot write, where the system grants no exclusive lock.
        let shared = self.0.look.is_some();
        self.with(|file| if shared { file.try_lock_shared_range(start, end) } else { file.try_lock_range(start, end) })
    }

    fn try_lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.with(|file| file.try_lock_shared_range(start, end))
    }

    fn lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.wait(|| self.try_lock_range(start, end))
    }

    fn lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.wait(|| self.try_lock_shared_range(start, end))
    }

    fn unlock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.with(|file| file.unlock_range(start, end))
    }

    fn query_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        let is_held = self.with(|file| file.query_lock_range(start, end))?;
        let asks_for_soundness = self.0.usage == Use::Reading && (start, end) == SOUND;
        Ok(is_held || (asks_for_soundness && self.with(is_sound)?))
    }
}

impl Look {
    /// Reads what was written here or, where nothing was, what `below` has.
    fn read(&self, offset: u64, out: &mut [u8], below: impl Fn(u64, &mut [u8]) -> io::Result<()>) -> io::Result<()> {
        let end = offset.checked_add(out.len() as u64).filter(|&end| end <= self.length);
        if end.is_none() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if self.pieces.is_empty() {
            return below(offset, out);
        }
        for (place, within, part) in pieces(offset, out.len()) {
            let out = &mut out[part.clone()];
            match self.pieces.get(&place) {
                Some(piece) => out.copy_from_slice(&piece[within..within + out.len()]),
                None => below(place * PIECE as u64 + within as u64, out)?,
            }
        }
        Ok(())
    }

    fn write(&mut self, offset: u64, data: &[u8], below: impl Fn(u64, &mut [u8]) -> io::Result<()>) -> io::Result<()> {
        self.length = self.length.max(offset + data.len() as u64);
        for (place, within, part) in pieces(offset, data.len()) {
            let data = &data[part];
            let piece = match self.pieces.entry(place) {
                std::collections::btree_map::Entry::Occupied(piece) => piece.into_mut(),
                std::collections::btree_map::Entry::Vacant(vacant) => {
                    let mut piece = vec![0; PIECE];
                    if data.len() < PIECE {
                        below(place * PIECE as u64, &mut piece)?;
                    }
                    vacant.insert(piece)
                }
            };
            piece[within..within + data.len()].copy_from_slice(data);
        }
        Ok(())
    }
}

/// Cuts a range of the file into parts that lie in one piece each: which piece, where in it, and which part of the range.
fn pieces(offset: u64, length: usize) -> impl Iterator<Item = (u64, usize, std::ops::Range<usize>)> {
    let mut done = 0;
    std::iter::from_fn(move || {
        let position = offset + done as u64;
        let place = position / PIECE as u64;
        let within = usize::try_from(position % PIECE as u64).ok()?;
        let part = done..length.min(done + PIECE - within);
        done = part.end;
        (!part.is_empty()).then_some((place, within, part))
    })
}

/// Whether a file can be read as it is, although its last writer did not close it: what it committed last was flushed, in two
/// phases, before the header named it, so that no crash can have left a part of it.
fn is_sound(file: &FileBackend) -> io::Result<bool> {
    let mut flags = [0];
    file.read(FLAGS, &mut flags)?;
    Ok(flags[0] & (TWO_PHASE | UNFLUSHED) == TWO_PHASE)
}

/// Reads a part of a file that may end before it does.
fn read_or_zeros(file: &FileBackend, offset: u64, out: &mut [u8]) -> io::Result<()> {
    let there = file.len()?.saturating_sub(offset);
    let there = usize::try_from(there).unwrap_or(usize::MAX).min(out.len());
    let (real, beyond) = out.split_at_mut(there);
    beyond.fill(0);
    if real.is_empty() { Ok(()) } else { file.read(offset, real) }
}
