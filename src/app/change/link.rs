//! The link of the audit that a change leaves: who did it, through what, and what was noted of it.

use crate::domain::account::AccountId;
use crate::domain::audit::{AuditEntry, AuditPayload, Via};
use crate::domain::time::Timestamp;
use crate::domain::token::TokenId;
use crate::store::{StoreError, Write};

/// Who made a change, and through what.
pub struct By {
    /// Who, unless nobody was logged in.
    pub actor: Option<AccountId>,
    /// Through what.
    pub via: Via,
    /// With the name that it has then: it may be gone when somebody reads of it.
    pub token: Option<(TokenId, String)>,
    /// Under which idempotency key, so that what was printed under it is found when nothing of what it is about is left.
    pub key: Option<String>,
}

/// What a link says.
pub struct Link<'v> {
    /// Which verb.
    pub verb: &'v str,
    /// Who made the change.
    pub by: By,
    /// What was noted of it.
    pub notes: Vec<serde_json::Value>,
    /// What keeps a guess of the notes from being tried against their hash.
    pub salt: [u8; 16],
    /// When.
    pub at: Timestamp,
}

/// Appends it to the chain.
///
/// # Errors
/// Those of the store.
pub fn append(tx: &mut dyn Write, link: Link<'_>) -> Result<(), StoreError> {
    let Link { verb, by, mut notes, salt, at } = link;
    let last = tx.last_audit()?;
    let mut through = serde_json::Map::new();
    if let Some((id, name)) = &by.token {
        through.insert("token".to_owned(), id.0.into());
        through.insert("name".to_owned(), name.as_str().into());
    }
    through.extend(by.key.map(|key| ("key".to_owned(), key.into())));
    if !through.is_empty() {
        notes.insert(0, serde_json::json!({ "by": through }));
    }
    let payload = AuditPayload { salt, body: serde_json::Value::Array(notes).to_string() };
    let entry = AuditEntry {
        sequence: last.as_ref().map_or(0, |last| last.sequence) + 1,
        at,
        actor: by.actor,
        via: by.via,
        token: by.token.map(|(id, _)| id),
        verb: verb.to_owned(),
        payload_hash: payload.hash(),
        previous: last.map_or([0; 32], |last| last.hash()),
    };
    tx.append_audit(&entry, &payload)
}
