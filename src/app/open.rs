//! `open`: a new ticket, by its client or by staff for one.

use super::change::{Call, Change, Outcome, Receipt};
use super::gate::Actor;
use super::handling::{self, Handling};
use super::people::{self, UserView};
use super::view::TicketView;
use super::viewer::Viewer;
use super::workload::Dispatcher;
use super::{App, Error, house_rules};
use crate::auth;
use crate::domain::account::{Account, Role};
use crate::domain::entry::{Attachment, Content, TicketEvent};
use crate::domain::house_rules::Field;
use crate::domain::language::Language;
use crate::domain::notice::Notice;
use crate::domain::number::{FIRST_WIDTH, LAST_WIDTH};
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::status::{Priority, Status};
use crate::domain::text;
use crate::domain::ticket::{NewTicket, Ticket, TicketNumber, TicketSeqPair};
use crate::domain::topic::{Topic, TopicTree};
use crate::store::{Read, Store};

/// What a new ticket is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// What it is about; the topic's full name where there is none.
    pub subject: Option<String>,
    /// What the client asks.
    pub message: String,
    /// Its topic; the first one that is not retired where there is none.
    pub topic: Option<String>,
    /// The files with it, staged.
    pub attachments: Vec<Attachment>,
    /// How urgent it is.
    pub priority: Option<Priority>,
    /// Whose it is, when staff open it.
    pub client: Option<String>,
    /// Its number in another system.
    pub external_id: Option<String>,
    /// The closed ticket that it takes up.
    pub follow_up: Option<TicketNumber>,
}

impl<S: Store> App<'_, S> {
    /// Opens a ticket.
    ///
    /// # Errors
    /// Refusals of the request, the role or the topic; those of the store.
    pub fn open(&self, call: &Call, request: &Open, receipt: Receipt<'_, TicketView>) -> Result<Outcome<TicketView>, Error> {
        let message = text::message(&request.message)?;
        let subject = request.subject.as_deref().map(text::subject).transpose()?;
        self.change("open", call, receipt, |change, actor| {
            let client = whose(change, actor, request)?;
            self.demand_acceptance(change, actor, call)?;
            handling::check_attachments(change, &request.attachments, call.dry_run)?;
            let followed = followed(change, actor, request, &client)?;
            let given =
                [request.subject.as_deref().map(|subject| (Field::Subject, subject)), Some((Field::Message, &*request.message))];
            let given: Vec<_> = given.into_iter().flatten().collect();
            let flagged = house_rules::look(change, actor, &given, &request.attachments)?;
            let topics = change.read().topics()?;
            let topic = choose_topic(&topics, request.topic.as_deref(), followed.as_ref(), self.language)?;
            let inherited = followed.as_ref().map(|followed| followed.subject.clone());
            let new = NewTicket {
                seq: change.read().next_ticket()?,
                number: draw_number(change)?,
                external_id: external_id(change, request)?,
                subject: subject.clone().or(inherited).unwrap_or_else(|| topics.full_name(topic.id, client.language)),
                topic: topic.id,
                priority: request.priority.unwrap_or(Priority::Normal),
                client: client.id,
            };
            let ticket = Ticket::open(new, change.now);
            let moment = actor.moment(change.read(), &ticket, change.now)?;
            let mut handling = Handling::of_new(ticket);
            let text = handling.write(&moment, Content::Message(message.clone()), request.attachments.clone());
            house_rules::flag(&mut handling, &flagged);
            let mut told = vec![text];
            if let Some(followed) = followed {
                let pair = TicketSeqPair { seq: followed.seq, number: followed.number };
                told.push(handling.event(&moment, TicketEvent::FollowsUp(pair)));
            }
            assign_on_opening(change, &topics, &mut handling)?;
            handling.tell(Notice::Opened, &told);
            let ticket = handling.save(change, &moment)?;
            let mut viewer = Viewer::new(change.read(), actor, self.language, change.now);
            Ok(viewer.ticket(&ticket)?)
        })
    }
}

impl<S: Store> App<'_, S> {
    /// The client for whom a ticket is to be opened, before anything is written for them.
    ///
    /// # Errors
    /// `PersonNotFound`, `NotAClient`; those of the gate and of the store.
    pub fn client(&self, who: &str) -> Result<UserView, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            if actor.account.role == Role::Client {
                demand_oneself(&actor, who)?;
                return Ok(people::view(read, &actor, &actor.account)?);
            }
            actor.demand(Action::OpenForClient)?;
            Ok(people::view(read, &actor, &client_named(read, &actor, who)?)?)
        })
    }
}

/// Clients open tickets for themselves alone.
fn demand_oneself(actor: &Actor, who: &str) -> Result<(), Refusal> {
    if who == "me" || who == actor.account.handle.as_str() { Ok(()) } else { Err(Refusal::NotAllowed) }
}

fn client_named(read: &dyn Read, actor: &Actor, who: &str) -> Result<Account, Error> {
    let client = actor.person(read, who)?;
    if client.role != Role::Client {
        return Err(Refusal::NotAClient { who: client.handle.as_str().to_owned() }.into());
    }
    Ok(client)
}

fn whose(change: &Change<'_>, actor: &Actor, request: &Open) -> Result<Account, Error> {
    if actor.account.role == Role::Client {
        actor.demand(Action::Open)?;
        request.client.as_deref().map_or(Ok(()), |client| demand_oneself(actor, client))?;
        if request.priority.is_some() || request.external_id.is_some() {
            return Err(Refusal::NotAllowed.into());
        }
        return Ok(actor.account.clone());
    }
    actor.demand(Action::OpenForClient)?;
    let client = request.client.as_deref().ok_or_else(|| Refusal::Missing { option: "--for".to_owned() })?;
    client_named(change.read(), actor, client)
}

/// Gives a new ticket to whom the rule says, if its topic does that. Nobody need be there for a client to open one.
fn assign_on_opening(change: &Change<'_>, topics: &TopicTree, handling: &mut Handling) -> Result<(), Error> {
    if !topics.assigns_on_opening(handling.ticket.topic) {
        return Ok(());
    }
    let mut dispatcher = Dispatcher::new(change.read(), topics.clone(), change.now)?;
    match dispatcher.dispatch(change.read(), &handling.ticket) {
        Ok((to, reason)) => {
            if let Some(event) = handling.ticket.assign(to)? {
                handling.audit("to", people::handle_of(change.read(), to)?);
                handling.audit("reason", reason.id());
                handling.happened(change.now, event);
            }
            Ok(())
        }
        Err(Error::Refused(Refusal::NobodyAvailable { .. })) => Ok(()),
        Err(error) => Err(error),
    }
}

fn followed(change: &Change<'_>, actor: &Actor, request: &Open, client: &Account) -> Result<Option<Ticket>, Error> {
    let Some(number) = &request.follow_up else { return Ok(None) };
    let ticket = actor.ticket(change.read(), number, Action::Read)?;
    if ticket.client != client.id {
        return Err(Refusal::TicketNotFound.into());
    }
    actor.demand_whole(change.read(), &ticket)?;
    if ticket.status != Status::Closed {
        return Err(Refusal::FollowUpOfOpen { number: ticket.number }.into());
    }
    Ok(Some(ticket))
}

/// The topic that somebody named, or the followed ticket's, or the first; never a retired one.
fn choose_topic<'t>(
    topics: &'t TopicTree,
    named: Option<&str>,
    followed: Option<&Ticket>,
    reader: Language,
) -> Result<&'t Topic, Refusal> {
    if let Some(name) = named {
        let topic = topics.named(name, reader)?;
        return if topic.retired { Err(Refusal::TopicRetired { name: name.to_owned() }) } else { Ok(topic) };
    }
    let inherited = followed.and_then(|followed| topics.get(followed.topic)).filter(|topic| !topic.retired);
    inherited
        .or_else(|| topics.0.iter().find(|topic| !topic.retired))
        .ok_or_else(|| Refusal::TopicNotFound { name: String::new() })
}

/// Checks a number of another system: one line of at most 64 characters, taken by no other ticket.
pub(super) fn external_id(change: &Change<'_>, request: &Open) -> Result<Option<String>, Error> {
    request.external_id.as_deref().map(|id| check_external_id(change, id, None)).transpose()
}

/// The form in which an external id is kept; `None` for what cannot be one.
pub fn folded_external_id(id: &str) -> Option<String> {
    text::external_id(id)
}

/// An external id in the form in which it is kept, if the ticket may have it.
///
/// # Errors
/// `BadValue`, `ExternalIdTaken`; those of the store.
pub fn check_external_id(change: &Change<'_>, id: &str, own: Option<&Ticket>) -> Result<String, Error> {
    let wrong = || Refusal::BadValue { option: "--external-id".to_owned(), value: id.chars().take(100).collect() };
    let id = folded_external_id(id).ok_or_else(wrong)?;
    match change.read().ticket_of_external_id(&id)? {
        Some(seq) if own.is_none_or(|own| own.seq != seq) => Err(Refusal::ExternalIdTaken { id }.into()),
        _ => Ok(id),
    }
}

/// A number that no ticket has or had. When half of the numbers of a width are taken, one more digit.
fn draw_number(change: &mut Change<'_>) -> Result<TicketNumber, Error> {
    for width in FIRST_WIDTH..=LAST_WIDTH {
        if change.read().numbers_taken(width)? * 2 >= TicketNumber::count_of_width(width) {
            continue;
        }
        // At most half are taken, so 64 draws in a row miss with a chance of 2⁻⁶⁴.
        for _ in 0..64 {
            let number = TicketNumber::from_random(u64::from_be_bytes(auth::first_bytes(change.draw())), width);
            if change.read().ticket_of_number(&number)?.is_none() {
                return Ok(number);
            }
        }
    }
    Err(Error::from(Refusal::NoNumberLeft))
}
