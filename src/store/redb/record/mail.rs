//! Letters as they are kept.

use serde::{Deserialize, Serialize};

use super::super::codec::Stored;
use super::{codes, parsed, time};
use crate::domain::account::{AccountId, EmailAddress};
use crate::domain::entry::EntryId;
use crate::domain::letter::{CommandId, Letter, LetterId, LetterState, Matter};
use crate::domain::ticket::TicketSeq;
use crate::store::Result;

/// A letter; its id is its key.
#[derive(Debug, Serialize, Deserialize)]
pub struct LetterV1 {
    notice: u8,
    matter: MatterV1,
    to: String,
    recipient: Option<u32>,
    language: u8,
    state: StateV1,
    created_at: i64,
    not_before: i64,
    expires_at: Option<i64>,
    attempts: u32,
    last_error: Option<String>,
    settled_at: i64,
}

impl Stored for LetterV1 {
    const VERSION: u8 = 1;
}

// New variants go to the end: bincode counts them.
#[derive(Debug, Serialize, Deserialize)]
enum MatterV1 {
    Ticket { ticket: u32, entries: Vec<u32> },
    Summary { tickets: Vec<u32> },
    Code { kind: u8, code: Option<String>, ticket: Option<u32> },
    AddressTaken,
    AddressUnknown,
    AddressChanged { to: String },
    Welcome,
    Standing { reason: Option<String> },
    Test,
}

// New variants go to the end: bincode counts them.
#[derive(Debug, Serialize, Deserialize)]
enum StateV1 {
    Pending,
    Leased { by: [u8; 16], until: i64 },
    Retry,
    Sent,
    Dead,
    Dropped,
    Cancelled,
}

impl From<&Letter> for LetterV1 {
    fn from(letter: &Letter) -> Self {
        Self {
            notice: codes::notice(letter.notice),
            matter: (&letter.matter).into(),
            to: letter.to.as_str().to_owned(),
            recipient: letter.recipient.map(|id| id.0),
            language: codes::language(letter.language),
            state: match &letter.state {
                LetterState::Pending => StateV1::Pending,
                LetterState::Leased { by, until } => StateV1::Leased { by: by.0, until: until.as_millis() },
                LetterState::Retry => StateV1::Retry,
                LetterState::Sent => StateV1::Sent,
                LetterState::Dead => StateV1::Dead,
                LetterState::Dropped => StateV1::Dropped,
                LetterState::Cancelled => StateV1::Cancelled,
            },
            created_at: letter.created_at.as_millis(),
            not_before: letter.not_before.as_millis(),
            expires_at: letter.expires_at.map(|at| at.as_millis()),
            attempts: letter.attempts,
            last_error: letter.last_error.clone(),
            settled_at: letter.settled_at.as_millis(),
        }
    }
}

impl LetterV1 {
    /// The letter that is kept under an id.
    ///
    /// # Errors
    /// `Corrupt` when it makes no sense.
    pub fn into_letter(self, id: LetterId) -> Result<Letter> {
        Ok(Letter {
            id,
            notice: codes::notice_of(self.notice)?,
            matter: self.matter.into_matter()?,
            to: parsed(&self.to, EmailAddress::parse)?,
            recipient: self.recipient.map(AccountId),
            language: codes::language_of(self.language)?,
            state: match self.state {
                StateV1::Pending => LetterState::Pending,
                StateV1::Leased { by, until } => LetterState::Leased { by: CommandId(by), until: time(until) },
                StateV1::Retry => LetterState::Retry,
                StateV1::Sent => LetterState::Sent,
                StateV1::Dead => LetterState::Dead,
                StateV1::Dropped => LetterState::Dropped,
                StateV1::Cancelled => LetterState::Cancelled,
            },
            created_at: time(self.created_at),
            not_before: time(self.not_before),
            expires_at: self.expires_at.map(time),
            attempts: self.attempts,
            last_error: self.last_error,
            settled_at: time(self.settled_at),
        })
    }
}

impl From<&Matter> for MatterV1 {
    fn from(matter: &Matter) -> Self {
        match matter {
            Matter::Ticket { ticket, entries } => {
                Self::Ticket { ticket: ticket.0, entries: entries.iter().map(|id| id.0).collect() }
            }
            Matter::Summary { tickets } => Self::Summary { tickets: tickets.iter().map(|seq| seq.0).collect() },
            Matter::Code { kind, code, ticket } => {
                Self::Code { kind: codes::kind(*kind), code: code.clone(), ticket: ticket.map(|seq| seq.0) }
            }
            Matter::AddressTaken => Self::AddressTaken,
            Matter::AddressUnknown => Self::AddressUnknown,
            Matter::AddressChanged { to } => Self::AddressChanged { to: to.as_str().to_owned() },
            Matter::Welcome => Self::Welcome,
            Matter::Standing { reason } => Self::Standing { reason: reason.clone() },
            Matter::Test => Self::Test,
        }
    }
}

impl MatterV1 {
    fn into_matter(self) -> Result<Matter> {
        Ok(match self {
            Self::Ticket { ticket, entries } => {
                Matter::Ticket { ticket: TicketSeq(ticket), entries: entries.into_iter().map(EntryId).collect() }
            }
            Self::Summary { tickets } => Matter::Summary { tickets: tickets.into_iter().map(TicketSeq).collect() },
            Self::Code { kind, code, ticket } => {
                Matter::Code { kind: codes::kind_of(kind)?, code, ticket: ticket.map(TicketSeq) }
            }
            Self::AddressTaken => Matter::AddressTaken,
            Self::AddressUnknown => Matter::AddressUnknown,
            Self::AddressChanged { to } => Matter::AddressChanged { to: parsed(&to, EmailAddress::parse)? },
            Self::Welcome => Matter::Welcome,
            Self::Standing { reason } => Matter::Standing { reason },
            Self::Test => Matter::Test,
        })
    }
}
