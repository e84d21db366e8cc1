//! `user away` and `user back`: who is away until when, and who looks after their tickets meanwhile.
//!
//! That somebody is away stands in their account. The accounts of all who are, or were until lately, stand together in a setting, so
//! that it costs whoever acts nothing to find out that nobody is.

mod ended;

use chrono_tz::Tz;

use super::change::{Call, Change, Outcome, Receipt};
use super::directory::mailbox_of;
use super::gate::Actor;
use super::people::{self, StandIn, UserView};
use super::view::PersonView;
use super::{App, Error, desk};
use crate::domain::absence::{LONGEST_ABSENCE, SubstituteFault, stand_in};
use crate::domain::account::{Absence, Account, AccountId, Role};
use crate::domain::policy::{Action, Reach};
use crate::domain::refusal::Refusal;
use crate::domain::time::Timestamp;
use crate::store::{Read, Store, StoreError};

pub use self::ended::end_absences;

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
    /// Who looks after them now; nobody where nobody does.
    pub substitute: Option<PersonView>,
}

/// Those whom a person stands in for.
///
/// # Errors
/// Those of the store.
pub fn stood_in_for(read: &dyn Read, substitute: AccountId, now: Timestamp) -> Result<Vec<StandIn>, StoreError> {
    let mut found = Vec::new();
    for id in covered_by(read, substitute, now)? {
        let Some(account) = read.account(id)? else { continue };
        let Some(absence) = account.absence_at(now) else { continue };
        found.push(StandIn {
            handle: account.handle.as_str().to_owned(),
            name: account.name.as_str().to_owned(),
            until: absence.until,
            zone: desk::zone(read)?,
        });
    }
    Ok(found)
}

/// Those whom a person stood in for as they were before, and no longer as they are after; each with who does so now.
///
/// # Errors
/// Those of the store.
pub fn handed_on(read: &dyn Read, before: &Account, after: &Account, now: Timestamp) -> Result<Vec<HandedOn>, StoreError> {
    let instead = |person: &Account, id| if id == person.id { Ok(Some(person.clone())) } else { read.account(id) };
    let mut handed_on = Vec::new();
    for other in absent(read)?.iter().filter(|other| other.id != after.id) {
        let substitute = stand_in(other, now, |id| instead(after, id))?;
        let stood_in = stand_in(other, now, |id| instead(before, id))?.is_some_and(|found| found.id == before.id);
        if stood_in && substitute.as_ref().is_none_or(|substitute| substitute.id != after.id) {
            handed_on.push(HandedOn {
                handle: other.handle.as_str().to_owned(),
                name: other.name.as_str().to_owned(),
                substitute: substitute.map(|substitute| PersonView::named(&substitute)),
            });
        }
    }
    Ok(handed_on)
}

/// Where tickets for somebody go: to themselves or, while they are away, to whoever stands in for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Who gets them.
    pub to: PersonView,
    /// Their place.
    pub id: AccountId,
    /// Who was asked for, where somebody else gets them.
    pub asked_for: Option<(AccountId, PersonView)>,
    /// Until when whoever was asked for is away.
    pub away_until: Option<Timestamp>,
}

impl Target {
    /// Where tickets for `account` go.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of(read: &dyn Read, account: &Account, now: Timestamp) -> Result<Self, StoreError> {
        let substitute = stand_in(account, now, |id| read.account(id))?;
        let gets_it = substitute.as_ref().unwrap_or(account);
        Ok(Self {
            to: PersonView::named(gets_it),
            id: gets_it.id,
            asked_for: substitute.is_some().then(|| (account.id, PersonView::named(account))),
            away_until: account.absence_at(now).map(|absence| absence.until),
        })
    }
}

/// What else came of a change of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aftermath {
    /// They are away no longer: only staff can be.
    AbsenceEnded,
    /// They stand in for somebody again.
    StandsIn(StandIn),
    /// They stand in for somebody no longer.
    HandedOn(HandedOn),
    /// Their tickets were for somebody who is away.
    Passed {
        /// Where they went.
        target: Target,
        /// The zone that people are told times in.
        zone: Tz,
    },
}

/// What comes for others of it that somebody may no longer answer.
///
/// # Errors
/// Those of the store.
pub fn after_leaving(read: &dyn Read, before: &Account, after: &Account, now: Timestamp) -> Result<Vec<Aftermath>, StoreError> {
    Ok(handed_on(read, before, after, now)?.into_iter().map(Aftermath::HandedOn).collect())
}

/// What comes for others of it that somebody can answer again.
///
/// # Errors
/// Those of the store.
pub fn after_returning(read: &dyn Read, account: &Account, now: Timestamp) -> Result<Vec<Aftermath>, StoreError> {
    Ok(stood_in_for(read, account.id, now)?.into_iter().map(Aftermath::StandsIn).collect())
}

/// That somebody is away, and what comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Away {
    /// The person.
    pub user: UserView,
    /// Who stands in for them now.
    pub substitute: Option<PersonView>,
    /// Those whom they stood in for, or would if they were there.
    pub handed_on: Vec<HandedOn>,
    /// Whether their role is told of tickets that their substitute does not see: those notices stay with them.
    pub keeps_notices: bool,
}

impl Away {
    fn of(read: &dyn Read, user: UserView, account: &Account, now: Timestamp) -> Result<Self, StoreError> {
        let there = Account { absence: None, ..account.clone() };
        let handed_on = handed_on(read, &there, account, now)?;
        let substitute = stand_in(account, now, |id| read.account(id))?;
        // What goes to a mailbox that the desk names goes there whoever is away.
        let is_told = matches!(account.role, Role::Secretary | Role::Care) && mailbox_of(read, account.role)?.is_none();
        let keeps_notices = is_told && substitute.as_ref().is_some_and(|substitute| !substitute.role.sees_every_ticket());
        let substitute = substitute.map(|substitute| PersonView::named(&substitute));
        Ok(Self { user, substitute, handed_on, keeps_notices })
    }
}

impl<S: Store> App<'_, S> {
    /// Says that somebody is away until a time, and who looks after their open tickets meanwhile. Whoever is away already keeps their
    /// substitute, if that one can still answer, unless another is named; an empty name takes them away.
    ///
    /// # Errors
    /// `TimePassed`, `TimeTooFar`, `NeverAway`; `BadSubstitute`;
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
            let account = whose(change.read(), actor, who)?;
            let was_away = account.is_away(change.now);
            // Whoever became a client in an earlier version may have an absence still, which has to end somehow.
            let is_stuck = !account.role.is_staff() && account.absence.is_some();
            if !was_away && !is_stuck {
                demand_staff(&account)?;
                return Ok(people::view(change.read(), actor, &account)?);
            }
            let account = Account { absence: None, ..account };
            let user = keep(change, actor, &account, "back")?;
            Ok(UserView { aftermath: after_returning(change.read(), &account, change.now)?, ..user })
        })
    }
}

/// The person of staff whose absence somebody may set.
fn whose_absence(read: &dyn Read, actor: &Actor, who: &str) -> Result<Account, Error> {
    let account = whose(read, actor, who)?;
    demand_staff(&account)?;
    Ok(account)
}

fn demand_staff(account: &Account) -> Result<(), Refusal> {
    let never = || Refusal::NeverAway { who: account.handle.as_str().to_owned() };
    if account.role.is_staff() { Ok(()) } else { Err(never()) }
}

/// The person whose absence somebody may set if they are of staff.
fn whose(read: &dyn Read, actor: &Actor, who: &str) -> Result<Account, Error> {
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
    // They may go away later, and name somebody in their turn; but whoever is to look after tickets from now on has to be there.
    let fault = match substitute.absence_at(change.now) {
        _ if substitute.id == account.id => SubstituteFault::IsSelf,
        _ if !substitute.can_be_assigned() => SubstituteFault::CannotAnswer,
        Some(absence) => SubstituteFault::Away { until: absence.until },
        None => return Ok(substitute.id),
    };
    Err(Refusal::BadSubstitute { who: substitute.handle.as_str().to_owned(), fault }.into())
}

/// Keeps an account, and in the setting those who are away after it.
///
/// # Errors
/// Those of the store.
pub(super) fn keep_account(change: &mut Change<'_>, account: &Account) -> Result<(), StoreError> {
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
    change.write().put_account(account)
}

fn keep(change: &mut Change<'_>, actor: &Actor, account: &Account, what: &str) -> Result<UserView, Error> {
    keep_account(change, account)?;
    let mut note = serde_json::json!({ "account": account.handle.as_str(), "what": what });
    if let (Some(absence), Some(note)) = (&account.absence, note.as_object_mut()) {
        let named = absence.substitute.map_or(Ok(None), |named| people::handle_of(change.read(), named))?;
        note.insert("until".to_owned(), absence.until.to_rfc3339().into());
        note.insert("substitute".to_owned(), named.into());
    }
    Ok(people::changed(change, actor, account, note)?)
}
