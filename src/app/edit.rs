//! `edit`: topic, subject, client and external id of tickets.

use super::audit::notes::Changes;
use super::change::{Call, Change, Outcome, Receipt};
use super::gate::Actor;
use super::handling::Handling;
use super::many::{self, Batch, Numbers};
use super::merge::parts_of;
use super::open::check_external_id;
use super::people::handle_of;
use super::{App, Error};
use crate::domain::account::{AccountId, Role};
use crate::domain::entry::TicketEvent;
use crate::domain::language::Language;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::domain::ticket::TicketSeq;
use crate::store::Store;

/// What is to change; `None` leaves it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// The topic.
    pub topic: Option<String>,
    /// The subject.
    pub subject: Option<String>,
    /// The client.
    pub client: Option<String>,
    /// The number in another system; empty takes it away.
    pub external_id: Option<String>,
}

impl<S: Store> App<'_, S> {
    /// Edits tickets; nobody is told by mail.
    ///
    /// # Errors
    /// `TopicNotFound`, `TopicAmbiguous`, `TopicRetired`, `PersonNotFound`, `NotAClient`, `ExternalIdTaken`; those of the gate and of the store.
    pub fn edit(
        &self,
        call: &Call,
        numbers: &Numbers,
        edit: &Edit,
        receipt: Receipt<'_, Batch>,
    ) -> Result<Outcome<Batch>, Error> {
        let subject = edit.subject.as_deref().map(text::subject).transpose()?;
        self.change("edit", call, receipt, |change, actor| {
            actor.demand(Action::Edit)?;
            let topic = match &edit.topic {
                Some(name) => {
                    let topics = change.read().topics()?;
                    let found = topics.named(name, self.language)?;
                    if found.retired {
                        return Err(Refusal::TopicRetired { name: name.clone() }.into());
                    }
                    Some(found.id)
                }
                None => None,
            };
            let client = match &edit.client {
                Some(who) => {
                    let client = actor.person(change.read(), who)?;
                    if client.role != Role::Client {
                        return Err(Refusal::NotAClient { who: client.handle.as_str().to_owned() }.into());
                    }
                    Some(client.id)
                }
                None => None,
            };
            many::each(change, actor, Action::Edit, numbers, self.language, |change, handling, moment| {
                let mut events = Vec::new();
                let ticket = &mut handling.ticket;
                if let Some(to) = topic.filter(|to| *to != ticket.topic) {
                    events.push(TicketEvent::TopicChanged { from: std::mem::replace(&mut ticket.topic, to), to });
                }
                if let Some(to) = subject.clone().filter(|to| *to != ticket.subject) {
                    events.push(TicketEvent::SubjectChanged { from: std::mem::replace(&mut ticket.subject, to.clone()), to });
                }
                if let Some(to) = client.filter(|to| *to != ticket.client) {
                    events.push(TicketEvent::ClientChanged { from: std::mem::replace(&mut ticket.client, to), to });
                    move_parts(change, actor, ticket.seq, to)?;
                }
                if let Some(wanted) = &edit.external_id {
                    let to = if wanted.is_empty() { None } else { Some(check_external_id(change, wanted, Some(ticket))?) };
                    if to != ticket.external_id {
                        let from = std::mem::replace(&mut ticket.external_id, to.clone());
                        events.push(TicketEvent::ExternalIdChanged { from, to });
                    }
                }
                if !events.is_empty() {
                    handling.audit("changes", changes(change, &events)?.into_value());
                }
                for event in events {
                    handling.event(moment, event);
                }
                Ok(())
            })
        })
    }
}

/// The fields that events change.
fn changes(change: &Change<'_>, events: &[TicketEvent]) -> Result<Changes, Error> {
    let read = change.read();
    let mut changes = Changes::default();
    for event in events {
        changes = match event {
            TicketEvent::TopicChanged { from, to } => {
                let topics = read.topics()?;
                let name = |id| topics.full_name(id, Language::Spanish);
                changes.field("topic", Some(&name(*from)), Some(&name(*to)))
            }
            TicketEvent::ClientChanged { from, to } => {
                changes.field("client", handle_of(read, *from)?.as_deref(), handle_of(read, *to)?.as_deref())
            }
            TicketEvent::ExternalIdChanged { from, to } => changes.field("external_id", from.as_deref(), to.as_deref()),
            // A subject says what somebody is about: it stands in the ticket alone, where it can be redacted.
            TicketEvent::SubjectChanged { .. } => changes.hidden("subject", true),
            _ => changes,
        };
    }
    Ok(changes)
}

/// Gives the parts of a ticket to its new client: the one before would be led to what they may not see, and nobody could mend it, since
/// a part takes nothing any more.
fn move_parts(change: &mut Change<'_>, actor: &Actor, seq: TicketSeq, to: AccountId) -> Result<(), Error> {
    let thread = change.read().thread(seq)?;
    for part in parts_of(change.read(), seq, &thread)?.into_iter().filter(|part| part.client != to) {
        let moment = actor.moment(change.read(), &part, change.now)?;
        let mut handling = Handling::of(part);
        let from = std::mem::replace(&mut handling.ticket.client, to);
        handling.event(&moment, TicketEvent::ClientChanged { from, to });
        handling.save(change, &moment)?;
    }
    Ok(())
}
