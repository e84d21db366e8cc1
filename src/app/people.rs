//! What one is shown of a person.

use chrono_tz::Tz;

use super::absence::{self, Aftermath};
use super::change::Change;
use super::gate::Actor;
use super::{Error, desk};
use crate::domain::absence::stand_in;
use crate::domain::account::{Acceptance, Account, AccountId, EmailAddress, Handle, PersonName, Role};
use crate::domain::language::Language;
use crate::domain::policy::{Action, Reach, reach};
use crate::domain::refusal::Refusal;
use crate::domain::time::{Span, Timestamp};
use crate::store::{PeoplePage, Read, StoreError};

/// A person, as much of them as the reader may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserView {
    /// What one calls them by.
    pub handle: String,
    /// Their name.
    pub name: String,
    /// What they are here.
    pub role: Role,
    /// Whether they may use the account: `active`, `invited`, `suspended`; for those who may know more than the name.
    pub standing: Option<&'static str>,
    /// Why they are suspended.
    pub reason: Option<String>,
    /// Their address, for those who may see it.
    pub email: Option<String>,
    /// Their telephone, for those who may see it.
    pub phone: Option<String>,
    /// The language they are spoken to in, for the same.
    pub language: Option<Language>,
    /// The agent who looks after this client.
    pub agent: Option<String>,
    /// Whether they are away, for those who may know more than the name.
    pub away: Option<AwayView>,
    /// When the account was made, for those who may know more than the name.
    pub created_at: Option<Timestamp>,
    /// The last acceptance of the house rules, for those who may know more than the name.
    pub acceptance: Option<Acceptance>,
    /// The zone that people are told the time of it in, where one person is shown.
    pub accepted_in: Option<Tz>,
    /// An address that waits for its code.
    pub unconfirmed_email: Option<String>,
    /// Whether this command changed anything.
    pub changed: bool,
    /// What else came of the command, for people to be told.
    pub aftermath: Vec<Aftermath>,
    /// Those whom they stand in for, where one person is shown.
    pub stands_in_for: Vec<StandIn>,
}

/// That somebody is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwayView {
    /// Until when.
    pub until: Timestamp,
    /// The handle of whoever stands in for them now: whoever was named or, while that one is away, who stands in for that one;
    /// nobody's where that leads to nobody who can answer.
    pub substitute: Option<String>,
    /// The zone that people are told times in.
    pub zone: Tz,
}

/// Somebody whom a person stands in for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandIn {
    /// What one calls them by.
    pub handle: String,
    /// Their name.
    pub name: String,
    /// Until when they are away.
    pub until: Timestamp,
    /// The zone that people are told times in.
    pub zone: Tz,
}

impl AwayView {
    /// The last moment of it: whoever is away on a day is told that day, not the beginning of the next.
    pub fn last_moment(&self) -> Timestamp {
        last_moment(self.until)
    }
}

/// Everybody of a role, by handle.
///
/// # Errors
/// Those of the store.
pub fn of_role(read: &dyn Read, role: Role) -> Result<Vec<Account>, StoreError> {
    read.people(&PeoplePage { role: Some(role), after: None, limit: usize::MAX })
}

/// The last moment before a time.
pub fn last_moment(until: Timestamp) -> Timestamp {
    until.minus(Span::millis(1))
}

/// What one calls somebody by, if there is such a person.
///
/// # Errors
/// Those of the store.
pub fn handle_of(read: &dyn Read, id: AccountId) -> Result<Option<String>, StoreError> {
    Ok(read.account(id)?.map(|account| account.handle.as_str().to_owned()))
}

/// Whether somebody is away.
///
/// # Errors
/// Those of the store.
pub fn away(read: &dyn Read, account: &Account, now: Timestamp) -> Result<Option<AwayView>, StoreError> {
    let Some(absence) = account.absence_at(now) else { return Ok(None) };
    let substitute = stand_in(account, now, |id| read.account(id))?;
    let substitute = substitute.map(|account| account.handle.as_str().to_owned());
    Ok(Some(AwayView { until: absence.until, substitute, zone: desk::zone(read)? }))
}

/// Notes for the audit what became of a person, and shows them as they are now.
///
/// # Errors
/// Those of the store.
pub fn changed(
    change: &mut Change<'_>,
    actor: &Actor,
    account: &Account,
    note: serde_json::Value,
) -> Result<UserView, StoreError> {
    change.note(note);
    Ok(UserView { changed: true, ..view(change.read(), actor, account)? })
}

/// One person as `actor` is shown them, with those whom they stand in for: for a whole list of people that would cost too much.
///
/// # Errors
/// Those of the store.
pub fn whole_view(read: &dyn Read, actor: &Actor, account: &Account) -> Result<UserView, StoreError> {
    let view = view(read, actor, account)?;
    let knows_more = view.standing.is_some();
    let stands_in_for = if knows_more { absence::stood_in_for(read, account.id, actor.now)? } else { Vec::new() };
    let accepted_in = view.acceptance.as_ref().map(|_| desk::zone(read)).transpose()?;
    Ok(UserView { stands_in_for, accepted_in, ..view })
}

/// A person as `actor` is shown them.
///
/// # Errors
/// Those of the store.
pub fn view(read: &dyn Read, actor: &Actor, account: &Account) -> Result<UserView, StoreError> {
    let sees = actor.sees_address_of(account);
    let knows_more = actor.account.id == account.id || reach(actor.account.role, Action::ReadUsers) != Reach::StaffNames;
    let agent = account.agent.filter(|_| knows_more).map_or(Ok(None), |agent| handle_of(read, agent))?;
    let reason = match &account.standing {
        crate::domain::account::Standing::Suspended { reason, .. } if sees => Some(reason.clone()),
        _ => None,
    };
    Ok(UserView {
        handle: account.handle.as_str().to_owned(),
        name: account.name.as_str().to_owned(),
        role: account.role,
        standing: knows_more.then(|| account.standing.id()),
        reason,
        email: sees.then(|| account.email.as_str().to_owned()),
        phone: account.phone.clone().filter(|_| sees),
        language: knows_more.then_some(account.language),
        agent,
        away: if knows_more { away(read, account, actor.now)? } else { None },
        created_at: knows_more.then_some(account.created_at),
        acceptance: account.acceptance.clone().filter(|_| knows_more),
        accepted_in: None,
        unconfirmed_email: None,
        changed: false,
        aftermath: Vec::new(),
        stands_in_for: Vec::new(),
    })
}

fn wrong(option: &str, value: &str) -> Refusal {
    Refusal::BadValue { option: option.to_owned(), value: value.chars().take(100).collect() }
}

/// Reads an address as an option gives it.
///
/// # Errors
/// `BadValue`.
pub fn email(option: &str, text: &str) -> Result<EmailAddress, Refusal> {
    EmailAddress::parse(text).ok_or_else(|| wrong(option, text))
}

/// Reads a name as an option gives it.
///
/// # Errors
/// `BadValue`.
pub fn name(option: &str, text: &str) -> Result<PersonName, Refusal> {
    PersonName::parse(text).ok_or_else(|| wrong(option, text))
}

/// Reads a handle as an option gives it, and sees that nobody else has it.
///
/// # Errors
/// `BadValue`, `HandleTaken`; those of the store.
pub fn free_handle(read: &dyn Read, text: &str, own: Option<&Account>) -> Result<Handle, Error> {
    see_free(read, "--handle", &handle("--handle", text)?, own)
}

/// Sees that nobody else has a handle, and that it may be chosen.
///
/// # Errors
/// `BadValue`, `HandleTaken`; those of the store.
pub fn see_free(read: &dyn Read, option: &str, handle: &Handle, own: Option<&Account>) -> Result<Handle, Error> {
    if handle.is_reserved() && own.is_none_or(|own| own.handle != *handle) {
        return Err(wrong(option, handle.as_str()).into());
    }
    match read.account_by_handle(handle)? {
        Some(other) if own.is_none_or(|own| own.id != other.id) => {
            Err(Refusal::HandleTaken { handle: handle.as_str().to_owned() }.into())
        }
        _ => Ok(handle.clone()),
    }
}

/// Reads a handle as an option gives it.
///
/// # Errors
/// `BadValue`.
pub fn handle(option: &str, text: &str) -> Result<Handle, Refusal> {
    Handle::parse(text).ok_or_else(|| wrong(option, text))
}

/// Reads a telephone number: digits, spaces and `+-.()/`, with 5 to 15 digits.
///
/// # Errors
/// `BadValue`.
pub fn phone(text: &str) -> Result<String, Refusal> {
    crate::domain::text::phone(text).ok_or_else(|| wrong("--phone", text))
}
