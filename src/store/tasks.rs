//! Tasks, as the seam asks for them and takes them.

use super::Result;
use crate::domain::task::{Task, TaskFilter, TaskId};

/// Questions about tasks.
pub trait ReadTasks {
    /// A task by its id.
    fn task(&self, id: TaskId) -> Result<Option<Task>>;
    /// The tasks after one that pass a filter, by id, which is the order in which they were asked for.
    ///
    /// The cost of those that wait does not grow with those that are done.
    fn tasks(&self, filter: &TaskFilter, after: Option<TaskId>, limit: usize) -> Result<Vec<Task>>;
    /// The id of the next task.
    fn next_task(&self) -> Result<TaskId>;
}

/// Changes to tasks.
pub trait WriteTasks {
    /// Keeps a task, new or changed.
    fn put_task(&mut self, task: &Task) -> Result<()>;
}
