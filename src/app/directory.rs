//! Whom letters go to: the people of the desk, whoever stands in for them, and the mailboxes that the desk names.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::{desk, people};
use crate::domain::absence::stand_in;
use crate::domain::account::{Account, AccountId, EmailAddress, Role};
use crate::domain::language::Language;
use crate::domain::notice::Recipient;
use crate::domain::settings::parse_mailbox;
use crate::domain::time::Timestamp;
use crate::store::{Read, StoreError};

/// Where a letter goes.
#[derive(Clone, Debug)]
pub struct Addressee {
    /// The address.
    pub to: EmailAddress,
    /// Whose it is, if an account's.
    pub recipient: Option<AccountId>,
    /// For whom they are written to, where they stand in for somebody.
    pub instead_of: Option<AccountId>,
    /// The language they read.
    pub language: Language,
    /// What the plan tells of them: what to call them, and in which language.
    pub(super) shown: (String, Language),
}

impl Addressee {
    /// The addressee that an account is.
    pub fn account(account: &Account) -> Self {
        Self {
            to: account.email.clone(),
            recipient: Some(account.id),
            instead_of: None,
            language: account.language,
            shown: (account.handle.as_str().to_owned(), account.language),
        }
    }

    /// An address that is no account's.
    pub fn stranger(to: &EmailAddress, language: Language) -> Self {
        Self { to: to.clone(), recipient: None, instead_of: None, language, shown: (to.as_str().to_owned(), language) }
    }

    /// Whoever stands in for `absent`, if anybody does, or that person.
    fn of(absent: &Account, substitute: Option<&Account>) -> Self {
        let instead_of = substitute.map(|_| absent.id);
        Self { instead_of, ..Self::account(substitute.unwrap_or(absent)) }
    }

    /// The same, but that the plan tells of them what it would of `other`: whose address it is must not show.
    #[must_use]
    pub fn shown_as(self, other: &Self) -> Self {
        Self { shown: other.shown.clone(), ..self }
    }
}

/// Whose notice it is, if a person's, and where it goes while they are away.
#[derive(Clone, Debug)]
struct Member {
    of: Option<AccountId>,
    addressee: Addressee,
}

/// The people of the desk that letters go to, each looked up once a command.
#[derive(Default)]
pub(super) struct Directory {
    roles: BTreeMap<Role, Vec<Member>>,
    people: BTreeMap<AccountId, Option<Addressee>>,
}

impl Directory {
    /// Whom a recipient is, without `left_out`.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) fn expand(
        &mut self,
        read: &dyn Read,
        recipient: Recipient,
        left_out: Option<&Account>,
        now: Timestamp,
    ) -> Result<Vec<Addressee>, StoreError> {
        let mut found: Vec<_> = match recipient {
            Recipient::Person(id) => self.person(read, id, now)?.into_iter().collect(),
            Recipient::Secretaries => self.role(read, Role::Secretary, now, left_out)?,
            Recipient::Care => self.role(read, Role::Care, now, left_out)?,
        };
        let is_left_out = |addressee: &Addressee, who: &Account| match addressee.recipient {
            Some(recipient) => recipient == who.id,
            // A shared mailbox may be nobody's but theirs.
            None => addressee.to.key() == who.email.key(),
        };
        found.retain(|addressee| !left_out.is_some_and(|who| is_left_out(addressee, who)));
        Ok(found)
    }

    /// The person, or whoever stands in for them; nobody for suspended staff.
    fn person(&mut self, read: &dyn Read, id: AccountId, now: Timestamp) -> Result<Option<Addressee>, StoreError> {
        if let Some(known) = self.people.get(&id) {
            return Ok(known.clone());
        }
        let addressee = match read.account(id)? {
            None => None,
            Some(account) => {
                let substitute = stand_in(&account, now, |id| read.account(id))?;
                let is_told = substitute.as_ref().unwrap_or(&account).can_be_told();
                is_told.then(|| Addressee::of(&account, substitute.as_ref()))
            }
        };
        self.people.insert(id, addressee.clone());
        Ok(addressee)
    }

    /// Everybody of a role but for `left_out`, or the mailbox that the desk names for them; the administrators where there is nobody.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) fn role(
        &mut self,
        read: &dyn Read,
        role: Role,
        now: Timestamp,
        left_out: Option<&Account>,
    ) -> Result<Vec<Addressee>, StoreError> {
        let members = match self.roles.entry(role) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(members(read, role, now)?),
        };
        // Whoever acts while they are away is told nothing of it, and nor is anybody for them.
        let told = members.iter().filter(|member| member.of.is_none() || member.of != left_out.map(|who| who.id));
        Ok(told.map(|member| member.addressee.clone()).collect())
    }
}

/// The mailbox that the desk names for a role, in place of each of its people.
///
/// # Errors
/// Those of the store.
pub(super) fn mailbox_of(read: &dyn Read, role: Role) -> Result<Option<EmailAddress>, StoreError> {
    let named = read.setting(&format!("mail.role.{}", role.id()))?;
    Ok(named.and_then(|named| parse_mailbox(&named)).map(|(_, address)| address))
}

fn members(read: &dyn Read, role: Role, now: Timestamp) -> Result<Vec<Member>, StoreError> {
    if let Some(address) = mailbox_of(read, role)? {
        return Ok(vec![Member { of: None, addressee: Addressee::stranger(&address, desk::desk_language(read)?) }]);
    }
    let found = people_of(read, role, now)?;
    if found.is_empty() { people_of(read, Role::Admin, now) } else { Ok(found) }
}

/// Everybody of a role who may be told anything, or whoever stands in for them. An agent who does so looks after their tickets, but
/// does not see all others that the role is told of: those notices stay with whoever is away.
fn people_of(read: &dyn Read, role: Role, now: Timestamp) -> Result<Vec<Member>, StoreError> {
    let mut members = Vec::new();
    for account in people::of_role(read, role)?.into_iter().filter(Account::can_be_told) {
        let substitute = stand_in(&account, now, |id| read.account(id))?;
        let told = substitute.filter(|substitute| substitute.role.sees_every_ticket());
        members.push(Member { of: Some(account.id), addressee: Addressee::of(&account, told.as_ref()) });
    }
    Ok(members)
}

/// The administrators, or whoever stands in for them.
///
/// # Errors
/// Those of the store.
pub(super) fn admins(read: &dyn Read, now: Timestamp) -> Result<Vec<Addressee>, StoreError> {
    Ok(people_of(read, Role::Admin, now)?.into_iter().map(|member| member.addressee).collect())
}
