//! `user away` and `user back`: who is away until when, and who looks after their tickets meanwhile.
//!
//! That somebody is away stands in their account. The accounts of all who are, or were until lately, stand together in a setting, so
//! that it costs whoever acts nothing to find out that nobody is.

use super::change::{Call, Change, Outcome, Receipt};
use super::directory::mailbox_of;
use super::gate::Actor;
use super::people::{self, UserView};
use super::{App, Error};
use crate::domain::absence::{LONGEST_ABSENCE, stand_in};
use crate::domain::account::{Absence, Account, AccountId, Role};
use crate::domain::policy::{Action, Reach};
use crate::domain::refusal::Refusal;
use crate::domain::time::Timestamp;
use crate::store::{Read, Store, StoreError};

/// The setting that holds the places of the accounts of those who are away, with commas between.
const ABSENCES: &str = "internal.absences";

/// Those who are away, or were until lately.
fn absent(read: &dyn Read) -> Result<Vec<Account>, StoreError> {
    let Some(kept) = read.setting(ABSENCES)? else { return Ok(Vec::new()) };
    let ids: Vec<_> = kept.split(',').filter_map(|id| id.parse().ok()).map(AccountId).collect();
    read.accounts(&ids)
}

/// Those whose tickets somebody looks after because they are away.
///
/// # Errors
/// Those of the store.
pub fn covered_by(read: &dyn Read, substitute: AccountId, now: Timestamp) -> Result<Vec<AccountId>, StoreError> {
    let mut covered = Vec::new();
    for account in absent(read)? {
        if stand_in(&account, now, |id| read.account(id))?.is_some_and(|found| found.id == substitute) {
            covered.push(account.id);
        }
    }
    Ok(covered)
}

/// Somebody whose tickets a person looked after who is away now too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedOn {
    /// What one calls them by.
    pub handle: String,
    /// Their name.
    pub name: String,
    /// The handle of whoever looks after them now; nobody's where nobody does.
    pub substitute: Option<String>,
}

/// That somebody is away, and what comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Away {
    /// The person.
    pub user: UserView,
    /// Those whom they stood in for, or would if they were there.
    pub handed_on: Vec<HandedOn>,
    /// Whether their role is told of tickets that their substitute does not see: those notices stay with them.
    pub keeps_notices: bool,
}

impl Away {
    fn of(read: &dyn Read, user: UserView, account: &Account, now: Timestamp) -> Result<Self, StoreError> {
        let there = Account { absence: None, ..account.clone() };
        let instead = |person: &Account, id| if id == person.id { Ok(Some(person.clone())) } else { read.account(id) };
        let mut handed_on = Vec::new();
        for other in absent(read)?.iter().filter(|other| other.id != account.id) {
            if stand_in(other, now, |id| instead(&there, id))?.is_some_and(|found| found.id == account.id) {
                let substitute = stand_in(other, now, |id| instead(account, id))?;
                handed_on.push(HandedOn {
                    handle: other.handle.as_str().to_owned(),
                    name: other.name.as_str().to_owned(),
                    substitute: substitute.map(|substitute| substitute.handle.as_str().to_owned()),
                });
            }
        }
        // What goes to a mailbox that the desk names goes there whoever is away.
        let is_told = matches!(account.role, Role::Secretary | Role::Care) && mailbox_of(read, account.role)?.is_none();
        let substitute = if is_told { stand_in(account, now, |id| read.account(id))? } else { None };
        let keeps_notices = substitute.is_some_and(|substitute| !substitute.role.sees_every_ticket());
        Ok(Self { user, handed_on, keeps_notices })
    }
}

impl<S: Store> App<'_, S> {
    /// Says that somebody is away until a time, and who looks after their open tickets meanwhile. Whoever is away already keeps their
    /// substitute, if that one can still answer, unless another is named; an empty name takes them away.
    ///
    /// # Errors
    /// `TimePassed`, `TimeTooFar`, `NeverAway`; `SubstituteIsSelf`, `SubstituteAway`, `CannotBeAssigned` for the substitute;
    /// `PersonNotFound`; those of the gate and of the store.
    pub fn away(
        &self,
        call: &Call,
        who: &str,
        until: Timestamp,
        substitute: Option<&str>,
        receipt: Receipt<'_, Away>,
    ) -> Result<Outcome<Away>, Error> {
        self.change("user away", call, receipt, |change, actor| {
            let account = whose_absence(change.read(), actor, who)?;
            if until <= change.now {
                return Err(Refusal::TimePassed.into());
            }
            if until > change.now.plus(LONGEST_ABSENCE) {
                return Err(Refusal::TimeTooFar.into());
            }
            let substitute = match substitute {
                None => substitute_kept(change, &account)?,
                Some("") => None,
                Some(named) => Some(substitute_named(change, actor, &account, named)?),
            };
            let absence = Some(Absence { until, substitute });
            let is_so = account.absence == absence;
            let account = Account { absence, ..account };
            let user = if is_so { people::view(change.read(), actor, &account)? } else { keep(change, actor, &account, "away")? };
            Ok(Away::of(change.read(), user, &account, change.now)?)
        })
    }

    /// Says that somebody is back.
    ///
    /// # Errors
    /// `NeverAway`, `PersonNotFound`; those of the gate and of the store.
    pub fn back(&self, call: &Call, who: &str, receipt: Receipt<'_, UserView>) -> Result<Outcome<UserView>, Error> {
        self.change("user back", call, receipt, |change, actor| {
            let account = whose_absence(change.read(), actor, who)?;
            if !account.is_away(change.now) {
                return Ok(people::view(change.read(), actor, &account)?);
            }
            keep(change, actor, &Account { absence: None, ..account }, "back")
        })
    }
}

/// The person whose absence somebody may set.
fn whose_absence(read: &dyn Read, actor: &Actor, who: &str) -> Result<Account, Error> {
    let reach = actor.demand(Action::SetAbsence)?;
    let own = &actor.account;
    let is_own = who == "me" || who.trim_start_matches('@').eq_ignore_ascii_case(own.handle.as_str());
    // Whoever may say it of themselves alone learns nothing about others, not even whether they are there.
    if reach == Reach::Own && !(is_own || who.eq_ignore_ascii_case(own.email.as_str())) {
        return Err(Refusal::NotAllowed.into());
    }
    let account = actor.person(read, who)?;
    if reach == Reach::Agents && account.role != Role::Agent {
        return Err(Refusal::NotAllowed.into());
    }
    if !account.role.is_staff() {
        return Err(Refusal::NeverAway { who: account.handle.as_str().to_owned() }.into());
    }
    Ok(account)
}

/// The substitute whom somebody who is away has already, unless no tickets can be given to them any more. One who is away too
/// hands on to their own.
fn substitute_kept(change: &Change<'_>, account: &Account) -> Result<Option<AccountId>, StoreError> {
    let before = account.absence_at(change.now).and_then(|absence| absence.substitute);
    let before = before.map_or(Ok(None), |before| change.read().account(before))?;
    Ok(before.filter(Account::can_be_assigned).map(|before| before.id))
}

fn substitute_named(change: &Change<'_>, actor: &Actor, account: &Account, named: &str) -> Result<AccountId, Error> {
    let substitute = actor.person(change.read(), named)?;
    let who = substitute.handle.as_str().to_owned();
    if substitute.id == account.id {
        return Err(Refusal::SubstituteIsSelf { who }.into());
    }
    if !substitute.can_be_assigned() {
        return Err(Refusal::CannotBeAssigned { who }.into());
    }
    // They may go away later, and name somebody in their turn; but whoever is to look after tickets from now on has to be there.
    match substitute.absence_at(change.now) {
        Some(absence) => Err(Refusal::SubstituteAway { who, until: absence.until }.into()),
        None => Ok(substitute.id),
    }
}

/// Keeps an account, and in the setting those who are away after it.
fn keep(change: &mut Change<'_>, actor: &Actor, account: &Account, what: &str) -> Result<UserView, Error> {
    let now = change.now;
    let mut away: Vec<_> = absent(change.read())?
        .iter()
        .filter(|other| other.id != account.id && other.is_away(now))
        .map(|other| other.id.0)
        .collect();
    away.extend(account.absence.as_ref().map(|_| account.id.0));
    away.sort_unstable();
    let kept = away.iter().map(u32::to_string).collect::<Vec<_>>().join(",");
    change.write().put_setting(ABSENCES, Some(kept.as_str()).filter(|kept| !kept.is_empty()))?;
    change.write().put_account(account)?;
    let mut note = serde_json::json!({ "account": account.handle.as_str(), "what": what });
    if let (Some(absence), Some(note)) = (&account.absence, note.as_object_mut()) {
        let named = absence.substitute.map_or(Ok(None), |named| people::handle_of(change.read(), named))?;
        note.insert("until".to_owned(), absence.until.to_rfc3339().into());
        note.insert("substitute".to_owned(), named.into());
    }
    Ok(people::changed(change, actor, account, note)?)
}
