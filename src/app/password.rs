//! `password`: changing one's own, and setting a new one with a code.

use super::accounts::{self, Entrance, LoggedIn};
use super::change::{Call, Outcome, Receipt};
use super::codes::{self, Tried};
use super::directory::Addressee;
use super::login::{Attempt, LoginName};
use super::register::Registered;
use super::through::Through;
use super::{App, Error};
use crate::auth::Secret;
use crate::domain::account::{Acceptance, Account, EmailAddress, Handle, Role, Standing};
use crate::domain::code::CodePurpose;
use crate::domain::refusal::Refusal;
use crate::domain::session::Throttle;
use crate::store::Store;

/// A new password with the one that it takes the place of.
#[derive(Clone, Copy, Debug)]
pub struct NewPassword<'a> {
    /// The one that there was.
    pub old: &'a Secret,
    /// The one that there is to be.
    pub new: &'a Secret,
    /// Where the person comes from, as for a login.
    pub source: &'a str,
}

/// A new password with the code that allows it.
#[derive(Debug)]
pub struct Reset<'a> {
    /// The address that the code was sent to.
    pub email: &'a EmailAddress,
    /// The code, as it was typed.
    pub code: &'a str,
    /// The new password.
    pub password: &'a Secret,
    /// The version of the rules and the privacy text that they accepted; none if they did not.
    pub accepted: Option<&'a str>,
}

impl<S: Store> App<'_, S> {
    /// Whoever is there in person, not through a token.
    fn present(&self) -> Result<Account, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            actor.demand_presence()?;
            Ok(actor.account)
        })
    }

    /// Changes one's own password; every other session and every token of the account end.
    ///
    /// # Errors
    /// `WrongLogin` for a wrong old one, `TooManyAttempts`, `BadPassword`, `NotWithToken`; those of the gate and of the store.
    pub fn change_password(
        &self,
        call: &Call,
        passwords: &NewPassword<'_>,
        receipt: Receipt<'_, Handle>,
    ) -> Result<Outcome<Handle>, Error> {
        let NewPassword { old, new, source } = *passwords;
        let call = &call.with_secrets(&[old, new])?;
        let me = self.present()?;
        // The old password is not the old one any more.
        if let Some(printed) = self.made_before(call)? {
            return Ok(Outcome::Replayed(printed));
        }
        let attempt = Attempt { name: LoginName::Handle(me.handle.clone()), password: old, source };
        let (proved, bucket) = self.prove(call, &attempt)?;
        let known = [me.email.as_str(), me.name.as_str(), me.handle.as_str()];
        let hash = accounts::hash_new_password(&self.seed, new, &known)?;
        let outcome = self.change("password change", call, receipt, |change, actor| {
            actor.demand_presence()?;
            if actor.account.password_hash != proved.password_hash {
                return Err(Refusal::WrongLogin.into());
            }
            change.write().put_throttle(bucket, &Throttle::default())?;
            change.write().put_account(&Account { password_hash: Some(hash.clone()), ..actor.account.clone() })?;
            codes::make_passwords_void(change, &actor.account)?;
            accounts::end_access(change, actor.account.id)?;
            if let Through::Session(session) = &actor.through {
                change.write().put_session(session)?;
            }
            Ok(actor.account.handle.clone())
        })?;
        self.forget_rehearsed_attempt(call, bucket)?;
        Ok(outcome)
    }

    /// Mails a code with which a new password can be set; the same answer for every address.
    ///
    /// # Errors
    /// Those of the store.
    pub fn forgot_password(
        &self,
        call: &Call,
        email: &EmailAddress,
        receipt: Receipt<'_, Registered>,
    ) -> Result<Outcome<Registered>, Error> {
        let outcome = self.change_as_guest("password forgot", &call.of_address(email), receipt, |change| {
            let owner = change.read().account_by_email(email)?;
            if owner.is_none() {
                change.leaves_no_link();
            }
            if codes::may_send(change, email)? {
                match owner {
                    Some(owner) if owner.role.is_staff() && owner.is_suspended() => {}
                    Some(owner) => {
                        let purpose = match owner.standing {
                            Standing::Invited => CodePurpose::Invite { account: owner.id },
                            _ => CodePurpose::Reset { account: owner.id },
                        };
                        codes::send(change, Addressee::account(&owner), purpose, false, None)?;
                    }
                    None => {}
                }
            }
            Ok((Registered { email: email.clone() }, None))
        })?;
        Ok(codes::unseen(outcome, email, self.language))
    }

    /// Sets a new password with a code, ends every session and token of the account and logs in; also sets the first one.
    ///
    /// # Errors
    /// `WrongCode`, `BadPassword`, `RulesNotAccepted`, `Suspended` for suspended staff; those of the store. A wrong code is counted
    /// all the same.
    pub fn reset_password(
        &self,
        call: &Call,
        reset: &Reset<'_>,
        receipt: Receipt<'_, LoggedIn>,
    ) -> Result<Outcome<LoggedIn>, Error> {
        let call = &call.with_secrets(&[reset.password])?.of_address(reset.email);
        let hash = accounts::hash_new_password(&self.seed, reset.password, &[reset.email.as_str()])?;
        let outcome = self.change_as_guest("password reset", call, &accounts::unless_refused(receipt), |change| {
            let code = match codes::take(change, reset.email, &codes::PASSWORD_KINDS, reset.code)? {
                Tried::Right(code) => code,
                Tried::Wrong => return Ok((Err(codes::wrong(change)), None)),
            };
            let (CodePurpose::Reset { account } | CodePurpose::Invite { account }) = code.purpose else {
                return Ok((Err(codes::wrong(change)), None));
            };
            let holder = change.read().account(account)?.filter(|account| account.email.key() == reset.email.key());
            let Some(mut account) = holder else { return Ok((Err(codes::wrong(change)), None)) };
            // Refused before the transaction is kept, so that the code can be used once they are back.
            if let (true, Standing::Suspended { reason, .. }) = (account.role.is_staff(), &account.standing) {
                return Err(Refusal::Suspended { reason: reason.clone() }.into());
            }
            if account.role == Role::Client && account.acceptance.is_none() {
                let version = reset.accepted.ok_or(Refusal::RulesNotAccepted)?;
                account.acceptance = Some(Acceptance { version: version.to_owned(), at: change.now });
                change.note(serde_json::json!({ "account": account.handle.as_str(), "accepted": version }));
            }
            let is_first = account.standing == Standing::Invited;
            if is_first {
                account = Account { standing: Standing::Active, unconfirmed_since: None, ..account };
            }
            account.password_hash = Some(hash.clone());
            change.write().put_account(&account)?;
            accounts::end_access(change, account.id)?;
            codes::make_passwords_void(change, &account)?;
            if is_first && account.role == Role::Client {
                use crate::domain::{letter::Matter, notice::Notice};
                change.outbox.direct(Notice::Welcome, Matter::Welcome, Addressee::account(&account), None);
            }
            change.note(serde_json::json!({ "account": account.handle.as_str(), "password": "set" }));
            let logged_in = accounts::begin_session(change, &account, Entrance::NewPassword)?;
            Ok((Ok(logged_in), Some(account.id)))
        })?;
        self.settle_code(outcome, call, reset.email, &codes::PASSWORD_KINDS)
    }
}
