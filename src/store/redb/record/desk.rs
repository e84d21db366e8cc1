//! The small records: topics, attachments, drafts, keys, the audit, single values.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::super::codec::{Stored, decode};
use super::{codes, time};
use crate::domain::account::AccountId;
use crate::domain::audit::{AuditEntry, AuditPayload};
use crate::domain::search::{Terms, Wanted};
use crate::domain::token::TokenId;
use crate::domain::topic::{Topic, TopicId};
use crate::store::{Blob, Draft, KeyRecord, Printed, Result};

/// Derives what every small record has.
macro_rules! stored {
    ($($(#[$doc:meta])* $name:ident { $($visibility:vis $field:ident: $type:ty),* $(,)? })*) => {
        $($(#[$doc])*
        #[derive(Debug, Serialize, Deserialize)]
        pub struct $name { $($visibility $field: $type,)* }

        impl Stored for $name {
            const VERSION: u8 = 1;
        })*
    };
}

stored! {
    /// A topic, when it could not say that it has what the one above has; its id is its key.
    TopicV1 {
        parent: Option<u32>,
        name_es: String,
        name_en: Option<String>,
        retired: bool,
        agents: Vec<u32>,
        auto_assign: bool,
    }
    /// An attachment; its hash is its key.
    BlobV1 { size: u64, staged_at: i64 }
    /// A text that somebody began; account and slot are its key.
    DraftV1 { text: String, at: i64 }
    /// The answer to a command with a key, when only its data was kept; account and key are its key.
    KeyV1 { arguments: [u8; 32], stdout: Vec<u8>, expires_at: i64 }
    /// A link of the audit before there were tokens; its place is its key.
    AuditV1 { at: i64, actor: Option<u32>, via: u8, verb: String, payload_hash: [u8; 32], previous: [u8; 32] }
    /// What a link of the audit tells; its place is its key.
    PayloadV1 { salt: [u8; 16], body: String }
    /// A number of the ledger: whose it is. A purged ticket leaves it behind, marked.
    NumberV1 { pub seq: u32, pub is_purged: bool }
    /// What an index points to, or a count.
    PlaceV1 { pub place: u64 }
    /// A point in time.
    TimeV1 { pub at: i64 }
    /// A text.
    TextV1 { pub text: String }
    /// What a text is found by that is not in the index yet, with a space between; ticket and entry are its key.
    WaitingV1 { is_public: bool, words: String, stems: String }
}

/// A topic; its id is its key.
#[derive(Debug, Serialize, Deserialize)]
pub struct TopicV2 {
    parent: Option<u32>,
    name_es: String,
    name_en: Option<String>,
    retired: bool,
    agents: Option<Vec<u32>>,
    auto_assign: Option<bool>,
}

impl Stored for TopicV2 {
    const VERSION: u8 = 2;

    fn from_earlier(version: u8, payload: &[u8]) -> Result<Option<Self>> {
        if version != TopicV1::VERSION {
            return Ok(None);
        }
        let TopicV1 { parent, name_es, name_en, retired, agents, auto_assign } = decode(payload)?;
        let agents = Some(agents).filter(|agents| !agents.is_empty());
        // Then a topic said no only where it named its own agents.
        let auto_assign = (auto_assign || agents.is_some()).then_some(auto_assign);
        Ok(Some(Self { parent, name_es, name_en, retired, agents, auto_assign }))
    }
}

impl From<&Topic> for TopicV2 {
    fn from(topic: &Topic) -> Self {
        Self {
            parent: topic.parent.map(|id| id.0),
            name_es: topic.name_es.clone(),
            name_en: topic.name_en.clone(),
            retired: topic.retired,
            agents: topic.agents.as_ref().map(|agents| agents.iter().map(|id| id.0).collect()),
            auto_assign: topic.auto_assign,
        }
    }
}

impl TopicV2 {
    /// The topic that is kept at a place.
    pub fn into_topic(self, id: TopicId) -> Topic {
        Topic {
            id,
            parent: self.parent.map(TopicId),
            name_es: self.name_es,
            name_en: self.name_en,
            retired: self.retired,
            agents: self.agents.map(|agents| agents.into_iter().map(AccountId).collect()),
            auto_assign: self.auto_assign,
        }
    }
}

#[cfg(test)]
impl TopicV1 {
    /// A record as it was kept first.
    pub fn sample(topic: &Topic) -> Self {
        let TopicV2 { parent, name_es, name_en, retired, agents, auto_assign } = TopicV2::from(topic);
        Self { parent, name_es, name_en, retired, agents: agents.unwrap_or_default(), auto_assign: auto_assign == Some(true) }
    }
}

impl From<&Blob> for BlobV1 {
    fn from(blob: &Blob) -> Self {
        Self { size: blob.size, staged_at: blob.staged_at.as_millis() }
    }
}

impl From<BlobV1> for Blob {
    fn from(stored: BlobV1) -> Self {
        Self { size: stored.size, staged_at: time(stored.staged_at) }
    }
}

impl From<&Draft> for DraftV1 {
    fn from(draft: &Draft) -> Self {
        Self { text: draft.text.clone(), at: draft.at.as_millis() }
    }
}

impl From<DraftV1> for Draft {
    fn from(stored: DraftV1) -> Self {
        Self { text: stored.text, at: time(stored.at) }
    }
}

/// The answer to a command with a key; account and key are its key.
#[derive(Debug, Serialize, Deserialize)]
pub struct KeyV2 {
    arguments: [u8; 32],
    stdout: Vec<u8>,
    stderr: Vec<u8>,
    exit: u8,
    expires_at: i64,
}

impl Stored for KeyV2 {
    const VERSION: u8 = 2;

    fn from_earlier(version: u8, payload: &[u8]) -> Result<Option<Self>> {
        if version != KeyV1::VERSION {
            return Ok(None);
        }
        let KeyV1 { arguments, stdout, expires_at } = decode(payload)?;
        Ok(Some(Self { arguments, stdout, stderr: Vec::new(), exit: 0, expires_at }))
    }
}

impl From<&KeyRecord> for KeyV2 {
    fn from(record: &KeyRecord) -> Self {
        let Printed { stdout, stderr, exit } = record.printed.clone();
        Self { arguments: record.arguments, stdout, stderr, exit, expires_at: record.expires_at.as_millis() }
    }
}

impl From<KeyV2> for KeyRecord {
    fn from(stored: KeyV2) -> Self {
        let KeyV2 { arguments, stdout, stderr, exit, expires_at } = stored;
        Self { arguments, printed: Printed { stdout, stderr, exit }, expires_at: time(expires_at) }
    }
}

#[cfg(test)]
impl KeyV1 {
    /// A record as it was kept first.
    pub fn sample(record: &KeyRecord) -> Self {
        let expires_at = record.expires_at.as_millis();
        Self { arguments: record.arguments, stdout: record.printed.stdout.clone(), expires_at }
    }
}

impl WaitingV1 {
    /// A text that waits.
    pub fn new(is_public: bool, terms: &Terms) -> Self {
        let line = |terms: &BTreeSet<String>| terms.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        Self { is_public, words: line(&terms.words), stems: line(&terms.stems) }
    }

    /// Whether everybody may find by it.
    pub fn is_public(&self) -> bool {
        self.is_public
    }

    /// Whether a word that is looked for is in it.
    pub fn has(&self, wanted: &Wanted) -> bool {
        wanted.is_among(self.words.split(' '), self.stems.split(' '))
    }

    /// Whether everybody may find by it, and what it is found by.
    pub fn into_parts(self) -> (bool, Terms) {
        let terms = |line: &str| line.split(' ').filter(|term| !term.is_empty()).map(str::to_owned).collect();
        (self.is_public, Terms { words: terms(&self.words), stems: terms(&self.stems) })
    }
}

/// A link of the audit; its place is its key.
#[derive(Debug, Serialize, Deserialize)]
pub struct AuditV2 {
    at: i64,
    actor: Option<u32>,
    via: u8,
    token: Option<u32>,
    verb: String,
    payload_hash: [u8; 32],
    previous: [u8; 32],
}

impl Stored for AuditV2 {
    const VERSION: u8 = 2;

    fn from_earlier(version: u8, payload: &[u8]) -> Result<Option<Self>> {
        if version != AuditV1::VERSION {
            return Ok(None);
        }
        let AuditV1 { at, actor, via, verb, payload_hash, previous } = decode(payload)?;
        Ok(Some(Self { at, actor, via, token: None, verb, payload_hash, previous }))
    }
}

#[cfg(test)]
impl AuditV1 {
    /// A record as it was kept first.
    pub fn sample(entry: &AuditEntry) -> Self {
        let AuditV2 { at, actor, via, verb, payload_hash, previous, .. } = AuditV2::from(entry);
        Self { at, actor, via, verb, payload_hash, previous }
    }
}

impl From<&AuditEntry> for AuditV2 {
    fn from(entry: &AuditEntry) -> Self {
        Self {
            at: entry.at.as_millis(),
            actor: entry.actor.map(|id| id.0),
            via: codes::via(entry.via),
            token: entry.token.map(|id| id.0),
            verb: entry.verb.clone(),
            payload_hash: entry.payload_hash,
            previous: entry.previous,
        }
    }
}

impl AuditV2 {
    /// The link that is kept at a place.
    ///
    /// # Errors
    /// `Corrupt` when it makes no sense.
    pub fn into_entry(self, sequence: u64) -> Result<AuditEntry> {
        Ok(AuditEntry {
            sequence,
            at: time(self.at),
            actor: self.actor.map(AccountId),
            via: codes::via_of(self.via)?,
            token: self.token.map(TokenId),
            verb: self.verb,
            payload_hash: self.payload_hash,
            previous: self.previous,
        })
    }
}

impl From<&AuditPayload> for PayloadV1 {
    fn from(payload: &AuditPayload) -> Self {
        Self { salt: payload.salt, body: payload.body.clone() }
    }
}

impl From<PayloadV1> for AuditPayload {
    fn from(stored: PayloadV1) -> Self {
        Self { salt: stored.salt, body: stored.body }
    }
}
