//! `merge`.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{ask, batch, options, read};
use crate::app::change::Call;
use crate::app::merge::Merge;
use crate::app::view::ChangedTicket;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::Failure;

/// The command line of `merge`.
pub fn command() -> Command {
    let command = Command::new("merge")
        .visible_alias("unir")
        .arg(options::numbers())
        .arg(options::value("into"))
        .arg(options::keep_going());
    options::changing(command)
}

/// Makes tickets parts of another.
///
/// # Errors
/// Refusals of tickets; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<ChangedTicket>()?;
    let given = options::texts(matches, "number").join(" ");
    let wrong = |text: &str| Failure::BadValue("--into".to_owned(), text.chars().take(100).collect());
    let parse = |text: &str| TicketNumber::parse(text).ok_or_else(|| wrong(text));
    let into = ask::value(front, matches, "into", ask::INTO, parse)?;
    let request = Merge { numbers: read::numbers(matches)?, into };
    submit(front, &front.call("merge", matches, &request), &request)?;
    ask::show_equivalent(front, &format!("merge {given}"));
    Ok(())
}

/// Merges what was asked for, by options or in the menu.
///
/// # Errors
/// Refusals of tickets; those of the store.
pub fn submit(front: &Front<'_>, call: &Call, request: &Merge) -> Result<(), Failure> {
    front.with(|app| {
        let outcome = batch::working(front, request.numbers.count(), || app.merge(call, request, &batch::receipt(front)))?;
        batch::finish(front, app, outcome, "done-merge")
    })
}
