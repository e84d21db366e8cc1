//! `user`: the accounts of the desk, kept by staff, who never choose or see a password or a code.

use super::accounts;
use super::audit::notes::Changes;
use super::change::{Call, Change, Outcome, Receipt};
use super::directory::Addressee;
use super::gate::Actor;
use super::people::{self, UserView};
use super::{App, Error, codes, desk};
use crate::domain::account::{Account, EmailAddress, Handle, PersonName, Role, Standing};
use crate::domain::code::{CodeKind, CodePurpose};
use crate::domain::language::Language;
use crate::domain::policy::{Action, Reach};
use crate::domain::refusal::Refusal;
use crate::store::{PeoplePage, Read, Store};

/// A person to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUser {
    /// Their address.
    pub email: String,
    /// Their name.
    pub name: String,
    /// What they are to be.
    pub role: Role,
    /// What one calls them by; from the name where there is none.
    pub handle: Option<String>,
    /// Their language; the desk's where there is none.
    pub language: Option<Language>,
    /// Whether they are sent an invitation.
    pub invite: bool,
}

/// What is to change of a person; `None` leaves it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserEdit {
    /// The name.
    pub name: Option<String>,
    /// The handle.
    pub handle: Option<String>,
    /// The address, which a code to it confirms first.
    pub email: Option<String>,
    /// The language.
    pub language: Option<Language>,
    /// The telephone; empty takes it away.
    pub phone: Option<String>,
    /// The agent who looks after this client; empty takes it away.
    pub agent: Option<String>,
}

/// Somebody whose account is to be made.
pub(super) struct Newcomer {
    pub(super) handle: Handle,
    pub(super) name: PersonName,
    pub(super) email: EmailAddress,
    pub(super) role: Role,
    pub(super) language: Language,
}

/// Makes an account, and invites whose it is.
pub(super) fn make(change: &mut Change<'_>, new: Newcomer, invite: bool) -> Result<Account, Error> {
    let account = Account {
        id: change.read().next_account()?,
        handle: new.handle,
        name: new.name,
        email: new.email,
        role: new.role,
        language: new.language,
        standing: Standing::Invited,
        password_hash: None,
        phone: None,
        agent: None,
        absence: None,
        acceptance: None,
        created_at: change.now,
        unconfirmed_since: (new.role == Role::Client).then_some(change.now),
    };
    change.write().put_account(&account)?;
    if invite {
        let purpose = CodePurpose::Invite { account: account.id };
        codes::send(change, Addressee::account(&account), purpose, true, None)?;
    }
    Ok(account)
}

/// Sees that `actor` may do `action` to accounts of this role.
pub(super) fn demand_over(actor: &Actor, action: Action, role: Role) -> Result<(), Refusal> {
    match actor.demand(action)? {
        Reach::All => Ok(()),
        Reach::Clients if role == Role::Client => Ok(()),
        _ => Err(Refusal::NotAllowed),
    }
}

impl<S: Store> App<'_, S> {
    /// The people that somebody may know of, by handle: so many of them at most, and whether there are more.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn users(&self, role: Option<Role>, limit: Option<usize>) -> Result<(Vec<UserView>, bool), Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            let roles = match actor.demand(Action::ReadUsers)? {
                Reach::All => vec![role],
                Reach::StaffNames => {
                    Role::STAFF.into_iter().filter(|one| role.is_none_or(|role| role == *one)).map(Some).collect()
                }
                _ => return Ok((vec![people::view(read, &actor, &actor.account)?], false)),
            };
            let most = limit.unwrap_or(usize::MAX);
            let mut found = Vec::new();
            for role in roles {
                found.extend(read.people(&PeoplePage { role, after: None, limit: most.saturating_add(1) })?);
            }
            found.sort_by(|one, other| one.handle.cmp(&other.handle));
            let more = found.len() > most;
            found.truncate(most);
            let views = found.iter().map(|account| people::view(read, &actor, account)).collect::<Result<_, _>>()?;
            Ok((views, more))
        })
    }

    /// One person.
    ///
    /// # Errors
    /// `PersonNotFound`; those of the gate and of the store.
    pub fn user(&self, who: &str) -> Result<UserView, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            actor.demand(Action::ReadUsers)?;
            let account = actor.person(read, who)?;
            Ok(people::whole_view(read, &actor, &account)?)
        })
    }

    /// Makes a person, and invites them.
    ///
    /// # Errors
    /// `AddressTaken`, `HandleTaken`, `BadValue`; those of the gate and of the store.
    pub fn create_user(&self, call: &Call, new: &NewUser, receipt: Receipt<'_, UserView>) -> Result<Outcome<UserView>, Error> {
        let email = people::email("--email", &new.email)?;
        let name = people::name("--name", &new.name)?;
        self.change("user create", call, receipt, |change, actor| {
            demand_over(actor, Action::CreateUsers, new.role)?;
            if let Some(account) = change.read().account_by_email(&email)? {
                let is_same = account.role == new.role && account.name == name;
                return if is_same {
                    Ok(people::view(change.read(), actor, &account)?)
                } else {
                    Err(Refusal::AddressTaken.into())
                };
            }
            let language = new.language.map_or_else(|| desk::desk_language(change.read()), Ok)?;
            let handle = match &new.handle {
                Some(handle) => people::free_handle(change.read(), handle, None)?,
                None => accounts::free_handle(change.read(), &name, language)?,
            };
            let newcomer = Newcomer { handle, name: name.clone(), email: email.clone(), role: new.role, language };
            let account = make(change, newcomer, new.invite)?;
            keep_view(change, actor, &account, "created")
        })
    }

    /// Changes a person.
    ///
    /// # Errors
    /// `PersonNotFound`, `HandleTaken`, `BadValue`; those of the gate and of the store.
    pub fn edit_user(
        &self,
        call: &Call,
        who: &str,
        edit: &UserEdit,
        receipt: Receipt<'_, UserView>,
    ) -> Result<Outcome<UserView>, Error> {
        let name = edit.name.as_deref().map(|name| people::name("--name", name)).transpose()?;
        let email = edit.email.as_deref().map(|email| people::email("--email", email)).transpose()?;
        self.change("user edit", call, receipt, |change, actor| {
            let before = self.managed(change, actor, who)?;
            let mut account = before.clone();
            if let Some(name) = &name {
                account.name = name.clone();
            }
            if let Some(handle) = &edit.handle {
                account.handle = people::free_handle(change.read(), handle, Some(&before))?;
            }
            if let Some(language) = edit.language {
                account.language = language;
            }
            if let Some(phone) = &edit.phone {
                account.phone = if phone.is_empty() { None } else { Some(people::phone(phone)?) };
            }
            if let Some(agent) = &edit.agent {
                account.agent = own_agent(change, actor, agent)?;
            }
            let new_address = email.as_ref().filter(|email| email.key() != before.email.key());
            if let Some(email) = new_address {
                if change.read().account_by_email(email)?.is_some() {
                    return Err(Refusal::AddressTaken.into());
                }
                if before.standing == Standing::Invited {
                    // Nobody has used the old one yet: the invitation goes to the new one.
                    account = Account { email: email.clone(), ..account.invited_at(change.now) };
                    for code in change.read().codes(&before.email, CodeKind::Invite)? {
                        change.write().remove_code(&code)?;
                    }
                    let purpose = CodePurpose::Invite { account: account.id };
                    codes::send(change, Addressee::account(&account), purpose, true, None)?;
                } else {
                    let addressee = Addressee::stranger(email, account.language);
                    codes::send(change, addressee, CodePurpose::NewAddress { account: account.id }, true, None)?;
                }
            }
            let mut view = if account == before {
                people::view(change.read(), actor, &account)?
            } else {
                change.write().put_account(&account)?;
                keep_edited(change, actor, (&before, &account), "edited")?
            };
            if let Some(email) = new_address {
                if account == before {
                    let changes = Changes::default().hidden("email", true).into_value();
                    change.note(serde_json::json!({ "account": account.handle.as_str(), "what": "asked", "changes": changes }));
                }
                view.changed = true;
                view.unconfirmed_email = (before.standing != Standing::Invited).then(|| email.as_str().to_owned());
            }
            Ok(view)
        })
    }

    /// Ends a person's sessions and tokens and mails them a code for a new password.
    ///
    /// # Errors
    /// `PersonNotFound`, `PersonSuspended` for suspended staff, who could not use it; those of the gate and of the store.
    pub fn start_reset(&self, call: &Call, who: &str, receipt: Receipt<'_, UserView>) -> Result<Outcome<UserView>, Error> {
        self.change("user reset-password", call, receipt, |change, actor| {
            let account = self.managed(change, actor, who)?;
            if account.role.is_staff() && account.is_suspended() {
                return Err(Refusal::PersonSuspended { who: account.handle.as_str().to_owned() }.into());
            }
            let purpose = match account.standing {
                Standing::Invited => CodePurpose::Invite { account: account.id },
                _ => CodePurpose::Reset { account: account.id },
            };
            accounts::end_access(change, account.id)?;
            codes::send(change, Addressee::account(&account), purpose, true, None)?;
            keep_view(change, actor, &account, "reset")
        })
    }

    pub(super) fn managed(&self, change: &Change<'_>, actor: &Actor, who: &str) -> Result<Account, Error> {
        actor.demand(Action::ManageUsers)?;
        let account = actor.person(change.read(), who)?;
        demand_over(actor, Action::ManageUsers, account.role)?;
        Ok(account)
    }
}

pub(super) fn keep_view(change: &mut Change<'_>, actor: &Actor, account: &Account, what: &str) -> Result<UserView, Error> {
    Ok(people::changed(change, actor, account, serde_json::json!({ "account": account.handle.as_str(), "what": what }))?)
}

/// The same for what was edited; the note has the fields that differ.
pub(super) fn keep_edited(
    change: &mut Change<'_>,
    actor: &Actor,
    (before, after): (&Account, &Account),
    what: &str,
) -> Result<UserView, Error> {
    let changes = Changes::of_account(change.read(), before, after)?.into_value();
    let note = serde_json::json!({ "account": after.handle.as_str(), "what": what, "changes": changes });
    Ok(people::changed(change, actor, after, note)?)
}

fn own_agent(change: &Change<'_>, actor: &Actor, agent: &str) -> Result<Option<crate::domain::account::AccountId>, Error> {
    if agent.is_empty() {
        return Ok(None);
    }
    Ok(Some(actor.assignable(change.read(), agent)?.id))
}

/// Sees that somebody who can set the desk up is left without this account.
pub(super) fn keep_an_admin(read: &dyn Read, leaving: &Account) -> Result<(), Error> {
    if leaving.role != Role::Admin {
        return Ok(());
    }
    let admins = people::of_role(read, Role::Admin)?;
    let stays = |admin: &Account| admin.id != leaving.id && admin.standing == Standing::Active;
    if admins.iter().any(stays) { Ok(()) } else { Err(Refusal::LastAdmin.into()) }
}
