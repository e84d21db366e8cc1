//! The thread of a ticket: messages, replies, notes and events.

use super::account::AccountId;
use super::number::TicketSeqPair;
use super::status::Priority;
use super::task::{TaskId, TaskKind};
use super::text::is_hostile;
use super::ticket::Flags;
use super::time::Timestamp;
use super::topic::TopicId;

/// The place of an entry in its ticket's thread: dense, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(pub u32);

/// The SHA-256 of an attachment's bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlobHash(pub [u8; 32]);

/// A file that belongs to an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name: one path component, at most 120 bytes, without control characters or leading dots.
    pub name: String,
    /// Its media type, told from its bytes.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u64,
    /// What it is kept under.
    pub hash: BlobHash,
}

/// The most bytes that the name of an attachment may have.
pub const LONGEST_NAME: usize = 120;
/// The most bytes that a media type may have.
const LONGEST_MEDIA_TYPE: usize = 127;

impl Attachment {
    /// Whether its name and its media type are of the form that they have: both stand in letters, and files are named so.
    pub fn is_well_named(&self) -> bool {
        let is_left_out = |character: char| matches!(character, '/' | '\\' | '\n' | '\t') || is_hostile(character);
        let is_name =
            (1..=LONGEST_NAME).contains(&self.name.len()) && !self.name.starts_with('.') && !self.name.contains(is_left_out);
        let is_token = |part: &str| {
            !part.is_empty() && part.chars().all(|character| character.is_ascii_alphanumeric() || "!#$&-^_.+".contains(character))
        };
        let is_type = self.media_type.len() <= LONGEST_MEDIA_TYPE
            && self.media_type.split_once('/').is_some_and(|(kind, of)| is_token(kind) && is_token(of));
        is_name && is_type
    }
}

/// Something that happened to a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TicketEvent {
    /// It was given to somebody.
    Assigned {
        /// Who had it before.
        from: Option<AccountId>,
        /// Who has it now.
        to: AccountId,
    },
    /// It was taken from its assignee.
    Released {
        /// Who had it.
        from: AccountId,
        /// Why, for staff only.
        reason: Option<String>,
    },
    /// It was closed.
    Closed,
    /// It was opened again.
    Reopened,
    /// Its priority changed.
    PriorityChanged {
        /// Before.
        from: Priority,
        /// After.
        to: Priority,
    },
    /// Its topic changed.
    TopicChanged {
        /// Before.
        from: TopicId,
        /// After.
        to: TopicId,
    },
    /// Its subject changed.
    SubjectChanged {
        /// Before.
        from: String,
        /// After.
        to: String,
    },
    /// It was moved to another client.
    ClientChanged {
        /// Before.
        from: AccountId,
        /// After.
        to: AccountId,
    },
    /// Its number in another system changed.
    ExternalIdChanged {
        /// Before.
        from: Option<String>,
        /// After.
        to: Option<String>,
    },
    /// It takes up a closed ticket.
    FollowsUp(TicketSeqPair),
    /// It became a part of another ticket, where it goes on.
    MergedInto(TicketSeqPair),
    /// Another ticket became a part of this one: what was said there comes next in the thread.
    MergedFrom {
        /// Which.
        ticket: TicketSeqPair,
        /// How many of the texts that come next are from there; those that came there from a third one are among them.
        texts: u32,
    },
    /// The client asked for an answer that is late.
    Reminded {
        /// In these words, if they said any.
        text: Option<String>,
    },
    /// Somebody of staff asked others to do something.
    TaskAsked {
        /// Which task.
        task: TaskId,
        /// What is to be done.
        kind: TaskKind,
        /// Why.
        reason: String,
    },
    /// A task was done.
    TaskDone {
        /// Which.
        task: TaskId,
        /// What was to be done.
        kind: TaskKind,
    },
    /// What the house rules had flagged it for is dealt with.
    Unflagged(Flags),
}

impl TicketEvent {
    /// The name that machines read.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Assigned { .. } => "assigned",
            Self::Released { .. } => "released",
            Self::Closed => "closed",
            Self::Reopened => "reopened",
            Self::PriorityChanged { .. } => "priority-changed",
            Self::TopicChanged { .. } => "topic-changed",
            Self::SubjectChanged { .. } => "subject-changed",
            Self::ClientChanged { .. } => "client-changed",
            Self::ExternalIdChanged { .. } => "external-id-changed",
            Self::FollowsUp(_) => "follows-up",
            Self::MergedInto(_) | Self::MergedFrom { .. } => "merged",
            Self::Reminded { .. } => "reminded",
            Self::TaskAsked { .. } => "task-asked",
            Self::TaskDone { .. } => "task-done",
            Self::Unflagged(_) => "unflagged",
        }
    }

    /// Whether a client is shown it.
    pub fn is_public(&self) -> bool {
        match self {
            Self::Assigned { .. }
            | Self::Closed
            | Self::Reopened
            | Self::TopicChanged { .. }
            | Self::SubjectChanged { .. }
            | Self::FollowsUp(_)
            | Self::MergedInto(_)
            | Self::MergedFrom { .. }
            | Self::Reminded { .. } => true,
            Self::Released { .. }
            | Self::PriorityChanged { .. }
            | Self::ClientChanged { .. }
            | Self::ExternalIdChanged { .. }
            | Self::Unflagged(_)
            | Self::TaskAsked { .. }
            | Self::TaskDone { .. } => false,
        }
    }

    /// Whom it names.
    pub fn people(&self) -> Vec<AccountId> {
        match self {
            Self::Assigned { from, to } => from.iter().copied().chain([*to]).collect(),
            Self::Released { from, .. } => vec![*from],
            Self::ClientChanged { from, to } => vec![*from, *to],
            _ => Vec::new(),
        }
    }
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The client's words, or those that staff wrote down for them.
    Message(String),
    /// A public answer of staff.
    Reply(String),
    /// Words among staff.
    Note(String),
    /// Something that happened.
    Event(TicketEvent),
}

impl Content {
    /// The name that machines read.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Message(_) => "message",
            Self::Reply(_) => "reply",
            Self::Note(_) => "note",
            Self::Event(_) => "event",
        }
    }

    /// Whether a client is shown it.
    pub fn is_public(&self) -> bool {
        match self {
            Self::Message(_) | Self::Reply(_) => true,
            Self::Note(_) => false,
            Self::Event(event) => event.is_public(),
        }
    }

    /// The words of a note; `None` for all else.
    pub fn as_note(&self) -> Option<&str> {
        if let Self::Note(text) = self { Some(text) } else { None }
    }

    /// The words that clients read too; `None` for all else.
    pub fn as_public(&self) -> Option<&str> {
        self.text().filter(|_| self.is_public())
    }

    /// The words of it; `None` for an event.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Message(text) | Self::Reply(text) | Self::Note(text) => Some(text),
            Self::Event(_) => None,
        }
    }
}

/// What an entry is, without what it says: all that it takes to count, to number and to look for entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The place in the thread.
    pub id: EntryId,
    /// Who wrote or did it.
    pub author: Option<AccountId>,
    /// Whether it has words; an event has none.
    pub is_text: bool,
    /// Whether a client is shown it.
    pub is_public: bool,
    /// How many files are with it.
    pub files: u32,
}

impl From<&Entry> for Outline {
    fn from(entry: &Entry) -> Self {
        Self {
            id: entry.id,
            author: entry.author,
            is_text: entry.content.text().is_some(),
            is_public: entry.content.is_public(),
            files: u32::try_from(entry.attachments.len()).unwrap_or(u32::MAX),
        }
    }
}

/// One entry of a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The place in the thread.
    pub id: EntryId,
    /// Who wrote or did it; nobody for what the desk does by itself.
    pub author: Option<AccountId>,
    /// When.
    pub at: Timestamp,
    /// What it says.
    pub content: Content,
    /// The files with it.
    pub attachments: Vec<Attachment>,
}

impl Entry {
    /// Everybody whom it names: who wrote or did it, and to whom.
    pub fn people(&self) -> impl Iterator<Item = AccountId> {
        let named = if let Content::Event(event) = &self.content { event.people() } else { Vec::new() };
        self.author.into_iter().chain(named)
    }
}
