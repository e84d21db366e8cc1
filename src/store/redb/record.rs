//! Records: what is kept, apart from the domain's values, so that neither shape binds the other.
//!
//! Enumerations are kept as small numbers, times as milliseconds. A shape never changes: a new one is a new version.

use serde::{Deserialize, Serialize};

use super::keys;
use crate::domain::account::{Absence, Acceptance, Account, AccountId, EmailAddress, Handle, PersonName, Role, Standing};
use crate::domain::audit::{AuditEntry, AuditPayload, Via};
use crate::domain::code::{Code, CodeId, CodeKind, CodePurpose};
use crate::domain::entry::{Attachment, BlobHash, Content, Entry, EntryId, TicketEvent};
use crate::domain::language::Language;
use crate::domain::letter::{CommandId, Letter, LetterId, LetterState, Matter};
use crate::domain::notice::Notice;
use crate::domain::session::{Session, SessionHash, Throttle};
use crate::domain::status::{Priority, Status};
use crate::domain::ticket::{BeforeClosing, Flags, Tally, Ticket, TicketNumber, TicketSeq, TicketSeqPair};
use crate::domain::time::Timestamp;
use crate::domain::topic::{Topic, TopicId};
use crate::store::{Blob, Draft, KeyRecord, Result, StoreError};

fn wrong(what: &str) -> StoreError {
    StoreError::Corrupt(format!("a record holds no {what}"))
}

fn language(code: u8) -> Result<Language> {
    match code {
        0 => Ok(Language::Spanish),
        1 => Ok(Language::English),
        _ => Err(wrong("language")),
    }
}

fn language_code(language: Language) -> u8 {
    match language {
        Language::Spanish => 0,
        Language::English => 1,
    }
}

fn role(code: u8) -> Result<Role> {
    Role::ALL.into_iter().find(|role| keys::role(*role) == code).ok_or_else(|| wrong("role"))
}

fn status(code: u8) -> Result<Status> {
    Status::ALL.get(usize::from(code)).copied().ok_or_else(|| wrong("status"))
}

/// What stands for a status.
pub fn status_code(status: Status) -> u8 {
    match status {
        Status::New => 0,
        Status::Pending => 1,
        Status::Answered => 2,
        Status::Closed => 3,
    }
}

fn priority(code: u8) -> Result<Priority> {
    Priority::ALL.get(usize::from(code)).copied().ok_or_else(|| wrong("priority"))
}

/// What stands for a priority.
pub fn priority_code(priority: Priority) -> u8 {
    match priority {
        Priority::Low => 0,
        Priority::Normal => 1,
        Priority::High => 2,
        Priority::Emergency => 3,
    }
}

fn code_kind(code: u8) -> Result<CodeKind> {
    let all = [CodeKind::Register, CodeKind::Invite, CodeKind::Reset, CodeKind::Status, CodeKind::NewAddress];
    all.into_iter().find(|kind| keys::code_kind(*kind) == code).ok_or_else(|| wrong("kind of code"))
}

fn handle(text: &str) -> Result<Handle> {
    Handle::parse(text).ok_or_else(|| wrong("handle"))
}

fn name(text: &str) -> Result<PersonName> {
    PersonName::parse(text).ok_or_else(|| wrong("name"))
}

fn email(text: &str) -> Result<EmailAddress> {
    EmailAddress::parse(text).ok_or_else(|| wrong("address"))
}

fn number(text: &str) -> Result<TicketNumber> {
    TicketNumber::parse(text).ok_or_else(|| wrong("ticket number"))
}

fn millis(time: Timestamp) -> i64 {
    time.as_millis()
}

const fn time(millis: i64) -> Timestamp {
    Timestamp::from_millis(millis)
}

fn maybe_millis(time: Option<Timestamp>) -> Option<i64> {
    time.map(millis)
}

fn maybe_time(millis: Option<i64>) -> Option<Timestamp> {
    millis.map(time)
}

/// A value of the domain and the record it is kept as.
pub trait Recorded: Sized {
    /// The record.
    type Record: Serialize + serde::de::DeserializeOwned;
    /// The record of a value.
    fn to_record(&self) -> Self::Record;
    /// The value of a record.
    ///
    /// # Errors
    /// `Corrupt` for a record that no value gives.
    fn from_record(record: Self::Record) -> Result<Self>;
}

/// An account.
#[derive(Serialize, Deserialize)]
pub struct AccountV1 {
    id: u32,
    handle: String,
    name: String,
    email: String,
    role: u8,
    language: u8,
    standing: u8,
    suspended: Option<(String, i64)>,
    password_hash: Option<String>,
    phone: Option<String>,
    agent: Option<u32>,
    absence: Option<(i64, Option<u32>)>,
    acceptance: Option<(String, i64)>,
    created_at: i64,
}

impl Recorded for Account {
    type Record = AccountV1;

    fn to_record(&self) -> AccountV1 {
        let (standing, suspended) = match &self.standing {
            Standing::Invited => (0, None),
            Standing::Active => (1, None),
            Standing::Suspended { reason, at } => (2, Some((reason.clone(), millis(*at)))),
        };
        AccountV1 {
            id: self.id.0,
            handle: self.handle.as_str().to_owned(),
            name: self.name.as_str().to_owned(),
            email: self.email.as_str().to_owned(),
            role: keys::role(self.role),
            language: language_code(self.language),
            standing,
            suspended,
            password_hash: self.password_hash.clone(),
            phone: self.phone.clone(),
            agent: self.agent.map(|agent| agent.0),
            absence: self.absence.as_ref().map(|absence| (millis(absence.until), absence.substitute.map(|id| id.0))),
            acceptance: self.acceptance.as_ref().map(|acceptance| (acceptance.version.clone(), millis(acceptance.at))),
            created_at: millis(self.created_at),
        }
    }

    fn from_record(record: AccountV1) -> Result<Self> {
        let standing = match (record.standing, record.suspended) {
            (0, None) => Standing::Invited,
            (1, None) => Standing::Active,
            (2, Some((reason, at))) => Standing::Suspended { reason, at: time(at) },
            _ => return Err(wrong("standing")),
        };
        let absence =
            |(until, substitute): (i64, Option<u32>)| Absence { until: time(until), substitute: substitute.map(AccountId) };
        Ok(Self {
            id: AccountId(record.id),
            handle: handle(&record.handle)?,
            name: name(&record.name)?,
            email: email(&record.email)?,
            role: role(record.role)?,
            language: language(record.language)?,
            standing,
            password_hash: record.password_hash,
            phone: record.phone,
            agent: record.agent.map(AccountId),
            absence: record.absence.map(absence),
            acceptance: record.acceptance.map(|(version, at)| Acceptance { version, at: time(at) }),
            created_at: time(record.created_at),
        })
    }
}

/// A session.
#[derive(Serialize, Deserialize)]
pub struct SessionV1 {
    hash: [u8; 32],
    account: u32,
    created_at: i64,
    used_at: i64,
}

impl Recorded for Session {
    type Record = SessionV1;

    fn to_record(&self) -> SessionV1 {
        SessionV1 {
            hash: self.hash.0,
            account: self.account.0,
            created_at: millis(self.created_at),
            used_at: millis(self.used_at),
        }
    }

    fn from_record(record: SessionV1) -> Result<Self> {
        Ok(Self {
            hash: SessionHash(record.hash),
            account: AccountId(record.account),
            created_at: time(record.created_at),
            used_at: time(record.used_at),
        })
    }
}

/// What a code lets its holder do.
#[derive(Serialize, Deserialize)]
pub enum PurposeV1 {
    /// See the domain.
    Register(String, u8, String, String),
    /// See the domain.
    Invite(u32),
    /// See the domain.
    Reset(u32),
    /// See the domain.
    Status(u32),
    /// See the domain.
    NewAddress(u32),
}

/// A code.
#[derive(Serialize, Deserialize)]
pub struct CodeV1 {
    id: u64,
    address: String,
    purpose: PurposeV1,
    hash: [u8; 32],
    tries_left: u8,
    created_at: i64,
    expires_at: i64,
}

impl Recorded for Code {
    type Record = CodeV1;

    fn to_record(&self) -> CodeV1 {
        let purpose = match &self.purpose {
            CodePurpose::Register { name, language, password_hash, rules_version } => PurposeV1::Register(
                name.as_str().to_owned(),
                language_code(*language),
                password_hash.clone(),
                rules_version.clone(),
            ),
            CodePurpose::Invite { account } => PurposeV1::Invite(account.0),
            CodePurpose::Reset { account } => PurposeV1::Reset(account.0),
            CodePurpose::Status { ticket } => PurposeV1::Status(ticket.0),
            CodePurpose::NewAddress { account } => PurposeV1::NewAddress(account.0),
        };
        CodeV1 {
            id: self.id.0,
            address: self.address.as_str().to_owned(),
            purpose,
            hash: self.hash,
            tries_left: self.tries_left,
            created_at: millis(self.created_at),
            expires_at: millis(self.expires_at),
        }
    }

    fn from_record(record: CodeV1) -> Result<Self> {
        let purpose = match record.purpose {
            PurposeV1::Register(given, code, password_hash, rules_version) => {
                CodePurpose::Register { name: name(&given)?, language: language(code)?, password_hash, rules_version }
            }
            PurposeV1::Invite(account) => CodePurpose::Invite { account: AccountId(account) },
            PurposeV1::Reset(account) => CodePurpose::Reset { account: AccountId(account) },
            PurposeV1::Status(ticket) => CodePurpose::Status { ticket: TicketSeq(ticket) },
            PurposeV1::NewAddress(account) => CodePurpose::NewAddress { account: AccountId(account) },
        };
        Ok(Self {
            id: CodeId(record.id),
            address: email(&record.address)?,
            purpose,
            hash: record.hash,
            tries_left: record.tries_left,
            created_at: time(record.created_at),
            expires_at: time(record.expires_at),
        })
    }
}

impl Recorded for Throttle {
    type Record = (u32, i64);

    fn to_record(&self) -> (u32, i64) {
        (self.failures, millis(self.counted_at))
    }

    fn from_record((failures, counted_at): (u32, i64)) -> Result<Self> {
        Ok(Self { failures, counted_at: time(counted_at) })
    }
}

/// A topic.
#[derive(Serialize, Deserialize)]
pub struct TopicV1 {
    id: u32,
    parent: Option<u32>,
    name_es: String,
    name_en: Option<String>,
    retired: bool,
    agents: Vec<u32>,
    auto_assign: bool,
}

impl Recorded for Topic {
    type Record = TopicV1;

    fn to_record(&self) -> TopicV1 {
        TopicV1 {
            id: self.id.0,
            parent: self.parent.map(|parent| parent.0),
            name_es: self.name_es.clone(),
            name_en: self.name_en.clone(),
            retired: self.retired,
            agents: self.agents.iter().map(|agent| agent.0).collect(),
            auto_assign: self.auto_assign,
        }
    }

    fn from_record(record: TopicV1) -> Result<Self> {
        Ok(Self {
            id: TopicId(record.id),
            parent: record.parent.map(TopicId),
            name_es: record.name_es,
            name_en: record.name_en,
            retired: record.retired,
            agents: record.agents.into_iter().map(AccountId).collect(),
            auto_assign: record.auto_assign,
        })
    }
}

/// A ticket without its thread.
#[derive(Serialize, Deserialize)]
pub struct TicketV1 {
    seq: u32,
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

impl Recorded for Ticket {
    type Record = TicketV1;

    fn to_record(&self) -> TicketV1 {
        let tally = self.tally;
        let flags = [self.flags.money, self.flags.insult, self.flags.phone, self.flags.email, self.flags.held];
        TicketV1 {
            seq: self.seq.0,
            number: self.number.as_str().to_owned(),
            external_id: self.external_id.clone(),
            subject: self.subject.clone(),
            topic: self.topic.0,
            status: status_code(self.status),
            priority: priority_code(self.priority),
            client: self.client.0,
            assignee: self.assignee.map(|assignee| assignee.0),
            created_at: millis(self.created_at),
            updated_at: millis(self.updated_at),
            public_updated_at: millis(self.public_updated_at),
            waiting_since: maybe_millis(self.waiting_since),
            closed_at: maybe_millis(self.closed_at),
            closed_by: self.closed_by.map(|by| by.0),
            before_closing: self.before_closing.map(|before| (status_code(before.status), maybe_millis(before.waiting_since))),
            tally: [
                tally.public_texts,
                tally.notes,
                tally.public_attachments,
                tally.note_attachments,
                tally.last_public_text,
                tally.last_text,
                tally.last_entry,
            ],
            flags: flags.iter().enumerate().fold(0, |bits, (index, set)| bits | (u8::from(*set) << index)),
        }
    }

    fn from_record(record: TicketV1) -> Result<Self> {
        let [public_texts, notes, public_attachments, note_attachments, last_public_text, last_text, last_entry] = record.tally;
        let flag = |index: u8| record.flags & (1 << index) != 0;
        let before_closing = match record.before_closing {
            Some((code, since)) => Some(BeforeClosing { status: status(code)?, waiting_since: maybe_time(since) }),
            None => None,
        };
        Ok(Self {
            seq: TicketSeq(record.seq),
            number: number(&record.number)?,
            external_id: record.external_id,
            subject: record.subject,
            topic: TopicId(record.topic),
            status: status(record.status)?,
            priority: priority(record.priority)?,
            client: AccountId(record.client),
            assignee: record.assignee.map(AccountId),
            created_at: time(record.created_at),
            updated_at: time(record.updated_at),
            public_updated_at: time(record.public_updated_at),
            waiting_since: maybe_time(record.waiting_since),
            closed_at: maybe_time(record.closed_at),
            closed_by: record.closed_by.map(AccountId),
            before_closing,
            tally: Tally { public_texts, notes, public_attachments, note_attachments, last_public_text, last_text, last_entry },
            flags: Flags { money: flag(0), insult: flag(1), phone: flag(2), email: flag(3), held: flag(4) },
        })
    }
}

/// What happened to a ticket.
#[derive(Serialize, Deserialize)]
pub enum EventV1 {
    /// See the domain.
    Assigned(Option<u32>, u32),
    /// See the domain.
    Released(u32, Option<String>),
    /// See the domain.
    Closed,
    /// See the domain.
    Reopened,
    /// See the domain.
    PriorityChanged(u8, u8),
    /// See the domain.
    TopicChanged(u32, u32),
    /// See the domain.
    SubjectChanged(String, String),
    /// See the domain.
    ClientChanged(u32, u32),
    /// See the domain.
    ExternalIdChanged(Option<String>, Option<String>),
    /// See the domain.
    FollowsUp(u32, String),
}

/// What an entry says.
#[derive(Serialize, Deserialize)]
pub enum ContentV1 {
    /// See the domain.
    Message(String),
    /// See the domain.
    Reply(String),
    /// See the domain.
    Note(String),
    /// See the domain.
    Event(EventV1),
}

/// An entry of a thread.
#[derive(Serialize, Deserialize)]
pub struct EntryV1 {
    id: u32,
    author: Option<u32>,
    at: i64,
    content: ContentV1,
    attachments: Vec<(String, String, u64, [u8; 32])>,
}

fn event_record(event: &TicketEvent) -> EventV1 {
    match event {
        TicketEvent::Assigned { from, to } => EventV1::Assigned(from.map(|from| from.0), to.0),
        TicketEvent::Released { from, reason } => EventV1::Released(from.0, reason.clone()),
        TicketEvent::Closed => EventV1::Closed,
        TicketEvent::Reopened => EventV1::Reopened,
        TicketEvent::PriorityChanged { from, to } => EventV1::PriorityChanged(priority_code(*from), priority_code(*to)),
        TicketEvent::TopicChanged { from, to } => EventV1::TopicChanged(from.0, to.0),
        TicketEvent::SubjectChanged { from, to } => EventV1::SubjectChanged(from.clone(), to.clone()),
        TicketEvent::ClientChanged { from, to } => EventV1::ClientChanged(from.0, to.0),
        TicketEvent::ExternalIdChanged { from, to } => EventV1::ExternalIdChanged(from.clone(), to.clone()),
        TicketEvent::FollowsUp(pair) => EventV1::FollowsUp(pair.seq.0, pair.number.as_str().to_owned()),
    }
}

fn event_value(record: EventV1) -> Result<TicketEvent> {
    Ok(match record {
        EventV1::Assigned(from, to) => TicketEvent::Assigned { from: from.map(AccountId), to: AccountId(to) },
        EventV1::Released(from, reason) => TicketEvent::Released { from: AccountId(from), reason },
        EventV1::Closed => TicketEvent::Closed,
        EventV1::Reopened => TicketEvent::Reopened,
        EventV1::PriorityChanged(from, to) => TicketEvent::PriorityChanged { from: priority(from)?, to: priority(to)? },
        EventV1::TopicChanged(from, to) => TicketEvent::TopicChanged { from: TopicId(from), to: TopicId(to) },
        EventV1::SubjectChanged(from, to) => TicketEvent::SubjectChanged { from, to },
        EventV1::ClientChanged(from, to) => TicketEvent::ClientChanged { from: AccountId(from), to: AccountId(to) },
        EventV1::ExternalIdChanged(from, to) => TicketEvent::ExternalIdChanged { from, to },
        EventV1::FollowsUp(seq, text) => TicketEvent::FollowsUp(TicketSeqPair { seq: TicketSeq(seq), number: number(&text)? }),
    })
}

impl Recorded for Entry {
    type Record = EntryV1;

    fn to_record(&self) -> EntryV1 {
        let content = match &self.content {
            Content::Message(text) => ContentV1::Message(text.clone()),
            Content::Reply(text) => ContentV1::Reply(text.clone()),
            Content::Note(text) => ContentV1::Note(text.clone()),
            Content::Event(event) => ContentV1::Event(event_record(event)),
        };
        let attachments = self.attachments.iter();
        let attachments = attachments.map(|file| (file.name.clone(), file.media_type.clone(), file.size, file.hash.0)).collect();
        EntryV1 { id: self.id.0, author: self.author.map(|author| author.0), at: millis(self.at), content, attachments }
    }

    fn from_record(record: EntryV1) -> Result<Self> {
        let content = match record.content {
            ContentV1::Message(text) => Content::Message(text),
            ContentV1::Reply(text) => Content::Reply(text),
            ContentV1::Note(text) => Content::Note(text),
            ContentV1::Event(event) => Content::Event(event_value(event)?),
        };
        let attachment = |(name, media_type, size, hash)| Attachment { name, media_type, size, hash: BlobHash(hash) };
        Ok(Self {
            id: EntryId(record.id),
            author: record.author.map(AccountId),
            at: time(record.at),
            content,
            attachments: record.attachments.into_iter().map(attachment).collect(),
        })
    }
}

/// What a letter tells.
#[derive(Serialize, Deserialize)]
pub enum MatterV1 {
    /// See the domain.
    Ticket(u32, Vec<u32>),
    /// See the domain.
    Summary(Vec<u32>),
    /// See the domain.
    Code(u8, Option<String>, Option<u32>),
    /// See the domain.
    AddressTaken,
    /// See the domain.
    AddressUnknown,
    /// See the domain.
    AddressChanged(String),
    /// See the domain.
    Welcome,
    /// See the domain.
    Standing(Option<String>),
    /// See the domain.
    Test,
}

/// Where a letter stands.
#[derive(Serialize, Deserialize)]
pub enum LetterStateV1 {
    /// See the domain.
    Pending,
    /// See the domain.
    Leased([u8; 16], i64),
    /// See the domain.
    Retry,
    /// See the domain.
    Sent,
    /// See the domain.
    Dead,
    /// See the domain.
    Dropped,
    /// See the domain.
    Cancelled,
}

/// A letter.
#[derive(Serialize, Deserialize)]
pub struct LetterV1 {
    id: [u8; 16],
    notice: String,
    matter: MatterV1,
    to: String,
    recipient: Option<u32>,
    language: u8,
    state: LetterStateV1,
    created_at: i64,
    not_before: i64,
    expires_at: Option<i64>,
    attempts: u32,
    last_error: Option<String>,
    settled_at: i64,
}

fn matter_record(matter: &Matter) -> MatterV1 {
    match matter {
        Matter::Ticket { ticket, entries } => MatterV1::Ticket(ticket.0, entries.iter().map(|entry| entry.0).collect()),
        Matter::Summary { tickets } => MatterV1::Summary(tickets.iter().map(|ticket| ticket.0).collect()),
        Matter::Code { kind, code, ticket } => {
            MatterV1::Code(keys::code_kind(*kind), code.clone(), ticket.map(|ticket| ticket.0))
        }
        Matter::AddressTaken => MatterV1::AddressTaken,
        Matter::AddressUnknown => MatterV1::AddressUnknown,
        Matter::AddressChanged { to } => MatterV1::AddressChanged(to.as_str().to_owned()),
        Matter::Welcome => MatterV1::Welcome,
        Matter::Standing { reason } => MatterV1::Standing(reason.clone()),
        Matter::Test => MatterV1::Test,
    }
}

fn matter_value(record: MatterV1) -> Result<Matter> {
    Ok(match record {
        MatterV1::Ticket(ticket, entries) => {
            Matter::Ticket { ticket: TicketSeq(ticket), entries: entries.into_iter().map(EntryId).collect() }
        }
        MatterV1::Summary(tickets) => Matter::Summary { tickets: tickets.into_iter().map(TicketSeq).collect() },
        MatterV1::Code(kind, code, ticket) => Matter::Code { kind: code_kind(kind)?, code, ticket: ticket.map(TicketSeq) },
        MatterV1::AddressTaken => Matter::AddressTaken,
        MatterV1::AddressUnknown => Matter::AddressUnknown,
        MatterV1::AddressChanged(to) => Matter::AddressChanged { to: email(&to)? },
        MatterV1::Welcome => Matter::Welcome,
        MatterV1::Standing(reason) => Matter::Standing { reason },
        MatterV1::Test => Matter::Test,
    })
}

impl Recorded for Letter {
    type Record = LetterV1;

    fn to_record(&self) -> LetterV1 {
        let state = match &self.state {
            LetterState::Pending => LetterStateV1::Pending,
            LetterState::Leased { by, until } => LetterStateV1::Leased(by.0, millis(*until)),
            LetterState::Retry => LetterStateV1::Retry,
            LetterState::Sent => LetterStateV1::Sent,
            LetterState::Dead => LetterStateV1::Dead,
            LetterState::Dropped => LetterStateV1::Dropped,
            LetterState::Cancelled => LetterStateV1::Cancelled,
        };
        LetterV1 {
            id: self.id.0,
            notice: self.notice.id().to_owned(),
            matter: matter_record(&self.matter),
            to: self.to.as_str().to_owned(),
            recipient: self.recipient.map(|recipient| recipient.0),
            language: language_code(self.language),
            state,
            created_at: millis(self.created_at),
            not_before: millis(self.not_before),
            expires_at: maybe_millis(self.expires_at),
            attempts: self.attempts,
            last_error: self.last_error.clone(),
            settled_at: millis(self.settled_at),
        }
    }

    fn from_record(record: LetterV1) -> Result<Self> {
        let state = match record.state {
            LetterStateV1::Pending => LetterState::Pending,
            LetterStateV1::Leased(by, until) => LetterState::Leased { by: CommandId(by), until: time(until) },
            LetterStateV1::Retry => LetterState::Retry,
            LetterStateV1::Sent => LetterState::Sent,
            LetterStateV1::Dead => LetterState::Dead,
            LetterStateV1::Dropped => LetterState::Dropped,
            LetterStateV1::Cancelled => LetterState::Cancelled,
        };
        Ok(Self {
            id: LetterId(record.id),
            notice: Notice::from_id(&record.notice).ok_or_else(|| wrong("notice"))?,
            matter: matter_value(record.matter)?,
            to: email(&record.to)?,
            recipient: record.recipient.map(AccountId),
            language: language(record.language)?,
            state,
            created_at: time(record.created_at),
            not_before: time(record.not_before),
            expires_at: maybe_time(record.expires_at),
            attempts: record.attempts,
            last_error: record.last_error,
            settled_at: time(record.settled_at),
        })
    }
}

/// A link of the audit.
#[derive(Serialize, Deserialize)]
pub struct AuditV1 {
    sequence: u64,
    at: i64,
    actor: Option<u32>,
    via: String,
    verb: String,
    payload_hash: [u8; 32],
    previous: [u8; 32],
}

impl Recorded for AuditEntry {
    type Record = AuditV1;

    fn to_record(&self) -> AuditV1 {
        AuditV1 {
            sequence: self.sequence,
            at: millis(self.at),
            actor: self.actor.map(|actor| actor.0),
            via: self.via.id().to_owned(),
            verb: self.verb.clone(),
            payload_hash: self.payload_hash,
            previous: self.previous,
        }
    }

    fn from_record(record: AuditV1) -> Result<Self> {
        Ok(Self {
            sequence: record.sequence,
            at: time(record.at),
            actor: record.actor.map(AccountId),
            via: Via::from_id(&record.via).ok_or_else(|| wrong("way"))?,
            verb: record.verb,
            payload_hash: record.payload_hash,
            previous: record.previous,
        })
    }
}

impl Recorded for AuditPayload {
    type Record = ([u8; 16], String);

    fn to_record(&self) -> ([u8; 16], String) {
        (self.salt, self.body.clone())
    }

    fn from_record((salt, body): ([u8; 16], String)) -> Result<Self> {
        Ok(Self { salt, body })
    }
}

impl Recorded for Blob {
    type Record = (u64, i64);

    fn to_record(&self) -> (u64, i64) {
        (self.size, millis(self.staged_at))
    }

    fn from_record((size, staged_at): (u64, i64)) -> Result<Self> {
        Ok(Self { size, staged_at: time(staged_at) })
    }
}

impl Recorded for Draft {
    type Record = (String, i64);

    fn to_record(&self) -> (String, i64) {
        (self.text.clone(), millis(self.at))
    }

    fn from_record((text, at): (String, i64)) -> Result<Self> {
        Ok(Self { text, at: time(at) })
    }
}

impl Recorded for KeyRecord {
    type Record = ([u8; 32], Vec<u8>, i64);

    fn to_record(&self) -> ([u8; 32], Vec<u8>, i64) {
        (self.arguments, self.stdout.clone(), millis(self.expires_at))
    }

    fn from_record((arguments, stdout, expires_at): ([u8; 32], Vec<u8>, i64)) -> Result<Self> {
        Ok(Self { arguments, stdout, expires_at: time(expires_at) })
    }
}
