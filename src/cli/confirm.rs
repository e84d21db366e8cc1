//! `confirm`: turns an attempt at registering into an account, or makes a new address one's own.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{ask, login, options, read};
use crate::app::people;
use crate::ui::error::Failure;
use crate::ui::people::SentPage;

/// The command line of the verb.
pub fn command() -> Command {
    let command = Command::new("confirm")
        .visible_alias("confirmar")
        .arg(options::value("email"))
        .arg(options::positional("code"))
        .arg(options::flag("resend").conflicts_with("code"));
    options::changing(command)
}

/// Uses the code and logs in, or has another sent.
///
/// # Errors
/// `wrong-code`; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let email = people::email(&ask::line(front, matches, "email", "ask-email")?)?;
    if options::is_set(matches, "resend") {
        let call = front.call("confirm", matches, &email);
        return front.with(|app| {
            let receipt = |done: &crate::app::change::Done<crate::app::register::Registered>| {
                front.style().one(&SentPage { to: email.as_str().to_owned(), dry_run: done.dry_run }, serde_json::Map::new())
            };
            let outcome = app.resend(&call, &email, &receipt)?;
            front.finish_unseen(app, outcome, &receipt)?;
            front.say("done-resend", &[("email", email.as_str().into())]);
            Ok(())
        });
    }
    let code = read::code(&ask::line(front, matches, "code", "ask-code")?)?;
    let call = front.call("confirm", matches, &email);
    front.with(|app| {
        let confirmed = app.confirm(&call, &email, &code)?;
        login::enter(front, app, confirmed, "done-confirm")
    })?;
    ask::show_equivalent(front, "confirm");
    Ok(())
}
