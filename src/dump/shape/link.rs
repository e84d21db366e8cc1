//! Links of the audit.

use serde::{Deserialize, Serialize};

use super::{Hex, Time};
use crate::domain::account::AccountId;
use crate::domain::audit::{AuditEntry, AuditPayload, Via};
use crate::domain::token::TokenId;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkLine {
    id: u64,
    at: Time,
    actor: Option<u32>,
    via: String,
    token: Option<u32>,
    verb: String,
    payload: Option<PayloadPart>,
    payload_sha256: Hex<32>,
    previous: Hex<32>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PayloadPart {
    salt: Hex<16>,
    body: String,
}

impl LinkLine {
    /// The line of a link with what is left of its payload.
    pub fn of(link: &AuditEntry, payload: Option<AuditPayload>) -> Self {
        Self {
            id: link.sequence,
            at: Time(link.at),
            actor: link.actor.map(|actor| actor.0),
            via: link.via.id().to_owned(),
            token: link.token.map(|token| token.0),
            verb: link.verb.clone(),
            payload: payload.map(|payload| PayloadPart { salt: Hex(payload.salt), body: payload.body }),
            payload_sha256: Hex(link.payload_hash),
            previous: Hex(link.previous),
        }
    }

    /// The link; `None` if it cannot be one.
    pub fn link(self) -> Option<(AuditEntry, Option<AuditPayload>)> {
        let payload = self.payload.map(|part| AuditPayload { salt: part.salt.0, body: part.body });
        let link = AuditEntry {
            sequence: self.id,
            at: self.at.0,
            actor: self.actor.map(AccountId),
            via: Via::from_id(&self.via)?,
            token: self.token.map(TokenId),
            verb: self.verb,
            payload_hash: self.payload_sha256.0,
            previous: self.previous.0,
        };
        Some((link, payload))
    }
}
