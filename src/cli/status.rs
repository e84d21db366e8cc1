//! `status`: the state of one ticket without logging in.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{ask, options, pager, post, read};
use crate::ui::error::Failure;
use crate::ui::thread::ThreadPage;

/// The command line of the verb.
pub fn command() -> Command {
    Command::new("status").visible_alias("estado").arg(options::number()).arg(options::value("email")).arg(options::value("code"))
}

/// Has a code sent, or shows the ticket to whoever has one.
///
/// # Errors
/// `wrong-code`; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<ThreadPage<'_>>()?;
    let number = ask::value(front, matches, "number", ask::NUMBER, read::number)?;
    let email = ask::value(front, matches, "email", ask::EMAIL, read::email)?;
    match options::text(matches, "code") {
        Some(code) => {
            let again = format!("{} {number} --email {email}", ask::command(front, "status"));
            ask::redeemed(front, &again, show(front, &number, &email, &read::code(code)?))
        }
        None => {
            request(front, &number, &email)?;
            front.say("done-status-code", &[("number", number.as_str().into())]);
            Ok(())
        }
    }
}

/// Has a code sent, if the address is that of the ticket's client.
///
/// # Errors
/// Those of the store.
pub fn request(
    front: &Front<'_>,
    number: &crate::domain::ticket::TicketNumber,
    email: &crate::domain::account::EmailAddress,
) -> Result<(), Failure> {
    let call = front.plain_call();
    front.with_guest(|app| {
        app.request_status(&call, number, email)?;
        // Started in any case, and never waited for, so that the time tells nothing.
        post::send_unseen(front, app)
    })
}

/// Shows the public thread to whoever has the code.
///
/// # Errors
/// `wrong-code`; those of the store.
pub fn show(
    front: &Front<'_>,
    number: &crate::domain::ticket::TicketNumber,
    email: &crate::domain::account::EmailAddress,
    code: &str,
) -> Result<(), Failure> {
    let shown = front.with_guest(|app| Ok(app.status(number, email, code)?))?;
    pager::print(front, &front.style().one(&ThreadPage { shown: &shown, all: false }, serde_json::Map::new()))?;
    if let Some(into) = &shown.ticket.merged_into {
        // Nobody is logged in here, so that the verb that shows tickets would not do.
        let command = format!("{} {into} --email {email}", ask::command(front, "status"));
        front.say("done-status-merged", &[("into", into.as_str().into()), ("command", command.into())]);
    }
    Ok(())
}
