//! The audit: a chain of what was done, by whom, through what.

use sha2::{Digest, Sha256};

use super::account::AccountId;
use super::ticket::TicketSeq;
use super::time::Timestamp;
use super::token::TokenId;

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
    /// Through which token, where it was one.
    pub token: Option<TokenId>,
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

/// What comes before the number of a ticket in a body.
///
/// Inside of a text of JSON no quote stands without a backslash before it, so that nobody's words are ever taken for this.
const BEFORE_NUMBER: &str = "\"ticket\":\"";

impl AuditPayload {
    /// The numbers of the tickets that were touched, as they stand there.
    pub fn tickets(&self) -> impl Iterator<Item = &str> {
        self.body.split(BEFORE_NUMBER).skip(1).filter_map(|rest| rest.split('"').next())
    }

    /// The SHA-256 of salt and body.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::new().chain_update(self.salt).chain_update(self.body.as_bytes()).finalize().into()
    }
}

impl AuditEntry {
    /// The hash that the next link carries: SHA-256 over every field, lengths before texts.
    ///
    /// A link without a token is hashed as links were before there were tokens, so that older chains go on.
    pub fn hash(&self) -> [u8; 32] {
        let begun = match self.token {
            None => Sha256::new_with_prefix(b"taquilla audit 1"),
            Some(token) => Sha256::new_with_prefix(b"taquilla audit 2").chain_update(token.0.to_be_bytes()),
        };
        begun
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

/// Which links are asked for; every condition that is given has to hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Those that touched this ticket.
    pub ticket: Option<TicketSeq>,
    /// Those of this person's deeds.
    pub actor: Option<AccountId>,
    /// Those at this time or later.
    pub since: Option<Timestamp>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link() -> AuditEntry {
        AuditEntry {
            sequence: 7,
            at: Timestamp::from_millis(1_000),
            actor: Some(AccountId(4)),
            via: Via::Session,
            token: None,
            verb: "open".into(),
            payload_hash: [5; 32],
            previous: [6; 32],
        }
    }

    /// The hash of an older link is what the one after it carries: it never changes.
    #[test]
    fn a_link_without_a_token_is_hashed_as_ever() {
        let hex: String = link().hash().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "84236a9eac313ba9b7e5dd26f3e86ae1999b62a63f33be08d33ea9afc4a38130");
        let of = |token| AuditEntry { token, ..link() }.hash();
        assert_ne!(of(None), of(Some(TokenId(1))));
        assert_ne!(of(Some(TokenId(2))), of(Some(TokenId(1))));
    }

    #[test]
    fn the_tickets_of_a_body_are_read_and_nobodys_words_are_taken_for_one() {
        let body =
            r#"[{"by":{"token":3}},{"ticket":"856444","entries":["note"]},{"what":"\"ticket\":\"1\""},{"ticket":"HIST-9"}]"#;
        let payload = AuditPayload { salt: [0; 16], body: body.into() };
        assert_eq!(payload.tickets().collect::<Vec<_>>(), ["856444", "HIST-9"]);
    }
}
