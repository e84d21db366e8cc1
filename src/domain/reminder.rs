//! A client asks for an answer that is late: when they may, and why not yet or not any more.

use super::calendar::Calendar;
use super::deadline::{Deadline, Promise};
use super::entry::TicketEvent;
use super::refusal::Refusal;
use super::status::Status;
use super::ticket::{Ticket, TicketNumber};
use super::time::{Span, Timestamp};

/// For so much working time nobody asks for the same answer again.
pub const REST: Span = Span::hours(24);

/// Why an answer cannot be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderFault {
    /// It was given.
    Answered {
        /// The ticket.
        number: TicketNumber,
    },
    /// It is not due yet.
    NotDue {
        /// The ticket.
        number: TicketNumber,
        /// When it is.
        due_at: Timestamp,
    },
    /// It never falls due, as the desk is set or while the client's time is at rest.
    NeverDue {
        /// The ticket.
        number: TicketNumber,
    },
    /// It was asked for not long ago.
    Again {
        /// From when on it may be asked for again.
        at: Timestamp,
    },
}

impl Ticket {
    /// Takes in that the client asks for the answer, once it is late and not more than once in [`REST`].
    ///
    /// # Errors
    /// `TicketClosed`, `CannotRemind`.
    pub fn remind(
        &mut self,
        calendar: &Calendar,
        promise: Promise,
        now: Timestamp,
        text: Option<String>,
    ) -> Result<TicketEvent, Refusal> {
        let number = self.number.clone();
        if self.status == Status::Closed {
            return Err(Refusal::TicketClosed { number });
        }
        let fault = |fault| Err(Refusal::CannotRemind(fault));
        let Some(waiting) = &mut self.waiting else { return fault(ReminderFault::Answered { number }) };
        let deadline = waiting.runs_from().and_then(|runs_from| Deadline::of(runs_from, calendar, promise));
        let Some(deadline) = deadline else { return fault(ReminderFault::NeverDue { number }) };
        if !deadline.is_overdue(now) {
            return fault(ReminderFault::NotDue { number, due_at: deadline.due_at });
        }
        if let Some(at) = waiting.reminded_at.and_then(|before| calendar.add_working(before, REST)).filter(|at| *at > now) {
            return fault(ReminderFault::Again { at });
        }
        waiting.reminded_at = Some(now);
        Ok(TicketEvent::Reminded { text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::AccountId;
    use crate::domain::status::Priority;
    use crate::domain::ticket::{NewTicket, TicketSeq};
    use crate::domain::topic::TopicId;

    const PROMISE: Promise = Promise { warn: Span::hours(24), due: Span::hours(48) };

    fn time(text: &str) -> Timestamp {
        Timestamp::parse_rfc3339(text).unwrap()
    }

    #[test]
    fn an_answer_is_asked_for_when_it_is_late_and_once_in_a_working_day() {
        let calendar = Calendar::parse("Europe/Madrid", "mon-fri", "", "es").unwrap();
        let number = TicketNumber::parse("856444").unwrap();
        let mut ticket = sample(&number, time("2026-11-25T10:00:00+01:00"));
        let mut remind = |at: &str| ticket.remind(&calendar, PROMISE, time(at), None);
        let due_at = time("2026-11-27T10:00:00+01:00");
        let not_due = Refusal::CannotRemind(ReminderFault::NotDue { number: number.clone(), due_at });
        assert_eq!(remind("2026-11-27T09:59:59+01:00"), Err(not_due));
        assert_eq!(remind("2026-11-27T10:00:00+01:00"), Ok(TicketEvent::Reminded { text: None }));
        // Over the weekend 24 working hours last until Monday.
        let again = Refusal::CannotRemind(ReminderFault::Again { at: time("2026-11-30T10:00:00+01:00") });
        assert_eq!(remind("2026-11-29T12:00:00+01:00"), Err(again.clone()));
        assert_eq!(remind("2026-11-27T10:00:00+01:00"), Err(again));
        assert!(remind("2026-11-30T10:00:00+01:00").is_ok());
        ticket.waiting = None;
        let answered = Refusal::CannotRemind(ReminderFault::Answered { number: number.clone() });
        assert_eq!(ticket.remind(&calendar, PROMISE, due_at, None), Err(answered));
        ticket.status = Status::Closed;
        assert_eq!(ticket.remind(&calendar, PROMISE, due_at, None), Err(Refusal::TicketClosed { number }));
    }

    #[test]
    fn what_never_falls_due_is_no_fault_of_the_client() {
        let calendar = Calendar::parse("Europe/Madrid", "mon-fri", "", "es").unwrap();
        let number = TicketNumber::parse("856444").unwrap();
        let never = Err(Refusal::CannotRemind(ReminderFault::NeverDue { number: number.clone() }));
        let mut ticket = sample(&number, time("2026-11-25T10:00:00+01:00"));
        let promise = Promise { due: Span::days(400 * 366), ..PROMISE };
        assert_eq!(ticket.remind(&calendar, promise, time("2027-01-01T10:00:00+01:00"), None), never);
        ticket.rest(time("2026-11-25T12:00:00+01:00"));
        assert_eq!(ticket.remind(&calendar, PROMISE, time("2027-01-01T10:00:00+01:00"), None), never);
    }

    fn sample(number: &TicketNumber, now: Timestamp) -> Ticket {
        let new = NewTicket {
            seq: TicketSeq(1),
            number: number.clone(),
            external_id: None,
            subject: "Duda".to_owned(),
            topic: TopicId(1),
            priority: Priority::Normal,
            client: AccountId(1),
        };
        Ticket::open(new, now)
    }
}
