//! `remind`: asking for an answer that is late.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{mend, options, read, rules};
use crate::app::change::{Call, Done};
use crate::app::remind::Reminder;
use crate::app::view::TicketView;
use crate::ui::error::Failure;
use crate::ui::receipt;

/// The command line of the verb.
pub fn command() -> Command {
    let command =
        Command::new("remind").visible_alias("reclamar").arg(options::number().required(true)).arg(options::flag("accept-rules"));
    options::changing(options::message(command))
}

/// Asks for the answer.
///
/// # Errors
/// `not-due-yet`, `already-reminded`; refusals of the text, the role or the state; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<TicketView>()?;
    let consent = rules::consent(front, matches)?;
    let number = read::number(options::text(matches, "number").unwrap_or_default())?;
    let mut reminder = Reminder { number, text: read::message(matches)? };
    mend::until_let_through(front, &mut reminder, &mend::Keeping::default(), |reminder| {
        submit(front, &front.call("remind", matches, reminder).accepting(consent.clone()), reminder)
    })
}

/// Asks for the answer, by options or in the menu.
///
/// # Errors
/// Those of [`run`].
pub fn submit(front: &Front<'_>, call: &Call, reminder: &Reminder) -> Result<(), Failure> {
    let style = front.style();
    let receipt = |done: &Done<TicketView>| receipt::one(&style, done, &done.value);
    front.with(|app| {
        let outcome = app.remind(call, reminder, &receipt)?;
        if front.finish(app, outcome, &receipt)?.is_some() {
            front.say("done-remind", &[("number", reminder.number.as_str().into())]);
        }
        Ok(())
    })
}
