//! The letters of one command: who is told, in how many letters, in which language.
//!
//! One command sends one person at most one letter per ticket, and one summary when it touches more than five of theirs.
//! Letters are queued in the transaction of what they tell, by reference; the relay composes them later.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::change::Change;
use super::directory::{Addressee, Directory, admins};
use super::gate;
use crate::auth;
use crate::domain::account::{AccountId, EmailAddress, Role};
use crate::domain::entry::EntryId;
use crate::domain::language::Language;
use crate::domain::letter::{Letter, LetterId, LetterState, MOST_SINGLE_LETTERS, Matter};
use crate::domain::notice::{Happening, Notice, recipients, weightiest};
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::domain::time::Timestamp;
use crate::store::{Read, StoreError, Write};

/// A letter that a command queued, or would have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedLetter {
    /// What it is kept under.
    pub id: LetterId,
    /// The handle of the recipient, the address of a mailbox or a stranger, or the role of somebody whom one may not know.
    pub to: String,
    /// The role, where it stands for somebody.
    pub role: Option<Role>,
    /// What it is about.
    pub notice: Notice,
    /// The language it is written in.
    pub language: Language,
    /// The tickets that it tells of.
    pub tickets: Vec<TicketSeq>,
}

impl PlannedLetter {
    /// A letter that waits.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of(read: &dyn Read, letter: &Letter) -> Result<Self, StoreError> {
        let recipient = letter.recipient.map_or(Ok(None), |id| read.account(id))?;
        Ok(Self {
            id: letter.id,
            to: recipient.map_or_else(|| letter.to.as_str().to_owned(), |account| account.handle.as_str().to_owned()),
            role: None,
            notice: letter.notice,
            language: letter.language,
            tickets: letter.tickets(),
        })
    }

    /// The letter with a code that somebody asks for who must not be told whether anybody has the address.
    pub fn with_code(to: &EmailAddress, language: Language) -> Self {
        let to = to.as_str().to_owned();
        Self { id: LetterId([0; 16]), to, role: None, notice: Notice::Code, language, tickets: Vec::new() }
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
    /// For whom they are told it, if they stand in for somebody.
    instead_of: Option<AccountId>,
    expires_at: Option<Timestamp>,
}

/// What a command wants to be told by mail.
#[derive(Clone, Debug, Default)]
pub struct Outbox {
    told: Vec<Told>,
    direct: Vec<Direct>,
    /// Whether somebody asked for these letters by themselves, or for ones that waited.
    pub is_urgent: bool,
}

#[derive(Default)]
struct Bundle {
    notices: Vec<Notice>,
    entries: Vec<EntryId>,
    role: Option<Role>,
    instead_of: Option<AccountId>,
}

impl Bundle {
    fn add(&mut self, notice: Notice, entries: &[EntryId], role: Option<Role>, instead_of: Option<AccountId>) {
        let is_first = self.notices.is_empty();
        self.role = if is_first { role } else { self.role.and(role) };
        // Whoever is told for themselves too would be told all the same.
        self.instead_of = if is_first { instead_of } else { self.instead_of.filter(|person| instead_of == Some(*person)) };
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
        self.direct.push(Direct { notice, matter, addressee, role: None, instead_of: None, expires_at });
    }

    /// Queues the letters and says which. Of what somebody was told by an earlier letter of the same command, they are told no more:
    /// that letter is composed from the ticket as it is when it leaves, and says when an answer is due.
    ///
    /// # Errors
    /// Those of the store.
    pub fn queue(self, change: &mut Change<'_>, actor: Option<AccountId>, lease: bool) -> Result<Vec<PlannedLetter>, StoreError> {
        let mut people = Directory::default();
        let mut bundles = Bundles::default();
        let actor = actor.map_or(Ok(None), |actor| change.read().account(actor))?;
        for told in &self.told {
            if !is_switched_on(change.read(), told.happening.notice)? {
                continue;
            }
            for recipient in recipients(&told.happening) {
                let left_out = actor.as_ref().filter(|_| !told.happening.is_receipt_for(recipient));
                for addressee in people.expand(change.read(), recipient, left_out, change.now)? {
                    if change.was_told(&addressee, told.ticket) {
                        continue;
                    }
                    let asked_for = told.happening.asked_for.filter(|_| told.happening.is_for_assignee(recipient));
                    let instead_of = addressee.instead_of.or(asked_for);
                    let bundle = bundles.of(addressee, told.ticket);
                    bundle.add(told.happening.notice, &told.entries, recipient.role(), instead_of);
                }
            }
        }
        let mut letters = bundles.letters();
        for direct in self.direct {
            let reader = direct.addressee.recipient.map_or(Ok(None), |reader| change.read().account(reader))?;
            if is_switched_on(change.read(), direct.notice)? && reader.is_none_or(|reader| reader.can_be_told()) {
                letters.push(direct);
            }
        }
        let mut planned: Vec<PlannedLetter> = Vec::with_capacity(letters.len());
        for direct in letters {
            // Who is of staff, agents may know; which mailbox the desk has for them, only those who see every address.
            let is_mailbox = direct.addressee.recipient.is_none();
            let is_known = if is_mailbox { gate::sees_every_address(actor.as_ref()) } else { gate::sees_staff(actor.as_ref()) };
            let role = direct.role.filter(|_| !is_known);
            let letter = put(change, direct, lease)?;
            planned.push(match role {
                Some(role) => PlannedLetter { to: role.id().to_owned(), role: Some(role), ..letter },
                None => letter,
            });
        }
        Ok(planned)
    }
}

fn letters_for(addressee: &Addressee, tickets: Vec<(TicketSeq, Bundle)>) -> Vec<Direct> {
    let letter = |notice, matter, role, instead_of| {
        let addressee = addressee.clone();
        Direct { notice, matter, addressee, role, instead_of, expires_at: None }
    };
    if tickets.len() > MOST_SINGLE_LETTERS {
        let first = tickets.first().map(|(_, bundle)| bundle);
        let (role, instead_of) = first.map_or((None, None), |bundle| (bundle.role, bundle.instead_of));
        let role = role.filter(|_| tickets.iter().all(|(_, bundle)| bundle.role == role));
        let instead_of = instead_of.filter(|_| tickets.iter().all(|(_, bundle)| bundle.instead_of == instead_of));
        let notice = weightiest(tickets.iter().flat_map(|(_, bundle)| bundle.notices.clone()));
        let told = |(ticket, mut bundle): (TicketSeq, Bundle)| {
            bundle.entries.sort_unstable();
            (ticket, bundle.entries)
        };
        let matter = Matter::Summary { tickets: tickets.into_iter().map(told).collect() };
        return notice.map(|notice| letter(notice, matter, role, instead_of)).into_iter().collect();
    }
    tickets
        .into_iter()
        .filter_map(|(ticket, mut bundle)| {
            bundle.entries.sort_unstable();
            let notice = weightiest(bundle.notices)?;
            let matter = Matter::Ticket { ticket, entries: bundle.entries, file: None };
            Some(letter(notice, matter, bundle.role, bundle.instead_of))
        })
        .collect()
}

fn put(change: &mut Change<'_>, direct: Direct, lease: bool) -> Result<PlannedLetter, StoreError> {
    let tickets = match &direct.matter {
        Matter::Ticket { ticket, .. } => vec![*ticket],
        Matter::Summary { tickets } => tickets.iter().map(|(ticket, _)| *ticket).collect(),
        _ => Vec::new(),
    };
    let about = if let [ticket] = tickets.as_slice() { ticket.0 } else { 0 };
    // Several codes of one command may go to one address, each in a letter of its own.
    let code = if let Matter::Code { code: Some(code), .. } = &direct.matter { code.as_str() } else { "" };
    let cause = [&change.command.0[..], &about.to_be_bytes(), direct.notice.id().as_bytes(), code.as_bytes()];
    let id = id_of(&cause, &direct.addressee);
    change.tell(&direct.addressee, &tickets);
    let planned = PlannedLetter {
        id,
        to: direct.addressee.shown.0.clone(),
        role: None,
        notice: direct.notice,
        language: direct.addressee.shown.1,
        tickets,
    };
    let state = if lease { LetterState::handed_to(change.command, change.now) } else { LetterState::Pending };
    let letter = row(id, direct, state, change.now);
    change.write().put_letter(&letter)?;
    Ok(planned)
}

/// What a letter is kept under: the same for the same cause and addressee.
fn id_of(cause: &[&[u8]], addressee: &Addressee) -> LetterId {
    let mut hash = Sha256::new();
    for part in cause {
        hash.update(part);
    }
    hash.update(addressee.to.key().as_bytes());
    LetterId(auth::first_bytes(hash.finalize().into()))
}

fn row(id: LetterId, direct: Direct, state: LetterState, now: Timestamp) -> Letter {
    let Direct { notice, matter, addressee, role: _, instead_of, expires_at } = direct;
    Letter {
        id,
        notice,
        matter,
        to: addressee.to,
        recipient: addressee.recipient,
        instead_of,
        language: addressee.language,
        state,
        created_at: now,
        not_before: now,
        expires_at,
        attempts: 0,
        last_error: None,
        settled_at: now,
    }
}

/// Tells Secretaría of a letter that was given up: once, and never of a letter that tells of another.
///
/// # Errors
/// Those of the store.
pub fn tell_of_given_up(tx: &mut dyn Write, letter: &Letter, now: Timestamp) -> Result<(), StoreError> {
    let notice = Notice::Bounced;
    // Whoever tries the mail out is told by the command itself.
    let is_told = letter.state == LetterState::Dead && !matches!(letter.notice, Notice::Bounced | Notice::Test);
    if !is_told || !is_switched_on(tx.as_read(), notice)? {
        return Ok(());
    }
    let reads_elsewhere = |addressee: &Addressee| addressee.to.key() != letter.to.key();
    let mut addressees = Directory::default().role(tx.as_read(), Role::Secretary, now, None)?;
    addressees.retain(reads_elsewhere);
    if addressees.is_empty() {
        addressees = admins(tx.as_read(), now)?;
        addressees.retain(reads_elsewhere);
    }
    for addressee in addressees {
        let id = id_of(&[notice.id().as_bytes(), &letter.id.0], &addressee);
        if tx.letter(&id)?.is_none() {
            let (matter, instead_of) = (Matter::Bounced { letter: letter.id }, addressee.instead_of);
            let direct = Direct { notice, matter, addressee, role: None, instead_of, expires_at: None };
            tx.put_letter(&row(id, direct, LetterState::Pending, now))?;
        }
    }
    Ok(())
}

fn is_switched_on(read: &dyn Read, notice: Notice) -> Result<bool, StoreError> {
    let key = format!("mail.notify.{}", notice.id());
    Ok(read.setting(&key)?.as_deref() != Some("off"))
}
