//! A ticket and the table of its states.

use super::account::AccountId;
use super::calendar::Calendar;
use super::entry::{Content, Entry, EntryId, TicketEvent};
use super::house_rules::Matter;
pub use super::number::{TicketNumber, TicketSeq, TicketSeqPair};
use super::refusal::Refusal;
use super::status::{Priority, Status};
use super::time::{Span, Timestamp};
use super::topic::TopicId;
use super::waiting::Waiting;

/// How many texts and files a thread holds, and where its last ones are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Messages and replies.
    pub public_texts: u32,
    /// Notes.
    pub notes: u32,
    /// Files of messages and replies.
    pub public_attachments: u32,
    /// Files of notes.
    pub note_attachments: u32,
    /// The last message or reply; 0 for none.
    pub last_public_text: u32,
    /// The last message, reply or note; 0 for none.
    pub last_text: u32,
    /// The last entry of any kind; 0 for none.
    pub last_entry: u32,
}

impl Tally {
    /// Counts an entry with so many files, and says its place.
    pub fn count(&mut self, content: &Content, files: usize) -> EntryId {
        let files = u32::try_from(files).unwrap_or(u32::MAX);
        self.last_entry = self.last_entry.saturating_add(1);
        let id = self.last_entry;
        match content {
            Content::Message(_) | Content::Reply(_) => {
                self.public_texts += 1;
                self.public_attachments = self.public_attachments.saturating_add(files);
                self.last_public_text = id;
                self.last_text = id;
            }
            Content::Note(_) => {
                self.notes += 1;
                self.note_attachments = self.note_attachments.saturating_add(files);
                self.last_text = id;
            }
            Content::Event(_) => {}
        }
        EntryId(id)
    }
}

/// The status and the clock that a closed ticket had before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BeforeClosing {
    /// Its status then.
    pub status: Status,
    /// How long its client had waited then, and what was told of it.
    pub waiting: Option<Waiting>,
}

/// What Secretaría should look at in a ticket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// An amount of money.
    pub money: bool,
    /// An insult.
    pub insult: bool,
    /// A telephone number.
    pub phone: bool,
    /// A mail address.
    pub email: bool,
    /// A mail that waits to be let through.
    pub held: bool,
}

impl Flags {
    fn of(&mut self, matter: Matter) -> &mut bool {
        match matter {
            Matter::Phone => &mut self.phone,
            Matter::Email => &mut self.email,
            Matter::Money => &mut self.money,
            Matter::Insult => &mut self.insult,
        }
    }

    /// Sets the flag of something that was found.
    pub fn set(&mut self, matter: Matter) {
        *self.of(matter) = true;
    }

    /// Whether something of this kind was found.
    pub fn has(mut self, matter: Matter) -> bool {
        *self.of(matter)
    }
    /// The names that machines read, of those that are set.
    pub fn ids(self) -> Vec<&'static str> {
        let all =
            [(self.money, "money"), (self.insult, "insult"), (self.phone, "phone"), (self.email, "email"), (self.held, "held")];
        all.into_iter().filter(|(set, _)| *set).map(|(_, id)| id).collect()
    }
}

/// A ticket without its thread: what a list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// The place in the store.
    pub seq: TicketSeq,
    /// What people call it by.
    pub number: TicketNumber,
    /// Its number in another system; unique.
    pub external_id: Option<String>,
    /// One line that says what it is about.
    pub subject: String,
    /// Its topic.
    pub topic: TopicId,
    /// Where it stands.
    pub status: Status,
    /// How urgent it is.
    pub priority: Priority,
    /// Whose it is.
    pub client: AccountId,
    /// Who answers it. Kept when it is closed.
    pub assignee: Option<AccountId>,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When anything of it changed last.
    pub updated_at: Timestamp,
    /// When anything that its client may see changed last.
    pub public_updated_at: Timestamp,
    /// How long its client has waited for an answer; none while nobody does.
    pub waiting: Option<Waiting>,
    /// The client's messages in a row since staff answered last, the first one counted; staff's closing ends the row, the client's
    /// does not.
    pub unanswered: u32,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// Who closed it.
    pub closed_by: Option<AccountId>,
    /// What it was before it was closed.
    pub before_closing: Option<BeforeClosing>,
    /// When staff answered first so that the client waited no longer; kept for ever, through reopening too.
    pub first_answered_at: Option<Timestamp>,
    /// The ticket that it became a part of; it stays closed for ever.
    pub merged_into: Option<TicketSeqPair>,
    /// How much its thread holds.
    pub tally: Tally,
    /// What Secretaría should look at.
    pub flags: Flags,
}

/// What it takes to open a ticket.
#[derive(Clone, Debug)]
pub struct NewTicket {
    /// The place in the store.
    pub seq: TicketSeq,
    /// A number that no other ticket has or had.
    pub number: TicketNumber,
    /// Its number in another system.
    pub external_id: Option<String>,
    /// One line that says what it is about.
    pub subject: String,
    /// Its topic.
    pub topic: TopicId,
    /// How urgent it is.
    pub priority: Priority,
    /// Whose it is.
    pub client: AccountId,
}

/// Whether a person acts as the client of a ticket or as staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The client.
    Client,
    /// Anybody of staff.
    Staff,
}

/// What surrounds a step in a ticket's life.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// Who acts.
    pub actor: AccountId,
    /// For whom.
    pub side: Side,
    /// When.
    pub now: Timestamp,
    /// Whether the assignee can answer: set and not suspended.
    pub assignee_is_able: bool,
    /// For how long a client may reopen a closed ticket.
    pub reopen_window: Span,
}

impl Ticket {
    /// A ticket as it is when it is opened: new, and waiting from now on.
    pub fn open(new: NewTicket, now: Timestamp) -> Self {
        Self {
            seq: new.seq,
            number: new.number,
            external_id: new.external_id,
            subject: new.subject,
            topic: new.topic,
            status: Status::New,
            priority: new.priority,
            client: new.client,
            assignee: None,
            created_at: now,
            updated_at: now,
            public_updated_at: now,
            waiting: Some(Waiting::begin(now)),
            unanswered: 0,
            closed_at: None,
            closed_by: None,
            before_closing: None,
            first_answered_at: None,
            merged_into: None,
            tally: Tally::default(),
            flags: Flags::default(),
        }
    }

    /// Gives it to somebody. `None`: they have it already.
    ///
    /// # Errors
    /// `TicketClosed` for a closed one.
    pub fn assign(&mut self, to: AccountId) -> Result<Option<TicketEvent>, Refusal> {
        if self.status == Status::Closed {
            return Err(Refusal::TicketClosed { number: self.number.clone() });
        }
        let from = self.assignee;
        if from == Some(to) && self.status != Status::New {
            return Ok(None);
        }
        self.assignee = Some(to);
        if self.status == Status::New {
            self.status = Status::Pending;
        }
        Ok(Some(TicketEvent::Assigned { from, to }))
    }

    /// Takes it from its assignee. `None`: nobody has it.
    ///
    /// # Errors
    /// `TicketClosed` for a closed one.
    pub fn release(&mut self, reason: Option<String>) -> Result<Option<TicketEvent>, Refusal> {
        if self.status == Status::Closed {
            return Err(Refusal::TicketClosed { number: self.number.clone() });
        }
        let Some(from) = self.assignee.take() else { return Ok(None) };
        if self.status == Status::Pending {
            self.status = Status::New;
        }
        Ok(Some(TicketEvent::Released { from, reason }))
    }

    /// Takes in the client's words; reopens a closed ticket inside the window and says so, as [`Self::reopen`] does.
    ///
    /// # Errors
    /// `ReopenWindowOver` for a ticket closed too long ago.
    pub fn client_message(&mut self, moment: &Moment) -> Result<Vec<TicketEvent>, Refusal> {
        if self.status == Status::Closed {
            return self.reopen(moment);
        }
        if self.status == Status::Answered {
            self.status = waiting_status(moment.assignee_is_able);
        }
        self.waiting.get_or_insert(Waiting::begin(moment.now));
        Ok(Vec::new())
    }

    /// Takes in a public answer of staff; `keeps_waiting` is `--pending`.
    ///
    /// # Errors
    /// `TicketClosed` for `--pending` on a closed ticket.
    pub fn staff_reply(&mut self, keeps_waiting: bool, moment: &Moment) -> Result<(), Refusal> {
        if !keeps_waiting {
            self.first_answered_at.get_or_insert(moment.now);
        }
        match (self.status, keeps_waiting) {
            (Status::Closed, true) => return Err(Refusal::TicketClosed { number: self.number.clone() }),
            (Status::Closed, false) | (Status::New | Status::Pending, true) => {}
            (Status::Answered, true) => {
                self.status = waiting_status(moment.assignee_is_able);
                self.waiting.get_or_insert(Waiting::begin(moment.now));
            }
            (_, false) => {
                self.status = Status::Answered;
                self.waiting = None;
            }
        }
        Ok(())
    }

    /// Closes it; the assignee stays. `None`: it is closed already.
    pub fn close(&mut self, moment: &Moment) -> Option<TicketEvent> {
        if self.status == Status::Closed {
            return None;
        }
        self.before_closing = Some(BeforeClosing { status: self.status, waiting: self.waiting });
        self.status = Status::Closed;
        self.waiting = None;
        self.closed_at = Some(moment.now);
        self.closed_by = Some(moment.actor);
        if moment.side == Side::Staff {
            // Nobody will answer any more: whoever takes the ticket up again must not be told to wait for that.
            self.unanswered = 0;
        }
        Some(TicketEvent::Closed)
    }

    /// Opens it again. No events: it is open already.
    ///
    /// A client's clock starts now; staff get back the status and the clock from before closing. An assignee who cannot answer
    /// any more is taken from it: what is nobody's must be found among what is nobody's.
    ///
    /// # Errors
    /// `ReopenWindowOver` for a client whose ticket was closed too long ago.
    pub fn reopen(&mut self, moment: &Moment) -> Result<Vec<TicketEvent>, Refusal> {
        if self.status != Status::Closed {
            return Ok(Vec::new());
        }
        if moment.side == Side::Client && !self.client_may_reopen(moment) {
            return Err(Refusal::ReopenWindowOver);
        }
        let before = self.before_closing.take();
        self.closed_at = None;
        self.closed_by = None;
        match (moment.side, before) {
            (Side::Staff, Some(before)) => {
                self.waiting = before.waiting;
                self.status = match before.status {
                    Status::Answered => Status::Answered,
                    _ => waiting_status(moment.assignee_is_able),
                };
            }
            _ => {
                self.status = waiting_status(moment.assignee_is_able);
                self.waiting = Some(Waiting::begin(moment.now));
            }
        }
        let mut events = vec![TicketEvent::Reopened];
        if !moment.assignee_is_able
            && let Some(from) = self.assignee.take()
        {
            events.push(TicketEvent::Released { from, reason: None });
        }
        Ok(events)
    }

    /// Whether its client may write once more, where they may write so many messages in a row before staff answers.
    pub fn takes_message_of_client(&self, most_in_a_row: u32) -> bool {
        self.unanswered < most_in_a_row
    }

    /// Since when its client waits for an answer; none while nobody does.
    pub fn waiting_since(&self) -> Option<Timestamp> {
        self.waiting.map(|waiting| waiting.since)
    }

    /// From when the time of its answer counts; none where it does not run: then nothing falls due.
    pub fn runs_from(&self) -> Option<Timestamp> {
        self.waiting.and_then(|waiting| waiting.runs_from())
    }

    /// Puts its client's time to rest, as it is while they are suspended; also that which staff would give back by reopening it.
    pub fn rest(&mut self, at: Timestamp) {
        self.waitings().for_each(|waiting| waiting.rest(at));
    }

    /// Lets its client's time go on where it stopped.
    pub fn go_on(&mut self, now: Timestamp, calendar: &Calendar) {
        self.waitings().for_each(|waiting| waiting.go_on(now, calendar));
    }

    /// Whether its client waits, or would again if staff reopened it.
    pub fn has_waiting(&self) -> bool {
        self.kept_waitings().next().is_some()
    }

    /// Whether any of that is at rest.
    pub fn is_at_rest(&self) -> bool {
        self.kept_waitings().any(|waiting| waiting.rests_since.is_some())
    }

    fn kept_waitings(&self) -> impl Iterator<Item = &Waiting> {
        self.waiting.iter().chain(self.before_closing.iter().filter_map(|before| before.waiting.as_ref()))
    }

    fn waitings(&mut self) -> impl Iterator<Item = &mut Waiting> {
        self.waiting.iter_mut().chain(self.before_closing.iter_mut().filter_map(|before| before.waiting.as_mut()))
    }

    /// Whether its times are those of its state: what waits has a time since when, and what is closed one at which. Lists are
    /// looked up by it.
    pub fn has_times_of_its_state(&self) -> bool {
        self.status.waits() == self.waiting.is_some() && (self.status == Status::Closed) == self.closed_at.is_some()
    }

    /// Whether its client may reopen it: the end of the window counts as inside.
    pub fn client_may_reopen(&self, moment: &Moment) -> bool {
        self.closed_at.is_some_and(|closed_at| moment.now <= closed_at.plus(moment.reopen_window))
    }

    /// Sets how urgent it is. `None`: it is so already.
    pub fn set_priority(&mut self, to: Priority) -> Option<TicketEvent> {
        let from = std::mem::replace(&mut self.priority, to);
        (from != to).then_some(TicketEvent::PriorityChanged { from, to })
    }

    /// Takes from it what the house rules have flagged it for; a mail that waits still waits. `None`: there is nothing.
    pub fn unflag(&mut self) -> Option<TicketEvent> {
        let kept = Flags { held: self.flags.held, ..Flags::default() };
        let before = std::mem::replace(&mut self.flags, kept);
        (before != kept).then_some(TicketEvent::Unflagged(Flags { held: false, ..before }))
    }

    /// Makes the next entry of its thread, and counts it.
    pub fn append(
        &mut self,
        author: Option<AccountId>,
        at: Timestamp,
        content: Content,
        attachments: Vec<super::entry::Attachment>,
    ) -> Entry {
        let id = self.tally.count(&content, attachments.len());
        // A clock that jumped back must not take a ticket out of the order of its thread.
        let at = at.max(self.updated_at);
        self.updated_at = at;
        if content.is_public() {
            self.public_updated_at = at;
        }
        self.unanswered = match &content {
            Content::Message(_) => self.unanswered.saturating_add(1),
            Content::Reply(_) => 0,
            Content::Note(_) | Content::Event(_) => self.unanswered,
        };
        Entry { id, author, at, content, attachments }
    }
}

/// The status of a ticket that waits for staff.
pub(super) fn waiting_status(assignee_is_able: bool) -> Status {
    if assignee_is_able { Status::Pending } else { Status::New }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CLIENT: AccountId = AccountId(1);
    const AGENT: AccountId = AccountId(2);

    fn at(hours: i64) -> Timestamp {
        Timestamp::from_millis(0).plus(Span::hours(hours))
    }

    #[test]
    fn a_mail_that_waits_still_waits_when_the_flags_are_dealt_with() {
        let mut ticket = ticket(Status::Pending, true);
        assert_eq!(ticket.unflag(), None);
        ticket.flags = Flags { held: true, money: true, ..Flags::default() };
        assert_eq!(ticket.unflag(), Some(TicketEvent::Unflagged(Flags { money: true, ..Flags::default() })));
        assert_eq!(ticket.flags, Flags { held: true, ..Flags::default() });
        assert_eq!(ticket.unflag(), None);
    }

    fn moment(ticket: &Ticket, side: Side, hours: i64) -> Moment {
        Moment {
            actor: if side == Side::Client { CLIENT } else { AGENT },
            side,
            now: at(hours),
            assignee_is_able: ticket.assignee.is_some(),
            reopen_window: Span::days(14),
        }
    }

    fn ticket(status: Status, assigned: bool) -> Ticket {
        let new = NewTicket {
            seq: TicketSeq(1),
            number: TicketNumber::from_random(1, 6),
            external_id: None,
            subject: "Duda".into(),
            topic: TopicId(1),
            priority: Priority::Normal,
            client: CLIENT,
        };
        let mut ticket = Ticket::open(new, at(0));
        if assigned {
            ticket.assign(AGENT).unwrap();
        }
        let staff = moment(&ticket, Side::Staff, 1);
        match status {
            Status::New | Status::Pending => {}
            Status::Answered => ticket.staff_reply(false, &staff).unwrap(),
            Status::Closed => drop(ticket.close(&staff)),
        }
        assert_eq!(ticket.status, status);
        ticket
    }

    /// The four states a test starts from: new, pending, answered, closed.
    fn four() -> [Ticket; 4] {
        [ticket(Status::New, false), ticket(Status::Pending, true), ticket(Status::Answered, true), ticket(Status::Closed, true)]
    }

    #[test]
    fn assign_row() {
        let after = four().map(|mut ticket| ticket.assign(AccountId(9)).map(|_| ticket.status));
        assert_eq!(
            after,
            [
                Ok(Status::Pending),
                Ok(Status::Pending),
                Ok(Status::Answered),
                Err(Refusal::TicketClosed { number: TicketNumber::from_random(1, 6) })
            ]
        );
    }

    #[test]
    fn release_row() {
        let after = four().map(|mut ticket| ticket.release(None).map(|event| (event.is_some(), ticket.status, ticket.assignee)));
        assert_eq!(
            after,
            [
                Ok((false, Status::New, None)),
                Ok((true, Status::New, None)),
                Ok((true, Status::Answered, None)),
                Err(Refusal::TicketClosed { number: TicketNumber::from_random(1, 6) })
            ]
        );
    }

    #[test]
    fn staff_reply_row() {
        let after = four().map(|mut ticket| {
            let moment = moment(&ticket, Side::Staff, 5);
            ticket.staff_reply(false, &moment).map(|()| (ticket.status, ticket.waiting_since()))
        });
        assert_eq!(
            after,
            [
                Ok((Status::Answered, None)),
                Ok((Status::Answered, None)),
                Ok((Status::Answered, None)),
                Ok((Status::Closed, None))
            ]
        );
    }

    #[test]
    fn the_first_answer_is_kept_for_ever_and_one_that_keeps_waiting_is_none() {
        let mut ticket = ticket(Status::Pending, true);
        let moments = [1, 2, 3, 4, 5].map(|hours| moment(&ticket, Side::Staff, hours));
        ticket.staff_reply(true, &moments[0]).unwrap();
        assert_eq!(ticket.first_answered_at, None);
        ticket.staff_reply(false, &moments[1]).unwrap();
        ticket.close(&moments[2]);
        ticket.reopen(&moments[3]).unwrap();
        ticket.staff_reply(false, &moments[4]).unwrap();
        assert_eq!(ticket.first_answered_at, Some(at(2)));
    }

    #[test]
    fn staff_reply_that_keeps_waiting_row() {
        let after = four().map(|mut ticket| {
            let moment = moment(&ticket, Side::Staff, 5);
            ticket.staff_reply(true, &moment).map(|()| (ticket.status, ticket.waiting_since()))
        });
        assert_eq!(
            after,
            [
                Ok((Status::New, Some(at(0)))),
                Ok((Status::Pending, Some(at(0)))),
                Ok((Status::Pending, Some(at(5)))),
                Err(Refusal::TicketClosed { number: TicketNumber::from_random(1, 6) })
            ]
        );
    }

    #[test]
    fn client_message_row() {
        let after = four().map(|mut ticket| {
            let moment = moment(&ticket, Side::Client, 5);
            let event = ticket.client_message(&moment).unwrap();
            (ticket.status, ticket.waiting_since(), event)
        });
        assert_eq!(
            after,
            [
                (Status::New, Some(at(0)), vec![]),
                (Status::Pending, Some(at(0)), vec![]),
                (Status::Pending, Some(at(5)), vec![]),
                (Status::Pending, Some(at(5)), vec![TicketEvent::Reopened])
            ]
        );
        let mut unassigned = ticket(Status::Answered, false);
        let now = moment(&unassigned, Side::Client, 5);
        unassigned.client_message(&now).unwrap();
        assert_eq!(unassigned.status, Status::New);
    }

    #[test]
    fn the_window_for_a_client_ends_and_for_staff_does_not() {
        let mut closed = ticket(Status::Closed, true);
        let last = moment(&closed, Side::Client, 1 + 14 * 24);
        assert!(closed.client_may_reopen(&last));
        let late = Moment { now: Timestamp::from_millis(last.now.as_millis() + 1), ..last };
        assert_eq!(closed.client_message(&late), Err(Refusal::ReopenWindowOver));
        assert_eq!(closed.reopen(&late), Err(Refusal::ReopenWindowOver));
        let staff = moment(&closed, Side::Staff, 1_000_000);
        assert_eq!(closed.reopen(&staff), Ok(vec![TicketEvent::Reopened]));
        assert_eq!((closed.status, closed.waiting_since(), closed.assignee), (Status::Pending, Some(at(0)), Some(AGENT)));
    }

    #[test]
    fn who_cannot_answer_gets_nothing_back() {
        for (was, becomes) in [(Status::Pending, Status::New), (Status::Answered, Status::Answered)] {
            let mut closed = ticket(was, true);
            let out = Moment { assignee_is_able: false, ..moment(&closed, Side::Staff, 9) };
            closed.close(&out).unwrap();
            let released = TicketEvent::Released { from: AGENT, reason: None };
            assert_eq!(closed.reopen(&out), Ok(vec![TicketEvent::Reopened, released]));
            assert_eq!((closed.status, closed.assignee), (becomes, None));
        }
    }

    #[test]
    fn staff_reopen_gives_back_what_was() {
        let mut answered = ticket(Status::Answered, true);
        let closing = moment(&answered, Side::Staff, 9);
        answered.close(&closing).unwrap();
        assert_eq!((answered.closed_by, answered.assignee), (Some(AGENT), Some(AGENT)));
        let later = moment(&answered, Side::Staff, 10);
        answered.reopen(&later).unwrap();
        assert_eq!((answered.status, answered.waiting_since(), answered.closed_at), (Status::Answered, None, None));
    }

    proptest! {
        /// Whatever people do, the invariants of the table hold.
        #[test]
        fn no_order_of_steps_breaks_the_table(steps in prop::collection::vec((0_u8..8, any::<bool>()), 0..60)) {
            let mut ticket = ticket(Status::New, false);
            for (index, (step, client)) in steps.into_iter().enumerate() {
                let side = if client { Side::Client } else { Side::Staff };
                let moment = moment(&ticket, side, index as i64 * 50);
                let _ = match step {
                    0 => ticket.assign(AGENT).map(drop),
                    1 => ticket.release(None).map(drop),
                    2 => ticket.staff_reply(false, &moment),
                    3 => ticket.staff_reply(true, &moment),
                    4 => ticket.client_message(&moment).map(drop),
                    5 => { ticket.close(&moment); Ok(()) }
                    _ => ticket.reopen(&moment).map(drop),
                };
                prop_assert!(ticket.has_times_of_its_state());
                prop_assert_eq!(ticket.status == Status::Closed, ticket.before_closing.is_some());
                prop_assert!(ticket.status != Status::New || ticket.assignee.is_none());
                prop_assert!(ticket.status != Status::Pending || ticket.assignee.is_some());
            }
        }
    }
}
