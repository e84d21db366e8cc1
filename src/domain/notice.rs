//! Who is told of what by mail.

use super::account::{AccountId, Role};

/// An event that letters are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Notice {
    /// A one-time code, or what one gets instead of one.
    Code,
    /// An account was made for somebody.
    Invited,
    /// A client's account is confirmed.
    Welcome,
    /// A ticket was opened.
    Opened,
    /// A ticket was given to somebody.
    Assigned,
    /// A client wrote.
    Message,
    /// Staff answered.
    Reply,
    /// Staff wrote among themselves.
    Note,
    /// A ticket was closed.
    Closed,
    /// A ticket was opened again.
    Reopened,
    /// A ticket was taken from its assignee.
    Released,
    /// An answer becomes due.
    Warning,
    /// An answer is late.
    Overdue,
    /// A client asks for a late answer.
    Reminded,
    /// There is something to do for Secretaría.
    Task,
    /// A mail was held back.
    Held,
    /// A letter came back.
    Bounced,
    /// A client was suspended.
    Suspended,
    /// A client may use the account again.
    Reinstated,
    /// An entry was taken out of a thread.
    Redacted,
    /// A ticket became part of another.
    Merged,
    /// An administrator tries the mail out.
    Test,
    /// Somebody asked for a part of a thread by mail.
    Copy,
}

impl Notice {
    /// Every notice that a setting can switch off.
    pub const ALL: [Self; 21] = [
        Self::Code,
        Self::Invited,
        Self::Welcome,
        Self::Opened,
        Self::Assigned,
        Self::Message,
        Self::Reply,
        Self::Note,
        Self::Closed,
        Self::Reopened,
        Self::Released,
        Self::Warning,
        Self::Overdue,
        Self::Reminded,
        Self::Task,
        Self::Held,
        Self::Bounced,
        Self::Suspended,
        Self::Reinstated,
        Self::Redacted,
        Self::Merged,
    ];

    /// The name that machines read.
    pub fn id(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Invited => "invited",
            Self::Welcome => "welcome",
            Self::Opened => "opened",
            Self::Assigned => "assigned",
            Self::Message => "message",
            Self::Reply => "reply",
            Self::Note => "note",
            Self::Closed => "closed",
            Self::Reopened => "reopened",
            Self::Released => "released",
            Self::Warning => "warning",
            Self::Overdue => "overdue",
            Self::Reminded => "reminded",
            Self::Task => "task",
            Self::Held => "held",
            Self::Bounced => "bounced",
            Self::Suspended => "suspended",
            Self::Reinstated => "reinstated",
            Self::Redacted => "redacted",
            Self::Merged => "merged",
            Self::Test => "test",
            Self::Copy => "copy",
        }
    }

    /// Whether anything in this version happens that it tells of.
    pub fn is_told(self) -> bool {
        !matches!(self, Self::Held | Self::Redacted)
    }

    /// The notice of a name that machines read.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().chain([Self::Test, Self::Copy]).find(|notice| notice.id() == id)
    }

    /// How much this notice says, for picking the one that carries the others: `closed` carries the reply,
    /// `assigned` the note, `opened` whatever else happens while opening, `overdue` the warning of other tickets.
    fn weight(self) -> u8 {
        match self {
            Self::Assigned => 9,
            Self::Opened => 8,
            Self::Closed => 7,
            Self::Reopened => 6,
            Self::Released => 5,
            Self::Reply => 4,
            Self::Message => 3,
            Self::Note => 2,
            Self::Overdue => 1,
            _ => 0,
        }
    }
}

/// Whom a notice goes to, before the desk's people are looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Recipient {
    /// One person.
    Person(AccountId),
    /// Each secretary, or the mailbox that the desk names for them.
    Secretaries,
    /// Everybody of Atención al Cliente, or the mailbox that the desk names for them.
    Care,
}

impl Recipient {
    /// The role that they are told as, if not as themselves.
    pub fn role(self) -> Option<Role> {
        match self {
            Self::Person(_) => None,
            Self::Secretaries => Some(Role::Secretary),
            Self::Care => Some(Role::Care),
        }
    }
}

/// What somebody did to one ticket in one command, as far as letters go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// What kind of thing.
    pub notice: Notice,
    /// Whether the client of the ticket did it.
    pub by_client: bool,
    /// The client of the ticket.
    pub client: AccountId,
    /// Whom it is assigned to after it, if that person can be told.
    pub assignee: Option<AccountId>,
    /// Whom it was assigned to before it.
    pub previous_assignee: Option<AccountId>,
    /// Who did it; nobody where time made it due.
    pub actor: Option<AccountId>,
    /// Who was asked for when it was given to the assignee, who stands in for them.
    pub asked_for: Option<AccountId>,
    /// Staff who wrote notes in the thread before.
    pub note_writers: Vec<AccountId>,
    /// Whom the tickets were assigned to that became parts of this one.
    pub part_assignees: Vec<AccountId>,
}

impl Happening {
    /// Whether this recipient is who has the ticket.
    pub fn is_for_assignee(&self, recipient: Recipient) -> bool {
        self.assignee.is_some_and(|assignee| recipient == Recipient::Person(assignee))
    }

    /// Whether a letter to this recipient is a receipt: the one letter that goes to whoever acted, since it is what a client
    /// has in hand of a ticket of their own.
    pub fn is_receipt_for(&self, recipient: Recipient) -> bool {
        self.notice == Notice::Opened && recipient == Recipient::Person(self.client)
    }
}

/// Whom a happening is told to; the one who acted is never among them, but for the receipt of a client's own ticket.
pub fn recipients(happening: &Happening) -> Vec<Recipient> {
    let assignee_or_secretaries = happening.assignee.map_or(Recipient::Secretaries, Recipient::Person);
    let client = Recipient::Person(happening.client);
    let mut told = match happening.notice {
        Notice::Opened => vec![client, assignee_or_secretaries],
        Notice::Assigned => happening.assignee.map(Recipient::Person).into_iter().collect(),
        Notice::Task => vec![Recipient::Secretaries],
        Notice::Message => vec![assignee_or_secretaries],
        Notice::Reply => vec![client],
        Notice::Note => match happening.assignee {
            Some(assignee) if Some(assignee) != happening.actor => vec![Recipient::Person(assignee)],
            _ => {
                let writers: Vec<_> = happening
                    .note_writers
                    .iter()
                    .filter(|&&writer| Some(writer) != happening.actor)
                    .copied()
                    .map(Recipient::Person)
                    .collect();
                if writers.is_empty() { vec![Recipient::Secretaries] } else { writers }
            }
        },
        Notice::Closed => vec![client, assignee_or_secretaries],
        Notice::Reopened if happening.by_client => {
            let mut told = vec![Recipient::Secretaries];
            told.extend(happening.assignee.map(Recipient::Person));
            told
        }
        Notice::Reopened => {
            let mut told = vec![client];
            told.extend(happening.assignee.map(Recipient::Person));
            told
        }
        Notice::Released => {
            let mut told = vec![Recipient::Secretaries];
            told.extend(happening.previous_assignee.map(Recipient::Person));
            told
        }
        Notice::Reminded => {
            let mut told = vec![Recipient::Care];
            told.extend(happening.assignee.map(Recipient::Person));
            told
        }
        Notice::Merged => {
            let mut told = vec![client];
            told.extend(happening.assignee.iter().chain(&happening.part_assignees).copied().map(Recipient::Person));
            told
        }
        Notice::Warning => vec![assignee_or_secretaries],
        Notice::Overdue => vec![assignee_or_secretaries, Recipient::Care],
        _ => Vec::new(),
    };
    let acted = |recipient| happening.actor.is_some_and(|actor| recipient == Recipient::Person(actor));
    told.retain(|&recipient| !acted(recipient) || happening.is_receipt_for(recipient));
    told.sort_unstable();
    told.dedup();
    told
}

/// Of several notices that one person would get about one ticket in one command, the one that carries them all.
pub fn weightiest(notices: impl IntoIterator<Item = Notice>) -> Option<Notice> {
    notices.into_iter().max_by_key(|notice| notice.weight())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Recipient::{Care, Person, Secretaries};

    const CLIENT: AccountId = AccountId(1);
    const AGENT: AccountId = AccountId(2);
    const OTHER: AccountId = AccountId(3);
    const SECRETARY: AccountId = AccountId(4);

    fn told(notice: Notice, actor: impl Into<Option<AccountId>>, assignee: Option<AccountId>) -> Vec<Recipient> {
        let actor = actor.into();
        recipients(&Happening {
            notice,
            by_client: actor == Some(CLIENT),
            client: CLIENT,
            assignee,
            previous_assignee: Some(AGENT),
            asked_for: None,
            actor,
            note_writers: vec![OTHER, AGENT],
            part_assignees: vec![OTHER, AGENT],
        })
    }

    /// The table of notices of `product.md`, a line a row.
    #[test]
    fn the_table_of_notices() {
        assert_eq!(told(Notice::Opened, SECRETARY, Some(AGENT)), [Person(CLIENT), Person(AGENT)]);
        assert_eq!(told(Notice::Opened, CLIENT, None), [Person(CLIENT), Secretaries]);
        assert_eq!(told(Notice::Assigned, SECRETARY, Some(AGENT)), [Person(AGENT)]);
        assert_eq!(told(Notice::Assigned, AGENT, Some(AGENT)), []);
        assert_eq!(told(Notice::Message, CLIENT, Some(AGENT)), [Person(AGENT)]);
        assert_eq!(told(Notice::Message, CLIENT, None), [Secretaries]);
        assert_eq!(told(Notice::Reply, AGENT, Some(AGENT)), [Person(CLIENT)]);
        assert_eq!(told(Notice::Note, SECRETARY, Some(AGENT)), [Person(AGENT)]);
        assert_eq!(told(Notice::Note, AGENT, Some(AGENT)), [Person(OTHER)]);
        assert_eq!(told(Notice::Closed, CLIENT, Some(AGENT)), [Person(AGENT)]);
        assert_eq!(told(Notice::Closed, AGENT, Some(AGENT)), [Person(CLIENT)]);
        assert_eq!(told(Notice::Closed, SECRETARY, None), [Person(CLIENT), Secretaries]);
        assert_eq!(told(Notice::Reopened, CLIENT, Some(AGENT)), [Person(AGENT), Secretaries]);
        assert_eq!(told(Notice::Reopened, SECRETARY, Some(AGENT)), [Person(CLIENT), Person(AGENT)]);
        assert_eq!(told(Notice::Reopened, SECRETARY, None), [Person(CLIENT)]);
        assert_eq!(told(Notice::Released, AGENT, None), [Secretaries]);
        assert_eq!(told(Notice::Released, SECRETARY, None), [Person(AGENT), Secretaries]);
        assert_eq!(told(Notice::Task, AGENT, Some(AGENT)), [Secretaries]);
        assert_eq!(told(Notice::Merged, SECRETARY, Some(AGENT)), [Person(CLIENT), Person(AGENT), Person(OTHER)]);
        assert_eq!(told(Notice::Reminded, Some(CLIENT), Some(AGENT)), [Person(AGENT), Recipient::Care]);
        assert_eq!(told(Notice::Reminded, Some(CLIENT), None), [Recipient::Care]);
        assert_eq!(told(Notice::Merged, OTHER, None), [Person(CLIENT), Person(AGENT)]);
        assert_eq!(told(Notice::Warning, None, Some(AGENT)), [Person(AGENT)]);
        assert_eq!(told(Notice::Warning, None, None), [Secretaries]);
        assert_eq!(told(Notice::Overdue, None, Some(AGENT)), [Person(AGENT), Care]);
        assert_eq!(told(Notice::Overdue, None, None), [Secretaries, Care]);
    }

    #[test]
    fn one_letter_carries_the_others() {
        assert_eq!(weightiest([Notice::Reply, Notice::Closed]), Some(Notice::Closed));
        assert_eq!(weightiest([Notice::Note, Notice::Assigned]), Some(Notice::Assigned));
        assert_eq!(weightiest([Notice::Message, Notice::Reopened]), Some(Notice::Reopened));
        assert_eq!(weightiest([Notice::Overdue, Notice::Warning]), Some(Notice::Overdue));
    }
}
