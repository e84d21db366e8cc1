//! Letters as they are kept.

use serde::{Deserialize, Serialize};

use super::super::codec::{Stored, decode};
use super::{codes, parsed, time};
use crate::domain::account::{AccountId, EmailAddress};
use crate::domain::entry::EntryId;
use crate::domain::fault::{Fault, FaultKind};
use crate::domain::letter::{CommandId, Letter, LetterId, LetterState, Matter};
use crate::domain::ticket::TicketSeq;
use crate::store::{Result, StoreError};

/// A letter as it was kept first, with the words of the last error alone; its id is its key.
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

/// A letter; its id is its key.
#[derive(Debug, Serialize, Deserialize)]
pub struct LetterV2 {
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
    last_error: Option<(u8, String)>,
    settled_at: i64,
}

impl Stored for LetterV2 {
    const VERSION: u8 = 2;

    fn from_earlier(version: u8, payload: &[u8]) -> Result<Option<Self>> {
        if version != LetterV1::VERSION {
            return Ok(None);
        }
        let earlier: LetterV1 = decode(payload)?;
        Ok(Some(Self {
            notice: earlier.notice,
            matter: earlier.matter,
            to: earlier.to,
            recipient: earlier.recipient,
            language: earlier.language,
            state: earlier.state,
            created_at: earlier.created_at,
            not_before: earlier.not_before,
            expires_at: earlier.expires_at,
            attempts: earlier.attempts,
            last_error: earlier.last_error.map(|words| (codes::fault(FaultKind::Said), words)),
            settled_at: earlier.settled_at,
        }))
    }
}

// New variants go to the end: bincode counts them.
#[derive(Debug, Serialize, Deserialize)]
enum MatterV1 {
    Ticket {
        ticket: u32,
        entries: Vec<u32>,
    },
    Summary {
        tickets: Vec<u32>,
    },
    Code {
        kind: u8,
        code: Option<String>,
        ticket: Option<u32>,
    },
    AddressTaken,
    AddressUnknown,
    AddressChanged {
        to: String,
    },
    Welcome,
    Standing {
        reason: Option<String>,
    },
    Test,
    SummaryOfEntries {
        tickets: Vec<(u32, Vec<u32>)>,
    },
    Bounced {
        letter: [u8; 16],
    },
    TicketFile {
        ticket: u32,
        entries: Vec<u32>,
        file: u32,
    },
    CodeByStaff {
        kind: u8,
        code: Option<String>,
        ticket: Option<u32>,
    },
    /// The matter of a letter that somebody gets instead of somebody else.
    InsteadOf {
        person: u32,
        matter: Box<MatterV1>,
    },
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

impl From<&Letter> for LetterV2 {
    fn from(letter: &Letter) -> Self {
        Self {
            notice: codes::notice(letter.notice),
            matter: match letter.instead_of {
                Some(person) => MatterV1::InsteadOf { person: person.0, matter: Box::new((&letter.matter).into()) },
                None => (&letter.matter).into(),
            },
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
            last_error: letter.last_error.as_ref().map(|error| (codes::fault(error.kind), error.detail.clone())),
            settled_at: letter.settled_at.as_millis(),
        }
    }
}

impl LetterV2 {
    /// The letter that is kept under an id.
    ///
    /// # Errors
    /// `Corrupt` when it makes no sense.
    pub fn into_letter(self, id: LetterId) -> Result<Letter> {
        let fault = |(kind, detail)| -> Result<Fault> { Ok(Fault::new(codes::fault_of(kind)?, detail)) };
        let (instead_of, matter) = match self.matter {
            MatterV1::InsteadOf { person, matter } => (Some(AccountId(person)), *matter),
            matter => (None, matter),
        };
        Ok(Letter {
            id,
            notice: codes::notice_of(self.notice)?,
            matter: matter.into_matter()?,
            to: parsed(&self.to, EmailAddress::parse)?,
            recipient: self.recipient.map(AccountId),
            instead_of,
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
            last_error: self.last_error.map(fault).transpose()?,
            settled_at: time(self.settled_at),
        })
    }
}

impl From<&Matter> for MatterV1 {
    fn from(matter: &Matter) -> Self {
        match matter {
            Matter::Ticket { ticket, entries, file } => {
                let (ticket, entries) = (ticket.0, entries.iter().map(|id| id.0).collect());
                match *file {
                    Some(file) => Self::TicketFile { ticket, entries, file },
                    None => Self::Ticket { ticket, entries },
                }
            }
            Matter::Summary { tickets } => Self::SummaryOfEntries {
                tickets: tickets.iter().map(|(seq, entries)| (seq.0, entries.iter().map(|id| id.0).collect())).collect(),
            },
            Matter::Code { kind, code, ticket, by_staff } => {
                let (kind, code, ticket) = (codes::kind(*kind), code.clone(), ticket.map(|seq| seq.0));
                if *by_staff { Self::CodeByStaff { kind, code, ticket } } else { Self::Code { kind, code, ticket } }
            }
            Matter::AddressTaken => Self::AddressTaken,
            Matter::AddressUnknown => Self::AddressUnknown,
            Matter::AddressChanged { to } => Self::AddressChanged { to: to.as_str().to_owned() },
            Matter::Welcome => Self::Welcome,
            Matter::Standing { reason } => Self::Standing { reason: reason.clone() },
            Matter::Test => Self::Test,
            Matter::Bounced { letter } => Self::Bounced { letter: letter.0 },
        }
    }
}

impl MatterV1 {
    fn into_matter(self) -> Result<Matter> {
        Ok(match self {
            Self::Ticket { ticket, entries } => {
                Matter::Ticket { ticket: TicketSeq(ticket), entries: entries.into_iter().map(EntryId).collect(), file: None }
            }
            Self::TicketFile { ticket, entries, file } => {
                let entries = entries.into_iter().map(EntryId).collect();
                Matter::Ticket { ticket: TicketSeq(ticket), entries, file: Some(file) }
            }
            Self::Summary { tickets } => {
                Matter::Summary { tickets: tickets.into_iter().map(|seq| (TicketSeq(seq), Vec::new())).collect() }
            }
            Self::SummaryOfEntries { tickets } => {
                let told = |(seq, entries): (u32, Vec<u32>)| (TicketSeq(seq), entries.into_iter().map(EntryId).collect());
                Matter::Summary { tickets: tickets.into_iter().map(told).collect() }
            }
            Self::Bounced { letter } => Matter::Bounced { letter: LetterId(letter) },
            Self::Code { kind, code, ticket } => {
                Matter::Code { kind: codes::kind_of(kind)?, code, ticket: ticket.map(TicketSeq), by_staff: false }
            }
            Self::CodeByStaff { kind, code, ticket } => {
                Matter::Code { kind: codes::kind_of(kind)?, code, ticket: ticket.map(TicketSeq), by_staff: true }
            }
            // Only the outermost says for whom it is; a matter within a matter is damage.
            Self::InsteadOf { .. } => return Err(StoreError::Corrupt("a letter in a letter".to_owned())),
            Self::AddressTaken => Matter::AddressTaken,
            Self::AddressUnknown => Matter::AddressUnknown,
            Self::AddressChanged { to } => Matter::AddressChanged { to: parsed(&to, EmailAddress::parse)? },
            Self::Welcome => Matter::Welcome,
            Self::Standing { reason } => Matter::Standing { reason },
            Self::Test => Matter::Test,
        })
    }
}

#[cfg(test)]
impl LetterV1 {
    /// A record as it was kept first.
    pub fn sample(letter: &Letter) -> Self {
        let LetterV2 { notice, matter, to, recipient, language, state, .. } = letter.into();
        let matter = match matter {
            MatterV1::SummaryOfEntries { tickets } => {
                MatterV1::Summary { tickets: tickets.into_iter().map(|(seq, _)| seq).collect() }
            }
            other => other,
        };
        Self {
            notice,
            matter,
            to,
            recipient,
            language,
            state,
            created_at: letter.created_at.as_millis(),
            not_before: letter.not_before.as_millis(),
            expires_at: letter.expires_at.map(|at| at.as_millis()),
            attempts: letter.attempts,
            last_error: letter.last_error.as_ref().map(|error| error.detail.clone()),
            settled_at: letter.settled_at.as_millis(),
        }
    }
}
