//! `status`: the state of one ticket without logging in.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{ask, options, pager, read};
use crate::app::change::{Call, Done, Outcome};
use crate::app::register::Registered;
use crate::app::show::Shown;
use crate::domain::account::EmailAddress;
use crate::domain::ticket::TicketNumber;
use crate::store::Printed;
use crate::ui::error::Failure;
use crate::ui::people::SentPage;
use crate::ui::receipt;
use crate::ui::thread::ThreadPage;

/// The command line of the verb.
pub fn command() -> Command {
    let command = Command::new("status")
        .visible_alias("estado")
        .arg(options::number())
        .arg(options::value("email"))
        .arg(options::value("code"));
    options::changing(command)
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
            let code = read::code(code)?;
            let call = front.call("status", matches, &(&number, &email, &code));
            ask::redeemed(front, &again, show(front, &call, &number, &email, &code))
        }
        None => {
            if request(front, &front.call("status", matches, &(&number, &email)), &number, &email)? {
                front.say("done-status-code", &[("number", number.as_str().into())]);
            }
            Ok(())
        }
    }
}

/// Has a code sent, if the address is that of the ticket's client. `false`: nothing was done, as it was before or only a rehearsal.
///
/// # Errors
/// Those of the store.
pub fn request(front: &Front<'_>, call: &Call, number: &TicketNumber, email: &EmailAddress) -> Result<bool, Failure> {
    let style = front.style();
    // There is no data in it, but for what a rehearsal adds.
    let receipt = |done: &Done<Registered>| match done.dry_run {
        true => receipt::one(&style, done, &SentPage { to: done.value.email.as_str().to_owned() }),
        false => Printed::default(),
    };
    front.with_guest(|app| {
        let outcome = app.request_status(call, number, email, &receipt)?;
        // Started in any case, and never waited for, so that the time tells nothing.
        Ok(front.finish_unseen(app, outcome, &receipt)?.is_some())
    })
}

/// Shows the public thread to whoever has the code.
///
/// # Errors
/// `wrong-code`; those of the store.
pub fn show(front: &Front<'_>, call: &Call, number: &TicketNumber, email: &EmailAddress, code: &str) -> Result<(), Failure> {
    let style = front.style();
    let receipt = |done: &Done<Shown>| receipt::one(&style, done, &ThreadPage { shown: &done.value, all: false });
    let outcome = front.with_guest(|app| Ok(app.status(call, number, email, code, &receipt)?))?;
    let into = match &outcome {
        Outcome::Done(done) => done.value.ticket.merged_into.clone(),
        Outcome::Replayed(_) => None,
    };
    match outcome {
        Outcome::Done(done) if !done.dry_run => pager::print(front, &receipt(&done).stdout)?,
        outcome => front.finish_with(outcome, &receipt, |_| Ok(())).map(drop)?,
    }
    if let Some(into) = into {
        // Nobody is logged in here, so that the verb that shows tickets would not do.
        let command = format!("{} {into} --email {email}", ask::command(front, "status"));
        front.say("done-status-merged", &[("into", into.as_str().into()), ("command", command.into())]);
    }
    Ok(())
}
