//! `register`: an attempt at an account, kept apart until its own code confirms it.

use super::accounts;
use super::change::{Call, Change, Outcome, Receipt};
use super::codes;
use super::desk;
use super::directory::Addressee;
use super::{App, Error, house_rules};
use crate::auth::Secret;
use crate::domain::account::{EmailAddress, PersonName, Role, Standing};
use crate::domain::code::{Code, CodeKind, CodePurpose};
use crate::domain::language::Language;
use crate::domain::letter::Matter;
use crate::domain::notice::Notice;
use crate::domain::refusal::Refusal;
use crate::store::{Read, Store, StoreError};

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

/// That nobody may register, and where to ask.
fn closed(read: &dyn Read) -> Result<Refusal, StoreError> {
    let contact = desk::optional(read, "desk.contact")?;
    let contact = contact.map_or_else(|| desk::optional(read, "desk.phone"), |contact| Ok(Some(contact)))?;
    Ok(Refusal::RegistrationClosed { contact })
}

impl<S: Store> App<'_, S> {
    /// Whether the desk takes new accounts at all.
    ///
    /// # Errors
    /// `RegistrationClosed`; those of the store.
    pub fn demand_registration(&self) -> Result<(), Error> {
        self.store.read(|read| match desk::value(read, "registration")?.as_str() {
            "closed" => Err(closed(read)?.into()),
            _ => Ok(()),
        })
    }

    /// Keeps an attempt and mails its code; a taken or unknown address gets another letter and the same answer.
    ///
    /// # Errors
    /// `RulesNotAccepted`, `BadPassword`, `RegistrationClosed`, `HouseRules`; those of the store.
    pub fn register(
        &self,
        call: &Call,
        request: &Register,
        receipt: Receipt<'_, Registered>,
    ) -> Result<Outcome<Registered>, Error> {
        let call = &call.with_secrets(&[&request.password])?.of_address(&request.email);
        let rules_version = request.accepted.clone().ok_or(Refusal::RulesNotAccepted)?;
        let password_hash =
            accounts::hash_new_password(&self.seed, &request.password, &[request.email.as_str(), request.name.as_str()])?;
        let outcome = self.change_as_guest("register", call, receipt, |change| {
            let policy = desk::value(change.read(), "registration")?;
            if policy == "closed" {
                return Err(closed(change.read())?.into());
            }
            house_rules::see_names(change.read(), Role::Client, Some(request.name.as_str()), None)?;
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
        })?;
        Ok(codes::unseen(outcome, &request.email, self.language))
    }

    /// Mails new codes for the attempts that an address has, or the invitation again; the same answer in any case.
    ///
    /// Nobody can tell whose attempt is whose but whoever reads there: each has a letter of its own that names the name given. The
    /// last one comes first, and those that the hour has no letter left for keep the code they have.
    ///
    /// # Errors
    /// Those of the store.
    pub fn resend(
        &self,
        call: &Call,
        email: &EmailAddress,
        receipt: Receipt<'_, Registered>,
    ) -> Result<Outcome<Registered>, Error> {
        let outcome = self.change_as_guest("confirm", &call.of_address(email), receipt, |change| {
            let waiting = waiting(change, email)?;
            if waiting.is_empty() {
                change.leaves_no_link();
            }
            let mut waiting = waiting.into_iter();
            // One is counted also where none waits, so that nothing can be told from it.
            while codes::may_send(change, email)?
                && let Some((code, addressee)) = waiting.next()
            {
                change.write().remove_code(&code)?;
                codes::send(change, addressee, code.purpose.clone(), code.purpose.kind() == CodeKind::Invite, None)?;
                if waiting.len() == 0 {
                    break;
                }
            }
            Ok((Registered { email: email.clone() }, None))
        })?;
        Ok(codes::unseen(outcome, email, self.language))
    }
}

/// The codes that an address waits for, with whom their letters go to: every attempt at registering, the last one first, or the
/// invitation.
fn waiting(change: &Change<'_>, email: &EmailAddress) -> Result<Vec<(Code, Addressee)>, StoreError> {
    let mut found = Vec::new();
    for code in change.read().codes(email, CodeKind::Register)?.into_iter().rev().filter(|code| change.now < code.expires_at) {
        if let CodePurpose::Register { language, .. } = code.purpose {
            found.push((code, Addressee::stranger(email, language)));
        }
    }
    if !found.is_empty() {
        return Ok(found);
    }
    let invitation = change.read().codes(email, CodeKind::Invite)?.into_iter().rfind(|code| change.now < code.expires_at);
    if let Some(code) = invitation
        && let CodePurpose::Invite { account } = code.purpose
        && let Some(account) = change.read().account(account)?
    {
        found.push((code, Addressee::account(&account)));
    }
    Ok(found)
}
