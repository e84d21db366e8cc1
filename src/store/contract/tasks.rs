//! Tasks: which wait, whose they are, which ticket they are about.

use super::samples::{at, task, ticket};
use super::{checks, read, write};
use crate::domain::account::AccountId;
use crate::domain::task::{Doing, Task, TaskFilter, TaskId};
use crate::domain::ticket::TicketSeq;
use crate::store::Store;

checks!(tasks_come_back_whole, tasks_are_found_by_all_that_is_asked_of_them);

fn tasks_come_back_whole<S: Store>(store: &S) {
    assert_eq!(read(store, |desk| desk.next_task()), TaskId(1));
    let done = Task { done: Some(Doing { by: AccountId(4), at: at(9) }), ..task(300, 1, 2) };
    write(store, |tx| {
        tx.put_ticket(None, &ticket(1, 1))?;
        tx.put_task(&task(1, 1, 2))?;
        tx.put_task(&done)
    });
    assert_eq!(read(store, |desk| desk.task(TaskId(1))), Some(task(1, 1, 2)));
    assert_eq!(read(store, |desk| desk.task(TaskId(300))), Some(done));
    assert_eq!(read(store, |desk| desk.task(TaskId(7))), None);
    assert_eq!(read(store, |desk| desk.next_task()), TaskId(301));
}

fn tasks_are_found_by_all_that_is_asked_of_them<S: Store>(store: &S) {
    let made = [(1, 1, 2), (2, 256, 2), (3, 1, 256), (256, 1, 2), (257, 256, 3)];
    write(store, |tx| {
        tx.put_ticket(None, &ticket(1, 1))?;
        tx.put_ticket(None, &ticket(256, 1))?;
        made.iter().try_for_each(|&(id, seq, by)| tx.put_task(&task(id, seq, by)))
    });
    let done = Some(Doing { by: AccountId(9), at: at(5) });
    write(store, |tx| tx.put_task(&Task { done, ..task(1, 1, 2) }));
    // What waits may go to another ticket.
    write(store, |tx| tx.put_task(&Task { ticket: TicketSeq(256), ..task(3, 1, 256) }));
    let of = |open: bool, seq: Option<u32>, by: Option<u32>, after: Option<u32>, limit: usize| {
        let filter = TaskFilter { open, ticket: seq.map(TicketSeq), asked_by: by.map(AccountId) };
        let tasks = read(store, |desk| desk.tasks(&filter, after.map(TaskId), limit));
        tasks.into_iter().map(|task| task.id.0).collect::<Vec<_>>()
    };
    let all = usize::MAX;
    assert_eq!(of(false, None, None, None, all), [1, 2, 3, 256, 257]);
    assert_eq!(of(true, None, None, None, all), [2, 3, 256, 257]);
    assert_eq!(of(true, None, Some(2), None, all), [2, 256]);
    assert_eq!(of(false, None, Some(2), None, all), [1, 2, 256]);
    assert_eq!(of(false, Some(1), None, None, all), [1, 256]);
    assert_eq!(of(true, Some(1), None, None, all), [256]);
    assert_eq!(of(true, Some(256), Some(256), None, all), [3]);
    assert_eq!(of(true, None, None, Some(2), 2), [3, 256]);
    assert_eq!(of(true, None, Some(2), Some(2), 9), [256]);
    assert_eq!(of(true, Some(1), None, None, 1), [256], "one that is done takes no place");
    assert_eq!(of(true, None, Some(9), None, all), [0; 0]);
}
