//! `assign` and `release`.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{ask, batch, options, read};
use crate::app::assign::Assign;
use crate::app::change::Call;
use crate::app::many::Numbers;
use crate::app::view::ChangedTicket;
use crate::ui::error::Failure;

/// The command line of `assign`.
pub fn command() -> Command {
    let command = Command::new("assign")
        .visible_alias("asignar")
        .arg(options::numbers())
        .arg(options::value("to"))
        .arg(options::value("note").allow_hyphen_values(true))
        .arg(options::keep_going());
    options::changing(command)
}

/// Gives tickets to somebody.
///
/// # Errors
/// Refusals of tickets or of the person; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<ChangedTicket>()?;
    let to = ask::line(front, matches, "to", "ask-assignee")?;
    let request = Assign { numbers: read::numbers(matches)?, to, note: options::owned(matches, "note") };
    submit(front, &front.call("assign", matches, &request), &request)?;
    ask::show_equivalent(front, "assign");
    Ok(())
}

/// Assigns what was asked for, by options or in the menu.
///
/// # Errors
/// Refusals of tickets or of the person; those of the store.
pub fn submit(front: &Front<'_>, call: &Call, request: &Assign) -> Result<(), Failure> {
    front.with(|app| {
        let outcome = app.assign(call, request, &batch::receipt(front))?;
        batch::finish_with_words(front, app, outcome, "done-assign", request.note.as_ref().map(|_| "note"))
    })
}

/// The command line of `release`.
pub fn release_command() -> Command {
    let command = Command::new("release")
        .visible_aliases(["liberar", "unassign"])
        .arg(options::numbers())
        .arg(options::value("message").short('m').allow_hyphen_values(true))
        .arg(options::keep_going());
    options::changing(command)
}

/// Takes tickets from their assignee.
///
/// # Errors
/// Refusals of tickets; those of the store.
pub fn release(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<ChangedTicket>()?;
    let numbers = read::numbers(matches)?;
    let reason = options::owned(matches, "message");
    submit_release(front, &front.call("release", matches, &(&numbers, &reason)), &numbers, reason.as_deref())
}

/// Releases what was asked for, by options or in the menu.
///
/// # Errors
/// Refusals of tickets; those of the store.
pub fn submit_release(front: &Front<'_>, call: &Call, numbers: &Numbers, reason: Option<&str>) -> Result<(), Failure> {
    front.with(|app| {
        let outcome = app.release(call, numbers, reason, &batch::receipt(front))?;
        batch::finish_with_words(front, app, outcome, "done-release", reason.map(|_| "note"))
    })
}
