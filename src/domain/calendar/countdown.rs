//! Working time counted from many moments up to one end.

use super::Calendar;
use crate::domain::time::{Span, Timestamp};

/// How much working time is left, or was, from moments up to one end.
///
/// Moments that come in order cost what lies between each and the one before: a list of what has been late for years costs little
/// more than its first row.
pub struct Countdown<'c> {
    calendar: &'c Calendar,
    end: Timestamp,
    last: Option<(Timestamp, Span)>,
}

impl<'c> Countdown<'c> {
    /// Counts up to `end`.
    pub fn new(calendar: &'c Calendar, end: Timestamp) -> Self {
        Self { calendar, end, last: None }
    }

    /// The same as [`Calendar::working_between`] from `start` up to the end, in whichever order moments come.
    pub fn from(&mut self, start: Timestamp) -> Span {
        let left = match self.last {
            Some((before, left)) if (before..=self.end).contains(&start) => {
                Span::millis(left.as_millis() - self.calendar.working_between(before, start).as_millis())
            }
            _ => self.calendar.working_between(start, self.end),
        };
        self.last = Some((start, left));
        left
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_counts_as_the_calendar_does(
            starts in prop::collection::vec(0_i64..200_000, 1..12),
            end in 0_i64..200_000,
            week in prop::sample::select(vec!["mon-fri", "mon-sun", "mon-thu 09:00-18:00, fri 09:00-15:00", "fri-mon 22:00-24:00"]),
            sorted in any::<bool>(),
        ) {
            let calendar = Calendar::parse("Europe/Madrid", week, "easter+1,05-15", "es").unwrap();
            let at = |minutes: i64| Timestamp::from_millis(1_577_836_800_000).plus(Span::minutes(minutes * 7));
            let mut starts = starts;
            if sorted {
                starts.sort_unstable();
            }
            let mut countdown = Countdown::new(&calendar, at(end));
            for start in starts {
                prop_assert_eq!(countdown.from(at(start)), calendar.working_between(at(start), at(end)));
            }
        }
    }
}
