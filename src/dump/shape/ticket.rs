//! Tickets, and what people have been shown of them.

use serde::{Deserialize, Serialize};

use super::{Time, checked};
use crate::domain::account::AccountId;
use crate::domain::status::{Priority, Status};
use crate::domain::text;
use crate::domain::ticket::{BeforeClosing, Flags, Tally, Ticket, TicketNumber, TicketSeq, TicketSeqPair};
use crate::domain::topic::{DEEPEST, LONGEST_NAME, TopicId};
use crate::domain::waiting::{Rest, Told, Waiting};

/// A ticket by its place and its number.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairPart {
    id: u32,
    number: String,
}

impl From<&TicketSeqPair> for PairPart {
    fn from(pair: &TicketSeqPair) -> Self {
        Self { id: pair.seq.0, number: pair.number.as_str().to_owned() }
    }
}

impl PairPart {
    /// The pair; `None` if it cannot be one.
    pub fn pair(&self) -> Option<TicketSeqPair> {
        Some(TicketSeqPair { seq: TicketSeq(self.id), number: number(&self.number)? })
    }
}

/// A number, written just so.
pub fn number(text: &str) -> Option<TicketNumber> {
    TicketNumber::parse(text).filter(|number| number.as_str() == text)
}

/// The most characters of a subject. One that nobody gave is the full name of a topic, which may be longer than what may be given.
const LONGEST_SUBJECT: usize = (DEEPEST + 1) * (LONGEST_NAME + 3);

/// Whether a subject is written just so.
pub fn is_subject(text: &String) -> bool {
    text::line(text, LONGEST_SUBJECT).as_ref() == Some(text)
}

/// Whether an external id is written just so.
pub fn is_external_id(text: &String) -> bool {
    text::external_id(text).as_ref() == Some(text)
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TicketLine {
    id: u32,
    number: String,
    external_id: Option<String>,
    subject: String,
    topic: u32,
    status: String,
    priority: String,
    client: u32,
    assignee: Option<u32>,
    created_at: Time,
    updated_at: Time,
    public_updated_at: Time,
    waiting_since: Option<Time>,
    #[serde(default)]
    clock: Option<ClockPart>,
    #[serde(default)]
    unanswered: u32,
    closed_at: Option<Time>,
    closed_by: Option<u32>,
    before_closing: Option<BeforePart>,
    first_answered_at: Option<Time>,
    merged_into: Option<PairPart>,
    tally: TallyPart,
    flags: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BeforePart {
    status: String,
    waiting_since: Option<Time>,
    #[serde(default)]
    clock: Option<ClockPart>,
}

/// A waiting, but for since when; older dumps have none.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockPart {
    counts_from: Time,
    rests_since: Option<Time>,
    told: String,
    reminded_at: Option<Time>,
    /// From when it would count without these rests; nothing where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    begun: Option<Time>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    rests: Vec<RestPart>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RestPart {
    from: Time,
    until: Time,
}

impl From<Waiting> for ClockPart {
    fn from(waiting: Waiting) -> Self {
        Self {
            counts_from: Time(waiting.counts_from),
            rests_since: waiting.rests_since.map(Time),
            told: waiting.told.id().to_owned(),
            reminded_at: waiting.reminded_at.map(Time),
            begun: Some(waiting.begun).filter(|begun| *begun != waiting.counts_from).map(Time),
            rests: waiting
                .rests
                .iter()
                .flatten()
                .map(|rest| RestPart { from: Time(rest.from), until: Time(rest.until) })
                .collect(),
        }
    }
}

/// A waiting of its two parts; `None` if it cannot be one.
fn waiting(since: Option<Time>, clock: Option<&ClockPart>) -> Option<Option<Waiting>> {
    let Some(since) = since.map(|since| since.0) else { return clock.is_none().then_some(None) };
    let Some(clock) = clock else { return Some(Some(Waiting::begin(since))) };
    let (counts_from, rests_since) = (clock.counts_from.0, clock.rests_since.map(|at| at.0));
    let is_in_order = rests_since.is_none_or(|at| at >= counts_from);
    let told = Told::from_id(&clock.told).filter(|_| is_in_order)?;
    let begun = clock.begun.as_ref().map_or(counts_from, |begun| begun.0);
    let rests = clock.rests.iter().map(|rest| Rest { from: rest.from.0, until: rest.until.0 });
    let rests = Waiting::rests_of(rests).filter(|_| begun <= counts_from)?;
    let reminded_at = clock.reminded_at.map(|at| at.0);
    Some(Some(Waiting { since, begun, rests, counts_from, rests_since, told, reminded_at }))
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TallyPart {
    public_texts: u32,
    notes: u32,
    public_attachments: u32,
    note_attachments: u32,
    last_public_text: u32,
    last_text: u32,
    last_entry: u32,
}

impl From<&Ticket> for TicketLine {
    fn from(ticket: &Ticket) -> Self {
        let before = |before: BeforeClosing| BeforePart {
            status: before.status.id().to_owned(),
            waiting_since: before.waiting.map(|waiting| Time(waiting.since)),
            clock: before.waiting.map(ClockPart::from),
        };
        let tally = ticket.tally;
        Self {
            id: ticket.seq.0,
            number: ticket.number.as_str().to_owned(),
            external_id: ticket.external_id.clone(),
            subject: ticket.subject.clone(),
            topic: ticket.topic.0,
            status: ticket.status.id().to_owned(),
            priority: ticket.priority.id().to_owned(),
            client: ticket.client.0,
            assignee: ticket.assignee.map(|assignee| assignee.0),
            created_at: Time(ticket.created_at),
            updated_at: Time(ticket.updated_at),
            public_updated_at: Time(ticket.public_updated_at),
            waiting_since: ticket.waiting_since().map(Time),
            clock: ticket.waiting.map(ClockPart::from),
            unanswered: ticket.unanswered,
            closed_at: ticket.closed_at.map(Time),
            closed_by: ticket.closed_by.map(|closer| closer.0),
            before_closing: ticket.before_closing.map(before),
            first_answered_at: ticket.first_answered_at.map(Time),
            merged_into: ticket.merged_into.as_ref().map(PairPart::from),
            tally: TallyPart {
                public_texts: tally.public_texts,
                notes: tally.notes,
                public_attachments: tally.public_attachments,
                note_attachments: tally.note_attachments,
                last_public_text: tally.last_public_text,
                last_text: tally.last_text,
                last_entry: tally.last_entry,
            },
            flags: ticket.flags.ids().into_iter().map(str::to_owned).collect(),
        }
    }
}

pub(super) fn flags(ids: &[String]) -> Option<Flags> {
    let mut flags = Flags::default();
    for id in ids {
        let flag = match id.as_str() {
            "money" => &mut flags.money,
            "insult" => &mut flags.insult,
            "phone" => &mut flags.phone,
            "email" => &mut flags.email,
            "held" => &mut flags.held,
            _ => return None,
        };
        *flag = true;
    }
    Some(flags)
}

impl TicketLine {
    /// The ticket; `None` if it cannot be one.
    pub fn ticket(self) -> Option<Ticket> {
        let time = |time: Option<Time>| time.map(|time| time.0);
        let before = |part: &BeforePart| {
            let waiting = waiting(part.waiting_since, part.clock.as_ref())?;
            let status = Status::from_id(&part.status).filter(|status| status.waits() == waiting.is_some())?;
            Some(BeforeClosing { status, waiting })
        };
        let TallyPart { public_texts, notes, public_attachments, note_attachments, last_public_text, last_text, last_entry } =
            self.tally;
        let ticket = Ticket {
            seq: Some(TicketSeq(self.id)).filter(|seq| seq.0 > 0)?,
            number: number(&self.number)?,
            external_id: checked(self.external_id, is_external_id)?,
            subject: Some(self.subject).filter(is_subject)?,
            topic: TopicId(self.topic),
            status: Status::from_id(&self.status)?,
            priority: Priority::from_id(&self.priority)?,
            client: AccountId(self.client),
            assignee: self.assignee.map(AccountId),
            created_at: self.created_at.0,
            updated_at: self.updated_at.0,
            public_updated_at: self.public_updated_at.0,
            waiting: waiting(self.waiting_since, self.clock.as_ref())?,
            unanswered: self.unanswered,
            closed_at: time(self.closed_at),
            closed_by: self.closed_by.map(AccountId),
            before_closing: match &self.before_closing {
                Some(part) => Some(before(part)?),
                None => None,
            },
            first_answered_at: time(self.first_answered_at),
            merged_into: match &self.merged_into {
                Some(part) => Some(part.pair()?),
                None => None,
            },
            tally: Tally { public_texts, notes, public_attachments, note_attachments, last_public_text, last_text, last_entry },
            flags: flags(&self.flags)?,
        };
        ticket.has_times_of_its_state().then_some(ticket)
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkLine {
    pub ticket: u32,
    pub reader: u32,
    pub entry: u32,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberLine {
    number: String,
    ticket: u32,
}

impl NumberLine {
    /// The line of a number.
    pub fn of(number: &TicketNumber, seq: TicketSeq) -> Self {
        Self { number: number.as_str().to_owned(), ticket: seq.0 }
    }

    /// The number and whose it was; `None` if it cannot be one.
    pub fn number(&self) -> Option<(TicketNumber, TicketSeq)> {
        Some((number(&self.number)?, Some(TicketSeq(self.ticket)).filter(|seq| seq.0 > 0)?))
    }
}
