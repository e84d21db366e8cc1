//! `unflag`.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{batch, options, read};
use crate::app::change::Call;
use crate::app::many::Numbers;
use crate::app::view::ChangedTicket;
use crate::ui::error::Failure;

/// The command line of the verb.
pub fn command() -> Command {
    options::changing(Command::new("unflag").visible_alias("revisado").arg(options::numbers()).arg(options::keep_going()))
}

/// Says of tickets that what they are flagged for is dealt with.
///
/// # Errors
/// Refusals of tickets; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<ChangedTicket>()?;
    let numbers = read::numbers(matches)?;
    submit(front, &front.call("unflag", matches, &numbers), &numbers)
}

/// The same for tickets that were asked for, by options or in the menu.
///
/// # Errors
/// Refusals of tickets; those of the store.
pub fn submit(front: &Front<'_>, call: &Call, numbers: &Numbers) -> Result<(), Failure> {
    front.with(|app| {
        let outcome = batch::working(front, numbers.count(), || app.unflag(call, numbers, &batch::receipt(front)))?;
        batch::finish(front, app, outcome, "done-unflag")
    })
}
