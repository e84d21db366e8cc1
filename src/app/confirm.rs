//! `confirm`: a code turns its own attempt at registering into an account, and logs in; or it makes a new address one's own.

use super::accounts::{self, Entrance, LoggedIn};
use super::change::{Call, Change, Outcome, Receipt};
use super::codes::{self, Tried};
use super::directory::Addressee;
use super::{App, Error, gate};
use crate::domain::account::{Acceptance, Account, AccountId, EmailAddress, Role, Standing};
use crate::domain::code::{Code, CodeKind, CodePurpose};
use crate::domain::letter::Matter;
use crate::domain::notice::Notice;
use crate::domain::refusal::Refusal;
use crate::store::Store;

impl<S: Store> App<'_, S> {
    /// Uses a code that was sent to an address; either way the account's session is a new one.
    ///
    /// The code of a new address proves who reads there, not whose account it is: that is for whoever is logged in to it. Else one
    /// mistyped letter would hand the account to a stranger.
    ///
    /// # Errors
    /// `WrongCode`, `AddressTaken`, `NotLoggedIn`, `Suspended`; `CodeOfInvitation` where an invited person has registered: the
    /// password that was given there may be anybody's, so that only whoever has the code chooses one. Those of the store. A wrong
    /// code is counted all the same.
    pub fn confirm(
        &self,
        call: &Call,
        email: &EmailAddress,
        typed: &str,
        receipt: Receipt<'_, LoggedIn>,
    ) -> Result<Outcome<LoggedIn>, Error> {
        let kinds = [CodeKind::Register, CodeKind::NewAddress, CodeKind::Invite];
        // A wrong code is no error inside: it must be committed that it was tried.
        let outcome = self.change_as_guest("confirm", &call.of_address(email), &accounts::unless_refused(receipt), |change| {
            let code = match codes::take(change, email, &kinds, typed)? {
                Tried::Right(code) => code,
                Tried::Wrong => return Ok((Err(codes::wrong(change)), None)),
            };
            let (account, by) = match *code {
                Code { purpose: CodePurpose::NewAddress { account }, .. } => {
                    // Refused before the transaction is kept, so that the code can be used after logging in.
                    let holder = gate::actor(change.read(), self.credentials, change.now).ok();
                    let holder = holder.filter(|actor| actor.account.id == account).ok_or(Refusal::NotLoggedIn)?;
                    // Whoever confirms is logged in, which a token may not bring about.
                    holder.demand_presence()?;
                    holder.demand_standing()?;
                    (change_address(change, account, email)?, Entrance::NewAddress)
                }
                // Refused before the transaction is kept, so that the code can be used for what it is for.
                Code { purpose: CodePurpose::Invite { .. }, .. } => return Err(Refusal::CodeOfInvitation.into()),
                code => (create(change, code)?, Entrance::NewAccount),
            };
            let Some(account) = account else { return Ok((Err(codes::wrong(change)), None)) };
            accounts::end_access(change, account.id)?;
            let logged_in = accounts::begin_session(change, &account, by)?;
            Ok((Ok(logged_in), Some(account.id)))
        })?;
        self.settle_code(outcome, call, email, &kinds)
    }
}

fn create(change: &mut Change<'_>, code: Code) -> Result<Option<Account>, Error> {
    let CodePurpose::Register { name, language, password_hash, rules_version } = code.purpose else { return Ok(None) };
    // Staff may have made an account with this address since the attempt.
    if change.read().account_by_email(&code.address)?.is_some() {
        return Ok(None);
    }
    let account = Account {
        id: change.read().next_account()?,
        handle: accounts::free_handle(change.read(), &name, language)?,
        name,
        email: code.address.clone(),
        role: Role::Client,
        language,
        standing: Standing::Active,
        password_hash: Some(password_hash),
        phone: None,
        agent: None,
        absence: None,
        acceptance: Some(Acceptance { version: rules_version, at: code.created_at }),
        created_at: change.now,
        unconfirmed_since: None,
    };
    change.write().put_account(&account)?;
    // Other attempts with this address are void: it has an owner now.
    for other in change.read().codes(&code.address, CodeKind::Register)? {
        change.write().remove_code(&other)?;
    }
    let accepted = account.acceptance.as_ref().map(|accepted| accepted.version.as_str());
    change.note(serde_json::json!({ "account": account.handle.as_str(), "accepted": accepted }));
    change.outbox.direct(Notice::Welcome, Matter::Welcome, Addressee::account(&account), None);
    Ok(Some(account))
}

fn change_address(change: &mut Change<'_>, id: AccountId, email: &EmailAddress) -> Result<Option<Account>, Error> {
    let Some(mut account) = change.read().account(id)? else { return Ok(None) };
    if change.read().account_by_email(email)?.is_some_and(|other| other.id != id) {
        return Err(Refusal::AddressTaken.into());
    }
    codes::make_passwords_void(change, &account)?;
    let old = Addressee::account(&account);
    account.email = email.clone();
    change.write().put_account(&account)?;
    change.note(serde_json::json!({ "account": account.handle.as_str(), "address": "changed" }));
    change.outbox.direct(Notice::Code, Matter::AddressChanged { to: email.clone() }, old, None);
    Ok(Some(account))
}
