//! A whole desk as lines of JSON, and a desk made anew from them.
//!
//! # The format
//! One object a line, told apart by `kind`, in this order: `dump` (format, version, desk, time, the last places given), `secret`,
//! `setting`, `topic`, `account`, `blob` each with its `piece`s, `ticket` each with its `entry` and `mark` lines, `number` (of tickets that
//! are gone), `task`, `letter` each with its `frozen` pieces, `key` (of idempotency) each with its `printed` pieces, `link` (of the audit), and
//! `end` with counts and the SHA-256 of all bytes before it.
//! Times are RFC 3339 with milliseconds, hashes hexadecimal, bytes base64 in pieces of at most [`PIECE`].
//!
//! Left out are what is only good for a while or on one machine: sessions, tokens, codes, drafts, failed attempts. Idempotency keys are
//! not: a script that goes on at the new desk must not do again what it did at the old one. A letter that a relay has is told as one that waits, and one with a code, which is void without the others, as cancelled. A dump is as
//! secret as the desk: the desk's secret, from which Message-IDs come, and passwords' hashes stand in it.
//!
//! It knows the questions and changes of the store, and neither files nor who may do this.

mod loader;
mod shape;
#[cfg(test)]
mod tests;
mod writer;

use crate::store::StoreError;

pub use loader::{Loaded, Loader, Pieces, Stop};
pub use writer::{Beside, is_whole, write};

/// What the first line says that it is.
const FORMAT: &str = "taquilla-dump";
/// The version that this program writes, and the latest that it reads. 2: how long clients wait, and what was told of it.
const VERSION: u64 = 2;
/// The most bytes in one piece of an attachment or a letter.
pub const PIECE: usize = crate::store::BLOB_CHUNK;
/// The most bytes of a line: a summary of many thousands of tickets fits, and what one command did to them.
pub const LONGEST_LINE: usize = 64 * 1024 * 1024;

/// How many of each kind there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Settings that were set.
    pub settings: u64,
    /// Topics.
    pub topics: u64,
    /// People.
    pub accounts: u64,
    /// Attachments.
    pub blobs: u64,
    /// Tickets.
    pub tickets: u64,
    /// Entries of their threads.
    pub entries: u64,
    /// What people have been shown of them.
    pub marks: u64,
    /// Numbers of tickets that are gone.
    pub numbers: u64,
    /// Tasks; older dumps have none.
    #[serde(default)]
    pub tasks: u64,
    /// Letters.
    pub letters: u64,
    /// Idempotency keys.
    pub keys: u64,
    /// Links of the audit.
    pub links: u64,
}

/// How far a dump has come, by its tickets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many are done.
    pub done: u64,
    /// How many there are about.
    pub of: u64,
}

/// What is written to when something goes wrong that is the store's.
pub trait Broken: From<StoreError> {}
impl<E: From<StoreError>> Broken for E {}
