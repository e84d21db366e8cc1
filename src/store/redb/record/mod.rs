//! The records of the file: structs of their own, apart from the domain's, with the way from one to the other and back.
//!
//! A shape that was once released never changes; `golden.rs` holds its bytes. Only the plainest derives are used: an attribute that
//! changed the shape would change the bytes. It knows nothing of tables.

pub mod codes;
mod desk;
mod mail;
mod people;
mod task;
mod thread;
mod ticket;

#[cfg(test)]
pub use desk::{AuditV1, KeyV1, TopicV1};
pub use desk::{AuditV2, BlobV1, DraftV1, KeyV2, NumberV1, PayloadV1, PlaceV1, TextV1, TimeV1, TopicV2, WaitingV1};
#[cfg(test)]
pub use mail::LetterV1;
pub use mail::LetterV2;
#[cfg(test)]
pub use people::AccountV1;
pub use people::{AccountV2, CodeV1, SessionV1, ThrottleV1, TokenV1};
pub use task::TaskV1;
#[cfg(test)]
pub use thread::ClassV1;
pub use thread::{ClassV2, EntryV1};
pub use ticket::TicketV3;
#[cfg(test)]
pub use ticket::{TicketV1, TicketV2};

use crate::domain::time::Timestamp;
use crate::store::{Result, StoreError};

/// A record whose parts make no sense together.
fn nonsense(what: &str) -> StoreError {
    StoreError::Corrupt(format!("a record makes no sense: {what}"))
}

/// Reads a text back as a domain's own type; what does not read back the same was never written.
fn parsed<T: AsText>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T> {
    parse(text).filter(|value| value.as_text() == text).ok_or_else(|| nonsense(std::any::type_name::<T>()))
}

/// A type of the domain that is kept as its text.
trait AsText {
    fn as_text(&self) -> &str;
}

macro_rules! as_text {
    ($($name:ty),*) => { $(impl AsText for $name { fn as_text(&self) -> &str { self.as_str() } })* };
}
as_text!(
    crate::domain::account::Handle,
    crate::domain::account::PersonName,
    crate::domain::account::EmailAddress,
    crate::domain::ticket::TicketNumber
);

fn time(millis: i64) -> Timestamp {
    Timestamp::from_millis(millis)
}
