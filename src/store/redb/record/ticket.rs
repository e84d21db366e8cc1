//! Tickets as they are kept, without their threads.

use serde::{Deserialize, Serialize};

use super::super::codec::{Stored, decode};
use super::{codes, nonsense, parsed, time};
use crate::domain::account::AccountId;
use crate::domain::ticket::{BeforeClosing, Flags, Tally, Ticket, TicketNumber, TicketSeq, TicketSeqPair};
use crate::domain::topic::TopicId;
use crate::domain::waiting::{Rest, Waiting};
use crate::store::Result;

/// The header of a ticket, when neither its first answer nor what it became a part of was kept; its seq is its key.
#[derive(Debug, Serialize, Deserialize)]
pub struct TicketV1 {
    number: String,
    external_id: Option<String>,
    subject: String,
    topic: u32,
    status: u8,
    priority: u8,
    client: u32,
    assignee: Option<u32>,
    created_at: i64,
    updated_at: i64,
    public_updated_at: i64,
    waiting_since: Option<i64>,
    closed_at: Option<i64>,
    closed_by: Option<u32>,
    before_closing: Option<(u8, Option<i64>)>,
    tally: [u32; 7],
    flags: u8,
}

impl Stored for TicketV1 {
    const VERSION: u8 = 1;
}

impl From<&Ticket> for TicketV1 {
    fn from(ticket: &Ticket) -> Self {
        let tally = ticket.tally;
        Self {
            number: ticket.number.as_str().to_owned(),
            external_id: ticket.external_id.clone(),
            subject: ticket.subject.clone(),
            topic: ticket.topic.0,
            status: codes::status(ticket.status),
            priority: codes::priority(ticket.priority),
            client: ticket.client.0,
            assignee: ticket.assignee.map(|id| id.0),
            created_at: ticket.created_at.as_millis(),
            updated_at: ticket.updated_at.as_millis(),
            public_updated_at: ticket.public_updated_at.as_millis(),
            waiting_since: ticket.waiting_since().map(|at| at.as_millis()),
            closed_at: ticket.closed_at.map(|at| at.as_millis()),
            closed_by: ticket.closed_by.map(|id| id.0),
            before_closing: ticket
                .before_closing
                .map(|before| (codes::status(before.status), before.waiting.map(|waiting| waiting.since.as_millis()))),
            tally: [
                tally.public_texts,
                tally.notes,
                tally.public_attachments,
                tally.note_attachments,
                tally.last_public_text,
                tally.last_text,
                tally.last_entry,
            ],
            flags: bits_of_flags(ticket.flags),
        }
    }
}

impl TicketV1 {
    fn into_ticket(self, seq: TicketSeq) -> Result<Ticket> {
        let [public_texts, notes, public_attachments, note_attachments, last_public_text, last_text, last_entry] = self.tally;
        let before_closing = match self.before_closing {
            None => None,
            Some((status, waiting_since)) => {
                let waiting = waiting_since.map(|since| Waiting::begin(time(since)));
                Some(BeforeClosing { status: codes::status_of(status)?, waiting })
            }
        };
        Ok(Ticket {
            seq,
            number: parsed(&self.number, TicketNumber::parse)?,
            external_id: self.external_id,
            subject: self.subject,
            topic: TopicId(self.topic),
            status: codes::status_of(self.status)?,
            priority: codes::priority_of(self.priority)?,
            client: AccountId(self.client),
            assignee: self.assignee.map(AccountId),
            created_at: time(self.created_at),
            updated_at: time(self.updated_at),
            public_updated_at: time(self.public_updated_at),
            waiting: self.waiting_since.map(|since| Waiting::begin(time(since))),
            unanswered: 0,
            closed_at: self.closed_at.map(time),
            closed_by: self.closed_by.map(AccountId),
            before_closing,
            first_answered_at: None,
            merged_into: None,
            tally: Tally { public_texts, notes, public_attachments, note_attachments, last_public_text, last_text, last_entry },
            flags: flags_of_bits(self.flags)?,
        })
    }
}

/// The header of a ticket, when of a waiting only its beginning was kept.
#[derive(Debug, Serialize, Deserialize)]
pub struct TicketV2 {
    header: TicketV1,
    first_answered_at: Option<i64>,
    merged_into: Option<(u32, String)>,
}

impl Stored for TicketV2 {
    const VERSION: u8 = 2;

    fn from_earlier(version: u8, payload: &[u8]) -> Result<Option<Self>> {
        if version != TicketV1::VERSION {
            return Ok(None);
        }
        Ok(Some(Self { header: decode(payload)?, first_answered_at: None, merged_into: None }))
    }
}

impl From<&Ticket> for TicketV2 {
    fn from(ticket: &Ticket) -> Self {
        Self {
            header: ticket.into(),
            first_answered_at: ticket.first_answered_at.map(|at| at.as_millis()),
            merged_into: ticket.merged_into.as_ref().map(|pair| (pair.seq.0, pair.number.as_str().to_owned())),
        }
    }
}

impl TicketV2 {
    fn into_ticket(self, seq: TicketSeq) -> Result<Ticket> {
        Ok(Ticket {
            first_answered_at: self.first_answered_at.map(time),
            merged_into: self.merged_into.map(|(seq, number)| pair(seq, &number)).transpose()?,
            ..self.header.into_ticket(seq)?
        })
    }
}

/// A waiting, but for since when.
#[derive(Debug, Serialize, Deserialize)]
struct ClockV1 {
    counts_from: i64,
    rests_since: Option<i64>,
    told: u8,
    reminded_at: Option<i64>,
    /// Nothing where it is the same as `counts_from`.
    begun: Option<i64>,
    rests: Vec<(i64, i64)>,
}

impl ClockV1 {
    /// What is to be kept of a waiting; nothing where it is as it began.
    fn of(waiting: &Waiting) -> Option<Self> {
        let clock = Self {
            counts_from: waiting.counts_from.as_millis(),
            rests_since: waiting.rests_since.map(|at| at.as_millis()),
            told: codes::told(waiting.told),
            reminded_at: waiting.reminded_at.map(|at| at.as_millis()),
            begun: Some(waiting.begun).filter(|begun| *begun != waiting.counts_from).map(|at| at.as_millis()),
            rests: waiting.rests.iter().flatten().map(|rest| (rest.from.as_millis(), rest.until.as_millis())).collect(),
        };
        (*waiting != Waiting::begin(waiting.since)).then_some(clock)
    }

    /// Puts it into a waiting of which since when is known.
    fn put_into(clock: Option<Self>, waiting: Option<&mut Waiting>) -> Result<()> {
        let Some(clock) = clock else { return Ok(()) };
        let waiting = waiting.ok_or_else(|| nonsense("a clock"))?;
        let rests = clock.rests.iter().map(|(from, until)| Rest { from: time(*from), until: time(*until) });
        *waiting = Waiting {
            since: waiting.since,
            begun: time(clock.begun.unwrap_or(clock.counts_from)),
            rests: Waiting::rests_of(rests).ok_or_else(|| nonsense("rests"))?,
            counts_from: time(clock.counts_from),
            rests_since: clock.rests_since.map(time),
            told: codes::told_of(clock.told)?,
            reminded_at: clock.reminded_at.map(time),
        };
        Ok(())
    }
}

/// The header of a ticket; its seq is its key.
#[derive(Debug, Serialize, Deserialize)]
pub struct TicketV3 {
    earlier: TicketV2,
    clock: Option<ClockV1>,
    clock_before_closing: Option<ClockV1>,
    unanswered: u32,
}

impl Stored for TicketV3 {
    const VERSION: u8 = 3;

    fn from_earlier(version: u8, payload: &[u8]) -> Result<Option<Self>> {
        let earlier =
            if version == TicketV2::VERSION { Some(decode(payload)?) } else { TicketV2::from_earlier(version, payload)? };
        Ok(earlier.map(|earlier| Self { earlier, clock: None, clock_before_closing: None, unanswered: 0 }))
    }
}

impl From<&Ticket> for TicketV3 {
    fn from(ticket: &Ticket) -> Self {
        Self {
            earlier: ticket.into(),
            clock: ticket.waiting.as_ref().and_then(ClockV1::of),
            clock_before_closing: ticket.before_closing.and_then(|before| before.waiting.as_ref().and_then(ClockV1::of)),
            unanswered: ticket.unanswered,
        }
    }
}

impl TicketV3 {
    /// The ticket that is kept at a place.
    ///
    /// # Errors
    /// `Corrupt` when it makes no sense.
    pub fn into_ticket(self, seq: TicketSeq) -> Result<Ticket> {
        let mut ticket = Ticket { unanswered: self.unanswered, ..self.earlier.into_ticket(seq)? };
        ClockV1::put_into(self.clock, ticket.waiting.as_mut())?;
        let before = ticket.before_closing.as_mut().and_then(|before| before.waiting.as_mut());
        ClockV1::put_into(self.clock_before_closing, before)?;
        Ok(ticket)
    }
}

/// A ticket by its place and its number.
pub(super) fn pair(seq: u32, number: &str) -> Result<TicketSeqPair> {
    Ok(TicketSeqPair { seq: TicketSeq(seq), number: parsed(number, TicketNumber::parse)? })
}

pub(super) fn bits_of_flags(flags: Flags) -> u8 {
    [flags.money, flags.insult, flags.phone, flags.email, flags.held]
        .into_iter()
        .enumerate()
        .fold(0, |bits, (place, is_set)| bits | u8::from(is_set) << place)
}

pub(super) fn flags_of_bits(bits: u8) -> Result<Flags> {
    if bits >= 1 << 5 {
        return Err(nonsense("flags"));
    }
    let is_set = |place: u8| bits & 1 << place != 0;
    Ok(Flags { money: is_set(0), insult: is_set(1), phone: is_set(2), email: is_set(3), held: is_set(4) })
}
