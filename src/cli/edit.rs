//! `edit` and `priority`.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{batch, options, read};
use crate::app::change::Call;
use crate::app::edit::Edit;
use crate::app::many::Numbers;
use crate::app::view::ChangedTicket;
use crate::domain::status::Priority;
use crate::ui::error::Failure;

/// The command line of `edit`.
pub fn command() -> Command {
    let command = Command::new("edit")
        .arg(options::numbers())
        .arg(options::value("topic"))
        .arg(options::value("subject").allow_hyphen_values(true))
        .arg(options::value("client"))
        .arg(options::value("external-id"))
        .arg(options::keep_going());
    options::changing(command)
}

/// Edits tickets.
///
/// # Errors
/// `missing-value` when nothing is to change; refusals of tickets; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<ChangedTicket>()?;
    let edit = Edit {
        topic: options::owned(matches, "topic"),
        subject: options::owned(matches, "subject"),
        client: options::owned(matches, "client"),
        external_id: options::owned(matches, "external-id"),
    };
    if edit == Edit::default() {
        return Err(Failure::NothingToChange("--topic, --subject, --client, --external-id"));
    }
    let numbers = read::numbers(matches)?;
    let call = front.call("edit", matches, &(&numbers, &edit));
    front.with(|app| {
        let outcome = batch::working(front, numbers.count(), || app.edit(&call, &numbers, &edit, &batch::receipt(front)))?;
        batch::finish(front, app, outcome, "done-edit")
    })
}

/// The command line of `priority`: numbers, then the level.
pub fn priority_command() -> Command {
    let command = Command::new("priority")
        .visible_alias("prioridad")
        .arg(options::numbers())
        .arg(options::positional("level").required(true).value_parser(Priority::ALL.map(Priority::id)))
        .arg(options::keep_going());
    options::changing(command)
}

/// Sets how urgent tickets are.
///
/// # Errors
/// Refusals of tickets; those of the store.
pub fn priority(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<ChangedTicket>()?;
    let level = options::text(matches, "level").and_then(Priority::from_id).unwrap_or(Priority::Normal);
    let numbers = read::numbers(matches)?;
    submit_priority(front, &front.call("priority", matches, &(&numbers, level)), &numbers, level)
}

/// Sets how urgent the tickets are that were asked for, by options or in the menu.
///
/// # Errors
/// Refusals of tickets; those of the store.
pub fn submit_priority(front: &Front<'_>, call: &Call, numbers: &Numbers, level: Priority) -> Result<(), Failure> {
    front.with(|app| {
        let outcome = batch::working(front, numbers.count(), || app.prioritize(call, numbers, level, &batch::receipt(front)))?;
        batch::finish(front, app, outcome, "done-priority")
    })
}
