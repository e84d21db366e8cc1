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

/// The password of everybody on a desk of the suite.
pub const PASSWORD: &str = "corriendo por la plaza 7";
/// The time at which a desk of the suite begins: a Monday morning.
pub const BEGINNING: &str = "2026-11-23T09:00:00Z";
