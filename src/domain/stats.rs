//! How much there is to do, and how much was done in a period.

use super::ticket::Ticket;
use super::time::{Span, Timestamp};

/// Something that a ticket comes to in its life, at a time that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Milestone {
    /// It was opened.
    Opened,
    /// Staff answered it first.
    Answered,
    /// It was closed, and is closed still.
    Closed,
}

impl Milestone {
    /// Every milestone.
    pub const ALL: [Self; 3] = [Self::Opened, Self::Answered, Self::Closed];

    /// When a ticket came to it.
    pub fn of(self, ticket: &Ticket) -> Option<Timestamp> {
        match self {
            Self::Opened => Some(ticket.created_at),
            Self::Answered => ticket.first_answered_at,
            Self::Closed => ticket.closed_at,
        }
    }
}

/// Times after which tickets were answered first: eight bytes for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<i64>);

impl Answers {
    /// One more.
    pub fn add(&mut self, after: Span) {
        self.0.push(after.as_millis());
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.0.len() as u64
    }

    /// The time within which so many of a hundred were answered, by the nearest rank: it is always the time of one of them.
    pub fn within(&mut self, percent: u64) -> Option<Span> {
        let rank = (self.count() * percent.min(100)).div_ceil(100).max(1);
        let place = usize::try_from(rank).ok()?.checked_sub(1).filter(|place| *place < self.0.len())?;
        let (_, found, _) = self.0.select_nth_unstable(place);
        Some(Span::millis(*found))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn answers(hours: &[i64]) -> Answers {
        let mut answers = Answers::default();
        hours.iter().for_each(|hours| answers.add(Span::hours(*hours)));
        answers
    }

    #[test]
    fn the_nearest_rank_is_one_of_them() {
        assert_eq!(answers(&[]).within(50), None);
        assert_eq!([0, 50, 90, 100].map(|percent| answers(&[7]).within(percent)), [Some(Span::hours(7)); 4]);
        assert_eq!(answers(&[4, 1, 3, 2]).within(50), Some(Span::hours(2)));
        assert_eq!(answers(&[5, 4, 1, 3, 2]).within(50), Some(Span::hours(3)));
        assert_eq!(answers(&(1..=10).collect::<Vec<_>>()).within(90), Some(Span::hours(9)));
        assert_eq!(answers(&(1..=11).collect::<Vec<_>>()).within(90), Some(Span::hours(10)));
    }

    proptest! {
        #[test]
        fn so_many_of_a_hundred_are_within(hours in proptest::collection::vec(0_i64..50, 1..60), percent in 1_u64..=100) {
            let found = answers(&hours).within(percent).unwrap();
            let within = |limit: Span| hours.iter().filter(|hours| Span::hours(**hours) <= limit).count() as u64;
            prop_assert!(within(found) * 100 >= percent * hours.len() as u64);
            let before = hours.iter().filter(|hours| Span::hours(**hours) < found).count() as u64;
            prop_assert!(before * 100 < percent * hours.len() as u64, "no shorter time will do");
        }
    }
}
