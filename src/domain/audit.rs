//! The audit: a chain of what was done, by whom, through what.

use sha2::{Digest, Sha256};

use super::account::AccountId;
use super::time::Timestamp;

/// Through what somebody acted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Via {
    /// A session.
    Session,
    /// A token.
    Token,
    /// The gate that an account of the operating system is bound to.
    Gate,
    /// A one-time code.
    Code,
    /// Ownership of the desk's files.
    Owner,
    /// Nothing: a guest.
    Guest,
}

impl Via {
    /// The name that machines read.
    pub fn id(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Token => "token",
            Self::Gate => "gate",
            Self::Code => "code",
            Self::Owner => "owner",
            Self::Guest => "guest",
        }
    }

    /// The way of a name that machines read.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Session, Self::Token, Self::Gate, Self::Code, Self::Owner, Self::Guest].into_iter().find(|via| via.id() == id)
    }
}

/// One link of the chain. Its payload lies apart with its salt, so that erasing that leaves the chain whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its place, counted from 1.
    pub sequence: u64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Option<AccountId>,
    /// Through what.
    pub via: Via,
    /// Which verb.
    pub verb: String,
    /// The SHA-256 of salt and payload.
    pub payload_hash: [u8; 32],
    /// The hash of the link before; zeros for the first.
    pub previous: [u8; 32],
}

/// What was done in detail, apart from the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditPayload {
    /// Random bytes that keep a guess of the payload from being tried against its hash.
    pub salt: [u8; 16],
    /// JSON: the ids that were touched, and how.
    pub body: String,
}

impl AuditPayload {
    /// The SHA-256 of salt and body.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::new().chain_update(self.salt).chain_update(self.body.as_bytes()).finalize().into()
    }
}

impl AuditEntry {
    /// The hash that the next link carries: SHA-256 over every field, lengths before texts.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::new()
            .chain_update(b"taquilla audit 1")
            .chain_update(self.sequence.to_be_bytes())
            .chain_update(self.at.as_millis().to_be_bytes())
            .chain_update(self.actor.map_or(0, |actor| actor.0).to_be_bytes())
            .chain_update([self.via as u8])
            .chain_update((self.verb.len() as u64).to_be_bytes())
            .chain_update(self.verb.as_bytes())
            .chain_update(self.payload_hash)
            .chain_update(self.previous)
            .finalize()
            .into()
    }
}
