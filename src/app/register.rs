//! `register`: an attempt at an account, kept apart until its own code confirms it.

use super::accounts;
use super::change::{Call, Outcome, Receipt};
use super::codes;
use super::desk;
use super::outbox::Addressee;
use super::{App, Error};
use crate::auth::Secret;
use crate::domain::account::{EmailAddress, PersonName, Standing};
use crate::domain::code::{CodeKind, CodePurpose};
use crate::domain::language::Language;
use crate::domain::letter::Matter;
use crate::domain::notice::Notice;
use crate::domain::refusal::Refusal;
use crate::store::Store;

/// What somebody gives who wants an account.
#[derive(Debug)]
pub struct Register {
    /// Their address.
    pub email: EmailAddress,
    /// Their name.
    pub name: PersonName,
    /// Their language.
    pub language: Language,
    /// Their password.
    pub password: Secret,
    /// The version of the rules and the privacy text that they accepted; none if they did not.
    pub accepted: Option<String>,
}

/// The answer to every attempt, whoever has the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    /// Where the letter goes.
    pub email: EmailAddress,
}

impl<S: Store> App<'_, S> {
    /// Whether the desk takes new accounts at all.
    ///
    /// # Errors
    /// `RegistrationClosed`; those of the store.
    pub fn demand_registration(&self) -> Result<(), Error> {
        self.store.read(|read| match desk::value(read, "registration")?.as_str() {
            "closed" => Err(Refusal::RegistrationClosed.into()),
            _ => Ok(()),
        })
    }

    /// Keeps an attempt and mails its code; a taken or unknown address gets another letter and the same answer.
    ///
    /// # Errors
    /// `RulesNotAccepted`, `BadPassword`, `RegistrationClosed`; those of the store.
    pub fn register(
        &self,
        call: &Call,
        request: &Register,
        receipt: Receipt<'_, Registered>,
    ) -> Result<Outcome<Registered>, Error> {
        let call = &call.with_secrets(&[&request.password])?;
        let rules_version = request.accepted.clone().ok_or(Refusal::RulesNotAccepted)?;
        let password_hash =
            accounts::hash_new_password(&self.seed, &request.password, &[request.email.as_str(), request.name.as_str()])?;
        self.change_as_guest("register", call, receipt, |change| {
            let policy = desk::value(change.read(), "registration")?;
            if policy == "closed" {
                return Err(Refusal::RegistrationClosed.into());
            }
            let owner = change.read().account_by_email(&request.email)?;
            if codes::may_send(change, &request.email)? {
                let stranger = Addressee::stranger(&request.email, request.language);
                match owner {
                    Some(owner) if matches!(owner.standing, Standing::Invited) => {
                        let purpose = CodePurpose::Invite { account: owner.id };
                        codes::send(change, Addressee::account(&owner), purpose, true, None)?;
                    }
                    Some(owner) => {
                        change.outbox.direct(Notice::Code, Matter::AddressTaken, Addressee::account(&owner), None);
                    }
                    None if policy == "known" => change.outbox.direct(Notice::Code, Matter::AddressUnknown, stranger, None),
                    None => {
                        let purpose = CodePurpose::Register {
                            name: request.name.clone(),
                            language: request.language,
                            password_hash: password_hash.clone(),
                            rules_version: rules_version.clone(),
                        };
                        codes::send(change, stranger, purpose, false, None)?;
                    }
                }
            }
            Ok((Registered { email: request.email.clone() }, None))
        })
    }

    /// Mails a new code for the last attempt of an address, or the invitation again; the same answer in any case.
    ///
    /// # Errors
    /// Those of the store.
    pub fn resend(
        &self,
        call: &Call,
        email: &EmailAddress,
        receipt: Receipt<'_, Registered>,
    ) -> Result<Outcome<Registered>, Error> {
        self.change_as_guest("confirm", call, receipt, |change| {
            if codes::may_send(change, email)? {
                for kind in [CodeKind::Register, CodeKind::Invite] {
                    let last = change.read().codes(email, kind)?.into_iter().rfind(|code| change.now < code.expires_at);
                    let Some(last) = last else { continue };
                    let addressee = match &last.purpose {
                        CodePurpose::Register { language, .. } => Addressee::stranger(email, *language),
                        CodePurpose::Invite { account } => match change.read().account(*account)? {
                            Some(account) => Addressee::account(&account),
                            None => continue,
                        },
                        _ => continue,
                    };
                    change.tx.remove_code(&last)?;
                    codes::send(change, addressee, last.purpose.clone(), kind == CodeKind::Invite, None)?;
                    break;
                }
            }
            Ok((Registered { email: email.clone() }, None))
        })
    }
}
