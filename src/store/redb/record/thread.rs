//! The entries of threads as they are kept.

use serde::{Deserialize, Serialize};

use super::super::codec::Stored;
use super::ticket::{bits_of_flags, flags_of_bits, pair};
use super::{codes, time};
use crate::domain::account::AccountId;
use crate::domain::entry::{Attachment, BlobHash, Content, Entry, EntryId, Outline, TicketEvent};
use crate::domain::task::TaskId;
use crate::domain::topic::TopicId;
use crate::store::Result;

/// An entry of a thread; ticket and place are its key.
#[derive(Debug, Serialize, Deserialize)]
pub struct EntryV1 {
    author: Option<u32>,
    at: i64,
    content: ContentV1,
    attachments: Vec<AttachmentV1>,
}

impl Stored for EntryV1 {
    const VERSION: u8 = 1;
}

#[derive(Debug, Serialize, Deserialize)]
struct AttachmentV1 {
    name: String,
    media_type: String,
    size: u64,
    hash: [u8; 32],
}

// New variants go to the end: bincode counts them.
#[derive(Debug, Serialize, Deserialize)]
enum ContentV1 {
    Message(String),
    Reply(String),
    Note(String),
    Event(EventV1),
}

// New variants go to the end: bincode counts them.
#[derive(Debug, Serialize, Deserialize)]
enum EventV1 {
    Assigned { from: Option<u32>, to: u32 },
    Released { from: u32, reason: Option<String> },
    Closed,
    Reopened,
    PriorityChanged { from: u8, to: u8 },
    TopicChanged { from: u32, to: u32 },
    SubjectChanged { from: String, to: String },
    ClientChanged { from: u32, to: u32 },
    ExternalIdChanged { from: Option<String>, to: Option<String> },
    FollowsUp { seq: u32, number: String },
    MergedInto { seq: u32, number: String },
    MergedFrom { seq: u32, number: String, texts: u32 },
    Reminded { text: Option<String> },
    TaskAsked { task: u32, kind: u8, reason: String },
    TaskDone { task: u32, kind: u8 },
    Unflagged { flags: u8 },
}

impl From<&Entry> for EntryV1 {
    fn from(entry: &Entry) -> Self {
        let attachment = |attachment: &Attachment| AttachmentV1 {
            name: attachment.name.clone(),
            media_type: attachment.media_type.clone(),
            size: attachment.size,
            hash: attachment.hash.0,
        };
        Self {
            author: entry.author.map(|id| id.0),
            at: entry.at.as_millis(),
            content: match &entry.content {
                Content::Message(text) => ContentV1::Message(text.clone()),
                Content::Reply(text) => ContentV1::Reply(text.clone()),
                Content::Note(text) => ContentV1::Note(text.clone()),
                Content::Event(event) => ContentV1::Event(event.into()),
            },
            attachments: entry.attachments.iter().map(attachment).collect(),
        }
    }
}

impl EntryV1 {
    /// The entry that is kept at a place.
    ///
    /// # Errors
    /// `Corrupt` when it makes no sense.
    pub fn into_entry(self, id: EntryId) -> Result<Entry> {
        let attachment = |attachment: AttachmentV1| Attachment {
            name: attachment.name,
            media_type: attachment.media_type,
            size: attachment.size,
            hash: BlobHash(attachment.hash),
        };
        Ok(Entry {
            id,
            author: self.author.map(AccountId),
            at: time(self.at),
            content: match self.content {
                ContentV1::Message(text) => Content::Message(text),
                ContentV1::Reply(text) => Content::Reply(text),
                ContentV1::Note(text) => Content::Note(text),
                ContentV1::Event(event) => Content::Event(event.into_event()?),
            },
            attachments: self.attachments.into_iter().map(attachment).collect(),
        })
    }
}

impl From<&TicketEvent> for EventV1 {
    fn from(event: &TicketEvent) -> Self {
        use TicketEvent as Event;
        match event {
            Event::Assigned { from, to } => Self::Assigned { from: from.map(|id| id.0), to: to.0 },
            Event::Released { from, reason } => Self::Released { from: from.0, reason: reason.clone() },
            Event::Closed => Self::Closed,
            Event::Reopened => Self::Reopened,
            Event::PriorityChanged { from, to } => {
                Self::PriorityChanged { from: codes::priority(*from), to: codes::priority(*to) }
            }
            Event::TopicChanged { from, to } => Self::TopicChanged { from: from.0, to: to.0 },
            Event::SubjectChanged { from, to } => Self::SubjectChanged { from: from.clone(), to: to.clone() },
            Event::ClientChanged { from, to } => Self::ClientChanged { from: from.0, to: to.0 },
            Event::ExternalIdChanged { from, to } => Self::ExternalIdChanged { from: from.clone(), to: to.clone() },
            Event::FollowsUp(pair) => Self::FollowsUp { seq: pair.seq.0, number: pair.number.as_str().to_owned() },
            Event::MergedInto(pair) => Self::MergedInto { seq: pair.seq.0, number: pair.number.as_str().to_owned() },
            Event::MergedFrom { ticket, texts } => {
                Self::MergedFrom { seq: ticket.seq.0, number: ticket.number.as_str().to_owned(), texts: *texts }
            }
            Event::Reminded { text } => Self::Reminded { text: text.clone() },
            Event::TaskAsked { task, kind, reason } => {
                Self::TaskAsked { task: task.0, kind: codes::task(*kind), reason: reason.clone() }
            }
            Event::TaskDone { task, kind } => Self::TaskDone { task: task.0, kind: codes::task(*kind) },
            Event::Unflagged(flags) => Self::Unflagged { flags: bits_of_flags(*flags) },
        }
    }
}

impl EventV1 {
    fn into_event(self) -> Result<TicketEvent> {
        use TicketEvent as Event;
        Ok(match self {
            Self::Assigned { from, to } => Event::Assigned { from: from.map(AccountId), to: AccountId(to) },
            Self::Released { from, reason } => Event::Released { from: AccountId(from), reason },
            Self::Closed => Event::Closed,
            Self::Reopened => Event::Reopened,
            Self::PriorityChanged { from, to } => {
                Event::PriorityChanged { from: codes::priority_of(from)?, to: codes::priority_of(to)? }
            }
            Self::TopicChanged { from, to } => Event::TopicChanged { from: TopicId(from), to: TopicId(to) },
            Self::SubjectChanged { from, to } => Event::SubjectChanged { from, to },
            Self::ClientChanged { from, to } => Event::ClientChanged { from: AccountId(from), to: AccountId(to) },
            Self::ExternalIdChanged { from, to } => Event::ExternalIdChanged { from, to },
            Self::FollowsUp { seq, number } => Event::FollowsUp(pair(seq, &number)?),
            Self::MergedInto { seq, number } => Event::MergedInto(pair(seq, &number)?),
            Self::MergedFrom { seq, number, texts } => Event::MergedFrom { ticket: pair(seq, &number)?, texts },
            Self::Reminded { text } => Event::Reminded { text },
            Self::TaskAsked { task, kind, reason } => {
                Event::TaskAsked { task: TaskId(task), kind: codes::task_of(kind)?, reason }
            }
            Self::TaskDone { task, kind } => Event::TaskDone { task: TaskId(task), kind: codes::task_of(kind)? },
            Self::Unflagged { flags } => Event::Unflagged(flags_of_bits(flags)?),
        })
    }
}

/// An entry without what it says; ticket and place are its key.
///
/// Schema 1 had another shape, without what is public and without files; the step to schema 2 wrote all of them anew.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassV2 {
    author: Option<u32>,
    is_text: bool,
    is_public: bool,
    files: u32,
}

impl Stored for ClassV2 {
    const VERSION: u8 = 2;
}

impl From<&Outline> for ClassV2 {
    fn from(outline: &Outline) -> Self {
        let Outline { id: _, author, is_text, is_public, files } = *outline;
        Self { author: author.map(|id| id.0), is_text, is_public, files }
    }
}

impl ClassV2 {
    /// The outline that is kept at a place.
    pub fn into_outline(self, id: EntryId) -> Outline {
        let Self { author, is_text, is_public, files } = self;
        Outline { id, author: author.map(AccountId), is_text, is_public, files }
    }
}

/// The class of an entry as it was kept first.
#[cfg(test)]
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassV1 {
    class: u8,
    author: Option<u32>,
}

#[cfg(test)]
impl Stored for ClassV1 {
    const VERSION: u8 = 1;
}

#[cfg(test)]
impl ClassV1 {
    /// A record as it was kept first.
    pub fn sample(entry: &Entry) -> Self {
        let class = match entry.content {
            Content::Message(_) | Content::Reply(_) => 0,
            Content::Note(_) => 1,
            Content::Event(_) => 2,
        };
        Self { class, author: entry.author.map(|id| id.0) }
    }
}
