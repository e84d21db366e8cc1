//! `user import`: many people from a sheet, all of them or none. Whoever is so already is left alone and is not written to again.

use std::collections::{HashMap, HashSet};

use super::change::{Call, Change, Outcome, Receipt};
use super::gate::Actor;
use super::people::{self, UserView};
use super::user::{Newcomer, demand_over, keep_view, make};
use super::{App, Error, LineRefusal, desk};
use crate::domain::account::{Account, EmailAddress, Handle, PersonName, Role};
use crate::domain::language::Language;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::sheet::SheetFault;
use crate::store::{Read, Store, StoreError};

/// A person as a line of a sheet has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonLine {
    /// The line.
    pub line: u64,
    /// Their address.
    pub email: String,
    /// Their name.
    pub name: String,
    /// What they are to be: a client where it does not say, or what they are already.
    pub role: Option<Role>,
    /// Their language, if it says.
    pub language: Option<Language>,
    /// What one calls them by, if it says.
    pub handle: Option<String>,
}

/// The people of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The lines that can be read.
    pub people: Vec<PersonLine>,
    /// What is wrong with the others.
    pub faults: Vec<LineRefusal>,
    /// The language of new people whose line does not say; the desk's where there is none.
    pub language: Option<Language>,
    /// Whether new people are sent an invitation.
    pub invite: bool,
}

/// What was done with a person of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// They are new.
    Created,
    /// They were there, and something of them is different now.
    Updated,
    /// They were there, just so.
    Unchanged,
}

impl Deed {
    /// The name that machines read.
    pub fn id(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Unchanged => "unchanged",
        }
    }
}

/// Something of a person that is different now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What, as the sheet's column is called.
    pub field: &'static str,
    /// What it was.
    pub from: String,
    /// What it is.
    pub to: String,
}

/// A person of a sheet, and what was done with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedUser {
    /// The line.
    pub line: u64,
    /// The person.
    pub user: UserView,
    /// What was done.
    pub deed: Deed,
    /// What is different now of somebody who was there.
    pub differences: Vec<Difference>,
}

/// A line whose values are what they should be.
struct Wanted {
    line: u64,
    email: EmailAddress,
    name: PersonName,
    role: Option<Role>,
    language: Option<Language>,
    handle: Option<Handle>,
}

impl Wanted {
    fn of(person: &PersonLine) -> Result<Self, Refusal> {
        let handle = person.handle.as_deref();
        Ok(Self {
            line: person.line,
            email: people::email("email", &person.email)?,
            name: people::name("name", &person.name)?,
            role: person.role,
            language: person.language,
            handle: handle.map(|handle| people::handle("handle", handle)).transpose()?,
        })
    }
}

/// The lines that make sense, and in order of their lines what is wrong with the others: also those that say what another said.
fn wanted(import: &Import) -> (Vec<Wanted>, Vec<LineRefusal>) {
    let mut refusals = import.faults.clone();
    let (mut addresses, mut handles) = (HashMap::new(), HashMap::new());
    let mut wanted = Vec::with_capacity(import.people.len());
    let mut refuse = |line, refusal| refusals.push(LineRefusal { line, refusal });
    for person in &import.people {
        let line = person.line;
        let one = match Wanted::of(person) {
            Ok(one) => one,
            Err(refusal) => {
                refuse(line, refusal);
                continue;
            }
        };
        let twice = |column: &str, value: &str, line: u64| {
            Refusal::BadSheet(SheetFault::Twice { column: column.to_owned(), value: value.to_owned(), line })
        };
        if let Some(&first) = addresses.get(&one.email.key()) {
            refuse(line, twice("email", one.email.as_str(), first));
        } else if let Some((handle, &first)) = one.handle.as_ref().and_then(|handle| Some((handle, handles.get(handle)?))) {
            refuse(line, twice("handle", handle.as_str(), first));
        } else {
            addresses.insert(one.email.key(), line);
            handles.extend(one.handle.clone().map(|handle| (handle, line)));
            wanted.push(one);
        }
    }
    (wanted, refusals)
}

/// Handles for new people: none that another line of the sheet asks for. Hundreds may have one name, so it is remembered how far the
/// numbers have come.
#[derive(Default)]
struct Handles {
    asked_for: HashSet<Handle>,
    numbers: HashMap<Handle, u32>,
}

impl Handles {
    fn free(&mut self, read: &dyn Read, name: &PersonName, language: Language) -> Result<Handle, StoreError> {
        let first = Handle::from_name(name, language);
        let number = self.numbers.entry(first.clone()).or_insert(0);
        loop {
            *number += 1;
            let handle = if *number == 1 { first.clone() } else { first.numbered(*number) };
            if !self.asked_for.contains(&handle) && read.account_by_handle(&handle)?.is_none() {
                return Ok(handle);
            }
        }
    }
}

impl<S: Store> App<'_, S> {
    /// Makes and changes the people of a sheet, and invites those who are new.
    ///
    /// # Errors
    /// `Lines` with all that is wrong; those of the gate and of the store.
    pub fn import_users(
        &self,
        call: &Call,
        import: &Import,
        receipt: Receipt<'_, Vec<ImportedUser>>,
    ) -> Result<Outcome<Vec<ImportedUser>>, Error> {
        let (wanted, faults) = wanted(import);
        self.change("user import", call, receipt, |change, actor| {
            actor.demand(Action::CreateUsers)?;
            let language = import.language.map_or_else(|| desk::desk_language(change.read()), Ok)?;
            let asked_for = wanted.iter().filter_map(|one| one.handle.clone()).collect();
            let mut handles = Handles { asked_for, ..Handles::default() };
            let mut refusals = faults.clone();
            let mut done = Vec::with_capacity(wanted.len());
            for one in &wanted {
                match take(change, actor, one, language, import.invite, &mut handles) {
                    Ok(imported) => done.push(imported),
                    Err(Error::Refused(refusal)) => refusals.push(LineRefusal { line: one.line, refusal }),
                    Err(error) => return Err(error),
                }
            }
            if refusals.is_empty() {
                return Ok(done);
            }
            refusals.sort_by_key(|refused| refused.line);
            Err(Error::Lines(refusals))
        })
    }
}

fn take(
    change: &mut Change<'_>,
    actor: &Actor,
    wanted: &Wanted,
    language: Language,
    invite: bool,
    handles: &mut Handles,
) -> Result<ImportedUser, Error> {
    let role = wanted.role.unwrap_or(Role::Client);
    demand_over(actor, Action::CreateUsers, role)?;
    if let Some(before) = change.read().account_by_email(&wanted.email)? {
        return update(change, actor, wanted, before);
    }
    let language = wanted.language.unwrap_or(language);
    let handle = match &wanted.handle {
        Some(handle) => people::see_free(change.read(), handle, None)?,
        None => handles.free(change.read(), &wanted.name, language)?,
    };
    let newcomer = Newcomer { handle, name: wanted.name.clone(), email: wanted.email.clone(), role, language };
    let account = make(change, newcomer, invite)?;
    imported(change, actor, wanted.line, &account, Deed::Created, Vec::new())
}

fn update(change: &mut Change<'_>, actor: &Actor, wanted: &Wanted, before: Account) -> Result<ImportedUser, Error> {
    // Another role ends sessions and may leave tickets behind: that is not done in passing, but with its own verb.
    if wanted.role.is_some_and(|role| role != before.role) {
        let fault = SheetFault::OtherRole { who: before.handle.as_str().to_owned(), role: before.role };
        return Err(Refusal::BadSheet(fault).into());
    }
    demand_over(actor, Action::ManageUsers, before.role)?;
    let mut account = Account { name: wanted.name.clone(), ..before.clone() };
    account.language = wanted.language.unwrap_or(before.language);
    if let Some(handle) = &wanted.handle {
        account.handle = people::see_free(change.read(), handle, Some(&before))?;
    }
    let pairs = [
        ("handle", before.handle.as_str(), account.handle.as_str()),
        ("name", before.name.as_str(), account.name.as_str()),
        ("lang", before.language.code(), account.language.code()),
    ];
    let differing = pairs.into_iter().filter(|(_, from, to)| from != to);
    let differences: Vec<_> =
        differing.map(|(field, from, to)| Difference { field, from: from.to_owned(), to: to.to_owned() }).collect();
    if differences.is_empty() {
        return imported(change, actor, wanted.line, &account, Deed::Unchanged, differences);
    }
    change.write().put_account(&account)?;
    imported(change, actor, wanted.line, &account, Deed::Updated, differences)
}

fn imported(
    change: &mut Change<'_>,
    actor: &Actor,
    line: u64,
    account: &Account,
    deed: Deed,
    differences: Vec<Difference>,
) -> Result<ImportedUser, Error> {
    let user = match deed {
        Deed::Unchanged => people::view(change.read(), actor, account)?,
        _ => keep_view(change, actor, account, deed.id())?,
    };
    Ok(ImportedUser { line, user, deed, differences })
}
