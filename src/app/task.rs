//! `request-call` and `task`: what staff ask others to do about a ticket.

use chrono_tz::Tz;

use super::change::{Call, Change, Outcome, Receipt};
use super::gate::Actor;
use super::handling::Handling;
use super::many::{Given, MOST_TICKETS, Partly, Things};
use super::outbox::PlannedLetter;
use super::view::PersonView;
use super::viewer::Viewer;
use super::{App, Error, NumberRefusal, desk, merge};
use crate::domain::entry::{Content, Entry, TicketEvent};
use crate::domain::notice::Notice;
use crate::domain::policy::{Action, Reach};
use crate::domain::refusal::Refusal;
use crate::domain::task::{Task, TaskFilter, TaskId, TaskKind};
use crate::domain::text;
use crate::domain::ticket::{Ticket, TicketNumber, TicketSeq};
use crate::domain::time::Timestamp;
use crate::store::{Read, Store, StoreError, Write};

/// Tasks in one piece of a list that is read as a stream.
const BLOCK: usize = 256;
/// So many that wait are counted; of more it is only said that they are more.
pub const MOST_COUNTED: usize = 1_000;

/// A task as staff see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskView {
    /// What people call it by.
    pub id: TaskId,
    /// What is to be done.
    pub kind: TaskKind,
    /// The ticket that it is about; for whoever does not see that, the one that they asked on, if it can be told.
    pub ticket: Option<TicketNumber>,
    /// Whose ticket that is, for those who see it.
    pub client: Option<PersonView>,
    /// Their telephone, for those who may see it.
    pub phone: Option<String>,
    /// Whether the reader is one of those who may see telephones.
    pub sees_phones: bool,
    /// Why.
    pub reason: String,
    /// Who asked for it.
    pub asked_by: Option<PersonView>,
    /// Since when.
    pub asked_at: Timestamp,
    /// Who did it.
    pub done_by: Option<PersonView>,
    /// When it was done.
    pub done_at: Option<Timestamp>,
    /// Whether this command changed it.
    pub changed: bool,
    /// The letters about its ticket are found by this.
    pub seq: TicketSeq,
    /// The zone that people are told times in.
    pub zone: Tz,
}

impl TaskView {
    /// The number of its ticket; nothing where that cannot be told.
    pub fn number(&self) -> &str {
        self.ticket.as_ref().map_or("", TicketNumber::as_str)
    }

    /// Whether a letter of the command tells of its ticket.
    pub fn is_told_by(&self, letter: &PlannedLetter) -> bool {
        letter.tickets.contains(&self.seq)
    }
}

/// The tasks that a command is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tasks {
    /// Their ids, each once, in the order given.
    pub ids: Vec<TaskId>,
    /// What was given for ids and can be none, each once, with how many of the ids come before it.
    pub unreadable: Vec<(usize, NumberRefusal)>,
    /// Whether the good ones are done when some are refused.
    pub keep_going: bool,
}

/// What a command did to tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskBatch {
    /// Those that were not refused, in the order given.
    pub tasks: Vec<TaskView>,
    /// Those that were.
    pub refusals: Vec<NumberRefusal>,
}

impl Partly for TaskBatch {
    const OF: Things = Things::Tasks;

    fn refusals(&self) -> &[NumberRefusal] {
        &self.refusals
    }
}

fn not_found(id: TaskId) -> Error {
    Refusal::TaskNotFound { id: id.to_string() }.into()
}

/// Makes views of tasks for one person.
struct Shower<'r> {
    read: &'r dyn Read,
    actor: &'r Actor,
    viewer: Viewer<'r>,
    zone: Tz,
}

impl<'r> Shower<'r> {
    fn new<S: Store>(app: &App<'_, S>, read: &'r dyn Read, actor: &'r Actor) -> Result<Self, StoreError> {
        Ok(Self { read, actor, viewer: Viewer::new(read, actor, app.language, app.now), zone: desk::zone(read)? })
    }

    fn show(&mut self, task: Task, changed: bool) -> Result<TaskView, Error> {
        let ticket = self.read.ticket(task.ticket)?.ok_or_else(|| not_found(task.id))?;
        // Whoever asked for it may have lost sight of the ticket since.
        let sees = self.actor.visibility().sees(&ticket);
        let number = if sees { Some(ticket.number.clone()) } else { asked_on(self.read, &ticket, task.id)? };
        let client = Some(ticket.client).filter(|_| sees);
        let account = client.map_or(Ok(None), |client| self.read.account(client))?;
        Ok(TaskView {
            id: task.id,
            kind: task.kind,
            ticket: number,
            client: client.map_or(Ok(None), |client| self.viewer.person(client))?,
            phone: account.filter(|account| self.actor.sees_address_of(account)).and_then(|account| account.phone),
            sees_phones: self.actor.sees_addresses(),
            reason: task.reason,
            asked_by: self.viewer.person(task.asked_by)?,
            asked_at: task.asked_at,
            done_by: task.done.map_or(Ok(None), |done| self.viewer.person(done.by))?,
            done_at: task.done.map(|done| done.at),
            changed,
            seq: task.ticket,
            zone: self.zone,
        })
    }
}

/// The ticket on which a task was asked for: this one, or one that became a part of it.
fn asked_on(read: &dyn Read, ticket: &Ticket, task: TaskId) -> Result<Option<TicketNumber>, StoreError> {
    let is_asking =
        |entry: &Entry| matches!(&entry.content, Content::Event(TicketEvent::TaskAsked { task: asked, .. }) if *asked == task);
    let thread = read.thread(ticket.seq)?;
    if thread.iter().any(is_asking) {
        return Ok(Some(ticket.number.clone()));
    }
    for part in merge::parts_of(read, ticket.seq, &thread)? {
        if read.thread(part.seq)?.iter().any(is_asking) {
            return Ok(Some(part.number));
        }
    }
    Ok(None)
}

/// Whose tasks somebody sees.
fn seen_by(actor: &Actor) -> Result<TaskFilter, Refusal> {
    let is_all = actor.demand(Action::ReadTasks)? == Reach::All;
    Ok(TaskFilter { asked_by: Some(actor.account.id).filter(|_| !is_all), ..TaskFilter::default() })
}

/// Whether anything waits to be done about a ticket, of which somebody may know.
///
/// # Errors
/// Those of the store.
pub fn has_tasks(read: &dyn Read, actor: &Actor, ticket: TicketSeq) -> Result<bool, StoreError> {
    let Ok(seen) = seen_by(actor) else { return Ok(false) };
    Ok(!read.tasks(&TaskFilter { open: true, ticket: Some(ticket), ..seen }, None, 1)?.is_empty())
}

/// What waits to be done about a ticket waits to be done about another, of which it became a part.
///
/// # Errors
/// Those of the store.
pub fn move_tasks(tx: &mut dyn Write, from: TicketSeq, to: TicketSeq) -> Result<(), StoreError> {
    let waiting = tx.tasks(&TaskFilter { open: true, ticket: Some(from), asked_by: None }, None, usize::MAX)?;
    waiting.into_iter().try_for_each(|task| tx.put_task(&Task { ticket: to, ..task }))
}

impl<S: Store> App<'_, S> {
    /// Asks that the client of a ticket be called. What the same person asked for with the same words, and waits, is already so.
    ///
    /// # Errors
    /// Refusals of the reason, the role or the ticket; those of the store.
    pub fn request_call(
        &self,
        call: &Call,
        number: &TicketNumber,
        reason: &str,
        receipt: Receipt<'_, TaskView>,
    ) -> Result<Outcome<TaskView>, Error> {
        let reason = text::reason(reason)?;
        self.change("request-call", call, receipt, |change, actor| {
            let ticket = actor.ticket(change.read(), number, Action::AskForCall)?;
            let own = TaskFilter { open: true, ticket: Some(ticket.seq), asked_by: Some(actor.account.id) };
            let waiting = change.read().tasks(&own, None, usize::MAX)?;
            let same = waiting.into_iter().find(|task| task.is_same_request(TaskKind::Call, actor.account.id, &reason));
            if let Some(task) = same {
                return Shower::new(self, change.read(), actor)?.show(task, false);
            }
            let task = Task {
                id: change.read().next_task()?,
                kind: TaskKind::Call,
                ticket: ticket.seq,
                reason: reason.clone(),
                asked_by: actor.account.id,
                asked_at: change.now,
                done: None,
            };
            let moment = actor.moment(change.read(), &ticket, change.now)?;
            let mut handling = Handling::of(ticket);
            let event = TicketEvent::TaskAsked { task: task.id, kind: task.kind, reason: reason.clone() };
            let entry = handling.event(&moment, event);
            handling.tell(Notice::Task, &[entry]);
            handling.audit("task", task.id.0);
            handling.save(change, &moment)?;
            change.write().put_task(&task)?;
            Shower::new(self, change.read(), actor)?.show(task, true)
        })
    }

    /// Gives tasks one by one, those that were asked for first before the others, from one snapshot: those that wait, or all of them. Says
    /// whether more were left out by the limit.
    ///
    /// # Errors
    /// Those of the gate, of the store and of `give`.
    pub fn tasks<E: From<Error> + From<StoreError>>(
        &self,
        all: bool,
        limit: Option<usize>,
        mut give: impl FnMut(TaskView) -> Result<(), E>,
    ) -> Result<bool, E> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            let filter = TaskFilter { open: !all, ..seen_by(&actor).map_err(Error::from)? };
            let mut shower = Shower::new(self, read, &actor)?;
            let mut left = limit.unwrap_or(usize::MAX);
            let mut after = None;
            loop {
                let wanted = left.min(BLOCK);
                let mut tasks = read.tasks(&filter, after, wanted.saturating_add(1))?;
                let more = tasks.len() > wanted;
                tasks.truncate(wanted);
                left -= tasks.len();
                after = tasks.last().map(|task| task.id);
                for task in tasks {
                    give(shower.show(task, false)?)?;
                }
                if !more || left == 0 {
                    return Ok(more);
                }
            }
        })
    }

    /// How many tasks wait that one sees, at most [`MOST_COUNTED`].
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn count_tasks(&self) -> Result<usize, Error> {
        self.store.read(|read| {
            let filter = TaskFilter { open: true, ..seen_by(&self.actor(read)?)? };
            Ok(read.tasks(&filter, None, MOST_COUNTED)?.len())
        })
    }

    /// Notes that tasks were done, with a word among staff. Those that are done already stay as they are.
    ///
    /// # Errors
    /// `TaskNotFound`; those of the note, the gate and the store.
    pub fn finish_tasks(
        &self,
        call: &Call,
        tasks: &Tasks,
        note: Option<&str>,
        receipt: Receipt<'_, TaskBatch>,
    ) -> Result<Outcome<TaskBatch>, Error> {
        let note = note.map(text::message).transpose()?;
        self.change("task done", call, receipt, |change, actor| {
            actor.demand(Action::FinishTasks)?;
            if tasks.ids.len() + tasks.unreadable.len() > MOST_TICKETS {
                return Err(Refusal::TooManyTickets { most: MOST_TICKETS as u64 }.into());
            }
            let given =
                Given { things: Things::Tasks, items: &tasks.ids, unreadable: &tasks.unreadable, keep_going: tasks.keep_going };
            let finish = |id: &TaskId| finish(change, actor, *id, note.as_deref());
            let (done, refusals) = given.each(|id| id.to_string(), finish)?;
            let mut shower = Shower::new(self, change.read(), actor)?;
            let shown = done.into_iter().map(|(task, changed)| shower.show(task, changed)).collect::<Result<_, _>>()?;
            Ok(TaskBatch { tasks: shown, refusals })
        })
    }
}

fn finish(change: &mut Change<'_>, actor: &Actor, id: TaskId, note: Option<&str>) -> Result<(Task, bool), Error> {
    let mut task = change.read().task(id)?.ok_or_else(|| not_found(id))?;
    if !task.finish(actor.account.id, change.now) {
        return Ok((task, false));
    }
    let ticket = change.read().ticket(task.ticket)?.ok_or_else(|| not_found(id))?;
    let moment = actor.moment(change.read(), &ticket, change.now)?;
    let mut handling = Handling::of(ticket);
    handling.event(&moment, TicketEvent::TaskDone { task: id, kind: task.kind });
    if let Some(note) = note {
        let entry = handling.write(&moment, Content::Note(note.to_owned()), Vec::new());
        handling.tell(Notice::Note, &[entry]);
    }
    handling.audit("task", id.0);
    handling.save(change, &moment)?;
    change.write().put_task(&task)?;
    Ok((task, true))
}
