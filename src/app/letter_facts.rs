//! What a letter is composed from: the desk, the tickets and their texts, as far as its reader may know them.

mod merged;
mod reader;
mod words;

use super::acceptance::OwnText;
use super::people::last_moment;
use super::view::Places;
use super::{App, Error, acceptance, codes, desk, gate, terms};
use crate::domain::account::{Account, AccountId, Role};
use crate::domain::clauses::Clauses;
use crate::domain::code::CodeKind;
use crate::domain::entry::{Content, EntryId, TicketEvent};
use crate::domain::letter::{Letter, LetterId, Matter};
use crate::domain::notice::Notice;
use crate::domain::settings::parse_mailbox;
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::domain::time::Timestamp;
use crate::mail::{BouncedFacts, DeskFace, StandInFacts, TextKind, TicketFacts};
use crate::store::{Read, Store, StoreError};

pub use self::reader::{limit_to_reader, may_be_told};

/// Of how many tickets a summary names the subject.
const MOST_IN_SUMMARY: usize = 200;

/// All that a letter is composed from, but for the words.
pub struct LetterFacts {
    /// The row of the outbox.
    pub letter: Letter,
    /// The desk.
    pub desk: DeskFace,
    /// Whose letter it is; nobody's for a stranger or a shared mailbox.
    pub recipient: Option<Account>,
    /// For whom the recipient gets it, if they stand in for somebody.
    pub stands_in: Option<StandInFacts>,
    /// The tickets that it tells of; in a summary the first ones.
    pub tickets: Vec<TicketFacts>,
    /// The letter that was given up, if it tells of one.
    pub bounced: Option<BouncedFacts>,
    /// The name that was given with an attempt at registering, if it is about one.
    pub registrant: Option<String>,
    /// What the program's own house rules say of the desk.
    pub clauses: Clauses,
    /// The desk's own house rules in the letter's language.
    pub rules: Option<String>,
    /// The letter's date.
    pub now: Timestamp,
}

impl<S: Store> App<'_, S> {
    /// What a letter is composed from, without claiming it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn letter_facts(&self, letter: &Letter) -> Result<LetterFacts, Error> {
        self.store.read(|read| {
            let desk = desk_face(read)?;
            Ok(facts(read, &desk, letter, self.now)?)
        })
    }
}

/// The desk as its letters show it.
///
/// # Errors
/// Those of the store.
pub fn desk_face(read: &dyn Read) -> Result<DeskFace, StoreError> {
    let optional = |key| desk::optional(read, key);
    let mailbox = |key| -> Result<_, StoreError> { Ok(optional(key)?.and_then(|value| parse_mailbox(&value))) };
    let name = desk::value(read, "desk.name")?;
    let user = optional("mail.smtp.user")?.and_then(|user| parse_mailbox(&user));
    let from = mailbox("mail.from")?.or(user).or_else(|| parse_mailbox("taquilla@localhost"));
    Ok(DeskFace {
        from: from.ok_or_else(|| StoreError::Corrupt("mail.from".to_owned()))?,
        reply_to: mailbox("mail.in.address")?.map(|(_, address)| address),
        contact: mailbox("desk.contact")?.map(|(_, address)| address),
        url: optional("desk.url")?,
        colour: desk::value(read, "desk.colour")?,
        phone: optional("desk.phone")?,
        phone_hours: optional("desk.phone_hours")?,
        phone_cost: optional("desk.phone_cost")?,
        secret: read.secret()?,
        zone: desk::zone(read)?,
        name,
    })
}

/// What a letter is composed from.
///
/// # Errors
/// Those of the store.
pub fn facts(read: &dyn Read, desk: &DeskFace, letter: &Letter, now: Timestamp) -> Result<LetterFacts, StoreError> {
    let recipient = letter.recipient.map_or(Ok(None), |recipient| read.account(recipient))?;
    let mut scribe = Scribe { read, letter, recipient: recipient.as_ref(), now };
    let tickets = match &letter.matter {
        Matter::Ticket { ticket, entries, .. } if letter.notice == Notice::Merged => {
            scribe.merged(*ticket, entries)?.into_iter().collect()
        }
        Matter::Ticket { ticket, entries, .. } => scribe.ticket(*ticket, Some(entries))?.into_iter().collect(),
        Matter::Code { ticket: Some(ticket), .. } => scribe.ticket(*ticket, None)?.into_iter().collect(),
        Matter::Summary { tickets } => {
            let mut found = Vec::new();
            for (ticket, entries) in tickets.iter().take(MOST_IN_SUMMARY) {
                found.extend(scribe.ticket(*ticket, Some(entries))?);
            }
            found
        }
        _ => Vec::new(),
    };
    let rules = acceptance::own_text(read, OwnText::Rules, letter.language)?;
    let bounced = match &letter.matter {
        Matter::Bounced { letter } => bounced(read, letter)?,
        _ => None,
    };
    let registrant = match &letter.matter {
        Matter::Code { kind: CodeKind::Register, code: Some(code), .. } => codes::registrant(read, &letter.to, code)?,
        _ => None,
    };
    let registrant = registrant.map(|name| name.as_str().to_owned());
    let stands_in = stands_in(read, letter)?;
    let (letter, desk) = (letter.clone(), desk.clone());
    Ok(LetterFacts {
        letter,
        desk,
        recipient,
        stands_in,
        tickets,
        bounced,
        registrant,
        clauses: acceptance::clauses(read)?,
        rules,
        now,
    })
}

/// For whom somebody gets a letter, unless that one is said to be back already.
fn stands_in(read: &dyn Read, letter: &Letter) -> Result<Option<StandInFacts>, StoreError> {
    let absent = letter.instead_of.map_or(Ok(None), |absent| read.account(absent))?;
    let Some(absent) = absent else { return Ok(None) };
    let until = absent.absence_at(letter.created_at).map(|absence| last_moment(absence.until));
    Ok(until.map(|until| StandInFacts { name: absent.name.as_str().to_owned(), until }))
}

/// A letter that was given up, for whoever is told of it.
fn bounced(read: &dyn Read, id: &LetterId) -> Result<Option<BouncedFacts>, StoreError> {
    let Some(letter) = read.letter(id)? else { return Ok(None) };
    let mut numbers = Vec::new();
    for seq in letter.tickets().into_iter().take(MOST_IN_SUMMARY) {
        numbers.extend(read.ticket(seq)?.map(|ticket| ticket.number));
    }
    let id = data_encoding::HEXLOWER.encode(&id.0);
    Ok(Some(BouncedFacts { id, to: letter.to, tickets: numbers, fault: letter.last_error }))
}

/// Sends a letter that was not composed yet to where its recipient reads now. A code proves who reads at the address that it was
/// made for, and of a changed address the old one is told.
///
/// # Errors
/// Those of the store.
pub fn address_anew(read: &dyn Read, letter: &mut Letter) -> Result<(), StoreError> {
    if matches!(letter.matter, Matter::Code { .. } | Matter::AddressChanged { .. }) {
        return Ok(());
    }
    if let Some(recipient) = letter.recipient.map_or(Ok(None), |recipient| read.account(recipient))? {
        letter.to = recipient.email;
    }
    Ok(())
}

/// Writes down what a letter's reader may know of tickets.
struct Scribe<'s> {
    read: &'s dyn Read,
    letter: &'s Letter,
    recipient: Option<&'s Account>,
    now: Timestamp,
}

impl Scribe<'_> {
    /// A shared mailbox without an account is staff's.
    fn is_staff(&self) -> bool {
        self.recipient.is_none_or(|recipient| recipient.role != Role::Client)
    }

    fn name_of(&self, id: AccountId) -> Result<String, StoreError> {
        Ok(self.read.account(id)?.map_or_else(String::new, |account| account.name.as_str().to_owned()))
    }

    fn ticket(&mut self, seq: TicketSeq, carried: Option<&[EntryId]>) -> Result<Option<TicketFacts>, StoreError> {
        let Some(ticket) = self.read.ticket(seq)? else { return Ok(None) };
        let client = self.read.account(ticket.client)?;
        let terms = terms::terms(self.read)?;
        let window = desk::reopen_window(self.read)?;
        let closed_for_now = ticket.closed_at.filter(|_| ticket.merged_into.is_none());
        let mut facts = TicketFacts {
            number: ticket.number.clone(),
            subject: ticket.subject.clone(),
            topic: self.read.topics()?.full_name(ticket.topic, self.letter.language),
            status: ticket.status,
            priority: ticket.priority,
            client_name: client.as_ref().map_or_else(String::new, |client| client.name.as_str().to_owned()),
            client_handle: client.as_ref().map_or_else(String::new, |client| client.handle.as_str().to_owned()),
            client_has_phone: client.as_ref().is_some_and(|client| client.phone.is_some()),
            assignee_name: ticket.assignee.map(|assignee| self.name_of(assignee)).transpose()?,
            is_readers: ticket.assignee.is_some() && ticket.assignee == self.letter.recipient,
            texts: Vec::new(),
            earlier: Vec::new(),
            waiting_since: ticket.waiting_since(),
            due_at: ticket.runs_from().and_then(|from| terms.deadline(from)).map(|deadline| deadline.due_at),
            reopen_until: closed_for_now.map(|closed_at| closed_at.plus(window)).filter(|until| *until > self.now),
            actor_name: None,
            by_client: false,
            reason: None,
            follows: None,
            merged: Vec::new(),
            goes_on_unseen: false,
        };
        if let Some(carried) = carried {
            self.carry(&ticket, carried, &mut facts)?;
        }
        Ok(Some(facts))
    }

    fn carry(&self, ticket: &Ticket, carried: &[EntryId], facts: &mut TicketFacts) -> Result<(), StoreError> {
        let is_whole = self.letter.notice == Notice::Assigned;
        let is_alone = matches!(self.letter.matter, Matter::Ticket { .. });
        let entries = if is_whole && is_alone {
            // The letter may be composed long after it was queued: what was written since is not what it tells of.
            let last = carried.iter().max();
            let mut thread = self.read.thread(ticket.seq)?;
            thread.retain(|entry| last.is_some_and(|last| entry.id <= *last));
            thread
        } else {
            let mut found = Vec::new();
            for id in carried {
                found.extend(self.read.entry(ticket.seq, *id)?);
            }
            found
        };
        // What a letter calls files by must be what its reader calls them by.
        let places = if entries.iter().any(|entry| !entry.attachments.is_empty()) {
            Places::of(&self.read.outline(ticket.seq)?, self.is_staff())
        } else {
            Places::of(&[], true)
        };
        for entry in &entries {
            let is_carried = carried.contains(&entry.id);
            if !(self.is_staff() || entry.content.is_public()) {
                continue;
            }
            if let (true, Some(author)) = (is_carried, entry.author) {
                facts.actor_name = Some(self.name_of(author)?);
                facts.by_client = author == ticket.client;
            }
            if let Content::Event(event) = &entry.content {
                match event {
                    TicketEvent::Released { reason, .. } if is_carried && self.is_staff() => facts.reason.clone_from(reason),
                    TicketEvent::Reminded { text: Some(body) } if is_carried => {
                        facts.texts.push(self.writing(TextKind::Message, body, entry)?);
                    }
                    TicketEvent::TaskAsked { reason, .. } if is_carried => facts.reason = Some(reason.clone()),
                    TicketEvent::FollowsUp(pair) => facts.follows = Some(pair.number.as_str().to_owned()),
                    _ => {}
                }
                continue;
            }
            let text = self.text(&places, entry)?;
            if is_carried {
                facts.texts.extend(text);
            } else if self.letter.notice == Notice::Assigned {
                facts.earlier.extend(text);
            }
        }
        Ok(())
    }
}
