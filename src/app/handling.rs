//! One ticket in the hands of a command: what is appended to its thread, who is told, and how it is kept.

use super::absence::Target;
use super::change::Change;
use super::gate::{self, Actor};
use super::{Error, unconfirmed, waiting};
use crate::domain::account::{Account, AccountId};
use crate::domain::entry::{Attachment, Content, EntryId, TicketEvent};
use crate::domain::notice::{Happening, Notice};
use crate::domain::refusal::Refusal;
use crate::domain::status::Status;
use crate::domain::ticket::{Moment, Side, Ticket};
use crate::domain::time::Timestamp;
use crate::store::{Read, StoreError};

/// So many entries at the end of a thread are looked at for whether somebody has said something already.
const LOOKED_BACK: u32 = 16;

/// The most files that come with one text.
pub const MOST_ATTACHMENTS: usize = 20;

/// A ticket before and after, and what became of it.
pub struct Handling {
    before: Option<Ticket>,
    /// The ticket as it will be kept.
    pub ticket: Ticket,
    entries: Vec<crate::domain::entry::Entry>,
    notices: Vec<(Notice, Vec<EntryId>)>,
    audited: serde_json::Map<String, serde_json::Value>,
    asked_for: Option<AccountId>,
    /// Whether what was to be said stands in it already.
    pub is_said: bool,
    /// Whether something waits to be done about it, where it is closed.
    pub has_tasks: bool,
}

impl Handling {
    /// Takes up a ticket as it is kept.
    pub fn of(ticket: Ticket) -> Self {
        Self { before: Some(ticket.clone()), ..Self::of_new(ticket) }
    }

    /// Takes up a ticket that is not kept yet.
    pub fn of_new(ticket: Ticket) -> Self {
        Self {
            before: None,
            ticket,
            entries: Vec::new(),
            notices: Vec::new(),
            audited: serde_json::Map::new(),
            asked_for: None,
            is_said: false,
            has_tasks: false,
        }
    }

    /// Whether it was closed before.
    pub fn was_closed(&self) -> bool {
        self.before.as_ref().is_some_and(|before| before.status == Status::Closed)
    }

    /// Whether anything happened to it.
    pub fn is_changed(&self) -> bool {
        !self.entries.is_empty()
    }

    /// Appends words with files.
    pub fn write(&mut self, moment: &Moment, content: Content, attachments: Vec<Attachment>) -> EntryId {
        let entry = self.ticket.append(Some(moment.actor), moment.now, content, attachments);
        let id = entry.id;
        self.entries.push(entry);
        id
    }

    /// Appends an event.
    pub fn event(&mut self, moment: &Moment, event: TicketEvent) -> EntryId {
        self.write(moment, Content::Event(event), Vec::new())
    }

    /// Appends an event that nobody did: it came of what somebody did.
    pub fn happened(&mut self, now: Timestamp, event: TicketEvent) -> EntryId {
        let entry = self.ticket.append(None, now, Content::Event(event), Vec::new());
        let id = entry.id;
        self.entries.push(entry);
        id
    }

    /// Appends what came of opening it again, and has those told who have to find somebody else for it. What it gives is for the
    /// letter about the reopening.
    pub fn reopened(&mut self, moment: &Moment, events: Vec<TicketEvent>) -> Vec<EntryId> {
        let mut told = Vec::with_capacity(events.len());
        for event in events {
            let is_release = matches!(event, TicketEvent::Released { .. });
            let entry = self.event(moment, event);
            if is_release {
                self.tell(Notice::Released, &[entry]);
            } else {
                told.push(entry);
            }
        }
        told
    }

    /// Sees whether these words, which are not kept as nothing else changes, are the last that their writer said there of that kind:
    /// then nothing is lost.
    ///
    /// # Errors
    /// Those of the store.
    pub fn look_for(
        &mut self,
        read: &dyn Read,
        writer: AccountId,
        words: &str,
        of_kind: impl Fn(&Content) -> Option<&str>,
    ) -> Result<(), StoreError> {
        let last = self.ticket.tally.last_entry;
        for place in (last.saturating_sub(LOOKED_BACK)..last).rev() {
            let entry = read.entry(self.ticket.seq, EntryId(place + 1))?.filter(|entry| entry.author == Some(writer));
            if let Some(said) = entry.as_ref().and_then(|entry| of_kind(&entry.content)) {
                self.is_said = said == words;
                return Ok(());
            }
        }
        Ok(())
    }

    /// Has people told; `entries` are what the letter carries.
    pub fn tell(&mut self, notice: Notice, entries: &[EntryId]) {
        self.notices.push((notice, entries.to_vec()));
    }

    /// Notes for the audit what its entries do not say.
    pub fn audit(&mut self, key: &str, value: impl Into<serde_json::Value>) {
        self.audited.insert(key.to_owned(), value.into());
    }

    /// Notes to whom it goes and who was asked for: for the audit, and for the letter to whoever gets it instead.
    pub fn given_to(&mut self, target: &Target) {
        self.audit("to", target.to.handle.as_str());
        if let Some((id, asked_for)) = &target.asked_for {
            self.asked_for = Some(*id);
            self.audit("asked_for", asked_for.handle.as_str());
        }
    }

    /// Keeps the ticket and its entries, and has the letters queued.
    ///
    /// # Errors
    /// Those of the store; `AttachmentNotFound` for a file that was not staged.
    pub fn save(self, change: &mut Change<'_>, moment: &Moment) -> Result<Ticket, Error> {
        let Self { before, mut ticket, entries, notices, audited, asked_for, is_said: _, has_tasks: _ } = self;
        if entries.is_empty() {
            return Ok(ticket);
        }
        waiting::settle(change, before.as_ref(), &mut ticket)?;
        unconfirmed::keep_client(change, before.as_ref(), &ticket)?;
        change.write().put_ticket(before.as_ref(), &ticket)?;
        for entry in &entries {
            change.write().append_entry(ticket.seq, entry)?;
        }
        let kinds: Vec<_> = entries.iter().map(|entry| entry.content.kind()).collect();
        let mut note = serde_json::Map::new();
        note.insert("ticket".to_owned(), ticket.number.as_str().into());
        note.insert("entries".to_owned(), kinds.into());
        note.insert("status".to_owned(), ticket.status.id().into());
        note.extend(audited);
        change.note(note.into());
        let assignee = gate::able_assignee(change.read(), &ticket)?.map(|account| account.id);
        for (notice, carried) in notices {
            let note_writers = if notice == Notice::Note { note_writers(change, &ticket, moment.actor)? } else { Vec::new() };
            let happening = Happening {
                notice,
                by_client: moment.side == Side::Client,
                client: ticket.client,
                assignee,
                previous_assignee: before.as_ref().and_then(|before| before.assignee),
                asked_for,
                actor: Some(moment.actor),
                note_writers,
                part_assignees: Vec::new(),
            };
            change.outbox.happened(&ticket, happening, &carried);
        }
        Ok(ticket)
    }
}

/// Staff who wrote notes in the thread and see it still; looked up only where the assignee is the one who writes.
fn note_writers(change: &Change<'_>, ticket: &Ticket, actor: AccountId) -> Result<Vec<AccountId>, StoreError> {
    if ticket.assignee.is_some_and(|assignee| assignee != actor) {
        return Ok(Vec::new());
    }
    let outlines = change.read().outline(ticket.seq)?;
    let notes = outlines.iter().filter(|outline| outline.is_text && !outline.is_public);
    let mut writers: Vec<_> = notes.filter_map(|outline| outline.author).collect();
    writers.sort_unstable();
    writers.dedup();
    let mut able = Vec::with_capacity(writers.len());
    for writer in writers {
        // An agent who had the ticket before may not see it any more, nor what is said about it.
        let sees_it = |account: &Account| account.can_be_assigned() && account.role.sees_every_ticket();
        if change.read().account(writer)?.is_some_and(|account| sees_it(&account)) {
            able.push(writer);
        }
    }
    Ok(able)
}

/// Checks the files that come with a text: their number, their size, and that their bytes are kept.
///
/// # Errors
/// `TooManyAttachments`, `AttachmentTooLarge`, `AttachmentNotFound`; those of the store.
pub fn check_attachments(change: &Change<'_>, attachments: &[Attachment], dry_run: bool) -> Result<(), Error> {
    if attachments.len() > MOST_ATTACHMENTS {
        return Err(Refusal::TooManyAttachments { most: MOST_ATTACHMENTS as u64 }.into());
    }
    if attachments.is_empty() {
        return Ok(());
    }
    let most = super::attachment::largest(change.read())?;
    for attachment in attachments {
        if attachment.size > most {
            return Err(Refusal::AttachmentTooLarge { name: attachment.name.clone(), most }.into());
        }
        if !dry_run && change.read().blob(&attachment.hash)?.is_none() {
            return Err(Refusal::AttachmentNotFound { id: attachment.name.clone() }.into());
        }
    }
    Ok(())
}

/// The words that somebody writes, as what they are to the thread.
pub fn public_content(actor: &Actor, text: String) -> Content {
    match actor.side() {
        Side::Client => Content::Message(text),
        Side::Staff => Content::Reply(text),
    }
}
