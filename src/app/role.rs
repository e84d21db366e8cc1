//! `user role`: what somebody is here, and what ends with what they were.

use super::absence::{self, Aftermath};
use super::change::{Call, Outcome, Receipt};
use super::people::{self, UserView};
use super::user::{keep_an_admin, keep_edited};
use super::{App, Error, accounts};
use crate::domain::account::{Account, Role};
use crate::domain::filter::{Filter, Visibility};
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::store::Store;

impl<S: Store> App<'_, S> {
    /// Gives a person another role; their sessions and tokens end.
    ///
    /// # Errors
    /// `LastAdmin`, `HasTickets`, `PersonNotFound`; those of the gate and of the store.
    pub fn change_role(
        &self,
        call: &Call,
        who: &str,
        role: Role,
        receipt: Receipt<'_, UserView>,
    ) -> Result<Outcome<UserView>, Error> {
        self.change("user role", call, receipt, |change, actor| {
            actor.demand(Action::ChangeRole)?;
            let account = actor.person(change.read(), who)?;
            if account.role == role {
                return Ok(people::view(change.read(), actor, &account)?);
            }
            keep_an_admin(change.read(), &account)?;
            if role == Role::Client || account.role == Role::Client {
                let own = if role == Role::Client {
                    Filter { assignee: Some(account.id), ..Filter::all(Visibility::All, account.id) }
                } else {
                    Filter { client: Some(account.id), ..Filter::all(Visibility::All, account.id) }
                };
                if change.read().count(&own)? > 0 {
                    return Err(Refusal::HasTickets.into());
                }
            }
            let before = account;
            // Only staff can be away, and what is written to a client goes to nobody else.
            let absence = before.absence.clone().filter(|_| role.is_staff() && before.role.is_staff());
            let account = Account { role, absence, unconfirmed_since: None, ..before.clone() };
            if account.absence == before.absence {
                change.write().put_account(&account)?;
            } else {
                absence::keep_account(change, &account)?;
            }
            accounts::end_access(change, account.id)?;
            let mut aftermath = absence::after_leaving(change.read(), &before, &account, change.now)?;
            if before.is_away(change.now) && !account.is_away(change.now) {
                aftermath.insert(0, Aftermath::AbsenceEnded);
            }
            Ok(UserView { aftermath, ..keep_edited(change, actor, (&before, &account), role.id())? })
        })
    }
}
