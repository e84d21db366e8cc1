//! Letters.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::{Bytes, Hex, Time, checked, is_reason, tag};
use crate::domain::account::{AccountId, EmailAddress};
use crate::domain::code::CodeKind;
use crate::domain::entry::EntryId;
use crate::domain::fault::{Fault, FaultKind};
use crate::domain::language::Language;
use crate::domain::letter::{Letter, LetterId, LetterState, Matter};
use crate::domain::notice::Notice;
use crate::domain::ticket::TicketSeq;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterLine {
    id: Hex<16>,
    notice: String,
    matter: MatterPart,
    to: String,
    recipient: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    instead_of: Option<u32>,
    lang: String,
    state: String,
    created_at: Time,
    not_before: Time,
    expires_at: Option<Time>,
    attempts: u32,
    last_error: Option<FaultPart>,
    settled_at: Time,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FaultPart {
    reason: String,
    detail: String,
}

#[derive(Debug, Serialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
enum MatterPart {
    Ticket(TicketPart),
    Summary(SummaryPart),
    Code(CodePart),
    AddressTaken(Nothing),
    AddressUnknown(Nothing),
    AddressChanged(ChangedPart),
    Welcome(Nothing),
    Standing(StandingPart),
    Test(Nothing),
    Bounced(BouncedPart),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TicketPart {
    ticket: u32,
    entries: Vec<u32>,
    file: Option<u32>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SummaryPart {
    tickets: Vec<(u32, Vec<u32>)>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CodePart {
    code_for: String,
    ticket: Option<u32>,
    by_staff: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangedPart {
    to: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StandingPart {
    reason: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BouncedPart {
    letter: Hex<16>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

impl<'de> Deserialize<'de> for MatterPart {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MatterVisitor)
    }
}

struct MatterVisitor;

impl<'de> Visitor<'de> for MatterVisitor {
    type Value = MatterPart;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object that says first what it is about")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<MatterPart, A::Error> {
        let about = tag("about", &mut map)?;
        let rest = MapAccessDeserializer::new(map);
        Ok(match about.as_str() {
            "ticket" => MatterPart::Ticket(Deserialize::deserialize(rest)?),
            "summary" => MatterPart::Summary(Deserialize::deserialize(rest)?),
            "code" => MatterPart::Code(Deserialize::deserialize(rest)?),
            "address-taken" => MatterPart::AddressTaken(Deserialize::deserialize(rest)?),
            "address-unknown" => MatterPart::AddressUnknown(Deserialize::deserialize(rest)?),
            "address-changed" => MatterPart::AddressChanged(Deserialize::deserialize(rest)?),
            "welcome" => MatterPart::Welcome(Deserialize::deserialize(rest)?),
            "standing" => MatterPart::Standing(Deserialize::deserialize(rest)?),
            "test" => MatterPart::Test(Deserialize::deserialize(rest)?),
            "bounced" => MatterPart::Bounced(Deserialize::deserialize(rest)?),
            _ => return Err(A::Error::custom("nothing that a letter is about")),
        })
    }
}

const CODE_KINDS: [(CodeKind, &str); 5] = [
    (CodeKind::Register, "register"),
    (CodeKind::Invite, "invite"),
    (CodeKind::Reset, "reset"),
    (CodeKind::Status, "status"),
    (CodeKind::NewAddress, "new-address"),
];

impl From<&Matter> for MatterPart {
    fn from(matter: &Matter) -> Self {
        let ids = |entries: &[EntryId]| entries.iter().map(|entry| entry.0).collect::<Vec<_>>();
        match matter {
            Matter::Ticket { ticket, entries, file } => {
                Self::Ticket(TicketPart { ticket: ticket.0, entries: ids(entries), file: *file })
            }
            Matter::Summary { tickets } => {
                let tickets = tickets.iter().map(|(ticket, entries)| (ticket.0, ids(entries))).collect();
                Self::Summary(SummaryPart { tickets })
            }
            // The code itself stays here: it is void without what tells it, and nobody should read it.
            Matter::Code { kind, code: _, ticket, by_staff } => {
                let name = CODE_KINDS.iter().find(|(known, _)| known == kind).map_or("", |(_, name)| name);
                let (code_for, ticket) = (name.to_owned(), ticket.map(|ticket| ticket.0));
                Self::Code(CodePart { code_for, ticket, by_staff: *by_staff })
            }
            Matter::AddressTaken => Self::AddressTaken(Nothing {}),
            Matter::AddressUnknown => Self::AddressUnknown(Nothing {}),
            Matter::AddressChanged { to } => Self::AddressChanged(ChangedPart { to: to.as_str().to_owned() }),
            Matter::Welcome => Self::Welcome(Nothing {}),
            Matter::Standing { reason } => Self::Standing(StandingPart { reason: reason.clone() }),
            Matter::Test => Self::Test(Nothing {}),
            Matter::Bounced { letter } => Self::Bounced(BouncedPart { letter: Hex(letter.0) }),
        }
    }
}

impl MatterPart {
    fn matter(self) -> Option<Matter> {
        let ids = |entries: Vec<u32>| entries.into_iter().map(EntryId).collect::<Vec<_>>();
        Some(match self {
            Self::Ticket(TicketPart { ticket, entries, file }) => {
                Matter::Ticket { ticket: TicketSeq(ticket), entries: ids(entries), file }
            }
            Self::Summary(SummaryPart { tickets }) => {
                let told = tickets.into_iter().map(|(ticket, entries)| (TicketSeq(ticket), ids(entries)));
                Matter::Summary { tickets: told.collect() }
            }
            Self::Code(CodePart { code_for, ticket, by_staff }) => {
                let kind = CODE_KINDS.iter().find(|(_, name)| *name == code_for).map(|(kind, _)| *kind)?;
                Matter::Code { kind, code: None, ticket: ticket.map(TicketSeq), by_staff }
            }
            Self::AddressTaken(_) => Matter::AddressTaken,
            Self::AddressUnknown(_) => Matter::AddressUnknown,
            Self::AddressChanged(ChangedPart { to }) => Matter::AddressChanged { to: EmailAddress::parse(&to)? },
            Self::Welcome(_) => Matter::Welcome,
            Self::Standing(StandingPart { reason }) => Matter::Standing { reason: checked(reason, is_reason)? },
            Self::Test(_) => Matter::Test,
            Self::Bounced(BouncedPart { letter }) => Matter::Bounced { letter: LetterId(letter.0) },
        })
    }
}

/// Where a letter stands in a dump: no relay has it, and one with a code can no longer leave.
fn state(letter: &Letter) -> LetterState {
    match (&letter.matter, &letter.state) {
        (Matter::Code { .. }, state) if state.is_waiting() => LetterState::Cancelled,
        (_, LetterState::Leased { .. }) if letter.attempts > 0 => LetterState::Retry,
        (_, LetterState::Leased { .. }) => LetterState::Pending,
        (_, state) => state.clone(),
    }
}

impl From<&Letter> for LetterLine {
    fn from(letter: &Letter) -> Self {
        let fault = |fault: &Fault| FaultPart { reason: fault.kind.id().to_owned(), detail: fault.detail.clone() };
        Self {
            id: Hex(letter.id.0),
            notice: letter.notice.id().to_owned(),
            matter: MatterPart::from(&letter.matter),
            to: letter.to.as_str().to_owned(),
            recipient: letter.recipient.map(|recipient| recipient.0),
            instead_of: letter.instead_of.map(|person| person.0),
            lang: letter.language.code().to_owned(),
            state: state(letter).detail().to_owned(),
            created_at: Time(letter.created_at),
            not_before: Time(letter.not_before),
            expires_at: letter.expires_at.map(Time),
            attempts: letter.attempts,
            last_error: letter.last_error.as_ref().map(fault),
            settled_at: Time(letter.settled_at),
        }
    }
}

impl LetterLine {
    /// The letter; `None` if it cannot be one.
    pub fn letter(self) -> Option<Letter> {
        let fault = |part: FaultPart| {
            let kind = FaultKind::ALL.into_iter().find(|kind| kind.id() == part.reason)?;
            Some(Fault { kind, detail: part.detail })
        };
        let state = match self.state.as_str() {
            "pending" => LetterState::Pending,
            "retry" => LetterState::Retry,
            "sent" => LetterState::Sent,
            "dead" => LetterState::Dead,
            "dropped" => LetterState::Dropped,
            "cancelled" => LetterState::Cancelled,
            _ => return None,
        };
        Some(Letter {
            id: LetterId(self.id.0),
            notice: Notice::from_id(&self.notice)?,
            matter: self.matter.matter()?,
            to: EmailAddress::parse(&self.to)?,
            recipient: self.recipient.map(AccountId),
            instead_of: self.instead_of.map(AccountId),
            language: Language::from_code(&self.lang)?,
            state,
            created_at: self.created_at.0,
            not_before: self.not_before.0,
            expires_at: self.expires_at.map(|time| time.0),
            attempts: self.attempts,
            last_error: match self.last_error {
                Some(part) => Some(fault(part)?),
                None => None,
            },
            settled_at: self.settled_at.0,
        })
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenLine {
    pub letter: Hex<16>,
    pub index: u32,
    pub data: Bytes,
}
