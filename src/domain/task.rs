//! Tasks: what somebody of staff asks others to do about a ticket.

use super::account::AccountId;
use super::ticket::TicketSeq;
use super::time::Timestamp;

/// What people call a task by: counted from 1, never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TaskId(pub u32);

impl TaskId {
    /// Reads an id as it is shown; `None` when it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|id| fits && *id > 0).map(Self)
    }
}

impl std::fmt::Display for TaskId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TaskKind {
    /// To call the client of the ticket.
    Call,
}

impl TaskKind {
    /// The name that machines read.
    pub fn id(self) -> &'static str {
        match self {
            Self::Call => "call",
        }
    }

    /// The kind of a name that machines read.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Call].into_iter().find(|kind| kind.id() == id)
    }
}

/// That a task was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doing {
    /// By whom.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
}

/// Something to do about a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// What people call it by.
    pub id: TaskId,
    /// What is to be done.
    pub kind: TaskKind,
    /// The ticket that it is about.
    pub ticket: TicketSeq,
    /// Why, for staff only.
    pub reason: String,
    /// Who asked for it.
    pub asked_by: AccountId,
    /// Since when.
    pub asked_at: Timestamp,
    /// That it was done; none while it waits.
    pub done: Option<Doing>,
}

impl Task {
    /// Whether it waits to be done.
    pub fn is_open(&self) -> bool {
        self.done.is_none()
    }

    /// Notes that somebody did it. `false`: it was done before, and stays as it was.
    pub fn finish(&mut self, by: AccountId, at: Timestamp) -> bool {
        let was_open = self.is_open();
        self.done.get_or_insert(Doing { by, at });
        was_open
    }

    /// Whether this is what somebody asks for once more while it waits.
    pub fn is_same_request(&self, kind: TaskKind, by: AccountId, reason: &str) -> bool {
        self.is_open() && self.kind == kind && self.asked_by == by && self.reason == reason
    }
}

/// Which tasks are asked for; every condition that is given has to hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskFilter {
    /// Only those that wait to be done.
    pub open: bool,
    /// Those about this ticket.
    pub ticket: Option<TicketSeq>,
    /// Those that this person asked for.
    pub asked_by: Option<AccountId>,
}

impl TaskFilter {
    /// Whether a task passes.
    pub fn takes(&self, task: &Task) -> bool {
        (!self.open || task.is_open())
            && self.ticket.is_none_or(|ticket| ticket == task.ticket)
            && self.asked_by.is_none_or(|person| person == task.asked_by)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_is_done_once() {
        let mut task = Task {
            id: TaskId(1),
            kind: TaskKind::Call,
            ticket: TicketSeq(1),
            reason: "Datos".into(),
            asked_by: AccountId(2),
            asked_at: Timestamp::default(),
            done: None,
        };
        assert!(task.is_same_request(TaskKind::Call, AccountId(2), "Datos"));
        assert!(!task.is_same_request(TaskKind::Call, AccountId(3), "Datos"));
        assert!(task.finish(AccountId(4), Timestamp::from_millis(5)));
        assert!(!task.finish(AccountId(9), Timestamp::from_millis(9)), "a second time");
        assert_eq!(task.done, Some(Doing { by: AccountId(4), at: Timestamp::from_millis(5) }));
        assert!(!task.is_same_request(TaskKind::Call, AccountId(2), "Datos"), "what is done may be asked for anew");
    }

    #[test]
    fn an_id_is_digits() {
        assert_eq!(TaskId::parse("12"), Some(TaskId(12)));
        for wrong in ["", "0", "+1", "-1", "1a", "99999999999", "١"] {
            assert_eq!(TaskId::parse(wrong), None, "{wrong}");
        }
    }
}
