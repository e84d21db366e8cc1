//! What a letter about one ticket says last: the one thing that its reader would do next.

use super::tickets::TicketLetter;
use crate::domain::notice::Notice;
use crate::domain::status::Status;

impl TicketLetter<'_> {
    /// The one thing that the recipient would do next, as a command line.
    pub(super) fn next_step(&mut self) {
        let number = self.ticket.number.as_str();
        let writer = &mut self.writer;
        let (is_staff, sees_all) = (writer.composition.recipient_is_staff, writer.composition.recipient_sees_all);
        let is_assigned = self.ticket.assignee_name.is_some();
        match writer.composition.letter.notice {
            // Whatever else it is, they could only read it.
            _ if writer.composition.recipient_is_suspended => writer.next("letter-next-show", "letter-verb-show", &[number]),
            Notice::Reply if !is_staff && self.ticket.status == Status::Closed => {
                self.take_up_again("letter-reply-window", "letter-verb-reply", "letter-reply-follow-up");
            }
            // Reopened before the letter left, it is neither to be reopened nor followed up.
            Notice::Closed if !is_staff && self.ticket.status == Status::Closed => {
                self.take_up_again("letter-closed-window", "letter-verb-reopen", "letter-closed-follow-up");
            }
            Notice::Reply if !is_staff => writer.next("letter-next-reply", "letter-verb-reply", &[number]),
            // Where it goes on, they cannot look.
            Notice::Merged if self.ticket.goes_on_unseen => writer.next("letter-next-mine", "letter-verb-list", &["--mine"]),
            Notice::Opened | Notice::Reopened | Notice::Merged if !is_staff => {
                writer.next("letter-next-follow", "letter-verb-show", &[number]);
            }
            Notice::Task => writer.next("letter-next-tasks", "letter-verb-tasks", &[]),
            Notice::Released if !sees_all => writer.next("letter-next-mine", "letter-verb-list", &["--mine"]),
            // A substitute does not see what is closed.
            _ if is_staff && !sees_all && !self.ticket.is_readers && self.ticket.status == Status::Closed => {}
            Notice::Opened
            | Notice::Message
            | Notice::Reminded
            | Notice::Reopened
            | Notice::Released
            | Notice::Warning
            | Notice::Overdue
                if sees_all && !is_assigned =>
            {
                let agent = writer.words("letter-placeholder-agent", &[]);
                writer.next("letter-next-assign", "letter-verb-assign", &[number, "--to", &agent]);
            }
            Notice::Opened
            | Notice::Assigned
            | Notice::Message
            | Notice::Reminded
            | Notice::Reopened
            | Notice::Merged
            | Notice::Warning
            | Notice::Overdue
                if is_staff =>
            {
                writer.next("letter-next-reply", "letter-verb-reply", &[number]);
            }
            _ => writer.next("letter-next-show", "letter-verb-show", &[number]),
        }
    }

    /// How a client takes a closed ticket up again: until when with a verb, and afterwards with a new ticket that follows it up.
    fn take_up_again(&mut self, window: &str, verb: &str, follow_up: &str) {
        let number = self.ticket.number.as_str();
        let writer = &mut self.writer;
        match self.ticket.reopen_until {
            Some(until) => {
                let when = writer.when(until);
                writer.say(window, &[("when", when.into())]);
                writer.command(verb, &[number]);
            }
            None => writer.next(follow_up, "letter-verb-open", &["--follow-up", number]),
        }
    }
}
