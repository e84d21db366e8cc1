//! One transaction from opening the file to closing it, and what becomes of a commit in doubt.
//!
//! It knows nothing of what is asked or changed.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use redb::{Database, ReadTransaction, ReadableDatabase, WriteTransaction};

use super::fault::failed;
use super::guard::Guard;
use super::migrate::{self, Age};
use super::open::{Deadline, NEW_DATA, Opened, Place, Readable};
use super::source::{Reader, Source, Writer};
use super::{backend::DeskBackend, desk};
use crate::domain::letter::CommandId;
use crate::store::{Result, StoreError};

/// What a panic leaves.
type Panic = Box<dyn Any + Send>;

/// How a transaction ended.
enum End<T, E> {
    /// The answer, durable.
    Committed(T),
    /// The caller, or the store, said no before the commit.
    Refused(E),
    /// The commit failed, and may be there all the same.
    Doubtful(T, StoreError),
    /// The caller's closure panicked.
    Panicked(Panic),
}

/// Reads in one snapshot. What must be mended or brought up first is, if `may_mend` says so.
///
/// # Errors
/// Those of `f` and of [`StoreError`]; `Busy` for what must be mended first and may not.
pub fn read<T, E: From<StoreError>>(
    place: &Place,
    deadline: Deadline,
    may_mend: bool,
    f: impl FnOnce(&Reader) -> Result<T, E>,
) -> Result<T, E> {
    let mut f = Some(f);
    loop {
        let answered = match place.open_reading(deadline, may_mend)? {
            Readable::Shared(opened) => {
                let Opened { database, backend } = opened;
                let guard = Guard::default();
                let answered = snapshot(&database, &guard, &mut f);
                leave(&guard, database, &backend);
                answered
            }
            Readable::Look(opened) => look_in(opened, &mut f),
        };
        match answered {
            Ok(answer) => return answer.unwrap_or_else(|panic| resume_unwind(panic)),
            // Some part of it must be brought up by a transaction that writes, and then be read anew.
            Err(None) if may_mend => write_nothing(place, deadline)?,
            Err(None) => return Err(StoreError::Busy.into()),
            Err(Some(error)) => return Err(error.into()),
        }
    }
}

/// Reads in a look at the file. It stays open, and keeps writers out, until it is read.
fn look_in<T, E: From<StoreError>>(
    opened: Opened<Database>,
    f: &mut Option<impl FnOnce(&Reader) -> Result<T, E>>,
) -> Answered<T, E> {
    let Opened { database, backend } = opened;
    let guard = Guard::default();
    let answered = snapshot(&database, &guard, f);
    leave(&guard, database, &backend);
    answered
}

/// Reads in a file that was opened for writing, and does not close it: that would be one more commit, and where damage makes redb panic
/// in one, it may panic twice, which ends the process.
fn look_in_open<T, E: From<StoreError>>(
    Opened { database, backend }: Opened<Database>,
    f: &mut Option<impl FnOnce(&Reader) -> Result<T, E>>,
) -> Answered<T, E> {
    let guard = Guard::default();
    let answered = snapshot(&database, &guard, f);
    backend.sever();
    guard.let_go(database);
    answered
}

/// The answer of a closure or its panic; `Err(None)` when the schema is older and the closure has not run.
type Answered<T, E> = std::result::Result<std::result::Result<Result<T, E>, Panic>, Option<StoreError>>;

fn snapshot<T, E: From<StoreError>>(
    database: &impl ReadableDatabase,
    guard: &Guard,
    f: &mut Option<impl FnOnce(&Reader) -> Result<T, E>>,
) -> Answered<T, E> {
    let transaction: ReadTransaction = guard.run(|| database.begin_read().map_err(failed)).map_err(Some)?;
    let reader = Reader::new(&transaction, guard);
    let answered = match (migrate::check(&reader), f.take()) {
        (Ok(Age::Current), Some(run)) => Ok(catch_unwind(AssertUnwindSafe(|| run(&reader)))),
        (Ok(_), unused) => {
            *f = unused;
            Err(None)
        }
        (Err(error), _) => Err(Some(error)),
    };
    guard.let_go(reader);
    guard.let_go(transaction);
    answered
}

/// Changes the file, under the writers' lock, which the caller holds. `prepare` comes before `f` in the same transaction.
///
/// # Errors
/// Those of `f` and of [`StoreError`].
pub fn write<T, E: From<StoreError>>(
    place: &Place,
    deadline: Deadline,
    id: &CommandId,
    prepare: fn(&Writer) -> Result<()>,
    f: &mut dyn FnMut(&mut Writer) -> Result<T, E>,
) -> Result<T, E> {
    let Opened { database, backend } = place.open_writing(deadline)?;
    let guard = Guard::default();
    let end = attempt(&database, &guard, id, prepare, f);
    // The database is not closed, which would cost as much as another commit. Every commit is whole in itself: readers find it as
    // it is, and the next writer the record of free pages in it.
    backend.sever();
    guard.let_go(database);
    match end {
        End::Committed(answer) => Ok(answer),
        End::Refused(error) => Err(error),
        End::Panicked(panic) => resume_unwind(panic),
        // A desk that is being founded is taken away again, whatever is there of it.
        End::Doubtful(_, error) if place.data == NEW_DATA => Err(error.into()),
        End::Doubtful(answer, error) => settle(place, deadline, id, error).map(|()| answer).map_err(E::from),
    }
}

/// Opens and closes the file for writing, and brings its schema up.
fn write_nothing(place: &Place, deadline: Deadline) -> Result<()> {
    let _lock = place.lock(deadline)?;
    write(place, deadline, &CommandId([0; 16]), migrate::upgrade, &mut |_| Ok(()))
}

fn attempt<T, E: From<StoreError>>(
    database: &Database,
    guard: &Guard,
    id: &CommandId,
    prepare: fn(&Writer) -> Result<()>,
    f: &mut dyn FnMut(&mut Writer) -> Result<T, E>,
) -> End<T, E> {
    let begun = guard.run(|| {
        let mut transaction = database.begin_write().map_err(failed)?;
        // Without it the next open after a crash reads the whole file.
        transaction.set_quick_repair(true);
        Ok(transaction)
    });
    let transaction = match begun {
        Ok(transaction) => transaction,
        Err(error) => return End::Refused(error.into()),
    };
    let mut writer = Writer::new(&transaction, guard);
    let answer = match prepare(&writer) {
        Ok(()) => catch_unwind(AssertUnwindSafe(|| f(&mut writer))),
        Err(error) => Ok(Err(error.into())),
    };
    let answer = match answer {
        Ok(Ok(answer)) => finish(&writer, id).map(|()| answer).map_err(|error| End::Refused(error.into())),
        Ok(Err(error)) => Err(End::Refused(error)),
        Err(panic) => Err(End::Panicked(panic)),
    };
    let has_changed = writer.has_changed();
    guard.let_go(writer);
    match answer {
        Ok(answer) if has_changed => match guard.run(|| transaction.commit().map_err(failed)) {
            Ok(()) => End::Committed(answer),
            Err(error) => End::Doubtful(answer, error),
        },
        Ok(answer) => {
            abort(guard, transaction);
            End::Committed(answer)
        }
        Err(end) => {
            abort(guard, transaction);
            end
        }
    }
}

/// What a transaction still has to write before it is committed.
fn finish(writer: &Writer, id: &CommandId) -> Result<()> {
    writer.flush()?;
    // A commit in doubt must be told from one that is not there, also for commands that nobody asks about later.
    if writer.has_changed() && !desk::was_committed(writer, id)? { desk::note_last(writer, id) } else { Ok(()) }
}

fn abort(guard: &Guard, transaction: WriteTransaction) {
    if guard.is_broken() {
        std::mem::forget(transaction);
    } else {
        // What was not committed is not there, whether or not redb could tidy up after it.
        drop(guard.run(|| transaction.abort().map_err(failed)));
    }
}

/// Finds out whether a commit that failed is there. `Ok`: it is, and durable. `Err`: it is not, for that reason.
fn settle(place: &Place, deadline: Deadline, id: &CommandId, error: StoreError) -> Result<()> {
    let has_it = |reader: &Reader| Ok(desk::was_committed(reader, id)? || desk::was_last(reader, id)?);
    let told = |answered: Answered<bool, StoreError>| match answered {
        Ok(Ok(answer)) => answer,
        Ok(Err(_)) | Err(None) => Err(StoreError::Corrupt("a look at the file failed".into())),
        Err(Some(error)) => Err(error),
    };
    // Opening for writing flushes what may be only in the system's memory; on a full disk it may fail.
    let durable = place.open_writing(deadline).and_then(|opened| told(look_in_open(opened, &mut Some(has_it))));
    let seen = match &durable {
        Ok(is_there) => Ok(*is_there),
        Err(_) => place.look(deadline).and_then(|opened| told(look_in(opened, &mut Some(has_it)))),
    };
    match (durable, seen) {
        (Ok(true), _) => Ok(()),
        (_, Ok(false)) => Err(error),
        (_, Ok(true)) => Err(StoreError::InDoubt(format!("it is there, but may not outlast a power cut: {error}"))),
        (_, Err(second)) => Err(StoreError::InDoubt(format!("{error}; and then: {second}"))),
    }
}

/// Closes what was only read; where redb panicked it is leaked, but not its hold on the file.
fn leave<D>(guard: &Guard, database: D, backend: &DeskBackend) {
    guard.let_go(database);
    if guard.is_broken() {
        backend.sever();
    }
}
