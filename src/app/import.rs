//! `user import`: many people from a sheet, all of them or none. Whoever is so already is left alone and is not written to again.

mod steps;

use std::collections::HashMap;

use self::steps::{Handles, Step};
use super::audit::notes::Changes;
use super::change::{Call, Change, Outcome, Receipt};
use super::gate::Actor;
use super::people::{self, UserView};
use super::user::{Newcomer, make};
use super::{App, Error, LineRefusal, desk};
use crate::domain::account::{Account, EmailAddress, Handle, PersonName, Role};
use crate::domain::language::Language;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::sheet::SheetFault;
use crate::store::Store;

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
#[derive(Clone)]
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
        let twice = |value: &str, line: u64| Refusal::BadSheet(SheetFault::Twice { value: value.to_owned(), line });
        if let Some(&first) = addresses.get(&one.email.key()) {
            refuse(line, twice(one.email.as_str(), first));
        } else if let Some((handle, &first)) = one.handle.as_ref().and_then(|handle| Some((handle, handles.get(handle)?))) {
            refuse(line, twice(handle.as_str(), first));
        } else {
            addresses.insert(one.email.key(), line);
            handles.extend(one.handle.clone().map(|handle| (handle, line)));
            wanted.push(one);
        }
    }
    (wanted, refusals)
}

impl<S: Store> App<'_, S> {
    /// Makes and changes the people of a sheet, and invites those who are new. The order of the lines does not matter.
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
            let mut refused = Refused(faults.clone());
            let mut steps = Vec::with_capacity(wanted.len());
            for one in &wanted {
                let step = refused.unless(one.line, Step::of(change.read(), actor, one))?;
                steps.extend(step.map(|step| (one.line, step)));
            }
            let mut handles = Handles::of(&steps);
            for (line, step) in &steps {
                refused.unless(*line, handles.see_free(change.read(), step))?;
            }
            refused.none()?;
            handles.clear(change, &steps)?;
            let mut done = Vec::with_capacity(steps.len());
            for (line, step) in steps {
                done.push(match step {
                    Step::Create(wanted, role) => {
                        let language = wanted.language.unwrap_or(language);
                        let handle = match wanted.handle {
                            Some(handle) => handle,
                            None => handles.free(change.read(), &Handle::from_name(&wanted.name, language))?,
                        };
                        let newcomer = Newcomer { handle, name: wanted.name, email: wanted.email, role, language };
                        create(change, actor, line, newcomer, import.invite)?
                    }
                    Step::Update { before, after } => update(change, actor, line, &before, &after)?,
                });
            }
            Ok(done)
        })
    }
}

/// What is wrong so far.
struct Refused(Vec<LineRefusal>);

impl Refused {
    /// What there is of a line, unless it is refused.
    fn unless<T>(&mut self, line: u64, result: Result<T, Error>) -> Result<Option<T>, Error> {
        match result {
            Ok(value) => Ok(Some(value)),
            Err(Error::Refused(refusal)) => {
                self.0.push(LineRefusal { line, refusal });
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    fn none(mut self) -> Result<(), Error> {
        self.0.sort_by_key(|refused| refused.line);
        if self.0.is_empty() { Ok(()) } else { Err(Error::Lines(self.0)) }
    }
}

fn create(change: &mut Change<'_>, actor: &Actor, line: u64, newcomer: Newcomer, invite: bool) -> Result<ImportedUser, Error> {
    let account = make(change, newcomer, invite)?;
    change.note(serde_json::json!({
        "account": account.handle.as_str(),
        "what": Deed::Created.id(),
        "line": line,
        "role": account.role.id(),
        "invited": invite,
    }));
    imported(change, actor, line, &account, Deed::Created, Vec::new())
}

fn update(change: &mut Change<'_>, actor: &Actor, line: u64, before: &Account, after: &Account) -> Result<ImportedUser, Error> {
    let pairs = [
        ("handle", before.handle.as_str(), after.handle.as_str()),
        ("name", before.name.as_str(), after.name.as_str()),
        ("lang", before.language.code(), after.language.code()),
    ];
    let differing = pairs.into_iter().filter(|(_, from, to)| from != to);
    let differences: Vec<_> =
        differing.map(|(field, from, to)| Difference { field, from: from.to_owned(), to: to.to_owned() }).collect();
    if differences.is_empty() {
        return imported(change, actor, line, after, Deed::Unchanged, differences);
    }
    change.write().put_account(after)?;
    let changes = differences
        .iter()
        .fold(Changes::default(), |changes, one| changes.field(one.field, Some(&one.from), Some(&one.to)))
        .into_value();
    change.note(serde_json::json!({
        "account": after.handle.as_str(),
        "what": Deed::Updated.id(),
        "line": line,
        "changes": changes,
    }));
    imported(change, actor, line, after, Deed::Updated, differences)
}

fn imported(
    change: &Change<'_>,
    actor: &Actor,
    line: u64,
    account: &Account,
    deed: Deed,
    differences: Vec<Difference>,
) -> Result<ImportedUser, Error> {
    let user = UserView { changed: deed != Deed::Unchanged, ..people::view(change.read(), actor, account)? };
    Ok(ImportedUser { line, user, deed, differences })
}
