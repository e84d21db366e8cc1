//! Whom letters go to: the people of the desk, whoever stands in for them, and the mailboxes that the desk names.

use std::collections::BTreeMap;

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
            language: account.language,
            shown: (account.handle.as_str().to_owned(), account.language),
        }
    }

    /// An address that is no account's.
    pub fn stranger(to: &EmailAddress, language: Language) -> Self {
        Self { to: to.clone(), recipient: None, language, shown: (to.as_str().to_owned(), language) }
    }

    /// The same, but that the plan tells of them what it would of `other`: whose address it is must not show.
    #[must_use]
    pub fn shown_as(self, other: &Self) -> Self {
        Self { shown: other.shown.clone(), ..self }
    }
}

/// The people of the desk that letters go to, each looked up once a command.
#[derive(Default)]
pub(super) struct Directory {
    roles: BTreeMap<Role, Vec<Addressee>>,
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
        let mut found = match recipient {
            Recipient::Person(id) => self.person(read, id, now)?.into_iter().collect(),
            Recipient::Secretaries => self.role(read, Role::Secretary, "mail.role.secretary")?,
            Recipient::Care => self.role(read, Role::Care, "mail.role.care")?,
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
        let account = read.account(id)?;
        let substitute = account.as_ref().map_or(Ok(None), |account| stand_in(account, now, |id| read.account(id)))?;
        let addressee = substitute.or(account).filter(Account::can_be_told).map(|account| Addressee::account(&account));
        self.people.insert(id, addressee.clone());
        Ok(addressee)
    }

    /// Everybody of a role, or the mailbox that the desk names for them; the administrators where there is nobody.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) fn role(&mut self, read: &dyn Read, role: Role, mailbox: &str) -> Result<Vec<Addressee>, StoreError> {
        if let Some(known) = self.roles.get(&role) {
            return Ok(known.clone());
        }
        let shared = read.setting(mailbox)?.and_then(|value| parse_mailbox(&value));
        let addressees = if let Some((_, address)) = shared {
            vec![Addressee::stranger(&address, desk::desk_language(read)?)]
        } else {
            let found = of_role(read, role)?;
            if found.is_empty() { of_role(read, Role::Admin)? } else { found }
        };
        self.roles.insert(role, addressees.clone());
        Ok(addressees)
    }
}

/// Everybody of a role who may be told anything.
///
/// # Errors
/// Those of the store.
pub(super) fn of_role(read: &dyn Read, role: Role) -> Result<Vec<Addressee>, StoreError> {
    Ok(people::of_role(read, role)?.iter().filter(|account| account.can_be_told()).map(Addressee::account).collect())
}
