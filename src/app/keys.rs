//! Idempotency keys: what a command that was made before printed then.

use sha2::{Digest, Sha256};

use super::change::Call;
use super::{App, Error};
use crate::auth::{self, Secret};
use crate::domain::account::{AccountId, EmailAddress};
use crate::domain::audit::{AuditEntry, AuditPayload};
use crate::domain::letter::CommandId;
use crate::domain::refusal::Refusal;
use crate::domain::time::{Span, Timestamp};
use crate::store::{KeyRecord, Printed, Read, Store, StoreError, Write};

/// For how long a key is remembered.
const KEY_LIFETIME: Span = Span::days(30);
/// Under whom keys are kept that were given where nobody is logged in: no account has this place. Whose they are says
/// [`Call::of_address`].
pub(super) const NOBODY: AccountId = AccountId(0);

/// An idempotency key and what it stands for.
#[derive(Clone, Debug)]
pub struct KeyUse {
    /// The key.
    pub key: String,
    /// The SHA-256 of the verb and its arguments.
    pub arguments: [u8; 32],
}

impl KeyUse {
    /// A key for a verb with these arguments, in their order.
    pub fn new(key: String, arguments: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        for argument in arguments {
            hash.update((argument.len() as u64).to_be_bytes());
            hash.update(argument);
        }
        Self { key, arguments: hash.finalize().into() }
    }

    /// Remembers what was printed under it.
    pub(super) fn remember(&self, tx: &mut dyn Write, of: AccountId, printed: Printed, now: Timestamp) -> Result<(), StoreError> {
        tx.put_key(of, &self.key, &KeyRecord { arguments: self.arguments, printed, expires_at: now.plus(KEY_LIFETIME) })
    }
}

impl Call {
    /// The same call, whose key stands for these secrets too.
    ///
    /// What is kept of them is as hard to guess from as what is kept of a password; without a key it is nothing.
    ///
    /// # Errors
    /// When there is no memory to hash them.
    pub fn with_secrets(&self, secrets: &[&Secret]) -> Result<Self, Error> {
        let Some(key) = &self.key else { return Ok(self.clone()) };
        let mut hash = Sha256::new_with_prefix(key.arguments);
        for secret in secrets {
            let salt = auth::first_bytes(Sha256::digest(&key.key).into());
            hash.update(auth::hash_password(secret.expose(), salt)?);
        }
        let key = KeyUse { key: key.key.clone(), arguments: hash.finalize().into() };
        Ok(Self { key: Some(key), ..self.clone() })
    }

    /// The same call, whose key is that of whoever gives this address: what people who are not logged in call their keys must not
    /// meet. The address is not kept.
    #[must_use]
    pub fn of_address(&self, email: &EmailAddress) -> Self {
        let key = self.key.as_ref().map(|given| {
            let hash = Sha256::new_with_prefix(b"address ").chain_update(Sha256::digest(email.key())).chain_update(&given.key);
            KeyUse { key: data_encoding::HEXLOWER.encode(&hash.finalize()), arguments: given.arguments }
        });
        Self { key, ..self.clone() }
    }
}

impl<S: Store> App<'_, S> {
    /// What a command printed that was made before under its key, as whoever is logged in.
    ///
    /// # Errors
    /// `KeyReused`; those of the gate and of the store.
    pub fn made_before(&self, call: &Call) -> Result<Option<Printed>, Error> {
        self.store.read(|read| find_replay(read, call, self.actor(read)?.account.id, self.now))
    }

    /// The same for a command that needs nobody to be logged in.
    ///
    /// # Errors
    /// `KeyReused`; those of the store.
    pub fn made_before_as_guest(&self, call: &Call) -> Result<Option<Printed>, Error> {
        self.store.read(|read| find_replay(read, call, NOBODY, self.now))
    }

    /// Remembers what a command printed that is no single change, under its key, if it has one.
    ///
    /// # Errors
    /// `KeyReused`; those of the store.
    pub fn remember_made(&self, verb: &str, call: &Call, printed: &Printed) -> Result<(), Error> {
        if call.key.is_some() && !call.dry_run {
            self.change_as_guest(verb, call, &|_| printed.clone(), |_| Ok(((), None)))?;
        }
        Ok(())
    }

    /// Keeps under its key, if it has one, what a command has printed in the end: where that was known only after its transaction.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn remember_printed(&self, call: &Call, printed: &Printed) -> Result<(), Error> {
        let (Some(key), false) = (&call.key, call.dry_run) else { return Ok(()) };
        let id = CommandId(auth::derive_bytes(&self.seed, "printed", 0));
        self.store.write(&id, |tx| -> Result<(), Error> {
            let of = self.recognize(tx.as_read())?.account.id;
            key.remember(tx, of, printed.clone(), self.now)?;
            Ok(tx.remember_command(&id, self.now)?)
        })
    }
}

/// Empties what a command printed under its key: all of what it was about is gone. It is not done again under it all the same.
///
/// # Errors
/// Those of the store.
pub(super) fn empty_printed(tx: &mut dyn Write, link: &AuditEntry, payload: &AuditPayload) -> Result<(), StoreError> {
    let notes: serde_json::Value = serde_json::from_str(&payload.body).unwrap_or_default();
    let Some(key) = notes[0]["by"]["key"].as_str() else { return Ok(()) };
    for of in link.actor.into_iter().chain([NOBODY]) {
        // By now the same key may stand for something else.
        if let Some(record) = tx.key(of, key)?.filter(|record| record.expires_at == link.at.plus(KEY_LIFETIME)) {
            let printed = Printed { exit: record.printed.exit, ..Printed::default() };
            tx.put_key(of, key, &KeyRecord { printed, ..record })?;
        }
    }
    Ok(())
}

/// What was printed before under the key of a call, if that stood for the same.
///
/// # Errors
/// `KeyReused`; those of the store.
pub(super) fn find_replay(read: &dyn Read, call: &Call, actor: AccountId, now: Timestamp) -> Result<Option<Printed>, Error> {
    let Some(wanted) = &call.key else { return Ok(None) };
    match read.key(actor, &wanted.key)?.filter(|record| now < record.expires_at) {
        None => Ok(None),
        Some(record) if record.arguments == wanted.arguments => Ok(Some(record.printed)),
        Some(_) => Err(Refusal::KeyReused.into()),
    }
}
