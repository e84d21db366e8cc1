//! The relay: claims letters, composes them once, sends them without the lock, settles them.
//!
//! At least once: a letter whose relay died is taken by another after its lease, and is the same to the byte, because it was
//! frozen when it was claimed. It knows no transport and no language: composing and sending come in.

use super::{App, Error, config, first_16, view, viewer};
use crate::auth;
use crate::domain::account::{Account, AccountId, Role};
use crate::domain::entry::{BlobHash, Content, Entry, EntryId, TicketEvent};
use crate::domain::letter::{CommandId, LEASE, Letter, LetterState, Matter, REST_AFTER_FAILED_CONNECTION};
use crate::domain::notice::Notice;
use crate::domain::settings::parse_mailbox;
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::domain::time::{Span, Timestamp};
use crate::mail::{AttachmentFacts, DeskFace, Frozen, MailError, Mailer, TextFacts, TextKind, TicketFacts};
use crate::store::{Read, Store, StoreError, Write};

/// How many letters are claimed at a time.
const BATCH: usize = 20;
/// How long letters are begun on one lease: a letter may take all the rest of it.
const LONGEST_ON_ONE_LEASE: Span = Span::seconds(20);
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
    /// The tickets that it tells of.
    pub tickets: Vec<TicketFacts>,
    /// The desk's own house rules in the letter's language.
    pub rules: Option<String>,
    /// The letter's date.
    pub now: Timestamp,
}

/// What a relay needs from outside.
pub struct Relay<'r> {
    /// Composes a letter.
    pub compose: &'r dyn Fn(&LetterFacts) -> Result<Frozen, MailError>,
    /// Opens the way that letters leave by, as the settings say at the time; also tells where failures are reported to.
    pub mailer: &'r mut dyn Mailer,
    /// The time, which goes on while letters are sent.
    pub clock: &'r dyn Fn() -> Timestamp,
    /// Whether letters that wait for another attempt are tried now.
    pub force: bool,
}

/// What a relay did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relayed {
    /// Letters that left.
    pub sent: usize,
    /// Letters that did not, and wait or were given up.
    pub failed: usize,
}

impl<S: Store> App<'_, S> {
    /// Sends the letters that are leased to `lease` and those that are due, until none is left.
    ///
    /// # Errors
    /// Those of the store. What a mail server says ends in the letter's row.
    pub fn relay(&self, lease: &CommandId, relay: &mut Relay<'_>) -> Result<Relayed, Error> {
        let mut relayed = Relayed::default();
        let mut transactions = 0;
        loop {
            let claimed_at = (relay.clock)();
            let claimed = self.claim(lease, relay, &mut transactions)?;
            if claimed.is_empty() {
                return Ok(relayed);
            }
            let mut claimed = claimed.into_iter();
            while let Some((letter, frozen)) = claimed.next() {
                let result = self.hand_over(relay, &frozen);
                let is_down = matches!(result, Err(MailError::Unreachable(_) | MailError::Misconfigured(_)));
                match &result {
                    Ok(()) => relayed.sent += 1,
                    Err(_) => relayed.failed += 1,
                }
                let rest: Vec<Letter> = if is_down { claimed.by_ref().map(|(letter, _)| letter).collect() } else { Vec::new() };
                relayed.failed += rest.len();
                self.settle(relay, lease, letter, &result, rest, &mut transactions)?;
                if is_down {
                    return Ok(relayed);
                }
                // A letter needs nearly a whole lease for itself; the others are claimed again, frozen as they are.
                if (relay.clock)().since(claimed_at) > LONGEST_ON_ONE_LEASE {
                    break;
                }
            }
        }
    }

    fn transaction(&self, count: &mut u64) -> CommandId {
        *count += 1;
        CommandId(first_16(auth::derive(&self.seed, "relay", *count)))
    }

    /// Claims and freezes letters in one transaction. Looks first, so that an idle relay writes nothing.
    fn claim(&self, lease: &CommandId, relay: &Relay<'_>, transactions: &mut u64) -> Result<Vec<(Letter, Vec<u8>)>, Error> {
        let now = (relay.clock)();
        let is_idle = self.store.read(|read| Ok::<_, StoreError>(candidates(read, lease, relay.force, now)?.is_empty()))?;
        if is_idle {
            return Ok(Vec::new());
        }
        let id = self.transaction(transactions);
        self.store.write(&id, |tx| {
            let mut claimed = Vec::new();
            let held = config::value(tx.as_read(), "mail.hold")? == "on";
            let rests_until = if relay.force { now } else { tx.mail_rests_until()? };
            let desk = desk_face(tx.as_read())?;
            for mut letter in candidates(tx.as_read(), lease, relay.force, now)? {
                if letter.expires_at.is_some_and(|expires_at| expires_at <= now) {
                    letter.settle(LetterState::Cancelled, now);
                    tx.put_letter(&letter)?;
                    tx.put_frozen(&letter.id, None)?;
                } else if held || now < rests_until {
                    letter.state = LetterState::Pending;
                    letter.not_before = letter.not_before.max(rests_until);
                    tx.put_letter(&letter)?;
                } else if let Some(frozen) = freeze(tx, relay, &desk, &mut letter, now)? {
                    letter.state = LetterState::Leased { by: *lease, until: now.plus(LEASE) };
                    tx.put_letter(&letter)?;
                    claimed.push((letter, frozen));
                }
            }
            tx.remember_command(&id, now)?;
            Ok::<_, Error>(claimed)
        })
    }

    fn hand_over(&self, relay: &mut Relay<'_>, frozen: &[u8]) -> Result<(), MailError> {
        let mut fetch = |hash: &BlobHash| self.blob(hash);
        let frozen = Frozen::from_bytes(frozen)?;
        let message = frozen.render(&mut fetch)?;
        relay.mailer.send(frozen.envelope(), &message)
    }

    fn blob(&self, hash: &BlobHash) -> Result<Vec<u8>, MailError> {
        let read = self.store.read(|read| -> Result<Option<Vec<u8>>, StoreError> {
            let Some(blob) = read.blob(hash)? else { return Ok(None) };
            let mut bytes = Vec::with_capacity(usize::try_from(blob.size).unwrap_or(0));
            let mut index = 0;
            while (bytes.len() as u64) < blob.size {
                let Some(chunk) = read.blob_chunk(hash, index)? else { return Ok(None) };
                bytes.extend_from_slice(&chunk);
                index += 1;
            }
            Ok(Some(bytes))
        });
        match read {
            Ok(Some(bytes)) => Ok(bytes),
            Ok(None) => Err(MailError::Temporary("an attachment is not kept".to_owned())),
            Err(error) => Err(MailError::Temporary(error.to_string())),
        }
    }

    fn settle(
        &self,
        relay: &Relay<'_>,
        lease: &CommandId,
        mut letter: Letter,
        result: &Result<(), MailError>,
        rest: Vec<Letter>,
        transactions: &mut u64,
    ) -> Result<(), Error> {
        let now = (relay.clock)();
        match result {
            Ok(()) => letter.sent(now),
            Err(error) => letter.failed(matches!(error, MailError::Permanent(_)), &error.to_string(), now),
        }
        let id = self.transaction(transactions);
        self.store.write(&id, |tx| {
            // Another relay may have it by now, if this one took longer than its lease.
            let is_ours = |tx: &dyn Write, letter: &Letter| -> Result<bool, StoreError> {
                let kept = tx.letter(&letter.id)?;
                Ok(kept.is_some_and(|kept| matches!(kept.state, LetterState::Leased { by, .. } if by == *lease)))
            };
            if is_ours(tx, &letter)? || *result == Ok(()) {
                tx.put_letter(&letter)?;
                // What a code was composed into holds the code.
                if !letter.state.is_waiting() && (letter.state != LetterState::Dead || letter.has_secret()) {
                    tx.put_frozen(&letter.id, None)?;
                }
            }
            if !rest.is_empty() || matches!(result, Err(MailError::Unreachable(_) | MailError::Misconfigured(_))) {
                let until = now.plus(REST_AFTER_FAILED_CONNECTION);
                tx.rest_mail_until(until)?;
                for letter in &rest {
                    if is_ours(tx, letter)? {
                        let state = if letter.attempts == 0 { LetterState::Pending } else { LetterState::Retry };
                        tx.put_letter(&Letter { state, not_before: until, ..letter.clone() })?;
                    }
                }
            }
            Ok::<_, Error>(tx.remember_command(&id, now)?)
        })
    }

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

    /// The settings under these keys, in their order, for whoever opens the way that letters leave by.
    ///
    /// # Errors
    /// Those of the store.
    pub fn mail_settings(&self, keys: &[&str]) -> Result<Vec<Option<String>>, Error> {
        self.store.read(|read| Ok(keys.iter().map(|key| config::optional(read, key)).collect::<Result<_, _>>()?))
    }
}

/// The letters that a relay may take: its own first, then those that are due.
fn candidates(read: &dyn Read, lease: &CommandId, force: bool, now: Timestamp) -> Result<Vec<Letter>, StoreError> {
    let mut letters = read.leased_letters(lease)?;
    letters.truncate(BATCH);
    if letters.len() < BATCH {
        let others = if force {
            read.unsent_letters(BATCH * 50)?.into_iter().filter(|letter| letter.is_due(now.max(letter.not_before))).collect()
        } else {
            read.due_letters(now, BATCH)?
        };
        let is_new = |letter: &Letter| match letter.state {
            LetterState::Leased { until, .. } => until <= now,
            _ => true,
        };
        let known: Vec<_> = letters.iter().map(|letter| letter.id).collect();
        letters.extend(others.into_iter().filter(|letter| is_new(letter) && !known.contains(&letter.id)));
        letters.truncate(BATCH);
    }
    Ok(letters)
}

/// The letter as it was composed; composed now if it was not. `None`: it cannot be, and says why in its row.
fn freeze(
    tx: &mut dyn Write,
    relay: &Relay<'_>,
    desk: &DeskFace,
    letter: &mut Letter,
    now: Timestamp,
) -> Result<Option<Vec<u8>>, Error> {
    if let Some(frozen) = tx.frozen(&letter.id)? {
        return Ok(Some(frozen));
    }
    let facts = facts(tx.as_read(), desk, letter, now)?;
    match (relay.compose)(&facts) {
        Ok(frozen) => {
            let bytes = frozen.to_bytes();
            tx.put_frozen(&letter.id, Some(&bytes))?;
            Ok(Some(bytes))
        }
        Err(error) => {
            letter.failed(matches!(error, MailError::Permanent(_)), &error.to_string(), now);
            tx.put_letter(letter)?;
            Ok(None)
        }
    }
}

/// The desk as its letters show it.
///
/// # Errors
/// Those of the store.
pub fn desk_face(read: &dyn Read) -> Result<DeskFace, StoreError> {
    let optional = |key| config::optional(read, key);
    let mailbox = |key| -> Result<_, StoreError> { Ok(optional(key)?.and_then(|value| parse_mailbox(&value))) };
    let name = config::value(read, "desk.name")?;
    let user = optional("mail.smtp.user")?.and_then(|user| parse_mailbox(&user));
    let from = mailbox("mail.from")?.or(user).or_else(|| parse_mailbox("taquilla@localhost"));
    Ok(DeskFace {
        from: from.ok_or_else(|| StoreError::Corrupt("mail.from".to_owned()))?,
        reply_to: mailbox("mail.in.address")?.map(|(_, address)| address),
        contact: mailbox("desk.contact")?.map(|(_, address)| address),
        url: optional("desk.url")?,
        colour: config::value(read, "desk.colour")?,
        phone: optional("desk.phone")?,
        phone_hours: optional("desk.phone_hours")?,
        phone_cost: optional("desk.phone_cost")?,
        secret: read.secret()?,
        zone: config::zone(read)?,
        name,
    })
}

fn facts(read: &dyn Read, desk: &DeskFace, letter: &Letter, now: Timestamp) -> Result<LetterFacts, StoreError> {
    let recipient = letter.recipient.map_or(Ok(None), |recipient| read.account(recipient))?;
    let mut scribe = Scribe { read, letter, recipient: recipient.as_ref() };
    let tickets = match &letter.matter {
        Matter::Ticket { ticket, entries } => scribe.ticket(*ticket, Some(entries))?.into_iter().collect(),
        Matter::Code { ticket: Some(ticket), .. } => scribe.ticket(*ticket, None)?.into_iter().collect(),
        Matter::Summary { tickets } => {
            let mut found = Vec::new();
            for ticket in tickets.iter().take(MOST_IN_SUMMARY) {
                found.extend(scribe.ticket(*ticket, None)?);
            }
            found
        }
        _ => Vec::new(),
    };
    let rules = config::optional(read, &format!("rules.text.{}", letter.language.code()))?;
    Ok(LetterFacts { letter: letter.clone(), desk: desk.clone(), recipient, tickets, rules, now })
}

/// Writes down what a letter's reader may know of tickets.
struct Scribe<'s> {
    read: &'s dyn Read,
    letter: &'s Letter,
    recipient: Option<&'s Account>,
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
        let terms = viewer::terms(self.read)?;
        let waits = ticket.waiting_since.filter(|_| client.as_ref().is_some_and(|client| !client.is_suspended()));
        let window = Span::parse(&config::value(self.read, "reopen.window")?);
        let mut facts = TicketFacts {
            number: ticket.number.clone(),
            subject: ticket.subject.clone(),
            topic: self.read.topics()?.full_name(ticket.topic, self.letter.language),
            status: ticket.status,
            priority: ticket.priority,
            client_name: client.as_ref().map_or_else(String::new, |client| client.name.as_str().to_owned()),
            client_handle: client.as_ref().map_or_else(String::new, |client| client.handle.as_str().to_owned()),
            assignee_name: ticket.assignee.map(|assignee| self.name_of(assignee)).transpose()?,
            texts: Vec::new(),
            earlier: Vec::new(),
            due_at: waits.and_then(|since| terms.deadline(since)).map(|deadline| deadline.due_at),
            reopen_until: ticket.closed_at.zip(window).map(|(closed_at, window)| closed_at.plus(window)),
            actor_name: None,
            reason: None,
            follows: None,
        };
        if let Some(carried) = carried {
            self.carry(&ticket, carried, &mut facts)?;
        }
        Ok(Some(facts))
    }

    fn carry(&self, ticket: &Ticket, carried: &[EntryId], facts: &mut TicketFacts) -> Result<(), StoreError> {
        let entries = if self.letter.notice == Notice::Assigned || self.letter.notice == Notice::Opened {
            self.read.thread(ticket.seq)?
        } else {
            let mut found = Vec::new();
            for id in carried {
                found.extend(self.read.entry(ticket.seq, *id)?);
            }
            found
        };
        for entry in &entries {
            let is_carried = carried.contains(&entry.id);
            if !(self.is_staff() || entry.content.is_public()) {
                continue;
            }
            if let (true, Some(author)) = (is_carried, entry.author) {
                facts.actor_name = Some(self.name_of(author)?);
            }
            if let Content::Event(event) = &entry.content {
                match event {
                    TicketEvent::Released { reason, .. } if is_carried && self.is_staff() => facts.reason.clone_from(reason),
                    TicketEvent::FollowsUp(pair) => facts.follows = Some(pair.number.as_str().to_owned()),
                    _ => {}
                }
                continue;
            }
            let text = self.text(entry)?;
            if is_carried {
                facts.texts.extend(text);
            } else if self.letter.notice == Notice::Assigned {
                facts.earlier.extend(text);
            }
        }
        Ok(())
    }

    fn text(&self, entry: &Entry) -> Result<Option<TextFacts>, StoreError> {
        let (kind, body) = match &entry.content {
            Content::Message(body) => (TextKind::Message, body),
            Content::Reply(body) => (TextKind::Reply, body),
            Content::Note(body) => (TextKind::Note, body),
            Content::Event(_) => return Ok(None),
        };
        let author = entry.author.map_or(Ok(None), |author| self.read.account(author))?;
        let attachments = entry.attachments.iter().enumerate();
        let attachments =
            attachments.map(|(index, file)| AttachmentFacts { id: view::attachment_id(entry.id, index), file: file.clone() });
        Ok(Some(TextFacts {
            kind,
            author_name: author.as_ref().map_or_else(String::new, |author| author.name.as_str().to_owned()),
            author_role: author.map_or(Role::Client, |author| author.role),
            at: entry.at,
            body: body.clone(),
            attachments: attachments.collect(),
        }))
    }
}
