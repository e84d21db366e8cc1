//! `request-call` and `task`.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::listing::Listing;
use super::{ask, batch, options, read};
use crate::app::change::{Call, Done};
use crate::app::task::{TaskBatch, TaskView, Tasks};
use crate::domain::text;
use crate::domain::ticket::TicketNumber;
use crate::store::Printed;
use crate::ui::error::Failure;
use crate::ui::present::Style;
use crate::ui::receipt;
use crate::ui::task::Row;

/// The command line of `request-call`.
pub fn request_command() -> Command {
    let command = Command::new("request-call")
        .visible_alias("pedir-llamada")
        .arg(options::number().required(true))
        .arg(options::value("reason").allow_hyphen_values(true));
    options::changing(command)
}

/// Asks that a client be called.
///
/// # Errors
/// Refusals of the ticket; those of the store.
pub fn request(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<TaskView>()?;
    let given = options::text(matches, "number").unwrap_or_default();
    let number = read::number(given)?;
    let parse = |typed: &str| text::reason(typed).map_err(Failure::from);
    let reason = ask::value(front, matches, "reason", ask::REASON, parse)?;
    submit_request(front, &front.call("request-call", matches, &(&number, &reason)), &number, &reason)?;
    ask::show_equivalent(front, &format!("request-call {given}"));
    Ok(())
}

/// Asks for what was asked for, by options or in the menu.
///
/// # Errors
/// Refusals of the ticket; those of the store.
pub fn submit_request(front: &Front<'_>, call: &Call, number: &TicketNumber, reason: &str) -> Result<(), Failure> {
    let style = front.style();
    let receipt = |done: &Done<TaskView>| receipt::one(&style, done, &done.value);
    front.with(|app| {
        let outcome = app.request_call(call, number, reason, &receipt)?;
        if let Some(done) = front.finish(app, outcome, &receipt)? {
            let values = [("number", done.value.number().into()), ("id", done.value.id.to_string().into())];
            front.say(if done.value.changed { "done-request-call" } else { "done-already" }, &values);
        }
        Ok(())
    })
}

/// The command line of `task`.
pub fn command() -> Command {
    let done = Command::new("done")
        .visible_alias("hecha")
        .arg(options::positional("id").num_args(1..).required(true))
        .arg(options::value("note").allow_hyphen_values(true))
        .arg(options::keep_going());
    Command::new("task")
        .visible_alias("tareas")
        .subcommand_required(true)
        .subcommand(Command::new("list").visible_alias("listar").arg(options::flag("all")).arg(options::limit()))
        .subcommand(options::changing(done))
}

/// Does what the second word says.
///
/// # Errors
/// Those of the two.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<TaskView>()?;
    match matches.subcommand() {
        Some(("list", matches)) => list(front, options::is_set(matches, "all"), options::limit_of(matches)),
        Some((_, matches)) => {
            let (tasks, note) = (read::tasks(matches)?, options::owned(matches, "note"));
            let call = front.call("task done", matches, &(&tasks, &note));
            submit_done(front, &call, &tasks, note.as_deref())
        }
        None => Ok(()),
    }
}

fn list(front: &Front<'_>, all: bool, mut limit: Option<usize>) -> Result<(), Failure> {
    front.with(|app| {
        let mut listing = Listing::new(front, &mut limit);
        let mut without_phone = None;
        let more = app.tasks::<Failure>(all, limit, |task| {
            if task.sees_phones && task.phone.is_none() && task.done_at.is_none() && without_phone.is_none() {
                without_phone = task.client.as_ref().map(|client| client.handle.clone());
            }
            match (task.sees_phones, all) {
                (true, true) => listing.push(&Row::<true, true>(&task)),
                (true, false) => listing.push(&Row::<true, false>(&task)),
                (false, true) => listing.push(&Row::<false, true>(&task)),
                (false, false) => listing.push(&Row::<false, false>(&task)),
            }
        })?;
        listing.end::<TaskView>(more, "done-no-tasks", "done-tasks-stop")?;
        if let Some(handle) = without_phone.filter(|_| front.is_for_people()) {
            front.say("done-tasks-no-phone", &[("handle", handle.into())]);
        }
        Ok(())
    })
}

/// Notes that tasks were done that were named, by options or in the menu.
///
/// # Errors
/// Refusals of tasks; those of the store.
pub fn submit_done(front: &Front<'_>, call: &Call, tasks: &Tasks, note: Option<&str>) -> Result<(), Failure> {
    let rows: fn(&Style<'_>, &Done<TaskBatch>) -> Printed =
        |style, done| receipt::many(style, done, &done.value.tasks, TaskView::is_told_by);
    let receipt = batch::partly_receipt(front, rows);
    front.with(|app| {
        let count = tasks.ids.len() + tasks.unreadable.len();
        let outcome = batch::working(front, count, || app.finish_tasks(call, tasks, note, &receipt))?;
        batch::finish_as(front, app, outcome, &receipt, &|batch: &TaskBatch| say_done(front, batch, note.is_some()))
    })
}

fn say_done(front: &Front<'_>, batch: &TaskBatch, has_note: bool) {
    let mut changed = batch.tasks.iter().filter(|task| task.changed);
    match changed.next() {
        Some(first) => {
            let count = 1 + changed.count();
            let values = [("count", count.into()), ("id", first.id.to_string().into()), ("number", first.number().into())];
            front.say("done-task", &values);
        }
        None if batch.tasks.is_empty() => front.say("done-no-ids", &[]),
        None => {
            front.say("done-already", &[]);
            if let Some(task) = batch.tasks.first().filter(|_| has_note) {
                let number = task.number();
                let command = ask::command(front, &format!("note {number} -m …"));
                front.say("done-task-note", &[("command", command.into())]);
            }
        }
    }
}
