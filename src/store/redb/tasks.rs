//! Tasks: by id, and which of them wait, are of a person, are about a ticket.
//!
//! What a question or a change means is said at the seam, under the same name.

use std::ops::ControlFlow;

use super::desk::{Counter, damaged, next_short_place, take_place};
use super::record::TaskV1;
use super::source::{Source, Writer, load, load_indexed, scan_prefix};
use super::tables::{Kept, Key};
use crate::domain::account::AccountId;
use crate::domain::task::{Task, TaskFilter, TaskId};
use crate::domain::ticket::TicketSeq;
use crate::store::{ReadTasks, Result, WriteTasks};

/// What tasks have in common that are found together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Common {
    /// They wait.
    Open,
    /// They wait, and this person asked for them.
    OpenOf(AccountId),
    /// This person asked for them.
    Of(AccountId),
    /// They are about this ticket.
    About(TicketSeq),
}

impl Common {
    /// Tag and value, as keys begin.
    fn prefix(self) -> Key {
        match self {
            Self::Open => Key::new().byte(0),
            Self::OpenOf(account) => Key::new().byte(1).number(account.0),
            Self::Of(account) => Key::new().byte(2).number(account.0),
            Self::About(seq) => Key::new().byte(3).number(seq.0),
        }
    }
}

fn task_key(id: TaskId) -> Key {
    Key::new().number(id.0)
}

/// The id at the end of a key.
pub fn id_of(key: &[u8]) -> Result<TaskId> {
    let id = key.last_chunk().map(|id| TaskId(u32::from_be_bytes(*id)));
    id.ok_or_else(|| damaged("tasks: a strange key"))
}

/// The index entries of a task.
pub fn task_entries(task: &Task) -> Vec<Key> {
    let mut commons = vec![Common::Of(task.asked_by), Common::About(task.ticket)];
    if task.is_open() {
        commons.extend([Common::Open, Common::OpenOf(task.asked_by)]);
    }
    commons.into_iter().map(|common| common.prefix().number(task.id.0)).collect()
}

fn task(source: &dyn Source, id: TaskId) -> Result<Option<Task>> {
    load::<TaskV1>(source, Kept::Tasks, &task_key(id))?.map(|stored| stored.into_task(id)).transpose()
}

fn tasks(source: &dyn Source, filter: &TaskFilter, after: Option<TaskId>, limit: usize) -> Result<Vec<Task>> {
    // A ticket has few tasks, those that wait are few, and a person's may be all that there ever were.
    let common = match (filter.ticket, filter.asked_by, filter.open) {
        (Some(seq), _, _) => Some(Common::About(seq)),
        (None, Some(person), true) => Some(Common::OpenOf(person)),
        (None, Some(person), false) => Some(Common::Of(person)),
        (None, None, true) => Some(Common::Open),
        (None, None, false) => None,
    };
    let (table, prefix) = common.map_or((Kept::Tasks, Key::new()), |common| (Kept::TaskPlaces, common.prefix()));
    let after = after.map(|after| prefix.clone().number(after.0));
    let mut found = Vec::new();
    scan_prefix(source, table, &prefix, after.as_deref(), &mut |key, _| {
        if found.len() >= limit {
            return Ok(ControlFlow::Break(()));
        }
        let id = id_of(key)?;
        let task = load_indexed::<TaskV1>(source, Kept::Tasks, &task_key(id))?.into_task(id)?;
        if common.is_some() && !task_entries(&task).iter().any(|entry| **entry == *key) {
            return Err(damaged("an index leads to the wrong task"));
        }
        if filter.takes(&task) {
            found.push(task);
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(found)
}

fn put_task(writer: &Writer, task: &Task) -> Result<()> {
    let old = self::task(writer, task.id)?.as_ref().map(task_entries).unwrap_or_default();
    let new = task_entries(task);
    for key in old.iter().filter(|key| !new.contains(key)) {
        writer.remove(Kept::TaskPlaces, key)?;
    }
    for key in new.iter().filter(|key| !old.contains(key)) {
        writer.insert(Kept::TaskPlaces, key, &[])?;
    }
    take_place(writer, Counter::Tasks, task.id.0.into())?;
    writer.store(Kept::Tasks, &task_key(task.id), &TaskV1::from(task))
}

/// Takes away the tasks about a ticket.
pub fn remove_tasks(writer: &Writer, seq: TicketSeq) -> Result<()> {
    for task in tasks(writer, &TaskFilter { ticket: Some(seq), ..TaskFilter::default() }, None, usize::MAX)? {
        for key in task_entries(&task) {
            writer.remove(Kept::TaskPlaces, &key)?;
        }
        writer.remove(Kept::Tasks, &task_key(task.id))?;
    }
    Ok(())
}

impl<S: Source> ReadTasks for S {
    fn task(&self, id: TaskId) -> Result<Option<Task>> {
        task(self, id)
    }

    fn tasks(&self, filter: &TaskFilter, after: Option<TaskId>, limit: usize) -> Result<Vec<Task>> {
        tasks(self, filter, after, limit)
    }

    fn next_task(&self) -> Result<TaskId> {
        next_short_place(self, Counter::Tasks).map(TaskId)
    }
}

impl WriteTasks for Writer<'_> {
    fn put_task(&mut self, task: &Task) -> Result<()> {
        put_task(self, task)
    }
}
