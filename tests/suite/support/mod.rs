//! A desk to test from outside: a directory of its own, people with sessions of their own, a clock that stands still, and the
//! letters that left. Everything is done by running the real program; nothing here looks into the store.
//!
//! The rest of the suite goes through [`Desk`] and [`Person`]; [`process`] runs one program with a limit on its time,
//! [`mailbox`] reads what lies in a Maildir, [`stage`] is a terminal.

pub mod desk;
pub mod mailbox;
pub mod person;
pub mod process;
pub mod stage;
mod template;
pub mod verbs;

pub use desk::Desk;
pub use mailbox::Mail;
pub use person::{Person, Run};
pub use process::Outcome;
pub use stage::Stage;

use rustix::fs::{StatVfsMountFlags, statvfs};
use tempfile::TempDir;

/// The password of everybody on a desk of the suite.
pub const PASSWORD: &str = "corriendo por la plaza 7";
/// The time at which a desk of the suite begins: a Monday morning.
pub const BEGINNING: &str = "2026-11-23T09:00:00Z";
/// A folder in memory, on machines that have one.
const IN_MEMORY: &str = "/dev/shm";
/// What that must have left: a container's often holds little, and each test may need a hundred of these at once.
const ROOM_MIB: u64 = 2_048;

/// A folder that goes when the value goes: in memory where there is room, as no test needs more than a process sees, and on a disk
/// every command of theirs waits for it several times.
pub fn folder() -> TempDir {
    let is_fit = statvfs(IN_MEMORY).is_ok_and(|memory| {
        let has_room = (memory.f_bavail * memory.f_frsize) >> 20 >= ROOM_MIB;
        has_room && !memory.f_flag.contains(StatVfsMountFlags::NOEXEC)
    });
    let in_memory = is_fit.then(|| tempfile::tempdir_in(IN_MEMORY).ok()).flatten();
    in_memory.unwrap_or_else(|| tempfile::tempdir().expect("a folder"))
}
