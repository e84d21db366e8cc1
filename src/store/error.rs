//! What can go wrong with a store, whichever engine it is: matched by its kind, never by its words.

use std::path::PathBuf;

/// What can go wrong with a store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Others hold it longer than this command was told to wait.
    #[error("the store is busy")]
    Busy,
    /// Two transactions collided; the engine gave up trying again.
    #[error("transactions collided")]
    Conflict,
    /// Whether the commit is there cannot be told.
    #[error("the commit is in doubt: {0}")]
    InDoubt(String),
    /// What is kept is damaged.
    #[error("the store is damaged: {0}")]
    Corrupt(String),
    /// A newer program wrote it.
    #[error("the store has schema {found}, this program knows {known}")]
    TooNew {
        /// Its schema.
        found: u32,
        /// The newest schema that this program knows.
        known: u32,
    },
    /// It may not be read: it is somebody else's.
    #[error("the store at {0} may not be read")]
    Forbidden(PathBuf),
    /// There is none.
    #[error("no store at {0}")]
    Missing(PathBuf),
    /// There is one already.
    #[error("a store is there already: {0}")]
    Exists(PathBuf),
    /// Something is in its place that is no directory.
    #[error("{0} is no directory")]
    NotADirectory(PathBuf),
    /// Others may read or write its files.
    #[error("others may read or write {path}")]
    Exposed {
        /// The file or directory.
        path: PathBuf,
        /// The permissions it should have, as `chmod` takes them.
        mode: u32,
    },
    /// The disk, the file system or its permissions.
    #[error("the store cannot be used: {0}")]
    Unavailable(#[source] std::io::Error),
}
