//! What a person is shown of tickets: plain values, nothing more than they may see.

use chrono_tz::Tz;

use super::outbox::PlannedLetter;
use crate::domain::account::{Account, Role};
use crate::domain::assignment::Reason;
use crate::domain::entry::{EntryId, Outline};
use crate::domain::house_rules::Spots;
use crate::domain::letter::LetterState;
use crate::domain::notice::Notice;
use crate::domain::refusal::Refusal;
use crate::domain::status::{Priority, Status};
use crate::domain::ticket::TicketNumber;
use crate::domain::time::Timestamp;

/// A person as others are shown them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonView {
    /// What one calls them by.
    pub handle: String,
    /// Their name.
    pub name: String,
    /// What they are here.
    pub role: Role,
    /// Their address, for those who may see it.
    pub email: Option<String>,
}

impl PersonView {
    /// A person without their address.
    pub fn named(account: &Account) -> Self {
        let (handle, name) = (account.handle.as_str().to_owned(), account.name.as_str().to_owned());
        Self { handle, name, role: account.role, email: None }
    }
}

/// A ticket as one person is shown it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketView {
    /// Its number.
    pub number: TicketNumber,
    /// Its number in another system.
    pub external_id: Option<String>,
    /// One line that says what it is about.
    pub subject: String,
    /// The full name of its topic in the reader's language.
    pub topic: String,
    /// The full name of its topic in the desk's language, which machines are given.
    pub topic_for_machines: String,
    /// Where it stands.
    pub status: Status,
    /// How urgent it is.
    pub priority: Priority,
    /// Whose it is.
    pub client: Option<PersonView>,
    /// Who answers it.
    pub assignee: Option<PersonView>,
    /// When it was opened.
    pub created_at: Timestamp,
    /// The last change that the reader may see.
    pub updated_at: Timestamp,
    /// Since when the client waits.
    pub waiting_since: Option<Timestamp>,
    /// By when the answer is due.
    pub due_at: Option<Timestamp>,
    /// Whether the answer is late.
    pub overdue: bool,
    /// Whether no deadline runs because its client is suspended, for staff.
    pub is_at_rest: bool,
    /// For its client, where the answer is late: from when on they may ask for it.
    pub remind_from: Option<Timestamp>,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// Who closed it.
    pub closed_by: Option<PersonView>,
    /// Until when its client may reopen it.
    pub reopen_until: Option<Timestamp>,
    /// How many texts the reader has not been shown.
    pub unread: u32,
    /// How many texts the reader may see.
    pub messages: u32,
    /// How many files the reader may see.
    pub attachments: u32,
    /// What Secretaría should look at, for those who see every ticket.
    pub flags: Vec<&'static str>,
    /// The number of the ticket that it became a part of, for those who may see that one.
    pub merged_into: Option<TicketNumber>,
    /// When staff answered first, for staff.
    pub first_answered_at: Option<Timestamp>,
    /// The zone that people are told times in.
    pub zone: Tz,
}

/// Somebody who wrote or did something.
pub type AuthorView = PersonView;

/// A file as a reader is shown it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentView {
    /// What the reader calls it by: entry and place in it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its media type.
    pub media_type: String,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
}

/// What became of a letter about an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryView {
    /// What it is about.
    pub notice: Notice,
    /// The handle of the recipient, or the mailbox.
    pub to: String,
    /// Where it stands.
    pub state: LetterState,
    /// Since when.
    pub at: Timestamp,
}

/// An entry as a reader is shown it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryView {
    /// What the reader calls it by: its place among the entries that they may see.
    pub place: u32,
    /// `message`, `reply`, `note` or `event`.
    pub kind: &'static str,
    /// Who.
    pub author: Option<AuthorView>,
    /// When.
    pub at: Timestamp,
    /// The words.
    pub body: Option<String>,
    /// What happened.
    pub event: Option<EventView>,
    /// The files with it.
    pub attachments: Vec<AttachmentView>,
    /// What became of its letters.
    pub mail: Vec<DeliveryView>,
    /// What the ticket is flagged for, for those who deal with it.
    pub found: Spots,
    /// Whether the reader had not been shown it before.
    pub is_unread: bool,
    /// The number of the ticket that it was written in, if that was another one.
    pub merged_from: Option<TicketNumber>,
}

/// An event as a reader is shown it: who and what is named, not numbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventView {
    /// What machines call it.
    pub id: &'static str,
    /// Before.
    pub from: Option<String>,
    /// After.
    pub to: Option<String>,
    /// The names of those who are before and after, where they are people: for people to read.
    pub names: [Option<String>; 2],
    /// Why.
    pub reason: Option<String>,
}

/// What a reader calls the entries of a thread by. Staff see all of them; for a client the public ones are numbered among
/// themselves, or gaps would tell how much is said behind their back, and when.
pub struct Places(Vec<EntryId>);

impl Places {
    /// The places of a thread for staff or for clients.
    pub fn of(outlines: &[Outline], is_staff: bool) -> Self {
        Self(outlines.iter().filter(|outline| is_staff || outline.is_public).map(|outline| outline.id).collect())
    }

    /// What the reader calls an entry by; `None` for one that they may not see.
    pub fn place(&self, id: EntryId) -> Option<u32> {
        self.0.binary_search(&id).ok().and_then(|index| u32::try_from(index + 1).ok())
    }

    /// The entry that the reader calls by a place.
    pub fn entry(&self, place: u32) -> Option<EntryId> {
        usize::try_from(place).ok()?.checked_sub(1).and_then(|index| self.0.get(index)).copied()
    }
}

/// What a reader calls a file by: `3.1` is the first file of the entry that they call 3.
pub fn attachment_id(place: u32, index: usize) -> String {
    format!("{place}.{}", index + 1)
}

/// The place of the entry, and the place in it, that an attachment's id stands for.
///
/// # Errors
/// `AttachmentNotFound` for what is none.
pub fn parse_attachment_id(id: &str) -> Result<(u32, usize), Refusal> {
    let not_found = || Refusal::AttachmentNotFound { id: id.chars().take(40).collect() };
    let (entry, file) = id.split_once('.').ok_or_else(not_found)?;
    let entry = entry.parse().map_err(|_| not_found())?;
    let file: usize = file.parse().map_err(|_| not_found())?;
    Ok((entry, file.checked_sub(1).ok_or_else(not_found)?))
}

/// How a ticket came to its assignee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Who was asked for, where somebody else stands in for them.
    pub asked_for: Option<PersonView>,
    /// Until when whoever was asked for is away.
    pub away_until: Option<Timestamp>,
    /// Why, where the rule decided.
    pub reason: Option<Reason>,
}

/// A ticket of many, and whether the command changed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedTicket {
    /// The ticket after the command.
    pub ticket: TicketView,
    /// Whether it was otherwise before.
    pub changed: bool,
    /// Whether what was to be said with it stands in it already, where it was not changed.
    pub is_said: bool,
    /// How it came to its assignee, where the command assigned it.
    pub assignment: Option<Assignment>,
    /// Whether something waits to be done about it, where it was closed.
    pub has_tasks: bool,
    /// The letters about it are found by this.
    pub seq: crate::domain::ticket::TicketSeq,
}

impl ChangedTicket {
    /// Whether a letter of the command tells of this ticket.
    pub fn is_told_by(&self, letter: &PlannedLetter) -> bool {
        letter.tickets.contains(&self.seq)
    }
}
