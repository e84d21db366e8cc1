//! The one gate: who acts, and whether they may.
//!
//! What a role may do, and which scope a token needs for it, stands in `domain/policy.rs`; nothing else asks those tables about
//! somebody who acts: whoever acts through a token may do what both allow. A ticket that
//! somebody may not see and one that does not exist give the same refusal, and the role is asked before the ticket is looked
//! for.

use super::through::Through;
use super::{Credentials, absence, turn};
use crate::domain::account::{Account, AccountId, EmailAddress, Handle, Standing};
use crate::domain::filter::Visibility;
use crate::domain::policy::{Action, Reach, reach, scope_for};
use crate::domain::refusal::Refusal;
use crate::domain::ticket::{Moment, Side, Ticket, TicketNumber, TicketSeqPair};
use crate::domain::time::Timestamp;
use crate::store::{Read, Store, StoreError};

/// Somebody who acts.
#[derive(Clone, Debug)]
pub struct Actor {
    /// Who.
    pub account: Account,
    /// Through what.
    pub through: Through,
    /// Those whose open tickets they look after: themselves, and whom they stand in for.
    pub covers: Vec<AccountId>,
    /// When.
    pub now: Timestamp,
}

/// The person behind the credentials.
///
/// # Errors
/// `NotLoggedIn` for a guest, `SessionEnded` for a session that ended or whose account may not log in, `TokenInvalid` for any token
/// that will not do.
pub fn actor(read: &dyn Read, credentials: Credentials, now: Timestamp) -> Result<Actor, super::Error> {
    let (through, refusal) = match credentials {
        Credentials::Session(hash) => (read.session(&hash)?.map(Through::Session), Refusal::SessionEnded),
        Credentials::Token(hash) => (read.token_by_hash(&hash)?.map(Through::Token), Refusal::TokenInvalid),
        Credentials::Guest | Credentials::Owner => return Err(Refusal::NotLoggedIn.into()),
    };
    let through = through.filter(|through| through.is_live(now)).ok_or(refusal.clone())?;
    let account = read.account(through.owner())?.ok_or(refusal.clone())?;
    if account.role.is_staff() && account.is_suspended() {
        return Err(refusal.into());
    }
    let covers = covered_by(read, &account, now)?;
    Ok(Actor { account, through, covers, now })
}

/// Whose tickets an account looks after at `now`: its own, and those of whom it stands in for. Only agents see by assignment, so
/// only for them anybody is looked up.
fn covered_by(read: &dyn Read, account: &Account, now: Timestamp) -> Result<Vec<AccountId>, StoreError> {
    let mut covers = vec![account.id];
    if reach(account.role, Action::Read) == Reach::Assigned {
        covers.extend(absence::covered_by(read, account.id, now)?);
    }
    Ok(covers)
}

/// Which tickets somebody sees: by assignment all of those in `all`, and what is open of those in `open`.
fn visible_to(account: &Account, all: Vec<AccountId>, open: Vec<AccountId>) -> Visibility {
    match reach(account.role, Action::Read) {
        Reach::All => Visibility::All,
        Reach::Assigned => Visibility::Assignees { all, open },
        _ => Visibility::Client(account.id),
    }
}

/// Which tickets somebody may be written about at `now` who is not the one who acts: a substitute is told, too, that a ticket was
/// closed.
///
/// # Errors
/// Those of the store.
pub fn visibility_of(read: &dyn Read, account: &Account, now: Timestamp) -> Result<Visibility, StoreError> {
    Ok(visible_to(account, covered_by(read, account, now)?, Vec::new()))
}

/// The number of the ticket that another became a part of, for those who may see it.
///
/// # Errors
/// Those of the store.
pub fn known_target(read: &dyn Read, visibility: &Visibility, into: &TicketSeqPair) -> Result<Option<TicketNumber>, StoreError> {
    let is_seen = *visibility == Visibility::All || read.ticket(into.seq)?.is_some_and(|target| visibility.sees(&target));
    Ok(is_seen.then(|| into.number.clone()))
}

/// Whether whoever acts may know every address, and so who is behind a role and which mailbox; whoever owns the files may.
pub fn sees_every_address(actor: Option<&Account>) -> bool {
    actor.is_none_or(|account| reach(account.role, Action::SeeAddresses) == Reach::All)
}

/// Whether whoever acts may know who is of staff; whoever owns the files may.
pub fn sees_staff(actor: Option<&Account>) -> bool {
    actor.is_none_or(|account| matches!(reach(account.role, Action::ReadUsers), Reach::All | Reach::StaffNames))
}

impl Actor {
    /// To what they may do something.
    ///
    /// # Errors
    /// `NotAllowed` when it is nothing, `OutsideScope` when their token is not for it, `Suspended` for a suspended client who wants
    /// to do more than read.
    pub fn demand(&self, action: Action) -> Result<Reach, Refusal> {
        let reach = reach(self.account.role, action);
        if reach == Reach::Nothing {
            return Err(Refusal::NotAllowed);
        }
        self.demand_scope(action)?;
        if !matches!(action, Action::Read | Action::ReadUsers | Action::SeeAddresses) {
            self.demand_standing()?;
        }
        Ok(reach)
    }

    /// Whether they are there in person or their token is for something.
    ///
    /// # Errors
    /// `OutsideScope`.
    pub fn demand_scope(&self, action: Action) -> Result<(), Refusal> {
        let needed = scope_for(action);
        match self.through.token() {
            Some(token) if token.scope < needed => Err(Refusal::OutsideScope { needed }),
            _ => Ok(()),
        }
    }

    /// Whether they are there in person: what would let them in for longer than their token does is not for tokens.
    ///
    /// # Errors
    /// `NotWithToken`.
    pub fn demand_presence(&self) -> Result<(), Refusal> {
        match &self.through {
            Through::Session(_) => Ok(()),
            Through::Token(_) => Err(Refusal::NotWithToken),
        }
    }

    /// Whether they may change anything.
    ///
    /// # Errors
    /// `Suspended`.
    pub fn demand_standing(&self) -> Result<(), Refusal> {
        match &self.account.standing {
            Standing::Suspended { reason, .. } => Err(Refusal::Suspended { reason: reason.clone() }),
            _ => Ok(()),
        }
    }

    /// Whether they may do something to anything at all.
    pub fn may(&self, action: Action) -> bool {
        self.demand(action).is_ok()
    }

    /// Which tickets they see.
    pub fn visibility(&self) -> Visibility {
        let open = self.covers.iter().copied().filter(|id| *id != self.account.id).collect();
        visible_to(&self.account, vec![self.account.id], open)
    }

    /// The ticket of a number, if they may do `action` to it.
    ///
    /// # Errors
    /// `NotAllowed` before `TicketNotFound`; the latter also for a ticket that they may not see. `TicketMerged`.
    pub fn ticket(&self, read: &dyn Read, number: &TicketNumber, action: Action) -> Result<Ticket, super::Error> {
        self.demand(action)?;
        let seq = read.ticket_of_number(number)?.ok_or(Refusal::TicketNotFound)?;
        let ticket = read.ticket(seq)?.ok_or(Refusal::TicketNotFound)?;
        if !self.visibility().sees(&ticket) {
            return Err(Refusal::TicketNotFound.into());
        }
        // What became a part of another is closed already, and may be read; everything else goes on there.
        if !matches!(action, Action::Read | Action::Close | Action::Merge) {
            self.demand_whole(read, &ticket)?;
        }
        Ok(ticket)
    }

    /// Sees that a ticket is not a part of another one; which one is told to those who may see that.
    ///
    /// # Errors
    /// `TicketMerged`; those of the store.
    pub fn demand_whole(&self, read: &dyn Read, ticket: &Ticket) -> Result<(), super::Error> {
        match &ticket.merged_into {
            Some(into) => Err(Refusal::TicketMerged { into: known_target(read, &self.visibility(), into)? }.into()),
            None => Ok(()),
        }
    }

    /// Whether they act on a ticket as its client or as staff.
    pub fn side(&self) -> Side {
        if self.account.role.is_staff() { Side::Staff } else { Side::Client }
    }

    /// Whether they may see the addresses and the telephones of all.
    pub fn sees_addresses(&self) -> bool {
        reach(self.account.role, Action::SeeAddresses) == Reach::All
    }

    /// Whether they may see the address and the telephone of somebody.
    pub fn sees_address_of(&self, account: &Account) -> bool {
        self.sees_addresses() || self.account.id == account.id
    }

    /// The person that somebody means: `me`, a handle or, where the addresses may be seen, an address.
    ///
    /// # Errors
    /// `PersonNotFound`, also for those they may not know of.
    pub fn person(&self, read: &dyn Read, text: &str) -> Result<Account, super::Error> {
        let not_found = || Refusal::PersonNotFound { who: text.chars().take(100).collect() };
        if text == "me" {
            return Ok(self.account.clone());
        }
        let found = match EmailAddress::parse(text) {
            Some(email) => read.account_by_email(&email)?.filter(|account| self.sees_address_of(account)),
            None => match Handle::parse(text) {
                Some(handle) => read.account_by_handle(&handle)?,
                None => None,
            },
        };
        let known = |account: &Account| match reach(self.account.role, Action::ReadUsers) {
            Reach::All => true,
            Reach::StaffNames => account.role.is_staff(),
            _ => account.id == self.account.id,
        };
        found.filter(known).ok_or_else(|| not_found().into())
    }

    /// The person that somebody means, to whom tickets can be given.
    ///
    /// # Errors
    /// `CannotBeAssigned`; those of [`Actor::person`].
    pub fn assignable(&self, read: &dyn Read, text: &str) -> Result<Account, super::Error> {
        let account = self.person(read, text)?;
        if account.can_be_assigned() {
            Ok(account)
        } else {
            Err(Refusal::CannotBeAssigned { who: account.handle.as_str().to_owned() }.into())
        }
    }

    /// The surroundings of a step in a ticket's life.
    ///
    /// # Errors
    /// Those of the store.
    pub fn moment(&self, read: &dyn Read, ticket: &Ticket, now: Timestamp) -> Result<Moment, StoreError> {
        let assignee_is_able = able_assignee(read, ticket)?.is_some();
        Ok(Moment {
            actor: self.account.id,
            side: self.side(),
            now,
            assignee_is_able,
            reopen_window: super::desk::reopen_window(read)?,
        })
    }
}

/// The assignee of a ticket, unless nobody is or the person is suspended, which counts as nobody.
///
/// # Errors
/// Those of the store.
pub fn able_assignee(read: &dyn Read, ticket: &Ticket) -> Result<Option<Account>, StoreError> {
    let Some(assignee) = ticket.assignee else { return Ok(None) };
    Ok(read.account(assignee)?.filter(Account::can_be_assigned))
}

impl<S: Store> super::App<'_, S> {
    /// Whether whoever is logged in may do something at all.
    ///
    /// # Errors
    /// `NotLoggedIn`, `SessionEnded`, `NotAllowed`, `Suspended`; those of the store.
    pub fn demand(&self, action: Action) -> Result<(), super::Error> {
        self.store.read(|read| {
            actor(read, self.credentials, self.now)?.demand(action)?;
            Ok(())
        })
    }

    /// Whether whoever is logged in may do something to a ticket, or at all where there is none yet; staff open for clients.
    ///
    /// # Errors
    /// `NotTheirTurn`, `RulesChanged` unless they accept them now, `TicketNotFound`, and those of [`App::demand`](super::App::demand).
    pub fn demand_on(&self, action: Action, number: Option<&TicketNumber>, accepts_rules: bool) -> Result<(), super::Error> {
        self.store.read(|read| {
            let actor = actor(read, self.credentials, self.now)?;
            let opens_for_client = action == Action::Open && actor.side() == Side::Staff;
            actor.demand(if opens_for_client { Action::OpenForClient } else { action })?;
            if !accepts_rules {
                self.demand_accepted(read, &actor, action)?;
            }
            if let Some(number) = number {
                let ticket = actor.ticket(read, number, if action == Action::Open { Action::Read } else { action })?;
                match action {
                    Action::Reply => turn::demand_answer(read, &actor, &ticket, self.now)?,
                    Action::Remind => super::remind::demand(read, &ticket, self.now)?,
                    _ => {}
                }
            }
            Ok(())
        })
    }
}
