//! `user suspend` and `user reinstate`: who may use their account, and what becomes of their tickets.

use super::absence::{Aftermath, Target, after_leaving, after_returning};
use super::change::{Call, Change, Outcome, Receipt};
use super::directory::Addressee;
use super::gate::Actor;
use super::handling::Handling;
use super::people::{self, UserView};
use super::user::{keep_an_admin, keep_view};
use super::{App, Error, accounts, desk, waiting};
use crate::domain::account::{Account, Role, Standing};
use crate::domain::filter::{Filter, Order, Page, Visibility};
use crate::domain::letter::Matter;
use crate::domain::notice::Notice;
use crate::domain::refusal::Refusal;
use crate::domain::status::Status;
use crate::domain::text;
use crate::domain::ticket::Ticket;
use crate::store::Store;

impl<S: Store> App<'_, S> {
    /// Suspends a person, whose sessions and tokens end: a client may log in again, but only to read, and nothing of
    /// theirs falls due; staff's open tickets are released, or moved to somebody.
    ///
    /// # Errors
    /// `NotStaff` for a client, who has none to be moved; `LastAdmin`, `BadReason`, `PersonNotFound`, `CannotBeAssigned`; those of the gate and of the store.
    pub fn suspend(
        &self,
        call: &Call,
        who: &str,
        reason: &str,
        to: Option<&str>,
        receipt: Receipt<'_, UserView>,
    ) -> Result<Outcome<UserView>, Error> {
        let reason = text::reason(reason)?;
        self.change("user suspend", call, receipt, |change, actor| {
            let account = self.managed(change, actor, who)?;
            if to.is_some() && !account.role.is_staff() {
                return Err(Refusal::NotStaff { who: account.handle.as_str().to_owned() }.into());
            }
            if account.is_suspended() {
                return Ok(people::view(change.read(), actor, &account)?);
            }
            keep_an_admin(change.read(), &account)?;
            let heir = match to {
                Some(to) => {
                    let heir = actor.person(change.read(), to)?;
                    if !heir.can_be_assigned() || heir.id == account.id {
                        return Err(Refusal::CannotBeAssigned { who: heir.handle.as_str().to_owned() }.into());
                    }
                    Some(heir)
                }
                None => None,
            };
            let standing = Standing::Suspended { reason: reason.clone(), at: change.now };
            let before = account;
            let account = Account { standing, ..before.clone() };
            change.write().put_account(&account)?;
            accounts::end_access(change, account.id)?;
            let mut aftermath = Vec::new();
            if account.role.is_staff() {
                aftermath.extend(hand_over(change, actor, &account, heir.as_ref())?);
                aftermath.extend(after_leaving(change.read(), &before, &account, change.now)?);
            } else {
                let matter = Matter::Standing { reason: Some(reason.clone()) };
                waiting::settle_all(change, &account)?;
                change.outbox.direct(Notice::Suspended, matter, Addressee::account(&account), None);
            }
            Ok(UserView { aftermath, ..keep_view(change, actor, &account, "suspended")? })
        })
    }

    /// Lets a suspended person use the account again; a client's time goes on where it stopped.
    ///
    /// # Errors
    /// `PersonNotFound`; those of the gate and of the store.
    pub fn reinstate(&self, call: &Call, who: &str, receipt: Receipt<'_, UserView>) -> Result<Outcome<UserView>, Error> {
        self.change("user reinstate", call, receipt, |change, actor| {
            let account = self.managed(change, actor, who)?;
            if !account.is_suspended() {
                return Ok(people::view(change.read(), actor, &account)?);
            }
            let standing = if account.password_hash.is_some() { Standing::Active } else { Standing::Invited };
            let account = Account { standing, ..account.invited_at(change.now) };
            change.write().put_account(&account)?;
            if account.role == Role::Client {
                let matter = Matter::Standing { reason: None };
                waiting::settle_all(change, &account)?;
                change.outbox.direct(Notice::Reinstated, matter, Addressee::account(&account), None);
            }
            let aftermath = after_returning(change.read(), &account, change.now)?;
            Ok(UserView { aftermath, ..keep_view(change, actor, &account, "reinstated")? })
        })
    }
}

/// Releases the open tickets of somebody, or moves them to somebody else or, while that one is away, to whoever stands in for them;
/// which is told if any went there.
fn hand_over(change: &mut Change<'_>, actor: &Actor, from: &Account, heir: Option<&Account>) -> Result<Option<Aftermath>, Error> {
    let filter = Filter {
        assignee: Some(from.id),
        statuses: Some(vec![Status::New, Status::Pending, Status::Answered]),
        ..Filter::all(Visibility::All, from.id)
    };
    let page = Page { order: Order::Created, reverse: true, after: None, limit: usize::MAX };
    let tickets: Vec<Ticket> = change.read().list(&filter, &page)?;
    let target = heir.map(|heir| Target::of(change.read(), heir, change.now)).transpose()?;
    let any = !tickets.is_empty();
    for ticket in tickets {
        let moment = actor.moment(change.read(), &ticket, change.now)?;
        let mut handling = Handling::of(ticket);
        let (event, notice) = match &target {
            Some(target) => (handling.ticket.assign(target.id)?, Notice::Assigned),
            None => (handling.ticket.release(None)?, Notice::Released),
        };
        if let Some(event) = event {
            let entry = handling.event(&moment, event);
            handling.tell(notice, &[entry]);
            if let Some(target) = &target {
                handling.given_to(target);
            }
        }
        handling.save(change, &moment)?;
    }
    let zone = desk::zone(change.read())?;
    Ok(target.filter(|target| any && target.away_until.is_some()).map(|target| Aftermath::Passed { target, zone }))
}
