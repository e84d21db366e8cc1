//! How tickets about the same matter become one.
//!
//! What was said in a ticket is appended to the thread of another, behind an event that says from where, in its own order and with its
//! own authors and times. The ticket itself is closed for ever and keeps its number and its thread; who asks for it is told where it goes
//! on.

use super::entry::{Content, Entry, TicketEvent};
use super::refusal::Refusal;
use super::status::Status;
use super::ticket::{Flags, Moment, Ticket, TicketNumber, TicketSeqPair, waiting_status};

/// Why a ticket cannot become a part of another.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeFault {
    /// It is that one.
    #[error("a ticket cannot become a part of itself")]
    Itself,
    /// That one is a part itself.
    #[error("{target} is itself a part of {into}")]
    IntoPart {
        /// The ticket that was to go on.
        target: TicketNumber,
        /// Where that goes on.
        into: TicketNumber,
    },
    /// That one is closed.
    #[error("{target} is closed")]
    IntoClosed {
        /// The ticket that was to go on.
        target: TicketNumber,
    },
    /// That one is another client's.
    #[error("{target} is another client's")]
    OtherClient {
        /// The ticket that was to go on.
        target: TicketNumber,
    },
}

impl Ticket {
    /// Makes it a part of another ticket, closed for ever; who had it and who had closed it before stay. `None`: it is so already, be it
    /// that both are parts of a third one.
    ///
    /// What Secretaría should look at goes with it: it is to be found once.
    ///
    /// # Errors
    /// `TicketMerged`, `CannotMerge`: another client would read what is not theirs.
    pub fn merge_into(&mut self, target: &Self, moment: &Moment) -> Result<Option<TicketEvent>, Refusal> {
        if self.seq == target.seq {
            return Err(Refusal::CannotMerge(MergeFault::Itself));
        }
        let is_so = |into: &TicketSeqPair| into.seq == target.seq || target.merged_into.as_ref() == Some(into);
        if self.merged_into.as_ref().is_some_and(is_so) {
            return Ok(None);
        }
        if let Some(into) = &self.merged_into {
            return Err(Refusal::TicketMerged { into: Some(into.number.clone()) });
        }
        if let Some(into) = &target.merged_into {
            return Err(Refusal::CannotMerge(MergeFault::IntoPart { target: target.number.clone(), into: into.number.clone() }));
        }
        if target.status == Status::Closed {
            return Err(Refusal::CannotMerge(MergeFault::IntoClosed { target: target.number.clone() }));
        }
        if self.client != target.client {
            return Err(Refusal::CannotMerge(MergeFault::OtherClient { target: target.number.clone() }));
        }
        self.close(moment);
        self.flags = Flags::default();
        let pair = target.pair();
        self.merged_into = Some(pair.clone());
        Ok(Some(TicketEvent::MergedInto(pair)))
    }

    /// Takes up what a ticket leaves that becomes a part of this one: its client waits for this one now, since the earlier of both
    /// times, and it is as urgent as the more urgent of both. An event if that changed; topic and assignee stay.
    pub fn absorb(&mut self, part: &Self, moment: &Moment) -> Option<TicketEvent> {
        if let Some(waiting) = part.waiting {
            self.waiting = Some(self.waiting.map_or(waiting, |own| own.joined(waiting)));
            if self.status == Status::Answered {
                self.status = waiting_status(moment.assignee_is_able);
            }
        }
        // Nobody wrote more in a row because two threads became one.
        self.unanswered = self.unanswered.max(part.unanswered);
        // An answer there was the first that this client had, but none that came before the question.
        let answered_there = part.first_answered_at.map(|at| at.max(self.created_at));
        self.first_answered_at = self.first_answered_at.or(answered_there);
        let (own, of_part) = (self.flags, part.flags);
        self.flags = Flags {
            money: own.money || of_part.money,
            insult: own.insult || of_part.insult,
            phone: own.phone || of_part.phone,
            email: own.email || of_part.email,
            held: own.held || of_part.held,
        };
        self.set_priority(self.priority.max(part.priority))
    }

    /// Makes an entry of another thread the next one of its own, with its author and its time, and counts it.
    pub fn adopt(&mut self, entry: Entry) -> Entry {
        let id = self.tally.count(&entry.content, entry.attachments.len());
        Entry { id, ..entry }
    }

    /// Its place and its number.
    pub fn pair(&self) -> TicketSeqPair {
        TicketSeqPair { seq: self.seq, number: self.number.clone() }
    }
}

/// What another thread takes of an entry: the words, and where words of a third ticket begin.
pub fn is_taken_along(content: &Content) -> bool {
    content.text().is_some() || matches!(content, Content::Event(TicketEvent::MergedFrom { .. }))
}

/// How many texts are in a thread.
pub fn texts_of(thread: &[Entry]) -> u32 {
    u32::try_from(thread.iter().filter(|entry| entry.content.text().is_some()).count()).unwrap_or(u32::MAX)
}

/// For each entry of a whole thread the ticket that it was written in, if that is another one.
pub fn origins(thread: &[Entry]) -> Vec<Option<&TicketNumber>> {
    // Parts may have parts of their own: each with how many of its texts are still to come.
    let mut open: Vec<(&TicketNumber, u32)> = Vec::new();
    let mut origins = Vec::with_capacity(thread.len());
    for entry in thread {
        open.retain(|(_, left)| *left > 0);
        match &entry.content {
            Content::Event(TicketEvent::MergedFrom { ticket, texts }) => {
                open.push((&ticket.number, *texts));
                origins.push(None);
            }
            Content::Event(_) => origins.push(None),
            _ => {
                origins.push(open.last().map(|(number, _)| *number));
                open.iter_mut().for_each(|(_, left)| *left -= 1);
            }
        }
    }
    origins
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::account::AccountId;
    use crate::domain::entry::EntryId;
    use crate::domain::status::Priority;
    use crate::domain::ticket::{NewTicket, Side, TicketSeq};
    use crate::domain::time::{Span, Timestamp};
    use crate::domain::topic::TopicId;
    use crate::domain::waiting::Waiting;

    fn at(hours: i64) -> Timestamp {
        Timestamp::from_millis(0).plus(Span::hours(hours))
    }

    fn number(seq: u32) -> TicketNumber {
        TicketNumber::from_random(seq.into(), 6)
    }

    fn ticket(seq: u32) -> Ticket {
        let new = NewTicket {
            seq: TicketSeq(seq),
            number: number(seq),
            external_id: None,
            subject: "Duda".into(),
            topic: TopicId(1),
            priority: Priority::Normal,
            client: AccountId(1),
        };
        Ticket::open(new, at(seq.into()))
    }

    fn moment(hours: i64) -> Moment {
        let reopen_window = Span::days(14);
        Moment { actor: AccountId(2), side: Side::Staff, now: at(hours), assignee_is_able: false, reopen_window }
    }

    #[test]
    fn what_cannot_become_one() {
        let (target, now) = (ticket(1), moment(9));
        assert_eq!(target.clone().merge_into(&target, &now), Err(Refusal::CannotMerge(MergeFault::Itself)));
        let of_another = Ticket { client: AccountId(7), ..ticket(2) };
        assert!(matches!(
            of_another.clone().merge_into(&target, &now),
            Err(Refusal::CannotMerge(MergeFault::OtherClient { .. }))
        ));
        let mut closed = target.clone();
        closed.close(&now);
        assert!(matches!(ticket(2).merge_into(&closed, &now), Err(Refusal::CannotMerge(MergeFault::IntoClosed { .. }))));
        let mut part = ticket(2);
        assert_eq!(part.merge_into(&target, &now), Ok(Some(TicketEvent::MergedInto(target.pair()))));
        assert_eq!((part.status, part.waiting_since(), part.merged_into.clone()), (Status::Closed, None, Some(target.pair())));
        assert_eq!(part.merge_into(&closed, &now), Ok(None), "it is so already, whatever became of the other");
        assert_eq!(part.clone().merge_into(&ticket(3), &now), Err(Refusal::TicketMerged { into: Some(target.number.clone()) }));
        assert!(matches!(ticket(3).merge_into(&part, &now), Err(Refusal::CannotMerge(MergeFault::IntoPart { .. }))));
        let mut sibling = ticket(4);
        sibling.merge_into(&target, &now).unwrap();
        assert_eq!(sibling.merge_into(&part, &now), Ok(None), "both are parts of the same one");
    }

    #[test]
    fn what_a_part_leaves() {
        let mut target = Ticket { status: Status::Answered, waiting: None, ..ticket(5) };
        let part = Ticket {
            priority: Priority::High,
            first_answered_at: Some(at(1)),
            flags: Flags { money: true, ..Flags::default() },
            ..ticket(2)
        };
        let raised = TicketEvent::PriorityChanged { from: Priority::Normal, to: Priority::High };
        assert_eq!(target.absorb(&part, &moment(9)), Some(raised));
        assert_eq!((target.status, target.waiting_since()), (Status::New, Some(at(2))));
        assert_eq!((target.first_answered_at, target.flags.ids()), (Some(at(5)), vec!["money"]));
        let low = Ticket { priority: Priority::Low, waiting: Some(Waiting::begin(at(3))), first_answered_at: None, ..ticket(6) };
        assert_eq!(target.absorb(&low, &moment(9)), None);
        assert_eq!(
            (target.waiting_since(), target.priority),
            (Some(at(2)), Priority::High),
            "the earlier of both, the more urgent"
        );
        let settled = Ticket { status: Status::Answered, waiting: None, ..ticket(7) };
        let mut waiting = ticket(8);
        waiting.absorb(&settled, &moment(9));
        assert_eq!((waiting.status, waiting.waiting_since()), (Status::New, Some(at(8))));
    }

    /// Threads of which some are merged into others, with what each text was written in.
    #[derive(Clone, Debug)]
    enum Step {
        Say(usize),
        Merge(usize, usize),
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let step = prop_oneof![
            2 => (0_usize..4).prop_map(Step::Say),
            1 => (0_usize..4, 0_usize..4).prop_map(|(from, to)| Step::Merge(from, to)),
        ];
        proptest::collection::vec(step, 0..30)
    }

    proptest! {
        #[test]
        fn each_text_is_known_by_where_it_was_written(steps in steps()) {
            let mut tickets: Vec<Ticket> = (1..=4).map(ticket).collect();
            let mut threads: Vec<Vec<Entry>> = vec![Vec::new(); 4];
            for (hour, step) in steps.into_iter().enumerate() {
                match step {
                    Step::Say(place) => {
                        let text = Content::Note(tickets[place].number.as_str().to_owned());
                        let said = tickets[place].append(None, at(hour as i64), text, Vec::new());
                        threads[place].push(said);
                    }
                    Step::Merge(from, to) => {
                        let target = tickets[to].clone();
                        if !matches!(tickets[from].merge_into(&target, &moment(hour as i64)), Ok(Some(_))) {
                            continue;
                        }
                        let (part, said) = (tickets[from].pair(), threads[from].clone());
                        let mark = TicketEvent::MergedFrom { ticket: part, texts: texts_of(&said) };
                        let mark = tickets[to].append(None, at(hour as i64), Content::Event(mark), Vec::new());
                        threads[to].push(mark);
                        for entry in said.into_iter().filter(|entry| is_taken_along(&entry.content)) {
                            let copy = tickets[to].adopt(entry);
                            threads[to].push(copy);
                        }
                    }
                }
            }
            for (ticket, thread) in tickets.iter().zip(&threads) {
                let ids: Vec<_> = thread.iter().map(|entry| entry.id).collect();
                prop_assert_eq!(ids, (1..=ticket.tally.last_entry).map(EntryId).collect::<Vec<_>>());
                for (entry, origin) in thread.iter().zip(origins(thread)) {
                    if let Some(text) = entry.content.text() {
                        prop_assert_eq!(origin.unwrap_or(&ticket.number).as_str(), text);
                    }
                }
            }
        }
    }
}
