//! People, their sessions, their tokens and their codes as they are kept.

use serde::{Deserialize, Serialize};

use super::super::codec::{Stored, decode};
use super::{codes, parsed, time};
use crate::domain::account::{Absence, Acceptance, Account, AccountId, EmailAddress, Handle, PersonName, Standing};
use crate::domain::code::{Code, CodeId, CodePurpose};
use crate::domain::session::{Session, SessionHash, Throttle};
use crate::domain::ticket::TicketSeq;
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenHash, TokenId};
use crate::store::Result;

/// An account, when nobody counted how long it had not been confirmed.
#[derive(Debug, Serialize, Deserialize)]
pub struct AccountV1 {
    handle: String,
    name: String,
    email: String,
    role: u8,
    language: u8,
    standing: StandingV1,
    password_hash: Option<String>,
    phone: Option<String>,
    agent: Option<u32>,
    absence: Option<(i64, Option<u32>)>,
    acceptance: Option<(String, i64)>,
    created_at: i64,
}

impl Stored for AccountV1 {
    const VERSION: u8 = 1;
}

// New variants go to the end: bincode counts them.
#[derive(Debug, Serialize, Deserialize)]
enum StandingV1 {
    Invited,
    Active,
    Suspended { reason: String, at: i64 },
}

impl From<&Account> for AccountV1 {
    fn from(account: &Account) -> Self {
        Self {
            handle: account.handle.as_str().to_owned(),
            name: account.name.as_str().to_owned(),
            email: account.email.as_str().to_owned(),
            role: codes::role(account.role),
            language: codes::language(account.language),
            standing: match &account.standing {
                Standing::Invited => StandingV1::Invited,
                Standing::Active => StandingV1::Active,
                Standing::Suspended { reason, at } => StandingV1::Suspended { reason: reason.clone(), at: at.as_millis() },
            },
            password_hash: account.password_hash.clone(),
            phone: account.phone.clone(),
            agent: account.agent.map(|id| id.0),
            absence: account.absence.as_ref().map(|absence| (absence.until.as_millis(), absence.substitute.map(|id| id.0))),
            acceptance: account.acceptance.as_ref().map(|accepted| (accepted.version.clone(), accepted.at.as_millis())),
            created_at: account.created_at.as_millis(),
        }
    }
}

impl AccountV1 {
    fn into_account(self, id: AccountId) -> Result<Account> {
        Ok(Account {
            id,
            handle: parsed(&self.handle, Handle::parse)?,
            name: parsed(&self.name, PersonName::parse)?,
            email: parsed(&self.email, EmailAddress::parse)?,
            role: codes::role_of(self.role)?,
            language: codes::language_of(self.language)?,
            standing: match self.standing {
                StandingV1::Invited => Standing::Invited,
                StandingV1::Active => Standing::Active,
                StandingV1::Suspended { reason, at } => Standing::Suspended { reason, at: time(at) },
            },
            password_hash: self.password_hash,
            phone: self.phone,
            agent: self.agent.map(AccountId),
            absence: self
                .absence
                .map(|(until, substitute)| Absence { until: time(until), substitute: substitute.map(AccountId) }),
            acceptance: self.acceptance.map(|(version, at)| Acceptance { version, at: time(at) }),
            created_at: time(self.created_at),
            unconfirmed_since: None,
        })
    }
}

/// An account; its id is its key.
#[derive(Debug, Serialize, Deserialize)]
pub struct AccountV2 {
    earlier: AccountV1,
    unconfirmed_since: Option<i64>,
}

impl Stored for AccountV2 {
    const VERSION: u8 = 2;

    fn from_earlier(version: u8, payload: &[u8]) -> Result<Option<Self>> {
        if version != AccountV1::VERSION {
            return Ok(None);
        }
        Ok(Some(Self { earlier: decode(payload)?, unconfirmed_since: None }))
    }
}

impl From<&Account> for AccountV2 {
    fn from(account: &Account) -> Self {
        Self { earlier: account.into(), unconfirmed_since: account.unconfirmed_since.map(Timestamp::as_millis) }
    }
}

impl AccountV2 {
    /// The account that is kept at a place.
    ///
    /// # Errors
    /// `Corrupt` when it makes no sense.
    pub fn into_account(self, id: AccountId) -> Result<Account> {
        Ok(Account { unconfirmed_since: self.unconfirmed_since.map(time), ..self.earlier.into_account(id)? })
    }
}

/// A session; the hash of its secret is its key.
#[derive(Debug, Serialize, Deserialize)]
pub struct SessionV1 {
    account: u32,
    created_at: i64,
    used_at: i64,
}

impl Stored for SessionV1 {
    const VERSION: u8 = 1;
}

impl From<&Session> for SessionV1 {
    fn from(session: &Session) -> Self {
        Self { account: session.account.0, created_at: session.created_at.as_millis(), used_at: session.used_at.as_millis() }
    }
}

impl SessionV1 {
    /// The session that is kept under a hash.
    pub fn into_session(self, hash: SessionHash) -> Session {
        Session { hash, account: AccountId(self.account), created_at: time(self.created_at), used_at: time(self.used_at) }
    }
}

/// A token; its id is its key.
#[derive(Debug, Serialize, Deserialize)]
pub struct TokenV1 {
    hash: [u8; 32],
    account: u32,
    name: String,
    scope: u8,
    created_at: i64,
    used_at: Option<i64>,
    expires_at: i64,
    revoked_at: Option<i64>,
}

impl Stored for TokenV1 {
    const VERSION: u8 = 1;
}

impl From<&Token> for TokenV1 {
    fn from(token: &Token) -> Self {
        Self {
            hash: token.hash.0,
            account: token.account.0,
            name: token.name.clone(),
            scope: codes::scope(token.scope),
            created_at: token.created_at.as_millis(),
            used_at: token.used_at.map(Timestamp::as_millis),
            expires_at: token.expires_at.as_millis(),
            revoked_at: token.revoked_at.map(Timestamp::as_millis),
        }
    }
}

impl TokenV1 {
    /// The token that is kept under an id.
    ///
    /// # Errors
    /// `Corrupt` when it makes no sense.
    pub fn into_token(self, id: TokenId) -> Result<Token> {
        Ok(Token {
            id,
            hash: TokenHash(self.hash),
            account: AccountId(self.account),
            name: self.name,
            scope: codes::scope_of(self.scope)?,
            created_at: time(self.created_at),
            used_at: self.used_at.map(time),
            expires_at: time(self.expires_at),
            revoked_at: self.revoked_at.map(time),
        })
    }
}

/// A code; its id is its key.
#[derive(Debug, Serialize, Deserialize)]
pub struct CodeV1 {
    address: String,
    purpose: PurposeV1,
    hash: [u8; 32],
    tries_left: u8,
    created_at: i64,
    expires_at: i64,
}

impl Stored for CodeV1 {
    const VERSION: u8 = 1;
}

// New variants go to the end: bincode counts them.
#[derive(Debug, Serialize, Deserialize)]
enum PurposeV1 {
    Register { name: String, language: u8, password_hash: String, rules_version: String },
    Invite { account: u32 },
    Reset { account: u32 },
    Status { ticket: u32 },
    NewAddress { account: u32 },
}

impl From<&Code> for CodeV1 {
    fn from(code: &Code) -> Self {
        Self {
            address: code.address.as_str().to_owned(),
            purpose: match &code.purpose {
                CodePurpose::Register { name, language, password_hash, rules_version } => PurposeV1::Register {
                    name: name.as_str().to_owned(),
                    language: codes::language(*language),
                    password_hash: password_hash.clone(),
                    rules_version: rules_version.clone(),
                },
                CodePurpose::Invite { account } => PurposeV1::Invite { account: account.0 },
                CodePurpose::Reset { account } => PurposeV1::Reset { account: account.0 },
                CodePurpose::Status { ticket } => PurposeV1::Status { ticket: ticket.0 },
                CodePurpose::NewAddress { account } => PurposeV1::NewAddress { account: account.0 },
            },
            hash: code.hash,
            tries_left: code.tries_left,
            created_at: code.created_at.as_millis(),
            expires_at: code.expires_at.as_millis(),
        }
    }
}

impl CodeV1 {
    /// The code that is kept at a place.
    ///
    /// # Errors
    /// `Corrupt` when it makes no sense.
    pub fn into_code(self, id: CodeId) -> Result<Code> {
        Ok(Code {
            id,
            address: parsed(&self.address, EmailAddress::parse)?,
            purpose: match self.purpose {
                PurposeV1::Register { name, language, password_hash, rules_version } => CodePurpose::Register {
                    name: parsed(&name, PersonName::parse)?,
                    language: codes::language_of(language)?,
                    password_hash,
                    rules_version,
                },
                PurposeV1::Invite { account } => CodePurpose::Invite { account: AccountId(account) },
                PurposeV1::Reset { account } => CodePurpose::Reset { account: AccountId(account) },
                PurposeV1::Status { ticket } => CodePurpose::Status { ticket: TicketSeq(ticket) },
                PurposeV1::NewAddress { account } => CodePurpose::NewAddress { account: AccountId(account) },
            },
            hash: self.hash,
            tries_left: self.tries_left,
            created_at: time(self.created_at),
            expires_at: time(self.expires_at),
        })
    }
}

/// The failed attempts of a bucket; its number is its key.
#[derive(Debug, Serialize, Deserialize)]
pub struct ThrottleV1 {
    failures: u32,
    counted_at: i64,
}

impl Stored for ThrottleV1 {
    const VERSION: u8 = 1;
}

impl From<&Throttle> for ThrottleV1 {
    fn from(throttle: &Throttle) -> Self {
        Self { failures: throttle.failures, counted_at: throttle.counted_at.as_millis() }
    }
}

impl From<ThrottleV1> for Throttle {
    fn from(stored: ThrottleV1) -> Self {
        Self { failures: stored.failures, counted_at: time(stored.counted_at) }
    }
}
