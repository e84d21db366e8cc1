//! `confirm`: turns an attempt at registering into an account, or makes a new address one's own.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{ask, login, options, password, read, register};
use crate::app;
use crate::app::change::Call;
use crate::app::login::WhoAmI;
use crate::domain::account::EmailAddress;
use crate::domain::refusal::Refusal;
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
    let resends = options::is_set(matches, "resend");
    if resends {
        front.style().check_fields::<SentPage>()?;
    } else {
        front.style().check_fields::<WhoAmI>()?;
    }
    let email = ask::value(front, matches, "email", ask::EMAIL, read::email)?;
    if resends {
        return resend(front, &front.call("confirm --resend", matches, &email), &email);
    }
    let again = format!("{} --email {email} --resend", ask::command(front, "confirm"));
    let code = ask::code(front, matches, &again)?;
    let call = front.call("confirm", matches, &(&email, &code));
    let redeemed = match redeem(front, &call, &email, &code) {
        Err(failure) if front.can_ask() && is_of_invitation(&failure) => password::choose(front, matches, &call, &email, &code),
        other => other,
    };
    ask::redeemed(front, &again, redeemed)
}

/// Whether a code was right, but is for choosing a password.
pub fn is_of_invitation(failure: &Failure) -> bool {
    matches!(failure, Failure::App(app::Error::Refused(Refusal::CodeOfInvitation)))
}

/// Has another code sent.
///
/// # Errors
/// Those of the store.
pub fn resend(front: &Front<'_>, call: &Call, email: &EmailAddress) -> Result<(), Failure> {
    front.with_guest(|app| {
        let receipt = register::receipt(front);
        let outcome = app.resend(call, email, &receipt)?;
        if front.finish_unseen(app, outcome, &receipt)?.is_some() {
            front.say("done-resend", &[("email", email.as_str().into())]);
        }
        Ok(())
    })
}

/// Uses a code and logs in.
///
/// # Errors
/// `wrong-code`, `code-of-invitation`, `not-logged-in` for the code of another account's new address; those of the store.
pub fn redeem(front: &Front<'_>, call: &Call, email: &EmailAddress, code: &str) -> Result<(), Failure> {
    let store = front.store()?;
    // A session matters only for a new address; one that cannot be read must not keep anybody from a new account.
    let app = front.app_or_guest(&store)?;
    let receipt = login::receipt(front);
    let outcome = app.confirm(call, email, code, &receipt)?;
    login::enter(front, &app, outcome, &receipt)
}
