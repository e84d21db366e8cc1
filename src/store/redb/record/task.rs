//! Tasks as they are kept.

use serde::{Deserialize, Serialize};

use super::super::codec::Stored;
use super::{codes, time};
use crate::domain::account::AccountId;
use crate::domain::task::{Doing, Task, TaskId};
use crate::domain::ticket::TicketSeq;
use crate::store::Result;

/// A task; its id is its key.
#[derive(Debug, Serialize, Deserialize)]
pub struct TaskV1 {
    kind: u8,
    ticket: u32,
    reason: String,
    asked_by: u32,
    asked_at: i64,
    done: Option<(u32, i64)>,
}

impl Stored for TaskV1 {
    const VERSION: u8 = 1;
}

impl From<&Task> for TaskV1 {
    fn from(task: &Task) -> Self {
        Self {
            kind: codes::task(task.kind),
            ticket: task.ticket.0,
            reason: task.reason.clone(),
            asked_by: task.asked_by.0,
            asked_at: task.asked_at.as_millis(),
            done: task.done.map(|done| (done.by.0, done.at.as_millis())),
        }
    }
}

impl TaskV1 {
    /// The task of an id.
    ///
    /// # Errors
    /// `Corrupt` when it makes no sense.
    pub fn into_task(self, id: TaskId) -> Result<Task> {
        Ok(Task {
            id,
            kind: codes::task_of(self.kind)?,
            ticket: TicketSeq(self.ticket),
            reason: self.reason,
            asked_by: AccountId(self.asked_by),
            asked_at: time(self.asked_at),
            done: self.done.map(|(by, at)| Doing { by: AccountId(by), at: time(at) }),
        })
    }
}
