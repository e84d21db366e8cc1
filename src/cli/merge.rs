//! `merge`.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{ask, batch, options, read};
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
    let wrong = |text: &str| Failure::BadValue("--into".to_owned(), text.chars().take(100).collect());
    let parse = |text: &str| TicketNumber::parse(text).ok_or_else(|| wrong(text));
    let into = ask::value(front, matches, "into", ask::INTO, parse)?;
    let request = Merge { numbers: read::numbers(matches)?, into };
    let call = front.call("merge", matches, &request);
    front.with(|app| {
        let line = batch::waiting(front, request.numbers.count());
        let outcome = app.merge(&call, &request, &batch::receipt(front))?;
        drop(line);
        batch::finish(front, app, outcome, "done-merge")
    })?;
    ask::show_equivalent(front, "merge");
    Ok(())
}
