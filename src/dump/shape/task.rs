//! Tasks.

use serde::{Deserialize, Serialize};

use super::{Time, is_reason};
use crate::domain::account::AccountId;
use crate::domain::task::{Doing, Task, TaskId, TaskKind};
use crate::domain::ticket::TicketSeq;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskLine {
    id: u32,
    #[serde(rename = "type")]
    kind: String,
    ticket: u32,
    reason: String,
    asked_by: u32,
    asked_at: Time,
    done_by: Option<u32>,
    done_at: Option<Time>,
}

impl From<&Task> for TaskLine {
    fn from(task: &Task) -> Self {
        Self {
            id: task.id.0,
            kind: task.kind.id().to_owned(),
            ticket: task.ticket.0,
            reason: task.reason.clone(),
            asked_by: task.asked_by.0,
            asked_at: Time(task.asked_at),
            done_by: task.done.map(|done| done.by.0),
            done_at: task.done.map(|done| Time(done.at)),
        }
    }
}

impl TaskLine {
    /// The task; `None` if it cannot be one.
    pub fn task(self) -> Option<Task> {
        let done = match (self.done_by, self.done_at) {
            (Some(by), Some(at)) => Some(Doing { by: AccountId(by), at: at.0 }),
            (None, None) => None,
            _ => return None,
        };
        Some(Task {
            id: Some(TaskId(self.id)).filter(|id| id.0 > 0)?,
            kind: TaskKind::from_id(&self.kind)?,
            ticket: TicketSeq(self.ticket),
            reason: Some(self.reason).filter(is_reason)?,
            asked_by: AccountId(self.asked_by),
            asked_at: self.asked_at.0,
            done,
        })
    }
}
