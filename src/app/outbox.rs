//! The letters of one command: who is told, in how many letters, in which language.
//!
//! One command sends one person at most one letter per ticket, and one summary when it touches more than five of theirs.
//! Letters are queued in the transaction of what they tell, by reference; the relay composes them later.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::change::Change;
use super::{desk, gate};
use crate::auth;
use crate::domain::account::{Account, AccountId, EmailAddress, Role};
use crate::domain::entry::EntryId;
use crate::domain::language::Language;
use crate::domain::letter::{HANDING_OVER, Letter, LetterId, LetterState, MOST_SINGLE_LETTERS, Matter};
use crate::domain::notice::{Happening, Notice, Recipient, recipients, weightiest};
use crate::domain::settings::parse_mailbox;
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::domain::time::Timestamp;
use crate::store::{PeoplePage, Read, StoreError};

/// A letter that a command queued, or would have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedLetter {
    /// The handle of the recipient, the address of a mailbox or a stranger, or the role of those whom one may not know.
    pub to: String,
    /// What it is about.
    pub notice: Notice,
    /// The language it is written in.
    pub language: Language,
    /// The tickets that it tells of.
    pub tickets: Vec<TicketSeq>,
}

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
    shown: (String, Language),
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

#[derive(Clone, Debug)]
struct Told {
    ticket: TicketSeq,
    happening: Happening,
    entries: Vec<EntryId>,
}

#[derive(Clone, Debug)]
struct Direct {
    notice: Notice,
    matter: Matter,
    addressee: Addressee,
    /// What they are told as, if not as themselves.
    role: Option<Role>,
    expires_at: Option<Timestamp>,
}

/// What a command wants to be told by mail.
#[derive(Clone, Debug, Default)]
pub struct Outbox {
    told: Vec<Told>,
    direct: Vec<Direct>,
    /// Whether letters that waited are to leave now.
    pub retries: bool,
}

#[derive(Default)]
struct Bundle {
    notices: Vec<Notice>,
    entries: Vec<EntryId>,
    role: Option<Role>,
}

impl Bundle {
    fn add(&mut self, notice: Notice, entries: &[EntryId], role: Option<Role>) {
        self.role = if self.notices.is_empty() { role } else { self.role.and(role) };
        self.notices.push(notice);
        for entry in entries {
            if !self.entries.contains(entry) {
                self.entries.push(*entry);
            }
        }
    }
}

/// What each addressee is told, in the order in which people and their tickets first come up. A command may touch many
/// thousands of both.
#[derive(Default)]
struct Bundles {
    addressees: Vec<(Addressee, Vec<(TicketSeq, Bundle)>)>,
    places: BTreeMap<String, usize>,
    indexes: BTreeMap<(usize, TicketSeq), usize>,
}

impl Bundles {
    fn of(&mut self, addressee: Addressee, ticket: TicketSeq) -> &mut Bundle {
        let (addressees, indexes) = (&mut self.addressees, &mut self.indexes);
        let place = *self.places.entry(addressee.to.key()).or_insert_with(|| {
            addressees.push((addressee, Vec::new()));
            addressees.len() - 1
        });
        let tickets = &mut addressees[place].1;
        let index = *indexes.entry((place, ticket)).or_insert_with(|| {
            tickets.push((ticket, Bundle::default()));
            tickets.len() - 1
        });
        &mut tickets[index].1
    }

    fn letters(self) -> Vec<Direct> {
        self.addressees.into_iter().flat_map(|(addressee, tickets)| letters_for(&addressee, tickets)).collect()
    }
}

impl Outbox {
    /// Says that something happened to a ticket; `entries` are those that the letter carries.
    pub fn happened(&mut self, ticket: &Ticket, happening: Happening, entries: &[EntryId]) {
        self.told.push(Told { ticket: ticket.seq, happening, entries: entries.to_vec() });
    }

    /// Asks for a letter to one address.
    pub fn direct(&mut self, notice: Notice, matter: Matter, addressee: Addressee, expires_at: Option<Timestamp>) {
        self.direct.push(Direct { notice, matter, addressee, role: None, expires_at });
    }

    /// Queues the letters and says which.
    ///
    /// # Errors
    /// Those of the store.
    pub fn queue(self, change: &mut Change<'_>, actor: Option<AccountId>, lease: bool) -> Result<Vec<PlannedLetter>, StoreError> {
        let mut people = Directory::default();
        let mut bundles = Bundles::default();
        for told in &self.told {
            if !is_switched_on(change.read(), told.happening.notice)? {
                continue;
            }
            for recipient in recipients(&told.happening) {
                let left_out = actor.filter(|_| !told.happening.is_receipt_for(recipient));
                for addressee in people.expand(change.read(), recipient, left_out, change.now)? {
                    bundles.of(addressee, told.ticket).add(told.happening.notice, &told.entries, recipient.role());
                }
            }
        }
        let mut letters = bundles.letters();
        for direct in self.direct {
            if is_switched_on(change.read(), direct.notice)? {
                letters.push(direct);
            }
        }
        let roles_are_people = gate::sees_every_address(change.read(), actor)?;
        let mut planned = Vec::with_capacity(letters.len());
        let mut told = BTreeSet::new();
        for direct in letters {
            let role = direct.role.filter(|_| !roles_are_people);
            let mut letter = put(change, direct, lease)?;
            if let Some(role) = role {
                (letter.to, letter.language) = (role.id().to_owned(), desk::desk_language(change.read())?);
                if !told.insert((role, letter.notice, letter.tickets.clone())) {
                    continue;
                }
            }
            planned.push(letter);
        }
        Ok(planned)
    }
}

fn letters_for(addressee: &Addressee, tickets: Vec<(TicketSeq, Bundle)>) -> Vec<Direct> {
    let letter = |notice, matter, role| Direct { notice, matter, addressee: addressee.clone(), role, expires_at: None };
    if tickets.len() > MOST_SINGLE_LETTERS {
        let role = tickets.first().and_then(|(_, bundle)| bundle.role);
        let role = role.filter(|_| tickets.iter().all(|(_, bundle)| bundle.role == role));
        let notice = weightiest(tickets.iter().flat_map(|(_, bundle)| bundle.notices.clone()));
        let matter = Matter::Summary { tickets: tickets.iter().map(|(ticket, _)| *ticket).collect() };
        return notice.map(|notice| letter(notice, matter, role)).into_iter().collect();
    }
    tickets
        .into_iter()
        .filter_map(|(ticket, mut bundle)| {
            bundle.entries.sort_unstable();
            let notice = weightiest(bundle.notices)?;
            Some(letter(notice, Matter::Ticket { ticket, entries: bundle.entries }, bundle.role))
        })
        .collect()
}

fn put(change: &mut Change<'_>, direct: Direct, lease: bool) -> Result<PlannedLetter, StoreError> {
    let Direct { notice, matter, addressee, role: _, expires_at } = direct;
    let tickets = match &matter {
        Matter::Ticket { ticket, .. } => vec![*ticket],
        Matter::Summary { tickets } => tickets.clone(),
        _ => Vec::new(),
    };
    let about = if let [ticket] = tickets.as_slice() { ticket.0 } else { 0 };
    // Several codes of one command may go to one address, each in a letter of its own.
    let code = if let Matter::Code { code: Some(code), .. } = &matter { code.as_str() } else { "" };
    let id = Sha256::new()
        .chain_update(change.command.0)
        .chain_update(about.to_be_bytes())
        .chain_update(notice.id().as_bytes())
        .chain_update(addressee.to.key().as_bytes())
        .chain_update(code.as_bytes())
        .finalize();
    let state = if lease {
        LetterState::Leased { by: change.command, until: change.now.plus(HANDING_OVER) }
    } else {
        LetterState::Pending
    };
    let letter = Letter {
        id: LetterId(auth::first_bytes(id.into())),
        notice,
        matter,
        to: addressee.to,
        recipient: addressee.recipient,
        language: addressee.language,
        state,
        created_at: change.now,
        not_before: change.now,
        expires_at,
        attempts: 0,
        last_error: None,
        settled_at: change.now,
    };
    change.tx.put_letter(&letter)?;
    let (to, language) = addressee.shown;
    Ok(PlannedLetter { to, notice, language, tickets })
}

fn is_switched_on(read: &dyn Read, notice: Notice) -> Result<bool, StoreError> {
    let key = format!("mail.notify.{}", notice.id());
    Ok(read.setting(&key)?.as_deref() != Some("off"))
}

/// The people of the desk that letters go to, each looked up once a command.
#[derive(Default)]
struct Directory {
    roles: BTreeMap<Role, Vec<Addressee>>,
    people: BTreeMap<AccountId, Option<Addressee>>,
}

impl Directory {
    fn expand(
        &mut self,
        read: &dyn Read,
        recipient: Recipient,
        left_out: Option<AccountId>,
        now: Timestamp,
    ) -> Result<Vec<Addressee>, StoreError> {
        let mut found = match recipient {
            Recipient::Person(id) => self.person(read, id, now)?.into_iter().collect(),
            Recipient::Secretaries => self.role(read, Role::Secretary, "mail.role.secretary")?,
            Recipient::Care => self.role(read, Role::Care, "mail.role.care")?,
        };
        found.retain(|addressee| addressee.recipient.is_none() || addressee.recipient != left_out);
        Ok(found)
    }

    /// The person, or whoever stands in for them; nobody for suspended staff.
    fn person(&mut self, read: &dyn Read, id: AccountId, now: Timestamp) -> Result<Option<Addressee>, StoreError> {
        if let Some(known) = self.people.get(&id) {
            return Ok(known.clone());
        }
        let able = |account: &Account| !(account.role.is_staff() && account.is_suspended());
        let account = read.account(id)?;
        let substitute = match account.as_ref().and_then(|account| account.substitute_at(now)) {
            Some(substitute) => read.account(substitute)?.filter(able),
            None => None,
        };
        let addressee = substitute.or(account).filter(able).map(|account| Addressee::account(&account));
        self.people.insert(id, addressee.clone());
        Ok(addressee)
    }

    /// Everybody of a role, or the mailbox that the desk names for them; the administrators where there is nobody.
    fn role(&mut self, read: &dyn Read, role: Role, mailbox: &str) -> Result<Vec<Addressee>, StoreError> {
        if let Some(known) = self.roles.get(&role) {
            return Ok(known.clone());
        }
        let shared = read.setting(mailbox)?.and_then(|value| parse_mailbox(&value));
        let addressees = if let Some((_, address)) = shared {
            vec![Addressee::stranger(&address, desk::desk_language(read)?)]
        } else {
            let of = |role| -> Result<Vec<Addressee>, StoreError> {
                let people = read.people(&PeoplePage { role: Some(role), after: None, limit: usize::MAX })?;
                Ok(people.iter().filter(|account| !account.is_suspended()).map(Addressee::account).collect())
            };
            let found = of(role)?;
            if found.is_empty() { of(Role::Admin)? } else { found }
        };
        self.roles.insert(role, addressees.clone());
        Ok(addressees)
    }
}
