//! What can be wrong with a desk's calendar, or with what is to be added to it.

use super::ics::IcsFault;

/// What is wrong with a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarFault {
    /// A calendar file, or a line of it, that cannot be read or makes no sense.
    Ics(IcsFault),
    /// Settings with which no answer would ever be due.
    Unanswerable,
    /// By the desk's calendar the answer to a message never falls due.
    NeverDue,
    /// More holidays than the setting holds.
    TooManyHolidays {
        /// The most characters.
        most: u64,
    },
}
