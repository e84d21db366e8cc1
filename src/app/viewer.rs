//! Making views of tickets for one person: everybody and everything is looked up once, and only what is shown.

use std::collections::BTreeMap;

use chrono_tz::Tz;

use super::desk;
use super::gate::{self, Actor};
use super::terms::Terms;
pub use super::terms::terms;
use super::view::{AttachmentView, DeliveryView, EntryView, EventView, PersonView, Places, TicketView, attachment_id};
use crate::domain::account::{Account, AccountId};
use crate::domain::deadline::Deadline;
use crate::domain::entry::{Content, Entry, EntryId, Outline, TicketEvent};
use crate::domain::filter::Visibility;
use crate::domain::house_rules::Spots;
use crate::domain::language::Language;
use crate::domain::merge;
use crate::domain::ticket::{Ticket, TicketNumber, TicketSeq, TicketSeqPair};
use crate::domain::time::{Span, Timestamp};
use crate::domain::topic::TopicTree;
use crate::store::{Read, StoreError};

/// Makes views of tickets for one person in one transaction; looks everybody and everything up once.
pub struct Viewer<'r> {
    read: &'r dyn Read,
    reader: AccountId,
    visibility: Visibility,
    oversees: bool,
    language: Language,
    now: Timestamp,
    people: BTreeMap<AccountId, Option<Account>>,
    topics: Option<(TopicTree, Language)>,
    terms: Option<Terms>,
    reopen_window: Option<Span>,
    zone: Option<Tz>,
}

impl<'r> Viewer<'r> {
    /// A viewer for a person of the desk, in the language they are shown things in.
    pub fn new(read: &'r dyn Read, actor: &Actor, language: Language, now: Timestamp) -> Self {
        let oversees = actor.account.role.sees_every_ticket();
        Self::with_visibility(read, actor.account.id, actor.visibility(), oversees, language, now)
    }

    /// A viewer for whoever sees what `visibility` says.
    pub fn with_visibility(
        read: &'r dyn Read,
        reader: AccountId,
        visibility: Visibility,
        oversees: bool,
        language: Language,
        now: Timestamp,
    ) -> Self {
        let people = BTreeMap::new();
        Self {
            read,
            reader,
            visibility,
            oversees,
            language,
            now,
            people,
            topics: None,
            terms: None,
            reopen_window: None,
            zone: None,
        }
    }

    fn account(&mut self, id: AccountId) -> Result<Option<&Account>, StoreError> {
        if !self.people.contains_key(&id) {
            let account = self.read.account(id)?;
            self.people.insert(id, account);
        }
        Ok(self.people.get(&id).and_then(Option::as_ref))
    }

    /// A person as the reader is shown them.
    ///
    /// # Errors
    /// Those of the store.
    pub fn person(&mut self, id: AccountId) -> Result<Option<PersonView>, StoreError> {
        let sees_address = self.oversees || id == self.reader;
        Ok(self.account(id)?.map(|account| PersonView {
            email: sees_address.then(|| account.email.as_str().to_owned()),
            ..PersonView::named(account)
        }))
    }

    fn maybe_person(&mut self, id: Option<AccountId>) -> Result<Option<PersonView>, StoreError> {
        id.map_or(Ok(None), |id| self.person(id))
    }

    fn topics(&mut self) -> Result<&(TopicTree, Language), StoreError> {
        if self.topics.is_none() {
            self.topics = Some((self.read.topics()?, desk::desk_language(self.read)?));
        }
        self.topics.as_ref().ok_or(StoreError::Conflict)
    }

    /// The zone that people are told times in.
    fn zone(&mut self) -> Result<Tz, StoreError> {
        if let Some(zone) = self.zone {
            return Ok(zone);
        }
        Ok(*self.zone.insert(desk::zone(self.read)?))
    }

    /// By when a ticket is due; none where no time runs, or where that lies beyond any calendar.
    ///
    /// # Errors
    /// Those of the store.
    pub fn deadline(&mut self, ticket: &Ticket) -> Result<Option<Deadline>, StoreError> {
        let Some(counts_from) = ticket.runs_from() else { return Ok(None) };
        if self.terms.is_none() {
            self.terms = Some(terms(self.read)?);
        }
        Ok(self.terms.as_ref().and_then(|terms| terms.deadline(counts_from)))
    }

    /// A ticket as the reader is shown it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn ticket(&mut self, ticket: &Ticket) -> Result<TicketView, StoreError> {
        let staff = self.visibility.is_staff();
        let due_at = self.deadline(ticket)?.map(|deadline| deadline.due_at);
        let language = self.language;
        let (topics, desk_language) = self.topics()?;
        let (topic, topic_for_machines) =
            (topics.full_name(ticket.topic, language), topics.full_name(ticket.topic, *desk_language));
        let tally = ticket.tally;
        Ok(TicketView {
            number: ticket.number.clone(),
            external_id: ticket.external_id.clone(),
            subject: ticket.subject.clone(),
            topic,
            topic_for_machines,
            status: ticket.status,
            priority: ticket.priority,
            client: self.person(ticket.client)?,
            assignee: self.maybe_person(ticket.assignee)?,
            created_at: ticket.created_at,
            updated_at: self.visibility.updated_at(ticket),
            waiting_since: ticket.waiting_since(),
            due_at,
            overdue: due_at.is_some_and(|due_at| due_at <= self.now),
            is_at_rest: staff && ticket.waiting.is_some_and(|waiting| waiting.rests_since.is_some()),
            remind_from: due_at.filter(|due_at| !staff && *due_at <= self.now).map(|due_at| {
                let again = self.terms.as_ref().and_then(|terms| ticket.may_remind_again(&terms.calendar));
                again.unwrap_or(due_at)
            }),
            closed_at: ticket.closed_at,
            closed_by: self.maybe_person(ticket.closed_by)?,
            reopen_until: self.reopen_until(ticket)?,
            unread: self.read.unread(ticket, self.reader, staff)?,
            messages: tally.public_texts + if staff { tally.notes } else { 0 },
            attachments: tally.public_attachments + if staff { tally.note_attachments } else { 0 },
            flags: if self.oversees { ticket.flags.ids() } else { Vec::new() },
            merged_into: self.target(ticket.merged_into.as_ref())?,
            first_answered_at: ticket.first_answered_at.filter(|_| staff),
            zone: self.zone()?,
        })
    }

    /// Where a part goes on, if the reader may see that.
    fn target(&self, into: Option<&TicketSeqPair>) -> Result<Option<TicketNumber>, StoreError> {
        into.map_or(Ok(None), |into| gate::known_target(self.read, &self.visibility, into))
    }

    /// Until when its client may reopen a closed ticket; never one that became a part of another.
    ///
    /// # Errors
    /// Those of the store.
    pub fn reopen_until(&mut self, ticket: &Ticket) -> Result<Option<Timestamp>, StoreError> {
        let Some(closed_at) = ticket.closed_at.filter(|_| ticket.merged_into.is_none()) else { return Ok(None) };
        let window = match self.reopen_window {
            Some(window) => window,
            None => *self.reopen_window.insert(desk::reopen_window(self.read)?),
        };
        Ok(Some(closed_at.plus(window)))
    }

    /// The entries of a thread that the reader may see.
    ///
    /// # Errors
    /// Those of the store.
    pub fn thread(&mut self, ticket: &Ticket, entries: Vec<Entry>) -> Result<Vec<EntryView>, StoreError> {
        let mark = self.read.read_mark(self.reader, ticket.seq)?;
        let places = self.places(&entries.iter().map(Outline::from).collect::<Vec<_>>());
        let origins: Vec<_> = merge::origins(&entries).into_iter().map(Option::<&_>::cloned).collect();
        let seen = entries.into_iter().zip(origins).filter_map(|(entry, origin)| Some((places.place(entry.id)?, entry, origin)));
        let view = |(place, entry, merged_from)| Ok(EntryView { merged_from, ..self.entry(ticket, place, entry, mark)? });
        seen.map(view).collect()
    }

    fn places(&self, outlines: &[Outline]) -> Places {
        Places::of(outlines, self.visibility.is_staff())
    }

    /// The files of a thread that the reader may see. Only entries with files are looked at.
    ///
    /// # Errors
    /// Those of the store.
    pub fn files(&mut self, seq: TicketSeq) -> Result<Vec<AttachmentView>, StoreError> {
        let outlines = self.read.outline(seq)?;
        let places = self.places(&outlines);
        let mut files = Vec::new();
        for outline in outlines.iter().filter(|outline| outline.files > 0) {
            if let Some(place) = places.place(outline.id)
                && let Some(entry) = self.read.entry(seq, outline.id)?
            {
                files.extend(attachments(place, &entry));
            }
        }
        Ok(files)
    }

    fn entry(&mut self, ticket: &Ticket, place: u32, entry: Entry, mark: EntryId) -> Result<EntryView, StoreError> {
        let event = match &entry.content {
            Content::Event(event) => Some(self.event(event)?),
            _ => None,
        };
        Ok(EntryView {
            place,
            kind: entry.content.kind(),
            author: self.maybe_person(entry.author)?,
            at: entry.at,
            event,
            attachments: attachments(place, &entry).collect(),
            mail: self.deliveries(ticket, &entry)?,
            found: Spots::default(),
            is_unread: entry.id > mark
                && entry.author != Some(self.reader)
                && entry.content.text().is_some()
                && ticket.merged_into.is_none(),
            merged_from: None,
            body: match entry.content {
                Content::Message(text) | Content::Reply(text) | Content::Note(text) => Some(text),
                Content::Event(_) => None,
            },
        })
    }

    fn event(&mut self, event: &TicketEvent) -> Result<EventView, StoreError> {
        let people = match event {
            TicketEvent::Assigned { from, to } => [*from, Some(*to)],
            TicketEvent::Released { from, .. } => [Some(*from), None],
            TicketEvent::ClientChanged { from, to } => [Some(*from), Some(*to)],
            _ => [None, None],
        };
        let [before, after] = people.map(|id| self.maybe_person(id));
        let people = [before?, after?];
        let names = people.clone().map(|person| person.map(|person| person.name));
        let [before, after] = people.map(|person| person.map(|person| person.handle));
        let (from, to, reason) = match event {
            TicketEvent::Released { reason, .. } => (before, None, reason.clone()),
            TicketEvent::Assigned { .. } | TicketEvent::ClientChanged { .. } => (before, after, None),
            TicketEvent::Closed | TicketEvent::Reopened => (None, None, None),
            TicketEvent::PriorityChanged { from, to } => (Some(from.id().to_owned()), Some(to.id().to_owned()), None),
            TicketEvent::TopicChanged { from, to } => {
                let language = self.language;
                let (topics, _) = self.topics()?;
                (Some(topics.full_name(*from, language)), Some(topics.full_name(*to, language)), None)
            }
            TicketEvent::SubjectChanged { from, to } => (Some(from.clone()), Some(to.clone()), None),
            TicketEvent::ExternalIdChanged { from, to } => (from.clone(), to.clone(), None),
            TicketEvent::MergedFrom { ticket, .. } => (Some(ticket.number.as_str().to_owned()), None, None),
            TicketEvent::Reminded { text } => (None, None, text.clone()),
            TicketEvent::Unflagged(flags) => (Some(flags.ids().join(",")), None, None),
            TicketEvent::FollowsUp(pair) => (None, Some(pair.number.as_str().to_owned()), None),
            TicketEvent::TaskAsked { task, reason, .. } => (None, Some(task.to_string()), Some(reason.clone())),
            TicketEvent::TaskDone { task, .. } => (None, Some(task.to_string()), None),
            TicketEvent::MergedInto(pair) => (None, self.target(Some(pair))?.map(|number| number.to_string()), None),
        };
        Ok(EventView { id: event.id(), from, to, names, reason })
    }

    fn deliveries(&mut self, ticket: &Ticket, entry: &Entry) -> Result<Vec<DeliveryView>, StoreError> {
        if entry.content.text().is_none() {
            return Ok(Vec::new());
        }
        let mut views = Vec::new();
        for letter in self.read.letters_of_entry(ticket.seq, entry.id)? {
            // Who of staff is told is not for clients.
            if !self.visibility.is_staff() && letter.recipient != Some(self.reader) {
                continue;
            }
            let to = match letter.recipient {
                Some(recipient) => self.person(recipient)?.map(|person| person.handle),
                None if self.oversees => Some(letter.to.as_str().to_owned()),
                None => None,
            };
            if let Some(to) = to {
                views.push(DeliveryView { notice: letter.notice, to, at: letter.settled_at, state: letter.state });
            }
        }
        Ok(views)
    }
}

/// The files of an entry that the reader calls by a place.
fn attachments(place: u32, entry: &Entry) -> impl Iterator<Item = AttachmentView> {
    entry.attachments.iter().enumerate().map(move |(index, attachment)| AttachmentView {
        id: attachment_id(place, index),
        name: attachment.name.clone(),
        size: attachment.size,
        media_type: attachment.media_type.clone(),
        sha256: data_encoding::HEXLOWER.encode(&attachment.hash.0),
    })
}
