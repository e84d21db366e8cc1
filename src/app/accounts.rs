//! What several verbs do to accounts: handles, sessions, passwords.

use super::change::{Change, Done};
use super::outbox::PlannedLetter;
use super::{App, Credentials, Error};
use crate::auth::{self, Secret};
use crate::domain::account::{Account, AccountId, Handle, PersonName};
use crate::domain::language::Language;
use crate::domain::letter::LetterId;
use crate::domain::password::check_password;
use crate::domain::refusal::Refusal;
use crate::domain::session::Session;
use crate::store::{Read, Store, StoreError};

/// A session that was just begun: what the person's side keeps.
#[derive(Clone, Debug)]
pub struct LoggedIn {
    /// The secret, for the session file.
    pub secret: auth::SessionSecret,
    /// Who.
    pub account: Account,
    /// In a rehearsal, which begins no session: the letters that there would have been.
    pub rehearsed: Option<Vec<PlannedLetter>>,
    /// The letters that came of it.
    pub letters: Vec<LetterId>,
}

impl LoggedIn {
    /// It, with what it was if it was a rehearsal.
    pub(super) fn of(done: Done<Self>) -> Self {
        let letters = done.mail.iter().flat_map(|letter| letter.ids.clone()).collect();
        Self { rehearsed: done.dry_run.then_some(done.mail), letters, ..done.value }
    }
}

/// A free handle for a name: numbered when others have it.
///
/// # Errors
/// Those of the store.
pub fn free_handle(read: &dyn Read, name: &PersonName, language: Language) -> Result<Handle, StoreError> {
    let first = Handle::from_name(name, language);
    let mut handle = first.clone();
    let mut number = 1;
    while read.account_by_handle(&handle)?.is_some() {
        number += 1;
        handle = first.numbered(number);
    }
    Ok(handle)
}

/// Logs somebody in.
///
/// # Errors
/// Those of the store.
pub fn begin_session(change: &mut Change<'_>, account: &Account) -> Result<LoggedIn, StoreError> {
    let secret = auth::SessionSecret::new(change.draw());
    let session = Session { hash: secret.hash(), account: account.id, created_at: change.now, used_at: change.now };
    change.tx.put_session(&session)?;
    Ok(LoggedIn { secret, account: account.clone(), rehearsed: None, letters: Vec::new() })
}

/// Checks a new password and hashes it, outside of any transaction: it takes 20 ms.
///
/// # Errors
/// `BadPassword`.
pub fn hash_new_password(seed: &[u8; 32], password: &Secret, known: &[&str]) -> Result<String, Error> {
    check_password(password.expose(), known).map_err(Refusal::BadPassword)?;
    let salt = auth::derive_bytes(seed, "password salt", 0);
    Ok(auth::hash_password(password.expose(), salt)?)
}

/// The account of whoever is logged in, if anybody is.
///
/// # Errors
/// Those of the store.
pub fn logged_in<S: Store>(app: &App<'_, S>) -> Result<Option<AccountId>, Error> {
    let Credentials::Session(hash) = app.credentials else { return Ok(None) };
    app.store.read(|read| Ok(read.session(&hash)?.filter(|session| session.is_live(app.now)).map(|session| session.account)))
}
