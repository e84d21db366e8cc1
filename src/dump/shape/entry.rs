//! Entries of threads, and what happened to tickets.

use serde::{Deserialize, Serialize};

use super::ticket::{PairPart, is_external_id, is_subject};
use super::{Hex, Time, checked, is_reason};
use crate::domain::account::AccountId;
use crate::domain::entry::{Attachment, BlobHash, Content, Entry, EntryId, TicketEvent};
use crate::domain::status::Priority;
use crate::domain::task::{TaskId, TaskKind};
use crate::domain::text;
use crate::domain::ticket::TicketSeq;
use crate::domain::topic::TopicId;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryLine {
    pub ticket: u32,
    id: u32,
    author: Option<u32>,
    at: Time,
    #[serde(rename = "type")]
    content: String,
    body: Option<String>,
    event: Option<EventPart>,
    attachments: Vec<AttachmentPart>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AttachmentPart {
    name: String,
    #[serde(rename = "type")]
    media_type: String,
    size: u64,
    sha256: Hex<32>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case", deny_unknown_fields)]
enum EventPart {
    Assigned { from: Option<u32>, to: u32 },
    Released { from: u32, reason: Option<String> },
    Closed,
    Reopened,
    PriorityChanged { from: String, to: String },
    TopicChanged { from: u32, to: u32 },
    SubjectChanged { from: String, to: String },
    ClientChanged { from: u32, to: u32 },
    ExternalIdChanged { from: Option<String>, to: Option<String> },
    FollowsUp { ticket: PairPart },
    MergedInto { ticket: PairPart },
    MergedFrom { ticket: PairPart, texts: u32 },
    Reminded { text: Option<String> },
    TaskAsked { task: u32, task_kind: String, reason: String },
    TaskDone { task: u32, task_kind: String },
    Unflagged { flags: Vec<String> },
}

impl From<&TicketEvent> for EventPart {
    fn from(event: &TicketEvent) -> Self {
        use TicketEvent as E;
        match event {
            E::Assigned { from, to } => Self::Assigned { from: from.map(|from| from.0), to: to.0 },
            E::Released { from, reason } => Self::Released { from: from.0, reason: reason.clone() },
            E::Closed => Self::Closed,
            E::Reopened => Self::Reopened,
            E::PriorityChanged { from, to } => Self::PriorityChanged { from: from.id().to_owned(), to: to.id().to_owned() },
            E::TopicChanged { from, to } => Self::TopicChanged { from: from.0, to: to.0 },
            E::SubjectChanged { from, to } => Self::SubjectChanged { from: from.clone(), to: to.clone() },
            E::ClientChanged { from, to } => Self::ClientChanged { from: from.0, to: to.0 },
            E::ExternalIdChanged { from, to } => Self::ExternalIdChanged { from: from.clone(), to: to.clone() },
            E::FollowsUp(pair) => Self::FollowsUp { ticket: pair.into() },
            E::MergedInto(pair) => Self::MergedInto { ticket: pair.into() },
            E::MergedFrom { ticket, texts } => Self::MergedFrom { ticket: ticket.into(), texts: *texts },
            E::Reminded { text } => Self::Reminded { text: text.clone() },
            E::TaskAsked { task, kind, reason } => {
                Self::TaskAsked { task: task.0, task_kind: kind.id().to_owned(), reason: reason.clone() }
            }
            E::TaskDone { task, kind } => Self::TaskDone { task: task.0, task_kind: kind.id().to_owned() },
            E::Unflagged(flags) => Self::Unflagged { flags: flags.ids().into_iter().map(str::to_owned).collect() },
        }
    }
}

impl EventPart {
    fn event(self) -> Option<TicketEvent> {
        use TicketEvent as E;
        Some(match self {
            Self::Assigned { from, to } => E::Assigned { from: from.map(AccountId), to: AccountId(to) },
            Self::Released { from, reason } => E::Released { from: AccountId(from), reason: checked(reason, is_reason)? },
            Self::Closed => E::Closed,
            Self::Reopened => E::Reopened,
            Self::PriorityChanged { from, to } => {
                E::PriorityChanged { from: Priority::from_id(&from)?, to: Priority::from_id(&to)? }
            }
            Self::TopicChanged { from, to } => E::TopicChanged { from: TopicId(from), to: TopicId(to) },
            Self::SubjectChanged { from, to } => {
                E::SubjectChanged { from: Some(from).filter(is_subject)?, to: Some(to).filter(is_subject)? }
            }
            Self::ClientChanged { from, to } => E::ClientChanged { from: AccountId(from), to: AccountId(to) },
            Self::ExternalIdChanged { from, to } => {
                E::ExternalIdChanged { from: checked(from, is_external_id)?, to: checked(to, is_external_id)? }
            }
            Self::FollowsUp { ticket } => E::FollowsUp(ticket.pair()?),
            Self::MergedInto { ticket } => E::MergedInto(ticket.pair()?),
            Self::MergedFrom { ticket, texts } => E::MergedFrom { ticket: ticket.pair()?, texts },
            Self::Reminded { text } => {
                E::Reminded { text: checked(text, |text| text::message(text).is_ok_and(|kept| kept == *text))? }
            }
            Self::TaskAsked { task, task_kind, reason } => {
                E::TaskAsked { task: TaskId(task), kind: TaskKind::from_id(&task_kind)?, reason: Some(reason).filter(is_reason)? }
            }
            Self::TaskDone { task, task_kind } => E::TaskDone { task: TaskId(task), kind: TaskKind::from_id(&task_kind)? },
            Self::Unflagged { flags } => E::Unflagged(super::ticket::flags(&flags)?),
        })
    }
}

impl EntryLine {
    /// The line of an entry.
    pub fn of(seq: TicketSeq, entry: Entry) -> Self {
        let kind = entry.content.kind().to_owned();
        let (body, event) = match entry.content {
            Content::Message(text) | Content::Reply(text) | Content::Note(text) => (Some(text), None),
            Content::Event(event) => (None, Some(EventPart::from(&event))),
        };
        let attachment = |file: Attachment| AttachmentPart {
            name: file.name,
            media_type: file.media_type,
            size: file.size,
            sha256: Hex(file.hash.0),
        };
        Self {
            ticket: seq.0,
            id: entry.id.0,
            author: entry.author.map(|author| author.0),
            at: Time(entry.at),
            content: kind,
            body,
            event,
            attachments: entry.attachments.into_iter().map(attachment).collect(),
        }
    }

    /// The entry; `None` if it cannot be one.
    pub fn entry(self) -> Option<Entry> {
        let content = match (self.content.as_str(), self.body, self.event) {
            ("message", Some(text), None) => Content::Message(text),
            ("reply", Some(text), None) => Content::Reply(text),
            ("note", Some(text), None) => Content::Note(text),
            ("event", None, Some(event)) => Content::Event(event.event()?),
            _ => return None,
        };
        let attachment = |part: AttachmentPart| Attachment {
            name: part.name,
            media_type: part.media_type,
            size: part.size,
            hash: BlobHash(part.sha256.0),
        };
        let attachments: Vec<_> = self.attachments.into_iter().map(attachment).collect();
        let is_sound = content.text().is_none_or(|body| text::message(body).is_ok_and(|kept| kept == body))
            && attachments.iter().all(Attachment::is_well_named);
        let (id, author, at) = (EntryId(self.id), self.author.map(AccountId), self.at.0);
        is_sound.then_some(Entry { id, author, at, content, attachments })
    }
}
