//! New files that a command leaves behind, for the person alone.

use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use crate::ui::error::Failure;

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
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    new(path).map_err(|error| match (error.kind(), folder) {
        // A file that is to be made can only lack its folder.
        (ErrorKind::NotFound, Some(folder)) => Failure::NoFolder(folder.to_owned()),
        _ => Failure::File(path.to_owned(), error),
    })
}
