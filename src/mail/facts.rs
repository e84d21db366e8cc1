//! What a letter may say: plain values, looked up by whoever composes it.
//!
//! Nothing here holds a client's address or telephone but the letter's own recipient, so that no letter can leak one.

use chrono_tz::Tz;

use crate::domain::account::{EmailAddress, Role};
use crate::domain::entry::Attachment;
use crate::domain::fault::Fault;
use crate::domain::letter::Letter;
use crate::domain::status::{Priority, Status};
use crate::domain::ticket::TicketNumber;
use crate::domain::time::Timestamp;
use crate::i18n::Words;

/// The desk as the people it writes to see it.
#[derive(Clone)]
pub struct DeskFace {
    /// What it is called.
    pub name: String,
    /// Whom its letters come from; without a name, the desk's own.
    pub from: (Option<String>, EmailAddress),
    /// Where answers by mail become part of a ticket; none while the desk takes none in.
    pub reply_to: Option<EmailAddress>,
    /// Where people write to who need help.
    pub contact: Option<EmailAddress>,
    /// Its page, `http` or `https`.
    pub url: Option<String>,
    /// `#rrggbb`, of the band at the head of its letters.
    pub colour: String,
    /// Its telephone.
    pub phone: Option<String>,
    /// When somebody answers it.
    pub phone_hours: Option<String>,
    /// What a call costs.
    pub phone_cost: Option<String>,
    /// The key under which Message-IDs are authenticated.
    pub secret: [u8; 32],
    /// The zone its times are told in.
    pub zone: Tz,
}

/// The kinds of text in a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// The client's words.
    Message,
    /// A public answer of staff.
    Reply,
    /// Words among staff.
    Note,
}

/// A file of a text, and what the recipient asks for it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentFacts {
    /// Its id, as `taquilla attachment NUMBER ID` takes it.
    pub id: String,
    /// The file.
    pub file: Attachment,
}

/// A text of a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFacts {
    /// What kind of text.
    pub kind: TextKind,
    /// The name of whoever wrote it.
    pub author_name: String,
    /// What that person is here.
    pub author_role: Role,
    /// When.
    pub at: Timestamp,
    /// The words, as Markdown.
    pub body: String,
    /// The files with it.
    pub attachments: Vec<AttachmentFacts>,
}

/// A ticket, as far as letters tell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketFacts {
    /// What people call it by.
    pub number: TicketNumber,
    /// One line that says what it is about.
    pub subject: String,
    /// The full name of its topic, in the letter's language.
    pub topic: String,
    /// Where it stands.
    pub status: Status,
    /// How urgent it is.
    pub priority: Priority,
    /// The name of its client.
    pub client_name: String,
    /// The handle of its client.
    pub client_handle: String,
    /// Whether a telephone of its client is known; what it is stands in no letter.
    pub client_has_phone: bool,
    /// The name of whom it is assigned to.
    pub assignee_name: Option<String>,
    /// Whether that is who reads the letter.
    pub is_readers: bool,
    /// The texts that the letter carries, in the thread's order.
    pub texts: Vec<TextFacts>,
    /// The thread before them, for `assigned`.
    pub earlier: Vec<TextFacts>,
    /// Since when its client waits for an answer.
    pub waiting_since: Option<Timestamp>,
    /// When its answer is due.
    pub due_at: Option<Timestamp>,
    /// Until when its client may still reopen it.
    pub reopen_until: Option<Timestamp>,
    /// The name of whoever did what the letter tells.
    pub actor_name: Option<String>,
    /// Whether that was its client: several people may have one name.
    pub by_client: bool,
    /// Why, in the words of whoever did it: for staff only.
    pub reason: Option<String>,
    /// The number of the ticket that it takes up.
    pub follows: Option<String>,
    /// The numbers of tickets that became parts of it, or of another one together with it.
    pub merged: Vec<String>,
    /// Whether that other one is none that the reader may know anything of.
    pub goes_on_unseen: bool,
}

/// A letter that was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BouncedFacts {
    /// What it is kept under, in hexadecimal.
    pub id: String,
    /// Where it was to go.
    pub to: EmailAddress,
    /// The tickets that it tells of.
    pub tickets: Vec<TicketNumber>,
    /// What its last attempt ended with.
    pub fault: Option<Fault>,
}

/// Somebody whom the reader of a letter stands in for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandInFacts {
    /// Their name.
    pub name: String,
    /// The last moment of their absence.
    pub until: Timestamp,
}

/// All that it takes to compose one letter.
pub struct Composition<'a> {
    /// The row of the outbox.
    pub letter: &'a Letter,
    /// The desk.
    pub desk: &'a DeskFace,
    /// The name of the recipient; none for a stranger or a shared mailbox.
    pub recipient_name: Option<String>,
    /// The handle of the recipient.
    pub recipient_handle: Option<String>,
    /// Whether the recipient is staff; a shared mailbox of the desk is.
    pub recipient_is_staff: bool,
    /// Whether the recipient was suspended, and may read but neither answer nor reopen.
    pub recipient_is_suspended: bool,
    /// Whether the recipient may assign tickets: Secretaría, care, admin, and their shared mailboxes.
    pub recipient_sees_all: bool,
    /// For whom the recipient gets it, if they stand in for somebody.
    pub stands_in: Option<StandInFacts>,
    /// One for a matter of one ticket, several for a summary, of which the first carries what was said; one or none otherwise.
    pub tickets: Vec<TicketFacts>,
    /// The letter that was given up, if this one tells of it.
    pub bounced: Option<BouncedFacts>,
    /// The name that was given with the attempt at registering which the letter's code confirms.
    pub registrant: Option<String>,
    /// The house rules in the letter's language, as Markdown.
    pub rules_text: String,
    /// The letter's date.
    pub now: Timestamp,
    /// The words of the letter's language.
    pub words: &'a Words,
}
