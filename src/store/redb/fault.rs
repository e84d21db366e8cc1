//! What redb says, as the store's errors. It knows nothing of the desk.

use std::io;

use crate::store::StoreError;

/// The store's error for one of redb's.
pub fn failed(error: impl Into<redb::Error>) -> StoreError {
    use redb::Error as Said;
    match error.into() {
        Said::Io(error) => io_failed(error),
        Said::DatabaseAlreadyOpen | Said::LockProtocolMismatch | Said::WouldBlock => StoreError::Busy,
        Said::Corrupted(why) => StoreError::Corrupt(why),
        error @ (Said::UpgradeRequired(_)
        | Said::TableTypeMismatch { .. }
        | Said::TableIsMultimap(_)
        | Said::TableIsNotMultimap(_)
        | Said::TypeDefinitionChanged { .. }
        | Said::TableDoesNotExist(_)) => StoreError::Corrupt(error.to_string()),
        error => StoreError::Unavailable(io::Error::other(error.to_string())),
    }
}

/// The store's error for one of the operating system's.
pub fn io_failed(error: io::Error) -> StoreError {
    match error.kind() {
        // The backend says so when its patience is at its end.
        io::ErrorKind::TimedOut => StoreError::Busy,
        // The file is shorter than it says itself, or is no file of redb's.
        io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => {
            StoreError::Corrupt(error.to_string())
        }
        _ => StoreError::Unavailable(error),
    }
}
