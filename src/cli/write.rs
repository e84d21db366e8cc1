//! New files that a command leaves behind, for the person alone.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, OFlags, RenameFlags, renameat_with};

use crate::ui::error::Failure;

/// The most bytes of a file's name in the name of what is to become it: file systems take 255 in all.
const LONGEST_NAME: usize = 200;

/// A new file, never one that is there already.
///
/// # Errors
/// Those of the file system.
pub fn new(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

/// The same for a file that somebody named.
///
/// # Errors
/// `NoFolder`, `File`.
pub fn create(path: &Path) -> Result<File, Failure> {
    new(path).map_err(|error| unmade(path, error))
}

/// That a file could not be made, which can only lack its folder.
fn unmade(path: &Path, error: io::Error) -> Failure {
    match (error.kind(), path.parent().filter(|folder| !folder.as_os_str().is_empty())) {
        (ErrorKind::NotFound, Some(folder)) => Failure::NoFolder(folder.to_owned()),
        _ => Failure::File(path.to_owned(), error),
    }
}

/// A file that is being written under another name, so that nobody takes half of it for the whole, whatever happens meanwhile.
///
/// It goes away unless it is placed. One that somebody died over is taken away by the next who writes the same file.
#[derive(Debug)]
pub struct Unfinished {
    file: File,
    path: PathBuf,
    target: PathBuf,
}

impl Unfinished {
    /// Begins a file beside where it is to be.
    ///
    /// # Errors
    /// `NoFolder`, `File`; `File` with the other name while somebody else is writing the same file.
    pub fn of(target: &Path) -> Result<Self, Failure> {
        let path = target.with_file_name(unfinished_name(target.file_name().unwrap_or_default()));
        loop {
            let file = match new(&path) {
                Ok(file) => file,
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                    remove_abandoned(&path).map_err(|error| Failure::File(path.clone(), error))?;
                    continue;
                }
                Err(error) => return Err(unmade(target, error)),
            };
            let in_use = || Failure::File(path.clone(), ErrorKind::AlreadyExists.into());
            // Where nothing can be locked, nobody is kept out.
            if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
                return Err(in_use());
            }
            // Before it was locked it looked like one that somebody died over.
            if is_at(&file, &path) {
                return Ok(Self { file, path, target: target.to_owned() });
            }
        }
    }

    /// Makes it durable and puts it where it is to be, where nothing may be.
    ///
    /// # Errors
    /// `File`.
    pub fn place(self) -> Result<(), Failure> {
        self.placed(|path, target| {
            let is_there = |error: &io::Error| error.kind() == ErrorKind::AlreadyExists;
            // Not every file system has links, and not every other one renames without replacing.
            fs::hard_link(path, target)
                .or_else(|error| if is_there(&error) { Err(error) } else { rename_beside_nothing(path, target) })
                .or_else(|error| if is_there(&error) { Err(error) } else { new(target).and_then(|_| fs::rename(path, target)) })
        })
    }

    /// The same, whatever is there.
    ///
    /// # Errors
    /// `File`.
    pub fn replace(self) -> Result<(), Failure> {
        self.placed(|path, target| fs::rename(path, target))
    }

    fn placed(self, put: impl FnOnce(&Path, &Path) -> io::Result<()>) -> Result<(), Failure> {
        let put = self.file.sync_all().and_then(|()| put(&self.path, &self.target));
        put.and_then(|()| sync_folder(&self.target)).map_err(|error| Failure::File(self.target.clone(), error))
    }
}

impl Write for Unfinished {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Once this one was renamed, another may be there.
        if is_at(&self.file, &self.path) {
            drop(fs::remove_file(&self.path));
        }
    }
}

fn rename_beside_nothing(path: &Path, target: &Path) -> io::Result<()> {
    renameat_with(CWD, path, CWD, target, RenameFlags::NOREPLACE).map_err(io::Error::from)
}

fn unfinished_name(name: &OsStr) -> PathBuf {
    let name = name.as_bytes();
    let name = [b".", name.get(..LONGEST_NAME).unwrap_or(name), b".unfinished"].concat();
    PathBuf::from(OsStr::from_bytes(&name))
}

/// Takes away what somebody died over. It is not written into: in a folder that is not one's own it may be somebody else's.
fn remove_abandoned(path: &Path) -> io::Result<()> {
    let flags = (OFlags::NONBLOCK | OFlags::NOFOLLOW).bits().cast_signed();
    let file = match OpenOptions::new().read(true).custom_flags(flags).open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        file => file?,
    };
    if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
        return Err(ErrorKind::AlreadyExists.into());
    }
    if is_at(&file, path) { fs::remove_file(path) } else { Ok(()) }
}

fn is_at(file: &File, path: &Path) -> bool {
    let of = |metadata: &fs::Metadata| (metadata.dev(), metadata.ino());
    matches!((file.metadata(), fs::symlink_metadata(path)), (Ok(opened), Ok(named)) if of(&opened) == of(&named))
}

/// Makes it durable that a file is where it is.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Into some folders one may put a file and not look, and not every file system can do this.
    let Ok(folder) = File::open(folder) else { return Ok(()) };
    match folder.sync_all() {
        Err(error) if error.kind() == ErrorKind::InvalidInput => Ok(()),
        synced => synced,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_file_is_never_there_and_one_that_somebody_died_over_is_taken_away() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("centro.ndjson");
        let names = || fs::read_dir(home.path()).unwrap().map(|file| file.unwrap().file_name()).collect::<Vec<_>>();
        let mut first = Unfinished::of(&target).unwrap();
        first.write_all(b"half").unwrap();
        assert!(!target.exists());
        assert!(matches!(Unfinished::of(&target), Err(Failure::File(path, _)) if path != target), "another is at it");
        // Whoever is killed tidies nothing up.
        let left = first.path.clone();
        let file = first.file.try_clone().unwrap();
        file.unlock().unwrap();
        std::mem::forget(first);
        assert!(left.exists() && !target.exists());
        let mut second = Unfinished::of(&target).unwrap();
        second.write_all(b"whole").unwrap();
        second.place().unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"whole");
        assert_eq!(names(), ["centro.ndjson"]);
        let third = Unfinished::of(&target).unwrap();
        assert!(third.place().is_err());
        assert_eq!(fs::read(&target).unwrap(), b"whole");
        Unfinished::of(&target).unwrap().replace().unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"");
        drop(Unfinished::of(&target).unwrap());
        assert_eq!(names(), ["centro.ndjson"]);
        let long = home.path().join("x".repeat(255));
        Unfinished::of(&long).unwrap().place().unwrap();
        assert!(long.exists());
    }
}
