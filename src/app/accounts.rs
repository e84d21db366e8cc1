//! What several verbs do to accounts: handles, sessions, passwords.

use super::change::{Change, Done, Printed, Receipt};
use super::login::WhoAmI;
use super::{App, Credentials, Error, desk};
use crate::auth::{self, Secret};
use crate::domain::account::{Account, AccountId, Handle, PersonName};
use crate::domain::audit::Via;
use crate::domain::language::Language;
use crate::domain::password::check_password;
use crate::domain::refusal::Refusal;
use crate::domain::session::Session;
use crate::domain::token::Token;
use crate::store::{Read, Store, StoreError};

/// By what somebody got in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entrance {
    /// The password.
    Password,
    /// The code of a new account.
    NewAccount,
    /// The code of a new address.
    NewAddress,
    /// The code with which a password was set.
    NewPassword,
}

/// A session that was just begun: what the person's side keeps, and whom they are told to be.
#[derive(Clone, Debug)]
pub struct LoggedIn {
    /// The secret, for the session file.
    pub secret: auth::SessionSecret,
    /// Who.
    pub me: WhoAmI,
    /// By what.
    pub by: Entrance,
}

/// The printing of what a code was tried for, where it may be refused after all; a refusal prints nothing.
pub(super) fn unless_refused<'r, T: Clone>(
    receipt: Receipt<'r, T>,
) -> impl Fn(&Done<Result<T, Refusal>>) -> Printed + use<'r, T> {
    move |done| {
        let printed = |value: &T| {
            let (mail, errand) = (done.mail.clone(), done.errand);
            receipt(&Done { value: value.clone(), mail, dry_run: done.dry_run, errand })
        };
        done.value.as_ref().map(printed).unwrap_or_default()
    }
}

/// A free handle for a name: numbered when others have it.
///
/// # Errors
/// Those of the store.
pub fn free_handle(read: &dyn Read, name: &PersonName, language: Language) -> Result<Handle, StoreError> {
    let mut number = 0;
    next_free(read, &Handle::from_name(name, language), &mut number, |_| false)
}

/// The next of a handle and those numbered behind it that may be chosen, is not kept for somebody and nobody has; `number` is that of
/// the last one that was looked at.
///
/// # Errors
/// Those of the store.
pub fn next_free(
    read: &dyn Read,
    first: &Handle,
    number: &mut u32,
    is_kept: impl Fn(&Handle) -> bool,
) -> Result<Handle, StoreError> {
    loop {
        *number += 1;
        let handle = if *number == 1 { first.clone() } else { first.numbered(*number) };
        if !handle.is_reserved() && !is_kept(&handle) && read.account_by_handle(&handle)?.is_none() {
            return Ok(handle);
        }
    }
}

/// Logs somebody in.
///
/// # Errors
/// Those of the store.
pub fn begin_session(change: &mut Change<'_>, account: &Account, by: Entrance) -> Result<LoggedIn, StoreError> {
    let secret = auth::SessionSecret::new(change.draw());
    let session = Session { hash: secret.hash(), account: account.id, created_at: change.now, used_at: change.now };
    change.write().put_session(&session)?;
    let desk = desk::value(change.read(), "desk.name")?;
    let me = WhoAmI { account: account.clone(), via: Via::Session, scope: None, expires_at: Some(session.expires_at()), desk };
    Ok(LoggedIn { secret, me, by })
}

/// Ends all that somebody is let in by without their password: every session and every token.
///
/// # Errors
/// Those of the store.
pub fn end_access(change: &mut Change<'_>, account: AccountId) -> Result<(), StoreError> {
    change.write().remove_sessions(account)?;
    let now = change.now;
    for token in change.read().tokens(Some(account))?.into_iter().filter(|token| token.is_live(now)) {
        change.note(serde_json::json!({ "token": token.id.0, "what": "revoked" }));
        change.write().put_token(&Token { revoked_at: Some(now), ..token })?;
    }
    Ok(())
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
