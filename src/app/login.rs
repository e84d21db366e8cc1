//! `login`, `logout`, `whoami`.

use super::accounts::{self, Entrance, LoggedIn};
use super::change::{Call, Outcome, Receipt};
use super::{App, Credentials, Error};
use crate::auth::{self, Secret};
use crate::domain::account::{Account, EmailAddress, Handle, Standing};
use crate::domain::audit::Via;
use crate::domain::refusal::Refusal;
use crate::domain::session::Throttle;
use crate::domain::time::Timestamp;
use crate::domain::token::Scope;
use crate::store::{Printed, Read, Store, StoreError};

/// How somebody names themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoginName {
    /// By address.
    Email(EmailAddress),
    /// By handle.
    Handle(Handle),
}

impl LoginName {
    fn account(&self, read: &dyn Read) -> Result<Option<Account>, StoreError> {
        match self {
            Self::Email(email) => read.account_by_email(email),
            Self::Handle(handle) => read.account_by_handle(handle),
        }
    }

    fn key(&self) -> String {
        match self {
            Self::Email(email) => email.key(),
            Self::Handle(handle) => handle.as_str().to_owned(),
        }
    }
}

/// A try at a password: who, with which, from where.
#[derive(Debug)]
pub struct Attempt<'a> {
    /// Who they say they are.
    pub name: LoginName,
    /// The password they give.
    pub password: &'a Secret,
    /// Where they come from: a user of the system, so that nobody can lock another out.
    pub source: &'a str,
}

/// Who is logged in, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhoAmI {
    /// The person.
    pub account: Account,
    /// Through what.
    pub via: Via,
    /// How much of their rights they have so, where it is a token.
    pub scope: Option<Scope>,
    /// When it ends if it is not used again.
    pub expires_at: Option<Timestamp>,
    /// The desk's name.
    pub desk: String,
}

impl<S: Store> App<'_, S> {
    /// Checks a password. The attempt is counted before the password is looked at, and forgotten when it was right: also where it is
    /// only rehearsed, or that would be a way to guess without an end. Only a rehearsal that was right leaves no link of the audit.
    ///
    /// # Errors
    /// `WrongLogin`, `TooManyAttempts`; those of the store.
    pub fn prove(&self, call: &Call, attempt: &Attempt<'_>) -> Result<(Account, u32), Error> {
        let counted = self.change_as_guest("login-attempt", &Call::default(), &|_| Printed::default(), |change| {
            let account = attempt.name.account(change.read())?;
            if account.is_none() || call.dry_run {
                change.leaves_no_link();
            }
            let secret = change.read().secret()?;
            let key = account.as_ref().map_or_else(|| attempt.name.key(), |account| format!("account {}", account.id.0));
            let bucket = auth::throttle_bucket(&secret, &key, attempt.source);
            let counted = change.read().throttle(bucket)?;
            let throttle = counted.seen_at(change.now);
            let until = throttle.blocked_until();
            if change.now < until {
                let refusal = Refusal::TooManyAttempts { until };
                if throttle == counted {
                    return Err(refusal.into());
                }
                // Kept, or a wait that was counted by a clock ahead of this one would begin anew at each attempt.
                change.write().put_throttle(bucket, &throttle)?;
                return Ok((Err(refusal), None));
            }
            let counted = throttle.counted(change.now);
            change.write().put_throttle(bucket, &counted)?;
            Ok((Ok((account, bucket)), None))
        })?;
        let Outcome::Done(done) = counted else { return Err(StoreError::Conflict.into()) };
        let (account, bucket) = done.value?;
        let stored = account.as_ref().and_then(|account| account.password_hash.as_deref());
        let right = auth::verify_password(attempt.password.expose(), stored);
        match account {
            Some(account) if right => return Ok((account, bucket)),
            Some(_) if call.dry_run => self.leave_wrong_attempt()?,
            _ => {}
        }
        Err(Refusal::WrongLogin.into())
    }

    /// Leaves a link of an attempt that was rehearsed with a wrong password, or nobody would see who guesses so.
    fn leave_wrong_attempt(&self) -> Result<(), Error> {
        self.change_as_guest("login-attempt", &Call::default(), &|_| Printed::default(), |change| {
            change.write();
            Ok(((), None))
        })?;
        Ok(())
    }

    /// Forgets an attempt that a rehearsal has counted: the password was right, and the rehearsal itself undoes nothing.
    pub(super) fn forget_rehearsed_attempt(&self, call: &Call, bucket: u32) -> Result<(), Error> {
        if call.dry_run {
            self.change_as_guest("login-attempt", &Call::default(), &|_| Printed::default(), |change| {
                change.leaves_no_link();
                Ok((change.write().put_throttle(bucket, &Throttle::default())?, None))
            })?;
        }
        Ok(())
    }

    /// Logs somebody in.
    ///
    /// # Errors
    /// Those of [`Self::prove`]; `Suspended` for suspended staff.
    pub fn login(&self, call: &Call, attempt: &Attempt<'_>, receipt: Receipt<'_, LoggedIn>) -> Result<Outcome<LoggedIn>, Error> {
        let (proved, bucket) = self.prove(call, attempt)?;
        let outcome = self.change_as_guest("login", call, receipt, |change| {
            // The account as it is now: it may have been suspended since the password was read.
            let account = change.read().account(proved.id)?.ok_or(Refusal::WrongLogin)?;
            if account.password_hash != proved.password_hash {
                return Err(Refusal::WrongLogin.into());
            }
            if let (true, Standing::Suspended { reason, .. }) = (account.role.is_staff(), &account.standing) {
                return Err(Refusal::Suspended { reason: reason.clone() }.into());
            }
            change.write().put_throttle(bucket, &Throttle::default())?;
            change.through(Via::Password);
            Ok((accounts::begin_session(change, &account, Entrance::Password)?, Some(account.id)))
        })?;
        self.forget_rehearsed_attempt(call, bucket)?;
        Ok(outcome)
    }

    /// Ends this session, or all of the account. Nobody logged in is already so: `false`.
    ///
    /// # Errors
    /// Those of the store.
    pub fn logout(&self, call: &Call, everywhere: bool) -> Result<bool, Error> {
        let Credentials::Session(hash) = self.credentials else { return Ok(false) };
        if accounts::logged_in(self)?.is_none() {
            return Ok(false);
        }
        self.change("logout", call, &|_| Printed::default(), |change, actor| {
            if everywhere {
                change.write().remove_sessions(actor.account.id)?;
            } else {
                change.write().remove_session(&hash)?;
            }
            Ok(())
        })?;
        Ok(true)
    }

    /// Who is logged in.
    ///
    /// # Errors
    /// `NotLoggedIn`, `SessionEnded`; those of the store.
    pub fn whoami(&self) -> Result<WhoAmI, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            let expires_at = Some(actor.through.expires_at());
            let desk = super::desk::value(read, "desk.name")?;
            let (via, scope) = (actor.through.via(), actor.through.token().map(|token| token.scope));
            Ok(WhoAmI { account: actor.account, via, scope, expires_at, desk })
        })
    }
}
