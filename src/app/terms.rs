//! The desk's promise of an answer, and the calendar that it is counted by.

use super::desk;
use crate::domain::calendar::{Calendar, Countdown};
use crate::domain::deadline::{Deadline, Promise, Urgency};
use crate::domain::time::{Span, Timestamp};
use crate::store::{Read, StoreError};

/// The desk's promise of an answer, with the calendar that it is counted by.
pub struct Terms {
    /// What working time is counted by.
    pub calendar: Calendar,
    /// The promise.
    pub promise: Promise,
}

impl Terms {
    /// By when an answer is due whose time counts from a moment; `None` for what lies beyond any calendar.
    pub fn deadline(&self, counts_from: Timestamp) -> Option<Deadline> {
        Deadline::of(counts_from, &self.calendar, self.promise)
    }

    /// Counts the working time from moments up to `end`.
    pub fn countdown(&self, end: Timestamp) -> Countdown<'_> {
        Countdown::new(&self.calendar, end)
    }

    /// How much working time lies between two moments.
    pub fn working_between(&self, from: Timestamp, until: Timestamp) -> Span {
        self.calendar.working_between(from, until)
    }

    /// Whose time counts from then or longer is warned of or overdue at `now`, and nobody else; `None` where nobody can be.
    pub fn latest_start(&self, now: Timestamp, urgency: Urgency) -> Option<Timestamp> {
        let time = match urgency {
            Urgency::InTime => return Some(now),
            Urgency::Warned => self.promise.warn.min(self.promise.due),
            Urgency::Overdue => self.promise.due,
        };
        self.calendar.latest_start(now, time)
    }
}

/// The desk's promise of an answer.
///
/// # Errors
/// Those of the store.
pub fn terms(read: &dyn Read) -> Result<Terms, StoreError> {
    Ok(Terms { calendar: desk::calendar(read)?, promise: promise(read)? })
}

/// The promise alone.
///
/// # Errors
/// Those of the store.
pub fn promise(read: &dyn Read) -> Result<Promise, StoreError> {
    Ok(Promise { warn: desk::span(read, "answer.warn")?, due: desk::span(read, "answer.due")? })
}
