//! What is to be done with each line of a sheet of people, and that what they are to be called is free when all of it is done.

use std::collections::{HashMap, HashSet};

use super::Wanted;
use crate::app::change::Change;
use crate::app::gate::Actor;
use crate::app::user::demand_over;
use crate::app::{Error, accounts, people};
use crate::domain::account::{Account, AccountId, Handle, Role};
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::sheet::SheetFault;
use crate::store::{Read, StoreError};

/// The handles of a sheet: who leaves one, who is to have it, and which are free for new people.
#[derive(Default)]
pub struct Handles {
    /// Those that nobody new gets unasked: another line asks for them, or somebody of the sheet had them until now.
    kept: HashSet<Handle>,
    /// Whoever has another handle after it.
    leaving: HashSet<AccountId>,
    /// Hundreds may have one name, so it is remembered how far the numbers have come.
    numbers: HashMap<Handle, u32>,
}

impl Handles {
    /// The handles of these steps.
    pub fn of(steps: &[(u64, Step)]) -> Self {
        let mut handles = Self::default();
        for (_, step) in steps {
            handles.kept.extend(step.asked_for().cloned());
            if let Step::Update { before, after } = step
                && before.handle != after.handle
            {
                handles.leaving.insert(before.id);
                handles.kept.insert(before.handle.clone());
            }
        }
        handles
    }

    /// Sees that nobody else has the handle that a line asks for when all of the sheet is done.
    ///
    /// # Errors
    /// `BadValue`, `HandleTaken`; those of the store.
    pub fn see_free(&self, read: &dyn Read, step: &Step) -> Result<(), Error> {
        let Some(handle) = step.asked_for() else { return Ok(()) };
        let own = if let Step::Update { before, .. } = step { Some(before.as_ref()) } else { None };
        match read.account_by_handle(handle)? {
            Some(other) if self.leaving.contains(&other.id) && !handle.is_reserved() => Ok(()),
            _ => people::see_free(read, "handle", handle, own).map(drop),
        }
    }

    /// The first of a handle and those numbered behind it that is free.
    ///
    /// # Errors
    /// Those of the store.
    pub fn free(&mut self, read: &dyn Read, first: &Handle) -> Result<Handle, StoreError> {
        let number = self.numbers.entry(first.clone()).or_insert(0);
        accounts::next_free(read, first, number, |handle| self.kept.contains(handle))
    }

    /// Takes their handles from those who have others after it, so that whoever comes first in the sheet finds theirs free: two may
    /// change theirs with each other. Nobody ever sees what they are called meanwhile.
    ///
    /// # Errors
    /// Those of the store.
    pub fn clear(&mut self, change: &mut Change<'_>, steps: &[(u64, Step)]) -> Result<(), StoreError> {
        let Some(meanwhile) = Handle::parse("0-0") else { return Ok(()) };
        let asked_for: HashSet<_> = steps.iter().filter_map(|(_, step)| step.asked_for()).collect();
        for (_, step) in steps {
            if let Step::Update { before, .. } = step
                && self.leaving.contains(&before.id)
                && asked_for.contains(&before.handle)
            {
                let handle = self.free(change.read(), &meanwhile)?;
                change.write().put_account(&Account { handle, ..before.as_ref().clone() })?;
            }
        }
        Ok(())
    }
}

/// What is to be done with a line.
pub enum Step {
    /// Somebody new; without a handle where the line names none.
    Create(Box<Wanted>, Role),
    /// Somebody who is there, before and after.
    Update { before: Box<Account>, after: Box<Account> },
}

impl Step {
    /// The handle that the line asks for, or leaves to whoever has it.
    fn asked_for(&self) -> Option<&Handle> {
        match self {
            Self::Create(wanted, _) => wanted.handle.as_ref(),
            Self::Update { after, .. } => Some(&after.handle),
        }
    }

    /// What is to be done with a line.
    ///
    /// # Errors
    /// `NotAllowed`, `BadSheet`; those of the store.
    pub fn of(read: &dyn Read, actor: &Actor, wanted: &Wanted) -> Result<Self, Error> {
        let role = wanted.role.unwrap_or(Role::Client);
        demand_over(actor, Action::CreateUsers, role)?;
        let Some(before) = read.account_by_email(&wanted.email)? else {
            return Ok(Self::Create(Box::new(wanted.clone()), role));
        };
        // Another role ends sessions and may leave tickets behind: that is not done in passing, but with its own verb.
        if wanted.role.is_some_and(|role| role != before.role) {
            let fault = SheetFault::OtherRole { who: before.handle.as_str().to_owned(), role: before.role };
            return Err(Refusal::BadSheet(fault).into());
        }
        demand_over(actor, Action::ManageUsers, before.role)?;
        let handle = wanted.handle.clone().unwrap_or_else(|| before.handle.clone());
        let language = wanted.language.unwrap_or(before.language);
        let after = Account { name: wanted.name.clone(), handle, language, ..before.clone() };
        Ok(Self::Update { before: Box::new(before), after: Box::new(after) })
    }
}
