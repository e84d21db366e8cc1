//! Tasks, found by looking at all of them.

use super::State;
use crate::domain::task::{Task, TaskFilter, TaskId};
use crate::store::{ReadTasks, Result, WriteTasks};

impl ReadTasks for State {
    fn task(&self, id: TaskId) -> Result<Option<Task>> {
        Ok(self.tasks.get(&id).cloned())
    }

    fn tasks(&self, filter: &TaskFilter, after: Option<TaskId>, limit: usize) -> Result<Vec<Task>> {
        let passes = |task: &&Task| filter.takes(task) && after.is_none_or(|after| task.id > after);
        Ok(self.tasks.values().filter(passes).take(limit).cloned().collect())
    }

    fn next_task(&self) -> Result<TaskId> {
        Ok(TaskId(self.last_task + 1))
    }
}

impl WriteTasks for State {
    fn put_task(&mut self, task: &Task) -> Result<()> {
        self.last_task = self.last_task.max(task.id.0);
        self.tasks.insert(task.id, task.clone());
        Ok(())
    }
}
