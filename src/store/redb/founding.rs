//! A desk that is being made: there is a whole one or none, and whoever is refused leaves nothing of their own behind.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::open::{Deadline, LOCK, NEW_DATA, Place, sync_directory};
use super::source::Writer;
use super::{migrate, transaction};
use crate::domain::letter::CommandId;
use crate::store::{Result, StoreError};

/// Makes a desk with its first transaction in it.
///
/// # Errors
/// `Exists` when there is one, `NotADirectory`, `Exposed` when its directory is there already with something in it and others may enter
/// it, `Busy`, `Unavailable`; those of `f`.
pub fn found<T, E: From<StoreError>>(
    place: &Place,
    deadline: Deadline,
    id: &CommandId,
    f: &mut dyn FnMut(&mut Writer) -> Result<T, E>,
) -> Result<T, E> {
    let mut made = Vec::new();
    let (lock, founded) = match enter(place, deadline, &mut made) {
        Ok((lock, is_new)) => {
            let founded = fill(place, deadline, id, f);
            let is_nobodys = founded.is_err() && is_new && !is_there(&place.path());
            if is_nobodys {
                // Only under the lock: whoever waits for it finds out, and makes another.
                drop(fs::remove_file(place.directory.join(LOCK)));
            }
            (Some(lock), founded)
        }
        Err(error) => (None, Err(error.into())),
    };
    if founded.is_err() {
        // A directory that anything is in stays.
        made.iter().rev().for_each(|directory| drop(fs::remove_dir(directory)));
    }
    drop(lock);
    founded
}

/// What a making that was broken off left behind, if nobody is at it now. The next one takes it away.
///
/// # Errors
/// `Unavailable`.
pub fn unfinished(place: &Place) -> Result<Option<PathBuf>> {
    let new = place.directory.join(NEW_DATA);
    if !is_there(&new) {
        return Ok(None);
    }
    match place.lock(Deadline::after(Duration::ZERO)) {
        Ok(_) => Ok(Some(new)),
        Err(StoreError::Busy | StoreError::Missing(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

fn is_there(path: &Path) -> bool {
    !fs::exists(path).is_ok_and(|is_there| !is_there)
}

/// Makes the directory and takes the right to write in it; says whether the lock is new.
fn enter(place: &Place, deadline: Deadline, made: &mut Vec<PathBuf>) -> Result<(File, bool)> {
    loop {
        make_directory(place, made)?;
        let is_new = !is_there(&place.directory.join(LOCK));
        match place.lock(deadline) {
            // Whoever had made the directory was refused, and took it away again.
            Err(StoreError::Missing(_)) if !deadline.left().is_zero() => {}
            lock => return Ok((lock?, is_new)),
        }
    }
}

/// Makes the desk's directory, for its owner alone; what is above it gets the usual permissions. An empty one of one's own is closed
/// to others: there is nothing in it yet that anybody could miss.
fn make_directory(place: &Place, made: &mut Vec<PathBuf>) -> Result<()> {
    let above = place.directory.ancestors().skip(1);
    let missing: Vec<_> = above.take_while(|path| !path.as_os_str().is_empty() && !is_there(path)).collect();
    for directory in missing.into_iter().rev() {
        match fs::create_dir(directory) {
            Ok(()) => made.push(directory.to_owned()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(StoreError::Unavailable(error)),
        }
    }
    match DirBuilder::new().mode(0o700).create(&place.directory) {
        Ok(()) => {
            made.push(place.directory.clone());
            place.directory.parent().map_or(Ok(()), sync_directory)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            close_if_empty(&place.directory)?;
            place.check_mode(&place.directory, 0o700)
        }
        Err(error) => Err(StoreError::Unavailable(error)),
    }
}

fn close_if_empty(directory: &Path) -> Result<()> {
    // Whoever had made it may have taken it away again, or nobody may look: that is found out with the lock.
    let Ok(metadata) = fs::metadata(directory) else { return Ok(()) };
    if !metadata.is_dir() {
        return Err(StoreError::NotADirectory(directory.to_owned()));
    }
    let is_own = metadata.uid() == rustix::process::geteuid().as_raw();
    let is_empty = || fs::read_dir(directory).is_ok_and(|mut entries| entries.next().is_none());
    if is_own && metadata.mode() & 0o077 != 0 && is_empty() {
        fs::set_permissions(directory, Permissions::from_mode(0o700)).map_err(StoreError::Unavailable)?;
    }
    Ok(())
}

/// Makes the file under another name, so that a desk is never there by half.
fn fill<T, E: From<StoreError>>(
    place: &Place,
    deadline: Deadline,
    id: &CommandId,
    f: &mut dyn FnMut(&mut Writer) -> Result<T, E>,
) -> Result<T, E> {
    if fs::exists(place.path()).map_err(StoreError::Unavailable)? {
        return Err(StoreError::Exists(place.directory.clone()).into());
    }
    let new = Place { data: NEW_DATA, ..place.clone() };
    let remove = || match fs::remove_file(new.path()) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(StoreError::Unavailable(error)),
        _ => Ok(()),
    };
    remove()?;
    // redb would make it for everybody to read.
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(new.path());
    made.map_err(StoreError::Unavailable)?;
    let answer = transaction::write(&new, deadline, id, migrate::lay_out, f);
    let placed = answer.and_then(|answer| {
        fs::rename(new.path(), place.path()).map_err(StoreError::Unavailable)?;
        sync_directory(&place.directory)?;
        Ok(answer)
    });
    if placed.is_err() {
        // The error that is told is the one that came first.
        drop(remove());
    }
    placed
}
