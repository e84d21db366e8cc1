//! In the menus: the *Tareas* that wait, and asking for one.

use super::super::front::Front;
use super::super::{ask, task};
use super::ticket::alone;
use super::{Menu, confirm, line};
use crate::app::task::{TaskView, Tasks};
use crate::domain::text;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::Failure;
use crate::ui::present::Present as _;

/// So many are offered at once; who has more on the list begins with the oldest.
const MOST_OFFERED: usize = 25;

/// Lets choose among the tasks that wait, oldest first, and notes that the one that was chosen is done.
///
/// # Errors
/// Those of the gate and of the store; the end of a question.
pub fn show(front: &Front<'_>) -> Result<(), Failure> {
    let mut tasks: Vec<TaskView> = Vec::new();
    front.with(|app| {
        app.tasks::<Failure>(false, Some(MOST_OFFERED), |task| {
            tasks.push(task);
            Ok(())
        })?;
        Ok(())
    })?;
    if tasks.is_empty() {
        front.say("done-no-tasks", &[]);
        return Ok(());
    }
    let mut menu = Menu::new();
    for task in &tasks {
        menu.offer(label(task), Some(task));
    }
    menu.back(front, None);
    let title = front.words.format("guide-tasks", &[("count", tasks.len().into())]);
    let Some(chosen) = menu.ask(front, &title)? else { return Ok(()) };
    front.tell("");
    front.tell(chosen.card(&front.style()).trim_end());
    front.tell("");
    let id = chosen.id;
    if !confirm(front, &front.words.format("guide-tasks-done-sure", &[("id", id.to_string().into())]), false)? {
        return Ok(());
    }
    let typed = ask::prompter(front).line(&front.words.text("guide-tasks-note"), None).map_err(Failure::Prompt)?;
    let note = Some(typed).filter(|note| !note.is_empty());
    if let Some(note) = &note {
        ask::note_asked(front, "--note", note);
    }
    let chosen = Tasks { ids: vec![id], ..Tasks::default() };
    alone(task::submit_done(front, &front.plain_call(), &chosen, note.as_deref()))?;
    ask::show_equivalent(front, &format!("task done {id}"));
    Ok(())
}

fn label(task: &TaskView) -> String {
    let client = task.client.as_ref().map(|client| client.name.as_str());
    let parts = [task.ticket.as_ref().map(TicketNumber::as_str), client, task.phone.as_deref(), Some(&task.reason)];
    crate::ui::safe::line(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")).into_owned()
}

/// Asks for the reason, and that the client of a ticket be called.
///
/// # Errors
/// Those of the gate and of the store; the end of the question.
pub fn request(front: &Front<'_>, number: &TicketNumber) -> Result<(), Failure> {
    let parse = |typed: &str| text::reason(typed).ok();
    let Some(reason) = line(front, "guide-release-reason", None, "ask-not-a-reason", parse)? else { return Ok(()) };
    task::submit_request(front, &front.plain_call(), number, &reason)?;
    ask::note_asked(front, "--reason", &reason);
    ask::show_equivalent(front, &format!("request-call {number}"));
    Ok(())
}
